"""Who does what a finite verb says, and to whom: each verb's subject and object, as far as the surface tells.

Arabic lets the subject follow its verb, precede it, or hide in its ending. So the surface is asked by *finders*, one after
another: :data:`FINDERS` names them all, in their order, which matters. A finder looks at one verb (:class:`.verb.Verb`) for
one reason, which its docstring tells with an example, and answers who does it and to whom, or ``None`` where it has nothing
to say; the first that answers is believed. Who found whom is kept (``draft.found_by``): ``python bench/judges.py --subjects
TEXT`` prints it. What a verb is done to that no finder has told of is looked for behind the subject.

A masdar or a light verb's noun takes over the subject of the verb that governs it, so both are kept on the draft.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ahlaf.coding.clauses import (
    accused,
    addressed,
    butsubjects,
    joinedverbs,
    ledsubjects,
    relativesubjects,
    resolutions,
    severalsubjects,
    topics,
)
from ahlaf.coding.clauses.behindverbs import behind_pronoun, object_of, phrase_behind, ungoverned
from ahlaf.coding.clauses.cases import case
from ahlaf.coding.clauses.verb import NOBODY, Ends, Verb
from ahlaf.coding.nounphrases import heldguilty
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.nounphrases.verbhood import verb_here
from ahlaf.coding.words.agreement import same_gender
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import each_of, is_latter, some_of
from ahlaf.text.split import TELLING

Finder = Callable[[Verb], Ends | None]
"""Who does what a verb says and to whom, where one reason tells it."""


def find(draft: Draft) -> None:
    """Fill ``draft.subject_of`` and ``draft.object_of``: token of a finite verb → index of a phrase."""
    resolutions.find(draft)
    before = main = -1
    for stretch in draft.stretches:
        if stretch.kind not in TELLING:
            continue
        last = before
        for at in range(stretch.first, stretch.end):
            if not verb_here(draft, at) and at not in draft.resolves:
                continue
            subject, direct = _ends(Verb(draft, at, stretch.first, stretch.end, last=last, main=main))
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
        draft.accused.update(heldguilty.find(draft, stretch.first, stretch.end))
        if (opened := addressed.opened_by(draft, stretch.first, stretch.end)) >= 0:
            main = opened


def _ends(verb: Verb) -> Ends:
    """What the first finder answers that has an answer."""
    if not verb.third:
        return NOBODY  # "ندعم كندا" tells of us alone
    verb.behind = max(phrase_behind(verb.draft, verb.at, verb.end), behind_pronoun(verb.draft, verb.at, verb.end))
    severalsubjects.leave_out_two(verb)
    for finder in FINDERS:
        if (found := finder(verb)) is not None:
            verb.draft.found_by[verb.at] = finder.__name__
            return found
    return -1, verb.behind


def done_to_her(verb: Verb) -> Ends | None:
    """A form that may be mine too tells what is done to whoever stands right behind or before it: "ألغيت | الزيارة"."""
    draft, at, behind = verb.draft, verb.at, verb.behind
    if not any(e.person == 1 for e in draft.words[at].tensed) or not is_done(draft, at):
        return None
    if behind >= 0 and draft.phrases[behind].first == at + 1 and any(same_gender(draft.phrases[behind], g) for g, _ in verb.third):
        return behind, -1
    before = topics.right_before(verb)
    return (before[0], -1) if before is not None else NOBODY


def resolved(verb: Verb) -> Ends | None:
    """What a resolution's verb says its body does: "إن مجلس الأمن، … | يدين الهجمات"."""
    return verb.done_by(verb.draft.resolves[verb.at]) if verb.at in verb.draft.resolves else None


def nobody_but(verb: Verb) -> Ends | None:
    """Behind "nobody" he does it who stands behind "but": "لا أحد يدعم الحزب سوى | قطر"."""
    return butsubjects.nobody_but(verb.draft, verb.at, verb.end)


def done_to_it(verb: Verb) -> Ends | None:
    """A thing does it to who stands behind, or whoever is asked for: "الميثاق الذي أسس | التحالف", "من يحمي | لبنان؟"."""
    if verb.behind < 0:
        return None
    thing = relativesubjects.does_of_a_thing(verb) or topics.asks_who(verb.draft, verb.at, verb.start)
    return verb.done_by(-1) if thing else None


def look_back(verb: Verb) -> Ends | None:
    """Nobody yet: here it is looked up once who was told of before the verb, for all finders behind this one."""
    verb.said = topics.said_before(verb.draft, verb.at, verb.start)
    if verb.said < 0:
        verb.said = relativesubjects.over_relative(verb)
    spoke = addressed.goes_on(verb)
    verb.last = spoke if spoke >= 0 else verb.said if verb.said >= 0 else verb.last
    verb.ahead = topics.named_ahead(verb)
    return None


def ahead_of_many(verb: Verb) -> Ends | None:
    """Who is named only later does it to many who stand behind it: "بدل أن تدعم | الفصائل، هاجمت كندا القرية"."""
    phrase = verb.draft.phrases[verb.behind] if verb.behind >= 0 and verb.ahead >= 0 else None
    many = phrase is not None and phrase.kind == "nominal" and phrase.number == "p" and topics.takes_object(verb.draft, verb.at)
    return verb.done_by(verb.ahead) if many else None


