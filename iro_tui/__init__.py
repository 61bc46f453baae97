"""iro-tui: reviews that put the child first."""

__version__ = "0.1.0"
