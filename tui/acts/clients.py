"""Who is looked at: choosing among the clients of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.acts.exploring import ExploringActs
from tui.core.trouble import Trouble
from tui.screens.edges import CASELOAD
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.core.overview import Overview
    from tui.screens.caseload import CaseloadScreen

_ASKING: Final = {"default", "check-in"}
"""Groups of workers that may be about to show a form."""


class ClientActs(ExploringActs):
    """Acts that turn every mode to another client."""

    modes: dict[str, ModeScreen]

    def __init__(self) -> None:
        self._welcomed: set[str] = set()
        """Clients whose drafts were offered already."""
        super().__init__()

    def others_hidden(self) -> bool:
        """Whether nobody else may be seen because others see the screen; it is said."""
        if self.desk.shared:
            self.tell("The names of other clients are hidden while others see this screen.")
        return self.desk.shared

    def may_show(self, name: str) -> bool:
        """Whether a mode has anything to show; if not, it is said why."""
        if name != CASELOAD:
            return True
        if self.others_hidden():
            return False
        if not self.seen.several:
            self.tell("This file holds one client. C adds another.")
        return self.seen.several

    async def on_caseload_screen_chosen(self, event: CaseloadScreen.Chosen) -> None:
        """Turn to a client of the caseload; keys that come meanwhile wait."""
        asked = self.screen
        try:
            data = await self.desk.overview(closer=True, of=event.client)
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        if self.screen is asked and self.turn_to(data):
            asked.post_message(ModeScreen.Wanted("overview"))

    def action_clients(self) -> None:
        """Show everybody in the file."""
        from tui.dialogs.clients import ClientSheet

        if self.others_hidden():
            return
        self.push_screen(ClientSheet(self.desk, self.drawing_palette, self.turn_to))

    def turn_to(self, data: Overview) -> bool:
        """Have every mode show the client of a snapshot; False while something else is asked.

        All of it is done at once, so that no key can be about one client's row and another's file.
        """
        if any(w.node is self and w.group in _ASKING and w.is_running for w in self.workers):
            return False
        self._welcomed.add(self.desk.client.id)
        self.desk.look_at(data)
        for mode in self.modes.values():
            mode.turn_to(data)
        if data.client.id not in self._welcomed:
            self._welcomed.add(data.client.id)
            self.offer_drafts()
        return True
