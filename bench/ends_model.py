"""The network of ``ahlaf.coding.weighing.encoder``, ``pairs`` and ``manner`` in PyTorch, to learn its weights; and the way there.

PyTorch is needed to learn only; what is learned runs on numpy. Equations and reasons stand in those modules. The way
back, from arrays to a network that learns on, is in ``again.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from papers import Choice, Paper, Telling

RARE = 4
"""A fact seen in fewer articles than this is dropped."""
NEVER = -1e4
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
"""Where is learned: on a graphics processor if there is one. Nothing else differs."""


RUNS = 48 if DEVICE.type == "cpu" else 4096
"""Stretches of words that are read at once: a processor wants those of a length together, the other all of them."""


def on(values: object) -> Tensor:
    """Numbers where is learned."""
    return torch.as_tensor(values).to(DEVICE)


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


def _bags(table: nn.EmbeddingBag, bags: Sequence[tuple[np.ndarray, np.ndarray]]) -> Tensor:
    lengths = np.concatenate([b[1] for b in bags])
    return table(on(np.concatenate([b[0] for b in bags])), on(np.cumsum(lengths) - lengths))


def _table(rows: int, width: int, spread: float) -> nn.EmbeddingBag:
    made = nn.EmbeddingBag(rows + 1, width, mode="sum", padding_idx=0)
    nn.init.normal_(made.weight, std=spread)
    with torch.no_grad():
        made.weight[0].zero_()
    return made


class Net(nn.Module):
    """All parts; ``wide`` units in the encoder's halves and in the layer of the ends, ``second`` in those of its second layer.

    ``word`` numbers stand for a word, ``kinds`` for a relation.
    """

    def __init__(
        self,
        facts: Facts,
        wide: int = 256,
        word: int = 128,
        second: int = 192,
        kinds: int = 24,
        tie: int = 32,
        small: int = 48,
        cue: int = 16,
        drop: float = 0.3,
        blind: float = 0.2,
    ) -> None:
        super().__init__()
        self.facts, self.wide, self.tie_width, self.cue_width, self.blind = facts, wide, tie, cue, blind
        names = facts.words.names
        single = [at for at, n in enumerate(names, start=1) if n.split(":")[0] in ("w", "b", "lem")]
        mask = torch.zeros(len(names) + 1, dtype=torch.bool)
        mask[single] = True
        self.register_buffer("single", mask)
        seen = 4 * wide + word
        self.word = _table(len(names), word, 0.08)
        self.lstm = nn.LSTM(word, wide, bidirectional=True, batch_first=True)
        self.second = nn.LSTM(2 * wide, second, bidirectional=True, batch_first=True)
        self.up = nn.Linear(2 * second, 2 * wide)  # the second layer adds nothing at first
        nn.init.zeros_(self.up.weight)
        nn.init.zeros_(self.up.bias)
        self.relation = nn.Embedding(len(facts.relations), kinds)
        self.tie = _table(len(facts.ties.names), 2 * (tie + 1), 0.02)
        with torch.no_grad():
            self.tie.weight[:, tie] = 0.0
            self.tie.weight[:, 2 * tie + 1] = 0.0
        self.from_facts = nn.ModuleList([nn.Linear(tie, wide, bias=False) for _ in range(2)])
        self.trigger, self.candidate, self.of_relation = nn.Linear(seen, 3 * wide), nn.Linear(seen, 2 * wide), nn.Linear(kinds, 3 * wide)
        self.nobody = nn.Parameter(torch.zeros(seen))
        self.ends, self.none = nn.Parameter(torch.randn(3, wide) * 0.1), nn.Parameter(torch.zeros(1))
        self.gate, self.gate_bias = nn.Parameter(torch.randn(wide) * 0.1), nn.Parameter(torch.zeros(1))
        self.ask, self.answer = nn.Linear(wide, 24, bias=False), nn.Linear(wide, 24, bias=False)
        self.cue = _table(len(facts.cues.names), cue + 7, 0.02)
        self.manner_trigger, self.manner_relation = nn.Linear(seen, small), nn.Linear(kinds, small, bias=False)
        self.manner_facts, self.manner_out = nn.Linear(cue, small, bias=False), nn.Linear(small, 7)
        self.speaker = _table(len(facts.speakers.names), cue + 1, 0.02)
        self.voice_trigger, self.voice_candidate = nn.Linear(seen, small), nn.Linear(seen, small, bias=False)
        self.voice_facts, self.voice_out = nn.Linear(cue, small, bias=False), nn.Parameter(torch.randn(small) * 0.1)
        self.author = nn.Parameter(torch.zeros(seen))
        self.drop = nn.Dropout(drop)

    # -- words ----------------------------------------------------------------------------------------------

    def read(self, sheets: Sequence[Sheet], *, once: bool = False) -> tuple[Tensor, Tensor]:
        """Words on their own and in their sentence; ``once``: as the first layer reads them."""
        numbers = on(np.concatenate([s.words[0] for s in sheets]))
        if self.training and self.blind:
            hidden = self.single[numbers] & (torch.rand(len(numbers), device=DEVICE) < self.blind)
            numbers = torch.where(hidden, torch.zeros_like(numbers), numbers)
        lengths = np.concatenate([s.words[1] for s in sheets])
        words = self.drop(self.word(numbers, on(np.cumsum(lengths) - lengths)))
        starts = np.cumsum([0, *(s.count for s in sheets)])
        pieces = [(a + at, b + at) for s, at in zip(sheets, starts, strict=False) for a, b in s.sentences]
        pieces.sort(key=lambda p: p[0] - p[1])
        where, what = [], []
        for first in range(0, len(pieces), RUNS):
            group = pieces[first : first + RUNS]
            sizes = torch.tensor([b - a for a, b in group])  # these are wanted on the processor
            steps = torch.arange(int(sizes[0]))[None, :]
            there = steps < sizes[:, None]
            index = on(torch.where(there, torch.tensor([a for a, _ in group])[:, None] + steps, 0))
            inside = on(there)
            out = _run(self.lstm, words[index], sizes)
            if not once:
                out = out + self.up(self.drop(_run(self.second, self.drop(out), sizes)))
            where.append(index[inside])
            what.append(out[inside])
        context = words.new_zeros(int(starts[-1]), 2 * self.wide).index_put((torch.cat(where),), torch.cat(what))
        return words, self.drop(context)

    def seen(self, words: Tensor, context: Tensor, places: np.ndarray, nobody: Tensor | None = None) -> Tensor:
        """First, last and head token → one vector; -1 is nobody."""
        absent = places[:, 0] < 0
        at = on(np.where(absent[:, None], 0, places))
        made = torch.cat([context[at[:, 0]], context[at[:, 1]], words[at[:, 2]]], -1)
        return made if nobody is None else torch.where(on(absent)[:, None], nobody, made)

    # -- ends -----------------------------------------------------------------------------------------------

    def pairs(self, words: Tensor, context: Tensor, chosen: Sequence[tuple[int, Sheet, int]]) -> tuple[Tensor, ...]:
        """For (start of the article, article, choice): pair scores, none, the scores of each end alone, and the gate's."""
        choices = [s.choices[c] for _, s, c in chosen]
        triggers = self.seen(words, context, np.array([[x + at for x in c.trigger] for (at, _, _), c in zip(chosen, choices, strict=True)]))
        relation = self.relation(on([self.facts.relations[c.relation] for c in choices]))
        trigger = self.trigger(triggers) + self.of_relation(relation)
        places = np.concatenate([_moved(c.phrases, at) for (at, _, _), c in zip(chosen, choices, strict=True)])
        sizes = np.array([len(c.phrases) for c in choices])
        most = int(sizes.max())
        whose = on(np.repeat(np.arange(len(choices)), sizes))
        place = on(np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes))
        layer = self.candidate(self.seen(words, context, places, self.nobody)) + trigger[whose][:, : 2 * self.wide]

        def padded(values: Tensor, fill: float) -> Tensor:
            return values.new_full((len(choices), most, *values.shape[1:]), fill).index_put((whose, place), values)

        layers, scores = [], []
        for side in (0, 1):
            facts = _bags(self.tie, [s.bags[c][side] for _, s, c in chosen])
            facts = facts[:, side * (self.tie_width + 1) : (side + 1) * (self.tie_width + 1)]
            own = layer[:, side * self.wide : (side + 1) * self.wide] + self.from_facts[side](self.drop(facts[:, :-1]))
            hidden = self.drop(functional.relu(own))
            layers.append(padded(hidden, 0.0))
            scores.append(padded(hidden @ self.ends[side] + facts[:, -1], NEVER))
        together = torch.bmm(self.ask(layers[0]), self.answer(layers[1]).transpose(1, 2)) / 5.0
        mask = np.full((len(choices), most, most), NEVER, np.float32)
        for at, (_, s, c) in enumerate(chosen):
            size = len(s.masks[c])
            mask[at, :size, :size] = s.masks[c]
        pairs = scores[0][:, :, None] + scores[1][:, None, :] + together + on(mask)
        own = self.drop(functional.relu(trigger[:, 2 * self.wide :]))
        return pairs, own @ self.ends[2] + self.none, scores[0], scores[1], own @ self.gate + self.gate_bias

    # -- manner and voice -----------------------------------------------------------------------------------

    def manner(self, words: Tensor, context: Tensor, told: Sequence[tuple[int, Sheet, int]]) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of denial and of each modality; scores of all speakers on end, and whose each is."""
        tellings = [s.tellings[t] for _, s, t in told]
        triggers = self.seen(words, context, np.array([[x + at for x in t.trigger] for (at, _, _), t in zip(told, tellings, strict=True)]))
        cues = _bags(self.cue, [s.cues[t] for _, s, t in told])
        relation = self.relation(on([self.facts.relations.get(t.relation, 0) for t in tellings]))
        hidden = self.manner_trigger(triggers) + self.manner_relation(relation) + self.manner_facts(self.drop(cues[:, : self.cue_width]))
        meant = self.manner_out(self.drop(functional.relu(hidden))) + cues[:, self.cue_width :]
        places = np.concatenate([_moved(t.speakers, at) for (at, _, _), t in zip(told, tellings, strict=True)])
        whose = on(np.repeat(np.arange(len(tellings)), [len(t.speakers) for t in tellings]))
        facts = _bags(self.speaker, [s.speakers[t] for _, s, t in told])
        hidden = self.voice_trigger(triggers)[whose] + self.voice_candidate(self.seen(words, context, places, self.author))
        hidden = hidden + self.voice_facts(self.drop(facts[:, :-1]))
        return meant, self.drop(functional.relu(hidden)) @ self.voice_out + facts[:, -1], whose

    # -- the way there --------------------------------------------------------------------------------------

    def arrays(self) -> dict[str, np.ndarray]:
        """What ``learned.npz`` holds; matrices stand as numpy multiplies them."""
        w = {name: value.detach().cpu().numpy() for name, value in self.state_dict().items()}
        made = {
            **_layer(w, "lstm"),
            **_layer(w, "second"),
            "second_up": w["up.weight"].T,
            "second_up_bias": w["up.bias"],
            "word": w["word.weight"][1:],
            "tie": w["tie.weight"][1:],
            "cue": w["cue.weight"][1:],
            "speaker": w["speaker.weight"][1:],
            "trigger": w["trigger.weight"].T,
            "trigger_bias": w["trigger.bias"] + w["of_relation.bias"],
            "candidate": w["candidate.weight"].T,
            "candidate_bias": w["candidate.bias"],
            "relation": w["relation.weight"] @ w["of_relation.weight"].T,
            "from_facts": np.stack([w[f"from_facts.{side}.weight"].T for side in (0, 1)]),
            "ask": w["ask.weight"].T / 5.0,
            "answer": w["answer.weight"].T,
            "manner_relation": w["relation.weight"] @ w["manner_relation.weight"].T,
            "manner_bias": w["manner_trigger.bias"],
            "manner_out_bias": w["manner_out.bias"],
            "voice_bias": w["voice_trigger.bias"],
        }
        for name in ("manner_trigger", "manner_facts", "manner_out", "voice_trigger", "voice_candidate", "voice_facts"):
            made[name] = w[f"{name}.weight"].T
        for name in ("ends", "none", "gate", "gate_bias", "nobody", "voice_out", "author"):
            made[name] = w[name]
        kinds = self.facts
        named = {"word_facts": kinds.words, "tie_facts": kinds.ties, "cue_facts": kinds.cues, "speaker_facts": kinds.speakers}
        relations = np.frombuffer("\0".join(self.facts.relations).encode(), dtype=np.uint8)
        return {**{k: v.astype(np.float16) for k, v in made.items()}, **{k: n.packed() for k, n in named.items()}, "relations": relations}


WAYS = ("", "_reverse")


def halved(size: int) -> np.ndarray:
    """What the weights of an LSTM's gates are multiplied with, i, f and o with a half: see ``lstm.Layer``."""
    gates = np.ones(4 * size, np.float32)
    gates[: 2 * size] = gates[3 * size :] = 0.5
    return gates


