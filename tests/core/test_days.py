"""How days are written."""

from __future__ import annotations

from datetime import date

import pytest

from tui.core import days
from tui.core.days import DateStyle

DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("style", "short", "with_weekday", "full"),
    [
        (DateStyle.DAY_MONTH, "2 Nov", "Mon 2 Nov", "Mon 2 Nov 2026"),
        (DateStyle.MONTH_DAY, "Nov 2", "Mon Nov 2", "Mon Nov 2, 2026"),
        (DateStyle.ISO, "11-02", "Mon 2026-11-02", "2026-11-02"),
    ],
)
def test_each_style(style: DateStyle, short: str, with_weekday: str, full: str) -> None:
    assert days.short(DAY, style) == short
    assert days.with_weekday(DAY, style) == with_weekday
    assert days.full(DAY, style) == full
