"""Decided frames → claims: ends multiplied out (:mod:`.pairing`), named as the text does (:mod:`.namer`), with voice, scope and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from ahlaf.coding.claiming import answers, contrasts, denials, details, meant, pairing, reported
from ahlaf.coding.claiming.namer import Namer
from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.nounphrases import places, wording
from ahlaf.coding.times import dates
from ahlaf.coding.voices import unknown, voice
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.weighing.encoder import Seen
from ahlaf.coding.weighing.manner import Manner, Meaning
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import Claim, End, Reason, Span
from ahlaf.relations import RELATIONS
from ahlaf.text.views import fold


def make(draft: Draft, frames: list[Frame], seen: Seen, manner: Manner) -> list[Claim]:
    """The claims of a document, made of the frames that are put out, in the order of their triggers.

    Two words side by side that tie the same ends with the same sign tell one event, "تدعم وتمول": the surer one is kept.
    """
    namer = Namer(draft)
    unknown.add(draft)
    spoken = voice.speeches(draft)
    dated = dates.find(draft)
    made: list[Claim | None] = []
    previous: dict[tuple[str, str, int], int] = {}
    previous_last = -10
    for frame in frames:
        frame.trigger.sense = frame.sense
    for frame, weighed in zip(frames, manner.of(draft, seen, [f.trigger for f in frames], spoken), strict=True):
        told = meant.settle(draft, frame, weighed)
        beside = frame.trigger.first - previous_last <= 2
        own: dict[tuple[str, str, int], int] = {}
        for source, target in pairing.of(draft, frame):
            claim = _claim(draft, namer, frame, told, source, target, dated)
            if claim is None:
                continue
            key = (
                claim.source.actor.id if claim.source else "",
                claim.target.actor.id if claim.target else "",
                claim.sign,
            )
            if key in own or (RELATIONS[claim.relation].mutual and (key[1], key[0], key[2]) in own):
                continue  # "بحث الوزير ونظيره العلاقات بين البلدين": each with the other once
            if beside and key in previous:
                before = made[previous[key]]
                if before is None or before.credence >= claim.credence:
                    continue
                made[previous[key]] = None
            own[key] = len(made)
            made.append(claim)
        if own:
            previous, previous_last = own, frame.trigger.last
    found = [claim for claim in made if claim is not None]
    for more in _TAKEN_UP:
        found = sorted([*found, *more(draft, namer, found)], key=lambda claim: claim.trigger.start)
    return found


_TAKEN_UP: Final[tuple[Callable[[Draft, Namer, Sequence[Claim]], Iterable[Claim]], ...]] = (contrasts.more, answers.more, denials.more)
"""What takes up claims and is told of them in claims of its own: who is set against another, the text's own answers, then
who denies or bears out."""


def _claim(
    draft: Draft,
    namer: Namer,
    frame: Frame,
    told: Meaning,
    source: int,
    target: int,
    dated: list[dates.Dated],
) -> Claim | None:
    one, two = _ends(draft, namer, frame, source, target)
    if one is not None and two is not None and one.actor.id == two.actor.id:
        return None
    trigger = draft.span(frame.trigger.first, frame.trigger.last)
    evidence = _evidence(draft, frame, (source, target))
    sense = frame.sense
    more = details.of(draft, frame.trigger.first, frame.trigger.last, (source, target), dated)
    return Claim(
        source=one,
        target=two,
        relation=sense.relation,
        sign=sense.sign,
        polarity=told.polarity,
        modality=told.modality,
        voice=tuple(namer.speaker(i) for i in told.voice),
        trigger=trigger,
        evidence=evidence,
        rule=sense.ref,
        credence=round(frame.credence, 3),
        mode=sense.mode,
        time=more.time,
        place=more.place,
        number=more.number,
        purpose=more.purpose,
        reported=reported.is_reported(draft, frame.trigger, told, (source, target), more),
        reasons=_reasons(draft, frame, trigger, ((source, one), (target, two))),
    )


def _ends(draft: Draft, namer: Namer, frame: Frame, source: int, target: int) -> tuple[End | None, End | None]:
    """Who the two ends are: of what is done to the ground the town, and the state that calls its envoy home from another."""
    whole = (frame.source.phrase, frame.target.phrase)
    one = namer.state_of(source, *whole) if source >= 0 else None
    two = namer.state_of(target, *whole[::-1]) if target >= 0 else None
    if two is not None and _on_ground(draft, frame) and (city := places.city(draft, draft.phrases[target])):
        two = replace(two, actor=city, names=(wording.called(draft, draft.phrases[target]),))
    if target >= 0 and _calls_home(draft, frame):
        two = namer.country_of(target)
    return one, two


def _reasons(draft: Draft, frame: Frame, trigger: Span, ends: tuple[tuple[int, End | None], ...]) -> tuple[Reason, ...]:
    """Why a claim is made: the row of its word, those of its ends, and where these stand to the word."""
    sense = frame.sense
    return (
        Reason("row", sense.ref, f"{sense.lemma}: {sense.gloss} → {sense.relation}", trigger),
        *(
            Reason("row", draft.phrases[i].ref, draft.phrases[i].actor.name, end.span)  # type: ignore[union-attr]
            for i, end in ends
            if end is not None and draft.phrases[i].ref
        ),
        Reason("score", f"source {frame.source.place}", "where the source stands to the words", None, frame.p_source),
        Reason("score", f"target {frame.target.place}", "where the target stands to the words", None, frame.p_target),
    )


def _calls_home(draft: Draft, frame: Frame) -> bool:
    """Whether somebody calls his own envoy home, which is aimed at a state: "استقبل | الرئيس التونسي المتمردين، فاستدعت كندا سفيرها"."""
    direct = draft.object_of.get(frame.trigger.first, -1)
    if frame.sense.relation != "SANCTION" or direct < 0 or frame.target.phrase >= direct:
        return False
    word = draft.words[draft.phrases[direct].first]
    return bool(word.pronoun) and word.stem in draft.lexicon.groups["envoy"]


def _on_ground(draft: Draft, frame: Frame) -> bool:
    """Whether what is done can only be done to a town: who bombs or takes Damascus does it to the city."""
    return fold(frame.sense.lemma) in draft.lexicon.groups["on-ground"]


def _evidence(draft: Draft, frame: Frame, ends: tuple[int, int]) -> Span:
    """The shortest stretch of the sentence that holds the trigger and both ends where they stand in it."""
    trigger = frame.trigger
    first, last = trigger.first, trigger.last
    if trigger.light >= 0:
        first = min(first, trigger.light)
    marks: list[Phrase] = [draft.phrases[i] for i in (*ends, frame.source.phrase, frame.target.phrase) if i >= 0]
    for phrase in marks:
        if phrase.sentence == trigger.sentence:
            first, last = min(first, phrase.first), max(last, phrase.last)
    return draft.span(*_closed(draft, first, last))


def _closed(draft: Draft, first: int, last: int) -> tuple[int, int]:
    """A stretch with the bracket or quotation mark right beside it whose other half is inside: no "المالكي) الذي"."""
    words = draft.words
    inside = [word.bare for word in words[first : last + 1]]
    before, behind = words[first - 1].bare if first else "", words[last + 1].bare if last + 1 < len(words) else ""
    for opening, closing in QUOTES.items():
        if opening == closing:
            continue
        missing = inside.count(closing) - inside.count(opening)
        if before == opening and missing > 0:
            first -= 1
        elif behind == closing and missing < 0:
            last += 1
    return first, last
