"""Claims that a person added because the machine missed them.

Such a claim is a decision like any other (kind ``claim``), and a row beside the machine's: its number is the
decision's below nought, so that it never meets one of the machine's, and recoding leaves it alone. Adding it
counts as its author's confirmation; others may review it, and undoing hides it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from ahlaf.model import Claim, Document, End, Span
from ahlaf.store import documents, journal
from ahlaf.store.book import Book
from ahlaf.store.errors import ProjectError
from ahlaf.store.folding import words
from ahlaf.store.packing import SAID, Flat
from ahlaf.store.records import SIDES, Review
from ahlaf.store.schema import claim, decision

RULE: Final = "person"
"""The rule that a person's claim rests on."""
_NOTHING_SAID: Final = {"mode": "", "time": None, "place": None, "number_said": None}


def add(connection: Connection, number: int, who: str, note: str, said: Mapping[str, Any], known: Book, shown: str) -> tuple[int, int]:
    """Write a claim down; gives the decision's and the claim's number.

    Args:
        connection: one that may write.
        number: the document.
        who: whose claim it is.
        note: why.
        said: the fields, as :func:`.corrections.read` gives them: at least one end and a relation.
        known: the decisions on actors.
        shown: the project, for messages.

    Raises:
        NoSuch: there is no such document.
        ProjectError: no end, or no relation.
    """
    about = documents.get(connection, number, shown)
    raw = documents.full(connection, number).text
    if "relation" not in said:
        raise ProjectError(shown, "a claim says a relation", "relation=SUPPORT, relation=OPPOSE, …")
    if not said.get("source") and not said.get("target"):
        raise ProjectError(shown, "a claim has at least one end", "give source_span or target_span")
    content = _whole(said, raw, shown)
    made = journal.write(connection, journal.CLAIM, who, note=note, document=number, content=content)
    ends = {f"{s}_coded": content[s] for s in SIDES}
    final = {s: None if content[s] is None else known.final(content[s]) for s in SIDES}
    row = {
        **{k: content[k] for k in (*SAID, *(f"{s}_words" for s in SIDES))},
        **ends,
        **final,
        "document": number,
        "number": -made,
        "words": words(raw[content["evidence_start"] : content["evidence_end"]]),
        "credence": 1.0,
        "rule": RULE,
        "status": "confirmed",
        "date": about.date,
        "hidden": about.hidden,
        "added": made,
    }
    new = int(connection.execute(insert(claim).values(**row)).inserted_primary_key[0])  # type: ignore[index]
    connection.execute(update(decision).where(decision.c.id == made).values(claim=new))
    return made, new


def _whole(said: Mapping[str, Any], raw: str, shown: str) -> dict[str, Any]:
    """All fields of a claim: its words are those that hold its ends and its trigger."""
    content: dict[str, Any] = {"polarity": "affirmed", "modality": "asserted", **_NOTHING_SAID}
    content |= dict.fromkeys((*SIDES, *(f"{s}_words" for s in SIDES)))
    content |= said
    spans = [Span(*said[f"{s}_span"]) for s in ("source", "target") if said.get(f"{s}_span")]
    if "trigger_start" in said:
        spans.append(Span(said["trigger_start"], said["trigger_end"]))
    if "evidence_start" in said:
        spans.append(Span(said["evidence_start"], said["evidence_end"]))
    if not spans:
        raise ProjectError(shown, "a claim points at its words", "give source_span, target_span, trigger or evidence")
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    content["evidence_start"], content["evidence_end"] = whole.start, whole.end
    content.setdefault("trigger_start", whole.start)
    content.setdefault("trigger_end", whole.end)
    content["evidence"] = whole.of(raw)
    return content


def hide(connection: Connection, made: int, *, hidden: bool) -> None:
    """Hide the claim of a decision that is undone, or bring it back; with a hidden document it stays hidden."""
    row = connection.execute(select(claim.c.id, claim.c.document).where(claim.c.added == made)).first()
    if row is not None:
        away = documents.get(connection, row.document).hidden
        connection.execute(update(claim).where(claim.c.id == row.id).values(hidden=hidden or away))


def machine_like(connection: Connection, number: int) -> dict[int, Flat]:
    """The claims that persons added to a document, in the shape of the machine's, by their numbers below nought."""
    query = select(decision.c.id, decision.c.content).where(decision.c.document == number, decision.c.kind == journal.CLAIM)
    return {-int(made): {"number": -int(made), **json.loads(content)} for made, content in connection.execute(query)}


def as_reviews(connection: Connection, number: int | None = None) -> list[Review]:
    """Additions in a document, or in all of them, as the confirmations that they are."""
    query = select(decision).where(decision.c.kind == journal.CLAIM).order_by(decision.c.id)
    if number is not None:
        query = query.where(decision.c.document == number)

    def seen(row: Mapping[Any, Any]) -> Mapping[str, Any]:
        return {"number": -row["id"], **json.loads(row["content"])}

    return [
        Review(r["id"], r["document"], r["claim"], "confirm", r["who"], r["at"], r["note"], {}, seen(r), bool(r["active"]))
        for r in connection.execute(query).mappings()
    ]


def as_claim(said: Mapping[str, Any], ends: Mapping[str, End | None], found: Document) -> Claim:
    """A person's claim as a coder would have put it."""
    evidence = Span(said["evidence_start"], said["evidence_end"])
    assert evidence.end <= len(found.text)
    voice = ends["voice"]
    return Claim(
        source=ends["source"],
        target=ends["target"],
        relation=said["relation"],
        sign=said["sign"],
        polarity=said["polarity"],
        modality=said["modality"],
        voice=() if voice is None else (voice,),
        trigger=Span(said["trigger_start"], said["trigger_end"]),
        evidence=evidence,
        rule=RULE,
        credence=1.0,
        mode=said["mode"],
        time=said["time"],
        number=said["number_said"],
    )


def span_of(said: Mapping[str, Any], side: str) -> Span | None:
    """Where an end stands, as its author pointed at it."""
    pair: Sequence[int] | None = said.get(f"{side}_span")
    return None if pair is None else Span(*pair)
