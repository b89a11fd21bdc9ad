"""A language model as a coder, held to the words.

::

    document ─ pieces, cut at sentence ends             cutting
             ─ what is asked                            prompt, schema
             ─ what it may cost                         budget
             ─ the answer, from earlier or the server   answers, client, wire
             ─ claims as they were offered              schema
             ─ their words, found in the text           locate
             ─ their ends, as the rule book knows them  linking
             ─ claims, and what was refused             ground
    coder.py joins them. Read it first.

Nothing that a server sends can do more than become a claim whose every piece stands in the document, or be refused.
"""
