"""A report as a real browser shows it: nothing is asked for, nothing obeyed, everything shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.build import day
from tests.exchange.reporting import everything
from tests.support import chromium
from tests.support.chromium import Page
from tests.support.hostile import SEEN
from tui.core.reports import Part, Wanted
from tui.core.text import clean
from tui.exchange.report.gather import report
from tui.exchange.report.html import html

pytestmark = pytest.mark.skipif(
    chromium.FOUND is None, reason="there is no Chromium on this machine"
)
MARGIN = 15 / 25.4
"""Inches: what the style leaves at each side."""
PAPER = "rgb(255, 255, 255)"
GROUNDS = {False: "rgb(246, 241, 231)", True: "rgb(21, 23, 28)"}
"""The ground of a page on a light and on a dark screen."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    try:
        with chromium.page(tmp_path_factory.mktemp("browser")) as one:
            yield one
    except chromium.DoesNotStart as error:
        pytest.skip(str(error))


def written(folder: Path, words: str) -> Path:
    """A report in which these words stand wherever words can."""
    told = everything(clean(words), long=clean(words, multiline=True))
    path = folder / "report.html"
    path.write_text(html(report(*told, Wanted(tuple(Part), start=day(0)))), "utf-8")
    return path


def test_the_browser_would_tell(page: Page, tmp_path: Path) -> None:
    """What the other tests count on: an address that is asked for and a script that runs."""
    path = tmp_path / "bad.html"
    path.write_text("<img src='http://127.0.0.1:9/x.png'><script>console.log('ran')</script>")
    page.open(path.as_uri())
    assert page.asked[1:] == ["http://127.0.0.1:9/x.png"]
    assert any("ran" in each for each in page.complaints)


def test_hostile_words_are_shown_and_nothing_is_asked_for(page: Page, tmp_path: Path) -> None:
    """Those that a browser may read in another way than Python's parser, which has them all."""
    for name in ("HTML", "Markdown", "overrides", "marks", "private use", "pile", "wide", "tags"):
        words = SEEN[name]
        path = written(tmp_path, words)
        page.open(path.as_uri())
        assert page.asked == [path.as_uri()], name
        assert page.complaints == [], name
        shown = page.tell("[...document.querySelectorAll('h1, h3')].map(e => e.textContent)")
        assert shown.count(clean(words)) == 3, name
        assert page.tell("document.querySelectorAll('script, img, a, [onload]').length") == 0, name


def test_a_page_that_was_tampered_with_reaches_nobody(page: Page, tmp_path: Path) -> None:
    """Should a tag ever slip through, the page's own policy keeps it from everything."""
    path = written(tmp_path, "x")
    bad = "<img src='http://127.0.0.1:9/x.png'><script>document.title = 'owned'</script>"
    bad += "<style>body { background: red }</style>"
    path.write_text(path.read_text("utf-8").replace("<main>", f"{bad}<main>"), "utf-8")
    page.open(path.as_uri())
    assert page.asked == [path.as_uri()]
    assert page.tell("document.title") == "Growth in therapy: x"
    assert page.tell("getComputedStyle(document.body).backgroundColor") == GROUNDS[False]


@pytest.mark.parametrize("dark", [False, True])
def test_it_is_worn_light_and_dark_and_fits_a_telephone(
    page: Page, tmp_path: Path, dark: bool
) -> None:
    page.open(written(tmp_path, "Say no at work").as_uri())
    for wide in (900, 360):
        assert page.look(wide, 1200, dark=dark).startswith(b"\x89PNG")
        assert page.tell("getComputedStyle(document.body).backgroundColor") == GROUNDS[dark]
        assert page.tell("document.documentElement.scrollWidth") <= wide
    box = "(e => { const b = e.getBoundingClientRect(); return [b.width, b.height] })"
    width, height = page.tell(f"{box}(document.querySelector('svg'))")
    assert width > 250
    assert height > 60


@pytest.mark.parametrize("paper", [(8.27, 11.69), (8.5, 11)], ids=["A4", "Letter"])
def test_it_prints(page: Page, tmp_path: Path, paper: tuple[float, float]) -> None:
    """A PDF comes of it; on a sheet without its margins nothing is cut off, nothing is dark."""
    page.open(written(tmp_path, "Say no at work").as_uri())
    page.look(900, 1200, dark=True)
    assert page.printed(*paper).startswith(b"%PDF")
    wide = page.on_paper(paper[0] - 2 * MARGIN)
    assert page.tell("document.documentElement.scrollWidth") <= wide
    assert page.tell("getComputedStyle(document.body).backgroundColor") == PAPER


def test_every_picture_has_a_name_and_a_description_for_a_reader(
    page: Page, tmp_path: Path
) -> None:
    """As the browser tells them to a screen reader."""
    page.open(written(tmp_path, "Say no at work").as_uri())
    nodes = page.do("Accessibility.getFullAXTree")["nodes"]
    pictures = [n for n in nodes if n.get("role", {}).get("value") in ("image", "img")]
    assert len(pictures) == 2
    assert pictures[0]["name"]["value"] == "Say no at work"
    told = pictures[0]["description"]["value"]
    assert "Client: 3 (1 Jun), 4 (8 Jun), 4 (15 Jun); then a gap; 6 (13 Jul)" in told
