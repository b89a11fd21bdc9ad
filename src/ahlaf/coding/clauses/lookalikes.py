"""Verbs that are written alike: which of them can stand where one is, as the words around it show.

Without vowels "تعد" is "promises", "counts", "prepares" and, behind a denial, "returns". What a verb needs and does not have
rules it out, and so does a shadda that it has not; where all others are ruled out too, the word keeps what it may be.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ahlaf.coding.clauses.antecedents import may_do
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.times.calendars import vocabulary
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.expressions import subject_ends
from ahlaf.coding.words.kinds import SOMEBODY
from ahlaf.coding.words.word import FINITE, PARTICIPLES, THIRD, Word
from ahlaf.lexicon.entries import Entry
from ahlaf.text.views import fold


class Alike:
    """A word that several verbs are written like, and what stands behind it."""

    __slots__ = ("at", "behind", "draft", "end", "verbs", "word")

    def __init__(self, draft: Draft, at: int) -> None:
        self.draft, self.at, self.word = draft, at, draft.words[at]
        self.end = draft.stretches[draft.sentence_of[at]].end
        self.behind = draft.words[at + 1 : min(at + _TO_PREPOSITION, self.end)]
        self.verbs = [e for e in self.word.entries if e.kind in FINITE]

    def of(self, group: str) -> list[Entry]:
        """Those of its verbs that are in a group of words."""
        return [e for e in self.verbs if e.lexeme.folded in self.draft.lexicon.groups[group]]


Exclusion = Callable[[Alike], list[Entry]]
"""Which of the verbs that a word may be can't stand where it is, where one reason tells it."""


def can_stand(draft: Draft, at: int, entries: list[Entry]) -> list[Entry]:
    """The entries of a word that may be a verb, without those of verbs that can't stand here: which any of :data:`EXCLUSIONS` names.

    "وقعت | الحرب" tells of no signing, and is a verb of which no claim comes.
    """
    if len({e.lexeme.lemma for e in draft.words[at].entries if e.kind in FINITE}) < 2:
        return entries
    alike = Alike(draft, at)
    if _befalls(alike):
        return [e for e in entries if e.kind not in FINITE]
    out = {e.lexeme.lemma for excluded in EXCLUSIONS for e in excluded(alike)}
    if all(e.lexeme.lemma in out for e in alike.verbs):
        return entries
    spelled = {e.lexeme.lemma for e in written_without_shadda(alike)}
    return [e for e in entries if e.lexeme.lemma not in (out if e.kind in FINITE else spelled if e.kind == "masdar" else ())]


def _befalls(alike: Alike) -> bool:
    """Whether some harm happens, right behind a verb: "وقعت | الحرب"; "أجر" is pay, and "let it happen" nowhere."""
    if alike.word.pronoun or not alike.behind or not _harm(alike.behind[0]):
        return False
    return any(e.person == THIRD and not e.lexeme.senses for e in alike.of("befalls"))


def says_nothing(alike: Alike) -> list[Entry]:
    """What one promises stands behind ب or أن: "تعد | إيران من الدول الكبرى" promises nothing."""
    if alike.word.pronoun or any(w.prep == "ب" or w.stem in ("ب", "ان") for w in alike.behind):
        return []
    return alike.of("says-with")


def none_but_what_counts(alike: Alike) -> list[Entry]:
    """Somebody counts as the greatest or nearest of some: "تعد كندا | أقرب حلفاء كينيا"."""
    groups = alike.draft.lexicon.groups
    if not alike.of("counts-as") or not any(w.fold in groups["greatest"] for w in _to_comma(alike.behind)):
        return []
    return [e for e in alike.verbs if e.lexeme.folded not in groups["counts-as"]]


def done_to_things(alike: Alike) -> list[Entry]:
    """What is done to plans alone has nobody right behind it: "ستفشل | إيران" thwarts nobody."""
    return alike.of("of-things") if not alike.word.pronoun and _somebody(alike.draft, alike.at + 1) else []


