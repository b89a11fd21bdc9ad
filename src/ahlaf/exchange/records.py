"""A reading as plain data: the one place that says how claims, actors and documents are written out.

:func:`document` gives the nested shape of the JSON formats (published as ``claims.schema.json``),
:func:`claim_rows` and its sisters the flat shape of the tables. Keys of what a text does not say are
left out of the nested shape and are ``None`` in the flat one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from ahlaf.model import AUTHOR, Actor, Claim, Document, End, Reading, Span
from ahlaf.relations import RELATIONS

Record = dict[str, Any]

COLUMNS: Final[Mapping[str, Mapping[str, type]]] = MappingProxyType(
    {
        "claims": {
            "document": str,
            "date": str,
            "outlet": str,
            "title": str,
            "author": str,
            "url": str,
            "claim": int,
            "source": str,
            "source_id": str,
            "source_name": str,
            "source_name_en": str,
            "source_kind": str,
            "source_country": str,
            "source_sector": str,
            "relation": str,
            "sign": int,
            "target": str,
            "target_id": str,
            "target_name": str,
            "target_name_en": str,
            "target_kind": str,
            "target_country": str,
            "target_sector": str,
            "polarity": str,
            "modality": str,
            "voice": str,
            "voice_id": str,
            "voice_name": str,
            "voice_name_en": str,
            "voice_kind": str,
            "voice_country": str,
            "voice_sector": str,
            "mode": str,
            "reported": int,
            "time": str,
            "place": str,
            "number": str,
            "purpose": str,
            "credence": float,
            "rule": str,
            "coders": str,
            "differs": str,
            "start": int,
            "end": int,
            "trigger_start": int,
            "trigger_end": int,
            "trigger": str,
            "evidence": str,
        },
        "actors": {
            "document": str,
            "id": str,
            "name": str,
            "name_en": str,
            "kind": str,
            "country": str,
            "sector": str,
            "mentions": int,
            "as_source": int,
            "as_target": int,
        },
        "mentions": {
            "document": str,
            "actor": str,
            "kind": str,
            "start": int,
            "end": int,
            "text": str,
        },
        "sentences": {
            "document": str,
            "sentence": int,
            "kind": str,
            "start": int,
            "end": int,
            "text": str,
        },
    }
)
"""The tables of a reading: their columns, in order, with their types."""
KEPT_COLUMNS: Final[Mapping[str, type]] = MappingProxyType(
    {"id": int, "status": str, "story": int, **COLUMNS["claims"], "coder": str, "version": str, "rule_book": str}
)
"""The table of a project's claims: those of a reading, each with its number in the project, how it was decided, the first
document of the near copies that tell it, and what coded it."""


def voice(claim: Claim) -> str:
    """Who is speaking: ``author``, or the nearest speaker as the text names him."""
    return claim.voice[0].names[0] if claim.voice else AUTHOR


def actor(found: Actor) -> Record:
    """An actor; ``None`` where the lexicon knows no kind, country or sector of it."""
    return {
        "id": found.id,
        "name": found.name,
        "name_en": found.name_en or None,
        "kind": found.kind or None,
        "country": found.country or None,
        "sector": found.sector or None,
    }


def claim(found: Claim, text: str) -> Record:
    """A claim in the shape of the annotation guide, with what Ahlaf knows beyond it."""
    record: Record = {
        "source": _names(found.source),
        "target": _names(found.target),
        "relation": found.relation,
        "sign": found.sign,
        "polarity": found.polarity,
        "modality": found.modality,
        "voice": voice(found),
        "trigger": found.trigger.of(text),
        "evidence": found.evidence.of(text),
        "start": found.evidence.start,
        "end": found.evidence.end,
        "trigger_span": _pair(found.trigger),
        "source_actor": actor(found.source.actor) if found.source else None,
        "target_actor": actor(found.target.actor) if found.target else None,
    }
    if found.voice:
        record["voice_actor"] = actor(found.voice[0].actor)
    if len(found.voice) > 1:
        record["voices"] = [end.names[0] for end in found.voice]
        record["voice_actors"] = [actor(end.actor) for end in found.voice]
    if RELATIONS[found.relation].event:
        record["event"] = _event(found)
    if found.time:
        record["time"] = found.time
    if found.place:
        record["place"] = actor(found.place)
    if found.number:
        record["number"] = found.number
    if found.purpose:
        record["purpose"] = found.purpose.of(text)
        record["purpose_span"] = _pair(found.purpose)
    record["credence"] = found.credence
    record["rule"] = found.rule
    if found.coders:
        record["coders"] = list(found.coders)
        record["differs"] = list(found.differs)
    return record


def document(reading: Reading) -> Record:
    """A document with its claims: one line of the JSON lines."""
    source = reading.document
    record: Record = {"id": source.id}
    for key in ("title", "author", "outlet", "date", "url", "language"):
        value = getattr(source, key)
        if value:
            record[key] = value
    record["text"] = source.text
    record["claims"] = [claim(c, source.text) for c in reading.claims]
    if reading.digest:
        record["rule_book"] = reading.digest
    if reading.notes:
        record["notes"] = dict(reading.notes)
    return record


def claim_rows(reading: Reading) -> Iterator[Record]:
    """One flat row a claim, numbered from 1 as ``ahlaf explain --claim`` counts."""
    for number, found in enumerate(reading.claims, start=1):
        yield _claim_row(number, found, reading.document)


def kept_row(within: int, found: Claim, source: Document, kept: Record) -> Record:
    """A project's claim as one flat row, under :data:`KEPT_COLUMNS`: its number within its document, and what the project knows of it."""
    row = _claim_row(within, found, source) | kept
    return {column: row[column] for column in KEPT_COLUMNS}


