"""What can be done about the row under the cursor."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual import work

from tui.acts.asking import AskingActs
from tui.core.alliance import ALLIANCE, is_derived
from tui.core.days import DateStyle, full
from tui.core.goals import GoalState
from tui.core.measures import Kind
from tui.core.text import clean
from tui.core.trouble import Trouble
from tui.screens.edges import CASELOAD
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.core.deeds import Deed
    from tui.core.goals import Goal
    from tui.core.overview import Line, Overview
    from tui.screens.cards import Material


_GOES_ON: Final = 2.0
"""Seconds in which a second digit belongs to the first."""


class RowActs(AskingActs):
    """Acts on a goal, a measure, or its ratings."""

    def __init__(self) -> None:
        self._typed = ("", "", 0.0)
        """The row that a digit was typed for, the digits that may still become more, and when."""
        self._one_digit = asyncio.Lock()
        super().__init__()

    @property
    def line(self) -> Line | None:
        """The row under the cursor of the mode that is shown."""
        return self.screen.line if isinstance(self.screen, ModeScreen) else None

    def changeable(self) -> Line | None:
        """The row under the cursor; none, and told, where it is worked out of other ratings."""
        line = self.line
        if line is None or not is_derived(line.measure):
            return line
        self.tell(f"{ALLIANCE.name} is worked out of what is rated after a session.")
        return None

    @property
    def seen(self) -> Overview:
        """What the mode that is shown shows."""
        return self.screen.data if isinstance(self.screen, ModeScreen) else self.desk.first

    @work
    async def action_add(self) -> None:
        """Set a goal; among growth and signs, begin a measure; in the caseload, another client."""
        from tui.dialogs.forms.client import ClientForm
        from tui.dialogs.forms.goal import GoalForm
        from tui.dialogs.forms.measure import MeasureForm

        if not isinstance(mode := self.screen, ModeScreen):
            return
        mode.expecting = True
        kind = mode.KINDS[0] if mode.KINDS else None
        if mode.NAME == CASELOAD:
            saved = await self.ask(ClientForm(self.desk.today()))
        elif kind is None:
            saved = None
        elif kind is Kind.GOAL:
            states = [line.goal.state for line in self.seen.goals if line.goal]
            saved = await self.ask(GoalForm(self.desk.today(), states.count(GoalState.ACTIVE)))
        else:
            saved = await self.ask(MeasureForm(kind, self.desk.today()))
        if saved is None:
            mode.expecting = False

    @work
    async def action_edit(self) -> None:
        """Change what is known of a goal, or a measure's name, cadence and state."""
        from tui.dialogs.forms.goal import GoalEdit
        from tui.dialogs.forms.measure import MeasureEdit

        if (line := self.changeable()) and line.goal:
            await self.ask(GoalEdit(line.goal, self.desk.today()))
        elif line:
            await self.ask(MeasureEdit(line.measure))

    @work
    async def action_rate(self) -> None:
        """Rate it in the form."""
        if line := self.changeable():
            await self.rate(line.measure)

    @work(group="digits")
    async def action_rate_at_once(self, digit: str) -> None:
        """Rate an opened row for today; a `0` after a `1` makes it ten.

        What was said today of the rating that it replaces stays.
        """
        async with self._one_digit:  # the next one sees what this one has written
            if line := self.changeable():
                await self._rate_at_once(line, digit)

    async def _rate_at_once(self, line: Line, digit: str) -> None:
        from tui.core.checkin import CheckIn
        from tui.core.deeds import Rate
        from tui.core.due import Due

        today, rater = self.desk.today(), self.desk.rater
        if rater not in line.measure.raters:
            whose = " and ".join(line.measure.raters)
            self.tell(
                f"This one is rated by the {whose}. r rates it in a form, for whom you choose."
            )
            return
        given = (await self.ratings(line)).ratings
        last = next((r for r in reversed(given) if (r.day, r.rater) == (today, rater)), None)
        asked = CheckIn.of((Due(line.measure, last, today),), today)
        before, typed, at = self._typed
        goes_on = before == line.id and monotonic() - at < _GOES_ON
        answered = (replace(asked, typed=typed) if goes_on else asked).key(digit)
        self._typed = line.id, answered.typed, monotonic()
        if ratings := answered.ratings(today, rater):
            seen = answered.seen(today)
            await self.carry_out(Rate(ratings, line.measure.name, seen))
        elif not answered.typed:
            self.tell(f"Here go {line.measure.scale}. r rates it in a form.")

    @work
    async def action_reword(self) -> None:
        """New words, or a new version."""
        from tui.dialogs.forms.measure import RewordForm

        if line := self.changeable():
            await self.ask(RewordForm(line.measure, self.desk.today()))

    @work
    async def action_state(self) -> None:
        """What happened to a goal; a measure is paused or taken up again."""
        from tui.core.deeds import ChangeMeasure
        from tui.dialogs.forms.agreed import StateForm

        if (line := self.changeable()) and line.goal:
            await self.ask(StateForm(line.goal, self.desk.today()))
        elif line:
            after = replace(line.measure, paused=not line.measure.paused)
            await self.carry_out(ChangeMeasure(line.measure, after))

    @work
    async def action_milestone(self) -> None:
        """A level by a day."""
        from tui.dialogs.forms.agreed import MilestoneForm

        await self._with_goal(lambda goal: self.ask(MilestoneForm(goal, self.desk.today())))

    @work
    async def action_ladder(self) -> None:
        """Five levels in words."""
        from tui.dialogs.forms.agreed import LadderForm

        await self._with_goal(lambda goal: self.ask(LadderForm(goal)))

    @work
    async def action_steps(self) -> None:
        """A goal's small steps."""
        from tui.dialogs.steps import StepSheet

        async def show(goal: Goal) -> None:
            await self.push_screen_wait(StepSheet(self.desk, self.drawing_palette, goal))

        await self._with_goal(show)

    @work
    async def action_event(self) -> None:
        """Note something, about this row or everything."""
        from tui.dialogs.forms.event import EventForm

        about = [each.measure for each in self.seen.lines() if not is_derived(each.measure)]
        await self.ask(EventForm(self.desk.today(), about))

    def action_events(self) -> None:
        """Everything that was noted."""
        from tui.dialogs.events import EventSheet

        about = tuple(e.measure for e in self.seen.lines() if not is_derived(e.measure))
        self.push_screen(EventSheet(self.desk, self.drawing_palette, about))

    @work
    async def action_delete(self) -> None:
        """Delete what the row is, or its latest rating; ask first."""
        if (line := self.changeable()) is None:
            return
        ratings = len((await self.ratings(line)).ratings)
        deed, question, sentence = _deletion(line, ratings, self.desk.manners.dates)
        if deed is None:
            self.tell(sentence)
        elif await self.sure(question, sentence, "Delete it"):
            await self.carry_out(deed)

    @work
    async def action_copy_row(self) -> None:
        """Copy what the row and its sentence say."""
        if found := await self._looked_at():
            words = clean(f"{found.line.measure.name}: {found.sentence}")
            self.copy_to_clipboard(words)
            self.tell(f"Sent to the clipboard: {words}")

    @work(group="read")
    async def action_why(self) -> None:
        """Explain what is said of the row."""
        from tui.dialogs.why import WhySheet

        if found := await self._looked_at():
            reading, said = found.reading, found.sentence
            sheet = WhySheet(self.drawing_palette, reading, said, self.desk.manners.dates)
            self.push_screen(sheet)

    async def _looked_at(self) -> Material | None:
        """What the row under the cursor shows and says."""
        mode = self.screen
        if not isinstance(mode, ModeScreen) or mode.line is None:
            return None
        try:
            return await mode.material(mode.line)
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return None

    async def _with_goal(self, act: Callable[[Goal], Awaitable[object]]) -> None:
        if (line := self.line) and line.goal:
            await act(line.goal)
        elif line:
            self.tell("That belongs to goals.")


def _deletion(line: Line, ratings: int, dates: DateStyle) -> tuple[Deed | None, str, str]:
    """The deed, the question that names it, and what goes with it; or why there is none."""
    from tui.core.deeds import Delete

    if line.goal or line.measure.own:
        said = "Its one rating goes" if ratings == 1 else f"Its {ratings} ratings go"
        many = f"{said} with it." if ratings else "It has no ratings."
        question, back = f"Delete “{line.measure.name}”?", "Undo brings all of it back."
        return Delete(line.goal or line.measure), question, f"{many} {back}"
    if line.last is None:
        return None, "", "This belongs to the catalogue: it can be paused, not deleted."
    last = line.last
    question = f"Delete the rating {last.value:g} of {line.measure.name}?"
    day = full(last.day, dates)
    return Delete(last), question, f"It is the latest, of {day}. Undo brings it back."
