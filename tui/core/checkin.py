"""A check-in: one line per measure, answered with as few keys as can be.

Immutable: every key makes the next state. A dialog draws it; the shell asks it line by line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tui.core.catalogue import MARKS
from tui.core.due import Due
from tui.core.measures import Measure, Rater, Scale
from tui.core.ratings import Rating
from tui.core.text import clean

_MINUS: Final = "-"
_SKIPPED: Final = "x"
FORM: Final = "check-in"
"""What the draft of a check-in is called, on the screen as in the shell."""
_DAY: Final = "day"
"""Under what a draft keeps the day of what was seen; no measure has it for an id."""


def subject(rater: Rater) -> str:
    """What the draft of a check-in is about: each rater has one of their own."""
    return "" if rater is Rater.CLIENT else rater.value


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered in one line: a value or None, a line of evidence, a mark or "".

    A rating of today that is answered anew may have several marks, with blanks between them.
    """

    value: float | None = None
    evidence: str = ""
    mark: str = ""
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Lines, their answers, the line the cursor is in, and what was typed there so far.

    A rating of `today` that is there already is replaced; its evidence and its mark stay.
    """

    lines: tuple[Due, ...]
    answers: tuple[Answer, ...]
    at: int = 0
    typed: str = ""
    today: date | None = None
    unseen: frozenset[str] = frozenset()
    """Measures that were rated today after their answer here was given."""

    @classmethod
    def of(cls, lines: tuple[Due, ...], today: date | None = None) -> CheckIn:
        """A check-in with nothing answered yet."""
        return cls(lines, tuple(Answer() for _ in lines), today=today)

    @property
    def line(self) -> Due:
        """The line the cursor is in."""
        return self.lines[self.at]

    @property
    def answer(self) -> Answer:
        """The answer in this line."""
        return self.answers[self.at]

    @property
    def given(self) -> int:
        """How many lines have a value."""
        return sum(answer.value is not None for answer in self.answers)

    @property
    def touched(self) -> bool:
        """Whether there is anything to lose."""
        return any(answer != Answer() for answer in self.answers)

    def key(self, character: str) -> CheckIn:
        """A digit, or the minus of a scale that goes below zero.

        It rates and moves on as soon as no further digit could make another value of the scale: on
        0–10 every digit but `1`, which waits whether a `0` follows. Any other digit after it
        belongs to the next line. A digit that is not on the scale changes nothing.
        """
        scale = self.line.measure.scale
        typed = self.typed + character
        if not _leads_somewhere(scale, typed):
            if not self.typed:
                return self
            stays = self.answer.value is None or self.at == len(self.lines) - 1
            return (replace(self, typed="") if stays else self.move(1)).key(character)
        value = float(typed) if typed != _MINUS and _on(scale, float(typed)) else None
        changed = self._with(replace(self.answer, value=value, skipped=False), typed)
        return changed if value is None or _could_grow(scale, typed) else changed.move(1)

    def rate(self, value: float) -> CheckIn:
        """A value as a whole, and stay; raises `OffScale` for one that is not on the scale."""
        value = self.line.measure.scale.check(value)
        return self._with(replace(self.answer, value=value, skipped=False), "")

    def step(self, by: int) -> CheckIn:
        """One step up or down the scale; begins at the last value, or in the middle."""
        due, scale = self.line, self.line.measure.scale
        value = self.answer.value
        if value is None:
            value = due.last.value if due.last and _on(scale, due.last.value) else _middle(scale)
        else:
            value = min(scale.maximum, max(scale.minimum, value + by * scale.step))
        return self._with(replace(self.answer, value=value, skipped=False), "")

    def skip(self) -> CheckIn:
        """Leave this line out, this time, and move on."""
        return self._with(Answer(skipped=True), "").move(1)

    def clear(self) -> CheckIn:
        """Take the answer of this line back."""
        return self._with(Answer(), "")

    def say(self, evidence: str) -> CheckIn:
        """The moment that shows it."""
        return self._with(replace(self.answer, evidence=evidence), "")

    def mark(self, mark: str) -> CheckIn:
        """One of the measure's marks, or ""."""
        return self._with(replace(self.answer, mark=mark), "")

    def move(self, by: int) -> CheckIn:
        """Another line; stays at the ends."""
        return replace(self, at=min(len(self.lines) - 1, max(0, self.at + by)), typed="")

    def ratings(self, today: date, rater: Rater = Rater.CLIENT) -> tuple[Rating, ...]:
        """The ratings to keep, of today."""
        return tuple(
            Rating(
                due.measure.id,
                today,
                rater,
                answer.value,
                due.measure.version_on(today).number,
                today,
                answer.evidence,
                tuple(answer.mark.split()),
            )
            for due, answer in zip(self.lines, self.answers, strict=True)
            if answer.value is not None
        )

    def seen(self, today: date) -> tuple[Rating | None, ...]:
        """What stands in the place of each of these ratings already, as it was read."""
        return tuple(
            None if due.measure.id in self.unseen else _of(due, today)
            for due, answer in zip(self.lines, self.answers, strict=True)
            if answer.value is not None
        )

    def settled(self, measure_id: str, theirs: Rating | None, *, mine: bool) -> CheckIn:
        """This check-in once it is decided whose rating stands in a line that was rated meanwhile.

        With `mine` the answer stays, and of what was not touched in it their moment and mark; else
        it is taken back. Either way `theirs` is what the line has seen from now on.
        """
        at = next(n for n, due in enumerate(self.lines) if due.measure.id == measure_id)
        line, answer = self.lines[at], self.answers[at]
        if mine and theirs:
            seen, now = _said(_of(line, theirs.day)), _said(theirs)
            answer = replace(
                answer,
                evidence=now.evidence if answer.evidence == seen.evidence else answer.evidence,
                mark=now.mark if answer.mark == seen.mark else answer.mark,
            )
        elif not mine:
            answer = Answer()
        line = replace(line, last=theirs)
        return replace(
            self,
            lines=(*self.lines[:at], line, *self.lines[at + 1 :]),
            answers=(*self.answers[:at], answer, *self.answers[at + 1 :]),
            unseen=self.unseen - {measure_id},
        )

    def kept(self) -> dict[str, str]:
        """The answers as texts, for a draft."""
        answered = zip(self.lines, self.answers, strict=True)
        return {due.measure.id: _text(answer) for due, answer in answered if answer != Answer()}

    def kept_seen(self) -> dict[str, str]:
        """What was rated today already when the answers were given, as texts beside those."""
        if self.today is None:
            return {}
        seen = {due.measure.id: _of(due, self.today) for due in self.lines}
        texts = {id_: _text(_said(last)) for id_, last in seen.items() if id_ not in self.unseen}
        return {**texts, _DAY: self.today.isoformat()}

    def taken_up(self, kept: Mapping[str, str], seen: Mapping[str, str] = {}) -> CheckIn:
        """This check-in with the answers of a draft, as far as they still fit.

        `seen` is what had been rated then; on another day that was nothing.
        """
        answers = tuple(
            _read(kept[due.measure.id], due.measure) if due.measure.id in kept else answer
            for due, answer in zip(self.lines, self.answers, strict=True)
        )
        unseen: set[str] = set()
        if self.today and seen:
            then = seen if seen.get(_DAY) == self.today.isoformat() else {}
            for due in self.lines:
                there, id_ = _of(due, self.today), due.measure.id
                if id_ in kept and there and then.get(id_) != _text(_said(there)):
                    unseen.add(id_)
        return replace(self, answers=answers, unseen=frozenset(unseen))

    @property
    def first_open(self) -> CheckIn:
        """The check-in with the cursor on its first line without an answer, or on its first."""
        at = next((n for n, answer in enumerate(self.answers) if answer == Answer()), 0)
        return replace(self, at=at, typed="")

    def _with(self, answer: Answer, typed: str) -> CheckIn:
        last = _of(self.line, self.today) if self.today else None
        if self.answer == Answer() and answer.value is not None and last:
            answer = replace(_said(last), value=answer.value)
        answers = (*self.answers[: self.at], answer, *self.answers[self.at + 1 :])
        return replace(self, answers=answers, typed=typed)


