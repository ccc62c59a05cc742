"""JSON laid out for reading: one rating, session or event per line, small diffs."""

import json
from collections.abc import Mapping

WIDTH = 100


def readable(document: object) -> str:
    """Return `document` as JSON text with a newline at its end.

    Anything that holds only plain values stays on one line, so that a rating reads as a row and a
    change of one rating is a change of one line. A list of texts that would run past `WIDTH` is
    broken, one text per line.
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
    """Say whether a container holds only plain values and, if it is a list, is short enough."""
    items = value.values() if isinstance(value, Mapping) else value
    if any(isinstance(item, Mapping | list) for item in items):
        return False
    return isinstance(value, Mapping) or len(_plain(value)) <= WIDTH


def _block(opening: str, rows: list[str], closing: str, depth: int) -> str:
    """Put each row on a line of its own between two brackets."""
    inner = "\n" + " " * (depth + 1)
    return opening + inner + ("," + inner).join(rows) + "\n" + " " * depth + closing


def _plain(value: object) -> str:
    """Return `value` as JSON on one line; letters of every script stay as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
