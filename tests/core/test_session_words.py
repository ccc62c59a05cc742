"""Sessions in words: what is said of them, and from how many on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tui.core import after_session
from tui.core import session_words as words
from tui.core.catalogue import CATALOGUE
from tui.core.clients import Client
from tui.core.measures import Measure, Rater
from tui.core.ratings import Rating
from tui.core.relationship import Hour, Relationship
from tui.core.repair import STEPS, Noticer, Rupture, RuptureKind
from tui.core.session_details import blocks
from tui.core.sessions import Session, SessionState

TODAY = date(2026, 11, 22)
MEASURES: dict[str, Measure] = {
    entry.key: entry.measure(entry.key, TODAY - timedelta(400))
    for entry in CATALOGUE
    if entry.key in after_session.RATED
}
ITEMS = ("alliance_goals", "alliance_tasks", "alliance_bond")


def hour(n: int, rater: Rater = Rater.CLIENT, /, **values: float) -> Hour:
    """Session `n` of twenty, a week apart, the last of them today."""
    day = TODAY - timedelta(7 * (20 - n))
    given = {
        (key, rater): Rating(MEASURES[key].id, day, rater, value, 1, day)
        for key, value in values.items()
    }
    return Hour(Session(f"s{n}", n, day, entered=day), given)


def relationship(*hours: Hour) -> Relationship:
    """Hours as a file tells them, oldest first here."""
    ruptures = tuple(rupture for each in hours for rupture in each.ruptures)
    client = Client("c", "Kim", TODAY - timedelta(300))
    return Relationship(client, TODAY, tuple(reversed(hours)), ruptures, MEASURES)


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([], "No picture yet: no session is rated for ease and movement."),
        (
            [(7, 3)],
            "No picture yet: one session is rated for ease and movement."
            " A second one makes a trail.",
        ),
        ([(9, 3)] * 4, "In the last 4 sessions: ease 9, movement 3."),
        (
            [(2, 9)] * 9 + [(8, 4), (9, 2), (8, 3), (6, 7), (10, 0), (9, 4)],
            "Ease 8 or more and movement 4 or less in 5 of the last 6 sessions.",
        ),
        ([(5, 5), (6, 7), (5, 6), (6, 5), (7, 7)], "In the last 5 sessions: ease 5 to 7,"),
    ],
    ids=["none", "one", "few", "together", "mixed"],
)
def test_two_ratings_are_told_together_only_from_five_sessions_on(
    pairs: list[tuple[float, float]], said: str
) -> None:
    assert words.against(pairs, "Ease", "Movement").startswith(said)


def test_a_therapist_sees_nothing_of_what_the_client_rated_before_rating_it_too() -> None:
    """Neither values nor ticks; once both have rated they stand side by side."""
    mine = hour(20, **dict.fromkeys(ITEMS, 4), ease=3, movement=9)
    mine = replace(mine, session=replace(mine.session, ticks=("laughed",)))
    of = relationship(hour(19, ease=6, movement=6), mine)
    veiled = words.veiled(of, Rater.THERAPIST)
    assert veiled.hours[0].ratings == {}
    assert veiled.hours[0].session.ticks == ()
    assert veiled.hours[1] is of.hours[1]
    assert words.veiled(of, Rater.CLIENT) is of
    theirs = hour(20, Rater.THERAPIST, **dict.fromkeys(ITEMS, 8))
    both = replace(mine, ratings={**mine.ratings, **theirs.ratings})
    of = relationship(both)
    assert words.veiled(of, Rater.THERAPIST) is of
    assert words.side_by_side(both, Rater.THERAPIST) == "you 8.0 · client 4.0"


def test_what_is_written_up_is_one_deed_of_what_is_new() -> None:
    """What stays as it was is not written again, and what is taken back is dropped."""
    before = hour(20, ease=6, movement=5, support=4)
    of = relationship(before)
    _, state = after_session.asked(of, before.session, before, Rater.CLIENT)
    assert after_session.deed(state, before.session, before, TODAY, Rater.CLIENT) is None
    at = {due.measure.id: n for n, due in enumerate(state.lines)}
    state = state.move(at["movement"] - state.at).key("7")
    state = state.move(at["support"] - state.at).clear()
    state = state.move(at["session:tick:laughed"] - state.at).rate(1)
    deed = after_session.deed(state, before.session, before, TODAY, Rater.CLIENT)
    assert deed
    assert [(r.measure_id, r.value) for r in deed.ratings] == [("movement", 7)]
    assert deed.rated == (before.ratings["movement", Rater.CLIENT],)
    assert [r.measure_id for r in deed.dropped] == ["support"]
    assert deed.session.ticks == ("laughed",)


def test_a_therapist_is_asked_only_what_a_therapist_rates_and_leaves_ticks_alone() -> None:
    before = hour(20, **dict.fromkeys(ITEMS, 4), support=2)
    before = replace(before, session=replace(before.session, ticks=("laughed",)))
    _, state = after_session.asked(relationship(before), before.session, before, Rater.THERAPIST)
    asked = {due.measure.id for due in state.lines if not after_session.is_said(due.measure)}
    assert asked == {key for key, m in MEASURES.items() if Rater.THERAPIST in m.raters}
    assert all(due.last is None for due in state.lines)  # the client's are not behind the form
    state = state.move(2 - state.at).key("8")
    deed = after_session.deed(state, before.session, before, TODAY, Rater.THERAPIST)
    assert deed
    assert deed.session == before.session
    assert not deed.dropped


def test_which_session_waits() -> None:
    planned = Session("p", 0, TODAY - timedelta(1), SessionState.PLANNED)
    ahead = Session("a", 0, TODAY + timedelta(6), SessionState.PLANNED)
    rated, bare = hour(19, ease=5), hour(19)
    of = relationship(rated, Hour(planned, {}), Hour(ahead, {}))
    assert after_session.waiting(of, TODAY, Rater.CLIENT, "new").id == "p"
    new = after_session.waiting(relationship(rated, Hour(ahead, {})), TODAY, Rater.CLIENT, "new")
    assert (new.id, new.day, new.number) == ("new", TODAY, 2)
    assert after_session.waiting(relationship(bare), TODAY, Rater.CLIENT, "new").id == "s19"
    assert after_session.waiting(relationship(rated), TODAY, Rater.THERAPIST, "new").id == "s19"


def test_a_repair_is_told_by_its_days_and_what_comes_next() -> None:
    day = date(2026, 11, 1)
    rupture = Rupture(
        "r", "s", day, Noticer.BOTH, RuptureKind.WITHDRAWAL, steps=(day,) + (None,) * 5
    )
    assert words.open_repairs([rupture]) == "1 repair open, next: it is acknowledged"
    done = replace(rupture, steps=(day, day, day, day, day, day + timedelta(9)))
    assert words.mended(done) == "◆ Repaired in 9 days."
    assert words.mended(replace(done, steps=(day,) * 6)) == "◆ Repaired on the same day."
    assert words.open_repairs([done]) == ""


def test_everything_about_a_session_is_there_to_read() -> None:
    """Each value with what was asked, pairs and ticks in words, the break with its steps."""
    mine = hour(20, **dict.fromkeys(ITEMS, 9), comfort_challenge=2, after=-1)
    theirs = hour(20, Rater.THERAPIST, alliance_bond=7)
    session = replace(
        mine.session,
        ticks=("laughed",),
        entered=TODAY + timedelta(0),
        moved_from=TODAY - timedelta(2),
    )
    rupture = Rupture("r", "s20", TODAY, Noticer.CLIENT, RuptureKind.CONFRONTATION, "a\nb")
    full = Hour(session, {**mine.ratings, **theirs.ratings}, (rupture,))
    told = blocks(full, MEASURES, TODAY, Rater.CLIENT)
    text = "\n".join(f"{entry.lead} {entry.text}" for block in told for entry in block.entries)
    assert "9 ◇7 Bond. I feel respected and can be honest." in text
    assert "−1 Afterwards." in text
    assert "You: challenge." in text
    assert "● We laughed." in text
    assert "Pushed back; noticed by the client." in text
    assert "Moved: it was planned for" in text
    assert text.count("☐") == len(STEPS)
