"""A text file on its way in: which files are taken, and in which letters they are written."""

from __future__ import annotations

import io
import os
import stat
import sys
from typing import Final, NamedTuple, TextIO

LIMIT: Final = 20 * 2**20
"""Largest file that is read, in bytes."""
STDIN: Final = "-"
"""The name that stands for standard input."""
_MARKS: Final = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Marks with which a file may begin, and what they say of its letters."""
_WINDOWS: Final = "cp1252"


class NotReadable(ValueError):
    """A file that cannot be read; the message is the reason and the remedy."""


class Letters(NamedTuple):
    """A file's text, its line ends as they are, and whether its letters had to be guessed."""

    stream: TextIO
    guessed: bool


def taken(path: str) -> bytes:
    """The bytes of an ordinary file, or of standard input for "-". Raises `NotReadable`."""
    try:
        data = sys.stdin.buffer.read(LIMIT + 1) if path == STDIN else _of_file(path)
    except OSError as error:
        why = error.strerror or str(error)
        raise NotReadable(f"It could not be opened ({why}). Check its name.") from error
    if len(data) > LIMIT:
        raise NotReadable(f"It has more than {LIMIT // 2**20} MB. Bring it in in parts.")
    return data


def _of_file(path: str) -> bytes:
    # Without O_NONBLOCK a pipe that nobody writes to would keep us waiting for ever.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotReadable(
            "It is not an ordinary file. What another program writes is read from standard input: "
            f"{STDIN} in place of the name."
        )
    with open(handle, "rb") as file:
        return file.read(LIMIT + 1)


def opened(data: bytes) -> Letters:
    """The text in `data`: UTF-8, UTF-16 with its mark, or else Windows-1252, which is a guess.

    Raises `NotReadable` for what is no text at all.
    """
    marked = next((code for mark, code in _MARKS.items() if data.startswith(mark)), None)
    if marked is None and b"\0" in data:
        raise _no_text()
    for code in (marked,) if marked else ("utf-8", _WINDOWS):
        try:
            if "\0" in data.decode(code):
                raise _no_text()
        except UnicodeDecodeError:
            continue
        stream = io.TextIOWrapper(io.BytesIO(data), encoding=code, newline="")
        return Letters(stream, guessed=code == _WINDOWS)
    raise _no_text()


def _no_text() -> NotReadable:
    return NotReadable("This is no text in UTF-8, UTF-16 or Windows-1252. Save it as CSV in UTF-8.")
