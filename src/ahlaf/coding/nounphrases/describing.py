"""Adjectives and participles that are nobody by themselves: they describe what stands before them, or go on about it."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.phrases import heads_an_office
from ahlaf.coding.times.calendars import vocabulary
from ahlaf.coding.words.agreement import accusative, agree
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import THINGS
from ahlaf.coding.words.word import ADJECTIVE_KINDS, PARTICIPLES
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold


def only_describes(draft: Draft, at: int) -> bool:
    """An adjective that is nothing else, right behind the definite noun it describes: "البيعة المقدسة", "التطرف الديني".

    So does an ordinal in the name of a month, "كانون الثاني", and what says how much a deed is so: "رفض مصر القاطع".
    """
    word = draft.words[at]
    before = draft.word_before(at)
    if before is None or word.conj or word.prep:
        return False
    if any(month.tokens == (before.stem, word.fold) for month in vocabulary(draft.lexicon).months.get(before.stem, ())):
        return True
    if bare_article(word.stem) in draft.lexicon.groups["degree"]:
        return draft.at[at - 1] >= 0
    described = (before.definite and before.nominal and not before.finite) or _of_whose(draft, at) or _of_his(draft, at)
    return described and not word.senses and bool(word.entries) and all(e.kind == "adjective" for e in word.entries)


def _of_his(draft: Draft, at: int) -> bool:
    """Whether a definite word agrees with somebody's own before it, which is no verb behind another word: "هاجموا بيته | القديم"."""
    word, before, ahead = draft.words[at], draft.words[at - 1], draft.words[at - 2] if at > 1 else None
    own = word.definite and bool(before.pronoun) and before.nominal and not before.conj
    if ahead is None or not own or draft.sentence_of[at - 2] != draft.sentence_of[at]:
        return False
    free = ahead.kind not in ("punct", "func") or "prep" in ahead.function
    return free and agree(draft, before, word)


def _of_whose(draft: Draft, at: int) -> bool:
    """Whether a definite word stands behind a state whose organ stands before it and agrees: "حكومة إثيوبيا | الاتحادية"."""
    index = draft.at[at - 1]
    phrase = draft.phrases[index] if index >= 0 else None
    if phrase is None or phrase.kind != "organ" or phrase.first == phrase.last or not draft.words[at].definite:
        return False
    return draft.words[at - 1].fold in draft.lexicon.names and agree(draft, draft.words[phrase.first], draft.words[at])


def describes_too(draft: Draft, at: int) -> bool:
    """A participle or adjective in ة that goes on about what stands before: "الدول الشقيقة والصديقة", "المحادثات … والمخصصة لبحث".

    One that might be a woman or a body must lead to what follows, "الأحزاب الممثلة في البرلمان".
    """
    words, word = draft.words, draft.words[at]
    if not at or not word.definite or word.prep or word.pronoun or not word.entries:
        return False
    if not word.stem.endswith("ه"):
        return _describes_him_too(draft, at)
    if any(e.kind not in ADJECTIVE_KINDS for e in word.entries):
        return False
    before = words[at - 1]
    leads = at + 1 < len(words) and (words[at + 1].prep in ("ل", "ب") or "prep" in words[at + 1].function)
    if word.conj:
        alike = before.definite and before.stem.endswith("ه") and before.adjective
        return word.conj == "و" and word.generic is None and (alike or leads)
    noun = before.definite and before.nominal and not before.finite and agree(draft, before, word)
    described = before.conj == "و" and before.stem.endswith("ه") and any(e.kind == "adjective" for e in before.entries)
    return noun and (leads if word.generic is not None or described else at in draft.fixed)  # "الإقليمية والدولية | المعنية ب"


def _describes_him_too(draft: Draft, at: int) -> bool:
    """A participle in the masculine singular that goes on about one man or body: "القيادي في الحزب والمتهم باغتيال الوزير".

    It leads to what follows, and is no office: "الوزير والمسؤول عن الملف" are two. Right behind the word for a man it may be another man,
    "القاضي والمتهم بالقتل".
    """
    words, word = draft.words, draft.words[at]
    if word.conj != "و" or word.number != "s" or at + 1 >= len(words) or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return False
    if not any(e.kind in PARTICIPLES for e in word.entries) or (word.generic is not None and word.generic.kind == "person"):
        return False
    behind, before = words[at + 1], draft.phrases[draft.at[at - 1]] if draft.at[at - 1] >= 0 else None
    own = {end for e in word.entries if e.kind in PARTICIPLES for s in e.lexeme.senses for end in (*s.source, *s.target)} | {"من"}
    leads = behind.prep == "ب" or ("prep" in behind.function and not behind.pronoun and behind.stem in {fold(end) for end in own})
    if bare_article(word.stem) in draft.lexicon.groups["at-scene"]:
        return False  # "الحوثي والمخلوع": he is somebody
    man = before is not None and (before.number != "s" or not heads_an_office(draft, before.first))
    return leads and words[at - 1].kind != "func" and man


