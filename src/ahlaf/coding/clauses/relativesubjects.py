"""Who does what a relative clause tells, and who it is that goes on with a verb of his own behind one."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.antecedents import agrees, are_persons
from ahlaf.coding.clauses.relatives import tells_of_the_deed
from ahlaf.coding.clauses.topics import alike, before_small, does, indefinite, takes_object, tenses, verbal, without_verb
from ahlaf.coding.clauses.verb import NOBODY, Ends, Verb
from ahlaf.coding.nounphrases import whoever
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import answers_if
from ahlaf.coding.words.kinds import BY_NAME, SOMEBODY_OR_NOUN
from ahlaf.coding.words.word import ADJECTIVE_KINDS


def in_relative(verb: Verb) -> Ends | None:
    """Who does what a relative clause tells: of whom it is told, or who stands behind where a pronoun takes him up.

    "الحزب الذي | يدعم كندا", "الفصائل التي تدافع عنها | إيران", and without a relative pronoun "فصائل | تدعم إيران".
    """
    head = _head(verb)
    if head < 0:
        return _any_one_who(verb)
    if not verb.may_tell_of(head):
        return None
    if (doer := max(_over_led(verb, head), _over_owned(verb, head))) >= 0:
        return doer, -1
    draft, at = verb.draft, verb.at
    themselves = verb.behind < 0 and (whoever.clause_of(draft, at) == head or of_another(draft, at, head))  # "ومن | يساندها"
    told = draft.words[_helped(draft, at)]
    if themselves or not told.pronoun:
        return verb.done_by(head)
    if told.of_verb(draft.lexicon.groups["undergoes"]):
        verb.taken = head
    return None


def _helped(draft: Draft, at: int) -> int:
    """The token of the verb that one of being right before it helps to tell, "كانت | تتلقاها"; of any other its own."""
    words = draft.words
    helps = words[at].of_verb(draft.lexicon.groups["being"]) and at + 1 < len(words) and words[at + 1].finite and not words[at + 1].conj
    return at + 1 if helps else at


def _head(verb: Verb) -> int:
    """The phrase before the relative pronoun that opens the verb's clause; none for "المنظمة التي اتهم الرئيس سوريا بدعمها"."""
    draft = verb.draft
    for position in range(verb.at - 1, max(verb.start - 1, verb.at - 4), -1):
        word = draft.words[position]
        if draft.at[position] >= 0 and draft.phrases[draft.at[position]].kind == whoever.KIND:
            phrase = draft.phrases[draft.at[position]]
            return phrase.antecedent if phrase.antecedent >= 0 else draft.at[position]
        if word.kind == "func" and word.describes_before:
            if verb.behind >= 0 and answers_if(draft, position):
                return -1
            if word.stem == "التي" and all(gender == "m" for gender, _ in verb.third):
                return -1
            if (first := _of_the_first(draft, position, verb.start)) >= 0:
                return first
            for back in range(position - 1, max(verb.start - 1, position - 5), -1):
                if (index := draft.at[back]) >= 0:
                    if back == position - 1 and tells_of_the_deed(draft, position, index):
                        return -1
                    alone = _alone(draft, index, word.stem) or does_to_the_joined(draft, verb.at, index)
                    return index if alone else draft.lead(index)
                if back in draft.pronoun_at and draft.words[back].kind == "func":
                    return draft.phrases[draft.pronoun_at[back]].antecedent
                if draft.words[back].verb:
                    break
            return -1
        if word.kind != "func":
            return -1
    return -1


def _of_the_first(draft: Draft, relative: int, start: int) -> int:
    """Of whom several relative clauses tell that "and" joins, for one behind the first: "الفصائل | التي دعمت كندا والتي هاجمت"; else -1."""
    words = draft.words
    if words[relative].conj != "و":
        return -1
    for at in range(relative - 1, max(start, relative - _JOINED), -1):
        if words[at].kind == "punct" and words[at].bare not in "،,":
            return -1
        if words[at].stem == words[relative].stem and not words[at].conj:
            return draft.at[at - 1]
    return -1


