"""Days: read as they are typed, said as people say them, counted in working days."""
