"""What stands on a screen, as text."""

from typing import Any

from textual.screen import Screen


def shown(screen: Screen[Any]) -> str:
    """Everything that stands on the screen, line by line."""
    return "\n".join(
        "".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()
    )
