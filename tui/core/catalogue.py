"""The built-in catalogue: everything that is rated from the first day on, in this project's words.

Changing a prompt, an end or a scale here changes what an old rating meant: add a version instead.
No measure is ever summed with another into a total.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from tui.core.measures import (
    FORTNIGHTLY,
    MONTHLY,
    WEEKLY,
    Direction,
    Kind,
    Measure,
    Rater,
    Scale,
    Version,
)

CLIENT: Final = (Rater.CLIENT,)
BOTH: Final = (Rater.CLIENT, Rater.THERAPIST)
THERAPIST: Final = (Rater.THERAPIST,)


@dataclass(frozen=True, slots=True)
class Entry:
    """One measure of the catalogue, before it belongs to a client."""

    key: str
    name: str
    prompt: str
    scale: Scale
    kind: Kind
    direction: Direction = Direction.HIGHER
    cadence: int | None = None
    raters: tuple[Rater, ...] = CLIENT
    opposite: str = ""
    matters: str = ""

    def measure(self, id_: str, since: date) -> Measure:
        """The measure that a client starts with."""
        version = Version(1, since, self.prompt, self.scale)
        return Measure(
            id_,
            self.key,
            self.kind,
            self.name,
            self.direction,
            self.cadence,
            self.raters,
            (version,),
            self.opposite,
            self.matters,
        )


@dataclass(frozen=True, slots=True)
class Tick:
    """Something that may be ticked for a session. A grid of dots, never a score."""

    key: str
    sentence: str


def _growth(key: str, name: str, prompt: str, low: str, high: str) -> Entry:
    return Entry(key, name, prompt, Scale(low, high), Kind.GROWTH, cadence=WEEKLY, raters=BOTH)


def _sign(key: str, name: str, prompt: str, opposite: str, matters: str) -> Entry:
    scale = Scale("not so", "very much so")
    return Entry(
        key,
        name,
        prompt,
        scale,
        Kind.SIGN,
        Direction.LOWER,
        FORTNIGHTLY,
        BOTH,
        opposite=opposite,
        matters=matters,
    )


def _session(key: str, name: str, prompt: str, raters: tuple[Rater, ...]) -> Entry:
    return Entry(key, name, prompt, Scale("not at all", "fully"), Kind.SESSION, raters=raters)


def _slow(key: str, name: str, prompt: str, raters: tuple[Rater, ...] = CLIENT) -> Entry:
    scale = Scale("not at all", "fully")
    return Entry(key, name, prompt, scale, Kind.SESSION, cadence=MONTHLY, raters=raters)


def _pair(key: str, left: str, right: str, raters: tuple[Rater, ...] = BOTH) -> Entry:
    prompt = f"This session: {left} or {right}? 0 is both."
    scale = Scale(left, right, -2, 2)
    name = f"{left}–{right}"
    return Entry(key, name, prompt, scale, Kind.SESSION, Direction.BOTH, raters=raters)


GROWTH: Final = (
    _growth(
        "confidence",
        "Confidence",
        "Whatever turned up, I felt able to meet it.",
        "not at all",
        "fully",
    ),
    _growth(
        "choice",
        "Choice",
        "I saw more than one way to respond, even a scary one.",
        "only one way",
        "many",
    ),
    _growth(
        "self_activation",
        "Self-activation",
        "I put effort into what matters to me and dropped what doesn't.",
        "none",
        "a lot",
    ),
    _growth(
        "spontaneity",
        "Spontaneity",
        "I trusted myself and what I felt in the moment.",
        "never",
        "freely",
    ),
    _growth(
        "self_entitlement",
        "Worthy of good things",
        "I let myself want something good and went after it.",
        "not at all",
        "fully",
    ),
    _growth(
        "commitment",
        "Commitment",
        "I stayed with a choice when it got hard.",
        "let go of it",
        "stayed",
    ),
    _growth(
        "intimacy",
        "Intimacy",
        "I was fully there with someone, without fear of being left or swallowed up running the"
        " show.",
        "not there",
        "fully there",
    ),
    _growth(
        "responsibility",
        "Responsibility",
        "I treated the direction of my life as mine to steer.",
        "not mine",
        "mine",
    ),
    _growth(
        "acceptance",
        "Accepting limits",
        "I worked within a limit I don't like instead of fighting that it exists.",
        "fought it",
        "worked with it",
    ),
    _growth(
        "containment",
        "Containing reactions",
        "I chose when and how to show what I felt.",
        "it ran me",
        "I chose",
    ),
)
"""Ten positive-outcome indicators: weekly, higher is hoped for."""

SIGNS: Final = (
    _sign(
        "damage_story",
        "Damage story",
        "My list of what is wrong with me grew, and became a reason not to try.",
        "I am more than my problems",
        "slope",
    ),
    _sign(
        "regulation",
        "Leaning on therapy to be OK",
        "I needed contact with my therapist to feel all right, more than is good for me.",
        "I steadied myself, or leaned on my people",
        "level",
    ),
    _sign(
        "self_absorption",
        "Turned inward",
        "Other people's lives had less room in my attention.",
        "Curious about others",
        "slope",
    ),
    _sign(
        "closed_mind",
        "Closing down",
        "New points of view were harder to take in.",
        "Open to being surprised",
        "slope",
    ),
    _sign(
        "decisions",
        "Therapist decides",
        "I left an important decision to my therapist.",
        "I thought it through and decided",
        "level",
    ),
)
"""Five warning signs of dependency: fortnightly, lower is lighter, each with its opposite pole."""

SESSION: Final = (
    _session("alliance_goals", "Same goals", "We want the same thing from this work.", BOTH),
    _session("alliance_tasks", "How we work", "The way we work makes sense to me.", BOTH),
    _session("alliance_bond", "Bond", "I feel respected and can be honest.", BOTH),
    _session("ease", "Ease", "The session was comfortable.", BOTH),
    _session("movement", "Movement", "Something in me or in how I live shifted.", BOTH),
    _session("support", "Support", "I felt held.", CLIENT),
    _session("challenge", "Challenge", "I was challenged in a way I could use.", CLIENT),
    Entry(
        "after",
        "Afterwards",
        "Compared with before the session I felt …",
        Scale("much worse", "much better", -2, 2),
        Kind.SESSION,
    ),
)
"""Rated after a session. Alliance is the mean of its three items, never of fewer than two."""

FINGERPRINT: Final = (
    _pair("comfort_challenge", "comfort", "challenge"),
    _pair("story_telling", "the story", "how it is told"),
    _pair("planned_alive", "planned", "followed what was alive"),
    _pair("holding_freeing", "holding on", "setting free"),
)
"""Pairs of a session's character; both ends have worth. `METHOD` is a fifth, of the therapist."""
METHOD: Final = _pair("method_self", "method", "self-awareness", THERAPIST)
"""The fingerprint's fifth pair: private, so it is never a measure of the client's file."""

