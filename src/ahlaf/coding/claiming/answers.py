"""What a text asks and answers itself: "من يمول الحزب؟ | كندا.", "هل تدعم كندا الحزب؟ | نعم، …".

The answer names neither the relation nor the other end: these are the question's. Who is asked for takes the end that the
question leaves open, and yes or no says whether what it asks is so. The question stays a claim of its own beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, starmap
from typing import Final, NamedTuple

from ahlaf.coding.claiming import gapped, insentence
from ahlaf.coding.claiming.namer import Namer
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.weighing.decide import HALF
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import SOMEBODY
from ahlaf.model import Claim, Reason, Span
from ahlaf.text.split import Stretch

ANSWER: Final = "answer"
"""What the reason refers to that shows the words of the answer."""


class Asked(NamedTuple):
    """A question, and the sentence behind it that may answer."""

    question: Stretch
    answer: Stretch


def more(draft: Draft, namer: Namer, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What a document's own answers make of its questions."""
    for at, asked in enumerate(starmap(Asked, pairwise(draft.stretches))):
        if draft.words[asked.question.end - 1].bare not in _ASKS or asked.answer.kind != asked.question.kind:
            continue
        if open_ := [c for c in insentence.of(draft, at, claims) if c.modality == "questioned"]:
            yield from _whether(draft, asked, open_) or _who(draft, namer, asked, open_)


_ASKS: Final = ("؟", "?")
_STOPS: Final = frozenset(".،؛:!؟?,…")


def _whether(draft: Draft, asked: Asked, claims: Sequence[Claim]) -> list[Claim]:
    """What is asked with "whether" as yes or no answers it; a denial in the question leaves open what "yes" means."""
    words, says = draft.words, draft.lexicon.groups["yes-or-no"]
    first, end = asked.answer.first, asked.answer.end
    last = first
    while last < end and words[last].fold in says:
        last += 1
    if last == first or (last < end and words[last].bare not in _STOPS) or not _asks_whether(draft, asked.question):
        return []
    no = any(says[words[at].fold] == "no" for at in range(first, last))
    said = draft.span(first, last - 1)
    return [
        replace(
            claim,
            polarity="negated" if no else "affirmed",
            modality="asserted",
            trigger=said,
            evidence=Span(claim.evidence.start, said.end),
            credence=round(claim.credence * SURE, 3),
            reported=False,
            reasons=(*claim.reasons, Reason("words", ANSWER, "the text answers its question", said)),
        )
        for claim in claims
        if claim.polarity == "affirmed"
    ]


def _asks_whether(draft: Draft, question: Stretch) -> bool:
    return any(draft.words[at].fold in draft.lexicon.groups["asks-whether"] for at in range(question.first, question.end))


def _who(draft: Draft, namer: Namer, asked: Asked, claims: Sequence[Claim]) -> list[Claim]:
    """What is asked with "who" of those who stand alone in the answer, one claim for each."""
    named, last = _named(draft, asked.answer) if _asks_who(draft, asked.question) else ([], -1)
    found = []
    for claim in claims:
        if claim.polarity == "negated" or (claim.source is None) is (claim.target is None):
            continue
        for end in map(namer.end, named):
            other = claim.target if claim.source is None else claim.source
            if other is None or end.actor.id == other.actor.id:
                continue
            found.append(
                replace(
                    claim,
                    source=end if claim.source is None else claim.source,
                    target=end if claim.target is None else claim.target,
                    modality="asserted",
                    evidence=Span(claim.evidence.start, draft.span(last, last).end),
                    credence=round(claim.credence ** (1 / HALF) * SURE, 3),
                    reported=False,
                    reasons=(*claim.reasons, Reason("words", ANSWER, "the text answers its question", end.span)),
                )
            )
    return found


def _asks_who(draft: Draft, question: Stretch) -> bool:
    """Whether a question asks who it is, or from whom it comes: "من يمول", "لمن", "من أين يستمد"; no "من بغداد"."""
    who = draft.lexicon.groups["asks-who"]
    return any(
        draft.words[at].stem in who and (at == question.first or draft.words[at - 1].kind in ("punct", "func") or draft.words[at].conj)
        for at in range(question.first, question.end)
    )


def _named(draft: Draft, answer: Stretch) -> tuple[list[int], int]:
    """Whom an answer names that says no more than with what, several multiplied out, and its last token; nobody where it is a clause."""
    words, opens = draft.words, draft.lexicon.groups["opens-answer"]
    at = answer.first
    while at < answer.end and (words[at].stem in opens or words[at].bare in _STOPS):
        at += 1
    named: list[int] = []
    while (more := _members(draft, at, answer.end, first=not named)) is not None:
        named += more
        last = max(draft.phrases[one].named_to for one in more)
        at = last + 1
        if (behind := gapped.by_means(draft, at, answer.end)) >= 0:  # "كندا | بالسلاح، وكينيا بالمال"
            at, last = behind, behind - 1
        else:
            break
    while at < answer.end and words[at].stem in opens:
        at += 1  # "كندا | طبعا"
    return (named, last) if named and (at >= answer.end or words[at].bare in _STOPS) else ([], -1)


def _members(draft: Draft, at: int, end: int, *, first: bool) -> list[int] | None:
    """Somebody at a token, or joined to those before him there, with all who are named together with him; None where nobody is."""
    index = (draft.at[at] if at < end else -1) if first else gapped.joined(draft, at, end)
    here = index >= 0 and draft.phrases[index].kind in SOMEBODY and (not first or draft.phrases[index].first == at)
    return list(members(draft, index)) if here else None


SURE: Final = 0.9
"""How likely it is that a sentence answers the question before it."""
