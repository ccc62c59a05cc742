"""What stands behind a sentence, from the shell: for a person, and for another program."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.shell.conftest import Shell

PROMISED = {
    *("measure", "direction", "n", "gate", "first", "last", "median", "mean_moving_range"),
    *("wobble", "limits", "signals", "runs", "trend", "change", "sentence"),
}
START = date(2024, 1, 1)
RISING = (12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7)


def table(name: str, values: tuple[float, ...]) -> str:
    days = (START + timedelta(7 * n) for n in range(len(values)))
    rows = (f"{day},{name},{value}" for day, value in zip(days, values, strict=True))
    return "\n".join(["date,measure,value", *rows])


@pytest.fixture
def followed(fledge: Shell) -> Shell:
    """A questionnaire's total, rated fourteen times."""
    fledge.begin()
    ends = ("--min", "0", "--max", "40", "--step", "0.1", "--direction", "lower")
    norms = ("--sd", "7.5", "--reliability", "0.8", "--mean", "30")
    fledge.well("measure", "add", "Total", *ends, *norms)
    said = fledge("import", "-", "--yes", stdin=table("total", RISING))
    assert said.code == 0, said.err
    return fledge


def told(fledge: Shell, *words: str) -> Any:
    said = fledge("explain", *words, "--json")
    assert said.code == 0, said.err
    return said.json


def test_a_worked_case_from_the_table_to_the_figures(followed: Shell) -> None:
    document = told(followed, "total")
    assert set(document) >= PROMISED
    assert (document["n"], document["gate"], document["direction"]) == (14, "direction", "lower")
    assert (document["first"], document["last"]) == (12.9, 21.7)
    trend = document["trend"]
    assert (trend["s"], trend["exact"]) == (54, False)
    assert trend["variance"] == pytest.approx(332.6667, abs=1e-3)
    assert trend["z"] == pytest.approx(2.9058, abs=1e-4)
    assert trend["slope"] == pytest.approx(0.56667, abs=1e-5)
    assert document["change"]["s_diff"] == pytest.approx(4.743, abs=1e-3)
    assert document["change"]["rc"] == pytest.approx(8.8 / 4.7434, abs=1e-3)
    assert document["change"]["reliable"] is False


def test_what_a_gate_withholds_is_null(followed: Shell) -> None:
    """As it was on earlier days, when there were fewer ratings."""
    gates = {1: "nothing", 4: "values", 7: "difference", 8: "direction"}
    for n, gate in gates.items():
        document = told(followed, "total", "--on", str(START + timedelta(7 * (n - 1))))
        assert (document["n"], document["gate"]) == (n, gate)
        assert (document["first"] is None) == (n < 2)
        assert (document["wobble"] is None) == (document["limits"] is None) == (n < 5)
        assert (document["trend"] is None) == (n < 8)
        assert document["runs"] is None


def test_whose_ratings(followed: Shell) -> None:
    followed.well("rate", "confidence", "4", "--on", "2024-01-01")
    for day in ("2024-01-01", "2024-01-08"):
        followed.well("rate", "confidence", "7", "--on", day, "--rater", "therapist")
    assert told(followed, "confidence")["n"] == 1
    document = told(followed, "confidence", "--rater", "therapist")
    assert (document["rater"], document["n"], document["change"]) == ("therapist", 2, None)


def test_in_words(followed: Shell) -> None:
    """A person reads the rule and the numbers, and a probability only by asking for it."""
    words = followed.well("explain", "total")
    for part in ("14 ratings by the client", "Own limits", "Feb 2024", "points used"):
        assert part in words
    assert "Mann" not in words
    assert "S 54" in followed.well("explain", "total", "--numbers")


def test_limits_begin_anew_at_a_new_level(followed: Shell) -> None:
    before = told(followed, "total")["limits"]
    day = START + timedelta(7 * 8)
    followed.well("measure", "rebase", "total", "--on", day.isoformat())
    after = told(followed, "total")["limits"]
    assert not before["trial"]
    assert after["trial"]
    assert after["centre"] == pytest.approx(sum(RISING[8:]) / 6)


@pytest.mark.parametrize(("words", "code"), [(("nothing",), 2), (("total", "--on", "never"), 2)])
def test_asked_wrongly(followed: Shell, words: tuple[str, ...], code: int) -> None:
    said = followed("explain", *words)
    assert (said.code, said.out) == (code, "")
    assert said.err
