"""Screens that are styled once before they are first seen, not three times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

Result = TypeVar("Result")

if TYPE_CHECKING:
    from textual.screen import Screen

    class _Base(Screen[Result]):
        pass
else:

    class _Base(Generic[Result]):
        pass


Breakpoints = list[tuple[int, str]]
"""Sizes in cells, the least first, and the classes of a screen that has at least that size."""


class Fitted(_Base[Result]):
    """To be put before `Screen` among the bases of one that has breakpoints."""

    def __init__(self) -> None:
        super().__init__()
        width, height = self.app.size
        wide, high = self.HORIZONTAL_BREAKPOINTS or [], self.VERTICAL_BREAKPOINTS or []
        self.add_class(_reached(width, wide), _reached(height, high), update=False)

    def update_node_styles(self, animate: bool = False) -> None:
        """Style everything anew; before the first size all in it is as it was just mounted."""
        if self.outer_size:
            super().update_node_styles(animate)
        else:  # its own stylesheet was read after it was made
            self.app.stylesheet.update_nodes([self])


def _reached(size: int, breakpoints: Breakpoints) -> str:
    """The class of the last breakpoint that a size reaches."""
    return next(name for least, name in reversed(breakpoints) if size >= least)
