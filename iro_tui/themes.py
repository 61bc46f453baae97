"""The colours: light, dark and high contrast. Styles name what a colour means, never a colour."""

from textual.theme import Theme

_LIGHT = Theme(
    name="light",
    primary="#0b5c6b",
    secondary="#7a4b12",
    accent="#0b5c6b",
    warning="#8a5300",
    error="#a3202b",
    success="#1f6b3a",
    foreground="#1d2528",
    background="#fbfaf6",
    surface="#ffffff",
    panel="#e4e9e6",
    dark=False,
    variables={
        "muted": "#5a6669",
        "block-cursor-background": "#cfe3e4",
        "block-cursor-foreground": "#10262b",
        "block-cursor-blurred-background": "#e4e9e6",
        "block-cursor-text-style": "bold",
    },
)

_DARK = Theme(
    name="dark",
    primary="#6fc3cf",
    secondary="#e0b070",
    accent="#6fc3cf",
    warning="#f0b95c",
    error="#ff8f8f",
    success="#86d19b",
    foreground="#e6e9e6",
    background="#14191b",
    surface="#1c2326",
    panel="#28333a",
    dark=True,
    variables={
        "muted": "#9aa7aa",
        "block-cursor-background": "#2c4a52",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#222d31",
        "block-cursor-text-style": "bold",
    },
)

_CONTRAST = Theme(
    name="high contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff9a9a",
    success="#7dff7d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#2b2b2b",
    dark=True,
    variables={
        "muted": "#ffffff",
        "text-muted": "#ffffff",
        "block-cursor-background": "#00308f",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#333333",
        "block-cursor-text-style": "bold",
    },
)

THEMES = (_DARK, _LIGHT, _CONTRAST)
"""Every theme, the one to start with first."""


def theme_after(name: str) -> str:
    """Return the name of the theme that comes after this one, round and round."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
