"""Tension 4: a word against a deed.

**Definition.** From one actor to another, what is *declared* against what is said to be *done*. A word is what is
intended (a purpose, a plan, a promise), or a relation of words (PLOVER's verbal quads: agree, support, accuse,
threaten…, but for REQUEST: one makes demands of those whom one helps, too). A deed is a material relation or standing
tie that is asserted or alleged. They are against each other where the deed has the other sign, or where the declared
deed is said not to be done.

**Score.** ``score = 1.2 × min(m(word), m(deed))``.

**Edge cases.** A word without a deed, a deed without a word, is no tension. The direction counts: what B does to
A is no answer to what A promised B.

>>> from ahlaf.network import Network, Party, Statement
>>> a, b = Party("the coalition"), Party("Daesh")
>>> found, = word_deed(Network.of([
...     Statement("1", a, b, "OPPOSE", -1, modality="intended"),
...     Statement("2", a, b, "AID", 1, modality="alleged"),
... ]))
>>> found.en, found.score
('In word the coalition is said to mean to fight Daesh; in deed the coalition is alleged to aid Daesh', 0.6)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ahlaf.network.gather import gather
from ahlaf.network.table import MODALITIES, NAMES
from ahlaf.network.tensions.links import Tension, side_of
from ahlaf.relations import RELATIONS, Quad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ahlaf.network.graph import Network

FACTOR = 1.2
_VERBAL = np.array(
    [RELATIONS[n].quad in (Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT) and RELATIONS[n].event for n in NAMES]
)
_TELLING = _VERBAL & np.array([n != "REQUEST" for n in NAMES])
_WORD, _DEED, _UNDONE = 0, 2, 4


def word_deed(network: Network) -> Iterator[Tension]:
    """Every pair of which a word and a deed are said that do not go together."""
    table = network.table
    intended = table.modality == MODALITIES.index("intended")
    stated = (table.modality == MODALITIES.index("asserted")) | (table.modality == MODALITIES.index("alleged"))
    verbal, telling = _VERBAL[table.relation], _TELLING[table.relation]
    minus = (table.sign < 0).astype(np.int64)
    kind = np.full(len(table), -1, np.int64)
    word = ~table.denied & (intended | (telling & stated))
    kind[word] = _WORD + minus[word]
    deed = ~table.denied & stated & ~verbal
    kind[deed] = _DEED + minus[deed]
    undone = table.denied & stated & ~verbal
    kind[undone] = _UNDONE + minus[undone]
    found = gather(table, network.weights, network.rows, kind=kind, factor=network.factor)
    pairs: dict[tuple[int, int], dict[int, int]] = {}
    heads = kind[found.order[found.start[:-1]]].tolist() if len(found) else []
    for at, (s, t, what) in enumerate(zip(found.source.tolist(), found.target.tolist(), heads, strict=True)):
        pairs.setdefault((s, t), {})[what] = at
    for (s, t), by_kind in pairs.items():
        if len(by_kind) < 2:
            continue
        for sign in (0, 1):
            word_at = by_kind.get(_WORD + sign)
            if word_at is None:
                continue
            for other in (_DEED + 1 - sign, _UNDONE + sign):
                deed_at = by_kind.get(other)
                if deed_at is None:
                    continue
                sides = []
                for at in (word_at, deed_at):
                    mass = float(found.mass_for[at] + found.mass_against[at])
                    sides.append(side_of(network, network.heaviest(found.rows(at)), mass))
                en = f"In word {sides[0].en}; in deed {sides[1].en}"
                ar = f"في القول {sides[0].ar}؛ وفي الفعل {sides[1].ar}"
                score = round(FACTOR * min(x.mass for x in sides), 6)
                yield Tension("word and deed", (s, t), score, en, ar, tuple(sides))
