"""Of whom a general noun only says what he is: "الحزب | حركة ضعيفة تدعمها كندا", "إنه | تنظيم عابر للقارات".

The movement is the party, and whatever the text goes on to tell of it, or of "the organisation" later on, it tells of him.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import SOMEBODY, SOMEBODY_OR_NOUN
from ahlaf.coding.words.pronouns import THEMSELVES
from ahlaf.coding.words.word import Word
from ahlaf.model import Actor

_MEN: Final = frozenset(("person", "social-group", "people"))
"""Kinds of general nouns, and of actors, that are men and no bodies."""


def whom(draft: Draft, index: int) -> int:
    """The phrase of whom the general noun of another says what he is; -1 where it is somebody of its own."""
    phrase = draft.phrases[index]
    generic, at = draft.words[phrase.head].generic, phrase.first - 1
    first = draft.words[phrase.first]
    if generic is None or generic.number != "s" or phrase.head != phrase.first or at < draft.stretches[phrase.sentence].first:
        return -1
    turned = _turned(draft, at) if phrase.prep in _FROM_OR_INTO else -1
    if (phrase.prep and turned < 0) or first.conj or first.prep or first.pronoun:
        return -1
    if any(entry.kind in _RATHER_HOW for entry in first.entries):
        return -1  # "بأنها فاعلة", "أنه طالب بالتحقيق"
    who = turned if turned >= 0 else _he(draft, at) if first.definite else _told_of(draft, at)
    actor = draft.phrases[who].actor if who >= 0 else None
    return who if actor is not None and _may_be(actor, generic.kind, pointed=draft.at[at] < 0 and at in draft.pronoun_at) else -1


_FROM_OR_INTO: Final = frozenset(("من", "الي"))


def _turned(draft: Draft, at: int) -> int:
    """Who turns from one thing into another, what leads to which is at a token: "تحول الحزب | من حليف لكندا | إلى عدو لها"; else -1."""
    words, start = draft.words, draft.stretches[draft.sentence_of[at]].first
    for verb in range(at - 1, max(start, at - _TO_TURN) - 1, -1):
        if words[verb].kind == "punct":
            return -1
        if words[verb].finite and draft.at[verb] < 0:
            behind, before = draft.at[verb + 1], draft.at[verb - 1] if verb > start else -1
            who = behind if behind >= 0 and draft.phrases[behind].first == verb + 1 else before
            alone = who >= 0 and draft.phrases[who].kind in SOMEBODY_OR_NOUN and not draft.phrases[who].prep
            return who if alone and words[verb].of_verb(draft.lexicon.groups["turns-into"]) else -1
    return -1


_TO_TURN: Final = 9
"""So many tokens stand between a verb of turning and what somebody turns into, at most."""


_RATHER_HOW: Final = frozenset(("active", "passive", "perfect"))
"""Kinds of words that are written like a general noun and may tell how somebody is, or what he did."""


def _may_be(actor: Actor, kind: str, *, pointed: bool) -> bool:
    """Whether somebody may be what a general noun of a kind means: a man no body, and a body no man.

    A pronoun that only points to him may as well mean another, where one of the two is a state and the other can be none.
    """
    if (actor.kind in _MEN) != (kind in _MEN):
        return False
    return not pointed or ("state" not in (actor.kind, kind)) or (actor.kind == "state" and kind in _STATES)


_STATES: Final = frozenset(("state", "alliance", "organisation", "force"))
"""Kinds of general nouns that a state may be: "دولة", "محور", "حليف", "قوة"."""


def _he(draft: Draft, at: int) -> int:
    """Who stands before a pronoun that parts him from what he is: "كندا | هي الدولة التي"; else -1."""
    word, before = draft.words[at], draft.at[at - 1] if at else -1
    parts = word.kind == "func" and word.stem in THEMSELVES and not (word.conj or word.prep)
    return before if parts and _is_topic(draft, before, at - 1) else -1


def _told_of(draft: Draft, at: int) -> int:
    """Of whom it is told what he is by a noun without article, the token before which is ``at``; else -1."""
    word = draft.words[at]
    if (who := _he(draft, at)) >= 0:
        return who
    pronoun = draft.pronoun_at.get(at, -1)
    anything = at > 0 and draft.words[at - 1].stem == _WHATEVER
    if pronoun >= 0 and not anything and _leads_to_what_he_is(draft, word):
        return draft.phrases[pronoun].antecedent
    if _tells_what(draft, word) and draft.at[at] < 0 and not word.conj:
        return draft.at[at - 1] if at and _is_topic(draft, draft.at[at - 1], at - 1) else -1
    return draft.at[at] if _is_topic(draft, draft.at[at], at) else -1


def _leads_to_what_he_is(draft: Draft, word: Word) -> bool:
    """Whether a pronoun stands alone, or on a particle that a clause without a verb begins with, or on "as": "أنه", "بوصفها"."""
    groups = draft.lexicon.groups
    if word.kind == "func":
        particle = word.stem in groups["topic-particle"] or word.stem in groups["that"] or word.fold in groups["that"]
        return word.stem in THEMSELVES or particle
    return word.stem in groups["as-being"]


def _tells_what(draft: Draft, word: Word) -> bool:
    """Whether a word is a verb of being, or says that somebody is not so."""
    return word.stem in draft.lexicon.groups["is-not"] or (word.finite and word.of_verb(draft.lexicon.groups["being"]))


def _is_topic(draft: Draft, index: int, last: int) -> bool:
    """Whether one who is named alone up to a token opens his clause, or a verb of being or "that" leads to him."""
    if index < 0:
        return False
    phrase, words = draft.phrases[index], draft.words
    told = phrase.kind in SOMEBODY or (phrase.kind == "nominal" and phrase.definite)
    if not told or phrase.prep or phrase.named_to != last or index in draft.group_size or draft.lead(index) != index:
        return False
    if phrase.first == draft.stretches[phrase.sentence].first:
        return True
    before = words[phrase.first - 1]
    if words[phrase.first].conj or before.bare in _APART:
        return not _goes_on_with_a_verb(draft, phrase)
    return _tells_what(draft, before) or before.stem in draft.lexicon.groups["that"] or before.bare in _INDEED


def _goes_on_with_a_verb(draft: Draft, phrase: Phrase) -> bool:
    """Whether a verb stands before somebody in his clause, so that he may be one of those who do or suffer it."""
    for at in range(phrase.first - 1, draft.stretches[phrase.sentence].first - 1, -1):
        word = draft.words[at]
        if word.kind == "punct" and at < phrase.first - 1:
            return False
        if draft.at[at] < 0 and word.finite and not word.nominal:
            return True
    return False


_WHATEVER: Final = "ما"
_APART: Final = frozenset("،,؛;:.…-–—")
_INDEED: Final = frozenset(("إن", "ان", "فإن", "وإن", "لكن", "ولكن", "أن"))
