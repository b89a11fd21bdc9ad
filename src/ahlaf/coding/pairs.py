r"""Who does it to whom: every pair of candidates of every trigger, and "no claim at all", weighed together.

A candidate comes as what the encoder made of its words and of the trigger's, plus the facts that
:mod:`.frames` notes of how the two stand to each other. Both go through one hidden layer per end; a pair's
score is the sum of its two ends and of how they go together, and softmax over all pairs and "none" makes
shares of them:

.. math::
    z_e &= \mathrm{relu}(C\,c_e + T\,t + R\,r + B\,\textstyle\sum f_e) \\
    s(a, b) &= v_1 z_a + v_2 z_b + (Q z_a)(K z_b) \qquad
    p(a, b) = \frac{e^{s(a,b)}}{e^{s_0} + \sum e^{s}}

Where several networks weigh, their shares are averaged. An actor spoken of in several places collects the shares of
all of them. The same actor is never both ends, but for a group in a mutual relation; nobody is never both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ahlaf.coding.draft import Draft, Trigger
from ahlaf.coding.encoder import Floats, Rows, Seen, numbered
from ahlaf.coding.frames import Key, Tie
from ahlaf.coding.symbols import spell
from ahlaf.lexicon.entries import Sense

_NAMES: Final = (
    "trigger trigger_bias candidate candidate_bias relation from_facts ends none gate gate_bias nobody ask answer".split()
)
_AT_ONCE: Final = 64
"""Triggers or options that are weighed in one go: more are no faster, and their candidates take the more memory."""
_REMEMBERED: Final = 30_000
"""Facts of candidates whose weights are remembered: a kilobyte each, with their names."""
_NEVER: Final = -1e4


class Option(NamedTuple):
    """One sense of a trigger with its candidates."""

    trigger: Trigger
    sense: Sense
    ties: list[Tie]
    """The phrases; "nobody" is the last."""


class Shares(NamedTuple):
    """What an option's pairs and "no claim" share among them."""

    pairs: Floats
    """By source and target candidate, in the order of the option's ties."""
    none: float


