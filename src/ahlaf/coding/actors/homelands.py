"""Whose "his country", "its forces", "his movement", "its allies" are, and whose office "his counterpart" holds.

"قال الوزير الفرنسي إن بلاده تدعم القرار" speaks of France, "أكدت وزارة الدفاع الهندية أن قواتها" of India's forces,
"بحث الوزير المصري مع نظيره التركي" of the Turkish minister. The pronoun of the one knows whom it means already; a
person's, an organ's, a party's country is a state of the rule book. Whoever else is told only by whose he is, "حلفاؤها", is
called by that: the allies of one are not those of another, in one text or in two.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors.homes import origin
from ahlaf.coding.clauses.antecedents import agrees, tells_how
from ahlaf.coding.nounphrases.noorgans import SAFETY
from ahlaf.coding.nounphrases.offices import own_organ
from ahlaf.coding.nounphrases.phrases import is_rank
from ahlaf.coding.nounphrases.shared_heads import actor_of
from ahlaf.coding.words.agreement import subject_case, without_pronoun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import LEAGUES
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.entries import Organ
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold

_OWNERS: Final = frozenset(("person", "organ", "force", "state", "party"))
_CITIZENS: Final = frozenset(("person", "organ"))


def settle(draft: Draft) -> None:
    """Give "his country" and "his counterpart" their actors."""
    offices = draft.lexicon.groups["counterpart"]
    named = {p.actor.id: i for i, p in reversed(list(enumerate(draft.phrases))) if p.actor is not None and p.kind == "name"}
    for index, phrase in enumerate(draft.phrases):
        word = draft.words[phrase.first]
        alone = phrase.last == phrase.first
        if phrase.kind == "organ" and phrase.first < phrase.core and phrase.named_from < 0 and word.stem not in offices:
            _settle_office(draft, index)
        elif not word.pronoun or phrase.first not in draft.pronoun_at:
            continue
        elif alone and (phrase.kind == "nominal" or (phrase.kind == "thing" and _is_land(draft, phrase))):
            his = (_of_the_described(draft, index) or _country(draft, phrase)) if _is_land(draft, phrase) else _group(draft, phrase)
            if his is not None:
                phrase.actor, phrase.antecedent = his, named.get(his.id, -1)
        elif phrase.kind == "organ" and phrase.actor is not None:
            if word.stem in offices and phrase.named_from < 0:
                phrase.actor = _same_office(draft, index, phrase.actor)
            elif alone or origin(draft, phrase) is None:
                phrase.actor = _his_organ(draft, index, phrase.actor)
    _call_by_owner(draft)


def _is_land(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is "his country"."""
    return draft.words[phrase.first].stem in draft.lexicon.groups["homeland"]


def _his_organ(draft: Draft, index: int, stood: Actor) -> Actor:
    """The organ of whom the pronoun on its word means, and of security whoever has it, "أمنها"; ``stood`` where that is not known."""
    phrase = draft.phrases[index]
    organ = own_organ(draft, phrase)
    owner = _of_the_described(draft, index) or _owner(draft, phrase.first, organ)
    if owner is None or organ is None:
        return stood
    return owner if organ.tokens == SAFETY else actor_of(draft, owner, organ, stood.name)


def _settle_office(draft: Draft, index: int) -> None:
    """Let an office be of whom the pronoun in it means, and whoever is called by a pronoun behind it with it.

    "وزير خارجيتها", "قائد قواتها البحرية", "قواتها المسلحة".
    """
    phrase = draft.phrases[index]
    at = next((k for k in range(phrase.first, phrase.core + 1) if k in draft.pronoun_at), -1)
    stood, organ = phrase.actor, own_organ(draft, phrase)
    owner = _owner(draft, at, organ) if at >= 0 else None
    if stood is None or owner is None or organ is None:
        return
    phrase.actor = actor_of(draft, owner, organ, stood.name)
    for other in draft.phrases:
        if other.antecedent == index and other.actor is not None and other.actor.id == stood.id:
            other.actor = phrase.actor


def _call_by_owner(draft: Draft) -> None:
    """Let whoever is told by whose he is be called so: "حلفاء إيران" where a text says "her allies", and "the allies" behind that."""
    called: dict[int, Actor] = {}
    last: dict[str, Actor] = {}
    for index, phrase in enumerate(draft.phrases):
        if phrase.kind != "nominal" or phrase.actor is None or not phrase.actor.known_by_text or phrase.antecedent >= 0:
            continue
        if index in draft.of_several:  # "ثانيهما" is "the second alliance"
            continue
        at = next((at for at in range(phrase.first, phrase.last + 1) if at in draft.pronoun_at), -1)
        if at < 0:
            phrase.actor = last.get(phrase.actor.id, phrase.actor) if phrase.definite else phrase.actor
            continue
        owner = _told_by(draft, at)
        if owner is not None and owner.kind and owner.id != phrase.actor.id:
            called[index] = last[phrase.actor.id] = _named_by(draft, phrase, at, owner, phrase.actor)
            phrase.actor = called[index]
    for phrase in draft.phrases if called else ():
        phrase.actor = called.get(phrase.antecedent, phrase.actor)


