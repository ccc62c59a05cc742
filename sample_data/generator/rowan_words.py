"""What Rowan wrote: notes, goals' texts and events. Fictional, and in a client's plain words.

Days are given as session numbers. No text names a weekday, month or season, for a demo moves all
dates; a few hold brackets or an emoji, for real people write those.
"""

NOTES: dict[str, dict[int, str]] = {
    "confidence": {
        3: "Phoned the landlord myself. My voice shook, and the boiler is fixed",
        11: "Ran the meeting when Priya was away",
        21: "The car wouldn't start. I just sorted it",
        26: "Hospital corridor, no idea where to go. Asked someone",
        43: "New customer on the phone and I slept fine the night before",
        48: "Flat tyre in the rain. Laughed about it 🙂",
        53: "I think I'd manage. I think I do manage",
    },
    "choice": {
        2: "Could have said yes at once. Said I'd check first",
        9: "Walked round the block before answering that email",
        17: "Three ways to tell Mum. Picked the honest one",
        26: "Had to look hard for a second way this week",
        39: "Thought of walking out, thought of staying. Stayed",
        46: "Asked for a night to think about the new role",
        52: "Wrote down four options for the move [one is silly, kept it]",
    },
    "self_activation": {
        6: "Dug the guitar out from under the bed",
        19: "Left the group chat that only makes me cross",
        32: "Guitar has dust on it again",
        42: "Two evenings of guitar and one of nothing, on purpose",
        51: "Said no to the committee. Played instead",
    },
    "spontaneity": {
        5: "Danced in the kitchen while the pasta boiled over",
        23: "Cried at the film and let it show",
        44: "Made the joke out loud. It landed 😅",
    },
    "self_entitlement": {
        8: "Bought the good bread",
        20: "Asked for an afternoon off and gave no reason",
        34: "Wanted the last slice. Offered it round first, as ever",
        40: "Ordered what I fancied, not what was cheapest",
        49: "Told them [all six] that I'd like the desk by the window",
    },
    "commitment": {
        4: "Did the ten minutes of walking, four days out of seven",
        18: "Skipped choir. Didn't feel like facing anyone",
        22: "Went to choir although it was pouring",
        38: "Was cross, and came back anyway",
        45: "Kept the evening with Lena though work was shouting",
        50: "Third month of putting money aside",
    },
    "intimacy": {
        7: "Changed the subject when Lena asked how I was",
        18: "Told Lena I'd had a bad week. She made soup",
        35: "Nodded along a lot, said little",
        42: "Held Dad's hand and didn't fill the silence",
        49: "Two hours with my sister and the phone stayed in the bag",
        53: "Said I'd miss these talks. Out loud",
    },
    "responsibility": {
        5: "Made the dentist appointment nobody was going to make for me",
        16: "Brought up the session I missed before being asked",
        35: "Put it off. I'd rather someone told me what to do",
        40: "Wrote my own list for the review",
        46: "Booked the course with my own money",
        51: "My plan, my pace. Felt odd and good",
    },
    "acceptance": {
        10: "Still arguing with the bus timetable",
        25: "It isn't fair that she's ill. Kept saying it",
        28: "Can't fix it. Can bring clean pyjamas",
        34: "Left the ironing and sat with Mum",
        44: "Knee says no running, so I swam",
        52: "They won't move the deadline. Made a smaller thing, a good one",
    },
    "containment": {
        8: "Typed the angry reply, slept, sent a short one",
        20: "Told my boss I was annoyed, in a normal voice",
        25: "Shouted at the printer. And at Tom. Said sorry to Tom",
        27: "Burst into tears at the checkout, the cashier was lovely",
        39: "Said I was angry, while angry, and nobody broke",
        48: "Waited until after dinner to bring it up",
    },
    "damage_story": {
        4: "Noticed I'd told the new person all my worst bits first",
        32: "Long list in my head tonight",
        52: "The list came up. I had other things on",
    },
    "regulation": {
        30: "Counted the days to the session",
        36: "Wanted to write after every hard hour",
        49: "Rough night. Rang Lena, then made tea",
        54: "Hard week and I was all right 🌱",
    },
    "decisions": {
        34: "Asked what to do about the flat and did that",
        44: "Said what I'd decided, then we looked at it",
    },
}
"""Evidence, by measure and session: it goes with the first rating on or after that session."""

GOAL_NOTES: tuple[dict[int, str], ...] = (
    {
        3: "Said 'not today' to the extra shift. Felt bad until lunch",
        21: "Turned down the rota swap and didn't explain",
        26: "Said yes to everything this week",
        41: "Said no to my boss's boss. We both lived",
        47: "New team, old habit. Back on the list",
        52: "Four weeks without a session and it held",
    },
    {
        8: "Stayed for pudding",
        37: "'Family' was too big. Ringing her I can do",
        43: "I rang. She said she'd been about to",
        50: "We ring most weeks now, it isn't a thing any more",
    },
    {
        2: "Phone in the kitchen, me in the kitchen",
        19: "Four nights out of seven",
        33: "Scrolled till two",
        48: "Do I still want this one?",
    },
)

GOAL_WORDINGS: tuple[dict[int, str], ...] = (
    {1: "Say no at work without guilt"},
    {1: "Be closer to my family", 37: "Ring my sister first"},
    {1: "Sleep without the phone"},
)

WHY = (
    "I come home with other people's work and nothing left for mine",
    "I miss them, and I wait for them to start",
    "I wake up tired and already cross",
)

THERE = (
    "I say no once, kindly, and think about something else by the evening",
    "I ring her because I feel like it, and not only when something is wrong",
    "The phone stays in the kitchen and I'm asleep before midnight",
)

ENDS: tuple[tuple[str, str], ...] = (
    ("I say yes before they finish asking", "No is just a word I use"),
    ("I wait and hope they ring", "I ring, and it's easy"),
    ("It's the last and first thing I see", "I don't think of it at night"),
)

LADDER = [
    "I take on everything and cancel my own plans",
    "I say yes at once and sort it out later, alone",
    "I say no to one thing a week and sleep all right",
    "I say no when I mean no, and offer what I can do instead",
    "I say no to anyone, and people ask me how I do it",
]

STEPS: tuple[tuple[tuple[str, int | None], ...], ...] = (
    (
        ("Say 'let me check' before any yes", 4),
        ("Leave on time twice a week", 11),
        ("Say no to one small thing without a reason", 21),
        ("Tell my boss how much is too much", 40),
    ),
    (
        ("Go to the birthday and stay for pudding", 8),
        ("Ring her once without news", 39),
        ("Plan a day out, just us two", 47),
        ("Tell her what I liked about growing up with her", None),
    ),
    (
        ("Buy an alarm clock", 3),
        ("Charge the phone in the kitchen", 18),
        ("A book on the pillow", None),
    ),
)

EVENTS: dict[int, str] = {
    1: "First session",
    12: "First look back at the goals",
    14: "Something stung, and I went quiet",
    25: "Illness in the family",
    28: "We talked about feeling worse after",
    37: "Goal review; one goal in new words",
    38: "I pushed back, and said why",
    45: "More room: every two weeks now",
    54: "Goodbye for now, the door stays open",
}
"""By session; the repairs of sessions 16 and 40 mark their own days."""

HOLIDAY = "Two weeks by the sea"