def _layer(w: Mapping[str, np.ndarray], name: str) -> dict[str, np.ndarray]:
    half = halved(w[f"{name}.weight_hh_l0"].shape[1])
    return {
        f"{name}_in": np.stack([(w[f"{name}.weight_ih_l0{x}"] * half[:, None]).T for x in WAYS]),
        f"{name}_again": np.stack([(w[f"{name}.weight_hh_l0{x}"] * half[:, None]).T for x in WAYS]),
        f"{name}_bias": np.stack([(w[f"{name}.bias_ih_l0{x}"] + w[f"{name}.bias_hh_l0{x}"]) * half for x in WAYS]),
    }


def _run(layer: nn.LSTM, padded: Tensor, sizes: Tensor) -> Tensor:
    packed = nn.utils.rnn.pack_padded_sequence(padded, sizes, batch_first=True)
    out, _ = nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)
    return out


def _moved(places: Sequence[tuple[int, int, int]], by: int) -> np.ndarray:
    found = np.array(places, dtype=np.int64)
    return np.where(found < 0, found, found + by)


def _shares(scores: Tensor, whose: Tensor, count: int) -> Tensor:
    """Softmax within each group."""
    top = scores.new_full((count,), -1e9).scatter_reduce(0, whose, scores.detach(), "amax")
    power = (scores - top[whose]).exp()
    return power / power.new_zeros(count).index_add(0, whose, power)[whose]


