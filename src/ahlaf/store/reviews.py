"""Reviews: a person's decisions on claims, and how a claim stands after them.

**What counts.** Each coder's last active review of a claim counts. *Unsure* gives way to anything else. Where those
that are left agree, the claim is confirmed, corrected or refused; where they don't, it is *disputed* and stays as the
machine put it. Who corrects decides on what he changes, who confirms on all of it: two who correct different fields
agree, and both corrections stand; each may change his own again. Confirming pins what was seen: should another rule
book say something else of the same words, the person's word stands. Correcting pins it too, with the changes.

**What was seen** is the claim as it stood, not as the machine put it: whoever confirms a corrected claim confirms the
correction and carries its changes, and a second correction of one's own is laid over the first.

**How a review follows.** A review keeps what it saw. After recoding it follows the claim with the same words
of evidence and the same ends (the same actor as coded, or the same folded words). Of several, the one with
the same relation and trigger. A refusal and an *unsure* are about one reading: they follow only where relation
and polarity are the same too, so that a new and better reading isn't refused unseen. A review that finds no
claim is kept and listed, and follows again when a later coding brings its claim back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import combinations
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, select, text, update

from ahlaf.store import documents, journal, persons
from ahlaf.store.book import Book, spoken
from ahlaf.store.errors import NoSuch, ProjectError
from ahlaf.store.folding import words
from ahlaf.store.packing import SAID, Flat, flat, unpack
from ahlaf.store.records import NOTHING, SIDES, Review, Verdict
from ahlaf.store.schema import claim, coding, decision
from ahlaf.store.search import FIRST_TOLD

_STATUS: Final = {"confirm": "confirmed", "correct": "corrected", "refuse": "refused", "unsure": "unsure"}
_PINNED: Final = ("confirm", "correct")
_WORDS: Final = tuple(f"{side}_words" for side in SIDES)
_TELLING: Final = (*SIDES, "relation", "polarity", "modality")
"""What two who confirm or correct a claim must have seen alike, to be of one mind."""
_OTHERS: Final = "others"
"""In what was seen: the fields that others had changed before a correction. Those of before keep none: all counts as their own."""


def write(
    connection: Connection, number: int, verdict: Verdict, who: str, note: str, changes: Mapping[str, Any], known: Book, shown: str
) -> int:
    """Write a review of a claim and let it count."""
    place = connection.execute(select(claim.c.document, claim.c.number).where(claim.c.id == number)).first()
    if place is None:
        raise NoSuch(shown, f"there is no claim {number}", "`ahlaf claims` lists them")
    if (verdict == "correct") != bool(changes):
        raise ProjectError(shown, "a correction says what it changes, and no other review does", "relation=…, source=…")
    machine = machine_claims(connection, place.document)[place.number]
    seen = machine
    if verdict in _PINNED:
        seen, changes = _as_it_stood(_counting(connection, place.document).get(number, []), machine, changes, who)
    made = journal.write(connection, verdict, who, note=note, document=place.document, claim=number, content=changes, seen=seen)
    settle(connection, place.document, [number], known)
    return made


def _as_it_stood(
    counted: Iterable[Review], machine: Flat, changes: Mapping[str, Any], who: str
) -> tuple[Flat, Mapping[str, Any]]:
    """What a person saw who confirms or corrects now, and all that stands changed after it.

    Of a correction is kept what of that others had changed: on it he who changes something else has not decided.
    """
    last = {r.who: r for r in counted}
    _, pinned, before = _outcome(list(last.values()), machine)
    seen = {**machine, **{k: pinned[k] for k in (*SAID, *_WORDS)}}
    after = _laid_over(before, changes)
    if changes:
        own = {**(_own(last[who]) if who in last else NOTHING), **changes}
        seen[_OTHERS] = sorted(k for k in after if k not in own)
    return seen, after


def _own(review: Review) -> Mapping[str, Any]:
    """What of a claim as it stood after a review the person has decided on; who confirms decides on all of it."""
    others = review.seen.get(_OTHERS, ())
    return {k: v for k, v in review.changes.items() if k not in others}


def _carried(review: Review) -> Mapping[str, Any]:
    """What others had changed before a correction."""
    others = review.seen.get(_OTHERS, ())
    return {k: v for k, v in review.changes.items() if k in others}


def _laid_over(before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes over those of before: an end that is changed again takes its words and its place along."""
    kept = {k: v for k, v in before.items() if k.removesuffix("_span").removesuffix("_words") not in changes}
    return {**kept, **changes}


