"""Which words stand in a relative clause, and whom it describes: "إيران، التي تدعم الحوثيين، …", "ميليشيا تمولها إيران …"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Clause, Draft
from ahlaf.coding.words.kinds import ANYBODY, BY_NAME

_SMALL: Final = 3
"""So many tokens, such as قد and لم, may stand between a relative pronoun and its verb."""
_ASIDE: Final = 16
"""So many tokens may stand between the two commas of a clause that is set apart."""
_IT: Final = frozenset(("ه", "ها"))
"""The pronouns that may mean a thing, or several."""


def find(draft: Draft) -> None:
    """Fill ``draft.within``: what is the verb's subject or object there, or stands between the commas that set the clause apart.

    Only clauses that describe somebody: in "رفض السياسات التي تنتهجها إيران" who refuses refuses Iran.
    """
    for verb in sorted({*draft.subject_of, *draft.object_of}):
        clause = clause_of(draft, verb)
        if clause is None:
            continue
        own = {table.get(verb, -1) for table in (draft.subject_of, draft.object_of)}
        for index in own | _between_commas(draft, clause):
            phrase = draft.phrases[index]
            if index >= 0 and phrase.first > verb and not phrase.pointing:
                draft.within.setdefault(index, clause)


def clause_of(draft: Draft, verb: int) -> Clause | None:
    """The relative clause that a verb begins, where it describes somebody; else none."""
    first = verb
    for at in range(verb - 1, max(verb - 1 - _SMALL, -1), -1):
        word = draft.words[at]
        if draft.at[at] >= 0 or word.kind != "func":
            break
        if word.describes_before:
            first = at
            break
    if draft.words[first].conj == "و" and (alike := _opened_alike(draft, first)) is not None:
        return Clause(alike.head, first, verb)
    before = first - 2 if first and draft.words[first - 1].bare in "،," else first - 1
    head = draft.at[before] if before >= 0 else -1
    if head < 0 or draft.phrases[head].sentence != draft.sentence_of[verb] or _joined(draft, first, before):
        return None
    if tells_of_the_deed(draft, first, head):
        return None
    lead = draft.lead(head)
    phrase = draft.phrases[head]
    if phrase.kind not in ANYBODY or phrase.actor is None or draft.phrases[lead].prep == "في":
        return None  # what is done "في سجن تديره المخابرات" they do
    if first == verb:  # a noun without its article needs no relative pronoun; the verb takes it up
        subject = draft.subject_of.get(verb, -1)
        taken_up = bool(draft.words[verb].pronoun) and subject >= 0 and draft.phrases[subject].first > verb
        described = draft.word_before(phrase.first)
        if described is not None and described.kind == "noun" and not described.definite and draft.at[phrase.first - 1] < 0:
            return None  # "في هجوم | مسلح نفذه متطرف"
        if draft.words[phrase.head].definite or phrase.kind in BY_NAME or not taken_up or before != verb - 1:
            return None
    return Clause(lead, first, verb)


def tells_of_the_deed(draft: Draft, relative: int, doer: int) -> bool:
    """Whether a relative clause is on a deed, and not on who did it, right before it: "قصف كندا | الذي تعرضت له كينيا".

    By its gender the relative pronoun cannot mean him, and right before him stands what it can mean.
    """
    phrase, word = draft.phrases[doer], draft.words[draft.phrases[doer].first - 1]
    other = _OTHER_GENDER.get(draft.words[relative].stem)
    if not phrase.first or other is None or phrase.kind not in BY_NAME or (phrase.gender, phrase.number) != (other, "s"):
        return False
    deed = word.masdar or any(e.kind in ("masdar", "noun") and e.lexeme.senses for e in word.entries)
    free = not (word.definite or word.pronoun or phrase.prep)
    return deed and free and word.bare.endswith("ة") == (other == "m")


_OTHER_GENDER: Final = {"الذي": "f", "التي": "m"}
"""The gender of one who is not meant by a relative pronoun of one."""


def verb_of_clause(draft: Draft, noun: int, far: int = 1) -> int:
    """The verb of the relative clause on the noun at a token, small words and being stepped over; -1 for none.

    "الغارات | التي تشنها كندا", "الضربات | التي كانت تتلقاها القوات". The clause begins no more than ``far`` tokens behind the noun, which
    more than one lets its adjectives stand between.
    """
    words, end = draft.words, draft.stretches[draft.sentence_of[noun]].end
    for at in range(noun + 1, min(end, noun + 1 + far)):
        if words[at].kind == "punct" and words[at].bare in "،؛:":
            break
        if "relative" in words[at].function:
            clause = range(at + 1, min(end, at + 1 + _SMALL))
            first = next((k for k in clause if words[k].kind != "func" and not words[k].of_verb(draft.lexicon.groups["being"])), -1)
            return first if first >= 0 and words[first].finite else -1
    return -1


def _opened_alike(draft: Draft, at: int) -> Clause | None:
    """The relative clause before it with the same pronoun, to which و joins one: "كندا التي تدعم الحزب، | والتي تحارب كينيا"."""
    words, start = draft.words, draft.stretches[draft.sentence_of[at]].first
    opening = next((k for k in range(at - 1, start - 1, -1) if words[k].describes_before), -1)
    if opening < 0 or words[opening].stem != words[at].stem:
        return None
    verb = next((k for k in range(opening + 1, min(opening + 1 + _SMALL, at)) if k in draft.subject_of), -1)
    return clause_of(draft, verb) if verb >= 0 else None


def _joined(draft: Draft, first: int, before: int) -> bool:
    """Whether a clause is joined to something else than, with a comma, to whom it describes: "كينيا، | والتي تدعم الحزب"."""
    word, start = draft.words[first], draft.stretches[draft.sentence_of[first]].first
    opened = any(earlier.describes_before for earlier in draft.words[start:first])
    return bool(word.conj) and (opened or before != first - 2 or word.conj != "و")


def _between_commas(draft: Draft, clause: Clause) -> set[int]:
    """What stands in a clause that a comma opens and another closes."""
    if not clause.first or draft.words[clause.first - 1].bare not in "،,":
        return set()
    inside: set[int] = set()
    for at in range(clause.verb, min(clause.verb + _ASIDE, draft.stretches[draft.sentence_of[clause.verb]].end)):
        if draft.words[at].bare in "،,":
            return inside
        if draft.at[at] >= 0:
            inside.add(draft.at[at])
    return set()


def head_before(draft: Draft, verb: int) -> int:
    """Whom or what a relative pronoun right before a verb describes: "كينيا التي | تدعمها كندا", "«الحركة»، التي كان | أسسها"; or -1."""
    words = draft.words
    for at in range(verb - 1, max(verb - 1 - _SMALL, 0), -1):
        if words[at].describes_before:
            before = at - 1 - (words[at - 1].bare in _CLOSES)
            head = draft.at[before] if before >= 0 and not words[at].conj and draft.sentence_of[before] == draft.sentence_of[verb] else -1
            return head if head >= 0 and draft.phrases[head].named_to in (before, at - 1) else -1
        if draft.at[at] >= 0 or words[at].kind != "func":
            return -1
    return -1


_CLOSES: Final = '،,"»”)'
"""What may stand between somebody and the relative pronoun that describes him."""


def takes_up_a_thing(draft: Draft, verb: int) -> bool:
    """Whether the pronoun of a verb means the thing right before it, which the clause describes: "خطة | تعارضها كندا".

    A thing without its article needs no relative pronoun, and who does what the clause says stands behind the verb.
    """
    word, thing = draft.words[verb], draft.words[verb - 1]
    if not verb or draft.sentence_of[verb - 1] != draft.sentence_of[verb]:
        return False
    if thing.kind != "noun" or thing.definite or thing.pronoun or thing.finite or thing.bare.endswith("يا"):
        return False
    if not (word.verb and word.pronoun in _IT) or word.conj or word.prep:
        return False
    index, subject = draft.at[verb - 1], draft.subject_of.get(verb, -1)
    nobody = index < 0 or draft.phrases[index].kind not in ANYBODY
    return nobody and subject >= 0 and draft.phrases[subject].first > verb
