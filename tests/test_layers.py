"""Who loads what: `core` stands alone, and a command pays only for what it uses."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import tui
from tui.cli import main

PACKAGE: Final = Path(tui.__file__).parent
CORE: Final = sorted((PACKAGE / "core").glob("**/*.py"))
OUTSIDE: Final = {"textual", "plotext", "sqlite_utils", "sqlite3", "click", "rich", "dateparser"}
OUTSIDE_CORE: Final = OUTSIDE | {"platformdirs", "tui.store", "tui.charts", "tui.exchange"}
CLOCKS: Final = {"today", "now", "utcnow", "fromtimestamp", "time", "monotonic", "localtime"}


def loaded(code: str, *words: str | Path, file: Path | None = None) -> set[str]:
    """The modules that a fresh interpreter has loaded after `code`."""
    tail = "\nfinally:\n    import json, sys\n    print(end='|' + json.dumps([*sys.modules]))"
    body = "try:\n" + "\n".join(f"    {line}" for line in code.splitlines()) + tail
    done = subprocess.run(
        [sys.executable, "-c", body, *words],
        capture_output=True,
        text=True,
        check=True,
        env={"FLEDGE_FILE": str(file)} if file else {},
    )
    return set(json.loads(done.stdout.rpartition("|")[2]))


def module(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


@pytest.mark.parametrize("path", CORE, ids=lambda p: p.stem)
def test_core_loads_nobody(path: Path) -> None:
    """Each module by itself: a contract on imports does not see what is imported by name."""
    name = module(path).removesuffix(".__init__")
    assert not loaded(f"import {name}") & OUTSIDE_CORE


@pytest.mark.parametrize("path", CORE, ids=lambda p: p.stem)
def test_core_asks_no_clock_and_no_machine(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                assert called.attr not in CLOCKS, f"line {node.lineno}: `today` is passed in"
            if isinstance(called, ast.Name):
                assert called.id not in {"open", "print", "input"}, f"line {node.lineno}"
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not {*names} & {"time", "os", "random", "locale", "pathlib", "io"}, path


COMMAND = f"from {main.__module__} import main\nmain()"


@pytest.mark.parametrize(
    ("line", "dear"),
    [
        ("rate confidence 7", "sqlite_utils click rich dateparser uuid"),
        ("rate confidence 7 --on yesterday", "sqlite_utils dateparser"),
        ("due", "sqlite_utils click rich dateparser"),
        ("due --json", "sqlite_utils rich dateparser"),
        ("help-now", "sqlite_utils rich dateparser"),
        ("history", "sqlite_utils rich dateparser"),
        ("show", "sqlite_utils dateparser"),
        ("show confidence --json", "sqlite_utils dateparser"),
        ("report", "sqlite_utils jinja2 dateparser"),
        ("--version", "sqlite_utils dateparser"),
    ],
)
def test_a_command_pays_for_nothing_else(line: str, dear: str, tmp_path: Path) -> None:
    file = tmp_path / "me.fledge"
    loaded(COMMAND, "rate", "choice", "5", file=file)
    found = loaded(COMMAND, *line.split(), file=file)
    assert not found & {"textual", "plotext", *dear.split()}


def test_the_first_paint_waits_for_no_form() -> None:
    """What is asked and written later is loaded later."""
    found = loaded("from tui.shell import dashboard\ndashboard.load()")
    late = {"dateparser", "plotext", "sqlite_utils", "tomllib", "textual.widgets._text_area"}
    late |= {"tui.core.deeds", "tui.core.catalogue", "tui.store.deeds", "tui.charts.plot"}
    assert not found & late
    assert not {name for name in found if name.startswith("tui.dialogs.")}


def test_the_package_itself_loads_nothing() -> None:
    assert {m for m in loaded("import tui") if m.startswith("tui")} == {"tui"}
    assert not loaded("import tui.charts.picture, tui.charts.axis, tui.charts.sgr") & OUTSIDE


def test_the_drawing_comes_without_a_manual() -> None:
    """It is put together at each import of plotext; a picture would wait twice as long."""
    found = loaded("import tui.charts.plot")
    assert "plotext" in found
    assert not {name for name in found if name.startswith("plotext._doc.")} - {"plotext._doc.tools"}
