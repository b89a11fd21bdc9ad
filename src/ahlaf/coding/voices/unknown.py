"""Who speaks though no table knows him: "قال سائق الشاحنة إن", "سألتني مذيعة", "أشارت تقارير إعلامية إلى أن".

He is no end of a claim, and so was no phrase; but what he says is neither the author's nor whoever's that spoke before him.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.quotednames import QUOTATION_MARKS
from ahlaf.coding.times.calendars import TIMES, vocabulary
from ahlaf.coding.voices import texts
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import TENSED, THIRD, Word
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor

_LONG: Final = 6
"""So many tokens name him, at most."""
_TO_THAT: Final = 14
"""So many tokens behind the verb stands "that", at most."""
_WHAT_PHRASES: Final = ("thing", "act", "nisba", "place")
"""Phrases that speak of nobody who could say something."""


def add(draft: Draft) -> None:
    """Make such a speaker a phrase, and the subject of his verb, after everything else is found."""
    for at, word in enumerate(draft.words):
        if draft.sentence_of[at] < 0 or not word.finite or "say" not in word.reports or not _free(draft, at):
            continue
        first = _first(draft, at)
        if first < 0:
            continue
        last = _last(draft, first)
        name = draft.folded(first, last)
        phrase = Phrase(first, last, first, "nominal", Actor(f"text:{name}", draft.text(first, last), "", "person"))
        phrase.sentence, phrase.definite = draft.sentence_of[at], draft.words[first].definite
        phrase.gender, phrase.number = ("f" if _woman(draft.words[first]) else "m"), "s"
        draft.subject_of[at] = draft.add_within(phrase)


def _free(draft: Draft, at: int) -> bool:
    """Whether nobody who was found stands behind a verb of saying as its subject, and it is of the third person."""
    subject = draft.subject_of.get(at, -1)
    behind = subject >= 0 and draft.phrases[subject].first > at and draft.phrases[subject].kind not in _WHAT_PHRASES
    if behind and _annexed(draft, at + 1, draft.phrases[subject]):
        behind = False  # "قال منسق | فريق الخبراء"
    third = any(e.kind in TENSED and e.person == THIRD and e.voice != "passive" for e in draft.words[at].entries)
    if draft.words[at].pronoun in ("ه", "ها"):
        return False  # "ما لا يقوله | الأوروبي هو أن"
    return third and not behind and at not in draft.resolves and texts.issuer(draft, at) < 0


def _annexed(draft: Draft, first: int, whose: Phrase) -> bool:
    """Whether a noun that is nobody known stands before a phrase that it is annexed to."""
    if not first < whose.first <= first + 2 or whose.prep or draft.words[first].definite or not _names_somebody(draft, first):
        return False
    return all(draft.words[k].kind == "noun" and not draft.words[k].function for k in range(first, whose.first))


def _first(draft: Draft, at: int) -> int:
    """The noun right behind a verb of saying that agrees with it, "that" behind it; -1 where there is none."""
    words, end = draft.words, draft.stretches[draft.sentence_of[at]].end
    first = at + 1
    if first + 1 < end and "prep" in words[first].function and words[first].pronoun:
        first += 1  # "قال لي | صديق"
    if first >= end or not _names_somebody(draft, first):
        return -1
    that = draft.lexicon.groups["that"]
    for position in range(first + 1, min(end, at + _TO_THAT)):
        word = words[position]
        if word.kind == "func" and (word.stem in that or word.fold in that or word.stem == "ان"):
            verbs = {e.gender for e in words[at].third}
            return first if ("f" if _woman(words[first]) else "m") in verbs or _broken(words[first]) else -1
        if (word.kind == "punct" and word.bare not in QUOTATION_MARKS) or (word.verb and not word.nominal):
            return -1  # but of "أكد موقع «الفجر» أن" the marks are about his name
    return -1


def _names_somebody(draft: Draft, at: int) -> bool:
    """Whether a noun may be who speaks: no name that was found, nothing with a preposition, no time and no manner."""
    word, index = draft.words[at], draft.at[at]
    if word.kind not in ("noun", "unknown") or word.function or word.prep or word.conj or word.pronoun:
        return False
    if index >= 0 and draft.phrases[index].kind not in _WHAT_PHRASES:
        return False
    known, groups = vocabulary(draft.lexicon), draft.lexicon.groups
    timed = word.fold in known.weekdays or word.fold in known.months or any(bare_article(word.stem) in groups[g] for g in TIMES)
    said = bare_article(word.stem) in groups["texts"] and word.definite
    told = word.fold in groups["said-how"] or word.fold in groups["explained"]  # "أكد | ضرورة أن"
    return not (timed or said or told or word.masdar or word.bare.endswith(("ا", "اً")))


def _last(draft: Draft, first: int) -> int:
    """The last of the nouns in a row that name him, and the end of his name in quotation marks: "أكد موقع «الفجر» أن"."""
    last = first
    for at in range(first + 1, min(first + _LONG, draft.stretches[draft.sentence_of[first]].end)):
        word = draft.words[at]
        if word.kind not in ("noun", "unknown") or word.prep or word.conj or word.function or word.bare.endswith("ا"):
            break
        last = at
    quoted = next((q for q in draft.quotes_from(last + 1, last + _LONG) if q.first == last + 2 and q.mark not in "(["), None)
    return quoted.end if quoted is not None and quoted.end - last <= _LONG else last


def _woman(word: Word) -> bool:
    return word.bare.endswith(("ة", "ات")) or word.gender == "f"


def _broken(word: Word) -> bool:
    """Whether it may be a plural of things, of which a verb tells as of a woman: "أشارت | تقارير"."""
    return not word.bare.endswith(("ون", "ين"))