def _claim_row(number: int, found: Claim, source: Document) -> Record:
    """A claim as one flat row. ``source`` and its like hold the very words, ``source_name`` how the actor is called."""
    return {
        "document": source.id,
        "date": source.date,
        "outlet": source.outlet,
        "title": source.title,
        "author": source.author,
        "url": source.url,
        "claim": number,
        "source": found.source.names[0] if found.source else None,
        **_who("source", found.source),
        "relation": found.relation,
        "sign": found.sign,
        "target": found.target.names[0] if found.target else None,
        **_who("target", found.target),
        "polarity": found.polarity,
        "modality": found.modality,
        "voice": voice(found),
        **_who("voice", found.voice[0] if found.voice else None),
        "mode": found.mode or None,
        "reported": int(found.reported),
        "time": found.time,
        "place": found.place.name if found.place else None,
        "number": found.number,
        "purpose": found.purpose.of(source.text) if found.purpose else None,
        "credence": found.credence,
        "rule": found.rule,
        "coders": " ".join(found.coders) or None,
        "differs": " ".join(found.differs) or None,
        "start": found.evidence.start,
        "end": found.evidence.end,
        "trigger_start": found.trigger.start,
        "trigger_end": found.trigger.end,
        "trigger": found.trigger.of(source.text),
        "evidence": found.evidence.of(source.text),
    }


def actor_rows(reading: Reading) -> Iterator[Record]:
    """One flat row an actor, with how often it is mentioned, acts and is acted on."""
    for found in reading.actors:
        yield {
            "document": reading.document.id,
            **actor(found),
            "mentions": sum(m.actor.id == found.id for m in reading.mentions),
            "as_source": sum(c.source is not None and c.source.actor.id == found.id for c in reading.claims),
            "as_target": sum(c.target is not None and c.target.actor.id == found.id for c in reading.claims),
        }


def mention_rows(reading: Reading) -> Iterator[Record]:
    """One flat row a mention."""
    for found in reading.mentions:
        yield {
            "document": reading.document.id,
            "actor": found.actor.id,
            "kind": found.kind,
            "start": found.span.start,
            "end": found.span.end,
            "text": found.text,
        }


def sentence_rows(reading: Reading) -> Iterator[Record]:
    """One flat row a sentence, numbered from 1."""
    for number, found in enumerate(reading.sentences, start=1):
        yield {
            "document": reading.document.id,
            "sentence": number,
            "kind": found.kind,
            "start": found.span.start,
            "end": found.span.end,
            "text": found.span.of(reading.document.text),
        }


ROWS: Final = MappingProxyType(
    {"claims": claim_rows, "actors": actor_rows, "mentions": mention_rows, "sentences": sentence_rows}
)
"""The maker of each table's rows."""


def _event(found: Claim) -> Record:
    event: Record = {"type": found.relation}
    if found.mode:
        event["mode"] = found.mode
    if found.reported:
        event["reported"] = True
    return event


def _names(end: End | None) -> list[str]:
    return list(end.names) if end else []


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _who(side: str, end: End | None) -> Record:
    """The actor of an end in six cells: all that :func:`actor` tells of it."""
    known = actor(end.actor) if end else {}
    return {f"{side}_{key}": known.get(key) for key in ("id", "name", "name_en", "kind", "country", "sector")}
