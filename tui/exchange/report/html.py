"""A report as one HTML file that holds everything it needs and asks for nothing.

Templates escape whatever they are given. Its own style sheet is the only thing that the page may
use: its Content-Security-Policy names the sheet by its hash and forbids all else.
"""

from __future__ import annotations

from base64 import b64encode
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tui.core.text import clean
from tui.exchange.report import drawing
from tui.exchange.report.alt import alt
from tui.exchange.report.content import NOBODY, Piece, Report

_TEMPLATES: Final = Path(__file__).with_name("templates")
_MARKS: Final = {
    "client": "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
    "therapist": "m0 -4.6l4.6 4.6l-4.6 4.6l-4.6 -4.6z",
    "partner": "m0 -4.6l4.4 7.8h-8.8z",
}
"""How each rater's points look, as a path from the point on."""
_DIAMOND: Final = "m0 -6l5 6l-5 6l-5 -6z"
LEGEND: Final = (
    "In the pictures: the line with • is whoever rated first, ◇ the therapist beside the client; "
    "the large point is the latest rating. Long dashes: an agreed level. Fine dashes: own limits, "
    "the usual ups and downs; dots: the middle. Where the line breaks off nothing was rated, or "
    "the words were new from there on. ◆ A break was repaired."
)
"""How the pictures are read."""


def html(report: Report) -> str:
    """The report as HTML."""
    style = (_TEMPLATES / "report.css").read_text("utf-8")
    seal = f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(_TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["clean"] = partial(clean, multiline=True)
    return environment.get_template("report.html").render(
        report=report,
        title=f"Growth in therapy: {clean(report.whose)}",
        # The program's own file: the one text that is not escaped.
        style=Markup(style),  # noqa: S704
        seal=seal,
        legend=LEGEND,
        nobody=NOBODY,
        drawing=_drawn,
        words=lambda piece: alt(piece.picture),
        marks=_MARKS,
        diamond=_DIAMOND,
        width=drawing.WIDTH,
        height=drawing.HEIGHT,
        top=drawing.TOP,
        bottom=drawing.HEIGHT - drawing.BOTTOM,
    )


def _drawn(piece: Piece) -> drawing.Drawing | None:
    return drawing.drawing(piece.picture) if piece.picture else None
