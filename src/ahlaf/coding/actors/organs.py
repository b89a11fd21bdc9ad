"""Who an organ or an office is by its own words: somebody known, whose name or title it is, or an organ of whose it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from ahlaf.coding.actors.owners import Body, Owner, has_a_name
from ahlaf.coding.actors.unnamed import folded, nominal_actor
from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.nounphrases import shared_heads
from ahlaf.coding.nounphrases.noorgans import SAFETY
from ahlaf.coding.nounphrases.offices import role_of
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.nounphrases.wording import called
from ahlaf.coding.words.agreement import without_pronoun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon.entries import Organ
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor


def of(draft: Draft, index: int, home: Actor | None, spoken_of: Counter[str]) -> Actor:
    """Who a phrase is that names an organ or an office; ``home`` is the state whose it is where it is of no other."""
    body = Body(draft, index, home, spoken_of)
    for himself in THEMSELVES:
        if (known := himself(body)) is not None:
            return known
    owner = body.owner()
    return _nobodys(body) if owner is None else _owned(body, owner)


def _nobodys(body: Body) -> Actor:
    """An organ that is nobody's who is known: an actor of this text alone."""
    armed = body.force and (body.home is not None or has_a_name(body))  # where no state is spoken of it is any body
    kind = "person" if body.person else "force" if armed else "organ"
    words = f"{folded(body.draft, body.phrase)}{_of_body(body.draft, body.phrase)}"
    return Actor(f"text:{words}", called(body.draft, body.phrase), "", kind, "", body.sector)


def _of_body(draft: Draft, phrase: Phrase) -> str:
    """The words, folded, of the body in which somebody has his office: "الأمين العام | لحزب العمل"."""
    of = draft.words[phrase.last + 1 : phrase.named_to + 1]
    return "".join(f" {bare_article(word.stem)}" for word in of if word.kind != "punct")


def _owned(body: Body, owner: Actor) -> Actor:
    """The organ of whose it is, apart from another of theirs where its words tell them apart."""
    draft, phrase, organ, name = body.draft, body.phrase, body.organ, called(body.draft, body.phrase)
    if organ is None:
        return Actor(f"{owner.id}.{draft.words[phrase.first].stem}", name, "", "organ", owner.country, body.sector)
    own = _named_fuller(draft, body.index, organ, owner) or shared_heads.actor_of(draft, owner, organ, name)
    apart = _told_apart(draft, phrase, owner, organ) if owner is body.home and own.id.startswith(f"{owner.id}.") else ""
    return replace(own, id=f"{own.id} {apart}") if apart and not own.id.endswith(f" {apart}") else own


def holder_in_quotes(body: Body) -> Actor | None:
    """The known person whose name stands in quotation marks behind an office: 'رئيس الحكومة "ديفيد كاميرون"'."""
    draft, phrase = body.draft, body.phrase
    if not body.person:
        return None
    for at in range(max(phrase.core, phrase.first) + 1, phrase.last):
        if draft.words[at].bare not in QUOTES:
            continue
        for first in range(at + 1, min(at + 3, phrase.last)):  # a title may come before: "الأمير محمد بن سلمان"
            names = [n for n in draft.lexicon.names.get(draft.words[first].fold, ()) if n.actor.kind == "person" and n.strong]
            found = longest_name(draft, first, names) if names else None
            if found is not None and found[1] <= phrase.last:
                return found[0].actor
    return None


def known_by_its_head(body: Body) -> Actor | None:
    """What the rule book calls by an organ and its head's name: "نظام الرئيس السوري بشار الأسد" is what "نظام بشار الأسد" is."""
    draft, phrase, head = body.draft, body.phrase, body.head
    if head is None:
        return None
    begins = draft.words[phrase.first].stem
    names, more = draft.lexicon.names, range(phrase.core + 1, phrase.last + 1)
    his = {n.tokens for at in more for n in names.get(draft.words[at].fold, ()) if n.actor is head}
    called_so = (n.actor for n in names.get(begins, ()) if n.strong and n.tokens[1:] in his)
    return next(called_so, None)


def whose_safety_it_is(body: Body) -> Actor | None:
    """Security is theirs who have it, "أمن إسرائيل", "الأمن القومي المصري"; nobody's, "الأمن والاستقرار"; or a service."""
    draft, phrase = body.draft, body.phrase
    if body.organ is None or body.organ.tokens != SAFETY:
        return None
    good = _is_safety(draft, phrase.first)
    if body.of_whom is not None and (good or not draft.words[phrase.first].definite):
        return body.of_whom
    return nominal_actor(draft, phrase) if good else None


