"""Records for people, in tables that keep Arabic in its cell, and for machines, as plain data."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any, Final

from rich.text import Text

from ahlaf.cli_store.base import narrowed
from ahlaf.exchange.terminal import FSI, NOBODY, PDI, console, found_by, harmless, show
from ahlaf.exchange.terminal import rows as table_rows
from ahlaf.store import Agreement, Candidate, Decision, Hit, KeptActor, KeptClaim, Party, Passage, Review, SetAside

Record = dict[str, Any]
_COLUMNS: Final = ("id", "date", "status", "source", "relation", "target", "voice", "modality")
_SPARE: Final = ("modality", "status", "found by", "date", "voice")
"""What a narrow terminal leaves out of them, first to last."""


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]], last: str = "", spare: Sequence[str] = ()) -> None:
    """A table on standard output; the last column takes what room is left, and ``spare`` can be left out for it."""
    titles = [*columns, *([last] if last else [])]
    keys = {str(n): title for n, title in enumerate(titles)}  # two columns may be called alike
    found = [{str(n): c if isinstance(c, Text) else "" if c is None else str(c) for n, c in enumerate(row)} for row in rows]
    at = {title: key for key, title in keys.items()}
    narrowed(table_rows(console(sys.stdout), keys, found, last=at[last] if last else "", spare=[at[s] for s in spare if s in at]))


def _name(party: Party | None) -> str:
    return party.name if party else NOBODY


def relation(claim: KeptClaim) -> Text:
    """A relation with its sign, its negation in words."""
    words = f"{claim.relation} {'+' if claim.sign > 0 else '−'}"
    if claim.polarity == "negated":
        return Text(f"not {words}", "yellow")
    return Text(words, "green" if claim.sign > 0 else "red")


def claims(found: Sequence[KeptClaim]) -> None:
    """Claims, one a row, their words last."""
    several = any(c.coders for c in found)
    rows = (
        (
            *(c.id, c.date, c.status, _name(c.source), relation(c), _name(c.target), c.voice.name if c.voice else "author", c.modality),
            *((found_by(c.coders, c.differs),) if several else ()),
            c.words,
        )
        for c in found
    )
    _table((*_COLUMNS, "found by") if several else _COLUMNS, rows, "words", _SPARE)


def lit(raw: str, passage: Passage, *, terminal: bool) -> Text:
    """A passage with its words lit: bold on a terminal, between guillemets elsewhere."""
    line, at = Text(FSI if terminal else ""), passage.span.start
    for span in passage.lit:
        line.append(harmless(raw[at : span.start]))
        word = harmless(span.of(raw))
        line.append(word if terminal else f"«{word}»", "bold reverse" if terminal else "")
        at = span.end
    line.append(harmless(raw[at : passage.span.end]))
    return line.append(PDI) if terminal else line


def hits(found: Sequence[Hit]) -> None:
    """Documents that answer a search, with their passages."""
    paper = console(sys.stdout)
    for hit in found:
        document = hit.document
        about = " · ".join(harmless(x) for x in (document.date, document.outlet, document.title or document.name) if x)
        show(paper, Text(f"{document.id}  {about}  ({hit.found})", "bold" if paper.is_terminal else ""))
        for passage in hit.passages:
            show(paper, Text("    ").append_text(lit(hit.text, passage, terminal=paper.is_terminal)))


def hit_record(hit: Hit) -> Record:
    """A hit as plain data: spans are those of the document's text."""
    kept = hit.document
    return {
        "document": kept.id,
        "name": kept.name,
        "title": kept.title,
        "outlet": kept.outlet,
        "date": kept.date,
        "found": hit.found,
        "passages": [
            {"start": p.span.start, "end": p.span.end, "text": p.span.of(hit.text), "lit": [[s.start, s.end] for s in p.lit]}
            for p in hit.passages
        ],
    }


def documents(found: Sequence[Record]) -> None:
    """Documents, by their title or first words; removed ones with what brings them back."""
    told = ("decision", "who", "note") if found and "decision" in found[0] else ("claims", "state")
    rows = ((r["id"], r["date"], r["outlet"], *(r[k] for k in told), r["title"] or r.get("opening") or r["name"]) for r in found)
    _table(("id", "date", "outlet", *told), rows, "title")


def counts(name: str, found: Record) -> None:
    """What a project holds."""
    claims_ = found["claims"]
    first, last = found["dates"]
    every = f"{sum(claims_.values())} ({found['claims_once']} without near copies)"
    rows = [
        ("documents", f"{found['documents']} ({found['families']} without near copies)" + (f", {first} to {last}" if first else "")),
        ("coded", f"{found['coded']}"),
        *(("coder", f"{c['coder']} {c['version']}, {_book(c['coder'])} {c['digest']}: {c['documents']}") for c in found["coders"]),
        ("claims", ", ".join((every, *(f"{n} {s}" for s, n in sorted(claims_.items()))))),
        ("actors", found["actors"]),
        ("decisions", found["decisions"]),
        ("orphaned", f"{found['orphans']} review(s) without their claim") if found["orphans"] else ("set aside", found["set_aside"]),
    ]
    if found["orphans"]:
        rows.append(("set aside", found["set_aside"]))
    _table([harmless(name)], rows, " ")


def _book(coder: str) -> str:
    """What a coder's digest is of."""
    return "prompt and rule book" if coder in ("llm", "both") else "rule book"


def set_aside(found: Sequence[SetAside]) -> None:
    """What was refused, and why."""
    rows = ((s.at, s.stage, s.origin, f"{s.what} ({s.remedy})" if s.remedy else s.what) for s in found)
    _table(("when", "at", "what"), rows, "why")


def journal(found: Sequence[Decision]) -> None:
    """Decisions, the newest first."""
    rows = (
        (
            d.id,
            d.at,
            d.who,
            d.kind if d.active else f"{d.kind} (undone)",
            d.undoes or d.claim or d.actor or d.document or "",
            " ".join(f"{k}={v}" for k, v in d.content.items()) + (f"  {d.note}" if d.note else ""),
        )
        for d in found
    )
    _table(("decision", "when", "who", "kind", "of"), rows, "says")


def reviews(found: Sequence[Review]) -> None:
    """Reviews with what they saw."""
    rows = ((r.id, r.document, r.who, r.verdict, r.seen.get("relation"), r.seen.get("evidence")) for r in found)
    _table(("decision", "document", "who", "verdict", "relation"), rows, "words")


def actors(found: Sequence[KeptActor]) -> None:
    """Actors."""
    _table(("claims", "id", "country", "sector", "kind"), ((a.claims, a.id, a.country, a.sector, a.kind, a.name) for a in found), "name")


def candidates(found: Sequence[Candidate]) -> None:
    """Actors that may be one."""
    rows = ((c.actor.id, c.actor.claims, c.into.id, c.into.claims, "; ".join(c.reasons)) for c in found)
    _table(("actor", "claims", "may be", "claims"), rows, "for")


def agreement(found: Agreement) -> None:
    """How far coders agree."""

    def told(value: float | None) -> str:
        return "not defined" if value is None else f"{value:.3f}"

    rows = [(f"{a} – {b}", count, f"{share:.0%}", told(kappa)) for a, b, count, share, kappa in found.pairs]
    _table((f"{found.field}", "claims", "agree", "Cohen's κ"), rows)
    _table(
        ("all coders", "claims"),
        [("Fleiss' κ", found.complete, told(found.fleiss)), ("Krippendorff's α", found.claims, told(found.alpha))],
        " ",
    )
