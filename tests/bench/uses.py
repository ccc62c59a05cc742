"""What is measured of using the program: modes, forms, typing and leaving."""

from __future__ import annotations

import os
import re
import signal
import time
from statistics import median
from typing import Final

from tests.bench.measures import Samples, looking, move
from tests.bench.programs import LAST_ROW, PICTURE, Programs
from tests.support.terminal import Terminal

MODES: Final = {
    "2": r"(?m)^╭─ Active ─",
    "3": r"(?m)^╭─ Growth ─",
    "4": r"(?m)^╭─ Signs ─",
    "5": r"Ease against movement",
    "6": r"For the next session",
    "1": r"(?m)^╭─ Goals ─",
}
"""Keys, in the order in which they are pressed, and what only the list of that mode has."""
FORM: Final = r"State +● active"
"""The last field of the form for a goal."""
CHECK_IN: Final = r"─ Check-in · "
SESSION: Final = r"It took place"
"""The first line of the form after a session."""
LETTERS: Final = 15
WAYS: Final = {
    "quit": (None, 0),
    "INT": (signal.SIGINT, 130),
    "TERM": (signal.SIGTERM, 143),
    "HUP": (signal.SIGHUP, 129),
}
"""How the program is left, and the exit code that belongs to it."""
_QUIET: Final = 0.2
"""Seconds of silence after which a screen is complete: the picture comes last."""


def modes(programs: Programs, samples: Samples) -> None:
    """Each mode for the first time, and again: until its list is there, and until all of it is."""
    with looking(programs, programs.fledge(programs.sample)) as terminal:
        for time_ in ("first", "again"):
            found = [shown(terminal, key, there) for key, there in MODES.items()]
            # The Overview is there from the start.
            found = found[:-1] if time_ == "first" else found
            samples[f"mode {time_}"].append(median(listed for listed, _ in found))
            samples[f"mode {time_} longest"].append(max(listed for listed, _ in found))
            samples[f"mode {time_} all"].append(median(complete for _, complete in found))


def forms(programs: Programs, samples: Samples) -> None:
    """The forms for a goal and a session, and the check-in, for the first time and again."""
    with looking(programs, programs.fledge(programs.sample)) as terminal:
        shown(terminal, "2", MODES["2"])
        asked = (("form", "a", FORM), ("check-in", "c", CHECK_IN), ("session", "s", SESSION))
        for name, key, there in asked:
            for time_ in ("first", "again"):
                opened, _ = shown(terminal, key, there)
                samples[f"{name} {time_}"].append(opened)
                left = terminal.press("escape")
                terminal.settle(_QUIET, since=left)
                terminal.wait_without(there)


def typing(programs: Programs, samples: Samples) -> None:
    """Letters in a field of a form and in a line of input that is all there is, in turn."""
    with (
        programs.open(programs.floor("line")) as floor,
        looking(programs, programs.fledge(programs.sample)) as form,
    ):
        floor.wait_for("FLOOR READY")
        shown(form, "2", MODES["2"])
        shown(form, "a", FORM)
        took: dict[str, list[float]] = {"form": [], "floor": []}
        for _ in range(LETTERS):
            for name, terminal in (("form", form), ("floor", floor)):
                took[name].append(move(terminal, "x", b"")[0])
        for name, found in took.items():
            samples[f"typing {name}"].append(median(found))
        form.press("escape")
        form.wait_for("Throw it away")
        form.press("t")
        form.wait_without(FORM)
        programs.leave(floor)


def leaving(programs: Programs, samples: Samples) -> None:
    """How long each way of leaving takes, and how many things are not as they were."""
    for way, (number, code) in WAYS.items():
        before = set(os.listdir(programs.folder))
        with programs.open(programs.fledge("demo")) as terminal:
            terminal.wait_for(LAST_ROW)
            terminal.wait_for(PICTURE)
            terminal.settle(0.5)
            asked = time.monotonic()
            if number is None:
                terminal.press("q")
            else:
                terminal.signal(number)
            ended = terminal.wait_exit()
            samples[f"leaving {way}"].append((time.monotonic() - asked) * 1000)
            left = len(terminal.left_behind()) + (ended != code)
        left += len(set(os.listdir(programs.folder)) - before)
        samples["left behind"].append(left)


def shown(terminal: Terminal, key: str, there: str) -> tuple[float, float]:
    """Milliseconds from a key until something is there, and until nothing more comes."""
    assert not re.search(there, terminal.text)
    pressed = terminal.press(key)
    complete = terminal.settle(_QUIET, since=pressed)
    found = terminal.wait_for(there)
    return (found - pressed) * 1000, (complete - pressed) * 1000
