"""Where a person's own files are."""

from __future__ import annotations

import os
from pathlib import Path


def default_file() -> Path:
    """The file that is opened when none is named: FLEDGE_FILE, or one in the platform's place."""
    if named := os.environ.get("FLEDGE_FILE"):
        return Path(named).expanduser()
    return data_folder() / "growth.fledge"


def data_folder() -> Path:
    """The folder for what a person writes, in the platform's place."""
    from platformdirs import user_data_path

    return user_data_path("fledge", appauthor=False)
