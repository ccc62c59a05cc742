"""A report as Markdown (CommonMark, with tables); nothing that a person wrote is obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tui.core.details import Block, Entry
from tui.core.text import clean
from tui.exchange.report.alt import alt
from tui.exchange.report.content import NOBODY, Piece, Report, Section, Table

_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
"""All of ASCII's, each of which a backslash makes plain."""
_ENDS: Final = re.compile(r"^\s+|\s+$")
"""Blanks that would indent, be cut off or break a line."""


def markdown(report: Report) -> str:
    """The report as Markdown."""
    return "\n\n".join(_paragraphs(report)) + "\n"


def plain(words: str) -> str:
    """Words on one line, so that Markdown shows them as they are."""
    return _escaped(clean(words))


def _escaped(line: str) -> str:
    escaped = _PUNCTUATION.sub(r"\\\1", line)
    return _ENDS.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), escaped)


def _paragraphs(report: Report) -> Iterator[str]:
    yield f"# Growth in therapy: {plain(report.whose)}"
    yield "\n".join(f"- **{name}:** {plain(said)}" for name, said in report.facts)
    for section in report.sections:
        yield f"## {section.heading}"
        yield from _section(section)
    yield f"*{plain(NOBODY)}*"


def _section(section: Section) -> Iterator[str]:
    if section.intro:
        yield plain(section.intro)
    for piece in section.pieces:
        yield from _piece(piece)
    if section.table:
        yield _table(section.table)
    yield from _blocks(section.blocks, "###")


def _piece(piece: Piece) -> Iterator[str]:
    yield f"### {plain(piece.heading)}"
    if piece.span:
        yield f"**{plain(piece.span)}**"
    if piece.asked:
        yield plain(piece.asked)
    if piece.said:
        yield plain(piece.said)
    if piece.picture:
        yield plain(alt(piece.picture))
    yield from _blocks(piece.blocks, "####")


def _blocks(blocks: Iterable[Block], level: str) -> Iterator[str]:
    for block in blocks:
        yield f"{level} {block.heading}"
        yield "\n".join(_entry(entry) for entry in block.entries)


def _entry(entry: Entry) -> str:
    """An item of a list; a longer text keeps its lines and its paragraphs."""
    lead = f"*{plain(entry.lead.strip())}* " if entry.lead else ""
    paragraphs = re.split(r"\n\s*\n", clean(entry.text, multiline=True))
    told = (_lines(paragraph) for paragraph in paragraphs if paragraph.strip())
    return f"- {lead}" + "\n\n  ".join(told)


def _lines(paragraph: str) -> str:
    return "\\\n  ".join(_escaped(line) for line in paragraph.split("\n") if line.strip())


def _table(table: Table) -> str:
    rows = [table.headings, ("---",) * len(table.headings)]
    told = [*rows, *(tuple(map(plain, row)) for row in table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in told)
