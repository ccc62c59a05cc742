"""A measure: anything that is rated over time.

A measure keeps its key and its direction for life. What was *asked* (wording, scale, worded ends)
belongs to a version; changing it begins a new version, so that an old rating goes on meaning what
it meant on its day. A goal is rated through a measure of its own, whose wording is the goal's.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING, Final

from tui.core.text import clean

if TYPE_CHECKING:
    from tui.core.stats.reliable import Norms

WEEKLY: Final = 7
"""Cadence of growth indicators, in days."""
FORTNIGHTLY: Final = 14
"""Cadence of signs, in days."""
MONTHLY: Final = 28
"""Cadence of the slow ratings of the relationship, in days."""
KEY_LENGTH: Final = 40
"""Longest key that is made from a name, in characters, without its number."""


class Kind(StrEnum):
    """The home of a measure: where it is shown and in which colour."""

    GOAL = "goal"
    GROWTH = "growth"
    SIGN = "sign"
    SESSION = "session"


class Direction(StrEnum):
    """The hoped-for way. `BOTH` is a pair whose two ends have worth."""

    HIGHER = "higher"
    LOWER = "lower"
    BOTH = "both"


class Rater(StrEnum):
    """Who gave a rating. A partner rates where two people share a file."""

    CLIENT = "client"
    THERAPIST = "therapist"
    PARTNER = "partner"

    @property
    def mark(self) -> str:
        """How this rater's points look, in a picture and in the words beside it."""
        return {"client": "•", "therapist": "◇", "partner": "△"}[self.value]


class OffScale(ValueError):
    """A value is not on the measure's scale."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers that may be given, and the words at the two ends.

    `step` is the distance between neighbouring values, in points of the scale.
    """

    low: str = ""
    high: str = ""
    minimum: float = 0
    maximum: float = 10
    step: float = 1

    def check(self, value: float) -> float:
        """Return `value`, or raise `OffScale` with a sentence that says what is allowed."""
        if not self.minimum <= value <= self.maximum or not self._is_a_step(value):
            raise OffScale(f"{_said(value)} is not on this scale: {self}.")
        return value or 0

    def sound(self) -> Scale:
        """Return the scale, or raise `ValueError` if no ratings can be given on it."""
        if not all(map(isfinite, (self.minimum, self.maximum, self.step, self.span))):
            raise ValueError("The ends and the step of a scale are numbers that can be counted.")
        if self.minimum >= self.maximum:
            raise ValueError(
                f"A scale goes up: {self.minimum:g} is not below {self.maximum:g}. The other way"
                " round, say that lower is hoped for."
            )
        countable = self.step > 0 and isfinite(self.span / self.step)
        if not countable or not self._is_a_step(self.maximum):
            raise ValueError(
                f"Steps of {self.step:g} do not lead from {self.minimum:g} to {self.maximum:g}."
            )
        return self

    def _is_a_step(self, value: float) -> bool:
        steps = (value - self.minimum) / self.step
        near = round(steps)
        # Whole steps are exact; a broken one, such as 0.1, is as near as floats come.
        slack = 0 if float(self.step).is_integer() else 1e-9
        return abs(steps - near) <= slack

    @property
    def span(self) -> float:
        """Distance between the ends, in points."""
        return self.maximum - self.minimum

    def share(self, value: float) -> float:
        """Where `value` lies between the ends, 0 to 1."""
        return (value - self.minimum) / self.span

    def __str__(self) -> str:
        numbers = "whole numbers" if self.step == 1 else f"steps of {self.step:g}"
        return f"{numbers} from {self.minimum:g} to {self.maximum:g}"


def _said(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.15g}"


@dataclass(frozen=True, slots=True)
class Version:
    """What was asked from a day on. Numbers count up from 1.

    `norms` is what is known of these words on this scale from other people, where anything is.
    """

    number: int
    since: date
    prompt: str
    scale: Scale = Scale()
    norms: Norms | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is rated over time.

    `id` is a UUID in text form. `key` is the name for the shell and for files: unique within a
    client, and empty for a goal, which is addressed by its wording. `cadence` is the number of days
    after which asking again is worth while; None means once each session. `opposite` is the pole
    to grow towards, and `matters` ("slope" or "level") what of a sign is worth talking about.
    """

    id: str
    key: str
    kind: Kind
    name: str
    direction: Direction
    cadence: int | None
    raters: tuple[Rater, ...]
    versions: tuple[Version, ...]
    opposite: str = ""
    matters: str = ""
    paused: bool = False

    @property
    def version(self) -> Version:
        """The version in force."""
        return self.versions[-1]

    @property
    def scale(self) -> Scale:
        """The scale in force."""
        return self.version.scale

    @property
    def own(self) -> bool:
        """Whether it is one of the person's own: no goal's, and not of the catalogue."""
        from tui.core.catalogue import CATALOGUE

        return self.kind is not Kind.GOAL and all(e.key != self.key for e in CATALOGUE)

    def version_on(self, day: date) -> Version:
        """The version that was asked on `day`; the first one for any earlier day."""
        return next((v for v in reversed(self.versions) if v.since <= day), self.versions[0])

    def reworded(self, prompt: str, since: date) -> Measure:
        """The measure with a new version from `since` on, on the same scale (see `asked_anew`)."""
        if clean(prompt) == self.version.prompt:
            raise ValueError("These are the words it has already.")
        return self.asked_anew(prompt, self.scale, since)

    def asked_anew(self, prompt: str, scale: Scale, since: date) -> Measure:
        """The measure with a new version from `since` on: other words, another scale, or both.

        Raises `ValueError` where nothing would be new, where `since` lies before the version in
        force, and for a scale on which nothing can be rated.
        """
        if (clean(prompt), scale) == (self.version.prompt, self.scale):
            raise ValueError("That is what is asked already.")
        if since < self.version.since:
            raise ValueError(
                f"The wording in force is from {self.version.since}; a new one cannot be older."
            )
        new = Version(self.version.number + 1, since, prompt, scale.sound())
        name = prompt if self.kind is Kind.GOAL else self.name
        return replace(self, name=name, versions=(*self.versions, new))


def key_for(name: str, taken: Container[str]) -> str:
    """A key for a new measure, made from its name: "Time for me" becomes "time_for_me".

    Letters of every script stay. A key that is `taken` gets a number, counted from 2.
    """
    letters = "".join(c if c.isalnum() else " " for c in clean(name).casefold())
    key = "_".join(letters[:KEY_LENGTH].split()) or "measure"
    number, found = 2, key
    while found in taken:
        found, number = f"{key}_{number}", number + 1
    return found
