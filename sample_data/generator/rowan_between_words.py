"""What Rowan wrote between sessions. Fictional, and in a client's plain words.

A day is (session, days after it; a negative number is before it). No text names a weekday, month
or season, for a demo moves all dates; one holds brackets and Markdown, for real people write those.
"""

from typing import NamedTuple

from hours import Part

On = tuple[int, int]


class Wrote(NamedTuple):
    """A reflection; one that is about a session names its number."""

    on: On
    part: Part
    text: str
    tags: tuple[str, ...] = ()
    about: int | None = None


class Tried(NamedTuple):
    """A practice, with effort and use from 0 to 3."""

    on: On
    what: str
    effort: int
    useful: int | None
    note: str = ""


class Pinned(NamedTuple):
    """A topic, what became of it, and what it was about, if it was pinned at something."""

    on: On
    text: str
    closed: On | None = None
    note: str = ""
    let_go: bool = False
    about: str | int | None = None


REFLECTIONS = (
    Wrote(
        (1, 0), "after",
        "Nicer room than I thought. I talked too fast and left out the half that matters,"
        " and I think that was noticed, kindly.",
        ("first",), 1,
    ),
    Wrote(
        (4, 3), "between",
        "Ten minutes of walking, four days out of seven. On the fourth I went round twice"
        " because I was in the middle of a thought.",
        ("body",),
    ),
    Wrote(
        (9, -1), "before",
        "I want to tell about the rota and not turn it into a funny story.",
        ("work",), 9,
    ),
    Wrote(
        (14, 1), "after",
        "It stung, the thing about being hard to reach. I laughed. I always laugh. I don't"
        " think I want to go next time.",
        ("us",), 14,
    ),
    Wrote(
        (15, 1), "between",
        "A call, just to say that my chair had been empty and was noticed. I nearly didn't"
        " pick up. Glad I did.",
        ("us",), 15,
    ),
    Wrote(
        (16, 0), "after",
        "I said it first, before being asked! My hands shook. And then: 'That was clumsy of"
        " me, and I am sorry.' No *but* after it. I can't remember when somebody last did"
        " that.",
        ("us", "brave"), 16,
    ),
    Wrote(
        (21, 2), "between",
        "Turned down the rota swap. Waited for the sky to fall. It rained a bit, that was"
        " all.",
        ("work",),
    ),
    Wrote(
        (25, 3), "between",
        "Hospital corridors smell of floor polish and soup. Mum asked me to water the"
        " beans, as if that were the worst of it.",
        ("family",),
    ),
    Wrote(
        (27, 1), "after",
        "I go home heavier than I came. Not wrong, perhaps, but heavier, and then there is"
        " the whole evening to get through.",
        ("family", "after"), 27,
    ),
    Wrote(
        (30, 2), "between",
        "Counted the days. That is new, and I'm not sure that I like it.",
        ("leaning",),
    ),
    Wrote(
        (35, 0), "during",
        "We are so comfortable. Tea, the good chair, the dog next door. I could tell"
        " stories here for ever.",
        ("leaning",), 35,
    ),
    Wrote(
        (36, 4), "between",
        "# Before the review\n\nWhat moved since the illness:\n\n- ringing *her* first:"
        " **once** [and I hung up before she answered]\n- the flat: no\n- guitar: dust\n\n>"
        " So what are we doing in there?\n\nI don't want to be the one to say it. I think I"
        " have to be.",
        ("leaning", "goals"),
    ),
    Wrote(
        (38, 0), "after",
        "I raised my voice. I said that it had got cosy and that I was going nowhere in"
        " that nice chair. Walked three stops home instead of taking the bus.",
        ("us", "brave"), 38,
    ),
    Wrote(
        (39, 0), "after",
        "'I have liked these hours being easy, and I kept them so. That part is mine.'"
        " Nobody broke. I had been so sure that somebody would.",
        ("us",), 39,
    ),
    Wrote(
        (40, 1), "after",
        "Checked with each other whether it is all right now. It is. It's better than"
        " before it went wrong, which nobody tells you about.",
        ("us",), 40,
    ),
    Wrote(
        (43, 4), "between",
        "Rang my sister from the bus stop. She said: 'I was about to ring you.' We laughed"
        " for half the way.",
        ("family", "goals"),
    ),
    Wrote(
        (48, 5), "between",
        "Rough night. Rang Lena, then made tea. It took me until breakfast to see that I"
        " hadn't thought of writing to you.",
        ("leaning",),
    ),
    Wrote(
        (51, 20), "between",
        "Two weeks by the sea and not one list in my head. Swam out to the yellow buoy and"
        " back, knee and all.",
        ("body",),
    ),
    Wrote(
        (54, -1), "before",
        "I'd like to say thank you without making a speech [I have a speech].",
        ("goodbye",), 54,
    ),
    Wrote(
        (54, 0), "after",
        "Made the speech. We both cried a bit and laughed at that. I walked home the long"
        " way, on purpose.",
        ("goodbye", "brave"), 54,
    ),
)  # fmt: skip

CHECK_FIRST = "Said 'let me check' before any yes"
WALK = "Ten minutes of walking"
PHONE = "Phone in the kitchen overnight"
GUITAR = "An evening of guitar"
RANG = "Rang my sister, no news needed"
OPTIONS = "Wrote down three ways before choosing"
WAITED = "Said what I felt once I could choose when"

