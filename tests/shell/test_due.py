"""`fledge due`, for cron: a line for each, silence when there is nothing."""

from __future__ import annotations

from datetime import date, timedelta

from tests.shell.conftest import Shell

TODAY = date.today()


def test_what_is_due(fledge: Shell) -> None:
    """A week for growth, two for a sign, a month for the relationship; not what was paused."""
    fledge.begin()
    days = {n: TODAY - timedelta(n) for n in (6, 7, 13, 14)}
    fledge.well("rate", "confidence", "6", "--on", days[7].isoformat())
    fledge.well("rate", "choice", "6", "--on", days[6].isoformat())
    fledge.well("rate", "decisions", "2", "--on", days[14].isoformat())
    fledge.well("rate", "regulation", "2", "--on", days[13].isoformat())
    fledge.well("measure", "pause", "intimacy")
    fledge.well("goal", "add", "Ring my sister")
    lines = fledge.well("due").splitlines()
    names = [line.partition(":")[0] for line in lines]
    assert names[:2] == ["Ring my sister", "Confidence"]
    assert names[-6:-4] == ["Therapist decides", "Real relationship"]
    assert len(names) == 18
    assert not {"Choice", "Intimacy", "Leaning on therapy to be OK"} & {*names}
    assert lines[0] == "Ring my sister: not rated yet"
    on = days[7]
    assert lines[1] == f"Confidence: last time 6, {on:%a} {on.day} {on:%b %Y}"

    told = {each["name"]: each for each in fledge("due", "--json").json}
    assert list(told) == names
    confidence = told["Confidence"]
    assert type(confidence.pop("last")) is int
    assert len(confidence.pop("id")) == 36
    assert confidence == {
        "key": "confidence",
        "name": "Confidence",
        "kind": "growth",
        "last_date": on.isoformat(),
        "since": TODAY.isoformat(),
    }
    assert (told["Ring my sister"]["last"], told["Ring my sister"]["last_date"]) == (None, None)
    quiet = fledge("due", "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_silence(fledge: Shell) -> None:
    """No line, and no exit code that cron would write a letter about."""
    fledge.begin()
    for measure in fledge("due", "--json").json:
        fledge.well("measure", "pause", measure["key"])
    plain = fledge("due")
    assert (plain.code, plain.out, plain.err) == (0, "", "")
    assert fledge.well("due", "--file", fledge.file) == ""
    assert fledge("due", "--json").json == []
    quiet = fledge("due", "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (1, "", "")


def test_not_to_be_found_out(fledge: Shell) -> None:
    """With --quiet, "nothing is due" and "I could not look" are not the same."""
    assert fledge("due").code == 1
    said = fledge("due", "--quiet")
    assert (said.code, said.out) == (2, "")
    assert "There is no file at" in said.err
    assert fledge.kept() == {}
