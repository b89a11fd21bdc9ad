"""A project at scale: memory and cost per article while adding and coding, and how fast it answers.

    python bench/store.py                     4,000 articles, a coder of three verbs: a minute or two
    python bench/store.py --articles 45000    the size of the promise
    python bench/store.py --real --articles 400 --workers 2      the rule book codes instead of the three verbs

Articles are made from the sentences of ``examples/``: 8 to 20 of them in random order, with names of their own, a
date and an outlet. Measured: milliseconds per article in slices of a tenth, by the clock and of the writing process's
own work (others may use the machine: its load is printed); the most memory that this process and its workers held
together, what they share counted once (on Linux; elsewhere the largest resident memory of this process); and each
question against a plain scan of the same rows by SQLite (no index; ``LIKE`` over texts or evidence), as milliseconds of
the processor and as a ratio. The fake coder's own cost is next to nothing, so that the slices show the store alone.

Floors, checked with ``--check``: own work in the last slice within 1.3 of the second's (not with ``--real``, whose
own work is next to none beside the workers'); memory under what ``floors.toml`` says; filtered claims and search
within 100 ms of the processor.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import sqlite3
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))
sys.path.insert(0, str(HERE.parent / "tests" / "store"))

from fakes import ONE, VERBS, read  # noqa: E402 - beside the store's tests

from ahlaf import projects  # noqa: E402
from ahlaf.model import Document, Reading  # noqa: E402
from ahlaf.store import Arrival, Project, Wanted  # noqa: E402

SLICES = 10
ACTORS = ("تركيا", "روسيا", "العراق", "إيران", "السعودية", "مصر", "قطر", "الحكومة", "المعارضة", "الجيش", "الحزب", "التنظيم")


def sentences() -> list[str]:
    found = []
    for path in sorted((HERE.parent / "examples").glob("*.txt")):
        found += [s.strip() for s in re.split(r"(?<=[.؟!])\s+|\n+", path.read_text(encoding="utf-8")) if len(s) > 30]
    return found


def articles(count: int) -> Iterator[Arrival]:
    """Articles of their own, the same in every run; one in twenty is a near copy of the one before."""
    pick = random.Random(45)  # noqa: S311 - the same in every run
    pool = sentences()
    before = ""
    for number in range(count):
        if before and pick.random() < 0.05:
            text = before + f"\nنقلا عن وكالة {number}."
        else:
            chosen = pick.sample(pool, pick.randrange(8, 20))
            for _ in range(12):
                one, other = pick.choice(ACTORS), pick.choice((*ACTORS, f"فصيل{pick.randrange(5000)}"))
                chosen.insert(pick.randrange(len(chosen)), f"{one} {pick.choice(tuple(VERBS))} {other} .")
            text = "\n".join((f"خبر {number} من مراسل{pick.randrange(10_000)}", *chosen))
        before = text
        date = f"20{pick.randrange(10, 24)}-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}"
        document = Document(text, f"article{number}", title=f"عنوان {number}", outlet=f"صحيفة {number % 40}", date=date)
        yield Arrival(document, f"{number}.txt")


def fake_reader() -> Callable[[Document], Reading]:
    return read


def kin(process: int) -> list[int]:
    """A process and all that it has begun."""
    found = [process]
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text().split():
            found += kin(int(child))
    return found


def held(process: int) -> float:
    """Megabytes that a process holds, what several share divided among them; none where it is gone."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


class Memory:
    """The most that this process and its children held together, looked at when each batch is written."""

    def __init__(self) -> None:
        self.most = 0.0
        self.processes = 0

    def look(self) -> None:
        if sys.platform != "linux":
            self.most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * (1024 if sys.platform == "darwin" else 1))
            return
        each = [held(p) for p in kin(os.getpid())]
        if sum(each) > self.most:
            self.most, self.processes = sum(each), len(each)


def slices(count: int, memory: Memory, work: Callable[[Callable[[projects.Sum], None]], object]) -> list[tuple[float, float]]:
    """Milliseconds per article, slice by slice: by the clock, and of this process's own work."""
    marks = [(0, time.perf_counter(), time.process_time())]

    def watch(so_far: projects.Sum) -> None:
        memory.look()
        if so_far.done >= len(marks) * count / SLICES:
            marks.append((so_far.done, time.perf_counter(), time.process_time()))

    work(watch)
    return [
        (1000 * (t2 - t1) / (n2 - n1), 1000 * (c2 - c1) / (n2 - n1)) for (n1, t1, c1), (n2, t2, c2) in pairwise(marks) if n2 > n1
    ]


Took = tuple[float, float]
"""Milliseconds of the processor and by the clock."""


def milliseconds(work: Callable[[], object], times: int = 5) -> Took:
    """The best of a few, for others use the machine too."""
    took = []
    for _ in range(times):
        start, used = time.perf_counter(), time.process_time()
        work()
        took.append((1000 * (time.process_time() - used), 1000 * (time.perf_counter() - start)))
    return min(took)


