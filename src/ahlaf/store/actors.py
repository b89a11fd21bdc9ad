"""Decisions on actors: merge, split, rename, alias, code, keep apart. Each can be undone, and recoding respects it.

What was coded stays (``source_coded`` beside ``source``); :class:`.book.Book` says who is who now, and
:func:`settle` writes it to the actors and claims that it concerns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, func, or_, select, text, update

from ahlaf.model import Actor
from ahlaf.namesakes import parted
from ahlaf.namesakes import where as told_by
from ahlaf.store import codings, journal, naming, reviews
from ahlaf.store.book import CODES, TEXT, Book
from ahlaf.store.errors import NoSuch, ProjectError
from ahlaf.store.folding import words
from ahlaf.store.records import SIDES, ActorKind, Decision, KeptActor
from ahlaf.store.schema import actor, claim

_COUNTRY: Final = re.compile(r"[A-Z]{3}")


def meant(connection: Connection, typed: str) -> list[str]:
    """The actors that people mean by what they type, merged ones led to where they belong; the surest way first."""
    found = _named(connection, typed) or naming.others(connection).get(words(typed), [])
    return found or _told_apart(connection, typed) or _named_in_part(connection, typed)


def known(connection: Connection, typed: str) -> list[str]:
    """The same by id, code and names alone, whatever the texts call anybody: for whoever names somebody new."""
    return _named(connection, typed) or _named_in_part(connection, typed)


def _named(connection: Connection, typed: str) -> list[str]:
    ways: list[Any] = [actor.c.id == typed]
    if _COUNTRY.fullmatch(typed):
        ways.append(actor.c.as_country == typed)
    ways.append(_has_name(typed))
    ways.append(func.lower(actor.c.name_en) == typed.lower())
    return next(filter(None, (_who(connection, way) for way in ways)), [])


def _has_name(typed: str) -> Any:  # noqa: ANN401 - a condition
    names = naming.either(words(typed))
    return or_(actor.c.as_fold.in_(names), actor.c.name_fold.in_(names))


def _named_in_part(connection: Connection, typed: str) -> list[str]:
    padded = " " + actor.c.as_fold + " "
    parts = [padded.like(f"% {w} %") | padded.like(f"% ال{w} %") for w in words(typed).split()]
    return _who(connection, and_(*parts)) if parts else []


def _told_apart(connection: Connection, typed: str) -> list[str]:
    """The actors of a name that is typed as tables tell it from others: "الحكومة (JOR)"."""
    told = parted(typed)
    if told is None:
        return []
    name, apart = told
    rows = connection.execute(select(actor.c.id, actor.c.as_country.label("country")).where(actor.c.id.in_(meant(connection, name))))
    return sorted(str(one.id) for one in rows if apart in (told_by(one), one.id))


def _who(connection: Connection, way: Any) -> list[str]:  # noqa: ANN401 - a condition
    final = func.coalesce(actor.c["into"], actor.c.id)
    return sorted({str(found) for found in connection.execute(select(final).where(way)).scalars()})


def called(connection: Connection, typed: str) -> list[str]:
    """The actors whose name is just this one, with or without the article; merged ones led to where they belong."""
    return _who(connection, _has_name(typed)) if words(typed) else []


def one(connection: Connection, typed: str, shown: str) -> str:
    """The one actor that is meant.

    Raises:
        NoSuch: none is, or several are.
    """
    found = meant(connection, typed)
    if len(found) == 1:
        return found[0]
    if found:
        raise NoSuch(shown, f"{typed} may be any of {', '.join(found[:8])}", "name one of them")
    raise NoSuch(shown, f"no actor is called {typed}", "`ahlaf actors list` lists them")


def decide(
    connection: Connection, kind: ActorKind, who: str, name: str, content: Mapping[str, Any], note: str, shown: str
) -> int:
    """Write a decision on an actor, and let it count."""
    content = dict(content)
    exact = connection.execute(select(actor.c.id).where(actor.c.id == name)).scalar_one_or_none()
    about = exact if exact is not None and kind == "merge" else one(connection, name, shown)
    book = codings.book(connection)
    if kind in ("merge", "apart"):
        other = one(connection, str(content["into" if kind == "merge" else "other"]), shown)
        content["into" if kind == "merge" else "other"] = other
        if other == about or (kind == "merge" and book.final(other) == about):
            raise ProjectError(shown, f"{about} and {other} are one already", "undo the merge that made them so")
        if kind == "merge" and about in book.merges:
            raise ProjectError(shown, f"{about} was merged into {book.merges[about]} already", "undo that first")
    elif kind == "split":
        _check_split(content, shown)
        check_name(str(content["into"]), shown)
        content["into"] = _new(connection, str(content["into"]), book)
    elif kind == "code":
        unknown = set(content) - set(CODES)
        if unknown or not content:
            raise ProjectError(shown, f"an actor has no {', '.join(sorted(unknown)) or 'code of that kind'}", f"one of {', '.join(CODES)}")
    else:
        check_name(str(content["name"]), shown)
    made = journal.write(connection, kind, who, note=note, actor=about, content=content)
    settle(connection, _touched(connection, kind, about, content))
    return made


def check_name(name: str, shown: str) -> None:
    """Refuse a name that nobody could look for: marks alone.

    Raises:
        ProjectError: it has neither letters nor digits.
    """
    if not words(name.removeprefix(TEXT)):
        raise ProjectError(shown, "a name has letters")


def _check_split(content: Mapping[str, Any], shown: str) -> None:
    if not content.get("names") and not content.get("documents"):
        raise ProjectError(shown, "a split needs to know which claims go", "by words on the spot or by documents")


def _new(connection: Connection, name: str, book: Book) -> str:
    """An actor that is there already, or a new one that only this project knows."""
    found = known(connection, name)
    if len(found) == 1:
        return found[0]
    number = name if name.startswith(TEXT) else TEXT + name
    codings.remember(connection, [Actor(number, number[len(TEXT) :])], book)
    return number


def _touched(connection: Connection, kind: str, about: str, content: Mapping[str, Any]) -> list[str]:
    """The actors as coded whose standing a decision may change."""
    found = {about, *(str(content[k]) for k in ("into", "other") if k in content)}
    if kind == "alias":
        found |= set(connection.execute(select(actor.c.id).where(actor.c.name_fold == words(content["name"]))).scalars())
    led = select(actor.c.id).where(actor.c["into"].in_(bindparam("led", expanding=True)))
    return sorted(found | set(connection.execute(led, {"led": sorted(found)}).scalars()))


def undone(connection: Connection, root: Decision) -> None:
    """Let the undoing of a decision on an actor count."""
    settle(connection, _touched(connection, root.kind, root.actor or "", root.content))


def settle(connection: Connection, ids: Sequence[str]) -> None:
    """Write to actors and claims who is who now, for some actors as coded."""
    book = codings.book(connection)
    query = select(actor.c.id, actor.c.name, actor.c.name_en, actor.c.kind, actor.c.country, actor.c.sector)
    for row in connection.execute(query.where(actor.c.id.in_(list(ids)))).all():
        values = codings.actor_row(Actor(*row), book)
        connection.execute(update(actor).where(actor.c.id == values.pop("id")).values(**values))
    for side in SIDES:
        _lead(connection, side, list(ids), book)
    reviewed = select(claim.c.id, claim.c.document).where(
        claim.c.status != "new",
        or_(*(claim.c[f"{s}_coded"].in_(list(ids)) | claim.c[s].in_(list(ids)) for s in SIDES)),
    )
    by_document: dict[int, list[int]] = {}
    for number, where in connection.execute(reviewed):
        by_document.setdefault(int(where), []).append(int(number))
    for where, numbers in by_document.items():
        reviews.settle(connection, where, numbers, book)


def _lead(connection: Connection, side: str, ids: list[str], book: Book) -> None:
    """Ends that some actors were coded for, each led to whom it belongs to now."""
    coded = claim.c[f"{side}_coded"]
    query = select(claim.c.id, claim.c.document, coded, claim.c[f"{side}_words"], claim.c[side]).where(coded.in_(ids))
    changes = [
        {"which": number, "to": now}
        for number, where, whom, said, was in connection.execute(query).all()
        if (now := book.resolve(whom, words(said or ""), where)) != was
    ]
    if changes:
        connection.execute(update(claim).where(claim.c.id == bindparam("which")).values({side: bindparam("to")}), changes)


_LISTED: Final = """
SELECT a.id, a.as_name AS name, a.name_en, a.as_kind AS kind, a.as_country AS country, a.as_sector AS sector,
       a."into", COALESCE(n.claims, 0) AS claims
FROM actor a LEFT JOIN (
  SELECT id, COUNT(*) AS claims FROM (
    SELECT source AS id FROM claim WHERE NOT hidden AND source IS NOT NULL UNION ALL
    SELECT target AS id FROM claim WHERE NOT hidden AND target IS NOT NULL) ends GROUP BY id) n ON n.id = a.id
"""


def listed(connection: Connection, limit: int | None = None, merged: bool = False) -> list[KeptActor]:
    """Actors by how many ends of claims they are; those that were merged into others only if asked for."""
    where = "" if merged else ' WHERE a."into" IS NULL'
    query = text(_LISTED + where + " ORDER BY claims DESC, a.id" + (" LIMIT :n" if limit else ""))
    return [KeptActor(**r) for r in connection.execute(query, {"n": limit} if limit else {}).mappings()]
