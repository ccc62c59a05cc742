"""What goes into a report, of which time, and where it is put."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from tui.core.days import DateStyle
from tui.core.reports import SAFEST, Asked, Part, Wanted, layout_of
from tui.dialogs.choosing import Choosing
from tui.dialogs.fields import Day, Line, Several, Words

_PARTS: Final = tuple((part.value, part.value) for part in Part)
_WORDS: Final = (
    "Sessions, and what was written in free words (notes), go in only where you take them. "
    "A therapist’s own notes never do."
)


def take_home(today: date, dates: DateStyle, place: str, of: str = "") -> Choosing[Asked]:
    """Ask for a report; `place` is where it is put, `of` whom it is about, where that is said."""
    fields = (
        Several(key="parts", label="What goes in", options=_PARTS, value=" ".join(SAFEST)),
        Words(_WORDS),
        Day(
            key="start", label="From", hint="empty: since the last review", today=today, dates=dates
        ),
        Day(key="end", label="To", hint="empty: today", today=today, dates=dates),
        Line(
            key="place",
            label="Where to",
            hint="the name’s end says how it is written: .html, .md or .txt",
            value=place,
            required="Where shall it be put?",
        ),
    )

    def asked(values: Mapping[str, Any]) -> Asked:
        parts = tuple(map(Part, values["parts"]))
        wanted = Wanted(parts, values["start"], values["end"]).sound(today)
        if (layout := layout_of(values["place"])) is None:
            raise ValueError("The name ends in .html, .md or .txt.")
        return Asked(wanted, layout, values["place"])

    title = "A report to take home"
    return Choosing(f"{title}: {of}" if of else title, fields, asked, "writes it")
