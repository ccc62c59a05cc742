"""`fledge check-in`: what is due, asked line by line, for a screen reader or a slow line."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from tui.core import due as dues
from tui.core.checkin import FORM, CheckIn, subject
from tui.core.clients import Client
from tui.core.deeds import Rate
from tui.core.drafts import Draft
from tui.core.due import Due
from tui.shell.ask import NoMoreInput, choice
from tui.shell.conversation import HOW, Conversation
from tui.shell.moments import spoken
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import CouldNot, Target
from tui.store import deeds, drafts, overview
from tui.store.openfile import OpenFile


@click.command(FORM)
@click.option("--all", "everything", is_flag=True, help="Ask everything, due or not.")
@click.option("--brief", is_flag=True, help="Numbers only: do not ask for moments that show it.")
@targeted
def check_in(target: Target, everything: bool, brief: bool) -> None:
    """Rate what is due, line by line, in plain text.

    Enter leaves one out, b goes back, ? explains, q leaves. All ratings are kept together at the
    end. If it breaks off before, the answers wait as a draft.
    """
    with target.reading() as file:
        if file.barred:
            raise file.barred
        client = target.chosen(file.conn)
        asked = overview.askable(file, client, target.manners, target.rater)
        begun = _Begun(file, client, target)
        try:
            taken_up = begun.offered()
            wanted = asked if everything else dues.due(asked, target.today)
            lines = tuple(each for each in asked if each in wanted or each.measure.id in taken_up)
            if not lines:
                say(_nothing(asked, target))
                return
            state = CheckIn.of(lines).taken_up(taken_up)
            say(f"Check-in of {target.said(target.today)}, {len(lines)} to answer. {HOW}")
            talk = Conversation(state, target, begun.keep, brief=brief)
            if talk.hold():
                _keep(file, client, talk.state, target)
            else:
                say("Nothing was kept.")
            begun.drop()
        except NoMoreInput:
            raise CouldNot(f"The answers ended before the check-in did. {begun.left()}") from None
        except KeyboardInterrupt:
            say(f"\nfledge: {begun.left()}", err=True)
            sys.exit(130)


class _Begun:
    """The draft of this client's check-in."""

    def __init__(self, file: OpenFile, client: Client, target: Target) -> None:
        self._file, self._client_id, self._dates = file, client.id, target.dates
        self._subject = subject(target.rater)
        kept = drafts.everything(file, client.id)
        found = (d for d in kept if (d.form, d.subject) == (FORM, self._subject))
        self._draft = next(found, Draft(FORM, self._subject, {}))

    def offered(self) -> Mapping[str, str]:
        """The answers of the draft, if there are some and the person goes on with them."""
        if self._draft.values:
            question = f"You had begun on {spoken(self._draft.at, self._dates)}: go on? [Y/n]"
            if choice(question, "yes", "no") == "no":
                self.drop()
        return self._draft.values

    def keep(self, state: CheckIn) -> None:
        """Keep the answers given so far."""
        self._draft = Draft(FORM, self._subject, state.kept())
        drafts.keep(self._file, self._client_id, self._draft)

    def drop(self) -> None:
        """Let go of the answers."""
        self._draft = Draft(FORM, self._subject, {})
        drafts.drop(self._file, self._client_id, self._draft)

    def left(self) -> str:
        """What is left of a check-in that broke off."""
        waits = "What was answered waits as a draft: fledge check-in goes on with it."
        return f"Nothing was kept. {waits}" if self._draft.values else "Nothing was kept."


def _nothing(asked: tuple[Due, ...], target: Target) -> str:
    following = dues.next_day(asked, target.today)
    if following is None:
        return "Nothing is due."
    return (
        f"Nothing is due today. Something will be on {target.said(following)}; "
        "fledge check-in --all asks everything now."
    )


def _keep(file: OpenFile, client: Client, state: CheckIn, target: Target) -> None:
    given = state.ratings(target.today, target.rater)
    names = {due.measure.id: due.measure.name for due in state.lines}
    what = names[given[0].measure_id] if len(given) == 1 else "a check-in"
    deed = Rate(given, what, state.seen(target.today))
    deeds.do(file, client.id, deed, author=target.rater.value)
    count = "1 rating" if len(given) == 1 else f"{len(given)} ratings"
    say(f"Kept: {count} for {target.said(target.today)}. fledge undo takes back what was kept.")
