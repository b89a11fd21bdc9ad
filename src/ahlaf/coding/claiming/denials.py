"""Who denies or bears out what was just said of him: "تموّل قطر الجماعة، وهو ما تنفيه الدوحة", "ونفى الوزير هذه الاتهامات".

Such words name neither end nor relation: they take up the claims before them. Each of these is put out once more, in the
voice of whoever denies it (then negated) or bears it out; that he rejects the accusation is told beside it, by the verb
itself. What was said is his to deny where it is said of himself: he or
what is his state's does it; else where it is done to him; of a third only what alone was told before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from ahlaf.coding.claiming import insentence
from ahlaf.coding.claiming.namer import Namer
from ahlaf.coding.voices.speech import speaks
from ahlaf.coding.words.agreement import same_gender
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import TENSED
from ahlaf.lexicon.entries import Lexeme
from ahlaf.model import Claim, End, Polarity, Reason, Span
from ahlaf.text.split import TELLING


class Answer(NamedTuple):
    """A verb that takes up what was said before: whether it denies it, whose words it is, and where the answer ends.

    ``bound`` says that what it takes up stands in its own sentence: "…، وهو ما تنفيه".
    """

    at: int
    denies: bool
    lexeme: Lexeme
    speaker: int
    last: int
    bound: bool


def more(draft: Draft, namer: Namer, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What is answered to the claims of a document."""
    for answer in find(draft):
        speaker = namer.speaker(answer.speaker)
        yield from (_answered(draft, answer, speaker, claim) for claim in _meant(draft, answer, speaker, claims))


def find(draft: Draft) -> list[Answer]:
    """The verbs of a document that deny or bear out what stands before them."""
    found = []
    for at, word in enumerate(draft.words):
        if not word.reports or draft.sentence_of[at] < 0 or draft.stretches[draft.sentence_of[at]].kind not in TELLING:
            continue
        lexeme = next((e.lexeme for e in word.entries if e.lexeme.report and e.kind in TENSED), None)
        denies = "deny" in word.reports
        if lexeme is None or not (denies or word.of_verb(draft.lexicon.groups["confirms"])):
            continue
        last = _taken_up(draft, at)
        speaker = _speaker(draft, at)
        said = draft.words[last if last > at else at - 1].stem
        if denies and not word.of_verb(draft.lexicon.groups["denies"]) and said not in draft.lexicon.groups["charges"]:
            continue  # "سيعاقبها، وهو ما ترفضه": who refuses a plan has not denied it
        if last >= 0 and speaker >= 0 and (last == at or not _denied(draft, at)):  # "وهو ما تنفيه" has no "not"
            end = max(last, at, draft.phrases[speaker].last)
            found.append(Answer(at, denies, lexeme, speaker, end, bound=last == at))
    return found


_THIS: Final = frozenset(("هو", "هي", "هذا", "ذلك"))
_WHAT: Final = frozenset(("ما", "الذي"))
_THOUGH: Final = "وان"
_NEAR: Final = 8
"""So many tokens a verb may stand before what it denies: its subject comes between."""


def _taken_up(draft: Draft, at: int) -> int:
    """The last token of what means what was said: the verb's own behind "وهو ما", "الأمر الذي"; "ذلك", "هذه الأنباء" behind it; or -1."""
    words, said = draft.words, draft.lexicon.groups["what-was-said"]
    stretch = draft.stretches[draft.sentence_of[at]]
    that = draft.lexicon.groups["that"]
    near = range(at + 1, min(stretch.end, at + 1 + _NEAR))
    if _before_verb(draft, at, stretch.first):
        return -1 if any(words[k].fold in that for k in near) else at  # "وهذا ما يؤكد أن": what is said follows
    for k in near:
        word = words[k]
        if word.kind == "punct" or word.fold in that or (word.verb and not word.nominal):
            break
        if not (word.stem in said and (word.definite or "demonstrative" in word.function)) or not _stands_alone(draft, at, k):
            continue
        behind = words[k + 1] if k + 1 < stretch.end else None
        whole = behind is None or behind.kind == "punct" or (behind.kind != "noun" and draft.at[k + 1] < 0)
        if whole or "demonstrative" in words[k - 1].function:
            return k
    return -1


def _stands_alone(draft: Draft, at: int, position: int) -> bool:
    """Whether what was said is what a verb denies, and not what its object is of ("أهمية ذلك") or what leads elsewhere ("قبل ذلك")."""
    words = draft.words
    first = position - ("demonstrative" in words[position - 1].function and position - 1 > at)
    before = words[first - 1]
    if words[first].prep not in ("", "ب"):
        return False
    if "prep" in before.function:
        return before.stem in _TO_IT
    annexed = draft.at[first - 1] < 0 and before.nominal and first - 1 > at
    return not annexed or before.stem in draft.lexicon.groups["truth-of"]


_TO_IT: Final = frozenset(("علي", "ب"))


def _before_verb(draft: Draft, at: int, start: int) -> bool:
    """Whether right before a verb is told what was said, "وهو ما", "الأمر الذي", "وهي مزاعم"; or nothing else is: "وإن | أنكرت"."""
    words, said = draft.words, draft.lexicon.groups["what-was-said"]
    if at - 1 > start and words[at - 1].fold == _THOUGH:
        subject = draft.subject_of.get(at, -1)
        behind = max(at, draft.phrases[subject].last if subject >= 0 else at) + 1
        return behind >= len(words) or words[behind].kind == "punct"
    if at - 2 < start:
        return False
    this = words[at - 2].stem in _THIS
    return (words[at - 1].fold in _WHAT and (this or words[at - 2].stem in said)) or (
        this and bool(words[at].pronoun) and words[at - 1].stem in said
    )