def questions(path: Path, project: Project) -> list[tuple[str, Took, Took]]:
    """Each question: what, our time, a plain scan's time."""
    plain = sqlite3.connect(path)

    def scan(query: str, *values: str) -> Took:
        return milliseconds(lambda: plain.execute(query, values).fetchall(), 3)

    evidence = "SELECT c.id FROM claim c NOT INDEXED JOIN document_text t ON t.document = c.document WHERE {} ORDER BY c.date LIMIT 100"
    def claims(**wanted: object) -> Callable[[], object]:
        return lambda: list(project.claims(Wanted(limit=100, **wanted)))  # type: ignore[arg-type]

    one, both = "+c.source = ?", "+c.source = ? AND +c.target = ? AND +c.date >= ?"
    held = evidence.format("c.words LIKE ?")
    asked: list[tuple[str, Callable[[], object], Took]] = [
        ("claims --source", claims(source="turkey"), scan(evidence.format(one), "turkey")),
        (
            "claims --source --target --since",
            claims(source="تركيا", target="العراق", since="2016"),
            scan(evidence.format(both), "turkey", "iraq", "2016"),
        ),
        (
            "claims --sign - --relation",
            claims(sign=-1, relation="ASSAULT"),
            scan(evidence.format("+c.relation = ? AND +c.sign = -1"), "ASSAULT"),
        ),
        ("claims --text, rare", claims(text="فصيل77"), scan(held, "%فصيل77%")),
        ("claims --text, common", claims(text="لتركيا"), scan(held, "%تركيا%")),
        ("claims --text --source, both common", claims(text="لتركيا", source="russia"), scan(held, "%تركيا%")),
        ("claims --status, none", claims(status="refused"), scan(evidence.format("+c.status = ?"), "refused")),
        ("claims --once --since", claims(once=True, since="2023"), scan(evidence.format("+c.date >= ?"), "2023")),
        ("review, doubtful first", lambda: project.queue("bench"), scan("SELECT id FROM claim ORDER BY ABS(credence - 0.5) + 0 LIMIT 20")),
    ]
    texts = "SELECT document FROM document_text WHERE text LIKE ?"
    asked += [
        ("search, rare", lambda: project.search("مراسل77"), scan(texts, "%مراسل77%")),
        ("search, common", lambda: project.search("العراق"), scan(texts, "%العراق%")),
        ("search, two common", lambda: project.search("وتركيا الحكومة"), scan(texts + " AND text LIKE '%الحكومة%'", "%تركيا%")),
        ("search, in a row", lambda: project.search('"هاجمت العراق"'), scan(texts, "%هاجمت العراق%")),
        ("search, nothing", lambda: project.search("زرافة"), scan(texts, "%زرافة%")),
    ]
    found = [(name, milliseconds(ours), theirs) for name, ours, theirs in asked]
    plain.close()
    return found


def load() -> str:
    """How much others use the machine."""
    now, five, quarter = os.getloadavg()
    return f"load {now:.1f} now, {five:.1f} over 5 and {quarter:.1f} over 15 minutes, on {os.cpu_count()} cores"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=4000)
    options.add_argument("--real", action="store_true")
    options.add_argument("--workers", type=int)
    options.add_argument("--check", action="store_true")
    options.add_argument("--keep", type=Path, help="keep the project here, or ask one that was kept")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="ahlaf-bench-") as folder:
        path = chosen.keep or Path(folder) / "study.ahlaf"
        held = True
        if path.exists():
            print(f"asking what was kept at {path}")
        else:
            held = fill(path, chosen.articles, workers=chosen.workers, real=chosen.real)
        with Project.open(path) as project:
            slowest = 0.0
            print(f"{load()}; milliseconds of the processor (by the clock):")
            for what, (ours, clock), (theirs, their_clock) in questions(path, project):
                slowest = max(slowest, ours)
                plain = f"plain scan {theirs:8.1f} ms ({their_clock:.1f})   ratio {ours / theirs:.3f}"
                print(f"{what:38} {ours:8.1f} ms ({clock:.1f})   {plain}", flush=True)
            faults = [f.says for f in project.doctor() if f.kind == "fault"]
            print("doctor: " + ("; ".join(faults) or "nothing"))
    if chosen.check and (not held or slowest > 100 or faults):
        print("a floor is not held")
        return 1
    return 0


def fill(path: Path, count: int, *, workers: int | None, real: bool) -> bool:
    """Add and code so many articles, and print what it took; tell whether floors are held."""
    coder, maker = projects.rule_book() if real else (ONE, fake_reader)
    with Project.create(path) as project:
        memory = Memory()
        added = slices(count, memory, lambda watch: projects.add_found(project, articles(count), "bench", watch=watch))
        adding = memory.most
        coded = slices(count, memory, lambda watch: projects.code(project, coder, maker, workers=workers, watch=watch))
        counts = project.counts()
    print(f"{counts['documents']} articles ({counts['families']} families), {sum(counts['claims'].values())} claims,")
    print(f"{path.stat().st_size / 1e6:.0f} MB; {load()}")
    print(f"memory: adding {adding:.0f} MB, coding {memory.most:.0f} MB in {memory.processes} processes together")
    worst = 1.0
    for name, took in (("add", added), ("code", coded)):
        for kind, times in (("by the clock", [t for t, _ in took]), ("of our own work", [c for _, c in took])):
            ratio = times[-1] / times[1] if len(took) > 2 else 1.0
            print(f"{name}: {' '.join(f'{t:.1f}' for t in times)} ms an article {kind}; last / second: {ratio:.2f}", flush=True)
        worst = max(worst, ratio)
    limit = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["store"]["megabytes"]
    return (real or worst <= 1.3) and memory.most <= limit


if __name__ == "__main__":
    sys.exit(main())
