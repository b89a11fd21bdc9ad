"""Adjectives of origin in a row behind what several do together: "القمة المصرية | الأردنية | العراقية"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.phrases import is_adjective
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor

_DASHES: Final = frozenset("-–—/")
_LONGEST: Final = 12
"""So many before one and behind it belong to its row."""
MANY: Final = 3
"""So many in a row are parties who all meet; two are the two ends of one deed."""


def row(draft: Draft, index: int) -> range:
    """The indexes of the adjectives of origin that stand in one row with a phrase, itself among them; empty where it is none.

    Dashes may part them: "التعاون الروسي - الإيراني - السوري".
    """
    if index < 0 or draft.phrases[index].kind != "nisba":
        return range(0)
    first = last = index
    while index - first < _LONGEST and first and _next_to(draft, draft.phrases[first - 1], draft.phrases[first]):
        first -= 1
    while last - index < _LONGEST and last + 1 < len(draft.phrases) and _next_to(draft, draft.phrases[last], draft.phrases[last + 1]):
        last += 1
    return range(first, last + 1)


def amid(draft: Draft, index: int) -> bool:
    """Whether a phrase stands amid a row of parties: the first and the last of it are the ends that are weighed."""
    around = row(draft, index)
    return len(around) >= MANY and around[0] < index < around[-1]


def beside_one(draft: Draft, at: int) -> Actor | None:
    """The bloc that an adjective means beside one of origin, both of what two do together: "التقارب الإيراني | الغربي".

    So does one that و joins, of deeds and of states: "الضغوط الأميركية | والغربية", "الدول العربية | والغربية"; an adjective may
    stand before both, "الاتفاق النووي الإيراني | الغربي". Elsewhere it tells where something lies: "الساحل السوري الغربي".
    """
    words, word = draft.words, draft.words[at]
    bloc = draft.lexicon.groups["bloc"].get(bare_article(word.stem))
    if bloc is None or word.conj not in ("", "و") or word.prep or not 0 < at < len(words) - 1:
        return None
    before, behind = words[at - 1], words[at + 1]
    with_one = before.nisba is not None or (behind.nisba is not None and not (word.conj or behind.conj or behind.prep))
    head = at - 2 if before.nisba is not None and at > 1 else at - 1
    between = words[head]
    if 0 < head < at - 1 and between.nisba is None and not between.masdar and is_adjective(between) and between.definite == word.definite:
        head -= 1
    deed = words[head]
    alike = all(w.definite == word.definite for w in (before, deed))
    done = deed.senses and not deed.finite and (deed.masdar or bool(word.conj))
    states = bool(word.conj) and deed.generic is not None and deed.generic.kind == "state"
    return draft.lexicon.actors.get(bloc) if with_one and alike and (done or states) else None


def of_a_group(draft: Draft, at: int) -> Actor | None:
    """The armed group or movement that an adjective right behind a deed means: "هجوم | حوثي", "الغارات | الحوثية"; else None."""
    word, deed = draft.words[at], draft.words[at - 1] if at else None
    group = draft.lexicon.groups["group-adjective"].get(bare_article(word.stem))
    if group is None or deed is None or word.conj or word.prep or word.pronoun or deed.pronoun:
        return None
    if draft.at[at - 1] >= 0 and draft.phrases[draft.at[at - 1]].kind != "act":
        return None
    done = bool(deed.senses) and (deed.masdar or not deed.finite) and deed.kind != "func" and deed.definite == word.definite
    return draft.lexicon.actors.get(group) if done else None


def bloc_side(draft: Draft, phrase: Phrase) -> Actor | None:
    """The bloc whose side a phrase is, "الطرف الغربي"; "في الجانب الغربي من المدينة" is where something lies."""
    words, last = draft.words, phrase.last
    behind = words[last + 1] if last + 1 < len(words) else None
    lies = behind is not None and (behind.stem == "من" or behind.prep == "ل")
    if last != phrase.head + 1 or not words[last].definite or phrase.prep in _WHERE or lies:
        return None
    return draft.lexicon.actors.get(draft.lexicon.groups["bloc"].get(bare_article(words[last].stem), ""))


_WHERE: Final = frozenset(("في", "الي", "علي", "من"))
"""Prepositions of place."""


def _next_to(draft: Draft, one: Phrase, two: Phrase) -> bool:
    if one.kind != "nisba" or two.kind != "nisba" or two.conj or one.definite != two.definite or one.sentence != two.sentence:
        return False
    between = draft.words[one.last + 1 : two.first]
    return not between or (len(between) == 1 and between[0].bare in _DASHES)
