"""Words that look like a deed and tell none where they stand: a time, a topic, a disaster, a claim in law, how something is done.

"فجر | أمس", "في مجال | مكافحة الإرهاب", "قتل الزلزال المئات", "رد الوزير | بعنف".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from ahlaf.coding.clauses import accidents
from ahlaf.coding.times.timewords import is_today
from ahlaf.coding.words.cues import NEGATED
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.expressions import is_glance
from ahlaf.coding.words.kinds import BODIES, THINGS
from ahlaf.coding.words.word import FINITE, Word
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article
from ahlaf.relations import RELATIONS


def is_one(draft: Draft, at: int, word: Word) -> bool:
    """Whether a word tells no deed, whatever form of it stands there."""
    return any(shown(draft, at, word) for shown in _LOOKS) or a_claim_in_law(draft, at, word) or is_glance(draft, at)


def _of_a_day(draft: Draft, at: int, word: Word) -> bool:
    """Whether a word is a part of yesterday or today: "فجر أمس" is no explosion."""
    if at + 1 >= len(draft.words) or word.fold not in draft.lexicon.groups["part-of-day"]:
        return False
    return draft.words[at + 1].fold in draft.lexicon.groups["near-day"] or is_today(draft, at + 1)


def _a_topic(draft: Draft, at: int, word: Word) -> bool:
    """Whether a deed is the business of what stands before it: "في مجال | مكافحة الإرهاب", "لجنة | إعادة الأسرى"."""
    if not at or word.conj or word.prep not in ("", "ب") or word.definite:
        return False
    before = draft.phrases[draft.at[at - 1]] if draft.at[at - 1] >= 0 else None
    if before is not None and before.last < at and before.kind not in THINGS:
        return False  # somebody: "جهاز | دعم الاستقرار"
    which = draft.lexicon.groups["topic"].get(bare_article(draft.words[at - 1].stem))
    senses = [s for e in word.entries if e.kind == "masdar" for s in e.lexeme.senses]
    return which is not None and bool(senses) and (which == "" or any(s.relation == "OPPOSE" for s in senses))


def names_a_topic(draft: Draft, at: int, sense: Sense) -> bool:
    """Whether an expression of harm is what a body or a text before it is about: "مؤتمر | نزع السلاح", "معاهدة | حظر الأسلحة"."""
    word = draft.words[at]
    if not at or word.conj or word.prep or word.definite or sense.sign >= 0:
        return False
    before, groups = draft.words[at - 1], draft.lexicon.groups
    return not before.definite and (groups["topic"].get(before.stem) == "" or before.stem in groups["named-after"])


def _of_a_kind(draft: Draft, at: int, word: Word) -> bool:
    """Whether a noun of a deed is the adjective of the noun before it: "قطعت كندا علاقاتها | الدبلوماسية مع كينيا"."""
    before = draft.word_before(at)
    if before is None or word.conj or word.prep or word.pronoun or bare_article(word.stem) not in draft.lexicon.groups["adjective-too"]:
        return False
    noun = before.nominal and before.kind not in ("func", "punct") and not before.nisba
    return noun and word.definite == (before.definite or bool(before.pronoun))


def stands_behind(draft: Draft, last: int, sense: Sense) -> bool:
    """Whether an expression of who is behind a deed says who is behind a body, and so tells no attack: "التحالف الذي تقف | وراءه كندا"."""
    index = draft.pronoun_at.get(last, -1)
    if index < 0 or sense.relation != "ASSAULT" or sense.target or draft.words[last].stem not in _BEHIND:
        return False
    pronoun = draft.phrases[index]
    meant = draft.phrases[pronoun.antecedent] if pronoun.antecedent >= 0 else pronoun
    return meant.kind not in THINGS and meant.actor is not None and meant.actor.kind in _BACKED


_BEHIND: Final = ("وراء", "خلف")
_BACKED: Final = BODIES | {"force", "organ", "state", "person"}
"""Actors whom those who stand behind them back."""


def _a_province(draft: Draft, at: int, word: Word) -> bool:
    """Whether what may be a boycott is a part of a country: "في | مقاطعة أونتاريو", and "المقاطعة" where such a one was named."""
    provinces = draft.lexicon.groups["province"]
    if bare_article(word.stem) not in provinces:
        return False
    named = range(max(0, at - _NAMED), at) if word.definite else (at,)
    return any(bare_article(draft.words[k].stem) in provinces and _of_a_place(draft, k) for k in named)


_NAMED: Final = 200
"""So many tokens back a province may have been named that "the province" is."""


def _of_a_place(draft: Draft, at: int) -> bool:
    """Whether a place stands right behind a word, of a capital and an unknown name behind "in" alone: "في مقاطعة | بوبونارو"."""
    words, behind = draft.words, draft.words[at + 1] if at + 1 < len(draft.words) else None
    if behind is None or words[at].definite or words[at].pronoun or behind.prep or behind.conj:
        return False
    kinds = {name.actor.kind for names in (draft.lexicon.names, draft.lexicon.places) for name in names.get(behind.fold, ())}
    if not kinds.isdisjoint(_PARTS) and "city" not in kinds:
        return True
    within = at > 0 and words[at - 1].stem == "في" and not words[at - 1].pronoun
    return within and (behind.kind == "unknown" or "city" in kinds)


_PARTS: Final = frozenset(("province", "region"))
"""Parts of a country that "province" may stand before; nobody boycotts them as one does a town or a state."""


def _only_answers(draft: Draft, at: int, word: Word) -> bool:
    """Whether a verb of answering leads to words of another, whatever is answered: "رد الوزير | على اتهامات كينيا"."""
    if not word.finite or word.bare.endswith("ا") or not word.of_verb(draft.lexicon.groups["answers-that"]):
        return False  # "ردا على"
    behind = _behind_subject(draft, at)
    led = draft.words[behind : behind + 2]
    on = len(led) > 1 and led[0].stem == "علي" and not led[0].pronoun
    return on and bare_article(led[1].stem) in draft.lexicon.groups["answered"]


def _fears_that(draft: Draft, at: int, word: Word) -> bool:
    """Whether a verb of fear says what is feared, and tells of no foe: "تخشى كندا | أن تهاجم كينيا أوغندا"."""
    if not word.finite or not word.of_verb(draft.lexicon.groups["dreads"]):
        return False
    behind = _behind_subject(draft, at)
    led = draft.words[behind : behind + 2]
    of = bool(led) and led[0].stem == "من" and not led[0].pronoun
    return len(led) > of and led[of].kind == "func" and led[of].stem == "ان"


def _aims_at(draft: Draft, at: int, word: Word) -> bool:
    """Whether a verb of aiming says what somebody means to do, and strikes nobody: "تستهدف الحملة | إسعاد الأطفال"; "قصر | الرئيس".

    What he would do is a masdar of doing something to somebody, with him behind it.
    """
    imperfect = any(e.kind == "imperfect" for e in word.entries)
    if not imperfect or word.pronoun or not word.of_verb(draft.lexicon.groups["aims-at"]):
        return False
    behind = draft.words[_behind_subject(draft, at) :][:2]
    deed = behind[0] if len(behind) > 1 else None
    if deed is None or deed.definite or deed.prep or deed.conj or deed.generic is not None or not behind[1].nominal or behind[1].prep:
        return False
    looks = not deed.entries and _FOURTH.fullmatch(deed.bare) is not None  # إسعاد
    return looks or any(e.kind == "masdar" and _done_to_somebody(e.lexeme.lemma) for e in deed.entries)


def _done_to_somebody(lemma: str) -> bool:
    """Whether a verb is of form 2 or 4, and so is done to somebody or something: أَسْعَدَ, عَزَّزَ."""
    return lemma.startswith("أَ") or (lemma[0] not in "تا" and _SHADDA in lemma[2:5])


_SHADDA: Final = "\u0651"
_FOURTH: Final = re.compile("إ..ا.")
"""The shape of a masdar of form 4."""


def _behind_subject(draft: Draft, at: int) -> int:
    """The token behind a verb and the subject right behind it."""
    subject = draft.subject_of.get(at, -1)
    return draft.phrases[subject].named_to + 1 if subject >= 0 and draft.phrases[subject].first == at + 1 else at + 1


def a_claim_in_law(draft: Draft, at: int, word: Word) -> bool:
    """Whether a noun of asking does not say with ب what is asked, and so is a claim for damages: "مطالبة | الشركة"."""
    if word.prep == "ل" or bare_article(word.stem) not in draft.lexicon.groups["asks-with"]:
        return False  # "تظاهروا للمطالبة"
    behind = draft.words[at + 1 : min(at + _TO_WHAT, draft.stretches[draft.sentence_of[at]].end)]
    return not any(other.prep == "ب" or "subordinator" in other.function or other.stem in ("ب", "الي") for other in behind)


_TO_WHAT: Final = 9
"""So many tokens behind a noun of asking stands what is asked, at most."""


def _a_disaster(draft: Draft, at: int, word: Word) -> bool:
    """Whether nobody struck but the earth, the water, a fire: "قتل الزلزال المئات", "مقتل جنود في حادث سير"."""
    harms = any(s.relation == "ASSAULT" for e in word.entries for s in e.lexeme.senses)
    return harms and accidents.tells_of_one(draft, at, at)


def _a_drone(draft: Draft, at: int, word: Word) -> bool:
    """Whether what is written like marches flies and strikes: "قصفت | المسيرات الروسية كييف", "هجمات | المسيرات", "هجوم | بالمسيرات"."""
    if not at or word.conj or bare_article(word.stem) not in draft.lexicon.groups["drones"]:
        return False
    before = draft.words[at - 1]
    verb = before.finite and not before.nominal and not before.pronoun and word.definite and not word.prep
    deed = before.masdar and not before.definite and not before.pronoun and word.prep in ("", "ب")
    kinds = FINITE if verb else {"masdar"} if deed else ()
    return any(s.relation == "ASSAULT" and "subj" in s.source for e in before.entries if e.kind in kinds for s in e.lexeme.senses)


def _how_great(draft: Draft, at: int, word: Word) -> bool:
    """Whether a word says how great a friend or foe somebody is, who stands behind it: "أقرب | حلفاء كندا", no "أقرب إلى كندا"."""
    behind = draft.word_behind(at)
    if behind is None or word.fold not in draft.lexicon.groups["greatest"] or behind.prep or behind.conj:
        return False
    return any(s.kind == "agent" or e.kind == "active" for e in behind.entries for s in e.lexeme.senses)


def _held_great(draft: Draft, at: int, word: Word) -> bool:
    """Whether a verb only says that its subject is held to be the greatest friend or foe: "| تعد كندا من أقرب حلفاء كينيا"."""
    index = draft.subject_of.get(at, -1)
    if index < 0 or not word.of_verb(draft.lexicon.groups["counts-as"]):
        return False
    behind = max(at, draft.phrases[index].named_to) + 1
    near = draft.words[behind : behind + 2]
    return bool(near) and any(w.fold in draft.lexicon.groups["greatest"] for w in (near if near[0].fold == "من" else near[:1]))


def _again(draft: Draft, at: int, word: Word) -> bool:
    """Whether a word only says that the deed behind it is done again: "أعادت كندا | احتلال كينيا", "إعادة | انتخاب الرئيس".

    Something is given back with "الاعتبار" and "الحكم".
    """
    if word.pronoun or not word.entries or not word.of_verb(draft.lexicon.groups["does-again"]):
        return False
    index, end = draft.subject_of.get(at, -1), draft.stretches[draft.sentence_of[at]].end
    behind = draft.phrases[index].named_to + 1 if index >= 0 and draft.phrases[index].first == at + 1 else at + 1
    other = draft.words[behind] if behind < end else None
    if other is None or other.conj or other.prep or (other.generic is not None and other.definite):
        return False
    deed = any(e.kind == "masdar" or s.kind == "action" for e in other.entries for s in e.lexeme.senses)
    return deed and bare_article(other.stem) not in draft.lexicon.groups["given-back"]


def _a_price(draft: Draft, at: int, word: Word) -> bool:
    """Whether a word is the price that somebody pays, and values nothing: "دفعت كندا | ثمن الحرب"."""
    if word.fold != _PRICE:
        return False
    start = draft.stretches[draft.sentence_of[at]].first
    return any(draft.words[k].of_verb(draft.lexicon.groups["pays"]) for k in range(max(start, at - _TO_DEED), at))


_PRICE: Final = "ثمن"


def a_body(draft: Draft, at: int) -> bool:
    """Whether "the alliance" is the body that does something, and nobody is said to be allied: "يضم | التحالف كندا وكينيا".

    Whose it is tells an adjective of origin, "between" or "with" behind it: "انهار | التحالف بين كندا وكينيا".
    """
    word, index = draft.words[at], draft.at[at]
    if not word.definite or word.generic is None or word.generic.kind != "alliance" or index < 0 or draft.phrases[index].first != at:
        return False
    for position in range(at + 1, min(at + _TO_PARTIES, draft.stretches[draft.sentence_of[at]].end)):
        other = draft.words[position]
        if (other.nisba is not None and other.definite) or other.stem in _PARTIES:
            return False
        if other.kind == "punct":
            break
    return True


_TO_PARTIES: Final = 6
"""So many tokens behind an alliance stands whose it is, at most."""
_PARTIES: Final = frozenset(("بين", "مع"))


def _only_denies(draft: Draft, at: int, word: Word) -> bool:
    """Whether a word only says that somebody does not do the deed behind it: "امتناع | تركيا عن وقف القصف" refuses nobody."""
    if not any(s.relation == "REJECT" for e in word.entries for s in e.lexeme.senses):
        return False
    last = max((last for last, kind, _, _ in draft.cues.get(at, ()) if kind == NEGATED and last > at), default=-1)
    for position in range(last + 1, min(last + _TO_DEED, draft.stretches[draft.sentence_of[at]].end)) if last >= 0 else ():
        other = draft.words[position]
        if other.kind == "punct":
            return False
        if any(s.relation in RELATIONS for e in other.entries if e.kind == "masdar" for s in e.lexeme.senses):
            return True
    return False


_TO_DEED: Final = 5
"""So many tokens behind such a denial stands the deed, at most."""


def ruled_out(draft: Draft, at: int, word: Word) -> bool:
    """Whether a verb of leaving out has a deed for its object, so that nobody is left out: "استبعد الوزير | عقد اجتماع".

    Behind the verb, its subject and its adverbs stands neither somebody, nor a preposition, nor the end of the sentence.
    """
    if not word.of_verb(draft.lexicon.groups["rules-out"]):
        return False
    position, end = at + 1, draft.stretches[draft.sentence_of[at]].end
    subject = draft.subject_of.get(at, -1)
    if subject >= 0 and draft.phrases[subject].first == position:
        position = draft.phrases[subject].last + 1
    while position < end and ("adverb" in draft.words[position].function or draft.words[position].fold in draft.lexicon.groups["near-day"]):
        position += 1
    if position >= end or (draft.at[position] >= 0 and draft.phrases[draft.at[position]].kind != "act"):
        return False
    behind = draft.words[position]
    return behind.kind != "punct" and "prep" not in behind.function and not behind.prep


def admitted(draft: Draft, at: int, word: Word) -> bool:
    """Whether a noun says who admits what is told: "خسر الجيش الحرب | باعتراف قائده".

    With ب behind him he recognises that, "رحبت باعتراف فرنسا بالدولة", and a verb that ب goes with has its own: "حظي باعتراف فرنسا".
    """
    if word.prep != "ب" or word.definite or bare_article(word.stem) not in draft.lexicon.groups["admits"]:
        return False
    first, end = draft.stretches[draft.sentence_of[at]].first, draft.stretches[draft.sentence_of[at]].end
    behind = draft.words[at + 1 : min(at + _TO_WHAT, end)]
    index = draft.at[at + 1] if at + 1 < end else -1
    owned = bool(word.pronoun or (behind and (behind[0].definite or behind[0].pronoun)))
    if not (owned or (index >= 0 and draft.phrases[index].definite)) or any(other.prep == "ب" or other.stem == "ب" for other in behind):
        return False
    verb = next((k for k in range(at - 1, first - 1, -1) if draft.verb_at(k)), -1)
    lexemes = [e.lexeme for e in draft.words[verb].entries if e.kind in FINITE] if verb >= 0 else []
    with_ = any(light.link == "ب" for x in lexemes for light in x.lights)
    return not with_ and not any(s.takes("ب") for x in lexemes for s in x.senses)


def _how_alone(draft: Draft, at: int, word: Word) -> bool:
    """Whether a noun behind ب only says how something is done, and is no deed: "رد الوزير | بعنف على التصريحات"."""
    behind = draft.word_behind(at)
    if word.prep != "ب" or word.definite or word.pronoun or word.stem not in draft.lexicon.groups["how"]:
        return False
    against = behind is not None and behind.stem in draft.lexicon.groups["strikes-whom"]  # "بعنف ضد المتظاهرين"
    return behind is None or (not against and (behind.kind in ("punct", "func") or bool(behind.conj or behind.prep)))


def _yet_to_come(draft: Draft, at: int, word: Word) -> bool:
    """Whether who comes is only the next one, for it is not said whence or whither: "العدو | القادم لكندا", "الحرب | القادمة"."""
    before, behind = draft.word_before(at), draft.word_behind(at)
    if bare_article(word.stem) not in _COMING or not word.definite or word.prep or before is None or not before.definite:
        return False
    return not before.finite and (behind is None or behind.fold not in _WHENCE)


_COMING: Final = frozenset(("قادم", "قادمه"))
_WHENCE: Final = frozenset(("من", "الي"))


def _in_a_name(draft: Draft, at: int, word: Word) -> bool:
    """Whether a deed is what a body's office or mission is called after: "بعثة الأمم المتحدة | لتقديم المساعدة إلى العراق"."""
    carried = at > 1 and word.definite and draft.words[at - 1].masdar and not word.prep
    first = at - 1 if carried else at
    index, opens = (draft.at[first - 1] if first else -1), draft.words[first]
    if index < 0 or opens.prep != "ل" or not opens.masdar or word.pronoun or draft.sentence_of[first - 1] != draft.sentence_of[at]:
        return False
    body = draft.phrases[index]
    if body.actor is None or body.actor.kind not in _HAVE_MISSIONS or body.last != first - 1:
        return False
    if body.actor.country in draft.lexicon.actors or not draft.words[body.last].definite:
        return False
    return any(0 <= k < body.last and draft.words[k].stem in draft.lexicon.groups["mission-of"] for k in (body.first - 1, body.first))


_HAVE_MISSIONS: Final = frozenset(("organisation", "alliance", "organ"))
"""Kinds of actors, no state's, that have offices and missions, and of these themselves."""


_LOOKS: Final[tuple[Callable[[Draft, int, Word], bool], ...]] = (
    *(_how_alone, _how_great, _held_great, _again, _a_price, _of_a_day, _a_topic, _a_disaster, _a_drone, _only_denies, _of_a_kind),
    _aims_at,
    *(_a_province, _only_answers, _fears_that, _yet_to_come, _in_a_name),
)
"""Each asks of a word at its token whether it tells no deed, for one reason."""
