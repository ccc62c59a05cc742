"""How far a goal has come: Law & Jacob 2013, "Goals and Goal Based Outcomes (GBOs)".

The last rating less the first, goal by goal. Goals are not added up: their scales mean what a
client says they mean. Whether a change is more than wobble is for a reading to say.
"""

from __future__ import annotations

from tui.core.measures import Direction


def goal_change(first: float, last: float, direction: Direction) -> float:
    """Points gone towards the hoped-for end, below 0 where away from it.

    Where both ends have worth it is the change as it is.
    """
    return first - last if direction is Direction.LOWER else last - first
