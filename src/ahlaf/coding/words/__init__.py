"""A written word and the sheet on which a document's words lie: what the lexicon knows of each, and how two of them agree."""
