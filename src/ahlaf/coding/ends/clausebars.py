"""Who has no part in what a verb tells: behind "but", in what somebody warns of, or who judges the text that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.actors import nominalclauses
from ahlaf.coding.clauses.addressed import hides
from ahlaf.coding.clauses.butsubjects import nobody_but
from ahlaf.coding.clauses.relatives import clause_of
from ahlaf.coding.clauses.topics import asks_who
from ahlaf.coding.ends.deeds import same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.nounphrases.openings import main_subject
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft, Phrase, Trigger
from ahlaf.coding.words.kinds import BY_NAME
from ahlaf.lexicon.entries import Sense
from ahlaf.relations import RELATIONS
from ahlaf.text.views import fold


def behind_the_openers_verb(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands right behind a verb that tells of who opens its clause, and does not do so: "الوزير القادم من بيروت انتقد | ماكرون"."""
    told = _told_of_the_opener(draft, trigger)
    return {p.phrase for p in stood if told and draft.lead(p.phrase) == draft.lead(draft.object_of[trigger.first])}


def _told_of_the_opener(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb tells of who opens its clause, over what a preposition leads to: "الوزير القادم من بيروت | انتقد ماكرون".

    Who stands behind it does not do so; else a pronoun would take up the other: "انتقده ماكرون".
    """
    at, words = trigger.first, draft.words
    subject, direct = draft.subject_of.get(at, -1), draft.object_of.get(at, -1)
    if min(subject, direct) < 0 or words[at].conj or words[at].pronoun or words[at].nominal or draft.phrases[direct].first != at + 1:
        return False
    one, start = draft.phrases[subject], draft.stretches[trigger.sentence].first
    if one.sentence != trigger.sentence or one.prep or one.pointing or one.first - start > 1 or one.first > at:
        return False
    if any(words[k].kind == "punct" or draft.verb_at(k) for k in range(one.last + 1, at)):
        return False
    return not any(word.pronoun for word in words[at + 1 : at + 1 + _TAKEN_UP])


_TAKEN_UP: Final = 8
"""So many tokens behind a verb may stand the pronoun that takes up who was told of first."""


def left_out(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is left out of what all others do, or of those to whom it is done: "الدول العربية، باستثناء | قطر، دعمت القرار".

    Of a denial he is what is left: "لم يدعم أحد القرار عدا | قطر".
    """
    start = draft.stretches[trigger.sentence].first
    found = set()
    for place in stood:
        first = draft.phrases[draft.lead(place.phrase)].first if place.phrase >= 0 else start
        led = first > start and draft.words[first - 1].fold in draft.lexicon.groups["leaves-out"]
        within = first - _TO_LEFT_OUT <= trigger.first <= draft.phrases[place.phrase].last if led else False
        within = within or (led and _in_his_clause(draft, draft.phrases[place.phrase], trigger.first))
        if led and not within and not any(kind == "negation" for at in range(start, first) for _, kind, _, _ in draft.cues.get(at, ())):
            found.add(place.phrase)
    return found


_TO_LEFT_OUT: Final = 2


def _in_his_clause(draft: Draft, phrase: Phrase, at: int) -> bool:
    """Whether a verb stands in a clause that tells of somebody right before it: "باستثناء مصر التي | تدعم الدبيبة"."""
    opens = phrase.named_to + 1
    inside = opens < at < len(draft.words) and "relative" in draft.words[opens].function
    return inside and not any(draft.words[k].kind == "punct" for k in range(opens, at))


def does_to_such(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who does something to somebody whom a noun calls another's, and is not so himself: "طردت | كندا ممثلا لحركة حماس".

    "كانت كندا حليفا", "تعتبر كندا حليفا" say so of her.
    """
    words, own = draft.words, draft.at[trigger.first]
    at = draft.phrases[own].first if own >= 0 else trigger.first
    noun = trigger.form == "agent" or (trigger.form == "active" and (at < trigger.first or words[at].generic is not None))
    word, index = words[at], draft.at[at - 1] if at else -1
    shown = word.bare.endswith(("ا", "ين")) and not (word.definite or word.conj or word.prep or word.pronoun)
    if not (noun and shown and sense.relation in _TIES) or index in (-1, own) or draft.phrases[index].named_to != at - 1:
        return set()  # "تدخل الشيخ | وسيطا" is what he is
    verb = draft.phrases[index].first - 1
    if draft.subject_of.get(verb, -1) != index or words[verb].reports or words[verb].of_verb(draft.lexicon.groups["being"]):
        return set()
    does = any("obj" in s.target for e in words[verb].entries for s in e.lexeme.senses if s.relation in RELATIONS)
    return {p.phrase for p in stood if does and same(draft, p.phrase, index)}


_TIES: Final = frozenset(("ALLY", "MEMBER", "OPPOSE"))


def not_described(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing that a clause tells of somebody else: "التقى | ماكرون ترامب، الذي أشاد بكندا"."""
    at = trigger.first
    subject = draft.subject_of.get(at, -1)
    if subject >= 0 and draft.lead(subject) != subject and draft.phrases[subject].last < at:
        return {p.phrase for p in stood if draft.whose(p.phrase) != draft.whose(subject)}  # "كندا واليابان | التي تدعم": the last alone
    clause = clause_of(draft, at) if subject >= 0 and not draft.words[at].pronoun else None
    if clause is None or clause.first == at or draft.lead(subject) != clause.head:
        return set()
    head = draft.phrases[clause.head]
    before = draft.word_before(head.first)
    noun = before is not None and before.kind == "noun" and not (before.finite and not before.nominal)
    if before is not None and (noun or "ordinal" in before.function) and head.first - 1 not in draft.subject_of:
        alone = head.first == head.last and head.kind not in BY_NAME and is_adjective(draft.words[head.first])
        if alone or draft.at[head.first - 1] < 0:
            return set()  # "حركة النهضة | الإسلامية التي", "كندا ثالثة | الدول التي"
    return {p.phrase for p in stood if 0 <= draft.phrases[p.phrase].first < at and not same(draft, p.phrase, clause.head)}


def does_next(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done that another has done to him, for he opens the next clause: "قصفت غزة أمس | والحكومة نددت"."""
    direct = max(draft.object_of.get(trigger.first, -1), _led_to(draft, trigger))
    if direct < 0 or draft.phrases[direct].first < trigger.last:
        return set()
    doers = {draft.subject_of[at] for at in range(trigger.last + 1, draft.stretches[trigger.sentence].end) if at in draft.subject_of}
    others = ((p.phrase, draft.phrases[p.phrase]) for p in stood if p.phrase in doers and draft.lead(p.phrase) == p.phrase)
    return {index for index, phrase in others if phrase.conj == "و" and phrase.first > draft.phrases[direct].last}


def _led_to(draft: Draft, trigger: Trigger) -> int:
    """What a verb's own preposition leads to right behind it: "رحب | بالورقة، والوزير أيدها"; -1 for nothing."""
    index = draft.at[trigger.last + 1] if trigger.last + 1 < len(draft.at) else -1
    prep = draft.phrases[index].prep if index >= 0 else ""
    return index if prep and any(prep == fold(slot) for s in trigger.senses for slot in s.target) else -1


def behind_who_hides(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who says nothing of what a verb of words tells whose subject was named before, and that somebody does: "وأدانت | الهجمات"."""
    if not hides(draft, trigger.first):
        return set()
    subject = draft.subject_of[trigger.first]
    behind = (p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last)
    return {_NOBODY, *(index for index in behind if not same(draft, index, subject))}


_NOBODY: Final = -1
"""The candidate for an end that is left open."""


def not_but(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """What somebody is said not to be, where it is said what he is: "ليس الحزب | حركة لبنانية، بل أداة لإيران"."""
    words, start = draft.words, draft.stretches[trigger.sentence].first
    near = range(trigger.first - 1, max(start, trigger.first - _RATHER), -1)
    but = next((k for k in near if words[k].stem in ("بل", "انما")), -1)
    if but < 0:
        return set()
    found, is_not = set(), draft.lexicon.groups["is-not"]
    for place in stood:
        phrase = draft.phrases[place.phrase]
        before = words[max(start, phrase.first - _RATHER) : phrase.first]
        if phrase.kind == "nominal" and not phrase.definite and phrase.last < but and any(word.stem in is_not for word in before):
            found.add(place.phrase)
    return found


_RATHER: Final = 5


def led_aside(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what a verb tells, for a preposition leads to them behind it, or "between" before it.

    "تركت الحكومة القرى وحدها أمام | العصابات", "الحرب بين | السعودية وإيران تهدد الخليج"; but "بين
    الشرطة ومتظاهرين يطالبون", "بين الجيش والقوات التي تدعم حفتر".
    """
    if sense.source != ("subj",) or RELATIONS[sense.relation].mutual:
        return set()
    found = set()
    right_before = draft.at[trigger.first - 1] if trigger.first else -1
    described = draft.lead(right_before) if right_before >= 0 and not draft.phrases[right_before].definite else -1
    subject = draft.subject_of.get(trigger.first, -1)
    own = {described, draft.lead(subject) if subject >= 0 else -1, _told_of(draft, trigger.first)} - {-1}
    for place in stood:
        phrase = draft.phrases[draft.lead(place.phrase)]
        if phrase.sentence != trigger.sentence:
            continue
        behind, before = phrase.first > trigger.last, phrase.last < trigger.first
        aside = behind and phrase.prep in _ASIDE and not (phrase.prep == "في" and _behind_this(draft, phrase))
        if aside or (before and phrase.prep == "بين" and draft.lead(place.phrase) not in own):
            found.add(place.phrase)
    return found


def _behind_this(draft: Draft, phrase: Phrase) -> bool:
    """Whether "in that" may be all that a preposition leads to, so that who stands behind does it: "ساعدها في ذلك | الموفد"."""
    return phrase.first > 0 and "demonstrative" in draft.words[phrase.first - 1].function


def _told_of(draft: Draft, first: int) -> int:
    """Who stands right before the relative pronoun of a verb's clause; else -1."""
    words = draft.words
    near = range(first - 1, max(first - _TO_VERB, 0), -1)
    at = next((k for k in near if words[k].kind != "func" or "relative" in words[k].function), -1)
    if at < 1 or "relative" not in words[at].function or draft.at[at - 1] < 0:
        return -1
    return draft.lead(draft.at[at - 1])


_TO_VERB: Final = 4
"""So many tokens before a verb stands the relative pronoun of its clause, at most."""


def before_the_opening(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing that is told in what a sentence opens with, where its main clause names who does.

    "عادت الملكة. وبعد أن هزمت التتار، سجنت | الحكومة خصومها" tells nothing of the queen.
    """
    subject = draft.subject_of.get(trigger.first, -1)
    if subject < 0 or draft.phrases[subject].first < trigger.first or main_subject(draft, trigger.first) != subject:
        return set()
    return {p.phrase for p in stood if not same(draft, p.phrase, subject)}


_ASIDE: Final = frozenset(("امام", "ضد", "علي", "الي", "عن", "نحو", "تجاه", "لدي", "حول", "في"))
"""Prepositions that lead to nobody who does what a verb in the active tells."""


def behind_but(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands behind "but" of a verb that has its subject: it is done to them: "لم يهاجم حزب الله سوى | إسرائيل"."""
    subject, but = draft.subject_of.get(trigger.first, -1), draft.lexicon.groups["but"]
    if subject < 0 or draft.phrases[subject].first < trigger.first:
        return set()
    at = next((k for k in range(trigger.last + 1, min(trigger.last + _TO_BUT, len(draft.words))) if draft.words[k].fold in but), -1)
    index = draft.at[at + 1] if 0 <= at < len(draft.words) - 1 else -1
    if index < 0 or draft.phrases[subject].first > at:
        return set()
    return {p.phrase for p in stood if same(draft, p.phrase, index)}


_TO_BUT: Final = 7
"""So many tokens behind a verb stands "but", at most."""


def nobody_else(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Of whom nobody is who does it, but for one behind the verb: "ما من | دولة تدعم الحزب غير قطر"."""
    before = draft.at[trigger.first - 1] if trigger.first else -1
    alone = before >= 0 and nobody_but(draft, trigger.first, draft.stretches[trigger.sentence].end) is not None
    return {p.phrase for p in stood if p.phrase == before} if alone else set()


def asked_about(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom a question does not name that asks who does it, but for "other than": "من يدعم | داعش؟", "من يدعمه غير إيران؟"."""
    stretch = draft.stretches[trigger.sentence]
    if not asks_who(draft, trigger.first, stretch.first):
        return set()
    words, but = draft.words, draft.lexicon.groups["but"]
    before = ((p.phrase, words[draft.phrases[draft.lead(p.phrase)].first - 1]) for p in stood)
    return {index for index, word in before if word.stem != "غير" and word.fold not in but}


def asked_where(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Of whom a question asks where his deed is, and to whom so it is not done: "أين دعم | كندا؟", "أين | مساعدات كندا؟"."""
    asks = trigger.first > 0 and draft.words[trigger.first - 1].stem == "اين" and draft.words[trigger.first].masdar
    return {p.phrase for p in stood if asks and draft.phrases[p.phrase].first == trigger.last + 1 and not draft.phrases[p.phrase].prep}


def asked_whence(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Everybody, where a question asks from whom something comes: "فمن أين | يستمد الحزب قوته؟" names nobody."""
    words, at = draft.words, trigger.start
    asks = at > 1 and words[at - 1].stem == "اين" and words[at - 2].stem == "من"
    return {p.phrase for p in stood} if asks and "من" in sense.source else set()


def beyond_its_clause(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who is not praised where an expression ends with what another does: "أشاد الوزير بالجهود التي تبذلها | مصر لوقف | الحرب"."""
    subject = draft.subject_of.get(trigger.last, -1) if trigger.form == "idiom" and trigger.first < trigger.last else -1
    if subject < 0 or "gen" not in sense.target or draft.phrases[subject].first < trigger.last:
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last and not same(draft, p.phrase, subject)}


def told_of_another(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Of whom nothing is told by an expression that is another's clause, without a verb: "| كندا في خندق الحزب وكينيا في خندق الحركة"."""
    who = nominalclauses.told_of(draft, trigger.first)
    before = (p.phrase for p in stood if draft.phrases[p.phrase].first < trigger.first)
    return {index for index in before if who >= 0 and not same(draft, index, who)}


def contrasted(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who is set against another behind the word: what is told of that one is told of him apart: "لا تدعم كندا الفجر بل | الشمس"."""
    aside = {c.other for c in draft.contrasts if c.at > trigger.last and draft.phrases[c.other].sentence == trigger.sentence}
    return {p.phrase for p in stood if draft.lead(p.phrase) in aside} if aside else set()


def left_out_of_it(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who stands alone behind a word of leaving out and "of it" is left out himself: "شكلت كندا تحالفا واستبعد منه | السودان"."""
    words, at, end = draft.words, trigger.last + 1, draft.stretches[trigger.sentence].end
    if sense.relation != "EXCLUDE" or at + 1 >= end or words[at].stem not in _OUT_OF or not words[at].pronoun:
        return set()
    index = draft.at[at + 1]
    if index < 0 or draft.phrases[index].first != at + 1 or draft.phrases[index].prep:
        return set()
    behind = draft.phrases[index].named_to + 1
    another = behind < end and draft.at[behind] >= 0 and not draft.phrases[draft.at[behind]].prep and words[behind].conj != "و"
    return set() if another else {p.phrase for p in stood if same(draft, p.phrase, index)}


_OUT_OF: Final = frozenset(("من", "عن"))
