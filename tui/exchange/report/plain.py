"""A report as plain text, for a pipe, a screen reader or a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import Final

from rich.cells import cell_len

from tui.core.details import Block
from tui.core.text import clean
from tui.exchange.report.alt import alt
from tui.exchange.report.content import NOBODY, Piece, Report, Section, Table

_WIDE: Final = 88


def text(report: Report) -> str:
    """The report as plain text; what a person wrote is never broken into lines."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield from _titled(f"Growth in therapy: {clean(report.whose)}", "=")
    for name, said in report.facts:
        yield from _said(f"{name}: {said}", "")
    for section in report.sections:
        yield ""
        yield ""
        yield from _titled(section.heading, "=")
        yield from _section(section)
    yield ""
    yield from _said(NOBODY, "")


def _section(section: Section) -> Iterator[str]:
    if section.intro:
        yield from _said(section.intro, "")
    for piece in section.pieces:
        yield ""
        yield from _piece(piece)
    if section.table:
        yield ""
        yield from _table(section.table)
    yield from _blocks(section.blocks)


def _piece(piece: Piece) -> Iterator[str]:
    span = f"  {piece.span}" if piece.span else ""
    yield f"{clean(piece.heading)}{span}"
    if piece.asked:
        yield from _said(piece.asked, "  ")
    if piece.said:
        yield from _said(piece.said, "  ")
    if piece.picture:
        yield from _said(alt(piece.picture), "  ")
    for line in _blocks(piece.blocks):
        yield f"  {line}" if line else ""


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield ""
        yield f"{block.heading}:"
        for entry in block.entries:
            lead = f"{clean(entry.lead)}  " if entry.lead else ""
            first, *more = clean(entry.text, multiline=True).split("\n")
            yield f"  {lead}{first}"
            yield from (f"    {line}" if line else "" for line in more)


def _table(table: Table) -> Iterator[str]:
    rows = [table.headings, *table.rows]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in cells).rstrip()


def _titled(heading: str, line: str) -> tuple[str, str]:
    return heading, line * min(_WIDE, cell_len(heading))


def _said(words: str, indent: str) -> Iterator[str]:
    wrapped = fill(
        clean(words),
        _WIDE,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from wrapped.split("\n")
