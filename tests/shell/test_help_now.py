"""`fledge help-now`: the emergency sentence comes first, whatever else is wrong."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from tests.shell.conftest import Shell
from tests.shell.test_refusals import refused
from tui.core.lifelines import EMERGENCY

TODAY = f"{date.today():%a} {date.today().day} {date.today():%b %Y}"


def test_without_a_file(fledge: Shell) -> None:
    said = fledge("help-now")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == EMERGENCY
    assert "fledge help-now add" in said.out
    assert fledge.kept() == {}


def test_with_a_file_that_cannot_be_read(fledge: Shell) -> None:
    fledge.file.write_text("Dear diary,\n" * 99)
    said = fledge("help-now")
    assert (said.code, said.out) == (1, f"{EMERGENCY}\n")
    assert "is not a fledge file" in said.err


def test_what_is_written_down(fledge: Shell) -> None:
    """In three parts, dated; what was not looked at for a year is asked about."""
    fledge.well("help-now", "add", "--section", "lines", "A line", "0800 1")
    fledge.well("help-now", "add", "Mia", "ring, then\nring again")
    said = fledge.well("help-now", "add", "--section", "plan", "Dr Ode", "the clinic's number")
    assert said == (
        f"My therapist's out-of-hours plan: Dr Ode: the clinic's number (checked {TODAY})\n"
    )
    expected = [
        *[EMERGENCY, "", "My people", "  Mia: ring, then", f"    ring again (checked {TODAY})"],
        *["", "My therapist's out-of-hours plan"],
        *[f"  Dr Ode: the clinic's number (checked {TODAY})"],
        *["", "Helplines", f"  A line: 0800 1 (checked {TODAY})"],
    ]
    assert fledge.well("help-now").splitlines() == expected
    refused(fledge("help-now", "add", "MIA", "x"), 2, "holds “MIA” already")

    old = (date.today() - timedelta(366)).isoformat()
    with sqlite3.connect(fledge.file) as conn:
        conn.execute("UPDATE lifeline SET checked = ? WHERE name = 'Mia'", (old,))
    conn.close()
    assert fledge.well("help-now").count("Is it still right?") == 1
    assert "Is it" not in fledge.well("help-now", "checked", "mia")
    assert fledge.well("help-now").splitlines() == expected

    assert fledge.well("help-now", "remove", "dr") == (
        "Taken out: Dr Ode. fledge undo brings it back.\n"
    )
    assert "plan" not in fledge.well("help-now")
    fledge.well("undo")
    assert fledge.well("help-now").splitlines() == expected
    refused(fledge("help-now", "remove", "i"), 2, "could be “Mia”, “A line”")


def test_nobody_is_asked_who_is_meant(fledge: Shell) -> None:
    """Several clients in the file, no name given: everything that is written is shown."""
    for name in ("Ade", "Kit"):
        fledge.well("client", "add", name)
        fledge.well("help-now", "add", f"{name}'s friend", "ring", "--client", name)
    everything = fledge.well("help-now")
    for line in ("Ade", "  Ade's friend: ring", "Kit", "  Kit's friend: ring"):
        assert f"\n{line}" in everything
    assert "Ade" not in fledge.well("help-now", "--client", "kit")
