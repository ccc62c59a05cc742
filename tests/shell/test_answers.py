"""What commands print and keep, each in a process of its own."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.shell.conftest import COMMAND, Shell
from tui.shell.names import COMMANDS
from tui.shell.root import root
from tui.store.schema import APPLICATION_ID, GROUND, SCHEMA_VERSION

RATING = {"date", "value", "rater", "note"}
MEASURE = {"key", "name", "direction", "first", "last", "n"}
GOAL = {"id", "wording", "state", "first", "last", "n", "version", "why", "there", "by_when"}
GOAL |= {"milestone", "steps", "first_date", "last_date"}


def test_show_for_programs(fledge: Shell) -> None:
    """Keys are a promise: none may go, and numbers are numbers."""
    fledge.well(
        *["goal", "add", "Ring my sister", "--why", "I miss her", "--step", "Find her number"],
        *["--by", "2999-01-01", "--level", "7", "--on", "2024-01-01"],
    )
    for on, value in (("2024-01-05", "3"), ("2024-01-12", "6")):
        fledge.well("rate", "sister", value, "--on", on)
    fledge.well("rate", "decisions", "2", "--on", "2024-01-05", "--mark", "talked_it_through")
    fledge.well("rate", "confidence", "7", "--note", "On the stairs", "--on", "2024-01-05")
    fledge.well("event", "Moved house", "--on", "2024-01-06", "--about", "sister")

    told = fledge("show", "--json").json
    assert set(told) == {"client", "goals", "indicators", "signs", "events"}
    (goal,) = told["goals"]
    assert set(goal) >= GOAL
    assert (goal["wording"], goal["state"], goal["version"]) == ("Ring my sister", "active", 1)
    assert [goal[k] for k in ("first", "first_date", "last", "last_date", "n")] == [
        *[3, "2024-01-05", 6, "2024-01-12"],
        2,
    ]
    assert goal["milestone"] == {"level": 7, "by": "2999-01-01"}
    assert goal["steps"] == [{"text": "Find her number", "done": None}]
    assert (len(told["indicators"]), len(told["signs"])) == (10, 5)
    for measure in (*told["indicators"], *told["signs"]):
        assert set(measure) >= MEASURE
    directions = (
        {m["direction"] for m in told["indicators"]},
        {m["direction"] for m in told["signs"]},
    )
    assert directions == ({"higher"}, {"lower"})
    rated = {m["key"]: (m["first"], m["last"], m["n"]) for m in told["indicators"]}
    assert (rated["confidence"], rated["choice"]) == ((7, 7, 1), (None, None, 0))
    assert told["events"] == [
        {"date": "2024-01-06", "kind": "note", "text": "Moved house", "about": "Ring my sister"}
    ]

    one = fledge("show", "confidence", "--json").json
    assert set(one) >= MEASURE | {"prompt", "ratings"}
    (rating,) = one["ratings"]
    assert set(rating) >= RATING
    assert [rating[k] for k in ("date", "value", "rater", "note")] == [
        *["2024-01-05", 7, "client"],
        "On the stairs",
    ]
    assert type(rating["value"]) is int
    assert fledge("show", "decisions", "--json").json["ratings"][0]["marks"] == [
        "talked_it_through"
    ]
    assert set(fledge("show", "sister", "--json").json) >= GOAL | {"prompt", "ratings"}
    assert fledge("goal", "list", "--json").json == told["goals"]


def test_show_for_people(fledge: Shell) -> None:
    fledge.well("rate", "confidence", "3", "--on", "2024-01-05")
    fledge.well("rate", "confidence", "6", "--on", "2024-01-12", "--note", "Asked, and got it")
    shown = fledge.well("show").splitlines()
    assert shown[0] == "Me"
    rows = {line.split("  ")[1]: line.split() for line in shown if line.startswith("  ")}
    assert rows["Confidence"][-5:] == ["3", "→", "6", "n", "2"]
    assert rows["Choice"][-5:] == ["no", "picture", "yet", "n", "0"]
    assert "Signs (lower is lighter)" in shown
    one = fledge.well("show", "confidence")
    assert "2024-01-12     6  client  Asked, and got it" in one
    assert "Whatever turned up, I felt able to meet it." in one


def test_a_rating_says_what_was_understood(fledge: Shell) -> None:
    first = fledge("rate", "CONFIDENCE", "7", "--on", "2024-01-05")
    assert first.out == "Confidence 7, client, Fri 5 Jan 2024\n"
    assert first.err == f"A new file: {fledge.file}\n"
    again = fledge("rate", "confidence", "8,0", "--on", "2024-01-05")
    assert (again.out, again.err) == ("Confidence 8 (it was 7), client, Fri 5 Jan 2024\n", "")
    theirs = fledge.well("rate", "conf", "5", "--on", "2024-01-05", "--rater", "therapist")
    assert theirs == "Confidence 5, therapist, Fri 5 Jan 2024\n"
    assert fledge.well("rate", "after", "-2", "--on", "2024-01-05").startswith("Afterwards -2,")
    told = fledge("show", "confidence", "--json").json["ratings"]
    assert [(r["value"], r["rater"]) for r in told] == [(8, "client"), (5, "therapist")]


def test_there_is_one_nought(fledge: Shell) -> None:
    assert fledge.well("rate", "ease", "-0", "--on", "2024-01-05").startswith("Ease 0,")


def test_a_goals_life(fledge: Shell) -> None:
    """Set, rated, reworded, reached, reopened, let go: nothing of it is lost."""
    fledge.well("goal", "add", "Ring my sister", "--on", "2024-01-01")
    fledge.well("rate", "ring", "3", "--on", "2024-01-05")
    said = fledge.well("goal", "reword", "ring", "Ring my sister first", "--on", "2024-02-01")
    assert said == "“Ring my sister” is now “Ring my sister first”, from Thu 1 Feb 2024\n"
    fledge.well("rate", "sister first", "6", "--on", "2024-02-05")
    (goal,) = fledge("goal", "list", "--json").json
    assert (goal["wording"], goal["version"]) == ("Ring my sister first", 2)
    assert (goal["first"], goal["n"]) == (6, 1), "a rating of older words is not counted with these"
    versions = [r["version"] for r in fledge("show", "sister", "--json").json["ratings"]]
    assert versions == [1, 2]

    for command, done, state in (
        ("reach", "reached", "reached"),
        ("reopen", "reopened", "active"),
        ("let-go", "let go", "let go"),
    ):
        said = fledge.well("goal", command, "sister", "--on", "2024-03-01")
        assert said == f"“Ring my sister first”: {done}, Fri 1 Mar 2024\n"
        assert fledge("goal", "list", "--json").json[0]["state"] == state
        before = fledge.kept()
        refused = fledge("goal", command, "sister")
        assert (refused.code, refused.out) == (2, "")
        assert f"is {state}, " in refused.err
        assert fledge.kept() == before
    by_id = fledge.well("goal", "reopen", goal["id"][:8])
    assert by_id.startswith("“Ring my sister first”: reopened")
    kinds = [e["kind"] for e in fledge("show", "--json").json["events"]]
    assert sorted(kinds) == ["let go", "reached", "reopened", "reopened"]


def test_many_goals_are_allowed_and_asked_about(fledge: Shell) -> None:
    for n in range(6):
        fledge.well("goal", "add", f"goal {n}")
    assert fledge("goal", "add", "goal 6").err == ""
    said = fledge("goal", "add", "goal 7")
    assert (said.code, said.out[:8]) == (0, "Goal set")
    assert said.err == "That makes 8 active goals. Would fewer at a time help?\n"


def test_undo_and_redo_reach_over_processes(fledge: Shell) -> None:
    fledge.well("rate", "confidence", "3", "--on", "2024-01-05")
    fledge.well("rate", "confidence", "9", "--on", "2024-01-05")
    fledge.well("goal", "add", "Sleep", "--step", "Phone out of the room")
    after = fledge.well("show", "--json")
    assert fledge.well("undo") == "Taken back: set the goal “Sleep”\n"
    assert fledge("show", "--json").json["goals"] == []
    assert fledge.well("undo") == "Taken back: rated Confidence 9 for Fri 5 Jan 2024\n"
    assert fledge("show", "confidence", "--json").json["last"] == 3
    assert fledge.well("redo") == "Brought again: rated Confidence 9 for Fri 5 Jan 2024\n"
    fledge.well("redo")
    assert fledge.well("show", "--json") == after
    assert fledge("redo").code == 1


def test_which_file_and_which_client(fledge: Shell) -> None:
    other = fledge.place / "other.fledge"
    fledge.well("--file", other, "client", "add", "Ade & Kit", "--started", "2024-01-01")
    fledge.well("--file", other, "client", "add", "Zoë")
    assert not fledge.file.exists()
    listed = fledge.well("--file", other, "client", "list").splitlines()
    assert listed[0] == "Ade & Kit\t2024-01-01"
    assert [line.split("\t")[0] for line in listed] == ["Ade & Kit", "Zoë"]

    undecided = fledge("--file", other, "rate", "choice", "5")
    assert undecided.code == 2
    assert "Ade & Kit, Zoë" in undecided.err
    fledge.well("rate", "choice", "5", "--client", "zoë", "--file", other)
    fledge.well("--file", other, "--client", "Ade & Kit", "rate", "choice", "8")
    for name, value in (("Zoë", 5), ("Ade & Kit", 8)):
        told = fledge("show", "choice", "--json", "--file", other, "--client", name).json
        assert told["last"] == value
    again = fledge("--file", other, "client", "add", "zoë")
    assert (again.code, "holds zoë already" in again.err) == (2, True)
    missing = fledge("show", "--client", "Nobody", "--file", other)
    assert (missing.code, missing.err.count("“Nobody”")) == (2, 1)

    fledge.well("rate", "choice", "1")
    assert fledge("show", "choice", "--json").json["last"] == 1
    home = fledge("rate", "choice", "2", env={"FLEDGE_FILE": "~/mine.fledge"})
    assert (Path(fledge.env["HOME"]) / "mine.fledge").exists(), home.err


@pytest.mark.parametrize(
    "line",
    [
        "client add Zoë",
        "client list",
        "goal add Sleep",
        "goal list",
        "show",
        "event moved",
        "events",
        "measure list",
        "measure add Sleep",
        "measure pause choice",
        "help-now",
        "help-now add Mia 123",
        "history",
        "due",
        "check-in",
        "doctor",
        "where",
        "undo",
    ],
)
def test_every_command_takes_the_file_behind_it_too(fledge: Shell, line: str) -> None:
    other = fledge.place / "other.fledge"
    fledge.well("--file", other, "rate", "choice", "5")
    said = fledge(*line.split(), "--file", other, stdin="q\n")
    assert (said.code, fledge.file.exists()) == (0, False), said.err


def test_a_new_file_is_private_and_begins_with_the_client_that_was_named(fledge: Shell) -> None:
    fledge.well("rate", "choice", "5", "--client", "Rowan")
    assert fledge.file.stat().st_mode & 0o777 == 0o600
    assert fledge("show", "--json").json["client"] == "Rowan"


def test_where_and_version(fledge: Shell) -> None:
    from tui import __version__

    assert fledge.well("--version") == f"fledge {__version__}\n"
    rows = dict(line.split(maxsplit=1) for line in fledge.well("where").splitlines())
    assert rows["file"] == str(fledge.file)
    assert (Path(rows["styles"]) / "app.tcss").is_file()
    assert fledge.kept() == {}
    alone = fledge.well("where", env={"FLEDGE_FILE": ""})
    assert fledge.env["HOME"] in alone.splitlines()[0]


def test_doctor(fledge: Shell) -> None:
    before = fledge("doctor")
    assert (before.code, "not there yet" in before.out) == (0, True)
    assert fledge.kept() == {}
    fledge.well("rate", "choice", "5")
    assert fledge("doctor").code == 0
    fledge.file.chmod(0o644)
    open_to_all = fledge("doctor")
    assert open_to_all.code == 1
    assert "!!  file mode     0644: others on this machine may look in" in open_to_all.out


def test_doctor_changes_nothing_of_an_older_layout(fledge: Shell) -> None:
    """It says that opening will; the next command that opens the file does it."""
    with sqlite3.connect(fledge.file) as conn:
        for statement in GROUND:
            conn.execute(statement)
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute("PRAGMA user_version = 1")
        conn.execute("INSERT INTO client VALUES ('c', 'Kim', '2026-01-01')")
    conn.close()
    fledge.file.chmod(0o600)
    before = fledge.kept()
    assert f"1 (this program: {SCHEMA_VERSION}); opening it brings it up to date" in fledge.well(
        "doctor"
    )
    assert fledge.kept() == before
    assert "Kim" in fledge.well("client", "list")
    assert f"{SCHEMA_VERSION} (this program: {SCHEMA_VERSION})" in fledge.well("doctor")


@pytest.mark.parametrize("large", [False, True])
def test_doctor_finds_damage(fledge: Shell, large: bool) -> None:
    """A large file is not examined each time it is opened, so this is where it is found."""
    fledge.begin()
    _fill(fledge.file, 30_000 if large else 300)
    data = fledge.file.read_bytes()
    assert (len(data) > 9 * 2**20) is large
    half = len(data) // 8192 * 4096
    fledge.file.write_bytes(data[:half] + b"\xa5" * 40_960 + data[half + 40_960 :])
    said = fledge("doctor")
    assert said.code == 1
    assert "!!" in said.out
    told = fledge("show", "choice")
    assert (told.code, told.out) == (1, "")
    assert "is damaged" in told.err


def _fill(path: Path, days: int) -> None:
    """Rate `choice` on so many days, with a long note each."""
    first = date(2000, 1, 1)
    conn = sqlite3.connect(path)
    with conn:
        ((choice,),) = conn.execute("SELECT id FROM measure WHERE key = 'choice'")
        given = [
            (choice, f"{first + timedelta(n)}", n % 11, f"{first + timedelta(n)}", "x" * 300)
            for n in range(days)
        ]
        conn.executemany("INSERT INTO rating VALUES (?, ?, 'client', ?, 1, ?, ?, '')", given)
    conn.close()


def test_a_reader_that_leaves_early_is_no_error(fledge: Shell) -> None:
    """`fledge show choice | head -1`, with more to say than a pipe holds."""
    fledge.begin()
    _fill(fledge.file, 2000)
    with subprocess.Popen(
        [COMMAND, "show", "choice"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=fledge.env
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline() == b"Choice\n"
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode in (0, 1)


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion(fledge: Shell, name: str) -> None:
    script = fledge.well("completion", name)
    assert "_FLEDGE_COMPLETE" in script
    words = {"_FLEDGE_COMPLETE": f"{name}_complete", "COMP_WORDS": "fledge ra", "COMP_CWORD": "1"}
    if name == "fish":
        words["COMP_CWORD"] = "ra"
    answered = fledge.well(env=words)
    assert "rate" in answered
    assert "redo" not in answered
    listed = fledge.well(env={**words, "COMP_WORDS": "fledge rate --", "COMP_CWORD": "2"})
    assert name == "fish" or {"--note", "--on", "--rater"} <= {*listed.replace(",", "\n").split()}
    assert fledge.kept() == {}


def test_help_is_there_for_every_command(fledge: Shell) -> None:
    listed = fledge.well("--help")
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S", listed, re.MULTILINE)
        told = CliRunner().invoke(root, [command, "--help"], prog_name="fledge")
        assert told.output.startswith(f"Usage: fledge {command}")
    assert "emergency" in listed
    assert os.fspath(fledge.file) not in listed
