"""How long the frustration index takes, on one core, and whether it is what is known.

    python bench/balance.py [folder of networks] [--weighted] [--random] [--sets]

Networks are files of lines ``node node sign``; by default those of ``../shared/eval/networks``. The first, tiny call is
not counted: it loads the libraries and, on a machine that has never done so, compiles the loops for large networks.
Floors are held against the time of the processor, which on one core is the time that passes unless others
use the machine. Every result is put through ``verify`` (not counted either), and a network over its floor or off its known value makes
the script fail. ``--weighted`` repeats the large ones with random credences, ``--random`` adds dense random networks,
``--sets`` lists other smallest sets.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

from ahlaf.network.balance import Edge, frustration, smallest_sets, verify

SHARED = Path(__file__).resolve().parents[2] / "shared" / "eval" / "networks"
SMALL_EDGES = 1500
SMALL_SECONDS = 0.3
FLOORS = {"bitcoin_alpha": 2.0, "bitcoin_otc": 2.0, "wikielec_csg": 6.0, "wikirfa": 10.0}
KNOWN = {
    "tribes": 7, "sampson_cloister_nds": 34, "congress_convote": 18, "bio_yeast": 40, "bio_egfr": 193,
    "bio_macrophage": 332, "46-49": 17, "56-59": 34, "66-69": 28, "76-79": 50, "86-89": 32, "96-99": 45,
    "bitcoin_alpha": 720, "bitcoin_otc": 1073, "wikielec_csg": 14613, "wikirfa": 25368,
}  # fmt: skip


def read(path: Path) -> list[Edge]:
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [(u, v, int(float(sign))) for u, v, sign in rows]


def warm_up() -> None:
    """Load and compile everything once."""
    rng = random.Random(0)  # noqa: S311 - no secrets here
    edges: list[Edge] = [(rng.randrange(1500), rng.randrange(1500), 1) for _ in range(8000)]
    edges += [(rng.randrange(1500), rng.randrange(1500), -1) for _ in range(300)]
    frustration(edges, seconds=60)


def measure(name: str, edges: list[Edge], *, seconds: float | None = None, sets: bool = False) -> tuple[bool, float]:
    """Solve, check and print one line; tell if value and floor hold."""
    began, used = time.perf_counter(), time.process_time()
    found = frustration(edges, seconds=seconds)
    took, used = time.perf_counter() - began, time.process_time() - used
    verdict = verify(edges, found)
    floor = FLOORS.get(name, SMALL_SECONDS if len(edges) <= SMALL_EDGES and seconds is None else None)
    known = KNOWN.get(name)
    good = bool(verdict) and (found.proved or seconds is not None)
    good = good and known in {None, found.value} and (floor is None or used <= floor)
    value = found.value if found.proved else f"{found.lower}..{found.upper}"
    line = f"{name:22} {len(edges):7} edges  L = {value!s:>12}  {found.proof:8} {took:7.3f} s  (cpu {used:6.3f})"
    if sets and found.proved:
        began = time.perf_counter()
        other = smallest_sets(edges, found)
        members = dict(sorted(Counter(other.member).items()))
        line += f"  sets {other.count} {members} {time.perf_counter() - began:.2f} s"
    print(line + ("" if good else "   <-- NOT GOOD: " + verdict.says), flush=True)
    return good, used


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--weighted", action="store_true")
    parser.add_argument("--random", action="store_true")
    parser.add_argument("--sets", action="store_true")
    asked = parser.parse_args()
    if not asked.folder.is_dir():
        print(f"no networks to measure: {asked.folder} is not there")
        return 0
    began = time.perf_counter()
    warm_up()
    print(f"loading and compiling: {time.perf_counter() - began:.1f} s, not counted below")
    paths = [p for p in sorted(asked.folder.rglob("*.txt")) if not p.name.endswith(".names")]
    paths.sort(key=lambda p: p.stat().st_size)
    good, slowest = True, 0.0
    for path in paths:
        fine, took = measure(path.stem, read(path), sets=asked.sets)
        good = good and fine
        if path.stem not in FLOORS:
            slowest = max(slowest, took)
    print(f"slowest of the small ones: {slowest:.3f} s")
    if asked.weighted:
        rng = random.Random(0)  # noqa: S311
        for name in ("bio_macrophage", *FLOORS):
            for digits in (2, 17):
                edges = [(u, v, w * max(0.01, round(rng.random(), digits))) for u, v, w in read(asked.folder / f"{name}.txt")]
                measure(f"{name} .{digits}", edges, seconds=120)
    if asked.random:
        for count, degree in ((200, 4), (60, 8), (80, 8), (100, 8)):
            rng = random.Random(1)  # noqa: S311
            pairs: set[tuple[int, int]] = set()
            while len(pairs) < count * degree // 2:
                a, b = rng.sample(range(count), 2)
                pairs.add((min(a, b), max(a, b)))
            measure(f"random {count} of degree {degree}", [(a, b, rng.choice((1, -1))) for a, b in sorted(pairs)], seconds=120)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
