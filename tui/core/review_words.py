"""What the pages of a review say. Plain facts since the last review; nothing is added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from tui.core.agenda import Item, practised, told
from tui.core.days import DateStyle, full, near
from tui.core.details import Block, Entry
from tui.core.measures import Kind, Rater
from tui.core.overview import Line
from tui.core.practices import Practice
from tui.core.ratings import Rating
from tui.core.repair import Rupture
from tui.core.repair import told as repairs_told
from tui.core.reviews import Agreement, Choice, Decision, Review
from tui.core.session_words import broken
from tui.core.text import clean

LETTERS: Final = {
    Choice.KEEP: "k",
    Choice.REWORD: "w",
    Choice.REACH: "r",
    Choice.LET_GO: "l",
    Choice.REOPEN: "o",
    Choice.MILESTONE: "m",
    Choice.PAUSE: "p",
}
"""The key of each decision."""
OFFERS: Final = {
    Choice.KEEP: "Keep it as it is",
    Choice.REWORD: "Reword it",
    Choice.REACH: "Reached, or good enough",
    Choice.LET_GO: "Let it go",
    Choice.REOPEN: "Open it again",
    Choice.MILESTONE: "A new milestone",
    Choice.PAUSE: "Pause it",
}
"""Each decision, as it is offered."""
DECIDED: Final = {
    Choice.KEEP: "kept as it is",
    Choice.REWORD: "reworded",
    Choice.REACH: "reached, or good enough",
    Choice.LET_GO: "let go",
    Choice.REOPEN: "opened again",
    Choice.MILESTONE: "a new milestone",
    Choice.PAUSE: "paused",
}
"""Each decision, once it is taken."""
HIDDEN: Final = "given"
"""What stands for a mark that is not shown yet."""
NOTHING_ADDED: Final = "Nothing is added up. Of signs, lower is lighter."
NO_CAUSE: Final = "It stands beside what moved; which of them led to which, nobody can read here."
ABOUT: Final = (
    "What changed, then a page for each goal: both rate without seeing the other's mark, then both"
    " marks appear. Every page is saved as it is done; leaving half-way loses nothing.",
    "The screen is marked as shared all the while: nothing private can be reached.",
)
"""What a review is."""


def since_when(since: date | None, today: date, dates: DateStyle) -> str:
    """What a review looks back on."""
    return f"since {near(since, today, dates)}" if since else "since the start"


def agenda_blocks(items: Iterable[Item]) -> tuple[Block, ...]:
    """The agenda, each item with what it is of."""
    entries = tuple(Entry(item.text, item.kind.value) for item in items)
    return (Block("To look at", entries),) if entries else ()


def agenda_said(count: int) -> str:
    """What there is on the agenda, and what can be done with it."""
    if not count:
        return "Nothing waits to be looked at. Enter adds what you would like to talk about."
    return f"{_many(count, 'thing')} to look at. Enter orders, drops and adds; → goes on."


def rated(given: Mapping[Rater, Rating], raters: Sequence[Rater], *, sealed: bool) -> str:
    """Both marks side by side; while one is to come, only that the other is there."""
    if not given:
        return "Both rate it, each without seeing the other's mark: Enter."
    marks = (_mark(rater, given.get(rater), sealed=sealed) for rater in raters)
    return " · ".join(marks) + ("" if not sealed else ". Enter goes on.")


def _mark(rater: Rater, given: Rating | None, *, sealed: bool) -> str:
    if given is None:
        return f"{rater.value} still to come"
    return f"{rater.value} {HIDDEN if sealed else f'{given.value:g}'}"


def goal_said(
    given: Mapping[Rater, Rating],
    raters: Sequence[Rater],
    decision: Decision | None,
    *,
    sealed: bool,
) -> str:
    """Both marks and the decision, as far as they are there."""
    marks = rated(given, raters, sealed=sealed)
    marks = marks[:1].upper() + marks[1:]
    if decision:
        became = f"{DECIDED[decision.choice].capitalize()}."
        return f"{marks}. {became}" if given else became
    return f"{marks}. Enter decides." if given and not sealed else marks


def goal_blocks(
    sentence: str, decision: Decision | None, before: Decision | None, dates: DateStyle
) -> tuple[Block, ...]:
    """What was decided and said, what the ratings say, and what was decided the last time."""
    blocks = [Block("Decided", tuple(_decision(decision)))] if decision else []
    blocks.append(Block("The ratings", (Entry(sentence),)))
    if before:
        lead = (Entry(full(before.day, dates)),)
        blocks.append(Block("Decided before", (*lead, *_decision(before))))
    return tuple(blocks)


def _decision(decision: Decision) -> Iterator[Entry]:
    yield Entry(f"{DECIDED[decision.choice].capitalize()}.")
    yield from (Entry(f"“{line}”") for line in _lines(decision.note))


def _lines(text: str) -> Iterator[str]:
    yield from (line for line in clean(text, multiline=True).split("\n") if line.strip())


_HEADS: Final = {Kind.GROWTH: "Growth", Kind.SIGN: "Signs"}


def moved(line: Line) -> str:
    """Then and now: "3.7 → 7.7"; one value where there was none then."""
    if line.last is None:
        return "no picture yet"
    if line.first is None or line.first == line.last:
        return f"{line.last.value:g}"
    return f"{line.first.value:g} → {line.last.value:g}"


def growth_blocks(lines: Iterable[Line]) -> tuple[Block, ...]:
    """Then and now of each indicator and sign, in their own order."""
    return tuple(
        Block(_HEADS[kind], tuple(Entry(line.measure.name, moved(line)) for line in group))
        for kind, group in groupby(lines, lambda line: line.measure.kind)
    )


def growth_said(since: date | None, today: date, dates: DateStyle) -> str:
    """What then is, and what is not done with it."""
    then = near(since, today, dates) if since else "the start"
    return f"○ {then}, ● now. {NOTHING_ADDED}"


_NO_BREAK: Final = Entry(
    "None was noted in this time. One that was felt can be talked about still."
)


def alliance_blocks(
    ruptures: Sequence[Rupture], since: date | None, today: date, dates: DateStyle
) -> tuple[Block, ...]:
    """Breaks since the last review, those that were repaired since, and those that are open."""
    found = [r for r in ruptures if _of_period(r, since)]
    entries = tuple(Entry(broken(r), near(r.day, today, dates)) for r in found)
    return (Block(repairs_told(found) or "Breaks", entries or (_NO_BREAK,)),)


def _of_period(rupture: Rupture, since: date | None) -> bool:
    """Whether a break was made or repaired in the period, or is open."""
    return rupture.repaired is None or since is None or rupture.repaired > since


def practice_said(practices: Sequence[Practice]) -> str:
    """How often something was practised; it claims no cause."""
    words = practised(practices)
    return f"{words}. {NO_CAUSE}" if words else "Nothing was noted as practised."


def practice_blocks(
    practices: Sequence[Practice], today: date, dates: DateStyle
) -> tuple[Block, ...]:
    """Each thing that was practised, the one tried last first, with how often and when last."""
    latest: dict[str, list[Practice]] = {}
    for practice in sorted(practices, key=lambda p: p.day, reverse=True):
        latest.setdefault(clean(practice.what), []).append(practice)
    entries = tuple(
        Entry(f"{what}, last on {near(found[0].day, today, dates)}", f"{len(found)} ×")
        for what, found in latest.items()
    )
    return (Block("Practised", entries),) if entries else ()


def agreed_said(count: int) -> str:
    """How much was agreed in a review."""
    if not count:
        return "Who does what by when? Enter writes it down. A review may end with nothing agreed."
    return f"{_many(count, 'thing')} agreed. Enter changes it or adds to it."


def agreed_blocks(
    now: Sequence[Agreement], every: Sequence[Agreement], today: date, dates: DateStyle
) -> tuple[Block, ...]:
    """What was agreed in this review, and what is still to be done from before."""
    if not every:
        return (Block("Agreed in this review", (Entry("Nothing yet."),)),)
    ids = {agreement.id for agreement in now}
    open_ = [a for a in every if a.done is None and a.id not in ids]
    parts = (("Agreed in this review", now), ("From before, still to do", open_))
    return tuple(
        Block(head, tuple(Entry(agreement_line(a, today, dates)) for a in found))
        for head, found in parts
        if found
    )


def agreement_line(agreed: Agreement, today: date, dates: DateStyle) -> str:
    """What was agreed, who does it, by when, and whether it is done."""
    by = f" by {near(agreed.by_when, today, dates)}" if agreed.by_when else ""
    done = f", done on {near(agreed.done, today, dates)}" if agreed.done else ""
    return f"{told(agreed)}{by}{done}"


def next_said(day: date, left: int, dates: DateStyle) -> str:
    """When the next review would be, and what is left of this one."""
    goals = f" {_many(left, 'goal')} left as they are." if left else ""
    return f"Next: {full(day, dates)}, or another day. Enter sets it and ends this review.{goals}"


def held_blocks(
    review: Review,
    decided: Iterable[tuple[str, Decision]],
    agreed: Sequence[Agreement],
    today: date,
    dates: DateStyle,
) -> tuple[Block, ...]:
    """What a review came to; `decided` are decisions with the wordings of their goals."""
    parts: list[tuple[str, tuple[Entry, ...]]] = []
    for wording, decision in decided:
        parts.append((f"“{wording}”", tuple(_decision(decision))))
    parts.append(("Agreed", tuple(Entry(agreement_line(a, today, dates)) for a in agreed)))
    parts.append(("What was said", tuple(Entry(line) for line in _lines(review.note))))
    if review.next_day:
        parts.append(("Next review", (Entry(full(review.next_day, dates)),)))
    return tuple(Block(heading, entries) for heading, entries in parts if entries)


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
