"""Where the files that ship with the program are: beside the package in a checkout, else in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `styles` or `sample_data`, wherever this program was installed from."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
