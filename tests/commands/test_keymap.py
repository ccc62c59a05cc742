"""From what a person writes as a key to a key map that means one thing."""

from __future__ import annotations

from itertools import combinations
from string import ascii_letters, digits, punctuation

import pytest
from textual.keys import _character_to_key

from tui.commands import keymap, names
from tui.commands.base import Place, overlap
from tui.commands.registry import COMMANDS


def test_the_built_in_keys_mean_one_thing_each() -> None:
    for one, other in combinations(COMMANDS, 2):
        if one.priority or other.priority or overlap(one.place, other.place):
            assert not {*one.keys} & {*other.keys}, (one.id(), other.id())
    ids = [command.id() for command in COMMANDS]
    assert len(ids) == len({*ids})


def test_built_in_keys_have_the_names_that_a_person_may_write() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert names.read(key) == key


@pytest.mark.parametrize("character", ascii_letters + digits + punctuation + "ä中")
def test_a_character_is_called_as_textual_calls_it(character: str) -> None:
    key = _character_to_key(character)
    assert names.read(character) == key
    assert names.read(key) == key
    assert names.shown(key) == character


@pytest.mark.parametrize(
    ("written", "key", "shown"),
    [
        ("Ctrl+X", "ctrl+x", "^x"),
        ("shift+a", "A", "A"),
        ("Esc", "escape", "Esc"),
        ("F12", "f12", "F12"),
        ("alt+/", "alt+slash", "Alt+/"),
        ("shift+ctrl+up", "ctrl+shift+up", "Ctrl+Shift+↑"),
        ("space", "space", "Space"),
    ],
)
def test_what_a_person_writes(written: str, key: str, shown: str) -> None:
    assert (names.read(written), names.shown(key)) == (key, shown)


@pytest.mark.parametrize("written", ["foo", "f25", "ctl+x", "ctrl+", "+", "ctrl+i", "xy", "\x1b"])
def test_what_is_no_key(written: str) -> None:
    if written == "+":
        assert names.read(written) == "plus"
        return
    with pytest.raises(names.NoKey):
        names.read(written)


def test_keys_can_be_exchanged() -> None:
    live, troubles = keymap.resolved({"down": ("k", "k"), "up": ("j",)})
    assert (live, troubles) == ({"down": ("k",), "up": ("j",)}, ())


@pytest.mark.parametrize(
    ("id_", "keys", "told"),
    [
        ("rnage", ("x",), "there is no command “rnage”. The nearest is range."),
        ("range", ("x", "foo"), "range = “foo”: a key is a character"),
        ("range", ("ctrl+m",), "the same for it as for Enter. Its own keys are used: t."),
        ("range", ("j",), "range = j: this is a key of down already"),
        ("save-copy", ("Q",), "It stays without a key."),
        ("save-form", ("s",), "in a form this key writes a letter"),
        ("digit", ("f3",), "so they stay"),
    ],
)
def test_an_entry_that_cannot_be_used_falls_back_alone(
    id_: str, keys: tuple[str, ...], told: str
) -> None:
    live, (trouble,) = keymap.resolved({"quit": ("Q", "q"), id_: keys})
    assert trouble.startswith("[keys] ")
    assert told in trouble
    assert live == {"quit": ("Q", "q")}


def test_of_two_that_want_one_key_the_first_has_it() -> None:
    live, (trouble,) = keymap.resolved({"quit": ("J",), "down": ("J",)})
    assert live == {"quit": ("J",)}
    assert "down = J: this is a key of quit already" in trouble


def test_what_falls_back_may_not_take_a_key_that_is_given_away() -> None:
    """`down` cannot have q, so it keeps j, which `up` then cannot have."""
    live, troubles = keymap.resolved({"up": ("j",), "down": ("q",)})
    assert live == {}
    assert len(troubles) == 2


def test_places_over_one_another_do_not_overlap() -> None:
    assert not overlap(Place.LIST, Place.FORM)
    assert overlap(Place.LIST, Place.PICTURE)
    assert all(overlap(place, place) for place in Place), "every place stands in the table"
