"""Found claims against what annotators found: gold files in the shape of the annotation guide, and sentence sets.

Read :mod:`.gold` for the files, :mod:`.claims` and :mod:`.sentences` for what is measured, :mod:`.figures` for the table.
"""
