"""What a therapist keeps to themself, and the mark that others see the screen.

The file of one's own notes is open only while they are on the screen, and never while that is
shared. Sharing shuts them at once, whatever lies over them; what is half written is kept there.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import work

from tui.acts.everywhere import EverywhereActs
from tui.core.measures import Rater
from tui.core.trouble import Trouble
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.own import OwnFile

_SHARED: Final = "The screen is marked as shared, so your own notes stay shut. S ends the sharing."
_NOT_HERE: Final = "Notes of one's own belong to the therapist's view: fledge --as therapist."


class PrivacyActs(EverywhereActs):
    """Acts on one's own notes and on sharing. `own_place` is where the notes are kept."""

    modes: dict[str, ModeScreen]
    own_place: Path | None = None
    _own: OwnFile | None = None

    @work(exclusive=True, group="own")
    async def action_own_notes(self) -> None:
        """Show one's own notes about the client; a sentence where they are not for these eyes."""
        if self.desk.rater is not Rater.THERAPIST or self.own_place is None:
            self.tell(_NOT_HERE)
            return
        try:
            client = (await self.desk.overview()).client
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        if self.desk.shared:
            self.tell(self.why_shut)
            return
        if self.private_shown:
            return
        from tui.dialogs.own_notes import OwnNotesSheet
        from tui.own import OwnFile

        self._own = OwnFile(self.own_place, client.id, self.desk.today, self.desk.manners)
        sheet = OwnNotesSheet(self._own, self.drawing_palette, client.name)
        self.push_screen(sheet, lambda _: self.shut_own())

    @property
    def why_shut(self) -> str:
        """Why one's own notes stay shut while the screen is shared, and what ends that."""
        return _SHARED

    def action_share_screen(self) -> None:
        """Turn the mark on or off, after the keys just before, which are still on their way."""
        (self.focused or self.screen).call_later(self._turn_sharing)

    def _turn_sharing(self) -> None:
        self.desk.shared = not self.desk.shared
        self._put_away()
        for mode in filter(lambda mode: mode.is_mounted, self.modes.values()):
            mode.refresh_edges()
        if not self.desk.shared:
            self.tell("No longer marked as shared.")
        elif self.desk.rater is Rater.THERAPIST:
            self.tell("Marked as shared: your own notes are shut until S ends it.")
        else:
            self.tell("Marked as shared. S ends it.")

    def _put_away(self) -> None:
        """Take every private screen away, with whatever lies over it, and shut the file."""
        if not self.private_shown:
            return
        self.clear_notifications()
        self.parting()
        while self.private_shown:
            self.pop_screen()
        self.shut_own()

    def shut_own(self) -> None:
        """Shut the file of one's own notes, if it is open."""
        own, self._own = self._own, None
        if own:
            own.close()
