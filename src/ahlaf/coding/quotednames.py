"""Names in quotation marks, behind the noun for what bears them."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.draft import Draft

QUOTES: Final = {"«": "»", '"': '"', "“": "”", "'": "'", "(": ")"}
"""What opens a quotation or a bracket → what closes it."""
QUOTATION_MARKS: Final = frozenset('«»"“”')
"""What stands about words that are said or named."""
_LINKING: Final = frozenset(("prep", "conj"))
_NAMED: Final = frozenset(("party", "armed-group", "organisation", "force", "alliance"))
"""Kinds of what general nouns mean that has a name of its own, as a rule."""


def quoted_name(draft: Draft, head: int, at: int) -> int:
    """The closing mark of a short quotation or bracket that opens at ``at`` and names something, or -1.

    What stands behind a noun for bodies that have names is the name even where a word of it may be a verb: "حركة «فجر الجبل»".
    """
    words = draft.words
    noun = words[head].generic
    named = noun is not None and noun.kind in _NAMED
    mark = words[at].bare
    close = QUOTES.get(mark)
    if close is None or mark == "(":
        return -1
    if at + 1 < len(words) and (words[at + 1].conj or not _LINKING.isdisjoint(words[at + 1].function)):
        return -1  # it closes what was said, and the text goes on: " وأن "
    for position in range(at + 1, min(at + 7, len(words))):
        if words[position].bare == close:
            return position if position > at + 1 else -1
        verb = words[position].finite and bool(words[position].entries) and not (named and words[position].nominal)
        if verb or "pronoun" in words[position].function:
            return -1  # it says something: «هو استهتار بالناس»
    return -1
