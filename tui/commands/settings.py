"""The page of the settings, from their docstrings: `python -m tui.commands.settings FILE`."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from tui.config import Settings

_HEAD: Final = """\
# Settings

<!-- written by `make readme` from the docstrings in tui/config.py -->

Everything works without any. What you want otherwise stands in one small file, `settings.toml`;
`fledge where` says where it is looked for, and the variable `FLEDGE_SETTINGS` names another one.
It is read when the program starts.

What cannot be used in it is told with its key, in the dashboard, on stderr, and by `fledge doctor`,
and the default holds for that key alone. Nothing in it stops the program.

```toml
date_format = "iso"
day_rollover_hour = 4

[cadence]
goals = 14

[keys]
range = "R"
page-down = ["pagedown", "space"]
```
"""
_KEYS: Final = """
`fledge keys` prints every command with the name to use here and the keys it has now, `fledge keys
--json` the same for another program. Footer, key sheet and palette show the keys in force. Two
commands that listen at the same time cannot have the same key: the entry that would take a key of
another command is told and not used.
"""


def page() -> str:
    """The whole page, as Markdown."""
    parts = [_HEAD]
    for name, said in _documented():
        default = getattr(Settings, name)
        table = isinstance(default, Mapping)
        heading = f"## `[{name}]`" if table else f"## `{name}`"
        kept = "" if table or default is None else f" Default: `{_toml(default)}`."
        parts.append(f"{heading}\n\n{said}{kept}\n")
    return "\n".join(parts) + _KEYS


def _documented() -> Iterator[tuple[str, str]]:
    """Each setting and its docstring, in their order."""
    (body,) = ast.parse(inspect.getsource(Settings)).body
    assert isinstance(body, ast.ClassDef)  # noqa: S101
    for field, said in zip(body.body, body.body[1:], strict=False):
        match field, said:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, inspect.cleandoc(text)


def _toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
