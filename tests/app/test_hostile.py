"""Whatever is written, pasted or kept is shown as text everywhere, and a terminal obeys nothing."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from xml.etree import ElementTree

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.app.conftest import TODAY, MakeApp, Running, press, screen_text, settled, until
from tests.store.helpers import begin, fill, small_disk
from tests.support.hostile import HOSTILE, SEEN, beginning, raw
from tests.support.ransacked import ransacked
from tui.commands.base import Command
from tui.config import Config
from tui.core.text import clean
from tui.core.trouble import Conflict
from tui.dialogs.conflict import ConflictDialog
from tui.dialogs.fields import Amount, Day, Level, Line, Text
from tui.dialogs.form import FormDialog
from tui.pictures import without_fonts
from tui.screens.mode import ModeScreen
from tui.widgets.editors import GuardedInput, LineEditor, TextEditor

pytestmark = pytest.mark.walk

FORMS = (
    *("2 a", "2 e", "2 n", "2 M", "2 L", "2 space", "2 x a", "2 r", "2 v", "2 V e", "f1 a"),
    *("3 a", "3 e", "ctrl+p f i r s t space d a y enter", "ctrl+p a d d space a enter"),
    *("ctrl+p b e g i n space h enter", "N", "P", "6 a b", "6 a c", "6 a t o", "6 p g space"),
)
"""The keys to every form."""
SHORT = ("[/b] [red", "\\[b] {0}", "$fledge-gold", "👨‍👩‍👧‍👦", "שלום", "\ue000\ue001")
"""Texts of which any may be any field's."""


def harmless(pilot: Pilot[None]) -> str:
    """The screen, on which nothing stands that a terminal would obey."""
    text = screen_text(pilot)
    for line in text.split("\n"):
        assert not raw(line) | ({"\t"} & {*line}), line
    assert pilot.app.is_running
    return text


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(Paste(text))
    await pilot.pause()


def form(pilot: Pilot[None]) -> FormDialog:
    screen = pilot.app.screen
    assert isinstance(screen, FormDialog), screen
    return screen


async def test_every_form_takes_every_text(sample: Path, running: Running) -> None:
    """Each form gets its share of them pasted; some are saved then, and taken back.

    Every field that is written in is one of two widgets, so every text comes into both.
    """
    async with running(sample, size=(100, 50)) as pilot:
        for n, keys in enumerate(FORMS):
            await pilot.press(*keys.split())
            await settled(pilot)
            dialog = form(pilot)
            await take(pilot, dialog, list(HOSTILE.values())[n % 6 :: 6])
            await press(pilot, "ctrl+s")
            harmless(pilot)
            assert pilot.app.screen is not dialog
            if pilot.app.screen.is_modal:
                await press(pilot, "escape")
            await press(pilot, "u")
            assert "Taken back: " in harmless(pilot)
            pilot.app.clear_notifications()


async def take(pilot: Pilot[None], dialog: FormDialog, texts: Sequence[str]) -> None:
    """Paste them, and leave some that can be saved."""
    rows = dialog.sheet.rows.values()
    before = [row.text for row in rows]
    written = cycle([row for row in rows if isinstance(row.editor, LineEditor | TextEditor)])
    for text, row in zip(texts, written, strict=False):
        row.editor.focus()
        row.editor.put("")
        await paste(pilot, text)
        assert row.text == clean(text, multiline=isinstance(row.field, Text)), row.field.key
        harmless(pilot)
    for row, text, number in zip(rows, cycle(SHORT), before, strict=False):
        if isinstance(row.field, Amount):
            row.editor.put(number)
        elif isinstance(row.field, Line | Text):
            row.editor.put(text)
        elif isinstance(row.field, Day):
            row.editor.put("2027-01-01" if row.field.ahead else "today")
        elif isinstance(row.field, Level) and not row.text:
            row.editor.put("5")


@pytest.mark.parametrize("size", [(120, 36), (40, 15)], ids=str)
async def test_every_place_shows_what_another_program_wrote(
    size: tuple[int, int], tmp_path: Path, running: Running
) -> None:
    """Lists, pictures, details, sheets, questions, notices, check-in; what is copied of them."""
    path, step = ransacked(tmp_path / "mine.fledge", TODAY), 2 if size[0] > 99 else 9
    async with running(path, size=size) as pilot:
        await until(pilot, lambda: "You were writing" in harmless(pilot))
        await press(pilot, "g")
        harmless(pilot)
        await press(pilot, "escape", "t")
        await press(pilot, "2", "g")
        for _ in range(0, len(SEEN), step):
            screen = pilot.app.screen
            assert isinstance(screen, ModeScreen)
            assert screen.line
            assert beginning(screen.line.measure.name) in harmless(pilot)
            await pilot.press("enter", "enter", "y")
            harmless(pilot)
            assert not raw(pilot.app.clipboard)
            pilot.app.clear_notifications()
            await pilot.press("escape", "escape", *["down"] * step)
        for keys in ("H", "V", "f1"):
            await press(pilot, keys)
            for _ in range(5):
                await pilot.press("pagedown")
                harmless(pilot)
            await press(pilot, "D" if keys != "H" else "enter")
            harmless(pilot)
            await press(pilot, "escape", "escape")
        for key in ("D", "x", "L", "n"):
            await press(pilot, "2", "g", "down", key)
            harmless(pilot)
            await press(pilot, "escape")
        await press(pilot, "c", "a")
        for _ in range(8):
            await pilot.press("5", "down")
            harmless(pilot)
        await press(pilot, "ctrl+s", "u")
        harmless(pilot)
        svg = without_fonts(pilot.app.export_screenshot(title="fledge"))
        ElementTree.fromstring(svg)


