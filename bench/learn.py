"""Learn the weights of ``credence.tsv`` from annotated articles.

    python bench/learn.py GOLD.jsonl… [--folds 5] [--write]

GOLD is in the shape of the annotation guide: {"id", "text", "claims"}. Without ``--write`` it only reports,
by cross-validation over documents, what the weights would reach; with it, it learns from all documents and
writes ``src/ahlaf/coding/credence.tsv``. No text of the gold is kept: a symbol names a form, a place, a kind,
a relation or a word of the rule book, and a symbol seen in fewer than three documents is dropped.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from scipy import optimize, sparse

from ahlaf.coding import claims as claims_step
from ahlaf.coding import decide, scope
from ahlaf.coding.analysis import Analyser
from ahlaf.coding.credence import TABLE, Weights, logistic, total
from ahlaf.coding.decide import Option
from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.frames import Key
from ahlaf.coding.pipeline import prepare
from ahlaf.coding.symbols import spell
from ahlaf.lexicon.load import load
from ahlaf.model import Document

sys.path.insert(0, str(Path(__file__).parent))
from agree import Gold, bound, matched, same_end, scorer

GRAMMAR = 0.3
"""How much less a symbol of grammar is held back than the others."""
RARE = 3
"""A symbol seen in fewer documents than this is dropped."""


@dataclass
class Case:
    """One trigger of one document, with what the gold says of it."""

    trigger: Trigger
    gold: list[Gold]
    options: list[Option]


@dataclass
class Paper:
    """One document, prepared."""

    id: str
    draft: Draft
    gold: list[Gold]
    cases: list[Case]
    around: decide.Surroundings
    namer: claims_step.Namer
    missed: list[Gold] = field(default_factory=list)
    weight: float = 1.0
    """How much its cases count."""


def paper(document: dict, analyser: Analyser) -> Paper:
    """Prepare a document and bind its gold claims to triggers."""
    draft = prepare(Document(document["text"], id=document["id"]), analyser)
    around = decide.surroundings(draft)
    gold = [Gold.of(c, document["text"]) for c in document["claims"]]
    cases = [Case(t, [], []) for t in draft.triggers]
    made = Paper(document["id"], draft, gold, cases, around, claims_step.Namer(draft))
    for claim in gold:
        near = [c for c in cases if bound(draft, c.trigger, claim)]
        if not near:
            made.missed.append(claim)
        for case in near:
            case.gold.append(claim)
    for case in cases:
        if case.gold:
            case.options = [interned(o) for o in decide.options(draft, case.trigger, around)]
    return made


def interned(option: Option) -> Option:
    """The same option with each symbol held once in memory."""
    ties = [t._replace(base=_held(t.base), shared=_held(t.shared), source=_held(t.source), target=_held(t.target)) for t in option.ties]
    return option._replace(ties=ties)


_HELD: dict[Key, Key] = {}


def _held(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    return tuple(_HELD.setdefault(k, k) for k in keys)


# -- role models -------------------------------------------------------------------------------------------


def end_labels(made: Paper, case: Case, option: Option, side: str) -> list[int]:
    """Which of an option's candidates the gold accepts as that end."""
    right = [g for g in case.gold if g.sign == option.sense.sign]
    labels = []
    for at, tie in enumerate(option.ties):
        for claim in right:
            wanted = claim.source if side == "source" else claim.target
            if tie.phrase < 0:
                hit = not wanted
            else:
                hit = bool(wanted) and any(
                    same_end(wanted, made.namer.end(i).names) for i in claims_step.members(made.draft, tie.phrase)
                )
            if hit:
                labels.append(at)
                break
    return labels


def option_for(case: Case) -> Option | None:
    """The option that the gold means: its relation's, else one of its sign."""
    for claim in case.gold:
        for option in case.options:
            if option.sense.relation == claim.relation:
                return option
    for claim in case.gold:
        for option in case.options:
            if option.sense.sign == claim.sign:
                return option
    return None


@cache
def spelled(key: Key) -> tuple[str, ...]:
    return tuple(map(sys.intern, spell(key)))


