"""Markdown is shown and never obeyed: its lines are only letters, whatever was written."""

from __future__ import annotations

import time

import pytest
from rich.cells import cell_len

from tests.support.hostile import HOSTILE, raw
from tui.core.text import clean
from tui.widgets.prose import MOST, lines


def text(written: str, width: int = 60) -> list[str]:
    return ["".join(part for part, _ in line) for line in lines(written, width)]


def test_every_bracket_link_and_tag_is_seen_as_it_was_written() -> None:
    written = (
        "[/b] [@click=app.quit]x[/] \\[b\\] [red\n"
        "[a link](javascript:x) ![i](http://owned.example/i.png) <http://owned.example>\n"
        "<script>alert(1)</script> &amp; &#x1b; $gold\n"
        "- [ ] not a box\n"
        "#tag snake_case_word 2*3*4"
    )
    shown = " ".join(" ".join(text(written, 200)).split())
    assert shown == " ".join(written.replace("- [ ]", "• [ ]").replace("2*3*4", "234").split())


def test_what_is_laid_out() -> None:
    assert text(
        "# Head\nsaid *so* **so** `c*d*`\nnext line\n\n- a\n  1. b\n- c\n\n> q\n\n---", 12
    ) == [
        *("Head", "", "said so so", "c*d*", "next line", "", "• a", "  1. b", "• c", ""),
        *("│ q", "", "─" * 12),
    ]
    looks = {part: look for line in lines("**b** *i* `c`", 60) for part, look in line}
    assert looks["b"].bold
    assert looks["i"].italic
    assert looks["c"].raised


@pytest.mark.parametrize("width", [1, 7, 40])
def test_no_line_is_wider_or_obeyed(width: int) -> None:
    for written in HOSTILE.values():
        for line in text(written, width):
            assert not raw(line)
            assert "\t" not in line
            assert cell_len(line) <= max(2, width)


@pytest.mark.parametrize("deep", ["> " * 60, "- " * 60, "1. " * 60, "> - " * 40])
def test_no_letter_is_lost_however_deep_it_stands(deep: str) -> None:
    assert "needle" in "".join(text(f"{deep}needle", 80))


@pytest.mark.parametrize("piece", ["*a **a ", "_a*", "[", "> ", "`", "a\n", "**", "1. ", "x"])
def test_a_hundred_thousand_characters_are_there_at_once_and_the_rest_is_told(piece: str) -> None:
    begun = time.process_time()
    shown = text((piece * 100_000)[:100_000], 60)
    assert time.process_time() - begun < 2
    assert f"{100_000 - MOST:,} characters more" in shown[-1]


def test_exactly_as_written_where_nothing_is_marked() -> None:
    written = "Heute war's gut.\nEs  ging so: 1) erst, 2) dann – na ja …\n„Ach“ (so)"
    assert text(written, 200) == clean(written, multiline=True).split("\n")
