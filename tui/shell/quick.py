"""`fledge rate …` without the parser, which costs as much as all the rest of the command.

Only what is plain is answered here. Whatever is unusual, help, completion and mistakes in the
options among them, gets None and goes the parser's way, which does the same and can explain.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from tui.core.measures import Rater

_OPTIONS: Final = ("file", "client", "note", "on", "rater", "mark")
_RATERS: Final = frozenset(Rater)


def _known(words: list[str], names: tuple[str, ...]) -> bool:
    """Whether every option is one of these, written out: getopt would take a part of a name."""
    return all(w[2:].partition("=")[0] in ("", *names) for w in words if w.startswith("--"))


def answer(words: list[str]) -> str | None:
    """What to print for these words, or None when the parser shall see to them.

    Raises `CouldNot` or `AskedWrongly` as the command does.
    """
    if "rate" not in words:
        return None
    before = words[: words.index("rate")]
    if not _known(words, _OPTIONS) or not _known(before, ("file", "client")):
        return None
    import getopt

    try:
        pairs, rest = getopt.gnu_getopt(words, "", [f"{name}=" for name in _OPTIONS])
    except getopt.GetoptError:
        return None
    given = {name[2:]: value for name, value in pairs}
    plain = len(rest) == 3 and rest[0] == "rate" and given.get("rater", "client") in _RATERS
    if (
        not plain
        or len(given) != len(pairs)
        or not (given.get("file", "-") and given.get("client", "-"))
    ):
        return None
    from tui.shell.rating import rate
    from tui.shell.target import Target

    file = Path(given["file"]) if given.get("file") else None
    target = Target(file, given.get("client"), date.today())
    marks = (given["mark"],) if "mark" in given else ()
    note, on, rater = given.get("note", ""), given.get("on", "today"), given.get("rater", "client")
    return rate(target, rest[1], rest[2], note=note, on=on, rater=rater, marks=marks)
