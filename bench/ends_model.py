"""The network of ``ahlaf.coding.weighing.encoder``, ``pairs`` and ``manner`` in PyTorch, to learn its weights; and the way there.

PyTorch is needed to learn only; what is learned runs on numpy. Equations and reasons stand in those modules. What is
learned from is in ``sheets.py``, how in ``ends_loss.py``; the way back, from arrays to a network that learns on, in ``again.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sheets import NEVER, Facts, Sheet

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
"""Where is learned: on a graphics processor if there is one. Nothing else differs."""
RUNS = 48 if DEVICE.type == "cpu" else 4096
"""Stretches of words that are read at once: a processor wants those of a length together, the other all of them."""


def on(values: object) -> Tensor:
    """Numbers where is learned."""
    return torch.as_tensor(values).to(DEVICE)


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
