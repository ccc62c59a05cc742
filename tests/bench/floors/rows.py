"""fledge's own list in the frame that `table.py` has too, with rows of the same width."""

from __future__ import annotations

import argparse
import os

os.environ.setdefault("TEXTUAL_FPS", "240")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from datetime import date

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header

from tui.charts.palette import Palette
from tui.core.measures import Direction, Kind, Measure, Rater, Version
from tui.core.overview import SPARKS, Line
from tui.core.ratings import Rating
from tui.themes import KINTSUGI
from tui.widgets.rows import Rows
from tui.widgets.sections import Section

DAY = date(2026, 1, 1)


def line(n: int) -> Line:
    """One row: a name, a sparkline, two dots and a number."""
    id_ = f"measure-{n}"
    version = Version(1, DAY, "")
    raters = (Rater.CLIENT,)
    measure = Measure(id_, "", Kind.GROWTH, f"Measure {n}", Direction.HIGHER, 7, raters, (version,))
    first, last = (Rating(id_, DAY, Rater.CLIENT, value, 1, DAY) for value in (3, n % 11))
    return Line(measure, tuple(float((n + i) % 11) for i in range(SPARKS)), first, last)


class Ours(App[None]):
    """Our list between header and footer."""

    CSS = "Rows { width: 60; height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; }"

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.lines = tuple(map(line, range(rows)))
        self.register_theme(KINTSUGI)
        self.theme = KINTSUGI.name

    def compose(self) -> ComposeResult:
        """The frame."""
        yield Header()
        palette = Palette.of(KINTSUGI.variables)
        yield Rows(palette, (Section("Growth", "○ then  ● now", self.lines),))
        yield Footer()

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one(Rows).focus()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=20)
    Ours(parser.parse_args().rows).run()
