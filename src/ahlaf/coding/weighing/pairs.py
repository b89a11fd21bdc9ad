r"""Who does it to whom: every pair of candidates of every trigger, and "no claim at all", weighed together.

A candidate comes as what the encoder made of its words and of the trigger's, plus the facts that
:mod:`ahlaf.coding.ends.frames` notes of how the two stand to each other. Both go through one hidden layer per end; a pair's
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

from ahlaf.coding.ends.bars import NOBODY, Bars
from ahlaf.coding.ends.frames import Key, Tie
from ahlaf.coding.weighing.encoder import Rows, Seen, mean, numbered
from ahlaf.coding.weighing.lstm import Floats
from ahlaf.coding.weighing.symbols import LONG, parts, spell
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.lexicon.entries import Sense
from ahlaf.relations import RELATIONS

_NAMES: Final = "trigger trigger_bias candidate candidate_bias relation from_facts ends none gate gate_bias nobody ask answer".split()
_AT_ONCE: Final = 64
"""Triggers or options that are weighed in one go: more are no faster, and their candidates take the more memory."""
_REMEMBERED: Final = 30_000
"""Facts of candidates whose weights are remembered: a kilobyte each, with their names."""
_PARTS: Final = 20_000
"""Parts of long facts whose weights are remembered."""
_NEVER: Final = -1e4


class Option(NamedTuple):
    """One sense of a trigger with its candidates."""

    trigger: Trigger
    sense: Sense
    ties: list[Tie]
    """The phrases; "nobody" is the last."""
    owners: NDArray[np.intp]
    """Whose places they are, of :func:`owners`."""
    beside: NDArray[np.intp]
    """With whom they stand on one side, of :func:`beside`."""
    bars: Bars = NOBODY
    """Who is surely no end."""
    between: int = -1
    """The coordination behind بين whose members the sense ties with one another, where the words leave no other; else -1."""


class Shares(NamedTuple):
    """What an option's pairs and "no claim" share among them."""

    pairs: Floats
    """By source and target candidate, in the order of the option's ties."""
    none: float


class Looked(NamedTuple):
    """What the first layer makes of a draft's triggers and phrases: once, however many pairs they are in."""

    triggers: Floats
    """By network and trigger: as seen by a source, by a target, and by "no claim"."""
    phrases: Floats
    """By network and phrase, "nobody" the last: as a source and as a target."""


