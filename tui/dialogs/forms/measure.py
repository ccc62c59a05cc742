"""A measure: one of one's own, another name, another version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Final

from tui.core.deeds import AddMeasure, ChangeMeasure, Deed, Reword
from tui.core.measures import (
    FORTNIGHTLY,
    WEEKLY,
    Direction,
    Kind,
    Measure,
    Rater,
    Scale,
    Version,
    key_for,
)
from tui.core.stats.reliable import Norms
from tui.dialogs.fields import Amount, Choice, Day, Field, Level, Line, Words
from tui.dialogs.form import Form, Wrong
from tui.ids import new_id

_CADENCES: Final = {"1": "daily", "7": "weekly", "14": "fortnightly", "28": "monthly"}
_RATERS: Final = (
    ("client therapist", "client and therapist"),
    ("client", "client"),
    ("client therapist partner", "client, therapist and partner"),
)
_NUMBERS: Final = Scale("", "", -1000, 1000, 0.5)
_NAMELESS: Final = "What is it called? A word or two."
_SILENT: Final = "What is asked? A sentence in the first person works best."


class MeasureForm(Form):
    """A measure of one's own, beside the growth or the signs."""

    name: ClassVar[str] = "measure"
    title = "A measure of your own"

    def __init__(self, kind: Kind, today: date) -> None:
        self.today = today
        self.fields = (
            Line(key="name", label="Name", required=_NAMELESS),
            Line(key="prompt", label="What is asked", required=_SILENT),
            Choice(
                key="kind",
                label="It belongs to",
                options=((Kind.GROWTH.value, "growth"), (Kind.SIGN.value, "signs")),
                value=kind.value,
            ),
            Choice(
                key="direction",
                label="Hoped for",
                options=((Direction.HIGHER.value, "higher"), (Direction.LOWER.value, "lower")),
                value=(Direction.LOWER if kind is Kind.SIGN else Direction.HIGHER).value,
            ),
            *_scale(Scale("not at all", "fully")),
            Line(key="opposite", label="Towards", hint="What there is to grow towards."),
            _cadence(FORTNIGHTLY if kind is Kind.SIGN else WEEKLY),
            Choice(key="raters", label="Rated by", options=_RATERS, value=_RATERS[0][0]),
            *_norms(None),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """Begin it."""
        scale, norms = _read_scale(values), _read_norms(values)
        version = Version(1, self.today, values["prompt"], scale, norms)
        made = Measure(
            new_id(),
            key_for(values["name"], ()),
            Kind(values["kind"]),
            values["name"],
            Direction(values["direction"]),
            int(values["cadence"]),
            tuple(map(Rater, values["raters"].split())),
            (version,),
            values["opposite"],
            "level" if values["kind"] == Kind.SIGN else "",
        )
        return AddMeasure(made)


class MeasureEdit(Form):
    """Another name, asked more or less often, paused or not, and what is known of it."""

    name: ClassVar[str] = "measure-edit"

    def __init__(self, measure: Measure) -> None:
        self.measure, self.subject, self.title = measure, measure.id, measure.name
        self.fields = (
            Line(key="name", label="Name", value=measure.name, required=_NAMELESS),
            _cadence(measure.cadence or WEEKLY),
            Choice(
                key="paused",
                label="State",
                options=(("", "asked"), ("paused", "paused: neither asked nor shown")),
                value="paused" if measure.paused else "",
            ),
            Words("What is asked, and on which scale, is a new version: n."),
            *_norms(measure.version.norms),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Change it, where anything is different."""
        after = replace(
            self.measure,
            name=values["name"],
            cadence=int(values["cadence"]),
            paused=bool(values["paused"]),
            versions=(*self.measure.versions[:-1], self._version(values)),
        )
        return ChangeMeasure(self.measure, after) if after != self.measure else None

    def _version(self, values: Mapping[str, Any]) -> Version:
        return replace(self.measure.version, norms=_read_norms(values))


class RewordForm(Form):
    """A new version: other words, other ends or another scale, from a day on."""

    name: ClassVar[str] = "reword"

    def __init__(self, measure: Measure, today: date) -> None:
        self.measure, self.subject = measure, measure.id
        goal = measure.kind is Kind.GOAL
        self.title = "New wording" if goal else f"A new version: {measure.name}"
        self.fields = (
            Words("What was rated before keeps meaning what it meant; the line begins again here."),
            Line(
                key="prompt",
                label="The goal" if goal else "What is asked",
                value=measure.version.prompt,
                required=_SILENT,
            ),
            *_scale(measure.scale),
            Day(key="since", label="From", today=today, value="today", required="From which day?"),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Begin the version, where anything is different."""
        before, scale = self.measure, _read_scale(values)
        if (values["prompt"], scale) == (before.version.prompt, before.scale):
            return None
        try:
            return Reword(before, before.asked_anew(values["prompt"], scale, values["since"]))
        except ValueError as error:
            key = "since" if values["since"] < before.version.since else "maximum"
            raise Wrong(key, str(error)) from error


def _cadence(days: int) -> Choice:
    options = dict(_CADENCES)
    options.setdefault(str(days), f"every {days} days")
    return Choice(key="cadence", label="Asked", options=tuple(options.items()), value=str(days))


def _scale(scale: Scale) -> tuple[Field, ...]:
    ends = "A few words for the end of the scale."
    return (
        Level(key="minimum", label="From", scale=_NUMBERS, value=f"{scale.minimum:g}"),
        Line(key="low", label="which means", value=scale.low, required=ends),
        Level(key="maximum", label="To", scale=_NUMBERS, value=f"{scale.maximum:g}"),
        Line(key="high", label="which means", value=scale.high, required=ends),
        Amount(
            key="step",
            label="In steps of",
            value=f"{scale.step:g}",
            required="How far is it from one value to the next? Mostly 1.",
            sound=lambda step: step > 0,
            otherwise="A step is above 0.",
        ),
    )


def _norms(norms: Norms | None) -> tuple[Field | Words, ...]:
    """What is known of a questionnaire; each may be left empty."""
    sd, reliability, mean = (norms.sd, norms.reliability, norms.mean) if norms else (None,) * 3
    return (
        Words("Of a questionnaire, where its manual or a study tells; else leave it empty:"),
        Amount(
            key="sd",
            label="Standard deviation",
            value=_written(sd),
            hint="In points. With it and the reliability a change can be called reliable.",
            sound=lambda sd: sd > 0,
            otherwise="A standard deviation is above 0.",
        ),
        Amount(
            key="reliability",
            label="Reliability",
            value=_written(reliability),
            sound=lambda r: 0 <= r < 1,
            otherwise="A reliability is from 0 to below 1, such as 0.8.",
        ),
        Amount(
            key="mean",
            label="Mean",
            value=_written(mean),
            hint="Of the people who seek help, in points.",
        ),
    )


def _written(number: float | None) -> str:
    return "" if number is None else f"{number:.15g}"


def _read_norms(values: Mapping[str, Any]) -> Norms | None:
    """The norms in the fields, None for none; raises `Wrong` where one alone is missing."""
    sd, reliability, mean = values["sd"], values["reliability"], values["mean"]
    if sd is None and reliability is None and mean is None:
        return None
    if sd is None:
        raise Wrong("sd", "The reliability and the mean say nothing without it.")
    if reliability is None:
        raise Wrong("reliability", "The standard deviation says nothing without it.")
    return Norms(sd, reliability, mean)


def _read_scale(values: Mapping[str, Any]) -> Scale:
    """The scale in the fields; raises `Wrong` where nothing could be rated on it."""
    low, high = values["minimum"], values["maximum"]
    if low is None or high is None or low >= high:
        raise Wrong("maximum", "A scale goes from a lower number to a higher one.")
    try:
        return Scale(values["low"], values["high"], low, high, values["step"]).sound()
    except ValueError as error:
        raise Wrong("step", str(error)) from error
