"""What a person wrote, made safe to keep and to show.

A terminal obeys control characters wherever they come from, so a note that holds them could clear
the screen, retitle the window or fill the clipboard. `clean` takes them out, once when a text
enters the store and again when it is drawn; everything a person can *see* stays as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

NOTE_LIMIT: Final = 100_000
"""Longest note that is kept, in characters; a longer one freezes a text widget for seconds."""
LINE_LIMIT: Final = 2_000
"""Longest one-line text (a name, a wording, an evidence line), in characters."""

# C0 without newline and tab, DEL, C1, line and paragraph separators, bidirectional embeddings,
# overrides and isolates, lone surrogates. Joiners (ZWJ, ZWNJ), combining marks and the plain
# direction marks stay: emoji, Persian and Hebrew need them. Patterns are compiled on first use:
# most texts are plain and need none.
_UNSAFE: Final = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_LINES: Final = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
"""Everything that ends a line somewhere."""
# The look behind keeps a long run of blanks from being read again from each of its blanks.
_BREAKS: Final = r"(?<!\s)\s*[\n\t]\s*"


class TextTooLong(ValueError):
    """A text is longer than what is kept. It is refused, never cut."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(
            f"This text has {length:,} characters; at most {limit:,} are kept. "
            "Nothing was cut and nothing was saved: shorten it, or keep it in two parts."
        )
        self.length, self.limit = length, limit


def clean(text: str, *, multiline: bool = False) -> str:
    """Return `text` without control characters, in Unicode's NFC form.

    Newlines and tabs survive in a `multiline` text; in a one-line text each becomes one space.
    The function is idempotent: cleaning twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text
    text = re.sub(_LINES, "\n", text)
    if not multiline:
        text = re.sub(_BREAKS, " ", text)
    return unicodedata.normalize("NFC", re.sub(_UNSAFE, "", text))


def fit_to_keep(text: str, *, multiline: bool = False) -> str:
    """Return the cleaned text, or raise `TextTooLong` when it is more than is kept."""
    cleaned = clean(text, multiline=multiline)
    limit = NOTE_LIMIT if multiline else LINE_LIMIT
    if len(cleaned) > limit:
        raise TextTooLong(len(cleaned), limit)
    return cleaned
