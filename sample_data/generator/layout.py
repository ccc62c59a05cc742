"""JSON laid out for reading: one rating, session or event per line, small diffs."""

import json
from collections.abc import Mapping

WIDTH = 100
ROW = 140
"""The same for a row that has a list in it."""


def readable(document: object) -> str:
    """Return `document` as JSON text with a newline at its end.

    Anything that holds only plain values stays on one line, so that a rating reads as a row and a
    change of one rating is a change of one line. So does a row that has a list of them, while it is
    short. A list of texts that would run past `WIDTH` is broken, one text per line.
    """
    return _laid_out(document, 0) + "\n"


def _laid_out(value: object, depth: int) -> str:
    """Return `value` as JSON, its inner lines indented by one space more than `depth`."""
    if isinstance(value, Mapping) and not _fits_a_line(value):
        rows = [f"{_plain(key)}: {_laid_out(item, depth + 1)}" for key, item in value.items()]
        return _block("{", rows, "}", depth)
    if isinstance(value, list) and not _fits_a_line(value):
        return _block("[", [_laid_out(item, depth + 1) for item in value], "]", depth)
    return _plain(value)


def _fits_a_line(value: Mapping[str, object] | list[object]) -> bool:
    """Say whether a container holds little but plain values and is short enough for a line."""
    if isinstance(value, list):
        return not _any_container(value) and len(_plain(value)) <= WIDTH
    items = list(value.values())
    if not _any_container(items):
        return True
    short = all(_is_plain_list(item) or not _any_container([item]) for item in items)
    return short and len(_plain(value)) <= ROW


def _is_plain_list(item: object) -> bool:
    return isinstance(item, list) and not _any_container(item)


def _any_container(items: list[object]) -> bool:
    return any(isinstance(item, Mapping | list) for item in items)


def _block(opening: str, rows: list[str], closing: str, depth: int) -> str:
    """Put each row on a line of its own between two brackets."""
    inner = "\n" + " " * (depth + 1)
    return opening + inner + ("," + inner).join(rows) + "\n" + " " * depth + closing


def _plain(value: object) -> str:
    """Return `value` as JSON on one line; letters of every script stay as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
