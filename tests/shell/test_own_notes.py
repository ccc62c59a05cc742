"""`fledge note` and `fledge private`: words of the therapist's own, and reflections."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.shell.conftest import Shell

AS = ("--as", "therapist")


@pytest.fixture
def kim(fledge: Shell) -> Shell:
    fledge.env["FLEDGE_PRIVATE_FILE"] = str(fledge.place / "own" / "private.fledge")
    fledge.well("client", "add", "Kim")
    return fledge


@pytest.mark.parametrize(
    "words",
    [
        ("note", "--private", "x"),
        ("note", "--private", "x", "--as", "client"),
        ("private", "list"),
        ("private", "supervision"),
        ("private", "export", "x.txt"),
        ("private", "backup", "x.fledge"),
        ("private", "delete", "a"),
        ("private", "undo"),
    ],
    ids=" ".join,
)
def test_the_clients_view_is_refused(words: tuple[str, ...], kim: Shell) -> None:
    said = kim(*words)
    assert (said.code, said.out) == (2, "")
    assert "--as therapist" in said.err
    assert not (kim.place / "own").exists()


def test_the_doctor_looks_at_them_in_the_therapists_view_alone(kim: Shell) -> None:
    kim.well(*AS, "note", "--private", "zqheavyqz")
    own = kim.place / "own" / "private.fledge"
    assert "private.fledge" not in kim.well("doctor")
    seen = kim.well(*AS, "doctor")
    assert str(own) in seen
    assert "zqheavyqz" not in seen
    own.chmod(0o644)
    open_to_all = kim(*AS, "doctor")
    assert open_to_all.code == 1
    assert "!!  file mode     0644: others on this machine may look in" in open_to_all.out
    assert kim("doctor").code == 0


def test_from_writing_down_to_taking_along(kim: Shell) -> None:
    kim.well(*AS, "note", "--private", "heavy today", "--on", "yesterday")
    assert kim("note", "-", "--private", *AS, stdin="tender\nagain\n").code == 0
    told = json.loads(kim.well("private", *AS, "list", "--json"))
    assert [each["text"] for each in told] == ["tender\nagain", "heavy today"]
    target = kim.place / "mine.txt"
    kim.well("private", "export", target, *AS)
    assert target.stat().st_mode & 0o777 == 0o600
    assert "heavy today" in target.read_text()
    again = kim("private", "export", target, *AS)
    assert (again.code, again.out) == (1, "")
    assert "is there already" in again.err
    kim.well("private", "backup", kim.place / "copy.fledge", *AS)
    kim.well("private", "delete", told[0]["id"][:8], "--yes", *AS)
    assert "tender" not in kim.well("private", "list", *AS)
    kim.well("private", "undo", *AS)
    assert "tender" in kim.well("private", "list", "--all", *AS)
    assert kim.well("private", "supervision", "--json", *AS) == "[]\n"
    assert "heavy" not in kim.well("history")


def test_a_file_of_notes_is_no_client_and_a_client_no_place_for_notes(kim: Shell) -> None:
    kim.well(*AS, "note", "--private", "x")
    own = kim.env["FLEDGE_PRIVATE_FILE"]
    before = Path(own).read_bytes(), kim.file.read_bytes()
    assert "a therapist's own notes" in kim("show", "--file", own).err
    said = kim(*AS, "note", "--private", "x", "--private-file", kim.file)
    assert said.code == 1
    assert "is a client's file" in said.err
    assert (Path(own).read_bytes(), kim.file.read_bytes()) == before


def test_a_note_that_is_not_private_is_a_reflection(kim: Shell) -> None:
    kim.well("note", "It went well", "--part", "after", "--tag", "#work")
    kim.well(*AS, "note", "Said by the therapist")
    first, second = kim.well("history", "-n", "2").splitlines()
    assert " therapist " in first
    assert " client " in second
    assert not (kim.place / "own").exists()


@pytest.mark.parametrize(
    "words", [("  ",), ("--private", "x", "--tag", "y"), ("x", "--part", "no")]
)
def test_what_is_no_note_is_refused(words: tuple[str, ...], kim: Shell) -> None:
    said = kim(*AS, "note", *words)
    assert (said.code, said.out) == (2, "")


def test_ratings_and_what_is_due_are_of_whose_view_it_is(kim: Shell) -> None:
    kim.well(*AS, "rate", "confidence", "4")
    kim.well("rate", "confidence", "6")
    assert "Confidence" not in kim.well("due", *AS)
    assert "Confidence" not in kim.well("due")
    kim.well("undo")
    assert "Confidence" in kim.well("due")
    assert "Confidence" not in kim.well("--as=therapist", "due")
    assert "  therapist  " in kim.well("history")
