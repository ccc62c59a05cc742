"""`python -m tui` is the same as `fledge`."""

from tui.cli import main

if __name__ == "__main__":
    main()
