"""Decided frames → claims: ends multiplied out (:mod:`.pairing`), named as the text does (:mod:`.namer`), with voice, scope and words."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ahlaf.coding.claiming import answers, denials, details, meant, pairing, reported
from ahlaf.coding.claiming.namer import Namer
from ahlaf.coding.ends.deedbars import HARM
from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.nounphrases import places, wording
from ahlaf.coding.times import dates
from ahlaf.coding.voices import unknown, voice
from ahlaf.coding.weighing.decide import HALF, Frame, credence
from ahlaf.coding.weighing.encoder import Seen
from ahlaf.coding.weighing.manner import Manner, Meaning
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import Claim, Reason, Span
from ahlaf.relations import RELATIONS
from ahlaf.text.views import fold


def make(draft: Draft, frames: list[Frame], seen: Seen, manner: Manner, threshold: float) -> list[Claim]:
    """The claims of a document, in the order of their triggers.

    Two words side by side that tie the same ends with the same sign tell one event, "تدعم وتمول": the surer one is kept.
    """
    namer = Namer(draft)
    unknown.add(draft)
    spoken = voice.speeches(draft)
    dated = dates.find(draft)
    made: list[Claim | None] = []
    previous: dict[tuple[str, str, int], int] = {}
    previous_last = -10
    kept = _told_whole(_done_to(draft, [frame for whole in frames if (frame := _kept(draft, whole, threshold)) is not None]))
    for frame in kept:
        frame.trigger.sense = frame.sense
    for frame, weighed in zip(kept, manner.of(draft, seen, [f.trigger for f in kept], spoken), strict=True):
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
    return denials.add(draft, namer, answers.add(draft, namer, found))


def _kept(draft: Draft, whole: Frame, threshold: float) -> Frame | None:
    """A frame that is to be put out: as it is, or its surer end alone; None where it is too doubtful or says nothing."""
    enough = whole.credence >= (threshold if _both(whole) else threshold**HALF)
    frame = whole if enough else half(whole)
    return None if frame is None or frame.credence < threshold**HALF or _only_named(draft, frame) else frame


def _told_whole(frames: list[Frame]) -> list[Frame]:
    """The frames without those of a word in an expression that tells as much: "نشعر | بقلق عميق من روسيا" is one worry, and ours."""
    kept: list[Frame] = []
    whole: Frame | None = None
    for frame in frames:
        if whole is not None and frame.trigger.first <= whole.trigger.last and _says_less(frame, whole):
            continue
        if frame.trigger.form == "idiom" and _both(frame):
            whole = frame
        kept.append(frame)
    return kept


def _says_less(frame: Frame, whole: Frame) -> bool:
    """Whether one word's frame has the target and the sign of an expression's, and is the less sure; or is what that lifts.

    "رفعت واشنطن | العقوبات عن سوريا": there are none any more.
    """
    if frame.target.phrase != whole.target.phrase:
        return False
    if frame.trigger.form == "idiom":
        inside = whole.trigger.first < frame.trigger.first <= frame.trigger.last <= whole.trigger.last
        return inside and frame.sense.sign != whole.sense.sign  # "فتحت أبوابها | في وجه اللاجئين"
    lifted = whole.sense.relation in _LIFTS and frame.sense.relation in HARM
    return lifted or (frame.sense.sign == whole.sense.sign and frame.credence < whole.credence)


_LIFTS: Final = frozenset(("CONCEDE", "RETREAT", "AGREE"))
"""What expressions tell of the end of harm that is named in them."""


_ACTED_ON: Final = frozenset(("COERCE", "ASSAULT"))
"""Deeds that strike a person and not the group behind him."""
_BELONGS: Final = frozenset(("MEMBER", "LEAD", "ALLY"))
_IN: Final = frozenset(("في", "ب", "من", "ل"))
"""What stands between a person and the group that he is of, or whose man he is."""


def _done_to(draft: Draft, frames: list[Frame]) -> list[Frame]:
    """A deed against somebody of a group is done to him, and he belongs to it: "اعتقلت السلطات قياديا في الجماعة", "جاسوسا لها"."""
    told = [_to_the_person(draft, frame) for frame in frames]
    struck = {frame.target.phrase for frame in told if frame.sense.relation in _ACTED_ON} - {-1}
    for at, frame in enumerate(told):
        own = draft.at[frame.trigger.first]
        if frame.sense.relation in _BELONGS and own in struck and own not in (frame.source.phrase, frame.target.phrase):
            told[at] = frame._replace(source=frame.source._replace(phrase=own))
    return told


def _to_the_person(draft: Draft, frame: Frame) -> Frame:
    """The frame of such a deed with the person as its target who stands unnamed right before the group: "قياديا | في الجماعة"."""
    at = frame.target.phrase
    if at < 1 or frame.sense.relation not in _ACTED_ON:
        return frame
    body, person = draft.phrases[at], draft.phrases[at - 1]
    inside = body.prep in _IN and body.first - person.last == (2 if draft.words[body.first].prep == "" else 1)
    if not inside or not _one_man(draft, person, body.prep) or person.prep or person.definite or at - 1 == frame.source.phrase:
        return frame
    return frame._replace(target=frame.target._replace(phrase=at - 1))


def _one_man(draft: Draft, phrase: Phrase, prep: str) -> bool:
    """Whether a phrase is one man who is not named, or behind whom ل says whose he is: "قتلت إسرائيل | عميلا لإيران".

    No body is one, "معسكرا لداعش", and whoever expels an envoy strikes who sent him: "سفيرا لإيران".
    """
    if phrase.actor is None or phrase.number != "s" or phrase.kind not in ("nominal", "organ"):
        return False
    word = draft.words[phrase.head]
    if phrase.actor.kind == "person":
        return prep != "ل" or word.stem.removesuffix("ا") not in draft.lexicon.groups["envoy"]
    senses = (s for entry in word.entries for s in entry.lexeme.senses)
    return prep == "ل" and phrase.gender == "m" and any(s.kind == "agent" and s.relation == "ALLY" for s in senses)


SURE: Final = 0.5
"""The least share of an end that is named alone where the pair is too doubtful to be put out."""


def _both(frame: Frame) -> bool:
    return frame.source.phrase >= 0 and frame.target.phrase >= 0


def half(frame: Frame) -> Frame | None:
    """The surer end alone of a frame whose pair is too doubtful; None where neither is sure, or only one was there.

    Its credence is that there is a claim at this word at all, times the share of the end that is kept.
    """
    if not _both(frame) or max(frame.p_source, frame.p_target) < SURE:
        return None
    nobody = frame.source._replace(phrase=-1, place="doubtful")
    if frame.p_target >= frame.p_source:
        return frame._replace(source=nobody, credence=credence(frame.there * frame.p_target, both=False))
    return frame._replace(target=nobody, credence=credence(frame.there * frame.p_source, both=False))


def _only_named(draft: Draft, frame: Frame) -> bool:
    """Whether the words do no more than name a doer of whom nothing else is said: "المتظاهرون" is no protest yet."""
    if frame.source.phrase < 0 or frame.target.phrase >= 0:
        return False
    named = draft.phrases[frame.source.phrase]
    return named.first <= frame.trigger.first <= named.last


def _claim(
    draft: Draft,
    namer: Namer,
    frame: Frame,
    told: Meaning,
    source: int,
    target: int,
    dated: list[dates.Dated],
) -> Claim | None:
    whole = (frame.source.phrase, frame.target.phrase)
    ends = [namer.state_of(i, *of) if i >= 0 else None for i, of in ((source, whole), (target, whole[::-1]))]
    if target >= 0 and ends[1] is not None and _on_ground(draft, frame) and (city := places.city(draft, draft.phrases[target])):
        ends[1] = replace(ends[1], actor=city, names=(wording.called(draft, draft.phrases[target]),))
    if target >= 0 and _calls_home(draft, frame):
        ends[1] = namer.country_of(target)
    one, two = ends
    if one is not None and two is not None and one.actor.id == two.actor.id:
        return None
    trigger = draft.span(frame.trigger.first, frame.trigger.last)
    evidence = _evidence(draft, frame, (source, target))
    chain = tuple(namer.speaker(i) for i in told.voice)
    sense = frame.sense
    more = details.of(draft, frame.trigger.first, frame.trigger.last, (source, target), dated)
    reasons = (
        Reason("row", sense.ref, f"{sense.lemma}: {sense.gloss} → {sense.relation}", trigger),
        *(
            Reason("row", draft.phrases[i].ref, draft.phrases[i].actor.name, e.span)  # type: ignore[union-attr]
            for i, e in zip((source, target), ends, strict=True)
            if e is not None and draft.phrases[i].ref
        ),
        Reason("score", f"source {frame.source.place}", "where the source stands to the words", None, frame.p_source),
        Reason("score", f"target {frame.target.place}", "where the target stands to the words", None, frame.p_target),
    )
    return Claim(
        source=one,
        target=two,
        relation=sense.relation,
        sign=sense.sign,
        polarity=told.polarity,
        modality=told.modality,
        voice=chain,
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
        reasons=reasons,
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
