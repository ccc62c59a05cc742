"""A file to work on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.helpers import Begun, begin


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a file may be made, in a folder with nothing else in it."""
    folder = tmp_path / "place"
    folder.mkdir(mode=0o700)
    return folder / "growth.fledge"


@pytest.fixture
def begun(path: Path) -> Iterator[Begun]:
    """A new file with one client and the catalogue, closed afterwards."""
    made = begin(path)
    yield made
    made.file.close()
