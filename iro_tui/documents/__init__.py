"""From answers to Word: the only place that knows Word files."""
