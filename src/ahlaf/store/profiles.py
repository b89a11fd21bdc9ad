"""An actor's page: what it is called, who was merged into it, and what is said for and against it, by whom and when.

*For* are affirmed claims of a relation that binds, *against* affirmed ones of a relation that divides; what is denied
is counted apart. Refused claims don't count.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from sqlalchemy import Connection, text

from ahlaf.store import differing
from ahlaf.store.errors import NoSuch
from ahlaf.store.records import KeptActor, Profile, Tally

_ROW: Final = """
SELECT id, as_name AS name, name_en, as_kind AS kind, as_country AS country, as_sector AS sector, "into" FROM actor
"""
_TALLY: Final = """
SELECT {key} AS about, SUM(CASE WHEN polarity = 'affirmed' AND sign > 0 THEN 1 ELSE 0 END) AS plus,
       SUM(CASE WHEN polarity = 'affirmed' AND sign < 0 THEN 1 ELSE 0 END) AS minus,
       SUM(CASE WHEN polarity = 'affirmed' THEN 0 ELSE 1 END) AS denied
FROM claim WHERE {where} AND NOT hidden AND status <> 'refused' GROUP BY {key}
"""
_ENDS: Final = """
SELECT id, SUM(plus) AS plus, SUM(minus) AS minus, SUM(denied) AS denied FROM (
  SELECT source AS id, {sums} FROM claim WHERE NOT hidden AND status <> 'refused' AND source IS NOT NULL GROUP BY source UNION ALL
  SELECT target AS id, {sums} FROM claim WHERE NOT hidden AND status <> 'refused' AND target IS NOT NULL GROUP BY target) ends
GROUP BY id
"""
_SUMS: Final = (
    "SUM(CASE WHEN polarity = 'affirmed' AND sign > 0 THEN 1 ELSE 0 END) AS plus, "
    "SUM(CASE WHEN polarity = 'affirmed' AND sign < 0 THEN 1 ELSE 0 END) AS minus, "
    "SUM(CASE WHEN polarity = 'affirmed' THEN 0 ELSE 1 END) AS denied"
)
_NAMES: Final = """
SELECT said, COUNT(*) AS n FROM (
  SELECT source_words AS said FROM claim WHERE source = :actor AND NOT hidden UNION ALL
  SELECT target_words FROM claim WHERE target = :actor AND NOT hidden UNION ALL
  SELECT voice_words FROM claim WHERE voice = :actor AND NOT hidden) every_end
WHERE said IS NOT NULL GROUP BY said ORDER BY n DESC, said LIMIT 50
"""
_PERIOD: Final = {"day": 10, "month": 7, "year": 4}
Unit = Literal["day", "month", "year"]


def kept(connection: Connection, ids: set[str]) -> dict[str, KeptActor]:
    """Some actors as decided, by id; their claims are not counted."""
    found: dict[str, KeptActor] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        some = {f"a{n}": one for n, one in enumerate(wanted[start : start + 500])}
        query = f"{_ROW} WHERE id IN ({', '.join(':' + k for k in some)})"
        found |= {r["id"]: KeptActor(**r) for r in connection.execute(text(query), some).mappings()}
    return found


def everyone(connection: Connection) -> list[tuple[KeptActor, Tally]]:
    """Every actor that was not merged into another, with its tally as an end of claims; the busiest first."""
    counts = {r["id"]: Tally(r["id"], int(r["plus"]), int(r["minus"]), int(r["denied"])) for r in _all_ends(connection)}
    rows = [KeptActor(**r) for r in connection.execute(text(_ROW + ' WHERE "into" IS NULL')).mappings()]
    found = [(a, counts.get(a.id, Tally(a.id, 0, 0, 0))) for a in rows]
    return sorted(found, key=lambda p: (-p[1].all, p[0].id))


def _all_ends(connection: Connection) -> Any:  # noqa: ANN401 - rows
    return connection.execute(text(_ENDS.format(sums=_SUMS))).mappings()


def of(connection: Connection, actor: str, unit: Unit, shown: str) -> Profile:
    """The page of an actor; one that was merged into another leads there.

    Raises:
        NoSuch: there is no such actor.
    """
    row = connection.execute(text(_ROW + " WHERE id = :actor"), {"actor": actor}).mappings().first()
    if row is not None and row["into"] is not None:
        row = connection.execute(text(_ROW + " WHERE id = :actor"), {"actor": row["into"]}).mappings().first()
    if row is None:
        raise NoSuch(shown, f"there is no actor {actor}", "`ahlaf actors list` lists them")
    about = KeptActor(**row)

    def tally(key: str, *sides: str) -> list[Tally]:
        query = _TALLY.format(key=key, where=f"({' OR '.join(f'{side} = :actor' for side in sides)})")
        found = connection.execute(text(query), {"actor": about.id}).mappings()
        return [Tally(r["about"], int(r["plus"]), int(r["minus"]), int(r["denied"])) for r in found]

    def ranked(found: list[Tally]) -> tuple[Tally, ...]:
        return tuple(sorted(found, key=lambda t: (-t.all, t.about or "")))

    merged = connection.execute(text(_ROW + ' WHERE "into" = :actor ORDER BY id'), {"actor": about.id}).mappings()
    names = connection.execute(text(_NAMES), {"actor": about.id})
    period = f"SUBSTR(date, 1, {_PERIOD[unit]})"
    return Profile(
        about,
        tuple((str(said), int(n)) for said, n in names),
        tuple(KeptActor(**r) for r in merged),
        ranked(tally("voice", "target")),
        ranked(tally("voice", "source")),
        ranked([t for t in tally("target", "source") if t.about is not None]),
        ranked([t for t in tally("source", "target") if t.about is not None]),
        tuple(sorted((t for t in tally(period, "source", "target") if t.about), key=lambda t: t.about or "")),
        tuple(tally("voice", "voice")),
        differing.of(connection, about.id),
    )
