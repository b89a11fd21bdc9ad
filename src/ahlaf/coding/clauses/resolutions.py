"""Who resolves: a resolution opens with "إن مجلس الأمن،" and names the body no more, whatever its paragraphs demand.

"إذ يعرب عن قلقه"، "وإذ يدين"، "1 - يطالب"، "2 - يقرر أن" tell what that body does, however far it stands before them; whom they
name behind the verb is whom it is done to. A paragraph that stands alone names nobody who resolves: "3 - يدين هجمات الحركة
ويدعو إلى الحوار" is said by neither the movement nor whoever else is named in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ahlaf.coding.clauses.addressed import in_words, urges
from ahlaf.coding.clauses.ledsubjects import behind_led
from ahlaf.coding.nounphrases.ofdeeds import says_how
from ahlaf.coding.words.agreement import same_gender
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import SOMEBODY
from ahlaf.coding.words.word import TENSED
from ahlaf.text.split import TELLING

_CONSIDERING: Final = "اذ"
_BODIES: Final = frozenset(("name", "organ", "nominal"))
_MARKS: Final = frozenset("-–—.)(،؛")
_RESOLVED: Final = frozenset(("REQUEST", "ACCUSE", "SUPPORT", "REJECT", "AGREE", "CONCEDE", "THREATEN"))
"""What the first verb of a resolution's paragraph may mean."""


def find(draft: Draft) -> None:
    """Fill ``draft.resolves``: token of a verb that opens a paragraph of a resolution, or goes on in it → index of the body.

    The index is -1 where the text names no body.
    """
    body = -1
    unnamed = True
    for stretch in draft.stretches:
        if stretch.kind not in TELLING:
            continue
        opened = _opens(draft, stretch.first, stretch.end)
        body = opened if opened >= 0 else body
        if body < 0:
            unnamed = unnamed and _alone(draft, stretch.first, stretch.end)
            continue
        told = False
        for at in _verbs(draft, stretch.first, stretch.end):
            opens = draft.words[at].conj != "و" or draft.words[at - 1].stem == _CONSIDERING
            if _agrees(draft, at, body) and (opens or (told and _goes_on(draft, at))):
                draft.resolves[at] = body
                told = True


def _alone(draft: Draft, first: int, end: int) -> bool:
    """Whether a sentence is such a paragraph and nobody is its subject; what its verbs tell is then done by nobody who is named.

    So it is of the text's first sentences only: behind others it may be whoever was told of.
    """
    at = _start(draft, first, end)
    if at + 1 < end and draft.words[at].stem == _CONSIDERING:
        at += 1
    if at >= end or not (_is_now(draft, at) and _is_of_words(draft, at) and _hides(draft, at, end)):
        return False
    draft.resolves[at] = -1
    gender = _genders(draft, at)
    related = False
    for k in range(at + 1, end):
        word = draft.words[k]
        comma = draft.words[k - 1].bare in "،؛"
        related = not comma and (related or _told_of(draft, k, gender))
        opens = draft.words[k - 1].stem == _CONSIDERING
        on = word.conj == "و" and not related and _goes_on(draft, k)
        if (opens or on) and _is_now(draft, k) and gender & _genders(draft, k) and (comma or opens or _hides(draft, k, end)):
            draft.resolves[k] = -1
    return True


def _told_of(draft: Draft, at: int, gender: set[str]) -> bool:
    """Whether a clause opens whose verb is of that gender, and may go on behind و: "الحزب | الذي يدعم كينيا ويدعو إلى الحوار"."""
    word = draft.words[at]
    if "relative" not in word.function or "prep" in word.function or at + 1 >= len(draft.words):
        return False
    return any(e.kind in TENSED and e.person == 3 and e.gender in gender for e in draft.words[at + 1].entries)


def _is_now(draft: Draft, at: int) -> bool:
    """Whether a token is a verb of now of somebody told of."""
    return draft.words[at].finite and draft.at[at] < 0 and bool(_genders(draft, at))


def _is_of_words(draft: Draft, at: int) -> bool:
    """Whether a verb may be one of saying, judging, asking or resolving, and of no other deed: "يشير", "يقرر", but not "يقود"."""
    lexemes = [e.lexeme for e in draft.words[at].entries if e.kind == "imperfect"]
    return bool(draft.words[at].reports) or any(s.relation in _RESOLVED for lexeme in lexemes for s in lexeme.senses)


