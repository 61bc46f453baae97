"""Widgets and screens that others are built on: what is left to those is said, and checked."""

from abc import ABCMeta

from textual.message_pump import _MessagePumpMeta


class Abstract(_MessagePumpMeta, ABCMeta):
    """The metaclass of a widget with abstract methods; nobody can make one that lacks some."""
