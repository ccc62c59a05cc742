"""An older file is brought up to date whole, or stays as it was, with a copy beside it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from tests.store.helpers import STARTED, Begun, everything, mode, rating, rows, sound
from tui.core.deeds import Reword
from tui.core.drafts import Draft
from tui.store import (
    backup,
    connection,
    deeds,
    drafts,
    errors,
    history,
    lifelines,
    measures,
    migrations,
    ratings,
)
from tui.store.connection import open_file
from tui.store.door import drop, write
from tui.store.migrations import STEPS, upgrade
from tui.store.openfile import OpenFile
from tui.store.schema import APPLICATION_ID, CLIENT_FILE, GROUND, LATER, SCHEMA_VERSION

Step = Callable[[Database], None]
KNOWN = ("0001_ground", "0002_leaning", "0003_norms", "0004_relationship", "0005_reviews")
NEXT = SCHEMA_VERSION + 1
"""The layout that an upgrade in these tests leads to."""


def steps(*later: tuple[str, Step]) -> Migrations:
    """A set whose first steps must never run on a file that has them."""
    made = Migrations("fledge")

    def never(db: Database) -> None:
        raise AssertionError("the file has this layout already")

    for name in KNOWN:
        made(name=name)(never)
    for name, step in later:
        made(name=name)(step)
    return made


def mood(db: Database) -> None:
    """Adds a column, and makes a table anew that others point to."""
    db.conn.execute("ALTER TABLE event ADD COLUMN mood TEXT")
    db.conn.execute("CREATE TABLE anew (id TEXT PRIMARY KEY, name TEXT, started TEXT) STRICT")
    db.conn.execute("INSERT INTO anew SELECT id, name, started FROM client")
    db.conn.execute("DROP TABLE client")
    db.conn.execute("ALTER TABLE anew RENAME TO client")


def broken_sql(db: Database) -> None:
    mood(db)
    db.conn.execute("INSERT INTO no_such_table VALUES (1)")


def broken_python(db: Database) -> None:
    mood(db)
    raise ZeroDivisionError


def broken_keys(db: Database) -> None:
    mood(db)
    db.conn.execute("DELETE FROM client")


def taken(conn: sqlite3.Connection) -> dict[str, str]:
    """The steps that are recorded, and how."""
    return dict(conn.execute("SELECT name, applied_at FROM _sqlite_migrations"))


def test_a_file_is_brought_up_to_date(begun: Begun) -> None:
    """Rows are kept, the copy beside it is the file as it was, and the connection is as before."""
    ratings.rate(begun.file, rating(begun.measures[0], 1), "x")
    conn = begun.file.conn
    before, kept = everything(conn), rows(conn)
    upgrade(begun.file, steps(("0006_mood", mood)), NEXT)
    assert conn.execute("PRAGMA user_version").fetchone() == (NEXT,)
    assert conn.execute("SELECT mood, count(*) FROM event").fetchone() == (None, 0)
    assert rows(conn) == kept
    assert list(taken(conn)) == [*KNOWN, "0006_mood"]
    assert conn.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert not conn.in_transaction
    with pytest.raises(errors.StoreError):  # keys are held again
        write(begun.file, "x", [drop("client", begun.client_id)], "client")
    copy = begun.path.with_name(f"{begun.path.name}.layout-{SCHEMA_VERSION}.backup")
    assert mode(copy) == "0o600"
    sound(copy)
    sound(begun.path)
    backup = open_file(copy)
    assert everything(backup.conn) == before
    backup.close()


def test_only_what_a_file_lacks_is_applied(begun: Begun) -> None:
    """A file that was made in the next layout has that recorded and gets the one after."""
    begun.file.conn.execute(f"PRAGMA user_version = {NEXT}")

    def never(db: Database) -> None:
        raise AssertionError("the file was made with it")

    third = ("0007_mood", mood)
    upgrade(begun.file, steps(("0006_never", never), third), NEXT + 1)
    recorded = taken(begun.file.conn)
    assert list(recorded) == [*KNOWN, "0006_never", "0007_mood"]
    assert recorded["0006_never"] == "with the file" != recorded["0007_mood"]
    upgrade(begun.file, steps(("0006_never", never), third), NEXT + 1)
    assert taken(begun.file.conn) == recorded


@pytest.mark.parametrize("step", [broken_sql, broken_python, broken_keys])
def test_a_step_that_fails_leaves_the_file_as_it_was(begun: Begun, step: Step) -> None:
    """Also the steps before it, which had worked; the copy stays."""
    conn = begun.file.conn
    before = everything(conn)
    reached: list[tuple[str]] = []

    def failing(db: Database) -> None:
        reached.extend(db.conn.execute("SELECT name FROM sqlite_master WHERE name = 'mood'"))
        step(db)

    given = steps(("0006_mood", mood_only), ("0007_broken", failing))
    with pytest.raises(errors.StoreError):  # whatever it was, the person gets a sentence
        upgrade(begun.file, given, NEXT + 1)
    assert reached == [("mood",)]
    assert everything(conn) == before
    assert not conn.in_transaction
    assert conn.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert begun.path.with_name(f"{begun.path.name}.layout-{SCHEMA_VERSION}.backup").exists()
    assert ratings.rate(begun.file, rating(begun.measures[0], 1), "x")
    begun.file.close()
    sound(begun.path)
    open_file(begun.path).close()


def mood_only(db: Database) -> None:
    """A step that works."""
    db.conn.execute("CREATE TABLE mood (x TEXT) STRICT")


def test_the_first_step_makes_what_a_new_file_has(begun: Begun) -> None:
    """A file grown step by step and one made at once have the same tables."""
    grown = sqlite3.connect(":memory:")
    STEPS.apply(Database(grown))
    sql = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%sqlite_%' ORDER BY name"
    assert grown.execute(sql).fetchall() == begun.file.conn.execute(sql).fetchall()
    grown.close()


def test_an_older_file_is_brought_up_to_date_on_opening(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening does it, and only then is the file handed out."""
    begun.file.close()
    given = steps(("0006_mood", mood))
    monkeypatch.setattr(connection, "CLIENT_FILE", replace(CLIENT_FILE, version=NEXT))

    def to_next(file: OpenFile) -> None:
        upgrade(file, given, NEXT)

    monkeypatch.setattr(migrations, "upgrade", to_next)
    file = open_file(begun.path)
    assert file.conn.execute("PRAGMA user_version").fetchone() == (NEXT,)
    file.close()
    open_file(begun.path).close()
    copies = [p.name for p in begun.path.parent.iterdir() if "backup" in p.name]
    assert len(copies) == 1, "no second copy when there is nothing to do"


