"""Where in a document the ends of its claims stand: what a reader of the page sees lit.

A claim's row has its evidence and its trigger. Where its ends, its speakers and its purpose stand is in what the
coder said, or in the correction or addition that a person made; an end that was corrected by name alone is looked
for in the words of the claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from ahlaf.model import Claim, End, Span
from ahlaf.store import claims, documents, persons, reviews
from ahlaf.store.book import Book
from ahlaf.store.folding import words
from ahlaf.store.records import KeptClaim, Party, Placed
from ahlaf.store.wanted import Wanted


def of_document(connection: Connection, number: int, known: Book, shown: str) -> list[Placed]:
    """The claims of a document, in the order of their words."""
    found = list(claims.find(connection, Wanted(document=number)))
    placed = of_claims(connection, number, found, known, shown)
    return sorted(placed, key=lambda p: (p.claim.evidence.start, p.claim.trigger.start, p.claim.id))


def of_claims(connection: Connection, number: int, found: Sequence[KeptClaim], known: Book, shown: str) -> list[Placed]:
    """Some claims of one document."""
    whole = claims.reading(connection, number, shown)
    raw = documents.full(connection, number).text
    coded = {} if whole is None else dict(enumerate(whole.claims, start=1))
    added = persons.machine_like(connection, number)
    changes = _changes(connection, number) if any(c.status == "corrected" for c in found) else {}
    return [_placed(c, coded.get(c.number), added.get(c.number, {}), changes.get(c.id, {}), raw, known) for c in found]


def _changes(connection: Connection, number: int) -> dict[int, Mapping[str, Any]]:
    """The corrections that count in a document, by claim: the newest of each, or of those who confirmed it."""
    return {r.claim: r.changes for r in reviews.of_document(connection, number) if r.active and r.changes and r.claim is not None}


def _placed(
    found: KeptClaim, coded: Claim | None, added: Mapping[str, Any], changes: Mapping[str, Any], raw: str, known: Book
) -> Placed:
    def end(side: str, party: Party | None, was: End | None) -> Span | None:
        if party is None:
            return None
        if side in changes:
            return persons.span_of(changes, side) or _looked_for(party, found, raw)
        if added:
            return persons.span_of(added, side) or _looked_for(party, found, raw)
        return was.span if was is not None and was.names[0] == party.words else _looked_for(party, found, raw)

    chain = coded.voice if coded is not None else ()
    voices: tuple[tuple[Party, Span | None], ...] = ()
    if found.voice is not None:
        first = (found.voice, end("voice", found.voice, chain[0] if chain else None))
        rest = () if "voice" in changes else chain[1:]
        voices = (first, *((_party(e, known, found.document), e.span) for e in rest))
    return Placed(
        found,
        end("source", found.source, coded.source if coded else None),
        end("target", found.target, coded.target if coded else None),
        voices,
        coded.purpose if coded else None,
        coded.reasons if coded else (),
    )


def _party(found: End, known: Book, document: int) -> Party:
    final = known.resolve(found.actor.id, words(found.names[0]), document)
    shown = known.shown.get(final, {}).get("name")
    return Party(final, shown or (found.actor.name if final == found.actor.id else final), found.names[0])


def _looked_for(party: Party, found: KeptClaim, raw: str) -> Span | None:
    """The first place in the claim's words where an end is called as it is."""
    at = raw.find(party.words, found.evidence.start, found.evidence.end) if party.words else -1
    return None if at < 0 else Span(at, at + len(party.words))
