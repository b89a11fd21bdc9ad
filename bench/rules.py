"""How often each rule of the rule book is right in annotated articles: what its ``credence`` should be.

    python bench/rules.py [GOLD.jsonl[.gz]…] [--articles 300]

GOLD is in the shape of the annotation guide; without one the project's own articles are read. A match counts once, by the
surest rule at its words, and is right where an annotated claim with its sign ties one of its pairs of ends and overlaps its
words. The share is told with one match of either kind added, which keeps a rule that was seen twice from being sure.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from ahlaf import rulebook  # noqa: E402 - the project need not be installed
from ahlaf.check.actors import any_same  # noqa: E402
from ahlaf.check.claims import place  # noqa: E402
from ahlaf.coding import pipeline  # noqa: E402
from ahlaf.coding.claiming import rules  # noqa: E402
from ahlaf.coding.claiming.namer import Namer  # noqa: E402
from ahlaf.coding.claiming.rules import Match  # noqa: E402
from ahlaf.coding.nounphrases.members import members  # noqa: E402
from ahlaf.coding.words.analysis import Analyser  # noqa: E402
from ahlaf.coding.words.draft import Draft  # noqa: E402
from ahlaf.lexicon.load import load  # noqa: E402
from ahlaf.model import Document, Span  # noqa: E402
from ahlaf.relations import RELATIONS  # noqa: E402
from papers import read  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", nargs="*", type=Path, default=[HERE / "articles.jsonl.gz"])
    options.add_argument("--articles", type=int, default=300, help="how many articles, drawn by chance")
    chosen = options.parse_args()
    articles = read(chosen.gold)
    random.Random(3).shuffle(articles)  # noqa: S311 - no secret
    seen, right = counted(articles[: chosen.articles])
    for rule in rulebook.written():
        share = (right[rule.id] + 1) / (seen[rule.id] + 2)
        print(f"{rule.id:36}{right[rule.id]:5} of {seen[rule.id]:4}  share {share:.2f}  credence {rule.credence:.2f}")


def counted(articles: Iterable[Mapping[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """How often each rule matched, and how often it was right."""
    analyser = Analyser(load())
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article in articles:
        draft = pipeline.prepare(Document(article["text"]), analyser)
        namer = Namer(draft)
        gold = [(claim, place(claim, article["text"])) for claim in article["claims"]]
        for match in rules.surest(rules.matches(draft)):
            seen[match.rule.sense.lemma] += 1
            right[match.rule.sense.lemma] += is_right(draft, namer, match, gold)
    return seen, right


def is_right(draft: Draft, namer: Namer, match: Match, gold: Sequence[tuple[Mapping[str, Any], Span | None]]) -> bool:
    words = draft.view.raw_span(draft.toks[match.begin].start, draft.toks[match.end].end)
    ends = [[namer.end(i).names for i in members(draft, index)] for index in (match.source, match.target)]
    for claim, where in gold:
        if claim["sign"] != match.rule.sense.sign or where is None or not where.overlaps(words):
            continue
        mutual = RELATIONS[claim["relation"]].mutual or RELATIONS[match.rule.sense.relation].mutual
        for source, target in ((claim["source"], claim["target"]), (claim["target"], claim["source"]))[: 1 + mutual]:
            if any(any_same(names, source) for names in ends[0]) and any(any_same(names, target) for names in ends[1]):
                return True
    return False


if __name__ == "__main__":
    main()
