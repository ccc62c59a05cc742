"""A table of ratings is read as it was meant, or each row that is not says why."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest

from tests.core.build import day, measure
from tui.core.measures import Direction, Kind, Measure, Rater, Scale
from tui.core.ratings import Rating
from tui.exchange.incoming import Incoming, by_measure, incoming, sound_format
from tui.exchange.ratings_csv import Row, Table, read
from tui.exchange.texts import NotReadable, opened, taken

HEAD = "date,measure,value,rater,note\n"
TODAY = date(2026, 11, 22)
CONFIDENCE = measure()
HALVES = measure("Sleep", key="sleep", id_="s", scale=Scale("", "", 0, 3, 0.5), since=(0, 30))
KNOWN = [CONFIDENCE, HALVES, measure("Closeness", key="closeness", id_="c")]


def table(text: str, delimiter: str = "") -> Table:
    return read(io.StringIO(text, newline=""), delimiter)


def brought(text: str, there: tuple[Rating, ...] = (), **how: Any) -> Incoming:
    """What a table with the usual first line would bring."""
    known: list[Measure] = how.pop("known", KNOWN)
    kept = {m.id: [r for r in there if r.measure_id == m.id] for m in known}
    return incoming(table(HEAD + text).rows, known, kept.__getitem__, TODAY, **how)


def reason(text: str, **how: Any) -> str:
    """Why the only row is refused."""
    found = brought(text, **how)
    assert not found.count
    ((line, why),) = found.refused
    assert line == 2
    return why


@pytest.mark.parametrize(
    "text",
    [
        "date,measure,value,rater,note\n2026-01-05,a,7,client,x\n",
        "DATE;Measure; Value ;rater;note\r\n2026-01-05;a;7;client;x\r\n",
        "note\tvalue\tmeasure\tdate\trater\rx\t7\ta\t2026-01-05\tclient\r",
        '"date"|"measure"|"value"|"rater"|"note"\n2026-01-05|a|7|client|x',
        "value~note~rater~measure~date\n7~x~client~a~2026-01-05\n",
        "\n \ndate, measure, value, rater, note\n\n, ,,\n2026-01-05, a, 7, client, x\n",
    ],
    ids=["commas", "semicolons", "tabs", "bars", "others", "blanks"],
)
def test_signs_orders_cases_and_line_ends(text: str) -> None:
    (row,) = table(text).rows
    assert row[1:6] == ("2026-01-05", "a", "7", "client", "x")


def test_a_row_is_known_by_the_line_it_begins_on() -> None:
    text = '\nmood,date,measure,value,note,Über\n\n,1,a,1,"one\r\n\ntwo ""three"" [/b]",\n,2,a,2\n'
    found = table(text)
    assert found.unread == ("mood", "über")
    assert list(found.rows) == [
        Row(4, "1", "a", "1", "", 'one\r\n\ntwo "three" [/b]'),
        Row(7, "2", "a", "2"),
    ]


def test_a_row_that_falls_apart_does_not_end_the_others() -> None:
    text = f'1,a,1,,"x"y\n2,a,2,,"{"z" * 200_000}"\n3,a,3,,a,b\n4,a,4\n5,a,5,,"open\n6,a,6\n'
    rows = list(table(HEAD + text).rows)
    assert [(r.line, r.date) for r in rows] == [(2, ""), (3, ""), (4, ""), (5, "4"), (6, "")]
    for row, why in zip(
        [*rows[:3], rows[4]],
        ["quotation mark the cell goes on", "131,072", "6 cells", "never closed. It goes on to"],
        strict=True,
    ):
        assert why in row.wrong


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "It is empty"),
        ("\n \n", "It is empty"),
        ("2026-01-05,confidence,7\n", "does not name date, measure, value"),
        ("date,measure\n", "does not name value"),
        ("date,measure,value,Value\n", "names value twice"),
        ('date,measure,"value\n', "never closed"),
        ("x" * 10_000_000, "a line of over 10,000 characters"),
    ],
    ids=["empty", "blank", "no head", "no value", "twice", "open", "long head"],
)
def test_a_table_without_its_columns_is_refused(text: str, why: str) -> None:
    with pytest.raises(NotReadable, match=why):
        table(text)


def test_a_line_without_end_is_in_no_table() -> None:
    with pytest.raises(NotReadable, match="a line of over 1,000,000 characters"):
        list(table(HEAD + "," * 10_000_000).rows)


def test_a_delimiter_can_be_said() -> None:
    (row,) = table("date measure value\n2026-01-05 a 7\n", " ").rows
    assert (row.date, row.value) == ("2026-01-05", "7")
    with pytest.raises(NotReadable):
        table(HEAD, ";")


@pytest.mark.parametrize(
    ("code", "guessed"),
    [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("cp1252", True)],
)
def test_letters(code: str, guessed: bool) -> None:
    letters = opened("date\r\nZoë – “ja”".encode(code))
    assert (letters.stream.read(), letters.guessed) == ("date\r\nZoë – “ja”", guessed)


@pytest.mark.parametrize(
    "data",
    [b"date\0", "date".encode("utf-16-le"), b"\x81\x8d", b"\xff\xfe\0", b"\xef\xbb\xbf\xff"],
    ids=["NUL", "no mark", "no letters", "half a letter", "not what the mark says"],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(NotReadable, match="no text"):
        opened(data)


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*given: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", denied)
    with pytest.raises(NotReadable, match=r"could not be opened \(Permission denied\)"):
        taken("r.csv")


def test_what_is_new() -> None:
    """Each with the version of its day; days before the first have the first."""
    text = (
        '2020-01-05,Confidence,7,,"one\nmoment \x1b[2J"\n'
        "2026-06-02,SLEEP,\"2,5\",Therapist,\n"
        "2026-07-30 23:59,sleep,1.50\n"
    )  # fmt: skip
    assert brought(text).added == [
        Rating("m", date(2020, 1, 5), Rater.CLIENT, 7, 1, TODAY, "one moment [2J"),
        Rating("s", day(1), Rater.THERAPIST, 2.5, 1, TODAY),
        Rating("s", date(2026, 7, 30), Rater.CLIENT, 1.5, 2, TODAY),
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2026-01-05,confidence,11", "Confidence: 11 is not on this scale: whole numbers from 0"),
        ("2026-01-05,sleep,0.7", "Sleep: 0.7 is not on this scale"),
        ("2026-01-05,confidence,", "It has no value."),
        ("2026-01-05,confidence,seven", "“seven” is not a number"),
        ("2026-01-05,confidence,nan", "“nan” is not a number"),
        ("2026-01-05,confidence,1_0", "“1_0” is not a number"),
        ("2026-01-05,confidence,=1+1", "“=1+1” is not a number"),
        (f"2026-01-05,confidence,{'7' * 5000}", "7…” is not a number"),
        ("2026-01-05,,7", "It names no measure."),
        ("2026-01-05,confidnce,7", "The nearest: confidence. To begin it: fledge measure add conf"),
        ("2026-01-05,o'clock $x,7", """fledge measure add 'o'"'"'clock $x'"""),
        ("2026-01-05,\x1b]0;x\x07[/b],7", "called “]0;x[/b]”"),
        ("2026-01-05,c,7", "could be “Confidence”, “Closeness”. Write a little more of it."),
        (f"2026-01-05,{'x' * 5000},7", "too long for the name"),
        (",confidence,7", "It has no date."),
        ("2026-11-23,confidence,7", "“2026-11-23” is still to come."),
        ("2026-02-30,confidence,7", "not in the calendar"),
        ("3/4/2026,confidence,7", "two ways. Say which: --date-format %d/%m/%Y or --date"),
        ("3.4.26,confidence,7", "two ways. Say which: --date-format %d.%m.%y or"),
        ("23/4/2026,confidence,7", "Say how: --date-format %d/%m/%Y."),
        ("4/23/2026,confidence,7", "Say how: --date-format %m/%d/%Y."),
        ("yesterday,confidence,7", "“yesterday” is not a day. Write it like 2026-11-20"),
        ("2026-01-05,confidence,7,coach", "by client and therapist and partner, not by “coach”"),
        (f"2026-01-05,confidence,7,,{'x' * 2001}", "Its note has 2,001 characters; at most 2,000"),
        ("2026-01-05,confidence,7,5,5,5", "It has 6 cells"),
    ],
)  # fmt: skip
def test_each_reason(row: str, why: str) -> None:
    assert why in reason(row)


def test_days_as_they_are_said_to_be_written() -> None:
    found = brought("3/4/2026,confidence,7\n", date_format="%m/%d/%Y")
    assert [r.day for r in found.added] == [date(2026, 3, 4)]
    why = reason("2026-03-04,confidence,7", date_format="%m/%d/%Y")
    assert why == "“2026-03-04” is not a day written as %m/%d/%Y."


@pytest.mark.parametrize("pattern", ["%d/%m", "%Y", "%H", "day", "%", "%Q", "%d(%m%Y"])
def test_a_format_has_to_write_a_whole_day(pattern: str) -> None:
    if pattern == "%d(%m%Y":
        assert sound_format(pattern) == pattern
    else:
        with pytest.raises(ValueError, match="does not write a whole day"):
            sound_format(pattern)


def test_a_measure_that_only_a_therapist_rates() -> None:
    alone = Measure(
        *("x", "x", Kind.GROWTH, "Pace", Direction.HIGHER, 7, (Rater.THERAPIST,)),
        CONFIDENCE.versions,
    )
    assert "rated by therapist, not by “client”" in reason("2026-01-05,pace,7", known=[alone])


def there(value: float, note: str = "", marks: tuple[str, ...] = ()) -> tuple[Rating, ...]:
    """What the client gave on the fifth of January."""
    return (Rating("m", date(2026, 1, 5), Rater.CLIENT, value, 1, day(0), note, marks),)


def test_what_is_there_already_stays() -> None:
    """Also with more than a table says of it; another rater's is another rating."""
    text = "2026-01-05,confidence,7\n2026-01-05,confidence,7,therapist\n2026-01-05,confidence,7\n"
    found = brought(text, there(7, "x", ("mark",)))
    assert [r.rater for r in found.added] == [Rater.THERAPIST]
    assert (found.already["m"], found.refused) == (2, [])


