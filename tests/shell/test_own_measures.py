"""`fledge measure`: one's own measures, and what may be done to the catalogue's."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.shell.conftest import Shell
from tests.shell.test_refusals import refused

ONE_STEP = ["--low", "a little", "--high", "a lot", "--min", "1", "--max", "5"]


NORMS = ["--sd", "22.5", "--reliability", "0.84", "--mean", "83"]


def told(fledge: Shell, key: str) -> dict[str, Any]:
    (found,) = [m for m in fledge("measure", "list", "--json").json if m["key"] == key]
    return dict(found)


def test_a_measure_of_ones_own(fledge: Shell) -> None:
    said = fledge.well("measure", "add", "Time for me", "--prompt", "I took time.", *ONE_STEP)
    assert said == (
        "Measure begun: Time for me. Rate it: fledge rate time_for_me VALUE"
        " (whole numbers from 1 to 5)\n"
    )
    assert told(fledge, "time_for_me") == {
        "key": "time_for_me",
        "name": "Time for me",
        "kind": "growth",
        "direction": "higher",
        "cadence": 7,
        "paused": False,
        "version": 1,
        "prompt": "I took time.",
        "scale": [1, 5, 1],
        "ends": ["a little", "a lot"],
        "norms": None,
    }
    fledge.well("measure", "add", "Worry", "--kind", "sign")
    assert [told(fledge, "worry")[k] for k in ("direction", "cadence", "prompt")] == [
        *["lower", 14],
        "Worry",
    ]
    fledge.well("rate", "time_for_me", "5")
    assert fledge("rate", "time_for_me", "0").code == 2
    assert "Time for me" in fledge.well("show")
    fledge.well("measure", "every", "worry", "3")
    assert told(fledge, "worry")["cadence"] == 3
    assert fledge.well("undo") == "Taken back: changed the measure “Worry”\n"


def test_a_key_stays_when_the_name_goes(fledge: Shell) -> None:
    fledge.well("measure", "add", "Sleep!")
    assert fledge.well("measure", "rename", "sleep", "Rest") == "“Sleep!” is now “Rest”\n"
    assert told(fledge, "sleep")["name"] == "Rest"
    fledge.well("measure", "add", "Sleep?")
    assert told(fledge, "sleep_2")["name"] == "Sleep?"


def test_other_words_and_another_scale_are_a_new_version(fledge: Shell) -> None:
    """What was rated before keeps its version; nothing else of the measure changes."""
    fledge.well("client", "add", "Me", "--started", "2024-01-01")
    fledge.well("rate", "choice", "9", "--on", "2024-01-05")
    said = fledge.well(
        *["measure", "reword", "choice", "I saw another way.", "--max", "4", "--high", "often"],
        *["--on", "2024-02-01"],
    )
    assert said == (
        "Choice, version 2: “I saw another way.”, whole numbers from 0 to 4, from Thu 1 Feb 2024\n"
    )
    now = told(fledge, "choice")
    assert (now["scale"], now["ends"]) == ([0, 4, 1], ["only one way", "often"])
    fledge.well("rate", "choice", "10", "--on", "2024-01-31")
    assert fledge("rate", "choice", "5", "--on", "2024-02-01").code == 2
    fledge.well("measure", "reword", "choice", "--step", "0.5", "--on", "2024-03-01")
    fledge.well("rate", "choice", "2.5", "--on", "2024-03-01")
    ratings = fledge("show", "choice", "--json").json["ratings"]
    assert [(r["value"], r["version"]) for r in ratings] == [(9, 1), (10, 1), (2.5, 3)]
    refused(fledge("measure", "reword", "choice", "x", "--on", "2024-02-28"), 2, "cannot be older")
    fledge.well("undo")
    assert fledge.well("undo") == "Taken back: gave “Choice” another scale\n"
    assert told(fledge, "choice")["version"] == 2


def test_pausing(fledge: Shell) -> None:
    fledge.begin()
    assert fledge.well("measure", "pause", "choice") == "Choice: paused\n"
    assert told(fledge, "choice")["paused"] is True
    assert "Choice" not in fledge.well("due")
    refused(fledge("measure", "pause", "choice"), 2, "Choice is paused already.")
    assert fledge.well("measure", "resume", "choice") == "Choice: asked again\n"
    assert "Choice" in fledge.well("due")


def test_only_ones_own_can_be_deleted(fledge: Shell) -> None:
    fledge.well("measure", "add", "Worry")
    fledge.well("rate", "worry", "3", "--on", date.today().isoformat())
    before = fledge.well("show", "worry", "--json")
    refused(fledge("measure", "delete", "choice", "--yes"), 1, "can be paused, not deleted")
    fledge.well("measure", "delete", "worry", "--yes")
    assert fledge("show", "worry").code == 2
    fledge.well("undo")
    assert fledge.well("show", "worry", "--json") == before


def test_a_goal_has_its_own_commands(fledge: Shell) -> None:
    """On another scale than its milestone's a goal could not be read any more."""
    fledge.well("goal", "add", "Walk", "--level", "8", "--by", "2999-01-01")
    for words in (["reword", "walk", "--max", "4"], ["pause", "walk"], ["delete", "walk", "--yes"]):
        refused(fledge("measure", *words), 2, "“Walk” is a goal: see fledge goal --help.")
    assert "Walk" not in fledge.well("measure", "list")


