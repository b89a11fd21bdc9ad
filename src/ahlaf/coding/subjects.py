"""Who does what a finite verb says, and to whom: each verb's subject and object, as far as the surface tells.

Arabic lets the subject follow its verb, precede it, or hide in its ending. The surface is asked in this
order: the head of a relative clause that the verb opens; the noun phrase right behind the verb, if it
agrees and is not already the object; a pronoun on the particle before it (إنه); the topic before it in its
clause; the subject of the verb before it; the subject that the sentence before ended with. A masdar or a
light verb's noun takes over the subject of the verb that governs it, so both are kept on the draft.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding import whoever
from ahlaf.coding.draft import Draft, Phrase
from ahlaf.coding.reference import agrees

_FINITE: Final = frozenset(("perfect", "imperfect"))
_BEFORE_VERB: Final = frozenset(("لا", "لم", "لن", "قد", "سوف"))
_SOMEBODY: Final = frozenset(("name", "person", "organ"))
_STEPPED: Final = frozenset(("adverb", "quantifier", "demonstrative", "numeral", "filler"))


def find(draft: Draft) -> None:
    """Fill ``draft.subject_of`` and ``draft.object_of``: token of a finite verb → index of a phrase."""
    before = -1
    for stretch in draft.stretches:
        if stretch.kind in ("byline", "tail"):
            continue
        last = before
        for at in range(stretch.first, stretch.end):
            if not verb_here(draft, at):
                continue
            subject, direct = _subject(draft, at, last, stretch.first, stretch.end)
            if subject >= 0:
                draft.subject_of[at] = subject
                last = subject
            if direct < 0:
                direct = _object(draft, at, subject, stretch.end)
            if direct >= 0:
                draft.object_of[at] = direct
            elif _is_accused(draft, at, subject):
                draft.accused[at] = subject
        if last >= 0:
            before = last


def _is_accused(draft: Draft, at: int, subject: int) -> bool:
    """Whether the only one behind a verb of accusing, right before what he did, is accused of it: "اتهمت قطر | بدعم الإخوان"."""
    words = draft.words
    senses = [s for e in words[at].entries if e.kind in _FINITE for s in e.lexeme.senses]
    if subject < 0 or not senses or any(s.relation != "ACCUSE" or "obj" not in s.target for s in senses):
        return False
    noun = draft.phrases[subject]
    behind = noun.named_to + 1
    if noun.first < at or behind >= len(words) or words[behind].prep != "ب":
        return False
    return any(e.kind == "masdar" for e in words[behind].entries) and draft.at[behind] < 0


def verb_here(draft: Draft, at: int) -> bool:
    """Whether a word stands as a finite verb; one that may be a noun too must have a verb's surroundings."""
    word = draft.words[at]
    if not word.finite or draft.at[at] >= 0 or not word.entries or word.definite or (word.prep and word.prep not in "سل"):
        return False
    if not word.nominal:
        return True
    if word.prep == "ل":
        return False
    before = draft.words[at - 1] if at else None
    if before is not None and before.kind == "func":
        if "relative" in before.function or draft.lexicon.groups["before-verb"].get(before.stem) == "only":
            return True
        if "prep" in before.function or not _STEPPED.isdisjoint(before.function):
            return False
    if at + 1 >= len(draft.words):
        return False
    if word.reports and draft.words[at + 1].kind == "func" and draft.words[at + 1].stem in draft.lexicon.groups["that"]:
        return True  # "وأوضح أن": no adjective
    if word.reports and draft.words[at + 1].stem in draft.lexicon.groups["texts"]:
        return True  # "قال بيان", "ذكر تقرير"
    index = draft.at[at + 1]
    if word.reports and index >= 0 and draft.phrases[index].first == at + 1 and _tells(draft, at):
        return True  # "قال مسؤول في الوزارة إن"
    opens = before is None or before.kind in ("punct", "func") or draft.sentence_of[at - 1] != draft.sentence_of[at]
    after_noun = before is not None and before.definite and before.nominal and not word.conj
    previous = draft.at[at - 1] if at else -1
    if previous >= 0 and not word.conj and draft.phrases[previous].definite and any(e.kind == "imperfect" for e in word.entries):
        return True
    if index >= 0 and draft.phrases[index].first == at + 1 and not draft.phrases[index].prep:
        if word.pronoun and draft.phrases[index].kind in _SOMEBODY and any(e.kind == "imperfect" for e in word.entries):
            return True  # "ميليشيا تمولها إيران": a noun would have "لإيران"
        return (opens or after_noun or word.conj == "و") and draft.phrases[index].definite
    return opens and bool(word.pronoun)


def _tells(draft: Draft, at: int) -> bool:
    """Whether what is said begins soon behind a word, "إن", with no verb and no comma between."""
    end = draft.stretches[draft.sentence_of[at]].end
    for position in range(at + 1, min(at + _TO_THAT, end)):
        word = draft.words[position]
        if word.kind == "func" and word.stem in draft.lexicon.groups["that"]:
            return True
        if word.kind == "punct" or (word.finite and word.entries and not word.nominal and draft.at[position] < 0):
            return False
    return False


