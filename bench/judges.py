"""Who rules out whom, and how often: the judges of ``ahlaf.coding.ends.bars`` at their work; who finds a verb's subject, who joins whom.

    python bench/judges.py "شن الحزب هجوما بتمويل كندي."      for each word and sense: whom each judge rules out, and as what
    python bench/judges.py --subjects "هاجم الجيش القرية."     for each verb: which finder told who does it, and to whom
    python bench/judges.py --joined "هاجمت كندا كينيا وأوغندا."     for each phrase of a list: which joiner told so, and with whom
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
    options.add_argument("--subjects", action="store_true", help="who found the subjects of the verbs of a text")
    options.add_argument("--joined", action="store_true", help="who joined the phrases of a text")
    options.add_argument("--most", type=int, default=300, help="how many texts are counted")
    chosen = options.parse_args()
    analyser = Analyser(load())
    if not chosen.count:
        for text in chosen.texts:
            draft = pipeline.prepare(Document(text), analyser)
            print(*(subjects(draft) if chosen.subjects else joined(draft) if chosen.joined else told(draft)), sep="\n")
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
        whom = " ".join(_named(draft, index) for index in sorted(ruling.phrases))
        yield f"{draft.text(trigger.first, trigger.last)} {sense.relation}: as {ruling.rules_out_as} {ruling.judge} rules out {whom}"


def subjects(draft: Draft) -> Iterator[str]:
    """Who does what each verb of a draft says and to whom, and which finder told so, a line each."""
    for at, finder in draft.found_by.items():
        doer, direct = (_named(draft, ends.get(at, -1)) for ends in (draft.subject_of, draft.object_of))
        yield f"{draft.text(at, at)}: {finder}: {doer} to {direct}"


def joined(draft: Draft) -> Iterator[str]:
    """With whom each phrase of a list is joined, and which joiner told so, a line each."""
    for index, joiner in draft.joined_by.items():
        yield f"{_named(draft, index)}: {joiner}: {_named(draft, draft.lead(index))}"


def _named(draft: Draft, index: int) -> str:
    return f"«{draft.text(draft.phrases[index].first, draft.phrases[index].last)}»" if index >= 0 else "nobody"


def counted(drafts: Iterable[Draft]) -> Counter[str]:
    """How often each judge speaks, of however many senses."""
    return Counter(ruling.judge for draft in drafts for _, _, ruling in ruled(draft))


if __name__ == "__main__":
    main()