def of_claim(connection: Connection, number: int) -> list[Review]:
    """Every review of a claim, undone ones too."""
    return _reviews(connection, decision.c.claim == number)


def of_claims(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Review]]:
    """Every review of some claims, undone ones too, by claim."""
    found: dict[int, list[Review]] = {}
    for start in range(0, len(numbers), 500):
        for review in _reviews(connection, decision.c.claim.in_(list(numbers[start : start + 500]))):
            found.setdefault(review.claim or 0, []).append(review)
    return found


def orphans(connection: Connection) -> list[Review]:
    """Active reviews whose claims the last coding lost."""
    return _reviews(connection, decision.c.claim.is_(None) & decision.c.active)


def of_document(connection: Connection, number: int) -> list[Review]:
    """Every review in a document."""
    return _reviews(connection, decision.c.document == number)


def every(connection: Connection) -> list[Review]:
    """Every review that counts or was undone, in order."""
    return _reviews(connection, decision.c.id > 0)


def _reviews(connection: Connection, where: ColumnElement[bool]) -> list[Review]:
    query = select(decision).where(decision.c.kind.in_(sorted(journal.ON_CLAIMS)), where).order_by(decision.c.id)
    return [
        Review(
            r["id"],
            r["document"],
            r["claim"],
            r["kind"],
            r["who"],
            r["at"],
            r["note"],
            json.loads(r["content"]),
            json.loads(r["seen"] or "{}"),
            bool(r["active"]),
        )
        for r in connection.execute(query).mappings()
    ]


def machine_claims(connection: Connection, number: int) -> dict[int, Flat]:
    """The claims of a document as they were before any review, by number, with the words that carry them.

    Those of persons are as they were added, and have numbers below nought.
    """
    found = persons.machine_like(connection, number)
    return found | _coded(connection, number)


def _coded(connection: Connection, number: int) -> dict[int, Flat]:
    packed = connection.execute(select(coding.c.reading).where(coding.c.document == number)).scalar_one_or_none()
    if packed is None:
        return {}
    found = documents.full(connection, number)
    reading = unpack(packed, found)
    rows = {n: flat(c, found.text, n) for n, c in enumerate(reading.claims, start=1)}
    for row, one in zip(rows.values(), reading.claims, strict=True):
        row["evidence"] = one.evidence.of(found.text)
        row.pop("words")
    return rows


def follow(connection: Connection, number: int, known: Book) -> None:
    """Let the reviews of a document find their claims in its new coding."""
    machine = machine_claims(connection, number)
    ids = {int(n): int(i) for i, n in connection.execute(select(claim.c.id, claim.c.number).where(claim.c.document == number))}
    for review in of_document(connection, number):
        where = match(review, machine)
        now = None if where is None else ids.get(where)
        if now != review.claim:
            connection.execute(update(decision).where(decision.c.id == review.id).values(claim=now))
    settle(connection, number, list(ids.values()), known)


