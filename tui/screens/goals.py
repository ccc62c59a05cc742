"""Goals: every goal by where it stands."""

from __future__ import annotations

from typing import Final

from tui.core.goals import GoalState
from tui.core.listing import Filter
from tui.core.measures import Kind
from tui.screens import edges
from tui.screens.mode import ModeScreen
from tui.screens.overview import BEGIN
from tui.widgets.bar import Group, Part
from tui.widgets.sections import Section

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

    def also_told(self) -> list[Group]:
        """T, where goals are rated on their ladders, with what it means."""
        ladders = [
            (level, line.goal)
            for line in self.data.goals
            if line.goal and line.last and (level := line.goal.level(line.last.value)) is not None
        ]
        if not ladders:
            return []
        from tui.core.stats.attainment import attainment, weight

        t = attainment((x, weight(g.importance, g.difficulty)) for x, g in ladders)
        many = f"of {len(ladders)} ladders" if len(ladders) > 1 else "of one ladder"
        return [
            (Part(f"T {t:.0f} ", bold=True), Part(f"{many}; ", "quiet")),
            (Part("T 50 is what was expected, each 10 a usual distance from it", "quiet"),),
        ]

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
