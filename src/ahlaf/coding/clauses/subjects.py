"""Who does what a finite verb says, and to whom: each verb's subject and object, as far as the surface tells.

Arabic lets the subject follow its verb, precede it, or hide in its ending. The surface is asked in this
order: the head of a relative clause that the verb opens; the noun phrase right behind the verb, if it
agrees and is not already the object; a pronoun on the particle before it (إنه); the topic before it in its
clause; the subject of the verb before it; the subject that the sentence before ended with. A masdar or a
light verb's noun takes over the subject of the verb that governs it, so both are kept on the draft.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses import accused, addressed, relativesubjects, resolutions
from ahlaf.coding.clauses.antecedents import may_do
from ahlaf.coding.clauses.behindverbs import behind_pronoun, object_of, phrase_behind, ungoverned
from ahlaf.coding.clauses.butsubjects import behind_but, nobody_but, only_behind_but
from ahlaf.coding.clauses.cases import case, is_nominative
from ahlaf.coding.clauses.ledsubjects import behind_led, behind_thing
from ahlaf.coding.clauses.relativesubjects import any_one_who, described, does_of_a_thing, over_relative, relative_head, taken_up
from ahlaf.coding.clauses.topics import (
    answers,
    as_for,
    asks_who,
    named_ahead,
    on_particle,
    over_aside,
    right_before,
    said_before,
    takes_object,
    told_to,
    topic,
)
from ahlaf.coding.nounphrases import ordinals, whoever
from ahlaf.coding.nounphrases.verbhood import verb_here
from ahlaf.coding.words.agreement import same_gender
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.governed import each_of, each_side, is_latter, some_of
from ahlaf.coding.words.word import TENSED
from ahlaf.lexicon.entries import Entry


def find(draft: Draft) -> None:
    """Fill ``draft.subject_of`` and ``draft.object_of``: token of a finite verb → index of a phrase."""
    resolutions.find(draft)
    before = main = -1
    for stretch in draft.stretches:
        if stretch.kind in ("byline", "tail"):
            continue
        last = before
        for at in range(stretch.first, stretch.end):
            if not verb_here(draft, at) and at not in draft.resolves:
                continue
            subject, direct = _subject(draft, at, (last, main), stretch.first, stretch.end)
            if subject >= 0:
                draft.subject_of[at] = subject
                last = subject
            if direct < 0 and accused.deed(draft, at, subject) >= 0:
                draft.accused[at] = subject
                continue
            if direct < 0:
                direct = object_of(draft, at, subject, stretch.end)
            if direct >= 0:
                draft.object_of[at] = direct
                ungoverned(draft, draft.phrases[direct])
        if last >= 0:
            before = last
        if (opened := addressed.opened_by(draft, stretch.first, stretch.end)) >= 0:
            main = opened


def _shapes(draft: Draft, at: int) -> list[tuple[int, str, str]]:
    return [(e.person, e.gender, e.number) for e in draft.words[at].entries if e.kind in TENSED]


def _subject(draft: Draft, at: int, so_far: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The subject, and the object where finding the one shows the other; ``so_far``: the last one, and who opened the last sentence."""
    shapes = _shapes(draft, at)
    third = [(g, n) for p, g, n in shapes if p == 3]
    if not third:
        return -1, -1
    behind = max(phrase_behind(draft, at, end), behind_pronoun(draft, at, end))
    if _is_for_two(draft, at) and not _with_another(draft, behind):
        third = [(e.gender, e.number) for e in draft.words[at].entries if e.kind in TENSED and e.person == _THIRD and not _mutual(e)]
    if any(person == 1 for person, _, _ in shapes) and is_done(draft, at):
        return _done_to_her(draft, at, behind, start, third), -1
    if at in draft.resolves:
        return draft.resolves[at], behind
    if (alone := nobody_but(draft, at, end)) is not None:
        return alone
    if behind < 0 and relativesubjects.happened(draft, at, start):
        return -1, -1
    head = relative_head(draft, at, start, third)
    if head >= 0 and any(may_do(draft.phrases[head], g, n, draft) for g, n in third):
        if (doer := relativesubjects.over_led(draft, at, head, third)) >= 0:
            return doer, -1
        if (doer := relativesubjects.over_owned(draft, at, head, third)) >= 0:
            return doer, -1
        themselves = behind < 0 and whoever.clause_of(draft, at) == head  # "ومن | يساندها"
        themselves = themselves or (behind < 0 and relativesubjects.of_another(draft, at, head))
        if themselves or not draft.words[at].pronoun:
            return head, behind
    if head < 0 and (somebody := any_one_who(draft, at, behind, start, third)) >= 0:
        return somebody, behind
    if behind >= 0 and (does_of_a_thing(draft, at, behind, third) or asks_who(draft, at, start, end)):
        return -1, behind
    other = draft.at[at - 1] if at > start else -1
    if behind in draft.of_several and other in draft.of_several and any(may_do(draft.phrases[other], g, n, draft) for g, n in third):
        return other, behind  # "الأول | يتهم الثاني"
    if behind >= 0 and each_side(draft, draft.phrases[behind].head):
        return behind, behind + 1  # "اتهم كل | طرف الآخر"
    if (of_them := _each_of_them(draft, at, end)) >= 0 and any(n == "s" for _, n in third):
        return of_them, draft.at[at + _SOON] if at + _SOON < end else -1
    if behind in draft.of_several and any(may_do(draft.phrases[behind], g, n, draft) for g, n in third):
        return behind, -1
    does = behind >= 0 and bool(draft.words[at].conj) and not draft.words[at].pronoun and takes_object(draft, at)
    if does and (about := max(ordinals.goes_on_about(draft, at, g) for g, _ in third)) >= 0:
        return about, behind
    before = taken_up(draft, at, behind, start, third)
    if before < 0:
        before = right_before(draft, at, behind, start, third)
    if before < 0:
        before = described(draft, at, start, third)
    if before < 0:
        before = as_for(draft, at, behind, start, third)
    if before < 0:
        before = over_aside(draft, at, start, third)
    if before < 0:
        before = told_to(draft, at, start, third)
    if before < 0:
        before = on_particle(draft, at, behind, start, third)
    if before >= 0:
        return before, behind
    if behind < 0 and (only := only_behind_but(draft, at, end)) >= 0:
        return only, behind
    said = said_before(draft, at, start)
    if said < 0:
        said = over_relative(draft, at, start, third)
    last = said if said >= 0 else so_far[0]
    if (spoke := addressed.goes_on(draft, at, so_far[1], third)) >= 0:
        last = spoke
    ahead = named_ahead(draft, at, start, third)
    if behind >= 0:
        phrase = draft.phrases[behind]
        if ahead >= 0 and phrase.kind == "nominal" and phrase.number == "p" and takes_object(draft, at):
            return ahead, behind  # "بدل أن تحاسب | القتلة، سجنت الحكومة"
        doers = (_behind_object(draft, at, behind, third), behind_but(draft, at, behind), behind_thing(draft, at, behind, third))
        if (doer := max(doers)) >= 0:
            return doer, behind
        each = each_of(draft, phrase.first - 1, phrase.first)  # "رحب كل من | مصر وقطر": the verb agrees with "each"
        own = "m" if each else some_of(draft, phrase.first)
        fits = any(n == "s" and (g == own or same_gender(phrase, g)) for g, n in third) and case(draft, behind) != "object"
        hides = last >= 0 and any(may_do(draft.phrases[last], g, n, draft) for g, n in third)
        said_of = fits and addressed.is_addressed(draft, at, behind, third, hides=hides)
        said_of = said_of or (hides and takes_object(draft, at) and accused.accuses(draft, at, phrase))
        if fits and not said_of and not _goes_on(draft, at, behind, last, third):
            return behind, -1
    if behind < 0 and (doer := behind_led(draft, at, end, third)) >= 0:
        return doer, behind
    if said >= 0:
        return said, behind
    if (about := topic(draft, at, start, third)) >= 0:
        return about, behind
    if ahead >= 0:
        return ahead, behind
    if last >= 0 and any(may_do(draft.phrases[last], g, n, draft) for g, n in third):
        return last, behind
    return answers(draft, at, start, third), behind


