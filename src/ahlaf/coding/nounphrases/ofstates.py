"""Words that may be somebody and name what is a state's, or where in its land: "الضغوط | الغربية", "غربي | الموصل"."""

from __future__ import annotations

from ahlaf.coding.nounphrases.origins import may_mean_a_group
from ahlaf.coding.words.draft import Draft


def says_where(draft: Draft, at: int) -> bool:
    """Whether a word without article is the side of what stands behind it, and no man of there: "قتل جنود غربي | الموصل"."""
    word, behind = draft.words[at], draft.word_behind(at)
    if word.stem not in draft.lexicon.groups["where"] or word.definite or word.pronoun or behind is None or behind.conj or behind.prep:
        return False
    return behind.definite or behind.fold in draft.lexicon.places or behind.fold in draft.lexicon.names


def things_of_a_state(draft: Draft, at: int) -> bool:
    """Whether a noun that may be a plural names things and nobody, and an adjective of origin behind it whose they are.

    "الأنشطة | الإيرانية", "الضغوط | الغربية"; "الدور | الروسي", which no plural goes with. A man's participle does not agree:
    "المطالب | الأمريكية" are demands.
    """
    word = draft.words[at]
    people = word.stem in draft.lexicon.groups["circles"]  # "الأوساط الإسرائيلية"
    ground = people or word.stem in draft.lexicon.groups["place-head"]  # "الأراضي السورية"
    if ground or at + 1 >= len(draft.words):
        return False
    behind = draft.words[at + 1]
    if any(e.kind != "noun" and (behind.gender != "f" or (e.gender, e.number) != ("m", "s")) for e in word.entries):
        return False
    origin = behind.nisba is not None or may_mean_a_group(draft, at + 1)
    if not origin or behind.number != "s" or behind.definite != word.definite or behind.conj:
        return False
    return behind.gender == "f" or any(e.number == "s" for e in word.entries)
