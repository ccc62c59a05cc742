"""What goes into a report: what was chosen, of the period, as this view may see it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.core.build import day, measure, rating, series
from tests.exchange.reporting import REVIEWED, TODAY, everything
from tui.charts.picture import Picture
from tui.core.alliance import ALLIANCE
from tui.core.measures import Kind, Rater, Scale
from tui.core.relationship import Hour
from tui.core.reports import SAFEST, Layout, Part, Wanted, layout_of, parts
from tui.core.sessions import Session
from tui.exchange.report import drawing
from tui.exchange.report.alt import alt
from tui.exchange.report.content import AID, Piece, Report, Section
from tui.exchange.report.gather import report
from tui.exchange.report.html import html
from tui.exchange.report.markdown import markdown
from tui.exchange.report.plain import text

FREE = "zqfreeqz"
"""Words that stand only in what was written freely."""
ALL = tuple(Part)


def section(of: Report, heading: str) -> Section:
    (found,) = (each for each in of.sections if each.heading == heading)
    return found


def piece(of: Report, heading: str) -> Piece:
    return section(of, heading).pieces[0]


def drawn(of: Report, heading: str) -> Picture:
    picture = piece(of, heading).picture
    assert picture
    return picture


def freely(wanted: Wanted, view: Rater = Rater.CLIENT) -> Report:
    """A report of a record in which everything that is not a name or a wording is `FREE`."""
    reviewing, between = everything("Wording", long=FREE)
    (goal,) = reviewing.record.goals
    known = replace(
        reviewing.record,
        goals=(replace(goal, why=FREE, there=FREE, ladder=(FREE,) * 5),),
        events=tuple(replace(event, text=FREE) for event in reviewing.record.events),
        series=tuple(
            replace(s, ratings=tuple(replace(r, evidence=FREE) for r in s.ratings))
            for s in reviewing.record.series
        ),
    )
    return report(replace(reviewing, record=known), between, wanted, view)


@pytest.mark.parametrize("lay_out", [html, markdown, text])
def test_what_was_written_freely_goes_in_only_when_it_is_asked_for(lay_out: object) -> None:
    assert callable(lay_out)
    unasked = Wanted((*SAFEST, Part.SESSIONS), start=day(0))
    assert FREE not in lay_out(freely(unasked))
    assert lay_out(freely(Wanted(ALL, start=day(0)))).count(FREE) > 10


def test_unasked_there_is_no_word_of_sessions() -> None:
    told = freely(Wanted(start=day(0)))
    assert [each.heading for each in told.sections] == ["Goals", "Reviews", "Growth", "Signs"]
    for layout in (html, markdown, text):
        page = layout(told).replace("◆ A break was repaired", "").lower()
        assert not re.search(r"repaired|a break|pulled away", page)
    assert not any(upright.seam for upright in drawn(told, "Goals").uprights)


def test_sessions_bring_the_repair_onto_every_picture() -> None:
    told = freely(Wanted(ALL, start=day(0)))
    for heading in ("Goals", "Growth"):
        marked = [u for u in drawn(told, heading).uprights if u.seam]
        assert [u.x for u in marked] == [28]
        assert 'class="gold"' in html(told)
    (breaks,) = section(told, "Sessions").blocks
    assert breaks.entries[0].text == "1 break, 1 repaired · 7 days."


def test_the_period_is_that_since_the_last_review() -> None:
    told = freely(Wanted())
    assert (told.start, told.end) == (REVIEWED, TODAY)
    assert ("Period", "6 Jul – 10 Aug 2026, since the last review") in told.facts
    goal = piece(told, "Goals")
    assert goal.span == "6 → 7"
    assert goal.said.startswith("In this period: 2 ratings, from 6 to 7. Of all: 7 now, 3 at")
    reviewing, between = everything("x")
    never = replace(reviewing, record=replace(reviewing.record, reviews=()), reviews=())
    assert report(never, between, Wanted()).start == day(0)


def test_an_earlier_last_day_is_told_as_it_was_known_then() -> None:
    told = freely(Wanted(ALL, end=day(20)))
    assert piece(told, "Goals").span == "3 → 4"
    assert "Reached" not in piece(told, "Goals").said
    assert "Reviews" not in [each.heading for each in told.sections]
    assert [block.heading for block in section(told, "Notes").blocks] == ["What happened"]


def test_a_review_brings_what_was_decided_and_agreed() -> None:
    (review,) = section(freely(Wanted()), "Reviews").pieces
    told = {block.heading: [(e.lead, e.text) for e in block.entries] for block in review.blocks}
    assert told == {
        "Decided": [("keep", "“Wording”")],
        "Agreed": [("client, by 11 Jul", "“Wording” ☑ 10 Jul")],
        "The next review": [("", "9 Sep")],
    }


def test_a_report_says_what_it_is() -> None:
    told = freely(Wanted())
    facts = dict(told.facts)
    assert facts["Made"].startswith("Mon 10 Aug 2026, in the client’s view, by fledge ")
    assert facts["In it"] == "goals, growth, signs; left out: sessions, notes"
    assert facts["Who rated"] == "• client, ◇ therapist"
    assert facts["What this is"] == AID
    assert "conversation aid" in text(told)


def test_what_the_therapist_has_yet_to_rate_is_kept_back() -> None:
    """Nobody rates second with the other's marks in sight, not even through a report."""
    reviewing, between = everything("x")
    of = measure("Ease", key="ease", id_="ease", kind=Kind.SESSION, cadence=None)
    given = rating(of, 63, 9)
    both = replace(series(of), ratings=(rating(of, 21, 4), given))
    joint = replace(
        series(ALLIANCE), ratings=tuple(replace(r, measure_id="alliance") for r in both.ratings)
    )
    hour = Hour(Session("late", 2, day(63)), {("ease", Rater.CLIENT): given})
    known = replace(
        reviewing.record,
        hours=(hour, *reviewing.record.hours),
        series=(*reviewing.record.series, both, joint),
    )

    def seen(view: Rater) -> Section:
        made = report(replace(reviewing, record=known), between, Wanted(ALL, start=day(0)), view)
        return section(made, "Sessions")

    def shown(view: Rater) -> list[str]:
        table = seen(view).table
        assert table
        return [row[4] for row in table.rows] + [each.span for each in seen(view).pieces]

    assert shown(Rater.CLIENT) == ["·", "9", "4 → 9", "4 → 9"]
    assert shown(Rater.THERAPIST) == ["·", "·", "4", "4"]


