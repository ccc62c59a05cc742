"""Narrowing a mode's list: finding by name, filters, orders."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from tui.core.listing import Filter, Listing
from tui.widgets.bar import Bar

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widgets import Input

    _Base = Screen[None]
else:
    _Base = object


class Finding(_Base):
    """The part of a mode that changes its `listing`."""

    listing: Listing[Any]

    @abstractmethod
    def list_anew(self, *, asking: bool = False) -> None:
        """Show the rows that are wanted now; `asking` the file for those it has not told."""

    @property
    def finding(self) -> bool:
        """Whether the line is there into which one types."""
        return bool(self.query("#find"))

    def action_find(self) -> None:
        """Ask for a part of a name, in the footer's place."""
        if self.finding:
            return
        # Textual's line of input takes longer to load than the whole list to draw.
        from tui.widgets.editors import LineEditor

        asked = "Find a name. Enter keeps, Esc ends."
        line = LineEditor(self.listing.find, placeholder=asked, id="find")
        footer = self.query_one("#footer", Bar)
        footer.display = False
        self.mount(line, after=footer)
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list with every letter."""
        self._ask(self.listing.finding(event.value))

    def on_input_submitted(self) -> None:
        """Keep what was found, and go into the list."""
        self.end_finding(keep=True)

    def end_finding(self, *, keep: bool) -> None:
        """Take the line away; show everything again unless what was found is kept."""
        if not keep:
            self._ask(self.listing.finding(""))
        if self.finding:
            self.query_one("#find").remove()
            self.query_one("#footer", Bar).display = True
            self.query_one("ModeRows").focus()

    def action_next_filter(self) -> None:
        """Other rows."""
        self._ask(self.listing.next_filter)

    def action_next_order(self) -> None:
        """Another order."""
        self._ask(self.listing.next_order)

    def _ask(self, listing: Listing[Any]) -> None:
        if listing != self.listing:
            filtered = listing.filter is not self.listing.filter
            self.listing = listing
            self.list_anew(asking=filtered and listing.filter in (Filter.ALL, Filter.PAUSED))
