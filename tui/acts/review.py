"""What is done in a review: beginning it, its pages, and sharing the screen all the while."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from textual import work
from textual.worker import Worker

from tui.acts.privacy import PrivacyActs
from tui.acts.sessions import SessionActs
from tui.core.trouble import Trouble
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.core.goals import Goal
    from tui.core.measures import Rater
    from tui.core.overview import Line
    from tui.core.ratings import Rating
    from tui.core.review_pages import ReviewPage
    from tui.core.reviewing import Reviewing
    from tui.core.reviews import Review
    from tui.core.series import Series
    from tui.screens.review import ReviewScreen

_REVIEW: Final = "review"
_SHARED: Final = "A review is shared throughout. Esc leaves it; nothing of it is lost."
_OTHERWISE: Final = "Enter does what there is to do here; → goes on. Other modes change the rest."
_AGAIN: Final = "again"
"""The answer that has both rate once more."""


class ReviewActs(PrivacyActs, SessionActs):
    """Acts on a review; elsewhere the keys do what they did."""

    here: str
    """The mode that is shown."""

    def __init__(self) -> None:
        self._shared_before: bool | None = None
        """Whether the screen was shared before a review was entered; None outside of one."""
        self._one_step = asyncio.Lock()
        super().__init__()

    @property
    def reviewing_here(self) -> ReviewScreen | None:
        """The Review mode, where that is shown."""
        mode = self.screen
        here = isinstance(mode, ModeScreen) and mode.NAME == _REVIEW
        return cast("ReviewScreen", mode) if here else None

    def on_mode_screen_wanted(self, event: ModeScreen.Wanted) -> None:
        """Share with the mode that is shown now, or share no more.

        Textual calls the handlers of a class and of its bases one after the other, that of the app
        itself first: it has gone there by then, where it may.
        """
        self._follow_sharing()

    def on_review_screen_turned(self) -> None:
        """A review was entered or left."""
        self._follow_sharing()

    def _follow_sharing(self) -> None:
        """Have the screen marked as shared just as long as a review is on it."""
        mode = self.modes.get(self.here)
        inside = mode is not None and mode.NAME == _REVIEW and cast("ReviewScreen", mode).inside
        if inside and self._shared_before is None:
            self._shared_before, self.desk.shared = self.desk.shared, True
            self._put_away()
        elif not inside and self._shared_before is not None:
            self.desk.shared, self._shared_before = self._shared_before, None
        else:
            return
        for each in filter(lambda each: each.is_mounted, self.modes.values()):
            each.refresh_edges()

    def _turn_sharing(self) -> None:
        if self._shared_before is None:
            super()._turn_sharing()
        else:
            self.tell(_SHARED)

    def changeable(self) -> Line | None:
        """The row under the cursor; told, where it is a page of a review."""
        self._page_only()
        return super().changeable()

    def action_add(self) -> Worker[None]:
        """Pin a topic; on the page of what was agreed, write down another thing."""
        return self._add_here() if self.reviewing_here else super().action_add()

    def action_why(self) -> Worker[None] | None:  # type: ignore[override]
        """Explain what is said of a measure."""
        return None if self._page_only() else super().action_why()

    def action_overlay(self) -> Worker[None] | None:  # type: ignore[override]
        """Lay another series over one."""
        return None if self._page_only() else super().action_overlay()

    def action_compare(self) -> Worker[None] | None:  # type: ignore[override]
        """Set two spans of a measure against each other."""
        return None if self._page_only() else super().action_compare()

    def action_copy_row(self) -> Worker[None]:
        """Copy what a page says."""
        return self._copy_shown() if self.reviewing_here else super().action_copy_row()

    async def _with_goal(self, act: Callable[[Goal], Awaitable[object]]) -> None:
        if not self._page_only():
            await super()._with_goal(act)

    def _page_only(self) -> bool:
        """Whether what was asked for belongs to a measure and this is a review; says so."""
        if self.reviewing_here:
            self.tell(_OTHERWISE)
        return self.reviewing_here is not None

    @work(group="save")
    async def on_review_screen_passed(self, event: ReviewScreen.Passed) -> None:
        """Keep how far one has come; keys that come at once are kept one after the other."""
        from tui.core.review_pages import past

        async with self._one_step:
            if (of := await self._reviewing()) and (review := of.begun):
                await self._quietly(replace(review, page=past(review, event.page)), review)

    async def _quietly(self, after: Review, before: Review) -> None:
        """Keep a review without a word, unless it cannot be."""
        from tui.core.deeds import Keep

        try:
            if after != before:
                await self.desk.do(Keep(after, before))
        except (Trouble, ValueError) as error:
            self.tell(str(error), trouble=True)

    @work(exclusive=True, group="review")
    async def on_review_screen_chosen(self, event: ReviewScreen.Chosen) -> None:
        """Do what a row is for."""
        from tui.core.agenda import Item
        from tui.core.review_pages import ReviewPage
        from tui.widgets.review_row import Door

        mode = self.reviewing_here
        if mode is None:
            return
        match event.item:
            case Door():
                await self._enter(mode)
            case ReviewPage() as page if of := await self._reviewing():
                await self._page(mode, of, page)
            case Item():
                self.tell("A review looks at it; what it says stands beside it.")

    async def _enter(self, mode: ReviewScreen) -> None:
        """Into the review that is begun, or into a new one."""
        from tui.core.deeds import Keep
        from tui.core.reviews import Review
        from tui.ids import new_id

        of = await self._reviewing()
        if of is None:
            return
        if of.begun is None:
            try:
                await self.desk.do(Keep(Review(new_id(), self.desk.today())))
            except (Trouble, ValueError) as error:
                self.tell(str(error), trouble=True)
                return
        await mode.refresh_data().wait()
        if mode.review and mode is self.screen:
            mode.enter()

    async def _page(self, mode: ReviewScreen, of: Reviewing, page: ReviewPage) -> None:
        from tui.core.review_pages import PageKind

        review = of.begun
        if review is None:
            return
        match page.kind:
            case PageKind.GOAL if page.goal and (goal := of.record.goal(page.goal.id)):
                await self._goal_page(of, review, goal)
            case PageKind.AGENDA:
                from tui.dialogs.agenda import AgendaSheet

                await self.push_screen_wait(AgendaSheet(self.desk, self.drawing_palette))
            case PageKind.AGREED:
                await self._agreed_page(of, review)
            case PageKind.NEXT:
                await self._end(of, review)
            case _:
                mode.action_walk(1)

    async def _goal_page(self, of: Reviewing, review: Review, goal: Goal) -> None:
        """Both ratings, then the decision."""
        from tui.core.review_pages import decided_in, given, raters

        decision = decided_in(of, review, goal)
        try:
            series = await self.desk.series(goal.measure)
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        marks = given(series, review)
        wanted = raters(goal)
        if wanted and decision is None and len(marks) < len(wanted):
            if not await self._both_rate(goal, marks):
                return
            await self._goal_page_again(goal.id)
        else:
            await self._decide(of, review, goal)

    async def _both_rate(
        self, goal: Goal, marks: Mapping[Rater, Rating], *, anew: bool = False
    ) -> bool:
        """Have both rate without each other's marks in sight; False where that was left."""
        from tui.core.blind import FORM
        from tui.dialogs.blind import BlindRating
        from tui.dialogs.drafting import draft_of

        if trouble := self.desk.trouble:
            self.tell(trouble, trouble=True)
            return False
        draft = await draft_of(self.desk, FORM, goal.id)
        dialog = BlindRating(self.desk, self.drawing_palette, goal, marks, draft, anew=anew)
        return await self.push_screen_wait(dialog) is not None

    async def _goal_page_again(self, goal_id: str) -> None:
        """The decision, with what the file has now."""
        of = await self._reviewing()
        review = of.begun if of else None
        if of and review and (goal := of.record.goal(goal_id)):
            await self._decide(of, review, goal)

    async def _decide(self, of: Reviewing, review: Review, goal: Goal) -> None:
        """Which of the decisions, then what it needs and what was said."""
        from tui.core.review_pages import choices, decided_in, given, raters
        from tui.core.review_words import LETTERS, OFFERS, rated
        from tui.core.reviews import Choice
        from tui.dialogs.confirm import Answer, Confirm
        from tui.dialogs.forms.review import DecisionForm

        marks = given(await self.ratings_of(goal), review)
        wanted = raters(goal)
        said = f"{rated(marks, wanted, sealed=False).capitalize()}." if marks else ""
        answers = [Answer(LETTERS[c], OFFERS[c], c.value) for c in choices(goal)]
        if wanted:
            answers.append(Answer("b", "Both rate once more", _AGAIN))
        question = Confirm(goal.wording, said, answers, Choice.KEEP.value)
        answer = await self.push_screen_wait(question)
        if answer == _AGAIN:
            if await self._both_rate(goal, marks, anew=True):
                await self._goal_page_again(goal.id)
        elif answer:
            before = decided_in(of, review, goal)
            today = self.desk.today()
            await self.ask(DecisionForm(goal, Choice(answer), review, today, before, said))

    async def ratings_of(self, goal: Goal) -> Series:
        """All ratings of a goal; none, and told, where they cannot be read."""
        from tui.core.series import Series

        try:
            return await self.desk.series(goal.measure)
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return Series(goal.measure, ())

    async def _agreed_page(self, of: Reviewing, review: Review) -> None:
        """The first agreement at once; then all of them."""
        from tui.core.review_pages import agreed_in
        from tui.dialogs.agreed import AgreedSheet
        from tui.dialogs.forms.review import AgreementForm

        if agreed_in(of, review):
            await self.push_screen_wait(AgreedSheet(self.desk, self.drawing_palette))
        else:
            await self.ask(AgreementForm(self.desk.today(), review.id))

    async def _end(self, of: Reviewing, review: Review) -> None:
        """The next review's day, and the end of this one."""
        from tui.core.review_pages import pages, progress
        from tui.dialogs.forms.review import NextReviewForm

        left = [page for page in pages(of, review) if page.goal and not page.done]
        said = f"{progress(pages(of, review))}: they stay as they are." if left else ""
        today, dates = self.desk.today(), self.desk.manners.dates
        await self.ask(NextReviewForm(review, today, said, dates))

    @work
    async def _add_here(self) -> None:
        """A topic; on the page of what was agreed, another thing."""
        from tui.core.deeds import Keep
        from tui.core.review_pages import PageKind
        from tui.dialogs.agenda import pinning
        from tui.dialogs.forms.review import AgreementForm

        mode = self.reviewing_here
        if mode is None:
            return
        if trouble := self.desk.trouble:
            self.tell(trouble, trouble=True)
            return
        if mode.review and mode.item and mode.item.id == PageKind.AGREED.value:
            await self.ask(AgreementForm(self.desk.today(), mode.review.id))
        elif topic := await self.push_screen_wait(pinning(self.desk.today())):
            await self.carry_out(Keep(topic))

    async def _reviewing(self) -> Reviewing | None:
        """What reviews look at, as the file has it now; None, and told, where it cannot be read."""
        try:
            return await self.desk.reviewing()
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return None
