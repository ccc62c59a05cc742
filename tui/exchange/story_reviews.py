"""What a story tells of reviews, of what was done with notices, of talks and of the ending."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tui.core.alliance import ALLIANCE
from tui.core.conversations import FAIR_CHANCE, Conversation
from tui.core.expectations import Expectation
from tui.core.goals import Goal
from tui.core.measures import Measure
from tui.core.notices import alliance_dip, repair_open, still_fair, worse
from tui.core.notices.answers import Answer, Answered
from tui.core.notices.notice import key_of
from tui.core.notices.registry import RULES
from tui.core.notices.silence import SUBJECT
from tui.core.repair import Noticer, Rupture
from tui.core.reviews import (
    Agreement,
    Choice,
    Decision,
    EndingPlan,
    PlanKind,
    Review,
    ReviewState,
)
from tui.core.sessions import Session
from tui.exchange.fields import NotAStory, day, day_if_any, text, whole
from tui.exchange.story_hours import Items
from tui.ids import new_id

Reviewed = tuple[tuple[Review, ...], tuple[Decision, ...], tuple[Agreement, ...]]

_RULES = frozenset(rule.key for rule in RULES)


def reviewed(items: Items, goals: Sequence[Goal], ends: date) -> Reviewed:
    """The reviews, one for a day, with what was decided about goals and what was agreed."""
    reviews: list[Review] = []
    decisions: list[Decision] = []
    agreements: list[Agreement] = []
    for item in sorted(items, key=lambda item: day(item["date"])):
        review = Review(
            new_id(),
            _past(item, ends),
            ReviewState(item.get("state", ReviewState.HELD.value)),
            note=text(item.get("note", "")),
            next_day=day_if_any(item, "next"),
        ).sound()
        if review.state is ReviewState.PREPARED:
            raise NotAStory(f"The review of {review.day} is neither begun nor held.")
        if reviews and reviews[-1].day == review.day:
            raise NotAStory(f"There are two reviews on {review.day}.")
        reviews.append(review)
        decisions += _decisions(item.get("decisions", ()), review, goals)
        agreed = item.get("agreements", ())
        agreements += [_agreement(each, review.day, review.id, ends) for each in agreed]
    return tuple(reviews), tuple(decisions), tuple(agreements)


def _decisions(items: Items, review: Review, goals: Sequence[Goal]) -> Iterator[Decision]:
    decided = set()
    for item in items:
        goal = _goal(goals, item["goal"])
        if goal.id in decided:
            raise NotAStory(f"“{goal.measure.name}” is decided about twice on {review.day}.")
        decided.add(goal.id)
        choice, note = Choice(item["choice"]), text(item.get("note", ""))
        yield Decision(new_id(), review.id, review.day, goal.id, choice, note).sound()


def agreements(items: Items, ends: date) -> Iterator[Agreement]:
    """What was agreed outside of a review, each on its own day."""
    return (_agreement(item, _past(item, ends), None, ends) for item in items)


def _agreement(item: dict[str, Any], on: date, review_id: str | None, ends: date) -> Agreement:
    what, who = text(item["what"]), Noticer(item["who"])
    by_when, done = day_if_any(item, "by_when"), day_if_any(item, "done")
    if done and not on <= done <= ends:
        raise NotAStory(f"What was agreed on {on} cannot have been done on {done}.")
    return Agreement(new_id(), on, what, who, review_id, by_when, done).sound()


def conversations(items: Items, ends: date) -> Iterator[Conversation]:
    """The talks about sessions that left somebody worse."""
    for item in items:
        window = whole(item.get("window", FAIR_CHANCE))
        yield Conversation(new_id(), _past(item, ends), text(item["changes"]), window).sound()


def plans(items: Items, ends: date) -> Iterator[EndingPlan]:
    """What was written for the ending."""
    for item in items:
        on, kind = _past(item, ends), PlanKind(item["kind"])
        yield EndingPlan(new_id(), on, kind, text(item["text"])).sound()


@dataclass(frozen=True, slots=True)
class Subjects:
    """What notices can be about, in one story."""

    measures: Mapping[str, Measure]
    goals: Sequence[Goal]
    sessions: Mapping[date, Session]
    ruptures: Sequence[Rupture]
    expectations: Sequence[Expectation]
    conversations: Sequence[Conversation]

    def id(self, rule: str, reference: object) -> str:
        """The id for which a notice of that rule knows its subject; raises `NotAStory`."""
        if isinstance(reference, int):
            return _goal(self.goals, reference).id
        known = text(reference)
        if known in (ALLIANCE.id, SUBJECT):
            return known
        if known in self.measures:
            return self.measures[known].id
        if not known[:1].isdigit():
            raise NotAStory(f"“{known}” is not a measure of the catalogue.")
        on = day(known)
        if (found := self._of_day(rule).get(on)) is None:
            raise NotAStory(f"There is nothing on {on} that a notice of “{rule}” could be about.")
        return found

    def _of_day(self, rule: str) -> dict[date, str]:
        """The ids of what a rule looks at that is known by its day."""
        things: Mapping[str, Sequence[Session | Rupture | Expectation | Conversation]] = {
            alliance_dip.RULE.key: tuple(self.sessions.values()),
            repair_open.RULE.key: self.ruptures,
            still_fair.RULE.key: self.expectations,
            worse.RULE.key: self.conversations,
        }
        return {thing.day: thing.id for thing in things.get(rule, ())}


def answers(items: Items, of: Subjects, reviews: Sequence[Review], ends: date) -> Iterator[Answer]:
    """What was done with notices, each known by its rule, its subject and its review period."""
    held = {review.day for review in reviews if review.state is ReviewState.HELD}
    for item in items:
        on, rule, period = _past(item, ends), item["rule"], day_if_any(item, "period")
        if rule not in _RULES:
            raise NotAStory(f"“{rule}” is not a rule of any notice.")
        if period and (period not in held or period >= on):
            raise NotAStory(f"No review period began on {period} for an answer of {on}.")
        key = key_of(rule, of.id(rule, item["subject"]), period)
        what, note = Answered(item["what"]), text(item.get("note", ""))
        yield Answer(new_id(), key, on, what, day_if_any(item, "until"), note).sound()


def _past(item: dict[str, Any], ends: date) -> date:
    """The day of something that happened."""
    on = day(item["date"])
    if on > ends:
        raise NotAStory(f"What happened on {on} lies after the end of the story.")
    return on


def _goal(goals: Sequence[Goal], place: object) -> Goal:
    number = whole(place)
    if not 1 <= number <= len(goals):
        raise NotAStory(f"There is no goal {number}.")
    return goals[number - 1]
