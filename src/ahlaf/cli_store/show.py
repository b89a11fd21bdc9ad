"""Records for people, in tables that keep Arabic in its cell, and for machines, as plain data."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from rich.text import Text

from ahlaf.cli_store.base import narrowed, tell
from ahlaf.exchange.refused import reason
from ahlaf.exchange.said import message, said
from ahlaf.exchange.terminal import FSI, NOBODY, PDI, SPARE, Isolated, console, found_by, harmless, relation_cell, show, speaker
from ahlaf.exchange.terminal import rows as table_rows
from ahlaf.exchange.vocabulary import counted
from ahlaf.model import AUTHOR
from ahlaf.store import Agreement, Candidate, Decision, Hit, KeptActor, KeptClaim, Party, Passage, Review, SetAside
from ahlaf.store.agreement import MACHINE

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language

Record = dict[str, Any]
_COLUMNS: Final = ("id", "date", "status", "source", "relation", "target", "voice", "modality")


def _table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], language: Language, last: str = "", spare: Sequence[str] = (), empty: str = ""
) -> None:
    """A table on standard output; the last column takes what room is left, and ``spare`` can be left out for it.

    Columns are called by their headings' English, which two may share. Of a table without rows the headings alone are shown, and
    the message called ``empty`` is told: a reader would else not know whether something went wrong.
    """
    titles = [*columns, *([last] if last else [])]
    found = [{str(n): c if isinstance(c, Text | Isolated) else "" if c is None else str(c) for n, c in enumerate(row)} for row in rows]
    keys = {str(n): said(title, language) for n, title in enumerate(titles)}
    at = {title: str(n) for n, title in enumerate(titles)}
    left = table_rows(console(sys.stdout), keys, found, last=at[last] if last else "", spare=[at[s] for s in spare if s in at])
    narrowed(left, language)
    if empty and not found:
        tell(message(empty, language))


def claims(found: Sequence[KeptClaim], names: Mapping[str, str], language: Language) -> None:
    """Claims, one a row, their words last; ``names`` tells actors of one name apart."""

    def name(party: Party | None) -> str:
        return names.get(party.id, party.name) if party else NOBODY

    several, terminal = any(c.coders for c in found), sys.stdout.isatty()
    rows = (
        (
            *(c.id, c.date, said(c.status, language), name(c.source)),
            relation_cell(c.relation, c.sign, c.polarity, language, terminal=terminal),
            *(name(c.target), name(c.voice) if c.voice else speaker(AUTHOR, language), said(c.modality, language)),
            *((found_by(c.coders, c.differs, language),) if several else ()),
            c.words,
        )
        for c in found
    )
    spare = ["found by" if name == "coders" else name for name in SPARE]
    _table((*_COLUMNS, "found by") if several else _COLUMNS, rows, language, "words", spare)


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


def documents(found: Sequence[Record], language: Language, *, removed: bool, empty: str) -> None:
    """Documents, by their title or first words; removed ones with what brings them back."""
    told = ("decision", "who", "note") if removed else ("claims", "state")
    rows = (
        (
            *(r["id"], r["date"], r["outlet"]),
            *(said(f"{r[k]}|state", language) if k == "state" else r[k] for k in told),
            r["title"] or r.get("opening") or r["name"],
        )
        for r in found
    )
    _table(("id", "date", "outlet", *told), rows, language, "title", empty=empty)


def counts(name: str, found: Record, language: Language) -> None:
    """What a project holds."""
    claims_ = found["claims"]
    first, last = found["dates"]
    between = message("comma", language)

    def once(every: int, apart: int) -> str:
        return message("without copies", language, all=every, once=apart)

    documents_ = [once(found["documents"], found["families"])]
    if first:
        documents_.append(message("from to", language, first=first, last=last))
    statuses = [f"{n} {said(s, language)}" for s, n in sorted(claims_.items())]
    rows = [
        ("documents", between.join(documents_)),
        ("coded", f"{found['coded']}"),
        *(("coder", f"{c['coder']} {c['version']}{between}{_book(c, language)} {c['digest']}: {c['documents']}") for c in found["coders"]),
        ("claims", between.join((once(sum(claims_.values()), found["claims_once"]), *statuses))),
        ("actors|held", found["actors"]),
        ("decisions", found["decisions"]),
        *((("orphaned", message("orphans", language, n=found["orphans"])),) if found["orphans"] else ()),
        ("set aside", found["set_aside"]),
    ]
    told = [{"what": said(heading, language), "held": str(held)} for heading, held in rows]
    narrowed(table_rows(console(sys.stdout), {"what": harmless(name), "held": ""}, told, last="held"), language)


def _book(coder: Record, language: Language) -> str:
    """What a coder's digest is of."""
    return message("prompt and rule book" if coder["coder"] in ("llm", "both") else "rule book", language)


