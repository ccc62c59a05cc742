"""`fledge import`: a table comes in once and can be taken back; refused rows are told."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.shell.conftest import COMMAND, Said, Shell
from tests.shell.test_hostile import harmless
from tests.shell.test_refusals import refused
from tests.support.terminal import Terminal
from tests.test_readme import README

HEAD = "date,measure,value,rater,note\n"
GOOD = HEAD + "2026-01-05,confidence,7,,one\n2026-01-12,Confidence,8,,\n2026-01-05,choice,5,,\n"


def table(fledge: Shell, text: str | bytes, name: str = "r.csv") -> None:
    """Put a table where the command finds it."""
    (fledge.place / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def ratings(fledge: Shell, measure: str = "confidence") -> list[Any]:
    told = fledge("show", measure, "--json").json["ratings"]
    return [(r["date"], r["value"], r["note"]) for r in told]


def test_a_table_is_one_change_and_comes_in_once(fledge: Shell) -> None:
    """It begins the file; again it adds nothing, also after more was added."""
    table(fledge, GOOD)
    said = fledge("import", "r.csv", "--yes")
    assert said.out == (
        "r.csv\n"
        "  Confidence  2 new, 2026-01-05 to 2026-01-12\n"
        "  Choice      1 new, 2026-01-05\n"
        "Kept: 3 ratings. fledge undo takes all of it back.\n"
    )
    assert (said.code, said.err) == (0, f"A new file: {fledge.file}\n")
    assert ratings(fledge) == [("2026-01-05", 7, "one"), ("2026-01-12", 8, "")]
    before = fledge.kept()
    said = fledge("import", "r.csv", "--yes")
    assert said == Said(
        0,
        "r.csv\n  Confidence  2 there already\n  Choice      1 there already\n"
        "There is nothing to add.\n",
        "",
    )
    assert fledge.kept() == before
    assert fledge.well("undo") == "Taken back: brought in 3 ratings from r.csv\n"
    assert ratings(fledge) == ratings(fledge, "choice") == []
    fledge.well("redo")
    assert len(ratings(fledge)) == 2


def test_a_refused_row_is_told_and_the_others_come_in(fledge: Shell) -> None:
    """Unless the table is wanted whole; mended, it comes in again and adds what was missing."""
    fledge.begin()
    wrong = "2026-01-19,confidence,11,,\n2026-01-19,confidnce,1,,\n"
    table(fledge, GOOD + wrong)
    before = fledge.kept()
    reasons = [
        "r.csv:5: Confidence: 11 is not on this scale: whole numbers from 0 to 10.",
        "r.csv:6: There is no measure called “confidnce”. The nearest: confidence, choice,"
        " containment. To begin it: fledge measure add confidnce",
    ]
    last = "2 rows were refused: mend them and bring the table in again."
    said = fledge("import", "r.csv", "--whole")
    assert (said.code, fledge.kept()) == (1, before)
    assert said.err.splitlines() == [*reasons, f"fledge: Nothing was written. {last}"]
    said = fledge("import", "r.csv")
    assert (said.code, said.err.splitlines()) == (1, [*reasons, f"fledge: {last}"])
    assert "              2 refused\nKept: 3 ratings." in said.out
    assert len(ratings(fledge)) == 2
    table(fledge, GOOD + wrong.replace("11", "9").replace("confidnce,1", "choice,1"))
    assert "Kept: 2 ratings." in fledge.well("import", "r.csv")
    assert len(ratings(fledge)) == 3


def test_what_differs_is_replaced_only_when_asked(fledge: Shell) -> None:
    fledge.well("rate", "confidence", "3", "--on", "2026-01-12", "--note", "mine")
    table(fledge, GOOD)
    said = fledge("import", "r.csv", "--yes")
    assert said.code == 1
    assert "r.csv:3: The client's rating of 2026-01-12 is 3 there and 8 here." in said.err
    assert "Confidence  1 to replace; 1 there already" in fledge.well(
        "import", "r.csv", "--replace", "--yes"
    )
    assert ratings(fledge)[1] == ("2026-01-12", 8, "mine")
    fledge.well("undo")
    assert ratings(fledge)[1] == ("2026-01-12", 3, "mine")


def test_a_dry_run_writes_nothing(fledge: Shell) -> None:
    """Nor begin a file."""
    table(fledge, GOOD)
    there = fledge.kept()
    assert fledge.well("import", "r.csv", "--dry-run").endswith(
        "A dry run: nothing was written. It would be 3 ratings.\n"
    )
    assert fledge.kept() == there
    fledge.begin()
    there = fledge.kept()
    fledge.well("import", "r.csv", "--dry-run")
    assert fledge.kept() == there


@pytest.mark.parametrize(("answer", "count"), [("", 2), ("n", 0), ("\x04", 0)])
def test_a_person_is_asked(fledge: Shell, answer: str, count: int) -> None:
    fledge.begin()
    table(fledge, GOOD)
    with Terminal([COMMAND, "import", "r.csv"], env=fledge.env, cwd=fledge.place) as terminal:
        terminal.wait_for("Keep 3 ratings")
        terminal.type(answer if answer == "\x04" else f"{answer}\r")
        assert terminal.wait_exit() == (0 if count else 1)
    assert len(ratings(fledge)) == count


def test_standard_input_and_other_ways_to_write(fledge: Shell) -> None:
    fledge.begin()
    text = "Wert;Measure;Date;Value\nx;sleep;24.12.2025;2,5\n"
    fledge.well("measure", "add", "Sleep", "--max", "3", "--step", "0.5")
    said = fledge("import", "-", "--yes", "--date-format", "%d.%m.%Y", stdin=text)
    assert (said.code, said.err) == (0, "Left unread in standard input: wert.\n")
    assert ratings(fledge, "sleep") == [("2025-12-24", 2.5, "")]
    assert "1 rating from standard input" in fledge.well("undo")
    table(fledge, "date\tmeasure\tvalue\tnote\n2026-01-05\tchoice\t5\tZoë".encode("cp1252"))
    said = fledge("import", "r.csv", "--yes", "--delimiter", "tab")
    assert "not UTF-8, so it was read as Windows-1252" in said.err
    assert ratings(fledge, "choice") == [("2026-01-05", 5, "Zoë")]


def test_a_hostile_table_is_kept_and_told_without_controls(fledge: Shell) -> None:
    note = "=1+1 [/b] [@click=app.quit]x\x1b]52;c;aGk=\x07 \u202e{0} %s"
    row = f'2026-01-05,choice,5,,"{note}\nline"\n'
    wrong = f"2026-01-06,{note},5\n2026-01-06,choice,{note}\n{note},choice,5\n"
    wrong += f"2026-01-07,choice,5,{note}\n"
    table(fledge, HEAD.replace("note", "note,x\x1b[2J") + row + wrong)
    said = fledge("import", "r.csv")
    assert said.code == 1
    harmless(said.out + said.err)
    assert [line[:8] for line in said.err.splitlines()[1:5]] == [f"r.csv:{n}:" for n in range(4, 8)]
    assert ratings(fledge, "choice") == [
        ("2026-01-05", 5, "=1+1 [/b] [@click=app.quit]x]52;c;aGk= {0} %s line")
    ]


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


BROKEN: dict[str, tuple[bytes | Callable[[Path], None] | None, str]] = {
    "missing": (None, "It could not be opened (No such file or directory)"),
    "folder": (a_folder, "not an ordinary file"),
    "pipe": (a_pipe, "not an ordinary file"),
    "empty": (b"", "It is empty."),
    "NUL": (b"date,measure,value\n2026-01-05,choice,\0", "no text in UTF-8"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 99, "no text in UTF-8"),
    "junk": (bytes(range(128, 256)) * 99, "no text in UTF-8"),
    "noise": (b"\xe4\xf6\xfc" * 99_999, "a line of over 10,000 characters"),
    "one line": (b"x" * 10_000_000, "a line of over 10,000 characters"),
    "too large": (b"x\n" * 10_485_761, "has more than 20 MB"),
    "open quote": (b'date,measure,value,note\n1,2,3,"' + b"x,1\n" * 9, "Nothing was written"),
    "huge cell": (b"date,measure,value\n1,2," + b"3" * 500_000, "Nothing was written"),
    "huge line": (b"date,measure,value\n" + b"," * 10_000_000, "over 1,000,000 characters"),
}
"""What is put in the table's place, and a part of what is said about it."""


