"""Whether what looks like an adjective behind a noun phrase describes it, the deed before it, or somebody else altogether.

Endings rule most of them out (:mod:`ahlaf.coding.words.agreement`); here stands what the words of a whole phrase leave
open: "قوات تركية | مدنيين", "القوات العسكرية | والأمنية", "رفض دول الجوار | القاطع".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.agreement import PLURALS, agree, cases_differ
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.governed import each_of
from ahlaf.coding.words.word import ADJECTIVE_KINDS, TENSED, Word
from ahlaf.lexicon.names import bare_article


def describes(word: Word) -> bool:
    """Surely an adjective: behind it nothing is annexed any more ("مسؤول روسي كبير", "مصادر متطابقة | مقتل جندي")."""
    kinds = {e.kind for e in word.entries}
    feminine = word.generic is None and word.stem.endswith("ه") and kinds <= ADJECTIVE_KINDS
    return word.nisba is not None or (bool(kinds) and (feminine or kinds == {"adjective"}))


def of_the_deed(draft: Draft, head: int, word: Word) -> bool:
    """Whether an adjective says of a deed or text that a phrase's it is, and is none of the phrase: "رفض دول الجوار | القاطع".

    How much the deed is so, or which of several it is: "بيان وزارة الداخلية | الأخير".
    """
    deed, groups = draft.word_before(head), draft.lexicon.groups
    if deed is None or deed.definite or deed.pronoun or draft.words[head].prep or draft.words[head].conj or not word.definite:
        return False
    degree, which = (bare_article(word.stem) in groups[group] for group in ("degree", "latter"))
    told = deed.masdar and (degree or which)
    return (told or (which and deed.stem in groups["texts"])) and agree(draft, deed, word)


def of_the_man(draft: Draft, head: int, word: Word) -> bool:
    """Whether an adjective says what ally, foe or leader somebody is of a body that has no name here: "حليف الحزب | السابق"."""
    man = draft.word_before(head)
    if man is None or man.definite or man.pronoun or not word.definite or draft.words[head].stem not in draft.lexicon.groups["group-head"]:
        return False
    tied = any(s.relation in _TIES for e in man.entries if e.kind not in TENSED for s in e.lexeme.senses)
    return tied and not man.masdar and bare_article(word.stem) in draft.lexicon.groups["ties-degree"] and agree(draft, man, word)


_TIES: Final = frozenset(("ALLY", "OPPOSE", "LEAD", "AID", "SUPPORT", "COOPERATE"))


def due(draft: Draft, at: int) -> bool:
    """Whether a participle says of the deed behind it, not of the noun before it, that it is to come: "المقرر عقده", "المقرر أن"."""
    words = draft.words
    if at + 1 >= len(words) or bare_article(words[at].stem) not in draft.lexicon.groups["due"]:
        return False
    behind = words[at + 1]
    return (behind.kind == "noun" and bool(behind.pronoun)) or behind.fold in draft.lexicon.groups["that"]


def agrees(draft: Draft, first: int, last: int, word: Word) -> bool:
    """Whether some noun of the phrase may have the adjective, or two that و joins: "السلم والأمن الدوليين"."""
    words = draft.words
    if words[first].conj == "و" and word.bare.endswith("ين"):
        return True
    if cases_differ(draft, words[last], word) or _of_another(draft, first, last, word) or _crosses(draft, first, last, word):
        return False
    if _of_each(draft, first, word):
        return False
    if several(word) and all(takes_no_men(draft, w) for w in words[first : last + 1]):
        return False
    if several(word) and words[first].definite and last > first and describes(words[last]) and words[last].number == "s":
        return False  # "هاجم الحرس الثوري | المحتجين"
    return any(agree(draft, words[at], word) for at in range(first, last + 1))


def _of_each(draft: Draft, first: int, word: Word) -> bool:
    """Whether "the other" is one of two, each of whom does something to him: "يتهم كل من الجيش والحزب | الآخر"."""
    if not word.definite or bare_article(word.stem) not in draft.lexicon.groups["each-other"]:
        return False
    start = max(draft.stretches[draft.sentence_of[first]].first, first - _TO_EACH)
    return any(each_of(draft, at, at + 1) for at in range(start, first))


_TO_EACH: Final = 8
"""So many tokens before one of two stands "each of", at most."""


def several(word: Word) -> bool:
    """A definite adjective in the sound plural, or in a dual that is written like it."""
    return word.definite and word.bare.endswith(PLURALS) and word.number in ("d", "p")


def takes_no_men(draft: Draft, word: Word) -> bool:
    """Whether no plural of men describes a noun, for it is one, or women, or things: "قمع الأمن | الفلسطينيين", "الغارات | اليمنيين"."""
    if word.bare.endswith("ات") and word.number == "p":
        return True
    known = word.generic or word.nisba
    if known is not None:
        return known.number == "s"
    nouns = [e for e in word.entries if e.kind in ("noun", "masdar")]
    if nouns:
        return all(e.number == "s" for e in nouns)
    return any(n.actor.kind == "person" and len(n.tokens) == 1 for n in draft.lexicon.names.get(word.fold, ()))


def _of_another(draft: Draft, first: int, last: int, word: Word) -> bool:
    """Whether one noun has an adjective in the singular already, and this one is a plural or dual: "قوات تركية | مدنيين"."""
    noun, behind = draft.words[first], draft.words[first + 1 : last + 1]
    single = any(w.nisba is not None and w.nisba.number == "s" and (w.nisba.gender == "f" or noun.number != "p") for w in behind)
    return single and all(map(is_adjective, behind)) and word.bare.endswith(PLURALS) and word.number in ("d", "p")


def _crosses(draft: Draft, first: int, last: int, word: Word) -> bool:
    """Whether an adjective would be the inner noun's behind one of the outer: "قوات الأمن المصرية | الناشط"."""
    words = draft.words
    for at in range(first + 1, last + 1):
        nisba = words[at].nisba
        if nisba is not None and (nisba.gender, nisba.number) == ("f", "s") and agree(draft, words[first], words[at]):
            inner, outer = words[first + 1 : at], agree(draft, words[first], word)
            return bool(inner) and not outer and not any(w.bare.endswith("ة") or w.number == "p" for w in inner)
    return False


