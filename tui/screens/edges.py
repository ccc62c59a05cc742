"""What stands at the edges of a mode: header, tabs, footer, and what its list leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from tui.commands.base import Command, Place, overlap
from tui.commands.registry import COMMANDS
from tui.core.days import DateStyle, near, with_weekday
from tui.core.desk import Desk
from tui.core.listing import Listing
from tui.core.overview import Overview
from tui.widgets.bar import Group, Part

TABS: Final = (
    ("overview", "Overview"),
    ("goals", "Goals"),
    ("growth", "Growth"),
    ("signs", "Signs"),
    ("sessions", "Sessions"),
    ("between", "Between"),
    ("review", "Review"),
    ("ending", "Ending"),
)
"""The modes in the order of their digits, with their names."""
CASELOAD: Final = "caseload"
"""The mode that is the last of them, where a file holds several clients."""
_ROOMY: Final = 58
"""Columns from which all of it stands in the corner."""

_THERE: Final = "worth"
_INSIDE: Final = ("why", "pin", "seen", "put-off", "talked-about")
"""Commands that are told at the foot of what is worth talking about, by their ids."""
_ARRANGING: Final = ("prepare-sooner", "prepare-later", "delete")
"""Commands that are told at the edge of the agenda before a review."""

_APART: Final = " · "
_DATED: Final = 60
"""Columns from which the day stands in the corner."""


def header(data: Overview, dates: DateStyle = DateStyle.DAY_MONTH) -> list[Group]:
    """Whose file it is, and where in therapy they are."""
    name = (Part("◆ fledge", "gold", bold=True), Part(f"   {data.client.name}  ", bold=True))
    first, *more = data.whereabouts(dates).split(_APART)
    return [name, (Part(first, "quiet"),), *((Part(f"{_APART}{each}", "quiet"),) for each in more)]


def corner(data: Overview, desk: Desk, width: int) -> Group:
    """Whether this is a throw-away copy, whose view it is, whether others see it, what day it is.

    Where there is little room only whose view it is, or that others see it.
    """
    roomy = width >= _ROOMY
    parts = [Part("demo", "gold")] if desk.demo and roomy else []
    if roomy or not desk.shared:
        parts.append(Part(f"{desk.rater.value} view", "quiet"))
    if desk.shared:
        parts.append(Part("◉ shared", "gold", bold=True))
    if width >= _DATED:
        parts.append(Part(with_weekday(data.today, desk.manners.dates), "quiet"))
    between = Part(" · ", "quiet")
    joined = (part for each in parts for part in (between, each))
    return (*tuple(joined)[1:], Part(" "))


def then(data: Overview, dates: DateStyle, otherwise: str = "then") -> str:
    """What "then" is in the lists: the day it is of, or where it is the start `otherwise`."""
    return near(data.then, data.today, dates) if data.then else otherwise


def tabs_of(several: bool) -> list[tuple[str, str, str]]:
    """Key, mode and name of each tab; `several` clients have one more."""
    keys = {c.action: c.shown_keys() for c in COMMANDS if c.place is Place.MODES}
    modes = [*TABS, (CASELOAD, "Caseload")] if several else TABS
    return [(keys[f"screen.mode('{mode}')"][0], mode, name) for mode, name in modes]


def name_of(mode: str) -> str:
    """What a mode is called."""
    return next(name for _, each, name in tabs_of(several=True) if each == mode)


def tabs(present: str, width: int, several: bool = False) -> list[Group]:
    """Every mode with its digit; the present one is underlined and in bold type.

    They stand as far apart as there is room for; where there is none only the present is named.
    """
    modes, groups = tabs_of(several), list[Group]()
    least = 1 + sum(len(f" {digit} {name}") for digit, _, name in modes)
    gap = next((gap for gap in (2, 1, 0) if least + gap * len(modes) <= width), None)
    for digit, mode, name in modes:
        here = mode == present
        key = Part(f" {digit} ", "gold")
        label = Part(name, "text" if here else "quiet", bold=here, underline=here)
        shown = here or gap is not None
        groups.append((key, label, Part(" " * (2 if gap is None else gap))) if shown else (key,))
    return groups


def footer(points: bool = False) -> list[Group]:
    """The keys that one needs most: in a list, or on the points of a picture."""
    return _told_keys(_looking() if points else (c for c in COMMANDS if c.footer and _in_a_list(c)))


def keys_of(*ids: str) -> list[Group]:
    """The keys of the commands with these ids, in this order."""
    known = {command.id(): command for command in COMMANDS}
    return _told_keys(known[id_] for id_ in ids)


def _told_keys(commands: Iterable[type[Command]]) -> list[Group]:
    return [
        (Part(f" {c.shown_keys()[0]} ", "gold", bold=True), Part(f"{c.name} ", "quiet"))
        for c in commands
    ]


def worth(*, inside: bool = False) -> str:
    """What can be done about what is worth talking about: from the list, or from its box."""
    found = {c.id(): c for c in COMMANDS}
    if not inside:
        return f"{found[_THERE].shown_keys()[0]} goes there"
    shown = (found[id_] for id_ in _INSIDE)
    return "  ".join(f"{c.shown_keys()[0]} {c.name.lower().rstrip('?')}" for c in shown)


def arranging() -> str:
    """How the agenda before a review is put in order and thinned out."""
    key = {c.id(): c.shown_keys()[0] for c in COMMANDS if c.id() in _ARRANGING}
    sooner, later, off = (key[id_] for id_ in _ARRANGING)
    return f"{sooner} {later} order · {off} drop"


def _in_a_list(command: type[Command]) -> bool:
    return command.place is not Place.POINTS and overlap(command.place, Place.MODES)


def _looking() -> list[type[Command]]:
    """What one looks closer with."""
    first = [c for c in COMMANDS if c.place is Place.POINTS and c.footer]
    there = {c.id() for c in first}
    more = [c for c in COMMANDS if c.place is Place.PICTURE and c.id() not in there]
    return first + more


def told(listing: Listing[Any], shown: int, total: int) -> list[Group]:
    """How many rows there are of how many, and why; nothing where all of them are, as set."""
    filtered = listing.filter is not listing.filters[0] or (shown < total and not listing.find)
    ordered = listing.order is not listing.orders[0]
    if not (filtered or ordered or listing.find):
        return []
    groups: list[Group] = [(Part(f"{shown} of {total}  ", bold=True),)]
    if listing.find:
        groups.append((Part("/ ", "gold"), Part(f"“{listing.find}”  ")))
    if filtered:
        groups.append((Part("f ", "gold"), Part(f"{listing.filter.value}  ", "quiet")))
    if ordered:
        groups.append((Part("O ", "gold"), Part(f"{listing.order.value}  ", "quiet")))
    return groups


def nothing(listing: Listing[Any]) -> tuple[str, ...]:
    """What an empty list says that is empty because of what was asked of it."""
    if listing.find:
        return f"No name has “{listing.find}” in it.", "Esc shows everything."
    return f"Nothing here is {listing.filter.value}.", "f shows others."
