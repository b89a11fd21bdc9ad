"""Who is told by what he is and then by his name: "التنظيم المعروف باسم | داعش", "الحركة المسماة | حماس", "الجماعة التي تعرف بطالبان".

The general word means whom the name behind it names: the two are one.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article


def settle(draft: Draft) -> None:
    """Give such a general word the actor that its name has, and whoever points back to it with it."""
    for index, phrase in enumerate(draft.phrases):
        if phrase.kind not in _GENERAL or phrase.pointing or (name := _named(draft, index)) < 0:
            continue
        phrase.actor, phrase.antecedent = draft.phrases[name].actor, name
        for other in draft.phrases:
            if other.antecedent == index and other is not draft.phrases[name]:
                other.actor = phrase.actor


_GENERAL: Final = frozenset(("nominal", "organ", "thing"))


def _named(draft: Draft, index: int) -> int:
    """The phrase that names whom a general word means, behind a word for being called so; else -1."""
    phrase, words = draft.phrases[index], draft.words
    at, end = phrase.last + 1, draft.stretches[phrase.sentence].end
    if at >= end or not phrase.definite:
        return -1
    if "relative" in words[at].function and at + 1 < end and words[at + 1].fold in draft.lexicon.groups["naming"]:
        at += 1
    elif bare_article(words[at].stem) not in draft.lexicon.groups["known-as"] or words[at].conj or words[at].prep:
        return -1
    at += 1
    while at < end and (words[at].bare in QUOTES or words[at].fold in _BY_NAME):
        at += 1
    name = draft.at[at] if at < end else -1
    there = draft.phrases[name]
    known = name >= 0 and there.first == at and there.kind == "name" and (not there.prep or there.prep in _BY_NAME)
    return name if known and there.actor is not None and there.actor.kind in _BODIES else -1


_BY_NAME: Final = frozenset(("باسم", "بلقب", "اختصارا", "ب"))
_BODIES: Final = frozenset(("armed-group", "party", "organisation", "alliance", "organ", "force"))
