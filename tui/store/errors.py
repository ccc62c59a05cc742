"""Everything that can go wrong with a file, each as one plain sentence with its remedy."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tui.core import trouble
from tui.store.layout import A_CLIENTS, A_THERAPISTS


class StoreError(trouble.Trouble):
    """Something about the file. The message is for a person: what is so, and what to do."""


class NotThere(StoreError):
    """There is no file at this path."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no file at {path} yet. It begins with the first thing you write, for "
            'example: fledge goal add "…". To look around first: fledge demo.'
        )


class EmptyFile(StoreError):
    """The file exists and holds nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is empty (0 bytes), which a fledge file never is: it may have been cut off "
            "while it was copied. Nothing was written to it. Put a backup in its place, or remove "
            "it to begin anew."
        )


class NotAFile(StoreError):
    """The path is a folder, a pipe or a device."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not an ordinary file. Choose another one with --file.")


class NotFledge(StoreError):
    """The file is not SQLite."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not a fledge file. Nothing was written to it. Choose another one with "
            "--file."
        )


class OtherProgram(StoreError):
    """The file is another program's SQLite database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is a database of another program. Nothing was written to it. Choose another "
            "file with --file."
        )


class AClientsFile(OtherProgram):
    """The file is a client's, where a therapist's own notes were wanted."""

    def __init__(self, path: Path) -> None:
        StoreError.__init__(
            self,
            f"{path} is a client's file, so your own notes are not written into it. Choose another "
            "place for them with --private-file.",
        )


class ATherapistsFile(OtherProgram):
    """The file holds a therapist's own notes, where a client's was wanted."""

    def __init__(self, path: Path) -> None:
        StoreError.__init__(
            self,
            f"{path} holds a therapist's own notes, no client. Nothing was written to it. They are "
            "opened from the therapist's view: fledge --as therapist.",
        )


class NewerFile(StoreError):
    """The file was written by a later fledge."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path} was written by a newer fledge (its layout is {found}, this program knows "
            f"{known}). Nothing was changed. Update fledge, then open it again."
        )


class Damaged(StoreError):
    """SQLite says the file is damaged."""

    def __init__(self, path: Path, detail: str = "") -> None:
        more = f" ({detail})" if detail else ""
        super().__init__(
            f"{path} is damaged{more}. Nothing was written to it. Keep this file as it is, and "
            "put a copy from before in its place; `fledge doctor` says more."
        )


class ReadOnly(StoreError):
    """The file or its folder may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} can be read but not written, so nothing was saved. Make the file and its "
            "folder writable for you, or work on a copy of it."
        )


class BeingWritten(StoreError):
    """Another dashboard has the file; this one reads."""

    def __init__(self, path: Path, holder: object) -> None:
        super().__init__(
            f"Another window writes in this file ({holder}); this one reads, and takes over "
            "when the other is closed."
        )


class DiskFull(StoreError):
    """There is no room left."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The disk that holds {path} is full, so nothing was saved; what was saved before is "
            "untouched. Free some space and do it again."
        )


class Busy(StoreError):
    """Another program is writing and did not finish in time."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another program is writing to {path} and did not finish in time, so nothing was "
            "saved. Do it again in a moment."
        )


class Moved(StoreError):
    """The file that was opened is no longer the one at its path."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was moved or replaced by another program. What is written now would not "
            "reach it: save a copy under another name, then open the file again."
        )


class CannotOpen(StoreError):
    """SQLite could not open or create the file."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"{path} could not be opened ({detail}). Check that the folder exists and that you "
            "may use it."
        )


class CannotCreate(StoreError):
    """A new file could not be made; what there was of it has been taken away again."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"A new file could not be made at {path} ({detail}); nothing was left behind. Check "
            "that the folder exists, has room and is yours, or choose another with --file."
        )


class NotCopied(StoreError):
    """A copy did not pass its check; it has been taken away again."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The copy to {path} was not like the file when it was checked, so it was taken away "
            "again. Do it once more, or to another disk."
        )


class Conflict(trouble.Conflict, StoreError):
    """A row changed since it was read."""


class Overtaken(Conflict):
    """What a change touched was changed again later; it cannot be taken back by itself."""

    def __init__(
        self,
        label: str,
        theirs: Mapping[str, object] | None,
        yours: Mapping[str, object] | None,
    ) -> None:
        super().__init__(label, theirs, yours)
        self.args = (
            f"What “{label}” touched has been changed again since, so it stays. Take back the "
            "later change first.",
        )


class NotKept(StoreError):
    """A value that the file cannot hold faithfully."""


class Unknown(StoreError):
    """A name that the file does not know; the message names the nearest it does."""


class Failed(StoreError):
    """The disk did not do as it was told."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"{path} could not be read or written ({detail}), so nothing was saved. Check the "
            "disk, then do it again."
        )


# On a full disk the shared memory, which even reading needs, cannot be made.
_NO_ROOM: Final = frozenset({sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMMAP})
_BY_FAMILY: Final[dict[int, type[StoreError]]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_NOTADB: NotFledge,
    sqlite3.SQLITE_CORRUPT: Damaged,
}
_WITH_DETAIL: Final[dict[int, type[StoreError]]] = {
    sqlite3.SQLITE_CANTOPEN: CannotOpen,
    sqlite3.SQLITE_PERM: CannotOpen,
    sqlite3.SQLITE_AUTH: CannotOpen,
    sqlite3.SQLITE_IOERR: Failed,
}


_OF_OURS: Final[dict[int, type[OtherProgram]]] = {
    A_CLIENTS: AClientsFile,
    A_THERAPISTS: ATherapistsFile,
}


def other(path: Path, application_id: int) -> OtherProgram:
    """The sentence for a file that is not of the kind that was wanted."""
    return _OF_OURS.get(application_id, OtherProgram)(path)


def translated(error: sqlite3.Error, path: Path) -> StoreError:
    """The sentence for what SQLite raised. The low byte of an extended code is its family."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    family = code & 0xFF
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return Moved(path)
    if family == sqlite3.SQLITE_CONSTRAINT:
        return NotKept(
            "This does not go with what the file holds already (a name that is taken, or "
            "something it refers to that is not there), so nothing was saved."
        )
    if code in _NO_ROOM:
        return DiskFull(path)
    if family in _BY_FAMILY:
        return _BY_FAMILY[family](path)
    return _WITH_DETAIL.get(family, Failed)(path, str(error))
