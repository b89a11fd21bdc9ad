"""Two bodies that share their noun, and each has a name behind it: "حزبي الفجر | والنهار", "حركتا الإصلاح الوطني | والنهضة".

Each is called as where it stands alone, "حزب الفجر" and "حزب النهار". The name of the second is mostly a common word, which
is nobody elsewhere: its phrase is found here.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold

_COMMON: Final = frozenset(("nominal", "thing", "act"))
"""What a name that is a common word was taken for."""


def find(draft: Draft) -> list[Phrase]:
    """A phrase for the name of every second, where nobody known is called so."""
    return [_phrase(draft, one) for one in draft.phrases if _begins(draft, one) and _joined(draft, one)]


def settle(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Make two phrases the bodies that they name; False where they aren't such."""
    if not _begins(draft, one) or two.first != one.last + 1 or two.conj != "و" or two.prep or two.kind not in ("nominal", "name"):
        return False
    _be(draft, one, one, one.first + 1)
    if two.kind == "nominal":
        _be(draft, one, two, two.first)
    return True


def _begins(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is a noun for two bodies and the name of the first: "حركتي | الفجر"."""
    word = draft.words[phrase.first]
    noun = word.generic
    if noun is None or phrase.kind != "nominal" or phrase.head != phrase.first or phrase.last == phrase.first:
        return False
    single = fold(noun.lemma)
    if single not in draft.lexicon.groups["has-name"]:
        return False
    alike = word.stem == f"{single}ا" and draft.words[phrase.first + 1].definite  # not "شكلوا حزبا"
    two = noun.number == "d" or alike
    return two and not (word.definite or word.pronoun or word.stem.endswith("ن"))


def _joined(draft: Draft, one: Phrase) -> bool:
    """Whether "and" joins what may be a name right behind: with its article, and no body or person by itself."""
    at = one.last + 1
    if at >= len(draft.words) or draft.sentence_of[at] != draft.sentence_of[one.last]:
        return False
    word, index = draft.words[at], draft.at[at]
    free = index < 0 or (draft.phrases[index].kind in _COMMON and draft.phrases[index].first == at)
    return free and word.conj == "و" and word.definite and not word.prep and word.generic is None and word.nisba is None


def _phrase(draft: Draft, one: Phrase) -> Phrase:
    first = last = one.last + 1
    while last + 1 < len(draft.words) and _describes(draft, last + 1):
        last += 1
    phrase = Phrase(first, last, first, "nominal")
    phrase.gender, phrase.number, phrase.conj, phrase.definite = one.gender, "s", "و", True
    return phrase


def _describes(draft: Draft, at: int) -> bool:
    word = draft.words[at]
    return word.definite and is_adjective(word) and not (word.conj or word.prep) and draft.at[at] < 0


def _be(draft: Draft, head: Phrase, phrase: Phrase, at: int) -> None:
    """Make a phrase the body that its words from a token on name behind the noun of ``head``."""
    noun = draft.words[head.first].generic
    assert noun is not None
    name = f"{noun.lemma} {draft.text(at, phrase.last).removeprefix(draft.words[at].conj)}"
    tokens = tuple(fold(word) for word in name.split())
    known = next((n.actor for n in draft.lexicon.names.get(tokens[0], ()) if n.strong and n.tokens == tokens), None)
    phrase.actor = known or Actor(f"text:{' '.join(map(bare_article, tokens))}", name, "", noun.kind, "", noun.sector)
    phrase.number = "s"