def _told_by(draft: Draft, at: int) -> Actor | None:
    """Whom the pronoun at a token likeliest means, where that is surely an actor; with "its people" a place, where it may mean one."""
    meant = [draft.phrases[back] for back in draft.phrases[draft.pronoun_at[at]].antecedents]
    if draft.words[at].stem in draft.lexicon.groups["dwellers"]:
        meant.sort(key=lambda phrase: phrase.kind != "place")
    known = bool(meant) and not draft.words[meant[0].last].pronoun and (meant[0].kind != "nominal" or draft.words[meant[0].head].generic)
    return meant[0].actor if known else None


def _named_by(draft: Draft, phrase: Phrase, at: int, owner: Actor, stood: Actor) -> Actor:
    """The actor of a phrase with its owner's name in the place of the pronoun that is tied to one of its words."""
    words = [draft.words[k] for k in range(phrase.first, phrase.last + 1)]
    spoken = [word.bare.removeprefix(word.conj).removeprefix(word.prep) if k == 0 else word.bare for k, word in enumerate(words)]
    folded = [_owned(draft, word) if word.pronoun else subject_case(draft, word, bare_article(word.stem)) for word in words]
    place = at - phrase.first
    spoken[place] = f"{_without(spoken[place], words[place].pronoun, folded[place])} {owner.name}"
    folded[place] += "".join(f" {bare_article(fold(word))}" for word in owner.name.split())
    return Actor(f"text:{' '.join(folded)}", " ".join(spoken), "", stood.kind, owner.country, stood.sector)


def _owned(draft: Draft, word: Word) -> str:
    """The folded form of a noun without its pronoun; before one no alef is a case: "هداياها"."""
    alone = without_pronoun(draft, word)
    return alone if alone.endswith("ا") else subject_case(draft, word, alone)


def _without(noun: str, pronoun: str, folded: str) -> str:
    """A noun as it is written where no pronoun is tied to it, which its folded form tells.

    >>> _without("حركته", "ه", "حركه"), _without("حلفائها", "ها", "حلفاء"), _without("مقاتليه", "ه", "مقاتلو")
    ('حركة', 'حلفاء', 'مقاتلو')
    """
    bare = noun.removesuffix(pronoun)
    return bare[:-1] + {"ه": "ة", "ء": "ء", "و": "و"}.get(folded[-1:], bare[-1:])


def _owner(draft: Draft, at: int, organ: Organ | None) -> Actor | None:
    """Whose "its forces" are: the state's of whom the pronoun at a token likeliest means, or the group's or alliance's itself.

    An alliance has no government: it is another's, "دعا سلام المجتمع الدولي إلى دعم | حكومته". Who has arms and no state has his own
    forces: those of a group's spokesman are the group's.
    """
    pronoun = draft.phrases[draft.pronoun_at[at]]
    meant = [pronoun.actor, *(draft.phrases[back].actor for back in pronoun.antecedents)]
    rules, fights = organ is not None and organ.sector == "GOV", organ is not None and organ.sector == "MIL"
    owner = next((a for a in meant if a is not None and not (rules and a.kind == "alliance")), None)
    if owner is None or owner.kind in LEAGUES:
        return owner
    actors = draft.lexicon.actors
    armed = {of for of in draft.lexicon.served.get(owner.id, ()) if of in actors and actors[of].kind == "armed-group"}
    if fights and len(armed) == 1:
        return actors[armed.pop()]
    return actors.get(owner.country) if owner.kind in _OWNERS else None


def _group(draft: Draft, phrase: Phrase) -> Actor | None:
    """Which group "its fighters" are, and "his movement": whose the pronoun is, or the one in which a person has a role."""
    word, owner = draft.words[phrase.first], draft.phrases[draft.pronoun_at[phrase.first]].actor
    if owner is None:
        return None
    if owner.kind in LEAGUES:
        return owner if word.number != "s" and is_rank(draft, word) else None
    kinds = draft.lexicon.groups["group-head"].get(bare_article(without_pronoun(draft, word)), "").split()
    actors = draft.lexicon.actors
    served = (actors[of] for of in draft.lexicon.served.get(owner.id, ()) if of in actors)
    his = {body.id for body in served if body.kind in kinds and body.kind in LEAGUES}
    return actors[his.pop()] if len(his) == 1 else None


def _of_the_described(draft: Draft, index: int) -> Actor | None:
    """The state of whom a clause tells that he does something to his own: "مارق كينيا الذي يدمر | بلده | وشعبه"."""
    words, verb = draft.words, draft.phrases[draft.lead(index)].first - 1
    if verb < _CLAUSE or not words[verb].finite or words[verb].pronoun or draft.at[verb] >= 0:
        return None
    relative, at = words[verb - 1], draft.at[verb - _CLAUSE]
    if "relative" not in relative.function or not relative.stem.startswith("ال") or at < 0:
        return None
    head, pronoun = draft.phrases[at], draft.phrases[draft.pronoun_at[draft.phrases[index].first]]
    if head.kind != "nominal" or head.actor is None or not agrees(head, pronoun.gender, pronoun.number, draft):
        return None
    return draft.lexicon.actors.get(head.actor.country)


