"""Overview: goals, growth and signs on the left, the picture of the row under the cursor right."""

from __future__ import annotations

import asyncio
from typing import Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.charts.palette import Palette
from tui.charts.picture import compose
from tui.commands.base import Place
from tui.commands.registry import COMMANDS, bindings
from tui.core.days import with_weekday
from tui.core.naming import ID_SHOWN
from tui.core.overview import Line, Overview
from tui.core.sentences import describe
from tui.core.series import Series
from tui.core.text import clean
from tui.core.timespan import Range
from tui.core.trouble import Trouble
from tui.screens.desk import Desk
from tui.widgets.bar import Bar, Group, Part
from tui.widgets.picture import Card, PictureBox
from tui.widgets.rows import Rows, Section

_LARGE: Final = 5_000
"""Ratings above which a series is reduced in a thread, so that the keys stay free."""
_SHORT: Final = 32
"""A longer wording is named by its id where it would have to be typed."""
_TABS: Final = (("1", "Overview"),)


class OverviewScreen(Screen[None]):
    """The first screen: everything at a glance, one thing in full."""

    BINDINGS = bindings(Place.PICTURE)
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (60, "-middle"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    class Complete(Message):
        """Everything is loaded, the drawing too."""

    def __init__(self, desk: Desk, palette: Palette) -> None:
        super().__init__()
        self.desk = desk
        self.data: Overview = desk.first
        self.range = Range.ALL
        self._palette = palette
        self._cards: dict[tuple[object, ...], Card] = {}

    def compose(self) -> ComposeResult:
        """Header, tabs, banner, list and picture, footer."""
        palette = self._palette
        yield Bar(palette, "header")
        yield Bar(palette, "tabs", _tabs())
        yield Static(id="banner", markup=False)
        with Container(id="body"):
            yield Rows(palette, _sections(self.data))
            yield PictureBox(palette)
        yield Bar(palette, "footer", _footer())

    def on_mount(self) -> None:
        """Fill the edges; the picture comes after the first paint."""
        self.query_one(Rows).focus()
        self._fill_edges()
        self._show_picture()
        self.call_after_refresh(self._load_drawing)

    def recolour(self, palette: Palette) -> None:
        """Draw everything with another palette."""
        self._palette = palette
        for widget in (*self.query(Bar), self.query_one(Rows), self.query_one(PictureBox)):
            widget.recolour(palette)

    @work(exclusive=True, group="data")
    async def refresh_data(self) -> None:
        """Ask for the present state and show it; the cursor stays on its row."""
        try:
            self.data = await self.desk.overview()
        except Trouble as error:
            self._warn(str(error))
            return
        self._cards.clear()
        self.query_one(Rows).show(_sections(self.data))
        self._fill_edges()
        self._show_picture()

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Another row: another picture; on another day, another everything."""
        if self.desk.today() != self.data.today:
            self.refresh_data()
        self._show_picture()

    def on_picture_box_resized(self) -> None:
        """The chart has another width."""
        self._show_picture()

    def action_next_range(self) -> None:
        """Show more or less of the past."""
        self.range = self.range.next
        self._show_picture()

    def action_open_picture(self) -> None:
        """The picture alone."""
        self.add_class("-picture")

    def action_back(self) -> None:
        """List and picture again."""
        self.remove_class("-picture")

    @work(thread=True, group="loading")
    def _load_drawing(self) -> None:
        """Load plotext, which takes longer than everything before the first paint."""
        import tui.charts.plot  # noqa: F401

        self.post_message(self.Complete())

    def on_overview_screen_complete(self) -> None:
        """Draw the picture in the place that was kept for it."""
        from tui.charts import plot

        box = self.query_one(PictureBox)
        box.plot = plot
        box.redraw()

    @work(exclusive=True, group="picture")
    async def _show_picture(self) -> None:
        line = self.query_one(Rows).line
        box = self.query_one(PictureBox)
        if line is None:
            box.show(Card("", "", "Nothing has been written yet.", None, self.range))
            return
        key = (line.id, self.range, box.columns)
        if key not in self._cards:
            try:
                series = await self.desk.series(line.measure)
            except Trouble as error:
                self._warn(str(error))
                return
            work = (line, series, self.range, box.columns)
            large = len(series.ratings) > _LARGE
            self._cards[key] = (
                await asyncio.to_thread(self._card, *work) if large else self._card(*work)
            )
        box.show(self._cards[key])

    def _card(self, line: Line, series: Series, range_: Range, columns: int) -> Card:
        """What there is to see and to say of a series; made once for each range and width."""
        data = self.data
        about = [e for e in data.events if e.measure_id == line.id]
        sentence = describe(series, line.goal, about, data.today) + _hint(line)
        picture = None
        if series.ratings:
            span = range_.span(data.first_day, data.today)
            picture = compose(series, line.goal, data.events, span, columns)
        return Card(line.measure.name, _asked(line), sentence, picture, range_)

    def _fill_edges(self) -> None:
        data = self.data
        name: Group = (
            Part("◆ fledge", "gold", bold=True),
            Part(f"   {data.client.name}  ", bold=True),
        )
        right = (Part("demo", "gold"), Part(" · ", "quiet")) if self.desk.demo else ()
        header = self.query_one("#header", Bar)
        header.show(
            [name, (Part(data.whereabouts, "quiet"),)],
            (*right, Part(f"{with_weekday(data.today)} ", "quiet")),
        )
        self._warn(self.desk.trouble)

    def _warn(self, trouble: str) -> None:
        """Say above the list what is wrong, or take it away."""
        banner = self.query_one("#banner", Static)
        banner.display = bool(trouble)
        banner.update(f"! {clean(trouble)}")


def _sections(data: Overview) -> tuple[Section, ...]:
    begin = ("No goals yet. Where do you want to be?", 'fledge goal add "in your own words"')
    rate = ("Nothing to rate yet.",)
    return (
        Section("Goals", "start → now", data.goals, begin),
        Section("Growth", "○ then  ● now", data.growth, rate),
        Section("Signs", "lower is lighter", data.signs, rate),
    )


def _asked(line: Line) -> str:
    """What is asked, with the words at the two ends of the scale."""
    scale, prompt = line.measure.scale, line.measure.version.prompt
    ends = f"{scale.minimum:g} = {scale.low}, {scale.maximum:g} = {scale.high}"
    return ends if line.goal else f"{prompt} {ends}"


def _hint(line: Line) -> str:
    """How to begin, where there is nothing yet."""
    if line.last:
        return ""
    wording = line.measure.name
    name = line.measure.key or (f'"{wording}"' if len(wording) <= _SHORT else line.id[:ID_SHOWN])
    return f" To begin: fledge rate {name} {line.measure.scale.maximum / 2:g}"


def _tabs() -> list[Group]:
    return [(Part(f" {key} ", "gold"), Part(f"{name}  ", bold=True)) for key, name in _TABS]


def _footer() -> list[Group]:
    shown = (c for c in COMMANDS if c.footer)
    return [
        (Part(f" {c.shown_keys()[0]} ", "gold", bold=True), Part(f"{c.name} ", "quiet"))
        for c in shown
    ]
