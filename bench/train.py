"""Learn ``learned.npz`` from annotated articles; needs PyTorch (``pip install torch``), any build.

    python bench/train.py GOLD.jsonl… [--also MORE.jsonl…] [--plain TEXTS.jsonl.gz] [--from LEARNED.npz…] [--write]

GOLD and MORE are in the shape of the annotation guide: {"id", "text", "claims"}; GOLD counts twice. PLAIN has
articles without claims, {"text"}, which the encoder reads first to know the run of words (``plain.py``). The drills of
``drills.py`` are always learned from too, at half weight.

First some teachers learn from the annotation, each from a beginning and in an order of its own. Then the networks that
are kept learn from the annotation and, as much, from what the teachers together make of every pair (Hinton, Vinyals &
Dean 2015), in the plain articles too: one then reads as well as the teachers side by side. Without ``--write`` every
third article of GOLD is held out and measured for each network, and for all of them together, at several thresholds;
with it, everything is learned from and written beside the coder. Which relation a word means is counted apart
(``senses.py``), from all articles: of the relations of held ones that table knows a little.

With ``--from`` nothing begins anew: the networks of the files are the teachers, and that of the last one learns on, in
several orders by chance whose weights are averaged; a share of what it went on from is kept. So the file that is shipped
was made, in six runs: from nothing; then, when the encoder got its second layer, on from that; on from both, when phrases
were found to end elsewhere; on from two orders, when "we" was found to be somebody and papers in the manner of the United
Nations had been written; and so twice more, when there was more to learn from: news, op-eds, plain sentences in their kinds.

No sentence is kept: a fact names a form, a place, a kind, a relation, a word or its letters, and one seen in fewer than
four articles is dropped.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

import again
from ahlaf.check.claims import Score
from ahlaf.coding import pipeline
from ahlaf.coding.weighing import learned
from ahlaf.coding.words.analysis import Analyser
from ahlaf.exchange import records
from ahlaf.lexicon.load import load
from ahlaf.model import Document
from drills import drills
from ends_loss import loss, shares
from ends_model import DEVICE, Net
from papers import paper, read
from plain import pages, widen
from plain import read as read_plain
from sheets import Facts, Sheet

DRILLS = 160
THRESHOLDS = (0.12, 0.15, 0.18, 0.21, 0.24, 0.28, 0.32, 0.37, 0.42)
QUIET = 0.35
"""The share of senses of triggers without a claim that a round looks at."""
TAUGHT = 0.5
"""How much of the loss of pairs goes by what teachers make of them."""
PACE, PACE_ON = 2e-3, 1e-3
"""The greatest step of what begins from nothing, and of what goes on."""
KEPT = 0.25
"""The share of its weights that what goes on keeps of what it went on from."""
LIKELY = 0.15
"""A plain article's choice that teachers give this much or more to its pairs is looked at in every round."""


