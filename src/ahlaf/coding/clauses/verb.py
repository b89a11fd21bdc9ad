"""A finite verb whose subject is asked for: what all who look for it need to know of it."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.antecedents import may_do
from ahlaf.coding.words.agreement import same_gender
from ahlaf.coding.words.draft import Draft, Phrase

Ends = tuple[int, int]
"""Who does what a verb says and to whom, by the indexes of their phrases; -1 is nobody."""
NOBODY: Final = (-1, -1)


class Verb:
    """A verb at a token of a sentence from ``start`` to ``end``."""

    __slots__ = ("ahead", "at", "behind", "draft", "end", "last", "main", "said", "start", "taken", "third")

    def __init__(self, draft: Draft, at: int, start: int, end: int, *, last: int, main: int) -> None:
        self.draft = draft
        self.at = at
        self.start = start
        self.end = end
        self.third = [(e.gender, e.number) for e in draft.words[at].third]
        """In which genders and numbers it may tell of him, her or them; nothing where it tells of me, you or us alone."""
        self.behind = -1
        """The phrase right behind it, which may be its subject or its object."""
        self.last = last
        """Who did what the verb before it says, or whoever is found to be in his place."""
        self.main = main
        """Who opened the last sentence."""
        self.said = -1
        """Who goes on behind what he said or behind a clause on somebody else."""
        self.ahead = -1
        """Whom what the sentence opens with means, and only this verb's clause names."""

        self.taken = -1
        """The deed that its clause is told of and that somebody else undergoes: "الضربات | التي كانت تتلقاها القوات"."""

    def done_by(self, subject: int) -> Ends:
        """That somebody does it, to whom stands right behind it."""
        return subject, self.behind

    def may_tell_of(self, index: int) -> bool:
        """Whether it agrees with somebody before it."""
        phrase = self.draft.phrases[index]
        return any(may_do(phrase, gender, number, self.draft) for gender, number in self.third)

    def agrees_with(self, phrase: Phrase) -> bool:
        """Whether it agrees with somebody behind it, before whom it has no number."""
        return any(number == "s" and same_gender(phrase, gender) for gender, number in self.third)
