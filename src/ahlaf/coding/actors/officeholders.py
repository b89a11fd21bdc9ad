"""Who is meant by an office alone: the person whom the document names and the rule book knows to have held it.

"استقبل الرئيس المصري … وقال السيسي" speaks of one man. He is meant where the document names no other holder of that
office; where its day is known, who held it then. Nobody whom the text does not name is put in: an office without a name
in the whole text stays an office.
"""

from __future__ import annotations

from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.nounphrases.offices import in_office, own_organ, role_of
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.times.calendars import Now
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor


def settle(draft: Draft) -> None:
    """Let offices without a name be the persons who hold them; every phrase has its actor already."""
    named = _named(draft)
    for phrase in draft.phrases:
        if phrase.kind == "organ" and phrase.named_from < 0 and phrase.actor is not None and phrase.actor.kind == "person":
            phrase.actor = _holder(draft, phrase, phrase.actor, named) or phrase.actor


def _holder(draft: Draft, phrase: Phrase, office: Actor, named: dict[str, list[Phrase]]) -> Actor | None:
    """The one person named in the document who held an office, on its day where that is known."""
    of, _, word = office.id.partition(".")
    role, year = _role(draft, phrase), Now(draft.document.date).year
    if not word or not role or _former(draft, phrase, phrase.last) or not _whole(draft, phrase, of):
        return None
    held = draft.lexicon.roles.get((role, of), ())
    holders = {one.id: one for since, until, one in held if one.id in named and (not year or in_office(year, since, until))}
    if len(holders) != 1:
        return None
    (holder,) = holders.values()
    return None if not year and any(_otherwise(draft, mention, role) for mention in named[holder.id]) else holder


def _whole(draft: Draft, phrase: Phrase, of: str) -> bool:
    """Whether nothing stands behind an office but whose it is: "رئيس لجنة صياغة" is no president, nor is "رئيس أمريكي مقبل"."""
    words, tail = draft.words, phrase.core + 1
    if words[phrase.first].definite:
        return True
    if tail > phrase.last:
        return bool(words[phrase.first].pronoun) or words[phrase.core].definite
    names = [name for name in draft.lexicon.names.get(words[tail].fold, ()) if name.actor.id == of]
    described = words[phrase.core].definite and all(map(is_adjective, words[tail : phrase.last + 1]))
    land = tail == phrase.last and bare_article(words[tail].stem) in draft.lexicon.groups["homeland"]  # "أمير البلاد"
    return described or land or any(match_tokens(draft, tail, name.tokens, strip=False) >= 0 for name in names)


def _named(draft: Draft) -> dict[str, list[Phrase]]:
    """Person of the rule book → where the document names him."""
    named: dict[str, list[Phrase]] = {}
    for phrase in draft.phrases:
        if phrase.kind in BY_NAME and phrase.actor is not None and phrase.actor.kind == "person":
            named.setdefault(phrase.actor.id, []).append(phrase)
    return named


def _role(draft: Draft, phrase: Phrase) -> str:
    """The role of the tables of persons that an office's words mean; empty for none."""
    organ = own_organ(draft, phrase)
    return role_of(draft, organ) if organ is not None else ""


def _former(draft: Draft, phrase: Phrase, last: int) -> bool:
    """Whether words of an office say that it is held no more, or not yet."""
    past = draft.lexicon.groups["former"]
    return any(bare_article(draft.words[at].fold) in past for at in range(phrase.first, last + 1))


def _otherwise(draft: Draft, mention: Phrase, role: str) -> bool:
    """Whether the document gives a person another office than the one asked for, or calls it a former one."""
    if mention.named_from < 0:
        return False
    own = _role(draft, mention)
    return _former(draft, mention, mention.named_from - 1) or (own != role and own_organ(draft, mention) is not None)
