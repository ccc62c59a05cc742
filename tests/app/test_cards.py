"""What a mode draws of a row, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.build import day, rating
from tui.charts.picture import Picture
from tui.core.alliance import ALLIANCE, AS_THERAPIST
from tui.core.clients import Client
from tui.core.manners import Manners
from tui.core.measures import Measure
from tui.core.overview import Line, Overview
from tui.core.repair import Noticer, Rupture, RuptureKind
from tui.core.series import Series
from tui.core.timespan import Range, Span
from tui.screens.cards import View, card, material


@pytest.mark.parametrize("wanted", [ALLIANCE, AS_THERAPIST], ids=lambda m: m.name)
def test_the_alliance_has_its_seams_and_asks_for_no_rating(wanted: Measure) -> None:
    rupture = Rupture(
        "r", "s", day(7), Noticer.BOTH, RuptureKind.WITHDRAWAL, "", tuple([day(14)] * 6)
    )
    still_open = replace(rupture, day=day(0), steps=(None,) * 6)
    line = Line(wanted, (), None, None)
    client = Client("c", "Kim", day(0))
    data = Overview(client, day(20), (), (), (), ruptures=(rupture, still_open))
    given = tuple(rating(wanted, n, v, wanted.raters[0]) for n, v in ((0, 7), (7, 3.3), (14, 8)))
    view = View(Range.ALL, Span(day(0), day(20)))
    shown = card(material(data, line, Series(wanted, given), Manners()), view, 60, Manners())
    assert isinstance(shown.picture, Picture)
    assert shown.picture.seams == (((7, 3.3), (14, 8)),)
    assert [(u.x, u.seam, u.label) for u in shown.picture.uprights] == [(14, True, "repaired")]
    nothing = card(material(data, line, Series(wanted, ()), Manners()), view, 60, Manners())
    assert nothing.picture is None
    assert "r rates" not in nothing.sentence
