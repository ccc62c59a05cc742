"""`fledge role-check`: what one expects of therapy, asked line by line or given."""

from __future__ import annotations

import os
from typing import Any

import click

from tui.core.deeds import Keep
from tui.core.expectations import QUESTIONS, Expectation
from tui.ids import new_id
from tui.shell.ask import NoMoreInput, ask
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, CouldNot, Target
from tui.store import deeds, expectations

_WORDING = {key: wording for key, _, wording in QUESTIONS}


@click.command("role-check")
@click.option("--fixes", help=_WORDING["fixes"])
@click.option("--time", help=_WORDING["time"])
@click.option("--effort", help=_WORDING["effort"])
@click.option("--hope", help=_WORDING["hope"])
@click.option("--by-when", help="The day until which that is fair to expect.")
@click.option("--json", "as_json", is_flag=True, help="Every role check, for another program.")
@targeted
def role_check(target: Target, by_when: str | None, as_json: bool, **given: str | None) -> None:
    """What you expect of therapy. Without options it asks, line by line; Enter leaves one out.

    What was answered last stands above the questions: is it still fair?
    """
    if as_json:
        _tell(target)
        return
    answers = {key: words for key, words in given.items() if words is not None}
    if not answers and by_when is None:
        answers, by_when = _asked(target)
    with target.writing() as (file, client):
        until = target.day(by_when, ahead=True) if by_when else None
        made = Expectation(new_id(), target.today, **answers, by_when=until)
        if not made:
            raise AskedWrongly("There is nothing to keep: no question was answered.")
        deeds.do(file, client.id, Keep(made), author=target.rater.value)
    say("Kept: a role check.\n" + _lines(made, target))


def _tell(target: Target) -> None:
    from tui.shell import report

    with target.reading() as file:
        found = expectations.of_client(file.conn, target.chosen(file.conn).id)
    say(report.as_json([_told(each, target) for each in found]))


def _asked(target: Target) -> tuple[dict[str, str], str | None]:
    """The answers to all questions, and until when; raises `CouldNot` when nobody answers."""
    if os.path.exists(target.path):
        with target.reading() as file:
            known = expectations.of_client(file.conn, target.chosen(file.conn).id)
        if known:
            say(_lines(known[-1], target) + "\n")
    try:
        answers = {key: ask(wording) for key, _, wording in QUESTIONS}
        return answers, ask("By which day? (Enter: none)") or None
    except NoMoreInput:
        raise CouldNot("Nothing was kept.") from None


def _lines(check: Expectation, target: Target) -> str:
    given = [(name, getattr(check, key)) for key, name, _ in QUESTIONS]
    said = [f"  {name}: {words}" for name, words in given if words]
    if check.by_when:
        said.append(f"  Until {target.said(check.by_when)}")
    fair = ". Is it still fair?" if check.still_fair(target.today) else ""
    return "\n".join([f"{target.said(check.day)}{fair}", *said])


def _told(check: Expectation, target: Target) -> dict[str, Any]:
    return {
        "id": check.id,
        "date": check.day.isoformat(),
        **{key: getattr(check, key) for key, *_ in QUESTIONS},
        "by_when": check.by_when.isoformat() if check.by_when else None,
        "ask_again": check.still_fair(target.today),
    }