def learn(net: Net, sheets: Sequence[Sheet], rounds: int, seed: int, taught: float = 0.0, pace: float = PACE) -> None:
    """Teach a network so many rounds over the articles; ``taught``: how much of it goes by what teachers make of them.

    ``pace`` is the greatest step: a network that goes on from what it knows takes smaller ones than one that begins.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    size = 6
    optimizer = torch.optim.AdamW([w for w in net.parameters() if w.requires_grad], lr=pace, weight_decay=0.01)
    steps = rounds * math.ceil(len(sheets) / size) + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, pace, total_steps=steps, pct_start=0.1)
    for turn in range(rounds):
        net.train()
        order = list(range(len(sheets)))
        chance.shuffle(order)
        whole = 0.0
        for start in range(0, len(order), size):
            group = [sheets[i] for i in order[start : start + size]]
            keep = [
                [at for at, c in enumerate(s.choices) if _looked_at(s, at) or c.annotated or chance.random() < QUIET]
                for s in group
            ]
            if not any(keep):
                continue
            value = loss(net, group, keep, taught=taught)
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            whole += float(value.detach())
        print(f"round {turn + 1}: loss {whole * size / len(order):.3f}", flush=True)


def _looked_at(sheet: Sheet, choice: int) -> bool:
    return not sheet.annotated and sheet.taught is not None and float(sheet.taught[choice][-1]) < 1.0 - LIKELY


def teach(nets: Sequence[Net], sheets: Sequence[Sheet]) -> None:
    """Note on every article what some networks together make of its pairs."""
    for sheet in sheets:
        each = [shares(net, sheet) for net in nets]
        sheet.taught = [np.mean(of_one, axis=0).astype(np.float16) for of_one in zip(*each, strict=True)]


class Measure:
    """Held-out articles, scored as ``ahlaf bench quality`` scores them, read as ``ahlaf read`` would read them."""

    def __init__(self, documents: Sequence[dict], analyser: Analyser) -> None:
        self.documents, self.analyser = {d["id"]: d for d in documents}, analyser

    def of(self, arrays: dict[str, np.ndarray]) -> None:
        """Print what is reached at each threshold."""
        judge = learned.of(arrays)
        found = {}
        for key, d in self.documents.items():
            reading = pipeline.code(Document(d["text"], id=key), self.analyser, judge, min(THRESHOLDS))
            found[key] = [records.claim(c, d["text"]) for c in reading.claims]
        for threshold in THRESHOLDS:
            score = Score()
            for key, d in self.documents.items():
                score.add(d["text"], d["claims"], [c for c in found[key] if c["credence"] >= threshold])
            signed = score.signed
            more = "  ".join(f"{name} {hit / signed.hit if signed.hit else 0.0:.3f}" for name, hit in score.right.items())
            edge = f"edge P {signed.precision:.3f} R {signed.recall:.3f} F1 {signed.f1:.3f}"
            print(f"  {threshold:.2f}  {edge}  typed {score.typed.f1:.3f}  map {score.map.f1:.3f}   {more}", flush=True)


def together(parts: Sequence[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """The arrays of several networks as those of one file; they know the same facts by the same numbers."""
    named = [name for name, array in parts[0].items() if array.dtype == np.uint8]
    return {name: parts[0][name] if name in named else np.stack([p[name] for p in parts]) for name in parts[0]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--also", nargs="*", type=Path, default=[], help="more annotated articles, that count once")
    parser.add_argument("--plain", nargs="*", type=Path, default=[], help="articles without claims")
    parser.add_argument("--from", dest="begin", nargs="*", type=Path, default=[], help="files that teach; the last one learns on")
    parser.add_argument("--rounds", type=int, default=3, help="over the annotated articles, and over the plain ones")
    parser.add_argument("--seed", type=int, default=0, help="of the first network; the others' count on from it")
    parser.add_argument("--networks", type=int, default=2, help="that are kept; averaged into one where they go on from a file")
    parser.add_argument("--teachers", type=int, default=6, help="0: the networks learn from the annotation alone")
    parser.add_argument("--fold", type=int, default=0, help="which third of GOLD is held out")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    analyser = Analyser(load())
    gold = read(args.gold)
    held = [] if args.write else [d for at, d in enumerate(gold) if at % 3 == args.fold]
    papers = [paper(d, analyser, 2.0) for d in gold if d not in held] + [paper(d, analyser, 1.0) for d in read(args.also)]
    papers += [paper(d, analyser, 0.5) for d in drills(DRILLS)]
    claims, reached = sum(p.claims for p in papers), sum(p.reached for p in papers)
    print(f"{len(papers)} articles, {claims} claims, {reached} reached by a trigger", flush=True)
    before = [dict(np.load(path, allow_pickle=False)) for path in args.begin]
    facts = again.facts(before[-1], papers) if before else Facts(papers)
    plain = [] if before else pages((d["text"] for d in read(args.plain)), analyser)
    if plain:
        widen(facts, plain)
    sheets = [Sheet(p, facts) for p in papers]
    known = {d["text"] for d in (*gold, *read(args.also))}
    untold = [d for d in read(args.plain) if d["text"] not in known] if args.teachers else []
    more = [Sheet(paper({"claims": [], "id": f"plain-{at}", **d}, analyser, 0.5), facts, annotated=False) for at, d in enumerate(untold)]

    def begun(seed: int) -> Net:
        torch.manual_seed(seed)
        if before:
            return again.net(before[-1], facts)
        net = Net(facts).to(DEVICE)
        if plain:
            read_plain(net, plain, args.rounds, seed)
        return net

    teachers = [again.net(arrays, facts) for arrays in before]
    for seed in range(args.seed, args.seed + (0 if before else args.teachers)):
        teachers.append(begun(seed))
        learn(teachers[-1], sheets, args.rounds, seed)
    if teachers:
        teach(teachers, [*sheets, *more])
    parts = []
    for seed in range(args.seed + 100, args.seed + 100 + args.networks):
        net = begun(seed)
        learn(net, [*sheets, *more], args.rounds, seed, TAUGHT if teachers else 0.0, PACE_ON if before else PACE)
        parts.append(net.eval().arrays())
        if held:
            Measure(held, analyser).of(together(parts[-1:]))
    whole = again.between(together([again.average(parts)]), before[-1], KEPT) if before else together(parts)
    if held:
        print("together")
        Measure(held, analyser).of(whole)
    if args.write:
        np.savez_compressed(learned.ARRAYS, **learned.packed(whole))
        print(f"written: {learned.ARRAYS} ({learned.ARRAYS.stat().st_size // 1000} kB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
