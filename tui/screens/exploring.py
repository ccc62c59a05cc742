"""Looking closer at a mode's picture: its points, its stretch of time, another series, a year."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING, Final

from textual.message import Message

from tui.core.measures import Rater
from tui.core.timespan import Range, Span
from tui.screens import edges
from tui.screens.picturing import Picturing
from tui.widgets.bar import Bar, Group
from tui.widgets.picture import PictureBox, Readout
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.core.measures import Measure
    from tui.core.ratings import Rating
    from tui.screens.cards import View

_CLOSER: Final = 0.5
"""How much of the time is left at each step closer."""


class Exploring(Picturing):
    """The part of a mode that changes which stretch of time is looked at, and how."""

    class PointChosen(Message):
        """The rating under the cursor is wanted in a form."""

        def __init__(self, measure: Measure, rating: Rating) -> None:
            super().__init__()
            self.measure, self.rating = measure, rating

    def __init__(self) -> None:
        super().__init__()
        self.range = Range.ALL
        self.window: Span | None = None
        """The stretch that is shown, where it is not that of the range."""
        self.page: Span | None = None
        """The part of a year that is shown as a calendar, if any is."""
        self.pair: tuple[Span, Span] | None = None
        """Two spans that are compared."""
        self.beside: Measure | None = None
        """What is laid over the picture."""
        self.point: tuple[date, Rater] | None = None
        """The rating under the picture's cursor."""

    def look_anew(self) -> None:
        """Let go of everything that was about one series or one client; the range stays."""
        self.window = self.page = self.pair = self.beside = self.point = None

    @property
    @abstractmethod
    def finding(self) -> bool:
        """Whether something is typed elsewhere."""

    @property
    def on_points(self) -> bool:
        """Whether the keys go to the picture's points."""
        return self.query_one(PictureBox).has_focus

    @property
    def first_day(self) -> date | None:
        """The earliest day there is something to see of."""
        return self.data.first_day

    @property
    def whole(self) -> Span:
        """All of the time there is something to see in."""
        return Range.ALL.span(self.first_day, self.data.today)

    @property
    def view(self) -> View:
        """What is looked at now."""
        from tui.screens.cards import View

        if self.page and self.line:
            return View(self.range, self.page, year=True, pair=self.pair)
        usual = self.range.span(self.first_day, self.data.today)
        return View(self.range, self.window or usual, self.window is not None, pair=self.pair)

    @property
    def in_time(self) -> bool:
        """Whether there is a stretch of time that can be another; says so where there is none."""
        card = self.query_one(PictureBox).card
        if self.line or (card and card.ranged):
            return True
        self._tell("There is no stretch of time to choose here.")
        return False

    def action_next_range(self) -> None:
        """Show more or less of the past, up to today."""
        if not self.in_time:
            return
        self.range = self.range if self.window else self.range.next
        self.window = self.page = None
        self.show_picture()

    def action_pan(self, way: int) -> None:
        """Half a width on or back; of a calendar, a page."""
        if not self.in_time:
            return
        if self.page and self.line:
            self._turn(way)
        elif (span := self.view.span).days >= self.whole.days:
            self._tell("All of the time is in sight. + comes closer.")
        else:
            self._look_at(span.moved(way * max(1, span.days // 2), self.whole))

    def action_zoom(self, way: int) -> None:
        """Closer or wider, about the point under the cursor or the middle."""
        if not self.in_time:
            return
        self.page = None
        span = self.view.span
        about = self.point[0] if self.point and self.point[0] in span else span.middle
        closer = span.zoomed(_CLOSER if way > 0 else 1 / _CLOSER, about, self.whole)
        if closer == span:
            self._tell("It goes no closer." if way > 0 else "All of the time is in sight.")
        self._look_at(closer)

    def action_year(self) -> None:
        """The year as a calendar, or the picture again. Only a measure has a year of its own."""
        if self.item and not self.line:
            self._tell("A year is shown of what is rated.")
            return
        day = self.point[0] if self.point else self.view.span.end
        self.page = None if self.page else self._page_of(day)
        self.show_picture()

    def compare(self, pair: tuple[Span, Span] | None) -> None:
        """Set two spans against each other, both in sight; None ends it.

        What is told of them stands where a point would be read out, so the points are left.
        """
        if self.on_points:
            self.leave_points()
        self.pair, self.page = pair, None
        if pair and not all(day in self.view.span for span in pair for day in _ends(span)):
            first = min(span.start for span in pair)
            self._look_at(Span(first, max(span.end for span in pair)).moved(0, self.whole))
        self.show_picture()

    def lay_over(self, measure: Measure | None) -> None:
        """Lay another series over the picture; None takes it away."""
        self.beside, self.page = measure, None
        self.show_picture()

    def action_points(self) -> None:
        """Onto the points of the picture, or back from them."""
        if self.on_points:
            self.leave_points()
            return
        if self.finding or not self.line:
            return
        box = self.query_one(PictureBox)
        if not box.display or not box.size:
            self.action_open_picture()
        box.can_focus = True
        box.focus(scroll_visible=False)
        self.query_one("#footer", Bar).show(edges.footer(points=True))
        self.show_picture()

    @abstractmethod
    def foot(self) -> list[Group]:
        """The keys that one needs most in the list."""

    @abstractmethod
    def action_open_picture(self) -> None:
        """The picture without the list."""

    def leave_points(self) -> None:
        """Give the keys back to the list, or to what was written about an opened row."""
        self.point = None
        box = self.query_one(PictureBox)
        box.can_focus = False
        box.blur()
        self.query_one("#footer", Bar).show(self.foot())
        self.refocus(leaving=True)
        self.show_picture()

    @abstractmethod
    def refocus(self, *, leaving: bool = False) -> None:
        """Put the keys where they belong."""

    def action_point(self, by: int) -> None:
        """To the rating before or after; a calendar has those of one rater."""
        if not self.shown or not self.point:
            return
        series = self.shown.series
        at = self._index() + by
        while self.page and 0 <= at < len(series.ratings):
            if series.ratings[at].rater is series.lead:
                break
            at += by
        if 0 <= at < len(series.ratings):
            self._point_at(series.ratings[at])

    def action_last_point(self, way: int) -> None:
        """To the latest rating, or to the first of all."""
        if self.shown and (ratings := self.shown.series.ratings):
            self._point_at(ratings[-1 if way > 0 else 0])

    def action_other_row(self, by: int) -> None:
        """Another row of the list, with the cursor near the same day of its picture."""
        self.query_one(Rows).action_move(by)

    def keep_point(self) -> None:
        """Have the cursor on a rating; where its own is not there, on the nearest one before."""
        if not self.on_points or not self.shown or self.under:
            return
        ratings = self.shown.series.ratings
        if ratings:
            found = ratings[max(0, self._index() - 1)]
            self.point = found.day, found.rater

    def _index(self) -> int:
        """Where the rating under the cursor stands among all, or would stand."""
        ratings = self.shown.series.ratings if self.shown else ()
        point = self.point or (self.view.span.end, list(Rater)[-1])
        return bisect_left(ratings, point, key=lambda r: (r.day, r.rater))

    def _point_at(self, rating: Rating) -> None:
        """Put the cursor on a rating and bring it into sight."""
        self.point = rating.day, rating.rater
        span, day = self.view.span, rating.day
        if day not in span and self.page:
            self.page = self._page_of(day)
        elif day not in span:
            ahead = (day - span.end).days if day > span.end else (day - span.start).days
            way = max(ahead, span.days // 2) if ahead > 0 else min(ahead, -(span.days // 2))
            self.window = span.moved(way, self.whole)
        self.show_picture()

    @property
    def under(self) -> Rating | None:
        """The rating under the cursor, as the file has it."""
        if not (self.point and self.shown):
            return None
        ratings, at = self.shown.series.ratings, self._index()
        found = ratings[at] if at < len(ratings) else None
        return found if found and (found.day, found.rater) == self.point else None

    def choose_point(self) -> bool:
        """Have the rating under the cursor opened, where there is one."""
        if self.on_points and self.shown and (rating := self.under):
            self.post_message(self.PointChosen(self.shown.line.measure, rating))
        return self.on_points

    def readout(self) -> Readout | None:
        """What the rating under the cursor says."""
        if not (self.shown and (rating := self.under)):
            return None
        from tui.core.readout import read_out

        words = read_out(rating, self.shown.series, self.desk.manners.dates)
        return Readout(rating.day, rating.value, words)

    def _tell(self, words: str) -> None:
        """Say why a key changes nothing, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(words, timeout=3)

    def _look_at(self, span: Span) -> None:
        usual = self.range.span(self.first_day, self.data.today)
        self.window = None if span == usual else span
        if span == self.whole:
            self.range, self.window = Range.ALL, None
        self.show_picture()

    def _turn(self, way: int) -> None:
        """The page of the calendar before or after, as far as there is anything."""
        if not self.page:
            return
        over = date.fromordinal(
            (self.page.end.toordinal() + 1) if way > 0 else (self.page.start.toordinal() - 1)
        )
        if over.year < self.whole.start.year or over.year > self.whole.end.year:
            self._tell("There is nothing further on." if way > 0 else "There is nothing earlier.")
            return
        self.page = self._page_of(over)
        self.show_picture()

    def _page_of(self, day: date) -> Span:
        from tui.charts import calendar

        box, week = self.query_one(PictureBox), self.desk.manners.first_weekday
        parts = calendar.pages(day.year, box.columns, box.rows, week)
        return next(part for part in parts if day in part)


def _ends(span: Span) -> tuple[date, date]:
    return span.start, span.end
