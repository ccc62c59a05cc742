"""Limits, medians, a second series and spans in a drawing; where a point stands in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from tests.charts.build import PALETTE, lines, picture, sizes
from tests.core.build import day, measure, series
from tui.charts import plot
from tui.charts.picture import Band, Second, Stretch, compose, second, strands
from tui.core.measures import Kind, Scale
from tui.core.stats.reading import read
from tui.core.timespan import Span

SPAN = Span(day(0), day(99))
WEEKLY = [(7 * n, 3 + n % 3) for n in range(14)]


def drawn(**parts: object) -> list[str]:
    shown = replace(picture(runs=(((99, 5),),)), others=(), **parts)  # type: ignore[arg-type]
    return lines(plot.draw(shown, 80, 20, PALETTE))


@pytest.mark.parametrize("size", [(12, 5), (37, 11), (60, 15), (122, 40)], ids=str)
def test_a_point_is_where_it_is_said_to_be(size: tuple[int, int]) -> None:
    scales = (Scale(), Scale("", "", -2, 2), Scale("", "", 0, 100), Scale("", "", 0, 1, 0.1))
    for scale, days, share in product(scales, (7, 33, 100, 4000), (0, 0.1, 0.5, 0.7, 1)):
        for x in (0, 1, days // 2, days - 1):
            at = (x, scale.minimum + share * scale.span)
            shown = replace(picture(days, scale=scale, runs=((at,),)), others=())
            found = [
                (y, line.index("●"))
                for y, line in enumerate(lines(plot.draw(shown, *size, PALETTE)))
                if "●" in line
            ]
            assert found == [plot.cell(shown, *size, at)]


def test_limits_are_clipped_and_begin_with_the_wording() -> None:
    asked = measure(since=(0, 35))
    told = series(asked, *WEEKLY[:5], *((7 * n, 10 * (n % 2)) for n in range(5, 14)))
    shown = compose(told, None, (), SPAN, 80, reading=read(told, day(99)))
    assert shown.band == Band(35, 99, 10, 0, 10, trial=True)
    assert compose(told, None, (), SPAN, 80).band is None
    earlier = Span(day(0), day(30))
    assert compose(told, None, (), earlier, 80, reading=read(told, day(99))).band is None


def test_limits_begin_anew_at_a_new_level() -> None:
    told = series(measure(), *WEEKLY)
    shown = compose(told, None, (), SPAN, 80, reading=read(told, day(99), rebased=day(50)))
    assert shown.band
    assert (shown.band.start, shown.band.trial) == (56, True)


def test_a_few_ratings_have_a_median_and_no_limits() -> None:
    told = series(measure(), *WEEKLY[:3])
    shown = compose(told, None, (), SPAN, 80, reading=read(told, day(99)))
    assert shown.band == Band(0, 99, 4)


def test_trial_limits_are_more_broken_and_say_so() -> None:
    whole = drawn(band=Band(0, 99, 5, 3, 7))
    trial = drawn(band=Band(0, 99, 5, 3, 7, trial=True))
    assert "trial limits" in "".join(trial)
    assert "trial" not in "".join(whole)
    inked = [sum(sum("⠀" < c <= "⣿" for c in line) for line in shown) for shown in (whole, trial)]
    assert inked[0] > inked[1] * 1.3
    narrow = replace(picture(runs=()), band=Band(0, 99, 5, 3, 7, trial=True))
    assert sizes(plot.draw(narrow, 10, 5, PALETTE)) == (5, {10})


def test_a_second_series_keeps_its_place_on_its_own_scale() -> None:
    other = series(measure("Calm", scale=Scale("", "", 0, 100)), (0, 50), (50, 100))
    (strand,) = strands(other)
    laid = second(strand, other.measure, Scale(), SPAN, 80)
    assert laid == Second(Kind.GROWTH, ((((0, 5.0),)), ((50, 10.0),)))
    assert "".join(drawn(second=laid)).count("▪") == 2


def test_spans_are_marked_by_their_letters() -> None:
    shown = drawn(stretches=(Stretch(0, 40, "A"), Stretch(50, 99, "B")))
    (row,) = (line for line in shown if "─A─" in line)
    assert row.index("├") < row.index("A") < row.rindex("├") < row.index("B") < row.rindex("┤")
