"""Goals: every goal by where it stands."""

from __future__ import annotations

from typing import Final

from tui.core.goals import GoalState
from tui.core.listing import Filter
from tui.core.measures import Kind
from tui.screens import edges
from tui.screens.mode import ModeScreen
from tui.screens.overview import BEGIN
from tui.widgets.rows import Section

_GROUPS: Final = (
    (GoalState.ACTIVE, "Active", "start → now"),
    (GoalState.DRAFT, "Draft", "· not begun"),
    (GoalState.PAUSED, "Paused", "‖ set aside for now"),
    (GoalState.REACHED, "Reached", "✓ there"),
    (GoalState.LET_GO, "Let go", "– no longer wanted"),
)


class GoalsScreen(ModeScreen):
    """Goals in groups, with all that was written about each."""

    NAME = "goals"
    KINDS = (Kind.GOAL,)
    FILTERS = (Filter.ALL, Filter.OPEN, Filter.DONE)

    def sections(self) -> tuple[Section, ...]:
        """A box for each state that a goal is in."""
        lines = self.listing.shown(self.data.goals)
        if not self.data.goals and not self.listing.find:
            return (Section("Goals", "", (), BEGIN),)
        start = edges.then(self.data, self.desk.manners.dates, "start")
        return tuple(
            Section(
                title,
                legend.replace("start", start),
                tuple(x for x in lines if x.goal and x.goal.state is state),
            )
            for state, title, legend in _GROUPS
        )