@pytest.fixture
def first_layout(tmp_path: Path) -> Path:
    """A file as the first fledge made it, with a client in it."""
    path = tmp_path / "first.fledge"
    conn = sqlite3.connect(path, isolation_level=None)
    for statement in GROUND:
        conn.execute(statement)
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute("PRAGMA user_version = 1")
    conn.execute("INSERT INTO client VALUES ('c', 'Kim', '2026-01-01')")
    conn.close()
    return path


def test_the_first_layout_gets_what_it_lacks(first_layout: Path) -> None:
    file = open_file(first_layout)
    drafts.keep(file, "c", Draft("goal", "", {"wording": "half a"}))
    assert [d.values for d in drafts.everything(file, "c")] == [{"wording": "half a"}]
    assert file.conn.execute("SELECT name FROM client").fetchone() == ("Kim",)
    file.close()
    assert first_layout.with_name("first.fledge.layout-1.backup").exists()


@pytest.mark.parametrize("layout", [1, 2, 3])
def test_an_older_file_loses_nothing(begun: Begun, layout: int) -> None:
    """Its rows and its journal stay, also for undo; the copy holds the same rows."""
    before = begun.measures[0]
    ratings.rate(begun.file, rating(before, 1, evidence="moved out"), "x")
    after = before.reworded("I was sure of it.", STARTED + timedelta(9))
    deeds.do(begun.file, begun.client_id, Reword(before, after))
    older(begun, layout)
    tables = ("client", "measure", "version", "goal", "step", "rating", "event")
    with closing(sqlite3.connect(begun.path)) as conn:
        kept = rows(conn, *tables, "change", "edit")
    file = open_file(begun.path)
    assert file.conn.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert rows(file.conn, *tables, "change", "edit") == kept
    now = measures.of_client(file.conn, begun.client_id)[0]
    assert (now, now.version.norms) == (after, None)
    assert history.undo(file)
    assert measures.of_client(file.conn, begun.client_id)[0] == before
    file.close()
    copy = begun.path.with_name(f"{begun.path.name}.layout-{layout}.backup")
    with closing(sqlite3.connect(copy)) as conn:
        assert rows(conn, *tables, "change", "edit") == kept


def older(begun: Begun, layout: int) -> None:
    """Close the file and make it one of an older layout."""
    begun.file.close()
    made = begun.path.with_name("older")
    with closing(sqlite3.connect(made, isolation_level=None)) as conn:
        statements = [s for n, each in LATER.items() if n <= layout for s in each]
        for statement in (*GROUND, *statements):
            conn.execute(statement)
        names = [n for (n,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        conn.execute("ATTACH ? AS here", (str(begun.path),))
        for name in {*names} - {"session", "sqlite_sequence"}:
            columns = ", ".join(row[1] for row in conn.execute(f"PRAGMA main.table_info({name})"))
            conn.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM here.{name}")
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {layout}")
    made.replace(begun.path)


def test_the_second_layout_is_read_with_all_it_has(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it may not be written: what it has is not hidden by what it lacks."""
    drafts.keep(begun.file, begun.client_id, Draft("goal", "", {"wording": "half a"}))
    older(begun, 2)
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK)
    file = open_file(begun.path)
    assert len(drafts.everything(file, begun.client_id)) == 1
    assert measures.of_client(file.conn, begun.client_id) == begun.measures
    file.close()


def test_the_first_layout_can_be_read_where_it_may_not_be_written(
    first_layout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It shows; what the layout lacks is empty; nothing beside it is made."""
    before = first_layout.read_bytes()
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK)
    file = open_file(first_layout)
    assert isinstance(file.barred, errors.ReadOnly)
    assert lifelines.of_client(file.conn, "c") == ()
    assert drafts.everything(file, "c") == ()
    file.close()
    assert first_layout.read_bytes() == before
    assert [p.name for p in first_layout.parent.iterdir()] == ["first.fledge"]


def test_two_that_bring_it_up_to_date_at_once(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program may do it between the copy and the change, and go further."""
    other = open_file(begun.path)

    def meanwhile(db: Database) -> None:
        raise AssertionError("done by the other program already")

    ahead = steps(("0006_mood", mood), ("0007_more", mood_only))
    behind = steps(("0006_mood", meanwhile))
    save_copy = backup.save_copy

    def race(file: OpenFile, target: Path) -> Path:
        copy = save_copy(file, target)
        monkeypatch.setattr(migrations, "save_copy", save_copy)
        upgrade(other, ahead, NEXT + 1)
        return copy

    monkeypatch.setattr(migrations, "save_copy", race)
    with pytest.raises(errors.StoreError) as caught:
        upgrade(begun.file, behind, NEXT)
    assert type(caught.value) in {errors.NewerFile, errors.Busy}
    assert begun.file.conn.execute("PRAGMA user_version").fetchone() == (NEXT + 1,)
    other.close()
