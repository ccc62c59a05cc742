"""Which notices are raised, and when they are gone, session by session, of every sample story.

python -m tests.core.notices.golden      writes `golden.txt` anew
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.core.notices.stories import lived, record, story
from tui.core.record import Record

FILE: Final = Path(__file__).with_name("golden.txt")
STORIES: Final = ("rowan", "noor", "sam", "dev", "ines", "ade_and_kit")


def text() -> str:
    """All stories."""
    parts = [(name, record(story(name))) for name in STORIES]
    return "\n".join(f"{name}\n{''.join(changes(whole))}" for name, whole in parts)


def changes(whole: Record) -> Iterator[str]:
    """A line for each notice that is raised or gone, by the number of the latest session."""
    sessions = [hour.session.day for hour in whole.hours]
    before: dict[str, str] = {}
    for day, found in lived(whole):
        number = sum(session <= day for session in sessions)
        now = {notice.key: f"{notice.rule}: {notice.said}" for notice in found}
        for key in [k for k in before if k not in now]:
            yield f"{number:4}  gone    {before[key]}\n"
        for key in [k for k in now if k not in before]:
            yield f"{number:4}  raised  {now[key]}\n"
        before = now


def main() -> None:
    """Write the file."""
    FILE.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