def _speaker(draft: Draft, at: int) -> int:
    """Whose words the verb is: its subject, by whatever he is called; of "what he denies" who stands right behind it; or -1.

    Where he hides, he is who did something last: "قالت واشنطن إن | تركيا دعمت داعش، وإن أنكرت".
    """
    behind = next((draft.at[k] for k in range(at + 1, min(at + 1 + _BESIDE, len(draft.words))) if draft.at[k] >= 0), -1)
    what = at > 0 and draft.words[at - 1].fold in _WHAT
    index = behind if what else draft.subject_of.get(at, behind)
    hides = index >= 0 and draft.phrases[index].first < at and (draft.words[at].conj or draft.phrases[index].named_to + 1 < at)
    if hides and not what:
        start = draft.stretches[draft.sentence_of[at]].first
        index = next((draft.subject_of[k] for k in range(at - 1, start - 1, -1) if k in draft.subject_of), index)
    if index >= 0 and draft.phrases[index].antecedent >= 0:
        index = draft.phrases[index].antecedent
    if index < 0 or not speaks(draft.phrases[index]) or (what and draft.phrases[index].prep):
        return -1
    forms = draft.words[at].third
    return index if any(not e.gender or same_gender(draft.phrases[index], e.gender) for e in forms) else -1


_BESIDE: Final = 2
"""So many tokens on stands who denies it: "ما أقرت به | القاهرة"."""


def _denied(draft: Draft, at: int) -> bool:
    """Whether the verb itself is denied: "لم تنف الدوحة ذلك"."""
    return at > 0 and "negation-particle" in draft.words[at - 1].function


_OWN: Final = frozenset(("state", "organ", "force"))
"""What one state answers for."""
_SAYING: Final = frozenset(("ACCUSE", "REQUEST", "THREATEN"))
"""What was said, and not what was said of somebody: who denies an accusation doesn't deny that he is accused."""
_TOLD: Final = frozenset(("asserted", "alleged", "intended"))


def _meant(draft: Draft, answer: Answer, speaker: End, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that an answer takes up: those before it in its sentence; where none are, what he does in the one before."""
    before = draft.span(answer.at, answer.at).start
    at = draft.sentence_of[answer.at]
    here = [c for c in _told(draft, at, claims, speaker) if c.trigger.end <= before]
    if here or answer.bound or not at:
        return _of_him(here, speaker)
    told = _told(draft, at - 1, claims, speaker)
    others_words = [c for c in told if c.voice or c.modality == "alleged"]
    return [c for c in told if c.source is not None and _answers_for(speaker, c.source)] or _of_him(others_words, speaker)


def _told(draft: Draft, sentence: int, claims: Sequence[Claim], speaker: End) -> list[Claim]:
    """The claims of a sentence that somebody may answer."""
    return [c for c in insentence.of(draft, sentence, claims) if _may_be_answered(c, speaker)]


def _may_be_answered(claim: Claim, speaker: End) -> bool:
    """Whether a claim tells something, of two, that is no speech and was not said by whoever answers."""
    tells = claim.modality in _TOLD and claim.relation not in _SAYING and claim.source is not None and claim.target is not None
    return tells and all(voice.actor.id != speaker.actor.id for voice in claim.voice)


def _of_him(told: list[Claim], speaker: End) -> list[Claim]:
    """Of what was told: what he does; else the last thing that is done to him; else what alone was told."""
    does = [c for c in told if c.source is not None and _answers_for(speaker, c.source)]
    if does:
        return does
    suffers = [c for c in told if c.target is not None and _answers_for(speaker, c.target)]
    last = suffers[-1:] or (told if len({c.trigger for c in told}) == 1 else [])
    return [c for c in told if last and c.trigger == last[-1].trigger]


def _answers_for(speaker: End, end: End) -> bool:
    """Whether somebody speaks for one end of a claim: for himself, or one of a state's for what is the state's."""
    one, two = speaker.actor, end.actor
    return one.id == two.id or (bool(one.country) and one.country == two.country and {one.kind, two.kind} <= _OWN | {"person"})


def _answered(draft: Draft, answer: Answer, speaker: End, claim: Claim) -> Claim:
    """A claim once more, denied or borne out in another's voice: with the words of both, or of the answer where it is a sentence apart."""
    said = draft.span(answer.at, answer.at)
    stretch, speaks_at = draft.stretches[draft.sentence_of[answer.at]], draft.phrases[answer.speaker].first
    first = min(answer.at, speaks_at) if speaks_at >= stretch.first else answer.at
    words = draft.span(first, answer.last)
    if claim.evidence.start >= draft.span(stretch.first, stretch.first).start:
        words = Span(min(claim.evidence.start, words.start), max(claim.evidence.end, words.end))
    turned: Polarity = "affirmed" if claim.polarity == "negated" else "negated"
    word = "denies" if answer.denies else "bears out"
    return replace(
        claim,
        polarity=turned if answer.denies else claim.polarity,
        modality="asserted",
        voice=(speaker,),
        trigger=said,
        evidence=words,
        credence=round(claim.credence * SURE, 3),
        reported=False,
        reasons=(*claim.reasons, Reason("row", answer.lexeme.ref, f"{answer.lexeme.lemma}: {word} what was said before", said)),
    )


SURE: Final = 0.9
"""How likely it is that an answer is to the claim that was taken for it."""
