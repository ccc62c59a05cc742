"""Lines in braille under a drawing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.charts.build import lines
from tui.charts.ink import Ink

RED, BLUE = "\x1b[38;5;1m", "\x1b[38;5;4m"
WIDTH, HEIGHT = 12, 6
DOTS = st.tuples(
    st.floats(0, WIDTH - 0.01).map(lambda x: round(x * 2) / 2 % WIDTH),
    st.floats(0, HEIGHT - 0.01),
)


def set_dots(drawn: list[str]) -> set[tuple[int, int]]:
    """The dots that are set, in half columns and quarter rows."""
    places = {
        0: (0, 0),
        1: (0, 1),
        2: (0, 2),
        3: (1, 0),
        4: (1, 1),
        5: (1, 2),
        6: (0, 3),
        7: (1, 3),
    }
    return {
        (2 * x + places[bit][0], 4 * y + places[bit][1])
        for y, line in enumerate(drawn)
        for x, letter in enumerate(line)
        for bit in range(8)
        if ord(letter) >= 0x2800 and (ord(letter) - 0x2800) >> bit & 1
    }


@given(st.lists(DOTS, min_size=1, max_size=6).map(sorted))
def test_a_line_joins_its_places(dots: list[tuple[float, float]]) -> None:
    """Every place is inked, nothing lies outside them, and no step leaves a hole."""
    ink = Ink(WIDTH, HEIGHT)
    ink.line(dots, RED)
    found = set_dots(lines(ink.under("\n".join([" " * WIDTH] * HEIGHT), 0)))
    fine = [(int(x * 2), int(y * 4)) for x, y in dots]
    assert set(fine) <= found
    for axis in (0, 1):
        reached = {place[axis] for place in found}
        wanted = [place[axis] for place in fine]
        assert reached == set(range(min(wanted), max(wanted) + 1))
    start = next(iter(found))
    joined, edge = {start}, [start]
    while edge:
        x, y = edge.pop()
        near = {(x + a, y + b) for a in (-1, 0, 1) for b in (-1, 0, 1)} & found - joined
        joined |= near
        edge += near
    assert joined == found


def test_what_stands_there_stays_and_braille_is_joined() -> None:
    ink = Ink(4, 1)
    ink.line([(0, 0.5), (3.5, 0.5)], RED)
    ink.line([(3, 0), (3, 0.9)], BLUE)
    drawn = ink.under("9┤\x1b[38;5;2m•⠁ \x1b[0m ", 2)
    assert lines(drawn) == ["9┤•⠥⠤⡧"]
    assert drawn.index(RED) < drawn.index("⠥") < drawn.index(BLUE) < drawn.index("⡧")
    assert drawn.endswith("\x1b[0m")
