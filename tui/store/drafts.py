"""Drafts: what is being written and not saved yet. They are nobody's change, so not in the journal.

Each key a person presses in a form is here a moment later, so that a killed terminal takes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from tui.core.drafts import Draft
from tui.core.text import NOTE_LIMIT, clean
from tui.store.errors import NotKept
from tui.store.openfile import OpenFile

_LIMIT: Final = 4 * NOTE_LIMIT
"""Characters of a whole draft."""
_SEEN: Final = ""
"""Under what the texts that were seen stand among the others; no field is called so."""


def everything(file: OpenFile, client_id: str) -> tuple[Draft, ...]:
    """All drafts of what is being written about a client, the latest first."""
    sql = "SELECT form, subject, given, at FROM draft WHERE client_id = ? ORDER BY at DESC"
    with file.reading() as conn:
        rows = conn.execute(sql, (client_id,))
        return tuple(Draft(form, subject, *_read(given, at)) for form, subject, given, at in rows)


def _read(given: str, at: str) -> tuple[dict[str, str], str, dict[str, str]]:
    """What was written, when, and what was seen; another program may have put anything there."""
    try:
        found = json.loads(given) if len(given) <= _LIMIT else None
    except (ValueError, RecursionError):
        found = None
    seen = found.pop(_SEEN, None) if isinstance(found, dict) else None
    return _texts(found), at, _texts(seen)


def _texts(found: object) -> dict[str, str]:
    """What is text there, cleaned."""
    if not isinstance(found, Mapping):
        return {}
    return {
        clean(key): clean(text, multiline=True)
        for key, text in found.items()
        if isinstance(text, str)
    }


def keep(file: OpenFile, client_id: str, draft: Draft) -> None:
    """Keep a draft in place of the earlier one of this form; raises a `StoreError`."""
    given = json.dumps({**_texts(draft.values), _SEEN: _texts(draft.seen)}, ensure_ascii=False)
    if len(given) > _LIMIT:
        raise NotKept("This is too long to be kept as a draft. Save it in several parts.")
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    with file.transaction() as conn:
        row = (client_id, draft.form, draft.subject, given, at)
        conn.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)", row)


def drop(file: OpenFile, client_id: str, draft: Draft) -> None:
    """Let go of a draft: it was saved, or is not wanted."""
    with file.transaction() as conn:
        key = (client_id, draft.form, draft.subject)
        conn.execute("DELETE FROM draft WHERE client_id = ? AND form = ? AND subject = ?", key)
