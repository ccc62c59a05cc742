"""What the people of the five small stories wrote about their goals. All of them are fictional."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """A goal in its owner's words; `low` and `high` are the ends of its scale."""

    text: str
    why: str
    there: str
    low: str
    high: str
    steps: tuple[str, ...] = ()


GOALS = {
    "sam_mornings": Words(
        "Get up when the alarm rings",
        "I start every day behind",
        "Up by seven, coffee sitting down",
        "I snooze until I have to run",
        "Feet on the floor, first ring",
        ("Alarm across the room",),
    ),
    "sam_friends": Words(
        "See my friends again",
        "I stopped answering, and I miss them",
        "One evening out a week that I look forward to",
        "I don't answer",
        "I'm the one who asks",
    ),
    "dev_office": Words(
        "Walk into the office without a knot",
        "It takes the whole morning to settle",
        "I hang up my coat and just start",
        "I turn round at the door",
        "I don't notice the door",
        ("Arrive ten minutes early once", "Say good morning first"),
    ),
    "ines_bridge": Words(
        "Drive the long way to work again",
        "The detours eat an hour a day",
        "I take the bridge and sing along",
        "I take the detour",
        "I take the bridge and don't think",
        ("Sit in the parked car by the bridge", "Cross it as a passenger"),
    ),
    "couple_quarrels": Words(
        "Quarrel without going silent",
        "The silence after is worse than the row",
        "We both stay in the room and finish it the same day",
        "Days of silence",
        "We finish it and eat together",
        ("Say 'back in ten minutes' and come back", "No phones while we talk"),
    ),
    "couple_evening": Words(
        "One evening a week that is ours",
        "We only meet over the shopping list",
        "A table for two or a walk, and no talk of bills",
        "We forget it",
        "Nothing gets in its way",
        ("Put it in both calendars",),
    ),
    "noor_painting": Words(
        "Keep two evenings for painting",
        "It keeps me level",
        "Two evenings most weeks, and no excuses needed",
        "No evening at all",
        "Two evenings, easily",
        ("Leave the easel up",),
    ),
    "noor_asking": Words(
        "Keep asking for help early",
        "I used to wait until it was too much",
        "I ask while it is still small",
        "I ask when it's too late",
        "I ask straight away",
    ),
}
