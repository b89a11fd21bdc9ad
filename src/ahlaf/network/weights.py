"""How much a claim counts.

**Definition.** A claim's weight is

    w = credence × modality × relation

* *credence* (0 to 1): how likely it is that the text says so. A person's decision goes before it:
  confirmed or corrected counts 1, refused 0, unsure half.
* *modality*: what is asserted counts in full; what is alleged, intended, wished, supposed or asked
  counts for less (:data:`MODALITY`).
* *relation*: 1, but for REQUEST, a quarter: PLOVER scores it 0, and one asks one's friends too.

*Polarity* decides on which side the weight falls, not how large it is: a denied support is evidence
**against** the edge "X supports Y"; it is no attack of X on Y. So every edge has a mass for and a mass
against, and its weight is what remains, never below nought:

    m_for(e) = Σ over voices v of  rep{ w(c) : v affirms e in c }
    m_against(e) = Σ over voices v of  rep{ w(c) : v denies e in c }
    weight(e) = max(0, m_for − denial × m_against)

**One voice is one voice.** ``rep`` says what a voice's repetition is worth: ``"once"`` (the default)
takes the weightiest of its claims, so saying it ten times is saying it once; ``"more"`` takes
1 − Π(1 − w), so that repetition makes surer but never more than one voice; ``"sum"`` adds, and is there
for those who want to count words. Near copies of one story have one author's voice between them, whoever
signs them, and under ``"more"`` and ``"sum"`` the copies are taken once first, so an agency report in six
papers counts once under all three.

>>> w = Weights()
>>> w.modality["alleged"], w.relation["REQUEST"], w.relation["AID"]
(0.6, 0.25, 1.0)
>>> Weights.of(["alleged=0.3", "AID=0.5"]).modality["alleged"]
0.3

**Source.** Masses for and against one edge: the two-sided evidence counts of subjective logic
(Jøsang 2001), without its priors. Modality weights have no source in the literature: they are
ours, stated here, and every one can be set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.network.table import MODALITIES, NAMES, REVIEWS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from ahlaf.network.table import Table

MODALITY: Mapping[str, float] = MappingProxyType(
    {
        "asserted": 1.0,
        "alleged": 0.6,
        "intended": 0.5,
        "normative": 0.25,
        "hypothetical": 0.1,
        "questioned": 0.25,
    }
)
RELATION: Mapping[str, float] = MappingProxyType({name: 0.25 if name == "REQUEST" else 1.0 for name in NAMES})
Repeat = Literal["once", "more", "sum"]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of claim counts; see the module for the formula."""

    modality: Mapping[str, float] = field(default_factory=lambda: MODALITY)
    relation: Mapping[str, float] = field(default_factory=lambda: RELATION)
    credence: bool = True
    """False: every claim that is there counts as fully believed."""
    denial: float = 1.0
    """What a denial takes away, against what an affirmation gives."""
    repeat: Repeat = "once"

    def __post_init__(self) -> None:
        for table, known in ((self.modality, MODALITIES), (self.relation, NAMES)):
            for name, value in table.items():
                if name not in known:
                    raise NetworkError(f"no weight can be set for {name!r}: it is none of {', '.join(known)}")
                if not 0 <= value <= 1:
                    raise NetworkError(f"the weight of {name} is {value}: it must lie between 0 and 1")
        if self.denial < 0:
            raise NetworkError(f"the weight of denials is {self.denial}: it can't be negative")
        if self.repeat not in ("once", "more", "sum"):
            raise NetworkError(f"repeat is {self.repeat!r}: it must be once, more or sum")

    @classmethod
    def of(cls, settings: Iterable[str]) -> Weights:
        """Weights from settings like ``alleged=0.3``, ``REQUEST=1``, ``denial=0.5``, ``repeat=more``.

        >>> Weights.of(["maybe=1"])  # doctest: +NORMALIZE_WHITESPACE
        Traceback (most recent call last):
        ...
        ahlaf.errors.NetworkError: no weight can be set for 'maybe': it is none of asserted, alleged, intended, normative,
        hypothetical, questioned, a relation, denial, credence or repeat
        """
        modality, relation = dict(MODALITY), dict(RELATION)
        denial, repeat, credence = 1.0, "once", True
        for setting in settings:
            name, _, value = setting.partition("=")
            name, value = name.strip(), value.strip()
            if name == "repeat":
                repeat = value
                continue
            try:
                number = float(value)
            except ValueError:
                raise NetworkError(
                    f"the weight {setting!r} can't be read: write a name, = and a number, as in alleged=0.3"
                ) from None
            if name == "denial":
                denial = number
            elif name == "credence":
                credence = number > 0
            elif name.upper() in relation:
                relation[name.upper()] = number
            elif name in modality:
                modality[name] = number
            else:
                raise NetworkError(
                    f"no weight can be set for {name!r}: it is none of {', '.join(MODALITIES)}, a relation, "
                    "denial, credence or repeat"
                )
        return cls(modality, relation, credence, denial, repeat)  # type: ignore[arg-type]

    def of_rows(self, table: Table) -> NDArray[np.float64]:
        """The weight of every row of a table."""
        modal = np.array([self.modality.get(m, 0.0) for m in MODALITIES])
        related = np.array([self.relation.get(r, 1.0) for r in NAMES])
        believed = table.credence.copy() if self.credence else np.ones(len(table))
        decided = np.array([REVIEWS.index(x) for x in ("confirmed", "corrected", "refused", "unsure")])
        believed[(table.review == decided[0]) | (table.review == decided[1])] = 1.0
        believed[table.review == decided[2]] = 0.0
        believed[table.review == decided[3]] *= 0.5
        weight: NDArray[np.float64] = believed * modal[table.modality] * related[table.relation]
        return weight