def test_the_line_breaks_over_a_gap_and_over_new_words() -> None:
    reviewing, between = everything("x")
    told = report(reviewing, between, Wanted(start=day(0)))
    assert len(drawing.drawing(drawn(told, "Goals")).lines) == 2, "four weeks without a rating"
    growth = drawing.drawing(drawn(told, "Growth"))
    assert len(growth.lines) == 2, "reworded on the thirtieth day"
    assert [(v.kind, v.x) for v in growth.verticals] == [("own", growth.verticals[0].x)]
    assert "then a gap" in alt(drawn(told, "Goals"))
    assert "Marked: reworded (1 Jul)" in alt(drawn(told, "Growth"))


def test_everything_drawn_lies_on_the_paper_and_in_order() -> None:
    reviewing, between = everything("x")
    made = drawing.drawing(drawn(report(reviewing, between, Wanted(ALL, start=day(0))), "Goals"))
    spots = [*made.dots, *(spot for _, spots in made.others for spot in spots)]
    assert all(0 < x < drawing.WIDTH and 0 < y < drawing.HEIGHT for x, y in spots)
    assert all(one[0] < next_[0] for one, next_ in pairwise(made.dots))
    assert made.dots[0][1] > made.dots[-1][1], "more is higher"
    assert [who for who, _ in made.others] == ["therapist"]


def test_what_is_on_another_scale_is_not_drawn_on_this_one() -> None:
    of = measure(since=(0, 30), scale=Scale(minimum=-2, maximum=2))
    given = series(of, (0, 8), (7, 9), (31, 1), (38, 2))
    reviewing, between = everything("x")
    known = replace(reviewing.record, series=(given,), goals=())
    told = report(replace(reviewing, record=known), between, Wanted(start=day(0)))
    assert len(drawing.drawing(drawn(told, "Growth")).dots) == 2


def test_what_is_asked_for_is_read_or_refused() -> None:
    assert parts(["notes", " Goals"]) == (Part.GOALS, Part.NOTES)
    with pytest.raises(ValueError, match="“secrets” is nothing that goes into a report"):
        parts(["secrets"])
    for odd in (Wanted(()), Wanted(end=day(71)), Wanted(start=day(9), end=day(8))):
        with pytest.raises(ValueError):  # noqa: PT011
            odd.sound(TODAY)
    assert layout_of("a.b.HTML") is Layout.HTML
    assert layout_of("markdown") is None
