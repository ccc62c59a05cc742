"""The settings: what is right in them holds, what is wrong is told and spoils nothing else."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pytest

from tui import config, paths, state
from tui.commands.settings import page
from tui.config import Config
from tui.core.days import DateStyle
from tui.core.manners import Manners
from tui.core.measures import Kind

PAGE = Path(__file__).parents[1] / "docs" / "settings.md"


def read(text: str | bytes, tmp_path: Path) -> Config:
    path = tmp_path / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return config.read(path)


def test_what_is_written_holds(tmp_path: Path) -> None:
    found = read(
        """
        theme = "sumi"
        date_format = "month-day"
        day_rollover_hour = 4
        first_weekday = "Sunday"
        [cadence]
        signs = 30
        [keys]
        range = "R, f5"
        find = ["x", ","]
        """,
        tmp_path,
    )
    assert found == Config(
        "sumi",
        Manners(4, 6, {Kind.SIGN: 30}, DateStyle.MONTH_DAY),
        {"range": ("R", "f5"), "find": ("x", ",")},
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("day_rollover_hour = 13", "day_rollover_hour is 13; it is a whole number from 0 to 12"),
        ("day_rollover_hour = true", "day_rollover_hour is true"),
        ("day_rollover_hour = 4.0", "day_rollover_hour is 4.0"),
        ('first_weekday = "Sonntag"', 'first_weekday is "Sonntag"; it can be "monday" to "sunday"'),
        ("first_weekday = 1", "first_weekday is 1"),
        ("silence = 0", "silence is 0; it is a whole number from 1 to 52"),
        ('date_format = "us"', '"day-month", "month-day", "iso"'),
        ("date_format = [1]", "date_format is [1]"),
        ("theme = 3", "theme is 3"),
        ("cadence = 7", "cadence is 7; it is a table"),
        ("[cadence]\ngoals = 0", "[cadence] goals is 0; it is a whole number from 1 to 365"),
        ("[cadence]\ngoal = 3", "The nearest is goals."),
        ("keys = 'x'", 'keys is "x"; it is a table'),
        ("[keys]\nrange = 5", "[keys] range is 5"),
        ("[keys]\nrange = []", "[keys] range is []"),
        ("[keys]\nrange = ''", '[keys] range is ""'),
        ("[keys]\nrange = ['x', 1]", "[keys] range is"),
        ("tehme = 'ai'", 'there is no setting "tehme". The nearest is theme.'),
        ('theme = "\\u001b]0;x\\u0007"\nfirst_weekday = "\\u001b[2J"', "first_weekday is"),
        (f"first_weekday = '{'x' * 999}'", "xxx…"),
        (f"day_rollover_hour = 0x{'f' * 9999}", "a very long number"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(line: str, told: str, tmp_path: Path) -> None:
    head, _, rest = line.partition("\n")
    written = f"{head}\n{rest}" if head.startswith("[") else line
    text = f"{written}\n[cadence]\ngrowth = 9\n" if "cadence" not in line else written
    found = read(text, tmp_path)
    (trouble,) = found.troubles
    assert trouble.startswith("settings.toml: ")
    assert told in trouble
    assert len(trouble) < 200
    assert "\x1b" not in trouble
    if "cadence" not in line:
        assert found.manners == Manners(cadence={Kind.GROWTH: 9})


def test_a_file_that_cannot_be_read_is_told_and_ignored(tmp_path: Path) -> None:
    for text, told in (
        ("theme = \n", "line 1"),
        (b"\n# \xff\n", "line 2 is not UTF-8"),
        (b"\x00" * 20_000_000, "too large"),
        ("a = " + "[" * 9000, "nested too deeply"),
        ("a = 1\na = 2", "no TOML"),
    ):
        found = read(text, tmp_path)
        (trouble,) = found.troubles
        assert told in trouble, trouble
        assert found == Config(troubles=found.troubles)
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        (trouble,) = config.read(path).troubles
        assert "not an ordinary file" in trouble


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.touch(mode=0o000)
    assert "Permission denied" in config.read(path).troubles[0]


def test_a_missing_file_is_well_unless_it_was_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert config.read() == Config()
    monkeypatch.setenv(paths.SETTINGS, str(tmp_path / "mine.toml"))
    assert "is not there" in config.read().troubles[0]
    (tmp_path / "mine.toml").write_text("\ufefftheme = 'ai'", encoding="utf-8")
    assert config.read() == Config("ai", file="mine.toml")


@pytest.mark.parametrize(
    ("rollover", "moment", "day"),
    [
        (0, "2026-11-22T00:00", "2026-11-22"),
        (4, "2026-11-22T03:59", "2026-11-21"),
        (4, "2026-11-22T04:00", "2026-11-22"),
        (12, "2027-01-01T11:00", "2026-12-31"),
    ],
)
def test_a_day_ends_when_the_person_says_so(rollover: int, moment: str, day: str) -> None:
    found = Manners(rollover).day_of(datetime.fromisoformat(moment))
    assert found == date.fromisoformat(day)


def test_the_page_of_the_settings_is_what_the_program_says() -> None:
    """Written by `make readme`; a changed docstring that is not told fails here."""
    assert PAGE.read_text(encoding="utf-8") == page()
    for name in vars(config.Settings):
        assert name.startswith("_") or f"`{name}`" in page() or f"`[{name}]`" in page()
    assert {*config._READERS} == {n for n in vars(config.Settings) if not n.startswith("_")}


def test_the_choice_of_a_theme_is_kept_privately() -> None:
    assert state.theme() == ""
    state.remember_theme("washi")
    state.remember_theme("ai")
    path = paths.state_file()
    assert state.theme() == "ai"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [*path.parent.iterdir()] == [path]
    for spoiled in ("", "[", "[1]", '{"theme": 3}', "[" * 50_000):
        path.write_text(spoiled)
        assert state.theme() == ""
    path.unlink()
    path.mkdir()
    state.remember_theme("washi")  # it cannot be, and that is no trouble
    assert [*path.parent.iterdir()] == [path]
