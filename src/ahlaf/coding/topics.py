"""Whom a finite verb means who stands before it: the head of its relative clause, the topic of its sentence, a pronoun."""

from __future__ import annotations

from typing import Final

from ahlaf.coding import whoever
from ahlaf.coding.agreement import PLURALS, is_human
from ahlaf.coding.antecedents import are_persons, may_do
from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.governed import opens_topic
from ahlaf.coding.phrases import tells_how_many
from ahlaf.coding.pronouns import FREE
from ahlaf.coding.verbhood import SOMEBODY
from ahlaf.coding.word import ADJECTIVE_KINDS
from ahlaf.text.views import fold

THIRD: Final = 3
"""The person of him, her and them."""
_BEFORE_VERB: Final = frozenset(("لا", "لم", "لن", "قد", "سوف"))


def relative_head(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
    """The phrase before the relative pronoun that opens the verb's clause; none for "المنظمة التي اتهم الرئيس سوريا بدعمها"."""
    for position in range(at - 1, max(start - 1, at - 4), -1):
        word = draft.words[position]
        if draft.at[position] >= 0 and draft.phrases[draft.at[position]].kind == whoever.KIND:
            phrase = draft.phrases[draft.at[position]]
            return phrase.antecedent if phrase.antecedent >= 0 else draft.at[position]
        if word.kind == "func" and "relative" in word.function and word.stem not in ("من", "ما"):
            if word.stem == "التي" and all(gender == "m" for gender, _ in third):
                return -1
            for back in range(position - 1, max(start - 1, position - 5), -1):
                if draft.at[back] >= 0:
                    return draft.lead(draft.at[back])
                if back in draft.pronoun_at and draft.words[back].kind == "func":
                    return draft.phrases[draft.pronoun_at[back]].antecedent
                if draft.words[back].finite and draft.words[back].entries:
                    break
            return -1
        if word.kind != "func":
            return -1
    return -1


def any_one_who(draft: Draft, at: int, behind: int, start: int, third: list[tuple[str, str]]) -> int:
    """Somebody unknown right before a verb that tells of him, "هاجم الجيش فصائل | تدعم إيران"; else -1.

    Behind what is indefinite no relative pronoun stands. Where he is what the verb does something to, or whose that is, a
    pronoun takes him up: "دولة تدعمها روسيا", "دولة تحتل سوريا أراضيها".
    """
    word, index = draft.words[at], draft.at[at - 1] if at > start else -1
    if index < 0 or word.conj or word.prep or word.pronoun or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return -1
    phrase = draft.phrases[index]
    if phrase.kind != "nominal" or phrase.definite or draft.words[phrase.head].definite or draft.lead(index) != index:
        return -1
    if any(other.pronoun for other in draft.words[at + 1 : at + 4]):
        return -1
    if _does(draft, behind, third) and _amid_opening(draft, phrase, behind, start):
        return -1
    alike = any(may_do(phrase, g, n, draft) for g, n in third) or (("f", "s") in third and _as_things(draft, phrase))
    return index if alike else -1


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
    if any(_verbal(draft, k) and "prep" not in words[k - 1].function for k in range(opener + 1, phrase.first)):
        return False  # but "بعد طرد" is no verb
    return after >= len(words) or not (words[after].finite and words[after].entries and draft.at[after] < 0 and not words[after].conj)


def does_of_a_thing(draft: Draft, at: int, behind: int, third: list[tuple[str, str]]) -> bool:
    """Whether a relative clause tells what a thing does that is nobody: "الميثاق الذي أسس | التحالف" has him as its object.

    Not where a pronoun behind takes the thing up: "الحزب الذي اعتقل الجيش قادته".
    """
    word, before = draft.words[at], draft.words[at - 1] if at else None
    if before is None or word.pronoun or word.reports or not takes_object(draft, at):
        return False
    if not any(before.stem == _RELATIVES.get(gender) for gender, _ in third):
        return False
    last = draft.phrases[behind].last
    return not any(other.pronoun for other in draft.words[last + 1 : last + 3])


_RELATIVES: Final = {"m": "الذي", "f": "التي"}


def asks_who(draft: Draft, at: int, start: int, end: int) -> bool:
    """Whether a verb asks who does it, to whom stands behind it: "فمن | يحمي لبنان؟"."""
    words, who = draft.words, at - 1
    if who < start or words[who].fold not in ("من", "ومن", "فمن") or words[who].pronoun or not takes_object(draft, at):
        return False
    opens = who == start or words[who - 1].kind == "punct"
    return opens and any(words[k].bare in ("؟", "?") for k in range(at, min(end + 1, len(words))))


def taken_up(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
    """The noun before a relative clause whose own verb comes after it: "الحزب الذي يقوده أردوغان ينتقد أوروبا"; else -1.

    The clause may have no relative pronoun, "وفد يضم ممثلين عن حماس | التقى الوزير". The noun has no verb before it in its
    clause, the relative one has its verb, and nothing between begins a clause of another kind.
    """
    words, word = draft.words, draft.words[at]
    last = _before_small(draft, at)
    governed = words[last].kind == "func" and not words[last].pronoun
    if word.conj or word.pronoun or last <= start or governed or (words[last].finite and draft.at[last] < 0):
        return -1
    later = at
    for position in range(last, start, -1):
        here = words[position]
        if "subordinator" in here.function or (here.kind == "punct" and here.bare not in "،,"):
            return -1
        if _verbal(draft, position):
            if later < at and not words[later].conj:
                return -1
            later = position
        index = draft.at[position - 1]
        if index < 0 or draft.phrases[draft.lead(index)].prep or later == at:
            continue
        relative = "relative" in here.function and here.stem not in ("من", "ما")
        own = draft.subject_of.get(position, -1) == draft.lead(index) or bool(here.pronoun)  # "ميليشيا تمولها إيران | هاجمت"
        bare = later == position and own and _indefinite(draft, draft.phrases[index])
        if relative or bare:
            head = draft.lead(index)
            fits = any(may_do(draft.phrases[head], g, n, draft) for g, n in third)
            return head if fits and _without_verb(draft, draft.phrases[head].first, start) else -1
        if "relative" in here.function:
            return -1
    return -1


def right_before(draft: Draft, at: int, behind: int, start: int, third: list[tuple[str, str]]) -> int:
    """The phrase that ends right before a verb and agrees with it in full: "العراق يحارب داعش"; a verb with و has none."""
    word = draft.words[at]
    if word.conj or at <= start:
        return -1
    position = at - 1
    while position > start and draft.words[position].stem in _BEFORE_VERB and draft.at[position] < 0:
        position -= 1
    index = draft.at[position]
    if index < 0:
        return -1
    phrase = draft.phrases[index]
    lead = draft.phrases[draft.lead(index)]
    if lead.prep or phrase.kind in ("nisba", "thing", "act"):
        return -1
    before = draft.words[lead.first - 1]
    if lead.first and before.prep and before.masdar and draft.at[lead.first - 1] < 0 and _does(draft, behind, third):
        return -1  # "لمواجهة إيران | أرسلت واشنطن سفنا"
    opens = lead.first - start <= 1 or before.kind in ("punct", "func", "number") or draft.words[lead.first].conj == "و"
    if word.pronoun and _does(draft, behind, third):
        return -1  # "إيران تدعمها | روسيا"
    alike = any(may_do(phrase, g, n, draft) for g, n in third) or (("f", "s") in third and _as_things(draft, phrase))
    return draft.lead(index) if opens and alike else -1


def _as_things(draft: Draft, phrase: Phrase) -> bool:
    """Whether a verb may take people for things, whose plural is feminine singular: "الأقليات | تعاني", but not "المهاجرون"."""
    broken = phrase.number == "p" and phrase.gender != "m" and not draft.words[phrase.head].bare.endswith(PLURALS)
    return broken and phrase.kind == "nominal"


def described(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
    """The phrase before a verb of whom a participle says to whom he is tied: "فصائل | مدعومة من تركيا تهاجم القرية"; else -1.

    Whoever stands behind the participle has an article or is a name, else the verb may tell of him.
    """
    last = _before_small(draft, at)
    tied = draft.lead(draft.at[last]) if last > start and draft.at[last] >= 0 else -1
    if draft.words[at].conj or tied < 0 or draft.phrases[tied].prep not in TIED_BY or _indefinite(draft, draft.phrases[tied]):
        return -1
    led = draft.phrases[tied].first - 1
    if led < start:
        return -1
    led -= led > start and draft.words[led].kind == "func" and not draft.words[led].pronoun
    index = draft.at[led] if draft.at[led] >= 0 else draft.at[led - 1] if led > start else -1
    says = not draft.words[led].masdar and any(e.kind in ADJECTIVE_KINDS and e.lexeme.senses for e in draft.words[led].entries)
    if index < 0 or not says or draft.phrases[index].first == led:
        return -1
    phrase = draft.phrases[draft.lead(index)]
    alike = any(may_do(phrase, g, n, draft) for g, n in third) or (("f", "s") in third and _as_things(draft, phrase))
    return draft.lead(index) if alike and not phrase.prep and phrase.kind in _DESCRIBED else -1


TIED_BY: Final = frozenset(("ل", "من", "ب", "مع"))
"""What leads from a participle to whom it names: "موالية ل", "مدعومة من", "مرتبطة ب", "متحالفة مع"."""
_DESCRIBED: Final = frozenset(("nominal", "organ", "name", "person"))


def as_for(draft: Draft, at: int, behind: int, start: int, third: list[tuple[str, str]]) -> int:
    """Of whom a clause says that it tells, where its verb stands behind ف: "أما | الإمارات فتدعم خصومها"; else -1."""
    words, begins = draft.words, _before_small(draft, at) + 1
    if words[begins].conj != "ف":
        return -1
    opener = next((k for k in range(begins - 2, max(start - 1, begins - _AS_FOR), -1) if opens_topic(draft, k)), -1)
    index = draft.at[opener + 1] if opener >= 0 else -1
    if index < 0 or draft.phrases[index].prep or (words[at].pronoun and _does(draft, behind, third)):
        return -1
    return draft.lead(index) if any(may_do(draft.phrases[draft.lead(index)], g, n, draft) for g, n in third) else -1


_AS_FOR: Final = 24
"""So many tokens before its verb stands what a clause tells of, at most."""


def over_aside(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
    """The name that opens a sentence, where commas set apart what is said of it; else -1.

    "أحمد أبو الغيط، الأمين العام للجامعة، انتقد إيران".
    """
    index = draft.at[start]
    last = _before_small(draft, at)
    if index < 0 or draft.words[at].conj or draft.words[last].bare not in "،,":
        return -1
    phrase = draft.phrases[index]
    behind = phrase.named_to + 1
    if phrase.first != start or phrase.prep or phrase.kind not in SOMEBODY or behind >= last or draft.words[behind].bare not in "،,":
        return -1
    alone = not any(_verbal(draft, k) or "subordinator" in draft.words[k].function for k in range(behind, last))
    return draft.lead(index) if alone and any(may_do(phrase, g, n, draft) for g, n in third) else -1


def told_to(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
    """Whose it is to do what stands behind "that", named right before it behind a preposition; else -1.

    "على إيران أن تدعم", "طلب من تركيا ألا تهاجم", "طلب إليها أن"; what it is in may come between: "كيف لدولة في الحلف أن تدعم".
    """
    words = draft.words
    last = _before_small(draft, at)
    if last <= start or words[last].kind != "func" or words[last].pronoun or words[last].bare not in _THAT or words[at].conj:
        return -1
    index = draft.at[last - 1]
    if index > 0 and draft.phrases[index].prep == "في" and draft.phrases[index - 1].last + 2 == draft.phrases[index].first:
        index -= 1
    if index < 0 or draft.phrases[draft.lead(index)].prep not in _WHOSE_DUTY or draft.phrases[index].kind == "nisba":
        return -1
    lead = draft.lead(index)
    return lead if any(may_do(draft.phrases[lead], g, n, draft) for g, n in third) else -1


_THAT: Final = frozenset(("أن", "ان", "ألا"))
_WHOSE_DUTY: Final = frozenset(("علي", "ل", "من", "ب", "الي"))


def on_particle(draft: Draft, at: int, behind: int, start: int, third: list[tuple[str, str]]) -> int:
    """Whom a pronoun on the particle before a verb means, "إنها ستدعم الحكومة", or -1.

    A pronoun of one man may stand for nobody ("إنه انتهى الاجتماع"): it is the subject of a verb that can have what is
    behind it for its object.
    """
    position = _before_small(draft, at)
    word = draft.words[position]
    free = word.stem in FREE
    if position < start or word.kind != "func" or not (free or (word.pronoun and word.stem in draft.lexicon.groups["topic-particle"])):
        return -1
    index = draft.pronoun_at.get(position, -1)
    meant = draft.phrases[index].antecedent if index >= 0 else -1
    if meant < 0 or not any(may_do(draft.phrases[index], g, n, draft) for g, n in third):
        return -1
    one_man = draft.phrases[index].gender == "m" and draft.phrases[index].number == "s"
    return -1 if one_man and behind >= 0 and not takes_object(draft, at) else meant


def said_before(draft: Draft, at: int, start: int) -> int:
    """Who said something and, behind what is said, does more in words: "ذكر | الملك أن إيران تهدد الخليج وشكر مصر"; else -1.

    What is said tells of now and the verb of then, as the verb of saying does, and of him it has told nothing.
    """
    words = draft.words
    if words[at].conj != "و" or _tenses(draft, at) != {"perfect"} or not _in_words(draft, at):
        return -1
    third = [(e.gender, e.number) for e in words[at].entries if e.kind == "perfect" and e.person == THIRD]
    that = False
    for position in range(at - 1, start - 1, -1):
        word = words[position]
        if word.kind == "punct" and word.bare not in "،,":
            return -1
        that = that or word.stem in draft.lexicon.groups["that"]
        if _tenses(draft, position) != {"perfect"} or not _verbal(draft, position):
            continue
        subject = draft.subject_of.get(position, -1)
        if subject < 0:
            return -1
        said = that and bool(word.reports) and any(may_do(draft.phrases[subject], g, n, draft) for g, n in third)
        told = any(draft.subject_of.get(k, -1) == subject for k in range(position + 1, at))
        return subject if said and not told else -1
    return -1


def over_relative(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
    """Who did something and, behind a clause on whom he did it to, does more: "اعتقل الجيش | خلية تخطط لهجمات وقتل"; else -1.

    The clause tells of now or of what was going on, the two verbs of then.
    """
    words = draft.words
    if words[at].conj != "و" or words[at].pronoun or _tenses(draft, at) != {"perfect"}:
        return -1
    inside = -1
    for position in range(at - 1, start - 1, -1):
        word = words[position]
        if "subordinator" in word.function or (word.kind == "punct" and word.bare not in "،,"):
            return -1
        if not _verbal(draft, position) or _being(draft, position):
            continue
        if _tenses(draft, position) == {"imperfect"} and inside in (-1, position + 1):
            if not _opens_relative(draft, position):
                return -1
            inside = position
            continue
        subject = draft.subject_of.get(position, -1)
        if inside < 0 or subject < 0 or _tenses(draft, position) != {"perfect"} or draft.phrases[subject].last >= inside - 1:
            return -1
        return subject if any(may_do(draft.phrases[subject], g, n, draft) for g, n in third) else -1
    return -1


def _being(draft: Draft, at: int) -> bool:
    return any(fold(e.lexeme.lemma) in draft.lexicon.groups["being"] for e in draft.words[at].entries)


def _opens_relative(draft: Draft, at: int) -> bool:
    """Whether a verb begins what is said of the noun before it: "الجماعة التي | تحكم", "خلية كانت | تخطط"."""
    position = _before_small(draft, at)
    while position and _verbal(draft, position) and _being(draft, position):
        position -= 1
    if "relative" in draft.words[position].function and draft.words[position].stem not in ("من", "ما"):
        return True
    index = draft.at[position]
    return index >= 0 and _indefinite(draft, draft.phrases[index])


def _tenses(draft: Draft, at: int) -> set[str]:
    """Of what time a verb tells that somebody third does."""
    return {e.kind for e in draft.words[at].entries if e.kind in ("perfect", "imperfect") and e.person == THIRD}


def _in_words(draft: Draft, at: int) -> bool:
    """Whether a verb tells of words and of no other deed."""
    senses = [s for e in draft.words[at].entries if e.kind == "perfect" for s in e.lexeme.senses]
    return bool(senses) and all(s.relation in _WORDS for s in senses)


_WORDS: Final = frozenset(("ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONSULT", "AGREE"))


def topic(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
    """The agreeing phrase before the verb in its clause that no preposition governs; a pronoun on إنّ first."""
    breaks = 0
    for position in range(at - 1, max(start - 1, at - 16), -1):
        word = draft.words[position]
        if word.pronoun and word.kind == "func" and word.stem in draft.lexicon.groups["topic-particle"]:
            index = draft.pronoun_at.get(position, -1)
            if index >= 0 and draft.phrases[index].antecedent >= 0:
                return draft.phrases[index].antecedent
        if word.kind == "punct" and word.bare in "،؛:":
            breaks += 1
            if breaks > 1:
                return -1
        if word.finite and word.entries and draft.at[position] < 0:
            return -1
        index = draft.at[position]
        if index < 0:
            continue
        phrase = draft.phrases[index]
        if phrase.prep or phrase.kind == "nisba" or phrase.first != position:
            continue
        if draft.words[at].conj and any(draft.object_of.get(verb) == index for verb in range(start, at)):
            continue  # "سيهزم العدو وسيعود": who did the one does the other
        if draft.words[at].conj and _annexed(draft, phrase):
            continue  # "هاجم المسلحون منازل | المدنيين وأحرقوا"
        lead = draft.lead(index)
        if any(may_do(phrase, g, n, draft) for g, n in third):
            return lead
    return -1


def _annexed(draft: Draft, phrase: Phrase) -> bool:
    """Whether a noun that is nobody stands right before people and is theirs: "منازل | المدنيين", but "عشرات المدنيين"."""
    if not (is_human(phrase) or are_persons(draft, phrase)):
        return False
    before = draft.words[phrase.first - 1] if phrase.first else None
    if before is None or before.kind != "noun" or before.definite or before.finite or tells_how_many(before):
        return False
    return draft.at[phrase.first - 1] < 0 and not draft.words[phrase.first].conj


def _does(draft: Draft, behind: int, third: list[tuple[str, str]]) -> bool:
    """Whether what stands right behind a verb may do what it says: somebody, and of its gender."""
    if behind < 0 or draft.phrases[behind].kind not in SOMEBODY or draft.phrases[behind].actor is None:
        return False
    return any(number == "s" and same_gender(draft.phrases[behind], gender) for gender, number in third)


def _indefinite(draft: Draft, phrase: Phrase) -> bool:
    return phrase.kind in ("nominal", "organ", "thing") and not draft.words[phrase.head].definite


def _without_verb(draft: Draft, at: int, start: int) -> bool:
    """Whether no finite verb stands before a token in its clause."""
    for position in range(at - 1, start - 1, -1):
        word = draft.words[position]
        if "subordinator" in word.function or (word.kind == "punct" and word.bare in "،,؛:"):
            return True
        if _verbal(draft, position):
            return False
    return True


def _verbal(draft: Draft, at: int) -> bool:
    word = draft.words[at]
    return at in draft.subject_of or (word.finite and bool(word.entries) and draft.at[at] < 0)


def _before_small(draft: Draft, at: int) -> int:
    """The token before a verb, its negation or tense stepped over."""
    position = at - 1
    while position > 0 and draft.words[position].stem in _BEFORE_VERB and draft.at[position] < 0:
        position -= 1
    return position


def same_gender(phrase: Phrase, gender: str) -> bool:
    """Whether a verb of a gender may stand before a phrase that does what it says."""
    own = phrase.gender
    human = is_human(phrase)
    if phrase.number == "p" and not human:
        return True
    return not gender or not own or own == gender


def takes_object(draft: Draft, at: int) -> bool:
    """Whether a verb may do to somebody what it says."""
    return any("obj" in s.target for e in draft.words[at].entries if e.voice != "passive" for s in e.lexeme.senses)
