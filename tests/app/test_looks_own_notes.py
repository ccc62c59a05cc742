"""What a therapist's own notes look like; see `test_looks.py` for how these pictures are kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import TODAY, MakeApp, press, settled, until
from tui.core.measures import Rater
from tui.core.own_notes import Balance, Feeling, KeepOwn, Noticed, OwnNote, Pull, Supervision
from tui.dialogs.own_notes import OwnNotesSheet
from tui.store import clients, own_notes
from tui.store.connection import open_file
from tui.store.own_schema import OWN_FILE

VIEWS = {
    "wide": (["W"], (120, 36), "kintsugi"),
    "middle": (["W"], (80, 24), "washi"),
    "narrow": (["W"], (40, 15), "kintsugi"),
    "shared": (["S"], (80, 24), "kintsugi"),
}


def wrote(sample: Path) -> None:
    """A line of each kind, and one about somebody else."""
    file = open_file(sample)
    about = clients.everyone(file.conn)[0].id
    file.close()
    ago = [TODAY - timedelta(n) for n in (0, 2, 9, 16)]
    touches, adjust = "He may feel that I hurry him.", "I let the silence stand."
    warm, heavy, yes = Feeling.WARM, Feeling.DIFFICULT, Supervision.YES
    own = open_file(sample.with_name("own") / "private.fledge", create=True, layout=OWN_FILE)
    for thing in (
        Noticed(
            "1", about, ago[1], ago[1], heavy, "Impatient at the silence", touches, adjust, yes
        ),
        Noticed("2", about, ago[3], None, warm, "Proud of him, more than he is", "", ""),
        Noticed("3", "another", ago[2], None, heavy, "I dread the hour", "", "", yes),
        Pull("4", about, ago[1], rescue=True, comfort=True, words="gave advice at the door"),
        OwnNote("5", about, ago[2], "His father\u2019s birthday is next week."),
        Balance("6", about, ago[1], 1),
    ):
        own_notes.do(own, KeepOwn(thing))
    own.close()


@pytest.mark.parametrize(("keys", "size", "theme"), VIEWS.values(), ids=VIEWS.keys())
def test_own_notes(
    keys: list[str],
    size: tuple[int, int],
    theme: str,
    sample: Path,
    make_app: MakeApp,
    snap_compare: Any,
) -> None:
    wrote(sample)
    app = make_app(sample, rater=Rater.THERAPIST)
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)
        if keys == ["W"]:
            await until(pilot, lambda: isinstance(app.screen, OwnNotesSheet))
        app.clear_notifications()
        await settled(pilot)

    assert snap_compare(app, terminal_size=size, run_before=look)