def test_norms_are_of_a_questionnaire_and_of_its_wording(fledge: Shell) -> None:
    """They come with a measure or later, without a new version, and go with a rewording."""
    fledge.well("measure", "add", "OQ", "--max", "180", *["--direction", "lower"], *NORMS)
    assert told(fledge, "oq")["norms"] == {"sd": 22.5, "reliability": 0.84, "mean": 83}
    listed = fledge.well("measure", "list")
    assert "every 7 days   SD 22.5, reliability 0.84, mean 83\n" in listed
    fledge.well("rate", "oq", "90", "--on", "2026-01-05")
    said = fledge.well("measure", "norms", "choice", "--sd", "1.5", "--reliability", ".9")
    assert said == "Choice: SD 1.5, reliability 0.9\n"
    now = told(fledge, "choice")
    assert (now["norms"], now["version"]) == ({"sd": 1.5, "reliability": 0.9, "mean": None}, 1)
    assert fledge.well("measure", "norms", "choice", "--none") == "Choice: no norms\n"
    assert fledge.well("undo") == "Taken back: took the norms out of “Choice”\n"
    assert told(fledge, "choice") == now
    said = fledge.well("measure", "reword", "oq", "How often …?")
    assert said.endswith("Its norms were those of version 1: fledge measure norms\n")
    assert told(fledge, "oq")["norms"] is None


def test_a_new_level_is_told_wherever_events_are(fledge: Shell) -> None:
    fledge.well("goal", "add", "Walk")
    said = fledge.well("measure", "rebase", "choice", "--on", "2026-02-01", "--because", "new job")
    assert said == "A new level of Choice from Sun 1 Feb 2026: its own limits are counted anew.\n"
    fledge.well("measure", "rebase", "walk", "--on", "2026-02-02")
    lines = [line.split("  ", 1)[1] for line in fledge.well("events").splitlines()]
    assert lines == [
        "Sun 1 Feb 2026  new level: new job, about Choice",
        "Mon 2 Feb 2026  new level, about Walk",
    ]
    assert "  2026-02-02  “Walk” new level\n" in fledge.well("show")
    first, second = fledge("events", "--json").json
    assert (first["kind"], first["text"], second["text"]) == ("new level", "new job", "")
    refused(fledge("events", "edit", first["id"], "--about", "all"), 2, "one measure's: say which")
    fledge.well("events", "edit", first["id"], "--about", "walk", "--text", "")
    assert fledge.well("undo") == "Taken back: changed the event “new level: new job”\n"
    fledge.well("undo")
    assert fledge.well("undo") == "Taken back: a new level of “Choice” from Sun 1 Feb 2026\n"
    assert fledge.well("events") == ""
