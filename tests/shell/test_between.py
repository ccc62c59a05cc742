"""What happens between sessions, at the prompt."""

from __future__ import annotations

from datetime import date, timedelta

from tests.shell.conftest import Shell

TODAY = date.today()  # what the commands take for today


def test_a_topic_is_pinned_talked_about_and_pinned_again(fledge: Shell) -> None:
    fledge.begin()
    fledge.well("topic", "add", "--starter", "3")
    fledge.well("topic", "add", "What stung")
    starter, own = fledge("topic", "--json").json
    assert (starter["text"], own["text"]) == ("Do these goals still fit?", "What stung")
    fledge.well("topic", "talked", own["id"][:8], "--note", "Said it [all of it]")
    assert "[all of it]" in fledge.well("topic", "let-go", starter["id"]) + fledge.well("topic")
    states = {t["text"]: (t["state"], t["closed"]) for t in fledge("topic", "--json").json}
    assert states["What stung"] == ("talked about", TODAY.isoformat())
    assert states["Do these goals still fit?"][0] == "let go"
    fledge.well("topic", "reopen", own["id"])
    again = fledge("topic", "--json").json[0]
    assert (again["state"], again["note"]) == ("open", "Said it [all of it]")
    assert fledge("topic", "add").code == 2


def test_practice_and_reading_are_written_down_changed_and_taken_out(fledge: Shell) -> None:
    fledge.begin()
    fledge.well("practice", "add", "A walk", "--effort", "1", "--on", "2024-02-01")
    (walk,) = fledge("practice", "--json").json
    assert (walk["effort"], walk["useful"], walk["date"]) == (1, None, "2024-02-01")
    said = fledge.well("practice", "edit", walk["id"][:8], "--useful", "3")
    assert "effort: a little, useful: very" in said
    fledge.well("practice", "delete", walk["id"], "--yes")
    assert fledge("practice", "--json").json == []
    fledge.well("reading", "add", "A Small Book of No")
    (book,) = fledge("reading", "--json").json
    fledge.well("reading", "edit", book["id"], "--done", "today", "--note", "The chapter on pauses")
    assert fledge("reading", "--json").json[0]["done"] == TODAY.isoformat()
    assert "finished" in fledge.well("reading")


def test_reflections_are_listed_by_tag_and_everything_is_found(fledge: Shell) -> None:
    fledge.begin()
    fledge.well("note", "The *chair* [mine] was empty", "--tag", "us")
    fledge.well("note", "Rang my sister", "--tag", "family")
    (about,) = fledge("notes", "--tag", "US", "--json").json
    assert (about["text"], about["tags"]) == ("The *chair* [mine] was empty", ["us"])
    assert "*chair* [mine]" in fledge.well("notes")
    (found,) = fledge("search", "emp", "cha", "--json").json
    assert (found["kind"], found["key"]) == ("reflection", about["id"])
    nothing = fledge("search", "nowhere")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "Nothing was found.\n")
    fledge.well("notes", "delete", about["id"][:8], "--yes")
    assert len(fledge("notes", "--json").json) == 1


def test_a_role_check_is_given_or_asked_line_by_line(fledge: Shell) -> None:
    fledge.begin()
    by = (TODAY + timedelta(30)).isoformat()
    fledge.well("role-check", "--hope", "Coffee sitting down", "--by-when", by)
    asked = fledge("role-check", stdin="Listen\n\nAn alarm clock\n\n\n")
    assert asked.code == 0, asked.err
    assert "Coffee sitting down" in asked.out, "what was answered last stands above the questions"
    first, second = fledge("role-check", "--json").json
    assert (first["hope"], first["by_when"], first["ask_again"]) == (
        "Coffee sitting down",
        by,
        False,
    )
    assert [second[key] for key in ("fixes", "time", "effort", "hope")] == [
        *["Listen", "", "An alarm clock", ""]
    ]
    broken_off = fledge("role-check", stdin="Listen\n")
    assert (broken_off.code, len(fledge("role-check", "--json").json)) == (1, 2)