def _mutual(entry: Entry) -> bool:
    """Whether a form in the perfect tells what two do to each other, or one with another: "تَحارَبَ"."""
    senses = entry.lexeme.senses
    return entry.kind == "perfect" and bool(senses) and all(sense.target == ("مع",) for sense in senses)


def _is_for_two(draft: Draft, at: int) -> bool:
    """Whether a form may tell what two do to each other, and may be of another verb: "تحارب"."""
    tensed = [e for e in draft.words[at].entries if e.kind in TENSED]
    return any(map(_mutual, tensed)) and not all(map(_mutual, tensed))


def _with_another(draft: Draft, behind: int) -> bool:
    """Whether who stands behind a verb is several or does it "with" another: "تحارب | الجيشان", "تحارب | الجيش مع الحزب"."""
    if behind < 0:
        return True
    phrase, after = draft.phrases[behind], draft.phrases[behind].named_to + 1
    led = after < len(draft.words) and draft.words[after].stem == "مع"
    return led or phrase.number != "s" or draft.lead(behind) in draft.group_size


def _each_of_them(draft: Draft, at: int, end: int) -> int:
    """The pronoun behind a verb and "each of", whom it tells of: "اتهم كل | منهما الآخر"; else -1."""
    words, of = draft.words, at + 2
    told = of < end and words[of].pronoun in _THEM and words[of].stem == "من" and words[at + 1].stem in draft.lexicon.groups["each-of"]
    return draft.pronoun_at.get(of, -1) if told else -1


