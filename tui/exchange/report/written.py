"""What was decided and agreed in reviews, and, asked for by name, what was written."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.details import Block, Entry
from tui.core.events import EventKind
from tui.core.practices import EFFORT, USEFUL, Practice
from tui.core.reviews import Agreement, Decision, PlanKind, Review, ReviewState, latest
from tui.exchange.report.content import Piece, Section
from tui.exchange.report.whole import Whole

_PLANS = {
    PlanKind.SPACING: "How the sessions space out",
    PlanKind.SETBACK: "When it gets hard again",
    PlanKind.SUMMARY: "Looking back",
}


def reviews(of: Whole) -> Section:
    """Each review that was held in the period, the latest first, and what was agreed besides."""
    held = [r for r in of.reviewing.reviews if r.state is ReviewState.HELD and r.day in of.span]
    pieces = [_review(of, review) for review in reversed(held)]
    known = {review.id for review in of.reviewing.reviews}
    besides = [
        _agreed(of, each)
        for each in of.reviewing.agreements
        if each.review_id not in known and each.day in of.span
    ]
    blocks = (Block("Agreed besides", tuple(besides)),) if besides else ()
    return Section("Reviews", "", tuple(pieces), None, blocks)


def notes(of: Whole) -> Section:
    """Reflections, practices, what happened, and the plans for an ending."""
    found = [block for block in _notes(of) if block.entries]
    return Section("Notes", "" if found else "Nothing was written.", (), None, tuple(found))


def _review(of: Whole, review: Review) -> Piece:
    decided = [d for d in of.reviewing.decisions if d.review_id == review.id]
    agreed = [a for a in of.reviewing.agreements if a.review_id == review.id]
    blocks = [
        Block("Decided", tuple(_decided(of, each) for each in decided)),
        Block("Agreed", tuple(_agreed(of, each) for each in agreed)),
        Block("What was said", (Entry(review.note),) if of.noted and review.note else ()),
        Block("The next review", (Entry(of.said(review.next_day)),) if review.next_day else ()),
    ]
    return Piece(of.said(review.day), blocks=tuple(block for block in blocks if block.entries))


def _decided(of: Whole, decision: Decision) -> Entry:
    goal = next((g for g in of.record.goals if g.id == decision.measure_id), None)
    wording = "a goal that was taken out since"
    if goal:
        wording = f"“{goal.measure.version_on(decision.day).prompt}”"
    note = f" “{decision.note}”" if of.noted and decision.note else ""
    return Entry(f"{wording}{note}", decision.choice.value)


def _agreed(of: Whole, agreement: Agreement) -> Entry:
    by = f", by {of.said(agreement.by_when)}" if agreement.by_when else ""
    done = agreement.done if agreement.done and agreement.done <= of.span.end else None
    ticked = f" ☑ {of.said(done)}" if done else ""
    return Entry(f"“{agreement.what}”{ticked}", f"{agreement.who.value}{by}")


def _notes(of: Whole) -> Iterator[Block]:
    between = of.between
    yield Block(
        "Reflections",
        tuple(
            Entry(each.body, f"{of.said(each.day)}, {_when(each.part.value)}")
            for each in reversed(between.reflections)
            if each.day in of.span
        ),
    )
    tried = (each for each in reversed(between.practices) if each.day in of.span)
    yield Block("Practice", tuple(Entry(_tried(each), of.said(each.day)) for each in tried))
    noted = (e for e in of.record.events if e.kind is EventKind.NOTE and e.day in of.span)
    yield Block("What happened", tuple(Entry(e.text, of.said(e.day)) for e in noted))
    known = tuple(plan for plan in of.reviewing.plans if plan.day <= of.span.end)
    for kind, heading in _PLANS.items():
        plan = latest(known, kind)
        yield Block(heading, (Entry(plan.body, of.said(plan.day)),) if plan else ())


def _when(part: str) -> str:
    return "between sessions" if part == "between" else f"{part} a session"


def _tried(practice: Practice) -> str:
    said = []
    if practice.effort is not None:
        said.append(f"effort {EFFORT[practice.effort]}")
    if practice.useful is not None:
        said.append(f"useful {USEFUL[practice.useful]}")
    told = f" ({', '.join(said)})" if said else ""
    note = f"\n{practice.note}" if practice.note else ""
    return f"{practice.what}{told}{note}"
