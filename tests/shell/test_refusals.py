"""What cannot be done says so on stderr, by its exit code, and changes nothing."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.shell.conftest import COMMAND, Said, Shell

SURE = ["--reliability", "0.8"]
WRONG = {
    "off scale": (["rate", "confidence", "11"], "Confidence: 11 is not on this scale"),
    "half": (["rate", "confidence", "6.5"], "whole numbers from 0 to 10"),
    "no number": (["rate", "confidence", "seven"], "“seven” is not a number"),
    "programmer's number": (["rate", "confidence", "1_0"], "“1_0” is not a number"),
    "not finite": (["rate", "confidence", "nan"], "is not on this scale"),
    "unknown": (["rate", "confidnce", "7"], "The nearest: confidence"),
    "ambiguous": (["rate", "con", "7"], "Write a little more of it"),
    "future": (["rate", "confidence", "7", "--on", "2999-01-01"], "still to come"),
    "no day": (["rate", "confidence", "7", "--on", "2026-02-30"], "not in the calendar"),
    "mark": (["rate", "decisions", "7", "--mark", "x"], "talked_it_through"),
    "event's future": (["event", "x", "--on", "tomorrow"], "still to come"),
    "event about": (["event", "x", "--about", "nothing like it"], "no measure called"),
    "wordless event": (["event", " "], "a few words"),
    "wordless goal": (["goal", "add", " "], "needs words"),
    "invisible goal": (["goal", "add", "\x01"], "needs words"),
    "level alone": (["goal", "add", "x", "--level", "5"], "give --by as well"),
    "level off scale": (["goal", "add", "x", "--level", "99", "--by", "in 3 months"], "99 is not"),
    "no such event": (["events", "delete", "abcd", "--yes"], "There is no event “abcd”"),
    "any event": (["events", "delete", "", "--yes"], "There is no event"),
    "event unchanged": (["events", "edit", "abcd"], "Say what to change"),
    "goal unchanged": (["goal", "edit", "x"], "Say what to change"),
    "level without a day": (["goal", "milestone", "x", "5"], "give both, or --none"),
    "level and none": (["goal", "milestone", "x", "5", "--by", "may", "--none"], "give both, or"),
    "two things to a step": (["goal", "step", "x", "y", "--done", "1"], "One thing at a time"),
    "four rungs": (["goal", "ladder", "x", *["--rung", "a"] * 4], "A ladder has five levels"),
    "wordless rung": (["goal", "ladder", "x", *["--rung", " "] * 5], "A ladder has five levels"),
    "nameless measure": (["measure", "add", "\x07"], "A measure needs a name"),
    "measure twice": (["measure", "add", "CHOICE"], "a measure called “CHOICE” already"),
    "measure's name taken": (["measure", "rename", "intimacy", "Choice"], "“Choice” already"),
    "scale downwards": (["measure", "add", "x", "--min", "5", "--max", "1"], "A scale goes up"),
    "endless scale": (["measure", "add", "x", "--max", "inf"], "that can be counted"),
    "steps that miss": (["measure", "add", "x", "--step", "3"], "Steps of 3 do not lead"),
    "half of norms": (["measure", "add", "x", "--sd", "1"], "need both --sd and --reliability"),
    "endless sd": (["measure", "add", "x", "--sd", "inf", *SURE], "is above 0"),
    "sd 0": (["measure", "norms", "choice", "--sd", "0", *SURE], "is above 0"),
    "certain": (["measure", "norms", "choice", "--sd", "1", "--reliability", "1"], "below 1"),
    "mean": (["measure", "norms", "choice", "--sd", "1", *SURE, "--mean", "nan"], "is a number"),
    "no norms": (["measure", "norms", "choice"], "Give --sd and --reliability, or --none"),
    "norms and none": (["measure", "norms", "choice", "--sd", "1", *SURE, "--none"], "or --none"),
    "norms of nothing": (["measure", "norms", "nothing like it", "--none"], "no measure called"),
    "level to come": (["measure", "rebase", "choice", "--on", "tomorrow"], "still to come"),
    "level of nothing": (["measure", "rebase", "nothing like it"], "no measure called"),
    "measure unchanged": (["measure", "reword", "choice"], "asked already"),
    "wordless measure": (["measure", "reword", "choice", " "], "needs a sentence"),
    "not paused": (["measure", "resume", "choice"], "Choice is not paused."),
    "session's rhythm": (["measure", "every", "ease", "7"], "rated after each session"),
    "no such line": (["help-now", "checked", "Mia"], "Help now holds no “Mia”"),
    "any line": (["help-now", "remove", ""], "Help now holds no"),
    "wordless line": (["help-now", "add", "Mia", " "], "a name and how to reach them"),
    "no such change": (["undo", "--change", "99"], "There is no change 99"),
    "unsure": (["measure", "delete", "choice"], "give --yes"),
    "unknown goal": (["goal", "reach", "nothing like it"], "no measure called"),
    "nameless client": (["client", "add", " "], "needs a name"),
    "client's future": (["client", "add", "Zoe", "--started", "tomorrow"], "still to come"),
}


def refused(said: Said, code: int, reason: str) -> None:
    """One sentence on stderr, nothing on stdout."""
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("fledge: ")
    assert reason in said.err
    assert len(said.err.splitlines()) == 1, said.err


@pytest.mark.parametrize(("words", "reason"), WRONG.values(), ids=WRONG)
def test_wrong_words_change_nothing(fledge: Shell, words: list[str], reason: str) -> None:
    fledge.begin()
    before = fledge.kept()
    refused(fledge(*words), 2, reason)
    assert fledge.kept() == before


@pytest.mark.parametrize(
    "kind",
    [
        "no number",
        "off scale",
        "unknown",
        "future",
        "event about",
        "level off scale",
        "steps that miss",
    ],
)
def test_a_refusal_begins_no_file(fledge: Shell, kind: str) -> None:
    """Nor says that it did."""
    words, reason = WRONG[kind]
    said = fledge(*words)
    assert fledge.kept() == {}
    refused(said, 2, reason)


def test_a_goal_needs_its_words_when_they_change(fledge: Shell) -> None:
    fledge.well("goal", "add", "Sleep")
    before = fledge.kept()
    refused(fledge("goal", "reword", "sleep", " "), 2, "needs words")
    assert fledge.kept() == before


@pytest.mark.parametrize(
    "words",
    [["rate", "confidence"], ["nonsense"], ["rate", "confidence", "7", "--rater", "me"]],
    ids=["too few", "no command", "no such rater"],
)
def test_the_parsers_own_refusals(fledge: Shell, words: list[str]) -> None:
    said = fledge(*words)
    assert (said.code, said.out) == (2, "")
    assert "Usage: fledge" in said.err
    assert fledge.kept() == {}


@pytest.mark.parametrize(
    "words",
    [
        ["show"],
        ["goal", "list"],
        ["measure", "list"],
        ["events"],
        ["history"],
        ["due"],
        ["check-in"],
        ["undo"],
        ["undo", "--change", "1"],
        ["client", "list"],
    ],
    ids=" ".join,
)
def test_nothing_to_read(fledge: Shell, words: list[str]) -> None:
    refused(fledge(*words), 1, "There is no file at")
    assert fledge.kept() == {}


def test_nothing_to_undo(fledge: Shell) -> None:
    fledge.begin()
    refused(fledge("redo"), 1, "nothing to bring again")


@pytest.mark.parametrize("words", [["show"], ["rate", "confidence", "7"], ["undo"]])
@pytest.mark.parametrize("kind", ["text", "empty", "folder", "another's", "damaged"])
def test_a_file_that_is_none_of_ours_stays_as_it_is(
    fledge: Shell, words: list[str], kind: str
) -> None:
    reason = _make(fledge, kind)
    before = {} if kind == "folder" else fledge.kept()
    refused(fledge(*words), 1, reason)
    assert kind == "folder" or fledge.kept() == before


def _make(fledge: Shell, kind: str) -> str:
    """Put something else in the file's place; a part of what is said about it."""
    match kind:
        case "text":
            fledge.file.write_text("Dear diary,\n" * 99)
            return "is not a fledge file"
        case "empty":
            fledge.file.touch()
            return "is empty (0 bytes)"
        case "folder":
            fledge.file.mkdir()
            return "is not an ordinary file"
        case "another's":
            with sqlite3.connect(fledge.file) as conn:
                conn.execute("CREATE TABLE t (x)")
            conn.close()
            return "database of another program"
        case _:
            fledge.begin()
            _damage(fledge.file)
            return "is damaged"


