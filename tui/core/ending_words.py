"""The ending as a list shows it: eight lines, three texts, and where one stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from tui.core.days import DateStyle, full, near
from tui.core.details import Block, Entry
from tui.core.ending_panel import NAMES, NOT_YET, Line, panel
from tui.core.events import ended
from tui.core.reviewing import Reviewing
from tui.core.reviews import EndingPlan, PlanKind, latest
from tui.core.text import clean


class Asked(NamedTuple):
    """What a text is called, what is asked for it, and what stands in its place before."""

    name: str
    asked: str
    begin: str


PLANS: Final = {
    PlanKind.SPACING: Asked(
        "Spacing",
        "What rhythm comes next, and after that? Any step towards it can be taken back.",
        "What rhythm next? e writes it.",
    ),
    PlanKind.SETBACK: Asked(
        "If it gets hard again",
        "How I would notice, what helps me, whom I turn to, and how I come back if I want to.",
        "In your own words: e writes it.",
    ),
    PlanKind.SUMMARY: Asked(
        "What I take with me",
        "What has changed, what I did for it, what stays open. The record's own lines are a start.",
        "The record's lines are a start: e writes it.",
    ),
}
"""The three texts for an ending."""
NOT_WRITTEN: Final = "not yet written"
"""What stands in the list where a text is still to be written."""
WHOLE: Final = (
    "Eight things to look at together before a goodbye. None counts more than another, and no"
    " number of them says when. What is not here may still be true."
)
"""What stands over the eight lines."""
_WAYS: Final = {
    "goals": "Goals that were reached, and those that stand where you hoped.",
    "held": "What stood after a longer gap without a session where it did before.",
    "steadied": "Weeks after a hard session in which you contained your reactions as ever.",
    "leaned": "Moments in which you leaned on others. Leaning on people is growth.",
    "decided": "Decisions that you talked over with somebody and made yourself.",
    "effort": "Moments in which you gave your own effort its due.",
    "repaired": "Breaks that were noticed, talked through and repaired.",
    "plan": "What you wrote for when it gets hard again.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One of the eight lines, by its key."""

    line: Line

    @property
    def id(self) -> str:
        """Its key."""
        return self.line.key


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One of the three texts; `plan` is None while nothing is written."""

    kind: PlanKind
    plan: EndingPlan | None

    @property
    def id(self) -> str:
        """Its kind."""
        return f"plan:{self.kind.value}"


@dataclass(frozen=True, slots=True)
class Ending:
    """Everything that the mode shows, as of a day. `ended` is None while therapy goes on."""

    client_id: str
    today: date
    rows: tuple[Row, ...]
    plans: tuple[PlanRow, ...]
    ended: date | None

    def plan(self, kind: PlanKind) -> EndingPlan | None:
        """The text of a kind, if it is written."""
        return next((row.plan for row in self.plans if row.kind is kind), None)

    @property
    def start(self) -> str:
        """The evidence as a text to begin a summary with; "" where the record shows none."""
        return "\n\n".join(
            "\n".join((row.line.name, *(f"- {clean(each)}" for each in row.line.evidence)))
            for row in self.rows
            if row.line.evidence
        )


def ending(of: Reviewing) -> Ending:
    """What the record shows; it takes a moment, for a thread."""
    rows = tuple(Row(line) for line in panel(of.record))
    plans = tuple(PlanRow(kind, latest(of.plans, kind)) for kind in PlanKind)
    record = of.record
    return Ending(record.client.id, record.today, rows, plans, ended(record.events))


def name_of(id_: str) -> str:
    """What the row with an id is called; "" for one that there is none of."""
    return NAMES.get(id_) or next((PLANS[k].name for k in PlanKind if f"plan:{k.value}" == id_), "")


def blocks(row: Row | PlanRow, dates: DateStyle = DateStyle.DAY_MONTH) -> tuple[Block, ...]:
    """All there is to read about a row."""
    if isinstance(row, Row):
        found = tuple(Entry(each, "·") for each in row.line.evidence) or (Entry(NOT_YET),)
        return (
            Block("What this is", (Entry(_WAYS[row.line.key]),)),
            Block("From the record", found),
            Block("Of all eight", (Entry(WHOLE),)),
        )
    told = PLANS[row.kind]
    asked = Block("What is asked", (Entry(told.asked),))
    if row.plan is None:
        return (asked, Block("Written", (Entry(told.begin),)))
    return (Block(f"Written on {full(row.plan.day, dates)}", tuple(_lines(row.plan.body))), asked)


def now(row: Row | PlanRow, today: date, dates: DateStyle = DateStyle.DAY_MONTH) -> str:
    """What stands in the list: the latest evidence, or the first line of a text."""
    if isinstance(row, Row):
        return row.line.said[-1]
    if row.plan is None:
        return NOT_WRITTEN
    first = next((entry.text for entry in _lines(row.plan.body)), "")
    return f"{near(row.plan.day, today, dates)}: {first}"


def _lines(text: str) -> Iterator[Entry]:
    lines = clean(text, multiline=True).split("\n")
    return (Entry(line) for line in lines if line.strip())
