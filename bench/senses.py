"""Count which relation words mean in annotated articles, by lemma and form, where they may mean several of one sign.

    python bench/senses.py GOLD.jsonl[.gz]… [--write]

GOLD is in the shape of the annotation guide: {"id", "text", "claims"}. Without ``--write`` the forms are told that mean
something else than their lemma does; with it the table beside the coder is written anew (:mod:`ahlaf.coding.weighing.senses`).
No sentence is kept, and a form that was seen once is not either.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from ahlaf.coding.pipeline import prepare  # noqa: E402 - the project need not be installed
from ahlaf.coding.weighing import decide, senses  # noqa: E402
from ahlaf.coding.words.analysis import Analyser  # noqa: E402
from ahlaf.coding.words.draft import Draft, Trigger  # noqa: E402
from ahlaf.lexicon.load import load  # noqa: E402
from ahlaf.model import Document  # noqa: E402
from papers import Gold, bound, read  # noqa: E402

Counted = dict[tuple[str, str, str], tuple[int, int]]
"""Lemma, form and relation → how often it was meant, and how often it might have been."""
SELDOM = 2
"""So often a form must have been seen at least to stand for itself."""


def counted(documents: Iterable[dict], analyser: Analyser) -> Counted:
    """How often each sense of the triggers of some documents is meant where another of its sign might be."""
    meant: Counter[tuple[str, str, str]] = Counter()
    seen: Counter[tuple[str, str, str]] = Counter()
    for document in documents:
        draft = prepare(Document(document["text"], id=document["id"]), analyser)
        gold = [Gold.of(c, document["text"]) for c in document["claims"]]
        for trigger in draft.triggers:
            for key, said in told(draft, trigger, [g for g in gold if bound(draft, trigger, g)]):
                seen[key] += 1
                meant[key] += said
    return {key: (meant[key], seen[key]) for key in sorted(seen)}


def told(draft: Draft, trigger: Trigger, gold: Sequence[Gold]) -> Iterator[tuple[tuple[str, str, str], bool]]:
    """The senses that an annotated trigger might have beside another of the same sign, and whether it has them."""
    for sign in (1, -1):
        said = {g.relation for g in gold if g.sign == sign}
        might = [s for s in trigger.senses[: decide.SENSES] if s.sign == sign]
        relations = {s.relation for s in might}
        if len(relations) > 1 and said & relations:
            yield from {(s.lemma, senses.form_of(draft, trigger, s), s.relation): s.relation in said for s in might}.items()


def kept(found: Counted) -> list[tuple[str, str, str, int, int]]:
    """The rows of the table: forms that were seen seldom are counted for their lemma alone."""
    rows: Counted = {}
    for (lemma, form, relation), (meant, seen) in found.items():
        key = lemma, form if seen >= SELDOM else "", relation
        before = rows.get(key, (0, 0))
        rows[key] = before[0] + meant, before[1] + seen
    return [(*key, *counts) for key, counts in sorted(rows.items())]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = kept(counted(read(args.gold), Analyser(load())))
    shares = senses.shares(rows)
    for lemma, form, relation, meant, seen in rows:
        own, whole = shares[lemma, form, relation], shares[lemma, "", relation]
        if form and (own > 0.5) is not (whole > 0.5):
            print(f"{lemma}\t{form}\t{relation}\t{meant} of {seen}\t{own:.2f}, all forms {whole:.2f}")
    if args.write:
        with senses.TABLE.open("w", encoding="utf-8", newline="") as out:
            table = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
            table.writerows([senses.COLUMNS, *rows])
        print(f"written: {senses.TABLE} ({len(rows)} rows)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
