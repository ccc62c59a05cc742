"""What the people of the five small stories wrote between sessions. All of them are fictional."""

from collections.abc import Sequence
from datetime import date, timedelta

from hours import Between, Rupture, steps

DEV_TICKS = {"came_as_i_was": {2, 3}, "laughed": {1, 4}, "said_it": {13}, "gently_challenged": {5}}

NOOR_TICKS = {
    "came_as_i_was": range(1, 26, 3),
    "laughed": range(2, 26, 3),
    "gently_challenged": range(1, 26, 2),
    "mattered": range(3, 26, 5),
}


def sam(days: Sequence[date]) -> Between:
    """A role check, one reflection, and a first topic."""
    return Between(
        reflections=[
            {
                "date": days[1].isoformat(),
                "part": "after",
                "text": "Odd to talk for so long about mornings. Not bad odd.",
                "session": days[1].isoformat(),
            }
        ],
        topics=[
            {
                "date": _after(days[3], 0),
                "text": "There's something I keep stepping around.",
                "state": "open",
            }
        ],
        role_checks=[
            {
                "date": days[0].isoformat(),
                "fixes": "Help me see why I don't start. Starting is my part",
                "time": "No idea. Ask me again in a while",
                "effort": "An alarm clock across the room",
                "hope": "Coffee sitting down",
            }
        ],
    )


def dev_rupture(days: Sequence[date]) -> Rupture:
    """Return a break that was talked about and not repaired yet."""
    return {
        "session": days[9].isoformat(),
        "noticed_by": "client",
        "kind": "withdrawal",
        "note": "It went too fast for me. I nodded until it was over",
        "steps": steps(days[9], days[12], days[12]),
    }


def dev(days: Sequence[date]) -> Between:
    """Being worse after sessions is talked about once, and pinned again."""
    return Between(
        reflections=[
            {
                "date": days[9].isoformat(),
                "part": "after",
                "text": "Sat in the car until the windows misted up. I can't say what it was.",
                "tags": ["after"],
                "session": days[9].isoformat(),
            },
            {
                "date": _after(days[12], 1),
                "part": "between",
                "text": "Said it. No big scene. We try it slower now, four times, and then look.",
                "tags": ["after"],
            },
        ],
        practices=[
            {
                "date": _after(days[3], 2),
                "what": "Ten minutes early at the office",
                "effort": 2,
                "useful": 1,
            },
            {
                "date": _after(days[13], 3),
                "what": "A walk round the block before driving home",
                "effort": 1,
                "useful": 2,
            },
        ],
        topics=[
            {
                "date": _after(days[11], 1),
                "text": "I go home lower than I came",
                "state": "talked about",
                "closed": days[12].isoformat(),
                "note": "Slower for four sessions, then we look at it again",
                "about": "after",
            },
            {
                "date": _after(days[16], 2),
                "text": "Why are we doing it this way?",
                "state": "open",
                "about": days[16].isoformat(),
            },
        ],
    )


def ines(days: Sequence[date]) -> Between:
    """A few lines from the time when she shared them."""
    return Between(
        reflections=[
            {
                "date": _after(days[3], 4),
                "part": "between",
                "text": "Parked where one can see the bridge. It is only a bridge.",
            },
            {
                "date": _after(days[11], 0),
                "part": "after",
                "text": "I'd like to keep my numbers to myself for a while. That was all right.",
                "session": days[11].isoformat(),
            },
        ],
        practices=[
            {
                "date": _after(days[5], 3),
                "what": "Crossed it as a passenger",
                "effort": 3,
                "useful": 2,
                "note": "Eyes open for half of it",
            }
        ],
    )


def ade_and_kit(days: Sequence[date]) -> Between:
    """Something that they try together."""
    return Between(
        practices=[
            {
                "date": _after(days[at], 4),
                "what": "'Back in ten minutes', and back in ten minutes",
                "effort": 2,
                "useful": useful,
            }
            for at, useful in {3: 1, 6: 2, 10: 3}.items()
        ],
        topics=[
            {
                "date": _after(days[12], 3),
                "text": "One of us says it is going well, the other doesn't",
                "state": "open",
            }
        ],
    )


def noor(days: Sequence[date]) -> Between:
    """Small things that go on as they are."""
    return Between(
        reflections=[
            {
                "date": _after(days[8], 2),
                "part": "between",
                "text": "Blue all over the table, and on the cat. A good evening.",
            },
            {
                "date": _after(days[20], 3),
                "part": "between",
                "text": "Asked for help with the shelf before it fell down. New for me, still.",
            },
        ],
        practices=[
            {"date": _after(day, 3), "what": "An evening of painting", "effort": 1, "useful": 2}
            for day in days[1:-1:3]
        ],
    )


def _after(day: date, later: int) -> str:
    return (day + timedelta(days=later)).isoformat()
