"""Texts that break programs: one list for every place where a person's words come in or go out."""

from __future__ import annotations

import re
from typing import Final

from tui.core.text import clean

HOSTILE: Final[dict[str, str]] = {
    # What Textual, Rich or a template would obey.
    "closing tag": "[/b] closes [/] what nobody opened",
    "action": "[@click=app.quit]leave[/] [@click=screen.dismiss]",
    "half a tag": "[red",
    "escaped bracket": "\\[b]bold\\[/b] \\",
    "variable": "$fledge-gold [$error on $surface]x[/]",
    "formats": "%s %d %(name)s {0} {name} {key} {{}} {",
    "shorthand": ":smile: ~ ~/x $HOME `id` ; | & > /dev/null",
    # What a terminal would obey.
    "clear screen": "clear\x1b[2J\x1b[H\x1b[3Jed \x1b[31mred",
    "title": "tit\x1b]0;OWNED\x07le\x1b]2;OWNED\x1b\\d",
    "clipboard": "clip\x1b]52;c;aGk=\x07board",
    "hyperlink": "see \x1b]8;;http://owned.example\x1b\\here\x1b]8;;\x1b\\",
    "queries": "ask\x1b[c\x1b[5n\x1bZ\x1b[?1049l\x1bP$qm\x1b\\\x1bc",
    "C1": "one\x9b2Jtwo\x9d52;c;aGk=\x9cthree\x90q\x9c\x84",
    "deletes and bells": "del\x7f\x7fete\x08\x08 be\x07ll nu\x00ll \x1a\x04",
    # What ends a line, or is nothing but blank.
    "lines": "first\r\nsecond\rthird\nfourth",
    "tabs": "a\tb\t\tc\x0bd\x0ce",
    "separators": "line\u2028and\u2029paragraph\x85next\x1c\x1d\x1e\x1f",
    "newline bomb": "boom" + "\n" * 400 + "end",
    "blanks": "   \u3000\u00a0 \n\t \r\n ",
    # What is not seen, is seen elsewhere, or takes another room than it has letters.
    "overrides": "safe\u202etxt.exe\u202c \u2066isolated\u2069 \u202aleft \u2067x",
    "surrogates": "half \ud83d and \ude00 of a pair",
    "families": "👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪🇫🇷",
    "tags": "1️⃣ 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f \U000e0041",
    "Persian": "می\u200cخواهم بروم",
    "Hebrew and Arabic": "שלום עולם، مرحبا",
    "pile": "Z" + "\u0300\u0316\u0489\u20dd" * 60 + "algo",
    "decomposed": "cafe\u0301 A\u030a ﬁ q\u0307 नमस्ते ที่นี่",
    "wide": "日本語の長い願い" * 20,
    "one word": "x" * 2000,
    "marks": "right\u200fto\u200eleft so\u00adft zero\u200bwidth\ufeff",
    "private use": "\ue000\ue001label\ue002 \uf8ff\U000f0000\ufffe\uffff",
    # What another program would obey.
    "SQL": "Robert'); DROP TABLE goal;-- \" ' `",
    "options": "-- --help -h",
    "formula": "=cmd|' /C calc'!A0 @SUM(1) +1",
    "HTML": "<script>alert(1)</script>@font-face{x}<!-- &amp; ]]>",
    "Markdown": "[link](javascript:x) ![i](http://owned.example/i.png) **b** _i_ # “un",
}
"""By a name for each. A few are as long as a line may be; only "blanks" has nothing to be seen."""

SEEN: Final = {name: text for name, text in HOSTILE.items() if clean(text).strip()}
"""Those that can be somebody's words."""

_RAW: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def raw(text: str) -> set[str]:
    """What stands in a text that a terminal must not get; tabs and new lines are the caller's."""
    return {ascii(found) for found in _RAW.findall(text)}


def beginning(text: str) -> str:
    """The first letters of what is to be seen of a text."""
    return clean(text).split()[0][:6]
