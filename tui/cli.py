"""The shell's door: imports late, calls one function, and leaves with the right exit code."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress


def run() -> None:
    """The command `fledge`: `main`, and then out at once with its exit code.

    Files are closed and the answer is out. Taking the interpreter down piece by piece would only
    free what the system frees anyway, and takes longer than a rating does.
    """
    code = _code()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream:
                stream.flush()
        except OSError:
            code = code or 1  # nobody is there to be told
    os._exit(code)


def _code() -> int:
    """Run `main`; its exit code. What nobody foresaw becomes a sentence and a line in the log."""
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from tui import crash, ending

        if ending.pending:
            return ending.pending
        with suppress(OSError):
            print(f"fledge: {crash.record(error)}", file=sys.stderr)
        return 1
    return 0


def main() -> None:
    """Run the command in `sys.argv`. A reason and its remedy go to stderr: exit 1, or 2."""
    from tui.core.text import clean
    from tui.shell import quick
    from tui.shell.target import CouldNot

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        said = quick.answer(sys.argv[1:])
        if said is None:
            from tui.shell.root import root

            root(prog_name="fledge")
        elif said:
            print(clean(said, multiline=True), flush=True)
    except CouldNot as error:
        print(f"fledge: {clean(str(error))}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read us has gone. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        print(f"fledge: this could not be done or told: {error.strerror}.", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
