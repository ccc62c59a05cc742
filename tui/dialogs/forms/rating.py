"""A rating of any day, by any rater, with its evidence and its marks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from tui.core.catalogue import MARKS
from tui.core.deeds import Deed, Delete, Rate
from tui.core.measures import Measure, OffScale, Rater
from tui.core.ratings import Rating
from tui.core.series import Series
from tui.dialogs.fields import Choice, Day, Field, Level, Line, Several, Words
from tui.dialogs.form import Form, Wrong


class RatingForm(Form):
    """Shows what the same rater gave on the same day already, and replaces it."""

    name: ClassVar[str] = "rating"

    def __init__(
        self,
        measure: Measure,
        series: Series,
        today: date,
        value: str = "",
        rater: Rater = Rater.CLIENT,
    ) -> None:
        """It begins as `rater`, where they rate this measure at all."""
        self.measure, self.subject, self.today = measure, measure.id, today
        self.title = f"Rate: {measure.name}"
        self.given = {(r.day, r.rater): r for r in series.ratings}
        self.marks = MARKS.get(measure.key, {})
        rater = rater if rater in measure.raters else measure.raters[0]
        known = self._shown(self.given.get((today, rater)))
        self._filled = known
        self.fields = (
            Words(measure.version.prompt),
            Level(
                key="value",
                label="Rating",
                scale=measure.scale,
                value=value or known["value"],
            ),
            Line(
                key="evidence",
                label="One moment that shows it",
                value=known["evidence"],
                hint="If you like.",
            ),
            *self._mark(known.get("mark", "")),
            Day(key="day", label="Of", today=today, value="today", required="Of which day?"),
            *self._rater(rater),
            Words(known["said"], key="said"),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Keep the rating; with the value taken out, delete the one that is there."""
        day, rater = values["day"], Rater(values.get("rater", self.measure.raters[0]))
        there, value = self.given.get((day, rater)), values["value"]
        if value is None:
            if there:
                return Delete(there)
            raise Wrong("value", f"What was it? Here go {self.measure.scale}.")
        version = self.measure.version_on(day)
        try:
            version.scale.check(value)
        except OffScale as error:
            raise Wrong("value", f"On that day it was asked otherwise. {error}") from error
        made = Rating(
            self.measure.id,
            day,
            rater,
            value,
            version.number,
            self.today,
            values["evidence"],
            values.get("mark", ()),
        )
        return Rate((made,), self.measure.name, (there,))

    def seen(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """What was given on that day by that rater already."""
        try:
            shown = self._shown(self._given(texts))
        except ValueError:
            shown = self._shown(None)  # it is no day, or nobody who rates
        return {key: text for key, text in shown.items() if key != "said"}

    def follow(self, key: str, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Another day or rater: what was given there already, unless something was written here."""
        if key not in ("day", "rater"):
            return {}
        try:
            shown = self._shown(self._given(texts))
        except ValueError:
            return {}
        if any(texts[key] != text for key, text in self._filled.items() if key != "said"):
            return {"said": shown["said"]}
        self._filled = shown
        return shown

    def _given(self, texts: Mapping[str, str]) -> Rating | None:
        """The rating of the day and the rater in the fields; raises `ValueError` for no such."""
        day = texts.get("day", "today")
        day_meant = self.today if day == "today" else date.fromisoformat(day)
        return self.given.get((day_meant, Rater(texts.get("rater", self.measure.raters[0]))))

    def _shown(self, there: Rating | None) -> dict[str, str]:
        """The fields for a rating that is there, or for none."""
        shown = {"value": "", "evidence": "", "said": ""}
        if there:
            said = (
                f"There already: {there.value:g}. Saving replaces it; with the rating taken out,"
                " deletes it."
            )
            shown = {"value": f"{there.value:g}", "evidence": there.evidence, "said": said}
        if self.marks:
            shown["mark"] = " ".join(there.marks) if there else ""
        return shown

    def _mark(self, value: str) -> tuple[Field, ...]:
        if not self.marks:
            return ()
        options = tuple(self.marks.items())
        hint = "Space takes one or leaves it; there may be several."
        return (Several(key="mark", label="How it was", options=options, value=value, hint=hint),)

    def _rater(self, value: Rater) -> tuple[Field, ...]:
        if len(self.measure.raters) < 2:
            return ()
        options = tuple((rater.value, rater.value) for rater in self.measure.raters)
        return (Choice(key="rater", label="Rated by", options=options, value=value.value),)
