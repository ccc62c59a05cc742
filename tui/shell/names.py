"""What the commands are called, and how a file is told from one."""

from __future__ import annotations

import os
from typing import Final

COMMANDS: Final = {
    "agenda": "agenda",
    "caseload": "caseload",
    "check-in": "check_in",
    "client": "clients",
    "completion": "completion",
    "conversation": "conversations:conversation",
    "demo": "demo",
    "doctor": "doctor",
    "due": "due",
    "ending": "endings:ending",
    "event": "event",
    "events": "events",
    "explain": "explain",
    "goal": "goals",
    "help-now": "help_now",
    "history": "history",
    "import": "bring_in:import_",
    "measure": "measures",
    "keys": "keys",
    "note": "note",
    "notes": "notes",
    "notices": "notices",
    "open": "open",
    "practice": "practices:practice",
    "private": "private",
    "rate": "rate",
    "reading": "reads:reading",
    "redo": "undo",
    "report": "take_home:report",
    "role-check": "role_check",
    "rupture": "ruptures:rupture",
    "search": "search",
    "session": "sessions:session",
    "show": "show",
    "topic": "topics:topic",
    "undo": "undo",
    "where": "where",
}
"""Each command and the file in `tui/shell` that it lives in; its function, if called otherwise."""


def names_a_file(word: str) -> bool:
    """Whether a first word that may be a command is a file: it exists, or looks like a path."""
    looks = os.sep in word or "." in word or os.path.exists(word)
    return word not in COMMANDS and not word.startswith("-") and looks