def shares(net: Net, sheet: Sheet, at_once: int = 256) -> list[np.ndarray]:
    """Of each choice of an article, what its pairs, on end, and "none" share among them."""
    net.eval()
    found: list[np.ndarray] = []
    with torch.no_grad():
        words, context = net.read([sheet])
        for start in range(0, len(sheet.choices), at_once):
            chosen = [(0, sheet, c) for c in range(start, min(start + at_once, len(sheet.choices)))]
            pairs, none, *_ = net.pairs(words, context, chosen)
            most = pairs.shape[1]
            whole = torch.softmax(torch.cat([pairs.flatten(1), none[:, None]], 1), 1).cpu().numpy()
            for own, (_, _, c) in zip(whole, chosen, strict=True):
                size = len(sheet.choices[c].phrases)
                found.append(np.append(own[:-1].reshape(most, most)[:size, :size].ravel(), own[-1]).astype(np.float16))
    return found


def _taught(chosen: Sequence[tuple[int, Sheet, int]], most: int) -> tuple[np.ndarray, np.ndarray]:
    """What teachers make of some choices, padded, and which of these they have looked at."""
    goal = np.zeros((len(chosen), most * most + 1), np.float32)
    known = np.zeros(len(chosen), np.float32)
    for at, (_, sheet, c) in enumerate(chosen):
        if sheet.taught is None:
            continue
        own, size = sheet.taught[c], len(sheet.choices[c].phrases)
        pairs = np.zeros((most, most), np.float32)
        pairs[:size, :size] = own[:-1].reshape(size, size)
        goal[at] = np.append(pairs.ravel(), own[-1])
        known[at] = 1.0
    return goal, known