def not_done_under(alike: Alike) -> list[Entry]:
    """What one comes under isn't signed: "وقعت القوات | تحت نيران الحزب"."""
    return [e for e in alike.of("not-under") if e.lexeme.senses] if _under(alike.draft, alike.at, alike.end) else []


def shortened_by_nothing(alike: Alike) -> list[Entry]:
    """A verb is shortened only behind a denial and its like: "تعد | إيران من" returns nowhere, as "لم تعد" does."""
    return [] if _shortened_here(alike.draft, alike.at) else [e for e in alike.verbs if shortened(e)]


def come_with_an_object(alike: Alike) -> list[Entry]:
    """Who comes has nothing that he comes: "قدمت فرنسا | طائرات للعراق"."""
    came = [e for e in alike.of("of-nothing") if _led(e)]
    return came if came and _has_object(alike.draft, alike.at) else []


def written_without_shadda(alike: Alike) -> list[Entry]:
    """The one mark beside the damma that writers set tells a verb from another: "حمّل | الوزير الحزب" carries nobody."""
    doubled = _doubled(alike.draft, alike.at)
    return [e for e in alike.verbs if not _doubles(e.lexeme.lemma, doubled)] if doubled else []


def of_another_gender(alike: Alike) -> list[Entry]:
    """Before a verb stands who does it, and its form agrees with him: "كينيا التي | تسلح الحركة" is no man who arms himself."""
    draft, subject = alike.draft, alike.draft.subject_of.get(alike.at, -1)
    if subject < 0 or draft.lead(subject) in draft.group_size or (alike.word.nominal and not _is_told_of(alike, draft.phrases[subject])):
        return []
    phrase, pronoun = draft.phrases[subject], draft.words[alike.at - 1].function.get("relative", "")
    noun = draft.words[phrase.first].generic
    sure = phrase.kind in SOMEBODY and (noun is None or noun.gender == phrase.gender)  # "نظام كيم جونغ أون | توقف"
    if not sure or not phrase.gender or phrase.last > alike.at or (pronoun and not pronoun.startswith(phrase.gender)):
        return []  # "نظام ترودو في كندا الذي | تبنى": the regime
    return [e for e in alike.verbs if e.person == THIRD and not may_do(phrase, e.gender, e.number, draft)]


def _is_told_of(alike: Alike, phrase: Phrase) -> bool:
    """Whether what may be a noun is the verb of who stands before it: "كندا التي | تسلح", but "يرفض الوزير | تسلم السلطة"."""
    draft, before = alike.draft, alike.draft.words[alike.at - 1]
    if "relative" in before.function:
        return True
    opens = phrase.first == draft.stretches[phrase.sentence].first or draft.words[phrase.first - 1].kind in ("punct", "func")
    return opens and phrase.last == alike.at - 1 and not alike.word.conj


EXCLUSIONS: Final[tuple[Exclusion, ...]] = (
    says_nothing,
    none_but_what_counts,
    done_to_things,
    not_done_under,
    shortened_by_nothing,
    come_with_an_object,
    written_without_shadda,
    of_another_gender,
)
"""All that tells of a verb that it can't stand where a word is."""


def _to_comma(words: list[Word]) -> list[Word]:
    """Some words as far as the first mark among them."""
    return words[: next((k for k, word in enumerate(words) if word.kind == "punct"), len(words))]


def _under(draft: Draft, at: int, end: int) -> bool:
    """Whether "under" stands right behind a verb or its subject: "وقعت | تحت نيران الحزب", "وقعت القوات | تحت"."""
    subject = draft.subject_of.get(at, -1)
    behind = draft.phrases[subject].named_to + 1 if subject >= 0 and draft.phrases[subject].first > at else at + 1
    return behind < end and draft.words[behind].stem == "تحت"


