"""What a report tells, gathered from what the file knows of a client on the last day of a period.

Only what was chosen is looked at. A therapist's own notes are in another file, which nothing here
opens; what is kept back from who rates second is kept back here too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui import __version__
from tui.core import days
from tui.core.between import Between
from tui.core.manners import Manners
from tui.core.measures import Kind, Rater
from tui.core.record import Record, as_of
from tui.core.reports import Part, Wanted
from tui.core.reviewing import Reviewing
from tui.core.sealed import seen
from tui.core.timespan import Span
from tui.exchange.report import hours, rated, written
from tui.exchange.report.content import AID, Report, Section
from tui.exchange.report.whole import Whole

_LIGHTER = "Lower is lighter. A hard week is just that; leaning on people is growth."


def report(
    of: Reviewing,
    between: Between,
    wanted: Wanted,
    view: Rater = Rater.CLIENT,
    manners: Manners = Manners(),
) -> Report:
    """The report that is wanted, as `view` may see it; raises `ValueError` for an odd period."""
    today = of.record.today
    wanted.sound(today)
    end = wanted.end or today
    record = as_of(seen(of.record, view), end)
    start = min(wanted.start or record.period or _beginning(record), end)
    whole = Whole(record, of, between, wanted.parts, Span(start, end), manners)
    sections = tuple(section for section in _sections(whole) if _says_something(section))
    facts = tuple(_facts(whole, sections, wanted, today, view))
    return Report(record.client.name, start, end, facts, sections, manners.dates)


def _beginning(record: Record) -> date:
    """The first day of which anything is known: therapy began then, or a rating is older."""
    firsts = (series.ratings[0].day for series in record.series if series.ratings)
    return min([record.client.started, *firsts])


def _sections(of: Whole) -> Iterator[Section]:
    for part in of.parts:
        match part:
            case Part.GOALS:
                yield rated.goals(of)
                yield written.reviews(of)
            case Part.GROWTH:
                yield rated.measures(of, Kind.GROWTH, "Growth", "")
            case Part.SIGNS:
                yield rated.measures(of, Kind.SIGN, "Signs", _LIGHTER)
            case Part.SESSIONS:
                yield hours.section(of)
            case Part.NOTES:
                yield written.notes(of)


def _says_something(section: Section) -> bool:
    return bool(section.intro or section.pieces or section.table or section.blocks)


def _facts(
    of: Whole, sections: tuple[Section, ...], wanted: Wanted, today: date, view: Rater
) -> Iterator[tuple[str, str]]:
    yield "Period", _period(of, wanted, today)
    dates = of.manners.dates
    yield "Made", f"{days.full(today, dates)}, in the {view.value}’s view, by fledge {__version__}"
    left = [part.value for part in Part if part not in of.parts]
    out = f"; left out: {', '.join(left)}" if left else ""
    yield "In it", f"{', '.join(part.value for part in of.parts)}{out}"
    if raters := _raters(sections):
        yield "Who rated", ", ".join(f"{rater.mark} {rater.value}" for rater in raters)
    yield (
        "Whose words",
        "Goals, steps and what stands in “…” are as the client and the therapist wrote them. "
        "The sentence beneath a picture follows from the ratings by a fixed rule, and whatever "
        "moved may be chance.",
    )
    yield "What this is", AID


def _period(of: Whole, wanted: Wanted, today: date) -> str:
    start, end, dates = of.span.start, of.span.end, of.manners.dates
    said = days.between(start, end, dates) if start < end else days.full(end, dates)
    if wanted.start is None:
        said += ", since the last review" if of.record.period else ", from the beginning"
    return f"{said}; as it was known on that last day" if end < today else said


def _raters(sections: tuple[Section, ...]) -> tuple[Rater, ...]:
    """Whose ratings are drawn anywhere."""
    drawn = [piece.picture for section in sections for piece in section.pieces if piece.picture]
    found = {each.lead for each in drawn} | {who for each in drawn for who, _ in each.others}
    return tuple(rater for rater in Rater if rater in found)
