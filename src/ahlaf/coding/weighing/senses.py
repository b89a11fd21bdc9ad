"""Which relation a word means where it may mean several: how often annotated articles meant which, by lemma and by form.

"محاربة الإرهاب" is a stance, "حرب" is waged, and both are of حَارَبَ; so is "تحارب", a stance, and "حاربت", a war that was. A form that
was seen seldom is drawn to its lemma's share, a lemma that was seen seldom to a half. The counts lie beside this file, one row for each
lemma, form and relation; ``bench/senses.py`` counts them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.errors import LexiconError
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article

TABLE: Final = Path(__file__).parent / "senses.tsv"
COLUMNS: Final = ("lemma", "form", "relation", "meant", "seen")
_UNKNOWN: Final = 0.5
"""What is taken for the share of a sense that no annotated article shows."""
_DOUBTFUL: Final = 2.0
"""So many cases a share that is fallen back on counts for."""

_ROOT: Final = 3
"""So many letters a noun has at least."""

SenseShares = Mapping[tuple[str, str, str], float]
"""Lemma, form (empty for all of them) and relation → how often it was meant so where it might also mean another relation of that sign."""


def form_of(draft: Draft, trigger: Trigger, sense: Sense) -> str:
    """The form of a lemma that a trigger is: "perfect" or "imperfect" of a verb, a noun's letters; empty for an expression.

    A noun has the letters that it has alone: "محاربه" of "محاربتها", "حرب" of "حربا".
    """
    word = draft.words[trigger.head]
    if trigger.form == "idiom":
        return ""
    kinds = {e.kind for e in word.entries if e.lexeme.lemma == sense.lemma}
    tensed = next((kind for kind in ("imperfect", "perfect") if kind in kinds and word.finite), "")
    noun = bare_article(word.stem)
    if word.pronoun and noun.endswith("ت"):
        noun = f"{noun[:-1]}ه"
    elif not word.definite and not word.pronoun and len(noun) > _ROOT:
        noun = noun.removesuffix("ا")
    return tensed or noun


def share(known: SenseShares, draft: Draft, trigger: Trigger, sense: Sense) -> float:
    """How likely a trigger means a sense's relation by what its lemma and form mean elsewhere."""
    own = known.get((sense.lemma, form_of(draft, trigger, sense), sense.relation))
    return own if own is not None else known.get((sense.lemma, "", sense.relation), _UNKNOWN)


def shares(counts: Iterable[tuple[str, str, str, int, int]]) -> dict[tuple[str, str, str], float]:
    """What counts by lemma, form and relation say; of a lemma those of all its forms together.

    >>> shares([("حَارَبَ", "perfect", "OPPOSE", 0, 8), ("حَارَبَ", "محاربه", "OPPOSE", 8, 8)])["حَارَبَ", "محاربه", "OPPOSE"]
    0.9
    """
    rows = list(counts)
    whole: dict[tuple[str, str], tuple[int, int]] = {}
    for lemma, _, relation, meant, seen in rows:
        before = whole.get((lemma, relation), (0, 0))
        whole[lemma, relation] = before[0] + meant, before[1] + seen
    found = {(lemma, "", relation): (meant + 1.0) / (seen + 2.0) for (lemma, relation), (meant, seen) in whole.items()}
    for lemma, form, relation, meant, seen in rows:
        if form:
            found[lemma, form, relation] = (meant + _DOUBTFUL * found[lemma, "", relation]) / (seen + _DOUBTFUL)
    return found


@lru_cache(maxsize=2)
def load(path: Path = TABLE) -> SenseShares:
    """The shares that come with Ahlaf, or those of another table.

    Raises:
        LexiconError: a row is not of this shape; says which.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows, ())) != COLUMNS:
            raise LexiconError(path.name, 1, "names other columns", f"they are {', '.join(COLUMNS)}; count again with bench/senses.py")
        counts = []
        for line, row in enumerate(rows, 2):
            if len(row) != len(COLUMNS) or not (row[3].isdigit() and row[4].isdigit()):
                raise LexiconError(path.name, line, "is no lemma, form, relation and two counts", "count again with bench/senses.py")
            counts.append((row[0], row[1], row[2], int(row[3]), int(row[4])))
    return shares(counts)