def set_aside(found: Sequence[SetAside], language: Language) -> None:
    """What was refused, and why."""
    rows = ((s.at, said(f"{s.stage}|stage", language), s.origin, reason(s.what, s.remedy, s.kind, language)) for s in found)
    _table(("when", "at", "what|origin"), rows, language, "why", empty="none set aside")


def journal(found: Sequence[Decision], added: Mapping[int, int], language: Language) -> None:
    """Decisions, the newest first; an addition with how many documents came by it."""

    def kind(one: Decision) -> str:
        what = said(f"{one.kind}|decision", language)
        return what if one.active else message("undone", language, what=what)

    def says(one: Decision) -> str:
        came = counted(added.get(one.id, 0), "document", language) if one.kind == "add" else ""
        return "  ".join(part for part in (came, " ".join(f"{k}={v}" for k, v in one.content.items()), one.note) if part)

    rows = ((d.id, d.at, d.who, kind(d), d.undoes or d.claim or d.actor or d.document or "", says(d)) for d in found)
    _table(("decision", "when", "who", "kind", "of"), rows, language, "says", empty="no decisions")


def reviews(found: Sequence[Review], language: Language) -> None:
    """Reviews with what they saw."""
    rows = ((r.id, r.document, r.who, said(r.verdict, language), r.seen.get("relation"), r.seen.get("evidence")) for r in found)
    _table(("decision", "document", "who", "verdict", "relation"), rows, language, "words", empty="no orphans")


def actors(found: Sequence[KeptActor], language: Language) -> None:
    """Actors; country and sector by the codes that `actors code` takes."""
    rows = ((a.claims, a.id, a.country, a.sector, a.kind and said(f"{a.kind}|kind", language), a.name) for a in found)
    _table(("claims", "id|actor", "country", "sector", "kind"), rows, language, "name", empty="no actors")


def candidates(found: Sequence[Candidate], language: Language) -> None:
    """Actors that may be one."""
    between = message("semicolon", language)
    rows = (
        (c.actor.id, c.actor.claims, c.into.id, c.into.claims, between.join(said(reason, language) for reason in c.reasons)) for c in found
    )
    _table(("actor", "claims", "may be", "claims"), rows, language, "for|reasons", empty="no candidates")


def agreement(found: Agreement, language: Language) -> None:
    """How far coders agree."""

    def told(value: float | None) -> str:
        return said("not defined", language) if value is None else f"{value:.3f}"

    def coder(name: str) -> str:
        return said(f"{name}|coder", language) if name == MACHINE else name

    rows = [(f"{coder(a)} – {coder(b)}", count, f"{share:.0%}", told(kappa)) for a, b, count, share, kappa in found.pairs]
    _table((f"{found.field}", "claims", "agree", "Cohen's κ"), rows, language)
    _table(
        ("all coders", "claims"),
        [
            (said("Fleiss' κ", language), found.complete, told(found.fleiss)),
            (said("Krippendorff's α", language), found.claims, told(found.alpha)),
        ],
        language,
        " ",
    )
