"""Who the phrases are: by their own words, by what they point back to, and by whom they are joined with."""
