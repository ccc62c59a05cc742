"""What is done on each page of a review: both ratings, the decision, agreements, the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tui.acts.sessions import SessionActs
from tui.core.trouble import Trouble

if TYPE_CHECKING:
    from tui.core.goals import Goal
    from tui.core.measures import Rater
    from tui.core.ratings import Rating
    from tui.core.review_pages import ReviewPage
    from tui.core.reviewing import Reviewing
    from tui.core.reviews import Review
    from tui.core.series import Series
    from tui.screens.review import ReviewScreen

_AGAIN: Final = "again"
"""The answer that has both rate once more."""


class ReviewPageActs(SessionActs):
    """Acts on the pages of the review that is begun."""

    async def on_page(self, mode: ReviewScreen, of: Reviewing, page: ReviewPage) -> None:
        """Do what a page is for; one that is only looked at is gone past."""
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

    async def _reviewing(self) -> Reviewing | None:
        """What reviews look at, as the file has it now; None, and told, where it cannot be read."""
        try:
            return await self.desk.reviewing()
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return None
