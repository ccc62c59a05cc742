"""The README tells what the program does today."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from tui.commands.table import filled
from tui.shell.root import root

README = Path(__file__).parents[1] / "README.md"


def test_the_key_table_is_the_live_key_map() -> None:
    """Written by `make readme`; a changed key that is not told fails here."""
    text = README.read_text(encoding="utf-8")
    assert filled(text) == text


def test_the_tour_names_keys_that_are_there() -> None:
    """Each of them stands in the key table, which is the live one."""
    tour = (README.parent / "docs/tour.md").read_text(encoding="utf-8")
    keys = {*re.findall(r"`(\^?\w|Tab)`", tour)}
    assert len(keys) > 10
    text = README.read_text(encoding="utf-8")
    assert not [key for key in keys if f"`{key}`" not in text]


def test_every_command_of_the_shell_is_told() -> None:
    """Each in a row of the table, and a group's commands in the rows of the group."""
    text = README.read_text(encoding="utf-8")
    context = click.Context(root)
    rows = [line for line in text.splitlines() if line.startswith("| `fledge")]
    for name in {*root.list_commands(context)} - {"open"}:
        its_own = "".join(row for row in rows if re.search(rf"`fledge {name}\b(?!-)", row))
        assert its_own, name
        command = root.get_command(context, name)
        if isinstance(command, click.Group):
            for inner in command.commands:
                assert re.search(rf"`(fledge {name} )?{inner}`", its_own), f"{name} {inner}"


PAGES = sorted([*README.parent.glob("*.md"), *README.parent.glob("docs/*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_leads_somewhere(page: Path) -> None:
    """Pages and pictures; a picture that no test makes any more is gone with it."""
    for path in re.findall(r"\]\(([\w./%-]+)(?:#[\w-]+)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / unquote(path)).exists(), path


def test_pictures_are_ones_that_are_kept_fresh() -> None:
    """Each is compared with what the program draws, by a test that is there."""
    pictures = [
        page.parent / unquote(path)
        for page in PAGES
        for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert len(pictures) > 10
    for picture in pictures:
        kept, name = picture.resolve().parent, picture.name.partition("[")[0].removesuffix(".svg")
        assert kept.parent == README.parent / "tests/app/__snapshots__", picture
        tests = README.parent / "tests" / "app" / f"{kept.name}.py"
        assert f"def {name}(" in tests.read_text(encoding="utf-8"), picture
