"""A reading as plain data: what `fledge explain --json` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from tui.core.stats.limits import Limits, Signal
from tui.core.stats.reading import Reading
from tui.core.stats.reliable import Change
from tui.core.stats.runs import Runs
from tui.core.stats.saying import question, say
from tui.core.stats.trend import Trend
from tui.core.stats.wobble import Wobble


def document(reading: Reading, sentence: str | None = None) -> dict[str, object]:
    """The reading as a JSON document: keys are stable, days are ISO dates.

    What a gate withholds is null. Values are in points of the scale and are not rounded. `sentence`
    is what is said beside the picture; without it what the numbers alone say is given.
    """
    days = [point.day.isoformat() for point in reading.points]
    return {
        "measure": reading.measure.key or reading.measure.name,
        "direction": reading.measure.direction.value,
        "rater": reading.rater.value,
        "on": reading.on.isoformat(),
        "version": reading.version.number,
        "n": reading.n,
        "gate": reading.gate.value,
        "dates": days,
        "first": reading.first,
        "last": reading.last,
        "median": reading.median,
        "mean_moving_range": reading.mean_moving_range,
        "wobble": _plain(reading.wobble),
        "limits": _plain(reading.limits),
        "signals": _signals(reading.signals, days),
        "runs": _plain(reading.runs),
        "trend": _plain(reading.trend),
        "change": _change(reading.change),
        "moved": reading.moved,
        "sentence": f"{say(reading)} {question(reading)}".strip() if sentence is None else sentence,
    }


def _plain(part: Wobble | Limits | Runs | Trend | None) -> dict[str, object] | None:
    return asdict(part) if part else None


def _signals(found: Sequence[Signal] | None, days: Sequence[str]) -> list[dict[str, object]] | None:
    if found is None:
        return None
    return [{"rule": s.rule, "points": [days[at] for at in s.points]} for s in found]


def _change(found: Change | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {"reliable": found.reliable, "rc": found.rc, "s_diff": found.s_diff}
