"""Persons behind their titles: where a name begins that no lexicon knows, and who is meant by the title alone later.

"قال الكاتب الفرنسي بينوا دلماس إن … ويرى الكاتب …": the writer is Benoît Delmas, both times.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.draft import Draft
from ahlaf.lexicon.load import bare_article

_LONGEST_UNKNOWN: Final = 4


def name_before_saying(draft: Draft, at: int) -> int:
    """The last token of whatever stands between a title and "that", where it can only be a name; else -1.

    "قال الكاتب الفرنسي بينوا دلماس إن": two to four words, none of them with "and", article, preposition or pronoun, no
    adverb in ـا and no particle. Foreign names look like any word.
    """
    words = draft.words
    position = at
    while position < len(words) and words[position].kind not in ("func", "punct", "number"):
        word = words[position]
        adverb = word.kind == "noun" and (word.pronoun or word.bare.endswith("ا"))
        if word.definite or word.conj or word.prep or word.nisba is not None or adverb:
            return -1
        position += 1
    inside = draft.sentence_of[position] == draft.sentence_of[at] if position < len(words) else False
    that = inside and words[position].kind == "func" and words[position].stem in draft.lexicon.groups["that"]
    return position - 1 if that and 2 <= position - at <= _LONGEST_UNKNOWN else -1


def named_before(draft: Draft, index: int) -> int:
    """"الخبير الروسي": the person who was named with this title before, "الخبير الروسي ديمتري كيم"; else -1."""
    phrase = draft.phrases[index]
    if phrase.number != "s" or phrase.actor is None or phrase.actor.kind not in ("person", "organ") or phrase.prep == "ك":
        return -1
    own = {bare_article(draft.words[at].fold) for at in range(phrase.first + 1, phrase.last + 1)}
    for back in range(index - 1, -1, -1):
        other = draft.phrases[back]
        if other.named_from < 0 or draft.words[other.head].stem != draft.words[phrase.head].stem:
            continue
        if own <= {bare_article(draft.words[at].fold) for at in range(other.first + 1, other.named_from)}:
            return back
    return -1
