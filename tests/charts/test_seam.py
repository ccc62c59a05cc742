"""A repair is a seam on every picture, by more than its colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.charts.build import PALETTE, lines, picture, sizes
from tests.charts.test_ink import set_dots
from tests.core.build import day, measure, series
from tui.charts import plot
from tui.charts.picture import Seam, Upright
from tui.charts.seams import seams, within
from tui.core.repair import Noticer, Rupture, RuptureKind
from tui.core.timespan import Span

SIZE = (76, 20)


@pytest.mark.parametrize(
    ("seam", "part"),
    [
        (((10, 2), (20, 8)), ((10, 2), (20, 8))),
        (((-10, 2), (10, 8)), ((0, 5), (10, 8))),
        (((90, 8), (108, 2)), ((90, 8), (99, 5))),
        (((5, 2), (5, 2)), ((5, 2), (5, 2))),
        (((-9, 2), (-1, 8)), None),
        (((100, 2), (110, 8)), None),
    ],
)
def test_a_seam_is_cut_where_the_span_ends(seam: Seam, part: Seam | None) -> None:
    assert within(seam, 100) == part


@pytest.mark.parametrize(
    ("repaired", "seam"),
    [
        (40, ((20, 2), (40, 8))),
        (35, ((20, 2), (40, 8))),
        (95, ((20, 2), (80, 9))),
        (20, ((20, 2), (20, 2))),
        (None, None),
    ],
)
def test_a_seam_goes_to_the_session_of_the_repair(repaired: int | None, seam: Seam | None) -> None:
    """Or to the next one after it; a break that is still open has none."""
    told = series(measure(), (0, 7), (20, 2), (40, 8), (80, 9), therapist=[(35, 1)])
    steps = (*[day(20)] * 5, None if repaired is None else day(repaired))
    rupture = Rupture("r", "s", day(20), Noticer.BOTH, RuptureKind.WITHDRAWAL, "", steps)
    unrated = replace(rupture, day=day(21))
    found = seams(told, [rupture, unrated], Span(day(0), day(99)))
    assert found == ((seam,) if seam else ())
    assert seams(told, [rupture], Span(day(81), day(99))) == ()


def test_a_seam_is_drawn_from_the_dip_to_the_repair() -> None:
    seam: Seam = ((20, 2), (60, 8))
    shown = replace(picture(runs=(((20, 2),), ((60, 8),))), others=(), latest=None, seams=(seam,))
    drawn = lines(plot.draw(shown, *SIZE, PALETTE))
    row, column = plot.cell(shown, *SIZE, (60, 8))
    assert drawn[row][column] == "◆"
    left, right = (plot.cell(shown, *SIZE, (x, 2))[1] for x in (20, 60))
    inked = {x // 2 for x, _ in set_dots(drawn)}
    assert {*range(left + 1, right)} <= inked <= {*range(left, right + 2)}


def test_what_ends_beyond_the_span_is_not_mended_in_it() -> None:
    cut = replace(picture(runs=()), seams=(((90, 8), (120, 2)),), others=())
    drawn = plot.draw(cut, *SIZE, PALETTE)
    assert "◆" not in drawn
    assert set_dots(lines(drawn))


@pytest.mark.parametrize("size", [(12, 5), (37, 11), (122, 40)], ids=str)
def test_a_repair_has_a_foot_and_says_its_name_where_there_is_room(size: tuple[int, int]) -> None:
    uprights = [Upright(30, "repaired", own=False, seam=True), Upright(34, "own words", own=True)]
    drawn = plot.draw(picture(uprights=uprights), *size, PALETTE)
    assert sizes(drawn) == (size[1], {size[0]})
    shown = lines(drawn)
    column = plot.cell(picture(), *size, (30, 5))[1]
    assert shown[-3][column] == "◆"
    alone = lines(plot.draw(picture(uprights=uprights[:1]), *size, PALETTE))
    assert ("◆ repaired " in alone[0]) == (size[0] > 20)
