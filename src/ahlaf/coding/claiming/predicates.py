"""Who is said to be somebody's friend or foe by a clause without a deed: "الحوثيون | عملاء كينيا", "وهم | أتباع كندا".

"ليس الحوثيون إلا | أدوات كندا" says so as well.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors.nominalclauses import all_of_him
from ahlaf.coding.claiming import superlatives
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import COMMUNITIES, FACTIONS, SOMEBODY
from ahlaf.coding.words.pronouns import THEMSELVES


def who_is(draft: Draft, first: int, last: int, *, many: bool) -> int:
    """Who is said to be what the words from ``first`` to ``last`` say, which stand for several people or for one; -1 for nobody."""
    words, start = draft.words, draft.stretches[draft.sentence_of[first]].first
    at = first - 1
    if at < start or words[first].prep or words[first].conj:
        return -1
    but = words[at].fold in draft.lexicon.groups["but"]
    if but:
        at -= 1
    if at < start:
        return -1
    if words[at].kind == "func" and words[at].stem in THEMSELVES:
        return _fitting(draft, _meant(draft, at), many)
    apposed = words[at].bare == "،" and not but
    who = draft.at[at - apposed] if at - apposed >= start else -1
    if who < 0 or draft.phrases[who].named_to != at - apposed or draft.phrases[who].pointing:
        return -1
    told = _is_set_apart(draft, draft.phrases[who], last) if apposed else _is_denied(draft, who) if but else _is_told(draft, who)
    return _fitting(draft, who, many) if told else -1


def topic(draft: Draft, at: int) -> int:
    """Of whom a clause tells that has no verb and whose predicate begins at a token: "كندا | مع الحزب", "أما كندا | فضده"; else -1."""
    words, start, last = draft.words, draft.stretches[draft.sentence_of[at]].first, at - 1
    if last > start and all_of_him(words[last]):
        last -= 1
    alone = last >= start and words[last].kind == "func" and not words[last].prep  # "هي", and no "حربنا | مع كندا"
    who = -1 if last < start else draft.pronoun_at.get(last, -1) if alone else draft.at[last]
    if who < 0:
        return -1
    phrase = draft.phrases[who]
    answers = words[at].conj == "ف" and phrase.first > start and words[phrase.first - 1].stem == _AS_FOR
    if (words[at].conj and not answers) or phrase.named_to != last or who in draft.subject_of.values():
        return -1
    who = draft.lead(who)
    return who if answers or (superlatives.opens(draft, who) and not _only_goes_on(draft, draft.phrases[who].first, at)) else -1


def _only_goes_on(draft: Draft, first: int, at: int) -> bool:
    """Whether و before somebody may join him to what stood before, since no clause of the kind is there: "النفط | والغاز مع كندا"."""
    words, start = draft.words, draft.stretches[draft.sentence_of[at]].first
    alike = {words[at].stem, *draft.lexicon.groups["against"]}
    joined = first > start and words[first].conj == "و" and words[first - 1].kind != "punct"
    return joined and not any(word.kind == "func" and word.stem in alike for word in words[start:first])


_AS_FOR: Final = "اما"


def _meant(draft: Draft, at: int) -> int:
    """Whom "he is" means: who stands right before it, or with و whom it points back to: "، وهم | عملاء كينيا"."""
    index, before = draft.at[at], draft.at[at - 1] if at else -1
    if not draft.words[at].conj and before >= 0 and draft.phrases[before].named_to == at - 1:
        return before
    pronoun = draft.pronoun_at.get(at, index)
    return draft.phrases[pronoun].antecedent if pronoun >= 0 and draft.phrases[pronoun].pointing else -1


def _is_told(draft: Draft, who: int) -> bool:
    """Whether what stands right behind somebody is told of him: he opens his clause, or a verb of being leads to him."""
    verb = next((k for k, subject in draft.subject_of.items() if subject == who), -1)
    return superlatives.tells_what(draft, verb) if verb >= 0 else superlatives.opens(draft, who)


def _is_denied(draft: Draft, who: int) -> bool:
    """Whether "is not" stands before somebody, so that "but" leads to what he is: "ليس | الحوثيون إلا أدوات كينيا"."""
    phrase = draft.phrases[who]
    before = draft.word_before(phrase.first)
    return before is not None and not phrase.prep and ("negation-particle" in before.function or before.stem in ("ليس", "ليست"))


def _is_set_apart(draft: Draft, phrase: Phrase, last: int) -> bool:
    """Whether what stands behind a comma tells who somebody is, and goes on no list: "الحوثيون، عملاء كينيا، يهاجمون"."""
    words = draft.words
    if last + 2 >= len(words) or words[last + 1].bare != "،" or phrase.kind not in SOMEBODY:
        return False
    return not (words[last + 2].conj or words[last + 2].kind == "punct") and phrase.group in (-1, draft.at[phrase.first])


def _fitting(draft: Draft, index: int, many: bool) -> int:
    """A phrase, where it names one or several as what is said of it does; else -1."""
    who = superlatives.named(draft, index)
    if who < 0:
        return -1
    phrase = draft.phrases[who]
    several = phrase.number in ("p", "d") or who in draft.group_size or (phrase.actor is not None and phrase.actor.kind in _OF_MEMBERS)
    return who if several or not many else -1


_OF_MEMBERS: Final = FACTIONS | COMMUNITIES