def match(review: Review, machine: Mapping[int, Flat]) -> int | None:
    """The number of the claim that a review is about, in a coding."""
    seen = review.seen
    if seen["number"] < 0:
        return seen["number"] if seen["number"] in machine else None
    best: tuple[int, int] | None = None
    for number, row in machine.items():
        if number < 0 or row["evidence"] != seen["evidence"] or not all(_same_end(row, seen, side) for side in ("source", "target")):
            continue
        same = row["relation"] == seen["relation"] and row["polarity"] == seen["polarity"]
        if not same and review.verdict not in _PINNED:
            continue
        score = 4 * same + 2 * (row["relation"] == seen["relation"]) + (row["evidence_start"] == seen["evidence_start"])
        score = 2 * score + (row["trigger_start"] == seen["trigger_start"])
        if best is None or score > best[0]:
            best = (score, number)
    return None if best is None else best[1]


def _same_end(row: Mapping[str, Any], seen: Mapping[str, Any], side: str) -> bool:
    if row[side] is None or seen[side] is None:
        return row[side] is seen[side]
    return bool(row[side] == seen[side] or words(row[f"{side}_words"]) == words(seen[f"{side}_words"]))


def settle(connection: Connection, number: int, ids: Sequence[int], known: Book) -> None:
    """Work out how claims of one document stand, and write it where it changed."""
    for one, changed in unsettled(connection, number, ids, known).items():
        connection.execute(update(claim).where(claim.c.id == one).values(**changed))


def unsettled(connection: Connection, number: int, ids: Sequence[int] | None, known: Book) -> dict[int, dict[str, Any]]:
    """The claims of a document (all, or some) that don't stand as decided, and what should stand there."""
    query = select(claim).where(claim.c.document == number)
    rows = {int(r["id"]): r for r in connection.execute(query if ids is None else query.where(claim.c.id.in_(list(ids)))).mappings()}
    by_claim = _counting(connection, number)
    touched = [i for i, r in rows.items() if i in by_claim or r["status"] != "new"]
    machine = machine_claims(connection, number) if touched else {}
    raw = documents.full(connection, number).text if touched else ""
    found = {}
    for one in touched:
        stands = standing(machine[rows[one]["number"]], by_claim.get(one, []), known, number)
        stands["words"] = words(raw[stands["evidence_start"] : stands["evidence_end"]])
        changed = {k: v for k, v in stands.items() if rows[one][k] != v}
        if changed:
            found[one] = changed
    return found


def _counting(connection: Connection, number: int) -> dict[int, list[Review]]:
    """The active reviews of a document by their claims, in order; that a person added a claim is the first of its own."""
    found: dict[int, list[Review]] = {}
    for review in (*persons.as_reviews(connection, number), *of_document(connection, number)):
        if review.claim is not None and review.active:
            found.setdefault(review.claim, []).append(review)
    return found


def standing(machine: Flat, counted: Iterable[Review], known: Book, number: int) -> dict[str, Any]:
    """The row of a claim after the reviews that are active."""
    status, pinned, changes = _outcome(list({r.who: r for r in counted}.values()), machine)
    stands: dict[str, Any] = {k: pinned[k] for k in SAID}
    stands |= {k: v for k, v in changes.items() if k in SAID}
    for side in SIDES:
        said = pinned.get(f"{side}_words")
        coded = stands[side]
        changed = side in changes
        stands[f"{side}_words"] = changes.get(f"{side}_words", coded and spoken(coded)) if changed else said
        stands[f"{side}_coded"] = machine[side]
        stands[side] = None if coded is None else (known.final(coded) if changed else known.resolve(coded, words(said or ""), number))
    as_coded = all(stands[k] == machine[k] for k in ("relation", "polarity", "modality"))
    return stands | {"status": status, "reported": as_coded and bool(machine.get("reported"))}


def _outcome(last: Sequence[Review], machine: Flat) -> tuple[str, Mapping[str, Any], Mapping[str, Any]]:
    """How a claim stands after everybody's last word, what it then says, and what of that was changed by hand."""
    sure = sorted((r for r in last if r.verdict != "unsure"), key=lambda r: r.id)
    if not sure:
        return ("unsure" if last else "new"), machine, NOTHING
    if any(_differ(*two) for two in combinations(sure, 2)):
        return "disputed", machine, NOTHING
    newest = sure[-1]
    if newest.verdict not in _PINNED:
        return _STATUS[newest.verdict], machine, NOTHING
    # Where the evidence stands now, but what it says as it was seen.
    here = {k: machine[k] for k in ("evidence_start", "evidence_end", "trigger_start", "trigger_end")}
    changes = reduce(_laid_over, (*map(_carried, sure), *map(_own, sure)), NOTHING)
    return _STATUS["correct" if changes else "confirm"], {**newest.seen, **here}, changes


