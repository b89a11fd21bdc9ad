"""Who says it: the speakers of a document and how far each one's words reach.

A verb of saying has its speaker beside it, and what follows to the end of the sentence is his, on into
the sentences of a quotation that is still open. "وفقا لـ" gives the whole sentence to its speaker, and
what is demanded, alleged or promised belongs to whoever demands, alleges or promises. Speeches nest: the
chain of a claim lists the nearest speaker first.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.reference import agrees

_ENDING: Final = frozenset(("حين", "بينما", "فيما", "يذكر"))


class Speech(NamedTuple):
    """A stretch of tokens (end excluded) that a phrase is said to say; ``verb`` is the token that says so."""

    first: int
    end: int
    speaker: int
    verb: int
    kind: str


def speeches(draft: Draft) -> list[Speech]:
    """Every speech of the document, in the order of their verbs."""
    found: list[Speech] = []
    for at, word in enumerate(draft.words):
        sentence = draft.sentence_of[at]
        if sentence < 0:
            continue
        stretch = draft.stretches[sentence]
        if stretch.kind in ("byline", "tail"):
            continue
        if word.reports and not word.definite and draft.at[at] < 0:
            speaker = _speaker(draft, at)
            if speaker >= 0:
                phrase = draft.phrases[speaker]
                first = max(at, phrase.last if phrase.first > at else at) + 1
                found.append(Speech(first, _reach(draft, at, stretch.end), speaker, at, word.reports[0]))
        for last, kind, _, _ in draft.cues.get(at, ()):
            if kind == "voice":
                index = _phrase_after(draft, last)
                if index >= 0:
                    found.append(Speech(stretch.first, stretch.end, index, at, "say"))
    found.extend(_headline_speech(draft))
    return found


def _headline_speech(draft: Draft) -> list[Speech]:
    """"فلان: كذا" in a heading or at a sentence's start: the name before a colon speaks."""
    found = []
    for stretch in draft.stretches:
        if stretch.kind in ("byline", "tail"):
            continue
        for at in range(stretch.first + 1, min(stretch.end - 1, stretch.first + 9)):
            if draft.words[at].bare == ":" and draft.at[stretch.first] >= 0:
                index = draft.at[stretch.first]
                phrase = draft.phrases[index]
                names = phrase.kind in ("name", "person", "organ")
                if names and not any(draft.words[k].finite and draft.words[k].entries for k in range(stretch.first, at)):
                    found.append(Speech(at + 1, stretch.end, index, at, "say"))
                break
    return found


def _phrase_after(draft: Draft, at: int) -> int:
    for position in range(at, min(len(draft.words), at + 4)):
        if draft.at[position] >= 0:
            return draft.at[position]
    return -1


def _speaker(draft: Draft, at: int) -> int:
    """The subject of a verb of saying: the phrase right behind it, else the one before it, else who spoke last."""
    word = draft.words[at]
    entry = next((e for e in word.entries if e.lexeme.report and e.kind in ("perfect", "imperfect")), None)
    if entry is None:
        return -1
    if entry.person in (1, 2) and all(e.person in (1, 2) for e in word.entries if e.lexeme.report):
        return -1
    sentence = draft.sentence_of[at]
    stretch = draft.stretches[sentence]
    for position in range(at + 1, min(stretch.end, at + 4)):
        after = draft.words[position]
        if after.kind == "func" and after.stem in ("ان", "انه", "انها", "بان", "ل", "في", "علي", "عن", "لل"):
            break
        if after.kind == "punct" and after.bare not in "«\"“-(":
            break
        index = draft.at[position]
        if index >= 0 and draft.phrases[index].first == position and not draft.phrases[index].prep:
            phrase = draft.phrases[index]
            if _speaks(phrase) and _gender_fits(entry.gender, phrase):
                return index
            break
    for back in range(at - 1, stretch.first - 1, -1):
        index = draft.at[back]
        if index >= 0:
            phrase = draft.phrases[index]
            if _speaks(phrase) and not phrase.prep and agrees(phrase, entry.gender, entry.number, draft):
                return index
        if at - back > 14:
            break
    for index in range(len(draft.phrases) - 1, -1, -1):
        phrase = draft.phrases[index]
        if phrase.first >= at or sentence - phrase.sentence > 2:
            continue
        if sentence == phrase.sentence:
            continue
        if _speaks(phrase) and not phrase.prep and agrees(phrase, entry.gender, entry.number, draft):
            return phrase.antecedent if phrase.antecedent >= 0 else index
    return -1


def _gender_fits(gender: str, phrase: Phrase) -> bool:
    return not gender or not phrase.gender or phrase.gender == gender or phrase.number == "p"


def _speaks(phrase: Phrase) -> bool:
    return phrase.kind in ("name", "person", "organ", "people", "nominal") and phrase.actor is not None


def _reach(draft: Draft, at: int, end: int) -> int:
    """How far a speech goes: to the end of the sentence, or of the quotation that begins in it; a turn ends it."""
    for quote in draft.quotes:
        if quote.depth == 1 and quote.mark not in "([" and at < quote.first < end and quote.end >= end:
            return quote.end
    for position in range(at + 4, end):
        word = draft.words[position]
        if word.kind == "func" and word.stem in _ENDING and draft.words[position - 1].kind == "punct":
            return position
        if word.stem == "حين" and draft.words[position - 1].stem == "في":
            return position
    return end


def chain(found: list[Speech], at: int, *, limit: int = 4) -> list[Speech]:
    """The speeches that a token stands in, the nearest first, one per speaker."""
    inside = [s for s in found if s.first <= at < s.end and s.verb != at]
    inside.sort(key=lambda s: (-s.verb if s.verb <= at else 10_000 + s.verb))
    kept: list[Speech] = []
    for speech in inside:
        if all(speech.speaker != k.speaker for k in kept):
            kept.append(speech)
    return kept[:limit]
