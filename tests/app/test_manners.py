"""What a person has otherwise reaches the screen and the pictures."""

from __future__ import annotations

from pathlib import Path

from tests.app.conftest import Running, press, screen_text
from tui.config import Config
from tui.core.days import DateStyle
from tui.core.manners import Manners
from tui.core.measures import Kind
from tui.core.series import Series
from tui.desk import StoreDesk


async def test_dates_are_written_as_wished(sample: Path, running: Running) -> None:
    config = Config(manners=Manners(dates=DateStyle.MONTH_DAY))
    async with running(sample, config=config) as pilot:
        assert "Sun Nov 22" in screen_text(pilot).splitlines()[0]
        await press(pilot, "t")
        assert "Nov 22" in "".join(screen_text(pilot).splitlines()[1:])


async def test_a_rarer_rhythm_makes_no_gaps(sample: Path, running: Running) -> None:
    async def lines(days: dict[Kind, int]) -> int:
        async with running(sample, config=Config(manners=Manners(cadence=days))) as pilot:
            desk = getattr(pilot.app, "desk")  # noqa: B009  (a Pilot knows any app)
            assert isinstance(desk, StoreDesk)
            found: Series = await desk.series(desk.first.growth[0].measure)
            return len(found.lines(found.lead))

    assert await lines({}) > await lines({Kind.GROWTH: 365}) == 1
