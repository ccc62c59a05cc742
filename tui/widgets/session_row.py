"""Rows of the Sessions mode: a session, and a picture that is of no single measure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.days import DateStyle, near
from tui.core.measures import Rater
from tui.core.relationship import Hour
from tui.core.session_words import signed
from tui.core.sessions import SessionState
from tui.widgets.cells import fit, plain
from tui.widgets.row import CURSOR

BREAK: Final = "≀"
REPAIRED: Final = "◆"
"""The mark of a repair: a milestone."""
LEGEND: Final = "≀ break  ◆ repaired   ◇ therapist   ease→movement   −2…+2 afterwards"
_NUMBER, _ALLIANCE, _MOVED, _AFTER, _FORMAT = 4, 10, 5, 2, 9


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row whose picture is of several ratings at once. `now` is the latest in a few signs."""

    id: str
    name: str
    now: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """Draws sessions; `kept_back` is the id of the one that waits for the therapist's own marks."""

    today: date
    dates: DateStyle
    days: int
    """Cells of the longest day."""
    kept_back: str = ""

    def __call__(self, hour: Hour, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        """Number, day, and as many columns as there is room for, in exactly `width` cells.

        What gives way first: notes, how they met, afterwards, ease and movement.
        """
        ground = palette.cursor if chosen else palette.ground
        session = hour.session
        quiet = not session.held
        ink = palette.quiet if quiet else palette.text
        day = near(session.day, self.today, self.dates)
        pieces = [
            plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground),
            plain(f"{session.number:>{_NUMBER}} ", palette.quiet, ground),
            plain(f"{day:>{self.days}} ", ink, ground, chosen),
        ]
        room = width - 2 - _NUMBER - 1 - self.days - 1 - 3
        wide = (_ALLIANCE, _MOVED, _AFTER, _FORMAT)
        shown = {c for n, c in enumerate(wide) if sum(x + 1 for x in wide[: n + 1]) <= room}
        if _FORMAT in shown:
            pieces.append(plain(f"{fit(session.format, _FORMAT)} ", palette.quiet, ground))
        if session.held:
            pieces += self._rated(hour, shown, palette, ground)
        else:
            columns = sum(c + 1 for c in (_ALLIANCE, _MOVED, _AFTER) if c in shown)
            pieces.append(plain(fit(self._unheld(hour), columns), palette.quiet, ground))
        broken = BREAK if hour.ruptures else " "
        pieces.append(plain(f"{broken}", palette.session, ground))
        pieces.append(plain(REPAIRED if hour.repaired else " ", palette.gold, ground))
        rest = max(0, width - sum(piece.cell_length for piece in pieces))
        return [*pieces, plain(self._notes(hour, rest).ljust(rest), palette.quiet, ground)]

    def _rated(self, hour: Hour, shown: set[int], palette: Palette, ground: str) -> list[Segment]:
        """Alliance of both, ease to movement, afterwards."""
        pieces = []
        if _ALLIANCE in shown:
            both = [hour.alliance(rater) for rater in (Rater.CLIENT, Rater.THERAPIST)]
            mine = "" if both[0] is None else f"{both[0]:.1f}"
            other = "" if both[1] is None else f"◇{both[1]:.1f}"
            if hour.id == self.kept_back:
                mine, other = "", "◇ first"
            accent = palette.session
            pieces.append(plain(f"{mine:>4}", accent, ground, bold=True))
            pieces.append(
                plain(f"{other:>5} ", palette.text, ground)
                if len(other) < 6
                else plain(f"{other[:5]:>5} ", palette.gold, ground)
            )
        if _MOVED in shown:
            who = next((r for r in Rater if ("ease", r) in hour.ratings), Rater.CLIENT)
            ease, moved = hour.value("ease", who), hour.value("movement", who)
            said = "" if ease is None or moved is None else f"{ease:g}→{moved:g}"
            pieces.append(plain(f"{said:>{_MOVED}} ", palette.text, ground))
        if _AFTER in shown:
            after = hour.value("after")
            said = "" if after is None else signed(after)
            pieces.append(plain(f"{said:>{_AFTER}} ", palette.quiet, ground))
        return pieces

    def _unheld(self, hour: Hour) -> str:
        if hour.session.state is SessionState.MISSED:
            return "missed"
        return "to write up: e" if hour.session.waits(self.today) else "planned"

    def _notes(self, hour: Hour, room: int) -> str:
        """As many of the notes as there is room for; all of them are told in words."""
        session, said = hour.session, ""
        for word, so in ((" late", session.late), (" moved", session.moved_from is not None)):
            said += word if so and len(said + word) <= room else ""
        return said


def page_row(item: PageRow, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """Its name, and the latest in a few signs at the end."""
    ground = palette.cursor if chosen else palette.ground
    now = item.now if len(item.now) + 12 <= width else ""
    name = plain(fit(item.name, max(0, width - 3 - len(now))), palette.text, ground, chosen)
    colour = palette.session if item.now else palette.quiet
    return [
        plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground),
        name,
        plain(f" {now}", colour, ground, bold=True),
    ]
