"""A repair was left open: two sessions on, a break has not been checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import many, on
from tui.core.record import Record
from tui.core.repair import STEPS

SESSIONS_LATER: Final = 2


def look(record: Record) -> Iterator[Notice]:
    """A notice of each break that is not repaired after two more sessions were held."""
    days = [hour.session.day for hour in record.held]
    for rupture in record.ruptures:
        later = [day for day in days if day > rupture.day]
        if rupture.repaired or len(later) < SESSIONS_LATER:
            continue
        step = rupture.next_step
        following = STEPS[step][1] if step is not None else ""
        day = on(record, rupture.day)
        yield Notice(
            RULE.key,
            rupture.id,
            f"rupture:{rupture.id}",
            later[SESSIONS_LATER - 1],
            record.period,
            f"The repair of the break of {day} is still open",
            f"The repair of the break of {day} has steps left. The next one would be:"
            f" “{following}”.",
            f"Since the session of {on(record, later[SESSIONS_LATER - 1])}, the second after it.",
            f"{rupture.done} out of {many(len(STEPS), 'step')} are noted,"
            f" {many(len(later), 'session')} later.",
            "It may be chance that nobody wrote it down, although it was done.",
            "Other things were nearer, and a repair can wait for its moment.",
            "Is there something left between us from that day?",
        )


RULE: Final = Rule("repair_open", "A repair was left open", look)
