"""The plain ways without the parser, which costs as much as all the rest of `fledge rate`.

Only what is plain is answered here. Whatever is unusual, help, completion and mistakes in the
options among them, gets None and goes the parser's way, which does the same and can explain.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from tui import config
from tui.core.measures import Rater
from tui.shell.names import names_a_file

_BEFORE: Final = ("file", "client", "as")
_OPTIONS: Final = (*_BEFORE, "note", "on", "rater", "mark")
_RATERS: Final = frozenset(Rater)
_VIEWS: Final = frozenset({Rater.CLIENT, Rater.THERAPIST})


def answer(words: list[str]) -> str | None:
    """What to print for these words, or None when the parser shall see to them.

    Raises `CouldNot` or `AskedWrongly` as the command does.
    """
    if "_FLEDGE_COMPLETE" in os.environ:
        return None  # a shell asks what could come next
    if "rate" in words:
        return _rated(words)
    rest, view = _viewed(words)
    return _shown(rest, view) if len(rest) <= 1 else None


def _viewed(words: list[str]) -> tuple[list[str], Rater]:
    """The words without a `--as` that says whose view it is; all of them where it is not plain."""
    at = next((n for n, word in enumerate(words) if word.partition("=")[0] == "--as"), None)
    if at is not None:
        taken = 1 if "=" in words[at] else 2
        value = words[at].partition("=")[2] or "".join(words[at + 1 : at + 2])
        if value in _VIEWS:
            return words[:at] + words[at + taken :], Rater(value)
    return words, Rater.CLIENT


def _shown(words: list[str], view: Rater) -> str | None:
    """`fledge due`; and `fledge`, `fledge demo`, `fledge FILE`, after which nothing is printed."""
    if words == ["demo"]:
        from tui.shell import sample

        sample.show(None, config.read(), view)
    elif words == ["due"]:
        from tui.shell import dues
        from tui.shell.target import Target

        target = Target(None, None, config.read(), view)
        return dues.lines(dues.today(target), target.dates)
    elif not words or names_a_file(words[0]):
        from tui import paths
        from tui.shell import dashboard

        path = Path(words[0]) if words else paths.default_file()
        dashboard.run(path, None, config.read(), rater=view, own_place=paths.own_file())
    else:
        return None
    return ""


def _rated(words: list[str]) -> str | None:
    """`fledge rate …`."""
    read = _read(words)
    if read is None:
        return None
    from tui.shell.rating import rate
    from tui.shell.target import Target

    (measure, value), given = read
    file = Path(given["file"]) if "file" in given else None
    view = Rater(given.get("as", Rater.CLIENT))
    target = Target(file, given.get("client"), config.read(), view)
    target.tell()
    marks = (given["mark"],) if "mark" in given else ()
    note, on, rater = given.get("note", ""), given.get("on", "today"), given.get("rater", view)
    return rate(target, measure, value, note=note, on=on, rater=rater, marks=marks)


def _read(words: list[str]) -> tuple[list[str], dict[str, str]] | None:
    """MEASURE and VALUE, and the options, each given once and written out; else None."""
    rest: list[str] = []
    given: dict[str, str] = {}
    left = iter(words)
    for word in left:
        if word == "--":
            rest += left
            break
        if not word.startswith("--"):
            rest.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        value = value if equals else next(left, "")
        if name not in (_OPTIONS if rest else _BEFORE) or name in given or not value:
            return None
        given[name] = value
    plain = len(rest) == 3 and rest[0] == "rate" and given.get("rater", "client") in _RATERS
    plain = plain and given.get("as", "client") in _VIEWS
    return (rest[1:], given) if plain and not rest[1].startswith("-") else None
