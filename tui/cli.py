"""The shell's door: imports late, calls one function, and leaves with the right exit code."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command in `sys.argv`. A reason and its remedy go to stderr: exit 1, or 2."""
    from tui.shell import quick
    from tui.shell.target import CouldNot

    try:
        said = quick.answer(sys.argv[1:])
        if said is None:
            from tui.shell.root import root

            root(prog_name="fledge")
        else:
            print(said, flush=True)
    except CouldNot as error:
        print(f"fledge: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # Whoever read us has gone. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
