"""Which named actors are the examples of a general word before them.

A list behind مثل، منها، متمثلة بـ or كـ stands in the place of the general word that it tells of: "دول الخليج، ومنها قطر".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.phrases import tells_how_many
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME


def find(draft: Draft) -> None:
    """Fill ``listed`` of every phrase that is an example; what is coordinated must be known."""
    _behind_cues(draft)
    _like(draft)
    _in_brackets(draft)
    _who_they_are(draft)


def _behind_cues(draft: Draft) -> None:
    """Examples after مثل، منها، متمثلة بـ: the named stand for the general word before the cue."""
    for at, cues in draft.cues.items():
        joined = any(kind == "joins" for _, kind, _, _ in cues)  # "الإمارات وغيرها من الدول"
        for last, kind, _, _ in cues:
            if kind != "list" or joined or _is_denied(draft, at):
                continue
            first = _after(draft, last)
            head = _of_their_friends(draft, _of_many(draft, at, last, _before(draft, at), first), first)
            head = _of_its_kind(draft, head, first)
            if head >= 0 and likens(draft, last) and _is_himself(draft, draft.phrases[head]):
                continue  # "كندا، مثل كينيا، تدعم"
            if draft.words[at].stem in _THEY and (head < 0 or not _many(draft, draft.phrases[head])):
                continue  # "تحارب تركيا داعش وهي تدعم النصرة"
            if draft.words[at].stem in draft.lexicon.groups["each-of"] and not _told_apart(draft, head, at):
                continue
            if head < 0 or first < 0 or draft.phrases[head].sentence != draft.phrases[first].sentence:
                continue
            if draft.phrases[first].prep in _LED and draft.phrases[first].prep != draft.phrases[draft.lead(head)].prep:
                continue  # "هجمات الميليشيات وخاصة في | المدن"
            led = last + 1 < draft.phrases[first].first and "prep" in draft.words[last + 1].function
            if led and not draft.phrases[first].prep:
                continue  # "الوزيرة، ولا سيما عبر وسائل | التواصل"
            lead = draft.phrases[head].group
            for phrase in map(draft.phrases.__getitem__, range(first, len(draft.phrases))):
                if phrase.group == draft.phrases[first].group and not phrase.pointing:
                    phrase.listed = head
                elif phrase.first > draft.phrases[first].last + 25:
                    break
            if lead == draft.phrases[first].group:
                break


def _is_denied(draft: Draft, at: int) -> bool:
    """Whether examples are said to be none: "دول الحلف، ليس | بينها كينيا", "ليس من | بينها كينيا"."""
    at -= at > 1 and draft.words[at - 1].fold == "من"
    return at > 0 and draft.words[at - 1].stem in draft.lexicon.groups["is-not"]


def _of_many(draft: Draft, at: int, last: int, head: int, first: int) -> int:
    """Whose examples "of them" brings: of a general plural over whoever was named since, "تحالف من ستين دولة لمحاربة داعش، منها | قطر"."""
    pronoun = next((draft.words[k].pronoun for k in range(last, at - 1, -1) if draft.words[k].pronoun), "")
    named = first >= 0 and draft.phrases[first].kind == "name"
    if head < 0 or not pronoun or not (named and draft.phrases[head].kind in ("name", "thing", "act")):
        return head
    for index in range(head - 1, max(-1, head - 1 - _FAR), -1):
        phrase = draft.phrases[index]
        if phrase.sentence != draft.phrases[head].sentence:
            break
        many = _many(draft, phrase) or (phrase.first > 0 and tells_how_many(draft.words[phrase.first - 1]))
        if phrase.kind == "nominal" and draft.words[phrase.head].generic is not None and many:
            return index if is_human(phrase) == (pronoun == "هم") else head
    return head


def _of_its_kind(draft: Draft, head: int, first: int) -> int:
    """Whose example somebody is, over whom his like act upon: "دولة تدعم الإرهاب مثل | إيران", "جماعات تعادي إسرائيل مثل | داعش"."""
    if head < 1 or first < 0 or draft.phrases[first].kind != "name" or not _is_one(draft, draft.phrases[head]):
        return head
    actors = draft.phrases[head].actor, draft.phrases[first].actor
    if any(actor is None for actor in actors) or (actors[0] is not None and actors[0].kind in ("alliance", "organisation")):
        return head
    for index in range(head - 1, max(-1, head - 1 - _FAR), -1):
        phrase = draft.phrases[index]
        generic = draft.words[phrase.head].generic
        if phrase.sentence != draft.phrases[head].sentence:
            break
        verb = any(draft.words[at].finite and draft.at[at] < 0 for at in range(phrase.last + 1, draft.phrases[head].first))
        if phrase.kind == "nominal" and generic is not None and actors[1] is not None and generic.kind == actors[1].kind and verb:
            return index
    return head


def _of_their_friends(draft: Draft, head: int, first: int) -> int:
    """Whose example a man is, who is none of a state: of those who are something to it, "الليبراليون الموالون لإسرائيل، مثل | روس"."""
    if head < 1 or first < 0:
        return head
    state, man = (draft.phrases[index].actor for index in (head, first))
    if state is None or man is None or state.kind not in _BODIES or man.kind != "person" or not _is_one(draft, draft.phrases[head]):
        return head
    for index in range(head - 1, max(-1, head - 1 - _FAR), -1):
        phrase = draft.phrases[index]
        if phrase.sentence != draft.phrases[head].sentence:
            break
        if (_many(draft, phrase) or phrase.number == "d") and is_human(phrase):
            described = index > 0 and draft.phrases[index - 1].last + 1 == phrase.first and _many(draft, draft.phrases[index - 1])
            return index - 1 if described and not phrase.conj and not phrase.prep else index
    return head


_BODIES: Final = frozenset(("state", "organ"))
"""Of these no man is an example."""


def _is_one(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase names somebody, or means one by a noun with its article, of whom nobody is an example."""
    alone = phrase.kind in ("nominal", "organ") and phrase.definite and phrase.number == "s" and draft.words[phrase.head].definite
    return phrase.kind in ("name", "place") or alone


