"""Five small stories, one for each thing that the dashboard must get right. All fictional."""

from collections.abc import Sequence
from datetime import date

import others_between as words
import others_reviews as reviewed
import small
from hours import Hours, sessions
from others_words import GOALS
from story import (
    ALLIANCE,
    GROWTH,
    SIGNS,
    SLOW,
    Rater,
    Story,
    check_in_days,
    in_order,
    rated,
    rating,
    story,
    weekly,
)
from wander import steady

DEV_AFTER = (0, 0, 1, 0, 0, -1, 0, -1, -1, -2, -1, -1, -1, -1, 0, -1, -2, -1)
ADE_QUARRELS = (3, 3, 4, 4, 5, 5, 6, 5, 6, 7, 7, 6, 7, 7)
KIT_QUARRELS = (3, 3, 3, 2, 3, 3, 2, 3, 3, 3, 2, 3, 3, 3)
ADE_EVENING = (3, 3, 4, 3, 4, 5, 5, 4, 5, 6, 5, 6, 6, 6)
KIT_EVENING = (3, 4, 4, 4, 4, 5, 4, 5, 5, 5, 6, 6, 5, 6)


def build(ends: str) -> dict[str, Story]:
    """Return the five stories by file name, all told to the ISO date `ends`."""
    last = date.fromisoformat(ends)
    return {
        "sam.json": _sam(weekly(4, last)),
        "dev.json": _dev(weekly(len(DEV_AFTER), last)),
        "ines.json": _ines(weekly(24, last)),
        "ade_and_kit.json": _ade_and_kit(weekly(len(ADE_QUARRELS), last)),
        "noor.json": _noor(weekly(25, last)),
    }


def _sam(days: Sequence[date]) -> Story:
    """Four sessions and one rating of each: too little for a picture."""
    growth = {"confidence": 4, "choice": 3, "commitment": 5, "intimacy": 4, "acceptance": 2}
    signs = {"damage_story": 3, "closed_mind": 2}
    after = dict(zip(ALLIANCE, (6, 6, 7), strict=True)) | {"ease": 5, "movement": 4, "after": 0}
    written = check_in_days(days)[1]
    ratings = {key: [rating(written, value)] for key, value in (growth | signs).items()}
    ratings |= {key: [rating(days[1], value)] for key, value in after.items()}
    ratings["choice"][0]["note"] = "Stood on the stairs a minute before I answered"
    return story(
        "Sam",
        "Sam is fictional: four sessions in, with too few ratings for any picture yet.",
        days,
        [
            small.goal(GOALS["sam_mornings"], days[0], [rating(days[2], 3)]),
            small.goal(GOALS["sam_friends"], days[2], [], state="draft"),
        ],
        ratings,
        [(days[0], "First session")],
        sessions(days, Hours("video", ticks={"came_as_i_was": {2}}), 7),
        between=words.sam(days),
    )


def _dev(days: Sequence[date]) -> Story:
    """Sessions leave Dev lower; it is talked about, given a fair chance, and still so.

    The therapist has not rated the last session yet.
    """
    growth = {"confidence": (4, 4), "choice": (4, 5), "commitment": (5, 4)}
    signs = {"damage_story": (3, 4), "regulation": (3, 3)}
    after = {"ease": (4, 3), "movement": (4, 3), "support": (5, 4), "challenge": (5, 5)}
    ratings = small.check_ins("dev", days, growth)
    ratings |= small.check_ins("dev", days, signs, every=2)
    ratings |= small.alliance("dev", {"client": days, "therapist": days[:-1]}, (7, 6))
    ratings |= small.after_sessions("dev", days, after)
    ratings["after"] = rated(days, DEV_AFTER)
    ratings["after"][9]["note"] = "Sat in the car for a while before driving"
    ratings["after"][16]["note"] = "We went slower. I still went home heavy"
    office = rated(days, small.along("dev/office", 3, 3, days))
    return story(
        "Dev",
        "Dev is fictional: sessions leave Dev lower, and still do after a talk and a fair chance.",
        days,
        [small.goal(GOALS["dev_office"], days[0], office)],
        ratings,
        [
            (days[0], "First session"),
            (days[12], "We talked about feeling worse after"),
            (days[13], "Trying a slower pace for four sessions"),
            (days[17], "The four sessions are over"),
        ],
        sessions(days, Hours(formats={6: "phone"}, ticks=words.DEV_TICKS, late={10: 1}), 7),
        [words.dev_rupture(days)],
        words.dev(days),
        reviewed.dev(days),
    )


