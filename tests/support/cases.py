"""Made-up cases in a file, with or without what reviews have brought."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tui.core.story import Story
from tui.exchange import story
from tui.resources import folder
from tui.store import stories
from tui.store.connection import open_file


def told(name: str, ends: date) -> Story:
    """A case as it is told, up to a day."""
    text = (folder("sample_data") / f"{name}.json").read_text(encoding="utf-8")
    return story.read(text).ending(ends)


def unreviewed(case: Story) -> Story:
    """The same without reviews, answers, conversations and plans for an ending."""
    nothing: dict[str, tuple[()]] = dict.fromkeys(
        ("reviews", "decisions", "agreements", "answers", "conversations", "plans"), ()
    )
    return replace(case, **nothing)  # type: ignore[arg-type]


def kept(case: Story, path: Path) -> Path:
    """A file at `path` that holds a case."""
    file = open_file(path, create=True)
    stories.add(file, case)
    file.close()
    return path
