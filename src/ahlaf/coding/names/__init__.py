"""The words that a name is made of: how they are written, and how far it reaches."""
