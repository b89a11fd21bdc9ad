"""What a speech is, who may make one, and how far his words go."""

from __future__ import annotations

from typing import Final, NamedTuple

from ahlaf.coding.clauses.topics import said_before
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import ANYBODY
from ahlaf.lexicon.names import bare_article


class Speech(NamedTuple):
    """A stretch of tokens (end excluded) that a phrase is said to say; ``verb`` is the token that says so."""

    first: int
    end: int
    speaker: int
    verb: int
    kind: str
    commented: bool = False
    """Whether it ends with its quotation marks, and the author goes on about it: 'ذكر أنه "قوي"، | وهذا يؤكد'."""
    in_turn: bool = False
    """Whether its speaker has the floor: nothing in it is the author's."""


def speaks(phrase: Phrase) -> bool:
    """True for what may speak: persons, bodies, peoples."""
    return phrase.kind in ANYBODY and phrase.actor is not None


def reach(draft: Draft, at: int, end: int, speaker: int) -> int:
    """How far a speech goes: to the end of the sentence, or of the quotation that begins in it; a turn ends it.

    So does what the speaker does besides: "ذكر الملك أن إيران تهدد الخليج | وشكر مصر".
    """
    for quote in draft.quotes_from(at + 1, end):
        if quote.depth == 1 and quote.mark not in "([" and quote.end >= end:
            return quote.end
    ending, over = draft.lexicon.groups["ends-saying"], closed(draft, at, end)
    meanwhile = at > 0 and draft.words[at - 1].stem in draft.lexicon.groups["while"]
    for position in range(at + 4, end):
        if position == over:
            return position
        word = draft.words[position]
        if word.kind == "func" and word.stem in ending and draft.words[position - 1].kind == "punct":
            return position
        if position in draft.subject_of and said_before(draft, position, at) == speaker:
            return position
        if _goes_back(draft, position, speaker):
            return position
        if (word.stem == "حين" and draft.words[position - 1].stem == "في") or _tells_when(draft, position, end):
            return position
        behind_comma = draft.words[position - 1].bare == "،"
        if behind_comma and (word.conj == "و" or meanwhile) and _others(draft, position):
            return position
        truth = word.conj == "و" and word.definite and bare_article(word.stem) in draft.lexicon.groups["in-truth"]
        if behind_comma and truth and not draft.quoted[position]:
            return position  # "يزعم أنه يدافع عن نفسه، | والحقيقة أنه"
        if draft.words[position - 1].fold == "كما" and draft.words[position - 2].bare == "،" and _others(draft, position):
            return position - 1
    return end


def answers_that(draft: Draft, at: int) -> bool:
    """Whether a verb says something with "بأن" behind its subject: "ردت كينيا | بأنها لم تقصف القرية"."""
    words, end = draft.words, draft.stretches[draft.sentence_of[at]].end
    if not words[at].finite or not words[at].of_verb(draft.lexicon.groups["answers-that"]):
        return False
    for position in range(at + 1, min(end, at + _TO_THAT)):
        word = words[position]
        if word.kind == "func" and word.stem == "ان":
            return word.prep == "ب" or word.fold.startswith("بان")
        if word.kind == "punct" or draft.verb_at(position):
            return False
    return False


_TO_THAT: Final = 10
"""So many tokens behind an answer stands what it says."""


def but_then(draft: Draft, at: int, end: int) -> int:
    """Where what came of a demand or a charge is told, which is nobody's demand: "دعت كندا المسلحين إلى الانسحاب | لكنهم هاجموا"."""
    words, turning = draft.words, draft.lexicon.groups["but-then"]
    for position in range(at + 2, end - 1):
        led = turning.get(words[position].stem)
        if led is not None and (not led or words[position + 1].stem in draft.lexicon.groups["that"]):
            return position
    return end


def closed(draft: Draft, at: int, end: int) -> int:
    """The token behind a whole speech in quotation marks that the author comments on: 'ذكر أنه "قوي"، | وهذا يؤكد'; -1 for none."""
    words, that = draft.words, draft.lexicon.groups["that"]
    for quote in draft.quotes_from(at + 3, end + 2):
        opens = quote.first - 2  # before the mark
        if quote.mark in "([" or not (words[opens].bare == ":" or words[opens].fold in that):
            continue
        behind = quote.end + 1
        if behind < end and words[behind].bare in "،,":
            behind += 1
        if behind >= end:
            return -1
        word = words[behind]
        pointing = not {"demonstrative", "pronoun"}.isdisjoint(word.function) and bool(word.conj)
        return behind if pointing or word.stem in draft.lexicon.groups["comments"] else -1
    return -1


def _goes_back(draft: Draft, at: int, speaker: int) -> bool:
    """Whether a participle of saying behind a comma is another's by its gender: "إن الإمارات تؤكد دعمها، | معتبرا أن"."""
    word, gender = draft.words[at], draft.phrases[speaker].gender
    told = bool(word.sayings) and draft.words[at - 1].bare == "،" and word.bare.endswith(("ا", "ة"))
    return told and gender in ("m", "f") and gender != ("f" if word.bare.endswith("ة") else "m")


def _tells_when(draft: Draft, at: int, end: int) -> bool:
    """Whether the author goes on with when it was: "قال الوزير إن كندا لن تدعم الحزب، | وذلك بعد هجومه على كينيا"."""
    word, occasions = draft.words[at], draft.lexicon.groups["occasions"]
    that = word.conj == "و" and word.stem == "ذلك" and draft.words[at - 1].bare == "،" and not draft.quoted[at]
    return that and at + 1 < end and draft.words[at + 1].stem in occasions


def _others(draft: Draft, at: int) -> bool:
    """Whether a verb of saying begins another's speech: "قال بلينكن إن…، واعتبر لافروف أن", "…، كما | أكد لافروف رفضه"."""
    subject = draft.subject_of.get(at, -1)
    if draft.quoted[at] or subject < 0 or not draft.words[at].reports:
        return False
    return draft.phrases[subject].first > at and speaks(draft.phrases[subject])
