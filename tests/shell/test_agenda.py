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
        "1  topic      What [stung][2J",
        "2  practice   Practised once, and it was of use",
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


def test_it_is_put_in_order_and_thinned_out_before_a_review(fledge: Shell) -> None:
    """By number or key; one step back for each change; nothing is taken for a review."""

    def texts() -> list[str]:
        return [item["text"] for item in fledge("agenda", "--json").json]

    fledge.begin()
    for text in ("One", "Two", "[b]Three[/b]"):
        said = fledge.well("agenda", "add", text)
        assert text in said.splitlines()[-1]
    assert texts() == ["One", "Two", "[b]Three[/b]"]
    said = fledge.well("agenda", "move", "3", "1")
    assert said.splitlines()[0] == "1  topic      [b]Three[/b]"
    second = fledge("agenda", "--json").json[1]["key"]
    fledge.well("agenda", "drop", second[:12], "3")
    assert texts() == ["[b]Three[/b]"]
    assert "changed the agenda" in fledge.well("undo")
    assert texts() == ["[b]Three[/b]", "One", "Two"]
    assert fledge("agenda", "drop", "4").code == 2
    assert fledge("agenda", "drop", "1", "topic:").code == 2
    fledge.well("undo")
    assert texts() == ["One", "Two", "[b]Three[/b]"]
    fledge.well("agenda", "move", "1", "99")
    assert texts() == ["Two", "[b]Three[/b]", "One"]
