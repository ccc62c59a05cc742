"""Pictures of the screen."""

from __future__ import annotations

import re
from typing import Final

_FONT_FACE: Final = r"@font-face\s*\{[^}]*\}"


def without_fonts(svg: str) -> str:
    """The picture without the fonts that a browser would fetch from elsewhere.

    The library names two places on the network in each picture it exports; looking at a picture of
    one's own must reach none. Any monospaced font of the machine takes their place.
    """
    return re.sub(_FONT_FACE, "", svg)
