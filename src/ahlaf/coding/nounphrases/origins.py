"""Adjectives of origin in a row behind what several do together: "القمة المصرية | الأردنية | العراقية"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.agreement import without_pronoun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.relations import RELATIONS
from ahlaf.text.views import fold

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


def behind_a_dash(draft: Draft, at: int) -> bool:
    """Whether a dash joins an adjective of origin to the one before it: "مفاوضات كينية - | أوغندية"."""
    word = draft.words[at]
    if at < 2 or word.nisba is None or word.conj or word.prep or draft.words[at - 1].bare not in _DASHES:
        return False
    before = draft.at[at - 2]
    return before >= 0 and draft.phrases[before].kind == "nisba" and draft.phrases[before].definite == word.definite


def amid(draft: Draft, index: int) -> bool:
    """Whether a phrase stands amid a row of parties: the first and the last of it are the ends that are weighed."""
    around = row(draft, index)
    return len(around) >= MANY and around[0] < index < around[-1]


def follows_another(draft: Draft, index: int) -> bool:
    """Whether a phrase does a deed with the adjective of origin before it, which stands for both: "الدعم الروسي | الإيراني"."""
    lead = draft.phrases[index].group
    return lead != index and lead in row(draft, index)


def is_followed(draft: Draft, index: int) -> bool:
    """Whether another adjective of origin follows a phrase that does the deed with it."""
    return draft.phrases[index].kind == "nisba" and index + 1 < len(draft.phrases) and follows_another(draft, index + 1)


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
    """The armed group, community or bloc that an adjective behind a deed means: "هجوم | حوثي", "الضغوط | الغربية"; else None.

    Or whatever power it is, "القصف | الحكومي". Another of origin may stand before it: "الصراع السني | الشيعي". A man who does it is
    none of the bloc: "المقاتل الغربي".
    A thing may be a group's, and not a bloc's: "المواقع | الحوثية", but "القانون الدولي".
    """
    word, groups = draft.words[at], draft.lexicon.groups
    which = bare_article(word.stem)
    if not may_mean_a_group(draft, at) or word.conj or word.prep or word.pronoun:
        return None
    head = at - 1
    while head > 0 and draft.at[head] >= 0 and draft.phrases[draft.at[head]].kind == "nisba":
        head -= 1
    deed = draft.words[head] if head >= 0 else None
    if deed is None or deed.pronoun or deed.kind == "func" or deed.definite != word.definite:
        return None
    kind = draft.phrases[draft.at[head]].kind if draft.at[head] >= 0 else ""
    group = groups["group-adjective"].get(which, "")
    if group and kind == "thing":
        return draft.lexicon.actors.get(group)
    if kind not in ("", "act") or not deed.senses or (deed.finite and not deed.masdar):
        return None
    done = [s for e in deed.entries if e.kind in ("masdar", "noun") for s in e.lexeme.senses]
    if done and head == at - 1:
        others = any(RELATIONS[s.relation].mutual or s.relation == "ASSAULT" for s in done)  # "اتفاق دولي", "الجرائم الدولية"
        if (power := groups["power-adjective"].get(which, "")) and not any(RELATIONS[s.relation].mutual for s in done):
            return _power(draft, power)
        group = group or groups["bloc"].get(which) or (groups["world-adjective"].get(which, "") if not others else "")
    return draft.lexicon.actors.get(group)


def _power(draft: Draft, noun: str) -> Actor:
    """Whom a general noun means, as nobody's yet: whose government it is :mod:`ahlaf.coding.actors.identity` knows."""
    known = draft.lexicon.generics[fold(noun)]
    return Actor(f"text:{fold(noun)}", f"ال{noun}", "", known.kind, "", known.sector)


def is_a_groups(draft: Draft, at: int) -> bool:
    """Whether a word is an adjective of one group: "حوثي", "شيعي"."""
    return bare_article(draft.words[at].stem) in draft.lexicon.groups["group-adjective"]


def of_each_country(draft: Draft, at: int, state: str) -> bool:
    """Whether an adjective that is written like a state's means "of each country": "الزيارات | القطرية", where nothing else is of Qatar."""
    before = draft.word_before(at)
    if before is None or draft.lexicon.groups["each-country"].get(bare_article(before.stem)) != state:
        return False
    return not any(n.actor.id == state for word in draft.words for n in draft.lexicon.names.get(word.fold, ()))


def may_mean_a_group(draft: Draft, at: int) -> bool:
    """Whether a word is an adjective that means more than a state behind a deed: "حوثي", "غربي", "دولي"."""
    which = bare_article(draft.words[at].stem)
    return any(which in draft.lexicon.groups[name] for name in ("group-adjective", "power-adjective", "bloc", "world-adjective"))


def bloc_side(draft: Draft, phrase: Phrase) -> Actor | None:
    """The bloc whose side a phrase is, "الطرف الغربي"; "في الجانب الغربي من المدينة" is where something lies."""
    words, last = draft.words, phrase.last
    behind = draft.word_behind(last)
    lies = behind is not None and (behind.stem == "من" or behind.prep == "ل")
    if last != phrase.head + 1 or not words[last].definite or phrase.prep in _WHERE or lies:
        return None
    return draft.lexicon.actors.get(draft.lexicon.groups["bloc"].get(bare_article(words[last].stem), ""))


_WHERE: Final = frozenset(("في", "الي", "علي", "من"))
"""Prepositions of place."""


def is_partner_state(draft: Draft, phrase: Phrase, of: Actor | None) -> bool:
    """Whether an ally, foe or neighbour is the state whose adjective stands right behind: "الحليف | الروسي", "جارتها | الليبية".

    "حليف روسي" is one of several, and "صديقه المصري" a man.
    """
    word, behind = draft.words[phrase.head], draft.words[phrase.last]
    if of is None or of.kind != "state" or phrase.last != phrase.head + 1 or behind.nisba is None or not behind.definite:
        return False
    noun = bare_article(without_pronoun(draft, word))
    told = draft.lexicon.groups["state-partner"].get(noun)
    return told is not None and (word.definite or (bool(word.pronoun) and told == "own"))


def _next_to(draft: Draft, one: Phrase, two: Phrase) -> bool:
    if one.kind != "nisba" or two.kind != "nisba" or two.conj or one.definite != two.definite or one.sentence != two.sentence:
        return False
    between = draft.words[one.last + 1 : two.first]
    return not between or (len(between) == 1 and between[0].bare in _DASHES)
