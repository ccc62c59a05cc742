"""What goes wrong with what is kept, as a screen meets it."""

from __future__ import annotations


class Trouble(Exception):
    """Something that a person has to know. The message says what is so, and what to do."""
