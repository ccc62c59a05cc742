"""Where in a text the words stand that were looked for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from tui.core.text import clean

FOUND_IN: Final = {
    "reflection": "reflection",
    "practice": "practice",
    "read": "reading",
    "topic": "topic",
    "rupture": "break",
    "rating": "moment",
    "event": "event",
    "goal": "goal",
    "step": "small step",
    "expectation": "role check",
    "lifeline": "Help now",
    "version": "wording",
}
"""What the kinds of `Found` are called."""
_WORD: Final = r"[^\W_]+"
_BEFORE: Final = 24
"""Characters that are shown before the first word that was found."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text on one line, and where in it words were found, as (start, end)."""

    text: str
    found: tuple[tuple[int, int], ...]

    def bracketed(self) -> str:
        """The same with the found words between « and », for where no letter can stand out."""
        parts, at = [], 0
        for start, end in self.found:
            parts += [self.text[at:start], "«", self.text[start:end], "»"]
            at = end
        return "".join([*parts, self.text[at:]])


def snippet(body: str, wanted: str, most: int = 200) -> Snippet:
    """At most `most` characters of a text around the first word that begins as one looked for."""
    starts = tuple(_bare(word) for word in re.findall(_WORD, clean(wanted)))
    line = clean(body)
    spans: list[tuple[int, int]] = []
    for match in re.finditer(_WORD, line) if starts else ():
        if spans and match.start() > spans[0][0] + most:
            break
        if _begins(match[0], starts):
            spans.append(match.span())
    first = max(0, spans[0][0] - _BEFORE) if spans else 0
    cut = line.find(" ", first) + 1 if first else 0
    first = cut if spans and first < cut <= spans[0][0] else first
    shown = ("… " if first else "") + line[first : first + most]
    by = first - (2 if first else 0)
    end = len(shown)
    kept = tuple((a - by, min(b - by, end)) for a, b in spans if a - by < end)
    return Snippet(shown, kept)


def _begins(word: str, starts: tuple[str, ...]) -> bool:
    return _bare(word).startswith(starts)


def _bare(word: str) -> str:
    """A word as the index compares it: without case and accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in parts if not unicodedata.combining(c))
