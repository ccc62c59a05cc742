"""Taking colours apart loses no letter."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.charts.build import PALETTE, lines, picture
from tui.charts import plot, sgr

TEXT = st.text(st.characters(exclude_characters="\x1b\n", exclude_categories=["Cs"]), max_size=8)
COLOUR = st.tuples(*[st.integers(0, 255)] * 3)


@given(st.lists(st.tuples(TEXT, st.none() | COLOUR, st.booleans()), min_size=1, max_size=8))
def test_spans_are_the_text_in_its_colours(
    parts: list[tuple[str, tuple[int, int, int] | None, bool]],
) -> None:
    written, cells = "", []
    for text, colour, ground in parts:
        front = "\x1b[38;2;{};{};{}m".format(*colour) if colour else ""
        back = "\x1b[48;2;1;2;3m" if ground else ""
        written += f"{front}{back}{text}\x1b[0m"
        name = "#{:02x}{:02x}{:02x}".format(*colour) if colour else ""
        cells += [(letter, name) for letter in text]
    (line,) = sgr.spans(written)
    assert "".join(text for text, _ in line) == "".join(letter for letter, _ in cells)
    # A space shows no colour: it may stand in whatever span is beside it.
    shown = [(letter, colour) for text, colour in line for letter in text]
    assert [c for c in shown if not c[0].isspace()] == [c for c in cells if not c[0].isspace()]
    assert all(a[1] != b[1] for a, b in pairwise(line)), "neighbours are joined"


def test_a_picture_round_trips() -> None:
    drawn = plot.draw(picture(target=6), 60, 15, PALETTE)
    taken = sgr.spans(drawn)
    assert ["".join(text for text, _ in line) for line in taken] == lines(drawn)
    used = {colour for line in taken for text, colour in line if text.strip()}
    assert used == {PALETTE.growth, PALETTE.gold, PALETTE.quiet, PALETTE.lines}
