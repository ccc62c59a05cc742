"""What was decided, agreed and written at Rowan's reviews, and for the ending. All fictional.

A day is (session, days after it). No text names a weekday, month or season, for a demo moves all
dates. What is decided agrees with the histories of the goals: between the reviews, the first one is
reached at 41, reopened at 47, and reached again at 52.
"""

from typing import NamedTuple

from reviews import Answered, Choice, Kind, Who
from rowan_between_words import On


class Agreed(NamedTuple):
    """Who does what by when, and when it was done."""

    what: str
    who: Who
    by_when: On | None = None
    done: On | None = None


class Held(NamedTuple):
    """A review in a session, with a choice and what was said for each of the three goals."""

    session: int
    note: str
    next: On
    decisions: tuple[tuple[Choice, str], ...]
    agreements: tuple[Agreed, ...]


class Answer(NamedTuple):
    """What was done with a notice; a subject that is a day is told as one.

    `period` is the session of the review with which its period began, or None for the start.
    """

    on: On
    rule: str
    subject: str | int | On
    period: int | None
    what: Answered
    note: str = ""
    until: On | None = None


AHEAD: On = (54, 28)
"""The look back after the goodbye."""

REVIEWS = (
    Held(
        12,
        "We read all twelve sessions of it. Work is the one that moves. I had half expected to be"
        " told off, and wasn't.",
        (24, 0),
        (
            ("keep", "It moves. Leave it be and let it"),
            ("keep", "Slow. Pudding counts"),
            ("keep", "The alarm clock helps. The rest of me isn't there yet"),
        ),
        (
            Agreed("Say no to one small thing and give no reason", "client", (22, 0), (21, 0)),
            Agreed("Ask me when I laugh something off", "therapist", None, (16, 0)),
            Agreed("Look at the goals again after twelve sessions", "both", (24, 0), (24, 0)),
        ),
    ),
    Held(
        24,
        "Saying no has become ordinary, which is an odd thing to be proud of. The other two are"
        " slower, and that is allowed.",
        (36, 0),
        (
            ("new milestone", "An 8, and plenty of time for it. Felt bold to say out loud"),
            ("keep", "Still too big to get hold of, and I still want it"),
            ("keep", "Four nights out of seven is a start"),
        ),
        (
            Agreed("Plan a day out with my sister", "client", (36, 0), (47, 0)),
            Agreed("Watch the clock, so the big things don't come last", "therapist",
                   (30, 0), (28, 0)),
        ),
    ),
    Held(
        37,
        "I said it: some of this is moving and some of it isn't. We had both grown comfortable."
        " New words for the second goal, and a bit more of a push from both chairs.",
        (48, 0),
        (
            ("keep", "At 7, and in no hurry"),
            ("reword", "'Family' was too big. Ringing her I can do, and a 7 is enough to aim at"),
            ("new milestone", "A 6 will do me. The 10 was somebody else's idea of sleep"),
        ),
        (
            Agreed("Write my own list of what I want from these hours", "client", (38, 0), (37, 3)),
            Agreed("Say so out loud when it gets cosy", "both", (40, 0), (38, 0)),
            Agreed("Ring my sister once with no news at all", "client", (40, 0), (39, 0)),
            Agreed("Tell my boss how much is too much", "client", (41, 0), (40, 0)),
            Agreed("One question each time that isn't easy", "therapist", (42, 0), (40, 0)),
        ),
    ),
    Held(
        48,
        "The first goal is back on the list, and that is no failure. We looked at how much of it I"
        " do now without being here. One more look back, after the goodbye.",
        AHEAD,
        (
            ("keep", "New team, old habit. It knows the way by now"),
            ("keep", "It nearly looks after itself"),
            ("keep", "Do I still want it? Yes, gently. It has until we say goodbye"),
        ),
        (
            Agreed("Four weeks without a session, and see what holds", "both", (52, 0), (52, 0)),
            Agreed("Write down what to do when it gets hard again", "client", (53, 0), (52, 9)),
            Agreed("Offer a day for one look back after the goodbye", "therapist",
                   (54, 0), (53, 0)),
            Agreed("Tell my sister what I liked about growing up with her", "client", AHEAD),
        ),
    ),
)  # fmt: skip

ANSWERS = (
    Answer((12, 0), "moved", 1, None, "discussed",
           "Small noes, most days. I hadn't seen them add up"),
    Answer((28, 0), "worse", "after", 24, "discussed",
           "It helped to have it said. Slower, and a quiet end to the hour"),
    Answer((34, 1), "drift", "ease", 24, "acknowledged"),
    Answer((35, 2), "sign_level", "regulation", 24, "snoozed", "For the review", (37, 0)),
    Answer((37, 0), "drift", "ease", 24, "discussed", "I had been coasting, and so had we"),
    Answer((37, 0), "sign_level", "regulation", 24, "discussed",
           "Some of it can go to Lena and my sister. They are good to lean on"),
    Answer((48, 0), "moved", 2, 37, "discussed",
           "From holding the phone to holding a conversation"),
)  # fmt: skip
"""Both that are raised after the last review are still to be talked about."""

CONVERSATIONS: tuple[tuple[On, str, int], ...] = (
    ((28, 0), "Slower, and ten quiet minutes at the end to land", 4),
)
"""When, what changes, and for how many sessions it is tried."""

PLANS: tuple[tuple[On, Kind, str], ...] = (
    ((44, 0), "spacing",
     "Every two weeks from now on. If a week turns hard I ring, and we meet in between. That is"
     " not going backwards."),
    ((51, 0), "spacing",
     "Four weeks, four weeks, four weeks, and then goodbye. One look back after that."),
    ((52, 9), "setback",
     "How I notice: I say yes before I have listened, the guitar gathers dust, the phone comes to"
     " bed.\n\nWhat helps, in this order:\n\n1. Ten minutes of walking\n2. 'Let me check', until I"
     " know what I think\n3. Lena, or my sister. No news needed\n4. This page again, slowly\n\nIf"
     " it stays hard for three weeks, I ring. The door stays open, and using it is no failure."),
    ((54, 0), "summary",
     "I came with other people's work and nothing left for mine. I learned to say 'let me check',"
     " and then no. I was cross with somebody, and they stayed. I ring my sister because I feel"
     " like it. The phone still wins some nights.\n\nWhat I take with me: a thing can go wrong"
     " between two people and be better afterwards."),
)  # fmt: skip
