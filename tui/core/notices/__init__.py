"""Notices: what may be worth talking about, a rule in each file, all of them in `registry`.

A notice is worked out and never kept; what a person did with it is. Nothing here knows a store, a
screen or a clock. Every number that a rule speaks by is one of `tui.core.stats`.
"""
