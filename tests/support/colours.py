"""How light colours are, how different, and how they look to eyes that see fewer of them."""

from __future__ import annotations

import math
from typing import Final

RGB = tuple[float, ...]
"""Linear red, green and blue, 0 to 1."""
Lab = tuple[float, float, float]
"""CIE L*a*b* under D65."""

VISIONS: Final[dict[str, tuple[RGB, ...]]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes (2009), severity 1.0, on linear red, green and blue."""

_BRIGHT: Final = "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
XTERM: Final = tuple(
    f"#{c}" for c in f"000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 {_BRIGHT}".split()
)
"""The sixteen colours of xterm."""
_VIVID: Final = "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
VGA: Final = tuple(
    f"#{c}" for c in f"000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa {_VIVID}".split()
)
"""Those of the Linux console."""


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0 to 1 (WCAG 2)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def as_seen(colour: str, vision: str) -> Lab:
    """A colour as someone with this vision sees it."""
    seen = (
        sum(a * b for a, b in zip(row, _linear(colour), strict=True)) for row in VISIONS[vision]
    )
    return _lab(tuple(min(1.0, max(0.0, channel)) for channel in seen))


def difference(one: Lab, other: Lab) -> float:
    """CIEDE2000 (Sharma, Wu and Dalal, 2005)."""
    mean = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    (c1, h1), (c2, h2) = (_polar(lab[1] * stretch, lab[2]) for lab in (one, other))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 and c2 else 0.0
    hue = (h1 + turn / 2) % 360 if c1 and c2 else h1 + h2
    light, chroma = (one[0] + other[0]) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * _cos(hue - 30)
        + 0.24 * _cos(2 * hue)
        + 0.32 * _cos(3 * hue + 6)
        - 0.20 * _cos(4 * hue - 63)
    )
    by_light = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    lightness = (other[0] - one[0]) / by_light
    c = (c2 - c1) / (1 + 0.045 * chroma)
    h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    blue = 60 * math.exp(-(((hue - 275) / 25) ** 2))
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(blue))
    return math.sqrt(lightness**2 + c * c + h * h + rotation * c * h)


def _linear(colour: str) -> RGB:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def _lab(rgb: RGB) -> Lab:
    red, green, blue = rgb
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))
