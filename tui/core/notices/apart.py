"""Two raters are far apart, twice running: in the alliance by 2 or more, on a goal by 3 or more.

A goal may be rated by both each week, and then two weeks running say little: there it has to be so
for a fortnight, and on average for longer (`tests/simulate`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.core.alliance import ALLIANCE
from tui.core.measures import Kind, Rater
from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import many, named, number, on
from tui.core.notices.window import asked, both
from tui.core.record import Record
from tui.core.series import Dated, Series
from tui.core.stats.middle import SLACK, mean

ALLIANCE_APART: Final = 2
GOAL_APART: Final = 3
LAST: Final = 6
GOAL_LAST: Final = 8
"""Pairs, or as many as there are, that are far apart on average."""
FORTNIGHT: Final = 14
"""Days before the last pair of a goal in which no pair was nearer."""
WITHIN: Final = 7
"""Days that two ratings of a goal may lie apart and still belong together."""
Pairs = Sequence[tuple[Dated, Dated]]


def look(record: Record) -> Iterator[Notice]:
    """A notice of each goal, and of the alliance, that two people see so differently."""
    together = record.of(ALLIANCE.id)
    for series in [*([together] if together else []), *asked(record, Kind.GOAL)]:
        goal = series.measure.kind is Kind.GOAL
        for other in (Rater.THERAPIST, Rater.PARTNER):
            pairs = tuple(both(series, Rater.CLIENT, other, WITHIN if goal else 0))
            if pairs and record.fresh(pairs[-1][1].day) and far(pairs, goal=goal):
                yield _notice(record, series, other, pairs)
                break


def far(pairs: Pairs, *, goal: bool) -> bool:
    """Whether the last pairs, and more of them on average, are so far apart the same way.

    The average keeps two people who wander, each for themselves, from being called apart.
    """
    gaps = [theirs.value - mine.value for mine, theirs in pairs[-(GOAL_LAST if goal else LAST) :]]
    if len(gaps) < 2:
        return False
    way = 1 if gaps[-1] > 0 else -1
    needed = (GOAL_APART if goal else ALLIANCE_APART) - SLACK
    lately = [pair for pair in pairs if (pairs[-1][1].day - pair[1].day).days <= FORTNIGHT]
    running = max(2, len(lately)) if goal else 2
    return all(way * gap >= needed for gap in gaps[-running:]) and way * mean(gaps) >= needed


def _notice(record: Record, series: Series, other: Rater, pairs: Pairs) -> Notice:
    (first, _), (mine, theirs) = pairs[-2:]
    goal = series.measure.kind is Kind.GOAL
    name = named(series.measure)
    return Notice(
        RULE.key,
        series.measure.id,
        series.measure.id,
        first.day,
        record.period,
        f"{name}: seen as {number(mine.value)} and as {number(theirs.value)}",
        f"{name} is {number(mine.value)} to the client and {number(theirs.value)} to the"
        f" {other.value}, and was as far apart the time before.",
        f"Since {on(record, first.day)}.",
        f"The last two out of {many(len(pairs), 'time')} that both rated it.",
        "It may be chance: two people seldom mean the same by a number.",
        "Each sees what the other cannot: one from within, one from outside."
        if goal
        else "People feel an hour differently, and the one who listens may miss what the other"
        " holds back.",
        "What does each of us see that the other does not?",
    )


RULE: Final = Rule("apart", "Two people see it differently", look)
