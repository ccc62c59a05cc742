"""The part of a mode that fills its edges: header, tabs, what is told above the list, the foot."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.widgets import Static

from tui.core.desk import Desk
from tui.core.listing import Listing
from tui.core.measures import Kind
from tui.core.overview import Overview
from tui.core.text import clean
from tui.screens import edges
from tui.widgets.bar import Bar, Group
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.screen import Screen

    _Base = Screen[None]
else:
    _Base = object

_BLANK: Final = ("Nothing has been written yet.",)


class Edged(_Base):
    """Tells what is seen around the rows, and why there are none."""

    NAME: ClassVar[str]
    """The mode's name, as in `edges.TABS`."""
    KINDS: ClassVar[tuple[Kind, ...]]
    """What its rows are of."""
    FOOT: ClassVar[tuple[str, ...]] = ()
    """The commands at its foot, by their ids; those of a list of measures where there are none."""

    desk: Desk
    data: Overview
    listing: Listing[Any]
    _trouble = ""

    @property
    @abstractmethod
    def rows(self) -> Rows:
        """The list."""

    def nothing(self) -> str:
        """What is said where there is no row."""
        return " ".join(edges.nothing(self.listing) if self.data_count else _BLANK)

    def foot(self) -> list[Group]:
        """The keys that one needs most in its list."""
        return edges.keys_of(*self.FOOT) if self.FOOT else edges.footer()

    def also_told(self) -> list[Group]:
        """What is told above the list besides how many rows it has of how many."""
        return []

    @property
    def data_count(self) -> int:
        """How many rows there are, shown or not."""
        return sum(len(self.data.of(kind)) for kind in self.KINDS)

    def refresh_edges(self) -> None:
        """Tell anew whose view this is, what day it is, and whether others see the screen."""
        self._fill_edges()

    def _fill_edges(self) -> None:
        data = self.data
        self.query_one("#header", Bar).show(
            edges.header(data, self.desk.manners.dates),
            edges.corner(data, self.desk, self.size.width),
        )
        self.query_one("#tabs", Bar).show(edges.tabs(self.NAME, self.size.width, self.data.several))
        told = edges.told(self.listing, self.rows.count, self.data_count) + self.also_told()
        bar = self.query_one("#told", Bar)
        if bar.display != bool(told):
            bar.display = bool(told)
        bar.show(told)
        self.warn(self.desk.trouble)

    def warn(self, trouble: str) -> None:
        """Say above the list what is wrong, or take it away."""
        if trouble != self._trouble:
            self._trouble = trouble
            banner = self.query_one("#banner", Static)
            banner.display = bool(trouble)
            banner.update(f"! {clean(trouble)}")
