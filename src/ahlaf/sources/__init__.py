"""Files, pages, tables, feeds, archives and streams → documents.

:mod:`.files` finds what there is to read, :mod:`.formats` is the table that says what reads it, :mod:`.raw` what
a reader gets and gives, :mod:`.decode` turns bytes into text; each format has a module of its own. What can't be
read is an :class:`ahlaf.errors.InputError` beside the documents that can.
"""
