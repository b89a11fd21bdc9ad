"""Bodies and their members, as the text declares them: alliances, organisations, parties, armed groups.

Who is said to be a MEMBER of a body belongs to it. Who LEADs an alliance belongs to it too; who leads an organisation,
a party or a force does where he is a person, for a state or another body that leads one is its patron: Iran is no
member of Iraq, nor the United Nations of a movement with which it negotiates.

No body is a state, a people, a social group, a place or a person; nor what only the text knows and whose kind nobody
knows ("the talks", "the truce"). Claims that come with names alone have no kinds at all: there MEMBER counts, and
LEAD, which many a relation is told by, doesn't.

What is only planned, wished, supposed or asked declares nothing, nor what hardly weighs after denials (:data:`LEAST`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ahlaf.network.gather import gather
from ahlaf.network.table import MODALITIES, NAMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ahlaf.network.gather import Gathered
    from ahlaf.network.statement import Party
    from ahlaf.network.table import Table
    from ahlaf.network.weights import Weights

LEAST = 0.25
"""What a membership weighs at least: no more has what is only wished or asked."""
NO_BODY = frozenset({"state", "people", "social-group", "person", "city", "province", "region", "base", "place"})
LED = frozenset({"organisation", "party", "armed-group", "force"})
SAID = ("asserted", "alleged")


def is_body(party: Party) -> bool:
    """Whether somebody can be a member of it.

    >>> from ahlaf.network.statement import Party
    >>> [is_body(p) for p in (Party("IRQ", kind="state", country="IRQ"), Party("text:هدنه"), Party("الحلف"))]
    [False, False, True]
    """
    unknown = not party.kind and (party.id.startswith("text:") or (party.country != "" and party.id == party.country))
    return party.kind not in NO_BODY and not unknown


def memberships(table: Table, weights: Weights, rows: NDArray[np.int64] | None, factor: NDArray[np.float64] | None = None) -> Gathered:
    """Who belongs to which body: an edge from each member, with what weighs for it and against it."""

    def those(flags: list[bool]) -> NDArray[np.bool_]:
        return np.array([*flags, False])  # -1, nobody, is the last

    body = those([is_body(p) for p in table.parties])[table.target]
    alliance = those([p.kind == "alliance" for p in table.parties])[table.target]
    led = those([p.kind in LED for p in table.parties])[table.target]
    person = those([p.kind == "person" for p in table.parties])[table.source]
    joins = (table.relation == NAMES.index("MEMBER")) & body
    leads = (table.relation == NAMES.index("LEAD")) & (alliance | (led & person))
    keep = (joins | leads) & np.isin(table.modality, [MODALITIES.index(m) for m in SAID])
    return gather(table, weights, np.flatnonzero(keep) if rows is None else rows[keep[rows]], factor=factor)
