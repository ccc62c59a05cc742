"""Every binding, pressed wherever it listens: it changes something, or is known not to."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Running, press, screen_text, settled, told
from tui.commands.base import DIGITS, Command, Place
from tui.commands.registry import COMMANDS
from tui.core.measures import Rater
from tui.dialogs.check_in import CheckInDialog
from tui.screens.mode import ModeScreen

pytestmark = pytest.mark.walk

MODES: Final = {
    "overview": "1",
    "goals": "2",
    "growth": "3",
    "signs": "4",
    "sessions": "5",
    "between": "6",
    "review": "7",
    "ending": "8",
}
IN_A_MODE: Final = {Place.MODES, Place.LIST, Place.PICTURE, Place.ROW, Place.EVERYWHERE}
OF_A_MEASURE: Final = (
    *("rate", "why", "new-wording", "milestone", "ladder", "steps"),
    *("points", "overlay", "compare"),
)
"""Commands that leave a row alone that is of no measure."""
NOTHING: Final = {
    ("back", "overview"): "nothing is hidden by a find",
    ("back", "goals"): "nothing is hidden by a find",
    ("back", "growth"): "nothing is hidden by a find",
    ("back", "signs"): "nothing is hidden by a find",
    ("back", "sessions"): "nothing is hidden by a find",
    ("back", "review"): "no review is entered",
    ("back", "ending"): "nothing is hidden by a find",
    ("ending-mode", "ending"): "it is shown already",
    **{(name, name): "it is shown already" for name in MODES},
    **{(name, "between"): "nothing of it is rated" for name in OF_A_MEASURE},
    ("back", "between"): "nothing is hidden by a find",
}
"""Where a key does nothing, by command and mode, and why."""
UNSETTLING: Final = {"quit", "quit-from-anywhere", "filter", "order", "find", "theme", "hide"}
"""Commands after which a program is begun anew; more than Esc would be needed to go on."""
PLACES: Final[dict[Place, tuple[str, ...]]] = {
    Place.FORM: ("a", *"Walk", "tab"),
    Place.VALUE: ("r", "5"),
    Place.DIALOG: ("D",),
    Place.CHECK_IN: ("c", "a", "5", "5"),
    Place.SHEET: ("x", "down"),
    Place.OWN: ("W",),
    Place.DETAILS: ("2", "enter"),
    Place.REVIEW: ("7", "enter", "down"),
    Place.NOTICE: ("i", "w"),
    Place.AGENDA: ("7", "enter", "enter", "down"),
    Place.POINTS: ("3", "down", "tab", "home", "l"),
}
"""Keys that lead to a dialog, or an opened row, that stands for all of its place."""
BEFORE: Final = {
    "start-over": ("escape", "p", "a"),
    "clear": ("up",),
    "mark": (*["down"] * 30, *["up"] * 5),
    "scroll-up": ("end",),
    "scroll-page-up": ("end",),
    "beginning": ("end",),
}
"""Keys pressed before the one that is meant, so that there is something to do."""
IDLE: Final = {
    ("digit", "minus"): "no scale of the catalogue goes below zero",
    ("ask-all", "a"): "all are asked already",
    ("question-down", "pagedown"): "all of the question is seen",
    ("question-up", "pageup"): "all of the question is seen",
    ("sheet-find", "slash"): "only clients are so many that one looks for a name",
}
"""Keys that do nothing in the dialog that stands for their place, and why."""


def drawn(pilot: Pilot[None]) -> tuple[object, ...]:
    """All that a key can change: what is drawn and where, the focus, what was told."""
    screen = pilot.app.screen
    cursor = getattr(pilot.app.focused, "cursor_location", None) or getattr(
        pilot.app.focused, "cursor_position", None
    )
    state = screen.state if isinstance(screen, CheckInDialog) else None
    return (screen, pilot.app.focused, cursor, screen_text(pilot), told(pilot), state)


async def pressed(pilot: Pilot[None], mode: str, command: type[Command], key: str) -> bool:
    """Whether a key changes anything, from a middle row of a mode."""
    row = "end" if command.id() in ("page-up", "first") else "down"
    await pilot.press(MODES[mode], "escape", "home", row)
    await settled(pilot)
    pilot.app.clear_notifications()
    await settled(pilot)
    before = drawn(pilot)
    await press(pilot, key)
    changed = not pilot.app.is_running or drawn(pilot) != before
    for _ in range(3):  # and nothing is stuck
        if pilot.app.is_running and not isinstance(pilot.app.screen, ModeScreen):
            await press(pilot, "escape")
    return changed


@pytest.mark.parametrize("mode", MODES)
async def test_in_a_mode(mode: str, sample: Path, running: Running) -> None:
    """Every key; those that the app itself takes, whatever is shown, in one mode for all."""
    places = IN_A_MODE if mode == "overview" else IN_A_MODE - {Place.EVERYWHERE}
    pairs = [(c, key) for c in COMMANDS if c.place in places for key in c.keys]
    calm = [(c, key) for c, key in pairs if c.id() not in UNSETTLING]
    wrong = []
    for group in (calm, *([pair] for pair in pairs if pair not in calm)):
        async with running(sample, size=(100, 24)) as pilot:
            for command, key in group:
                changed = await pressed(pilot, mode, command, key)
                if changed == ((command.id(), mode) in NOTHING):
                    wrong.append((command.id(), key))
    assert not wrong


@pytest.mark.parametrize(
    ("place", "command", "key"),
    # Ten digits are one binding, and other tests type all of them.
    [(c.place, c, k) for c in COMMANDS if c.place in PLACES for k in c.keys if k not in DIGITS[1:]],
    ids=lambda x: x if isinstance(x, str) else x.name.lower().replace(" ", "-"),
)
async def test_in_a_dialog(
    place: Place, command: type[Command], key: str, sample: Path, running: Running
) -> None:
    rater = Rater.THERAPIST if place is Place.OWN else Rater.CLIENT
    async with running(sample, size=(100, 24), rater=rater) as pilot:
        await press(pilot, *PLACES[place], *BEFORE.get(command.id(), ()))
        before = drawn(pilot)
        await press(pilot, key)
        assert (drawn(pilot) != before) != ((command.id(), key) in IDLE)
        assert pilot.app.is_running
