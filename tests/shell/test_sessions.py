"""Sessions and breaks at the prompt."""

from __future__ import annotations

from datetime import date, timedelta

from tests.shell.conftest import Shell

TODAY = date.today()  # what the commands take for today


def ago(days: int) -> str:
    return (TODAY - timedelta(days)).isoformat()


def test_a_session_is_written_up_rated_moved_and_taken_out(fledge: Shell) -> None:
    fledge.begin()
    fledge.well("session", "plan", "--weekly", "--from", TODAY.isoformat(), "--count", "3")
    said = fledge.well(
        *["session", "add", "--format", "video", "--tick", "laughed"],
        *["--rate", "same goals=8", "--rate", "bond=9", "--rate", "comfort challenge=-1"],
    )
    assert "Bond 9, client" in said
    fledge.well("session", "add", "--on", ago(7), "--missed")
    fledge.well("session", "move", "3", "--to", ago(-9))
    missed, held, moved, last = fledge("session", "--json").json
    assert [s["number"] for s in (missed, held, moved, last)] == [1, 2, 3, 4]
    assert [s["state"] for s in (missed, held, moved, last)] == ["missed", "held", *["planned"] * 2]
    assert (held["format"], held["ticks"]) == ("video", ["laughed"])
    assert held["alliance"] == {"client": 8.5, "therapist": None}
    values = {r["key"]: r["value"] for r in held["ratings"]}
    assert values == {"alliance_goals": 8, "alliance_bond": 9, "comfort_challenge": -1}
    assert (moved["date"], moved["moved_from"]) == (ago(-9), ago(-7))
    assert missed["entered"] == TODAY.isoformat()
    lines = fledge.well("session").splitlines()
    assert "8.5" in lines[2]
    assert "moved from" in lines[3]
    fledge.well("session", "delete", "2", "--yes")
    assert [s["number"] for s in fledge("session", "--json").json] == [1, 2, 3]


def test_the_therapist_rates_without_seeing_what_the_client_gave(fledge: Shell) -> None:
    fledge.begin()
    marks = ["--rate", "alliance_goals=3", "--rate", "alliance_bond=3", "--tick", "mattered"]
    fledge.well("session", "add", *marks)
    assert "3.0" in fledge.well("session")
    kept = fledge("session", "--as", "therapist", "--json").json[0]
    assert (kept["kept_back"], kept["ratings"], kept["ticks"]) == ("client", [], [])
    assert kept["alliance"] == {"client": None, "therapist": None}
    assert "3.0" not in fledge.well("session", "--as", "therapist")
    for view, many in (("client", 1), ("therapist", 0)):
        for measure in ("bond", "alliance"):
            assert len(fledge("show", measure, "--json", "--as", view).json["ratings"]) == many
            assert fledge("explain", measure, "--json", "--as", view).json["n"] == many
    refused = fledge("session", "rate", "1", "support=5", "--as", "therapist")
    assert (refused.code, refused.out) == (2, "")
    assert "rated by: client" in refused.err
    fledge.well("session", "rate", "1", "bond=8", "same goals=7", "--as", "therapist")
    seen = fledge("session", "--as", "therapist", "--json").json[0]
    assert seen["kept_back"] is None
    assert seen["alliance"] == {"client": 3.0, "therapist": 7.5}


def test_what_cannot_be_so_is_refused_with_a_sentence(fledge: Shell) -> None:
    fledge.begin()
    fledge.well("session", "plan", "--from", ago(-7))
    fledge.well("session", "add", "--rate", "ease=5")
    before = fledge("session", "--json").out
    for words, why in (
        (["session", "add"], "is written up"),
        (["session", "add", "--on", ago(7), "--rate", "ease=11"], "11"),
        (["session", "rate", "2", "ease=5"], "still to come"),
        (["session", "miss", "1"], "was rated"),
        (["session", "rate", "7", "ease=5"], "no session “7”"),
        (["session", "rate", "1", "ease"], "KEY=VALUE"),
        (["session", "plan", "--from", ago(-3), "--count", "4"], "how often"),
        (["rupture", "log", "--session", "2", "--kind", "pulled away"], "no session “2”"),
        (["rupture", "step", "ffffffff"], "no break"),
    ):
        refused = fledge(*words)
        assert (refused.code, refused.out) == (2, ""), words
        assert why in refused.err, words
    assert fledge("session", "--json").out == before


def test_a_break_is_walked_to_its_repair(fledge: Shell) -> None:
    fledge.begin()
    fledge.well("session", "add", "--on", ago(9))
    fledge.well(
        "rupture", "log", "--kind", "pushed back", "--note", "Too cosy", "--session", ago(9)
    )
    (broken,) = fledge("rupture", "--json").json
    assert (broken["noticed_by"], broken["kind"]) == ("client", "confrontation")
    assert broken["days"] is None
    assert "open for 9 days, 0 of 6 steps; next: It was noticed" in fledge.well("rupture")
    for _ in range(6):
        said = fledge.well("rupture", "step", broken["id"][:8])
    assert "◆ repaired after 9 days" in said
    assert "next: It was checked" in fledge.well("rupture", "step", broken["id"], "--undo")
    assert fledge("rupture", "step", broken["id"], "checked", "--on", ago(10)).code == 2
    assert fledge("rupture", "--json").json[0]["next"] == "checked"
