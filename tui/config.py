"""The settings: an optional TOML file, read once at the start, that can spoil nothing.

What is wrong in it is told, with file and key, and the default holds for that key alone. A file
that is not there costs one question to the system; a TOML parser is loaded only when there is one.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from tui import paths
from tui.core.days import WEEKDAYS, DateStyle
from tui.core.manners import Manners
from tui.core.measures import Kind
from tui.core.text import clean

_LARGEST: Final = 256 * 1024
"""Bytes above which a file is not settings that somebody wrote."""
_SHOWN: Final = 40
"""Letters of a wrong value that are repeated where it is told."""
_SAID: Final = 120
"""Letters of what the parser says that are repeated."""
_LATEST_HOUR: Final = 12
_RAREST: Final = 365
_LONGEST_SILENCE: Final = 52
_KINDS: Final = {"goals": Kind.GOAL, "growth": Kind.GROWTH, "signs": Kind.SIGN}


class Settings:
    """What `settings.toml` can hold. The docstrings are the page of the settings."""

    theme: str | None = None
    """The colours, by name: `"kintsugi"` (dark), `"washi"` (light), `"sumi"` (high contrast),
    `"ai"` (safe for colour-blind eyes), or any other that `T` offers. Without it, what was chosen
    last with `T` is kept."""
    date_format: str = "day-month"
    """How days are written: `"day-month"` (Sun 22 Nov 2026), `"month-day"` (Sun Nov 22, 2026) or
    `"iso"` (2026-11-22)."""
    day_rollover_hour: int = 0
    """The hour before which it is still yesterday, 0 to 12: with 4, what is rated at half past two
    in the night belongs to the evening before."""
    first_weekday: str = "monday"
    """The day on which a week begins, `"monday"` to `"sunday"`."""
    cadence: Mapping[str, int] = MappingProxyType({})
    """How often each kind is asked, in days, 1 to 365: `goals`, `growth`, `signs`. A kind that is
    not named keeps to its own rhythm (goals and growth 7, signs 14)."""
    silence: int | None = None
    """After how many check-ins that passed by without one a word about it stands under "Worth
    talking about", 1 to 52. Without it, never."""
    keys: Mapping[str, str | list[str]] = MappingProxyType({})
    """Other keys for a command: its name as `fledge keys` prints it, and one or more keys, as
    `"key,key"` or `["key", "key"]`. A key is a character (`"x"`, `"?"`), or a name such as `"f2"`,
    `"space"`, `"pageup"`, `"ctrl+x"`."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings as they are in force. `theme` is "" where none was named.

    `keys` are as they were written; `commands.keymap` tells what comes of them. `troubles` are
    sentences about what could not be used. `file` is the settings' name, for more such sentences.
    """

    theme: str = ""
    manners: Manners = field(default_factory=Manners)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    troubles: tuple[str, ...] = ()
    file: str = "settings.toml"

    def today(self) -> date:
        """The day it is, as the person counts days."""
        return self.manners.day_of(datetime.now())


class _Wrong(Exception):
    """A value cannot be used; the message says what can."""


def read(path: Path | None = None) -> Config:
    """The settings in `path`, or in the person's own file. Never fails: see `Config.troubles`."""
    named = path is not None or bool(os.environ.get(paths.SETTINGS))
    path = path or paths.settings_file()
    try:
        text = _text(path)
        if text is None:
            missing = f"{clean(str(path))}: this file is not there, so nothing is set."
            return Config(troubles=(missing,) if named else ())
        import tomllib  # late: most people have no such file

        table = tomllib.loads(text)
    except _Wrong as error:
        return Config(troubles=(f"{clean(str(path))} is not used: {error}",))
    except OSError as error:
        return Config(troubles=(f"{clean(str(path))} is not used: {error.strerror}.",))
    except (ValueError, RecursionError) as error:
        deep = isinstance(error, RecursionError)
        said = "it is nested too deeply" if deep else _short(error, _SAID)
        return Config(troubles=(f"{clean(str(path))} is not used, it is no TOML: {said}.",))
    return _config(table, path.name)


def _text(path: Path) -> str | None:
    """What the file holds; None where there is none."""
    try:
        # Without waiting: nobody may ever write into a pipe that lies in its place.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise _Wrong("it is not an ordinary file.")
        if about.st_size > _LARGEST:
            raise _Wrong(f"it is too large for settings ({about.st_size:,} bytes).")
        data = os.read(handle, _LARGEST)
    finally:
        os.close(handle)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Wrong(f"line {line} is not UTF-8.") from error


