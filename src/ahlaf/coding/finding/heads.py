"""Words that look like the head of a phrase, and what shows that they are none, or whose the phrase is.

"قادة حركتي فتح وحماس" are the two groups, "أمر ملكي" has no two kings, "ندوة نظمها المركز" tells who held it; "نظام الرئيس الراحل
صدام حسين" is his.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.finding import kindnames
from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.nounphrases.extent import extend
from ahlaf.coding.nounphrases.offices import of_another_state
from ahlaf.coding.words.agreement import accusative, agree
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.expressions import is_glance
from ahlaf.coding.words.governed import is_although
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.names import bare_article
from ahlaf.relations import RELATIONS


def head_named(draft: Draft, at: int) -> int:
    """The last token of the known name of whose an organ is, behind his office: "نظام | الرئيس الراحل صدام حسين"; -1 for none."""
    word = draft.words[at]
    if not word.definite or word.conj or word.prep or not any(o.person for o in draft.lexicon.organs.get(bare_article(word.stem), ())):
        return -1
    last = extend(draft, at, at, annexed=False)
    if last + 1 >= len(draft.words) or draft.words[last + 1].conj or draft.words[last + 1].prep:
        return -1
    names = [n for n in draft.lexicon.names.get(draft.words[last + 1].fold, ()) if n.actor.kind == "person" and len(n.tokens) > 1]
    found = longest_name(draft, last + 1, names)
    return found[1] if found is not None and not of_another_state(draft, at, last, found[0].actor) else -1


def begins_a_body(draft: Draft, first: int, at: int) -> bool:
    """Whether the last word of an office begins a known body's name, whose the shorter office is: "مدير | مكتب التحقيقات الفيدرالي"."""
    organs = draft.lexicon.organs
    shorter = any(len(o.tokens) == at - first for cut in draft.words[first].cuts for o in organs.get(bare_article(cut.stem), ()))
    bodies_ = [n for n in draft.lexicon.names.get(draft.words[at].fold, ()) if n.strong and len(n.tokens) > 1 and n.actor.kind != "person"]
    return shorter and longest_name(draft, at, bodies_) is not None


def before_two(draft: Draft, at: int) -> bool:
    """Whether people stand before two groups whose names follow, for whom they stand: "قادة | حركتي فتح وحماس"."""
    two = draft.word_behind(at)
    if two is None or two.number != "d" or two.definite or two.conj or two.prep:
        return False
    return kindnames.find(draft, at + 1, two) is not None


def of_words(draft: Draft, at: int) -> bool:
    """Whether a noun for a camp is a word of an expression and means none: "أدى الوزراء | اليمين الدستورية".

    So does a side that is a glance: "غض | الطرف عن القصف", "تغض كندا | الطرف عمن قصفوها".
    """
    generic = draft.words[at].generic
    if is_glance(draft, at):
        return True
    camp = generic is not None and generic.kind == "party" and draft.words[at].stem not in draft.lexicon.groups["group-head"]
    return camp and at in draft.fixed


def only_an_adjective(draft: Draft, at: int) -> bool:
    """Whether what might be two of a kind has nobody whose they are, and describes the noun before it: "أمر | ملكي", but "ملكي الأردن"."""
    word, before = draft.words[at], draft.word_before(at)
    if word.generic is None or word.number != "d" or word.definite or word.pronoun or not word.stem.endswith("ي"):
        return False
    behind = draft.word_behind(at)
    annexed = behind is not None and not (behind.conj or behind.prep) and (behind.definite or behind.fold in draft.lexicon.names)
    noun = before is not None and before.nominal and not before.definite and before.kind != "punct"
    return noun and not annexed and any(e.kind == "adjective" for e in word.entries)


def only_how(draft: Draft, at: int) -> bool:
    """Whether what might be a soldier tells of which kind a deed before it is, or how it is done: "هجوم | عسكري", "تدخلت كندا | عسكريا".

    Nobody is struck by such a deed without a preposition: "قتلت كندا | عسكريا", "مقتل | عسكري".
    """
    word, before = draft.words[at], draft.word_before(at)
    alone = word.generic is not None and word.generic.kind == "person" and word.generic.number == "s" and word.generic.lemma.endswith("ي")
    if before is None or not alone or word.definite or word.pronoun or word.prep or word.conj:
        return False
    if before.masdar and not (before.definite or before.pronoun or before.finite):
        return _leads_only(before)
    if not accusative(draft, word):
        return False
    if _goes_on_how(draft, at):
        return True
    first = draft.stretches[draft.sentence_of[at]].first
    for position in range(at - 1, max(first - 1, at - 1 - _TO_DEED), -1):
        other = draft.words[position]
        if other.kind in ("punct", "number") or other.prep or "prep" in other.function or "numeral" in other.function:
            return False
        if draft.at[position] < 0 and (other.masdar or (other.finite and other.entries)):
            return _leads_only(other)
    return False


def _goes_on_how(draft: Draft, at: int) -> bool:
    """Whether a second word of the same form says with the first how it is done: "دعمت كندا كينيا | سياسيا وعسكريا"."""
    word, behind = draft.words[at], draft.word_behind(at)
    if behind is None or behind.conj != "و" or behind.prep or not word.bare.endswith(_HOW):
        return False
    another = behind.generic is not None and behind.generic.lemma not in _WAYS  # "سياسيا ومدنيا" are two men
    goes_on = behind.bare.endswith(_HOW) and not another and accusative(draft, behind)
    return goes_on and draft.sentence_of[at + 1] == draft.sentence_of[at]


