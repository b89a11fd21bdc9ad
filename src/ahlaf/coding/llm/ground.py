"""Claims as offered → claims held to the words, or refused with the reason.

Every piece of a claim is looked for in the document: its evidence, in the evidence its trigger, its ends and speakers
in the evidence or elsewhere in the document. What a claim then points at is the document's own letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from ahlaf.coding.coders import Refused
from ahlaf.coding.llm.linking import Linked, Linker
from ahlaf.coding.llm.locate import Finder, Found
from ahlaf.coding.llm.schema import Offered, shorten
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Claim, End, Reason, Span
from ahlaf.relations import RELATIONS

CREDENCE: Final = 0.75
"""Of a claim for which a model gives no confidence of its own; one that it gives, from 0 to 1, is taken as it is."""
_ROUND: Final = 250
"""Letters around its evidence in which a claim's trigger may stand; the evidence is then drawn out to it."""
SAYS: Final = {
    "exact": "stands so in the text",
    "folded": "stands in the text but for marks and letter variants",
    "words": "stands in the text word for word but for clitics, spacing and punctuation",
}


class Grounder:
    """Grounds the claims of one document.

    Args:
        draft: of the document, with every step done that needs no weighing.
        model: who offers the claims.
        prompt: the digest of what it was asked.
    """

    def __init__(self, draft: Draft, model: str, prompt: str) -> None:
        self._draft = draft
        self._finder = Finder(draft)
        self._linker = Linker(draft, self._finder)
        self._rule = f"llm:{model}"
        self._origin = Reason("rule", f"prompt:{prompt}", f"the language model {model} read it so, asked with the prompt {prompt}")

    def claims(self, offered: Iterable[Offered], piece: Span) -> tuple[list[Claim], list[Refused]]:
        """The claims that stand in one piece of the document, and what was refused.

        The same claim offered twice is looked for at the next place of its quotation.
        """
        kept: list[tuple[Claim, Offered]] = []
        refused: list[Refused] = []
        seen: Counter[tuple[object, ...]] = Counter()
        for one in offered:
            same = (one.evidence, one.trigger, one.source, one.target, one.relation)
            notes: list[Refused] = []
            made = self._claim(one, piece, seen[same], notes)
            twin = next((o for c, o in kept if isinstance(made, Claim) and alike(made, c)), None)
            collapsed = isinstance(made, Refused) and made.kind == "ends" and one.source != one.target
            if collapsed or (twin is not None and (one.source, one.target) != (twin.source, twin.target)):
                # the answer tells actors apart whom the rule book's reading takes for one
                notes = []
                made = self._claim(one, piece, seen[same], notes, strict=True)
                twin = next((o for c, o in kept if isinstance(made, Claim) and alike(made, c)), None)
            seen[same] += 1
            if twin is not None:
                refused.append(_refused("duplicate", "the same predication once more", one))
            elif isinstance(made, Refused):
                refused.append(made)
            else:
                refused += notes
                kept.append((made, one))
        return [claim for claim, _ in kept], refused

    def _claim(self, one: Offered, piece: Span, earlier: int, notes: list[Refused], *, strict: bool = False) -> Claim | Refused:
        place = self._evidence(one, piece, earlier)
        if isinstance(place, Refused):
            return place
        evidence, trigger = place
        if not one.source and not one.target:
            return _refused("ends", "the claim has neither source nor target", one)
        source = self._linker.end(one.source, evidence.span, trigger.span, strict=strict)
        if one.source and source is None:
            return _refused("source", f"the source is called {_quoted(one.source[0])}, which is not in the text", one)
        target = self._linker.end(one.target, evidence.span, trigger.span, strict=strict)
        if one.target and target is None:
            return _refused("target", f"the target is called {_quoted(one.target[0])}, which is not in the text", one)
        if source is not None and target is not None and source.end.actor.id == target.end.actor.id:
            return _refused("ends", f"source and target are one actor, {source.end.actor.name}", one)
        voice = [self._linker.end((speaker,), evidence.span, trigger.span) for speaker in one.voice]
        for speaker, linked in zip(one.voice, voice, strict=True):
            if linked is None:
                return _refused("voice", f"the speaker is called {_quoted(speaker)}, which is not in the text", one)
        speakers = [linked for linked in voice if linked is not None]
        linked_ends = [("source", source), ("target", target), *(("voice", v) for v in speakers)]
        for role, linked in linked_ends:
            for string in linked.missing if linked is not None else ():
                notes.append(
                    Refused("detail", f"the {role} is also called {_quoted(string)}, which is not in the text", shorten(string), False)
                )
        return self._made(one, piece, evidence, trigger, source, target, speakers, notes)

    def _made(
        self,
        one: Offered,
        piece: Span,
        evidence: Found,
        trigger: Found,
        source: Linked | None,
        target: Linked | None,
        speakers: list[Linked],
        notes: list[Refused],
    ) -> Claim:
        credence = CREDENCE if one.confidence is None else one.confidence
        purpose = self._finder.quotation(one.purpose, piece) if one.purpose else []
        place = self._linker.place(one.place, evidence.span) if one.place else None
        time = self._linker.time(one.time, evidence.span, piece) if one.time else None
        number = self._linker.number(one.number, evidence.span, piece) if one.number else None
        details = (("time", one.time, time), ("place", one.place, place), ("number", one.number, number), ("purpose", one.purpose, purpose))
        for field, given, found in details:
            if given and not found:
                what = f"its {field}, {_quoted(given)}, is not in the text, or can't be told; the claim is kept without"
                notes.append(Refused("detail", what, shorten(given), whole=False))
        return Claim(
            source=source.end if source is not None else None,
            target=target.end if target is not None else None,
            relation=one.relation,
            sign=RELATIONS[one.relation].sign,
            polarity=one.polarity,
            modality=one.modality,
            voice=_chain(speakers),
            trigger=trigger.span,
            evidence=evidence.span,
            rule=self._rule,
            credence=round(credence, 3),
            time=time,
            place=place,
            number=number,
            purpose=min((p.span for p in purpose), key=lambda s: abs(s.start - trigger.span.end), default=None),
            reasons=tuple(self._reasons(one, evidence, trigger, source, target, speakers)),
        )

    def _reasons(
        self, one: Offered, evidence: Found, trigger: Found, source: Linked | None, target: Linked | None, speakers: list[Linked]
    ) -> Iterator[Reason]:
        """Why a claim is made: who offered it, where its words stand, who its ends and speakers are, how sure the model is."""
        yield self._origin
        yield Reason("words", "evidence", f"the evidence {SAYS[evidence.how]}", evidence.span)
        yield Reason("words", "trigger", f"the trigger {SAYS[trigger.how]}", trigger.span)
        for role, linked in (("source", source), ("target", target), *(("voice", v) for v in speakers)):
            if linked is not None:
                yield Reason("words", role, f"the {role} {SAYS[linked.how]}", linked.end.span)
                if linked.ref:
                    yield Reason("row", linked.ref, linked.end.actor.name, linked.end.span)
        if one.confidence is None:
            yield Reason("score", "confidence", "the model gave no confidence", None, CREDENCE)
        else:
            yield Reason("score", "confidence", "the model's own confidence", None, one.confidence)

    def _evidence(self, one: Offered, piece: Span, earlier: int) -> tuple[Found, Found] | Refused:
        """Where evidence and trigger stand; for a claim that was offered before, the next place of its quotation."""
        quotations = self._finder.quotation(one.evidence, piece)
        if not quotations:
            return _refused("evidence", "the quotation does not stand in the text", one)
        places = []
        for evidence in quotations:
            trigger = self._finder.word(one.trigger, evidence.span)
            if trigger is not None:
                places.append((evidence, trigger))
        if not places:
            room = Span(max(piece.start, quotations[0].span.start - _ROUND), min(piece.end, quotations[0].span.end + _ROUND))
            trigger = self._finder.word(one.trigger, room)
            if trigger is None:
                return _refused("trigger", f"its word, {_quoted(one.trigger)}, does not stand in the quotation", one)
            places = [(Found(quotations[0].span.cover(trigger.span), quotations[0].how), trigger)]
        return places[min(earlier, len(places) - 1)]


def alike(one: Claim, two: Claim) -> bool:
    """Whether two claims are one predication: the same ends and relation, carried by the same words."""
    if one.relation != two.relation or not one.trigger.overlaps(two.trigger):
        return False
    ends = [(_id(c.source), _id(c.target)) for c in (one, two)]
    return ends[0] == ends[1] or (RELATIONS[one.relation].mutual and ends[0] == ends[1][::-1])


def _id(end: End | None) -> str:
    return end.actor.id if end is not None else ""


def _chain(speakers: list[Linked]) -> tuple[End, ...]:
    chain: dict[str, End] = {}
    for linked in speakers:
        chain.setdefault(linked.end.actor.id, linked.end)
    return tuple(chain.values())


def _refused(kind: str, says: str, one: Offered) -> Refused:
    return Refused(kind, says, shorten(one.evidence))


def _quoted(words: str) -> str:
    return f"«{shorten(words, 80)}»"