class Symbols:
    """Numbers for symbols, rare ones left out."""

    def __init__(self, rows: Iterable[tuple[str, Sequence[str]]]) -> None:
        seen: dict[str, set[str]] = defaultdict(set)
        for doc, symbols in rows:
            for symbol in symbols:
                if len(seen[symbol]) < RARE:
                    seen[symbol].add(doc)
        self.index = {s: i for i, s in enumerate(sorted(k for k, v in seen.items() if len(v) >= RARE))}

    def matrix(self, rows: Sequence[Sequence[str]]) -> sparse.csr_matrix:
        data, columns, starts = [], [], [0]
        for row in rows:
            for symbol in row:
                column = self.index.get(symbol)
                if column is not None:
                    columns.append(column)
                    data.append(1.0)
            starts.append(len(columns))
        return sparse.csr_matrix((data, columns, starts), shape=(len(rows), len(self.index)))

    def stiffness(self) -> np.ndarray:
        """What grammar says is believed more readily than what merely stands near."""
        return np.array([GRAMMAR if s.startswith(("g:", "part:")) else 1.0 for s in self.index])

    def table(self, weights: np.ndarray) -> dict[str, float]:
        return {s: round(float(weights[i]), 4) for s, i in self.index.items() if abs(weights[i]) >= 5e-4}


def learn_role(papers: Sequence[Paper], side: str, penalty: float) -> dict[str, float]:
    """Softmax over the candidates of each trigger that the gold knows; any accepted candidate counts as right."""
    rows: list[tuple[str, Sequence[str]]] = []
    groups: list[tuple[int, int]] = []
    counts: list[float] = []
    right: list[int] = []
    for made in papers:
        for case in made.cases:
            option = option_for(case)
            if option is None:
                continue
            labels = end_labels(made, case, option, side)
            if not labels:
                continue
            start = len(rows)
            for tie in option.ties:
                facts = (*tie.base, *tie.shared, *(tie.source if side == "source" else tie.target))
                rows.append((made.id, [s for key in facts for s in spelled(key)]))
            groups.append((start, len(rows)))
            counts.append(made.weight)
            right.extend(start + at for at in labels)
    symbols = Symbols(rows)
    x = symbols.matrix([r for _, r in rows])
    owner = np.zeros(len(rows), dtype=int)
    for number, (start, end) in enumerate(groups):
        owner[start:end] = number
    good = np.zeros(len(rows), dtype=bool)
    good[right] = True
    starts = np.array([s for s, _ in groups])
    ridge = penalty * symbols.stiffness()
    heavy = np.array(counts)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = x @ w
        top = np.maximum.reduceat(scores, starts)
        power = np.exp(scores - top[owner])
        whole = np.add.reduceat(power, starts)
        p = power / whole[owner]
        p_good = np.add.reduceat(np.where(good, p, 0.0), starts) + 1e-12
        value = -(heavy * np.log(p_good)).sum() + 0.5 * (ridge * w) @ w
        pull = heavy[owner] * (p - np.where(good, p / p_good[owner], 0.0))
        return value, x.T @ pull + ridge * w

    best = optimize.minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return symbols.table(best.x)


def learn_binary(
    rows: Sequence[tuple[str, Sequence[str]]], labels: Sequence[float], penalty: float, scale: Sequence[float] | None = None
) -> dict[str, float]:
    """Logistic regression."""
    symbols = Symbols(rows)
    x = symbols.matrix([r for _, r in rows])
    y = np.asarray(labels, dtype=float)
    s = np.ones(len(y)) if scale is None else np.asarray(scale)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = x @ w
        value = (s * (np.logaddexp(0.0, scores) - y * scores)).sum() + 0.5 * penalty * (w @ w)
        return value, x.T @ (s * (1 / (1 + np.exp(-scores)) - y)) + penalty * w

    best = optimize.minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return symbols.table(best.x)


# -- the other parts ----------------------------------------------------------------------------------------


def frame_claims(made: Paper, frame: decide.Frame) -> list[Gold]:
    """What a frame would put out, in the shape that gold has, without manner and voice."""
    found = []
    for source, target in claims_step._pairs(made.draft, frame):
        ends = [made.namer.end(i) if i >= 0 else None for i in (source, target)]
        if ends[0] and ends[1] and ends[0].actor.id == ends[1].actor.id:
            continue
        span = claims_step._evidence(made.draft, frame, (source, target))
        names = [list(e.names) if e else [] for e in ends]
        found.append(Gold(names[0], names[1], frame.sense.relation, frame.sense.sign, (span.start, span.end)))
    return found


