"""Who is meant: actors of phrases, coordination and lists, and what pronouns and general words point back to.

Nothing here is sure; each answer is the nearest that agrees. The order matters: actors first, then
coordination, then lists of examples, then pronouns and definite general words (:mod:`.generalwords`), each in its turn.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors import coordination, generalwords, homelands, homonyms, identity, knownas, officeholders, saidtobe, shortnames
from ahlaf.coding.actors.generalwords import lead
from ahlaf.coding.actors.homes import origin
from ahlaf.coding.clauses.antecedents import LIKELY, antecedents
from ahlaf.coding.finding import another, apposition
from ahlaf.coding.names import lastnames
from ahlaf.coding.nounphrases import ordinals, places, shared_heads, whoever, whosepeople
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import Actor


def resolve(draft: Draft) -> None:
    """Give every phrase an actor, and its links to other phrases."""
    homonyms.settle(draft)
    shortnames.settle(draft)
    identity.settle(draft)
    lastnames.settle(draft)
    shared_heads.divide(draft)
    another.settle(draft)
    apposition.join(draft)
    officeholders.settle(draft)
    ordinals.settle(draft)
    coordination.join(draft)
    places.settle(draft)
    _point_back(draft)
    homelands.settle(draft)
    whoever.settle(draft)
    knownas.settle(draft)


def _point_back(draft: Draft) -> None:
    _to_what_was_named(draft)
    for phrase in draft.phrases:  # who was named behind a pronoun is known by now
        if phrase.pointing and phrase.antecedent > 0 and draft.phrases[phrase.antecedent].first > phrase.first:
            phrase.actor = draft.phrases[phrase.antecedent].actor


def _to_what_was_named(draft: Draft) -> None:
    for index, phrase in enumerate(draft.phrases):
        if phrase.pointing and (whose := _speaks_for(draft, index) or _whose_they_are(draft, index)) is not None:
            phrase.actor = whose
            named = (back for back in draft.before(index) if draft.phrases[back].kind in _CALLED and draft.phrases[back].actor is whose)
            phrase.antecedent = next(named, -1)
            continue
        if phrase.pointing:
            _settle_pronoun(draft, index)
        elif index in draft.of_several:
            if (one := ordinals.named(draft, index)) >= 0:
                lead(draft, index, one)
        elif phrase.kind in ("nominal", "organ") and (told := saidtobe.whom(draft, index)) >= 0:
            lead(draft, index, told if draft.phrases[told].antecedent < 0 else draft.phrases[told].antecedent)
        elif not generalwords.points_to_several(draft, index):
            generalwords.settle(draft, index)


_CALLED: Final = ("name", "nominal", "organ")


def _settle_pronoun(draft: Draft, index: int) -> None:
    """Whom a pronoun may mean, and whom it does."""
    phrase = draft.phrases[index]
    about = ordinals.goes_on_about(draft, phrase.first, phrase.gender) if phrase.number == "s" else -1
    phrase.antecedents = (about,) if about >= 0 else antecedents(draft, index, phrase.gender, phrase.number)
    if about < 0 and (again := _told_again(draft, index)) >= 0:
        phrase.antecedents = (again, *(one for one in phrase.antecedents if one != again))[:LIKELY]
    if phrase.antecedents:
        lead(draft, index, phrase.antecedents[0])


def _speaks_for(draft: Draft, index: int) -> Actor | None:
    """The state in whose name a man speaks of "her" right behind his office: "قال وزير خارجية كندا | إنها تدعم كينيا"; else None."""
    pronoun, words = draft.phrases[index], draft.words
    office = draft.phrases[index - 1] if index else pronoun
    beside = pronoun.gender == "f" and pronoun.number == "s" and words[pronoun.first].stem == "ان" and office.named_to + 1 == pronoun.first
    if not beside or office.kind != "organ" or office.gender != "m" or office.first == office.last or not words[office.first - 1].reports:
        return None
    state = origin(draft, office) if words[office.last].nisba is None or _IN_NAME_OF in draft.folded(office.first, office.last) else None
    return state if state is not None and state.kind == "state" else None


_IN_NAME_OF: Final = "باسم"


def _whose_they_are(draft: Draft, index: int) -> Actor | None:
    """Whose somebody is that says something of "him" or "her" who is not himself: "قال قادة الحركة | إنها"; else None.

    That it is another the verb tells, which is of the speaker's gender, or the speaker's number: "يؤكد أنصار الحزب | أنه".
    """
    pronoun, words = draft.phrases[index], draft.words
    people = draft.phrases[index - 1] if index else pronoun
    beside = words[pronoun.first].stem == "ان" and people.named_to + 1 == pronoun.first and people.sentence == pronoun.sentence
    verb = words[people.first - 1] if people.first else words[pronoun.first]
    if not beside or pronoun.number != "s" or people.kind not in ("nominal", "organ") or people.prep or not verb.reports:
        return None
    many = people.number == "p" and pronoun.gender == "m"
    if not many and pronoun.gender in {e.gender for e in verb.third}:
        return None
    whose = whosepeople.owner(draft, people) if people.last > people.first else None
    if whose is None or whose.actor is None or whose.last != people.last or whose.actor.kind == "person":
        return None
    own = "f" if whose.actor.kind == "state" else words[whose.first].gender
    return whose.actor if not own or own == pronoun.gender else None


def _told_again(draft: Draft, index: int) -> int:
    """Whom a pronoun meant that began a clause as this one does: "فهي التي سلحت كينيا، | وهي التي هاجمت أوغندا"; else -1."""
    one = draft.phrases[index]
    if draft.words[one.first].conj != "و" or not _is_who(draft, one):
        return -1
    for back in draft.before(index):
        other = draft.phrases[back]
        if one.sentence - other.sentence > 1:
            break
        alike = other.pointing and (other.gender, other.number) == (one.gender, one.number)
        if alike and other.antecedent >= 0 and _is_who(draft, other):
            return other.antecedent
    return -1


def _is_who(draft: Draft, pronoun: Phrase) -> bool:
    """Whether a pronoun stands alone before a relative one, another word between at most: "هي | التي", "هو كذلك | الذي".

    Of "هو | من" :mod:`~ahlaf.coding.nounphrases.whoever` knows.
    """
    words = draft.words
    if "pronoun" not in words[pronoun.first].function:
        return False
    return any(word.describes_before for word in words[pronoun.first + 1 : pronoun.first + 3])