def _of(due: Due, day: date) -> Rating | None:
    """What a measure was rated on a day, as far as that is its latest rating."""
    return due.last if due.last and due.last.day == day else None


def _said(rating: Rating | None) -> Answer:
    """What was said with a rating, or with none."""
    if rating is None:
        return Answer()
    return Answer(rating.value, rating.evidence, " ".join(rating.marks))


def _text(answer: Answer) -> str:
    """An answer as a draft keeps it."""
    number = "" if answer.value is None else repr(float(answer.value))
    return "\n".join((_SKIPPED if answer.skipped else number, answer.mark, answer.evidence))


def _read(text: str, measure: Measure) -> Answer:
    """The answer in a draft, of which another program may have written anything."""
    value, mark, evidence = [*text.split("\n", 2), "", ""][:3]
    if value == _SKIPPED:
        return Answer(skipped=True)
    try:
        number = measure.scale.check(float(value)) if value else None
    except ValueError:
        number = None  # the scale has changed meanwhile
    known = MARKS.get(measure.key, {})
    return Answer(number, clean(evidence), mark if {*mark.split()} <= known.keys() else "")


def _middle(scale: Scale) -> float:
    steps = scale.span / scale.step
    return scale.minimum + scale.step * (steps // 2)


def _on(scale: Scale, value: float) -> bool:
    try:
        scale.check(value)
    except ValueError:
        return False
    return True


def _could_grow(scale: Scale, typed: str) -> bool:
    """Whether another digit could make another value of the scale."""
    return any(_leads_somewhere(scale, typed + digit) for digit in "0123456789")


def _leads_somewhere(scale: Scale, typed: str) -> bool:
    """Whether `typed` is a value of the scale, or the beginning of one."""
    if typed == _MINUS:
        return scale.minimum < 0
    digits = typed.removeprefix(_MINUS)
    if (len(digits) > 1 and digits[0] == "0") or (typed[0] == _MINUS and digits == "0"):
        return False
    value = float(typed)
    if _on(scale, value):
        return True
    far = scale.minimum if typed[0] == _MINUS else scale.maximum
    return len(digits) < len(f"{abs(far):.0f}") and abs(value) * 10 <= abs(far) and value != 0