def accept_rows(papers: Sequence[Paper], weights: Weights) -> list[tuple[Paper, decide.Frame, int, int]]:
    """Each frame that would be decided, with how many of its claims the gold has, and how many it puts out."""
    rows = []
    judge = decide.Judge(weights)
    for made in papers:
        for case in made.cases:
            frame = decide.decide(made.draft, case.trigger, made.around, judge)
            if frame is None:
                continue
            out = frame_claims(made, frame)
            hits = sum(any(matched(g, c) for g in made.gold) for c in out)
            rows.append((made, frame, hits, len(out)))
    return rows


def learn_manner(papers: Sequence[Paper], penalty: float) -> dict[str, dict[str, float]]:
    """Negation, and one model for each modality against the rest."""
    rows, negated, modality, heavy = [], [], [], []
    for made in papers:
        for case in made.cases:
            if not case.gold:
                continue
            option = option_for(case)
            if option:
                case.trigger.sense = option.sense
            rows.append((made.id, scope.symbols(made.draft, case.trigger)))
            heavy.append(made.weight)
            negated.append(float(Counter(g.polarity for g in case.gold).most_common(1)[0][0] == "negated"))
            modality.append(Counter(g.modality for g in case.gold).most_common(1)[0][0])
    learned = {"negated": learn_binary(rows, negated, penalty, heavy)}
    for name in claims_step.MODALITIES:
        learned[f"modality:{name}"] = learn_binary(rows, [float(m == name) for m in modality], penalty, heavy)
    return learned


def learn(papers: Sequence[Paper], folds: int, role_penalty: float = 10.0, accept_penalty: float = 6.0) -> dict[str, dict[str, float]]:
    """Every part. The acceptance model learns from roles that were decided without their own document."""
    rows: list[tuple[Paper, decide.Frame, int, int]] = []
    for fold in range(folds):
        inside = [p for i, p in enumerate(papers) if i % folds != fold]
        outside = [p for i, p in enumerate(papers) if i % folds == fold]
        roles = {side: learn_role(inside, side, role_penalty) for side in ("source", "target")}
        roles["gate"] = learn_gate(inside)
        rows.extend(accept_rows(outside, roles))
    learned = {side: learn_role(papers, side, role_penalty) for side in ("source", "target")}
    learned["gate"] = learn_gate(papers)
    learned["accept"] = learn_binary(
        [(made.id, frame.symbols) for made, frame, _, _ in rows],
        [float(hits > 0) for _, _, hits, _ in rows],
        accept_penalty,
        [made.weight for made, _, _, _ in rows],
    )
    learned["again"] = learn_again(rows, folds, accept_penalty)
    learned.update(learn_manner(papers, 1.0))
    return learned


def learn_gate(papers: Sequence[Paper]) -> dict[str, float]:
    """The first look: is there a claim at all at this word?"""
    rows = [(p.id, decide.gate_symbols(p.draft, c.trigger)) for p in papers for c in p.cases]
    return learn_binary(
        rows, [float(bool(c.gold)) for p in papers for c in p.cases], 3.0, [p.weight for p in papers for _ in p.cases]
    )


def learn_again(rows: Sequence[tuple[Paper, decide.Frame, int, int]], folds: int, penalty: float) -> dict[str, float]:
    """The second look, from credences that were given without the frame's own document."""
    names = sorted({made.id for made, _, _, _ in rows})
    fold_of = {name: at % folds for at, name in enumerate(names)}
    by_paper: dict[str, list[tuple[Paper, decide.Frame, int]]] = defaultdict(list)
    for fold in range(folds):
        inside = [r for r in rows if fold_of[r[0].id] != fold]
        table = learn_binary(
            [(m.id, f.symbols) for m, f, _, _ in inside],
            [float(h > 0) for _, _, h, _ in inside],
            penalty,
            [m.weight for m, _, _, _ in inside],
        )
        for made, frame, hits, _ in rows:
            if fold_of[made.id] == fold:
                again = frame._replace(credence=logistic(total(table, frame.symbols)))
                by_paper[made.id].append((made, again, hits))
    symbols: list[tuple[str, Sequence[str]]] = []
    labels: list[float] = []
    heavy: list[float] = []
    for name, found in by_paper.items():
        frames = [f for _, f, _ in found]
        symbols.extend((name, s) for s in decide.again_symbols(found[0][0].draft, frames))
        labels.extend(float(h > 0) for _, _, h in found)
        heavy.extend(m.weight for m, _, _ in found)
    return learn_binary(symbols, labels, penalty, heavy)