def loss(
    net: Net, sheets: Sequence[Sheet], keep: Sequence[Sequence[int]], alone: float = 0.3, meant: float = 0.5, taught: float = 0.0
) -> Tensor:
    """The loss of some articles, of each only the choices to keep: pairs, each end alone, the gate, manner and voice.

    ``taught`` is how much of the loss of pairs goes by what teachers make of them (Hinton, Vinyals & Dean 2015) where
    they have looked at them; the rest goes by the annotation, where there is one.
    """
    words, context = net.read(sheets)
    starts = np.cumsum([0, *(s.count for s in sheets)])
    chosen = [(int(at), s, c) for at, s, mine in zip(starts, sheets, keep, strict=False) for c in mine]
    pairs, none, sources, targets, gate = net.pairs(words, context, chosen)
    choices = [s.choices[c] for _, s, c in chosen]
    weight = on([s.weight for _, s, _ in chosen])
    good = np.zeros(pairs.shape, np.bool_)
    ends = np.zeros((2, *sources.shape), np.bool_)
    for at, choice in enumerate(choices):
        for one, two in choice.pairs:
            good[at, one, two] = True
        if choice.meant:
            for side in (0, 1):
                ends[side, at, choice.ends[side]] = True
    flat, right = pairs.flatten(1), on(good).flatten(1)
    claimed = right.any(1)
    counts = on([bool(c.pairs) or not c.right for c in choices])  # not where the right ends are out of reach
    whole = torch.logsumexp(torch.cat([flat, none[:, None]], 1), 1)
    hit = torch.where(claimed, torch.logsumexp(flat.masked_fill(~right, -1e9), 1), none)
    annotated = on([float(s.annotated) for _, s, _ in chosen])
    goal, known = (on(a) for a in _taught(chosen, pairs.shape[1]))
    total = ((whole - hit) * weight * annotated * (1.0 - taught * known))[counts].sum()
    if taught:
        logarithm = torch.cat([flat, none[:, None]], 1) - whole[:, None]
        total = total - taught * ((goal * logarithm.clamp(min=-30.0)).sum(1) * weight.clamp(max=1.0) * known).sum()
    there = on([float(c.right) for c in choices])
    total = total + alone * (weight * annotated * functional.binary_cross_entropy_with_logits(gate, there, reduction="none")).sum()
    for scores, mark in zip((sources, targets), on(ends), strict=True):
        rows = mark.any(1)
        missed = torch.logsumexp(scores[rows], 1) - torch.logsumexp(scores[rows].masked_fill(~mark[rows], -1e9), 1)
        total = total + alone * (missed * weight[rows]).sum()
    told = [(int(at), s, t) for at, s in zip(starts, sheets, strict=False) if s.annotated for t in range(len(s.tellings))]
    if told:
        total = total + meant * _telling_loss(net, words, context, told)
    return total / len(chosen)


def _telling_loss(net: Net, words: Tensor, context: Tensor, told: Sequence[tuple[int, Sheet, int]]) -> Tensor:
    tellings: list[Telling] = [s.tellings[t] for _, s, t in told]
    weight = on([s.weight for _, s, _ in told])
    scores, speakers, whose = net.manner(words, context, told)
    negated = on([float(t.negated) for t in tellings])
    total = (weight * functional.binary_cross_entropy_with_logits(scores[:, 0], negated, reduction="none")).sum()
    total = total + (weight * functional.cross_entropy(scores[:, 1:], on([t.modality for t in tellings]), reduction="none")).sum()
    share = _shares(speakers, whose, len(tellings))
    right = on(np.concatenate([np.isin(np.arange(len(t.speakers)), t.right) for t in tellings]))
    hit = share.new_zeros(len(tellings)).index_add(0, whose[right], share[right])
    known = on([bool(t.right) for t in tellings])
    return total - (weight * torch.log(hit + 1e-9))[known].sum()