def _ines(days: Sequence[date]) -> Story:
    """Ines shares half the way and then keeps it to herself: a gap, which is no zero."""
    shared = days[: len(days) // 2]
    growth = {"confidence": (3, 5), "choice": (4, 5), "intimacy": (4, 4), "containment": (3, 5)}
    signs = {"regulation": (3, 3), "self_absorption": (4, 3)}
    ratings = small.check_ins("ines", shared, growth)
    ratings |= small.check_ins("ines", shared, signs, every=2)
    ratings |= small.alliance("ines", {"client": shared, "therapist": days}, (7, 8))
    ratings |= small.after_sessions("ines", shared, {"ease": (5, 6), "movement": (4, 6)})
    ratings["confidence"][5]["note"] = "Took the ring road, radio off"
    weeks = check_in_days(shared)
    bridge = rated(weeks, small.along("ines/bridge", 2, 4, weeks))
    return story(
        "Ines",
        "Ines is fictional: half-way she stopped sharing her ratings, and the sessions went on.",
        days,
        [small.goal(GOALS["ines_bridge"], days[0], bridge, cadence=7)],
        ratings,
        [
            (days[0], "First session"),
            (shared[-1], "Keeping my ratings to myself for now"),
            (days[len(shared)], "We agreed that this is fine"),
        ],
        sessions(days, Hours("phone", missed={7}, ticks={"mattered": {4, 9, 12}}), 7),
        between=words.ines(days),
    )


def _ade_and_kit(days: Sequence[date]) -> Story:
    """Ade is the client and Kit the partner: alike on one goal, far apart on the other."""
    own = small.check_ins("ade", days, {"choice": (4, 6), "intimacy": (4, 6)})
    other = small.check_ins("kit", days, {"choice": (4, 5), "intimacy": (4, 4)}, rater="partner")
    ratings = {key: in_order(own[key], other[key]) for key in own}
    everybody: dict[Rater, Sequence[date]] = {"client": days, "partner": days, "therapist": days}
    ratings |= small.alliance("ade-and-kit", everybody, (7, 8))
    ratings |= small.after_sessions("ade-and-kit", days, {"ease": (5, 5), "movement": (4, 6)})
    ratings["intimacy"][0]["note"] = "We both laughed at the burnt rice"
    quarrels = in_order(rated(days, ADE_QUARRELS), rated(days, KIT_QUARRELS, "partner"))
    evening = in_order(rated(days, ADE_EVENING), rated(days, KIT_EVENING, "partner"))
    return story(
        "Ade & Kit",
        "Ade and Kit are a fictional couple who see one of their two goals quite differently.",
        days,
        [
            small.goal(GOALS["couple_quarrels"], days[0], quarrels),
            small.goal(GOALS["couple_evening"], days[0], evening),
        ],
        ratings,
        [(days[0], "First session together"), (days[8], "Two nights away, just us")],
        sessions(days, Hours(ticks={"laughed": {1, 9, 10, 13}, "said_it": {6, 9}}), 7),
        between=words.ade_and_kit(days),
        reviewed=reviewed.ade_and_kit(days),
    )


def _noor(days: Sequence[date]) -> Story:
    """All holds: a small wobble, no direction, and nothing to remark upon."""
    weeks = check_in_days(days)
    growth = dict(zip(GROWTH, (7, 7, 6, 6, 6, 7, 6, 7, 7, 6), strict=True))
    after = {"ease": 6, "movement": 6, "support": 7, "challenge": 6, "after": 1}
    plan = {key: (weeks, at) for key, at in growth.items()}
    plan |= dict.fromkeys(SIGNS, (weeks[1::2], 2))
    ratings = {key: rated(on, steady(f"noor/{key}", at, len(on))) for key, (on, at) in plan.items()}
    for one in ratings["decisions"]:
        one["mark"] = "talked_it_through"
    ratings |= small.steady_alliance("noor/1", days, (8, 8, 9))
    for key, at in after.items():
        ratings[key] = rated(days, steady(f"noor/{key}", at, len(days)))
    for key, at in zip(SLOW, (7, 8, 8, 7, 2), strict=True):
        ratings[key] = rated(weeks[::-4][::-1], steady(f"noor/{key}", at, len(weeks[::-4])))
    ratings["confidence"][11]["note"] = "An ordinary week, in a good way"
    ratings["choice"][17]["note"] = "Took the slow train and read"
    goals = []
    for key, at in {"noor_painting": 7, "noor_asking": 6}.items():
        values = steady(f"noor/{key}", at, len(days))
        seen = rated(days[11::12], values[11::12], "therapist")
        goals.append(small.goal(GOALS[key], days[0], in_order(rated(days, values), seen)))
    return story(
        "Noor",
        "Noor is fictional, and steady: ordinary ups and downs with nothing to remark upon.",
        days,
        goals,
        ratings,
        [(days[0], "First session"), (days[11], "First look back at the goals")],
        sessions(days, Hours(ticks=words.NOOR_TICKS), 7),
        between=words.noor(days),
        reviewed=reviewed.noor(days[11], days[23]),
    )