def right_behind(verb: Verb) -> Ends | None:
    """Who stands right behind the verb and agrees with it, and is not rather whom it is done to: "هاجم | الجيش القرية"."""
    if verb.behind < 0:
        return None
    draft, phrase = verb.draft, verb.draft.phrases[verb.behind]
    each = each_of(draft, phrase.first - 1, phrase.first)  # "رحب كل من | مصر وقطر": the verb agrees with "each"
    own = "m" if each else some_of(draft, phrase.first)
    fits = any(n == "s" and (g == own or same_gender(phrase, g)) for g, n in verb.third)
    if not fits or case(draft, verb.behind) == "object":
        return None
    return (verb.behind, -1) if not (_is_told(verb, phrase) or _goes_on(verb, phrase)) else None


def _is_told(verb: Verb, phrase: Phrase) -> bool:
    """Whether a verb of words is said of who stands behind it: "كما حثت | السودان على الحوار"."""
    draft, at = verb.draft, verb.at
    hides = verb.last >= 0 and verb.may_tell_of(verb.last)
    return addressed.is_addressed(verb, hides=hides) or (hides and topics.takes_object(draft, at) and accused.accuses(draft, at, phrase))


def who_said_so(verb: Verb) -> Ends | None:
    """Who said or did something does more behind what is told of another: "ذكر | الملك أن إيران تهدد الخليج وشكر مصر"."""
    return verb.done_by(verb.said) if verb.said >= 0 else None


def who_comes_later(verb: Verb) -> Ends | None:
    """Who is named only in the main clause does what the sentence opens with: "بعد أن احتلت العراق، خسرت | كندا"."""
    return verb.done_by(verb.ahead) if verb.ahead >= 0 else None


def who_did_the_last(verb: Verb) -> Ends | None:
    """Who did what the verb before says does this too, however far before: "هاجم | الجيش القرية. ثم انسحب"."""
    return verb.done_by(verb.last) if verb.last >= 0 and verb.may_tell_of(verb.last) else None


FINDERS: Final[tuple[Finder, ...]] = (
    done_to_her,
    resolved,
    nobody_but,
    joinedverbs.doer_of_all,
    topics.over_its_parts,
    relativesubjects.happened,
    relativesubjects.in_relative,
    done_to_it,
    severalsubjects.one_of_two,
    severalsubjects.each_side,
    severalsubjects.each_of_them,
    severalsubjects.one_of_several,
    severalsubjects.some_of_them,
    severalsubjects.goes_on_about,
    relativesubjects.taken_up,
    ledsubjects.behind_taken_up,
    topics.right_before,
    relativesubjects.described,
    topics.as_for,
    topics.over_aside,
    topics.told_to,
    topics.on_particle,
    topics.thing_on_particle,
    butsubjects.only_behind_but,
    look_back,
    ahead_of_many,
    ledsubjects.behind_object,
    butsubjects.behind_but,
    ledsubjects.behind_thing,
    right_behind,
    ledsubjects.behind_led_to,
    who_said_so,
    topics.topic,
    who_comes_later,
    who_did_the_last,
    topics.answers,
)
"""All that find a verb's subject, the surest first."""


def _goes_on(verb: Verb, phrase: Phrase) -> bool:
    """True where a verb with و or ثم takes the subject of the verb before it and what stands behind is its object.

    "تمددت داعش واحتلت الأنبار": the verb can have an object, one noun alone stands behind it, and the subject so far agrees.
    So does any verb before a noun for whoever is his: "فهزم | خصومه". Not so where he is named again, who does nothing to himself,
    or says what follows: "تقول كندا إن كينيا تدعم الحزب، وترد | كينيا بأن".
    """
    draft, at, last, word = verb.draft, verb.at, verb.last, verb.draft.words[verb.at]
    joined = word.conj == "و" or (at > 0 and draft.words[at - 1].stem == "ثم")
    own = draft.pronoun_at.get(phrase.first, -1) if phrase.kind == "nominal" else -1
    his = own >= 0 and (draft.phrases[own].gender, draft.phrases[own].number) in verb.third  # "دكت | مواقعهم": she is none of them
    if not (joined or his) or last < 0 or draft.phrases[last].sentence != draft.sentence_of[at] or word.pronoun:
        return False
    if not topics.takes_object(draft, at) or is_latter(draft, phrase):
        return False  # "التقى لافروف كيري، ودعا | الأخير إلى": to him it would be "ودعاه"
    if does_to_anothers(draft, phrase) or draft.whose(draft.at[phrase.first]) == draft.whose(last):
        return False
    after = phrase.last + 1
    if word.reports and after < len(draft.words) and draft.words[after].stem in draft.lexicon.groups["that"]:
        return False
    if after < len(draft.words) and draft.at[after] >= 0:
        other = draft.phrases[draft.at[after]]
        if other.first == after and not other.prep and not other.conj and other.kind != "nisba":
            return False
    return verb.may_tell_of(last)


def does_to_anothers(draft: Draft, phrase: Phrase) -> bool:
    """Whether what it is done to stands behind somebody, and is another's and not his: "تقود كندا الحلف وتمول | فنلندا عملياته"."""
    index = draft.at[phrase.first]
    several = draft.lead(index) in draft.group_size
    after = max((draft.phrases[one].named_to for one in members(draft, draft.lead(index))), default=phrase.named_to) + 1
    own = draft.phrases[draft.pronoun_at[after]] if after in draft.pronoun_at else None
    if own is None or own.sentence != phrase.sentence or not phrase.gender or own.number != "s":
        return False
    word = draft.words[after]
    thing = word.nominal and word.kind == "noun" and not (word.finite or word.conj or word.prep)
    return thing and (several or (phrase.number == "s" and own.gender != phrase.gender))


def is_done(draft: Draft, at: int) -> bool:
    """Whether a form tells of a third only what is done to him: "ألغيت", not "اتهم"."""
    return all(e.voice == "passive" for e in draft.words[at].third)


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
