"""A check-in as a conversation: a question, an answer, the next question. Plain lines only.

The rules are those of `core.checkin`; here is what is said aloud. After each answer the state is
handed on to be kept as a draft, so that nothing depends on how the conversation ends.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Final

from tui.core.catalogue import MARKS
from tui.core.checkin import Answer, CheckIn
from tui.core.days import DateStyle
from tui.core.due import Due
from tui.core.measures import Direction, Kind
from tui.core.text import fit_to_keep
from tui.shell import dues
from tui.shell.ask import ask, choice
from tui.shell.rating import read_number
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target

HOW: Final = "Enter or x leaves one out, b goes back, ? explains, q leaves."
_NONE: Final = "-"
"""What takes a mark or a line of evidence out again."""


class _Then(Enum):
    """Where an answer leads."""

    ON = 1
    BACK = -1
    LEAVE = 0


class Conversation:
    """Asks line by line. `brief` leaves out the question for evidence.

    `keep` is called with the state after each answer. What was rated `today` already is replaced;
    its evidence and its mark stay unless others are given.
    """

    def __init__(
        self, state: CheckIn, target: Target, keep: Callable[[CheckIn], None], *, brief: bool
    ) -> None:
        self.state, self._keep, self._brief = state, keep, brief
        self._today, self._dates = target.today, target.dates

    def hold(self) -> bool:
        """Ask until everything is answered or the person leaves; whether the ratings are wanted.

        Raises `NoMoreInput` when nobody answers any more.
        """
        end = len(self.state.lines)
        at = next((n for n, a in enumerate(self.state.answers) if a == Answer()), end)
        while True:
            if at == end:
                say(f"\n{_summary(self.state)}")
                question = f"Keep {_these(self.state)}? [Y/n, b goes back]"
                wanted = self._wanted(question, "back")
                if wanted != "back":
                    return wanted == "yes"
                at -= 1
            self.state = self.state.move(at - self.state.at)
            then = self._ask_line()
            if then is _Then.LEAVE:
                return self._wanted(f"Keep {_ratings(self.state)} so far? [Y/n]") == "yes"
            at += then.value

    def _wanted(self, question: str, *more: str) -> str:
        if not self.state.given:
            say("Nothing was rated.")
            return "no"
        return choice(question, "yes", "no", *more)

    def _ask_line(self) -> _Then:
        say(_question(self.state, self._dates))
        while True:
            answer = ask("Your answer:")
            match answer.casefold():
                case "?":
                    say(explained(self.state.line))
                case "q":
                    return _Then.LEAVE
                case "b" if self.state.at == 0:
                    say("This is the first one.")
                case "b":
                    return _Then.BACK
                case "x":
                    return self._skipped()
                case "" if self.state.answer.value is None:
                    return self._skipped()
                case given:
                    if not given or self._rated(given):
                        self._ask_more()
                        return _Then.ON

    def _skipped(self) -> _Then:
        at = self.state.at
        state = self.state.skip()
        self._becomes(state.move(at - state.at))
        return _Then.ON

    def _rated(self, given: str) -> bool:
        try:
            state = self.state.rate(read_number(given))
        except (ValueError, AskedWrongly) as error:
            say(f"{error} ? explains.")
            return False
        last = self.state.line.last
        if self.state.answer == Answer() and last and last.day == self._today:
            state = state.say(last.evidence).mark(" ".join(last.marks))
        self._becomes(state)
        return True

    def _ask_more(self) -> None:
        """The mark, where the measure has some, and the moment that shows it."""
        marks = MARKS.get(self.state.line.measure.key)
        if marks:
            self._becomes(self.state.mark(_ask_mark(marks, self.state.answer.mark)))
        if not self._brief:
            self._becomes(self.state.say(_ask_evidence(self.state.answer.evidence)))

    def _becomes(self, state: CheckIn) -> None:
        self.state = state
        self._keep(state)


def explained(asked: Due) -> str:
    """What a measure is about and how it is answered."""
    measure = asked.measure
    about = {
        Kind.GOAL: "One of your goals, in your own words.",
        Kind.GROWTH: "A measure of growth.",
        Kind.SIGN: "A sign that is worth noticing.",
    }.get(measure.kind, "")
    way = {Direction.HIGHER: "Higher is hoped for.", Direction.LOWER: "Lower is lighter."}
    pole = f"The other pole is: {measure.opposite}." if measure.opposite else ""
    answer = f"Answer with a number ({measure.scale}): how it was, not how it ought to be."
    return " ".join(filter(None, (about, way.get(measure.direction), pole, answer, HOW)))


def _question(state: CheckIn, dates: DateStyle) -> str:
    """The measure's name, what is asked, the two ends, and the last value."""
    asked, answer = state.line, state.answer
    measure, scale = asked.measure, asked.measure.scale
    head = f"\n{state.at + 1} of {len(state.lines)}: {measure.name}"
    prompt = measure.version.prompt
    ends = f"{_end(scale.minimum, scale.low)}, {_end(scale.maximum, scale.high)}."
    lighter = " Lower is lighter." if measure.kind is Kind.SIGN else ""
    last = dues.last(asked, dates)
    lines = [head, prompt if prompt != measure.name else "", f"{ends}{lighter}"]
    lines.append(f"{last[0].upper()}{last[1:]}.")
    if answer.value is not None:
        lines.append(f"Your answer so far is {answer.value:g}; Enter keeps it.")
    return "\n".join(filter(None, lines))


def _end(value: float, words: str) -> str:
    return f"{value:g} means “{words}”" if words else f"{value:g}"


def _ask_mark(marks: dict[str, str], now: str) -> str:
    keys = list(marks)
    listed = ", ".join(f"{n} {said}" for n, said in enumerate(marks.values(), 1))
    enter = f"Enter keeps “{_words(marks, now)}”, {_NONE} none" if now else "Enter: none"
    while True:
        given = ask(f"Which was it: {listed}? ({enter})")
        if given in {"", _NONE}:
            return now if not given else ""
        if given.isdecimal() and 1 <= int(given) <= len(keys):
            return keys[int(given) - 1]
        say(f"Please answer 1 to {len(keys)}, or Enter.")


def _words(marks: dict[str, str], taken: str) -> str:
    """The marks that were taken, in words."""
    return ", ".join(marks[mark] for mark in taken.split() if mark in marks)


def _ask_evidence(now: str) -> str:
    enter = f"Enter keeps “{now}”, {_NONE} none" if now else "Enter: none"
    while True:
        given = ask(f"One moment that shows it ({enter}):")
        if given in {"", _NONE}:
            return now if not given else ""
        try:
            return fit_to_keep(given)
        except ValueError as error:
            say(str(error))


def _summary(state: CheckIn) -> str:
    lines = []
    for asked, answer in zip(state.lines, state.answers, strict=True):
        if answer.value is not None:
            mark = _words(MARKS.get(asked.measure.key, {}), answer.mark)
            evidence = f"“{answer.evidence}”" if answer.evidence else ""
            said = f"{asked.measure.name} {answer.value:g}"
            lines.append("  " + ", ".join(filter(None, (said, mark, evidence))))
    left_out = len(state.lines) - state.given
    lines.append(_ratings(state) + (f", {left_out} left out." if left_out else "."))
    return "\n".join(lines)


def _ratings(state: CheckIn) -> str:
    return "1 rating" if state.given == 1 else f"{state.given} ratings"


def _these(state: CheckIn) -> str:
    return "this rating" if state.given == 1 else f"these {state.given} ratings"
