"""The README's key table, written from the commands: `python -m tui.commands.table README.md`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from tui.commands.base import Place
from tui.commands.names import shown
from tui.commands.registry import COMMANDS

BEGIN: Final = "<!-- keys: written by `make readme` -->"
END: Final = "<!-- end of keys -->"


def table() -> str:
    """Every command with its keys, place by place, as Markdown."""
    lines = ["| where | keys | what |", "|---|---|---|"]
    for place in Place:
        for command in COMMANDS:
            if command.place is place:
                keys = " ".join(f"`{shown(key)}`" for key in command.keys) or "in the palette"
                lines.append(f"| {place.value} | {keys} | {command.help()} |")
    return "\n".join(lines)


def filled(text: str) -> str:
    """`text` with the table between its marks as it should be."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(filled(target.read_text(encoding="utf-8")), encoding="utf-8")
