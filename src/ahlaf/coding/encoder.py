r"""Words in their sentence → vectors: what stands around a word is read once, from both sides.

Each word is the sum of the vectors of its facts (:mod:`.wordfacts`); a bidirectional LSTM (Hochreiter &
Schmidhuber 1997; Graves & Schmidhuber 2005) then runs over each sentence:

.. math::
    i, f, o = \sigma(W x_t + U h_{t-1} + b), \quad g = \tanh(\dots), \quad c_t = f c_{t-1} + i g, \quad h_t = o \tanh c_t

It is small enough for a laptop's processor: numpy alone, all sentences of a document at once. The weights were
learned by ``bench/train.py``; see :mod:`.learned`. A file may hold several networks that read side by side; what they
make of a text is averaged where it becomes a share (:mod:`.pairs`): the first axis of every array here is which of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ahlaf.coding import wordfacts
from ahlaf.coding.draft import Draft

Floats = NDArray[np.float32]
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
        self.known: dict[Any, int] = {}
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

    def numbers(self, groups: Iterable[Iterable[Any]], facts: Callable[[Any], Sequence[str]]) -> tuple[NDArray[np.intp], list[int]]:
        """The numbers of the names of each group, on end, and where each group begins; ``facts`` tells a new name's."""
        known, get = self.known, self.known.get  # a name may be a long tuple: it is hashed once where it is known
        before = len(known)
        new: list[Any] = []
        numbers: list[int] = []
        starts: list[int] = []

        def number(name: Any) -> int:  # noqa: ANN401 - any key may name a row
            new.append(name)
            return known.setdefault(name, len(known))

        for group in groups:
            starts.append(len(numbers))
            numbers.extend([at if (at := get(name)) is not None else number(name) for name in group])
        if len(known) > len(self._rows):  # one text that holds more
            self._rows = np.concatenate([self._rows[:before], np.zeros((len(known), self._rows.shape[1]), np.float32)])
        if new:
            self._rows[before : len(known)] = self.sums([facts(name) for name in new])
        return np.array(numbers, dtype=np.intp), starts

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
        self._into = arrays["lstm_in"].astype(np.float32)
        self._again = arrays["lstm_again"].astype(np.float32)
        self._bias = arrays["lstm_bias"].astype(np.float32)
        self.networks, _, self.hidden, _ = self._again.shape

    def read(self, draft: Draft) -> Seen:
        """Everything that is seen of a draft's words."""
        words = self._words(draft)
        return Seen(words, self._context(draft, words))

    def _words(self, draft: Draft) -> Floats:
        """One vector a word, before its neighbours are looked at; shape (networks, words, width)."""
        rows = self._rows
        rows.make_room()
        word_of = {w.bare: w for w in draft.words}
        numbers, _ = rows.numbers([[w.bare for w in draft.words]], lambda bare: wordfacts.lasting(word_of[bare]))
        vectors = rows[numbers]
        placed = wordfacts.placed(draft)
        told = [at for at, facts in enumerate(placed) if facts]
        vectors[told] += rows.sums([placed[at] for at in told])
        return rows.apart(vectors)

    def _context(self, draft: Draft, vectors: Floats) -> Floats:
        """One vector a word that knows its sentence, forwards in the first half and backwards in the second."""
        pieces = sorted(runs(draft), key=lambda p: p[0] - p[1])
        size = self.hidden
        out = np.zeros((self.networks, vectors.shape[1], 2 * size), np.float32)
        if not pieces:
            return out
        starts = np.array([p[0] for p in pieces], dtype=np.intp)
        lengths = np.array([p[1] - p[0] for p in pieces], dtype=np.intp)
        steps = [int((lengths > step).sum()) for step in range(int(lengths[0]))]
        ahead = np.concatenate([starts[:many] + step for step, many in enumerate(steps)])
        behind = np.concatenate([starts[:many] + lengths[:many] - 1 - step for step, many in enumerate(steps)])
        # The words in the order in which they are read, so that every step takes a slice: the first words of all
        # pieces, then the second ones…
        acts = np.empty((self.networks, 2, len(ahead), 4 * size), np.float32)
        for way, order in enumerate((ahead, behind)):
            np.matmul(vectors[:, order], self._into[:, way], out=acts[:, way])
        acts += self._bias[:, :, None]
        read = np.empty((self.networks, 2, len(ahead), size), np.float32)
        cell = np.zeros((self.networks, 2, len(pieces), size), np.float32)
        low = 0
        for step, many in enumerate(steps):
            act = acts[:, :, low : low + many]
            if step:
                act += read[:, :, low - steps[step - 1] : low - steps[step - 1] + many] @ self._again
            # the gates that take the logistic function had their weights halved: one tanh serves all four
            np.tanh(act, out=act)
            begin, forget, new, show = (act[..., part * size : (part + 1) * size] for part in range(4))
            for part in (begin, forget, show):
                np.multiply(np.add(part, 1.0, out=part), 0.5, out=part)
            keep = cell[:, :, :many]
            keep *= forget
            keep += np.multiply(begin, new, out=new)
            np.multiply(show, np.tanh(keep), out=read[:, :, low : low + many])
            low += many
        out[:, ahead, :size] = read[:, 0]
        out[:, behind, size:] = read[:, 1]
        return out
