"""Reviews and talks of the people of the small stories. All of them are fictional."""

from collections.abc import Sequence
from datetime import date, timedelta

from reviews import Decision, Reviewed

EVERY = timedelta(weeks=12)
"""How far apart Noor's reviews are."""


def dev(days: Sequence[date]) -> Reviewed:
    """Being worse after sessions is put off, talked about, and given a fair chance."""
    return Reviewed(
        answers=[
            {
                "date": (days[9] + timedelta(days=1)).isoformat(),
                "rule": "worse",
                "subject": "after",
                "what": "snoozed",
                "until": days[12].isoformat(),
                "note": "I don't know yet how to say it",
            },
            {
                "date": days[12].isoformat(),
                "rule": "worse",
                "subject": "after",
                "what": "discussed",
                "note": "Said it. We think about what could be different",
            },
        ],
        conversations=[
            {
                "date": days[13].isoformat(),
                "changes": "A slower pace, and a few minutes at the end to land",
                "window": 4,
            }
        ],
    )


def ade_and_kit(days: Sequence[date]) -> Reviewed:
    """A first review, left half-way when the hour was over."""
    kept: Decision = {
        "goal": 2,
        "choice": "keep",
        "note": "Most weeks it is on, and nobody moves it",
    }
    return Reviewed([{"date": days[-1].isoformat(), "state": "begun", "decisions": [kept]}])


def noor(first: date, second: date) -> Reviewed:
    """Twice a look back at what goes on as it is."""
    both: list[Decision] = [{"goal": 1, "choice": "keep"}, {"goal": 2, "choice": "keep"}]
    return Reviewed(
        [
            {
                "date": first.isoformat(),
                "state": "held",
                "note": "Nothing to mend. It was good to see it all in one place.",
                "next": (first + EVERY).isoformat(),
                "decisions": both,
                "agreements": [
                    {
                        "what": "Leave the easel up",
                        "who": "client",
                        "by_when": (first + EVERY).isoformat(),
                        "done": (first + timedelta(days=5)).isoformat(),
                    }
                ],
            },
            {
                "date": second.isoformat(),
                "state": "held",
                "note": "As it was, and that is what we hoped for.",
                "next": (second + EVERY).isoformat(),
                "decisions": both,
            },
        ]
    )
