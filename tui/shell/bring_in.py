"""`fledge import FILE`: ratings that were kept elsewhere, from a table in CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

import click

from tui.core.clients import Client
from tui.core.measures import Measure
from tui.core.ratings import Rating
from tui.exchange import ratings_csv
from tui.exchange.incoming import Incoming, by_measure, incoming, sound_format
from tui.exchange.ratings_csv import Table
from tui.exchange.texts import STDIN, NotReadable, opened, taken
from tui.shell.ask import NoMoreInput, choice
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, CouldNot, Target
from tui.store import measures, ratings
from tui.store.openfile import OpenFile

_TAB: Final = ("tab", "\\t")
"""How a tab can be typed."""


class _Looked(Exception):
    """It was only looked at: leave everything as it is, also a file that would have begun."""


@click.command("import")
@click.argument("source", metavar="FILE")
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--whole", is_flag=True, help="Add nothing if any row is refused.")
@click.option("--replace", is_flag=True, help="Take the place of ratings that differ.")
@click.option("--date-format", default="", help="How days are written, such as %d.%m.%Y.")
@click.option("--delimiter", default="", help="What stands between two cells: one sign, or tab.")
@targeted
def import_(
    target: Target, source: str, date_format: str, delimiter: str, replace: bool, **how: Any
) -> None:
    """Bring in ratings from a table in CSV; - reads standard input.

    The first line names the columns: date, measure, value, and if you like rater and note. It tells
    what will be added before it adds anything, and at a terminal it asks. A row that cannot be
    taken is refused with its line and the reason. All that is added is one change, which fledge
    undo takes back; bringing in the same table again adds nothing.
    """
    name = "standard input" if source == STDIN else source
    sign = _sign(delimiter)
    try:
        pattern = sound_format(date_format) if date_format else ""
    except ValueError as error:
        raise AskedWrongly(str(error)) from error
    table = _table(source, name, sign)
    with suppress(_Looked), _opened(target, how["dry_run"]) as (file, client):
        known = measures.of_client(file.conn, client.id)
        with _of(name):
            found = incoming(
                table.rows,
                known,
                lambda id_: ratings.of_measure(file.conn, id_),
                target.today,
                date_format=pattern,
                overwrite=replace,
            )
        _preview(found, known, name)
        _agree(found, **how)
        pairs: list[tuple[Rating | None, Rating]] = [(None, each) for each in found.added]
        ratings.bring_in(file, [*pairs, *found.replaced], name, target.rater.value)
        say(f"Kept: {_ratings(found.count)}. fledge undo takes all of it back.")
    if found.refused:
        raise CouldNot(_left_out(found))


def _sign(delimiter: str) -> str:
    sign = "\t" if delimiter.casefold() in _TAB else delimiter
    if sign and (len(sign) > 1 or sign in '"\r\n' or "\ud800" <= sign <= "\udfff"):
        raise AskedWrongly("--delimiter takes one sign, such as ; or tab; no quotation mark.")
    return sign


def _table(source: str, name: str, sign: str) -> Table:
    """The table in the file; what cannot be read of it, or was guessed, is told."""
    with _of(name):
        letters = opened(taken(source))
        table = ratings_csv.read(letters.stream, sign)
    if letters.guessed:
        say(f"{name} is not UTF-8, so it was read as Windows-1252: look at the letters.", err=True)
    if table.unread:
        say(f"Left unread in {name}: {', '.join(table.unread)}.", err=True)
    return table


@contextmanager
def _of(name: str) -> Iterator[None]:
    """Say of which file it is that it cannot be read."""
    try:
        yield
    except NotReadable as error:
        raise CouldNot(f"{name} cannot be read as a table of ratings. {error}") from error


@contextmanager
def _opened(target: Target, dry_run: bool) -> Iterator[tuple[OpenFile, Client]]:
    """The file and the client; a file that is there is only read when it is a dry run."""
    if dry_run and target.path.exists():
        with target.reading() as file:
            yield file, target.chosen(file.conn)
    else:
        with target.writing() as both:
            yield both


def _preview(found: Incoming, known: list[Measure], name: str) -> None:
    """What would be done on stdout, what is refused on stderr."""
    from tui.shell.report import aligned

    for line, reason in found.refused:
        say(f"{name}:{line}: {reason}", err=True)
    told = [(measure.name, what) for measure, what in by_measure(found, known)]
    refused = [("", f"{len(found.refused):,} refused")] if found.refused else []
    if rows := told + refused:
        say(f"{name}\n{aligned(rows)}")


def _agree(found: Incoming, *, dry_run: bool, yes: bool, whole: bool) -> None:
    """Return if it shall be written; otherwise say why not."""
    if found.refused and (whole or not found.count):
        raise CouldNot(f"Nothing was written. {_left_out(found)}")
    if not found.count:
        say("There is nothing to add.")
        raise _Looked
    if dry_run:
        say(f"A dry run: nothing was written. It would be {_ratings(found.count)}.")
        raise _Looked
    if not yes and sys.stdin.isatty() and not _wanted(found.count):
        raise CouldNot("Nothing was written.")


def _left_out(found: Incoming) -> str:
    many = len(found.refused)
    return (
        "One row was refused: mend it and bring the table in again."
        if many == 1
        else f"{many:,} rows were refused: mend them and bring the table in again."
    )


def _wanted(count: int) -> bool:
    try:
        return choice(f"Keep {_ratings(count)}? [Y/n]", "yes", "no") == "yes"
    except NoMoreInput:
        return False


def _ratings(count: int) -> str:
    return "1 rating" if count == 1 else f"{count:,} ratings"
