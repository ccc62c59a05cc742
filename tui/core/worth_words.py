"""What there is to read about a line of what is worth talking about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.core.conversations import Conversation
from tui.core.days import DateStyle, full
from tui.core.details import Block, Entry
from tui.core.notices.notice import Notice, Offer
from tui.core.text import clean
from tui.core.worse_after import ALWAYS, OPTIONS, START, Path, Stage
from tui.core.worth import Remark

ALWAYS_TRUE: Final = "Always"
"""The heading over what holds at every stage."""
_CHOICES: Final = "To choose from, in no order"
KEYS: Final = (
    Entry("seen", "A"),
    Entry("later", "z"),
    Entry("talked about", "d"),
    Entry("a topic for the next session", "p"),
)
"""The keys that put a notice away, wherever it is told in full."""
_OFFERED: Final = {
    Offer.RUPTURE: "If something came between you: B notes the break and the steps of its repair.",
    Offer.CONVERSATION: "Once you have talked: K notes what was agreed to change, and for how many"
    " sessions it is given a fair chance.",
}


def blocks(
    remark: Remark, found: Path, dates: DateStyle = DateStyle.DAY_MONTH
) -> tuple[Block, ...]:
    """All there is to read: the seven parts of a notice, or where a fair chance stands.

    `found` is the way of somebody who feels worse after sessions; its sentence about an unsafe
    place stands first wherever the line belongs to it.
    """
    notice = remark.notice
    if notice is None:
        return tuple(_chance(found, dates))
    told = [Block(heading, (Entry(text),)) for heading, text in notice.parts]
    if notice.besides:
        told.insert(1, Block(ALWAYS_TRUE, (Entry(notice.besides),)))
    away = Block(told[-1].heading, (*told[-1].entries, *KEYS))
    return (*told[:-1], *_on_the_path(notice, found), *_offered(notice), away)


def _on_the_path(notice: Notice, found: Path) -> Iterator[Block]:
    """Words to start with, and in the last stage what there is to choose from."""
    if notice.offer is not Offer.CONVERSATION:
        return
    yield Block("Words to start with", (Entry(START),))
    if found.stage is Stage.LOOK_AROUND:
        yield Block(_CHOICES, tuple(Entry(f"{text}.", key) for key, text in OPTIONS))
        if found.talk:
            yield _agreed(found.talk)


def _offered(notice: Notice) -> Iterator[Block]:
    if notice.offer:
        yield Block("To write down", (Entry(_OFFERED[notice.offer]),))


def _chance(found: Path, dates: DateStyle) -> Iterator[Block]:
    yield Block("Where you are", (Entry(found.said),))
    yield Block(ALWAYS_TRUE, (Entry(ALWAYS),))
    if talk := found.talk:
        yield Block("When you talked", (Entry(full(talk.day, dates)),))
        yield _agreed(talk)
    more = "If it cannot wait, say so before that. K notes another conversation."
    yield Block("Before it is over", (Entry(more),))


def _agreed(talk: Conversation) -> Block:
    lines = clean(talk.changes, multiline=True).split("\n")
    entries = tuple(Entry(line) for line in lines if line.strip())
    return Block("What was agreed to change", entries)
