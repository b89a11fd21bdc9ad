r"""Words in their sentence → vectors: what stands around a word is read once, from both sides.

Each word is the sum of the vectors of its facts (:mod:`.wordfacts`); a bidirectional LSTM (:mod:`.lstm`) then runs over
each sentence, and a second one over what the first made of it, which it adds to:

.. math::
    y_t = h_t + V h'_t + v, \quad h = \mathrm{LSTM}(x), \quad h' = \mathrm{LSTM}'(h)

It is small enough for a laptop's processor: numpy alone, all sentences of a document at once. The weights were
learned by ``bench/train.py``; see :mod:`.learned`. A file may hold several networks that read side by side; what they
make of a text is averaged where it becomes a share (:mod:`.pairs`): the first axis of every array here is which of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ahlaf.coding.weighing import wordfacts
from ahlaf.coding.weighing.lstm import Floats, Layer, course
from ahlaf.coding.words.draft import Draft

LONGEST: Final = 128
"""Words that are read in one go; a longer sentence is cut."""
_KEPT: Final = 12_000
"""Written forms whose vectors are remembered: more make reading no faster and take more than a kilobyte each."""


class Seen(NamedTuple):
    """What the encoder made of a draft, by network and word: on its own, and in its sentence."""

    words: Floats
    context: Floats

    def trigger(self, first: NDArray[np.intp], last: NDArray[np.intp], head: NDArray[np.intp]) -> Floats:
        """The words from first to last with their head, in one vector each."""
        return np.concatenate((self.context[:, first], self.context[:, last], self.words[:, head]), axis=2)

    def phrases(self, draft: Draft, indexes: Sequence[int], nobody: Floats) -> Floats:
        """Phrases by index, in one vector each; ``nobody`` where the index is -1."""
        own = [draft.phrases[i] if i >= 0 else None for i in indexes]
        ends = np.array([(p.first, p.last, p.head) if p is not None else (0, 0, 0) for p in own], dtype=np.intp)
        seen = self.trigger(ends[:, 0], ends[:, 1], ends[:, 2])
        seen[:, [p is None for p in own]] = nobody[:, None]
        return seen


class _Numbers(dict[Any, int]):
    """Names → numbers in the order in which they came. Who asks for a name gives it one: a long name is hashed once where it is known."""

    def __missing__(self, name: object) -> int:
        self[name] = number = len(self)
        return number


class Rows:
    """Vectors by name, each the sum of the rows of a table that its facts name; the last so many are remembered.

    The table's shape is (networks, facts, width); a row holds what all networks make of a fact. A table kept in
    bytes, parts of each row's largest number (``top``, by network and fact), stays in bytes: only the rows that are
    summed are unpacked, which takes a quarter of the memory.
    """

    __slots__ = ("_kept", "_networks", "_row_of", "_rows", "_table", "_tops", "known", "width")

    def __init__(self, names: Mapping[str, int], table: NDArray[Any], top: NDArray[Any] | None, kept: int) -> None:
        self._row_of = names
        self._networks, _, self.width = table.shape
        self._table = np.ascontiguousarray(table.transpose(1, 0, 2))
        self._tops = None if top is None else np.ascontiguousarray((top.astype(np.float32) / 127).T)[..., None]
        self._kept = kept
        self.known = _Numbers()
        self._empty()

    def _empty(self) -> None:
        self.known.clear()
        # Zeros take no memory before they are written: there is room from the beginning, and nothing is copied to grow.
        self._rows = np.zeros((self._kept, self._networks * self.width), np.float32)

    def __getitem__(self, numbers: NDArray[np.intp]) -> Floats:
        return self._rows[numbers]

    def apart(self, rows: Floats) -> Floats:
        """Some rows by network: (networks, rows, width)."""
        return rows.reshape(len(rows), self._networks, self.width).swapaxes(0, 1)

    def make_room(self) -> None:
        """Begin anew where enough is remembered. Numbers that were given before hold no longer."""
        if len(self.known) >= self._kept:
            self._empty()

    def numbers(self, names: Iterable[Any], rows: Callable[[list[Any]], Floats]) -> NDArray[np.intp]:
        """The number of each name; ``rows`` tells what new ones stand for."""
        known = self.known
        before = len(known)
        numbers = np.fromiter(map(known.__getitem__, names), dtype=np.intp)
        if len(known) > len(self._rows):  # one text that holds more
            self._rows = np.concatenate([self._rows[:before], np.zeros((len(known), self._rows.shape[1]), np.float32)])
        if len(known) > before:
            self._rows[before : len(known)] = rows(list(islice(known, before, None)))
        return numbers

    def added(self, groups: Sequence[Sequence[Any]], rows: Callable[[list[Any]], Floats]) -> Floats:
        """For each group of names, none empty, the sum of their vectors, which ``rows`` tells of new ones.

        A group has few names: a step for all first ones, second ones and so on takes a fraction of what ``reduceat`` does
        for each group. It adds in the same order, the first to the sum of the rest.
        """
        sizes = np.array([len(group) for group in groups], dtype=np.intp)
        numbers = self.numbers(chain.from_iterable(groups), rows)
        starts = np.cumsum(sizes) - sizes
        whole = np.zeros((len(sizes), self._rows.shape[1]), np.float32)
        for step in range(1, int(sizes.max(initial=0))):
            longer = np.flatnonzero(sizes > step)
            whole[longer] += self._rows[numbers[starts[longer] + step]]
        whole += self._rows[numbers[starts]]
        return whole

    def sums(self, groups: Sequence[Sequence[str]]) -> Floats:
        """The sums of some groups of facts, not remembered; unknown ones weigh nothing.

        All are added up at once, each from its first fact to its last: a sum is the same in whatever company.
        """
        get = self._row_of.get
        rows = [[row for fact in facts if (row := get(fact)) is not None] for facts in groups]
        order = sorted(range(len(rows)), key=lambda at: len(rows[at]), reverse=True)
        added = np.zeros((len(rows), self._networks, self.width), np.float32)
        many = len(order)
        for step in range(len(rows[order[0]]) if rows else 0):
            while len(rows[order[many - 1]]) <= step:
                many -= 1
            these = [rows[at][step] for at in order[:many]]
            whole = self._table[these].astype(np.float32)
            if self._tops is not None:
                whole *= self._tops[these]
            added[:many] += whole
        sums = np.empty_like(added)
        sums[order] = added
        return sums.reshape(len(rows), self._networks * self.width)


def mean(shares: Floats) -> Floats:
    """The mean over the networks, the first axis; where one reads alone there is nothing to add up."""
    whole: Floats = shares[0] if len(shares) == 1 else shares.mean(axis=0)
    return whole


def numbered(names: NDArray[Any]) -> dict[str, int]:
    """Names → their rows, from the bytes that a file of arrays keeps them as."""
    return {name: at for at, name in enumerate(names.tobytes().decode().split("\0"))}


def runs(draft: Draft) -> list[tuple[int, int]]:
    """The stretches of words that are read in one go, end excluded: the sentences, long ones cut."""
    return [(at, min(at + LONGEST, s.end)) for s in draft.stretches for at in range(s.first, s.end, LONGEST)]


class Encoder:
    """Reads drafts."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._rows = Rows(numbered(arrays["word_facts"]), arrays["word"], arrays.get("word_top"), _KEPT)
        self._first = Layer(arrays["lstm_in"], arrays["lstm_again"], arrays["lstm_bias"])
        self._second = Layer(arrays["second_in"], arrays["second_again"], arrays["second_bias"])
        self._up, self._up_bias = arrays["second_up"].astype(np.float32), arrays["second_up_bias"].astype(np.float32)

    def read(self, draft: Draft) -> Seen:
        """Everything that is seen of a draft's words."""
        words, way = self._words(draft), course(runs(draft))
        context = self._first.read(words, way)
        context += self._second.read(context, way) @ self._up + self._up_bias[:, None]
        return Seen(words, context)

    def _words(self, draft: Draft) -> Floats:
        """One vector a word, before its neighbours are looked at; shape (networks, words, width)."""
        rows = self._rows
        rows.make_room()
        word_of = {w.bare: w for w in draft.words}
        numbers = rows.numbers([w.bare for w in draft.words], lambda new: rows.sums([wordfacts.lasting(word_of[bare]) for bare in new]))
        vectors = rows[numbers]
        placed = wordfacts.placed(draft)
        told = [at for at, facts in enumerate(placed) if facts]
        vectors[told] += rows.sums([placed[at] for at in told])
        return rows.apart(vectors)
