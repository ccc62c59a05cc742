"""What is worth talking about, at the prompt."""

from __future__ import annotations

from datetime import date, timedelta

from tests.shell.conftest import Shell
from tests.support import sessions
from tests.support.cases import kept, told, unreviewed
from tui.core.worse_after import ALWAYS

TODAY = date.today()  # what the commands take for today


def begin(fledge: Shell, name: str) -> None:
    """A file with one of the made-up cases, told up to today."""
    kept(unreviewed(told(name, TODAY)), fledge.file)


def test_notices_are_told_in_full_and_put_away(fledge: Shell) -> None:
    begin(fledge, "dev")
    found = fledge("notices", "--json").json
    assert {each["rule"] for each in found} == {"worse", "repair_open"}
    said = fledge.well("notices")
    assert said.count("To ask together:") == 2
    dismissed = [x.split()[4:7] for x in said.splitlines() if x.startswith("  To put it away")]
    assert [x[:2] for x in dismissed] == [["fledge", "notices"]] * 2
    assert all(each["dismiss"] for each in found)
    assert said.count(ALWAYS) == 1
    worse, repair = found
    fledge.well("notices", "snooze", repair["key"], "--until", (TODAY + timedelta(3)).isoformat())
    assert [each["rule"] for each in fledge("notices", "--json").json] == ["worse"]
    assert fledge("notices", "acknowledge", repair["key"]).code == 2, "it does not stand now"
    fledge.well("undo")
    fledge.well("notices", "discussed", "repair_open", worse["key"], "--note", "[all] of it")
    nothing = fledge("notices")
    assert (nothing.code, nothing.out) == (0, "")
    assert "Nothing stands out" in nothing.err


def test_a_conversation_begins_a_fair_chance(fledge: Shell) -> None:
    begin(fledge, "dev")
    assert fledge("conversation", "add", "Slower", "--chance", "2").code == 2
    assert ALWAYS in fledge.well("conversation", "add", "Slower [b]", "--chance", "3")
    (talk,) = fledge("conversation", "--json").json
    assert (talk["changes"], talk["chance"], talk["date"]) == ("Slower [b]", 3, TODAY.isoformat())
    said = fledge.well("notices")
    assert "3 sessions to go" in said
    assert ALWAYS in said
    fledge.well("conversation", "delete", talk["id"][:8], "--yes")
    assert fledge("conversation", "--json").json == []


def test_who_rates_second_is_told_nothing_of_what_is_kept_back(fledge: Shell) -> None:
    """Neither as a notice nor on the agenda nor in the caseload, until both have rated."""
    sessions.write_dip(fledge.file, TODAY)
    for view, alliance in (("client", 1), ("therapist", 8)):
        rules = {each["rule"] for each in fledge("notices", "--json", "--as", view).json}
        keys = {each["key"].split(":")[1] for each in fledge("agenda", "--json", "--as", view).json}
        assert ("alliance_dip" in rules) is ("alliance_dip" in keys) is (view == "client")
        (case,) = fledge("caseload", "--closer", "--json", "--as", view).json
        assert case["alliance"] == alliance