def _is_safety(draft: Draft, at: int) -> bool:
    """Whether security is a good that somebody has, and no service: "أمنه", "الأمن والاستقرار", "سلامة وأمن البلاد", "الأمن القومي"."""
    word, behind = draft.words[at], draft.word_behind(at)
    kind = behind is not None and not behind.prep and bare_article(behind.stem) in draft.lexicon.groups["kind-of-safety"]
    return bool(word.pronoun) or kind or _beside_goods(draft, at)


def _beside_goods(draft: Draft, at: int) -> bool:
    """Whether "and" joins security to peace and their like: "الأمن | والاستقرار", "السلم | والأمن"."""
    word, before = draft.words[at], draft.word_before(at)
    behind = draft.word_behind(at)
    goods = draft.lexicon.groups["beside-safety"]
    if behind is not None and behind.conj == "و" and bare_article(behind.stem) in goods:
        return True
    return word.conj == "و" and before is not None and bare_article(before.stem) in goods


def meant_in_such_texts(body: Body) -> Actor | None:
    """A word or an office means somebody in texts on the state: "التحالف" in Yemen, "الرئيس المعزول"."""
    known = body.known
    return known if known is not None and (body.phrase.last == body.phrase.first or (body.person and known.kind == "person")) else None


def called_what_it_is(body: Body) -> Actor | None:
    """An organisation's name stands behind what it is: "صحيفة | ديلي تلغراف"."""
    whose, organ = body.of_whom, body.organ
    return whose if whose is not None and organ is not None and organ.kind == whose.kind == "organisation" else None


def named_with_his_body(body: Body) -> Actor | None:
    """An office's words were last named with a body, and are now without one: "الأمين العام لحزب العمل … | الأمين العام"."""
    draft, phrase = body.draft, body.phrase
    if not body.person or not phrase.definite or phrase.reach > phrase.last or body.of_whom is not None or body.known is not None:
        return None
    behind = draft.word_behind(phrase.last)
    if behind is not None and behind.prep == "ل" and bare_article(behind.stem) not in draft.lexicon.groups["group-head"]:
        return None
    words = folded(draft, phrase)
    before = (one for one in map(draft.phrases.__getitem__, draft.before(body.index)) if one.ref == phrase.ref and one.reach > one.last)
    return next((one.actor for one in before if folded(draft, one) == words), None)


THEMSELVES: Final[tuple[Owner, ...]] = (
    holder_in_quotes,
    known_by_its_head,
    whose_safety_it_is,
    meant_in_such_texts,
    called_what_it_is,
    named_with_his_body,
)
"""All that tells of an organ's or an office's words that they are somebody known himself, the surest first."""


def _named_fuller(draft: Draft, index: int, organ: Organ, owner: Actor) -> Actor | None:
    """The same state's organ that was named last with more words: "وزير الدفاع المصري … الوزير المصري"."""
    if len(organ.tokens) > 1 or organ.kind in ("force", "party") or role_of(draft, organ):
        return None
    begins = f"{owner.id}.{organ.tokens[0]} "
    before = (draft.phrases[back].actor for back in draft.before(index) if draft.phrases[back].kind == "organ")
    return next((actor for actor in before if actor is not None and actor.id.startswith(begins)), None)


def _told_apart(draft: Draft, phrase: Phrase, owner: Actor, organ: Organ) -> str:
    """The words, folded, that tell an organ from the state's own: "قوات المخلوع", "رئيس المجلس", "القوات الموالية".

    Parties are nobody's own: "أحزاب الحكومة" are those who govern.
    """
    words, groups = draft.words, draft.lexicon.groups
    more = range(max(phrase.core, phrase.first) + 1, phrase.last + 1)
    itself = bool(more) and bare_article(without_pronoun(draft, words[more[0]])) in groups["state-itself"]
    if not more or (itself and organ.kind != "party"):
        return ""  # "قوات النظام", "رئيس دولتهم"
    if any(name.actor.id == owner.id for name in draft.lexicon.names.get(words[more[0]].fold, ())):
        return ""  # "حكومة فرنسا" is the French government
    before = words[more[0] - 1]
    annexed = not before.definite and not before.pronoun and (words[more[0]].definite or not is_adjective(words[more[0]]))
    apart = [bare_article(words[at].stem) for at in more if annexed or bare_article(words[at].stem) in groups["belonging"]]
    return " ".join(apart)