def _doubled(draft: Draft, at: int) -> str:
    """The letter inside a word that a shadda is written on, "د" of "قدّم"; empty for none, and at its beginning."""
    token, view, word = draft.toks[at], draft.view, draft.words[at]
    inside = range(token.start + len(word.conj) + len(word.prep) + 1, token.end)
    if _SHADDA not in view.raw_span(token.start, token.end).of(view.raw):
        return ""  # nearly every word
    return next((view.bare[k] for k in inside if _SHADDA in view.raw_span(k, k + 1).of(view.raw)), "")


def _doubles(lemma: str, letter: str) -> bool:
    """Whether a verb has a letter doubled, in its perfect.

    >>> [_doubles(lemma, "د") for lemma in ("قَدَّمَ", "عَدَّ", "قَدِمَ", "جَدَّدَ", "حَذَّرَ")]
    [True, True, False, True, False]
    """
    return any(lemma[k] == letter and _SHADDA in lemma[k + 1 : k + 3] for k in range(len(lemma)))


_SHADDA: Final = "\u0651"


def _led(entry: Entry) -> bool:
    """Whether a verb only leads to somebody, by a preposition: قَدِمَ (إلى), not قَدَّمَ."""
    senses = entry.lexeme.senses
    return bool(senses) and all(s.target and _ENDS.isdisjoint(s.target) for s in senses)


_ENDS: Final = frozenset(("subj", "obj", "gen", "host"))
"""Where an end stands that no preposition leads to."""


def _has_object(draft: Draft, at: int) -> bool:
    """Whether a verb has what it is done to: "قدمت فرنسا | طائرات للعراق", "قدمت إلى العراق | طائرات"; a time is none."""
    words = draft.words
    if words[at].pronoun:
        return True
    subject = draft.subject_of.get(at, -1)
    first = at + 1
    if subject >= 0 and draft.phrases[subject].first == first:
        first = subject_ends(draft, at) + 1
    elif subject < 0 or draft.phrases[subject].first > at:
        return False
    return _is_object(draft, at, first) or ((led := _behind_led(draft, first)) > first and _is_object(draft, at, led))


def _is_object(draft: Draft, at: int, first: int) -> bool:
    """Whether what begins at a token is what a verb at another is done to."""
    words, end = draft.words, draft.stretches[draft.sentence_of[at]].end
    word = words[first] if first < end else None
    if word is None or word.kind in ("func", "punct") or word.prep or word.conj or not word.nominal:
        return False
    days = vocabulary(draft.lexicon).weekdays
    timed = any(word.stem in draft.lexicon.groups[g] for g in _TIMES) or word.fold in days or word.stem in days
    how = word.bare.endswith("ا") and any(e.kind in PARTICIPLES for e in word.entries)  # "قدم الوزير | حاملا رسالة"
    own = draft.at[first] >= 0 and draft.phrases[draft.at[first]].first == first and draft.phrases[draft.at[first]].kind != "nisba"
    return not (timed or how) and (own or not word.definite or not is_adjective(word))


def _behind_led(draft: Draft, at: int) -> int:
    """The token behind whom "to" at one leads to, where something begins that is nobody; ``at`` itself for none."""
    words = draft.words
    to = at + 1 if at < len(words) and words[at].kind == "func" and words[at].stem in _TO else at
    if to >= len(words) or (to == at and words[at].prep != "ل") or (index := draft.at[to]) < 0 or draft.phrases[index].first != to:
        return at
    behind = draft.phrases[index].named_to + 1
    somebody = behind < len(words) and words[behind].generic is not None  # "قدم إلى نيروبي | عاصمة كينيا"
    return at if somebody else behind


_TO: Final = frozenset(("الي", "ل"))
_TIMES: Final = ("near-day", "part-of-day", "time-noun", "unit")


def _somebody(draft: Draft, at: int) -> bool:
    """Whether somebody by name stands at a token, and nothing else that a verb may be done to: "ستفشل | إيران" thwarts nobody."""
    index = draft.at[at] if at < len(draft.words) else -1
    if index < 0 or draft.phrases[index].kind != "name" or draft.phrases[index].prep:
        return False
    after = draft.words[draft.phrases[index].last + 1 :][:1]
    return not any(w.nominal and not (w.prep or w.conj) for w in after)  # "تفشل | تركيا خطط الأكراد"


