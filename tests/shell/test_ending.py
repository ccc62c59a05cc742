"""The ending, at the prompt."""

from __future__ import annotations

from datetime import date, timedelta

from tests.shell.conftest import Shell
from tests.support.cases import kept, told, unreviewed
from tui.core.ending_panel import NOT_YET

TODAY = date.today()  # what the commands take for today
HOSTILE = "Ring [b]Ada[/b]\x1b[2J\nand rest"


def test_the_eight_lines_with_what_the_record_shows(fledge: Shell) -> None:
    kept(unreviewed(told("rowan", TODAY)), fledge.file)
    found = fledge("ending", "--json").json
    lines = {each["key"]: each["evidence"] for each in found["lines"]}
    assert (len(lines), found["ended"]) == (8, None)
    assert any("reached on" in each for each in lines["goals"])
    assert lines["plan"] == []
    said = fledge.well("ending")
    assert "repaired after 9 days" in said
    assert NOT_YET in said


def test_the_texts_are_written_over_and_taken_out(fledge: Shell) -> None:
    fledge.begin()
    assert fledge("ending", "write", "setback", "-", stdin=HOSTILE).code == 0
    fledge.well("ending", "write", "setback", HOSTILE + "!")
    fledge.well("ending", "write", "spacing", "Every six weeks")
    texts = {each["kind"]: each for each in fledge("ending", "--json").json["texts"]}
    kept_ = HOSTILE.replace("\x1b", "") + "!"
    assert texts["setback"] == {"kind": "setback", "date": TODAY.isoformat(), "text": kept_}
    assert texts["summary"] == {"kind": "summary", "date": None, "text": None}
    said = fledge.well("ending")
    assert "    Ring [b]Ada[/b][2J\n    and rest!" in said
    assert "\x1b" not in said
    assert fledge("ending", "write", "setback", " ").code == 2
    fledge.well("ending", "delete", "setback", "--yes")
    assert fledge("ending", "delete", "setback", "--yes").code == 2
    fledge.well("undo")
    assert kept_ in {each["text"] for each in fledge("ending", "--json").json["texts"]}


def test_therapy_ends_and_begins_again_only_where_that_changes_something(fledge: Shell) -> None:
    fledge.begin()
    assert "goes on" in fledge("ending", "begin-again").err
    end = TODAY - timedelta(9)
    fledge.well("ending", "end", "--on", end.isoformat())
    assert fledge("ending", "--json").json["ended"] == end.isoformat()
    assert fledge.well("ending").startswith("Therapy ended on ")
    before = fledge.kept()
    for words in (["end"], ["begin-again", "--on", (end - timedelta(1)).isoformat()]):
        refused = fledge("ending", *words)
        assert (refused.code, refused.out) == (2, ""), words
    assert fledge.kept() == before
    fledge.well("ending", "begin-again")
    assert fledge("ending", "--json").json["ended"] is None
    assert fledge("ending", "end", "--on", "yesterday").code == 2
    fledge.well("undo")
    assert fledge("ending", "--json").json["ended"] == end.isoformat()
