"""What a noun phrase is made of, how far it reaches, what is said within it, and what the text calls it."""