def _config(table: dict[str, Any], file: str) -> Config:
    troubles = [
        f"{clean(file)}: there is no setting {_short(name)}. {_nearest(name, _READERS)}"
        for name in table
        if name not in _READERS
    ]

    def taken(name: str) -> Any:
        if name not in table:
            return None
        try:
            found = _READERS[name](table[name])
        except _Wrong as error:
            default = getattr(Settings, name)
            kept = f" The default is used: {default}." if isinstance(default, int | str) else ""
            troubles.append(f"{clean(file)}: {name} {error}{kept}")
            return None
        if isinstance(found, tuple):  # a table: some of it may be wrong
            found, wrong = found
            troubles.extend(f"{clean(file)}: [{name}] {each}" for each in wrong)
        return found

    manners = Manners(
        taken("day_rollover_hour") or 0,
        taken("first_weekday") or 0,
        taken("cadence") or MappingProxyType({}),
        taken("date_format") or DateStyle.DAY_MONTH,
        taken("silence"),
    )
    return Config(taken("theme") or "", manners, taken("keys") or {}, tuple(troubles), clean(file))


def _theme(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Wrong(f"is {_short(value)}; it is a theme's name in quotes.")
    return value.strip()


def _dates(value: Any) -> DateStyle:
    try:
        return DateStyle(value)
    except ValueError:
        allowed = ", ".join(f'"{style.value}"' for style in DateStyle)
        raise _Wrong(f"is {_short(value)}; it can be {allowed}.") from None


def _hour(value: Any) -> int:
    return _whole(value, 0, _LATEST_HOUR)


def _silence(value: Any) -> int:
    return _whole(value, 1, _LONGEST_SILENCE)


def _weekday(value: Any) -> int:
    names = [day.casefold() for day in WEEKDAYS]
    if not isinstance(value, str) or value.casefold() not in names:
        raise _Wrong(f'is {_short(value)}; it can be "monday" to "sunday".')
    return names.index(value.casefold())


def _whole(value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise _Wrong(f"is {_short(value)}; it is a whole number from {least} to {most}.")
    return value


def _cadence(value: Any) -> tuple[Mapping[Kind, int], list[str]]:
    found: dict[Kind, int] = {}
    troubles = []
    for name, days in _table(value).items():
        if name not in _KINDS:
            troubles.append(f"knows no {_short(name)}. {_nearest(name, _KINDS)}")
            continue
        try:
            found[_KINDS[name]] = _whole(days, 1, _RAREST)
        except _Wrong as error:
            troubles.append(f"{name} {error} Its own rhythm is kept.")
    return MappingProxyType(found), troubles


def _keys(value: Any) -> tuple[Mapping[str, tuple[str, ...]], list[str]]:
    """Commands and their keys; whether there are such is not asked here."""
    found: dict[str, tuple[str, ...]] = {}
    troubles = []
    for name, written in _table(value).items():
        keys = written.split(",") if isinstance(written, str) else written
        fit = isinstance(keys, list) and all(isinstance(key, str) and key.strip() for key in keys)
        if fit and keys:
            found[name] = tuple(key.strip() for key in keys)
        else:
            told = f'{clean(name)} is {_short(written)}; it is a key in quotes, such as "x".'
            troubles.append(f"{told} The built-in keys are used.")
    return MappingProxyType(found), troubles


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _Wrong(f"is {_short(value)}; it is a table of its own.")
    return value


_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "theme": _theme,
    "date_format": _dates,
    "day_rollover_hour": _hour,
    "first_weekday": _weekday,
    "cadence": _cadence,
    "silence": _silence,
    "keys": _keys,
}


def _nearest(name: str, known: Mapping[str, object]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), known, n=1)
    return f"The nearest is {near[0]}." if near else f"There are: {', '.join(known)}."


def _short(value: object, most: int = _SHOWN) -> str:
    """A value as it is told: without what a terminal would obey, and not at length."""
    try:
        said = clean(str(value).lower() if isinstance(value, bool) else str(value))
    except ValueError:  # a number with more digits than Python prints
        return "a very long number"
    said = said if len(said) <= most else f"{said[:most]}…"
    return f'"{said}"' if isinstance(value, str) else said
