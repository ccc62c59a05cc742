"""From samples to figures, and from figures to the table that a reader sees."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.closer import POINTS, STATISTICS
from tests.bench.measures import Samples
from tests.bench.uses import WAYS

BEGIN: Final = "<!-- begin: written by python -m tests.bench -->"
END: Final = "<!-- end -->"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `reached` is None where nothing was promised."""

    what: str
    value: str
    target: str = ""
    reached: bool | None = None

    def row(self) -> str:
        """The line in Markdown."""
        answer = {True: "yes", False: "**no**", None: ""}[self.reached]
        return f"| {self.what} | {self.value} | {self.target} | {answer} |"


def figures(samples: Samples) -> Iterator[Figure]:
    """Every line of the table, in the order of a reader's interest."""
    yield from _starts(samples)
    yield from _moves(samples)
    yield from _uses(samples)
    yield from _closer(samples)
    yield from _rest(samples)


def _starts(samples: Samples) -> Iterator[Figure]:
    for name, command in (("demo", "`fledge demo`"), ("file", "`fledge FILE`, the sample case")):
        what = f"{command}: start until all lists are on screen, against the one-line app"
        yield _ratio(samples, what, (f"{name} first", "static first"), 1.35, _ms)
        picture = median(samples[f"{name} picture"])
        what = f"{command}: from there until the picture is there"
        yield Figure(what, _ms(picture), "≤ 350 ms", picture <= 350)
    what = "`fledge rate confidence 7`, start to end, against `python -c pass`"
    yield _ratio(samples, what, ("rate", "nothing"), 5, _ms)


def _moves(samples: Samples) -> Iterator[Figure]:
    for rows in ("20", "10000"):
        count = f"{int(rows):,} rows"
        for unit, show in (("ms", _ms), ("bytes", _bytes)):
            what = (
                f"a row move in our list, {count}, against a DataTable's row cursor: {_UNITS[unit]}"
            )
            yield _ratio(samples, what, (f"{rows} ours {unit}", f"{rows} table {unit}"), 1, show)
        cell = f"{_ms(median(samples[f'{rows} cell ms']))}, "
        cell += _bytes(median(samples[f"{rows} cell bytes"]))
        yield Figure(f"for comparison: a DataTable's cell cursor in a narrow column, {count}", cell)
    took, size = median(samples["picture move"]), median(samples["picture bytes"])
    what = "`fledge FILE`: a move to a row not seen before, picture and all"
    yield Figure(f"{what}: time", _ms(took), "≤ 30 ms", took <= 30)
    yield Figure(f"{what}: bytes", _bytes(size), "≤ 12,288 bytes", size <= 12 * 1024)
    what = "the same on 1,000,000 ratings against 1,000, each row visited before: time"
    yield _ratio(samples, what, ("size large ms", "size small ms"), 1.2, _ms)


def _uses(samples: Samples) -> Iterator[Figure]:
    what = "a letter in a field of a form, against a line of input that is all there is"
    yield _ratio(samples, what, ("typing form", "typing floor"), 1.3, _ms)
    for name, words in (("first", "for the first time"), ("again", "visited before")):
        shown, longest = (median(samples[f"mode {name}{part}"]) for part in ("", " longest"))
        what = f"from the key for a mode until its list is there, {words}; the longest of all"
        yield Figure(what, f"{_ms(shown)}; {_ms(longest)}", "≤ 100 ms", longest <= 100)
        yield Figure("until all of it is there", _ms(median(samples[f"mode {name} all"])))
    for name, key in (
        ("form", "`a` until the whole form for a goal"),
        ("check-in", "`c` until it"),
        ("session", "`s` until the form after a session"),
    ):
        for when, words in (("first", "for the first time"), ("again", "later")):
            shown = median(samples[f"{name} {when}"])
            yield Figure(f"from {key} is there, {words}", _ms(shown), "≤ 150 ms", shown <= 150)
    ways = ", ".join(f"{way} {_ms(median(samples[f'leaving {way}']))}" for way in WAYS)
    longest = max(median(samples[f"leaving {way}"]) for way in WAYS)
    what = "`fledge demo`: from the key or signal until the program has ended"
    yield Figure(what, ways, "≤ 300 ms", longest <= 300)
    left = int(max(samples["left behind"]))
    what = "left of it then: modes of the terminal, files, folders, a wrong exit code"
    yield Figure(what, f"{left} things", "none", left == 0)


