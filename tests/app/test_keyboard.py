"""What comes from the terminal, in whatever pieces it comes."""

from __future__ import annotations

import pytest
from textual import events

from tui import terminal
from tui.terminal import Keyboard

TYPED = "aé\x1b[200~in\r\x1b[A é\x1b[201~b\x1b[B\x1b[200~\x1b[201~c".encode()


def feed(keyboard: Keyboard, *pieces: bytes) -> list[str]:
    """Keys by name, pastes as they are."""
    return [
        event.text if isinstance(event, events.Paste) else event.key
        for piece in pieces
        for event in keyboard.feed(piece)
        if isinstance(event, events.Paste | events.Key)
    ]


@pytest.mark.parametrize("cut", range(len(TYPED)))
def test_keys_and_pastes_wherever_they_are_cut(cut: int) -> None:
    """A paste is a text, also with the code of a key in it."""
    expected = ["a", "é", "in\r\x1b[A é", "b", "down", "", "c"]
    assert feed(Keyboard(), TYPED[:cut], TYPED[cut:]) == expected


def test_a_large_paste_on_a_slow_line_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as more comes than hands can type."""
    now = 100.0
    monkeypatch.setattr(terminal, "monotonic", lambda: now)
    keyboard = Keyboard()
    assert feed(keyboard, b"\x1b[200~") == []
    for _ in range(5):
        assert feed(keyboard, b"x" * 200) == []
        now += 2.1
        assert list(keyboard.waited()) == []
    now += 2.1
    (paste,) = keyboard.waited()
    assert isinstance(paste, events.Paste)
    assert len(paste.text) == 1000
    assert feed(keyboard, b"q") == ["q"]
    assert keyboard.patience() is None