class Pairs:
    """Learned weights, ready to weigh options; remembers what facts weigh."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._relations = numbered(arrays["relations"])
        names, top = numbered(arrays["tie_facts"]), arrays.get("tie_top")
        self._facts = Rows(names, arrays["tie"], top, _REMEMBERED)
        self._parts = Rows(names, arrays["tie"], top, _PARTS)
        self._half = self._facts.width // 2
        self._wide = int(arrays["ends"].shape[2])
        self._w = {name: arrays[name].astype(np.float32) for name in _NAMES}

    def look(self, draft: Draft, seen: Seen) -> Looked:
        """Look at a draft, before its pairs are weighed."""
        w = self._w
        places = np.array([(t.first, t.last, t.head) for t in draft.triggers], dtype=np.intp).reshape(-1, 3)
        triggers = seen.trigger(places[:, 0], places[:, 1], places[:, 2]) @ w["trigger"] + w["trigger_bias"][:, None]
        everybody = seen.phrases(draft, [*range(len(draft.phrases)), -1], w["nobody"])
        return Looked(triggers, everybody @ w["candidate"] + w["candidate_bias"][:, None])

    def gate(self, looked: Looked, triggers: Sequence[Trigger], senses: int) -> list[list[float]]:
        """How likely each of the first senses of each trigger is claimed there, before its ends are looked at."""
        found: list[list[float]] = [[] for _ in triggers]
        whose = [(at, s) for at, t in enumerate(triggers) for s in t.senses[:senses]]
        low = 2 * self._wide
        layer = looked.triggers[:, [triggers[at].index for at, _ in whose], low:]
        layer += self._w["relation"][:, [self._relations.get(s.relation, 0) for _, s in whose], low:]
        scores = (np.maximum(layer, 0.0) @ self._w["gate"][:, :, None])[..., 0] + self._w["gate_bias"]
        for (at, _), share in zip(whose, (1.0 / (1.0 + np.exp(-scores))).mean(axis=0).tolist(), strict=True):
            found[at].append(share)
        return found

    def weigh(self, looked: Looked, options: Sequence[Option]) -> Iterator[Shares]:
        """The shares of every option, in their order."""
        self._facts.make_room()
        self._parts.make_room()
        for start in range(0, len(options), _AT_ONCE):
            yield from self._shares(looked, options[start : start + _AT_ONCE])

    def _shares(self, looked: Looked, options: Sequence[Option]) -> Iterator[Shares]:
        w, wide, half = self._w, self._wide, self._half
        relations = [self._relations.get(o.sense.relation, 0) for o in options]
        trigger = looked.triggers[:, [o.trigger.index for o in options]] + w["relation"][:, relations]
        ties = [t for o in options for t in o.ties]
        phrases = [t.phrase for t in ties]  # nobody, -1, is the last row
        sizes = np.array([len(o.ties) for o in options])
        whose = np.repeat(np.arange(len(options)), sizes)
        place = np.arange(len(ties)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        facts = self._tie_facts(ties)
        shape = (len(trigger), len(options), int(sizes.max()))
        asked, scores = [], []
        for side, way in enumerate(("ask", "answer")):
            mine = slice(side * wide, (side + 1) * wide)
            own = facts[..., side * half : (side + 1) * half]
            hidden = looked.phrases[:, phrases, mine]
            hidden += trigger[:, whose, mine]
            hidden += own[..., :-1] @ w["from_facts"][:, side]
            np.maximum(hidden, 0.0, out=hidden)
            padded = np.zeros((*shape, w[way].shape[2]), np.float32)
            padded[:, whose, place] = hidden @ w[way]
            asked.append(padded)
            score = np.full(shape, _NEVER, np.float32)
            score[:, whose, place] = (hidden @ w["ends"][:, side, :, None])[..., 0] + own[..., -1]
            scores.append(score)
        pairs = asked[0] @ asked[1].swapaxes(2, 3)
        pairs += scores[0][..., :, None]
        pairs += scores[1][..., None, :]
        none = (np.maximum(trigger[..., 2 * wide :], 0.0) @ w["ends"][:, 2, :, None])[..., 0] + w["none"]
        for at, option in enumerate(options):
            size = len(option.ties)
            pairs[:, at, :size, :size][:, _forbidden(option)] = _NEVER
        top = np.maximum(pairs.max(axis=(2, 3)), none)
        pairs -= top[..., None, None]
        power, rest = np.exp(pairs, out=pairs), np.exp(none - top)
        whole = power.sum(axis=(2, 3)) + rest
        power /= whole[..., None, None]
        shared, left = mean(power), mean(rest / whole).tolist()
        for at, option in enumerate(options):
            size = len(option.ties)
            yield Shares(shared[at, :size, :size], left[at])

    def _tie_facts(self, ties: Sequence[Tie]) -> Floats:
        """The sum of the facts of each candidate, as source in the first half and as target in the second."""
        half, base = self._half, {id(t.base): t.base for t in ties}  # the senses of a word share what holds for all of them
        row_of = {which: row for row, which in enumerate(base)}
        added, weights = self._facts.added, self._weights
        whole = added([*base.values()], weights)[[row_of[id(t.base)] for t in ties]]
        whole += added([t.shared for t in ties], weights)
        sums = self._facts.apart(whole)
        sums[..., :half] += self._facts.apart(added([t.source for t in ties], weights))[..., :half]
        sums[..., half:] += self._facts.apart(added([t.target for t in ties], weights))[..., half:]
        return sums

    def _weights(self, keys: list[Key]) -> Floats:
        """What facts weigh that come for the first time, long ones as the sums of their parts."""
        rows = self._facts.sums([() if key[0] == LONG else spell(key) for key in keys])
        long = [at for at, key in enumerate(keys) if key[0] == LONG]
        if long:
            rows[long] = self._parts.added([parts(keys[at]) for at in long], lambda new: self._parts.sums([spell(key) for key in new]))
        return rows


def owners(draft: Draft, phrases: Sequence[int]) -> NDArray[np.intp]:
    """Whose places some candidates are, as numbers: the places of one actor have one number."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(draft.whose(index), len(numbers)) for index in phrases], dtype=np.intp)


def beside(draft: Draft, phrases: Sequence[int]) -> NDArray[np.intp]:
    """The first of those with whom some candidates stand on one side: adjectives of origin that "and" joins do a deed together.

    "الدعم | الكندي | والكيني"; anybody else, and nobody, stands alone.
    """
    joined = (index >= 0 and draft.phrases[index].kind == "nisba" and draft.phrases[index].conj == "و" for index in phrases)
    return np.array([draft.lead(i) if one else i for i, one in zip(phrases, joined, strict=True)], dtype=np.intp)


def _forbidden(option: Option) -> NDArray[np.bool_]:
    """Pairs that can't be: one actor with itself, unless it is a group among whom something is mutual; all but these behind بين."""
    if option.between >= 0:
        other = np.array([tie.phrase != option.between for tie in option.ties], dtype=np.bool_)
        return np.logical_or.outer(other, other)
    same: NDArray[np.bool_] = option.owners[:, None] == option.owners
    if not RELATIONS[option.sense.relation].mutual:
        same |= option.beside[:, None] == option.beside
    bars = option.bars
    for at, tie in enumerate(option.ties):
        if tie.among and tie.phrase >= 0 and tie.phrase not in bars.among:
            same[at, at] = False
    same[[at for at, tie in enumerate(option.ties) if tie.phrase in bars.sources]] = True
    same[:, [at for at, tie in enumerate(option.ties) if tie.phrase in bars.targets]] = True
    return same
