"""Pieces that more than one screen uses; they post messages up and query nothing."""
