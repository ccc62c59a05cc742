"""Taking a report home: what goes in is asked first, and whether a file may be replaced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui.acts.asking import AskingActs
from tui.core.trouble import InTheWay, Trouble

if TYPE_CHECKING:
    from tui.core.reports import Asked


class ReportActs(AskingActs):
    """The act that writes a report of the client who is looked at."""

    @work
    async def action_report(self) -> None:
        """Ask what goes in and where to, write it and say where it is."""
        from tui.dialogs.take_home import take_home

        today = self.desk.today()
        place = Path.cwd() / f"fledge-report-{today.isoformat()}.html"
        try:
            several = len(await self.desk.clients()) > 1
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        of = self.desk.client.name if several else ""
        dialog = take_home(today, self.desk.manners.dates, str(place), of)
        if asked := await self.push_screen_wait(dialog):
            await self._write_report(asked)

    async def _write_report(self, asked: Asked) -> None:
        try:
            try:
                path = await self.desk.report(asked)
            except InTheWay:
                if not await self._may_go(asked.place):
                    return
                path = await self.desk.report(asked, replace=True)
        except Trouble as error:
            self.tell(str(error), trouble=True)
        else:
            self.tell(f"Written: {path}. It is not encrypted.")

    async def _may_go(self, place: str) -> bool:
        said = f"{place} is there already. What is in it would be gone."
        return await self.sure("Replace that file?", said, "Replace it")