def _harm(word: Word) -> bool:
    """Whether a noun is some harm that is done: "الحرب", "خلاف"."""
    senses = [s for e in word.entries if e.kind in ("masdar", "noun") for s in e.lexeme.senses]
    harms = any(s.sign < 0 for s in senses) and not any(s.relation == "AGREE" for s in senses)
    return harms and not (word.prep or word.conj) and word.generic is None


def shortened(entry: Entry) -> bool:
    """Whether an imperfect has lost its long vowel, as it does behind a denial and in demands: "لم تعد" of عاد, "لم يدع" of دعا."""
    if entry.kind != "imperfect" or entry.number != "s":
        return False
    lemma, written = entry.lexeme.folded, fold(entry.written)
    if len(lemma) < 3 or len(written) < 2:
        return False
    if lemma[-1] in _WEAK:
        return written[-1] not in _LONG
    return lemma[-2] == "ا" and written[-2] not in _LONG


_WEAK: Final = "اي"
"""On what a verb ends whose last radical is weak."""
_LONG: Final = "اويء"
"""Long vowels and what may stand for one."""


def _shortened_here(draft: Draft, at: int) -> bool:
    """Whether a verb may be shortened here: behind لم, لا and the like, "let", a condition, or joined to such a one before it."""
    words, word, shortens = draft.words, draft.words[at], draft.lexicon.groups["shortens"]
    if word.prep == "ل" or word.negated:
        return True
    first = draft.stretches[draft.sentence_of[at]].first
    back = range(at - 1, max(first, at - (_JOINED if word.conj else _JUST_BEFORE)) - 1, -1)
    func = (k for k in back if words[k].kind == "func" and (words[k].stem in shortens or words[k].bare == _IF))
    return any(words[k].bare not in _OPEN or _leads_a_verb(draft, k) for k in func)


def _leads_a_verb(draft: Draft, at: int) -> bool:
    """Whether a verb stands right behind a particle: "إن | تعد كندا", "من | يرد"; not so "تقول كندا إن كينيا", "من المشكلة"."""
    behind = draft.word_behind(at)
    return behind is not None and behind.finite and draft.at[at + 1] < 0


_IF: Final = "إن"
_OPEN: Final = (_IF, "من")
"""Particles that are a condition before a verb, and "that" or "of" before a noun."""


_JUST_BEFORE: Final = 1
_JOINED: Final = 8
"""So many tokens before one that و joins to it stands what shortens it, at most."""


def with_what_they_need(draft: Draft, at: int, entries: list[Entry]) -> list[Entry]:
    """The entries without the verbs that need a preposition which does not follow, where another verb needs none.

    "عزت المدينة | أسرة الجندي" condoles, and "عزت الحريق إلى الجنود" lays to their charge.
    """
    if len({id(e.lexeme) for e in entries}) < 2:
        return entries
    end = min(at + _TO_PREPOSITION, draft.stretches[draft.sentence_of[at]].end)
    behind = draft.words[at : next((k for k in range(at + 1, end) if draft.words[k].bare in "،؛:"), end)]
    stems = {w.prep for w in behind[1:]} | {w.stem for w in behind if w.kind == "func"}
    missing = frozenset(written for written, stem in _LED.items() if stem not in stems)
    kept = [e for e in entries if not all(s.target and missing.issuperset(s.target) for s in e.lexeme.senses)]
    return kept or entries


_LED: Final = {"إلى": "الي", "ل": "ل", "على": "علي", "ضد": "ضد", "عن": "عن"}
"""Prepositions that an end stands behind, as slots and as texts have them; مع needs no second where two do it together."""
_TO_PREPOSITION: Final = 14
"""So many tokens behind a verb stands the preposition that it needs, at most."""
