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
    phrase, words, by_name = draft.phrases[index], draft.words, draft.lexicon.groups["by-name"]
    at, end = phrase.last + 1, draft.stretches[phrase.sentence].end
    if at >= end or not phrase.definite:
        return -1
    if words[at].bare == "(":
        return _in_brackets(draft, index, at)
    if "relative" in words[at].function and at + 1 < end and words[at + 1].fold in draft.lexicon.groups["naming"]:
        at += 1
    elif bare_article(words[at].stem) not in draft.lexicon.groups["known-as"] or words[at].conj or words[at].prep:
        return -1
    at += 1
    while at < end and (words[at].bare in QUOTES or words[at].fold in by_name):
        at += 1
    name = draft.at[at] if at < end else -1
    there = draft.phrases[name]
    known = name >= 0 and there.first == at and there.kind == "name" and (not there.prep or there.prep in by_name)
    return name if known and there.actor is not None and there.actor.kind in _BODIES else -1


def _in_brackets(draft: Draft, index: int, at: int) -> int:
    """The name that stands alone in the brackets that open at ``at``, of one of the kind that the general word means; else -1.

    "التنظيم (| داعش)"; the bracket behind "وزارة الداخلية" or behind a plural says something else.
    """
    phrase, words = draft.phrases[index], draft.words
    name = draft.at[at + 1] if at + 1 < len(words) else -1
    noun = words[phrase.head].generic
    if name < 0 or noun is None or noun.number != "s" or phrase.kind != "nominal":
        return -1
    there = draft.phrases[name]
    alone = there.first == at + 1 and there.last + 1 < len(words) and words[there.last + 1].bare == ")"
    kinds = draft.lexicon.groups["group-head"].get(bare_article(words[phrase.head].stem), noun.kind).split()
    known = there.actor.kind if there.kind == "name" and there.actor is not None else ""
    return name if alone and known in _BODIES and known in kinds else -1


_BODIES: Final = frozenset(("armed-group", "party", "organisation", "alliance", "organ", "force"))
