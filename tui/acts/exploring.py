"""What is asked before a picture shows more, and what is done about one of its points."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import work

from tui.acts.rows import RowActs
from tui.core.alliance import is_derived
from tui.core.trouble import Trouble
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.screens.exploring import Exploring


class ExploringActs(RowActs):
    """Acts on the picture."""

    modes: dict[str, ModeScreen]

    @work
    async def action_overlay(self) -> None:
        """Lay another series over the picture, or take it away."""
        from tui.dialogs.looking import second_series

        if not isinstance(mode := self.screen, ModeScreen) or not (here := mode.line):
            return
        if mode.beside:
            mode.lay_over(None)
            return
        others = [line.measure for line in mode.data.lines() if line.id != here.id]
        if not others:
            self.tell("There is no other series yet.")
        elif chosen := await self.push_screen_wait(second_series(others)):
            mode.lay_over(chosen)

    @work
    async def action_compare(self) -> None:
        """Set two spans against each other, or end that."""
        from tui.dialogs.looking import two_spans, typed_spans

        if not isinstance(mode := self.screen, ModeScreen) or not (line := mode.line):
            return
        if mode.pair:
            mode.compare(None)
            return
        about = [e for e in mode.data.events if e.measure_id in (None, line.id)]
        dates = self.desk.manners.dates
        asked = two_spans(mode.view.span, mode.whole, about, dates)
        pair = await self.push_screen_wait(asked)
        if asked.chosen and pair is None:
            pair = await self.push_screen_wait(typed_spans(self.desk.today(), dates))
        if pair:
            mode.compare(pair)

    @work
    async def action_then(self) -> None:
        """Have the lists go back to another day."""
        from tui.dialogs.looking import what_then_is

        asked = what_then_is(self.desk.today(), self.desk.then, self.desk.manners.dates)
        chosen = await self.push_screen_wait(asked)
        if chosen is None:
            return
        self.desk.then = date.fromisoformat(chosen) if chosen else None
        for mode in self.modes.values():
            if mode is self.screen:
                mode.refresh_data()
            else:
                mode.stale = True

    @work
    async def on_exploring_point_chosen(self, event: Exploring.PointChosen) -> None:
        """Open a rating in its form."""
        from tui.dialogs.forms.point import PointForm

        if is_derived(event.measure):
            self.changeable()
            return
        try:
            series = await self.desk.series(event.measure)
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        await self.ask(PointForm(event.measure, series, self.desk.today(), event.rating))
