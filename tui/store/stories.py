"""A whole story into the file, as one change."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.changes import Change
from tui.core.story import Story
from tui.store import (
    between,
    clients,
    events,
    expectations,
    goals,
    measures,
    ratings,
    repairs,
    reviews,
    sessions,
)
from tui.store.door import Edit, lay_down, write
from tui.store.openfile import OpenFile


def add(file: OpenFile, story: Story) -> Change | None:
    """Keep everything a story tells: all of it, or nothing. Adding it again changes nothing."""
    return write(file, f"brought in the story of {story.client.name}", _edits(story), "client")


def begin_with(file: OpenFile, story: Story) -> None:
    """Let an empty file begin with what a story tells; undo stops there."""
    lay_down(file, _edits(story))


def _edits(story: Story) -> Iterator[Edit]:
    client_id = story.client.id
    yield from clients.edits(story.client)
    for position, measure in enumerate(story.measures):
        yield from measures.edits(measure, client_id, position)
    for position, goal in enumerate(story.goals, len(story.measures)):
        yield from goals.edits(goal, client_id, position)
    yield from (sessions.edit(session, client_id) for session in story.sessions)
    yield from map(ratings.edit, story.ratings)
    yield from (events.edit(event, client_id) for event in story.events)
    yield from (repairs.edit(rupture, client_id) for rupture in story.ruptures)
    yield from (between.reflection_edit(each, client_id) for each in story.reflections)
    yield from (between.practice_edit(each, client_id) for each in story.practices)
    yield from (between.read_edit(each, client_id) for each in story.reads)
    yield from (between.topic_edit(each, client_id) for each in story.topics)
    yield from (expectations.edit(each, client_id) for each in story.expectations)
    yield from (reviews.review_edit(each, client_id) for each in story.reviews)
    yield from (reviews.decision_edit(each, client_id) for each in story.decisions)
    yield from (reviews.agreement_edit(each, client_id) for each in story.agreements)
    yield from (reviews.answer_edit(each, client_id) for each in story.answers)
    yield from (reviews.conversation_edit(each, client_id) for each in story.conversations)
    yield from (reviews.plan_edit(each, client_id) for each in story.plans)
