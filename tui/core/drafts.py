"""A draft: what somebody was writing in a form and has not saved yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Draft:
    """`form` is the form's name, `subject` the id of what is changed in it, or "".

    `values` are the texts of the fields by their keys, `seen` those that stood there when it was
    begun; both are empty where they cannot be read. `at` is the moment of the last key (ISO, UTC),
    which the store sets.
    """

    form: str
    subject: str
    values: Mapping[str, str]
    at: str = ""
    seen: Mapping[str, str] = field(default_factory=dict)
