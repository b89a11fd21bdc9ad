"""Many short texts in one piece of memory: two million quotations need half of what a list of them does.

>>> texts = Packed(["دعم", "", "aid"])
>>> texts[0], texts[-1], len(texts), list(texts.plus(["x"]))
('دعم', 'aid', 3, ['دعم', '', 'aid', 'x'])
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import overload


class Packed(Sequence[str]):
    """A sequence of texts, kept as UTF-8 with the places of their ends; it only grows, by :meth:`add`."""

    __slots__ = ("_bytes", "_ends")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._bytes = bytearray()
        self._ends = array("q", [0])
        self.add(texts)

    def add(self, texts: Iterable[str]) -> None:
        """Add texts at the end."""
        end = self._ends[-1]
        ends = []
        pieces = [t.encode("utf-8", "surrogatepass") for t in texts]
        for piece in pieces:
            end += len(piece)
            ends.append(end)
        self._bytes += b"".join(pieces)
        self._ends.extend(ends)

    def plus(self, texts: Iterable[str]) -> Packed:
        """A copy with more at its end."""
        more = Packed()
        more._bytes = self._bytes[:]
        more._ends = self._ends[:]
        more.add(texts)
        return more

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        size = len(self)
        if not -size <= at < size:
            raise IndexError(at)
        at %= size
        return self._bytes[self._ends[at] : self._ends[at + 1]].decode("utf-8", "surrogatepass")
