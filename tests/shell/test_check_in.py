"""`fledge check-in`, over a pipe and in the plainest of terminals."""

from __future__ import annotations

import re
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest

from tests.shell.conftest import COMMAND, Shell
from tests.shell.test_hostile import CLIPBOARD, HOSTILE, harmless
from tests.support.terminal import Terminal
from tests.test_readme import README
from tui.core.days import full

TODAY = date.today()


@pytest.fixture
def three(fledge: Shell) -> Shell:
    """A file in which confidence, choice and decisions are asked, and nothing else."""
    fledge.begin()
    change(fledge, "UPDATE measure SET paused = key NOT IN ('confidence', 'choice', 'decisions')")
    return fledge


def change(fledge: Shell, sql: str, *values: object) -> list[Any]:
    """Change the file behind the program's back, or look into it."""
    conn = sqlite3.connect(fledge.file)
    with conn:
        found = conn.execute(sql, values).fetchall()
    conn.close()
    return found


def kept(fledge: Shell) -> dict[str, tuple[float, str, str]]:
    """Today's ratings as (value, evidence, marks) by key."""
    sql = (
        "SELECT m.key, value, evidence, marks FROM rating r JOIN measure m ON m.id = r.measure_id"
        " WHERE day = ?"
    )
    return {key: tuple(rest) for key, *rest in change(fledge, sql, TODAY.isoformat())}


def drafts(fledge: Shell) -> int:
    return len(change(fledge, "SELECT * FROM draft"))


@contextmanager
def dumb(fledge: Shell, *words: str) -> Iterator[Terminal]:
    """The check-in in a terminal that can do nothing but print."""
    env = {**fledge.env, "TERM": "dumb"}
    with Terminal([COMMAND, "check-in", *words], env=env, cwd=fledge.place) as terminal:
        yield terminal
        assert b"\x1b" not in terminal.output
        assert not terminal.left_behind()


def test_from_start_to_end(three: Shell) -> None:
    """Everything that is asked is said; all of it is one change, which undo takes back."""
    before = TODAY - timedelta(9)
    three.well("rate", "confidence", "6", "--on", before.isoformat())
    said = three("check-in", stdin="7\non the stairs\n\n2\n3\nasked about the flat\ny\n")
    assert (said.code, said.err) == (0, "")
    harmless(said.out)
    for line in (
        "1 of 3: Confidence",
        "Whatever turned up, I felt able to meet it.",
        "0 means “not at all”, 10 means “fully”.",
        f"Last time 6, {before:%a} {before.day} {before:%b %Y}.",
        "Not rated yet.",
        "0 means “not so”, 10 means “very much so”. Lower is lighter.",
        "Which was it: 1 talked it through, 2 asked for advice, 3 handed it over? (Enter: none) ",
        "  Confidence 7, “on the stairs”",
        "  Therapist decides 2, handed it over, “asked about the flat”",
        "2 ratings, 1 left out.",
        "Keep these 2 ratings? [Y/n, b goes back] ",
    ):
        assert line in said.out.splitlines()
    assert said.out.endswith("fledge undo takes back what was kept.\n")
    assert kept(three) == {
        "confidence": (7, "on the stairs", ""),
        "decisions": (2, "asked about the flat", "handed_it_over"),
    }
    assert drafts(three) == 0
    assert three.well("undo") == f"Taken back: a check-in: 2 ratings for {full(TODAY)}\n"
    assert kept(three) == {}


def test_what_was_rated_meanwhile_is_not_replaced(three: Shell) -> None:
    """The answers wait; asked again, the new rating is seen, and answering is deciding."""
    with dumb(three, "--brief") as terminal:
        terminal.wait_for("1 of 3")
        three.well("rate", "confidence", "3")
        terminal.type("7\n")
        for question in ("2 of 3", "3 of 3"):
            terminal.wait_for(question)
            terminal.type("x\n")
        terminal.wait_for("Keep this")
        terminal.type("y\n")
        terminal.wait_for("nothing was saved")
        assert terminal.wait_exit() == 1
    assert kept(three) == {"confidence": (3, "", "")}
    assert drafts(three) == 1