def _closer(samples: Samples) -> Iterator[Figure]:
    what = (
        "Growth until all of it is there, 50 measures rated daily for ten years, against the sample"
    )
    yield _ratio(samples, what, ("growth decade", "growth sample"), 2, _ms)
    took = median(samples["pan"])
    what = "a picture with limits and a second series, of 1,000,000 ratings, moved in time"
    yield Figure(what, _ms(took), "≤ 30 ms", took <= 30)
    for kind in ("steady", "rising"):
        each = {name: median(samples[f"{name} {kind}"]) for name in STATISTICS}
        told = ", ".join(f"{name} {_ms(value)}" for name, value in each.items())
        longest = max(each.values())
        what = f"each statistic of {POINTS:,} points, {kind}"
        yield Figure(what, told, "≤ 50 ms", longest <= 50)


def _rest(samples: Samples) -> Iterator[Figure]:
    sent = max(samples["file idle bytes"])
    yield Figure("sent to the terminal in 5 s of rest", _bytes(sent), "0 bytes", sent == 0)
    what = "processor time at rest, as a share of one core, against the one-line app"
    yield _ratio(samples, what, ("file idle cpu", "static idle cpu"), 1.2, _share)
    for name, command in (("file", "`fledge FILE`"), ("demo", "`fledge demo`")):
        what = f"{command}: most memory held until the picture is there, against the one-line app"
        yield _ratio(samples, what, (f"{name} memory", "static memory"), 1.6, _mb)


def _ratio(
    samples: Samples,
    what: str,
    names: tuple[str, str],
    limit: float,
    show: Callable[[float], str],
) -> Figure:
    """The median of the ratios within each pair; behind it the two medians themselves."""
    ours, floor = (samples[name] for name in names)
    ratio = median(a / b for a, b in zip(ours, floor, strict=True))
    value = f"{ratio:.2f} × ({show(median(ours))} : {show(median(floor))})"
    return Figure(what, value, f"≤ {limit:g} ×", ratio <= limit)


_UNITS: Final = {"ms": "time", "bytes": "bytes"}


def _ms(value: float) -> str:
    return f"{value:.0f} ms" if value >= 100 else f"{value:.1f} ms"


def _bytes(value: float) -> str:
    return f"{value:,.0f} bytes"


def _mb(value: float) -> str:
    return f"{value / 2**20:.1f} MB"


def _share(value: float) -> str:
    return f"{value:.2%}"


def table(found: list[Figure], pairs: int, today: date) -> str:
    """The part of the page between the two marks."""
    system = f"{platform.system()} ({platform.machine()}), {os.cpu_count()} cores"
    versions = f"Python {platform.python_version()}, Textual {version('textual')}"
    day = f"{today.day} {today:%B %Y}"
    machine = f"{day}, {pairs} pairs. {system}, {versions}, SQLite {sqlite3.sqlite_version}."
    head = "| What | Figure | Target | Reached |\n| --- | --- | --- | --- |"
    return "\n".join([machine, "", head, *(figure.row() for figure in found)])


def write(page: Path, text: str) -> None:
    """Put the table into the page, in place of the last one."""
    old = page.read_text(encoding="utf-8")
    if BEGIN not in old or END not in old:
        sys.exit(f"{page.name} has no place for the table: {BEGIN} … {END}")
    before, after = old.split(BEGIN)[0], old.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
