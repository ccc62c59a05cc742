"""`fledge agenda`."""

from __future__ import annotations

from tests.shell.conftest import Shell


def test_what_there_is_to_look_at(fledge: Shell) -> None:
    """What is pinned comes first, in the words it was pinned with; nothing is said of nothing."""
    fledge.begin()
    nothing = fledge("agenda")
    assert (nothing.code, nothing.out) == (0, "")
    fledge.well("practice", "add", "A walk", "--useful", "3")
    fledge.well("topic", "add", "What [stung]\x1b[2J")
    lines = fledge.well("agenda").splitlines()
    assert lines == [
        "topic      What [stung][2J",
        "practice   Practised once, and it was of use",
    ]
    topic, practice = fledge("agenda", "--json").json
    (pinned,) = fledge("topic", "--json").json
    assert topic == {
        "key": f"topic:{pinned['id']}",
        "kind": "topic",
        "text": "What [stung][2J",
        "parts": {},
    }
    assert practice["key"] == "practice"
