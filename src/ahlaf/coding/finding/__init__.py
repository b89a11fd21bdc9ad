"""The phrases of a document that may be ends of claims: names known and new, titles, general nouns."""
