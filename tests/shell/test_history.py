"""`fledge history`, `fledge undo --change`, and `fledge events`."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.shell.conftest import Shell
from tests.shell.test_refusals import refused


def test_the_history(fledge: Shell) -> None:
    """Newest first, by number, in the time of this place."""
    fledge.well("rate", "choice", "5", "--on", "2024-01-05")
    fledge.well("rate", "choice", "6", "--on", "2024-01-05", "--rater", "therapist")
    fledge.well("undo")
    told = fledge("history", "--json").json
    assert [(c["number"], c["author"], c["label"], c["state"]) for c in told] == [
        (2, "therapist", "rated Choice 6 for 2024-01-05", "undone"),
        (1, "client", "rated Choice 5 for 2024-01-05", "done"),
    ]
    at = datetime.fromisoformat(told[0]["at"])
    assert abs((datetime.now(UTC) - at).total_seconds()) < 600
    lines = fledge.well("history", "-n", "2", env={"TZ": "XYZ-5:30"}).splitlines()
    assert len(lines) == 2
    rated = r"therapist  rated Choice 6 for Fri 5 Jan 2024 \(taken back\)"
    found = re.fullmatch(rf"2  (\w+ \d+ \w+ \d+ \d+:\d+)  {rated}", lines[0])
    assert found
    here = datetime.strptime(f"{found[1]} +0530", "%a %d %b %Y %H:%M %z")
    assert 0 <= (at - here).total_seconds() < 60
    assert fledge("history", "-n", "0").code == 2


def test_one_change_is_taken_back(fledge: Shell) -> None:
    """Also when later ones stand; not what was changed again since, and not twice."""
    fledge.well("rate", "choice", "5", "--on", "2024-01-05")
    fledge.well("event", "moved house")
    fledge.well("rate", "confidence", "5", "--on", "2024-01-05")
    fledge.well("rate", "confidence", "6", "--on", "2024-01-05")
    said = fledge.well("undo", "--change", "1")
    assert said == "Taken back: rated Choice 5 for Fri 5 Jan 2024\n"
    assert fledge("show", "choice", "--json").json["n"] == 0
    assert fledge("show", "confidence", "--json").json["last"] == 6
    before = fledge.kept()
    refused(fledge("undo", "--change", "3"), 1, "changed again since, so it was left as it is")
    assert fledge.kept() == before
    assert fledge.well("undo") == "Taken back: took back: rated Choice 5 for Fri 5 Jan 2024\n"
    assert fledge("show", "choice", "--json").json["last"] == 5
    refused(fledge("undo", "--change", "5"), 2, "was taken back already")
    refused(fledge("undo", "--change", str(2**70)), 2, "There is no change")


def test_events(fledge: Shell) -> None:
    """`fledge event TEXT` writes one, also where the text is the name of a command."""
    fledge.well("event", "list", "--on", "2024-01-05")
    fledge.well("event", "moved house", "--on", "2024-01-06", "--about", "choice")
    first, second = fledge("events", "--json").json
    assert (first["text"], first["about"]) == ("list", None)
    assert fledge.well("events").splitlines() == [
        f"{first['id'][:8]}  Fri 5 Jan 2024  list",
        f"{second['id'][:8]}  Sat 6 Jan 2024  moved house, about Choice",
    ]
    said = fledge.well(
        *["events", "edit", second["id"][:8], "--text", "moved", "--on", "2024-01-04"],
        *["--about", "all"],
    )
    assert said == f"{second['id'][:8]}  Thu 4 Jan 2024  moved\n"
    assert fledge.well("undo") == "Taken back: changed the event “moved house”\n"
    assert fledge("events", "--json").json == [first, second]
    refused(fledge("events", "edit", second["id"], "--on", "2999-01-01"), 2, "still to come")
    refused(fledge("events", "edit", second["id"], "--text", " "), 2, "a few words")
    refused(fledge("events", "delete", second["id"][:3], "--yes"), 2, "There is no event")

    refused(fledge("events", "delete", second["id"]), 2, "give --yes")
    said = fledge.well("events", "delete", second["id"][:8].upper(), "--yes")
    assert said == "Deleted: “moved house” of Sat 6 Jan 2024. fledge undo brings it back.\n"
    assert fledge("events", "--json").json == [first]
    fledge.well("undo")
    assert fledge("events", "--json").json == [first, second]


@pytest.mark.parametrize("at", range(4))
def test_the_view_is_named_at_any_place(at: int, fledge: Shell) -> None:
    """Before a command, behind its name, behind what it does and behind everything."""
    words = ["goal", "add", "Walk"]
    fledge.well(*words[:at], "--as=therapist", *words[at:])
    assert [c["author"] for c in fledge("history", "--json").json][:1] == ["therapist"]
