"""Who may be an end of a claim, how he stands to the words that carry it, and who is surely none."""
