"""The relations: sixteen PLOVER event types and five standing ties.

A relation carries a sign (does it bind or divide?), a quad class and an intensity.
Signs and intensities of the event types follow the PLOVER manual (2021-09, CC BY-SA 4.0);
the manual prints +3 for ACCUSE while its modes run from -2 to -3.5, so the negative is taken here.
The standing ties are not in PLOVER; their quad class is that of the events they summarise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Quad(StrEnum):
    """The four classes of PLOVER: words or deeds, together or against."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: its name, its sign (+1 or -1), its quad class and its intensity (-10 to 10)."""

    name: str
    sign: int
    quad: Quad
    intensity: float
    event: bool
    """True for a PLOVER event type, False for a standing tie."""
    mutual: bool = False
    """True where source and target may change places (they met; they are allies)."""


_VC, _MC = Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION
_VX, _MX = Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT

RELATIONS: Final = MappingProxyType(
    {
        r.name: r
        for r in (
            Relation("AGREE", 1, _VC, 2.5, event=True, mutual=True),
            Relation("CONSULT", 1, _VC, 2.5, event=True, mutual=True),
            Relation("SUPPORT", 1, _VC, 5.0, event=True),
            Relation("CONCEDE", 1, _VC, 4.5, event=True),
            Relation("COOPERATE", 1, _MC, 9.5, event=True, mutual=True),
            Relation("AID", 1, _MC, 10.0, event=True),
            Relation("RETREAT", 1, _MC, 6.5, event=True),
            Relation("REQUEST", -1, _VX, 0.0, event=True),
            Relation("ACCUSE", -1, _VX, -3.0, event=True),
            Relation("REJECT", -1, _VX, -2.0, event=True),
            Relation("THREATEN", -1, _VX, -3.5, event=True),
            Relation("PROTEST", -1, _MX, -5.0, event=True),
            Relation("SANCTION", -1, _MX, -6.0, event=True),
            Relation("MOBILIZE", -1, _MX, -5.5, event=True),
            Relation("COERCE", -1, _MX, -7.0, event=True),
            Relation("ASSAULT", -1, _MX, -9.0, event=True),
            Relation("ALLY", 1, _MC, 8.0, event=False, mutual=True),
            Relation("MEMBER", 1, _MC, 7.0, event=False),
            Relation("LEAD", 1, _MC, 7.0, event=False),
            Relation("OPPOSE", -1, _MX, -6.0, event=False, mutual=True),
            Relation("EXCLUDE", -1, _MX, -4.0, event=False),
        )
    }
)
"""Every relation by its name, in the order of `shared` usage: events first, ties last."""
