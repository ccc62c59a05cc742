"""Two states of one thing, side by side: what was written here, and what is there now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Final

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.core.measures import Rater
from tui.core.ratings import Rating
from tui.core.trouble import Conflict
from tui.dialogs.confirm import Answer, Confirm
from tui.dialogs.panel import look
from tui.widgets.cells import fit, wrap

MINE: Final = "mine"
THEIRS: Final = "theirs"
WRITE: Final = "write"

_ANSWERS: Final = (
    Answer("g", "Go on writing", WRITE),
    Answer("m", "Keep what I changed", MINE),
    Answer("t", "Take what is there now", THEIRS),
)
_UNSEEN: Final = frozenset({"id", "position", "number", "version", "entered"})
"""Columns that only the file uses."""
RATING: Final = {"value": "rating", "evidence": "one moment", "marks": "how it was"}
"""What a rating's columns are called."""
_LINES: Final = 6
"""Lines that one text is shown in."""
_SHARED: Final = 40
"""Characters of a shared beginning that are shown."""


class ConflictDialog(Confirm):
    """Returns MINE, THEIRS or WRITE; None means WRITE as well.

    `labels` are the words for columns; what both have in common is left out. `about` names what it
    is, where several things were changed at once; `writing`, whether there is something to go on
    writing.
    """

    def __init__(
        self,
        conflict: Conflict,
        labels: Mapping[str, str],
        about: str = "",
        *,
        writing: bool = True,
    ) -> None:
        gone = ""
        if conflict.theirs is None:
            gone = " It is gone there; keeping yours brings it back."
        elif conflict.yours is None:
            gone = " You were taking it out."
        title = "Changed by someone else" + (f": {about}" if about else "")
        answers, harmless = (_ANSWERS, WRITE) if writing else (_ANSWERS[1:], THEIRS)
        super().__init__(title, f"{conflict}{gone}", answers, harmless)
        self.rows = differences(conflict, labels)

    def about(self) -> ComposeResult:
        """The two states."""
        yield Sides(self.rows)


def differences(conflict: Conflict, labels: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """What differs: its label, yours, theirs. Names that only the file uses are left out.

    What was changed there alone stays so whatever is decided, and says so.
    """
    yours, theirs, seen = conflict.yours or {}, conflict.theirs or {}, conflict.seen or {}
    found = []
    for key in {**yours, **theirs}:
        mine, now = yours.get(key), theirs.get(key)
        if key in _UNSEEN or key.endswith("_id") or mine == now:
            continue
        both = _where_they_differ(_said(key, mine), _said(key, now))
        if conflict.yours and conflict.theirs and key in seen and seen[key] == mine:
            both = "not changed here", _said(key, now)
        found.append((labels.get(key, key.replace("_", " ")), *both))
    return found


def rating_there(conflict: Conflict) -> Rating | None:
    """The rating that is there now, of a conflict about one."""
    if not (row := {key: str(value) for key, value in (conflict.theirs or {}).items()}):
        return None
    return Rating(
        row["measure_id"],
        date.fromisoformat(row["day"]),
        Rater(row["rater"]),
        float(row["value"]),
        int(row["version"]),
        date.fromisoformat(row["entered"]),
        row["evidence"],
        tuple(row["marks"].split()),
    )


def _where_they_differ(yours: str, theirs: str) -> tuple[str, str]:
    """Two texts, without a long beginning that they share."""
    pairs = enumerate(zip(yours, theirs, strict=False))
    same = next((n for n, (one, other) in pairs if one != other), 0) - _SHARED
    return (yours, theirs) if same < _SHARED else (f"…{yours[same:]}", f"…{theirs[same:]}")


def _said(key: str, value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if key == "ladder" and value:
        return " · ".join(json.loads(str(value)))
    return "—" if value is None or value == "" else str(value)


class Sides(Widget):
    """Three columns: what it is, yours, there now. On a narrow screen the two stand in turn."""

    def __init__(self, rows: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self.rows = rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Every line of both."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line; heads are told from texts."""
        lines = self._lines(self.size.width)
        head, text = lines[y] if y < len(lines) else ("", "")
        plain = look(self, "text")
        segments = [Segment(head, look(self, "quiet")), Segment(text, plain)]
        return Strip(segments).adjust_cell_length(self.size.width, plain)

    def _lines(self, width: int) -> list[tuple[str, str]]:
        """Pairs of a head and a text, each line of it `width` cells at most."""
        if width < 56:
            return [line for row in self.rows for line in _in_turn(row, width)]
        side = (width - 16) // 2
        lines = [(f"{'':16}{fit('yours', side)}{fit('there now', side)}", "")]
        for label, *both in self.rows:
            yours, theirs = (_shortened(text, side - 2) for text in both)
            for n in range(max(len(yours), len(theirs), 1)):
                cells = (fit(part[n] if n < len(part) else "", side) for part in (yours, theirs))
                lines.append((fit("" if n else label, 15) + " ", "".join(cells)))
        return lines


def _in_turn(row: tuple[str, str, str], width: int) -> list[tuple[str, str]]:
    label, yours, theirs = row
    lines = [(fit(label, width).rstrip(), "")]
    for head, text in (("yours", yours), ("now", theirs)):
        first, *more = _shortened(text, width - 8) or [""]
        lines += [(f"  {head:6}", first), *((" " * 8, line) for line in more)]
    return lines


def _shortened(text: str, width: int) -> list[str]:
    """The first lines of a text; a "…" stands for more."""
    lines = wrap(text[: width * (_LINES + 1)], width)
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], f"{lines[_LINES - 1][:-1]}…"]
