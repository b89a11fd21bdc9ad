"""What the actors of a document are called in its claims: in its own words, the fullest name first."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors.unnamed import body_of_ranks
from ahlaf.coding.nounphrases import places, wording
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.voices import firstperson
from ahlaf.coding.words import pronouns
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.model import End
from ahlaf.text.views import fold

_DESCRIBED: Final = frozenset(("nominal", "organ", "people"))
_COUNTED: Final = frozenset(("nominal", "organ", "name", "people"))
_NAMED: Final = frozenset(("name", "person", "organ", "people", "place", "nominal", "whoever"))


class Namer:
    """Names actors as the document does: the fullest name first, then the words on the spot.

    A state or person is called by the own name before whatever else it is called by: "الاحتلال الإيراني" is no name
    for Iran, and whose office is told by many words has a name all the same. What somebody is called besides comes
    last: "الفكر الداعشي" behind "داعش".
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._ends: dict[int, End] = {}
        """What was named already: one phrase is an end or a voice of many claims."""
        self._names: dict[str, list[str]] = {}
        states: dict[str, frozenset[str]] = {}
        ranks: dict[str, list[str]] = {}
        epithets: set[str] = set()
        self._own: dict[str, str] = {}
        """Of a person the longest name without titles."""
        self._we = [draft.text(at, at) for at, word in enumerate(draft.words) if word.fold == firstperson.WE][:1]
        """The author's "we" as the text writes it, where it does."""
        for phrase in draft.phrases:
            if phrase.actor is not None and phrase.kind in _NAMED and phrase.antecedent < 0:
                if places.meant(draft, phrase) is not phrase.actor:
                    continue  # "في الخرطوم" is no name for Sudan
                rank = phrase.kind == "nominal" and (not phrase.actor.known_by_text or body_of_ranks(draft, phrase) >= 0)
                rank = rank or (phrase.kind == "organ" and phrase.actor.kind == "state")  # "أمن الولايات المتحدة" is no name of hers
                names = (ranks if rank else self._names).setdefault(phrase.actor.id, [])
                words = wording.called(draft, phrase, named=True)
                if words not in names:
                    names.append(words)
                if phrase.kind == "name" and _is_epithet(draft, phrase):
                    epithets.add(words)
                if phrase.actor.kind == "state":
                    states[phrase.actor.id] = frozenset(fold(phrase.actor.name).split())
                own, known = wording.own_name(draft, phrase), self._own.get(phrase.actor.id, "")
                if len(own.split()) > len(known.split()):
                    self._own[phrase.actor.id] = own
        for ident, names in self._names.items():
            names.sort(key=lambda n: (n in epithets, -len(n.split())))
            names.extend(n for n in ranks.pop(ident, ()) if n not in names)  # "عناصر داعش" is no name before داعش
            if proper := states.get(ident) or frozenset(fold(self._own.get(ident, "")).split()):
                own_names = [n for n in names if proper <= set(fold(n).split())]
                names[:] = dict.fromkeys((*own_names, *names))

        self._names |= ranks

    def end(self, index: int) -> End:
        """One end of a claim, from its phrase."""
        if index not in self._ends:
            self._ends[index] = self._named(index)
        return self._ends[index]

    def state_of(self, index: int, pair: int, other: int) -> End:
        """The state for which somebody stands where "the two countries" means him and another: "الوزير | الكندي"; else he himself.

        He does so himself where both are the other end: "بحث الوزير ونظيره العلاقات بين البلدين".
        """
        draft, end = self._draft, self.end(index)
        if pair < 0:
            return end
        two = draft.phrases[pair]
        two = draft.phrases[two.antecedent] if two.pointing and two.antecedent >= 0 else two
        state = draft.lexicon.actors.get(end.actor.country)
        if index not in two.points or two.actor is None or two.actor.kind != "state" or end.actor.kind == "state" or state is None:
            return end
        if other not in (-1, pair) and index in members(draft, other):
            return end
        phrase = draft.phrases[index]
        own = (at for at in range(phrase.first, phrase.named_to + 1) if draft.words[at].nisba is not None)
        named = [draft.text(at, at) for at in own if draft.words[at].nisba.actor is state]  # type: ignore[union-attr]
        return End(state, tuple(dict.fromkeys((*named[:1], *end.names, wording.called(draft, two)))), end.span)

    def country_of(self, index: int) -> End:
        """The state of somebody where the text names it, for whoever calls his envoy home strikes that; else he himself."""
        end = self.end(index)
        state = self._draft.lexicon.actors.get(end.actor.country)
        if end.actor.kind != "person" or state is None or state.id not in self._names:
            return end
        return End(state, tuple(dict.fromkeys((*self._names[state.id][:2], *end.names))), end.span)

    def _named(self, index: int) -> End:
        phrase = self._draft.phrases[index]
        actor = phrase.actor
        assert actor is not None
        span = self._draft.span(phrase.first, phrase.named_to)
        spot = wording.called(self._draft, phrase)
        known = self._names.get(actor.id, ())
        if phrase.gender == pronouns.FIRST:
            names = [*known[:1], *(self._we if actor.name == firstperson.WE else ()), spot, *known[1:4]]
        else:
            names = [*known[:1], *([] if phrase.pointing else [spot]), *known[1:4]]
        if phrase.reach > phrase.last and phrase.kind in ("nominal", "organ"):
            names.append(wording.called(self._draft, phrase, short=True))
        if phrase.kind in _COUNTED and (many := wording.counted(self._draft, phrase)):
            names.append(many)
        if phrase.kind in _DESCRIBED and actor.known_by_text and (of := wording.told_apart(self._draft, phrase)):
            names.append(of)
        if not names:  # who is named within another's phrase alone: "قال وزير خارجية كندا | إنها", "قال قادة الحركة | إنها"
            names = [actor.name, spot] if phrase.pointing and (actor.kind == "state" or actor.known_by_text) else [spot]
        if own := self._own.get(actor.id):
            names.append(own)
        return End(places.meant(self._draft, phrase) or actor, tuple(dict.fromkeys(names)), span)

    def speaker(self, index: int) -> End:
        """One who speaks: a person by his name on the spot, else by his own where the text tells it, for titles make a voice long.

        A state speaks by the name that it has on the spot ("موسكو"), who holds an office by the office where the text has
        that alone, and whoever is only now brought in as he is there, with what tells of where or what he is ("مصادر طبية",
        "مصدر في الحزب", though the document knows other sources).
        """
        end = self.end(index)
        phrase = self._draft.phrases[index]
        if phrase.antecedent >= 0 and (phrase.pointing or not phrase.definite):  # "سالم، وهو | أستاذ قانون" is Salim
            phrase = self._draft.phrases[phrase.antecedent]
        first = ("" if phrase.pointing else wording.own_name(self._draft, phrase)) or self._own.get(end.actor.id)
        office = phrase.kind == "organ" and phrase.named_from < 0 and phrase.antecedent < 0
        new = wording.nameless(self._draft, phrase)
        if not phrase.pointing and (office or new or (first is None and end.actor.kind == "state")):
            first = wording.of_whose(self._draft, phrase) or wording.called(self._draft, phrase)
        return end if first is None else End(end.actor, tuple(dict.fromkeys((first, *end.names))), end.span)


def _is_epithet(draft: Draft, phrase: Phrase) -> bool:
    """Whether a row that gives an actor of the rule book more names has the name of a phrase, and not the actor's own row."""
    actor = phrase.actor
    if actor is None or actor.known_by_text or not phrase.ref:
        return False
    own = {name.ref for name in draft.lexicon.names.get(fold(actor.name).split()[0], ()) if name.actor is actor and name.text == actor.name}
    return bool(own) and phrase.ref not in own
