"""What a person types finds the measure that is meant, or none."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import count

import pytest

from tests.core.build import measure
from tui.core import catalogue
from tui.core.measures import Kind, Measure
from tui.core.naming import NoSuchMeasure, find

_NUMBERS = count(0x10)
KNOWN = [
    *catalogue.measures(
        lambda: f"{next(_NUMBERS):08x}-0000-4000-8000-0000000000ff", date(2026, 6, 1)
    ),
]


def goal(wording: str, id_: str) -> Measure:
    return measure(wording, key="", id_=id_, kind=Kind.GOAL)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("confidence", "confidence"),
        ("  CONFIDENCE ", "confidence"),
        ("self-activation", "self_activation"),
        ("self activation", "self_activation"),
        ("Worthy of good things", "self_entitlement"),
        ("spont", "spontaneity"),
        ("worthy", "self_entitlement"),
        ("decides", "decisions"),
        ("challenge", "challenge"),  # exact, although comfort_challenge holds it too
        ("leaning on therapy", "regulation"),
    ],
)
def test_found_by_key_by_name_or_by_a_part(said: str, key: str) -> None:
    assert find(said, KNOWN).key == key


def test_more_than_one_is_asked_about() -> None:
    with pytest.raises(NoSuchMeasure, match=r"“Confidence”.*“Containing reactions”.*more of it"):
        find("con", KNOWN)


@pytest.mark.parametrize(("said", "near"), [("confidnce", "confidence"), ("chioce", "choice")])
def test_nothing_names_the_nearest(said: str, near: str) -> None:
    with pytest.raises(NoSuchMeasure, match=rf"no measure called “{said}”. The nearest: {near}"):
        find(said, KNOWN)


@pytest.mark.parametrize("said", ["", "  ", "_", "zzzzzz"])
def test_nothing_like_it(said: str) -> None:
    with pytest.raises(NoSuchMeasure, match="fledge show"):
        find(said, KNOWN)


def test_a_goal_by_the_beginning_of_its_id() -> None:
    """`goal list` shows eight characters of it."""
    goals = [goal("Sleep", "0badcafe-1111"), goal("Sleep", "5eed0000-2222")]
    assert find("5eed0000", [*KNOWN, *goals]) is goals[1]


@pytest.mark.parametrize("said", ["bed", "add", "be", "ff"])
def test_letters_inside_an_id_are_no_name(said: str) -> None:
    """A word of the letters a to f must not find a measure by chance of its random id."""
    other = goal("Sleep", "00000000-0bed-4add-be00-0000000000ff")
    with pytest.raises(NoSuchMeasure, match="no measure called"):
        find(said, [other])
    beginning = goal("Sleep", f"{said}00000-0000")
    wanted = goal(f"Go to {said} early", "11111111")
    assert find(said, [other, beginning, wanted]) is wanted


def test_letters_may_come_in_either_form() -> None:
    """A Mac's terminal may send é as two characters; the file keeps one."""
    cafe = goal(unicodedata.normalize("NFC", "Café with Zoë"), "1")
    assert find(unicodedata.normalize("NFD", "café"), [cafe]) is cafe


def test_two_of_the_same_name_can_be_told_apart() -> None:
    """“Write a little more of it” helps nobody when there is no more: the ids have to be told."""
    with pytest.raises(NoSuchMeasure, match="5eed0000"):
        find("Sleep", [goal("Sleep", "0badcafe-1111"), goal("Sleep", "5eed0000-2222")])
