"""The settings, as the commands of the shell respect them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.shell.conftest import Shell

OWN = """
date_format = "iso"
day_rollover_hour = 0
[keys]
range = ["R", "f5"]
quit = "j"
"""


def put(fledge: Shell, text: str) -> dict[str, str]:
    path = Path(fledge.env["HOME"]) / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return {"FLEDGE_SETTINGS": str(path)}


def test_dates_are_written_as_wished(fledge: Shell) -> None:
    env = put(fledge, OWN)
    said = fledge.well("rate", "confidence", "7", env=env)
    assert said.rstrip().endswith(f", {date.today().isoformat()}")
    refused = fledge("rate", "confidence", "7", "--on", "1 Jan 2999", env=env)
    assert "2999-01-01, which is still to come" in refused.err
    assert fledge.well("event", "moved", "--on", "2026-11-02", env=env).endswith("2026-11-02\n")
    assert "  2026-11-02  moved" in fledge.well("events", env=env)
    assert f"  {date.today().isoformat()} " in fledge.well("history", env=env)


def test_what_is_wrong_is_told_and_the_command_does_its_work(fledge: Shell) -> None:
    env = put(fledge, "day_rollover_hour = 99")
    for words in (["rate", "confidence", "7"], ["show"]):
        said = fledge(*words, env=env)
        assert said.code == 0
        assert "mine.toml: day_rollover_hour is 99" in said.err
    assert fledge.well("show", "--json").startswith("{")
    assert fledge("doctor", env=env).code == 1
    assert "!!  settings      mine.toml: day_rollover_hour is 99" in fledge("doctor", env=env).out
    env = put(fledge, 'theme = "kintsugu"')
    assert "The nearest is kintsugi." in fledge("doctor", env=env).out


def test_the_key_map_in_force(fledge: Shell) -> None:
    said = fledge("keys", env=put(fledge, OWN))
    assert said.code == 0
    assert " *range                R F5 " in said.out
    assert "mine.toml: [keys] quit = j: this is a key of down already" in said.err
    told = {each["command"]: each for each in fledge("keys", "--json", env=put(fledge, OWN)).json}
    assert told["range"]["keys"] == ["R", "f5"]
    assert told["range"]["built_in"] == ["t"]
    assert told["quit"]["keys"] == told["quit"]["built_in"]


def test_every_path_is_told(fledge: Shell) -> None:
    env = put(fledge, "")
    said = fledge.well("where", env=env)
    assert f"settings    {env['FLEDGE_SETTINGS']}\n" in said
    assert "state.json" in said
