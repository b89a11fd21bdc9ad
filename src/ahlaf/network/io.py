"""Claims from elsewhere into statements.

Four shapes are read, a JSON object a line, and told apart by their keys:

* a document with its ``claims``, as ``ahlaf read --format jsonl`` writes them: ends are ``source_actor`` and
  ``target_actor`` with an ``id``, who speaks is ``voice_actor`` (a chain of speakers ``voice_actors``), and ``date``,
  ``outlet``, ``author`` and ``story`` stand beside ``id``;
* the same with names only (the shape of annotated gold): an actor is then its first name, folded; another name
  of the list leads to the actor that has it for its first name, where only one actor lists it ("السعودية" beside
  "الحكومة السعودية"), and to nobody where two do ("التحالف" of two coalitions);
* a statement a line, as :func:`dump` writes them;
* a row a line, as ``ahlaf claims --format jsonl`` writes a project's claims: an end is spread over ``source_id``,
  ``source_name`` and so on, and ``story`` is the number of the first of a document's near copies.

>>> line = '{"id": "d", "claims": [{"source": ["تركيا"], "target": ["تنظيم داعش", "داعش"], "relation": "AID", '
>>> line += '"sign": 1, "polarity": "affirmed", "modality": "asserted", "voice": "author", "evidence": "…"}]}'
>>> said, = load([line])
>>> said.id, said.source.id, said.target.names, said.voices
('d:1', 'تركيا', ('داعش',), ())
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahlaf.errors import NetworkError
from ahlaf.network.shapes import refuse_wrong_claims, refuse_wrong_statement
from ahlaf.network.statement import Party, Statement, family, fold, review_of
from ahlaf.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ahlaf.model import Actor, Claim, Document, End, Reading

Record = dict[str, Any]
_UNREAD: dict[type[BaseException], str] = {UnicodeDecodeError: "not in UTF-8", RecursionError: "too much within one another"}
_FIELDS = ("id", "name", "name_en", "kind", "country", "sector")


# From readings


def party_of(actor: Actor, names: tuple[str, ...] = ()) -> Party:
    """An actor of the model as a party."""
    more = tuple(dict.fromkeys(n for n in names if n != actor.name))
    return Party(actor.id, actor.name, actor.name_en, actor.kind, actor.country, actor.sector, more)


def _end(end: End | None) -> Party | None:
    return None if end is None else party_of(end.actor, end.names)


def from_claim(claim: Claim, document: Document, number: int = 1, *, story: str = "", review: str = "") -> Statement:
    """One claim of a document as a statement; ``number`` counts from 1."""
    return Statement(
        f"{document.id}:{number}",
        _end(claim.source),
        _end(claim.target),
        claim.relation,
        claim.sign,
        claim.polarity == "negated",
        claim.modality,
        tuple(party_of(v.actor, v.names) for v in claim.voice),
        claim.credence,
        document.id,
        document.author or "",
        document.outlet or "",
        claim.time if claim.time and claim.time[:4].isdigit() else document.date or "",
        story,
        review,
        claim.evidence.of(document.text),
        claim.evidence.start,
        claim.evidence.end,
    )


def from_reading(reading: Reading, *, story: str = "") -> Iterator[Statement]:
    """Every claim of a reading."""
    for number, claim in enumerate(reading.claims, 1):
        yield from_claim(claim, reading.document, number, story=story)


# From lines


def load(lines: Iterable[str | bytes], name: str = "input") -> Iterator[Statement]:
    """Statements from lines of JSON; a line that can't be read is named, with what to do.

    Lines of a file are best given as bytes: one that is not UTF-8 then has its number too.
    """
    documents: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as bad:
            why = _UNREAD.get(type(bad)) or getattr(bad, "msg", str(bad))
            raise NetworkError(f"{where}: this is no JSON ({why}): give one object a line, in UTF-8") from None
        if not isinstance(record, dict):
            raise NetworkError(f"{where}: this is no JSON object: give one document or one statement a line")
        if isinstance(record.get("claims"), list):
            refuse_wrong_claims(record, where)
            record.setdefault("id", f"{name}-{number}")
            if any(isinstance(c, dict) and ("source_actor" in c or "target_actor" in c) for c in record["claims"]):
                yield from _readable(where, _statements, record, {}, where)
            else:
                documents.append(record)
        elif "relation" in record:
            refuse_wrong_statement(record, where)
            yield from _readable(where, _one, record, where)
        else:
            raise NetworkError(
                f"{where}: neither a document with its claims nor a statement: write them with "
                "ahlaf read --format jsonl"
            )
    if documents:
        yield from _readable(name, _named_only, documents, name)


def _named_only(documents: list[Record], name: str) -> Iterator[Statement]:
    aliases = _aliases(documents)
    for record in documents:
        yield from _statements(record, aliases, f"{name}: document {record['id']}")


def _one(record: Record, where: str) -> Iterator[Statement]:
    yield _statement(_gathered(record) if "source_id" in record else record, where)


def _gathered(row: Record) -> Record:
    """A flat row in the shape of a statement: its ends gathered from their cells."""
    ends: dict[str, Record | None] = {}
    for side in ("source", "target", "voice"):
        id_, said = row.get(f"{side}_id"), row.get(side)
        known = {field: row.get(f"{side}_{field}") for field in _FIELDS}
        ends[side] = known | {"names": [said] if said and said != known["name"] else []} if id_ else None
    speaker, story = ends.pop("voice"), row.get("story")
    return {
        **row,
        **ends,
        "voices": [speaker] if speaker else [],
        "date": _date(row.get("time")) or row.get("date"),
        "story": family(story) if story else "",
        "review": review_of(str(row.get("status") or "")),
        "quote": row.get("evidence"),
    }


def _readable(where: str, make: Callable[..., Iterator[Statement]], *given: object) -> Iterator[Statement]:
    """What is of a wrong kind inside (a number for a name, a text for a list) is refused with a sentence."""
    try:
        yield from make(*given)
    except (TypeError, ValueError, AttributeError, OverflowError) as bad:
        what = "is not in the shape that ahlaf read writes: `ahlaf schema` says it field by field"
        raise NetworkError(f"{where}: a claim here {what}") from bad


def is_project(path: str) -> bool:
    """True for a file that a project is kept in."""
    file = Path(path)
    if not file.is_file():
        return False
    with file.open("rb") as head:
        return head.read(15) == b"SQLite format 3"


def holds_claims(path: str) -> bool:
    """True for a file of JSON lines that holds claims, told from its first line."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(16)
            if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
                return False
            file.seek(0)
            first = next((line for line in file if line.strip(b"\xef\xbb\xbf \t\r\n")), b"")
    except OSError as bad:
        raise NetworkError(f"{path}: it can't be opened ({bad.strerror})") from None
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        return Path(path).suffix in (".jsonl", ".ndjson")
    return isinstance(record, dict) and ("claims" in record or "relation" in record)