def _damage(path: Path) -> None:
    """Overwrite every page but the first with noise."""
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))


@pytest.mark.parametrize("words", [["show"], ["rate", "confidence", "7"], ["doctor"], ["where"]])
def test_a_name_that_no_file_can_have(fledge: Shell, words: list[str]) -> None:
    said = fledge("--file", "x" * 300, *words)
    assert said.code == (0 if words == ["where"] else 1)


def test_a_full_disk_is_told_in_a_sentence(fledge: Shell) -> None:
    """Stdout may be a file on a disk without room."""
    fledge.begin()
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, "show"], stdout=full, stderr=subprocess.PIPE, env=fledge.env, check=False
        )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_without_a_terminal_there_is_no_screen(fledge: Shell) -> None:
    for words in ("", "me.fledge", "./me.fledge", "demo", "open"):
        refused(fledge(*words.split()), 1, "needs a terminal")
    assert fledge.kept() == {}
    assert not [*fledge.temporary.iterdir()], "a demo that did not start leaves nothing"
    said = fledge("demo", "--client", "Nobody")
    refused(said, 2, "There is no sample case “Nobody”")
    assert re.search("ade_and_kit, dev, ines, noor, rowan, sam", said.err)


@pytest.mark.parametrize("form", ["ascii", "latin-1", "utf-8:strict"])
def test_what_was_saved_is_not_reported_as_refused(fledge: Shell, form: str) -> None:
    """A terminal that cannot show a letter is no reason to say that nothing was done."""
    said = fledge("event", "日本 → “Zoë”".encode() + b"\xff", env={"PYTHONIOENCODING": form})
    assert said.code == 0, said.err
    assert fledge("show", env={"PYTHONIOENCODING": form}).code == 0
    assert fledge("show", "--json").json["events"][0]["text"] == "日本 → “Zoë”"