_JOINED: Final = 15
"""So many tokens before a relative clause stands the first that it is joined to, at most."""


def _over_led(verb: Verb, head: int) -> int:
    """Who does what a relative clause tells where a preposition takes up whom it is told of: "الفصائل التي تدافع عنها | إيران"; else -1.

    He stands right behind, needs no preposition, and agrees with the verb: "المنظمة التي انسحبت منها | كينيا". A thing or a deed
    there is rather what is done: "الدولة التي شنت عليها | الحرب".
    """
    draft, at, words = verb.draft, verb.at, verb.draft.words
    led = at + 1 if at + 1 < len(words) and words[at + 1].pronoun else at + 2
    if led + 1 >= len(words) or "prep" not in words[at + 1].function or not words[led].pronoun:
        return -1
    back, index = draft.pronoun_at.get(led, -1), draft.at[led + 1]
    if back < 0 or index < 0 or draft.sentence_of[led + 1] != draft.sentence_of[at]:
        return -1
    pronoun, phrase = draft.phrases[back], draft.phrases[index]
    if phrase.first != led + 1 or phrase.prep or words[phrase.first].conj or phrase.kind not in SOMEBODY_OR_NOUN or not _named(phrase):
        return -1
    if words[phrase.first].pronoun and takes_object(draft, at):
        return -1  # "من يقتل له | خصمه"
    taken = alike(draft, draft.phrases[head], [(pronoun.gender, pronoun.number)])
    return index if taken and verb.agrees_with(phrase) else -1


def _over_owned(verb: Verb, head: int) -> int:
    """Who does what a relative clause tells where its object takes up whom it is told of: "كينيا التي قصفت | كندا مدنها"; else -1."""
    draft, at, words = verb.draft, verb.at, verb.draft.words
    index = draft.at[at + 1] if at + 1 < len(words) else -1
    if words[at].pronoun or index < 0 or not takes_object(draft, at):
        return -1
    phrase = draft.phrases[index]
    own = phrase.named_to + 1
    if phrase.first != at + 1 or phrase.prep or words[phrase.first].conj or phrase.kind not in BY_NAME or own >= len(words):
        return -1
    noun, back = words[own], draft.pronoun_at.get(own, -1)
    owned = back >= 0 and draft.at[own] >= 0 and not (noun.conj or noun.prep)
    if not owned or draft.sentence_of[own] != draft.sentence_of[at]:
        return -1
    pronoun = draft.phrases[back]
    taken = alike(draft, draft.phrases[head], [(pronoun.gender, pronoun.number)])
    return index if taken and verb.agrees_with(phrase) else -1


def happened(verb: Verb) -> Ends | None:
    """Nobody does what happened: "ما | جرى"."""
    draft, at, word = verb.draft, verb.at, verb.draft.words[verb.at]
    what = verb.behind < 0 and at > verb.start and draft.words[at - 1].stem == "ما" and not word.pronoun
    return NOBODY if what and word.of_verb(draft.lexicon.groups["befalls"]) else None


def _named(phrase: Phrase) -> bool:
    """Whether a phrase has an article, a pronoun, or is a name: whoever else stands behind a verb may be what is done to."""
    return phrase.definite or phrase.kind in BY_NAME


def _alone(draft: Draft, index: int, relative: str) -> bool:
    """Whether a relative pronoun of one tells of the last of several only, who is one: "مصر والإمارات | التي تمول كينيا"."""
    phrase, lead = draft.phrases[index], draft.lead(index)
    if lead == index:
        return False
    if relative == _RELATIVES["f"] and phrase.number == "p" and not _of_people(draft, phrase):
        others = any(p.group == lead and _of_people(draft, p) for p in draft.phrases[lead:index])  # "أوباما والدول | التي"
        return others or tells_which(draft, index)
    joined = phrase.kind in BY_NAME and phrase.number == "s"
    return joined and relative in _RELATIVES.values() and relative == _RELATIVES.get(phrase.gender, relative)


