"""Growth: the indicators week by week."""

from __future__ import annotations

from tui.core.listing import Filter
from tui.core.measures import Kind
from tui.screens import edges
from tui.screens.mode import ModeScreen
from tui.screens.overview import NOTHING
from tui.widgets.row import heat_row
from tui.widgets.sections import Section


class GrowthScreen(ModeScreen):
    """Each indicator with its last weeks, then and now, and the moments that show it."""

    NAME = "growth"
    KINDS = (Kind.GROWTH,)
    FILTERS = (Filter.CURRENT, Filter.PAUSED, Filter.ALL)

    def sections(self) -> tuple[Section, ...]:
        """One box."""
        lines = self.listing.shown(self.data.growth)
        then = edges.then(self.data, self.desk.manners.dates)
        legend = f"○ {then}  ● now   weeks ░▒▓█, · not rated"
        empty = () if self.data.growth or self.listing.find else NOTHING
        return (Section("Growth", legend, lines, empty, heat_row),)
