"""Every date of a child that is to be kept, and why it is that date."""
