"""From a draft back to the form that it was written in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from tui.acts import noting
from tui.acts.drafted import Found
from tui.core import after_session, blind, checkin
from tui.core.drafts import Draft
from tui.core.goals import Goal
from tui.core.lifelines import Section
from tui.core.measures import Kind, Measure, Rater
from tui.core.relationship import Relationship
from tui.core.repair import STEPS
from tui.core.review_pages import decided_in
from tui.core.reviews import Choice, PlanKind, latest
from tui.core.sessions import Session
from tui.core.text import clean
from tui.core.topics import Topic
from tui.dialogs.form import Form
from tui.dialogs.forms.agreed import LadderForm, MilestoneForm, StateForm
from tui.dialogs.forms.client import ClientForm, WelcomeForm
from tui.dialogs.forms.conversation import ConversationForm
from tui.dialogs.forms.ending_plan import PlanForm
from tui.dialogs.forms.event import EventForm
from tui.dialogs.forms.goal import GoalEdit, GoalForm
from tui.dialogs.forms.lifeline import LifelineForm
from tui.dialogs.forms.measure import MeasureEdit, MeasureForm, RewordForm
from tui.dialogs.forms.notice import LaterForm, TalkedForm
from tui.dialogs.forms.review import AgreementForm, DecisionForm, NextReviewForm
from tui.dialogs.forms.rupture import RuptureForm, StepDay
from tui.dialogs.forms.session_move import SessionMove
from tui.dialogs.forms.session_plan import planned
from tui.dialogs.forms.step import StepForm
from tui.dialogs.forms.topic import TopicStateForm
from tui.ids import new_id

if TYPE_CHECKING:
    from tui.acts.asking import AskingActs

_FIRST_WORDS: Final = (
    *("wording", "text", "name", "prompt", "evidence", "goal", "body", "what", "title", "note"),
    *("changes", "fixes", "time", "effort", "hope"),
)
_SHOWN: Final = 40


Make = Callable[[Found], Form | None]


def _of_goal(make: Callable[[Goal, Found], Form | None]) -> Make:
    return lambda found: make(found.goal, found) if found.goal else None


def _of_measure(make: Callable[[Measure, Found], Form]) -> Make:
    return lambda found: make(found.measure, found) if found.measure else None


def _step(goal: Goal, found: Found) -> Form | None:
    place = found.subject.partition(" ")[2]
    places = [str(n) for n in range(len(goal.steps))]
    if not place:
        return StepForm(goal)
    return StepForm(goal, places.index(place)) if place in places else None


def _event(found: Found) -> Form | None:
    if found.subject and not found.event:
        return None
    return EventForm(found.today, found.measures, before=found.event)


def _between(kind: str) -> Make:
    def make(found: Found) -> Form | None:
        item = found.written
        gone = found.subject and (item is None or noting.kind_of(item) != kind)
        return None if gone else noting.form(kind, found.between, found.dates, item)

    return make


def _topic_state(found: Found) -> Form | None:
    topic = found.written
    return TopicStateForm(topic, found.today) if isinstance(topic, Topic) else None


def _lifeline(found: Found) -> Form | None:
    if found.subject and not found.lifeline:
        return None
    section = found.lifeline.section if found.lifeline else Section.PEOPLE
    return LifelineForm(found.today, section, found.lifeline)


def _rupture(found: Found) -> Form | None:
    if found.session is None or (" " in found.subject and found.rupture is None):
        return None
    return RuptureForm(found.session, found.today, found.view, found.dates, found.rupture)


def _step_day(found: Found) -> Form | None:
    place = found.subject.partition(" ")[2]
    if found.rupture is None or place not in {str(n) for n in range(len(STEPS))}:
        return None
    return StepDay(found.rupture, int(place), found.today)


def _plan(found: Found) -> Form | None:
    kind = next((kind for kind in PlanKind if kind.value == found.subject), None)
    return PlanForm(kind, found.today, latest(found.reviewing.plans, kind)) if kind else None


def _move(found: Found) -> Form | None:
    return SessionMove(found.session, found.today, found.dates) if found.session else None


def _decision(found: Found) -> Form | None:
    """A decision belongs to the review that is begun; its subject ends with what is decided."""
    review, choice = found.reviewing.begun, found.subject.partition(" ")[2]
    if review is None or found.goal is None or choice not in {*Choice}:
        return None
    before = decided_in(found.reviewing, review, found.goal)
    return DecisionForm(found.goal, Choice(choice), review, found.today, before)


def _agreement(found: Found) -> Form | None:
    known = found.reviewing.agreements
    before = next((agreed for agreed in known if agreed.id == found.subject), None)
    if found.subject and before is None:
        return None
    review = found.reviewing.begun
    return AgreementForm(found.today, review.id if review else None, before)


def _next_review(found: Found) -> Form | None:
    review = found.reviewing.begun
    if review is None or review.id != found.subject:
        return None
    return NextReviewForm(review, found.today, "", found.dates)


_FORMS: Final[dict[str, tuple[str, Make]]] = {
    "goal": ("a goal", lambda found: GoalForm(found.today, found.active)),
    "goal-edit": ("a goal", _of_goal(lambda goal, found: GoalEdit(goal, found.today))),
    "reword": ("a wording", _of_measure(lambda measure, found: RewordForm(measure, found.today))),
    "milestone": ("a milestone", _of_goal(lambda goal, found: MilestoneForm(goal, found.today))),
    "ladder": ("a ladder", _of_goal(lambda goal, _: LadderForm(goal))),
    "state": ("what happened", _of_goal(lambda goal, found: StateForm(goal, found.today))),
    "step": ("a small step", _of_goal(_step)),
    "measure": ("a measure", lambda found: MeasureForm(Kind.GROWTH, found.today)),
    "measure-edit": ("a measure", _of_measure(lambda measure, _: MeasureEdit(measure))),
    "event": ("an event", _event),
    "lifeline": ("somebody to turn to", _lifeline),
    "client": (
        "a client",
        lambda found: ClientForm(found.today, found.data.client if found.subject else None),
    ),
    "welcome": ("the first questions", lambda found: WelcomeForm(found.data.client, found.today)),
    "session-plan": (
        "sessions to come",
        lambda found: planned(found.of, found.today, found.dates),
    ),
    "session-move": ("a session on another day", _move),
    "rupture": ("a break", _rupture),
    "repair-step": ("the step of a repair", _step_day),
    "reflection": ("a reflection", _between("reflection")),
    "practice": ("what you tried", _between("practice")),
    "read": ("something to read", _between("read")),
    "topic": ("a topic", _between("topic")),
    "role-check": ("the role check", _between("role-check")),
    "topic-state": ("what became of a topic", _topic_state),
    "decision": ("a decision", _decision),
    "agreement": ("what was agreed", _agreement),
    "next-review": ("the end of a review", _next_review),
    blind.FORM: ("both ratings of a goal", lambda _: None),  # taken up on its page of the review
    "conversation": ("what you agreed to change", lambda found: ConversationForm(found.today)),
    "notice-later": ("a day", lambda found: LaterForm(found.subject, found.today)),
    "notice-talked": ("what came of it", lambda found: TalkedForm(found.subject, found.today)),
    "ending-plan": ("a text for the ending", _plan),
    "after-session": ("a session", lambda _: None),
    "rating": ("a rating", lambda _: None),  # these three
    "check-in": ("a check-in", lambda _: None),  # are no forms that stand by themselves
}


def of_another(draft: Draft, rater: Rater) -> bool:
    """Whether somebody else has begun it, in their own view, or two people together."""
    if draft.form == blind.FORM:
        return True
    if draft.form == after_session.FORM:
        return draft.subject.partition(" ")[0] != rater.value
    return draft.form == checkin.FORM and draft.subject != checkin.subject(rater)


def _to_write_up(of: Relationship, subject: str) -> Session | None:
    """The session that a draft is of: one by its id, or a new one by its day."""
    which = subject.partition(" ")[2]
    if hour := of.hour(which):
        return hour.session
    try:
        return after_session.on_day(of, date.fromisoformat(which), new_id())
    except ValueError:
        return None


def called(draft: Draft) -> str:
    """What a draft is of, with its first words."""
    words = next((clean(draft.values[k]) for k in _FIRST_WORDS if draft.values.get(k)), "")
    start = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    what = _FORMS[draft.form][0] if draft.form in _FORMS else clean(draft.form[:_SHOWN])
    return f"{what}, “{start}”" if start else what


async def reopen(acts: AskingActs, draft: Draft) -> None:
    """Show the form of a draft again; where what it was about is gone, say so and let it go."""
    if draft.form == checkin.FORM:
        await acts.check_in()
        return
    data, of = await acts.desk.overview(closer=True), await acts.desk.relationship()
    desk = acts.desk
    lines, between, reviewing = await desk.lifelines(), await desk.between(), await desk.reviewing()
    seen = (lines, of, between, reviewing)
    found = Found(data, *seen, desk.manners.dates, desk.rater, draft.subject)
    if draft.form == after_session.FORM and (session := _to_write_up(of, draft.subject)):
        await acts.write_up(of, session, draft)
        return
    if draft.form == "rating" and found.measure:
        await acts.rate(found.measure, draft)
    elif (kind := _FORMS.get(draft.form)) and (form := kind[1](found)):
        await acts.ask(form, draft)
    else:
        await acts.desk.drop_draft(draft)
        acts.tell(f"What {called(draft)} was about is not there any more.")
