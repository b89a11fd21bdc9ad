"""Who rules out whom, and how often: the judges of ``ahlaf.coding.ends.bars`` at their work.

    python bench/judges.py "شن الحزب هجوما بتمويل كندي."      for each word and sense: whom each judge rules out, and as what
    python bench/judges.py --count [TEXTS.jsonl[.gz]…]        how often each judge speaks in them; the project's own articles else

A judge that never speaks in real texts is to be asked what it is for, and one that speaks everywhere what it takes away.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from ahlaf.coding import pipeline  # noqa: E402 - the project need not be installed
from ahlaf.coding.ends import bars, frames  # noqa: E402
from ahlaf.coding.ends.bars import Ruling  # noqa: E402
from ahlaf.coding.words.analysis import Analyser  # noqa: E402
from ahlaf.coding.words.draft import Draft, Trigger  # noqa: E402
from ahlaf.lexicon.entries import Sense  # noqa: E402
from ahlaf.lexicon.load import load  # noqa: E402
from ahlaf.model import Document  # noqa: E402
from papers import read  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="*", help="a text, or with --count files of JSON lines")
    options.add_argument("--count", action="store_true", help="how often each judge speaks")
    options.add_argument("--most", type=int, default=300, help="how many texts are counted")
    chosen = options.parse_args()
    analyser = Analyser(load())
    if not chosen.count:
        for text in chosen.texts:
            print(*told(pipeline.prepare(Document(text), analyser)), sep="\n")
        return
    articles = read([Path(path) for path in chosen.texts] or [HERE / "articles.jsonl.gz"])[: chosen.most]
    spoke = counted(pipeline.prepare(Document(article["text"]), analyser) for article in articles)
    for name in sorted(names(), key=lambda name: -spoke[name]):
        print(f"{spoke[name]:8} {name}")


def names() -> list[str]:
    """The names of all judges, in the order of the tables."""
    judges = [judge for row in (*bars.OF_WORDS, *bars.OF_SENSES) for judge in row.judges]
    return list(dict.fromkeys(judge.__name__ for judge in judges))


def ruled(draft: Draft) -> Iterator[tuple[Trigger, Sense, Ruling]]:
    """All that the judges say of a draft."""
    around = frames.surroundings(draft)
    for trigger in draft.triggers:
        stood = frames.stands(draft, trigger, around)
        for sense, barred in zip(trigger.senses, bars.find(draft, trigger, trigger.senses, stood, around.nowhere), strict=True):
            yield from ((trigger, sense, ruling) for ruling in barred.rulings)


def told(draft: Draft) -> Iterator[str]:
    """What the judges say of a draft, a line each."""
    for trigger, sense, ruling in ruled(draft):
        named = (draft.phrases[i] if i >= 0 else None for i in sorted(ruling.phrases))
        whom = " ".join(f"«{draft.text(one.first, one.last)}»" if one is not None else "nobody" for one in named)
        yield f"{draft.text(trigger.first, trigger.last)} {sense.relation}: as {ruling.rules_out_as} {ruling.judge} rules out {whom}"


def counted(drafts: Iterable[Draft]) -> Counter[str]:
    """How often each judge speaks, of however many senses."""
    return Counter(ruling.judge for draft in drafts for _, _, ruling in ruled(draft))


if __name__ == "__main__":
    main()
