"""Whether a word that may be a finite verb is one where it stands."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.phrases import tells_how_many
from ahlaf.coding.words.agreement import accusative
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import SOMEBODY
from ahlaf.coding.words.word import STEPPED_OVER
from ahlaf.text.views import fold


def verb_here(draft: Draft, at: int) -> bool:
    """Whether a word stands as a finite verb; one that may be a noun too must have a verb's surroundings."""
    word = draft.words[at]
    if not word.finite or draft.at[at] >= 0 or not word.entries or word.definite or (word.prep and word.prep not in "سل"):
        return False
    if not word.nominal:
        return True
    if word.prep == "ل":
        return False
    before = draft.words[at - 1] if at else None
    if before is not None and before.kind == "func":
        if "relative" in before.function or draft.lexicon.groups["before-verb"].get(before.stem) == "only":
            return True
        then = "conj" in before.function and _after_a_verb(draft, at - 1)
        if "prep" in before.function or not (then or STEPPED_OVER.isdisjoint(before.function)):
            return False
    if at + 1 >= len(draft.words) or _told_of(draft, at):
        return False
    if word.reports and draft.words[at + 1].kind == "func" and draft.words[at + 1].stem in draft.lexicon.groups["that"]:
        return True  # "وأوضح أن": no adjective
    if word.reports and draft.words[at + 1].stem in draft.lexicon.groups["texts"]:
        return True  # "قال بيان", "ذكر تقرير"
    index = draft.at[at + 1]
    if word.reports and _speaks_behind(draft, at) and _tells(draft, at):
        return True  # "قال مسؤول في الوزارة إن"
    opens = before is None or before.kind in ("punct", "func") or draft.sentence_of[at - 1] != draft.sentence_of[at]
    if (opens or word.conj == "و") and _asks_for(draft, at):
        return True
    previous = draft.at[at - 1] if at else -1
    after_noun = before is not None and before.definite and before.nominal and not (word.conj or _done_by(draft, at, previous))
    if previous >= 0 and not word.conj and draft.phrases[previous].definite and any(e.kind == "imperfect" for e in word.entries):
        return True
    if _tells_of_one(draft, at, previous):
        return True
    many = _after_number(draft, at) if not word.masdar else -1
    if many >= 0:
        return opens or word.conj == "و"  # "هاجم مئات | المحتجين السفارة": a noun would hardly be told how many of others it is
    if index >= 0 and draft.phrases[index].first == at + 1 and not draft.phrases[index].prep:
        if word.pronoun and draft.phrases[index].kind in SOMEBODY and any(e.kind == "imperfect" for e in word.entries):
            return True  # "ميليشيا تمولها إيران": a noun would have "لإيران"
        named = previous >= 0 and draft.phrases[previous].kind in SOMEBODY and not word.masdar
        does = draft.phrases[index].definite or _annexed_to_nothing(draft, index)
        return (opens or after_noun or named or word.conj == "و") and does
    return opens and (bool(word.pronoun) or _led_to_him(draft, at))


def _done_by(draft: Draft, at: int, previous: int) -> bool:
    """Whether a deed is rather what somebody does who stands between a verb and it: "خسر الحزب | دعم كندا", "قرر الجيش | قصف القرى"."""
    first = draft.phrases[previous].first if previous >= 0 else 0
    if first < 1 or not draft.words[at].masdar or draft.phrases[previous].prep:
        return False
    verb = draft.words[first - 1]
    if (verb.nominal and first - 1 not in draft.subject_of) or verb.pronoun or draft.at[first - 1] >= 0 or not verb.moods:
        return False
    senses = verb.verb_senses
    return not senses or any("obj" in s.target for s in senses) or verb.of_verb(draft.lexicon.groups["receives"])


def _annexed_to_nothing(draft: Draft, index: int) -> bool:
    """Whether an object behind one without article shows that a word before him is a verb, and no noun annexed: "طعن | شاب جنديا"."""
    phrase, words = draft.phrases[index], draft.words
    if phrase.kind != "nominal" or phrase.number != "s" or phrase.last + 1 == len(words) or words[phrase.first].bare.endswith("ا"):
        return False
    after = words[phrase.last + 1]
    return not after.conj and not after.prep and accusative(draft, after)


def _speaks_behind(draft: Draft, at: int) -> bool:
    """Whether a phrase stands right behind a verb of saying, to whom it is said between at most: "قال | مسؤول", "قال لي | مسؤول"."""
    behind = draft.words[at + 1]
    first = at + 2 if behind.kind == "func" and "prep" in behind.function and behind.pronoun else at + 1
    index = draft.at[first] if first < len(draft.at) else -1
    return index >= 0 and draft.phrases[index].first == first