def _in_threes(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(texts)
    return iter(lambda: tuple(islice(rest, 3)), ())


@pytest.mark.parametrize("size", [(120, 36), (40, 15)], ids=str)
async def test_a_conflict_shows_both_whatever_they_are(
    size: tuple[int, int], empty: Path, running: Running
) -> None:
    """As names of what was changed, as words for its columns, as what stands in them."""
    async with running(empty, size=size) as pilot:
        for text in HOSTILE.values():
            both = {text: text, "evidence": f"{text}!"}
            theirs = {text: "", "evidence": text[::-1], "value": float("nan")}
            asked = ConflictDialog(Conflict(text, theirs, both), {"evidence": text}, text)
            pilot.app.push_screen(asked)
            await settled(pilot)
            harmless(pilot)
            await pilot.press("pagedown", "escape")


async def test_the_key_sheet_shows_only_keys(empty: Path, running: Running) -> None:
    """Whatever stands in the settings: what is no key is told, and what is told is harmless."""
    ids = ("add", "quit", "range")
    for texts in _in_threes(HOSTILE.values()):
        keys = {id_: (text,) for id_, text in zip(ids, texts, strict=False)}
        async with running(empty, config=Config(keys={**keys, texts[0]: ("z",)})) as pilot:
            harmless(pilot)
            await press(pilot, "question_mark")
            harmless(pilot)
    Command.remap({})


async def test_find_and_palette_take_letters(sample: Path, running: Running) -> None:
    """What is looked for is a person's text as well."""
    async with running(sample) as pilot:
        for key in ("slash", "ctrl+p", "T"):
            await press(pilot, key)
            for text in HOSTILE.values():
                line = pilot.app.screen.focused
                assert isinstance(line, GuardedInput)
                line.value = ""
                await paste(pilot, text)
                assert line.value == clean(text)
                harmless(pilot)
            await press(pilot, "escape")


@pytest.mark.parametrize("keys", ["slash", "ctrl+p", "c a tab", "2 r", "2 r tab", "2 e", "2 M tab"])
async def test_a_megabyte_is_refused_within_a_second(
    keys: str, sample: Path, running: Running
) -> None:
    """A finding line, a palette, a moment, a value, a line, a text, a day: nothing is cut."""
    async with running(sample) as pilot:
        await press(pilot, *keys.split())
        here = pilot.app.screen.focused
        text = getattr(here, "value", None) or getattr(here, "text", "")
        for large in ("x" * 10**6, "x\n" * 500_000, "\u0300\x1b" * 500_000):
            begun = time.process_time()
            await paste(pilot, large)
            harmless(pilot)
            assert time.process_time() - begun < 1
            assert (getattr(here, "value", None) or getattr(here, "text", "")) == text
        if keys == "ctrl+p":  # no notice is over the palette
            await press(pilot, "escape")
        if keys != "2 r":  # a value takes digits; anything else is no value, and leaves no word
            told = " ".join(screen_text(pilot).split())
            assert "characters; at most" in told or "were to be" in told


async def test_a_step_that_is_too_long_is_refused_with_a_sentence(
    sample: Path, running: Running
) -> None:
    """The field may hold it: it is a line of a longer text."""
    async with running(sample) as pilot:
        await press(pilot, "2", "a")
        dialog = form(pilot)
        dialog.sheet.rows["wording"].editor.put("Walk")
        dialog.sheet.rows["steps"].editor.put("small\n" + "x" * 2001)
        await press(pilot, "ctrl+s")
        assert form(pilot) is dialog
        assert "One of these is too long" in screen_text(pilot)
        assert dialog.sheet.rows["steps"].text == "small\n" + "x" * 2001


def _gone(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))


def _replaced(path: Path) -> None:
    other = path.with_name("other")
    shutil.copyfile(path, other)
    other.replace(path)


@pytest.mark.parametrize("happens", [_gone, _replaced])
async def test_what_is_written_stays_when_the_file_has_gone(
    happens: Callable[[Path], None], sample: Path, running: Running
) -> None:
    """While a form is open; saving says why it cannot, and nothing that was typed is lost."""
    async with running(sample) as pilot:
        await press(pilot, "2", "a", *"Walk")
        happens(sample)
        await press(pilot, "ctrl+s")
        assert form(pilot).sheet.rows["wording"].text == "Walk"
        assert "moved or replaced" in " ".join(harmless(pilot).split())


async def test_what_is_written_stays_on_a_full_disk(tmp_path: Path, running: Running) -> None:
    """Saving says why; with room again it saves."""
    with small_disk(tmp_path, 2**20) as disk:
        made = begin(disk / "mine.fledge")
        made.file.close()
        async with running(made.path) as pilot:
            await press(pilot, "2", "a", *"Walk")
            ballast = fill(disk)
            form(pilot).sheet.rows["why"].editor.put("long " * 15_000)
            await press(pilot, "ctrl+s")
            assert form(pilot).sheet.rows["wording"].text == "Walk"
            assert "full" in " ".join(harmless(pilot).split())
            ballast.unlink()
            await press(pilot, "ctrl+s")
            assert not isinstance(pilot.app.screen, FormDialog)


async def test_the_second_window_opens_no_form_and_says_why(
    sample: Path, running: Running, make_app: MakeApp
) -> None:
    make_app(sample)
    async with running(sample) as pilot:
        for keys in ("2 a", "e", "n", "r", "v", "c", "M", "L", "space"):
            await press(pilot, *keys.split())
            assert isinstance(pilot.app.screen, ModeScreen), keys
            assert "Another window writes in this file" in " ".join(screen_text(pilot).split())
            pilot.app.clear_notifications()
        await press(pilot, "f1", "a")
        assert not isinstance(pilot.app.screen, FormDialog)
