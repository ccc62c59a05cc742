"""What is known of a goal, changed piece by piece; each piece is a change that undo takes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.shell.conftest import COMMAND, Shell
from tests.shell.test_refusals import refused
from tests.support.terminal import Terminal

TODAY = date.today()


@pytest.fixture
def sleep(fledge: Shell) -> Shell:
    """A file with one goal, "Sleep"."""
    fledge.well("goal", "add", "Sleep", "--why", "So tired", "--on", "2024-01-01")
    return fledge


def told(fledge: Shell) -> dict[str, Any]:
    (goal,) = fledge("goal", "list", "--json").json
    found: dict[str, Any] = goal
    return found


def test_what_is_known_of_a_goal(sleep: Shell) -> None:
    said = sleep.well("goal", "edit", "sleep", "--there", "Rested", "--by", "2999-05-01")
    assert said == "“Sleep”: changed there, by when\n"
    assert (told(sleep)["why"], told(sleep)["there"]) == ("So tired", "Rested")
    assert told(sleep)["by_when"] == "2999-05-01"
    sleep.well("goal", "edit", "sleep", "--why", "", "--by", "none", "--importance", "3")
    assert [told(sleep)[k] for k in ("why", "there", "by_when")] == ["", "Rested", None]
    again = sleep.well("goal", "edit", "sleep", "--importance", "3")
    assert again == "It was like that already.\n"
    sleep.well("undo")
    assert told(sleep)["why"] == "So tired"
    assert sleep("goal", "edit", "sleep", "--importance", "4").code == 2


def test_a_milestone(sleep: Shell) -> None:
    said = sleep.well("goal", "milestone", "sleep", "7", "--by", "2999-05-01")
    assert said == "“Sleep”: 7 by Wed 1 May 2999\n"
    assert told(sleep)["milestone"] == {"level": 7, "by": "2999-05-01"}
    refused(sleep("goal", "milestone", "sleep", "11", "--by", "2999-05-01"), 2, "11 is not on")
    assert sleep.well("goal", "milestone", "sleep", "--none") == "“Sleep”: no milestone\n"
    assert told(sleep)["milestone"] is None
    sleep.well("undo")
    assert told(sleep)["milestone"]["level"] == 7


def test_steps(sleep: Shell) -> None:
    assert sleep.well("goal", "step", "sleep") == "“Sleep”: no steps yet\n"
    sleep.well("goal", "step", "sleep", "Phone out of the room")
    sleep.well("goal", "step", "sleep", "Same hour")
    said = sleep.well("goal", "step", "sleep", "--done", "2", "--on", "2024-01-05")
    assert said == (
        "“Sleep”: steps\n  1  Phone out of the room\n  2  Same hour, done Fri 5 Jan 2024\n"
    )
    sleep.well("goal", "step", "sleep", "--done", "1")
    sleep.well("goal", "step", "sleep", "--undone", "2")
    steps = told(sleep)["steps"]
    assert steps == [
        {"text": "Phone out of the room", "done": TODAY.isoformat()},
        {"text": "Same hour", "done": None},
    ]
    sleep.well("goal", "step", "sleep", "--remove", "1")
    assert [step["text"] for step in told(sleep)["steps"]] == ["Same hour"]
    sleep.well("undo")
    assert told(sleep)["steps"] == steps
    for number in ("0", "3"):
        refused(sleep("goal", "step", "sleep", "--remove", number), 2, f"no step {number}.")
    refused(sleep("goal", "step", "sleep", " "), 2, "needs a few words")


def test_a_ladder(sleep: Shell) -> None:
    levels = ["awake", "dozing", "most nights", "every night", "and rested"]
    rungs = [word for level in levels for word in ("--rung", level)]
    shown = sleep.well("goal", "ladder", "sleep", *rungs)
    assert shown.splitlines() == [
        "“Sleep”: a ladder",
        *["  +2  and rested", "  +1  every night", "   0  most nights"],
        *["  −1  dozing", "  −2  awake"],
    ]
    assert sleep.well("goal", "ladder", "sleep") == shown
    assert sleep.well("goal", "ladder", "sleep", "--none") == "“Sleep”: no ladder\n"
    sleep.well("undo")
    assert sleep.well("goal", "ladder", "sleep") == shown


def test_resting(sleep: Shell) -> None:
    """A paused goal is not asked."""
    assert "Sleep" in sleep.well("due")
    assert sleep.well("goal", "pause", "sleep", "--on", "2024-03-01") == (
        "“Sleep”: paused, Fri 1 Mar 2024\n"
    )
    assert told(sleep)["state"] == "paused"
    assert "Sleep" not in sleep.well("due")
    refused(sleep("goal", "pause", "sleep"), 2, "is paused, and only an active goal")
    sleep.well("goal", "resume", "sleep")
    assert told(sleep)["state"] == "active"
    refused(sleep("goal", "resume", "sleep"), 2, "only a paused goal")


def test_deleting_is_asked_about(sleep: Shell) -> None:
    """A wrong word deletes nothing; undo brings back the goal with its ratings."""
    sleep.well("rate", "sleep", "4", "--on", "2024-01-05")
    before = sleep.well("show", "sleep", "--json")
    refused(sleep("goal", "delete", "sleep"), 2, "give --yes")
    for answer, code in (("\n", 1), ("n\n", 1), ("perhaps\nyes\n", 0)):
        command: list[str | Path] = [COMMAND, "goal", "delete", "sleep"]
        with Terminal(command, env=sleep.env, cwd=sleep.place) as terminal:
            terminal.wait_for(r"Delete “Sleep” with its ratings \(1\)\? \[y/N\]")
            terminal.type(answer)
            assert terminal.wait_exit() == code
            assert ("Nothing was deleted." in terminal.text) is bool(code)
        assert len(sleep("goal", "list", "--json").json) == bool(code)
    sleep.well("undo")
    assert sleep.well("show", "sleep", "--json") == before
    assert sleep.well("goal", "delete", "sleep", "--yes").startswith("Deleted: “Sleep”. ")
