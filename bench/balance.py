"""How long the frustration index takes, on one core, and whether it is what is known.

    python bench/balance.py [folder of networks] [--weighted] [--random] [--sets]

Networks are files of lines ``node node sign``; by default those of ``../shared/eval/networks``. The first, tiny call is
not counted: it loads the libraries and, on a machine that has never done so, compiles the loops for large networks.
Floors are held against the time of the processor, the program's own and the system's for it, which on one core is
the time that passes unless others use the machine. The clock, the system's share and the load of the machine stand
beside it: where others use the machine the clock runs on, and fresh pages of memory cost the system many times what
they cost alone. So a network over its floor is tried again, up to twice, and the best try counts. Every result is put
through ``verify`` (not counted either), and a network over its floor or off its known value makes the script fail.
``--weighted`` repeats the large ones with random credences, ``--random`` adds dense random networks, ``--sets`` lists
other smallest sets.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ahlaf.network.balance import Edge, Frustration, frustration, smallest_sets, verify

SHARED = Path(__file__).resolve().parents[2] / "shared" / "eval" / "networks"
SMALL_EDGES = 1500
SMALL_SECONDS = 0.3
TRIES = 3
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


def load() -> str:
    """How much others use the machine: by the count of cores, what waits for one."""
    if not hasattr(os, "getloadavg"):
        return "load unknown"
    now, five, quarter = os.getloadavg()
    return f"load {now:.1f} now, {five:.1f} over 5 and {quarter:.1f} over 15 minutes, on {os.cpu_count()} cores"


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one try: by the clock, of the program and of the system for it."""

    clock: float
    own: float
    system: float

    @property
    def used(self) -> float:
        """The time of the processor."""
        return self.own + self.system


def solve(edges: list[Edge], seconds: float | None) -> tuple[Frustration, Took]:
    """One try."""
    before, began = os.times(), time.perf_counter()
    found = frustration(edges, seconds=seconds)
    clock, after = time.perf_counter() - began, os.times()
    return found, Took(clock, after.user - before.user, after.system - before.system)


def measure(name: str, edges: list[Edge], *, seconds: float | None = None, sets: bool = False) -> tuple[bool, float]:
    """Solve, check and print one line; tell if value and floor hold."""
    floor = FLOORS.get(name, SMALL_SECONDS if len(edges) <= SMALL_EDGES and seconds is None else None)
    found, took = solve(edges, seconds)
    tries = 1
    while floor is not None and took.used > floor and tries < TRIES:
        tries += 1
        found, took = min((found, took), solve(edges, seconds), key=lambda both: both[1].used)
    verdict = verify(edges, found)
    known = KNOWN.get(name)
    good = bool(verdict) and (found.proved or seconds is not None)
    good = good and known in {None, found.value} and (floor is None or took.used <= floor)
    value = found.value if found.proved else f"{found.lower}..{found.upper}"
    line = f"{name:22} {len(edges):7} edges  L = {value!s:>12}  {found.proof:8} cpu {took.used:6.2f} s"
    line += f" (system {took.system:.2f})  clock {took.clock:6.2f} s" + (f"  try {tries}" if tries > 1 else "")
    if sets and found.proved:
        began = time.process_time()
        other = smallest_sets(edges, found)
        members = dict(sorted(Counter(other.member).items()))
        line += f"  sets {other.count} {members} cpu {time.process_time() - began:.2f} s"
    if floor is not None and len(edges) > SMALL_EDGES:
        line += f"  floor {floor:g}, {load()}"
    print(line + ("" if good else f"   <-- NOT GOOD (floor {floor}, known {known}): {verdict.says}"), flush=True)
    return good, took.used


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
    print(f"the machine: {load()}")
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
    print(f"slowest of the small ones: cpu {slowest:.3f} s (floor {SMALL_SECONDS:g})")
    print(f"the machine: {load()}; with more than one waiting for a core, read cpu, not clock")
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
