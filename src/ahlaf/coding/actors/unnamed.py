"""Who they are whom no row names: the document's own actors, called by its words for them, or the body in whose ranks they are."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors.homes import origin
from ahlaf.coding.names.quotednames import QUOTES
from ahlaf.coding.nounphrases import origins
from ahlaf.coding.nounphrases.phrases import compound, is_rank
from ahlaf.coding.nounphrases.wording import called
from ahlaf.coding.words.agreement import subject_case, without_pronoun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor

_GROUPS: Final = frozenset(("armed-group", "party", "alliance", "force"))


def nominal_actor(draft: Draft, phrase: Phrase) -> Actor:
    """The actor of words that no row knows: the document's own, named by them."""
    of = origin(draft, phrase)
    if draft.words[phrase.head].stem in draft.lexicon.groups["side"] and (side := of or origins.bloc_side(draft, phrase)) is not None:
        return side
    if of is not None and origins.is_partner_state(draft, phrase, of):
        return of
    head = draft.words[phrase.head]
    itself = phrase.number != "s" or (of is not None and of.kind in draft.lexicon.groups["group-head"].get(head.stem, "").split())
    if of is not None and of.kind in _GROUPS and itself and is_rank(draft, head):
        return of  # "مقاتلو جبهة النصرة", "مليشيا عصائب أهل الحق"
    if of is None and itself and is_rank(draft, head) and (group := _common_word(draft, phrase)) is not None:
        return group
    if (at := body_of_ranks(draft, phrase)) >= 0:
        body = draft.words[at]
        assert body.generic is not None
        country = of.country if of else ""
        return Actor(f"text:{bare_article(body.fold)}", draft.text(at, at), "", body.generic.kind, country, body.generic.sector)
    generic = compound(draft, phrase.first)[1] or head.generic
    kind = generic.kind if generic else ("social-group" if phrase.kind == "nominal" else "")
    sector = generic.sector if generic else ""
    return Actor(f"text:{folded(draft, phrase)}", called(draft, phrase), "", kind, of.country if of else "", sector)


def body_of_ranks(draft: Draft, phrase: Phrase) -> int:
    """Where the body stands whose ranks a phrase names by no more than its kind: "مسلحو | الحركة", "عناصر | التنظيم"; -1 for none."""
    word, ranks = draft.words[phrase.last], draft.words[phrase.first]
    kinds = draft.lexicon.groups["group-head"].get(bare_article(word.stem), "")
    if phrase.last != phrase.first + 1 or phrase.number == "s" or phrase.kind != "nominal" or not is_rank(draft, ranks):
        return -1
    return phrase.last if word.definite and word.number == "s" and word.generic is not None and kinds and "state" not in kinds else -1


def _common_word(draft: Draft, phrase: Phrase) -> Actor | None:
    """The one group whose name is a common word, which whoever is in its ranks makes sure: "مقاتلو القاعدة"."""
    last = min(phrase.head + 1, phrase.last)
    if last < phrase.last and draft.words[last].bare in QUOTES:
        last += 1  # "عناصر «القاعدة»"
    word = draft.words[last]
    whole = last > phrase.head and phrase.last == last + (last > phrase.head + 1)
    if not whole or not word.definite or word.generic is not None or word.nisba is not None:
        return None
    groups = {n.actor.id: n.actor for n in draft.lexicon.names.get(word.fold, ()) if n.actor.kind in _GROUPS and len(n.tokens) == 1}
    return next(iter(groups.values())) if len(groups) == 1 else None


def folded(draft: Draft, phrase: Phrase) -> str:
    """The words of a phrase for its id, as they are written where it is a subject: "المسلحين" and "المسلحون" are the same."""
    words = draft.words
    parts = [subject_case(draft, words[phrase.first], without_pronoun(draft, words[phrase.first]))]
    parts.extend(
        subject_case(draft, words[at], bare_article(words[at].fold))
        for at in range(phrase.first + 1, (phrase.named_to if phrase.kind == "act" else phrase.last) + 1)
        if words[at].kind != "punct"
    )
    return " ".join(parts)
