"""Ratings as CSV: a table's rows with their line numbers, as text; nothing is judged here.

The first line names the columns, in any order and case: date, measure and value, and where there
are any, rater and note. Other columns are left unread.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple, Protocol, TextIO

from tui.core.text import clean
from tui.exchange.texts import NotReadable

COLUMNS: Final = ("date", "measure", "value", "rater", "note")
"""What is read of a table; the first three have to be there."""
_NEEDED: Final = frozenset(COLUMNS[:3])
_USUAL: Final = ",;\t|"
_HEAD: Final = 10_000
"""Characters of a first line, at most."""
_LINE: Final = 1_000_000
"""Characters of any other line, at most: far more than all its cells may hold."""
_SHOWN: Final = 40


class _Lines(Protocol):
    """What `csv.reader` makes: rows, and how many lines they have taken so far."""

    @property
    def line_num(self) -> int: ...

    def __next__(self) -> list[str]: ...


class Row(NamedTuple):
    """A row of the table, its cells as they were written, without the blanks around them.

    `wrong` says why the row cannot be told apart into cells, and is "" where it can.
    """

    line: int
    date: str = ""
    measure: str = ""
    value: str = ""
    rater: str = ""
    note: str = ""
    wrong: str = ""


class Table(NamedTuple):
    """The names of columns that are left unread, and the rows, read as they are asked for."""

    unread: tuple[str, ...]
    rows: Iterator[Row]


def read(stream: TextIO, delimiter: str = "") -> Table:
    """The table in a text. Without a `delimiter` the one is taken that tells the columns apart.

    Raises `NotReadable` where the text is empty or its first line does not name the columns; the
    rows raise it at a line that no table of ratings has.
    """
    blank, head = 0, ""
    for head in stream:
        if head.strip():
            break
        blank += 1
    if not head.strip():
        raise NotReadable("It is empty. Its first line names the columns: date,measure,value.")
    _bound(head, _HEAD)
    sign = delimiter or _between(head)
    lines = csv.reader(
        chain([head], map(_bound, stream)),
        delimiter=sign,
        strict=True,
        skipinitialspace=sign != " ",
    )
    try:
        names = [_plain(name) for name in next(lines)]
    except csv.Error as error:
        raise NotReadable(f"Its first line cannot be read: {_why(error)}") from error
    unread = tuple(shown(n) for n in names if n and n not in COLUMNS)
    return Table(unread, _rows(lines, _places(names), len(names), blank))


def _bound(line: str, limit: int = _LINE) -> str:
    """The line; raises `NotReadable` where it is too long to be one of a table of ratings."""
    if len(line) > limit:
        raise NotReadable(f"It has a line of over {limit:,} characters, so it is no such table.")
    return line


def shown(text: str) -> str:
    """As much of a cell as is told in a sentence."""
    text = clean(text).strip()
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _between(head: str) -> str:
    """The sign between the cells of the first line: the one that brings out most column names."""
    others = sorted({c for c in head if not (c.isalnum() or c in "\"'_\r\n")} - {*_USUAL})
    best: str = max((*_USUAL, *others), key=lambda sign: len(_known(head.split(sign))))
    return best


def _known(names: Sequence[str]) -> set[str]:
    return {_plain(name.strip().strip('"')) for name in names} & {*COLUMNS}


def _plain(name: str) -> str:
    return clean(name).strip().casefold()


def _places(names: Sequence[str]) -> dict[str, int]:
    """Where each column stands."""
    if missing := [name for name in COLUMNS if name in _NEEDED and name not in names]:
        raise NotReadable(
            f"Its first line does not name {', '.join(missing)}. It has to name the columns "
            "date, measure and value, such as date,measure,value,note; --delimiter says what "
            "stands between them."
        )
    for name in COLUMNS:
        if names.count(name) > 1:
            raise NotReadable(f"Its first line names {name} twice, so one cannot know which.")
    return {name: names.index(name) for name in COLUMNS if name in names}


def _rows(lines: _Lines, places: dict[str, int], width: int, blank: int) -> Iterator[Row]:
    """The rows that hold anything. One that cannot be told apart into cells does not end them."""
    last = blank + lines.line_num
    while True:
        first = last + 1
        try:
            cells = next(lines, None)
            wrong = ""
        except csv.Error as error:
            cells, wrong = [], _why(error)
        last = blank + lines.line_num
        if cells is None:
            return
        if wrong:
            yield Row(first, wrong=wrong + (f" It goes on to line {last}." if last > first else ""))
        elif any(cell.strip() for cell in cells):
            yield _row(first, cells, places, width)


def _row(line: int, cells: list[str], places: dict[str, int], width: int) -> Row:
    if any(cell.strip() for cell in cells[width:]):
        return Row(
            line,
            wrong=f"It has {len(cells)} cells, and the first line names {width} columns. A text "
            "with such a sign in it has to stand in quotation marks.",
        )
    given = {name: cells[at].strip() for name, at in places.items() if at < len(cells)}
    return Row(line, **given)


def _why(error: csv.Error) -> str:
    """What is wrong with a row, in plain words; the library's own are for programmers."""
    said = str(error)
    if "field larger" in said:
        return f"A cell has more than {csv.field_size_limit():,} characters."
    if "unexpected end" in said:
        return "A quotation mark is opened and never closed."
    return "After a closing quotation mark the cell goes on. Inside, each is written twice."
