"""`fledge report`: where it goes, what it may not overwrite, and who may read it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.shell.conftest import Shell


@pytest.fixture
def rated(fledge: Shell) -> Shell:
    """A file with one rating and one note."""
    fledge.begin()
    fledge.well("rate", "confidence", "7", "--note", "zqmomentqz")
    return fledge


def test_piped_it_is_text_and_markdown_is_asked_for(rated: Shell) -> None:
    assert rated.well("report").startswith("Growth in therapy: Me\n=====")
    told = rated.well("report", "-", "--format", "md", "--include", "growth,notes")
    assert told.startswith("# Growth in therapy: Me\n")
    assert "“zqmomentqz”" in told
    assert "zqmomentqz" not in rated.well("report")
    page = rated("report", "--format", "html")
    assert (page.code, page.out) == (2, "")
    assert "HTML goes into a file" in page.err


def test_the_name_says_how_it_is_written_and_it_is_private(rated: Shell) -> None:
    for name, begins in (("a.html", "<!doctype html>"), ("a.md", "# Growth"), ("a.txt", "Growth")):
        said = rated.well("report", name)
        path = rated.place / name
        assert said == f"Written: {path}. It is not encrypted.\n"
        assert path.read_text("utf-8").startswith(begins)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (rated("report", "a.pdf").code, rated("report", "a").code) == (2, 2)
    assert not [name for name in rated.kept() if name.endswith(".new")]


def test_what_is_there_goes_only_with_consent(rated: Shell) -> None:
    path = rated.place / "a.md"
    path.write_text("mine")
    said = rated("report", "a.md")
    assert said.code == 1
    assert "is there already, and is left as it is" in said.err
    assert path.read_text() == "mine"
    path.chmod(0o644)
    rated.well("report", "a.md", "--replace")
    assert path.read_text("utf-8").startswith("# Growth")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("what", ["link", "dangling", "pipe", "folder"])
def test_nothing_but_an_ordinary_file_is_written_to(rated: Shell, what: str) -> None:
    """Neither through it nor over it, with or without consent; and nobody waits for a reader."""
    there, behind = rated.place / "a.md", rated.place / "behind"
    if what == "link":
        behind.write_text("mine")
    match what:
        case "link" | "dangling":
            there.symlink_to(behind)
        case "pipe":
            os.mkfifo(there)
        case _:
            there.mkdir()
    kind = stat.S_IFMT(there.lstat().st_mode)
    for consent in ((), ("--replace",)):
        said = rated("report", "a.md", *consent)
        assert said.code == 1
        assert "no ordinary file" in said.err
    assert stat.S_IFMT(there.lstat().st_mode) == kind
    assert not behind.exists() or behind.read_text() == "mine"
    assert not Path(rated.place / ".a.md").exists()


def test_an_odd_wish_is_refused_with_a_reason(rated: Shell) -> None:
    for words, reason in (
        (("--include", "secrets"), "“secrets” is nothing that goes into a report"),
        (("--to", "tomorrow"), "still to come"),
        (("--from", "today", "--to", "yesterday"), "ends before it begins"),
    ):
        said = rated("report", *words)
        assert (said.code, said.out) == (2, "")
        assert reason in said.err
    nowhere = rated("report", "no/such/place.md")
    assert nowhere.code == 1
    assert "could not be written" in nowhere.err