def _aliases(documents: list[dict[str, Any]]) -> dict[str, str]:
    """Which first name stands for which: a name listed by just one other actor is that actor's."""
    first: dict[str, str] = {}
    listed: dict[str, set[str]] = {}
    for record in documents:
        for claim in record["claims"]:
            for names in (claim.get("source") or [], claim.get("target") or []):
                own = [fold(n) for n in names if n]
                for other in own[:1]:
                    first.setdefault(other, other)
                for other in own[1:]:
                    if other != own[0]:
                        listed.setdefault(other, set()).add(own[0])
    up = dict(first)

    def root(name: str) -> str:
        while up[name] != name:
            name = up[name]
        return name

    for name, by in listed.items():
        if name in up and len(by) == 1:
            low, high = root(name), root(next(iter(by)))
            if low != high:
                up[low] = high
    return {name: root(name) for name in up}


def _named(names: list[str], aliases: dict[str, str]) -> Party | None:
    own = [n for n in names if n]
    if not own:
        return None
    key = fold(own[0])
    return Party(aliases.get(key, key), own[0], names=tuple(own[1:]))


def _actor(given: Record | None, names: list[str], aliases: dict[str, str]) -> Party | None:
    if not given:
        return _named(names, aliases)
    get = given.get
    id_ = str(get("id") or "")
    if not id_:
        return _named([*filter(None, (get("name"),)), *names], aliases)
    name = get("name") or (names[0] if names else "")
    more = tuple([n for n in names if n and n != name])
    return _shared(id_, name, get("name_en") or "", get("kind") or "", get("country") or "", get("sector") or "", more)