def found_document(made: Paper, weights: Weights, threshold: float) -> dict:
    """A document as ``ahlaf read --format jsonl`` gives it."""
    judge = decide.Judge(weights)
    frames = [f for c in made.cases if (f := decide.decide(made.draft, c.trigger, made.around, judge)) is not None]
    frames = decide.reconsider(made.draft, frames, weights)
    out = []
    for claim in claims_step.make(made.draft, frames, weights, threshold):
        out.append(
            {
                "source": list(claim.source.names) if claim.source else [],
                "target": list(claim.target.names) if claim.target else [],
                "relation": claim.relation,
                "sign": claim.sign,
                "polarity": claim.polarity,
                "modality": claim.modality,
                "voice": claim.voice[0].names[0] if claim.voice else "author",
                "start": claim.evidence.start,
                "end": claim.evidence.end,
                "trigger": claim.trigger.of(made.draft.document.text),
                "credence": claim.credence,
            }
        )
    return {"id": made.id, "claims": out}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--also", nargs="*", type=Path, default=[], help="more annotated articles; the others count three times")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--missed", action="store_true", help="print the gold triggers that no row reaches")
    parser.add_argument("--out", type=Path, help="write the cross-validated claims here, one document a line")
    args = parser.parse_args()
    analyser = Analyser(load())
    documents = [json.loads(line) for path in args.gold for line in path.open(encoding="utf-8") if line.strip()]
    papers = [paper(d, analyser) for d in documents]
    for made in papers:
        made.weight = 3.0
    papers += [paper(json.loads(line), analyser) for path in args.also for line in path.open(encoding="utf-8") if line.strip()]
    gold = sum(len(p.gold) for p in papers)
    missed = sum(len(p.missed) for p in papers)
    print(f"{len(papers)} documents, {gold} claims, {gold - missed} reached by a trigger; {sum(len(p.cases) for p in papers)} triggers")
    if args.missed:
        for p in papers:
            for g in p.missed:
                print("-", g.relation, g.trigger, "|", g.evidence[:90])
    reachable = [(p, c, o) for p in papers for c in p.cases if c.gold and (o := option_for(c)) is not None]
    for side in ("source", "target"):
        print(f"{side} among the candidates: {sum(bool(end_labels(p, c, o, side)) for p, c, o in reachable)} of {len(reachable)}")
    if args.write:
        learned = learn(papers, args.folds)
        lines = ["part\tsymbol\tweight"]
        lines += [f"{part}\t{s}\t{w:g}" for part, table in sorted(learned.items()) for s, w in sorted(table.items())]
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{len(lines) - 1} weights written to {TABLE}")
        return 0
    found: list[list[dict]] = []
    thresholds = [0.06, 0.09, 0.12, 0.15, 0.18, 0.22, 0.26, 0.3, 0.35]
    found = [[] for _ in thresholds]
    for fold in range(args.folds):
        inside = [p for i, p in enumerate(papers) if i % args.folds != fold]
        learned = learn(inside, 2)
        for p in (p for i, p in enumerate(papers) if i % args.folds == fold):
            for at, threshold in enumerate(thresholds):
                found[at].append(found_document(p, learned, threshold))
    by_id = {d["id"]: d for d in documents}
    for at, threshold in enumerate(thresholds):
        r = scorer.score(by_id, {d["id"]: d for d in found[at]})
        e, m, t = r["signed_edge"], r["map"], r["typed_edge"]
        acc = "  ".join(f"{k} {v:.3f}" for k, v in r["accuracy_on_matched"].items())
        edge = f"edge P {e['precision']:.3f} R {e['recall']:.3f} F1 {e['f1']:.3f}"
        print(f"{threshold:.2f}  {edge}  typed {t['f1']:.3f}  map {m['f1']:.3f}   {acc}")
    if args.out:
        best = thresholds.index(0.18)
        args.out.write_text("\n".join(json.dumps(d, ensure_ascii=False) for d in found[best]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
