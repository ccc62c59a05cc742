"""`fledge doctor`: whether the file is whole and private, and what we are running on."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from tui import __version__, paths
from tui.config import Config
from tui.core.measures import Rater
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import errors
from tui.store.connection import open_file
from tui.store.layout import Layout
from tui.store.openfile import OpenFile
from tui.store.own_schema import OWN_FILE
from tui.store.schema import CLIENT_FILE


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. `well` None: nothing to judge."""

    name: str
    text: str
    well: bool | None = None


@click.command()
@targeted
def doctor(target: Target) -> None:
    """Examine the file, its permissions, the versions and the terminal; changes nothing.

    With --as therapist the file of your own notes too. Exits with 1 when something needs care.
    """
    found = [*_file(target.path, CLIENT_FILE)]
    if target.rater is Rater.THERAPIST:
        found.append(Finding("own notes", "a file of their own:"))
        found.extend(_file(target.own_path, OWN_FILE))
    found.extend((*_settings(target.config), *_versions(), *_terminal()))
    for finding in found:
        mark = {True: "ok", False: "!!", None: "  "}[finding.well]
        say(f"{mark}  {finding.name:14}{finding.text}")
    if any(finding.well is False for finding in found):
        sys.exit(1)


def _file(path: Path, layout: Layout) -> Iterator[Finding]:
    try:
        path.stat()
    except FileNotFoundError:
        yield Finding("file", f"{path}: not there yet; it begins with the first thing you write")
        return
    except OSError as error:
        yield Finding("file", f"{path}: {error.strerror}", well=False)
        return
    yield Finding("file", f"{path}, {path.stat().st_size:,} bytes", well=True)
    yield from _permissions(path)
    try:
        file = open_file(path, as_it_is=True, layout=layout)
    except errors.StoreError as error:
        yield Finding("opens", str(error), well=False)
        return
    try:
        yield Finding("writable", str(file.barred or "yes"), well=file.barred is None)
        yield from _integrity(file, layout)
    except sqlite3.DatabaseError as error:
        yield Finding("integrity", str(error), well=False)
    finally:
        file.close()


def _permissions(path: Path) -> Iterator[Finding]:
    for name, place in (("file mode", path), ("folder mode", path.absolute().parent)):
        mode = stat.S_IMODE(place.stat().st_mode)
        # A shared folder is no fault as long as the file itself is private.
        private = not mode & 0o077
        hint = "" if private else ": others on this machine may look in"
        well = private if place == path else private or None
        yield Finding(name, f"{mode:04o}{hint}", well)


def _integrity(file: OpenFile, kind: Layout) -> Iterator[Finding]:
    conn = file.conn
    answers = [row[0] for row in conn.execute("PRAGMA integrity_check(5)")]
    yield Finding("integrity", "; ".join(answers), well=answers == ["ok"])
    broken = conn.execute("PRAGMA foreign_key_check").fetchall()
    yield Finding("references", f"{len(broken)} broken" if broken else "whole", not broken)
    (layout,) = conn.execute("PRAGMA user_version").fetchone()
    later = "; opening it brings it up to date" if layout < kind.version else ""
    yield Finding("layout", f"{layout} (this program: {kind.version}){later}", well=True)
    there = {name for (name,) in conn.execute("SELECT name FROM sqlite_master")}
    known = [table for table in (*kind.keys, "change") if table in there]
    counts = {t: conn.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in known}
    yield Finding("holds", ", ".join(f"{n} {t}" for t, n in counts.items()))


def _settings(config: Config) -> Iterator[Finding]:
    from tui.commands import keymap

    path = paths.settings_file()
    there = "" if path.exists() else ": not there, which is well; everything has a default"
    yield Finding("settings", f"{path}{there}")
    _, wrong = keymap.resolved(config.keys)
    if config.theme:
        from textual.theme import BUILTIN_THEMES

        from tui.themes import OURS, no_such

        known = {*BUILTIN_THEMES, *(theme.name for theme in OURS)}
        wrong = wrong if config.theme in known else (*wrong, no_such(config.theme, known))
    for trouble in (*config.troubles, *(f"{config.file}: {each}" for each in wrong)):
        yield Finding("settings", trouble, well=False)


def _versions() -> Iterator[Finding]:
    yield Finding("fledge", __version__)
    yield Finding("python", f"{platform.python_version()} on {platform.system()}")
    yield Finding("sqlite", sqlite3.sqlite_version)
    for package in ("textual", "sqlite-utils", "plotext"):
        try:
            yield Finding(package, version(package))
        except PackageNotFoundError:
            yield Finding(package, "is not installed", well=False)


def _terminal() -> Iterator[Finding]:
    columns, lines = shutil.get_terminal_size()
    yield Finding("terminal", os.environ.get("TERM", "not named"))
    yield Finding("size", f"{columns} × {lines}")
    yield Finding("colours", _colours())
    encoding = (sys.stdout.encoding or "").lower()
    yield Finding("encoding", encoding, encoding.startswith("utf"))


def _colours() -> str:
    """How many colours the dashboard would use here, and what says so."""
    if os.environ.get("NO_COLOR"):
        return "none (NO_COLOR)"
    from rich.console import Console

    asked = os.environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    system = Console(color_system=asked, force_terminal=True).color_system  # type: ignore[arg-type]
    number = {"truecolor": "16 million", "256": "256", "standard": "16"}.get(system or "", "none")
    said_by = "TEXTUAL_COLOR_SYSTEM" if asked != "auto" else "TERM and COLORTERM"
    return f"{number} ({said_by})"
