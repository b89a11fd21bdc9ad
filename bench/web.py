"""The workbench's server at scale: how fast the first page's data, the map and a decision are.

    python bench/web.py                      4,000 articles and some 40,000 claims, a coder of three verbs
    python bench/web.py --articles 45000     the size of the promise
    python bench/web.py --network            besides: the map of 300 actors and 3,000 edges
    python bench/web.py --project FILE       a project that is there already

The project is made as in bench/store.py. Each question goes to a real server on loopback, in a process of its own, twice: the
first time, when nothing is worked out yet, and the best of five after it. Beside each stands the time of one plain scan of
the claims' table by SQLite, in this process, and the ratio to it: a loaded machine slows both.

Floors, checked with ``--check``: the project and the first page of documents within 300 ms the first time, the map of 300
actors within 1 s once the claims are gathered.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))
sys.path.insert(0, str(HERE.parent / "tests" / "store"))
sys.path.insert(0, str(HERE.parent / "tests" / "web"))
sys.path.insert(0, str(HERE))

import httpx  # noqa: E402 - beside the tests of the server
from fakes import ONE  # noqa: E402
from serving import process  # noqa: E402

from ahlaf import projects  # noqa: E402
from ahlaf.model import Document  # noqa: E402
from ahlaf.store import Arrival, Project  # noqa: E402
from store import articles, fake_reader  # noqa: E402

FIRST = ("/api/project", "/api/documents?limit=50")
PAGES = (
    *FIRST,
    "/api/documents?limit=50&sort=-date&outlet=صحيفة 7",
    "/api/documents?limit=50&search=تركيا",
    "/api/documents?limit=50&sort=-doubtful",
    "/api/documents/1/claims",
    "/api/claims?limit=50&source=تركيا",
    "/api/queue?limit=20",
    "/api/actors?limit=50",
    "/api/map?limit=300",
    "/api/tensions?limit=20",
    "/api/timeline?by=year",
)
VERBS = ("دعمت", "هاجمت", "حالفت")


def fill(project: Project, count: int) -> None:
    projects.add_found(project, articles(count), "bench")
    projects.code(project, ONE, fake_reader)


def fill_network(project: Project, actors: int = 300, edges: int = 3000) -> None:
    """Articles that say so many edges between so many actors, in two camps that mostly hold."""
    pick = random.Random(3)  # noqa: S311 - the same in every run
    said: set[tuple[int, int]] = set()
    while len(said) < edges:
        one, other = pick.sample(range(actors), 2)
        said.add((one, other))
    sentences = []
    for one, other in sorted(said):
        friends = (one % 2 == other % 2) != (pick.random() < 0.08)
        sentences.append(f"فصيل{one} {pick.choice((VERBS[0], VERBS[2])) if friends else VERBS[1]} فصيل{other} .")
    pick.shuffle(sentences)
    texts = [" ".join(sentences[n : n + 10]) for n in range(0, len(sentences), 10)]
    found = (Arrival(Document(t, f"n{n}", outlet=f"صحيفة {n % 9}", date=f"2016-0{1 + n % 9}"), f"n{n}.txt") for n, t in enumerate(texts))
    projects.add_found(project, found, "bench")
    projects.code(project, ONE, fake_reader)


def measure(path: Path, pages: tuple[str, ...]) -> dict[str, float]:
    """Ask a server, and say how long each answer took the first time."""
    plain = sqlite3.connect(path)
    scan = min(scanned(plain) for _ in range(5))
    count = plain.execute("SELECT (SELECT COUNT(*) FROM document), (SELECT COUNT(*) FROM claim)").fetchone()
    plain.close()
    print(f"{count[0]} documents, {count[1]} claims, {path.stat().st_size / 1e6:.0f} MB; a plain scan of the claims takes {scan:.1f} ms")
    first: dict[str, float] = {}
    with process(path, "--as", "bench") as served, served.client() as client:
        client.timeout = httpx.Timeout(600)
        for page in pages:
            first[page] = asked(client, page)
            again = min(asked(client, page) for _ in range(5))
            print(f"{page:58} first {first[page]:8.1f} ms  again {again:7.1f} ms  ratio of the first {first[page] / scan:8.2f}")
        start = time.perf_counter()
        client.post("/api/claims/1/reviews", json={"verdict": "confirm"}).raise_for_status()
        print(f"{'a decision':58} first {1000 * (time.perf_counter() - start):8.1f} ms")
        client.post("/api/undo", json={}).raise_for_status()
        for page in FIRST:
            print(f"{page + ' after a decision':58} first {asked(client, page):8.1f} ms")
    return first


def scanned(plain: sqlite3.Connection) -> float:
    start = time.perf_counter()
    plain.execute("SELECT SUM(credence), COUNT(DISTINCT source) FROM claim NOT INDEXED").fetchall()
    return 1000 * (time.perf_counter() - start)


def asked(client: httpx.Client, page: str) -> float:
    start = time.perf_counter()
    client.get(page).raise_for_status()
    return 1000 * (time.perf_counter() - start)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=4000)
    options.add_argument("--network", action="store_true")
    options.add_argument("--project", type=Path)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory(prefix="ahlaf-bench-") as folder:
        path = chosen.project or Path(folder) / "study.ahlaf"
        if chosen.project is None:
            with Project.create(path) as project:
                fill(project, chosen.articles)
        first = measure(path, PAGES)
        wrong += [page for page in FIRST if first[page] > 300]
        if chosen.network:
            path = Path(folder) / "network.ahlaf"
            with Project.create(path) as project:
                fill_network(project)
            first = measure(path, ("/api/timeline?by=year", "/api/map?limit=300", "/api/tensions?limit=20"))
            wrong += [page for page in ("/api/map?limit=300",) if first[page] > 1000]
    if chosen.check and wrong:
        print(f"a floor is not held: {', '.join(wrong)}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
