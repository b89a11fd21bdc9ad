"""Who resolves: a resolution opens with "إن مجلس الأمن،" and names the body no more, whatever its paragraphs demand.

"إذ يعرب عن قلقه"، "وإذ يدين"، "1 - يطالب"، "2 - يقرر أن" tell what that body does, however far it stands before them; whom they
name behind the verb is whom it is done to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ahlaf.coding.draft import Draft

_CONSIDERING: Final = "اذ"
_BODIES: Final = frozenset(("name", "organ", "nominal"))
_MARKS: Final = frozenset("-–—.)(،؛")
_TELLS: Final = frozenset(("REQUEST", "ACCUSE", "SUPPORT", "REJECT"))
"""What a resolution goes on with behind و: "ويدعو الجزائر", but "ويلتزم الاتحاد"."""


def find(draft: Draft) -> None:
    """Fill ``draft.resolves``: token of a verb that opens a paragraph of a resolution, or goes on in it → index of the body."""
    body = -1
    for stretch in draft.stretches:
        if stretch.kind in ("byline", "tail"):
            continue
        opened = _opens(draft, stretch.first, stretch.end)
        body = opened if opened >= 0 else body
        if body < 0:
            continue
        told = False
        for at in _verbs(draft, stretch.first, stretch.end):
            opens = draft.words[at].conj != "و" or draft.words[at - 1].stem == _CONSIDERING
            if _agrees(draft, at, body) and (opens or (told and _goes_on(draft, at))):
                draft.resolves[at] = body
                told = True


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
    at = first
    while at < end and (draft.words[at].kind == "number" or draft.words[at].bare in _MARKS or _is_letter(draft, at)):
        at += 1
    for k in range(at, end):
        before = draft.words[k - 1] if k > first else None
        numbered = k == at > first
        if numbered or (before is not None and before.stem == _CONSIDERING) or (
            before is not None and before.bare == "،" and draft.words[k].conj == "و"
        ):
            yield k


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
    """Whether a verb says something to or of another, as those of a resolution do."""
    return any(s.relation in _TELLS for e in draft.words[at].entries if e.kind == "imperfect" for s in e.lexeme.senses)
