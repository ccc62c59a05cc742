"""Reflections: what a client writes before, during, after and between sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tui.core.text import clean

MOST_TAGS: Final = 12
"""Tags that one reflection may have."""
LONGEST_TAG: Final = 40
"""Characters of a tag."""


class Part(StrEnum):
    """When it belongs to."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Reflection:
    """A text of the client's own. `tags` are single words; `session_id` names its session."""

    id: str
    day: date
    part: Part
    body: str
    tags: tuple[str, ...] = ()
    session_id: str | None = None

    def sound(self) -> Reflection:
        """Return the reflection, or raise `ValueError` with a sentence if it says nothing."""
        if not clean(self.body, multiline=True).strip():
            raise ValueError("A reflection needs a few words.")
        return self


def tags(written: str) -> tuple[str, ...]:
    """The tags in what somebody wrote: words with blanks or commas between them, `#` left out.

    Each counts once, letter case aside. Raises `ValueError` for too many or too long ones.
    """
    parts = clean(written).replace(",", " ").split()
    known: dict[str, str] = {}
    for part in parts:
        if tag := part.lstrip("#"):
            known.setdefault(tag.casefold(), tag)
    if len(known) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in known.values()):
        raise ValueError(f"At most {MOST_TAGS} tags of at most {LONGEST_TAG} letters each.")
    return tuple(known.values())


def all_tags(reflections: Iterable[Reflection]) -> tuple[str, ...]:
    """Every tag that was ever given, in alphabetical order."""
    known = {tag.casefold(): tag for each in reflections for tag in each.tags}
    return tuple(known[key] for key in sorted(known))