_THIRD: Final = 3
_THEM: Final = frozenset(("هما", "هم", "ها", "هن"))
_SOON: Final = 3
"""So many tokens behind a verb stands what it is done to by each of them."""


def is_done(draft: Draft, at: int) -> bool:
    """Whether a form tells of a third only what is done to him: "ألغيت", not "اتهم"."""
    return all(e.voice == "passive" for e in draft.words[at].entries if e.kind in TENSED and e.person == 3)


def _done_to_her(draft: Draft, at: int, behind: int, start: int, third: list[tuple[str, str]]) -> int:
    """To whom it is done where a form may be mine too: who stands right behind it or before it, "ألغيت | الزيارة"; else -1."""
    if behind >= 0 and draft.phrases[behind].first == at + 1 and any(same_gender(draft.phrases[behind], g) for g, _ in third):
        return behind
    return right_before(draft, at, behind, start, third)


def _behind_object(draft: Draft, at: int, behind: int, third: list[tuple[str, str]]) -> int:
    """The subject that stands behind the object where one of the two shows its case; else -1.

    "هاجم الفلسطينيين | مستوطنون", "هاجم الجيش | مسلحون", "زار القاهرة | وفد سوداني".
    """
    one, two = draft.phrases[behind], draft.phrases[behind + 1] if behind + 1 < len(draft.phrases) else None
    noun = draft.words[one.first]
    if two is None or one.first != at + 1 or not one.definite or two.kind == "nisba":
        return -1
    if two.first != one.named_to + 1 or two.prep or two.pointing or draft.words[two.first].conj or two.sentence != one.sentence:
        return -1
    if not any(n == "s" and same_gender(two, g) for g, n in third):
        return -1
    accusative = one.number == "p" and noun.definite and noun.bare.endswith("ين") and not draft.words[two.first].bare.endswith("ين")
    nominative = takes_object(draft, at) and is_nominative(draft, two) and (two.number == "p" or one.kind != "person")
    return behind + 1 if accusative or nominative else -1


def _goes_on(draft: Draft, at: int, behind: int, last: int, third: list[tuple[str, str]]) -> bool:
    """True where a verb with و or ثم takes the subject of the verb before it and what stands behind is its object.

    "تمددت داعش واحتلت الأنبار": the verb can have an object, one noun alone stands behind it, and the subject so far agrees.
    So does any verb before a noun for whoever is his: "فهزم | خصومه".
    """
    word, phrase = draft.words[at], draft.phrases[behind]
    joined = word.conj == "و" or (at > 0 and draft.words[at - 1].stem == "ثم")
    own = draft.pronoun_at.get(phrase.first, -1) if phrase.kind == "nominal" else -1
    his = own >= 0 and (draft.phrases[own].gender, draft.phrases[own].number) in third  # "دكت | مواقعهم": she is none of them
    if not (joined or his) or last < 0 or draft.phrases[last].sentence != draft.sentence_of[at] or word.pronoun:
        return False
    if not takes_object(draft, at) or is_latter(draft, phrase):
        return False  # "التقى لافروف كيري، ودعا | الأخير إلى": to him it would be "ودعاه"
    after = phrase.last + 1
    if after < len(draft.words) and draft.at[after] >= 0:
        other = draft.phrases[draft.at[after]]
        if other.first == after and not other.prep and not other.conj and other.kind != "nisba":
            return False
    return any(may_do(draft.phrases[last], g, n, draft) for g, n in third)


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
