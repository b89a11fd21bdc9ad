"""What stands behind a finite verb: the phrase right behind it, which may be its subject, and the object behind that."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.ofdeeds import says_how
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import each_of, set_against, so_called, some_of
from ahlaf.coding.words.word import STEPPED_OVER


def phrase_behind(draft: Draft, at: int, end: int) -> int:
    """The phrase without preposition right behind a verb, small words stepped over."""
    for position in range(at + 1, min(end, at + 4)):
        if position + 2 < end and draft.at[position + 2] >= 0 and some_of(draft, position + 2):
            return draft.at[position + 2]
        index = draft.at[position]
        if index >= 0:
            phrase = draft.phrases[index]
            return index if phrase.first == position and not phrase.prep and phrase.conj != "و" else -1
        word = draft.words[position]
        if word.kind == "number" or (word.kind == "punct" and word.bare in "«\"“(-'"):
            continue
        if word.kind == "func" and (not STEPPED_OVER.isdisjoint(word.function) or word.pronoun or each_of(draft, position, position + 1)):
            continue
        if says_how(draft, position):
            continue  # "هاجم بقوة | الوزير تركيا"
        return _called_so(draft, position, end)
    return -1


def _called_so(draft: Draft, what: int, end: int) -> int:
    """The name behind "what is called" at a token: "يضم ما بات يعرف ب|محور الشمال دولا"; else -1."""
    called = (draft.at[at] for at in range(what + 2, min(end, what + _NAMED_WITHIN)) if draft.at[at] >= 0)
    index = next(called, -1) if draft.words[what].stem == "ما" else -1
    return index if index >= 0 and so_called(draft, draft.phrases[index].first) == what else -1


_NAMED_WITHIN: Final = 7
"""So many tokens behind "what" stands the name, at most."""


def behind_pronoun(draft: Draft, at: int, end: int) -> int:
    """The phrase behind a verb that has its object in a pronoun, what prepositions lead to stepped over: "شكرها على ذلك | الوزير"."""
    position = at + 1
    while draft.words[at].pronoun and (behind := _behind_led(draft, position, end)) > position:
        position = behind
    index = draft.at[position] if at + 1 < position < end else -1
    if index < 0 or draft.phrases[index].first != position:
        return -1
    phrase = draft.phrases[index]
    return index if not phrase.prep and phrase.conj != "و" and phrase.kind != "nisba" else -1


def _behind_led(draft: Draft, at: int, end: int) -> int:
    """The token behind a preposition at ``at`` and what it leads to; ``at`` itself where none stands there, or its noun may govern on.

    Nothing is annexed to a pronoun, a name or a definite noun; "اتهمه بدعم | الأسد" goes on.
    """
    if at >= end or not (draft.words[at].prep or "prep" in draft.words[at].function):
        return at
    led = at if draft.words[at].prep or draft.words[at].pronoun else at + 1
    if led >= end or draft.words[led].masdar:
        return at
    index = draft.at[led]
    if index < 0:
        return led + 1 if draft.words[led].kind == "func" else at
    phrase = draft.phrases[index]
    return phrase.last + 1 if phrase.kind in ("name", "place", "person") or draft.words[phrase.first].definite else at


def object_of(draft: Draft, at: int, subject: int, end: int) -> int:
    """An attached pronoun, else the phrase without preposition behind the subject."""
    if draft.words[at].pronoun:
        return draft.pronoun_at.get(at, -1)
    after = _behind_aside(draft, subject, end) if subject >= 0 and draft.phrases[subject].first > at else at
    for position in range(after + 1, min(end, after + 5)):
        index = draft.at[position]
        if index >= 0:
            phrase = draft.phrases[index]
            if subject in (index, phrase.group) or position - 1 in draft.fixed or set_against(draft, phrase):
                continue  # "قوات بقيادة حفتر": he leads them, and is nobody's object
            if subject >= 0 and phrase.prep == "ل" and draft.phrases[subject].kind == "organ" and phrase.first == after + 1:
                continue  # "الكاتب العام للوزارة | وفدا"
            excepted = subject >= 0 and phrase.first == position and phrase.prep in draft.lexicon.groups["but"]
            return index if excepted or not phrase.prep else -1  # "لم يهاجم الجيش سوى | داعش"
        word = draft.words[position]
        if word.kind == "punct" or word.verb or "subordinator" in word.function:
            return -1
    return -1


def _behind_aside(draft: Draft, subject: int, end: int) -> int:
    """The last token of a subject, and of what commas set apart behind it that has no verb: "رفضت كندا، ومعها قطر، | الحرب"."""
    last = draft.phrases[subject].last
    opens = last + 1
    while opens < end and draft.at[opens] >= 0 and draft.lead(draft.at[opens]) == draft.lead(subject):
        last, opens = opens, opens + 1
    if opens + 1 >= end or draft.words[opens].bare not in "،," or draft.words[opens + 1].conj != "و":
        return last
    for position in range(opens + 1, min(opens + _ASIDE, end - 1)):
        word = draft.words[position]
        if word.kind == "punct":
            index = draft.at[position + 1]
            goes_on = index >= 0 and not draft.phrases[index].prep and not draft.words[position + 1].conj
            return position if word.bare in "،," and goes_on else last
        if draft.verb_at(position):
            return last
    return last


_ASIDE: Final = 8
"""So many tokens stand between the commas that set something apart, at most."""


def ungoverned(draft: Draft, phrase: Phrase) -> None:
    """Take "but" off the one that a verb is done to, for it is no preposition before him: "لم يهاجم الجيش سوى | داعش"."""
    if phrase.prep in draft.lexicon.groups["but"]:
        phrase.prep = ""
