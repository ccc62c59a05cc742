"""Markdown as lines of a few looks. It is shown, and never obeyed.

Headings, lists, quotes, rules, code and emphasis are laid out. Links, pictures, HTML, entities and
backslashes stay the letters that they are: nothing in a person's text leads anywhere, and every
bracket that was written is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len

from tui.core.text import clean
from tui.widgets.cells import wrap

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST: Final = 20_000
"""Characters that are laid out at once; what is longer is told, and read in its form."""
_RULES: Final = (
    *("heading", "list", "blockquote", "fence", "hr"),
    *("emphasis", "balance_pairs", "fragments_join", "backticks", "newline"),
)
_DEEPEST: Final = 20
"""Levels of lists and quotes in each other; a text with more is shown as it was typed."""
_BULLET: Final = "• "
_QUOTE: Final = "│ "


class Look(NamedTuple):
    """How a stretch of a line stands out."""

    bold: bool = False
    italic: bool = False
    quiet: bool = False
    raised: bool = False


Run = tuple[str, Look]
"""Letters of one look."""
_PLAIN: Final = Look()
_CODE: Final = Look(raised=True)
_MARK: Final = Look(quiet=True)


@dataclass(slots=True)
class _Before:
    """What stands before the lines of a list's item or a quote: on its first line, on the rest."""

    first: str
    rest: str
    begun: bool = False


def lines(text: str, width: int) -> list[list[Run]]:
    """A text in lines of at most `width` cells, without anything that a terminal would obey."""
    shown = clean(text[:MOST], multiline=True).expandtabs(4)
    tokens = _parser().parse(shown)
    if any(token.level >= _DEEPEST for token in tokens):  # the parser leaves out what is deeper
        out = [_plain(part) for line in shown.split("\n") for part in wrap(line, width) or [""]]
    else:
        out = list(_Layout(max(1, width)).lines(tokens))
    if (more := len(text) - MOST) > 0:
        said = f"… and {more:,} characters more. e opens all of it."
        out += [[], *([(line, _MARK)] for line in wrap(said, max(1, width)))]
    return out


@cache
def _parser() -> MarkdownIt:
    """The parser, which is loaded with the first text."""
    from markdown_it import MarkdownIt

    return MarkdownIt("zero", {"maxNesting": _DEEPEST + 2}).enable(_RULES)


def _plain(text: str) -> list[Run]:
    return [(text, _PLAIN)]


class _Layout:
    """Goes through the tokens once."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.before: list[_Before] = []
        self.numbers: list[str] = []
        self.look = _PLAIN
        self.close = False
        """Whether the next block stands close to the one before: in a list."""

    def lines(self, tokens: Iterable[Token]) -> Iterator[list[Run]]:
        """The lines of all blocks, with a blank one between those that stand apart."""
        begun = False
        for token in tokens:
            if token.type in ("fence", "hr", "inline"):
                if begun and not self.close:
                    yield self._blank()
                yield from self._block(token)
                begun, self.close = True, False
            elif token.type in ("blockquote_close", "list_item_close"):
                if not self.before[-1].begun:
                    yield self._lead()
                    begun = True
                self.before.pop()
                self.close = token.type == "list_item_close"
            else:
                self._enter(token)

    def _enter(self, token: Token) -> None:
        match token.type:
            case "blockquote_open":
                self.before.append(_Before(_QUOTE, _QUOTE))
            case "list_item_open":
                mark = f"{token.info}{token.markup} " if token.info else _BULLET
                self.before.append(_Before(mark, " " * len(mark)))
            case "bullet_list_open" | "ordered_list_open" if self.before:
                self.close = True
            case "bullet_list_close" | "ordered_list_close":
                self.close = False
            case "heading_open":
                self.look = _PLAIN._replace(bold=True)
            case "heading_close":
                self.look = _PLAIN

    def _block(self, token: Token) -> Iterator[list[Run]]:
        if token.type == "hr":
            yield [*self._lead(), ("─" * self._room, _MARK)]
        elif token.type == "fence":
            for line in token.content.rstrip("\n").split("\n"):
                indent = line[: len(line) - len(line.lstrip(" "))][: self._room // 2]
                for part in wrap(line, max(1, self._room - len(indent))) or [""]:
                    yield [*self._lead(), (indent + part, _CODE)]
        else:
            for runs in _broken(token.children or (), self.look):
                for wrapped in _wrapped(runs, self._room) or [[]]:
                    yield [*self._lead(), *wrapped]

    @property
    def _room(self) -> int:
        """Cells beside what stands before a line."""
        taken = sum(cell_len(each.rest) for each in self.before)
        return max(1, self.width - min(taken, self.width // 2))

    def _lead(self) -> list[Run]:
        """What stands before a line; a list's mark only once."""
        lead = "".join(e.rest if e.begun else e.first for e in self.before)[: self.width // 2]
        for each in self.before:
            each.begun = True
        return [(lead, _MARK)] if lead else []

    def _blank(self) -> list[Run]:
        """What goes on from block to block: the bar of a quote."""
        lead = "".join(each.rest for each in self.before if each.begun)[: self.width // 2]
        return [(lead, _MARK)] if lead.strip() else []


def _broken(tokens: Iterable[Token], look: Look) -> Iterator[list[Run]]:
    """The runs of each line as it was written."""
    runs: list[Run] = []
    for token in tokens:
        match token.type:
            case "softbreak" | "hardbreak":
                yield runs
                runs = []
            case "strong_open" | "strong_close":
                look = look._replace(bold=token.type == "strong_open")
            case "em_open" | "em_close":
                look = look._replace(italic=token.type == "em_open")
            case "code_inline":
                runs.append((token.content, look._replace(raised=True)))
            case _:
                runs.append((token.content, look))
    yield runs


def _wrapped(runs: list[Run], width: int) -> list[list[Run]]:
    """Runs in lines of at most `width` cells, broken where `cells.wrap` breaks."""
    whole = "".join(text for text, _ in runs)
    out, at, cutter = [], 0, _Cutter(runs)
    for line in wrap(whole, width):
        start = whole.find(line, at)
        if start < 0:  # it reads otherwise once it is on one line
            return [[(each, _PLAIN)] for each in wrap(whole, width)]
        at = start + len(line)
        out.append(list(cutter.cut(start, at)))
    return out


class _Cutter:
    """Cuts stretches out of runs, one behind the other, going through the runs once."""

    def __init__(self, runs: list[Run]) -> None:
        self.runs, self.number, self.at = runs, 0, 0

    def cut(self, start: int, end: int) -> Iterator[Run]:
        """The part of each run between two places of the whole text."""
        while self.number < len(self.runs):
            text, look = self.runs[self.number]
            if part := text[max(0, start - self.at) : max(0, end - self.at)]:
                yield part, look
            if self.at + len(text) > end:
                return
            self.number, self.at = self.number + 1, self.at + len(text)
