"""Reviews and what belongs to them are read whole from a story, or refused with a sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tui import resources
from tui.core.notices.notice import parts_of
from tui.exchange.story import NotAStory, read

SAMPLES = resources.folder("sample_data")

REVIEW = {"date": "2026-06-20"}
KEPT = {"goal": 1, "choice": "keep"}
AGREED = {"what": "a walk", "who": "both"}
ANSWER = {"date": "2026-06-21", "rule": "moved", "subject": "confidence", "what": "discussed"}

WRONG: dict[str, Callable[[dict[str, Any]], object]] = {
    "review to come": lambda s: s.update(reviews=[{"date": "2027-01-05"}]),
    "two reviews on a day": lambda s: s.update(reviews=[REVIEW, REVIEW]),
    "review only prepared": lambda s: s.update(reviews=[{**REVIEW, "state": "prepared"}]),
    "next before this": lambda s: s.update(reviews=[{**REVIEW, "next": "2026-06-01"}]),
    "no such goal": lambda s: s.update(reviews=[{**REVIEW, "decisions": [{**KEPT, "goal": 3}]}]),
    "goal nought": lambda s: s.update(reviews=[{**REVIEW, "decisions": [{**KEPT, "goal": 0}]}]),
    "decided twice": lambda s: s.update(reviews=[{**REVIEW, "decisions": [KEPT, KEPT]}]),
    "no such choice": lambda s: s.update(
        reviews=[{**REVIEW, "decisions": [{**KEPT, "choice": "win"}]}]
    ),
    "done before": lambda s: s.update(
        reviews=[{**REVIEW, "agreements": [{**AGREED, "done": "2026-06-19"}]}]
    ),
    "done before, between reviews": lambda s: s.update(
        agreements=[{**AGREED, "date": "2026-06-20", "done": "2026-06-19"}]
    ),
    "agreed on no day": lambda s: s.update(agreements=[AGREED]),
    "agreed by whom": lambda s: s.update(reviews=[{**REVIEW, "agreements": [{"what": "a walk"}]}]),
    "no such rule": lambda s: s.update(answers=[{**ANSWER, "rule": "mood"}]),
    "notice about nothing": lambda s: s.update(answers=[{**ANSWER, "subject": "joy"}]),
    "about an empty day": lambda s: s.update(answers=[{**ANSWER, "subject": "2020-01-05"}]),
    "period of no review": lambda s: s.update(answers=[{**ANSWER, "period": "2026-06-01"}]),
    "put off, but till when": lambda s: s.update(answers=[{**ANSWER, "what": "snoozed"}]),
    "no fair chance": lambda s: s.update(
        conversations=[{"date": "2026-06-20", "changes": "slower", "window": 1}]
    ),
    "wordless plan": lambda s: s.update(
        plans=[{"date": "2026-06-20", "kind": "setback", "text": " "}]
    ),
}


@pytest.mark.parametrize("spoil", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused_in_one_sentence(
    spoil: Callable[[dict[str, Any]], object],
) -> None:
    sam = json.loads((SAMPLES / "sam.json").read_text("utf-8"))
    spoil(sam)
    with pytest.raises(NotAStory) as refused:
        read(json.dumps(sam))
    assert re.fullmatch(r"[A-Z“][^.]*\.", str(refused.value), re.DOTALL), refused.value


def test_an_answer_knows_by_its_rule_what_a_day_is_the_day_of() -> None:
    dev = json.loads((SAMPLES / "dev.json").read_text("utf-8"))
    broke, talked = dev["ruptures"][0]["session"], dev["conversations"][0]["date"]
    about = {"repair_open": broke, "alliance_dip": broke, "worse": talked, "silence": "check-in"}
    given = {"date": dev["ends"], "what": "acknowledged"}
    dev["answers"] = [{**given, "rule": rule, "subject": day} for rule, day in about.items()]
    story = read(json.dumps(dev))
    (session,) = (s.id for s in story.sessions if str(s.day) == broke)
    subjects = [story.ruptures[0].id, session, story.conversations[0].id, "check-in"]
    assert [parts_of(a.key) for a in story.answers] == [
        (rule, subject, None) for rule, subject in zip(about, subjects, strict=True)
    ]


def test_what_was_agreed_stands_with_its_review_or_by_itself() -> None:
    sam = json.loads((SAMPLES / "sam.json").read_text("utf-8"))
    sam["reviews"] = [{**REVIEW, "agreements": [AGREED]}]
    sam["agreements"] = [{**AGREED, "date": "2026-06-21"}]
    story = read(json.dumps(sam))
    days = {a.review_id: str(a.day) for a in story.agreements}
    assert days == {story.reviews[0].id: "2026-06-20", None: "2026-06-21"}
