"""Signs: what weighs, and what there is to grow towards."""

from __future__ import annotations

from tui.core.listing import Filter
from tui.core.measures import Kind
from tui.screens import edges
from tui.screens.mode import ModeScreen
from tui.screens.overview import NOTHING
from tui.widgets.sections import Section


class SignsScreen(ModeScreen):
    """Each sign with its opposite pole. None of them is an alarm."""

    NAME = "signs"
    KINDS = (Kind.SIGN,)
    FILTERS = (Filter.CURRENT, Filter.PAUSED, Filter.ALL)

    def sections(self) -> tuple[Section, ...]:
        """One box."""
        lines = self.listing.shown(self.data.signs)
        empty = () if self.data.signs or self.listing.find else NOTHING
        legend = f"lower is lighter   ○ {edges.then(self.data, self.desk.manners.dates)}  ● now"
        return (Section("Signs", legend, lines, empty),)
