"""Only what is on the scale is kept, and an old rating goes on meaning what it meant."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.core.build import day, measure
from tui.core.measures import Kind, OffScale, Scale, key_for


@given(st.integers(-20, 20), st.integers(1, 30), st.data())
def test_whole_steps_are_kept(low: int, steps: int, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from([1, 2, 0.5, 0.1, 0.25]))
    scale = Scale("", "", low, low + steps * step, step)
    value = low + data.draw(st.integers(0, steps)) * step
    assert scale.check(value) == value


@given(st.one_of(st.floats(), st.integers()))
@example(nan)
@example(inf)
@example(-inf)
def test_everything_else_is_refused(value: float) -> None:
    """What `check` lets through is one of the eleven numbers, not something near one."""
    if value in range(11):
        assert Scale().check(value) == value
        return
    with pytest.raises(OffScale, match=r"is not on this scale: whole numbers from 0 to 10\.$"):
        Scale().check(value)


@pytest.mark.parametrize("value", [7.0000000001, -1e-10, 10**400], ids=["near", "below", "huge"])
def test_next_to_the_scale_is_not_on_it(value: float) -> None:
    with pytest.raises(OffScale):
        Scale().check(value)


def test_the_version_of_a_day() -> None:
    asked = measure(since=(0, 10, 10, 20))
    found = [asked.version_on(day(n)).number for n in (-5, 0, 9, 10, 19, 20, 99)]
    assert found == [1, 1, 1, 3, 3, 4, 4]


def test_rewording_adds_and_never_changes() -> None:
    goal = measure("Ring my sister", key="", kind=Kind.GOAL, scale=Scale("a", "b", 0, 5))
    reworded = goal.reworded("Ring my sister first", day(7))
    assert reworded.versions[:1] == goal.versions
    new = reworded.version
    assert (new.number, new.since, new.prompt) == (2, day(7), "Ring my sister first")
    assert (new.scale, reworded.id) == (goal.scale, goal.id)
    assert reworded.name == "Ring my sister first"
    assert measure("Choice").reworded("Other words", day(7)).name == "Choice"
    assert goal.reworded("the same day is allowed", day(0)).version.number == 2
    with pytest.raises(ValueError, match="cannot be older"):
        reworded.reworded("again", day(6))


def test_another_scale_is_another_version() -> None:
    """Words, scale or both; an old rating keeps the scale that it was given on."""
    growth = measure("Choice")
    wide = Scale("none", "many", 0, 100, 5)
    asked = growth.asked_anew("How many ways?", wide, day(7))
    assert asked.versions[:1] == growth.versions
    assert (asked.version.prompt, asked.scale, asked.name) == ("How many ways?", wide, "Choice")
    assert asked.version_on(day(6)).scale == Scale()
    ends = replace(growth.scale, low="one", high="many")
    assert growth.asked_anew(growth.version.prompt, ends, day(0)).scale == ends
    with pytest.raises(ValueError, match="asked already"):
        growth.asked_anew(growth.version.prompt, growth.scale, day(7))
    with pytest.raises(ValueError, match="cannot be older"):
        asked.asked_anew("again", wide, day(6))


@pytest.mark.parametrize(
    "broken",
    [
        Scale("", "", 5, 5),
        Scale("", "", 10, 0),
        Scale("", "", 0, 10, 0),
        Scale("", "", 0, 10, -1),
        Scale("", "", 0, 10, 3),
        Scale("", "", 0, 10, 20),
        Scale("", "", 0, inf),
        Scale("", "", nan, 10),
        Scale("", "", 0, 10, nan),
        Scale("", "", -1e308, 1e308),
        Scale("", "", 0, 10, 1e-320),
    ],
    ids=str,
)
def test_a_scale_on_which_nothing_can_be_rated(broken: Scale) -> None:
    with pytest.raises(ValueError, match=r"^(A scale|Steps|The ends)"):
        measure().asked_anew("again", broken, day(7))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Time for me", "time_for_me"),
        ("  Schlaf, tief & fest! ", "schlaf_tief_fest"),
        ("睡眠", "睡眠"),
        ("\x1b[2J", "2j"),
        ("!?", "measure"),
        ("Sleep", "sleep_3"),
        ("x" * 99, "x" * 40),
    ],
)
def test_a_key_is_made_from_the_name(name: str, key: str) -> None:
    assert key_for(name, {"sleep", "sleep_2"}) == key
