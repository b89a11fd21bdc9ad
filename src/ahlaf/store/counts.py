"""How much a project holds: the numbers of ``ahlaf status``."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select, text

from ahlaf.store import journal, reviews
from ahlaf.store.schema import claim, decision, document

_BOOKS = """
SELECT c.coder, c.version, c.digest, COUNT(*) AS documents FROM coding c JOIN document d ON d.id = c.document WHERE NOT d.hidden
GROUP BY c.coder, c.version, c.digest ORDER BY documents DESC
"""


def of(connection: Connection) -> dict[str, Any]:
    """Documents, claims by status, actors and decisions that count, who coded how many documents, and their dates."""

    def one(query: str) -> int:
        return int(connection.execute(text(query)).scalar_one())

    status = select(claim.c.status, func.count()).where(~claim.c.hidden).group_by(claim.c.status)
    seen = document.c
    whole = select(func.count(), func.count(seen.family.distinct()), func.min(seen.date), func.max(seen.date)).where(~seen.hidden)
    decided = select(func.count()).where(decision.c.active, decision.c.kind.in_(sorted(journal.OF_CLAIMS | journal.ON_ACTORS)))
    count, families, *spans = connection.execute(whole).one()
    return {
        "documents": count,
        "families": families,
        "coded": one("SELECT COUNT(*) FROM coding c JOIN document d ON d.id = c.document WHERE NOT d.hidden"),
        "claims": {str(k): int(n) for k, n in connection.execute(status)},
        "actors": one('SELECT COUNT(*) FROM actor WHERE "into" IS NULL'),
        "decisions": connection.execute(decided).scalar_one(),
        "orphans": len(reviews.orphans(connection)),
        "set_aside": one("SELECT COUNT(*) FROM set_aside"),
        "coders": [dict(r) for r in connection.execute(text(_BOOKS)).mappings()],
        "dates": spans,
    }
