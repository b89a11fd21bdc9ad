"""Where an expression's words stand in a text, with what may stand between them."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.word import FINITE, WALLS, Word
from ahlaf.lexicon.entries import Idiom
from ahlaf.lexicon.names import bare_article


def ends_reach(word: Word) -> bool:
    """Whether what is looked for over a gap can't stand behind a word: a new clause (أن، الذي) or a denial (لا، عدم)."""
    return word.stem == "عدم" or not WALLS.isdisjoint(word.function)


NOTHING: Final[frozenset[str]] = frozenset()
"""The forms of no word."""


def forms_near(draft: Draft, at: int, end: int) -> frozenset[str]:
    """All forms of the words among which the second of an expression's is looked for behind its verb, or behind its subject."""
    told, behind = at in draft.subject_of, subject_ends(draft, at)
    near = [*draft.words[at + 1 : min(end, at + _GAP + 2)]]
    if behind > at:
        near += draft.words[behind + 1 : min(end, behind + _GAP + 2)]
    return frozenset().union(*(word.keys for word in near), (_without_his(word) for word in near if told))


def match_parts(draft: Draft, at: int, idiom: Idiom, end: int) -> int | None:
    """The last token of an expression that begins at ``at``, or None.

    A verb may have its subject after it: up to three words may stand between a verb and the next part;
    ``_`` allows as many anywhere. A break (comma, full stop), a new clause (أن، الذي) or a denial (لا، عدم) ends the search.
    Where the subject is longer, the words are looked for behind it: "وجه المتحدث باسم وزارة الخارجية | انتقادات إلى الحزب"; and so is
    a noun that more than the subject stands before: "وقعت كندا وكينيا في نيروبي | معاهدة".
    """
    found = _parts_from(draft, idiom, end, at)
    behind = subject_ends(draft, at) if found is None and idiom.verbal else -1
    if behind <= at:
        return found
    last = _parts_from(draft, idiom, end, behind)
    return last if behind > at + _GAP or (last is not None and _over_aside(draft, behind, last)) else None


def _over_aside(draft: Draft, subject: int, last: int) -> bool:
    """Whether only where or when it was stands between a subject and a noun: "في نيروبي | معاهدة"; "شكوى أمام | محكمة" is another's."""
    behind, before = draft.words[subject + 1], draft.words[last - 1]
    return draft.words[last].nominal and bool(behind.prep or "prep" in behind.function) and not (draft.words[last].prep or before.function)


_GAP: Final = 3
"""So many words may stand where an expression lets others stand."""


def subject_ends(draft: Draft, at: int) -> int:
    """The last token of the subject right behind a verb, with whoever is joined to him; -1 where none stands there.

    A verb with a pronoun has what it is done to: "وثيقة وقعها ثلاثة …" signs nothing that stands behind them.
    """
    index = draft.subject_of.get(at, -1)
    if index < 0 or draft.phrases[index].first != at + 1 or draft.words[at].pronoun:
        return -1
    phrase, stretch = draft.phrases[index], draft.sentence_of[at]
    last = phrase.named_to
    for other in draft.phrases[index + 1 : index + 1 + _GAP]:
        joined = other.first == last + 1 and draft.words[other.first].conj == "و" and not other.pointing
        if not joined or other.sentence != stretch:
            break
        last = other.named_to
    return last


def _parts_from(draft: Draft, idiom: Idiom, end: int, position: int) -> int | None:
    """The last token of an expression that goes on behind ``position``, or None."""
    gap, told = (_GAP if idiom.verbal else 0), idiom.verbal and position in draft.subject_of
    for part in idiom.parts[1:]:
        if "_" in part:
            gap = _GAP
            continue
        found = -1
        for candidate in range(position + 1, min(end, position + 2 + gap)):
            other = draft.words[candidate]
            if not part.isdisjoint(other.keys) or (told and _without_his(other) in part):
                found = candidate
                break
            if part is idiom.parts[-1] and other.prep in part and other.kind != "func":
                return position  # the letter that an expression may end with is a part of the word behind it: "ركع | لكندا"
            if other.kind == "punct" and other.bare not in '«»"':
                break
            if (ends_reach(other) and not _of_so_many(draft, candidate)) or _acts(draft, candidate):
                break
        if found < 0:
            return None
        position = found
        gap = 0
    return position


def _of_so_many(draft: Draft, at: int) -> bool:
    """Whether a word is the "of" behind what tells how much there is: "أوقعت الكثير | من الإصابات", "شنت سلسلة | من الغارات"."""
    word, much = draft.words[at], bare_article(draft.words[at - 1].stem)
    leads = word.stem == "من" and not (word.pronoun or word.conj)
    return leads and any(form in draft.lexicon.groups["much-of"] for form in (much, much.removesuffix("ا")))


def _without_his(word: Word) -> str:
    """A noun in ة that a pronoun stands on, without it: "تولت كندا | قيادته" is what "تولت قيادة" is; empty for any other word."""
    noun = bool(word.pronoun) and word.stem[-1] == "ت" and any(e.kind not in FINITE for e in word.entries)
    return f"{word.stem[:-1]}ه" if noun else ""


def _acts(draft: Draft, at: int) -> bool:
    """Whether a word is a verb and nothing else: what stands behind it is its own, "الطائرات | قصفت | مجموعة من المسلحين".

    That one is, becomes or goes on ("ما فتئت") is no deed of its own.
    """
    word = draft.words[at]
    if not word.finite or word.nominal or draft.at[at] >= 0:
        return False
    known = at in draft.subject_of or at in draft.object_of  # rare verbs are written like nouns: "ابنته"
    return known and not (word.of_verb(draft.lexicon.groups["being"]) or draft.words[at - 1].stem == "ما")


def is_glance(draft: Draft, at: int) -> bool:
    """Whether a side is a glance that is turned away, and nobody: "غض | الطرف عن القصف", "تغض كندا | الطرف عمن قصفوها"."""
    words, lowers = draft.words, draft.lexicon.groups["lowers"]
    if words[at].fold != _GLANCE:
        return False
    away = at + 1 < len(words) and words[at + 1].stem in _AWAY_FROM
    return any(words[k].of_verb(lowers) for k in range(max(0, at - (_TO_GLANCE if away else 1)), at))


_GLANCE: Final = "الطرف"
_AWAY_FROM: Final = frozenset(("عن", "عمن", "عما"))
_TO_GLANCE: Final = 4
"""So many tokens before a glance that is turned away stands its verb, at most: its subject comes between."""
