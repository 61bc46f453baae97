"""What stands on a screen, as text."""

from typing import Any

from textual.screen import Screen


def shown(screen: Screen[Any]) -> str:
    """Everything that stands on the screen, line by line, as a person sees it."""
    return "\n".join(strip.text.rstrip() for strip in screen._compositor.render_strips())
