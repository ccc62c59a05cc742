"""`fledge rate` is read in two ways, one of them quick; they do and say the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest

from tui import config
from tui.shell import dashboard, quick, root, sample
from tui.shell.target import CouldNot


class Now(datetime):
    """A clock that stands still on a Sunday."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Now:
        return cls(2026, 11, 22, 9)


PLAIN = [
    "rate confidence 7",
    "rate CONF 7 --note=one --on yesterday",
    "rate --rater therapist confidence 4 --on=2026-11-20",
    "rate confidence --on friday 7",
    "rate decisions 3 --mark handed_it_over",
    "--file={other} rate confidence 7",
    "rate confidence 7 --file {other}",
    "--client Me rate confidence 7",
    "rate confidence 7 --client me",
    "rate -- confidence 7",
    "--as therapist rate confidence 7",
    "rate confidence 7 --as=therapist",
    "rate confidence 7 --as therapist --rater client",
]
ODD = [
    "rate after -1",
    "rate confidence -0",
    "rate decisions 3 --mark handed_it_over --mark talked_it_through",
    "--file {other} rate confidence 7 --file {mine}",
    "rate confidence 7 --note one --note two",
]
WRONG = [
    "rate confidence 11",
    "rate confidnce 7",
    "rate confidence 7 --on tomorrow",
    "rate confidence seven",
    "rate confidence 7 --client Nobody",
    "rate confidence 7 --mark x",
    "rate confidence 7 --rater nobody",
    "rate confidence 7 --as partner",
    "rate choices 7 --as therapist --as client",
    "rate confidence 7 --no such",
    "--note x rate confidence 7",
    "rate confidence 7 8",
    "rate confidence",
]
EMPTY = [
    ["rate", "confidence", "7", "--client", ""],
    ["--client", "", "rate", "confidence", "7"],
    ["rate", "confidence", "7", "--note", ""],
    ["rate", "confidence", "7", "--on", ""],
    ["rate", "", "7"],
    ["rate", "confidence", ""],
]


@pytest.fixture(autouse=True)
def _sunday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "datetime", Now)


def quickly(words: list[str]) -> str | None:
    said = quick.answer(words)
    return None if said is None else f"{said}\n"


def parsed(words: list[str]) -> str:
    import contextlib
    import io

    with contextlib.redirect_stdout(io.StringIO()) as out:
        root.root.main(words, prog_name="fledge", standalone_mode=False)
    return out.getvalue()


def outcome(
    way: Callable[[list[str]], str | None],
    words: list[str],
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Any:
    """What one way says, or how it refuses, and what then stands in the two files."""
    place.mkdir()
    mine, other = place / "mine.fledge", place / "other.fledge"
    monkeypatch.setenv("FLEDGE_FILE", str(mine))
    for file in (mine, other):
        parsed(["--file", str(file), "client", "add", "Me", "--started", "2024-01-01"])
    words = [w.replace("{mine}", str(mine)).replace("{other}", str(other)) for w in words]
    said: object
    try:
        said = way(words)
    except CouldNot as error:
        said = type(error), str(error)
    except Exception as error:  # click has several of its own
        said = getattr(error, "exit_code", error)
    return said, rows(mine), rows(other)


def rows(path: Path) -> tuple[list[Any], list[Any]]:
    """Ratings and journal, without what is random."""
    sql = (
        "SELECT m.key, day, rater, value, version, entered, evidence, marks"
        " FROM rating r JOIN measure m ON m.id = r.measure_id"
    )
    conn = sqlite3.connect(path)
    try:
        labels = conn.execute("SELECT author, label, state FROM change").fetchall()
        return conn.execute(sql).fetchall(), labels
    finally:
        conn.close()


def test_both_ways_say_the_same_of_what_is_due(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLEDGE_FILE", str(tmp_path / "me.fledge"))
    parsed(["client", "add", "Me", "--started", "2024-01-01"])
    parsed(["rate", "confidence", "7", "--on", "2026-11-15"])
    said = quickly(["due"])
    assert said == parsed(["due"])
    assert said
    assert "Confidence: last time 7, Sun 15 Nov 2026\n" in said


@pytest.mark.parametrize("line", [*PLAIN, *ODD, *WRONG])
def test_both_ways_agree(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _agree(line.split(), tmp_path, monkeypatch, plain=line in PLAIN)


@pytest.mark.parametrize("words", EMPTY, ids=" ".join)
def test_both_ways_agree_on_nothing(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _agree(words, tmp_path, monkeypatch, plain=False)


def _agree(words: list[str], place: Path, monkeypatch: pytest.MonkeyPatch, *, plain: bool) -> None:
    one = outcome(quickly, words, place / "quick", monkeypatch)
    two = outcome(parsed, words, place / "parsed", monkeypatch)
    if one[0] is None:
        assert not plain, "what is plain is answered without the parser"
        assert one[1:] == (([], one[1][1][:1]),) * 2, "what is left to the parser is left alone"
    else:
        assert one == two


def test_what_is_not_plain_is_left_to_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (["show"], ["rate", "--help"], ["rate"], ["goal", "add", "rate"], ["--help"]):
        assert quick.answer(words) is None
    monkeypatch.setenv("_FLEDGE_COMPLETE", "bash_complete")
    assert quick.answer([]) is None, "a shell that completes is not shown a screen"


OPENING = [[], ["demo"], ["some.fledge"], ["./there"]]
OPENING += [[*words, "--as", "therapist"] for words in OPENING[1:]]
OPENING += [["--as=therapist", *words] for words in OPENING[:3]]


@pytest.mark.parametrize("words", OPENING, ids=" ".join)
def test_both_ways_open_the_same(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`fledge`, `fledge demo` and `fledge FILE`, in either view, with and without the parser."""
    opened: list[object] = []

    def run(path: Path, client: str | None, _: object, **view: object) -> None:
        opened.append((path, client, view))

    monkeypatch.setattr(dashboard, "run", run)
    monkeypatch.setattr(sample, "show", lambda client, _, view: opened.append((client, view)))
    assert quick.answer(words) == ""
    root.root.main(words, prog_name="fledge", standalone_mode=False)
    assert len(opened) == 2
    assert opened[0] == opened[1]
