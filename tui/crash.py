"""What is left of a crash: one sentence for the person, and a log without anything they wrote.

An exception's message and the values of variables may hold a client's words, so neither is kept:
the log has the kinds of the exceptions and the lines of our own code where they came from.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from itertools import islice
from typing import Final

_LARGEST: Final = 256 * 1024
"""Bytes after which the log begins anew."""
_DEEPEST: Final = 20
"""Exceptions told of one crash, with those they came from."""


def record(error: BaseException) -> str:
    """Write down where it broke, and say so in a sentence."""
    from tui import paths

    log = paths.log_file()
    closed = "Something inside fledge broke, so it closed. What was saved is in your file."
    try:
        _append(str(log), "\n".join([_heading(), *_told(error), "", ""]))
    except OSError:
        return f"{closed} Where it broke could not be written to {log}."
    return f"{closed} Where it broke, without any text of yours, is in {log}."


def keep_quiet() -> None:
    """Log what breaks outside the main thread, which Python would print with its message."""
    threading.excepthook = lambda broken: _note(broken.exc_value)
    sys.unraisablehook = lambda broken: _note(broken.exc_value)


def _note(error: BaseException | None) -> None:
    if isinstance(error, Exception):
        record(error)


def _append(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    way = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_NONBLOCK
    handle = os.open(path, way, 0o600)
    try:
        os.fchmod(handle, 0o600)
        if os.fstat(handle).st_size > _LARGEST:
            os.ftruncate(handle, 0)
        os.write(handle, text.encode("utf-8", "backslashreplace"))
    finally:
        os.close(handle)


def _heading() -> str:
    from datetime import datetime

    from tui import __version__

    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return f"{now} fledge {__version__}, Python {sys.version.split()[0]}, {sys.platform}"


def _told(error: BaseException) -> Iterator[str]:
    """Kinds and places, the exception itself first; neither messages nor values."""
    from traceback import extract_tb

    for broken in islice(_all_of(error), _DEEPEST):
        kind = type(broken)
        yield f"{kind.__module__}.{kind.__qualname__}"
        for frame in extract_tb(broken.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
            yield f"    {frame.line}"


def _all_of(error: BaseException) -> Iterator[BaseException]:
    """An exception, what it wraps or groups, and what it came from; each once."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        if (broken := waiting.pop(0)) is None or id(broken) in seen:
            continue
        seen.add(id(broken))
        yield broken
        inside = getattr(broken, "error", None)  # a worker's failure holds the real one
        waiting += [inside] if isinstance(inside, BaseException) else []
        waiting += broken.exceptions if isinstance(broken, BaseExceptionGroup) else []
        waiting += [broken.__cause__, broken.__context__]
