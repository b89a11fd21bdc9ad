"""How fast claims become a network, and how fast a what-if answers; floors that only rise.

    python bench/network.py [--claims 2000000] [--actors 20000]

Claims are drawn with a seed: actors and documents with long tails, a few hundred voices, dates over ten years, a
tenth of them denied. Prints seconds of one core and the peak of memory, and exits with 1 where a floor is broken: two million
claims over 20,000 actors in 60 s and 1.5 GB, a what-if on 300 actors in 0.1 s: the slowest of three questions, each the
middle of seven tries, beside what it takes to gather the same claims.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ahlaf.network import Network, Party, Statement, load
from ahlaf.network.tensions import tensions
from ahlaf.network.whatif import WhatIf
from ahlaf.relations import RELATIONS

SECONDS, GIGABYTES, ANSWER = 60.0, 1.5, 0.1
TRIES = 7
NAMES = tuple(RELATIONS)


def drawn(claims: int, actors: int, seed: int = 0) -> Iterator[Statement]:
    """Claims, one at a time, as a reader of files gives them."""
    rng = np.random.default_rng(seed)
    parties = [Party(f"a{i}", f"فاعل {i}") for i in range(actors)]
    voices = [(Party(f"v{i}", f"صوت {i}"),) for i in range(400)] + [()] * 600
    outlets = [f"صحيفة {i}" for i in range(120)]
    dates = [f"20{y}-{m:02d}-{d:02d}" for y in range(10, 20) for m in range(1, 13) for d in range(1, 29)]
    signs = [RELATIONS[name].sign for name in NAMES]
    for first in range(0, claims, 9000):
        count = min(9000, claims - first)
        ends = (actors * rng.random((2, count)) ** 2).astype(int).tolist()
        kinds = rng.integers(0, len(NAMES), count).tolist()
        who, denied = rng.integers(0, 1000, count).tolist(), (rng.random(count) < 0.1).tolist()
        alleged, believed = (rng.random(count) < 0.3).tolist(), rng.random(count).round(2).tolist()
        for at in range(count):
            number = first + at
            document = number // 9
            yield Statement(
                f"d{document}:{number % 9}",
                parties[ends[0][at]],
                parties[ends[1][at]],
                NAMES[kinds[at]],
                signs[kinds[at]],
                denied[at],
                "alleged" if alleged[at] else "asserted",
                voices[who[at]],
                believed[at],
                f"d{document}",
                "",
                outlets[document % 120],
                dates[document * 7 % len(dates)],
                quote=f"قال الناطق إن الطرف الأول يدعم الطرف الثاني في الموقف رقم {number} من هذا النزاع",
            )


def planted(actors: int, claims: int, seed: int = 1) -> Iterator[Statement]:
    """Claims of two camps, a tenth of them against the camps."""
    rng = random.Random(seed)  # noqa: S311 - no secret hangs on it
    parties = [Party(f"a{i}", f"فاعل {i}") for i in range(actors)]
    for number in range(claims):
        i, j = rng.sample(range(actors), 2)
        together = ((i < actors // 2) == (j < actors // 2)) ^ (rng.random() < 0.1)
        relation = rng.choice(("AID", "SUPPORT", "ALLY", "MEMBER") if together else ("ASSAULT", "OPPOSE", "ACCUSE", "EXCLUDE"))
        yield Statement(
            str(number), parties[i], parties[j], relation, RELATIONS[relation].sign, document=str(number // 7), credence=rng.random()
        )


def article() -> bool:
    """Whether the article's annotated claims, where they lie beside the project, show what it argues."""
    path = Path(__file__).resolve().parents[2] / "shared" / "eval" / "article_gold.jsonl"
    if not path.exists():
        print(f"not measured: {path} is not there")
        return True
    with path.open(encoding="utf-8") as lines:
        network = Network.of(load(lines))
    found = tensions(network)
    kinds = {t.kind for t in found if all(network.table.quotes[r] for side in t.sides for r in side.rows)}
    wanted = {"member helps", "founder", "word and deed", "left out", "smallest doubt"}
    answer = WhatIf(network).suppose(add=["العراق ALLY روسيا"])
    missing = ", ".join(sorted(wanted - kinds)) or "none"
    print(f"the article: {len(found)} tensions; missing: {missing}; an ally elsewhere changes it: {answer.anything}")
    return wanted <= kinds and answer.anything


def gigabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=2_000_000)
    parser.add_argument("--actors", type=int, default=20_000)
    asked = parser.parse_args()
    began = time.process_time()
    for _ in drawn(asked.claims, asked.actors):
        pass
    alone = time.process_time() - began
    began = time.process_time()
    network = Network.of(drawn(asked.claims, asked.actors))
    read = time.process_time() - began
    edges = len(network.gathered)
    ties = len(network.gathered_ties)
    whole = time.process_time() - began
    print(f"{asked.claims} claims, {asked.actors} actors: {edges} edges, {ties} signed ties")
    print(f"  in columns {read:.1f} s, gathered {whole:.1f} s, of which {alone:.1f} s to draw them; {gigabytes():.2f} GB at the most")
    broken = not article() or whole > SECONDS or gigabytes() > GIGABYTES
    del network
    for actors, claims in ((300, 900), (300, 3000)):
        session = WhatIf(Network.of(planted(actors, claims)), seconds=5)
        began = time.process_time()
        Network.of(planted(actors, claims)).need(minus=True)
        gathering = time.process_time() - began
        slowest = 0.0
        for question in ({"add": ["فاعل 1 ALLY فاعل 299"]}, {"doubt": ["5"]}, {"add": ["فاعل 7 ASSAULT فاعل 8"], "doubt": ["9"]}):
            tries = []
            for _ in range(TRIES):
                began = time.process_time()
                answer = session.suppose(**question)
                tries.append(time.process_time() - began)
            slowest = max(slowest, sorted(tries)[TRIES // 2])
        print(
            f"what-if on {actors} actors, {claims} claims: {slowest * 1000:.0f} ms of the processor, {slowest / gathering:.2f} of what "
            f"gathering the claims takes ({'proved' if answer.after.proved else 'bounds'})"
        )
        broken = broken or slowest > ANSWER
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