def _tells_of_one(draft: Draft, at: int, previous: int) -> bool:
    """Whether a word behind somebody without article tells of him, for no noun can go on there: "مواطن سوري | تعرض للتعذيب".

    He is described, or his ending is that of an object: "أنقذوا جنديا | تعرض لهجوم". The verb agrees with him in full.
    """
    word = draft.words[at]
    if previous < 0 or word.conj or word.prep:
        return False
    phrase = draft.phrases[previous]
    if phrase.kind != "nominal" or phrase.definite or phrase.last != at - 1:
        return False
    if phrase.head == phrase.last and not (draft.words[at - 1].bare.endswith("ا") and phrase.number == "s"):
        return False
    told = word.third
    return any((e.gender, e.number) == (phrase.gender, phrase.number) for e in told)


def _after_a_verb(draft: Draft, at: int) -> bool:
    """Whether a token opens its sentence or a sure verb stands before: "هرب ثم | هاجم", but "الاعتقال ثم | قتل الأسرى"."""
    first = draft.stretches[draft.sentence_of[at]].first
    verbs = (k for k in range(first, at) if draft.words[k].finite and draft.at[k] < 0)
    return at == first or any(k in draft.subject_of or not draft.words[k].nominal for k in verbs)


def _led_to_him(draft: Draft, at: int) -> bool:
    """Whether behind a word stand a preposition with its pronoun and who does it, as no noun has: "تخلى | عنه حلفاؤه"."""
    behind, doer = draft.words[at + 1], draft.at[at + 2] if at + 2 < len(draft.words) else -1
    if doer < 0 or behind.kind != "func" or "prep" not in behind.function or not behind.pronoun:
        return False
    if not any(behind.stem == fold(end) for e in draft.words[at].entries for s in e.lexeme.senses for end in (*s.source, *s.target)):
        return False
    phrase = draft.phrases[doer]
    named = phrase.definite and phrase.kind not in ("nisba", "thing", "act")
    return named and phrase.first == at + 2 and not phrase.prep and phrase.conj != "و"


def _after_number(draft: Draft, at: int) -> int:
    """The phrase behind words that tell how many, right behind a token; -1 where none is."""
    position = at + 1
    while position < len(draft.words) and draft.at[position] < 0 and tells_how_many(draft.words[position]):
        if draft.words[position].prep or draft.words[position].pronoun:
            return -1
        position += 1
    index = draft.at[position] if at + 1 < position < len(draft.words) else -1
    return index if index >= 0 and draft.phrases[index].first == position and not draft.phrases[index].prep else -1


def _told_of(draft: Draft, at: int) -> bool:
    """Whether a noun must stand behind "that", where no imperfect is: "وأن | قدرتها على"; but "بعد أن | قدرتها"."""
    words, groups = draft.words, draft.lexicon.groups
    before = words[at - 1] if at else None
    if before is None or before.kind != "func" or before.pronoun or words[at].conj:
        return False
    if groups["that"].keys().isdisjoint((before.stem, before.fold)):
        return False
    past = at > 1 and not groups["before-that"].keys().isdisjoint((words[at - 2].stem, words[at - 2].fold))
    return not past and all(e.kind == "perfect" for e in words[at].tensed)


def _asks_for(draft: Draft, at: int) -> bool:
    """Whether what a word would have as a verb stands right behind it: "وطالب باستقالة", no student; "ونشيد بالمغرب", no anthem."""
    behind, index = draft.words[at + 1], draft.at[at + 1]
    somebody = index >= 0 and draft.phrases[index].kind in SOMEBODY
    kinds = {"perfect" for _ in range(behind.masdar)} | {"imperfect" for _ in range(somebody)}
    senses = (s for e in draft.words[at].entries if e.kind in kinds for s in e.lexeme.senses)
    return behind.prep == "ب" and any("ب" in s.target or s.relation == "REQUEST" for s in senses)


def _tells(draft: Draft, at: int) -> bool:
    """Whether what is said begins soon behind a word, "إن" or a colon, with no verb and no comma between."""
    end = draft.stretches[draft.sentence_of[at]].end
    for position in range(at + 1, min(at + _TO_THAT, end)):
        word = draft.words[position]
        if word.bare == ":" or (word.kind == "func" and word.stem in draft.lexicon.groups["that"]):
            return True
        if word.kind == "punct" or (draft.verb_at(position) and not word.nominal):
            return False
    return False


_TO_THAT: Final = 12
"""So many tokens behind a verb of saying may what is said begin."""


def does_to_somebody(draft: Draft, at: int) -> bool:
    """Whether a verb that does something to somebody stands at a token."""
    word = draft.words[at] if at >= 0 else None
    if word is None or not word.finite or word.definite or word.pronoun or draft.at[at] >= 0:
        return False
    senses = [s for e in word.tensed if e.voice != "passive" for s in e.lexeme.senses]
    return bool(senses) and not word.reports and any("obj" in s.target for s in senses)


def goes_on(draft: Draft, at: int) -> bool:
    """Whether a verb goes on from the one before it, with و, ف or ثم."""
    return bool(draft.words[at].conj) or (at > 0 and draft.words[at - 1].stem == "ثم")
