"""Overview: everything at a glance, one thing in full."""

from __future__ import annotations

from typing import Final

from tui.core.listing import Filter
from tui.core.measures import Kind
from tui.core.repair import told
from tui.screens import edges
from tui.screens.mode import ModeScreen
from tui.widgets.sections import Section

BEGIN: Final = ("No goals yet. Where do you want to be?", "a begins.")
"""What a list without goals says."""
NOTHING: Final = ("Nothing to rate yet. a begins.",)
"""What a list without measures says."""
_BOXES: Final = (
    (Kind.GOAL, "Goals", "start → now", "start", BEGIN),
    (Kind.GROWTH, "Growth", "○ then  ● now", "then", NOTHING),
    (Kind.SIGN, "Signs", "lower is lighter", "then", NOTHING),
    (Kind.SESSION, "Relationship", "after each session", "then", ()),
)


class OverviewScreen(ModeScreen):
    """The first screen."""

    NAME = "overview"
    KINDS = (Kind.GOAL, Kind.GROWTH, Kind.SIGN, Kind.SESSION)
    FILTERS = (Filter.CURRENT, Filter.OPEN, Filter.ALL)
    CLOSER = False

    def sections(self) -> tuple[Section, ...]:
        """Goals, growth, signs, the relationship."""
        dates = self.desk.manners.dates
        repairs = told(self.data.ruptures)
        legends = {"Relationship": f"◆ {repairs}   "} if repairs else {}
        return tuple(
            Section(
                title,
                legends.get(title, "") + legend.replace(word, edges.then(self.data, dates, word)),
                self.listing.shown(lines := self.data.of(kind)),
                () if lines or self.listing.find else empty,
            )
            for kind, title, legend, word, empty in _BOXES
        )
