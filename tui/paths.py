"""Where a person's own files are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

SETTINGS: Final = "FLEDGE_SETTINGS"
"""The variable that names another settings file."""
PRIVATE: Final = "FLEDGE_PRIVATE_FILE"
"""The variable that names another file for a therapist's own notes."""


def default_file() -> Path:
    """The file that is opened when none is named: FLEDGE_FILE, or one in the platform's place."""
    if named := os.environ.get("FLEDGE_FILE"):
        return Path(named).expanduser()
    return data_folder() / "growth.fledge"


def own_file() -> Path:
    """A therapist's own notes: FLEDGE_PRIVATE_FILE, or a file in the platform's place.

    Never beside a file that was named: that one may lie on a stick, or be somebody else's.
    """
    if named := os.environ.get(PRIVATE):
        return Path(named).expanduser()
    return data_folder() / "private.fledge"


def data_folder() -> Path:
    """The folder for what a person writes, in the platform's place."""
    from platformdirs import user_data_path

    return user_data_path("fledge", appauthor=False)


def settings_file() -> Path:
    """The optional settings: FLEDGE_SETTINGS, or `settings.toml` in the platform's place."""
    if named := os.environ.get(SETTINGS):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("fledge", appauthor=False) / "settings.toml"


def state_file() -> Path:
    """What the program remembers by itself, such as the theme that was chosen last."""
    from platformdirs import user_state_path

    return user_state_path("fledge", appauthor=False) / "state.json"


def log_file() -> Path:
    """Where a crash is written down, in the platform's place for logs."""
    from platformdirs import user_log_path

    return user_log_path("fledge", appauthor=False) / "fledge.log"
