"""`fledge notices`: what is worth talking about, and what is done with it."""

from __future__ import annotations

from typing import Any, Final

import click

from tui.core.deeds import Keep
from tui.core.naming import ID_SHOWN
from tui.core.notices.answers import Answer, Answered
from tui.core.notices.notice import Notice, Offer
from tui.core.worth import Remark, Worth, worth
from tui.core.worth_words import blocks
from tui.ids import new_id
from tui.shell.listed import listing
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, record
from tui.store.openfile import OpenFile

_KEYS = click.argument("keys", metavar="KEY…", nargs=-1, required=True)
_OFFERS: Final = {
    Offer.RUPTURE: "fledge rupture log notes a break, if there was one.",
    Offer.CONVERSATION: "Once you have talked: fledge conversation add notes what shall change.",
}


@listing()
def notices(target: Target, as_json: bool) -> None:
    """What is worth talking about, each with its key and the seven things to be said of it."""
    with target.reading() as file:
        found = _worth(target, file)
    if as_json:
        from tui.shell import report

        say(report.as_json([_told(r.notice) for r in found.remarks if r.notice]))
    elif found.remarks:
        say("\n\n".join(_lines(each, found, target) for each in found.remarks))
    else:
        say(found.said, err=True)


@notices.command()
@_KEYS
@targeted
def acknowledge(target: Target, keys: tuple[str, ...]) -> None:
    """Put away what was seen; the beginning of each KEY is enough."""
    _answer(target, keys, Answered.ACKNOWLEDGED)


@notices.command()
@_KEYS
@click.option("--until", required=True, help="The day on which it is shown again.")
@targeted
def snooze(target: Target, keys: tuple[str, ...], until: str) -> None:
    """Put something off to a day."""
    _answer(target, keys, Answered.SNOOZED, until=until)


@notices.command()
@_KEYS
@click.option("--note", default="", help="What came of it.")
@targeted
def discussed(target: Target, keys: tuple[str, ...], note: str) -> None:
    """Say that it was talked about, and what came of it."""
    _answer(target, keys, Answered.DISCUSSED, note=note)


def _answer(
    target: Target, keys: tuple[str, ...], what: Answered, *, until: str = "", note: str = ""
) -> None:
    """Do the same with each of several notices, or with none where one is not there."""
    with target.writing() as (file, client):
        standing = [r.notice for r in _worth(target, file).remarks if r.notice]
        chosen = [_found(standing, key) for key in keys]
        day = target.day(until, ahead=True) if until else None
        for notice in dict.fromkeys(chosen):
            made = Answer(new_id(), notice.key, target.today, what, day, note).sound()
            deeds.do(file, client.id, Keep(made), author=target.rater.value)
            when = f" until {target.said(day)}" if day else ""
            say(f"{what.value.capitalize()}{when}: {notice.said}")


def _worth(target: Target, file: OpenFile) -> Worth:
    client = target.chosen(file.conn)
    return worth(record.reviewing(file, client, target.today, 0, target.manners, target.rater))


def _found(standing: list[Notice], beginning: str) -> Notice:
    """The notice whose key begins so, or that is called so in the list."""
    wanted = beginning.strip()
    found = [n for n in standing if wanted in (_short(n), n.key)]
    found = found or [n for n in standing if wanted and n.key.startswith(wanted)]
    if len(found) != 1:
        raise AskedWrongly(f"There is no notice “{wanted}”. `fledge notices` lists them.")
    return found[0]


def _short(notice: Notice) -> str:
    """Its key as far as it is needed to tell it from others."""
    return f"{notice.rule}:{notice.subject[:ID_SHOWN]}"


def _dismiss(notice: Notice) -> str:
    """How it is put away at the prompt, where there is no key for it."""
    return (
        f"fledge notices acknowledge {_short(notice)}; or snooze with --until, or discussed with"
        " --note. It does not come back before the next review."
    )


def _lines(remark: Remark, found: Worth, target: Target) -> str:
    head = f"{remark.mark.value} {remark.said}"
    if remark.notice is None:
        told = blocks(remark, found.path, target.dates)
        return "\n".join([head, *(f"  {e.text}" for block in told for e in block.entries)])
    notice = remark.notice
    heads = [heading for heading, _ in notice.parts]
    texts = [*(text for _, text in notice.parts[:-1]), _dismiss(notice)]
    parts = [f"  {heading}: {text}" for heading, text in zip(heads, texts, strict=True)]
    besides = [f"  {notice.besides}"] if notice.besides else []
    offer = [f"  {_OFFERS[notice.offer]}"] if notice.offer else []
    return "\n".join([head, f"  {_short(notice)}", *parts[:1], *besides, *parts[1:], *offer])


def _told(notice: Notice) -> dict[str, Any]:
    return {
        "key": notice.key,
        "rule": notice.rule,
        "said": notice.said,
        "since": notice.since.isoformat(),
        "changed": notice.changed,
        "began": notice.began,
        "counted": notice.counted,
        "chance": notice.chance,
        "everyday": notice.everyday,
        "ask": notice.ask,
        "dismiss": _dismiss(notice),
        "besides": notice.besides or None,
        "offer": notice.offer.value if notice.offer else None,
    }
