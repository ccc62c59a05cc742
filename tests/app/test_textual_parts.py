"""What `tui/terminal.py` and the palette rely on inside Textual is as it was then."""

from __future__ import annotations

import inspect
import re
from hashlib import sha256
from typing import Any, Final

import pytest
from textual import _parser, _time, constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.command import CommandPalette
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.worker import WorkerFailed

from tui.shell import dashboard
from tui.terminal import STOCK_RESIZE, TerminalApp, TerminalDriver

PARTS: Final[dict[str, tuple[Any, str]]] = {
    # Overridden, or steered through its attributes.
    "LinuxDriver": (LinuxDriver, "ec65992e0f98f051"),
    "Driver": (Driver, "da5e0cb615051aaf"),
    "WriterThread": (WriterThread, "411a9202bed5a877"),
    "Parser": (_parser.Parser, "5e97a0be1bb08455"),
    "XTermParser": (XTermParser, "fc1e32fb7a4ae5a0"),
    "App._handle_exception": (App._handle_exception, "baea2e7f88e7ac52"),
    "App._fatal_error": (App._fatal_error, "2474616cec7fa94d"),
    "App.panic": (App.panic, "9c4a264c909e8233"),
    "App._on_resize": (App._on_resize, "62d14429be32aa53"),
    "App.on_event": (App.on_event, "3dbf14d694916fe3"),
    "App.get_driver_class": (App.get_driver_class, "b4903f3dba399daf"),
    "Screen._on_resize": (STOCK_RESIZE, "ba5f7fb1b5a3327d"),
    "App.search_themes": (App.search_themes, "af61fe9e977f0fc0"),
    "App.action_command_palette": (App.action_command_palette, "f01035ce40de0d8c"),
    "CommandPalette.compose": (CommandPalette.compose, "055ae3b84d55b382"),
    # Relied on for the order in which the program starts and ends.
    "App.exit": (App.exit, "d8c06b817ac8e36e"),
    "App._process_messages": (App._process_messages, "7934609529be85be"),
    "App._shutdown": (App._shutdown, "c264035bcb6202ee"),
    "App._print_error_renderables": (App._print_error_renderables, "6e6be40346778a2d"),
    "WorkerFailed": (WorkerFailed, "7af3cd76cf3f86c9"),
    "time": (_time, "eaec17624b89a8db"),
}
"""What is looked at, and the first half of the hash of its source in Textual 8.2."""

SCRUBBED: Final = {
    "DEBUG",
    "DEVTOOLS_HOST",
    "DEVTOOLS_PORT",
    "DRIVER",
    "LOG",
    "PRESS",
    "SCREENSHOT",
    "SCREENSHOT_FILENAME",
    "SCREENSHOT_LOCATION",
    "SHOW_RETURN",
    "SLOW_THRESHOLD",
}


def fingerprint(part: Any) -> str:
    return sha256(inspect.getsource(part).encode()).hexdigest()[:16]


@pytest.mark.parametrize("name", PARTS)
def test_a_private_part_is_as_it_was(name: str) -> None:
    part, known = PARTS[name]
    assert fingerprint(part) == known, (
        f"Textual's {name} has changed. Read what is different, see whether tui/terminal.py still "
        f"does what its tests want (tests/e2e/test_terminal.py), then put {fingerprint(part)} here."
    )


def test_every_switch_of_textual_is_known() -> None:
    """A new variable is either taken away or left to the person; `tui.shell.dashboard` decides."""
    found = set(re.findall(r'"TEXTUAL_([A-Z_]+)"', inspect.getsource(constants)))
    left = {name.removeprefix("TEXTUAL_") for name in dashboard._LEFT_TO_THE_PERSON}
    assert found == SCRUBBED | left - {"SPEEDUPS"}  # that one is read elsewhere


@pytest.mark.parametrize("ours", [TerminalDriver, TerminalApp])
def test_what_is_overridden_is_there(ours: type) -> None:
    """An override of something that Textual has renamed would silently never be called."""
    own = {"end", "leave", "parting", "crash", "_sized", "_leave", "_hung_up", "_abandon", "_soon"}
    own |= {
        "_pause",
        "_come_back",
        "_followed",
        "_next_key",
        "_follow",
        "_look_after",
        "_arrived",
        "takes_keys",
    }
    names = {n for n in vars(ours) if not n.startswith("__")} - own - set(vars(_Bare))
    assert names <= {n for base in ours.__mro__[1:] for n in vars(base)}


def test_nothing_of_textuals_own_commands_is_offered() -> None:
    """Its Screenshot writes a file that everybody may read."""
    from tui.app import FledgeApp

    assert not FledgeApp.COMMANDS & App.COMMANDS
    assert "screenshot" not in str([*App.BINDINGS, *FledgeApp.BINDINGS])


class _Bare(App[None]):
    """What Textual itself puts into a subclass."""