def test_what_differs_is_refused_or_takes_the_place() -> None:
    """The note and the marks that are there stay where a table says nothing of them."""
    assert "is 5 there and 7 here. --replace" in reason(
        "2026-01-05,confidence,7", there=there(5)
    )  # fmt: skip
    assert "with another note" in reason("2026-01-05,confidence,7,,y", there=there(7, "x"))
    before = there(5, "x", ("mark",))
    for note, kept in (("", "x"), ("y", "y")):
        found = brought(f"2026-01-05,confidence,7,,{note}", before, overwrite=True)
        ((was, now),) = found.replaced
        assert (was, now.value, now.evidence, now.marks) == (before[0], 7, kept, ("mark",))
    assert not brought("2026-01-05,confidence,5", before, overwrite=True).count


def test_two_rows_that_contradict_each_other() -> None:
    """The second is refused, also where ratings may be replaced."""
    text = "2026-01-05,confidence,7\n2026-01-05,Confidence,8\n"
    for how in (False, True):
        found = brought(text, there(1) if how else (), overwrite=how)
        assert found.count == 1
        assert found.refused == [
            (3, "Line 2 rates the same measure, day and rater otherwise."),
        ]


def test_what_is_told_before() -> None:
    text = (
        "2026-01-05,confidence,7\n2026-01-12,confidence,7\n2026-01-04,confidence,1\n"
        "2026-01-05,sleep,1\n2026-01-05,sleep,1\n2026-01-05,sleep,2\n"
    )
    found = brought(text, there(3), overwrite=True)
    assert [(m.name, said) for m, said in by_measure(found, KNOWN)] == [
        ("Confidence", "2 new, 2026-01-04 to 2026-01-12; 1 to replace"),
        ("Sleep", "1 new, 2026-01-05; 1 there already"),
    ]