def _statements(record: dict[str, Any], aliases: dict[str, str], where: str) -> Iterator[Statement]:
    document = str(record["id"])
    claims = record["claims"]
    ends = [
        (
            _actor(c.get("source_actor"), _list(c.get("source")), aliases),
            _actor(c.get("target_actor"), _list(c.get("target")), aliases),
        )
        for c in claims
    ]
    known: dict[str, Party] | None = None
    author, outlet, date, story = (str(record.get(k) or "") for k in ("author", "outlet", "date", "story"))
    for number, (claim, (source, target)) in enumerate(zip(claims, ends, strict=True), 1):
        relation = str(claim.get("relation", ""))
        if relation not in RELATIONS:
            raise NetworkError(f"{where}, claim {number}: {relation!r} is no relation (they are {', '.join(RELATIONS)})")
        voices: tuple[Party, ...] = ()
        if claim.get("voice") != "author" or "voices" in claim or "voice_actor" in claim:
            known = _known(ends) if known is None else known
            voices = tuple(_voices(claim, known))
        yield Statement(
            str(claim.get("id") or f"{document}:{number}"),
            source,
            target,
            relation,
            int(claim.get("sign") or RELATIONS[relation].sign),
            claim.get("polarity") == "negated",
            str(claim.get("modality") or "asserted"),
            voices,
            _credence(claim),
            document,
            author,
            outlet,
            _date(claim.get("time")) or date,
            story,
            str(claim.get("review") or ""),
            str(claim.get("evidence") or ""),
            _offset(claim, "start"),
            _offset(claim, "end"),
        )


def _credence(given: Record) -> float:
    """How likely it is that the text says so; certain where nothing says it (a table has an empty cell there)."""
    found = given.get("credence")
    return 1.0 if found is None else float(found)


def _offset(given: Record, side: str) -> int:
    found = given.get(side)
    return -1 if found is None else int(found)


def _known(ends: list[tuple[Party | None, Party | None]]) -> dict[str, Party]:
    """A document's actors by every name that it calls them."""
    known: dict[str, Party] = {}
    for pair in ends:
        for party in pair:
            if party is not None:
                for name in (party.name, *party.names):
                    known.setdefault(fold(name), party)
    return known


def _list(names: object) -> list[str]:
    if isinstance(names, list):
        return names
    return [names] if isinstance(names, str) else []


def _date(time: object) -> str:
    """A claim's own time, where it is a date."""
    text = str(time or "")
    return text if text[:4].isdigit() else ""


def _voices(claim: dict[str, Any], known: dict[str, Party]) -> Iterator[Party]:
    """Who speaks, the nearest first: as actors where the claim has them, else by the names that its document knows."""
    names = _list(claim.get("voices") or claim.get("voice") or "author")
    actors = claim.get("voice_actors") or [claim.get("voice_actor")]
    if len(names) < len(actors):
        names = [*names, *[""] * (len(actors) - len(names))]
    for at, name in enumerate(names):
        party = _actor(actors[at], [name], {}) if at < len(actors) and isinstance(actors[at], dict) else None
        if party is not None:
            yield party
        elif name and name != "author":
            yield known.get(fold(name)) or Party(fold(name), name)


def _statement(record: dict[str, Any], where: str) -> Statement:
    ends = [None if record.get(k) is None else _party(record[k]) for k in ("source", "target")]
    relation = str(record["relation"])
    return Statement(
        str(record.get("id") or where),
        ends[0],
        ends[1],
        relation,
        int(record.get("sign") or RELATIONS[relation].sign),
        bool(record.get("denied", record.get("polarity") == "negated")),
        str(record.get("modality") or "asserted"),
        tuple(_party(v) for v in record.get("voices") or ()),
        _credence(record),
        **{k: str(record.get(k) or "") for k in ("document", "author", "outlet", "date", "story", "review", "quote")},
        start=_offset(record, "start"),
        end=_offset(record, "end"),
    )


def _filled(given: Record, names: tuple[str, ...] = ()) -> Party:
    id_, name, name_en, kind, country, sector = (str(given.get(k) or "") for k in _FIELDS)
    return _shared(id_, name, name_en, kind, country, sector, names)


@lru_cache(maxsize=200_000)
def _shared(id_: str, name: str, name_en: str, kind: str, country: str, sector: str, names: tuple[str, ...]) -> Party:
    """The same record for the same actor: a million claims name a few thousand."""
    return Party(id_, name, name_en, kind, country, sector, names)


def _party(given: Record | str) -> Party:
    if isinstance(given, str):
        return Party(fold(given), given)
    return _filled(given, tuple(_list(given.get("names"))))


def dump(statements: Iterable[Statement]) -> Iterator[str]:
    """Statements as lines of JSON, which :func:`load` reads again.

    >>> one = Statement("1", Party("A", names=("a",)), None, "AID", 1, voices=(Party("V"),))
    >>> list(load(dump([one]))) == [one]
    True
    """
    for statement in statements:
        yield json.dumps(asdict(statement), ensure_ascii=False)
