"""What can be done from everywhere: hiding, Help now, undo and redo, the history, the file."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from asyncio import Future
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from textual import work
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.worker import Worker, active_worker

from tui.core.trouble import Trouble
from tui.terminal import TerminalApp

if TYPE_CHECKING:
    from textual.app import App

    from tui.charts.palette import Palette
    from tui.core.changes import Change
    from tui.core.desk import Desk
    from tui.widgets.editors import Refused

R = TypeVar("R")
_SHOW: Final = frozenset({"default", "check-in", "read", "digits"})
"""The groups of acts that end soon, or show something and wait for a person."""


class EverywhereActs(TerminalApp):
    """Acts that do not ask what the cursor is on."""

    desk: Desk

    def __init__(self) -> None:
        self._untold: list[Callable[[], None]] | None = None
        self._showing: dict[Worker[object], Screen[Any]] = {}
        """What the acts that wait for a person have shown them."""
        self._shown = asyncio.Event()
        self._shown.set()
        super().__init__()

    @property
    @abstractmethod
    def drawing_palette(self) -> Palette:
        """The colours of the present theme."""

    @property
    def hidden(self) -> bool:
        """Whether the screen is hidden. Nothing that is told shows meanwhile."""
        return self._untold is not None

    @property
    def private_shown(self) -> bool:
        """Whether something that a therapist keeps to themself is on the screen, or beneath it."""
        return any(getattr(screen, "PRIVATE", False) for screen in self.screen_stack)

    def tell(self, words: str, *, trouble: bool = False) -> None:
        """Tell what was done or what is wrong, in place of what was told before."""
        from tui.dialogs.telling import tell

        tell(self, words, trouble=trouble)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a notification, or later if the screen is hidden now. `timeout` is in seconds."""
        show = partial(
            super().notify,
            message,
            title=title,
            severity=severity,
            timeout=timeout,
            markup=markup,
        )
        if self._untold is None:
            show()
        else:
            self._untold.append(show)

    async def push_screen_wait(  # type: ignore[override]
        self, screen: Screen[R], *, mode: str | None = None
    ) -> R:
        """Show a screen and wait for its result; never over a hidden screen."""
        await self._shown.wait()
        if (act := active_worker.get(None)) is not None:
            self._showing[act] = screen
        return cast("R", await super().push_screen_wait(screen, mode=mode))

    def takes_keys(self) -> bool:
        """Whether no act is still on its way to what it shows: what is typed is meant for that."""
        acts = [w for w in self.workers if w.node is self and w.group in _SHOW and w.is_running]
        self._showing = {act: self._showing[act] for act in acts if act in self._showing}
        shown = all(act in self._showing and _ready(self._showing[act]) for act in acts)
        return shown and _ready(self.screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the screen is hidden no key does anything but ask to come back."""
        return super().check_action(action, parameters) if not self.hidden else False

    def on_refused(self, event: Refused) -> None:
        """Say why a line that says nothing itself did not take something in."""
        self.tell(event.sentence, trouble=True)

    def action_command_palette(self) -> None:
        """Show the palette, unless it is shown."""
        from tui.dialogs.palette import Palette

        if not Palette.is_open(cast("App[object]", self)):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        """Show every theme; the one that is taken is put on."""
        from tui.dialogs.palette import Palette

        self.push_screen(Palette([ThemeProvider], placeholder="Find a theme…"))

    def action_hide(self) -> None:
        """Show nothing, at once."""
        from tui.dialogs.hide import HideScreen

        if not self.hidden:
            self._untold = []
            self._shown.clear()
            self.clear_notifications()
            self.push_screen(HideScreen(), self._come_back)

    def _come_back(self, _: None) -> None:
        untold, self._untold = self._untold or [], None
        self._shown.set()
        for show in untold:
            show()

    def parting(self) -> None:
        """Have everything that is being written kept as a draft; the store finishes that."""
        from tui.dialogs.drafting import Writing

        for screen in self.screen_stack:
            if isinstance(screen, Writing):
                screen.hand_in()

    async def action_quit(self) -> None:
        """Leave, with what is half written kept: also the keys just before, still on their way."""
        (self.focused or self.screen).call_later(self._part)

    def _part(self) -> None:
        self.parting()
        self.exit()

    def action_help_now(self) -> None:
        """Show Help now, unless it is shown."""
        from tui.dialogs.help_now import HelpNow

        if not any(isinstance(screen, HelpNow) for screen in self.screen_stack):
            self.push_screen(HelpNow(self.desk, self.drawing_palette))

    def action_keys(self) -> None:
        """Show the key sheet."""
        from tui.dialogs.keys import KeySheet

        self.push_screen(KeySheet())

    def action_history(self) -> None:
        """Show every change."""
        from tui.dialogs.history import HistorySheet

        self.push_screen(HistorySheet(self.desk, self.drawing_palette))

    def action_undo(self) -> None:
        """Take the latest change back."""
        self._turn(self.desk.undo, "Taken back", "There is nothing to take back.")

    def action_redo(self) -> None:
        """Bring again what was taken back last."""
        self._turn(self.desk.redo, "Brought again", "There is nothing to bring again.")

    @work(group="turn")
    async def _turn(
        self, way: Callable[[], Future[Change | None]], said: str, nothing: str
    ) -> None:
        try:
            change = await way()
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        if change is None:
            self.tell(nothing)
            return
        if self.desk.shared and change.whose:
            self.tell(f"{said}: a change about another client.")
            return
        from tui.core.changes import signed

        self.tell(f"{said}: {signed(change, self.desk.today(), self.desk.manners)}")

    @work
    async def action_save_copy(self) -> None:
        """Save a copy and say where it is, or why it could not be."""
        try:
            path = await self.desk.save_copy()
        except Trouble as error:
            self.tell(str(error), trouble=True)
        else:
            self.tell(f"Saved a copy: {path}")

    @work
    async def action_save_picture(self) -> None:
        """Keep the screen as it is as a picture, and say where."""
        if self.private_shown:  # a picture lies beside the client's file
            self.tell("Of your own notes no picture is kept. Close them first.", trouble=True)
            return
        from tui.pictures import without_fonts

        drawn = without_fonts(self.export_screenshot(title="fledge"))
        try:
            path = await self.desk.save_picture(drawn)
        except Trouble as error:
            self.tell(str(error), trouble=True)
        else:
            self.tell(f"Saved a picture: {path}")


def _ready(screen: Screen[Any]) -> bool:
    """Whether a screen takes what is typed: it is there, with a field that has the keys."""
    return screen.is_mounted and (screen.focused is not None or not screen.focus_chain)
