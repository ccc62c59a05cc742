"""What stands out for whoever looks: the notices that stand, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tui.core.days import near
from tui.core.measures import Kind, Rater
from tui.core.notices.answers import standing
from tui.core.notices.notice import Notice
from tui.core.notices.registry import notices
from tui.core.record import Record
from tui.core.reviewing import Reviewing
from tui.core.stats.gates import DIFFERENCE_FROM
from tui.core.worse_after import Path, Stage, path

NOTHING: Final = "Nothing stands out. That is a finding too."
"""What is said where no notice stands."""
FEW: Final = (
    "Too few ratings yet to see what stands out:"
    f" from {DIFFERENCE_FROM} of one line on there is something to compare."
)
"""What is said where no line has been rated often enough."""
CHANCE: Final = "fair-chance"
"""The id of the line about what was agreed and is given its time."""


class Mark(StrEnum):
    """What stands before a line: of what kind it is, whatever its colour."""

    REPAIR = "◆"
    MOVED = "●"
    QUESTION = "?"
    SIGN = "○"


_REPAIRS: Final = {"alliance_dip", "repair_open"}
_ASKS: Final = {"apart", "drift", "silence", "still_fair", "worse"}


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of what is worth talking about.

    `about` is the id of the measure whose picture belongs to it, or ""; `kind` that measure's.
    `notice` is None for a fair chance that is running, of which nothing has to be put away.
    """

    id: str
    mark: Mark
    said: str
    about: str = ""
    kind: Kind | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Worth:
    """What is worth talking about with a client, as of a day.

    `few` tells that no line has enough ratings for anything to stand out. `path` is where they are
    on the way of somebody who feels worse after sessions.
    """

    client_id: str
    today: date
    remarks: tuple[Remark, ...]
    few: bool
    path: Path

    @property
    def notices(self) -> int:
        """How many notices stand."""
        return sum(remark.notice is not None for remark in self.remarks)

    @property
    def said(self) -> str:
        """What is said where there is no line."""
        return FEW if self.few else NOTHING

    def remark(self, id_: str) -> Remark | None:
        """One line."""
        return next((remark for remark in self.remarks if remark.id == id_), None)


def worth(of: Reviewing) -> Worth:
    """What stands out in what may be seen; it takes a while, for a thread."""
    record = of.record
    stand = standing(notices(record), of.answers, record.today)
    found = path(record)
    remarks = (*(_remark(record, notice) for notice in stand), *_chance(record, found))
    rated = (len(s.by(Rater.CLIENT)) for s in record.series)
    few = max(rated, default=0) < DIFFERENCE_FROM
    return Worth(record.client.id, record.today, remarks, few, found)


def _remark(record: Record, notice: Notice) -> Remark:
    """The line of a notice, with the measure that its picture is of."""
    series = record.of(notice.series.partition(":")[0]) or record.of(notice.subject)
    if notice.rule in _REPAIRS and series is None:
        series = record.of("alliance")
    measure = series.measure if series else None
    kind = measure.kind if measure else None
    mark = Mark.MOVED
    if notice.rule in _REPAIRS:
        mark = Mark.REPAIR
    elif notice.rule in _ASKS:
        mark = Mark.QUESTION
    elif kind is Kind.SIGN:
        mark = Mark.SIGN
    about = measure.id if measure else ""
    return Remark(f"notice:{notice.key}", mark, notice.said, about, kind, notice)


def _chance(record: Record, found: Path) -> Iterator[Remark]:
    """A line about what was agreed, while it is given its time."""
    if found.stage is Stage.FAIR_CHANCE and found.talk:
        day = near(found.talk.day, record.today, record.dates)
        left = f"{found.left} session{'' if found.left == 1 else 's'}"
        said = f"Worse after sessions: talked about on {day}; {left} to go"
        yield Remark(CHANCE, Mark.QUESTION, said)
