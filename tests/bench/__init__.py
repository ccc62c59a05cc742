"""How fast, how quiet and how small fledge is, measured from outside: `python -m tests.bench`."""