SLOW: Final = (
    _slow("real_relationship", "Real relationship", "We met as two people, here and now.", BOTH),
    _slow("safe", "Safe", "I felt safe with my therapist."),
    _slow("seen", "Seen", "I felt seen by my therapist."),
    _slow("understood", "Understood", "I felt understood by my therapist."),
    Entry(
        "stance",
        "Useful or needed",
        "Where does therapy stand in my life?",
        Scale("therapy is useful to me", "I cannot do without it"),
        Kind.SESSION,
        Direction.LOWER,
        MONTHLY,
    ),
)
"""Monthly ratings of the relationship."""

CATALOGUE: Final = (*GROWTH, *SIGNS, *SESSION, *FINGERPRINT, *SLOW)
"""Every built-in measure, in the order in which it is shown."""

TICKS: Final = (
    Tick("said_it", "I said something I had been afraid to say, and it was met calmly."),
    Tick("came_as_i_was", "I came as I was, mess and all."),
    Tick("laughed", "We laughed."),
    Tick("gently_challenged", "I was challenged kindly."),
    Tick("mattered", "I mattered; something small about me was remembered."),
)
"""Five tick-signs of a session."""

MARKS: Final = {
    "decisions": {
        "talked_it_through": "talked it through",
        "asked_for_advice": "asked for advice",
        "handed_it_over": "handed it over",
    }
}
"""Marks that a rating may carry, by measure key. Of `decisions` only the last is the sign:
talking things through is what therapy is for."""


def measures(new_id: Callable[[], str], since: date) -> Iterator[Measure]:
    """The measures a new client starts with, each with an id from `new_id`."""
    return (entry.measure(new_id(), since) for entry in CATALOGUE)
