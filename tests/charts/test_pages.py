"""Pages that draw themselves: each fills its place, and shows what is so where it is so."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.charts.build import PALETTE, lines
from tests.charts.test_ink import set_dots
from tests.core.build import day
from tests.support.hostile import HOSTILE
from tui.charts.beside import Beside
from tui.charts.canvas import Canvas
from tui.charts.dots import Column, Dots
from tui.charts.page import Page
from tui.charts.pairs import Pair, Pairs
from tui.charts.trail import BRIGHT, Trail
from tui.core.practices import Practice
from tui.core.series import Point
from tui.core.timespan import Span

TEXTS = st.sampled_from(["", "came as I was", *HOSTILE.values()])
VALUES = st.integers(0, 10)
PLACES = st.integers(-2, 2)
DAYS = st.integers(-30, 400)


def practice(n: int, effort: int | None) -> Practice:
    return Practice(f"{n}", day(n), "wrote a page", effort)


def shown(page: Page, width: int, height: int) -> list[str]:
    """The lines of a page, without colours."""
    drawn = page.draw(width, height, PALETTE)
    return lines("\n".join("".join(text for text, _ in line) for line in drawn))


TRAILS = st.builds(
    Trail, TEXTS, TEXTS, st.lists(st.tuples(VALUES, VALUES)).map(tuple), st.tuples(*[TEXTS] * 4)
)
COLUMNS = st.builds(
    Column, st.integers(1, 9999), st.none() | st.lists(st.booleans(), max_size=7).map(tuple)
)
GRIDS = st.builds(
    Dots, st.lists(TEXTS, max_size=7).map(tuple), st.lists(COLUMNS, max_size=150).map(tuple)
)
PAIRS = st.builds(
    Pair, TEXTS, TEXTS, st.none() | PLACES, st.none() | PLACES, st.lists(PLACES).map(tuple)
)
RUNS = st.lists(st.builds(lambda n, v: Point(day(n), v), DAYS, VALUES)).map(
    lambda points: tuple(sorted(points, key=lambda point: point.day))
)
BANDS = st.builds(
    Beside,
    st.integers(6, 900).map(lambda n: Span(day(0), day(n))),
    st.lists(RUNS, max_size=3).map(tuple),
    st.lists(st.builds(practice, DAYS, st.none() | st.integers(0, 3))).map(tuple),
    TEXTS,
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(TRAILS, GRIDS, st.builds(Pairs, st.lists(PAIRS, max_size=6).map(tuple)), BANDS),
    st.integers(1, 200),
    st.integers(1, 60),
)
@example(Trail("", "", ()), 24, 6)
@example(Dots((), ()), 24, 6)
@example(Pairs(()), 24, 6)
def test_a_page_fills_its_place_whatever_is_in_it(page: Page, width: int, height: int) -> None:
    drawn = page.draw(width, height, PALETTE)
    assert [sum(cell_len(text) for text, _ in line) for line in drawn] == [width] * height
    shown(page, width, height)  # nothing in it that a terminal would obey


def test_words_on_a_canvas_are_whole_or_not_there() -> None:
    canvas = Canvas(12, 1)
    assert canvas.words(0, 0, "wide 中文", "") == 9
    canvas.words(0, 10, "too long", "")
    canvas.marks(0, 6, "x", "")
    assert shown_cells(canvas) == "      x   t…"
    assert not canvas.blank(0, 6)
    assert canvas.blank(0, 7, 3)


def shown_cells(canvas: Canvas) -> str:
    return "".join(text for line in canvas.lines() for text, _ in line)


def test_a_trail_ends_in_its_latest_session() -> None:
    """At its place on both scales; earlier ones are finer, and several on one place are marked."""
    old = ((9, 9), (9, 9), (2, 9))
    drawn = shown(Trail("Ease", "Movement", (*old, *[(0, 0)] * (BRIGHT - 1), (10, 5))), 54, 24)
    plane = [line[3:] for line in drawn[1:22]]
    left, right = plane[0].index("┊") - 25, plane[0].index("┊") + 25
    assert plane[10][right] == "●"
    assert plane[20][left] == "◉"
    assert plane[2][left + (right - left) * 9 // 10] == "∘"
    assert plane[2][left + (right - left) * 2 // 10] == "·"


@pytest.mark.parametrize("size", [(54, 24), (36, 12)], ids=str)
def test_the_words_of_a_corner_make_way(size: tuple[int, int]) -> None:
    corners = ("hard, moving", "easy, moving", "hard, still", "easy, still")
    drawn = shown(Trail("Ease", "Movement", ((9, 10), (1, 0)), corners), *size)
    assert [word for word in corners if any(word in line for line in drawn)] == [*corners]
    assert "easy, moving" not in drawn[1]
    assert "hard, moving" in drawn[1]


def test_a_grid_shows_what_was_ticked_after_which_session() -> None:
    columns = [Column(n, (n % 2 == 0, True, False)) for n in range(1, 121)]
    columns[116] = Column(117, None)
    drawn = shown(Dots(("even", "always", "never"), tuple(columns)), 40, 9)
    foot = next(line for line in drawn if line.startswith("session"))
    rows = {line.split()[0]: line for line in drawn if line.strip()}
    for number in (115, 120):
        at = foot.index(str(number)) + 2
        assert rows["even"][at] == ("●" if number % 2 == 0 else "·")
        assert (rows["always"][at], rows["never"][at]) == ("●", "·")
    assert rows["even"][at - 6 : at + 1] == "  ● · ●", "117 was missed"


def test_a_pair_has_its_marks_between_its_words() -> None:
    pair = Pair("comfort", "challenge", latest=2, before=-1, earlier=(0, 0, -2))
    (line, under, *_) = [x for x in shown(Pairs((pair,)), 60, 4) if x.strip()]
    at = [line.index(mark) for mark in ("comfort", "○", "┼", "●", "challenge")]
    assert at == sorted(at)
    middle, end = at[2], at[3]
    assert at[1] == middle - (end - middle) // 2
    assert under.count("·") == 3
    assert under[middle] == "·"
    both = shown(Pairs((replace(pair, before=2),)), 60, 4)
    assert any("◉" in line for line in both)
    assert not any("○ " in line and "╌" in line for line in both)


@pytest.mark.parametrize("width", [24, 80, 120])
def test_both_ends_of_a_pair_are_drawn_alike(width: int) -> None:
    """Neither end has a colour of its own."""
    pages = [Pairs((Pair("one", "two", latest=place),)) for place in (-2, 2)]
    drawn = [page.draw(width, 3, PALETTE) for page in pages]
    colours = [{c for t, c in chain(*page) if t.strip()} for page in drawn]
    assert colours[0] == colours[1] == {PALETTE.text, PALETTE.lines, PALETTE.gold}


def test_a_gap_between_sessions_is_a_gap() -> None:
    points = [Point(day(n), 5) for n in (0, 20, 60, 99)]
    span = Span(day(0), day(99))
    broken = shown(Beside(span, (tuple(points[:2]), tuple(points[2:])), ()), 103, 8)
    inked = {x // 2 - 3 for x, _ in set_dots(broken)}
    assert inked == {*range(1, 20), *range(61, 99)}
    assert sum(line.count("•") + line.count("●") for line in broken) == 4


def test_a_week_of_practice_is_as_high_as_its_effort() -> None:
    """A week without practice is blank, and one whose effort is not said is not."""
    efforts = [(0, None), (14, 3), (15, 3), (28, 1)]
    span = Span(day(0), day(34))
    practices = tuple(practice(n, effort) for n, effort in efforts)
    drawn = shown(Beside(span, (), practices), 73, 6)
    foot = next(n for n, line in enumerate(drawn) if line.startswith("  └")) - 1
    weeks = [drawn[foot][3 + 14 * n : 3 + 14 * (n + 1)].strip()[:1] for n in range(5)]
    assert weeks[1] == weeks[3] == ""
    assert "" < weeks[0] < weeks[4] < weeks[2]
