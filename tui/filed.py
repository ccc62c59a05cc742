"""What both desks share: a file in a thread of its own, of which things are asked."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from tui.core.drafts import Draft
    from tui.store.openfile import OpenFile
    from tui.store.thread import Store

P = ParamSpec("P")
R = TypeVar("R")


class Filed(ABC):
    """Asks the store's thread, and keeps there what is being written."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @property
    @abstractmethod
    def drafts_of(self) -> str:
        """Whose the drafts are, by an id."""

    @property
    def trouble(self) -> str:
        """Why nothing can be written at the moment, or ""."""
        return str(self.store.trouble or "")

    def drafts(self) -> asyncio.Future[tuple[Draft, ...]]:
        """What was being written and never saved."""
        from tui.store import drafts

        return self._ask(drafts.everything, self.drafts_of)

    def keep_draft(self, draft: Draft) -> asyncio.Future[None]:
        """Keep what is being written."""
        from tui.store import drafts

        return self._ask(drafts.keep, self.drafts_of, draft)

    def drop_draft(self, draft: Draft) -> asyncio.Future[None]:
        """Let go of a draft."""
        from tui.store import drafts

        return self._ask(drafts.drop, self.drafts_of, draft)

    def _ask(
        self, function: Callable[Concatenate[OpenFile, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> asyncio.Future[R]:
        return asyncio.wrap_future(self.store.call(function, *args, **kwargs))
