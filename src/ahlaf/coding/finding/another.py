"""Another of the kind that was just named: "قوات كندية | وأخرى كينية", "قتل جندي | وآخر مدني", "فصائل تدعمها كندا | وأخرى تدعمها كينيا".

"Other" alone says neither what he is nor that he is somebody; the noun before it says both.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases import shared_heads
from ahlaf.coding.nounphrases.offices import own_organ
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import STRIKES
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor

_KINDS: Final = frozenset(("nominal", "organ"))
_REACH: Final = 16
"""So many tokens before stands the noun, at most."""


def find(draft: Draft, at: int) -> Phrase | None:
    """The phrase of another that begins at a token, with the adjective behind it; None where none does."""
    word = draft.words[at]
    gender = draft.lexicon.groups["the-other"].get(word.stem)
    if gender is None or word.definite or word.prep or not (word.conj == "و" or _befell(draft, at) or _beside(draft, at)):
        return None
    head = _head(draft, at, gender)
    behind = draft.word_behind(at)
    if head is None or (behind is not None and gender == "m" and not _stands_alone(behind)):
        return None
    phrase = Phrase(at, at + _described(draft, at, gender), at, "nominal")
    phrase.gender, phrase.number, phrase.ref = head.gender, head.number, head.ref
    return phrase


def settle(draft: Draft) -> None:
    """Give each such phrase its actor, what the noun before it is and whose its own adjective says; note both in ``draft.another``."""
    for index, phrase in enumerate(draft.phrases):
        word = draft.words[phrase.first]
        gender = draft.lexicon.groups["the-other"].get(word.stem) if phrase.kind == "nominal" and not word.definite else None
        head = _head(draft, phrase.first, gender) if gender is not None else None
        if head is None or head.actor is None:
            continue
        draft.another[index] = draft.at[head.head]
        nisba = draft.words[phrase.last].nisba if phrase.last > phrase.first else None
        organ = own_organ(draft, head) if head.kind == "organ" else None
        own = draft.words[phrase.last]  # his adjective, or "other" alone
        noun = draft.words[head.head]
        name = f"{noun.stem if noun.prep or noun.conj else noun.bare} {own.bare.removeprefix(own.conj)}"
        if nisba is not None and organ is not None:
            phrase.actor, phrase.kind = shared_heads.actor_of(draft, nisba.actor, organ, name), "organ"
            continue
        country = nisba.actor.country if nisba is not None else ""
        phrase.actor = Actor(f"text:{noun.stem} {own.stem}", name, "", head.actor.kind, country, head.actor.sector)


def _beside(draft: Draft, at: int) -> bool:
    """Whether "with" leads to him: "تتقاتل قوات كندية مع | أخرى كينية"."""
    before = draft.word_before(at)
    return before is not None and before.fold == "مع"


def _befell(draft: Draft, at: int) -> bool:
    """Whether a verb stands right before that tells what befell him: "قتل جندي وأصيب | آخر"."""
    before = draft.word_before(at)
    if before is None or before.conj != "و" or before.definite or before.prep:
        return False
    return any(s.relation in STRIKES and "obj" in s.target for e in before.tensed for s in e.lexeme.senses)


def _described(draft: Draft, at: int, gender: str) -> bool:
    """Whether the adjective right behind is his, and leads to nobody: "وأخرى | كينية", but "وأخرى | موالية لكينيا"."""
    behind = draft.words[at + 1 : at + 3]
    if not behind or not is_adjective(behind[0]) or behind[0].definite or _gender(behind[0]) != gender:
        return False
    return behind[0].nisba is not None or len(behind) == 1 or not (behind[1].prep in _LEADS or behind[1].stem in _LEADS)


_LEADS: Final = frozenset(("ل", "ب", "من", "عن", "مع", "ضد"))
"""What a participle leads to somebody with."""


def _stands_alone(behind: Word) -> bool:
    """Whether nothing is annexed to "other" by a word behind it, as to "last": "وآخر | معاقل الحزب", but "وآخر | كيني"."""
    return not behind.nominal or bool(behind.conj or behind.prep) or (is_adjective(behind) and not behind.definite)


def _head(draft: Draft, at: int, gender: str) -> Phrase | None:
    """The noun that agrees with "other", the last before it in its sentence; None where a noun that is nobody stands between."""
    words, start = draft.words, draft.stretches[draft.sentence_of[at]].first
    for position in range(at - 1, max(start, at - _REACH) - 1, -1):
        index, word = draft.at[position], words[position]
        if index < 0:
            loose = word.nominal and word.kind not in ("func", "punct", "number") and not (word.finite or word.definite or word.pronoun)
            if loose and not is_adjective(word):
                return None  # "لأسباب سياسية | وأخرى أمنية"
            continue
        phrase = draft.phrases[index]
        if phrase.head == position and phrase.kind in _KINDS and not words[position].pronoun:
            return phrase if _agrees(phrase, words[position], gender) else None
    return None


def _agrees(phrase: Phrase, head: Word, gender: str) -> bool:
    if (phrase.number or head.number) == "p":
        return gender == "f" and not is_human(phrase)
    return (phrase.gender or head.gender) == gender


def _gender(word: Word) -> str:
    """The gender of an adjective, by its ending."""
    return "f" if bare_article(word.stem).endswith("ه") else "m"
