"""Whether a credence means what it says: of claims of credence 0.6, are six in ten right?

    python bench/credence.py GOLD.jsonl[.gz]…          tell, and fit the scaling of ``ahlaf.coding.weighing.decide`` anew

GOLD is in the shape of the annotation guide; take articles that nothing was learned from. A claim is right where an
annotated one with its sign ties the same ends at the same words; each annotated claim bears out one, the surest first. The
fit (Platt 1999) is a logistic regression of that on the log-odds of the share that the network gave, of claims with two
ends and of those with one apart; claims of a rule are left out of it, for rules have a credence of their own.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from ahlaf.check.claims import place, same_pair
from ahlaf.coding.weighing.decide import scaling
from ahlaf.exchange import records
from ahlaf.model import Document
from ahlaf.usecases import Reader
from rules import read

LEAST = 0.05
"""Claims of less credence are not looked at."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", nargs="+", type=Path)
    reader = Reader(threshold=LEAST)
    found = [one for path in options.parse_args().gold for article in read(path) for one in judged(reader, article)]
    for both in (True, False):
        mine = [(credence, right) for credence, right, rule, two in found if two is both]
        print("two ends" if both else "one end alone")
        for low in range(10):
            inside = [(c, r) for c, r in mine if low <= c * 10 < low + 1]
            if inside:
                credence, right = np.mean(inside, axis=0)
                print(f"  {low / 10:.1f}  {len(inside):6} claims  credence {credence:.2f}  right {right:.2f}")
        slope, shift = fit([(c, r) for c, r, rule, two in found if two is both and not rule], both=both)
        print(f"  fitted: slope {slope:.2f}, shift {shift:.2f}")


def judged(reader: Reader, article: Mapping[str, Any]) -> Iterator[tuple[float, bool, bool, bool]]:
    """Of each claim found: its credence, whether it is right, whether a rule found it, whether it has both ends."""
    text = article["text"]
    gold = [(claim, place(claim, text)) for claim in article["claims"]]
    found = [records.claim(claim, text) for claim in reader.read(Document(text)).claims]
    left = list(gold)
    for one in sorted(found, key=lambda claim: -claim["credence"]):
        where = place(one, text)
        fits = [g for g in left if g[0]["sign"] == one["sign"] and same_pair(g[0], one) and (not g[1] or not where or g[1].overlaps(where))]
        if fits:
            left.remove(fits[0])
        yield one["credence"], bool(fits), str(one["rule"]).startswith("rules/"), bool(one["source"] and one["target"])


def fit(seen: Sequence[tuple[float, bool]], *, both: bool) -> tuple[float, float]:
    """The scaling that would put these credences straight, in the terms of the shares that they were made of."""
    slope, shift = scaling(both=both)
    odds = np.array([[(math.log(c / (1 - c)) - shift) / slope] for c, _ in seen if c < 1])
    learned = LogisticRegression(C=1e6).fit(odds, [r for c, r in seen if c < 1])
    return float(learned.coef_[0, 0]), float(learned.intercept_[0])


if __name__ == "__main__":
    main()
