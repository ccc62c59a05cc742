"""An hour written up in a real terminal: typed without waiting, killed half-way, and taken up."""

from __future__ import annotations

import json
import signal
from pathlib import Path

from tests.e2e.test_dashboard import FLEDGE
from tests.e2e.test_own_notes import places, shell
from tests.support.terminal import Terminal

ANSWERS = "87" + "9" + "46" + "58"
"""Same goals to challenge, a digit each."""


def opened(home: Path) -> Terminal:
    """The program on the person's own file."""
    return Terminal([FLEDGE], env=places(home), cwd=home)


def test_what_was_typed_survives_a_kill(tmp_path: Path) -> None:
    """What was answered is offered at the next start, and saved as one change."""
    shell(tmp_path, "client", "add", "Kim")
    with opened(tmp_path) as terminal:
        terminal.wait_for("Where do you want to be")
        terminal.type("s")
        terminal.wait_for("It took place")
        terminal.type(ANSWERS)
        terminal.wait_for("7 of ")
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    with opened(tmp_path) as terminal:
        terminal.wait_for("You were writing")
        terminal.press("enter")
        terminal.wait_for("Taken up again")
        terminal.press("ctrl+s")
        terminal.wait_for("Saved:")
        terminal.press("q")
        terminal.wait_exit()
    (hour,) = json.loads(shell(tmp_path, "session", "--json"))
    assert (hour["state"], hour["alliance"]["client"]) == ("held", 8.0)
    given = {each["key"]: each["value"] for each in hour["ratings"]}
    assert [given[key] for key in ("ease", "movement", "support", "challenge")] == [4, 6, 5, 8]
