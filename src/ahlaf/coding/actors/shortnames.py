"""Who is called by the first words of his name, though another has these for his own: the one whom the document names in full.

"الحزب الديمقراطي" is a party of America's, but behind "الحزب الديمقراطي الكردستاني" it is that one.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import LEAGUES
from ahlaf.model import Actor


def settle(draft: Draft) -> None:
    """Give parties and groups that are called so their actors; what points back to them is not known yet."""
    full: list[tuple[tuple[str, ...], Actor]] = []
    for phrase in draft.phrases:
        if (kind := _kind(draft, phrase)) not in LEAGUES:
            continue
        words = _words(draft, phrase)
        if len(words) >= _SHORTEST:
            meant = next((actor for name, actor in reversed(full) if _goes_on(words, name) and actor.kind == kind), None)
            if meant is not None and not any(actor is phrase.actor for _, actor in full):
                phrase.actor, phrase.kind = meant, "name"
                continue
        if phrase.kind == "name" and phrase.actor is not None:
            full.append((words, phrase.actor))


def _kind(draft: Draft, phrase: Phrase) -> str:
    """What kind of actor a name names, or a noun with its adjectives that the tables know no name for."""
    if phrase.kind == "nominal":
        generic = draft.words[phrase.head].generic
        return generic.kind if generic is not None and phrase.definite else ""
    return phrase.actor.kind if phrase.kind == "name" and phrase.actor is not None else ""


_SHORTEST: Final = 2
"""A name of one word says too little to be the beginning of another."""


def _words(draft: Draft, phrase: Phrase) -> tuple[str, ...]:
    return tuple(draft.words[at].stem if at == phrase.first else draft.words[at].fold for at in range(phrase.first, phrase.named_to + 1))


def _goes_on(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name begins with some words and goes on behind them."""
    return len(name) > len(words) and name[: len(words)] == words
