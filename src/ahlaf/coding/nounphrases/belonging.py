"""Whose a thing is: "طائرة تابعة للحزب", "المباني التابعة للجيش". It is nobody's member."""

from __future__ import annotations

from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article


def thing_of(draft: Draft, at: int) -> bool:
    """Whether a participle at a token says whose the thing is that it describes, adjectives stepped over."""
    words, noun = draft.words, at - 1
    if noun < 0 or bare_article(words[at].stem) not in draft.lexicon.groups["belonging"]:
        return False
    index = draft.at[noun]
    if index >= 0:
        phrase = draft.phrases[index]
        head = words[phrase.head]
        return phrase.kind == "thing" or bare_article(head.stem) in draft.lexicon.groups["arms"]
    while noun > 0 and is_adjective(words[noun]) and draft.sentence_of[noun - 1] == draft.sentence_of[at]:
        noun -= 1
    word = words[noun]
    return word.kind == "noun" and word.generic is None and all(e.kind == "noun" and not e.lexeme.senses for e in word.entries)
