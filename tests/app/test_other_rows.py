"""Rows that are of no measure: a mode gives them a picture and words of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from tests.app.conftest import Running, press, screen_text
from tests.app.test_modes import SIZES, mode
from tui import app
from tui.charts.page import Page
from tui.charts.palette import Palette
from tui.charts.trail import Trail
from tui.core.details import Block, Entry
from tui.core.listing import Filter
from tui.core.timespan import Span
from tui.screens.mode import OPENED, ModeScreen
from tui.screens.picturing import Told
from tui.widgets.cells import fit, plain
from tui.widgets.details import Details
from tui.widgets.picture import Card, PictureBox
from tui.widgets.sections import Item, Section

OF_A_MEASURE = ("a", *"ernMLxDywo=Y", "space", "delete")
"""Keys that are about a measure; adding is, where a mode has none."""
OF_TIME = ("t", "left_square_bracket", "right_square_bracket", "plus", "minus")


@dataclass(frozen=True)
class Held:
    """A row, with a picture over time or without time."""

    id: str
    ranged: bool


@dataclass(frozen=True)
class InTime(Page):
    """A page that shows only which days it is of."""

    span: Span

    def draw(self, width: int, height: int, palette: Palette) -> list[list[tuple[str, str]]]:
        return [[(f"from {self.span.start}"[:width], palette.text)]]


def row(item: Held, width: int, palette: Palette, here: bool) -> list[Segment]:
    return [plain(fit(item.id, width), palette.text, palette.cursor if here else palette.ground)]


class ToyScreen(ModeScreen):
    """A mode with rows of its own before those of measures."""

    NAME = "growth"
    KINDS = ()
    FILTERS = (Filter.ALL,)

    def sections(self) -> tuple[Section, ...]:
        held = (Held("against", ranged=False), Held("over time", ranged=True))
        return Section("Held", "", held, (), row), Section("Growth", "", self.data.growth[:2])

    async def tell_of(self, item: Item, columns: int) -> Told:
        assert isinstance(item, Held)
        page = InTime(self.view.span) if item.ranged else Trail("Ease", "Movement", ((7, 3),))
        said = f"What there is to say of {item.id}."
        card = Card(item.id, "", said, page, self.range, ranged=item.ranged)
        return Told(card, (Block("Noted", (Entry("a few words"),)),))


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Growth is the toy."""
    monkeypatch.setitem(app._MODES, ToyScreen.NAME, ToyScreen)


def seen(pilot: Pilot[None]) -> Span:
    card = mode(pilot).query_one(PictureBox).card
    assert card
    assert isinstance(card.picture, InTime)
    return card.picture.span


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_any_row_is_looked_at_opened_and_closed(
    size: tuple[int, int], sample: Path, running: Running
) -> None:
    async with running(sample, size=size) as pilot:
        await press(pilot, "3", "g", "enter")
        assert mode(pilot).has_class(OPENED)
        assert "Movement" in screen_text(pilot)
        assert "of against." in screen_text(pilot)
        assert mode(pilot).query_one(Details).blocks[0].heading == "Noted"
        await press(pilot, "7", "enter", "escape", "escape")
        assert not mode(pilot).has_class(OPENED)
        assert pilot.app.focused is mode(pilot).rows


async def test_keys_of_measures_leave_other_rows_alone(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "g")
        before = mode(pilot).data.revision
        for keys in (OF_A_MEASURE, ("enter", *OF_A_MEASURE, "7", "escape"), ("tab", "h", "l")):
            await press(pilot, *keys)
            assert isinstance(pilot.app.screen, ToyScreen)
            assert pilot.app.focused is mode(pilot).rows
        await mode(pilot).refresh_data().wait()
        assert mode(pilot).data.revision == before
        assert "Movement" in screen_text(pilot)


async def test_time_is_gone_through_where_a_row_has_any(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "g", *OF_TIME)
        assert mode(pilot).view.span == mode(pilot).whole, "there is no time to see"
        await press(pilot, "j")
        assert seen(pilot) == mode(pilot).whole
        await press(pilot, "plus")
        closer = seen(pilot)
        assert closer.days < mode(pilot).whole.days
        await press(pilot, "left_square_bracket")
        assert seen(pilot).start < closer.start
        await press(pilot, "t")
        assert seen(pilot).end == mode(pilot).data.today


async def test_from_a_point_or_a_year_to_a_row_without(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "G", "Y", "tab", "k", "k")
        assert seen(pilot) == mode(pilot).whole
        assert "◈" not in screen_text(pilot)
        await press(pilot, "enter", "h", "tab")
        assert pilot.app.focused is mode(pilot).rows
        await press(pilot, "j", "j", "Y")
        assert "◈" not in screen_text(pilot)
        assert "1 y" in screen_text(pilot), "the year is closed"
