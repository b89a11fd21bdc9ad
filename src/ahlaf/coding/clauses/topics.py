"""Whom a finite verb means who stands before it: the topic of its sentence, a pronoun, whoever is told to do it.

The heads of relative clauses are found by :mod:`.relativesubjects`.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.antecedents import are_persons, may_do
from ahlaf.coding.clauses.verb import Ends, Verb
from ahlaf.coding.nounphrases.openings import main_subject
from ahlaf.coding.nounphrases.phrases import tells_how_many
from ahlaf.coding.nounphrases.verbhood import goes_on
from ahlaf.coding.words import questions
from ahlaf.coding.words.agreement import PLURALS, is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import opens_topic
from ahlaf.coding.words.kinds import SOMEBODY, SOMEBODY_OR_NOUN, THINGS
from ahlaf.coding.words.pronouns import FREE
from ahlaf.coding.words.word import THIRD
from ahlaf.lexicon.names import bare_article


def asks_who(draft: Draft, at: int, start: int) -> bool:
    """Whether a verb asks who does it, to whom stands behind it: "فمن | يحمي لبنان؟", "لا نعرف من | يمول الحزب"."""
    words, who = draft.words, at - 1
    if who < start or words[who].fold not in _WHO or words[who].pronoun or not (draft.verb_at(at) and takes_object(draft, at)):
        return False
    return questions.asks_who(draft, who)


_WHO: Final = ("من", "ومن", "فمن", "عمن")


def right_before(verb: Verb) -> Ends | None:
    """The phrase that ends right before a verb and agrees with it in full: "العراق يحارب داعش"; a verb with و has none."""
    draft, at = verb.draft, verb.at
    word = draft.words[at]
    if word.conj or at <= verb.start:
        return None
    index = _over_where(draft, draft.at[before_small(draft, at, verb.start)])
    if index < 0:
        return None
    phrase = draft.phrases[index]
    lead = draft.phrases[draft.lead(index)]
    if lead.prep or phrase.kind in ("nisba", "thing", "act"):
        return None
    before = draft.words[lead.first - 1]
    if lead.first and before.prep and before.masdar and draft.at[lead.first - 1] < 0 and does(verb):
        return None  # "لمواجهة إيران | أرسلت واشنطن سفنا"
    opens = lead.first - verb.start <= 1 or before.kind in ("punct", "func", "number") or draft.words[lead.first].conj == "و"
    if word.pronoun and does(verb):
        return None  # "إيران تدعمها | روسيا"
    some = lead.number == "p" and "quantifier" in before.function and ("m", "s") in verb.third  # "بعض حلفائها | يدعمه"
    return verb.done_by(draft.lead(index)) if opens and (some or alike(draft, phrase, verb.third)) else None


def _over_where(draft: Draft, index: int) -> int:
    """Somebody before the body of which he is a part, or the place where he is: "كل الدول في | التحالف تحارب"; else the phrase itself."""
    where = draft.phrases[draft.lead(index)] if index >= 0 else None
    if where is None or where.prep != "في" or where.first < 2 or draft.words[where.first - 1].stem != "في":
        return index
    back = draft.at[where.first - 2]
    return back if back >= 0 and draft.phrases[back].sentence == where.sentence and draft.phrases[back].kind in SOMEBODY_OR_NOUN else index


def alike(draft: Draft, phrase: Phrase, third: list[tuple[str, str]]) -> bool:
    """Whether a verb agrees in full with somebody before it, whom it may take for things."""
    return any(may_do(phrase, g, n, draft) for g, n in third) or (("f", "s") in third and _as_things(draft, phrase))


def _as_things(draft: Draft, phrase: Phrase) -> bool:
    """Whether a verb may take people for things, whose plural is feminine singular: "الأقليات | تعاني", but not "المهاجرون"."""
    broken = phrase.number == "p" and phrase.gender != "m" and not draft.words[phrase.head].bare.endswith(PLURALS)
    return broken and phrase.kind == "nominal"


def as_for(verb: Verb) -> Ends | None:
    """Of whom a clause says that it tells, where its verb stands behind ف: "أما | الإمارات فتدعم خصومها"."""
    draft, at = verb.draft, verb.at
    words, begins = draft.words, before_small(draft, at) + 1
    if words[begins].conj != "ف":
        return None
    opener = next((k for k in range(begins - 2, max(verb.start - 1, begins - _AS_FOR), -1) if opens_topic(draft, k)), -1)
    index = draft.at[opener + 1] if opener >= 0 else -1
    if index < 0 or draft.phrases[index].prep or (words[at].pronoun and does(verb)):
        return None
    return verb.done_by(draft.lead(index)) if verb.may_tell_of(draft.lead(index)) else None


_AS_FOR: Final = 24
"""So many tokens before its verb stands what a clause tells of, at most."""


def over_aside(verb: Verb) -> Ends | None:
    """The name that opens a sentence, where commas set apart what is said of it.

    "أحمد أبو الغيط، الأمين العام للجامعة، انتقد إيران".
    """
    draft, at = verb.draft, verb.at
    index = draft.at[verb.start]
    last = before_small(draft, at)
    if index < 0 or draft.words[at].conj or draft.words[last].bare not in "،,":
        return None
    phrase = draft.phrases[index]
    behind = phrase.named_to + 1
    if phrase.first != verb.start or phrase.prep or phrase.kind not in SOMEBODY or behind >= last or draft.words[behind].bare not in "،,":
        return None
    alone = not any(verbal(draft, k) or "subordinator" in draft.words[k].function for k in range(behind, last))
    return verb.done_by(draft.lead(index)) if alone and verb.may_tell_of(index) else None


def over_its_parts(verb: Verb) -> Ends | None:
    """A body of which is told of whom it is made up does what stands behind these: "القوة المؤلفة من وحدات كندية | هاجمت الحزب"."""
    draft, words, at = verb.draft, verb.draft.words, verb.at
    parts = draft.lead(draft.at[at - 1]) if at > verb.start and draft.at[at - 1] >= 0 and not words[at].conj else -1
    made = draft.phrases[parts].first - _BEFORE_PARTS if parts >= 0 else -1
    if made <= verb.start or words[made + 1].fold != "من" or words[made].conj:
        return None
    body = draft.at[made - 1]
    if body < 0 or bare_article(words[made].stem) not in draft.lexicon.groups["made-up-of"]:
        return None
    return verb.done_by(draft.lead(body)) if verb.may_tell_of(body) and not draft.phrases[body].prep else None


_BEFORE_PARTS: Final = 2
"""So many tokens before its parts stands that a body is made up of them: "مؤلفة من |"."""


def answers(verb: Verb) -> Ends | None:
    """Who answers to what another did, whom a preposition led to and whose gender alone the verb has.

    "راهن أوباما على | إيران فخذلته". The nearest one counts, where the verb goes on and does to somebody what it says.
    """
    draft, at = verb.draft, verb.at
    if not goes_on(draft, at) or not draft.words[at].pronoun or not takes_object(draft, at):
        return None
    genders = {g for g, n in verb.third if n == "s" and g}
    for position in range(at - 1, verb.start - 1, -1):
        index = draft.at[position]
        phrase = draft.phrases[index]
        if index >= 0 and phrase.kind in SOMEBODY and phrase.gender in genders and phrase.number != "p" and len(genders) == 1:
            return verb.done_by(draft.lead(index))
    return None


def told_to(verb: Verb) -> Ends | None:
    """Whose it is to do what stands behind "that", named right before it behind a preposition.

    "على إيران أن تدعم", "طلب من تركيا ألا تهاجم", "طلب إليها أن"; what it is in may come between: "كيف لدولة في الحلف أن تدعم".
    """
    draft, at = verb.draft, verb.at
    words = draft.words
    last = before_small(draft, at)
    if last <= verb.start or words[last].kind != "func" or words[last].pronoun or words[last].bare not in _THAT or words[at].conj:
        return None
    index = draft.at[last - 1]
    if index > 0 and draft.phrases[index].prep == "في" and draft.phrases[index - 1].last + 2 == draft.phrases[index].first:
        index -= 1
    if index < 0 or draft.phrases[draft.lead(index)].prep not in _WHOSE_DUTY or draft.phrases[index].kind == "nisba":
        return None
    lead = draft.lead(index)
    return verb.done_by(lead) if verb.may_tell_of(lead) else None


_THAT: Final = frozenset(("أن", "ان", "ألا"))
_WHOSE_DUTY: Final = frozenset(("علي", "ل", "من", "ب", "الي"))


def on_particle(verb: Verb) -> Ends | None:
    """Whom a pronoun on the particle before a verb means, "إنها ستدعم الحكومة".

    A pronoun of one man may stand for nobody ("إنه انتهى الاجتماع"): it is the subject of a verb that can have what is
    behind it for its object.
    """
    draft, at = verb.draft, verb.at
    position = before_small(draft, at)
    word = draft.words[position]
    free = word.stem in FREE
    if position < verb.start or word.kind != "func" or not (free or (word.pronoun and word.stem in draft.lexicon.groups["topic-particle"])):
        return None
    index = draft.pronoun_at.get(position, -1)
    meant = draft.phrases[index].antecedent if index >= 0 else -1
    if meant < 0 and index >= 0 and draft.phrases[index].actor is not None:
        meant = index  # "قال قادة الحركة | إنها تدعم": she has no phrase of her own
    if meant < 0 or not verb.may_tell_of(index):
        return None
    one_man = draft.phrases[index].gender == "m" and draft.phrases[index].number == "s"
    return None if one_man and verb.behind >= 0 and not takes_object(draft, at) else verb.done_by(meant)


def thing_on_particle(verb: Verb) -> Ends | None:
    """The thing of which a particle begins to tell, to whom stands alone behind the verb: "إن | الوضع لا يساعد العراق"."""
    draft, at, groups = verb.draft, verb.at, verb.draft.lexicon.groups
    index = draft.at[before_small(draft, at)]
    if verb.behind < 0 or index < 0 or draft.words[at].conj or draft.words[at].pronoun or not takes_object(draft, at):
        return None
    thing, behind = draft.phrases[index], draft.phrases[verb.behind]
    first = thing.first - ("demonstrative" in draft.words[thing.first - 1].function)
    particle = draft.words[first - 1] if first > verb.start else None
    told = particle is not None and (particle.stem in groups["topic-particle"] or particle.stem in groups["that"])
    if not told or thing.kind not in THINGS or thing.prep or draft.lead(index) != index or not verb.may_tell_of(index):
        return None
    beyond = draft.at[behind.named_to + 1] if behind.named_to + 1 < verb.end else -1
    alone = beyond < 0 or bool(draft.phrases[beyond].prep) or bool(draft.phrases[beyond].conj) or draft.phrases[beyond].kind == "nisba"
    return verb.done_by(index) if alone and not behind.prep else None


def said_before(draft: Draft, at: int, start: int) -> int:
    """Who said something and, behind what is said, does more in words: "ذكر | الملك أن إيران تهدد الخليج وشكر مصر"; else -1.

    What is said tells of now and the verb of then, as the verb of saying does, and of him it has told nothing.
    """
    words = draft.words
    if words[at].conj != "و" or tenses(draft, at) != {"perfect"} or not _in_words(draft, at):
        return -1
    third = [(e.gender, e.number) for e in words[at].entries if e.kind == "perfect" and e.person == THIRD]
    that = False
    for position in range(at - 1, start - 1, -1):
        word = words[position]
        if word.kind == "punct" and word.bare not in "،,":
            return -1
        that = that or word.stem in draft.lexicon.groups["that"]
        if tenses(draft, position) != {"perfect"} or not verbal(draft, position):
            continue
        subject = draft.subject_of.get(position, -1)
        if subject < 0:
            return -1
        said = that and bool(word.reports) and any(may_do(draft.phrases[subject], g, n, draft) for g, n in third)
        told = any(draft.subject_of.get(k, -1) == subject for k in range(position + 1, at))
        return subject if said and not told else -1
    return -1


def named_ahead(verb: Verb) -> int:
    """Whom only the main clause names, of what the sentence opens with: "بعد أن احتلت العراق، خسرت | كندا"; else -1.

    Nobody where somebody has done something in it already, "بعد أن هاجم الوزير كندا وهدد".
    """
    if any(k in verb.draft.subject_of for k in range(verb.start, verb.at)):
        return -1
    ahead = main_subject(verb.draft, verb.at)
    return ahead if ahead >= 0 and verb.may_tell_of(ahead) else -1


def tenses(draft: Draft, at: int) -> set[str]:
    """Of what time a verb tells that somebody third does."""
    return {e.kind for e in draft.words[at].third}


def _in_words(draft: Draft, at: int) -> bool:
    """Whether a verb tells of words and of no other deed."""
    senses = [s for e in draft.words[at].entries if e.kind == "perfect" for s in e.lexeme.senses]
    return bool(senses) and all(s.relation in _WORDS for s in senses)


_WORDS: Final = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONSULT", "AGREE"))


def topic(verb: Verb) -> Ends | None:
    """The agreeing phrase before the verb that no preposition governs, a pronoun on إنّ first: "هاجم | الجيش القرية ثم انسحب"."""
    draft, at = verb.draft, verb.at
    breaks = 0
    for position in range(at - 1, max(verb.start - 1, at - 16), -1):
        word = draft.words[position]
        if word.pronoun and word.kind == "func" and word.stem in draft.lexicon.groups["topic-particle"]:
            index = draft.pronoun_at.get(position, -1)
            if index >= 0 and draft.phrases[index].antecedent >= 0:
                return verb.done_by(draft.phrases[index].antecedent)
        if word.kind == "punct" and word.bare in "،؛:":
            breaks += 1
            if breaks > 1:
                return None
        if draft.verb_at(position):
            return None
        index = draft.at[position]
        if index < 0:
            continue
        phrase = draft.phrases[index]
        if phrase.prep or phrase.kind == "nisba" or phrase.first != position or index == verb.taken:
            continue
        lead = draft.lead(index)
        if goes_on(draft, at) and any(draft.object_of.get(k, -1) in (index, lead) for k in range(verb.start, at)):
            continue  # "سيهزم العدو وسيعود": who did the one does the other, "هاجم مصر وليبيا | وطرد"
        if goes_on(draft, at) and _annexed(draft, phrase):
            continue  # "هاجم المسلحون منازل | المدنيين وأحرقوا"
        if verb.may_tell_of(index):
            return verb.done_by(lead)
    return None


def _annexed(draft: Draft, phrase: Phrase) -> bool:
    """Whether a noun that is nobody stands right before people and is theirs: "منازل | المدنيين", but "عشرات المدنيين"."""
    if not (is_human(phrase) or are_persons(draft, phrase)):
        return False
    before = draft.word_before(phrase.first)
    if before is None or before.kind != "noun" or before.definite or before.finite or tells_how_many(before):
        return False
    return draft.at[phrase.first - 1] < 0 and not draft.words[phrase.first].conj


def does(verb: Verb) -> bool:
    """Whether what stands right behind a verb may do what it says: somebody, and of its gender."""
    phrase = verb.draft.phrases[verb.behind] if verb.behind >= 0 else None
    return phrase is not None and phrase.kind in SOMEBODY and phrase.actor is not None and verb.agrees_with(phrase)


def indefinite(draft: Draft, phrase: Phrase) -> bool:
    """Whether a noun that is no name has no article."""
    return phrase.kind in ("nominal", "organ", "thing") and not draft.words[phrase.head].definite


def without_verb(draft: Draft, at: int, start: int) -> bool:
    """Whether no finite verb stands before a token in its clause."""
    for position in range(at - 1, start - 1, -1):
        word = draft.words[position]
        if "subordinator" in word.function or (word.kind == "punct" and word.bare in "،,؛:"):
            return True
        if verbal(draft, position):
            return False
    return True


def verbal(draft: Draft, at: int) -> bool:
    """Whether a word stands as a verb, or may and is nobody's name."""
    return at in draft.subject_of or draft.verb_at(at)


def before_small(draft: Draft, at: int, start: int = 0) -> int:
    """The token before a verb, its negation or tense stepped over."""
    position, particles = at - 1, draft.lexicon.groups["verb-particle"]
    while position > start and particles.get(draft.words[position].stem) == "" and draft.at[position] < 0:
        position -= 1
    return position


def takes_object(draft: Draft, at: int) -> bool:
    """Whether a verb may do to somebody what it says."""
    return any("obj" in s.target for e in draft.words[at].entries if e.voice != "passive" for s in e.lexeme.senses)
