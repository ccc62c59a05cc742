"""Days as people write them: read the one way there is, or refused with a remedy."""

from __future__ import annotations

from datetime import date

import pytest

from tui import when

SUNDAY = date(2026, 11, 22)
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "today", "wanted"),
    [
        ("today", SUNDAY, "2026-11-22"),
        (" Yesterday ", SUNDAY, "2026-11-21"),
        ("3 weeks ago", SUNDAY, "2026-11-01"),
        ("a month ago", SUNDAY, "2026-10-22"),
        ("friday", SUNDAY, "2026-11-20"),
        ("friday", FRIDAY, "2026-11-13"),
        ("sunday", SUNDAY, "2026-11-15"),
        ("20 Nov", SUNDAY, "2026-11-20"),
        ("Nov 20", SUNDAY, "2026-11-20"),
        ("22 November", SUNDAY, "2026-11-22"),
        ("24 Nov", SUNDAY, "2025-11-24"),
        ("20 Nov", date(2027, 1, 4), "2026-11-20"),
        ("29 Feb", SUNDAY, "2024-02-29"),
        ("2026-11-20", SUNDAY, "2026-11-20"),
        ("2026-1-2", SUNDAY, "2026-01-02"),
        ("13/4/2026", SUNDAY, "2026-04-13"),
        ("4/13/2026", SUNDAY, "2026-04-13"),
        ("3/3/2026", SUNDAY, "2026-03-03"),
    ],
)
def test_what_has_been(text: str, today: date, wanted: str) -> None:
    assert when.day(text, today).isoformat() == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("in 3 months", "2027-02-22"),
        ("tomorrow", "2026-11-23"),
        ("friday", "2026-11-27"),
        ("20 Nov", "2027-11-20"),
        ("1 Mar", "2027-03-01"),
        ("2027-03-01", "2027-03-01"),
    ],
)
def test_what_is_to_come(text: str, wanted: str) -> None:
    assert when.day(text, SUNDAY, ahead=True).isoformat() == wanted


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-30", "is not in the calendar"),
        ("2026-13-01", "is not in the calendar"),
        ("0000-01-01", "is not in the calendar"),
        ("31 Nov", "not a day I can read"),
        ("3/4/2026", "two ways"),
        ("3/4/26", "two ways"),
        ("3/4", "two ways"),
        ("3-4-2026", "two ways"),
        ("tomorrow", "still to come"),
        ("2026-11-23", "Mon 23 Nov 2026, which is still to come"),
        ("in 3 months", "still to come"),
        ("may", "not a day I can read"),
        ("May 2026", "not a day I can read"),
        ("2026", "not a day I can read"),
        ("7", "not a day I can read"),
        ("10:30", "not a day I can read"),
        ("", "not a day I can read"),
        ("soon", "not a day I can read"),
        ("9999999 years ago", "not a day I can read"),
        ("\x1b[2J", "not a day I can read"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(when.NotADay, match=reason):
        when.day(text, SUNDAY)


@pytest.mark.parametrize("text", ["may", "7", "2026-02-30", "3/4/2026", "May 2026"])
def test_refused_ahead_too(text: str) -> None:
    with pytest.raises(when.NotADay):
        when.day(text, SUNDAY, ahead=True)
