"""Who has no part in what goes on behind "and": in the second of two deeds asked for, in what stood before a clause without a verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.actors import nominalclauses
from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.deeds import is_deed, one_clause, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger

_LED: Final = frozenset(("عن", "مع", "علي", "ضد", "من", "الي", "في"))
"""What leads to whom a deed concerns, and who does not do it."""


def behind_and(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who has no part in what was told before the clause that he begins: "قصفت الطائرات القرية | والمدينة في حالة ذهول"."""
    found = set()
    for place in stood:
        phrase = draft.phrases[place.phrase]
        later = phrase.first > trigger.last and phrase.sentence == trigger.sentence and place.phrase > 0
        if later and phrase.conj == "و" and draft.lead(place.phrase) == place.phrase:
            before = draft.phrases[place.phrase - 1]
            found |= {place.phrase} if nominalclauses.opens(draft, before, phrase) else set()
    return found


def of_the_first_deed(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom the deed before concerns, who does not do the second: "دعت إلى وقف التنسيق مع | الاحتلال والإفراج عن المعتقلين"."""
    words, first = draft.words, trigger.first
    if words[first].conj != "و" or words[first].prep or words[first].pronoun or not is_deed(draft, trigger) or not words[first].masdar:
        return set()
    start = draft.stretches[trigger.sentence].first
    one = next((k for k in range(first - 1, start - 1, -1) if words[k].masdar and _led(draft, k)), -1)
    if one < 0 or not one_clause(draft, one, first) or any(words[k].kind == "punct" for k in range(one, first)):
        return set()
    asked, among = _asked(draft, one, start), [p.phrase for p in stood]
    if asked:
        return {i for i in among if draft.phrases[i].first < first and not any(same(draft, i, other) for other in asked)}
    return {i for i in among if one < draft.phrases[i].first < first and draft.phrases[draft.lead(i)].prep in _LED}


def _asked(draft: Draft, deed: int, start: int) -> set[int]:
    """Who asks for a deed and of whom, which of the two he be: "دعت | السلطة إلى وقف التنسيق"; none where nobody does."""
    verb = governor(draft, deed, start)
    if verb < 0 or not one_clause(draft, verb, deed):
        return set()
    senses = draft.words[verb].verb_senses
    if not senses or any(s.relation != "REQUEST" for s in senses):
        return set()
    return {draft.subject_of.get(verb, -1), draft.object_of.get(verb, -1)} - {-1}


def _led(draft: Draft, at: int) -> bool:
    """Whether "to" or "for" leads to a deed: "دعت إلى | وقف", "تعهد ب | وقف"."""
    before = draft.word_before(at)
    return draft.words[at].prep in ("ب", "ل") or (before is not None and before.fold in ("الي", "علي") and not before.pronoun)
