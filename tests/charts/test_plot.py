"""A drawing fills its place exactly, whatever is in it, and a terminal obeys none of it."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.build import PALETTE, lines, picture, sizes
from tests.support.hostile import HOSTILE
from tui.charts import plot
from tui.charts.palette import ANSI, Palette
from tui.charts.picture import Upright
from tui.charts.sgr import spans
from tui.core.measures import Scale

SIZES = [(10, 4), (12, 5), (20, 8), (37, 11), (76, 20), (122, 40), (240, 70)]
SCALES = [Scale(), Scale("", "", -2, 2), Scale("", "", 0, 100), Scale("", "", 0, 1, 0.1)]


@pytest.mark.parametrize(("size", "scale"), product(SIZES, SCALES), ids=str)
def test_it_has_the_size_that_was_asked_for(size: tuple[int, int], scale: Scale) -> None:
    width, height = size
    top = ((0, scale.minimum), (3, scale.maximum), (99, scale.minimum))
    for days, runs in ((7, ((top[:2]),)), (100, (top, ((99, scale.maximum),)))):
        shown = picture(
            days,
            scale=scale,
            runs=runs,
            target=scale.maximum,
            uprights=[Upright(1, "a", own=True), Upright(days - 1, "moved house", own=False)],
        )
        assert sizes(plot.draw(shown, width, height, PALETTE)) == (height, {width})


@pytest.mark.parametrize("label", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("own", [True, False])
def test_hostile_labels_are_letters(label: str, own: bool) -> None:
    uprights = [Upright(3, label, own), Upright(60, label, own)]
    drawn = plot.draw(picture(uprights=uprights), 76, 20, PALETTE)
    assert sizes(drawn) == (20, {76})


def test_letters_for_private_use_are_a_persons_too() -> None:
    """They stand for labels while the library draws."""
    said = "\ue001one\ue000"
    uprights = [Upright(3, said, own=True), Upright(60, "two", own=True)]
    top = lines(plot.draw(picture(uprights=uprights), 76, 20, PALETTE))[0]
    assert top.split()[1:] == [f"┊{said}", "┊two"]


UPRIGHTS = st.lists(st.integers(0, 99), unique=True, min_size=1, max_size=12).map(sorted)


@settings(max_examples=40)
@given(UPRIGHTS, st.integers(20, 160), st.data())
def test_labels_never_touch(at: list[int], width: int, data: st.DataObject) -> None:
    """Each is a letter repeated: a label that runs into another would mix two letters."""
    lengths = st.integers(1, 60)
    uprights = [
        Upright(x, chr(ord("a") + n) * data.draw(lengths), own=data.draw(st.booleans()))
        for n, x in enumerate(at)
    ]
    top = lines(plot.draw(picture(uprights=uprights), width, 12, PALETTE))[0]
    assert not re.search(r"[a-z…][^a-z… ]", top), "a blank stands before what comes next"
    for found in re.findall(r"[a-z…]+", top):
        assert re.fullmatch(r"([a-z])\1*…?", found), top
    letters = [found[0] for found in re.findall(r"[a-z]+", top)]
    assert letters == sorted(set(letters)), "each once, in the order of time"


def test_a_label_with_room_is_shown_in_full_and_a_cut_one_says_so() -> None:
    uprights = [Upright(5, "moved house", own=False), Upright(70, "x" * 200, own=True)]
    top = lines(plot.draw(picture(uprights=uprights), 100, 20, PALETTE))[0]
    assert "moved house " in top
    assert re.search(r"x{9,}…", top)


def test_the_ends_of_the_scale_are_always_named() -> None:
    for scale, height in product(SCALES, (4, 10, 40)):
        shown = lines(plot.draw(picture(scale=scale), 60, height, PALETTE))
        named = [m[1] for line in shown if (m := re.match(r" *(-?[\d.]+)[┤┼]", line))]
        assert {f"{scale.minimum:g}", f"{scale.maximum:g}"} <= {*named}, (str(scale), height)


def test_raters_have_marks_of_their_own_and_the_latest_is_large() -> None:
    rated = picture(runs=(((0, 3), (50, 7), (90, 6)),))
    shown = "".join(lines(plot.draw(rated, 80, 20, PALETTE)))
    assert (shown.count("●"), shown.count("•"), shown.count("◇")) == (1, 2, 1)


def test_two_pictures_do_not_share_a_figure() -> None:
    """The library keeps one figure for all; ours must not remember the one before."""
    first = plot.draw(picture(), 60, 15, PALETTE)
    plot.draw(picture(target=9, uprights=[Upright(9, "other", own=True)]), 90, 30, PALETTE)
    assert plot.draw(picture(), 60, 15, PALETTE) == first


def test_the_terminals_own_colours_come_back_by_name() -> None:
    """Every piece of a picture has the colour of a field, also where colours are numbers."""
    palette = Palette("default", "default", "default", "default", *ANSI[1:8])
    shown = picture(target=5, uprights=[Upright(9, "moved house", own=True)])
    drawn = plot.draw(shown, 60, 15, palette)
    assert ";2;" not in drawn
    colours = {colour for line in spans(drawn) for text, colour in line if text.strip()}
    assert colours == {palette.quiet, palette.lines, palette.growth, palette.gold}
