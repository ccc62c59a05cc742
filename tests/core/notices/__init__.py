"""Notices, rule by rule, over whole stories, and by what they must never say."""
