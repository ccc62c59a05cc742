"""A reading says what its gate allows, of the right points, and the same to everybody."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import any_series, day, measure, series
from tui.core.measures import Rater
from tui.core.series import Series, weekly_median
from tui.core.stats.explained import document
from tui.core.stats.gates import Gate, gate
from tui.core.stats.limits import limits, signals
from tui.core.stats.reading import Reading, read
from tui.core.stats.reliable import Norms
from tui.core.stats.saying import say
from tui.core.stats.why import why

LATER = day(9999)
UP = [3, 4, 3, 3, 4, 3, 4, 3, 3, 4, 3, 7, 8, 7, 8, 7, 7, 8, 7, 8, 7]
HALVES = [6, 6, 3, 1, 4, 1, 2, 5, 3, 5, 7, 5, 8, 10, 8, 6, 6, 7, 7, 6, 7, 7, 6, 7]
"""Higher in its later half, while the last three lie near the first three."""
KEYS = {
    "": "measure direction rater on version n gate dates first last median mean_moving_range wobble"
    " limits signals runs trend change moved sentence",
    "wobble": "single three",
    "limits": "lower centre upper trial screened",
    "runs": "n_useful longest longest_max crossings crossings_min signal",
    "trend": "s variance z p slope exact autocorrelation",
}


def weekly(values: list[int], **of: object) -> Series:
    """One rating a week."""
    return series(measure(**of), *((7 * at, v) for at, v in enumerate(values)))  # type: ignore[arg-type]


def test_what_the_gates_withhold() -> None:
    from_ = {
        "first": 2,
        "median": 2,
        "wobble": 5,
        "limits": 5,
        "signals": 5,
        "halves": 8,
        "trend": 8,
    }
    for n in range(14):
        reading = read(weekly(([3, 7] * 7)[:n]), LATER)
        assert reading.n == n
        assert reading.gate is gate(n)
        for name, least in from_.items():
            assert (getattr(reading, name) is None) == (n < least), (name, n)
    assert [gate(n) for n in (1, 2, 4, 5, 7, 8)] == [
        *(Gate.NOTHING, Gate.VALUES, Gate.VALUES),
        *(Gate.DIFFERENCE, Gate.DIFFERENCE, Gate.DIRECTION),
    ]


def test_run_rules_need_useful_points_not_ratings() -> None:
    assert read(weekly([5] * 20 + [3] * 4 + [7] * 5), LATER).runs is None
    assert read(weekly([5] * 20 + [3] * 5 + [7] * 5), LATER).runs is not None


@given(any_series(), st.integers(-20, 300), st.sampled_from(Rater), st.integers(0, 6))
def test_only_what_was_known_on_the_day(
    told: Series, on: int, rater: Rater, first_weekday: int
) -> None:
    reading = read(told, day(on), rater, first_weekday=first_weekday)
    version = told.measure.version_on(day(on))
    rated = [
        r
        for r in told.ratings
        if r.rater is rater and r.day <= day(on) and r.version == version.number
    ]
    daily = told.measure.cadence == 1
    assert list(reading.points) == (list(weekly_median(rated, first_weekday)) if daily else rated)
    until = replace(told, ratings=tuple(r for r in told.ratings if r.day <= day(on)))
    assert reading == read(until, day(on), rater, first_weekday=first_weekday)
    assert json.loads(json.dumps(document(reading))) == document(reading)
    assert why(reading)


def test_the_lead_is_who_led_on_that_day() -> None:
    told = series(measure(), (30, 5), therapist=[(0, 4), (7, 6)])
    assert read(told, day(10)).rater is Rater.THERAPIST
    assert read(told, day(40)).rater is Rater.CLIENT


def test_limits_begin_anew_where_they_are_rebased() -> None:
    told = weekly(UP)
    anew = read(told, LATER, rebased=day(11 * 7))
    assert anew.limits == limits(UP[11:])
    assert anew.signals == ()
    assert anew.wobble == read(told, LATER).wobble, "the movement is still of all of them"
    few = read(told, LATER, rebased=day(17 * 7))
    assert (few.limits, few.signals) == (None, None)
    assert read(told, day(70), rebased=day(77)).rebased is None, "not yet"


def test_signals_name_the_points_of_the_reading_also_after_rebasing() -> None:
    values = [5, 6] * 5 + [2, 3] * 6 + [9]
    anew = read(weekly(values), LATER, rebased=day(70))
    told = signals(values[10:], limits(values[10:]))
    assert anew.signals
    assert [s.points for s in anew.signals] == [tuple(10 + at for at in s.points) for s in told]
    dated = document(anew)["signals"]
    assert {"rule": "outside", "points": [day(22 * 7).isoformat()]} in dated  # type: ignore[operator]


@pytest.mark.parametrize(
    ("values", "moved"),
    [
        (UP, "up"),
        ([10 - v for v in UP], "down"),
        ([3, 3, 4, 3, 4, 4, 4, 5, 4, 5, 5, 6, 5, 6, 6, 7], "up"),
        ([5] * 20, None),
        ([3, 7] * 10, None),
        ([5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6], None),
        ([3, 4, 3, 9, 8, 9, 8, 9, 9, 8, 9, 3, 4, 3], None),
        (HALVES, "up"),
        ([*HALVES[:-3], 3, 4, 4], None),
        ([3, 2, 4, 6, 6, 5, 5, 4, 5, 3, 3, 3, 8, 8, 9, 6, 5, 8, 6, 4, 4, 6, 8, 8], "up"),
        ([3, 4, 5, 6, 7, 8, 9], None),
    ],
)
def test_moved(values: list[int], moved: str | None) -> None:
    """Up, down; and not: level, to and fro, by one point, there and back, too few.

    The last: in the halves alone, so and back again, and by a run rule with p of 0.03 to 0.05.
    """
    assert read(weekly(values), LATER).moved == moved


def test_what_only_the_halves_show_is_said_of_them() -> None:
    reading = read(weekly(HALVES), LATER)
    assert reading.shift
    assert not reading.shift.beyond
    assert "The later half lies above the first by more than your usual" in say(reading)
    told = {block.heading: " ".join(e.text for e in block.entries) for block in why(reading)}
    assert (
        "against the first: +3.1; more than usual is from 2 points on, so beyond it."
        in (told["Start against now"])
    )
    back = why(read(weekly([*HALVES[:-3], 3, 4, 4]), LATER))
    assert any("but the last three came back" in e.text for block in back for e in block.entries)


def test_turning_a_series_round_turns_the_direction_round() -> None:
    by, turn = Random(41), {"up": "down", "down": "up", None: None}
    seen = set()
    for _ in range(400):
        drift = by.choice((0, 0.15, 0.3))
        values = [max(0, min(10, round(3 + drift * i + by.gauss(0, 1.5)))) for i in range(22)]
        there, back = read(weekly(values), LATER), read(weekly([10 - v for v in values]), LATER)
        assert back.moved == turn[there.moved]
        seen.add(there.moved)
    assert seen >= {"up", None}


def _with_norms(values: list[int]) -> Reading:
    told = weekly(values)
    version = replace(told.measure.version, norms=Norms(1, 0.8, mean=3))
    return read(replace(told, measure=replace(told.measure, versions=(version,))), LATER)


def test_change_is_for_a_measure_with_norms() -> None:
    assert read(weekly(UP), LATER).change is None
    assert _with_norms([3]).change is None
    found = _with_norms([3, 9]).change
    assert found
    assert (found.reliable, found.cut_off, found.crossed) == (True, 5, True)
    told = document(_with_norms([3, 9]))["change"]
    assert told == {"reliable": True, "rc": found.rc, "s_diff": found.s_diff}


def test_the_keys_of_the_document_are_the_same_for_every_reading() -> None:
    for values in ([], [5], [3, 4], [3, 4] * 3, UP):
        assert " ".join(document(read(weekly(values), LATER))) == KEYS[""]
    full = document(read(weekly(UP), LATER), "So.")
    assert full["sentence"] == "So."
    for part in ("wobble", "limits", "runs", "trend"):
        found = full[part]
        assert isinstance(found, dict)
        assert " ".join(found) == KEYS[part]


@pytest.mark.parametrize("values", [[], [5], [3, 4], [3, 4] * 3, [4] * 9, UP])
def test_the_plain_explanation_names_no_test(values: list[int]) -> None:
    reading = _with_norms(values)
    told = " ".join(entry.text for block in why(reading) for entry in block.entries)
    for word in ("Mann", "Kendall", "Theil", "autocorrelation", " p ", "None", "nan"):
        assert word not in told
    every = [block.heading for block in why(reading, numbers=True)]
    assert ("Numbers" in every) == (len(values) >= 8)


def test_the_explanation_gives_the_numbers_of_the_reading() -> None:
    blocks = {
        block.heading: " ".join(f"{entry.lead}  {entry.text}" for entry in block.entries)
        for block in why(read(weekly(UP), LATER))
    }
    assert "+4, so beyond it" in blocks["Start against now"]
    assert "Longest row on one side: 10; up to 7 is usual." in blocks["Above and below the middle"]
    assert "110 more pairs go up than down." in blocks["Direction"]
    assert "Fixed on the first 12 ratings." in blocks["Own limits"]
    assert "Jun 2026  1: 3, 8: 4" in blocks["The points used"]
