"""What is asked before a picture shows more: a second series, two spans, what “then” is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from tui.core.days import DateStyle, between, near
from tui.core.events import Event
from tui.core.measures import Measure
from tui.core.text import clean
from tui.core.timespan import Span
from tui.dialogs.choosing import Choosing
from tui.dialogs.fields import Choice, Day, Words

Pair = tuple[Span, Span]

_START, _TYPED, _SHOWN = "start", "typed", "shown"
_AGO: Final = (("1", "a month ago"), ("6", "six months ago"), ("12", "a year ago"))
_ENDS: Final = (
    ("a_start", "A from"),
    ("a_end", "A to"),
    ("b_start", "B from"),
    ("b_end", "B to"),
)


def second_series(measures: Sequence[Measure]) -> Choosing[Measure]:
    """Which series is laid over the picture."""
    by_id = {measure.id: measure for measure in measures}
    options = tuple((measure.id, measure.name) for measure in measures)
    which = Choice(key="which", label="Lay over it", options=options, value=options[0][0])
    return Choosing("Overlay", (which,), lambda values: by_id[values["which"]])


def two_spans(
    shown: Span, whole: Span, events: Iterable[Event], dates: DateStyle = DateStyle.DAY_MONTH
) -> Choosing[Pair | None]:
    """Which two spans are compared; the value is None where they are yet to be typed.

    What is shown is set against as many days before it, an event parts the whole time in two.
    """
    pairs: dict[str, Pair] = {}
    labels = []
    before = Span(date.fromordinal(max(1, shown.start.toordinal() - shown.days)), shown.start)
    before = Span(before.start, shown.start - timedelta(1))
    if shown.start > whole.start:
        pairs[_SHOWN] = (before, shown)
        labels.append((_SHOWN, f"What is shown, and before it: {_said(pairs[_SHOWN], dates)}"))
    else:
        halves = Span(shown.start, shown.middle - timedelta(1)), Span(shown.middle, shown.end)
        pairs[_SHOWN] = halves
        labels.append((_SHOWN, f"The first half and the second: {_said(halves, dates)}"))
    for event in sorted(events, key=lambda e: e.day, reverse=True):
        if whole.start < event.day <= whole.end:
            ahead = Span(whole.start, event.day - timedelta(1))
            pairs[event.id] = ahead, Span(event.day, whole.end)
            name = clean(event.text) or event.kind.value
            day = near(event.day, whole.end, dates)
            labels.append((event.id, f"Before and after {day}: {name}"))
    labels.append((_TYPED, "Two spans that I type"))
    how = Choice(key="how", label="Compare", options=tuple(labels), value=labels[0][0])
    return Choosing("Compare two spans", (how,), lambda values: pairs.get(values["how"]))


def typed_spans(today: date, dates: DateStyle = DateStyle.DAY_MONTH) -> Choosing[Pair]:
    """Two spans by their first and last days."""
    fields = tuple(
        Day(key=key, label=label, today=today, dates=dates, required="Which day?")
        for key, label in _ENDS
    )

    def made(values: Mapping[str, Any]) -> Pair:
        one, other = (Span(values[f"{x}_start"], values[f"{x}_end"]) for x in "ab")
        for span, letter in ((one, "A"), (other, "B")):
            if span.end < span.start:
                raise ValueError(f"{letter} ends before it begins.")
        if other.start <= one.end:
            raise ValueError("B begins after A has ended.")
        return one, other

    return Choosing("Compare two spans", fields, made)


def what_then_is(
    today: date, then: date | None, dates: DateStyle = DateStyle.DAY_MONTH
) -> Choosing[str]:
    """Which day the lists go back to, as ISO; "" is the start of each."""
    options = ((_START, "the start of each"), *_AGO, (_TYPED, "another day:"))
    known = {months: _months_ago(today, int(months)) for months, _ in _AGO}
    value = next((key for key, day in known.items() if day == then), _TYPED if then else _START)
    how = Choice(key="how", label="“Then” is", options=options, value=value)
    other = then.isoformat() if then and value == _TYPED else ""
    day = Day(key="day", label="The day", today=today, dates=dates, value=other)
    hint = Words("What counts is the rating nearest before that day; one long before it does not.")

    def made(values: Mapping[str, Any]) -> str:
        if values["how"] == _TYPED or values["day"]:
            if not values["day"]:
                raise ValueError("Which day?")
            return str(values["day"].isoformat())
        chosen = known.get(values["how"])
        return chosen.isoformat() if chosen else ""

    return Choosing("Then and now", (how, day, hint), made)


def _months_ago(today: date, months: int) -> date:
    """The same day of an earlier month, or its last where it is shorter."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    for day in range(today.day, today.day - 4, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _said(pair: Pair, dates: DateStyle) -> str:
    return " / ".join(between(span.start, span.end, dates) for span in pair)
