"""One thread that owns the connection. The screen asks, goes on, and is told."""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from time import monotonic
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from tui.store.connection import open_file
from tui.store.errors import BeingWritten, Moved, StoreError, translated
from tui.store.layout import Layout
from tui.store.lock import WriterLock
from tui.store.openfile import OpenFile
from tui.store.schema import CLIENT_FILE

LOOK_EVERY: Final = 1.5
"""Seconds between two looks for changes by another program."""

P = ParamSpec("P")
R = TypeVar("R")


class Store:
    """The file, reached through a thread of its own.

    `call` runs a function of the store's in that thread and returns a Future with its result or
    `StoreError`. `on_change` is called, in that thread, when another program changed the file, when
    the file is no longer in its place, and when this window may write after all; `trouble` then
    says why it may not, or is None. `begun` tells whether the file was made by opening it.
    """

    def __init__(self, path: Path, *, create: bool = False, layout: Layout = CLIENT_FILE) -> None:
        self.path, self._layout = path, layout
        self.on_change: Callable[[], None] = lambda: None
        self.trouble: StoreError | None = None
        self.begun = False
        self._lock = WriterLock(path)
        self._jobs: queue.SimpleQueue[tuple[Callable[[OpenFile], Any], Future[Any]] | None] = (
            queue.SimpleQueue()
        )
        self._door, self._closed = threading.Lock(), False
        self.opened: Future[OpenFile] = Future()
        self._thread = threading.Thread(
            target=self._run, args=(create,), name="fledge-store", daemon=True
        )
        self._thread.start()

    def call(
        self, function: Callable[Concatenate[OpenFile, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> Future[R]:
        """Run `function(file, *args, **kwargs)` in the store's thread."""
        answer: Future[R] = Future()
        with self._door:
            if self._closed:
                answer.set_exception(StoreError("The file is closed already."))
            else:
                self._jobs.put((lambda file: function(file, *args, **kwargs), answer))
        return answer

    def close(self) -> None:
        """Finish what was asked for, close the file and end the thread."""
        with self._door:
            self._closed = True
            self._jobs.put(None)
        self._thread.join()

    def _run(self, create: bool) -> None:
        try:
            self.begun = create and not self.path.exists()
            file = open_file(self.path, create=create, layout=self._layout)
        except BaseException as error:
            self.opened.set_exception(error)
            self._refuse(error)
            return
        try:
            self._claim(file)
            self.opened.set_result(file)
            self._serve(file)
        finally:
            file.close()
            self._lock.release()

    def _serve(self, file: OpenFile) -> None:
        version, due = _data_version(file), monotonic() + LOOK_EVERY
        while True:
            if monotonic() >= due:  # also while there is always something to do
                version, due = self._look_around(file, version), monotonic() + LOOK_EVERY
            try:
                job = self._jobs.get(timeout=max(0.0, due - monotonic()))
            except queue.Empty:
                continue
            if job is None:
                return
            _answer(job[1], job[0], file)

    def _claim(self, file: OpenFile) -> None:
        """Take the right to write, where it is to be had."""
        if file.barred is None or isinstance(file.barred, BeingWritten):
            taken = self._lock.take()
            file.barred = (
                None if taken else BeingWritten(file.path, self._lock.holder() or "it gave no name")
            )
        self.trouble = file.barred

    def _look_around(self, file: OpenFile, version: int) -> int:
        """Tell of what has changed; the number of the file's state that is known now."""
        was = str(self.trouble)
        try:
            self._look(file)
            self._examine(file)
            now = _data_version(file)
            if now != version or str(self.trouble) != was:
                self.on_change()
        except Exception:
            return version  # the next call meets it too, and whoever asked is told
        return now

    def _examine(self, file: OpenFile) -> None:
        """Check once, with the screen there already, a file that is too large to be at opening."""
        if file.checked:
            return
        file.checked = True
        try:
            file.quick_check()
        except StoreError as error:
            self.trouble = file.barred = error

    def _look(self, file: OpenFile) -> None:
        """See whether the file is still in its place, and whether this window may write now."""
        try:
            file.check_same()
        except Moved as error:
            self.trouble = error
        else:
            self._claim(file)

    def _refuse(self, error: BaseException) -> None:
        while (job := self._jobs.get()) is not None:
            if job[1].set_running_or_notify_cancel():
                job[1].set_exception(error)


def _data_version(file: OpenFile) -> int:
    """A number that changes whenever another connection has changed the file."""
    return int(file.conn.execute("PRAGMA data_version").fetchone()[0])


def _answer(answer: Future[R], function: Callable[[OpenFile], R], file: OpenFile) -> None:
    if not answer.set_running_or_notify_cancel():
        return
    try:
        answer.set_result(function(file))
    except sqlite3.Error as error:
        told = translated(error, file.path)
        told.__cause__ = error
        answer.set_exception(told)
    except BaseException as error:
        answer.set_exception(error)
