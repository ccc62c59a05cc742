"""The full-screen program: themes, modes, key map and the desk. No screen logic."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import ClassVar, Final

from textual import work
from textual.command import Provider
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme

from tui import state
from tui.acts.between import BetweenActs
from tui.acts.ending import EndingActs
from tui.acts.notices import NoticeActs
from tui.acts.report import ReportActs
from tui.acts.review import ReviewActs
from tui.charts.palette import Palette
from tui.commands.base import Command, Place
from tui.commands.registry import bindings
from tui.config import Config
from tui.desk import StoreDesk
from tui.looks import Looks
from tui.palette import CommandProvider
from tui.resources import folder
from tui.screens.goals import GoalsScreen
from tui.screens.growth import GrowthScreen
from tui.screens.mode import ModeScreen
from tui.screens.overview import OverviewScreen
from tui.screens.signs import SignsScreen
from tui.themes import completed

_TOLD: Final = 3
"""Troubles with the settings that are told at the start; more would hide the screen."""

_MODES: Final[dict[str, type[ModeScreen]]] = {
    mode.NAME: mode for mode in (OverviewScreen, GoalsScreen, GrowthScreen, SignsScreen)
}

_LATER: Final = {
    "sessions": ("tui.screens.sessions", "SessionsScreen"),
    "between": ("tui.screens.between", "BetweenScreen"),
    "review": ("tui.screens.review", "ReviewScreen"),
    "ending": ("tui.screens.ending", "EndingScreen"),
    "caseload": ("tui.screens.caseload", "CaseloadScreen"),
}
"""The modes that are loaded after the first paint: where each is."""


class FledgeApp(ReviewActs, ReportActs, BetweenActs, EndingActs, NoticeActs):
    """fledge."""

    TITLE = "fledge"
    CSS_PATH = folder("styles") / "app.tcss"
    BINDINGS = [*bindings(Place.EVERYWHERE), *bindings(Place.ROW)]
    COMMANDS: ClassVar[set[type[Provider]]] = {CommandProvider}  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = True

    class FileChanged(Message):
        """Another program changed the file, or what may be done with it has changed."""

    desk: StoreDesk

    def __init__(
        self, desk: StoreDesk, config: Config = Config(), own_place: Path | None = None
    ) -> None:
        self.desk, self.own_place = desk, own_place
        self.modes: dict[str, ModeScreen] = {}
        """The modes that were visited, by name."""
        self.here = OverviewScreen.NAME
        """The mode that is shown."""
        self._complete = False
        """Whether everything was loaded once; each mode tells it at its first visit."""
        super().__init__()
        self.looks = Looks(self)
        wrong = (*self.looks.choose(config.theme, state.theme()), *self._remap(config.keys))
        self._troubles = (*config.troubles, *(f"{config.file}: {each}" for each in wrong))

    def get_default_screen(self) -> Screen[None]:
        """The Overview is the first screen; nothing is mounted before it."""
        return self._begin(OverviewScreen)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, also under a theme that does not know them."""
        return completed(self.current_theme)

    @property
    def drawing_palette(self) -> Palette:
        """The colours of the present theme."""
        return Palette.of({**completed(self.current_theme), **self.current_theme.variables})

    def on_mount(self) -> None:
        """Hear of changes of the theme and, by other programs, of the file."""
        self.theme_changed_signal.subscribe(self, self._recolour)
        # Posting is safe from any thread, and waits for nobody: the store's thread must never.
        self.desk.on_change(lambda: self.post_message(self.FileChanged()))
        if told := "\n".join(self._troubles[:_TOLD]):
            more = len(self._troubles) - _TOLD
            told += f"\nand {more} more; `fledge doctor` tells them all." if more > 0 else ""
            self.notify(told, title="Settings", severity="warning", markup=False, timeout=30)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Take every colour away where none are wanted."""
        return self.looks.filters() or super().get_line_filters()

    def on_picturing_complete(self) -> None:
        """The picture is there: load what else will be wanted, and ask what there is to ask."""
        if self._complete:
            return
        self._complete = True
        self._load_ahead()
        if self.desk.begun:
            self.welcome()
        else:
            self.offer_drafts()

    @work(thread=True, group="loading")
    def _load_ahead(self) -> None:
        """Load forms and questions; what is loaded stays, and garbage is looked for in the rest."""
        from tui.acts import ahead

        ahead.modules()
        self.call_from_thread(ahead.styles, self.stylesheet)
        gc.freeze()
        gc.enable()

    def on_mode_screen_wanted(self, event: ModeScreen.Wanted) -> None:
        """Show another mode, with the cursor on the same measure where it has that too.

        The Overview stays at the bottom of the stack, another mode lies on it. Installed screens
        are kept while they are not shown. Textual's own modes would do the same, but read all
        styles anew at each first visit.
        """
        if event.name == self.here and event.at:
            self.modes[self.here].look_at(event.at)
        if event.name == self.here or not self.may_show(event.name):
            return
        line = self.modes[self.here].line
        at = event.at or (line.id if line else "")
        if event.name not in self.modes:
            self._begin(_mode(event.name), at)
        elif at:
            self.modes[event.name].look_at(at)
        if event.name == OverviewScreen.NAME:
            self.pop_screen()
        elif self.here == OverviewScreen.NAME:
            self.push_screen(event.name)
        else:
            self.switch_screen(event.name)
        self.here = event.name

    def on_fledge_app_file_changed(self) -> None:
        """Have the mode that is shown ask for its data again, and the others when they are."""
        for name, mode in self.modes.items():
            if name == self.here:
                mode.refresh_data()
            else:
                mode.stale = True

    def _begin(self, mode: type[ModeScreen], at: str = "") -> ModeScreen:
        """A mode at its first visit, with what the one before it shows already.

        The cursor goes to the row `at`, where it has that.
        """
        before = self.modes.get(self.here)
        made = mode(self.desk, self.drawing_palette, before.data if before else None, at)
        self.modes[mode.NAME] = made
        self.install_screen(made, mode.NAME)
        return made

    def _remap(self, keys: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Put a person's own keys in force; what cannot be used is returned as sentences."""
        Command.remap({})
        if not keys:
            return ()
        from tui.commands import keymap

        live, troubles = keymap.resolved(keys)
        Command.remap(live)
        self.set_keymap(keymap.for_textual(live))
        return troubles

    def _recolour(self, theme: Theme) -> None:
        self.run_worker(partial(state.remember_theme, theme.name), thread=True)
        for mode in filter(lambda mode: mode.is_mounted, self.modes.values()):
            mode.recolour(self.drawing_palette)


def _mode(name: str) -> type[ModeScreen]:
    """A mode by its name; some are loaded when they are first wanted."""
    if name not in _MODES:
        module, made = _LATER[name]
        _MODES[name] = getattr(import_module(module), made)
    return _MODES[name]
