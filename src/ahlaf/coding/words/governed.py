"""The preposition that governs a phrase, and the conjunction before it; what sets a phrase aside from what is said before."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import BEFORE_NOUN, Word
from ahlaf.lexicon.names import bare_article
from ahlaf.lexicon.tables import COMPOUND_PREPOSITIONS
from ahlaf.text.views import fold

_COMPOUND: Final = frozenset(fold(p) for p in COMPOUND_PREPOSITIONS)
_WHAT: Final = MappingProxyType({"ما": "", "بما": "ب", "لما": "ل", "مما": "من", "عما": "عن", "كما": "ك"})


def note(draft: Draft) -> None:
    """Fill sentence, governing preposition and conjunction of each phrase."""
    for phrase in draft.phrases:
        word = draft.words[phrase.first]
        phrase.sentence = draft.sentence_of[phrase.first]
        phrase.conj = word.conj
        called = so_called(draft, phrase.first) if not phrase.pointing and word.prep in ("", "ب") else -1
        if called >= 0:
            what = draft.words[called]
            prep = _WHAT[what.stem]
            phrase.prep, phrase.conj = (prep, what.conj) if prep else _governor(draft, called, what.conj)
            continue
        if not phrase.prep and not (phrase.kind == "name" and word.kind == "func"):  # "بان كي مون" is not "by" anybody
            phrase.prep = word.prep if not phrase.pointing and word.prep != "س" else phrase.prep
        if not phrase.prep and not phrase.pointing:
            phrase.prep, phrase.conj = _governor(draft, phrase.first, word.conj)
        if phrase.prep == "من" and there_is_none(draft, phrase):
            phrase.prep = ""


def there_is_none(draft: Draft, phrase: Phrase) -> bool:
    """Whether a clause opens with "there is no", which governs nobody who does what it tells: "ما من | دولة دعمت كينيا"."""
    words, what, start = draft.words, phrase.first - 2, draft.stretches[phrase.sentence].first
    if what < start or words[what + 2].definite or words[what + 1].fold != "من" or words[what].fold not in _NONE:
        return False
    before = words[what - 1] if what > start else None
    return before is None or before.kind == "punct" or bool(words[what].conj) or "subordinator" in before.function


_NONE: Final = frozenset(("ما", "وما", "فما"))


def within_number(draft: Draft, at: int) -> bool:
    """Whether a numeral goes on with the one before it: "خمسة | وثلاثين فلسطينيا"."""
    before = draft.word_before(at)
    return before is not None and tells_number(before)


def aside(draft: Draft, at: int) -> int:
    """The last token of "من جهة", "من ناحية أخرى" that begins at a token, behind one of two sides of a matter; else -1."""
    words = draft.words
    if words[at].fold != "من" or at + 1 >= len(words) or words[at + 1].fold not in draft.lexicon.groups["aside"]:
        return -1
    if at + 2 >= len(words) or words[at + 2].kind == "punct" or words[at + 2].conj == "و":
        return at + 1
    return at + 2 if words[at + 2].fold in draft.lexicon.groups["other-side"] else -1


def is_latter(draft: Draft, phrase: Phrase) -> bool:
    """Whether a word means who was named last, and so nobody more: "اتفقت أمريكا مع إيران، | والأخيرة تهدد السعودية"."""
    word = draft.words[phrase.first]
    return phrase.first == phrase.last and word.definite and word.stem in draft.lexicon.groups["latter"]


def opens_topic(draft: Draft, at: int) -> bool:
    """Whether a word leads to another topic, of which the verb behind ف tells: "أما | الإمارات فتدعم"; "إما" is either."""
    word = draft.words[at]
    return word.stem in draft.lexicon.groups["as-for"] and "إ" not in word.bare


def set_against(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is what another is not: "تدعم روسيا وليس | الصين فاغنر", "واشنطن، لا | موسكو،"; "ولا" denies of both."""
    at = phrase.first - 1
    if at < 1 or draft.sentence_of[at - 1] != phrase.sentence or draft.words[at].stem not in draft.lexicon.groups["but-not"]:
        return False
    one = draft.at[at - 1] >= 0 or draft.words[at - 1].bare in "،,"
    return one and draft.words[at].conj == draft.lexicon.groups["but-not"][draft.words[at].stem]


def tells_number(word: Word) -> bool:
    """Whether a word is a figure or a numeral."""
    return word.kind == "number" or "numeral" in word.function


def _about(draft: Draft, last: int) -> int:
    """The first token of what makes a number a round one and ends at ``last``, "أكثر من", "ما لا يقل عن"; ``last`` where nothing does."""
    words, about = draft.words, draft.lexicon.groups["about-count"]
    first = last
    while first > 0 and about.get(words[first].stem) is not None and words[first - 1].stem in about:
        first -= 1
    whole = any(about.get(words[at].stem) == "" for at in range(first, last + 1))
    return first if whole and first < last else last


def so_called(draft: Draft, first: int) -> int:
    """For a name behind "what is called": where "what" stands, whose place the name takes; else -1."""
    words, at, groups = draft.words, first - 1, draft.lexicon.groups
    while at >= 0 and ((words[at].kind == "punct" and words[at].bare in '«"“(') or words[at].fold in groups["called"]):
        at -= 1
    if at < 1 or words[at].fold not in groups["naming"]:
        return -1
    at -= words[at - 1].of_verb(groups["being"]) and not words[at - 1].conj  # "ما بات | يعرف بالمحور"
    if at < 1 or words[at - 1].stem not in _WHAT:
        return -1
    return at - 1 if draft.sentence_of[at - 1] == draft.sentence_of[first] else -1


