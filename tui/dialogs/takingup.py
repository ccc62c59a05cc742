"""Taking a draft up again: what stands in the fields then, and whether something newer is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.core.drafts import Draft
from tui.core.trouble import Conflict
from tui.dialogs.fields import Choice, Field, Several, Words

Texts = Mapping[str, str]


class TakenUp:
    """A form's texts with those of a draft, if there is one.

    `texts` are what the fields open with: what somebody wrote, and where they wrote nothing, what
    is there now. `seen` is what the draft keeps as having been there before; `newer` tells whether
    something else is there by now, of which the draft does not know.
    """

    def __init__(self, parts: Iterable[Field | Words], draft: Draft | None, now: Texts) -> None:
        fields = {part.key: part for part in parts if isinstance(part, Field)}
        written = {k: v for k, v in (draft.values if draft else {}).items() if k in fields}
        self.fields = fields
        self.texts = {key: v for key, v in written.items() if _possible(fields[key], v)}
        self.seen = dict(now)
        self.newer = False
        for key, was in (draft.seen if draft else {}).items():
            if key in now and now[key] != was:
                self.newer = True
                if self.texts.get(key) == was:
                    self.texts[key] = now[key]
                else:
                    self.seen[key] = was

    def conflict(self, texts: Texts, now: Texts) -> Conflict:
        """What stands in the fields and what is there now, as people read it."""
        mine = {key: self._told(key, texts.get(key, "")) for key in now}
        theirs = {key: self._told(key, text) for key, text in now.items()}
        return Conflict("What you were writing about", theirs, mine)

    def _told(self, key: str, text: str) -> str:
        field = self.fields.get(key)
        match field:
            case Choice(options=options):
                return dict(options).get(text, text)
            case Several(options=options):
                return ", ".join(label for value, label in options if value in text.split())
        return text


def _possible(field: Field, text: str) -> bool:
    """Whether a field can hold a text; a choice may have other options by now."""
    match field:
        case Choice(options=options):
            return text in dict(options)
        case Several(options=options):
            return {*text.split()} <= dict(options).keys()
    return True
