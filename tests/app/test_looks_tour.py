"""What docs/tour.md shows: the sample case's review, from its first line to what is taken home."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp, press, settled, until
from tests.app.test_looks_review import begun, into

STOPS = ("door", "both-marks", "agreed", "next-review", "report")
AGREED = (
    ("Phone in the kitchen by ten, four nights a week", "client", "2026-12-20", None),
    ("Ask in January how the nights are", "therapist", "2027-01-10", None),
    ("Ring my sister before I write to anybody", "both", None, "2026-11-22"),
)


class Home:
    """Where the program was begun, on every machine the same."""

    @staticmethod
    def cwd() -> Path:
        """The folder in which a report is put."""
        return Path("/home/rowan")


def with_agreements(sample: Path) -> Path:
    """The sample case in the midst of a review in which something was agreed."""
    with closing(sqlite3.connect(begun(sample))) as conn, conn:
        conn.executemany(
            "INSERT INTO agreement SELECT ?1, id, '2026-11-22', ?2, ?3, 'r', ?4, ?5 FROM client",
            [(f"a{n}", *each) for n, each in enumerate(AGREED)],
        )
    return sample


@pytest.mark.parametrize("stop", STOPS)
def test_tour(
    stop: str, sample: Path, make_app: MakeApp, snap_compare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.acts.report.Path", Home)
    app = make_app(sample if stop == "door" else with_agreements(sample))
    goal = next(x.id for x in app.desk.first.goals if x.measure.name.startswith("Sleep"))
    places = {"both-marks": f"goal:{goal}", "agreed": "agreed"}
    keys = {"both-marks": ["enter", "5", "4"], "next-review": ["enter"], "report": ["ctrl+e"]}

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        if stop == "door":
            await press(pilot, "7")
            return
        await into(pilot, places.get(stop, "next"))
        for key in keys.get(stop, ()):
            await press(pilot, key)
            await until(pilot, lambda: app.screen.is_modal)
            await settled(pilot)

    assert snap_compare(app, terminal_size=(100, 30), run_before=look)