_HOW: Final = "يا"
_WAYS: Final = frozenset(("سياسي", "عسكري"))
"""Men who are called by in what way something may be done."""


def only_strength(draft: Draft, at: int) -> bool:
    """Whether what might be a force is how strong somebody is, of whose secret or source is told: "سر | قوة الحزب", "مصدر | قوته"."""
    word, before = draft.words[at], draft.word_before(at)
    strength = word.generic is not None and word.generic.kind in ("force", "alliance") and word.generic.lemma == _STRENGTH
    if before is None or not strength or word.conj or word.prep or word.number != "s":
        return False
    return not before.definite and before.stem in draft.lexicon.groups["strength-of"]


_STRENGTH: Final = "قوة"


def made_up_of(draft: Draft, at: int) -> bool:
    """Whether what might be an author says of what a body before it is made up: "القوة | المؤلفة من وحدات كندية"."""
    word, before, beyond = draft.words[at], draft.word_before(at), draft.word_behind(at)
    if before is None or beyond is None or beyond.fold != "من" or word.prep or word.conj or word.pronoun:
        return False
    body = before.generic is not None and before.definite == word.definite and agree(draft, before, word)
    return body and bare_article(word.stem) in draft.lexicon.groups["made-up-of"]


def allying(draft: Draft, at: int) -> bool:
    """Whether what might be an alliance is the deed of entering one: "التوجه نحو كندا | والتحالف معها", "من | التحالف مع كندا".

    "قاتل | التحالف مع الجيش" is one that does something, and "although" leads to nobody: "خارج | التحالف مع أنها".
    """
    word, before, beyond = draft.words[at], draft.word_before(at), at + 1
    alliance = word.definite and word.masdar and word.generic is not None and word.generic.kind == "alliance"
    if not alliance or before is None or before.verb or beyond >= len(draft.words) or draft.words[beyond].stem != "مع":
        return False
    if is_although(draft, beyond):
        return False
    return bool(draft.words[beyond].pronoun) or bool(word.prep) or "prep" in before.function


def allied(draft: Draft, at: int) -> bool:
    """Whether what might be an alliance is somebody's, who entered it with whom "with" leads to: "بعد | تحالف كندا مع الحزب".

    "قصف | تحالف كندا مع الجيش القرية" is one that does something.
    """
    word, before, whose = draft.words[at], draft.word_before(at), draft.word_behind(at)
    alliance = word.masdar and word.generic is not None and (word.generic.kind, word.generic.number) == ("alliance", "s")
    if not alliance or before is None or before.finite or whose is None or word.definite or word.pronoun or whose.conj or whose.prep:
        return False
    name = longest_name(draft, at + 1, [n for n in draft.lexicon.names.get(whose.fold, ()) if n.actor.kind not in _OF_MANY])
    last = name[1] if name is not None else at + 1 if whose.generic is not None and whose.generic.kind not in _OF_MANY else -1
    return 0 <= last < len(draft.words) - 1 and draft.words[last + 1].stem == "مع"


_OF_MANY: Final = frozenset(("alliance", "organisation"))
"""Actors whose name may begin with an alliance's: "تحالف أحزاب اليسار"."""


def doing_away(draft: Draft, at: int) -> bool:
    """Whether what might be the judges is the end that is put to somebody, to whom "on" leads: "إضعاف الحزب | والقضاء عليه".

    "اتهم | القضاء عليا" has another word behind it.
    """
    word, behind = draft.words[at], draft.word_behind(at)
    judges = word.generic is not None and word.generic.lemma == _JUDGES and not word.pronoun
    return judges and behind is not None and behind.kind == "func" and behind.stem == "علي"


_JUDGES: Final = "قضاء"


def not_known(draft: Draft, at: int) -> bool:
    """Whether what might be an unknown man says of a thing of somebody's that nobody knows it: "مصيره | المجهول", "المستقبل | المجهول"."""
    word, before = draft.words[at], draft.word_before(at)
    unknown = word.generic is not None and word.generic.lemma == _UNKNOWN and word.number == "s" and not (word.conj or word.prep)
    if not unknown or before is None or not before.nominal or before.finite or before.generic is not None:
        return False
    return word.definite == (before.definite or bool(before.pronoun)) and before.kind not in ("func", "punct")


_UNKNOWN: Final = "مجهول"


_TO_DEED: Final = 5
"""So many tokens stand between a deed and how it is done, at most."""


def _leads_only(word: Word) -> bool:
    """Whether all that a verb or deed may be done to stands behind a preposition: "تدخل في", "هجوم على"."""
    entries = [e for e in word.entries if e.kind == "masdar"] or word.entries
    senses = [s for e in entries for s in e.lexeme.senses if s.relation in RELATIONS]
    return bool(senses) and all(s.target and _TAKEN.isdisjoint(s.target) for s in senses)


_TAKEN: Final = frozenset(("obj", "gen", "subj", "host"))
"""Where an end of a deed stands that no preposition leads to."""


def of_the_noun_before(draft: Draft, at: int) -> bool:
    """Whether what may be a plural with "her" or "his" is the verb of a clause on the noun before it: "ندوة | نظمها المركز"."""
    word, before = draft.words[at], draft.word_before(at)
    behind = draft.word_behind(at)
    if before is None or behind is None or word.conj or word.number != "p" or word.pronoun not in ("ه", "ها"):
        return False
    if before.definite or before.pronoun or not before.nominal or before.kind in ("func", "punct", "unknown") or before.number == "p":
        return False
    return (before.gender == "f") == (word.pronoun == "ها") and behind.definite and not (behind.conj or behind.prep)
