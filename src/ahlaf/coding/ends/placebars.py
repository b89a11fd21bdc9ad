"""Who has no part in what a word tells by where he stands: in a clause on another, or behind "like"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.frames import Place
from ahlaf.coding.nounphrases.listed import likens
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.lexicon.names import bare_article


def aside(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who belongs to a relative clause, and the trigger does not: "هددت إيران، التي تدعم | الحوثيين، بإغلاق المضيق".

    A trigger behind the clause is outside where its subject is whom the clause describes: "ميليشيا تمولها | إيران هاجمت القاعدة".
    """
    return {p.phrase for p in stood if _aside(draft, trigger, p.phrase)}


def _aside(draft: Draft, trigger: Trigger, index: int) -> bool:
    clause = draft.within.get(index)
    if clause is None:
        return False
    if trigger.last < clause.first:
        return True
    subject = draft.subject_of.get(trigger.first, -1)
    later = draft.phrases[index].last < trigger.first and not draft.words[trigger.first].conj
    return later and subject >= 0 and draft.lead(subject) == clause.head


def on_whose_land(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """On whose land two fight each other, who has no part in it: "تتصارع كندا وكينيا على أرض | فنلندا", "حرب بين … على أرض | فنلندا"."""
    subject = draft.subject_of.get(trigger.first, -1)
    together = any("مع" in s.target for s in trigger.senses)
    several = subject >= 0 and (draft.phrases[subject].number in ("d", "p") or draft.lead(subject) in draft.group_size)
    between = any(draft.words[at].stem == "بين" for at in range(trigger.last + 1, min(trigger.last + _TO_BETWEEN, len(draft.words))))
    if not (between or (together and several)):
        return set()
    return {p.phrase for p in stood if _is_on_land(draft, draft.phrases[p.phrase].first)}


def _is_on_land(draft: Draft, first: int) -> bool:
    """Whether the words before somebody lead to his land: "على أرض | فنلندا", "فوق أراضي | فنلندا", "على | الأراضي الفنلندية"."""
    words = draft.words
    lands = [at for at in (first, first - 1) if at >= 1 and bare_article(words[at].stem) in draft.lexicon.groups["land-of"]]
    return any("prep" in words[at - 1].function and not words[at - 1].pronoun for at in lands)


_TO_BETWEEN: Final = 4
"""So many tokens behind a deed stands "between", at most."""


def told_when(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Of whom only is told when something is done: "أبعدته الحكومة إبان انطلاق | الثورة", "بعد أن هاجمت كندا | كينيا"."""
    return {p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last and _tells_when(draft, trigger, p.phrase)}


def _tells_when(draft: Draft, trigger: Trigger, index: int) -> bool:
    """Whether a noun behind "after", "during" is annexed to somebody, or a clause behind it tells of him."""
    first, words, groups = draft.phrases[draft.lead(index)].first, draft.words, draft.lexicon.groups
    for at in range(first - 1, trigger.last, -1):
        word = words[at]
        if word.kind == "punct":
            return False
        if word.stem in groups["time-prep"] and not (word.pronoun or word.definite):
            clause = at + 2 < first and words[at + 1].stem in groups["that"] and words[at + 2].finite
            return clause or (first - at > 1 and _annexed(draft, at + 1, first))
    return False


def _annexed(draft: Draft, at: int, first: int) -> bool:
    """Whether a deed's noun at a token is annexed to who begins at another, other nouns between: no "بعد ساعات | القرية"."""
    if draft.at[first] < 0 or draft.phrases[draft.at[first]].prep or not (draft.words[at].masdar or draft.words[at].senses):
        return False
    return all(w.nominal and w.kind == "noun" and not (w.definite or w.pronoun or w.conj or w.prep) for w in draft.words[at:first])


def likened(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """What somebody is like to whom it is done, and who has no part in it: "عامل الأسير | كالعدو"."""
    behind = (p.phrase for p in stood if draft.phrases[draft.lead(p.phrase)].first > trigger.first)
    return {i for i in behind if draft.phrases[draft.lead(i)].prep == "ك" and draft.phrases[i].listed < 0}


def another_like_him(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is only like whom a verb tells of: "تدعم كندا الحزب مثل | كينيا", "كندا، على غرار | كينيا، تدعم الحزب".

    Of nobody else he is told himself: "لم يدعم أحد الحزب مثل | كندا".
    """
    start = draft.stretches[trigger.sentence].first
    found = set()
    for place in stood:
        first = _first(draft, place.phrase)
        if first <= start or draft.phrases[place.phrase].listed >= 0 or not likens(draft, first - 1):
            continue
        described = draft.within.get(place.phrase)
        inside = first <= trigger.first <= draft.phrases[place.phrase].last or described is not None
        clause = draft.phrases[place.phrase].named_to + 1
        inside = inside or (first < trigger.first and clause < len(draft.words) and "relative" in draft.words[clause].function)
        denied = any(kind == "negation" for at in range(start, first) for _, kind, _, _ in draft.cues.get(at, ()))
        if not inside and not denied:
            found.add(place.phrase)
    return found


def _first(draft: Draft, index: int) -> int:
    """Where the first of those begins who stand together with somebody."""
    return draft.phrases[draft.lead(index)].first
