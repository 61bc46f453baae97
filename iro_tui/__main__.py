"""`python -m iro_tui` is `iro`."""

from iro_tui.cli import main

if __name__ == "__main__":
    main()
