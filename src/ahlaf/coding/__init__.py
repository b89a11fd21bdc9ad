"""Sentences → claims. Read :mod:`.pipeline` first: it states the order of work."""
