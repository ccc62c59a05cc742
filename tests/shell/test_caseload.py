"""`fledge caseload`, and whom the other commands tell of where a file holds several clients."""

from __future__ import annotations

from datetime import date

from tests.shell.conftest import Shell
from tui.core.clients import Client
from tui.core.deeds import AddClient, Keep
from tui.core.reviews import Review, ReviewState
from tui.core.topics import Topic
from tui.store import clients, deeds
from tui.store.connection import open_file


def test_everybody_as_text_and_as_json(fledge: Shell) -> None:
    """By name; a column of which there is nothing is not there, and nothing missing is a nought."""
    fledge.begin()
    file = open_file(fledge.file)
    first = clients.choose(file.conn, None)
    review = Review("r", date(2024, 1, 8), ReviewState.HELD, next_day=date(2024, 4, 8))
    deeds.do(file, first.id, Keep(review))
    deeds.do(file, first.id, AddClient(Client("ada", "Ada", date(2024, 1, 1))))
    deeds.do(file, "ada", Keep(Topic("t", date(2024, 1, 2), "Do these goals still fit?")))
    file.close()
    lines = [line.split() for line in fledge.well("caseload").splitlines()]
    assert lines == [
        ["name", "waiting"],
        ["Ada", "20", "due,", "1", "topic"],
        ["Me", "review", "due,", "20", "due"],
    ]
    ada, me = fledge("caseload", "--json", "--closer").json
    assert (ada["name"], ada["topics_open"], ada["due"], ada["last_session"]) == (
        "Ada",
        1,
        20,
        None,
    )
    assert (me["goals_active"], me["alliance"]) == (0, None)
    assert (me["notices"], me["review_due"]) == (0, "2024-04-08")
    assert "(Ada)" in fledge.well("undo")
    assert "holds Me, Ada. Say whom" in fledge("due").err
