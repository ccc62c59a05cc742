"""What is done in a review: beginning it, its pages, and sharing the screen all the while."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from textual import work
from textual.worker import Worker

from tui.acts.privacy import PrivacyActs
from tui.acts.review_pages import ReviewPageActs
from tui.core.trouble import Trouble
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.core.agenda import Item
    from tui.core.goals import Goal
    from tui.core.overview import Line
    from tui.core.reviews import Review
    from tui.screens.review import ReviewScreen

_REVIEW: Final = "review"
_SHARED: Final = "A review is shared throughout. In mode 7 Esc leaves it; nothing of it is lost."
_OTHERWISE: Final = "Enter does what there is to do here; → goes on. Other modes change the rest."


class ReviewActs(PrivacyActs, ReviewPageActs):
    """Acts on a review; elsewhere the keys do what they did."""

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

    def on_review_screen_turned(self) -> None:
        """A review was entered or left."""
        self._follow_sharing()

    def _follow_sharing(self) -> None:
        """Have the screen marked as shared as long as a review goes on, whatever mode is shown."""
        mode = self.modes.get(_REVIEW)
        inside = mode is not None and cast("ReviewScreen", mode).inside
        if inside and self._shared_before is None:
            self._shared_before, self.desk.shared = self.desk.shared, True
            self._put_away()
        elif not inside and self._shared_before is not None:
            self.desk.shared, self._shared_before = self._shared_before, None
        else:
            return
        for each in filter(lambda each: each.is_mounted, self.modes.values()):
            each.refresh_edges()

    @property
    def why_shut(self) -> str:
        """In a review it is the review that shares."""
        return super().why_shut if self._shared_before is None else _SHARED

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

    def action_delete(self) -> Worker[None]:
        """Take a review out, which asks; drop what the cursor is on from the agenda before one."""
        from tui.core.agenda import Item

        mode = self.reviewing_here
        if mode is None:
            return super().action_delete()
        item = mode.item
        return self._arrange(item) if isinstance(item, Item) else self._delete_review()

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

    def on_review_screen_shifted(self, event: ReviewScreen.Shifted) -> None:
        """Keep the new order of the agenda."""
        self._arrange(event.item, event.by)

    @work(group="save")
    async def _arrange(self, item: Item, by: int = 0) -> None:
        """Put an item so many places later; drop it where that is 0, and say so.

        Before a review it is one that is prepared which keeps this.
        """
        from tui.core.agenda import shifted, without
        from tui.core.deeds import Keep
        from tui.core.reviews import Review, ReviewState
        from tui.ids import new_id

        async with self._one_step:
            mode, of = self.reviewing_here, await self._reviewing()
            items = mode.in_order(of.arranged) if mode and of else ()
            if of is None or item.key not in {each.key for each in items}:
                return
            before = of.arranged
            review = before or Review(new_id(), self.desk.today(), ReviewState.PREPARED)
            if by:
                await self._quietly(shifted(items, review, item.key, by), review, new=not before)
            else:
                await self.carry_out(Keep(without(review, item.key), before))

    async def _quietly(self, after: Review, before: Review, *, new: bool = False) -> None:
        """Keep a review without a word, unless it cannot be."""
        from tui.core.deeds import Keep

        try:
            if after != before:
                await self.desk.do(Keep(after, None if new else before))
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
                await self.on_page(mode, of, page)
            case Item():
                self.tell("A review looks at it; what it says stands beside it.")

    async def _enter(self, mode: ReviewScreen) -> None:
        """Into the review that is begun, or into a new one with the agenda that was prepared."""
        from tui.core.deeds import Keep
        from tui.core.reviews import Review
        from tui.ids import new_id

        of = await self._reviewing()
        if of is None:
            return
        if of.begun is None:
            today, prepared = self.desk.today(), of.prepared
            review = prepared.begun(today) if prepared else Review(new_id(), today)
            try:
                await self.desk.do(Keep(review, prepared))
            except (Trouble, ValueError) as error:
                self.tell(str(error), trouble=True)
                return
        await mode.refresh_data().wait()
        if mode.review and mode is self.screen:
            mode.enter()

    @work
    async def _delete_review(self) -> None:
        from tui.core.days import full
        from tui.core.deeds import Delete
        from tui.widgets.review_row import Door, HeldRow

        item = self.reviewing_here.item if self.reviewing_here else None
        of = await self._reviewing() if isinstance(item, Door | HeldRow) else None
        wanted = item.review_id if isinstance(item, Door | HeldRow) else ""
        review = next((r for r in of.reviews if r.id == wanted), None) if of else None
        if review is None:
            self.tell(_OTHERWISE)
            return
        question = f"Delete the review of {full(review.day, self.desk.manners.dates)}?"
        stays = "What was rated, decided and agreed stays. Undo brings the review back."
        if await self.sure(question, stays, "Delete it"):
            await self.carry_out(Delete(review))

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
