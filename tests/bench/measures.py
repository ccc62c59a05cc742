"""What is measured. Each function adds one sample to each of its series, for one pair.

The programs of a pair run right after one another, and lists even key by key in turn, so that
whatever else the machine does meets both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.fill import RATED
from tests.bench.programs import LARGE, LAST_ROW, PICTURE, SMALL, Programs
from tests.support.terminal import Terminal

Samples = defaultdict[str, list[float]]
"""Series by name; milliseconds, bytes, or shares of a core."""

IDLE_SECONDS: Final = 5.0
MOVES: Final = 15
"""Row moves each way between a DataTable and our list."""
SAMPLE_ROWS: Final = 18
"""Rows of the sample case."""
RATES: Final = 5
"""Calls from the shell for each pair."""
_QUIET: Final = 0.08
"""Seconds of silence after which a move is over."""
_TITLE: Final = "╭─".encode()
"""What a new picture brings and a moved cursor does not: the edge of a box, with its title."""


def starts(programs: Programs, samples: Samples) -> None:
    """First paint, picture, memory and idling."""
    with programs.open(programs.floor("static")) as terminal:
        terminal.settle(0.4)
        samples["static first"].append(_ms(terminal, terminal.wait_for("FLOOR READY")))
        _at_rest(terminal, samples, "static")
        programs.leave(terminal)
    for name, command in (
        ("demo", programs.fledge("demo")),
        ("file", programs.fledge(programs.sample)),
    ):
        with programs.open(command) as terminal:
            terminal.settle(0.4)
            first = terminal.wait_for(LAST_ROW)
            picture = terminal.wait_for(PICTURE)
            samples[f"{name} first"].append(_ms(terminal, first))
            samples[f"{name} picture"].append((picture - first) * 1000)
            if name == "file":
                _at_rest(terminal, samples, name)
            else:
                samples[f"{name} memory"].append(terminal.peak_memory())
            programs.leave(terminal)


def shell(programs: Programs, samples: Samples) -> None:
    """A rating from the shell against the interpreter alone; each one changes what is kept."""
    for n in range(RATES):
        samples["nothing each"].append(programs.wall(programs.nothing()))
        samples["rate each"].append(programs.wall(programs.rating(7 - n % 2)))
    for name in ("nothing", "rate"):
        samples[name].append(median(samples[f"{name} each"][-RATES:]))


def lists(programs: Programs, samples: Samples, rows: int) -> None:
    """A move of the cursor in our list and in a DataTable, without scrolling."""
    with (
        programs.open(programs.floor("rows", "--rows", str(rows))) as ours,
        programs.open(programs.floor("table", "--rows", str(rows), "--cursor", "row")) as table,
        programs.open(programs.floor("table", "--rows", str(rows))) as cell,
    ):
        known = {"ours": ours, "table": table, "cell": cell}
        for terminal in known.values():
            terminal.wait_for("Measure 19")
            terminal.settle(0.5)
        _compare(known, MOVES, samples, str(rows))
        for terminal in known.values():
            programs.leave(terminal)


def pictures(programs: Programs, samples: Samples) -> None:
    """A move of the cursor in fledge to each row for the first time, its picture beside it."""
    with looking(programs, programs.fledge(programs.sample)) as terminal:
        for _ in range(SAMPLE_ROWS - 1):
            took, size = move(terminal, "down", _TITLE)
            samples["picture move"].append(took)
            samples["picture bytes"].append(size)


def sizes(programs: Programs, samples: Samples) -> None:
    """The same in files with few and with many ratings, every row having been visited before."""
    with (
        looking(programs, programs.fledge(programs.filled(SMALL))) as small,
        looking(programs, programs.fledge(programs.filled(LARGE))) as large,
    ):
        _compare({"small": small, "large": large}, RATED - 1, samples, "size", _TITLE)


@contextmanager
def looking(
    programs: Programs, command: list[str | Path], row: str = LAST_ROW
) -> Iterator[Terminal]:
    """Fledge, once a row and its picture are there."""
    with programs.open(command) as terminal:
        terminal.wait_for(row)
        terminal.wait_for(PICTURE)
        terminal.settle(0.5)
        yield terminal
        programs.leave(terminal)


def _compare(
    terminals: dict[str, Terminal], moves: int, samples: Samples, name: str, bringing: bytes = b""
) -> None:
    """Walk down and up twice in all of them, key by key in turn; the second time is measured."""
    took = defaultdict[str, list[tuple[float, float]]](list)
    for measured in (False, True):
        for key in ("down", "up"):
            for _ in range(moves):
                for which, terminal in terminals.items():
                    each = move(terminal, key, bringing)
                    if measured:
                        took[which].append(each)
    for which, found in took.items():
        samples[f"{name} {which} ms"].append(median(ms for ms, _ in found))
        samples[f"{name} {which} bytes"].append(median(size for _, size in found))


def move(terminal: Terminal, key: str, bringing: bytes) -> tuple[float, float]:
    """Milliseconds from a key to the last byte that it brought, and how many bytes came."""
    pressed = terminal.press(key)
    last = terminal.settle(_QUIET, since=pressed, bringing=bringing)
    return (last - pressed) * 1000, len(terminal.since(pressed))


def _at_rest(terminal: Terminal, samples: Samples, name: str) -> None:
    terminal.settle(0.5)
    samples[f"{name} memory"].append(terminal.peak_memory())
    idle = terminal.idle(IDLE_SECONDS)
    samples[f"{name} idle cpu"].append(idle.cpu)
    samples[f"{name} idle bytes"].append(idle.output)


def _ms(terminal: Terminal, moment: float) -> float:
    return (moment - terminal.started) * 1000
