"""A word for a kind before a name: "منظمة حماس", and before several: "حركتا فتح | وحماس", "أحزاب الوفد | والغد", "دولتي قطر | والإمارات".

The first name takes in the word before it. Each that و joins to it is of the same kind, though alone it may be a common word.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.finding.knownnames import another_body
from ahlaf.coding.names.namewords import longest_name, match_tokens
from ahlaf.coding.names.personnames import person_name
from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import FACTIONS
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.entries import Name
from ahlaf.model import Actor
from ahlaf.text.views import fold

_KINDS: Final = frozenset(("party", "armed-group", "alliance", "state"))
"""What such a list is of; "منظمات الأمم المتحدة" are her organisations."""


def find(draft: Draft, at: int, word: Word) -> Phrase | None:
    """The phrase of such a list that begins at a word: the kind with the first name, or a further name."""
    if word.conj == "و":
        head = _list_before(draft, at)
        return _further(draft, at, head) if head else None
    head = _head(draft, word)
    if not head or at + 2 >= len(draft.words):
        return None
    closes = QUOTES.get(draft.words[at + 1].bare, "")  # 'حركتي "فتح" و"حماس"'
    named = _named(draft, at + 1 + bool(closes), head, _kinds(draft, head))
    if named is None:
        return None
    name, last = named
    if closes and not (last + 1 < len(draft.words) and draft.words[last + 1].bare == closes):
        return None
    last += bool(closes)
    behind = draft.word_behind(last)
    goes_on = behind is not None and not behind.prep and (behind.conj == "و" or (bool(closes) and behind.fold == "و"))
    return _phrase(at, last, name, word.prep) if goes_on else None


def of_one(draft: Draft, at: int, word: Word) -> Phrase | None:
    """The phrase of a kind and one group or party whose own name needs none: "منظمة حماس", "حزب الإخوان"."""
    head = fold(word.generic.lemma) if word.generic is not None and word.generic.number == "s" else ""
    if word.definite or word.pronoun or head != word.stem or head not in draft.lexicon.groups["group-head"] or at + 1 >= len(draft.words):
        return None
    named = _named(draft, at + 1, head, FACTIONS)
    if named is None or not named[0].strong or draft.words[at + 1].conj or another_body(draft, at, *named):
        return None
    return _phrase(at, named[1], named[0], word.prep)


def in_honour(draft: Draft, at: int, word: Word) -> int:
    """The last token of what is named after somebody, who does nothing there: "جامعة الملك سعود", "مطار رفيق الحريري"; -1 for none."""
    if word.definite or word.pronoun or word.stem not in draft.lexicon.groups["honours"]:
        return -1
    first = at + 1
    while first < len(draft.words) and _plain(draft, at, first) and _is_title(draft, first):
        first += 1
    if first >= len(draft.words) or not _plain(draft, at, first):
        return -1
    known = longest_name(draft, first, [n for n in draft.lexicon.names.get(draft.words[first].fold, ()) if n.actor.kind == "person"])
    last = known[1] if known else person_name(draft, first, after_title=first > at + 1)
    while last > first and known is None and not (draft.words[last].definite or draft.words[last].fold in draft.lexicon.given):
        last -= 1  # "مطار الملك خالد | نزلة"
    return last


def _plain(draft: Draft, at: int, position: int) -> bool:
    """Whether a word may belong to a name that begins before it."""
    word = draft.words[position]
    return not (word.conj or word.prep or word.kind in ("punct", "number", "func")) and draft.sentence_of[position] == draft.sentence_of[at]


def _is_title(draft: Draft, at: int) -> bool:
    return draft.words[at].definite and draft.words[at].stem in draft.lexicon.titles


def _head(draft: Draft, word: Word) -> str:
    """The singular of a kind in the dual or plural that waits for its names; empty where a word is none."""
    if word.generic is None or word.definite or word.pronoun:
        return ""
    lemma = fold(word.generic.lemma)
    several = word.generic.number != "s" or word.stem == f"{lemma}ا"  # "حزبا" before a name is two, and no accusative
    return lemma if several and lemma in draft.lexicon.groups["group-head"] else ""


_MEMBERS: Final = 24
"""Names that one kind may stand before."""


def _list_before(draft: Draft, at: int) -> str:
    """The kind whose list goes on at a word; empty for none."""
    end = at - 1
    for phrase in reversed(draft.phrases[-_MEMBERS:]):
        first = draft.words[phrase.first]
        if phrase.last != end or phrase.kind != "name":
            break
        if first.conj != "و":
            return _head(draft, first) if phrase.last > phrase.first else ""
        end = phrase.first - 1
    return ""


def _kinds(draft: Draft, head: str) -> frozenset[str]:
    return _KINDS.intersection(draft.lexicon.groups["group-head"][head].split())


def _named(draft: Draft, at: int, head: str, kinds: frozenset[str]) -> tuple[Name, int] | None:
    """The name of a kind that begins at a word, and its last token: by itself, "فتح", or with the kind before it, "حزب | الوفد"."""
    word = draft.words[at]
    written = word.fold.removeprefix(word.conj)
    if word.prep or word.kind in ("func", "punct", "number"):
        return None
    whole = [n for n in draft.lexicon.names.get(head, ()) if len(n.tokens) > 1 and n.tokens[1] == written and n.actor.kind in kinds]
    for name in whole:
        last = match_tokens(draft, at, name.tokens[1:], strip=False)
        if last >= 0:
            return name, last
    return longest_name(draft, at, [n for n in draft.lexicon.names.get(written, ()) if n.actor.kind in kinds])


def _further(draft: Draft, at: int, head: str) -> Phrase | None:
    named = _named(draft, at, head, _kinds(draft, head))
    if named is not None:
        return _phrase(at, named[1], named[0], "")
    word = draft.words[at]
    if not word.definite or word.prep or word.pronoun or word.generic is not None or word.nisba is not None or word.finite:
        return None
    kind = next((k for k in draft.lexicon.groups["group-head"][head].split() if k in _KINDS), "")
    phrase = Phrase(at, at, at, "name", Actor(f"text:{head} {word.stem}", word.bare.removeprefix(word.conj), "", kind, "", ""))
    phrase.gender, phrase.number, phrase.definite = word.gender, "s", True
    return phrase if kind and kind != "state" else None


def _phrase(first: int, last: int, name: Name, prep: str) -> Phrase:
    phrase = Phrase(first, last, first, "name", name.actor)
    phrase.gender, phrase.number, phrase.ref = name.gender, name.number, name.ref
    phrase.prep, phrase.definite = prep, True
    return phrase
