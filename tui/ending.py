"""Being asked to end by the system: before there is a screen, with it, and afterwards.

Without a screen a signal unwinds the program, so that the file is closed and a demo's folder goes.
With a screen the one who owns it is told, and takes it down in order.
"""

from __future__ import annotations

import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
HUNG_UP: Final = 128 + signal.SIGHUP
"""Exit code when the terminal has gone, however that was noticed."""


pending = 0
"""The exit code with which the program is unwinding, or 0. Libraries may swallow the exception that
does it, or make another of it."""


def _unwind(code: int) -> None:
    """Leave from where we are, once: what closes files on the way is not disturbed again."""
    global pending  # noqa: PLW0603 - a process has one set of signals
    if not pending:
        pending = code
        warnings.simplefilter("ignore")  # of what is cut off half-way
        sys.exit(code)


_told: Callable[[int], None] = _unwind


def arm() -> None:
    """From here on a signal that asks for the end leaves with 128 + its number.

    One that was to be ignored from the start (`nohup`) is ignored still.
    """
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _asked)


def tell(whom: Callable[[int], None]) -> None:
    """Have `whom` called with the exit code, in the main thread, between any two instructions.

    If a signal has come and nothing ended of it, that is at once.
    """
    global _told  # noqa: PLW0603
    _told = whom
    if pending:
        whom(pending)


def ignore() -> None:
    """From here on the program is ending already."""
    tell(lambda _: None)


@contextmanager
def held() -> Iterator[None]:
    """Signals wait until the block is done, for what must not be left half done."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _asked(number: int, _: FrameType | None) -> None:
    _told(128 + number)
