"""What holds for every test: no real home is touched, and hypothesis has no stop-watch."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "fledge",
    deadline=None,
    # A check before landing gives the same answer twice; at a desk each run tries something new.
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("fledge")


@pytest.fixture(autouse=True)
def _away_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test starts finds an empty place instead of the person's own files."""
    monkeypatch.delenv("FLEDGE_FILE", raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / ".home"))


def pytest_xdist_auto_num_workers() -> int:
    """Three for each core: a pilot and a pseudo-terminal wait more than they compute."""
    return 3 * (os.cpu_count() or 1)
