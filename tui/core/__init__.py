"""What is true: frozen dataclasses and pure functions.

Standard library only. Nothing here reads a clock, a file or an environment: `today` is passed in.
"""
