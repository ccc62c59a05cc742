"""A file that another program has written into: hostile texts in every column, as they are."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tests.support.hostile import HOSTILE, SEEN
from tui.core.deeds import KeepLifeline, Note, SetGoal
from tui.core.drafts import Draft
from tui.core.events import Event, EventKind
from tui.core.goals import Goal, Milestone, Step
from tui.core.lifelines import Lifeline, Section
from tui.core.measures import Direction, Kind, Measure, Rater, Scale, Version
from tui.core.ratings import Rating
from tui.core.text import clean
from tui.ids import new_id
from tui.store import clients, deeds, drafts, ratings
from tui.store.connection import open_file

_COLUMNS: Final = (
    *("client.name", "measure.name", "version.prompt", "version.low", "version.high"),
    *("goal.why", "goal.there", "step.text", "rating.evidence", "event.text", "change.label"),
    *("change.author", "lifeline.name", "lifeline.reach", "draft.given"),
)


def ransacked(path: Path, today: date) -> Path:
    """Make the file, and give its path back.

    Of each text there is a goal with everything a goal can have, an event of the goal, one of all,
    and a line of Help now; of one there is a draft.
    """
    file = open_file(path, create=True)
    client = clients.begin(file, "Kim", today - timedelta(60))
    for n, text in enumerate(SEEN.values()):
        versions = (
            Version(1, today - timedelta(60), text, Scale(text, text)),
            Version(2, today - timedelta(50), text, Scale(text, text)),
        )
        measure = Measure(
            new_id(), "", Kind.GOAL, text, Direction.HIGHER, 7, (Rater.CLIENT,), versions
        )
        goal = Goal(
            measure,
            why=text,
            there=f"{text}\n{text}",
            by_when=today,
            steps=(Step(text), Step(text, today)),
            milestone=Milestone(5, today, today),
            ladder=(text,) * 5,
        )
        deeds.do(file, client.id, SetGoal(goal))
        for ago in (40, 1):
            day = today - timedelta(ago)
            made = Rating(measure.id, day, Rater.CLIENT, 5, 2, today, text)
            ratings.rate(file, made, text)
        for about in (measure.id, None):
            day = today - timedelta(30 - n % 30)
            deeds.do(file, client.id, Note(Event(new_id(), day, EventKind.NOTE, text, about)))
        line = Lifeline(new_id(), Section.PEOPLE, text, text, today - timedelta(400))
        deeds.do(file, client.id, KeepLifeline(line))
    text = HOSTILE["clipboard"]
    drafts.keep(file, client.id, Draft("event", "", {"text": text, "day": text, "about": text}))
    file.close()
    with closing(sqlite3.connect(path)) as conn:
        for column in _COLUMNS:
            _put_back(conn, *column.split("."))
        conn.commit()
    return path


def _put_back(conn: sqlite3.Connection, table: str, column: str) -> None:
    """Have a column hold the texts as they were before they were cleaned."""
    for text in HOSTILE.values():
        kept = clean(text)
        if kept == text or not kept.strip() or text == HOSTILE["surrogates"]:
            continue  # the last one no UTF-8 can hold
        sql = f"UPDATE {table} SET {column} = replace({column}, ?, ?) WHERE instr({column}, ?)"
        put = json.dumps(text)[1:-1] if table == "draft" else text
        conn.execute(sql, (kept, put, kept))
