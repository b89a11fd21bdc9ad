"""How fast articles are read, on one core, beside a plain regular-expression word splitter in the same run.

    python bench/speed.py             words a second, the ratio, loading, starting
    python bench/speed.py --json      the same for programs
    python bench/speed.py --floors    fails when something is slower than bench/floors.toml allows
    python bench/speed.py --profile   where the time goes (cProfile, the costliest functions first)
    AHLAF_PACKAGE=build/compiled python bench/speed.py      the same of a package installed elsewhere: the compiled one (make fast)

The texts are ``examples/*.txt``, or the JSON lines given with ``--texts`` (field "text"). Both sides split the same raw
text; the splitter does nothing else. Times are of the processor, which on one core is the time that passes unless others
use the machine; each is the best of several turns, splitter and reader by turns. Reading a text for the first time also
inflects the words that it shows: that turn is given apart, as "cold".
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = str(Path(os.environ.get("AHLAF_PACKAGE") or HERE.parent / "src").resolve())
sys.path.insert(0, PACKAGE)

from ahlaf.coding import pipeline  # noqa: E402 - the project need not be installed
from ahlaf.coding.weighing import learned  # noqa: E402
from ahlaf.coding.words.analysis import Analyser  # noqa: E402
from ahlaf.lexicon import load  # noqa: E402
from ahlaf.model import Document  # noqa: E402
from ahlaf.text.split import sentences  # noqa: E402
from ahlaf.text.views import View  # noqa: E402
from ahlaf.text.words import tokens  # noqa: E402
from ahlaf.usecases import Reader  # noqa: E402

FLOORS = HERE / "floors.toml"
WORD = re.compile(r"\w+")


def texts(path: Path | None, most: int) -> list[str]:
    if path is None:
        return [p.read_text(encoding="utf-8") for p in sorted((HERE.parent / "examples").glob("*.txt"))]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[:most] if line.strip()]


def took(work: Callable[[], object]) -> float:
    """Seconds of the processor that some work takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


LOADINGS = 3


def loaded_afresh() -> None:
    load.load.cache_clear()
    load.load()


def started(*command: str, times: int = 5) -> float:
    """Seconds until a command is done, the best of a few."""
    environment = {**os.environ, "PYTHONPATH": PACKAGE}
    best = float("inf")
    for _ in range(times):
        before = os.times()
        subprocess.run([sys.executable, *command], env=environment, capture_output=True, check=True)  # noqa: S603 - our own interpreter
        after = os.times()
        best = min(best, after.children_user + after.children_system - before.children_user - before.children_system)
    return best


def measure(articles: list[str], turns: int) -> dict[str, float]:
    loading = min(took(loaded_afresh) for _ in range(LOADINGS))
    analyser, judge = Analyser(load.load()), learned.load()
    documents = [Document(text) for text in articles]

    def read() -> int:
        return sum(len(pipeline.code(document, analyser, judge).claims) for document in documents)

    def split() -> int:
        return sum(len(WORD.findall(text)) for text in articles)

    words = split()
    count = sum(len(sentences(tokens(View.of(text).bare))) for text in articles)
    cold = took(read)
    ours, plain = [], []
    for _ in range(turns):
        plain.append(min(took(lambda: [split() for _ in range(20)]) / 20 for _ in range(3)))
        ours.append(took(read))
    reading, splitting = min(ours), min(plain)
    return {
        "words": words,
        "sentences": count,
        "words_a_second": words / reading,
        "words_a_second_cold": words / cold,
        "sentences_a_second": count / reading,
        "splitter_words_a_second": words / splitting,
        "ratio" if pipeline.__file__.endswith(".py") else "ratio_compiled": reading / splitting,
        "lexicon_seconds": loading,
    }


def profile(articles: list[str], most: int) -> None:
    reader = Reader()
    reader.read(Document(articles[0]))
    recorder = cProfile.Profile()
    recorder.enable()
    for text in articles:
        reader.read(Document(text))
    recorder.disable()
    pstats.Stats(recorder).strip_dirs().sort_stats("tottime").print_stats(most)


SAYS = {
    "words": "words read",
    "sentences": "sentences read",
    "words_a_second": "words a second, raw text to claims, one core",
    "words_a_second_cold": "the same on first sight of the words",
    "sentences_a_second": "sentences a second",
    "splitter_words_a_second": "words a second, plain regular-expression splitter",
    "ratio": "times the splitter's time",
    "ratio_compiled": "times the splitter's time, the coder compiled",
    "lexicon_seconds": "seconds to load the lexicon",
    "help_seconds": "seconds of ahlaf --help",
}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=Path, help="JSON lines with the field text")
    options.add_argument("--most", type=int, default=200, help="how many of them")
    options.add_argument("--turns", type=int, default=5)
    options.add_argument("--json", action="store_true")
    options.add_argument("--floors", action="store_true", help="fail when something is slower than it may be")
    options.add_argument("--profile", type=int, nargs="?", const=25, metavar="N", help="show the N costliest functions")
    chosen = options.parse_args()
    articles = texts(chosen.texts, chosen.most)
    if chosen.profile:
        profile(articles, chosen.profile)
        return 0
    found = measure(articles, chosen.turns)
    found["help_seconds"] = started("-m", "ahlaf", "--help")
    with FLOORS.open("rb") as file:
        limits = {key: float(value) for key, value in tomllib.load(file).get("speed", {}).items()}
    if chosen.json:
        print(json.dumps(found | {"limits": limits}))
    else:
        for key, value in found.items():
            limit = f"   (at most {limits[key]:g})" if key in limits else ""
            print(f"{SAYS[key]:52}{value:12,.3f}{limit}" if value < 10 else f"{SAYS[key]:52}{value:12,.0f}{limit}")
    over = [key for key, limit in limits.items() if found.get(key, 0.0) > limit]
    for key in over:
        print(f"too slow: {SAYS[key]}: {found[key]:.3f}, at most {limits[key]:g}", file=sys.stderr)
    return 1 if chosen.floors and over else 0


if __name__ == "__main__":
    sys.exit(main())
