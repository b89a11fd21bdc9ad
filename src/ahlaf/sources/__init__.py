"""Files, pages and streams → documents.

:mod:`.files` finds what there is to read, :mod:`.decode` turns bytes into text, :mod:`.html` takes the
article out of a page and :mod:`.jsonl` reads one document a line. What can't be read is an
:class:`ahlaf.errors.InputError` beside the documents that can.
"""
