"""Raw text → views, sentences, words. Nothing here alters a document."""