PRACTICES = (
    Tried((2, 3), WALK, 1, 1),
    Tried((4, 2), WALK, 1, 2, "Went round twice"),
    Tried((5, 4), CHECK_FIRST, 2, 2),
    Tried((7, 2), CHECK_FIRST, 3, 2, "To my boss, on the stairs"),
    Tried((8, 3), "Stayed for pudding", 2, 3),
    Tried((9, 5), OPTIONS, 1, 2),
    Tried((11, 2), "Left on time", 2, 2),
    Tried((13, 3), WALK, 1, 0, "Only went round and round it"),
    Tried((17, 4), OPTIONS, 2, 3, "Three ways to tell Mum"),
    Tried((18, 5), PHONE, 2, 1),
    Tried((19, 3), PHONE, 2, 1, "Four nights out of seven"),
    Tried((20, 4), WAITED, 3, 3),
    Tried((22, 2), "Went to choir in the rain", 2, 3),
    Tried((23, 5), GUITAR, 1, 2),
    Tried((25, 4), "Three slow breaths in the corridor", 1, 2),
    Tried((28, 2), "Ten quiet minutes before going home", 1, 3),
    Tried((30, 4), WALK, 0, 0),
    Tried((34, 3), GUITAR, 1, 0, "Got it out, put it back"),
    Tried((37, 3), "Wrote my own list", 2, 3),
    Tried((38, 4), WALK, 1, 2, "Cross, and fast"),
    Tried((39, 1), WAITED, 3, 3, "Said it while angry"),
    Tried((40, 4), CHECK_FIRST, 1, 3),
    Tried((40, 6), RANG, 3, 2, "My stomach turned over, and she was pleased"),
    Tried((41, 2), OPTIONS, 1, 2),
    Tried((42, 3), GUITAR, 1, 3, "Two evenings of it"),
    Tried((42, 5), RANG, 2, 3),
    Tried((43, 4), RANG, 1, 3, "She'd been about to"),
    Tried((44, 3), "Swam, as the knee says no running", 2, 3),
    Tried((45, 6), "Kept an evening for Lena", 2, 3),
    Tried((46, 4), OPTIONS, 1, 3, "Asked for a night to think"),
    Tried((47, 5), CHECK_FIRST, 3, 2, "New team, old habit"),
    Tried((48, 5), "Rang Lena before anything else", 1, 3),
    Tried((49, 6), RANG, 1, 3),
    Tried((50, 8), WAITED, 1, 2),
    Tried((51, 5), GUITAR, 1, 3),
    Tried((52, 12), CHECK_FIRST, 1, 3),
    Tried((53, 6), RANG, 0, 3),
    Tried((53, 20), PHONE, 2, 1, "Some nights I don't mind it there"),
)  # fmt: skip

READING: tuple[tuple[On, str, On | None, str], ...] = (
    ((6, 2), "A Small Book of No, from Lena's shelf", (11, 3), "The chapter on pauses is the one"),
    ((26, 2), "A leaflet from the ward: looking after yourself while you look after them", (28, 1),
     "Sounds silly. The bit about going home for a night was not"),
    ((41, 5), "Letters between two sisters", None, "Slowly, and on purpose"),
)  # fmt: skip

TOPICS = (
    Pinned((15, 2), "Why I wasn't there", (16, 0),
           "It stung, and I said so. You had gone too fast, and were sorry", about=14),
    Pinned((27, 1), "I go home heavier than I came", (28, 0),
           "Slower now, and ten quiet minutes at the end to land", about="after"),
    Pinned((33, 3), "What to do about the flat", (36, 0),
           "Mine to settle. Asked Lena to look at it with me", let_go=True, about="decisions"),
    Pinned((36, 4), "Some of this is moving and some of it isn't.", (37, 0),
           "New words for the second goal. I had been coasting, and so had we", about="movement"),
    Pinned((38, 2), "What I said, and how loud", (39, 0),
           "You weren't cross. You had kept it easy, and owned it", about=38),
    Pinned((43, 5), "Fewer sessions, and what if it slips?", (44, 0),
           "Then I ring, or I don't. Every two weeks, and we look again in four"),
    Pinned((47, 4), "Is it a failure that the old goal is back?", (48, 0),
           "No: new team, old habit. It knows the way by now"),
    Pinned((53, 9), "How do we say goodbye?", (54, 0), "With a speech, as it turned out"),
    Pinned((53, 20), "Do these goals still fit?", about="closed_mind"),
    Pinned((54, 0), "How was it without you? For the look back", about="stance"),
)  # fmt: skip

ROLE_CHECKS = (
    (
        (1, 0), (31, 0),
        "Tell me when I dodge. The doing is mine, I think",
        "A year or so. I'd like us to look at it together now and then",
        "One small thing between sessions, ten minutes of walking",
        "Saying no at work and sleeping all the same",
    ),
    (
        (30, 0), (53, 14),
        "I'd like to be told what to do about the flat, and I know that one is mine",
        "Longer than I thought, with the illness in between. That seems fair",
        "Less than at the start, if I'm honest",
        "Ringing my sister for no reason",
    ),
)  # fmt: skip
"""When, until when, and the four answers.

It was asked again just before the first day; the second one passes while goodbyes are said.
"""
