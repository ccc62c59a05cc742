"""A client's record for reports, without a file, in which one text stands wherever one can."""

from __future__ import annotations

from dataclasses import replace

from tests.core.build import MONDAY, day, measure, series
from tui.core.between import Between
from tui.core.clients import Client
from tui.core.events import Event, EventKind
from tui.core.goals import Goal, Step
from tui.core.measures import Kind, Scale
from tui.core.practices import Practice
from tui.core.record import Record
from tui.core.reflections import Part, Reflection
from tui.core.relationship import Hour
from tui.core.repair import STEPS, Noticer, Rupture, RuptureKind
from tui.core.reviewing import Reviewing
from tui.core.reviews import (
    Agreement,
    Choice,
    Decision,
    EndingPlan,
    PlanKind,
    Review,
    ReviewState,
)
from tui.core.series import Series
from tui.core.sessions import Session

TODAY = day(70)
REVIEWED = day(35)


def everything(text: str, *, long: str | None = None) -> tuple[Reviewing, Between]:
    """A record with `text` in every line of words, and `long` in every text of several lines."""
    long = text if long is None else long
    client = Client("c", text, MONDAY)
    goal = _goal(text)
    broken = Rupture("b", "s", day(21), Noticer.BOTH, RuptureKind.WITHDRAWAL, long)
    for number in range(len(STEPS)):
        broken = broken.step(number, day(28))
    session = Session("s", 1, day(21))
    record = Record(
        client,
        TODAY,
        (_rated(goal), _growth(text)),
        (goal,),
        (Hour(session, {}, (broken,)),),
        (broken,),
        events=(
            Event("e", day(14), EventKind.NOTE, text),
            Event("f", day(42), EventKind.REACHED, text, "goal"),
        ),
        reviews=(REVIEWED,),
    )
    reviewing = Reviewing(
        record,
        (Review("r", REVIEWED, ReviewState.HELD, note=long, next_day=day(100)),),
        (Decision("d", "r", REVIEWED, "goal", Choice.KEEP, long),),
        (Agreement("a", REVIEWED, text, Noticer.CLIENT, "r", day(40), day(39)),),
        plans=(EndingPlan("p", day(60), PlanKind.SETBACK, long),),
    )
    reflections = (Reflection("n", day(50), Part.BETWEEN, long),)
    practices = (Practice("t", day(51), text, 1, 2, long),)
    return reviewing, Between(client, TODAY, reflections, practices, (), (), (), (session,))


def _goal(text: str) -> Goal:
    scale = Scale(text, text)
    asked = measure(text, key="", id_="goal", kind=Kind.GOAL, scale=scale)
    asked = replace(asked, versions=(replace(asked.version, prompt=text),))
    steps = (Step(text, day(10)), Step(text))
    return Goal(asked, why=text, there=text, steps=steps, ladder=(text,) * 5)


def _rated(goal: Goal) -> Series:
    given = series(goal.measure, (0, 3), (7, 4), (14, 4), (42, 6), (49, 7), therapist=[(42, 5)])
    words = goal.wording
    return replace(given, ratings=tuple(replace(r, evidence=words) for r in given.ratings))


def _growth(text: str) -> Series:
    of = measure(text, id_="own", since=(0, 30))
    given = series(of, *((n, n % 10) for n in range(0, 70, 7)))
    return replace(given, ratings=tuple(replace(r, evidence=text) for r in given.ratings))
