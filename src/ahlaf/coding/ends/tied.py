"""To whom a participle ties somebody who does something: "فصائل موالية ل|تركيا تهاجم القرية" tells of no deed of Turkey's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.actors.joinedover import annexed_both
from ahlaf.coding.clauses.relativesubjects import TIED_BY
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.kinds import THINGS
from ahlaf.coding.words.word import ADJECTIVE_KINDS
from ahlaf.lexicon.names import bare_article

_TIES: Final = frozenset(("AID", "SUPPORT", "COOPERATE", "ALLY", "MEMBER", "LEAD", "OPPOSE", "REJECT"))
_NAMED: Final = frozenset(("name", "person", "place"))
_DESCRIBED: Final = 4
"""So many tokens lead from whoever does something to whom a participle ties him, at most."""


def to_the_doer(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who only describes the subject of a verb or of a noun's light verb, and is no end of what it says: "فصائل موالية | لتركيا تهاجم"."""
    if called := _called_too(draft, trigger):
        return called
    subject = draft.subject_of.get(trigger.first, draft.subject_of.get(trigger.light, -1))
    if subject < 0:
        return set()
    doer = draft.phrases[subject]
    if doer.kind in THINGS or bare_article(draft.words[doer.first].stem) in draft.lexicon.groups["arms"]:
        return set()  # "قصفت طائرات تابعة | لكينيا القرية": whose they are does it
    apart = {p.phrase for p in stood if draft.lead(p.phrase) != draft.lead(subject)}
    tied = {index for index in apart if _describes(draft, doer, draft.phrases[index], trigger)}
    return {index for index in apart if draft.lead(index) in tied or index in tied}


def _called_too(draft: Draft, trigger: Trigger) -> set[int]:
    """The nouns that say whose foe and whose ally somebody is, neither of whom is another: "باسيل خصم جعجع | وحليف حزب الله"."""
    index = draft.at[trigger.first]
    if index < 2 or draft.phrases[index].first != trigger.first or draft.phrases[index].group != draft.phrases[index - 2].group:
        return set()
    return {index, index - 2} if annexed_both(draft, index) else set()


def _describes(draft: Draft, doer: Phrase, other: Phrase, trigger: Trigger) -> bool:
    """Whether a participle stands right behind somebody, or ends his phrase, and leads to another with its preposition."""
    between = range(doer.last + 1 if doer.kind == "name" else max(doer.first + 1, doer.last), other.first)
    if any(other.prep in s.source + s.target for s in trigger.senses):
        return False  # "تحدث الفريق العامل مع | الشركة"
    if not 0 < len(between) <= _DESCRIBED or other.prep not in TIED_BY or trigger.first in between or other.last == doer.last:
        return False
    first = between[0] if _ties(draft, between[0]) else between[0] + 1
    if first not in between or not _ties(draft, first):
        return False
    known = draft.words[doer.first].definite or doer.kind in _NAMED
    woman = draft.words[first].fold.endswith("ه")
    if draft.words[first].definite != known or (doer.number == "s" and doer.gender in "mf" and woman != (doer.gender == "f")):
        return False  # "سلمته الشرطة مكبلا | لكينيا" says how, and "منحت كينيا الساحل | للصومال" what
    words = (draft.words[at] for at in range(first + 1, other.first))  # "المدعومة عسكريا من"
    return all(not word.conj and (word.kind == "func" or word.bare.endswith("ا")) for word in words)


def _ties(draft: Draft, at: int) -> bool:
    """Whether a word is a participle or adjective that says how two stand to one another."""
    senses = (s for e in draft.words[at].entries if e.kind in ADJECTIVE_KINDS for s in e.lexeme.senses)
    return not draft.words[at].masdar and any(s.relation in _TIES for s in senses)
