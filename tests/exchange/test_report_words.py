"""Whatever a text holds, a report shows it as it was written, in every layout, and obeys none."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.core.build import day
from tests.exchange.reporting import everything
from tests.support.hostile import SEEN, raw
from tui.core.details import Entry
from tui.core.reports import Part, Wanted
from tui.core.text import clean
from tui.exchange.report.content import Report
from tui.exchange.report.gather import report
from tui.exchange.report.html import html
from tui.exchange.report.markdown import _entry, markdown, plain
from tui.exchange.report.plain import text

VOID: Final = {"meta", "br", "line", "path", "circle", "hr"}
ALLOWED: Final = VOID | {
    *("html", "head", "title", "style", "body", "header", "main", "section", "article", "footer"),
    *("figure", "figcaption", "svg", "desc", "text", "h1", "h2", "h3", "h4", "p", "span"),
    *("dl", "dt", "dd", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"),
}
REACHING: Final = {"src", "href", "style", "action", "srcset", "data", "xlink:href", "formaction"}
MARKDOWN: Final = MarkdownIt("commonmark").enable("table")


class Seen(HTMLParser):
    """What a page consists of: its elements, their attributes and the words in each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: dict[str, list[str]] = {}
        self.comments: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open, "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)
            self.words.setdefault(tag, []).append("")
        elif tag == "br" and self._open:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in {*self._open}:
            self.words[tag][-1] += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def full(words: str) -> Report:
    """A report with everything in it, in which these words stand wherever words can."""
    told = everything(clean(words), long=clean(words, multiline=True))
    return report(*told, Wanted(tuple(Part), start=day(0)))


@pytest.mark.parametrize("words", SEEN.values(), ids=[*SEEN])
def test_a_page_shows_every_text_and_obeys_none(words: str) -> None:
    page = html(full(words))
    seen = Seen(page)
    assert {*seen.tags} <= ALLOWED
    assert not seen.comments
    assert not [name for name, _ in seen.attributes if name.startswith("on") or name in REACHING]
    assert seen.words["h1"] == [clean(words)]
    assert clean(words) in seen.words["h3"]
    assert clean(words) in seen.words["span"], "a step, as it was written"
    assert clean(words) in seen.words["title"], "the picture's own title"
    assert clean(words, multiline=True) in seen.words["span"], "a note, with its lines"
    assert not raw(page)


@pytest.mark.parametrize("words", SEEN.values(), ids=[*SEEN])
def test_text_and_markdown_show_every_text(words: str) -> None:
    told = full(words)
    plainly, marked = text(told), markdown(told)
    assert clean(words) in plainly
    lines = [line for line in clean(words, multiline=True).split("\n") if line]
    assert all(f" {line}\n" in plainly for line in lines), "a note, with its lines"
    assert not raw(plainly) | raw(marked)
    seen = Seen(MARKDOWN.render(marked))
    assert not {*seen.tags} & {"script", "img", "a", "code", "pre", "blockquote"}
    assert sum(clean(words) == said for said in seen.words["h3"]) == 2
    assert any(clean(words) in item for item in seen.words["li"])


def test_the_page_allows_nothing_but_its_own_style() -> None:
    page = html(full("x"))
    seen = Seen(page)
    (policy,) = (value or "" for name, value in seen.attributes if "default-src" in (value or ""))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not any(word in page for word in ("http:", "https:", "url(", "@import", "<script"))


def test_every_picture_has_its_words_and_its_sentence() -> None:
    seen = Seen(html(full("x")))
    pictures = seen.tags.count("svg")
    assert pictures == seen.tags.count("desc") == seen.tags.count("figcaption") > 1
    known = [value for name, value in seen.attributes if name == "id"]
    assert len({*known}) == len(known)
    aria = ("aria-labelledby", "aria-describedby")
    assert {value for name, value in seen.attributes if name in aria} == {*known}
    assert len(known) == 2 * pictures
    assert all([*seen.words["desc"], *seen.words["figcaption"]])


# Everything that Markdown has a meaning for, and blanks that it would cut off or indent by.
_LETTERS: Final = st.text(
    "".join(map(chr, range(33, 48))) + ":;<=>?@[\\]^_`{|}~ \u00a0\u3000a1x", min_size=1
)


@given(_LETTERS)
def test_markdown_shows_any_line_as_it_is(words: str) -> None:
    assert Seen(MARKDOWN.render(f"# {plain(words)}")).words["h1"] == [words]
    (item,) = Seen(MARKDOWN.render(f"- *x* {plain(words)}")).words["li"]
    assert item == f"x {words}"


@given(st.lists(_LETTERS, min_size=1, max_size=6))
def test_markdown_keeps_the_lines_of_a_note(lines: list[str]) -> None:
    shown = Seen(MARKDOWN.render(_entry(Entry("\n".join(lines), "x")))).words["li"][0]
    kept = [line for line in shown.split("\n") if line.strip()]
    wanted = [line for line in lines if line.strip()]
    assert "".join(kept) == "".join(["x ", *wanted]) if wanted else kept == ["x"]
