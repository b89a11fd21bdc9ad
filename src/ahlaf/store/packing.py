"""A reading ↔ bytes, and a reading → flat rows.

The whole of what the coder said of a document is packed as one piece (JSON, zlib), reasons included: actors
once, everything else pointing at them by number. Claims also get a flat row each, which decisions may change;
the packed reading never changes.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ahlaf.model import Actor, Claim, Document, End, Mention, Reading, Reason, Sentence, Span
from ahlaf.store.folding import words
from ahlaf.store.records import SIDES

Flat = dict[str, Any]

SAID: Final = (
    *SIDES,
    "relation",
    "sign",
    "polarity",
    "modality",
    "mode",
    "time",
    "place",
    "number_said",
    "trigger_start",
    "trigger_end",
    "evidence_start",
    "evidence_end",
)
"""What a claim says: the fields that a review may pin or correct. Ends are actors' ids as coded."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A coded document, ready to be written: made where the coding is done, so that writing is short."""

    document: int
    reading: bytes
    claims: tuple[Flat, ...]
    actors: tuple[Actor, ...]
    digest: str
    error: str = ""


def prepare(number: int, reading: Reading) -> Prepared:
    """A reading of a document of the project, packed and flattened."""
    found = {a.id: a for a in reading.actors}
    for claim in reading.claims:
        for end in (claim.source, claim.target, *claim.voice):
            if end is not None:
                found.setdefault(end.actor.id, end.actor)
        if claim.place is not None:
            found.setdefault(claim.place.id, claim.place)
    for mention in reading.mentions:
        found.setdefault(mention.actor.id, mention.actor)
    text = reading.document.text
    rows = tuple(flat(c, text, n) for n, c in enumerate(reading.claims, start=1))
    used = {r[k] for r in rows for k in (*SIDES, "place")}
    actors = tuple(a for a in found.values() if a.id in used)
    return Prepared(number, pack(reading, tuple(found.values())), rows, actors, reading.digest)


def flat(claim: Claim, text: str, number: int) -> Flat:
    """A claim as a row, just as the machine put it."""
    speaker = claim.voice[0] if claim.voice else None
    return {
        "number": number,
        "source": claim.source.actor.id if claim.source else None,
        "source_words": claim.source.names[0] if claim.source else None,
        "target": claim.target.actor.id if claim.target else None,
        "target_words": claim.target.names[0] if claim.target else None,
        "voice": speaker.actor.id if speaker else None,
        "voice_words": speaker.names[0] if speaker else None,
        "relation": claim.relation,
        "sign": claim.sign,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "mode": claim.mode,
        "time": claim.time,
        "place": claim.place.id if claim.place else None,
        "number_said": claim.number,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "words": words(claim.evidence.of(text)),
        "credence": float(claim.credence),
        "rule": claim.rule,
        "coders": " ".join(claim.coders) or None,
        "differs": " ".join(claim.differs) or None,
        "reported": claim.reported,
    }


def pack(reading: Reading, actors: Sequence[Actor]) -> bytes:
    """A reading as bytes, its document left out."""
    at = {a.id: n for n, a in enumerate(actors)}

    def end(found: End | None) -> list[Any] | None:
        return None if found is None else [at[found.actor.id], list(found.names), *_span(found.span)]

    whole = {
        "sentences": [[*_span(s.span), s.kind] for s in reading.sentences],
        "actors": [[a.id, a.name, a.name_en, a.kind, a.country, a.sector] for a in actors],
        "listed": [at[a.id] for a in reading.actors],
        "mentions": [[at[m.actor.id], m.kind, m.text, *_span(m.span)] for m in reading.mentions],
        "claims": [
            [
                end(c.source),
                end(c.target),
                c.relation,
                c.sign,
                c.polarity,
                c.modality,
                [end(v) for v in c.voice],
                _span(c.trigger),
                _span(c.evidence),
                c.rule,
                c.credence,
                c.mode,
                c.time,
                None if c.place is None else at[c.place.id],
                c.number,
                None if c.purpose is None else _span(c.purpose),
                [[r.kind, r.ref, r.says, None if r.span is None else _span(r.span), r.weight] for r in c.reasons],
                *([list(c.coders), list(c.differs), c.reported] if c.coders or c.reported else []),
            ]
            for c in reading.claims
        ],
        "digest": reading.digest,
        "notes": dict(reading.notes),
    }
    return zlib.compress(json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack(packed: bytes, document: Document) -> Reading:
    """The reading of a document, just as it was."""
    whole = json.loads(zlib.decompress(packed))
    actors = [Actor(*fields) for fields in whole["actors"]]

    def end(found: list[Any] | None) -> End | None:
        return None if found is None else End(actors[found[0]], tuple(found[1]), Span(found[2], found[3]))

    claims = tuple(
        Claim(
            source=end(c[0]),
            target=end(c[1]),
            relation=c[2],
            sign=c[3],
            polarity=c[4],
            modality=c[5],
            voice=tuple(e for v in c[6] if (e := end(v)) is not None),
            trigger=Span(*c[7]),
            evidence=Span(*c[8]),
            rule=c[9],
            credence=c[10],
            mode=c[11],
            time=c[12],
            place=None if c[13] is None else actors[c[13]],
            number=c[14],
            purpose=None if c[15] is None else Span(*c[15]),
            reasons=tuple(Reason(r[0], r[1], r[2], None if r[3] is None else Span(*r[3]), r[4]) for r in c[16]),
            coders=tuple(c[17]) if len(c) > 17 else (),
            differs=tuple(c[18]) if len(c) > 18 else (),
            reported=c[19] if len(c) > 19 else False,
        )
        for c in whole["claims"]
    )
    return Reading(
        document,
        tuple(Sentence(Span(s[0], s[1]), s[2]) for s in whole["sentences"]),
        tuple(Mention(Span(m[3], m[4]), actors[m[0]], m[1], m[2]) for m in whole["mentions"]),
        tuple(actors[n] for n in whole["listed"]),
        claims,
        whole["digest"],
        whole["notes"],
    )


def said(row: Mapping[str, Any]) -> Flat:
    """What a flat row says, without where it is kept."""
    return {key: row[key] for key in SAID}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
