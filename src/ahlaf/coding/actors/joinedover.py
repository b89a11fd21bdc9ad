"""Whom somebody is joined with over what stands between the two: a place, a thing, an owner, somebody's name.

"تدعم إيران الحوثيين في اليمن | وحماس في غزة"; right before "and" stands another than he who is meant.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME, SOMEBODY_OR_MANY

BESIDE: Final = 2
"""So many tokens on begins what stands right behind a preposition of its own."""


def find(draft: Draft, index: int) -> int:
    """Whom a phrase is joined with over the phrase right before it; -1 for nobody."""
    return max(over(draft, index) for over in (_over_place, _over_thing, _over_name, _over_owner, _over_origin))


def _over_place(draft: Draft, index: int) -> int:
    """Whom one is joined with over the place where that one is: "تدعم إيران الحوثيين في اليمن | وحماس في غزة"; else -1.

    Behind و stands a group or a man, who can't be where the place is, and right before it the place.
    """
    if index < 2:
        return -1
    two, place, one = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
    beside = place.last + 1 == two.first and place.first - one.named_to <= 2 and one.sentence == two.sentence
    if two.conj != "و" or two.prep or not beside or place.prep != "في" or place.conj:
        return -1
    ends = [p.actor.kind if p.actor is not None else "" for p in (one, two)]
    return index - 2 if all(kind in _MEN for kind in ends) and place.kind in ("name", "place") else -1


def _over_name(draft: Draft, index: int) -> int:
    """Whom one of the same kind is joined with over the name that tells of him: "حكومة بقيادة عون | وحكومة بقيادة الحص"; else -1."""
    if index < 2:
        return -1
    two, name, one = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
    beside = name.last + 1 == two.first and 1 < name.first - one.last <= _LED_BY and one.sentence == two.sentence
    told = beside and two.conj == "و" and not two.prep and name.kind in BY_NAME and not name.conj
    alike = one.kind == two.kind == "nominal" and draft.words[one.head].stem == draft.words[two.head].stem
    return draft.phrases[index - 2].group if told and alike else -1


def _over_origin(draft: Draft, index: int) -> int:
    """Whom another is joined with over the adjective of origin that his name ends with: "الحشد الشعبي العراقي | والحوثيين"; or -1."""
    if index < 2:
        return -1
    two, origin, one = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
    beside = origin.first == one.named_to + 1 and two.first == origin.last + 1 and one.sentence == two.sentence
    if not beside or origin.kind != "nisba" or origin.conj or two.conj != "و" or two.prep or draft.words[two.first].prep:
        return -1
    ends = [p.actor.kind if p.actor is not None and p.kind == "name" else "" for p in (one, two)]
    return one.group if all(kind in _MEN for kind in ends) and draft.words[origin.first].definite else -1


_LED_BY: Final = 4
"""So many tokens a name that tells of somebody may stand behind him: "بقيادة", "المدعومة من"."""


def _over_thing(draft: Draft, index: int) -> int:
    """Who has the one thing where another has a second: "منحت بريطانيا الساحل لفرنسا والجبل | لإيطاليا"; else -1."""
    if index < 2 or index - 1 in draft.another:
        return -1
    two, thing, one = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
    return one.group if has_the_other(draft, one, thing, two) else -1


def _over_owner(draft: Draft, index: int) -> int:
    """What somebody is called, of whom is told that he is another's and yet another's: "حليفا لإيران | وخصما | للسعودية"; else -1."""
    if index < 2:
        return -1
    two, owner, one = draft.phrases[index], draft.phrases[index - 1], draft.phrases[index - 2]
    beside = owner.first == one.named_to + 1 and two.first == owner.named_to + 1 and one.sentence == two.sentence
    if not beside or two.conj != "و" or draft.words[two.first].prep:
        return -1
    if not owner.prep:
        return index - 2 if annexed_both(draft, index) else -1
    return index - 2 if all(_called(draft, p) for p in (one, two)) or _called_both(draft, index) else -1


def _called_both(draft: Draft, index: int) -> bool:
    """Whether two nouns say how somebody stands to others, each with its own preposition: "صديق لروسيا | وعضو في الناتو"."""
    if index + 1 >= len(draft.phrases):
        return False
    behind, two = draft.phrases[index + 1], draft.phrases[index]
    own = bool(behind.prep) and behind.first - two.named_to <= BESIDE and behind.sentence == two.sentence and not behind.conj
    words = [draft.words[draft.phrases[i].first] for i in (index - 2, index)]
    ties = [any(s.relation in _STANDS for e in word.entries for s in e.lexeme.senses) for word in words]
    one_man = all(draft.phrases[i].kind == "nominal" and draft.phrases[i].number == "s" for i in (index - 2, index))
    return own and all(ties) and one_man and not any(word.definite or word.pronoun or word.masdar for word in words)


def annexed_both(draft: Draft, index: int) -> bool:
    """Whether two nouns say whose ally or foe somebody is, each annexed to another or with a pronoun: "خصم جعجع | وحليف بري"."""
    one, owner, two = draft.phrases[index - 2], draft.phrases[index - 1], draft.phrases[index]
    if owner.prep:
        return False
    words = [draft.words[p.first] for p in (one, two)]
    ties = [any(s.relation in _STANDS for e in word.entries for s in e.lexeme.senses) for word in words]
    one_man = all(p.kind == "nominal" and p.number == "s" and p.first == p.named_to for p in (one, two)) and owner.kind in SOMEBODY_OR_MANY
    if not all(ties) or not one_man or any(word.definite or word.masdar for word in words) or words[0].pronoun:
        return False
    behind = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
    if behind is None or behind.prep or behind.conj or behind.first != two.named_to + 1:
        return bool(words[1].pronoun)
    return behind.kind in SOMEBODY_OR_MANY or bool(words[1].pronoun)


_STANDS: Final = frozenset(("ALLY", "OPPOSE", "MEMBER", "LEAD"))


def _called(draft: Draft, phrase: Phrase) -> bool:
    """Whether a noun for one man shows that it is an accusative: "حليفا"."""
    word = draft.words[phrase.first]
    return phrase.kind == "nominal" and phrase.number == "s" and not word.definite and not word.pronoun and word.bare.endswith("ا")


def has_the_other(draft: Draft, one: Phrase, thing: Phrase, two: Phrase) -> bool:
    """Whether a thing behind و and right before its own preposition is had by the one behind that, as another is by the one before."""
    beside = thing.first == one.named_to + 1 and two.first - thing.named_to <= BESIDE and one.sentence == two.sentence
    if not beside or thing.conj != "و" or draft.words[thing.first].prep or draft.words[thing.head].senses or two.conj:
        return False
    both = one.kind in SOMEBODY_OR_MANY and two.kind in SOMEBODY_OR_MANY
    return both and two.prep == one.prep == "ل" and thing.kind in ("thing", "place", "nominal")


_MEN: Final = frozenset(("armed-group", "party", "person", "force", "alliance"))


def as_subject(draft: Draft, previous: int, two: Phrase) -> int:
    """Whom men that show their case are joined with over his name who is annexed to it: "أنصار الرئيس | محمد مرسي | ومعارضوه"; else -1."""
    word = draft.words[two.first]
    shown = word.bare.endswith("ون") or bool(word.pronoun and word.stem.endswith("و"))
    if previous < 1 or two.conj != "و" or two.prep or two.number != "p" or not shown or two.kind not in ("nominal", "people"):
        return -1
    one, head = draft.phrases[previous], draft.phrases[previous - 1]
    beside = two.first == one.named_to + 1 and one.first == head.last + 1 and one.sentence == two.sentence
    annexed = one.kind in BY_NAME and not one.prep and not one.conj and head.kind == "nominal" and not head.prep
    return previous - 1 if beside and annexed else -1
