"""`python -m tui` is the same as `fledge`."""

from tui.cli import run

if __name__ == "__main__":
    run()
