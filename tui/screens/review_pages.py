"""What each page of a review shows and says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from tui.charts.then_now import ThenNow
from tui.core import review_pages as core
from tui.core import review_words as words
from tui.core.agenda import Item as AgendaItem
from tui.core.alliance import ALLIANCE
from tui.core.days import near
from tui.core.details import Block, Entry
from tui.core.measures import Kind
from tui.core.overview import Line, derived_line
from tui.core.repair import told as repairs_told
from tui.core.review_pages import PageKind, ReviewPage
from tui.core.session_words import open_repairs
from tui.core.timespan import Range, Span
from tui.core.worth_words import KEYS
from tui.screens import cards, session_pages
from tui.screens.picturing import Told
from tui.widgets.picture import Card
from tui.widgets.review_row import Door, HeldRow

if TYPE_CHECKING:
    from tui.core.record import Record
    from tui.core.reviewing import Reviewing
    from tui.core.reviews import Review
    from tui.screens.review import ReviewScreen
    from tui.widgets.sections import Item

_SHORTEST: Final = 28
"""Days that a picture shows at least, where a review was held not long ago."""
_MOVEMENT: Final = "movement"


async def tell(screen: ReviewScreen, item: Item, columns: int) -> Told:
    """What there is to see and to read of a row; raises `Trouble`."""
    of, review = screen.of, screen.review
    if of is None:
        return _plain("", "")
    match item:
        case ReviewPage() if review:
            return await _PAGES[item.kind](_Page(screen, of, review, item, columns))
        case AgendaItem():
            away = item.notice.dismiss if item.notice else None
            blocks = tuple(
                Block(head, (Entry(said), *(KEYS if said == away else ())))
                for head, said in item.parts
            )
            return _plain(item.kind.value.capitalize(), item.text, blocks)
        case HeldRow():
            return _held(screen, of, item)
        case Door():
            return _door(screen, of)
    return _plain("", "")


class _Page:
    """A page, with everything that it is told of."""

    def __init__(
        self, screen: ReviewScreen, of: Reviewing, review: Review, page: ReviewPage, columns: int
    ) -> None:
        self.screen, self.of, self.review, self.page = screen, of, review, page
        self.columns, self.today = columns, screen.data.today
        self.dates = screen.desk.manners.dates
        self.since = core.since(of, review)

    @property
    def record(self) -> Record:
        """The client's record."""
        return self.of.record

    def fresh(self, day: date) -> bool:
        """Whether a day lies in the period that is looked back on."""
        return self.since is None or day > self.since

    @property
    def span(self) -> Span:
        """The period, as far as a picture has something to see in it."""
        start = self.since or self.screen.whole.start
        shortest = self.today.toordinal() - _SHORTEST + 1
        return Span(date.fromordinal(min(start.toordinal(), shortest)), self.today)

    @property
    def view(self) -> cards.View:
        """The same, as pictures of a measure are looked at."""
        return cards.View(Range.ALL, self.span, moved=True)

    def line(self, id_: str) -> Line | None:
        """A measure's row."""
        return next((x for x in self.screen.data.lines() if x.id == id_), None)

    async def card(self, line: Line) -> Card:
        """The picture of a measure in this period."""
        made = await self.screen.material(line)
        card = cards.card(made, self.view, self.columns, self.screen.desk.manners)
        return replace(card, ranged=False)


async def _agenda(of: _Page) -> Told:
    items = of.screen.agenda
    return _plain("Agenda", words.agenda_said(len(items)), words.agenda_blocks(items))


async def _goal(of: _Page) -> Told:
    """A goal's picture, without what one of two has given while the other has still to rate."""
    goal = of.page.goal
    line = of.line(goal.id) if goal else None
    if goal is None or line is None:
        return _plain(of.page.name, "")
    desk = of.screen.desk
    series = await desk.series(line.measure)
    decision = core.decided_in(of.of, of.review, goal)
    given = core.given(series, of.review)
    sealed = decision is None and core.blind(series, goal, of.review)
    if sealed:
        known = tuple(r for r in series.ratings if r.day < of.review.day)
        series = replace(series, ratings=known)
        made = cards.material(of.screen.data, line, series, desk.manners)
        card = cards.card(made, of.view, of.columns, desk.manners)
    else:
        made = await of.screen.material(line)
        card = cards.card(made, of.view, of.columns, desk.manners)
    before = core.decided_before(of.of, of.review, goal)
    raters = core.raters(goal)
    said = words.goal_said(given, raters, decision, sealed=sealed)
    blocks = words.goal_blocks(made.sentence, decision, before, of.dates)
    card = replace(card, asked="", sentence=said, ranged=False)
    return Told(card, (*blocks, *made.blocks), "In this review")


async def _growth(of: _Page) -> Told:
    """Then and now of every indicator and sign that is asked."""
    kinds = (Kind.GROWTH, Kind.SIGN)
    asked = [s for s in of.record.series if s.measure.kind in kinds and of.record.asked(s)]
    asked.sort(key=lambda series: kinds.index(series.measure.kind))
    lines = tuple(derived_line(series, (), of.since) for series in asked)
    said = words.growth_said(of.since, of.today, of.dates)
    page = ThenNow(lines) if lines else None
    card = Card("Growth & signs, then and now", "", said, page, Range.ALL, ranged=False)
    return Told(card, words.growth_blocks(lines))