def one_adjective_more(draft: Draft, at: int) -> bool:
    """Whether و joins an adjective in ـية to another of a thing, and so it is no woman and no body: "القضايا العربية | والإسلامية".

    Of bodies it tells another: "الشعوب العربية | والإسلامية".
    """
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.conj != "و" or word.prep or word.pronoun or word.generic is None or not word.stem.endswith("يه"):
        return False
    if not word.generic.lemma.endswith("ي") or not before.stem.endswith("ه") or before.definite != word.definite or at < _NOUN_BEFORE:
        return False
    described = before.nisba is not None or (bool(before.entries) and all(e.kind in ADJECTIVE_KINDS for e in before.entries))
    noun = draft.words[at - _NOUN_BEFORE]
    thing = noun.nominal and noun.generic is None and noun.stem not in draft.lexicon.organs
    covering = draft.phrases[draft.at[at - 1]] if draft.at[at - 1] >= 0 else None
    body = covering is not None and covering.kind == "name" and covering.first < at - 1
    return described and thing and not body and draft.sentence_of[at - _NOUN_BEFORE] == draft.sentence_of[at]


def of_which_kind(draft: Draft, at: int) -> bool:
    """Whether an adjective in ـية behind a comma or another such one tells of which kind they are who stand before it, and is nobody.

    "جميع القوى السياسية، | يسارية | وليبرالية".
    """
    words, word = draft.words, draft.words[at]
    woman = word.definite or word.prep or word.pronoun or word.generic is None or not word.generic.lemma.endswith("ي")
    if at < _NOUN_BEFORE or woman or not word.stem.endswith("يه") or word.number != "s":
        return False
    before, opens = words[at - 1], draft.stretches[draft.sentence_of[at]].first
    if word.conj == "و":
        return before.stem.endswith("يه") and not before.definite and of_which_kind(draft, at - 1)
    behind = draft.word_behind(at)
    goes_on = behind is not None and behind.conj == "و" and behind.stem.endswith("يه") and not behind.definite
    told = words[at - _NOUN_BEFORE]
    return before.bare in "،," and at - _NOUN_BEFORE > opens and goes_on and told.definite


_NOUN_BEFORE: Final = 2
"""So many tokens before an adjective that و joins to another stands their noun, at least."""


def says_which(draft: Draft, at: int) -> bool:
    """A word in ـي that may be somebody, behind a thing whose kind it says: "سيارة | مدنية", "تصريح | صحفي".

    So may a woman who is written like an adjective: "رسالة | مؤرخة".
    """
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.generic is None or word.generic.number != "s" or word.nisba is not None:
        return False
    if word.conj or word.prep or word.pronoun:
        return False
    woman = word.stem.endswith("ه")
    things = before.number == "p" and not word.definite and agree(draft, before, word)  # "بنود | سرية" are no company
    written_so = woman and (things or not word.generic.lemma.endswith("ة")) and any(e.kind == "adjective" for e in word.entries)
    kind = word.generic.lemma.endswith("ي") or written_so
    if not kind or word.definite != before.definite or (before.prep == "ل" and not woman) or accusative(draft, word):
        return False
    noun = before.nominal and before.kind == "noun" and not (before.verb and not before.definite)
    if word.stem.endswith("ي") and not word.definite:  # "مقتل جندي", "قال لي دبلوماسي", but "في تصريح صحفي", "عملية عسكرية"
        led = before.prep or (at > 1 and "prep" in draft.words[at - 2].function)
        chained = draft.at[at - 1] < 0 and any(e.kind == "adjective" and e.number == "s" for e in before.entries)
        text = bare_article(before.stem) in draft.lexicon.groups["texts"]  # "كشف بيان | عسكري"
        noun = noun and (chained or text or (bool(led) and not before.senses))  # "عراق اتحادي | ديمقراطي"
    index = draft.at[at - 1]
    nobody = index < 0 or draft.phrases[index].kind in THINGS
    return noun and nobody and bool(before.entries) and agree(draft, before, word)


def goes_on(draft: Draft, at: int) -> bool:
    """Whether a participle with its preposition describes the phrase right before it: "حركة إم 23 المدعومة من", "الحزب الموالي ل"."""
    word = draft.words[at]
    if word.conj or word.prep or not at or draft.at[at - 1] < 0 or at + 1 >= len(draft.words):
        return False
    noun, behind = draft.phrases[draft.at[at - 1]], draft.words[at + 1]
    if any(e.kind not in PARTICIPLES for e in word.entries):
        return False
    known = noun.definite or (draft.words[noun.last].definite and noun.last > noun.first)  # "حركة النور"
    if not (behind.prep or "prep" in behind.function) or known != word.definite:
        return False
    several = word.number in ("d", "p")  # written alike
    return bool(word.entries) and (several == (noun.number in ("d", "p"))) and (several or noun.gender in ("", word.gender))
