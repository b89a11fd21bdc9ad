"""Let the encoder read plain articles before it learns claims: what word comes next, and what came before?

The two directions of its LSTM are two language models (Bengio et al. 2003; Peters et al. 2018 used the like), each
asked for the stem beside, among those of the batch and some others by chance. What is kept is the encoder's first layer
alone: the second one has seen both sides.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ahlaf.coding.pipeline import prepare
from ahlaf.coding.weighing import wordfacts
from ahlaf.coding.weighing.encoder import runs
from ahlaf.coding.words.analysis import Analyser
from ahlaf.model import Document
from ends_model import DEVICE, Net, on
from sheets import Facts

SPREAD = 15
"""A fact of words that is too rare among the annotated articles is kept if so many plain ones show it."""
ASKED = 10_000
OTHERS = 1_500


@dataclass
class Page:
    """A plain article: the facts of its words, its sentences, and what is asked: the number of each stem, or -1."""

    id: str
    facts: list[list[str]]
    sentences: list[tuple[int, int]]
    words: tuple[np.ndarray, np.ndarray] = field(default=(np.empty(0), np.empty(0)))
    stems: np.ndarray = field(default_factory=lambda: np.empty(0))

    @property
    def count(self) -> int:
        return len(self.stems)


def pages(texts: Iterator[str], analyser: Analyser) -> list[Page]:
    """Plain articles, prepared."""
    found = []
    for number, text in enumerate(texts):
        draft = prepare(Document(text), analyser)
        facts = [[*wordfacts.lasting(w), *p] for w, p in zip(draft.words, wordfacts.placed(draft), strict=True)]
        found.append(Page(f"plain-{number}", facts, runs(draft)))
    return found


def widen(facts: Facts, plain: Sequence[Page]) -> None:
    """Keep the facts of words that enough plain articles show."""
    seen = Counter(f for page in plain for f in {f for word in page.facts for f in word})
    facts.words.keep({f for f, count in seen.items() if count >= SPREAD})


def read(net: Net, plain: Sequence[Page], rounds: int, seed: int, size: int = 8) -> None:
    """Teach the encoder of a network the run of words."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    order = list(plain)
    stems = [[next(f for f in word if f.startswith("w:")) for word in page.facts] for page in order]
    number = {s: at for at, (s, _) in enumerate(Counter(s for page in stems for s in page).most_common(ASKED))}
    for page, own in zip(order, stems, strict=True):
        page.words = net.facts.words.bag(page.facts)
        page.stems = np.array([number.get(s, -1) for s in own])
    answers, bias = nn.Embedding(len(number), net.wide).to(DEVICE), nn.Parameter(torch.zeros(len(number), device=DEVICE))
    nn.init.normal_(answers.weight, std=0.1)
    ways = nn.ModuleList([nn.Linear(net.wide, net.wide) for _ in range(2)]).to(DEVICE)
    weights = [*net.word.parameters(), *net.lstm.parameters(), *answers.parameters(), bias, *ways.parameters()]
    optimizer = torch.optim.AdamW(weights, lr=2e-3, weight_decay=0.001)
    steps = rounds * math.ceil(len(order) / size) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps, pct_start=0.1)
    net.train()
    for turn in range(rounds):
        chance.shuffle(order)
        whole = 0.0
        for start in range(0, len(order), size):
            group = order[start : start + size]
            _, context = net.read(group, once=True)
            asked = np.concatenate([p.stems for p in group])
            loss = torch.zeros((), device=DEVICE)
            for way, (here, there) in enumerate(_neighbours(group)):
                wanted = asked[there]
                known = (wanted >= 0) & (np.random.default_rng(seed + start).random(len(wanted)) < 0.5)
                wanted, at = wanted[known], here[known]
                among = np.unique(np.concatenate([wanted, chance.choices(range(len(number)), k=OTHERS)]))
                half = context[on(at)][:, way * net.wide : (way + 1) * net.wide]
                asked_of = on(among)
                scores = ways[way](half) @ answers.weight[asked_of].T + bias[asked_of]
                loss = loss + functional.cross_entropy(scores, on(np.searchsorted(among, wanted)))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            schedule.step()
            whole += float(loss.detach())
        print(f"plain round {turn + 1}: loss {whole * size / len(order):.3f}", flush=True)


def _neighbours(group: Sequence[Page]) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Places and the places after them in their sentence; the same backwards."""
    starts = np.cumsum([0, *(p.count for p in group)])
    runs = [np.arange(a + at, b + at) for p, at in zip(group, starts, strict=False) for a, b in p.sentences if b - a > 1]
    first, second = np.concatenate([r[:-1] for r in runs]), np.concatenate([r[1:] for r in runs])
    return (first, second), (second, first)