def _pointed_out(noun: Word, this: Word) -> bool:
    """Whether a demonstrative goes with the noun behind it, and does not stand alone: "على ذلك | زيلينسكي", "إلى ذلك | السعودية"."""
    other = noun.gender == "f" and noun.number == "s" and "ms" in this.function["demonstrative"]
    return noun.definite and not other


_THAT: Final = "ذلك"


def _in_that(draft: Draft, at: int) -> bool:
    """Whether a verb with its object goes before "in that", which so stands alone before who does it: "ساعده في ذلك | الجيش"."""
    words = draft.words
    return at > 1 and words[at - 1].fold == "في" and words[at - 2].verb and bool(words[at - 2].pronoun)


def _governor(draft: Draft, first: int, conj: str) -> tuple[str, str]:
    """The preposition before a phrase, quantifiers, demonstratives, numbers and opening marks stepped over."""
    at, counted = first - 1, False
    while at >= 0:
        word = draft.words[at]
        if word.kind == "punct" and word.bare in '«"“(':
            at -= 1
        elif counted and (about := _about(draft, at)) < at:  # "أكثر من 120 دولة": من governs the number alone
            if draft.words[about].prep or draft.words[about].conj:
                return draft.words[about].prep, draft.words[about].conj
            at, counted = about - 1, False
        elif at == first - 1 and _stands_alone(draft, at):
            return "", conj
        elif word.kind == "number" or (word.kind == "func" and not BEFORE_NOUN.isdisjoint(word.function)):
            if word.prep:
                return word.prep, word.conj
            conj = (word.conj if not within_number(draft, at) else "") or conj
            if conj:
                return "", conj
            counted = counted or tells_number(word)
            at -= 1
        elif each_of(draft, at, first):  # "على كل من سوريا والعراق"
            each = draft.words[at - 1]
            if each.prep or each.conj:
                return each.prep, each.conj
            at -= 2
        else:
            return _as_preposition(draft, at, conj)
    return "", conj


def _stands_alone(draft: Draft, at: int) -> bool:
    """Whether a demonstrative right before a phrase is somebody or something itself: "إلى ذلك | السعودية", "ساعده في ذلك | الجيش"."""
    this = draft.words[at]
    alone = "demonstrative" in this.function and not _pointed_out(draft.words[at + 1], this)
    return alone or (this.stem == _THAT and _in_that(draft, at))


def _as_preposition(draft: Draft, at: int, conj: str) -> tuple[str, str]:
    """The preposition that a word is, or ends, with its conjunction; none, and the phrase's own, where it is none."""
    word = draft.words[at]
    if at > 0 and (pair := f"{draft.words[at - 1].stem} {word.fold}") in _COMPOUND:
        return pair, draft.words[at - 1].conj
    if word.fold in _COMPOUND or word.stem in _COMPOUND:
        return word.fold if word.fold in _COMPOUND else word.stem, word.conj
    if word.fold == _AND_EVEN:
        return "", "و"  # "انتقد قطر والإمارات وحتى | عمان"
    if word.kind == "func" and "prep" in word.function and not word.pronoun:
        return word.stem, word.conj
    return "", conj


_AND_EVEN: Final = "وحتي"
"""Adds one more, who stands as those before do, and is no "until"."""


def each_of(draft: Draft, at: int, first: int) -> bool:
    """Whether "of" right before a phrase belongs to "each of", and what governs it stands before both: "زيارة كل | من مصر والسودان"."""
    words = draft.words
    each = draft.lexicon.groups["each-of"]
    return at == first - 1 and at > 0 and words[at].fold == "من" and words[at - 1].stem in each and not words[at - 1].pronoun


def answers_if(draft: Draft, at: int) -> bool:
    """Whether "لما" is no "for what", but answers an if before it: "لولا كندا | لما صمدت كينيا"."""
    start = draft.stretches[draft.sentence_of[at]].first
    return draft.words[at].stem == _THEN and any(word.stem in _IF for word in draft.words[start:at])


_THEN: Final = "لما"
_IF: Final = ("لولا", "لو")


def each_side(draft: Draft, at: int) -> bool:
    """Whether a word is each of two sides, of whom "the other" tells behind it: "يتهم كل | طرف الآخر", "كل | جانب الطرف الآخر"."""
    words, word = draft.words, draft.words[at]
    if not at or at + 1 >= len(words) or words[at - 1].stem != "كل" or draft.lexicon.groups["pair"].get(word.stem) is None:
        return False
    other = draft.lexicon.groups["each-other"]
    behind = words[at + 1 : at + _TO_OTHER]
    return not (word.definite or word.pronoun or word.prep) and any(w.definite and w.stem in other for w in behind)


_TO_OTHER: Final = 5
"""So many tokens behind each of two sides stands the other, at most."""


def some_of(draft: Draft, first: int) -> str:
    """The gender in which a verb agrees with "some of" right before a phrase, "أشاد عدد من | المسؤولين"; "" where that is not there."""
    words = draft.words
    if first < _SOME_OF or words[first - 1].fold != "من" or words[first].prep or words[first].conj:
        return ""
    some = words[first - _SOME_OF]
    if bare_article(some.stem) not in draft.lexicon.groups["some-of"] or some.prep or some.conj or some.pronoun:
        return ""
    return "f" if some.stem.endswith("ه") else "m"


_SOME_OF: Final = 2


def is_although(draft: Draft, at: int) -> bool:
    """Whether "with" at a token is the first half of "although", and nobody is with another: "خارج التحالف | مع أنها"."""
    behind = draft.word_behind(at)
    return draft.words[at].stem == "مع" and behind is not None and "subordinator" in behind.function
