"""What a notice must never say, over every text that any rule can produce."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.core.notices import stories
from tests.core.notices.build import RISE, after_sessions, alliance, later, of, of_goal
from tests.core.notices.test_rules import CALM, HIGHER, LEANS, USUAL
from tui.core import worse_after
from tui.core.expectations import Expectation
from tui.core.goals import Milestone
from tui.core.notices import registry
from tui.core.notices.notice import Notice
from tui.core.notices.registry import RULES, notices
from tui.core.record import Record
from tui.core.repair import Noticer, Rupture, RuptureKind

NEVER = re.compile(
    r"""
    dependen | resist | fail | damaged | should | ought | \bmust\b | need\ to
    | leave\ (?:your|the)\ therap | stay\ with\ your | better\ than\ (?:other|most)
    | diagnos | disorder | symptom | patholog | \bsick | \bill\b | borderline | attachment
    | \brank | \bscore | \btotal | \bsum\b | percent | %
    | alarm | danger | warning | urgent | crisis | suicid | risk
    | streak | missed | forgot | \blate\b | overdue | complian | lapse | only\ you
    | (?:less|fewer|reduce|cut|limit)\ (?:\w+\ ){0,3}(?:contact|session|call|message)
    | patient | \buser | blame | \bred\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words and turns of phrase. The one sentence about an unsafe place is `worse_after.ALWAYS`."""
FOLDER = Path(registry.__file__).parent

BESIDES = ("worse_after", "ending_panel", "ending_words", "worth", "worth_words", "agenda")
"""What else is said with a notice, or made of what the rules see."""


def sources() -> list[Path]:
    return [
        *FOLDER.glob("*.py"),
        *(FOLDER.parent / f"{name}.py" for name in BESIDES),
    ]


@pytest.mark.parametrize("source", sources(), ids=lambda path: path.stem)
def test_no_text_in_the_code_says_it(source: Path) -> None:
    """Whatever a template is filled with: what stands around it is here."""
    for text in _texts(ast.parse(source.read_text(encoding="utf-8"))):
        assert not NEVER.search(text), text


def test_no_notice_says_it_and_each_says_all_seven_things() -> None:
    raised = {notice.rule: notice for notice in _all_notices()}
    assert raised.keys() == {rule.key for rule in RULES}
    for notice in _all_notices():
        for heading, text in notice.parts:
            assert text.endswith((".", "?", "”")), (notice.rule, heading, text)
            assert "None" not in text
            assert not NEVER.search(text), text
        assert not NEVER.search(notice.said)
        assert "chance" in notice.chance or "guess" in notice.chance
        assert notice.ask.endswith("?")
        assert re.search(r"\d|[Oo]ne|two", notice.counted)


def test_worse_after_always_stands_with_the_sentence_about_an_unsafe_place() -> None:
    worse = [notice for notice in _all_notices() if notice.rule == "worse"]
    assert {notice.besides for notice in worse} == {worse_after.ALWAYS}
    assert len({notice.said for notice in worse}) > 1, "both of its stages are among them"


def _texts(tree: ast.AST) -> Iterator[str]:
    """Every text of a module but its docstrings; keys without a space are no texts."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        said = node.value if isinstance(node, ast.Constant) and id(node) not in docs else None
        if isinstance(said, str) and " " in said:
            yield said


def _all_notices() -> Iterator[Notice]:
    for record in _records():
        yield from notices(record)
    for _, found in stories.lived(stories.record(stories.story("dev"))):
        yield from found


def _records() -> Iterator[Record]:
    by_when, hoped = of_goal((3, 4)).today, of("confidence", (5, 5))
    past = by_when - timedelta(1)
    for rise in (RISE, RISE[::-1]):
        yield of("confidence", rise)
        yield of_goal(rise)
    yield of("confidence", (*(7, 8) * 6, 2))
    yield of("confidence", HIGHER)
    yield of("regulation", LEANS)
    yield of("regulation", (*USUAL, 6, 6))
    yield of("damage_story", (2, 3, 2, 3, 2, 3, 4, 4, 5, 6, 6))
    yield of("regulation", (*USUAL, *(4, 5) * 6, 6))
    yield alliance((*CALM, 4))
    yield of_goal((6, 6, 6), [(0, 3), (14, 3)])
    for dates in (past, None):
        yield of_goal((3, 4, 3, 4), by_when=dates, milestone=Milestone(6, past, past))
    yield replace(hoped, expectations=(Expectation("e", past, hope="Sleep", by_when=past),))
    yield replace(later(hoped, 40), silence_periods=2)
    broken = Rupture("r", "s1", alliance(CALM[:1]).today, Noticer.BOTH, RuptureKind.WITHDRAWAL)
    yield alliance(CALM, ruptures=(broken,))
    yield after_sessions({"ease": (8,) * 6, "movement": (3,) * 6})
