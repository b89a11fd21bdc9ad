"""Text → tokens, and a token's ways of being cut into clitics and stem.

A token is a run of letters, a number, or one mark of punctuation; missing spaces after a comma or a
bracket therefore cost nothing. Cutting clitics asks no lexicon here: :func:`cuts` lists the few ways
that Arabic spelling allows, and the lexicon says which of them leave a word that it knows.

>>> [c.stem for c in cuts("وبالعراق")][:3]
['وبالعراق', 'بالعراق', 'العراق']
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

TOKEN: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,:٫٬/]\d+)*|\n+|[^\w\s]|_")
"""Letters, numbers, line breaks, one mark of punctuation."""

ARABIC_LETTER: Final = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]")

PRONOUNS: Final = ("هما", "كما", "هم", "هن", "ها", "كم", "كن", "نا", "ني", "ه", "ك", "ي")
"""Attached pronouns, the longest first."""


class Cut(NamedTuple):
    """One way to cut a word: conjunction, preposition or particle, stem (with its article), pronoun."""

    conj: str
    prep: str
    stem: str
    pronoun: str


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the bare view, with its place there."""

    start: int
    end: int
    text: str


def tokens(bare: str) -> list[Token]:
    """The tokens of a bare view, in order; a run of line breaks is one token.

    >>> [t.text for t in tokens("داخلية،بمشاركة(٣٤)دولة")]
    ['داخلية', '،', 'بمشاركة', '(', '٣٤', ')', 'دولة']
    """
    return [Token(m.start(), m.end(), m.group()) for m in TOKEN.finditer(bare)]


_LONG = 7


def cuts(word: str, *, article: bool = True) -> list[Cut]:
    """The ways to cut a folded word, the least cut first; the article stays on the stem.

    Without ``article`` a stem that begins like one (ألقاها) is known to have none.

    >>> [(c.conj, c.prep, c.stem) for c in cuts("وللدول") if not c.pronoun]
    [('', '', 'وللدول'), ('و', '', 'للدول'), ('و', 'ل', 'الدول'), ('و', 'ل', 'لدول')]
    """
    heads = [("", "", word)]
    for conj in ("", "و", "ف"):
        if conj and not (word[0] == conj and len(word) > 2):
            continue
        rest = word[len(conj) :]
        if conj:
            heads.append((conj, "", rest))
        if rest.startswith("لل") and len(rest) > 3:
            heads.append((conj, "ل", "ال" + rest[2:]))
        if len(rest) > 2 and rest[0] in "بلكس":
            heads.append((conj, rest[0], rest[1:]))
    found = [Cut(c, p, s, "") for c, p, s in heads]
    for conj, prep, stem in heads:
        if article and stem.startswith("ال") and len(stem) < _LONG and not stem.startswith("الت"):
            continue  # an article bears no pronoun, but إلزامها, التحاقهم and التقاه begin so by nature
        for pronoun in PRONOUNS:
            if stem.endswith(pronoun) and len(stem) - len(pronoun) >= 2:
                found.append(Cut(conj, prep, stem[: -len(pronoun)], pronoun))
    return found
