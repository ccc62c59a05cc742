"""What a therapist notes for themself of a sample case, in a readable file of its own.

The layout is described in `docs/story-format.md`. It is for demos: notes that matter stay in the
therapist's own file and are never read from anywhere else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from tui.core.own_notes import PULLS, Balance, Feeling, Noticed, Own, OwnNote, Pull, Supervision
from tui.exchange.fields import NotAStory, day, text, whole, words
from tui.ids import new_id

__all__ = ["FORMAT", "VERSION", "NotAStory", "read"]

FORMAT: Final = "fledge private"
VERSION: Final = 1


def read(written: str, client_id: str, ends: date) -> tuple[Own, ...]:
    """The notes, about the client with this id, with every day moved so that they end on `ends`.

    Raises `NotAStory`.
    """
    try:
        told = json.loads(written)
        if (told["format"], told["version"]) != (FORMAT, VERSION):
            raise NotAStory(f"This is not a {FORMAT} of version {VERSION}.")
        return tuple(_everything(told, client_id, ends - day(told["ends"])))
    except NotAStory:
        raise
    except KeyError as error:
        raise NotAStory(f"Something is missing: {error}.") from error
    except (TypeError, ValueError, AttributeError, RecursionError, OverflowError) as error:
        raise NotAStory(f"This cannot be read as a {FORMAT}: {str(error).rstrip('.')}.") from error


def _everything(told: dict[str, Any], client_id: str, by: timedelta) -> Iterator[Own]:
    for item in told["noticed"]:
        yield Noticed(
            new_id(),
            client_id,
            day(item["date"]) + by,
            day(item["session"]) + by,
            Feeling(item["feeling"]),
            words(item["what"]),
            text(item["touches"]),
            text(item["adjust"]),
            Supervision(item["supervision"]),
        )
    for item in told["pulls"]:
        needed, rescue, comfort = (bool(item[key]) for key in PULLS)
        said = text(item.get("words", ""))
        yield Pull(new_id(), client_id, day(item["date"]) + by, needed, rescue, comfort, said)
    for item in told["notes"]:
        yield OwnNote(new_id(), client_id, day(item["date"]) + by, words(item["text"]))
    for item in told["balances"]:
        yield Balance(new_id(), client_id, day(item["date"]) + by, whole(item["value"]))
