"""Pictures of the screen."""

from __future__ import annotations

import re
from typing import Final

_ELSEWHERE: Final = r"@font-face\s*\{[^}]*\}|<!--.*?-->"
_NOT_XML: Final = "[\ufffe\uffff]"
"""What clean text may hold and no XML."""


def without_fonts(svg: str) -> str:
    """The picture without the fonts that a browser would fetch from elsewhere.

    The library names two places on the network in each picture it exports; looking at a picture of
    one's own must reach none, and its comments name none. Any monospaced font of the machine takes
    their place. Only the styles are looked at: what comes after them are a person's words.
    """
    styles, end, drawn = svg.partition("</style>")
    return re.sub(_ELSEWHERE, "", styles) + end + re.sub(_NOT_XML, "\ufffd", drawn)