def test_back_and_again_and_what_is_not_on_the_scale(three: Shell) -> None:
    answers = [
        *["b", "eleven", "11", "?", "7", "first", "b"],  # back in the first line, then from choice
        *["", "", "4", "-", "x", "b"],  # both kept; choice; decisions left out; back from the end
        *["3", "9", "2", "", "n"],  # a mark that is none, and one; not wanted after all
    ]
    said = three("check-in", stdin="\n".join(answers) + "\n")
    assert said.code == 0, said.err
    for line in (
        "This is the first one.",
        "“eleven” is not a number.",
        "11 is not on this scale: whole numbers from 0 to 10.",
        "A measure of growth. Higher is hoped for. Answer with a number",
        "Your answer so far is 7; Enter keeps it.",
        "One moment that shows it (Enter keeps “first”, - none):",
        "Please answer 1 to 3, or Enter.",
        "  Confidence 7, “first”\n  Choice 4\n2 ratings, 1 left out.",
        "  Confidence 7, “first”\n  Choice 4\n  Therapist decides 3, asked for advice\n3 ratings.",
    ):
        assert line in said.out
    assert said.out.endswith("Nothing was kept.\n")
    assert (kept(three), drafts(three)) == ({}, 0)


@pytest.mark.parametrize(("answer", "expected"), [("y", {"choice": (5, "", "")}), ("n", {})])
def test_leaving_half_way(three: Shell, answer: str, expected: dict[str, Any]) -> None:
    """One rating by itself goes under its own name."""
    said = three("check-in", stdin=f"x\n5\n\nq\nperhaps\n{answer}\n")
    assert (said.code, "Keep 1 rating so far? [Y/n]" in said.out) == (0, True)
    assert "Please answer yes or no." in said.out
    assert (kept(three), drafts(three)) == (expected, 0)
    if expected:
        assert three.well("undo") == f"Taken back: rated Choice 5 for {full(TODAY)}\n"


def test_nothing_was_answered(three: Shell) -> None:
    for answers in ("q\n", "x\n\nx\n"):
        said = three("check-in", stdin=answers)
        assert (said.code, said.err) == (0, "")
        assert said.out.endswith("Nothing was rated.\nNothing was kept.\n")
    assert (kept(three), drafts(three)) == ({}, 0)


def test_when_the_answers_end_they_wait(three: Shell) -> None:
    """A closed pipe keeps no rating and loses no answer."""
    said = three("check-in", stdin="7\non the stairs\n")
    assert said.code == 1
    assert said.err == (
        "fledge: The answers ended before the check-in did. Nothing was kept. What was answered "
        "waits as a draft: fledge check-in goes on with it.\n"
    )
    assert kept(three) == {}
    again = three("check-in", stdin="y\n")
    assert f"You had begun on {TODAY:%a} {TODAY.day} {TODAY:%b %Y} at " in again.out
    assert "2 of 3: Choice" in again.out
    assert "1 of 3" not in again.out
    anew = three("check-in", stdin="n\n")
    assert "1 of 3: Confidence" in anew.out
    assert "so far" not in anew.out
    assert anew.err.endswith("Nothing was kept.\n")
    assert drafts(three) == 0


def test_ctrl_c_keeps_a_draft(three: Shell) -> None:
    with dumb(three) as terminal:
        terminal.wait_for("Your answer:")
        terminal.type("10\n")
        terminal.wait_for("One moment")
        terminal.type("the dentist\n")
        terminal.wait_for("2 of 3: Choice")
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == 130
        assert "waits as a draft" in terminal.text
        assert "Aborted" not in terminal.text
    assert kept(three) == {}
    with dumb(three, "--brief") as terminal:
        terminal.wait_for("go on?")
        terminal.type("\n")
        terminal.wait_for("2 of 3: Choice")
        terminal.type("q\n")
        terminal.wait_for("Keep 1 rating so far")
        terminal.type("\n")
        assert terminal.wait_exit() == 0
    assert kept(three) == {"confidence": (10, "the dentist", "")}


def test_a_killed_terminal_loses_nothing(three: Shell) -> None:
    """Also half a line: the value is there before its evidence is asked for."""
    with dumb(three) as terminal:
        terminal.wait_for("Your answer:")
        terminal.type("8\n")
        terminal.wait_for("One moment")
        terminal.type("half a sent")
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_exit() == -signal.SIGKILL
    said = three("check-in", "--brief", stdin="y\nb\n\n\n\ny\n")
    assert "You had begun on " in said.out
    assert "Your answer so far is 8; Enter keeps it." in said.out
    assert kept(three) == {"confidence": (8, "", "")}


