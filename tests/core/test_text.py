"""Nothing that a terminal obeys gets through `clean`, and nothing that a person sees is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.core.text import LINE_LIMIT, NOTE_LIMIT, TextTooLong, clean, fit_to_keep

ANY_TEXT = st.text(st.characters(), max_size=60)
"""Any code point at all: hypothesis leaves surrogates in unless told otherwise."""
UNSAFE = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    "\u2028",
    "\u2029",
    *"\u202a\u202b\u202c\u202d\u202e",
    *map(chr, range(0xD800, 0xE000)),
}
"""C0, DEL and C1, separators, bidi overrides, surrogates: the list of the safety rules."""


@pytest.mark.parametrize("multiline", [False, True])
def test_every_unsafe_character_is_taken_out(multiline: bool) -> None:
    allowed = {"\n", "\t", "\r"} if multiline else set()
    for unsafe in UNSAFE - allowed:
        cleaned = clean(f"a{unsafe}b", multiline=multiline)
        whole = ("ab", "a\nb") if multiline else ("ab", "a b")
        assert cleaned in whole, f"U+{ord(unsafe):04X} became {cleaned!a}"


def test_lines_stay_where_there_are_lines() -> None:
    assert clean("a\r\nb\rc\nd\te", multiline=True) == "a\nb\nc\nd\te"
    assert clean("a \r\n  b\tc") == "a b c"


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
        "می‌خواهم",
        "नमस्ते ก็ได้ q̇",
        "שלום עליכם، مرحبا",
        "a\u200eb\u200fc",
        "[/b] [@click=app.quit] {0} %s \\n <b>&amp;",
    ],
    ids=["joined emoji", "ZWNJ", "marks", "right to left", "plain direction marks", "markup"],
)
def test_what_can_be_seen_stays_as_it_was_written(text: str) -> None:
    assert clean(text) == text
    assert clean(text, multiline=True) == text


@given(ANY_TEXT, st.booleans())
@example("\ud83d\ude00", False)
@example("a\n\x00\n b", False)
@example("e\x00\u0301\r\x00\n", True)
def test_clean_is_final_and_takes_nothing_else(text: str, multiline: bool) -> None:
    """Cleaning twice changes nothing, no control is left, and the rest is the text in NFC."""
    cleaned = clean(text, multiline=multiline)
    assert clean(cleaned, multiline=multiline) == cleaned
    assert not set(cleaned) & (UNSAFE - ({"\n", "\t"} if multiline else set()))
    cleaned.encode()
    if not set(text) & UNSAFE and not set(text) & set("\u2066\u2067\u2068\u2069"):
        assert cleaned == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("multiline", "limit"), [(False, LINE_LIMIT), (True, NOTE_LIMIT)])
def test_too_much_is_refused_and_never_cut(multiline: bool, limit: int) -> None:
    assert fit_to_keep("x" * limit + "\x00", multiline=multiline) == "x" * limit
    with pytest.raises(TextTooLong, match=rf"{limit + 1:,} characters; at most {limit:,}"):
        fit_to_keep("x" * (limit + 1), multiline=multiline)