def _is_himself(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase means one whom another is only like: a state, a man, a group; regions and alliances have examples."""
    return _is_one(draft, phrase) and phrase.kind != "place" and (phrase.actor is None or phrase.actor.kind not in _OF_SEVERAL)


_OF_SEVERAL: Final = frozenset(("alliance", "organisation", "place", "people", "social-group"))


def likens(draft: Draft, at: int) -> bool:
    """Whether whoever stands behind a token is only like another: "كندا، | مثل كينيا، تدعم", "على | غرار كينيا", "شأنها | شأن كينيا"."""
    word, before = draft.words[at], draft.word_before(at)
    if draft.lexicon.groups["likens"].get(word.stem) == _WHOM:
        return True
    if before is None or word.kind != "noun" or word.pronoun or word.definite or word.conj or word.prep:
        return False
    twice = before.kind == "noun" and bool(before.pronoun) and before.stem == word.stem
    return twice and not before.verb and draft.sentence_of[at - 1] == draft.sentence_of[at]


_WHOM: Final = "whom"
"""What stands in the table with words that liken somebody to another."""
_FAR: Final = 3
"""So many phrases back a general plural may stand whose examples are named."""


_LED: Final = frozenset(("في", "علي", "الي", "عن", "مع"))
"""Prepositions that lead to no example of what stands without them."""
_THEY: Final = frozenset(("هو", "هي", "هم"))
"""Pronouns that begin a list of examples, or as often a clause."""


def _told_apart(draft: Draft, head: int, at: int) -> bool:
    """Whether "each of" at a token goes on with the plural right before it: "دول الخليج، | كل من قطر والكويت", no "هاجم الحزب | كلا من"."""
    if head < 0 or draft.words[at].prep or not _many(draft, draft.phrases[head]):
        return False
    return all(draft.words[k].kind == "punct" for k in range(draft.phrases[head].last + 1, at))


def _like(draft: Draft) -> None:
    """"قوى إقليمية كتركيا وإيران", "دولة كإيران": what stands behind كـ right after a general plural or any one is its example.

    A comma may stand before names of such: "أحزاب طائفية، كحزب الله".
    """
    for index in range(1, len(draft.phrases)):
        phrase, at = draft.phrases[index], index - 1 - _in_a_place(draft, index - 1)
        head, before = draft.phrases[at], draft.phrases[index - 1]
        any_one = head.kind == "nominal" and not head.definite and draft.words[head.head].generic is not None
        named = phrase.kind in BY_NAME and _many(draft, head)
        comma = named and phrase.first == before.last + 2 and draft.words[before.last + 1].bare in _COMMAS
        right_behind = phrase.first == before.last + 1 or comma
        if phrase.prep != "ك" or phrase.group != index or not right_behind or not (any_one or _many(draft, head)):
            continue
        if head.definite and phrase.kind in ("thing", "nominal", "people"):
            continue  # "عامل الأسرى | كالعبيد" likens them to others
        for other in draft.phrases[index : index + _ROW]:
            if other.group == index and not other.pointing:
                other.listed = at


def _in_a_place(draft: Draft, index: int) -> bool:
    """Whether a phrase only tells where several are whose examples follow: "دول بارزة في | الإقليم كتركيا"."""
    place, several = draft.phrases[index], draft.phrases[index - 1] if index else None
    if several is None or place.prep != "في" or place.conj or place.sentence != several.sentence or _many(draft, place):
        return False
    beside = several.named_to < place.first <= several.named_to + 2
    return beside and several.kind == "nominal" and _many(draft, several)


def _in_brackets(draft: Draft) -> None:
    """"جماعات متطرفة (داعش، حماس)": names that stand alone in brackets behind a general plural are its examples.

    Of "زعماء (آسيان)" the one is whose they are.
    """
    for index in range(1, len(draft.phrases)):
        phrase, head = draft.phrases[index], draft.phrases[index - 1]
        opens = phrase.first == head.last + 2 and draft.words[phrase.first - 1].bare == "("
        if not opens or head.kind != "nominal" or draft.words[head.head].generic is None or not _many(draft, head):
            continue
        inside = [p for p in draft.phrases[index : index + _ROW] if p.group == index and not p.pointing]
        owner = len(inside) == 1 and head.first == head.last and not head.definite
        closes = inside[-1].last + 1 if inside and not owner else len(draft.words)
        if closes < len(draft.words) and draft.words[closes].bare == ")" and all(p.kind == "name" for p in inside):
            for example in inside:
                example.listed = index - 1


def _who_they_are(draft: Draft) -> None:
    """"على ثلاث دول هي | كندا وكينيا", "ثلاث دول، هي | كندا وكينيا": names behind a pronoun say who somebody without article is."""
    for index in range(2, len(draft.phrases)):
        name, pronoun, head = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
        word = draft.words[pronoun.first]
        alone = pronoun.kind == "pronoun" and "pronoun" in word.function and word.stem in _WHO and not word.conj
        unknown = head.kind == "nominal" and not head.definite and draft.words[head.head].generic is not None
        comma = draft.words[head.last + 1].bare in _COMMAS
        beside = head.last + 1 + comma == pronoun.first == name.first - 1 and (head.prep or head.number != "d")  # of two the pronoun tells
        if not (alone and unknown and beside) or name.kind != "name" or name.prep or name.conj:
            continue
        for other in draft.phrases[index : index + _ROW]:
            if other.group == index and not other.pointing:
                other.listed = index - 2


_WHO: Final = frozenset(("هي", "هما", "هم", "هو"))
_COMMAS: Final = frozenset("،,")
_ROW: Final = 12
"""So many examples a bracket or كـ has, at most."""


def _many(draft: Draft, phrase: Phrase) -> bool:
    generic = draft.words[phrase.head].generic
    return phrase.number == "p" or (generic is not None and generic.number == "p")


def _before(draft: Draft, at: int) -> int:
    for position in range(at - 1, max(-1, at - 4), -1):
        if draft.at[position] >= 0:
            return draft.at[position]
        if draft.words[position].finite:
            break
    return -1


def _after(draft: Draft, at: int) -> int:
    """The phrase that stands behind a cue, with no clause between: "خاصة أن", "وهي تدعم", "وهو الذي" list nobody.

    Behind a pronoun alone what may be a verb is one, whatever noun is written like it: "وهي | تهدد كينيا".
    """
    alone = draft.words[at].stem in _THEY
    for position in range(at, min(len(draft.words), at + 4)):
        if draft.at[position] >= 0:
            return draft.at[position]
        if position == at:
            continue
        word = draft.words[position]
        clause = "subordinator" in word.function or "relative" in word.function or word.stem in draft.lexicon.groups["that"]
        told = alone and position in draft.fixed  # "الحوثيون وهم | وكلاء كينيا"
        if clause or told or (word.verb and (alone or not word.nominal)):
            break
    return -1