def tells_which(draft: Draft, index: int) -> bool:
    """Whether a clause behind the last of several says which they are, who are only called by their kind: "كندا والدول | التي تهاجم".

    The names before him need no telling which; nor do "المملكة ودول الخليج | التي".
    """
    phrase, lead = draft.phrases[index], draft.lead(index)
    kind = phrase.kind not in BY_NAME and phrase.number == "p" and draft.words[phrase.head].definite
    return kind and lead != index and all(p.kind in BY_NAME for p in draft.phrases[lead:index] if p.group == lead)


def does_to_the_joined(draft: Draft, at: int, index: int) -> bool:
    """Whether a verb tells of the last of several, who agrees with it, what he does to another of them: "الحزب والدول | التي تدعمه"."""
    lead, phrase = draft.lead(index), draft.phrases[index]
    whom = _pronoun_soon(draft, at)
    if lead == index or whom < 0 or phrase.kind not in SOMEBODY_OR_NOUN or (phrase.actor is not None and phrase.actor.kind in _GROUND):
        return False
    gender, number = draft.phrases[whom].gender, draft.phrases[whom].number
    return any(p.group == draft.phrases[lead].group and agrees(p, gender, number, draft) for p in draft.phrases[lead:index])


def of_another(draft: Draft, at: int, head: int) -> bool:
    """Whether the pronoun on a relative clause's verb does not mean whom the clause tells of, who so does it: "الدول | التي تدعمه"."""
    whom, before = draft.pronoun_at.get(at, -1), draft.at[at - 1]
    if whom < 0:
        return False
    pronoun = draft.phrases[whom]
    known = before >= 0 and draft.phrases[before].kind == whoever.KIND
    if known and (draft.phrases[before].antecedent >= 0 or pronoun.number == "p"):
        return False  # "وهو من | يمدها" tells of "who", and he is known; "مع من | وصفهم بالفاسدين" may be several
    return not agrees(draft.phrases[head], pronoun.gender, pronoun.number, draft) or does_to_the_joined(draft, at, head)


def _pronoun_soon(draft: Draft, at: int) -> int:
    """The pronoun on a verb, or on a preposition right behind it: "تدعمه", "تقف | خلفه"; else -1."""
    found = draft.pronoun_at.get(at, -1)
    led = at + 1 < len(draft.words) and "prep" in draft.words[at + 1].function
    return draft.pronoun_at.get(at + 1, -1) if found < 0 and led else found


_GROUND: Final = frozenset(("city", "region", "province", "camp", "base"))


