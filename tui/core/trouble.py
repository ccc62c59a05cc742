"""What goes wrong with what is kept, as a screen meets it."""

from __future__ import annotations

from collections.abc import Mapping


class Trouble(Exception):
    """Something that a person has to know. The message says what is so, and what to do."""


class InTheWay(Trouble):
    """There is something already, which goes only where somebody says so."""


class Conflict(Trouble):
    """A row changed since it was read, so nothing was saved.

    `theirs` is the row as it is now, `yours` as it was to be, `seen` as it was read; None where it
    is gone, was to go, or was not there. They are kept so that they can be shown side by side.
    """

    def __init__(
        self,
        what: str,
        theirs: Mapping[str, object] | None,
        yours: Mapping[str, object] | None,
        seen: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(
            f"{what} was changed by someone else since you read it, so nothing was saved. Look "
            "at it again, then decide."
        )
        self.theirs, self.yours, self.seen = theirs, yours, seen
