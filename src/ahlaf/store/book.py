"""What people decided about actors, as one thing that can be asked: who is this, in the end?

Decisions are read in the order they were made. *Merge* leads one actor into another; *split* leads an
actor's claims, told by the words on the spot or by their documents, to a new one, also those of whoever was
merged into it; *alias* leads the actors that only a text knows (``text:NAME``) and that are called so;
*rename* and *code* change how an actor is shown.

>>> from ahlaf.store.records import Decision
>>> merge = Decision(1, "merge", "a", "", "", None, None, "text:الحزب", {"into": "hezbollah"}, None, True)
>>> alias = Decision(2, "alias", "a", "", "", None, None, "hezbollah", {"name": "حزب الله اللبناني"}, None, True)
>>> book = Book.of([merge, alias])
>>> book.resolve("text:الحزب", "", 1), book.resolve("text:حزب الله اللبنانى", "", 1), book.resolve("iran", "", 1)
('hezbollah', 'hezbollah', 'iran')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ahlaf.store.folding import words
from ahlaf.store.records import Decision

TEXT: Final = "text:"
"""Begins the id of an actor that only a document knows: ``text:NAME``, or ``text:NAME@WHERE``: a country, or for "we" the document."""
CODES: Final = ("kind", "country", "sector")


def spoken(actor: str) -> str:
    """The words in the id of an actor that only a document knows; any other id as it is.

    >>> spoken("text:متظاهرون@ITA")
    'متظاهرون'
    """
    return actor.removeprefix(TEXT).partition("@")[0] if actor.startswith(TEXT) else actor


@dataclass(frozen=True, slots=True)
class Split:
    """Claims of an actor that belong to another."""

    names: frozenset[str]
    documents: frozenset[int]
    into: str

    def takes(self, said: str, document: int) -> bool:
        """Whether an end with these folded words, in this document, is meant."""
        return (not self.names or said in self.names) and (not self.documents or document in self.documents)


@dataclass(slots=True)
class Book:
    """The active decisions on actors."""

    merges: dict[str, str] = field(default_factory=dict)
    splits: dict[str, list[Split]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    shown: dict[str, dict[str, str]] = field(default_factory=dict)
    apart: set[frozenset[str]] = field(default_factory=set)
    last: int = 0
    """The number of the last decision that was read, active or not."""

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Book:
        """The book of some active decisions, in order."""
        book = cls()
        for made in decisions:
            book._read(made)
        return book

    def _read(self, made: Decision) -> None:
        self.last = max(self.last, made.id)
        actor, content = made.actor or "", made.content
        if made.kind == "merge":
            self.merges[actor] = content["into"]
        elif made.kind == "split":
            names = frozenset(words(n) for n in content.get("names", ()))
            self.splits.setdefault(actor, []).append(Split(names, frozenset(content.get("documents", ())), content["into"]))
        elif made.kind == "alias":
            self.aliases[words(content["name"])] = actor
        elif made.kind == "apart":
            self.apart.add(frozenset((actor, content["other"])))
        else:
            self._show(made.kind, actor, content)

    def _show(self, kind: str, actor: str, content: Mapping[str, Any]) -> None:
        at = self.shown.setdefault(actor, {})
        if kind == "rename":
            at["name"] = content["name"]
        else:
            at.update({k: content[k] for k in CODES if k in content})

    def resolve(self, coded: str, said: str, document: int) -> str:
        """Who an actor is that a coder found: ``said`` are the words on the spot, folded."""

        def split(now: str) -> str | None:
            return next((s.into for s in reversed(self.splits.get(now, ())) if s.takes(said, document)), None)

        return self._led(coded, split)

    def final(self, actor: str) -> str:
        """Where merges and aliases lead from an actor; a circle ends where it began."""
        return self._led(actor, lambda _: None)

    def _led(self, actor: str, split: Callable[[str], str | None]) -> str:
        """Where splits, merges and aliases lead; who was merged into somebody is split as he is."""
        seen = set()
        while actor not in seen:
            seen.add(actor)
            step = split(actor) or self.merges.get(actor)
            if step is None and actor.startswith(TEXT):
                step = self.aliases.get(words(spoken(actor)))
            if step is None:
                return actor
            actor = step
        return actor

    def as_shown(self, actor: str, coded: Mapping[str, str]) -> dict[str, str]:
        """Name and codes of an actor after the decisions."""
        return {**{k: coded[k] for k in ("name", *CODES)}, **self.shown.get(actor, {})}