def test_nothing_reaches_the_terminal_as_a_command(three: Shell) -> None:
    """Neither from another's file, nor from what is typed, nor from half a letter."""
    three.well("goal", "add", "Sleep")
    change(three, "UPDATE measure SET name = name || ?", CLIPBOARD)
    change(three, "UPDATE version SET prompt = prompt || ?, low = ?", CLIPBOARD, CLIPBOARD)
    given, expected = HOSTILE["scripts"]
    with dumb(three) as terminal:
        terminal.wait_for("1 of 4: Sleep")
        terminal.type("4\n")
        terminal.wait_for("One moment")
        terminal.send(given + b" \xe6\x97 \n")
        terminal.wait_for("2 of 4")
        terminal.type("q\ny\n")
        assert terminal.wait_exit() == 0
        harmless(terminal.output.decode(errors="replace").replace("\r", ""))
    ((evidence,),) = change(three, "SELECT evidence FROM rating")
    assert evidence == f"{expected} \N{REPLACEMENT CHARACTER}"
    piped = three("check-in", "--brief", stdin=f"{CLIPBOARD}\n3\nq\nn\n")
    harmless(piped.out)
    assert "]52;c;aGk=" in piped.out


def test_a_moment_that_is_too_long_is_refused_not_cut(three: Shell) -> None:
    said = three("check-in", stdin=f"7\n{'x' * 2001}\n{'y' * 2000}\nq\ny\n")
    assert "at most 2,000 are kept" in said.out
    assert kept(three)["confidence"] == (7, "y" * 2000, "")


def test_nothing_is_due(three: Shell) -> None:
    """The next day is told; all of it can be asked, and what is said again keeps its moment."""
    for key in ("confidence", "choice"):
        three.well("rate", key, "5", "--note", "the letter")
    three.well("rate", "decisions", "5", "--mark", "asked_for_advice", "--note", "the flat")
    said = three("check-in")
    following = TODAY + timedelta(7)
    day = f"{following:%a} {following.day} {following:%b %Y}"
    assert said.out == (
        f"Nothing is due today. Something will be on {day}; fledge check-in --all asks everything"
        " now.\n"
    )
    assert (said.code, said.err) == (0, "")
    again = three("check-in", "--all", stdin="6\n\n7\n-\n8\n\n\n\n")
    assert (again.code, again.err) == (0, "")
    assert kept(three) == {
        "confidence": (6, "the letter", ""),
        "choice": (7, "", ""),
        "decisions": (8, "the flat", "asked_for_advice"),
    }
    change(three, "UPDATE measure SET paused = 1")
    assert three("check-in").out == "Nothing is due.\n"


def test_a_draft_of_everything_goes_on_as_one(three: Shell) -> None:
    """What had been answered is asked about also when it is not due."""
    for key in ("confidence", "choice", "decisions"):
        three.well("rate", key, "5")
    three("check-in", "--all", stdin="9\n")
    said = three("check-in", stdin="y\nb\n\n-\ny\n")
    assert said.out.index("Keep this rating?") < said.out.index("1 of 1: Confidence")
    assert kept(three)["confidence"] == (9, "", "")


def test_two_clients_in_one_file(three: Shell) -> None:
    """One's unfinished check-in neither shows nor ends the other's."""
    three.well("client", "add", "Zoë")
    assert three("check-in").code == 2
    three("check-in", "--client", "Me", stdin="9\n\n")
    other = three("check-in", "--client", "Zoë", stdin="4\n\nq\ny\n")
    assert (other.code, "You had begun" in other.out) == (0, False)
    mine = three("check-in", "--client", "Me", "--brief", stdin="y\nq\ny\n")
    assert (mine.code, "You had begun" in mine.out) == (0, True)
    assert sorted(change(three, "SELECT value FROM rating")) == [(4,), (9,)]
    assert drafts(three) == 0


def test_the_readme_shows_what_is_said(fledge: Shell) -> None:
    """The same file, the same answers, the same lines; only the days are others."""
    fledge.begin()
    sql = "UPDATE measure SET paused = key NOT IN ('confidence', 'decisions')"
    change(fledge, sql)
    fledge.well("goal", "add", "Say no at work without guilt")
    fledge.well("rate", "confidence", "6", "--on", (TODAY - timedelta(9)).isoformat())
    told = README.read_text(encoding="utf-8")
    due, check_in = (shown(told, command) for command in ("due", "check-in"))
    assert undated(fledge.well("due")) == undated(due)
    asked = re.compile(r"^(Your answer:|One moment .*\):|Keep .*\]) ?(.*)$", re.MULTILINE)
    answers = "\n".join(answer for _, answer in asked.findall(check_in))
    said = fledge("check-in", stdin=f"{answers}\n")
    assert said.code == 0, said.err
    assert undated(asked.sub(r"\1", said.out)) == undated(asked.sub(r"\1", check_in))


def shown(text: str, command: str) -> str:
    """What the README says that a command prints."""
    found = re.search(rf"^\$ fledge {command}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def undated(text: str) -> str:
    return re.sub(r"\b[A-Z][a-z]{2} \d+ [A-Z][a-z]{2} \d{4}", "DAY", text)
