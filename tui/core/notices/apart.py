"""Two raters are far apart, twice running: in the alliance by 2 or more, on a goal by 3 or more."""

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
"""Pairs, or as many as there are, that are far apart on average."""
WITHIN: Final = 7
"""Days that two ratings of a goal may lie apart and still belong together."""
Pairs = Sequence[tuple[Dated, Dated]]


def look(record: Record) -> Iterator[Notice]:
    """A notice of each goal, and of the alliance, that two people see so differently."""
    together = record.of(ALLIANCE.id)
    wanted = [(series, GOAL_APART, WITHIN) for series in asked(record, Kind.GOAL)]
    for series, least, within in [*([(together, ALLIANCE_APART, 0)] if together else []), *wanted]:
        for other in (Rater.THERAPIST, Rater.PARTNER):
            pairs = tuple(both(series, Rater.CLIENT, other, within))
            if pairs and record.fresh(pairs[-1][1].day) and far(pairs, least):
                yield _notice(record, series, other, pairs)
                break


def far(pairs: Pairs, least: float) -> bool:
    """Whether the last two pairs, and the last six on average, are so far apart the same way.

    The average keeps two people who wander, each for themselves, from being called apart.
    """
    gaps = [theirs.value - mine.value for mine, theirs in pairs[-LAST:]]
    if len(gaps) < 2:
        return False
    way = 1 if gaps[-1] > 0 else -1
    needed = least - SLACK
    return all(way * gap >= needed for gap in gaps[-2:]) and way * mean(gaps) >= needed


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