def _genders(draft: Draft, at: int) -> set[str]:
    now = (e for e in draft.words[at].entries if e.kind == "imperfect" and e.voice != "passive")
    return {e.gender for e in now if e.person == 3 and e.number == "s"}


def _hides(draft: Draft, at: int, end: int) -> bool:
    """Whether no subject stands behind a verb: "يطلب إلى", "يدين | هجمات", "يحث | الأطراف على"."""
    words = draft.words
    if at + 1 >= end or words[at].pronoun or behind_led(draft, at, end, [(gender, "s") for gender in _genders(draft, at)]) >= 0:
        return False
    if says_how(draft, at + 1):
        return False  # "تنتقد بحدة | تركيا داعش"
    index, behind = draft.at[at + 1], words[at + 1]
    if index < 0:
        return bool(behind.prep) or behind.masdar or "prep" in behind.function or behind.stem in draft.lexicon.groups["that"]
    phrase = draft.phrases[index]
    if phrase.prep or phrase.kind == "act":
        return True
    if phrase.kind not in SOMEBODY and phrase.kind != "nominal":
        return False
    index += 1
    while index < len(draft.phrases) and draft.phrases[index].first < end and not draft.phrases[index].prep:
        index += 1  # "يحث | حكومة تشاد وفصيل إدريس حسن | على الحوار"
    after = draft.phrases[index - 1].last + 1
    if after < end and words[after].fold == "علي" and urges(draft, at):
        return True
    led = after < end and (bool(words[after].prep) or "prep" in words[after].function or words[after].stem in draft.lexicon.groups["that"])
    told = {e.gender for e in words[at].third}  # "تحدث" may be of the past too
    return led and not any(same_gender(phrase, gender) for gender in told)


def _opens(draft: Draft, first: int, end: int) -> int:
    """The body that a resolution opens with, between إن and a comma, "considering" or the line's end behind it; or -1."""
    words = draft.words
    index = draft.at[first + 1] if first + 2 < end else -1
    if words[first].kind != "func" or words[first].bare != "إن" or index < 0:
        return -1
    phrase = draft.phrases[index]
    comma = phrase.named_to + 1
    if phrase.first != first + 1 or phrase.kind not in _BODIES or phrase.actor is None or comma >= end or words[comma].bare != "،":
        return -1
    return index if comma + 1 >= end or words[comma + 1].stem == _CONSIDERING else -1


def _verbs(draft: Draft, first: int, end: int) -> Iterator[int]:
    """The tokens that may be its verbs: the first word behind a number, those behind "considering", and those behind a comma and و."""
    at = _start(draft, first, end)
    for k in range(at, end):
        before = draft.words[k - 1] if k > first else None
        numbered = k == at > first
        if numbered or (before is not None and before.stem == _CONSIDERING) or (
            before is not None and before.bare == "،" and draft.words[k].conj == "و"
        ):
            yield k


def _start(draft: Draft, first: int, end: int) -> int:
    """The first word behind the number of a paragraph."""
    at = first
    while at < end and (draft.words[at].kind == "number" or draft.words[at].bare in _MARKS or _is_letter(draft, at)):
        at += 1
    return at


def _is_letter(draft: Draft, at: int) -> bool:
    """Whether a letter in brackets numbers a paragraph: "(أ) يدعو"."""
    words = draft.words
    return 0 < at < len(words) - 1 and len(words[at].bare) == 1 and words[at - 1].bare == "(" and words[at + 1].bare == ")"


def _agrees(draft: Draft, at: int, body: int) -> bool:
    """Whether a token is a verb of now that has the body's gender."""
    gender = draft.phrases[body].gender
    forms = (e for e in draft.words[at].entries if e.kind == "imperfect" and e.person == 3 and e.number == "s")
    return draft.words[at].finite and draft.at[at] < 0 and any(not gender or e.gender == gender for e in forms)


def _goes_on(draft: Draft, at: int) -> bool:
    """Whether a verb says something to or of another, as a resolution goes on: "ويدعو | الجزائر", but "ويلتزم | الاتحاد"."""
    return in_words(draft, at) or draft.words[at].of_verb(draft.lexicon.groups["judges"])  # "ترفع | الحصار" is more than words
