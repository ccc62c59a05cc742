"""The file: one SQLite database that the client owns.

The only room that imports sqlite_utils, and only when a schema is brought up to date: the everyday
way (open, read, write one change) needs nothing but the standard library.
"""
