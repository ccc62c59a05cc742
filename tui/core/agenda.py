"""The agenda of the next session or review: what there is to look at together, one line each.

It offers, and orders nothing by importance: what was pinned comes first, and people put it into an
order of their own, in a review or before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tui.core.goals import Goal, GoalState
from tui.core.notices import off_milestone, repair_open, still_fair
from tui.core.notices.answers import standing
from tui.core.notices.notice import Notice
from tui.core.notices.registry import notices
from tui.core.notices.saying import named, on
from tui.core.practices import Practice
from tui.core.record import Record
from tui.core.repair import STEPS
from tui.core.reviewing import Reviewing
from tui.core.reviews import Agreement, Review
from tui.core.text import clean
from tui.core.topics import still_open

_QUITE: Final = 2
"""From how useful on a practice is counted as having been of use."""
_FAIR: Final = frozenset({off_milestone.RULE.key, still_fair.RULE.key})
"""Rules that say of a goal what would stand here of it too."""


class AgendaKind(StrEnum):
    """What an item is of, in the order in which items stand at first."""

    TOPIC = "topic"
    NOTICE = "notice"
    GOAL = "goal"
    REPAIR = "repair"
    AGREEMENT = "agreement"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Item:
    """Something to look at. `key` stays the same from day to day; `text` is one line.

    `parts` is all that there is to say of it, each with its heading; `notice` is what it is, where
    it is one.
    """

    key: str
    kind: AgendaKind
    text: str
    parts: tuple[tuple[str, str], ...] = ()
    notice: Notice | None = None

    @property
    def id(self) -> str:
        """The key, by which a row is known."""
        return self.key


def agenda(of: Reviewing) -> tuple[Item, ...]:
    """Everything there is to look at as of the record's day."""
    seen = notices(of.record)
    shown = standing(seen, of.answers, of.record.today)
    return (
        *(
            Item(f"topic:{t.id}", AgendaKind.TOPIC, clean(t.text))
            for t in still_open(of.record.topics)
        ),
        *(_notice(notice) for notice in shown),
        *_goals(of.record, seen),
        *_repairs(of.record, shown),
        *_agreements(of),
        *_practice(of.record),
    )


def ordered(items: Iterable[Item], review: Review | None) -> tuple[Item, ...]:
    """The items as people put them in a review or for it; what is new since then comes last."""
    if review is None:
        return tuple(items)
    places = {key: place for place, key in enumerate(review.agenda)}
    kept = (item for item in items if item.key not in review.dropped)
    return tuple(sorted(kept, key=lambda item: places.get(item.key, len(places))))


def moved(items: Iterable[Item], review: Review, key: str, place: int) -> Review:
    """The review with one of the items that are shown at another place.

    Places count from 0; before the first and behind the last there is none. Raises `ValueError`
    where no item has the key.
    """
    keys = [item.key for item in items]
    at = keys.index(key)
    keys.insert(max(0, min(place, len(keys) - 1)), keys.pop(at))
    return replace(review, agenda=tuple(keys))


def shifted(items: Sequence[Item], review: Review, key: str, by: int) -> Review:
    """The review with an item so many places later; as it was where nothing lies there."""
    place = [item.key for item in items].index(key) + by
    return moved(items, review, key, place) if 0 <= place < len(items) else review


def without(review: Review, key: str) -> Review:
    """The review with an item taken off; it stays where it came from."""
    return review if key in review.dropped else replace(review, dropped=(*review.dropped, key))


def _notice(notice: Notice) -> Item:
    besides = (("Always", notice.besides),) if notice.besides else ()
    parts = (*notice.parts, *besides)
    return Item(f"notice:{notice.key}", AgendaKind.NOTICE, clean(notice.said), parts, notice)


def _goals(record: Record, seen: Iterable[Notice]) -> Iterator[Item]:
    """Active goals a day of which has passed, unless a notice has said so."""
    said = {notice.subject for notice in seen if notice.rule in _FAIR}
    for goal in record.goals:
        if goal.state is GoalState.ACTIVE and goal.id not in said and (due := _due(goal, record)):
            yield Item(f"goal:{goal.id}", AgendaKind.GOAL, f"{named(goal.measure)}: {due}")


def _due(goal: Goal, record: Record) -> str:
    """Which of a goal's days has passed, in words; "" where none has."""
    if goal.still_fair(record.today) and goal.by_when:
        return f"its day, {on(record, goal.by_when)}, has passed"
    agreed = goal.milestone
    if agreed and agreed.by < record.today:
        day = on(record, agreed.by)
        return f"its milestone, {agreed.level:g} by {day}, lies behind: a next one?"
    return ""


def _repairs(record: Record, shown: Iterable[Notice]) -> Iterator[Item]:
    """Breaks whose repair is open, unless a notice speaks of them."""
    said = {notice.subject for notice in shown if notice.rule == repair_open.RULE.key}
    for rupture in record.ruptures:
        step = rupture.next_step
        if rupture.repaired is None and rupture.id not in said and step is not None:
            words = f"The break of {on(record, rupture.day)}; next: {STEPS[step][1].lower()}"
            yield Item(f"repair:{rupture.id}", AgendaKind.REPAIR, words)


def _agreements(of: Reviewing) -> Iterator[Item]:
    """What was agreed, is not done, and whose by-when has passed."""
    for agreed in of.agreements:
        if agreed.done is None and agreed.by_when and agreed.by_when < of.record.today:
            day = on(of.record, agreed.by_when)
            words = f"{told(agreed)} by {day}: still fair?"
            yield Item(f"agreement:{agreed.id}", AgendaKind.AGREEMENT, words)


def told(agreed: Agreement) -> str:
    """What was agreed and who does it, without the day."""
    return f"“{clean(agreed.what)}” ({agreed.who.value})"


def _practice(record: Record) -> Iterator[Item]:
    """One item for everything that was practised in this review period."""
    if words := practised(p for p in record.practices if record.fresh(p.day)):
        yield Item("practice", AgendaKind.PRACTICE, words)


def practised(practices: Iterable[Practice]) -> str:
    """How often something was tried, and how often it was of use; "" for never."""
    found = tuple(practices)
    if not found:
        return ""
    useful = sum((p.useful or 0) >= _QUITE for p in found)
    if len(found) == 1:
        return f"Practised once{', and it was of use' if useful else ''}"
    of_use = f", {useful} of them quite or very useful" if useful else ""
    return f"Practised {len(found)} times{of_use}"
