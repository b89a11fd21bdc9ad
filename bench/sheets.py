"""Articles in numbers: what the network of ``ends_model.py`` learns from, made of ``papers.py``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from papers import Choice, Paper

RARE = 4
"""A fact seen in fewer articles than this is dropped."""
NEVER = -1e4
"""Added to the score of a pair that can't be."""


class Names:
    """Numbers for the facts that are not rare, from 1; 0 is nothing."""

    def __init__(self, found: Iterable[tuple[str, Iterable[str]]]) -> None:
        seen: dict[str, set[str]] = defaultdict(set)
        for article, facts in found:
            for fact in facts:
                if len(seen[fact]) < RARE:
                    seen[fact].add(article)
        self.names: list[str] = []
        self.keep({f for f, articles in seen.items() if len(articles) >= RARE})

    def keep(self, more: set[str]) -> None:
        """Keep these facts too, whatever they are in annotated articles."""
        self.names = sorted({*self.names, *more})
        self.of = {f: at for at, f in enumerate(self.names, start=1)}

    def bag(self, groups: Sequence[Sequence[str]]) -> tuple[np.ndarray, np.ndarray]:
        """The numbers of the facts of each group on end, and how many each has."""
        numbers = [[self.of[f] for f in g if f in self.of] for g in groups]
        return np.array([n for g in numbers for n in g], dtype=np.int64), np.array([len(g) for g in numbers], dtype=np.int64)

    def packed(self) -> np.ndarray:
        return np.frombuffer("\0".join(self.names).encode(), dtype=np.uint8)


class Facts:
    """Every kind of fact that articles show."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self.words = Names((p.id, w) for p in papers for w in p.words)
        self.ties = Names((p.id, f) for p in papers for c in p.choices for side in c.facts for f in side)
        self.cues = Names((p.id, t.cues) for p in papers for t in p.tellings)
        self.speakers = Names((p.id, f) for p in papers for t in p.tellings for f in t.facts)
        self.relations = {r: at for at, r in enumerate(sorted({c.relation for p in papers for c in p.choices}))}


class Sheet:
    """An article in numbers; one without annotation is learned from only by what teachers make of it."""

    def __init__(self, paper: Paper, facts: Facts, *, annotated: bool = True) -> None:
        self.annotated = annotated
        self.taught: list[np.ndarray] | None = None
        """Of each choice, the shares that teachers give its pairs, on end, and "none"."""
        self.id, self.weight, self.choices, self.tellings = paper.id, paper.weight, paper.choices, paper.tellings
        self.words = facts.words.bag(paper.words)
        self.count = len(paper.words)
        self.sentences = paper.sentences
        self.bags = [tuple(facts.ties.bag(side) for side in c.facts) for c in paper.choices]
        self.masks = [_mask(c) for c in paper.choices]
        self.cues = [facts.cues.bag([t.cues]) for t in paper.tellings]
        self.speakers = [facts.speakers.bag(t.facts) for t in paper.tellings]
        for c in self.choices:
            c.facts = ([], [])  # they are numbers now
        paper.words = []


def _mask(choice: Choice) -> np.ndarray:
    own = np.array([hash(o) for o in choice.owners])
    mask = np.where(own[:, None] == own[None, :], NEVER, 0.0).astype(np.float32)
    for at, among in enumerate(choice.among):
        if among:
            mask[at, at] = 0.0
    for one, two in choice.pairs:
        mask[one, two] = 0.0
    return mask
