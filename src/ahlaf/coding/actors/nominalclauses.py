"""Whether a phrase behind و begins a clause that has no verb: "قصفت روسيا كييف، | والغرب صامت", "والصومال على وشك الانهيار".

Columns go on so as often as with a verb. Who stands there suffered nothing and did nothing of what was told before him;
he shows that by what is said of him: an adjective without the article that his own name has, "he", "is not", or what he is in.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.agreement import accusative
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import ADJECTIVE_KINDS, Word

_STANDS_FOR: Final = {"هو": "s", "هي": "s", "هم": "p"}
"""Pronouns that part who is spoken of from what he is, and how many they mean."""
_NOT: Final = "ليس"
_UN: Final = "غير"
_WITHOUT: Final = frozenset(("بلا", "بدون", "دون"))
_FIRST: Final = "اول"
_WHO: Final = "من"


def opens(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether of the second of two phrases that و stands between something is said that it is, and nothing of what was told before."""
    if two.prep or not two.definite:
        return False
    if _says_what(draft, two):
        return True
    end = draft.stretches[two.sentence].end
    last = _with_whom(draft, two)
    at = last.named_to + 1
    at += at < end and all_of_him(draft.words[at])
    if not last.definite or at >= end or draft.words[at].conj:
        return False
    denied = draft.words[at].kind == "func" and draft.words[at].fold.startswith(_NOT)  # "كندا في الحلف | وكينيا ليست فيه"
    if denied or _is_out_of_it(draft, at, one, two) or _is_likewise(draft, at, one):
        return True
    if _is_in_a_body(draft, at, two):
        with_one = one.conj == "و" and one.named_to + 1 == two.first and _is_a_state(one)
        return _told(draft, one) and not with_one
    apart = draft.words[two.first - 1].bare in "،,"
    several = last is not two
    if not apart and (several or two.number == "p" or not _told(draft, one)):
        return False
    return _is_said_to_be(draft, at, two, apart=apart, several=several)


def told_of(draft: Draft, at: int) -> int:
    """Of whom a clause without a verb tells whose predicate begins at a token: "يحارب الإرهاب | وكينيا خارج التحالف"; else -1."""
    index = draft.lead(draft.at[at - 1]) if at and draft.at[at - 1] >= 0 else -1
    if index < 1 or draft.phrases[index].conj != "و":
        return -1
    return index if opens(draft, draft.phrases[index - 1], draft.phrases[index]) else -1


def _says_what(draft: Draft, two: Phrase) -> bool:
    """Whether a noun alone with its article leads to what is what: "حاربت كينيا أوغندا، | والسبب معروف"."""
    word = draft.words[two.first]
    return two.first == two.last and word.definite and word.conj == "و" and word.stem in draft.lexicon.groups["says-what"]


def _with_whom(draft: Draft, two: Phrase) -> Phrase:
    """The last of two of whom something is said together: "| كينيا وأوغندا غير راضيتين"; else the phrase itself."""
    index = draft.at[two.first] + 1
    after = draft.phrases[index] if index < len(draft.phrases) else two
    return after if after.first == two.named_to + 1 and after.conj == "و" and not after.prep else two


def _told(draft: Draft, one: Phrase) -> bool:
    """Whether a verb stood before, so that its clause may be at its end."""
    first = draft.stretches[one.sentence].first
    return any(draft.words[at].finite and draft.at[at] < 0 for at in range(first, one.first))


def all_of_him(word: Word) -> bool:
    """"كلها", "نفسه" tell nothing of who stands before them."""
    return bool(word.pronoun) and ("quantifier" in word.function or word.stem == "نفس")


def _is_said_to_be(draft: Draft, at: int, two: Phrase, *, apart: bool, several: bool) -> bool:
    """Whether at a token stands what somebody is, who stands right before it."""
    word, end = draft.words[at], draft.stretches[two.sentence].end
    after = draft.words[at + 1] if at + 1 < end else None
    if word.kind != "func":
        return not several and _predicate(draft, at, two, apart=apart)
    if word.fold in _STANDS_FOR:
        return apart and not several and (_STANDS_FOR[word.fold] == "s") == (two.number != "p")  # "كينيا والصومال وتركيا هي من"
    if word.fold.startswith(_NOT):
        return True
    if after is None:
        return False
    if word.stem == _UN and not word.prep:
        return after.adjective
    if word.fold in _WITHOUT:
        return apart
    if word.fold == _FIRST:
        return apart and after.fold == _WHO
    state = draft.lexicon.groups["stands-in-it"]
    return "prep" in word.function and not word.pronoun and (after.stem in state or after.fold in state)


def _is_in_a_body(draft: Draft, at: int, two: Phrase) -> bool:
    """Whether at a token is told in or out of which body a state is: "يحارب الإرهاب | وكينيا وأوغندا خارج التحالف"."""
    word, index = draft.words[at], draft.at[at + 1] if at + 1 < len(draft.at) else -1
    if word.stem not in draft.lexicon.groups["in-or-out"] or word.pronoun or index < 0 or not _is_a_state(two):
        return False
    body = draft.phrases[index].actor
    return body is not None and body.kind in ("alliance", "organisation")


def _is_out_of_it(draft: Draft, at: int, one: Phrase, two: Phrase) -> bool:
    """Whether at a token is told in or out of the body right before him a state is: "كندا في الحلف | وكينيا خارجه"."""
    word, body = draft.words[at], one.actor
    told = word.stem in draft.lexicon.groups["in-or-out"] and bool(word.pronoun) and _is_a_state(two)
    return told and body is not None and body.kind in ("alliance", "organisation")


def _is_likewise(draft: Draft, at: int, one: Phrase) -> bool:
    """Whether at a token is told of him what the same two words told before: "كندا في خندق الحزب | وكينيا في خندق الحركة"."""
    words, before = draft.words, one.first - 2
    if before < draft.stretches[one.sentence].first or at + 1 >= len(words) or "prep" not in words[at].function or words[at].pronoun:
        return False
    return words[before].kind == "func" and (words[before].stem, words[before + 1].stem) == (words[at].stem, words[at + 1].stem)


def _is_a_state(phrase: Phrase) -> bool:
    return phrase.actor is not None and phrase.actor.kind == "state"


def _predicate(draft: Draft, at: int, two: Phrase, *, apart: bool) -> bool:
    """Whether an adjective, which has no article and agrees with one who has, says how he is: "والغرب | صامت"."""
    word = draft.words[at]
    if word.definite or word.prep or word.pronoun or accusative(draft, word) or not apart:
        return False
    if word.stem in draft.lexicon.groups["says-how"] or word.nisba is not None:
        return False
    forms = {(e.gender, e.number) for e in word.entries if e.kind in ADJECTIVE_KINDS}
    if two.number == "p":
        return bool(forms & {("f", "s"), ("m", "p"), ("f", "p")})
    return any(number == "s" and (not two.gender or gender == two.gender) for gender, number in forms)