@pytest.mark.parametrize(("made", "reason"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_table_says_so(
    fledge: Shell, made: bytes | Callable[[Path], None] | None, reason: str
) -> None:
    path = fledge.place / "r.csv"
    if callable(made):
        made(path)
    elif made is not None:
        path.write_bytes(made)
    said = fledge("import", "r.csv", "--yes")
    assert (said.code, fledge.file.exists()) == (1, False)
    assert said.err.splitlines()[-1].startswith("fledge: ")
    assert reason in said.err
    assert len(said.err) < 500


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--date-format", "%d/%m"], "does not write a whole day"),
        (["--delimiter", ";;"], "takes one sign"),
        (["--delimiter", '"'], "takes one sign"),
        (["--client", "Nobody"], "Nobody"),
    ],
)
def test_what_is_asked_wrongly(fledge: Shell, words: list[str], reason: str) -> None:
    fledge.begin()
    table(fledge, GOOD)
    before = fledge.kept()
    refused(fledge("import", "r.csv", "--yes", *words), 2, reason)
    assert fledge.kept() == before


def test_nothing_but_a_first_line(fledge: Shell) -> None:
    """Of a program that had nothing to write; no file begins with it."""
    table(fledge, HEAD)
    assert fledge("import", "r.csv", "--yes") == Said(0, "There is nothing to add.\n", "")
    assert not fledge.file.exists()


def test_the_readme_tells_it_as_it_is(fledge: Shell) -> None:
    """Its table is brought in by its words, and answered as it says."""
    text = README.read_text("utf-8")
    found = re.search(
        r"```csv\n(.*?)```\n.*?```console\n\$ fledge (.*?)\n(.*?)```", text, re.DOTALL
    )
    assert found
    given, words, answer = found.groups()
    fledge.begin()
    fledge.well("goal", "add", "Say no at work without guilt")
    table(fledge, given, "ratings.csv")
    said = fledge(*words.split())
    assert (said.code, said.err + said.out) == (0, answer)
