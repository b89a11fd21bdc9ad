"""How well articles are read: the figures of the README's quality table, and floors that only rise.

    python bench/quality.py               one table, for people
    python bench/quality.py --markdown    the same for the README
    python bench/quality.py --json        the same for programs
    python bench/quality.py --floors      fails when a figure is below bench/floors.toml
    python bench/quality.py --registers   reads registers.jsonl.gz instead, a minute or two

Registers are news in brief, papers of the United Nations and hard op-eds: 1,000 documents, 10,576 claims, written and
annotated for the project, checked by no second reader. Nothing was learned from them, and nothing may be: they show what
is read of what the coder has not seen, and are large enough to show a difference of a hundredth.

The project's own annotated articles (``examples/gold.jsonl``) are always read; where the reading room ``../shared/eval``
lies beside the project, its files are read too. ``ahlaf bench quality`` measures any coder on any file in the same way
(``ahlaf/quality.py``, ``ahlaf/check``); that it gives the figures of the reading room's own scripts is held by a test.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from ahlaf import quality  # noqa: E402 - the project need not be installed
from ahlaf.check import gold  # noqa: E402
from ahlaf.check.figures import Figure, table  # noqa: E402
from ahlaf.usecases import Reader  # noqa: E402

EXAMPLES = HERE.parent / "examples" / "gold.jsonl"
EVAL = HERE.parents[1] / "shared" / "eval"
FILES = ("claims_dev", "article_gold", "gsr_spans_dev", "gsr_detection_dev", "un_quad_dev")
REGISTERS = HERE / "registers.jsonl.gz"
FLOORS = HERE / "floors.toml"


def measure() -> Iterator[Figure]:
    coder = Reader().coder
    yield from quality.measure(replace(gold.read(EXAMPLES), name="examples"), coder)
    there = [path for name in FILES if (path := EVAL / f"{name}.jsonl").exists()]
    if not there:
        print(f"only the examples: {EVAL} is not there", file=sys.stderr)
    for path in there:
        yield from quality.measure(gold.read(path), coder)


def registers() -> Iterator[Figure]:
    """The figures of each register."""
    with gzip.open(REGISTERS, "rt", encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    coder = Reader().coder
    for name in dict.fromkeys(line["register"] for line in lines):
        own = tuple(line for line in lines if line["register"] == name)
        yield from quality.measure(gold.Gold(name, "claims", own), coder)


def floors() -> dict[str, float]:
    """Key → the least value: ``[examples] signed_edge = 0.3`` is ``examples.signed_edge``."""
    with FLOORS.open("rb") as file:
        return {f"{on}.{key}": float(value) for on, table in tomllib.load(file).items() for key, value in table.items()}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--json", action="store_true")
    options.add_argument("--markdown", action="store_true")
    options.add_argument("--floors", action="store_true", help="fail when a figure is below its floor")
    options.add_argument("--registers", action="store_true", help="what was never learned from, instead")
    chosen = options.parse_args()
    figures, least = list(registers() if chosen.registers else measure()), floors()
    if chosen.json:
        print(json.dumps([asdict(figure) | {"floor": least.get(figure.key)} for figure in figures], ensure_ascii=False, indent=1))
    else:
        print(table(figures, least, markdown=chosen.markdown))
    below = [f for f in figures if f.value < least.get(f.key, 0.0)]
    for figure in below:
        print(f"below its floor: {figure.key} is {figure.value:.4f}, must be {least[figure.key]}", file=sys.stderr)
    keys = {figure.key for figure in figures}
    read = {key.split(".")[0] for key in keys}
    unknown = [key for key in least if key.split(".")[0] in read and key not in keys]
    if unknown:
        print(f"no such figure: {', '.join(unknown)} in {FLOORS.name}", file=sys.stderr)
    return 1 if chosen.floors and (below or unknown) else 0


if __name__ == "__main__":
    sys.exit(main())