class Pairs:
    """Learned weights, ready to weigh options; remembers what facts weigh."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._relations = numbered(arrays["relations"])
        self._facts = Rows(numbered(arrays["tie_facts"]), arrays["tie"], arrays.get("tie_top"), _REMEMBERED)
        self._networks = len(arrays["tie"])
        self._half = self._facts.width // 2
        self._wide = int(arrays["ends"].shape[2])
        self._w = {name: arrays[name].astype(np.float32) for name in _NAMES}

    def gate(self, seen: Seen, triggers: Sequence[Trigger], senses: int) -> list[list[float]]:
        """How likely each of the first senses of each trigger is claimed there, before its ends are looked at."""
        found: list[list[float]] = []
        for start in range(0, len(triggers), _AT_ONCE):
            some = triggers[start : start + _AT_ONCE]
            whose = [(at, s) for at, t in enumerate(some) for s in t.senses[:senses]]
            layer = self._trigger(seen, some)[:, [at for at, _ in whose], 2 * self._wide :]
            layer += self._w["relation"][:, [self._relations.get(s.relation, 0) for _, s in whose], 2 * self._wide :]
            scores = (np.maximum(layer, 0.0) @ self._w["gate"][:, :, None])[..., 0] + self._w["gate_bias"]
            mine: list[list[float]] = [[] for _ in some]
            for (at, _), share in zip(whose, (1.0 / (1.0 + np.exp(-scores))).mean(axis=0).tolist(), strict=True):
                mine[at].append(share)
            found.extend(mine)
        return found

    def _trigger(self, seen: Seen, triggers: Sequence[Trigger]) -> Floats:
        places = np.array([(t.first, t.last, t.head) for t in triggers], dtype=np.intp)
        return seen.trigger(places[:, 0], places[:, 1], places[:, 2]) @ self._w["trigger"] + self._w["trigger_bias"][:, None]

    def weigh(self, draft: Draft, seen: Seen, options: Sequence[Option]) -> Iterator[Shares]:
        """The shares of every option, in their order."""
        self._facts.make_room()
        for start in range(0, len(options), _AT_ONCE):
            yield from self._shares(draft, seen, options[start : start + _AT_ONCE])

    def _shares(self, draft: Draft, seen: Seen, options: Sequence[Option]) -> Iterator[Shares]:
        w, wide, many = self._w, self._wide, self._networks
        relation = np.array([self._relations.get(o.sense.relation, 0) for o in options])
        trigger = self._trigger(seen, [o.trigger for o in options]) + w["relation"][:, relation]
        ties = [t for o in options for t in o.ties]
        sizes = np.array([len(o.ties) for o in options])
        whose = np.repeat(np.arange(len(options)), sizes)
        place = np.arange(len(ties)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        phrases = seen.phrases(draft, [t.phrase for t in ties], w["nobody"])
        layer = phrases @ w["candidate"] + w["candidate_bias"][:, None] + trigger[:, whose, : 2 * wide]
        facts = self._tie_facts(ties)
        layers, scores = [], []
        for side in (0, 1):
            own = facts[..., side * self._half : (side + 1) * self._half]
            hidden = np.maximum(layer[..., side * wide : (side + 1) * wide] + own[..., :-1] @ w["from_facts"][:, side], 0.0)
            padded = np.zeros((many, len(options), int(sizes.max()), wide), np.float32)
            padded[:, whose, place] = hidden
            layers.append(padded)
            score = np.full(padded.shape[:3], _NEVER, np.float32)
            score[:, whose, place] = (hidden @ w["ends"][:, side, :, None])[..., 0] + own[..., -1]
            scores.append(score)
        together = (layers[0] @ w["ask"][:, None]) @ (layers[1] @ w["answer"][:, None]).swapaxes(2, 3)
        pairs = scores[0][..., :, None] + scores[1][..., None, :] + together
        none = (np.maximum(trigger[..., 2 * wide :], 0.0) @ w["ends"][:, 2, :, None])[..., 0] + w["none"]
        for at, option in enumerate(options):
            size = len(option.ties)
            own_pairs, rest = pairs[:, at, :size, :size], none[:, at]
            own_pairs[:, _forbidden(draft, option)] = _NEVER
            top = np.maximum(own_pairs.max(axis=(1, 2)), rest)
            power, rest = np.exp(own_pairs - top[:, None, None]), np.exp(rest - top)
            whole = power.sum(axis=(1, 2)) + rest
            yield Shares((power / whole[:, None, None]).mean(axis=0), float((rest / whole).mean()))

    def _tie_facts(self, ties: Sequence[Tie]) -> Floats:
        """The sum of the facts of each candidate, as source in the first half and as target in the second."""
        half = self._half
        sums = np.zeros((self._networks, len(ties), 2 * half), np.float32)
        parts: tuple[tuple[list[tuple[Key, ...]], int, int], ...] = (
            ([(*t.base, *t.shared) for t in ties], 0, 2 * half),
            ([t.source for t in ties], 0, half),
            ([t.target for t in ties], half, 2 * half),
        )
        for groups, low, high in parts:
            numbers, starts = self._facts.numbers(groups, spell)
            sums[..., low:high] += self._facts.apart(np.add.reduceat(self._facts[numbers], starts, axis=0))[..., low:high]
        return sums


def owners(draft: Draft, ties: Sequence[Tie]) -> NDArray[np.intp]:
    """Whose places some candidates are, as numbers: the places of one actor have one number."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(draft.whose(t.phrase), len(numbers)) for t in ties], dtype=np.intp)


def _forbidden(draft: Draft, option: Option) -> NDArray[np.bool_]:
    """Pairs that can't be: one actor with itself, unless it is a group among whom something is mutual."""
    own = owners(draft, option.ties)
    same: NDArray[np.bool_] = own[:, None] == own[None, :]
    for at, tie in enumerate(option.ties):
        if tie.phrase >= 0 and tie.among:
            same[at, at] = False
    return same