def _of_people(before: Word, word: Word) -> bool:
    """The plural of an adjective of origin, which names a people where it stands alone: "المسؤولون البريطانيون".

    A broken one describes people in the plural: "دبلوماسيين | روسا", "القادة | الأتراك". Who is called bad names is
    named by it: "المجرمين | الصهاينة".
    """
    if word.nisba is None or not word.nisba.people or word.conj or word.prep:
        return False
    if word.bare.endswith(PLURALS):
        return True
    somebody = before.generic is not None and before.generic.sign >= 0 and before.nisba is None and not before.pronoun
    return somebody and before.number in ("d", "p") and before.definite == word.definite


def may_describe(before: Word, word: Word) -> bool:
    """Whether a word may be an adjective behind another: it is one, or the plural of one of origin, or "the young"."""
    return is_adjective(word) or _of_people(before, word) or _young(before, word)


def _young(people: Word, word: Word) -> bool:
    """Whether "the young" behind people in ين describes them: "دعت الحكومة السعوديين | الشباب"; behind ون they may be who is called."""
    young = any(e.kind == "adjective" and e.number == "p" for e in word.entries) and word.generic is not None
    return young and word.definite and people.number in ("d", "p") and people.bare.endswith("ين")


def and_adjective(draft: Draft, head: int, last: int, at: int) -> bool:
    """Whether و joins to the adjective before it another of the same noun: "القوات العسكرية والأمنية".

    Adjectives of origin are owners of their own ("السورية والروسية") and stay outside; of a dual each means one.
    """
    if draft.words[head].number == "d":
        return False
    word, before = draft.words[at], draft.words[last]
    some = before.nisba is not None and not before.definite  # "بلدان عربية | وإسلامية"
    if last == head or word.nisba is not None or (before.nisba is not None and not some) or word.definite != before.definite or word.prep:
        return False
    if draft.sentence_of[at] != draft.sentence_of[head] or word.stem in draft.lexicon.names:
        return False
    return _surely_adjective(word) and (some or _surely_adjective(before)) and agree(draft, before, word)


def _surely_adjective(word: Word) -> bool:
    """True for an adjective in ـي or ـية, whatever rare noun is written like it."""
    return any(e.kind == "adjective" for e in word.entries) and word.stem.endswith(("ي", "يه"))
