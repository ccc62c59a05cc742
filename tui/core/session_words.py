"""What is said of sessions: plain facts, and only as much as there are sessions for.

Nothing is judged: a hard hour may be a good one, and a break that was repaired is a milestone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tui.core.catalogue import FINGERPRINT, TICKS
from tui.core.days import DateStyle, full
from tui.core.measures import Rater
from tui.core.relationship import Hour, Relationship
from tui.core.repair import Rupture
from tui.core.sessions import SessionState
from tui.core.stats.gates import DIFFERENCE_FROM, VALUES_FROM

LATELY: Final = 6
"""How many of the latest sessions are spoken of."""
_HIGH, _LOW = 8, 4
"""From where and up to where something is said to go together with something else."""
NEXT: Final = (
    "it is noticed",
    "it is acknowledged",
    "the client says how it was",
    "the therapist says how it was, and owns its effect",
    "a way forward is agreed",
    "it is checked in the next session",
)
"""Each step of a repair as what comes next, in the order of `repair.STEPS`."""
SHORT: Final = {
    "said_it": "Said what I had been afraid to",
    "came_as_i_was": "Came as I was",
    "laughed": "We laughed",
    "gently_challenged": "Challenged kindly",
    "mattered": "I mattered",
}
"""Each tick in a few words, for a column of them."""
YOURS_FIRST: Final = "Rate yours first"


def veiled(of: Relationship, view: Rater) -> Relationship:
    """What the person who looks may see: without the ratings and ticks that are kept back."""
    hour = of.latest
    if hour is None or (whose := of.sealed(hour, view)) is None:
        return of
    ratings = {key: given for key, given in hour.ratings.items() if key[1] is not whose}
    seen = replace(hour, ratings=ratings, session=replace(hour.session, ticks=()))
    return replace(of, hours=tuple(seen if each is hour else each for each in of.hours))


def signed(value: float) -> str:
    """A value with its sign: "+1", "0", "−2"."""
    return f"{value:+g}".replace("-", "−") if value else "0"


def held(hours: Iterable[Hour]) -> tuple[Hour, ...]:
    """The sessions that took place, oldest first; `hours` are newest first."""
    return tuple(hour for hour in reversed(tuple(hours)) if hour.session.held)


def whose(rater: Rater, view: Rater) -> str:
    """Who rated, as told to the person whose view it is."""
    return "you" if rater is view else rater.value


def who_is_drawn(hours: Iterable[Hour], *keys: str) -> Rater:
    """Whose ratings a picture is of: the first rater who ever gave any of the keys."""
    given = {rater for hour in hours for key, rater in hour.ratings if key in keys}
    return next((rater for rater in Rater if rater in given), Rater.CLIENT)


def points(hours: Iterable[Hour], across: str, up: str) -> tuple[tuple[float, float], ...]:
    """Both values of each session that has both, oldest first; `hours` are newest first."""
    was = held(hours)
    rater = who_is_drawn(was, across, up)
    both = ((hour.value(across, rater), hour.value(up, rater)) for hour in was)
    return tuple((x, y) for x, y in both if x is not None and y is not None)


def against(pairs: Sequence[tuple[float, float]], first: str, second: str) -> str:
    """How two ratings went together, oldest first; `first` and `second` name them."""
    if len(pairs) < VALUES_FROM:
        had = "one session is rated" if pairs else "no session is rated"
        more = " A second one makes a trail." if pairs else ""
        return f"No picture yet: {had} for {first.lower()} and {second.lower()}.{more}"
    lately = pairs[-LATELY:]
    sessions = f"the last {len(lately)} sessions"
    if len(pairs) >= DIFFERENCE_FROM:
        places = Counter((_place(x), _place(y)) for x, y in lately)
        (x, y), many = max(places.items(), key=lambda found: (all(found[0]), found[1]))
        if x and y and 2 * many >= len(lately):
            where = f"all of {sessions}" if many == len(lately) else f"{many} of {sessions}"
            return f"{first} {x} and {second.lower()} {y} in {where}."
    ends = [_range(values) for values in zip(*lately, strict=True)]
    return f"In {sessions}: {first.lower()} {ends[0]}, {second.lower()} {ends[1]}."


def ticked(hours: Iterable[Hour]) -> str:
    """What was ticked of the latest session that has ticks; nothing is counted."""
    found = next((h for h in reversed(held(hours)) if h.session.ticks), None)
    if found is None:
        return "No picture yet: nothing has been ticked. Any may be, none has to be."
    said = [tick.sentence.rstrip(".") for tick in TICKS if tick.key in found.session.ticks]
    return f"Session {found.session.number}: {'. '.join(said)}. Any may be ticked, none has to be."


def fingerprint(hours: Iterable[Hour]) -> str:
    """Where the latest session lay between each two ends."""
    keys = [entry.key for entry in FINGERPRINT]
    was = held(hours)
    rater = who_is_drawn(was, *keys)
    found = next(
        (h for h in reversed(was) if any(h.value(k, rater) is not None for k in keys)), None
    )
    if found is None:
        return "No picture yet: no session has been placed between these ends."
    said = [
        between(entry.key, value)
        for entry in FINGERPRINT
        if (value := found.value(entry.key, rater)) is not None
    ]
    return f"Session {found.session.number}: {', '.join(said)}. Both ends have worth."


def between(key: str, value: float) -> str:
    """A place between the two ends of a pair, in words."""
    scale = next(entry.scale for entry in FINGERPRINT if entry.key == key)
    if not value:
        return f"{scale.low} and {scale.high} alike"
    end = scale.low if value < 0 else scale.high
    return end if abs(value) > 1 else f"somewhat more {end}"


def sentence(hour: Hour, view: Rater, *, sealed: bool = False) -> str:
    """A session in a few plain words."""
    parts = [*_what_became(hour), *_rated(hour, view)]
    if sealed:
        parts.append(f"◇ {YOURS_FIRST}: s. Then both stand side by side.")
    parts += (broken(each) for each in hour.ruptures)
    parts += (mended(each) for each in hour.repaired if each not in hour.ruptures)
    return " ".join(parts)


def titled(hour: Hour, dates: DateStyle) -> str:
    """What a session is called."""
    return f"Session {hour.session.number} · {full(hour.session.day, dates)}"


def side_by_side(hour: Hour, view: Rater) -> str:
    """The alliance of both raters, own first: "you 8.0 · client 4.3"; of one, or "" of none."""
    order = sorted(Rater, key=lambda rater: rater is not view)
    given = [(rater, value) for rater in order if (value := hour.alliance(rater)) is not None]
    return " · ".join(f"{whose(rater, view)} {value:.1f}" for rater, value in given)


def broken(rupture: Rupture) -> str:
    """A break and where its repair is."""
    if rupture.repaired:
        return f"A break ({rupture.kind.said}). {mended(rupture)}"
    step = rupture.next_step
    ahead = f" Next: {NEXT[step]}." if step is not None else ""
    return f"A break ({rupture.kind.said}), its repair is open.{ahead}"


def mended(rupture: Rupture) -> str:
    """That it is repaired, and in how many days; "" while it is not."""
    if rupture.days is None:
        return ""
    if not rupture.days:
        return "◆ Repaired on the same day."
    return f"◆ Repaired in {rupture.days} day{'' if rupture.days == 1 else 's'}."


def open_repairs(ruptures: Sequence[Rupture]) -> str:
    """How many repairs are open and what comes next in the latest; "" where there are none."""
    found = [r for r in ruptures if r.repaired is None]
    if not found:
        return ""
    many = "1 repair open" if len(found) == 1 else f"{len(found)} repairs open"
    step = found[-1].next_step
    return f"{many}, next: {NEXT[step]}" if step is not None else many


def _what_became(hour: Hour) -> Iterator[str]:
    session = hour.session
    match session.state:
        case SessionState.PLANNED:
            yield "Planned."
        case SessionState.MISSED:
            yield "It was missed."
        case SessionState.HELD if not hour.ratings:
            yield "It took place; nothing is rated of it here."
        case SessionState.HELD:
            pass


def _rated(hour: Hour, view: Rater) -> Iterator[str]:
    if alliance := side_by_side(hour, view):
        yield f"Alliance: {alliance}."
    for rater in sorted(Rater, key=lambda each: each is not view):
        said = [
            f"{name} {value:g}"
            for key, name in (("ease", "ease"), ("movement", "movement"))
            if (value := hour.value(key, rater)) is not None
        ]
        if said:
            yield f"{whose(rater, view).capitalize()}: {', '.join(said)}."
    after = hour.value("after")
    if after is not None:
        yield f"Afterwards {signed(after)}."


def _place(value: float) -> str:
    return f"{_HIGH} or more" if value >= _HIGH else f"{_LOW} or less" if value <= _LOW else ""


def _range(values: Sequence[float]) -> str:
    low, high = min(values), max(values)
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"
