"""Who is harmed by a deed that somebody refuses, helps or condemns, and so is no end of his stance: "رفض تهجير | الفلسطينيين"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.deeds import is_against, is_deed, one_clause, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.nounphrases.places import city
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.kinds import HARM
from ahlaf.coding.words.word import FINITE
from ahlaf.lexicon.entries import Sense
from ahlaf.text.views import fold

GROUND: Final = frozenset(("state", "city", "region", "province", "camp", "base"))
_STANCES: Final = frozenset(("REJECT", "SUPPORT", "AID"))
_TAKEN: Final = _STANCES | {"OPPOSE", "ACCUSE"}
_WORDS: Final = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN"))
"""What a deed of harm may also be in words alone: "مهاجمة إيران"."""


def harmed(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who is not whom a stance is aimed at, but whom the deed strikes that stands behind it: "رفض تهجير | الفلسطينيين"."""
    if sense.relation not in _TAKEN:
        return set()
    return {p.phrase for p in stood if _is_harmed(draft, trigger, sense, p.phrase)}


def _is_harmed(draft: Draft, trigger: Trigger, sense: Sense, index: int) -> bool:
    phrase = draft.phrases[index]
    if sense.relation == "REJECT" and _is_spared(draft, trigger, index):
        return True
    if phrase.first > trigger.last and _is_struck(draft, trigger, index):
        return True
    taken = phrase.kind != "nisba" and phrase.first > trigger.last  # "رفض العدوان الإسرائيلي" is against who does it
    stance = sense.relation in _STANCES or (sense.relation == "OPPOSE" and trigger.form == "idiom" and is_against(draft, trigger.last))
    on_harm = stance or (sense.relation == "ACCUSE" and _a_town(draft, phrase))  # "أدان تفجيرات | باريس"
    return taken and on_harm and _suffers(draft, trigger, index, helped=sense.relation == "AID")


def _is_struck(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether the preposition of a deed of harm on which a stance is leads to somebody: "أيدت كندا الحرب على | الحزب"."""
    phrase = draft.phrases[index]
    if phrase.prep not in _ON_WHOM:
        return False
    for other in map(draft.triggers.__getitem__, range(trigger.index + 1, len(draft.triggers))):
        if other.first >= phrase.first or other.sentence != trigger.sentence:
            return False
        strikes = any(s.relation in HARM and any(fold(slot) == phrase.prep for slot in s.target) for s in other.senses)
        beyond = other.first > trigger.last and one_clause(draft, trigger.last, other.first) and one_clause(draft, other.last, phrase.first)
        if strikes and beyond and is_deed(draft, other):
            return True
    return False


_ON_WHOM: Final = frozenset(("علي", "ضد", "بحق"))


def is_ground(phrase: Phrase) -> bool:
    """Whether a phrase is a state or a place."""
    return phrase.actor is not None and phrase.actor.kind in GROUND


def _a_town(draft: Draft, phrase: Phrase) -> bool:
    actor = phrase.actor
    return actor is not None and ((is_ground(phrase) and actor.kind != "state") or city(draft, phrase) is not None)


def _suffers(draft: Draft, trigger: Trigger, index: int, *, helped: bool) -> bool:
    """Whether a stance is on a deed of harm that stands between it and a phrase, in the same clause, and the phrase is not who does it."""
    at = draft.phrases[index].first
    for other in map(draft.triggers.__getitem__, range(trigger.index + 1, len(draft.triggers))):
        if other.first >= at or other.sentence != trigger.sentence:
            return False
        if one_clause(draft, trigger.last, other.first) and is_deed(draft, other) and _harms(other):
            if helped and not all("obj" in s.target for s in other.senses):
                return False  # "وفر الغطاء لعنف المستوطنين"
            behind = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
            does = at == other.last + 1 and behind is not None and behind.prep in ("ل", "علي") and behind.sentence == trigger.sentence
            return not does and one_clause(draft, other.last, at)
    return False


def _is_spared(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether a pronoun on the deed of harm that is refused means whom it would strike: "ندعم الشعب | ونرفض تهجيره".

    Not where it has whom it strikes behind it, and so means who does it: "ترفض قصفها للمدن".
    """
    at = trigger.last + 1
    other = draft.triggers[trigger.index + 1] if trigger.index + 1 < len(draft.triggers) else trigger
    pronoun = draft.pronoun_at.get(other.last, -1)
    if other.first != at or pronoun < 0 or not (is_deed(draft, other) and _harms(other)) or not same(draft, index, pronoun):
        return False
    behind = draft.at[other.last + 1] if other.last + 1 < len(draft.words) else -1
    if behind < 0 and other.last + 2 < len(draft.words) and draft.words[other.last + 1].kind == "func":
        behind = draft.at[other.last + 2]
    return behind < 0 or draft.phrases[behind].prep not in ("ل", "علي", "")


def _harms(trigger: Trigger) -> bool:
    relations = {s.relation for s in trigger.senses}
    return not relations.isdisjoint(HARM) and relations <= HARM | _WORDS


def on_victims(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whom a deed strikes on which an expression ends or which a verb leads to, and whom it does no favour.

    "صمتهم عن مذبحة | غزة", "تقف خلف الانقلاب على | مرسي".
    """
    deed = _deed_of(draft, trigger) if sense.relation == "SUPPORT" else -1
    found: set[int] = set()
    if deed < 0:
        return found
    for place in stood:
        phrase = draft.phrases[place.phrase]
        kind = phrase.actor.kind if phrase.actor is not None else ""
        behind = 0 < phrase.first - deed <= _BESIDE
        if behind and (phrase.prep in ("علي", "ضد", "بحق") or (not phrase.prep and kind in _VICTIMS)):
            found.add(place.phrase)
    return found


def _deed_of(draft: Draft, trigger: Trigger) -> int:
    """The word for a deed on which an expression ends, or behind the preposition of a verb: "صمتت عن | مذبحة"; else -1."""
    words, at = draft.words, trigger.last
    if trigger.form != "idiom":
        near = range(at + 1, min(at + _TO_DEED, draft.stretches[trigger.sentence].end - 1))
        at = next((k for k in near if words[k].stem in ("عن", "علي")), -2) + 1
    if at < 0 or at == trigger.first:
        return -1
    return at if any(s.relation == "ASSAULT" for e in words[at].entries if e.kind not in FINITE for s in e.lexeme.senses) else -1


_TO_DEED: Final = 5
_BESIDE: Final = 2
_VICTIMS: Final = frozenset(("city", "region", "province", "camp", "people", "social-group"))
"""Kinds of those whose massacres are done to them: "مذبحة غزة", but "مجازر الأسد"."""