_CLAUSE: Final = 2
"""So many tokens before its verb a clause's head ends."""


def _country(draft: Draft, phrase: Phrase) -> Actor | None:
    """The state of the likeliest owner that can have one; not of a state where somebody in the sentence may be meant."""
    meant = (draft.phrases[back] for back in draft.phrases[draft.pronoun_at[phrase.first]].antecedents)
    owners = [(p.actor, p.sentence) for p in meant if p.actor is not None and p.actor.kind in _OWNERS]
    if not owners:
        return None
    served = _served(draft, phrase)
    if served is not None:
        return served
    first = owners[0][0]
    if (teller := _who_goes_on(draft, phrase) or _who_says_besides(draft, phrase)) is not None:
        return draft.lexicon.actors.get(teller.country)
    here = [owner for owner, sentence in owners if sentence == phrase.sentence and owner.kind in _CITIZENS]
    owner = here[0] if first.kind == "state" and here else first  # "حذرت الوزيرة روسيا وقالت إن | بلادها قوية"
    return draft.lexicon.actors.get(owner.country)


def _who_goes_on(draft: Draft, phrase: Phrase) -> Actor | None:
    """Whoever did the first thing that a clause tells of him, where he says the next: "لاريجاني الذي التقى عون وبري، وأكد أن | بلاده"."""
    words, said = draft.words, phrase.first - 2
    if said < 1 or words[said + 1].stem != "ان" or words[said].conj != "و" or not words[said].reports:
        return None
    start = draft.stretches[phrase.sentence].first
    opens = next((k for k in range(said - 1, start, -1) if "relative" in words[k].function and words[k].stem.startswith("ال")), -1)
    index = draft.at[opens - 1] if opens > start else -1
    if index < 0 or draft.phrases[index].actor is None or not words[opens + 1].finite or words[opens + 1].pronoun:
        return None
    actor = draft.phrases[index].actor
    return actor if actor is not None and actor.kind in _CITIZENS else None


def _who_says_besides(draft: Draft, phrase: Phrase) -> Actor | None:
    """Whoever does what a sentence tells, where he says the rest besides: "رد الوزير الكيني على اتهامات نظيره، قائلا إن | بلاده".

    He stands right behind his verb, and that behind no "that": "قال إنه استقبل الرئيس الروسي، مؤكدا أن | بلاده" is not Russia.
    """
    words, start = draft.words, draft.stretches[phrase.sentence].first
    near = range(phrase.first - 1, max(start, phrase.first - _TO_SAYING) - 1, -1)
    said = next((k for k in near if (words[k].sayings and tells_how(words[k])) or (words[k].finite and words[k].entries)), -1)
    if said < 0 or not (words[said].sayings and tells_how(words[said])):
        return None
    pronoun = draft.phrases[draft.pronoun_at[phrase.first]]
    for other in reversed(draft.phrases[: draft.at[phrase.first]]):
        if other.sentence != phrase.sentence:
            break
        verb = other.first - 1
        if other.pointing or other.prep or other.first >= said or verb < start or draft.at[verb] >= 0 or other.actor is None:
            continue
        told = words[verb].finite and words[verb].entries and not words[verb].pronoun
        under = verb > start and not {"subordinator", "relative"}.isdisjoint(words[verb - 1].function)
        if told and not under and other.actor.kind in _CITIZENS and agrees(other, pronoun.gender, pronoun.number, draft):
            return other.actor
    return None


_TO_SAYING: Final = 6
"""So many tokens before "his country" stands what he says besides, at most."""


def _served(draft: Draft, phrase: Phrase) -> Actor | None:
    """The state whose office he holds whom the pronoun likeliest means: "وزير خارجيتها سالم العلي … | بلاده"."""
    back = draft.phrases[draft.pronoun_at[phrase.first]].antecedent
    man = draft.phrases[back] if back >= 0 else phrase
    at = next((k for k in range(man.first, man.named_from) if k in draft.pronoun_at), -1) if man.kind == "person" else -1
    return _owner(draft, at, None) if at >= 0 and man.actor is not None and not man.actor.country else None


def _same_office(draft: Draft, index: int, actor: Actor) -> Actor:
    """A state's counterpart holds the office that was named last before him: "TUR.وزير", whoever calls him so."""
    phrase, state = draft.phrases[index], draft.lexicon.actors.get(actor.country)
    if state is None:
        return actor
    for other in map(draft.phrases.__getitem__, draft.before(index)):
        if other.sentence != phrase.sentence:
            break
        if other.kind not in ("organ", "person") or other.actor is None or not other.ref:
            continue
        organ = own_organ(draft, other)
        if organ is not None and organ.person:
            return actor_of(draft, state, organ, actor.name)
    return actor
