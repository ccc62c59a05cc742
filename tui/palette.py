"""The command palette: every command of the app, found by a part of its name."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.commands.base import Command
from tui.commands.registry import COMMANDS


class CommandProvider(Provider):
    """Offers the commands in the registry, with their help beneath."""

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for command in self._commands():
            run = partial(self.app.run_action, command.action, default_namespace=self.screen)
            yield DiscoveryHit(Content(command.name), run, command.name, command.help())

    async def search(self, query: str) -> Hits:
        """What matches the letters typed so far, in the name or in the help."""
        matcher = self.matcher(query)
        for command in self._commands():
            text = f"{command.name}: {command.help()}"
            if (score := matcher.match(text)) > 0:
                run = partial(self.app.run_action, command.action, default_namespace=self.screen)
                yield Hit(score, matcher.highlight(command.name), run, command.name, command.help())

    def _commands(self) -> list[type[Command]]:
        return [command for command in COMMANDS if command.palette]
