"""Textual's own list, a DataTable, in the frame that `rows.py` has too: header and footer.

The first column is narrow, so that the default cursor, which is one cell, is as cheap to move as a
DataTable's can be; `--cursor row` moves a whole row, as our list does.
"""

from __future__ import annotations

import argparse
import os

os.environ.setdefault("TEXTUAL_FPS", "240")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header
from textual.widgets.data_table import CursorType

COLUMNS = (("#", 2), ("Name", 22), ("Course", 10), ("Then, now", 11), ("Now", 4))
"""Titles and widths: with the cells' margins 59 columns, and one for the scrollbar. That is as wide
as fledge's list in a window of 120."""


class Floor(App[None]):
    """A table between header and footer."""

    CSS = "DataTable { width: 60; height: 1fr; scrollbar-size-vertical: 1; }"

    def __init__(self, rows: int, cursor: CursorType) -> None:
        super().__init__()
        self.rows, self.cursor = rows, cursor

    def compose(self) -> ComposeResult:
        """The frame."""
        yield Header()
        yield DataTable(cursor_type=self.cursor)
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table: DataTable[str] = self.query_one(DataTable)
        for title, width in COLUMNS:
            table.add_column(title, width=width)
        for n in range(self.rows):
            cells = (str(n % 100), f"Measure {n}", "▁▂▃▄▅▆▇█▇▆", "   ○──●    ", f"{n % 11:>4}")
            table.add_row(*cells)
        table.focus()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=20)
    parser.add_argument("--cursor", choices=("cell", "row"), default="cell")
    given = parser.parse_args()
    Floor(given.rows, given.cursor).run()
