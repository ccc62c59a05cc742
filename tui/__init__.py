"""fledge: a terminal dashboard of growth in therapy.

Importing this package imports nothing else, so that every door (shell, screen, test) pays only
for what it uses.
"""

__version__ = "0.1.0"
