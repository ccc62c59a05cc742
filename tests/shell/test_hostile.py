"""A text is shown as it was written, and a terminal obeys nothing that is in it."""

from __future__ import annotations

import sqlite3

import pytest

from tests.shell.conftest import Shell

CLIPBOARD = "a\x1b]52;c;aGk=\x07b"
HOSTILE = {
    "controls": (
        "a\x1b]52;c;aGk=\x07b \x1b[2J\x1b[H \x9b31m \u202ec\nd\te".encode() + b"\xff.",
        "a]52;c;aGk=b [2J[H 31m c d e.",
    ),
    "markup": (
        b"[/b] [@click=app.quit]x[/] {0} %s \\n",
        "[/b] [@click=app.quit]x[/] {0} %s \\n",
    ),
    "scripts": (
        "👩‍👩‍👧‍👦 می‌خواهم שלום e\u0301 q̇ 日本".encode(),
        "👩‍👩‍👧‍👦 می‌خواهم שלום é q̇ 日本",
    ),
}
"""What is given, and what is kept of it."""


def harmless(text: str) -> None:
    """Nothing but letters, tabs and new lines."""
    hidden = {c for c in text if c not in "\n\t" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)}
    assert not hidden | ({*text} & {*"\u202e\u2028\u2029"}), f"{hidden!a} in {text!a}"


@pytest.mark.parametrize(("given", "kept"), HOSTILE.values(), ids=HOSTILE)
def test_texts_are_kept_and_answered_without_controls(
    fledge: Shell, given: bytes, kept: str
) -> None:
    for words in (
        [b"goal", b"add", given, b"--why", given],
        [b"event", given],
        [b"rate", b"choice", b"5", b"--note", given],
        [b"goal", b"step", kept.encode(), given],
        [b"goal", b"ladder", kept.encode(), *[b"--rung", given] * 5],
        [b"goal", b"reword", kept.encode(), given + b"!"],
        [b"measure", b"add", b"m" + given, b"--prompt", given, b"--low", given],
        [b"measure", b"rename", b"intimacy", b"n" + given],
        [b"help-now", b"add", given, given],
        [b"topic", b"add", given],
        [b"practice", b"add", given, b"--note", given],
    ):
        harmless(fledge.well(*words))
    told = fledge("show", "--json").json
    assert told["events"][0]["text"] == kept
    assert told["goals"][0]["wording"] == f"{kept}!"
    assert fledge("show", "choice", "--json").json["ratings"][0]["note"] == kept
    for words in (
        [b"show"],
        [b"show", b"choice"],
        [b"goal", b"list"],
        [b"measure", b"list"],
        [b"help-now"],
        [b"topic"],
        [b"practice"],
        [b"events"],
        [b"due"],
        [b"history"],
        [b"report", b"--include", b"goals,growth,notes"],
    ):
        shown = fledge.well(*words)
        harmless(shown)
        assert kept in shown


@pytest.mark.parametrize(
    "words",
    [
        ["rate", CLIPBOARD, "7"],
        ["rate", "choice", CLIPBOARD],
        ["rate", "choice", "7", "--on", CLIPBOARD],
        ["show", CLIPBOARD],
        ["show", "--client", CLIPBOARD],
        ["events", "edit", CLIPBOARD, "--text", "x"],
        ["help-now", "checked", CLIPBOARD],
        ["measure", "add", CLIPBOARD, "--min", "11"],
        ["--file", f"./{CLIPBOARD}", "show"],
    ],
    ids=["measure", "value", "day", "shown", "client", "event", "line", "new measure", "file"],
)
def test_refusals_repeat_no_controls(fledge: Shell, words: list[str]) -> None:
    fledge.begin()
    said = fledge(*words)
    assert said.code in (1, 2)
    harmless(said.err)


def test_somebody_elses_file_is_shown_without_controls(fledge: Shell) -> None:
    """What is in a file need not have come in through our door: it is cleaned again when shown."""
    fledge.well("goal", "add", "Sleep")
    fledge.well("event", "Moved")
    fledge.well("rate", "choice", "5", "--note", "x")
    fledge.well("help-now", "add", "Mia", "123")
    with sqlite3.connect(fledge.file) as conn:
        for column in (
            "measure.name",
            "version.prompt",
            "event.text",
            "rating.evidence",
            "client.name",
            "change.label",
            "lifeline.name",
            "lifeline.reach",
        ):
            table, name = column.split(".")
            conn.execute(f"UPDATE {table} SET {name} = {name} || ?", (CLIPBOARD,))
    conn.close()
    for words in (
        ["show"],
        ["show", "choice"],
        ["goal", "list"],
        ["client", "list"],
        ["measure", "list"],
        ["help-now"],
        ["events"],
        ["due"],
        ["history"],
    ):
        harmless(fledge.well(*words))


def test_the_longest_line_is_kept_and_one_more_is_refused(fledge: Shell) -> None:
    """2,000 characters, whatever the journal makes of them."""
    longest = "x" * 2000
    fledge.well("event", longest)
    fledge.well("goal", "add", longest)
    fledge.well("rate", "xxxx", "4", "--note", longest)
    fledge.well("goal", "reword", "xxxx", "y" * 2000)
    fledge.well("goal", "reach", "yyyy")
    before = fledge.kept()
    said = fledge("event", f"{longest}x")
    assert (said.code, "at most 2,000 are kept" in said.err) == (2, True)
    assert fledge.kept() == before


def test_an_old_label_is_told_without_controls(fledge: Shell) -> None:
    fledge.well("rate", "choice", "5")
    with sqlite3.connect(fledge.file) as conn:
        conn.execute("UPDATE change SET label = label || ?", (CLIPBOARD,))
    conn.close()
    harmless(fledge.well("undo"))