async def _alliance(of: _Page) -> Told:
    """The alliance in this period, with its seams; breaks and their repairs."""
    repairs = of.record.ruptures
    blocks = words.alliance_blocks(repairs, of.since, of.today, of.dates)
    said = open_repairs(repairs) or repairs_told(r for r in repairs if of.fresh(r.day))
    line = of.line(ALLIANCE.id)
    if line is None or line.last is None:
        return _plain(of.page.name, said or "No picture yet of how you work together.", blocks)
    card = await of.card(line)
    sentence = f"{card.sentence} {said[:1].upper()}{said[1:]}." if said else card.sentence
    return Told(replace(card, title=of.page.name, asked="", sentence=sentence), blocks)


async def _ease(of: _Page) -> Told:
    """How comfortable sessions were against what moved."""
    sessions = of.screen.relationship
    if sessions is None:
        return _plain(of.page.name, "")
    hours = tuple(hour for hour in sessions.hours if of.fresh(hour.session.day))
    row = next(r for r in session_pages.rows(hours) if r.id == session_pages.TRAIL)
    return Told(session_pages.card(row, hours), session_pages.blocks(row, sessions))


async def _practice(of: _Page) -> Told:
    """What was practised, beside what moved."""
    found = tuple(p for p in of.record.practices if of.fresh(p.day))
    said = words.practice_said(found)
    blocks = words.practice_blocks(found, of.today, of.dates)
    if not found:
        return _plain(of.page.name, said, blocks)
    from tui.charts.beside import Beside

    lines = of.screen.data.relationship
    movement = next((x for x in lines if x.measure.key == _MOVEMENT), None)
    series = await of.screen.desk.series(movement.measure) if movement else None
    runs = series.runs(series.lead) if series else ()
    manners = of.screen.desk.manners
    page = Beside(of.span, runs, found, dates=manners.dates, first_weekday=manners.first_weekday)
    return Told(Card(of.page.name, "", said, page, Range.ALL, ranged=False), blocks)


async def _agreed(of: _Page) -> Told:
    now = core.agreed_in(of.of, of.review)
    blocks = words.agreed_blocks(now, of.of.agreements, of.today, of.dates)
    return _plain(of.page.name, words.agreed_said(len(now)), blocks)


async def _next(of: _Page) -> Told:
    """What is left, and when the next one would be."""
    left = [p for p in core.pages(of.of, of.review) if p.goal and not p.done]
    blocks = (Block("Goals left", tuple(Entry(p.name) for p in left)),) if left else ()
    day = core.next_day(of.review)
    return _plain(of.page.name, words.next_said(day, len(left), of.dates), blocks)


_PAGES: Final[dict[PageKind, Callable[[_Page], Awaitable[Told]]]] = {
    PageKind.AGENDA: _agenda,
    PageKind.GOAL: _goal,
    PageKind.GROWTH: _growth,
    PageKind.ALLIANCE: _alliance,
    PageKind.EASE: _ease,
    PageKind.PRACTICE: _practice,
    PageKind.AGREED: _agreed,
    PageKind.NEXT: _next,
}


def _door(screen: ReviewScreen, of: Reviewing) -> Told:
    """What a review is, when the last one was and the next one would be."""
    review, dates, today = screen.review, screen.desk.manners.dates, screen.data.today
    last = of.last
    if review:
        said = "A review was left half-way. Enter goes on with it; nothing of it is lost."
    elif last and last.next_day:
        said = f"The next review is set for {near(last.next_day, today, dates)}. Enter begins one."
    else:
        said = "Enter begins a review, in about twenty minutes and with both of you here."
    when = f"The last one was on {near(last.day, today, dates)}." if last else "None was held yet."
    about = (*words.ABOUT, when)
    return _plain("Review", said, (Block("What it is", tuple(map(Entry, about))),))


def _held(screen: ReviewScreen, of: Reviewing, row: HeldRow) -> Told:
    """What a review came to."""
    review = next((r for r in of.reviews if r.id == row.review_id), None)
    if review is None:
        return _plain(row.day, "")
    wordings = {goal.id: goal.wording for goal in of.record.goals}
    decided = [
        (wordings[d.measure_id], d)
        for d in of.decisions
        if d.review_id == review.id and d.measure_id in wordings
    ]
    agreed = core.agreed_in(of, review)
    dates, today = screen.desk.manners.dates, screen.data.today
    blocks = words.held_blocks(review, decided, agreed, today, dates)
    goals = f"{len(decided)} goal{'' if len(decided) == 1 else 's'} decided"
    return _plain(f"Review of {row.day}", f"{goals}, {len(agreed)} agreed.", blocks)


def _plain(title: str, sentence: str, blocks: tuple[Block, ...] = ()) -> Told:
    """Words alone."""
    return Told(Card(title, "", sentence, None, Range.ALL, ranged=False), blocks)