_TO_THAT: Final = 12
"""So many tokens behind a verb of saying may what is said begin."""


def _shapes(draft: Draft, at: int) -> list[tuple[int, str, str]]:
    return [(e.person, e.gender, e.number) for e in draft.words[at].entries if e.kind in _FINITE]


def _subject(draft: Draft, at: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The subject, and the object where finding the one shows the other."""
    shapes = _shapes(draft, at)
    third = [(g, n) for p, g, n in shapes if p == 3]
    if not third:
        return -1, -1
    behind = _phrase_behind(draft, at, end)
    head = _relative_head(draft, at, start, third)
    if head >= 0 and any(agrees(draft.phrases[head], g, n, draft) for g, n in third) and not draft.words[at].pronoun:
        return head, behind
    before = _taken_up(draft, at, start, third)
    if before < 0:
        before = _right_before(draft, at, behind, start, third)
    if before < 0:
        before = _on_particle(draft, at, behind, start, third)
    if before >= 0:
        return before, behind
    if behind >= 0:
        phrase = draft.phrases[behind]
        if (doer := max(_behind_object(draft, at, behind, third), _but(draft, at, behind))) >= 0:
            return doer, behind
        fits = any(n == "s" and _same_gender(phrase, g) for g, n in third)
        if fits and not _goes_on(draft, at, behind, last, third):
            return behind, -1
    topic = _topic(draft, at, start, third)
    if topic >= 0:
        return topic, behind
    if last >= 0 and any(agrees(draft.phrases[last], g, n, draft) for g, n in third):
        return last, behind
    return -1, behind


def _behind_object(draft: Draft, at: int, behind: int, third: list[tuple[str, str]]) -> int:
    """The subject that stands behind the object where a plural shows its case: "هاجم الفلسطينيين | مستوطنون"; else -1."""
    one, two = draft.phrases[behind], draft.phrases[behind + 1] if behind + 1 < len(draft.phrases) else None
    noun = draft.words[one.first]
    if two is None or one.first != at + 1 or one.number != "p" or not noun.definite or not noun.bare.endswith("ين"):
        return -1
    if two.first != one.last + 1 or two.prep or two.pointing or draft.words[two.first].conj or two.sentence != one.sentence:
        return -1
    fits = any(n == "s" and _same_gender(two, g) for g, n in third)
    return behind + 1 if fits and two.kind != "nisba" and not draft.words[two.first].bare.endswith("ين") else -1


def _but(draft: Draft, at: int, behind: int) -> int:
    """The subject behind "but", where what stands before it can't be one; else -1.

    "لا يدعم الحوثيين إلا | إيران", "لا يدعم تركيا سوى | قطر".
    """
    words, one = draft.words, draft.phrases[behind]
    particle = one.last + 1
    index = draft.at[particle + 1] if particle + 1 < len(words) else -1
    if index < 0 or words[particle].fold not in draft.lexicon.groups["but"] or draft.phrases[index].first != particle + 1:
        return -1
    masculine = any((e.person, e.gender) == (3, "m") for e in words[at].entries if e.kind in _FINITE)
    accusative = one.number == "p" and words[one.last].bare.endswith("ين") and one.first == one.last
    no_subject = accusative or (masculine and one.gender == "f" and one.number == "s" and one.kind in _SOMEBODY)
    return index if no_subject and draft.phrases[index].prep in ("", words[particle].fold) else -1


def _taken_up(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
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
            fits = any(agrees(draft.phrases[head], g, n, draft) for g, n in third)
            return head if fits and _without_verb(draft, draft.phrases[head].first, start) else -1
        if "relative" in here.function:
            return -1
    return -1


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


def _goes_on(draft: Draft, at: int, behind: int, last: int, third: list[tuple[str, str]]) -> bool:
    """True where a verb with و takes the subject of the verb before it and what stands behind is its object.

    "تمددت داعش واحتلت الأنبار": the verb can have an object, one noun alone stands behind it, and the subject so far agrees.
    """
    word = draft.words[at]
    if word.conj != "و" or last < 0 or draft.phrases[last].sentence != draft.sentence_of[at] or word.pronoun:
        return False
    if not _takes_object(draft, at):
        return False
    phrase = draft.phrases[behind]
    after = phrase.last + 1
    if after < len(draft.words) and draft.at[after] >= 0:
        other = draft.phrases[draft.at[after]]
        if other.first == after and not other.prep and not other.conj and other.kind != "nisba":
            return False
    return any(agrees(draft.phrases[last], g, n, draft) for g, n in third)


def _does(draft: Draft, behind: int, third: list[tuple[str, str]]) -> bool:
    """Whether what stands right behind a verb may do what it says: somebody, and of its gender."""
    if behind < 0 or draft.phrases[behind].kind not in _SOMEBODY or draft.phrases[behind].actor is None:
        return False
    return any(number == "s" and _same_gender(draft.phrases[behind], gender) for gender, number in third)


def _right_before(draft: Draft, at: int, behind: int, start: int, third: list[tuple[str, str]]) -> int:
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
    opens = lead.first - start <= 1 or draft.words[lead.first - 1].kind in ("punct", "func") or draft.words[lead.first].conj == "و"
    if word.pronoun and _does(draft, behind, third):
        return -1  # "إيران تدعمها | روسيا"
    if opens and any(agrees(phrase, g, n, draft) for g, n in third):
        return draft.lead(index)
    return -1


def _on_particle(draft: Draft, at: int, behind: int, start: int, third: list[tuple[str, str]]) -> int:
    """Whom a pronoun on the particle before a verb means, "إنها ستدعم الحكومة", or -1.

    A pronoun of one man may stand for nobody ("إنه انتهى الاجتماع"): it is the subject of a verb that can have what is
    behind it for its object.
    """
    position = _before_small(draft, at)
    word = draft.words[position]
    free = word.stem in _FREE
    if position < start or word.kind != "func" or not (free or (word.pronoun and word.stem in draft.lexicon.groups["topic-particle"])):
        return -1
    index = _pronoun_at(draft, position)
    meant = draft.phrases[index].antecedent if index >= 0 else -1
    if meant < 0 or not any(agrees(draft.phrases[index], g, n, draft) for g, n in third):
        return -1
    one_man = draft.phrases[index].gender == "m" and draft.phrases[index].number == "s"
    return -1 if one_man and behind >= 0 and not _takes_object(draft, at) else meant


_FREE: Final = frozenset(("هو", "هي", "هم", "هما"))
"""Pronouns that stand alone, "وهو يتهم العالم"."""


def _takes_object(draft: Draft, at: int) -> bool:
    return any("obj" in s.target for e in draft.words[at].entries if e.voice != "passive" for s in e.lexeme.senses)


def _same_gender(phrase: Phrase, gender: str) -> bool:
    own = phrase.gender
    human = phrase.kind in ("person", "people") or (phrase.actor is not None and phrase.actor.kind in ("person", "people", "social-group"))
    if phrase.number == "p" and not human:
        return True
    return not gender or not own or own == gender


def _phrase_behind(draft: Draft, at: int, end: int) -> int:
    """The phrase without preposition right behind a verb, small words stepped over."""
    for position in range(at + 1, min(end, at + 4)):
        index = draft.at[position]
        if index >= 0:
            phrase = draft.phrases[index]
            return index if phrase.first == position and not phrase.prep and phrase.conj != "و" else -1
        word = draft.words[position]
        if word.kind == "number" or (word.kind == "punct" and word.bare in "«\"“(-'"):
            continue
        if word.kind == "func" and (not _STEPPED.isdisjoint(word.function) or word.pronoun):
            continue
        return -1
    return -1


def _relative_head(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
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


def _topic(draft: Draft, at: int, start: int, third: list[tuple[str, str]]) -> int:
    """The agreeing phrase before the verb in its clause that no preposition governs; a pronoun on إنّ first."""
    breaks = 0
    for position in range(at - 1, max(start - 1, at - 16), -1):
        word = draft.words[position]
        if word.pronoun and word.kind == "func" and word.stem in draft.lexicon.groups["topic-particle"]:
            index = _pronoun_at(draft, position)
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
        if draft.words[at].conj and index in draft.object_of.values():
            continue  # "سيهزم العدو وسيعود": who did the one does the other
        lead = draft.lead(index)
        if any(agrees(phrase, g, n, draft) for g, n in third):
            return lead
    return -1


def _pronoun_at(draft: Draft, at: int) -> int:
    return draft.pronoun_at.get(at, -1)


def _object(draft: Draft, at: int, subject: int, end: int) -> int:
    """An attached pronoun, else the phrase without preposition behind the subject."""
    if draft.words[at].pronoun:
        return _pronoun_at(draft, at)
    after = draft.phrases[subject].last if subject >= 0 and draft.phrases[subject].first > at else at
    for position in range(after + 1, min(end, after + 5)):
        index = draft.at[position]
        if index >= 0:
            phrase = draft.phrases[index]
            if subject in (index, phrase.group) or position - 1 in draft.fixed:
                continue  # "قوات بقيادة حفتر": he leads them, and is nobody's object
            if subject >= 0 and phrase.prep == "ل" and draft.phrases[subject].kind == "organ" and phrase.first == after + 1:
                continue  # "الكاتب العام للوزارة | وفدا"
            return index if not phrase.prep else -1
        word = draft.words[position]
        if word.kind == "punct" or (word.finite and word.entries):
            return -1
    return -1


def governor(draft: Draft, at: int, start: int) -> int:
    """The finite verb that governs a noun at a token: the last one before it in its sentence, a break away at most."""
    breaks = 0
    for position in range(at - 1, max(start - 1, at - 20), -1):
        word = draft.words[position]
        if word.kind == "punct" and word.bare in "؛:،":
            breaks += 1
            if breaks > 2:
                return -1
        if position in draft.subject_of:
            return position
    return -1
