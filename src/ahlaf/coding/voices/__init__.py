"""Who speaks in a document, and how far his words reach."""
