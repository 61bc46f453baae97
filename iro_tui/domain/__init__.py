"""What a review is: frozen values and pure functions, with no I/O and no clock of their own."""