def _differ(one: Review, other: Review) -> bool:
    """Whether two who are sure can't both be right: on whether the claim is there, or on a field that both decided.

    What neither of them changed they must have seen alike, as far as it tells one claim from another.
    """
    pinned = [r.verdict in _PINNED for r in (one, other)]
    if not all(pinned):
        return any(pinned)

    def apart(field: str) -> bool:
        first, second = (r.changes.get(field, r.seen.get(field)) for r in (one, other))
        decided = [field in _own(r) or r.verdict == "confirm" for r in (one, other)]
        return bool(first != second) and (all(decided) or not any(field in r.changes for r in (one, other)))

    return any(apart(field) for field in {*_TELLING, *one.changes, *other.changes} if field in SAID and field != "sign")


_QUEUE: Final = """
SELECT c.id FROM claim c JOIN document d ON d.id = c.document
WHERE NOT c.hidden AND NOT EXISTS (
  SELECT 1 FROM decision r WHERE r.claim = c.id AND r.active AND r.who = :who
  AND r.kind IN {kinds}){first}{unseen}
ORDER BY {order} LIMIT :limit
"""
DOUBT: Final = "c.differs IS NULL, ABS(c.credence - 0.5), c.id"
"""What coders differ on first, then what is nearest to even odds."""
_WEIGHT: Final = """
WITH tied AS (
  SELECT id, document, source, target,
         SUM(CASE WHEN status <> 'refused' THEN 1 ELSE 0 END) OVER (PARTITION BY source, target, sign) AS said
  FROM claim WHERE NOT hidden AND source IS NOT NULL AND target IS NOT NULL),
busy AS (
  SELECT id, COUNT(*) AS n FROM (
    SELECT source AS id FROM claim WHERE NOT hidden AND status <> 'refused' AND source IS NOT NULL AND target IS NOT NULL UNION ALL
    SELECT target FROM claim WHERE NOT hidden AND status <> 'refused' AND source IS NOT NULL AND target IS NOT NULL) both_ends GROUP BY id)
SELECT c.id FROM tied c JOIN document d ON d.id = c.document JOIN busy s ON s.id = c.source JOIN busy t ON t.id = c.target
WHERE c.said > 0 AND NOT EXISTS (
  SELECT 1 FROM decision r WHERE r.claim = c.id AND r.active AND r.who = :who
  AND r.kind IN {kinds}){first}{unseen}
ORDER BY (s.n + t.n) * 1.0 / c.said DESC, c.id LIMIT :limit
"""


def queue(connection: Connection, who: str, order: str = "doubt", limit: int = 20, skip: Sequence[int] = ()) -> list[int]:
    """Claims that a coder has not yet decided.

    By ``doubt``: those first on which coders that read side by side differ, then those nearest to even odds.
    By ``weight``: those first that bind or divide busy actors and rest on few claims, for the picture changes most with
    them: claims of both actors over claims of the tie.
    """
    unseen = f" AND c.id NOT IN ({','.join(str(int(n)) for n in skip)})" if skip else ""
    query = _WEIGHT if order == "weight" else _QUEUE
    kinds = f"({', '.join(repr(k) for k in sorted(journal.OF_CLAIMS))})"
    asked = query.format(first=f" AND {FIRST_TOLD}", unseen=unseen, order=DOUBT, kinds=kinds)
    return [int(n) for n in connection.execute(text(asked), {"who": who, "limit": limit}).scalars()]