def _of_people(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is of a man or of persons, of whom together with others "الذين" would be said."""
    return is_human(phrase) or (phrase.actor is not None and phrase.actor.kind == "person") or are_persons(draft, phrase)


def _any_one_who(verb: Verb) -> Ends | None:
    """Somebody unknown right before a verb that tells of him, "هاجم الجيش فصائل | تدعم إيران".

    Behind what is indefinite no relative pronoun stands. Where he is what the verb does something to, or whose that is, a
    pronoun takes him up: "دولة تدعمها روسيا", "دولة تحتل سوريا أراضيها". Where nobody else does it, he does it to whom the
    pronoun means: "أمام رئيس كندي | يلومه على الحرب", "خصما | يهددها".
    """
    draft, at = verb.draft, verb.at
    word, index = draft.words[at], draft.at[at - 1] if at > verb.start else -1
    if index < 0 or word.conj or word.prep or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return None
    index = _over_place(draft, index)
    phrase = draft.phrases[index]
    if not _unknown(draft, phrase) or draft.lead(index) != index:
        return None
    if word.pronoun:
        alone = verb.behind < 0 and phrase.actor is not None and tenses(draft, at) == {"imperfect"}
        return verb.done_by(index) if alone and alike(draft, phrase, verb.third) else None
    if any(other.pronoun for other in draft.words[at + 1 : at + 4]):
        return None
    if does(verb) and _amid_opening(draft, phrase, verb.behind, verb.start):
        return None
    return verb.done_by(index) if alike(draft, phrase, verb.third) else None


def _over_place(draft: Draft, index: int) -> int:
    """Somebody unknown before the place where he is: "دعت إلى | تحالف في الرياض ضم دولا"; else the phrase itself."""
    place = draft.phrases[index]
    back = draft.at[place.first - 2] if place.first > 1 and draft.words[place.first - 1].stem == "في" else -1
    before = draft.phrases[back] if back >= 0 else None
    known = place.kind in ("place", "name") and before is not None and before.sentence == place.sentence
    return back if known and before is not None and before.kind == "nominal" and _unknown(draft, before) else index


def _unknown(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is of somebody who is not known: "فصائل", "رئيس كندي"; "رئيس كندا" is."""
    words = draft.words
    if phrase.kind == "organ":
        last = words[phrase.last]
        return phrase.last > phrase.first and last.nisba is not None and not (last.definite or words[phrase.first].definite)
    return phrase.kind == "nominal" and not phrase.definite and not words[phrase.head].definite


def _amid_opening(draft: Draft, phrase: Phrase, behind: int, start: int) -> bool:
    """Whether somebody stands at the end of what a sentence opens with, before its verb: "في لقاء مع | صحفي اتهم الوزير روسيا".

    What opens it begins with a preposition and has no verb. Where the sentence's verb stands behind who follows, the one
    before him tells of somebody: "خلال زيارة إلى | دولة تدعم كندا حذر الوزير".
    """
    words, opener, after = draft.words, start, draft.phrases[behind].named_to + 1
    while opener < phrase.first and words[opener].kind == "punct":
        opener += 1
    parted = any("subordinator" in word.function or word.kind == "punct" for word in words[opener + 1 : phrase.first])
    if parted or not (words[opener].prep or "prep" in words[opener].function):
        return False
    if any(verbal(draft, k) and "prep" not in words[k - 1].function for k in range(opener + 1, phrase.first)):
        return False  # but "بعد طرد" is no verb
    return after >= len(words) or not (draft.verb_at(after) and not words[after].conj)


def does_of_a_thing(verb: Verb) -> bool:
    """Whether a relative clause tells what a thing does that is nobody: "الميثاق الذي أسس | التحالف" has him as its object.

    Not where a pronoun behind takes the thing up: "الحزب الذي اعتقل الجيش قادته".
    """
    draft, at = verb.draft, verb.at
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.pronoun or word.reports or not takes_object(draft, at):
        return False
    if not any(before.stem == _RELATIVES.get(gender) for gender, _ in verb.third):
        return False
    last = draft.phrases[verb.behind].last
    return not any(other.pronoun for other in draft.words[last + 1 : last + 3])


_RELATIVES: Final = {"m": "الذي", "f": "التي"}


def taken_up(verb: Verb) -> Ends | None:
    """The noun before a relative clause whose own verb comes after it: "الحزب الذي يقوده أردوغان ينتقد أوروبا".

    One that has its object in a pronoun may have its subject behind it: "الحزب الذي يقوده أردوغان خذله | الوزير".

    The clause may have no relative pronoun, "وفد يضم ممثلين عن حماس | التقى الوزير". The noun has no verb before it in its
    clause, the relative one has its verb, and nothing between begins a clause of another kind.
    """
    draft, at = verb.draft, verb.at
    words, word = draft.words, draft.words[at]
    last = before_small(draft, at)
    governed = words[last].kind == "func" and not words[last].pronoun
    if word.conj or (word.pronoun and verb.behind >= 0) or last <= verb.start or governed or (words[last].finite and draft.at[last] < 0):
        return None
    later = at
    for position in range(last, verb.start, -1):
        here = words[position]
        if "subordinator" in here.function or (here.kind == "punct" and here.bare not in "،,"):
            return None
        if verbal(draft, position):
            if later < at and not words[later].conj:
                return None
            later = position
        index = draft.at[position - 1]
        if index < 0 or draft.phrases[draft.lead(index)].prep or later == at:
            continue
        relative = here.describes_before
        own = draft.subject_of.get(position, -1) == draft.lead(index) or bool(here.pronoun)  # "ميليشيا تمولها إيران | هاجمت"
        bare = later == position and own and indefinite(draft, draft.phrases[index])
        if relative or bare:
            head = draft.lead(index)
            first = draft.phrases[head].first
            anew = words[first].conj == "و" and first > verb.start and words[first - 1].bare in "،,"  # "…، والجزائر التي تدعمها تنتظر"
            clear = anew or without_verb(draft, first, verb.start)
            return verb.done_by(head) if clear and verb.may_tell_of(head) else None
        if "relative" in here.function:
            return None
    return None


def described(verb: Verb) -> Ends | None:
    """The phrase before a verb of whom a participle says to whom he is tied: "فصائل | مدعومة من تركيا تهاجم القرية".

    Whoever stands behind the participle has an article or is a name, else the verb may tell of him.
    """
    draft, at = verb.draft, verb.at
    last = before_small(draft, at)
    tied = draft.lead(draft.at[last]) if last > verb.start and draft.at[last] >= 0 else -1
    if draft.words[at].conj or tied < 0 or draft.phrases[tied].prep not in TIED_BY or indefinite(draft, draft.phrases[tied]):
        return None
    led = draft.phrases[tied].first - 1
    if led < verb.start:
        return None
    led -= led > verb.start and draft.words[led].kind == "func" and not draft.words[led].pronoun
    index = draft.at[led] if draft.at[led] >= 0 else draft.at[led - 1] if led > verb.start else -1
    says = not draft.words[led].masdar and any(e.kind in ADJECTIVE_KINDS and e.lexeme.senses for e in draft.words[led].entries)
    if index < 0 or not says or draft.phrases[index].first == led:
        return None
    phrase = draft.phrases[draft.lead(index)]
    told = not phrase.prep and phrase.kind in SOMEBODY_OR_NOUN and alike(draft, phrase, verb.third)
    return verb.done_by(draft.lead(index)) if told else None


TIED_BY: Final = frozenset(("ل", "من", "ب", "مع"))
"""What leads from a participle to whom it names: "موالية ل", "مدعومة من", "مرتبطة ب", "متحالفة مع"."""


def over_relative(verb: Verb) -> int:
    """Who did something and, behind a clause on whom he did it to, does more: "اعتقل الجيش | خلية تخطط لهجمات وقتل"; else -1.

    The clause tells of now or of what was going on, the two verbs of then.
    """
    draft, at, words = verb.draft, verb.at, verb.draft.words
    if words[at].conj != "و" or words[at].pronoun or tenses(draft, at) != {"perfect"}:
        return -1
    inside = -1
    for position in range(at - 1, verb.start - 1, -1):
        word = words[position]
        if "subordinator" in word.function or (word.kind == "punct" and word.bare not in "،,"):
            return -1
        if not verbal(draft, position) or _being(draft, position):
            continue
        if tenses(draft, position) == {"imperfect"} and inside in (-1, position + 1):
            if not _opens_relative(draft, position):
                return -1
            inside = position
            continue
        subject = draft.subject_of.get(position, -1)
        if inside < 0 or subject < 0 or tenses(draft, position) != {"perfect"} or draft.phrases[subject].last >= inside - 1:
            return -1
        return subject if verb.may_tell_of(subject) else -1
    return -1


def _being(draft: Draft, at: int) -> bool:
    return any(e.lexeme.folded in draft.lexicon.groups["being"] for e in draft.words[at].entries)


def _opens_relative(draft: Draft, at: int) -> bool:
    """Whether a verb begins what is said of the noun before it: "الجماعة التي | تحكم", "خلية كانت | تخطط"."""
    position = before_small(draft, at)
    while position and verbal(draft, position) and _being(draft, position):
        position -= 1
    if draft.words[position].describes_before:
        return True
    index = draft.at[position]
    return index >= 0 and indefinite(draft, draft.phrases[index])
