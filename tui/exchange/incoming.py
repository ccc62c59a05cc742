"""What bringing in a table of ratings would do: what is new, what is there, what is refused.

Nothing is written here. A row that differs from a rating already there is refused, or with
`replace` takes its place; where a row has no note, the note that is there stays.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final, NamedTuple

from tui.core import naming
from tui.core.measures import Measure, Rater
from tui.core.ratings import Rating
from tui.core.text import LINE_LIMIT, clean
from tui.exchange.ratings_csv import Row, shown

_NUMBER: Final = re.compile(r"[+\-−]?([0-9]{1,9}([.,][0-9]{0,9})?|[.,][0-9]{1,9})")
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
_SLASHES: Final = re.compile(r"([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_NAME: Final = 200
"""Longest name of a measure that is looked up, in characters."""

Key = tuple[date, Rater]
"""By which a measure's rating is known."""


class Refused(NamedTuple):
    """A row that cannot be brought in, by the number of its first line, and why not."""

    line: int
    reason: str


class Instead(NamedTuple):
    """A rating, and the one whose place it takes."""

    before: Rating
    after: Rating


@dataclass(slots=True)
class Incoming:
    """What a table would bring, in its order; `already` counts by measure what is there."""

    added: list[Rating] = field(default_factory=list)
    replaced: list[Instead] = field(default_factory=list)
    already: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many ratings would be written."""
        return len(self.added) + len(self.replaced)


def incoming(
    rows: Iterable[Row],
    known: Sequence[Measure],
    there: Callable[[str], Iterable[Rating]],
    today: date,
    *,
    date_format: str = "",
    overwrite: bool = False,
) -> Incoming:
    """What these rows would bring to the measures `known`.

    `there` gives all ratings of a measure by its id. Days are ISO, or as `date_format` (see
    `sound_format`) says; none lies after `today`. With `overwrite` a rating that differs from the
    one of its day and rater takes its place.
    """
    reader = _Reader(known, today, date_format)
    sorter = _Sorter(there, overwrite)
    for row in rows:
        try:
            sorter.take(row.line, reader.rating(row))
        except ValueError as error:
            sorter.found.refused.append(Refused(row.line, str(error)))
    return sorter.found


class _Sorter:
    """Tells what is new from what is there."""

    def __init__(self, there: Callable[[str], Iterable[Rating]], overwrite: bool) -> None:
        self.found = Incoming()
        self._there, self._overwrite = there, overwrite
        self._kept: dict[str, dict[Key, Rating]] = {}
        self._given: dict[tuple[str, date, Rater], tuple[int, Rating]] = {}

    def take(self, line: int, given: Rating) -> None:
        """Put a rating where it belongs; raises `ValueError` with the reason why it is refused."""
        key, of = (given.day, given.rater), given.measure_id
        if of not in self._kept:
            self._kept[of] = {(r.day, r.rater): r for r in self._there(of)}
        above, first = self._given.setdefault((of, *key), (line, given))
        before = self._kept[of].get(key)
        if first is not given:
            if not _says_the_same(given, first):
                raise ValueError(f"Line {above} rates the same measure, day and rater otherwise.")
            self.found.already[of] += 1
        elif before is None:
            self.found.added.append(given)
        elif _says_the_same(given, before):
            self.found.already[of] += 1
        elif self._overwrite:
            self.found.replaced.append(Instead(before, _over(before, given)))
        else:
            raise ValueError(_differs(given, before))


def sound_format(text: str) -> str:
    """Return `text`, or raise `ValueError` if it does not write a whole day (see `strptime`)."""
    probe = date(2023, 12, 31)
    try:
        same = datetime.strptime(probe.strftime(text), text).date() == probe
    except (ValueError, re.error):
        same = False
    if not same:
        raise ValueError(
            f"“{shown(text)}” does not write a whole day: --date-format takes signs such as %d, %m "
            "and %Y, for example %d.%m.%Y."
        )
    return text


class _Reader:
    """Reads rows as ratings; what returns in row after row is looked up once."""

    def __init__(self, known: Sequence[Measure], today: date, date_format: str) -> None:
        self._known, self._today, self._format = known, today, date_format
        self._measures: dict[str, Measure | str] = {}
        self._days: dict[str, date | str] = {}

    def rating(self, row: Row) -> Rating:
        """The rating in a row; raises `ValueError` with the reason where there is none."""
        if row.wrong:
            raise ValueError(row.wrong)
        measure, day = self._measure(row.measure), self._day(row.date)
        version = measure.version_on(day)
        value = _number(row.value)
        try:
            value = version.scale.check(value)
        except ValueError as error:
            raise ValueError(f"{measure.name}: {error}") from error
        rater, note = _rater(row.rater, measure), clean(row.note).strip()
        if len(note) > LINE_LIMIT:
            raise ValueError(
                f"Its note has {len(note):,} characters; at most {LINE_LIMIT:,} are kept."
            )
        return Rating(measure.id, day, rater, value, version.number, self._today, note)

    def _measure(self, name: str) -> Measure:
        if name not in self._measures:
            self._measures[name] = _found(name, self._known)
        found = self._measures[name]
        if isinstance(found, str):
            raise ValueError(found)
        return found

    def _day(self, text: str) -> date:
        if text not in self._days:
            try:
                self._days[text] = _read_day(text, self._format, self._today)
            except ValueError as error:
                self._days[text] = str(error)
        found = self._days[text]
        if isinstance(found, str):
            raise ValueError(found)
        return found


def _found(name: str, known: Sequence[Measure]) -> Measure | str:
    """The measure called so, or why there is none."""
    name = clean(name)
    if not name:
        return "It names no measure."
    if len(name) > _NAME:
        return f"“{shown(name)}” is too long for the name of a measure."
    try:
        return naming.find(name, known)
    except naming.SeveralMeasures as error:
        return str(error)
    except naming.NoSuchMeasure as error:
        return f"{error} To begin it: fledge measure add {shlex.quote(name)}"


def _read_day(text: str, pattern: str, today: date) -> date:
    if not text:
        raise ValueError("It has no date.")
    day = _by_pattern(text, pattern) if pattern else _iso(text)
    if day > today:
        raise ValueError(f"“{shown(text)}” is still to come. Only what has been can be rated.")
    return day


def _by_pattern(text: str, pattern: str) -> date:
    try:
        return datetime.strptime(text, pattern).date()
    except ValueError:
        raise ValueError(f"“{shown(text)}” is not a day written as {shown(pattern)}.") from None


def _iso(text: str) -> date:
    """The day in `2026-11-20`, with or without a time behind it."""
    if _ISO.fullmatch(text):
        try:
            return date(*map(int, text.split("-")))
        except ValueError as error:
            raise ValueError(f"“{shown(text)}” is not in the calendar: {error}.") from None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise ValueError(_unread(text)) from None


def _unread(text: str) -> str:
    """Why a day is not read, with what to do about it."""
    parts = _SLASHES.fullmatch(text)
    if not parts:
        return (
            f"“{shown(text)}” is not a day. Write it like 2026-11-20, or say how days are "
            "written, for example --date-format %d.%m.%Y."
        )
    year, mark = "%Y" if len(parts[4]) == 4 else "%y", parts[2]
    ways = [f"--date-format %d{mark}%m{mark}{year}", f"--date-format %m{mark}%d{mark}{year}"]
    first, second = int(parts[1]), int(parts[3])
    if max(first, second) <= 12:
        return f"“{text}” can be read in two ways. Say which: {' or '.join(ways)}."
    return f"“{text}” is not a day as it is read here. Say how: {ways[second > 12]}."


def _number(text: str) -> float:
    if not text:
        raise ValueError("It has no value.")
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"“{shown(text)}” is not a number. A rating is a number on a scale.")
    value = float(text.replace("−", "-").replace(",", "."))
    return int(value) if value.is_integer() else value


def _rater(text: str, measure: Measure) -> Rater:
    who = text.casefold() or Rater.CLIENT.value
    if who not in measure.raters:
        raters = " and ".join(r.value for r in measure.raters)
        raise ValueError(f"{measure.name} is rated by {raters}, not by “{shown(text or who)}”.")
    return Rater(who)


def _says_the_same(given: Rating, before: Rating) -> bool:
    return given.value == before.value and given.evidence in ("", before.evidence)


def _over(before: Rating, given: Rating) -> Rating:
    """What is kept in place of `before`; marks, which a table does not hold, stay."""
    return replace(given, evidence=given.evidence or before.evidence, marks=before.marks)


def _differs(given: Rating, before: Rating) -> str:
    what = (
        f"is {before.value:g} there and {given.value:g} here"
        if given.value != before.value
        else f"is {before.value:g} as it is there, with another note"
    )
    return f"The {before.rater.value}'s rating of {before.day} {what}. --replace takes this one."


def by_measure(found: Incoming, known: Sequence[Measure]) -> Iterator[tuple[Measure, str]]:
    """What would be done for each measure that has a row, in plain words."""
    days: dict[str, list[date]] = {}
    for rating in found.added:
        days.setdefault(rating.measure_id, []).append(rating.day)
    instead = Counter(each.after.measure_id for each in found.replaced)
    for measure in known:
        new, other, same = days.get(measure.id), instead[measure.id], found.already[measure.id]
        parts = [
            f"{len(new):,} new, {_span(new)}" if new else "",
            f"{other:,} to replace" if other else "",
            f"{same:,} there already" if same else "",
        ]
        if any(parts):
            yield measure, "; ".join(filter(None, parts))


def _span(days: Sequence[date]) -> str:
    first, last = min(days), max(days)
    return f"{first}" if first == last else f"{first} to {last}"
