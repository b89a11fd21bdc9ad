"""How well articles are read: the figures of the README's quality table, and floors that only rise.

    python bench/quality.py               one table, for people
    python bench/quality.py --markdown    the same for the README
    python bench/quality.py --json        the same for programs
    python bench/quality.py --floors      fails when a figure is below bench/floors.toml

The project's own annotated articles (``examples/gold.jsonl``) are always read, and scored by :func:`score` below, which
asks what the annotation guide asks: both ends agree with one of the gold's names (more than half of the words that tell
actors apart), the signs agree, the two pieces of evidence overlap, each claim is matched once. Where the reading room
``../shared/eval`` lies beside the project its files are read too and scored by its own scripts. Documents go through the
records that ``ahlaf read --format jsonl`` writes, so that what is measured is what users get.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from ahlaf.exchange import jsonl  # noqa: E402 - the project need not be installed
from ahlaf.model import Document  # noqa: E402
from ahlaf.relations import RELATIONS  # noqa: E402
from ahlaf.text.views import fold  # noqa: E402
from ahlaf.usecases import Reader  # noqa: E402

EXAMPLES = HERE.parent / "examples" / "gold.jsonl"
EVAL = HERE.parents[1] / "shared" / "eval"
FLOORS = HERE / "floors.toml"

Record = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """One measured figure: its key in the floor file, what it is on, what it is, and its value."""

    key: str
    on: str
    what: str
    value: float


# -- reading ------------------------------------------------------------------------------------------------


def lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def found(documents: Iterable[Record], reader: Reader) -> Iterator[str]:
    """The lines that ``ahlaf read --format jsonl`` writes for these documents."""
    return jsonl.chunks(reader.read(Document(d["text"], id=str(d["id"]))) for d in documents)


# -- our own scorer, for the examples ------------------------------------------------------------------------

WORD = re.compile(r"[^\W_]+")
HEADS = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال")
ENDINGS = {"يين": "ي", "يون": "ي", "ين": "", "ون": "", "ات": "", "يه": "ي", "ان": "", "ه": ""}
SMALL = frozenset("من في علي الي عن مع ما كل بعض هذا هذه ذلك تلك التي الذي و او ان هو هي هم".split())
GENERAL = """قوات قوة قوى دولة دول حكومة تنظيم حزب جماعة جماعات جمهورية مملكة عربية إسلامية متحدة ولايات رئيس وزير سيد
دكتور سلطات سلطة نظام جيش حركة ميليشيا ميليشيات مليشيات عناصر مقاتلين مجموعة مجموعات فصائل معظم غير قيادة طائرات أبناء أهل"""


def stem(word: str) -> str:
    """A light stem: one run of clitics off the front, one ending off the back."""
    head = next((h for h in HEADS if word.startswith(h) and len(word) - len(h) >= 3), "")
    word = word[len(head) :]
    end = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
    return word[: len(word) - len(end)] + ENDINGS[end] if end else word


GENERAL_STEMS = frozenset(stem(fold(word)) for word in GENERAL.split())


@cache
def telling(name: str) -> tuple[frozenset[str], ...]:
    """The words of a name that tell it from others, each with and without a one-letter clitic."""
    words = [w for w in WORD.findall(fold(name)) if w not in SMALL]
    ways = [frozenset({stem(w), *([stem(w[1:])] if len(w) >= 5 and w[0] in "وفبلك" else [])}) for w in words]
    return tuple(way for way in ways if not way & GENERAL_STEMS) or tuple(ways)


@cache
def same_actor(one: str, two: str) -> bool:
    """Whether more than half of the telling words of two names agree."""
    left, shared = list(telling(two)), 0
    total = len(telling(one)) + len(left)
    for way in telling(one):
        other = next((o for o in left if o & way), None)
        if other is not None:
            left.remove(other)
            shared += 1
    return total > 0 and 2 * shared / total > 0.5


def agree(ones: list[str], twos: list[str]) -> bool:
    return any(same_actor(one, two) for one in ones for two in twos)


def place(claim: Record, text: str) -> tuple[int, int]:
    """Where a claim's evidence stands; an annotated one is looked for."""
    if "start" in claim:
        return claim["start"], claim["end"]
    at = text.find(claim["evidence"])
    return at, at + len(claim["evidence"])


def fits(gold: Record, claim: Record, text: str) -> bool:
    one, two = place(gold, text), place(claim, text)
    if gold["sign"] != claim["sign"] or not (one[0] < two[1] and two[0] < one[1]):
        return False
    if agree(gold["source"], claim["source"]) and agree(gold["target"], claim["target"]):
        return True
    return RELATIONS[gold["relation"]].mutual and agree(gold["source"], claim["target"]) and agree(gold["target"], claim["source"])


def matched(gold: list[Record], claims: list[Record], text: str) -> list[tuple[int, int]]:
    """A largest matching of gold to found, one to one; a claim of the same relation is tried first."""
    ways = [
        sorted((j for j, c in enumerate(claims) if fits(g, c, text)), key=lambda j, g=g: claims[j]["relation"] != g["relation"])  # type: ignore[misc]
        for g in gold
    ]
    taken: dict[int, int] = {}

    def settle(at: int, seen: set[int]) -> bool:
        for j in ways[at]:
            if j not in seen:
                seen.add(j)
                if j not in taken or settle(taken[j], seen):
                    taken[j] = at
                    return True
        return False

    for at in range(len(gold)):
        settle(at, set())
    return [(at, j) for j, at in taken.items()]


def f1(hit: int, gold: int, claims: int) -> float:
    return 2 * hit / (gold + claims) if gold + claims else 0.0


def both(claims: list[Record]) -> list[Record]:
    return [claim for claim in claims if claim["source"] and claim["target"]]


def score(gold: list[Record], read: list[Record]) -> dict[str, float]:
    """Signed-edge F1 over the claims with both ends, the share of matched ones whose other fields are right."""
    hit = total = said = 0
    right = dict.fromkeys(("relation", "polarity", "modality", "voice"), 0)
    claims_of = {document["id"]: document["claims"] for document in read}
    for document in gold:
        wanted, claims = both(document["claims"]), both(claims_of[document["id"]])
        pairs = matched(wanted, claims, document["text"])
        hit, total, said = hit + len(pairs), total + len(wanted), said + len(claims)
        for i, j in pairs:
            for field in right:
                one, two = wanted[i][field], claims[j][field]
                right[field] += one == two or (field == "voice" and same_actor(one, two))
    shares = {field: count / hit if hit else 0.0 for field, count in right.items()}
    precision, recall = hit / said if said else 0.0, hit / total if total else 0.0
    return {"precision": precision, "recall": recall, "f1": f1(hit, total, said), **shares}


# -- figures -------------------------------------------------------------------------------------------------


def examples(reader: Reader) -> list[Figure]:
    gold = lines(EXAMPLES)
    measured = score(gold, [json.loads(line) for line in found(gold, reader)])
    names = {"f1": "signed-edge F1", "precision": "precision", "recall": "recall"}
    return [Figure(f"examples.{key}", "examples", names.get(key, f"{key} right on matched"), value) for key, value in measured.items()]


def ask(script: str, *arguments: str) -> str:
    """What a script of the reading room prints."""
    return subprocess.run(  # noqa: S603 - our own interpreter on the measuring scripts
        [sys.executable, str(EVAL / script), *arguments], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


def articles(name: str, reader: Reader, folder: Path) -> list[Figure]:
    gold, out = EVAL / f"{name}.jsonl", folder / f"{name}.jsonl"
    out.write_text("".join(found(lines(gold), reader)), encoding="utf-8")
    measured = json.loads(ask("score_claims.py", str(gold), str(out), "--json"))
    figures = [
        Figure(f"{name}.signed_edge", name, "signed-edge F1", measured["signed_edge"]["f1"]),
        Figure(f"{name}.typed_edge", name, "typed F1", measured["typed_edge"]["f1"]),
        Figure(f"{name}.map", name, "map F1", measured["map"]["f1"]),
    ]
    right = measured["accuracy_on_matched"]
    return figures + [Figure(f"{name}.{field}", name, f"{field} right on matched", value) for field, value in right.items()]


SENTENCE_FIGURES = {
    "spans": (
        ("gsr_spans_dev", "family", "right family", r"right family \S+ = ([\d.]+)"),
        ("gsr_spans_dev", "source", "source shares a word", r"source shares a word \S+ = ([\d.]+)"),
        ("gsr_spans_dev", "target", "target shares a word", r"target shares a word \S+ = ([\d.]+)"),
        ("gsr_spans_dev", "countries", "both countries right", r"both countries \S+ = ([\d.]+)"),
    ),
    "detection": (
        ("gsr_detection_dev", "assault", "ASSAULT F1", r"ASSAULT .*?F1 ([\d.]+)"),
        ("gsr_detection_dev", "protest", "PROTEST F1", r"PROTEST .*?F1 ([\d.]+)"),
    ),
    "quad": (("un_quad_dev", "macro", "macro-F1 of five classes", r"macro-F1 ([\d.]+)"),),
}


def sentences(kind: str, reader: Reader, folder: Path) -> list[Figure]:
    name = SENTENCE_FIGURES[kind][0][0]
    gold, out = EVAL / f"{name}.jsonl", folder / f"{name}.jsonl"
    documents = [json.loads(line) for line in ask("score_sentences.py", "docs", str(gold)).splitlines()]
    out.write_text("".join(found(documents, reader)), encoding="utf-8")
    told = ask("score_sentences.py", kind, str(gold), str(out))
    figures = []
    for on, key, what, pattern in SENTENCE_FIGURES[kind]:
        value = re.search(pattern, told)
        if value is None:
            sys.exit(f"score_sentences.py {kind} no longer prints {what!r}:\n{told}")
        figures.append(Figure(f"{on}.{key}", on, what, float(value[1])))
    return figures


def measure() -> Iterator[Figure]:
    reader = Reader()
    yield from examples(reader)
    if not (EVAL / "score_claims.py").exists():
        print(f"only the examples: {EVAL} is not there", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory(prefix="ahlaf-quality-") as made:
        for name in ("claims_dev", "article_gold"):
            if (EVAL / f"{name}.jsonl").exists():
                yield from articles(name, reader, Path(made))
        for kind, asked in SENTENCE_FIGURES.items():
            if (EVAL / f"{asked[0][0]}.jsonl").exists():
                yield from sentences(kind, reader, Path(made))


# -- floors --------------------------------------------------------------------------------------------------


def floors() -> dict[str, float]:
    """Key → the least value: ``[examples] f1 = 0.3`` is ``examples.f1``."""
    with FLOORS.open("rb") as file:
        return {f"{on}.{key}": float(value) for on, table in tomllib.load(file).items() for key, value in table.items()}


def table(figures: list[Figure], least: dict[str, float], *, markdown: bool) -> str:
    rows = [("on", "figure", "measured", "floor")]
    for figure in figures:
        floor = least.get(figure.key)
        rows.append((figure.on, figure.what, f"{figure.value:.3f}", "" if floor is None else f"{floor:.2f}"))
    if markdown:
        told = [f"| `{on}` | {what} | {value} | {floor} |" for on, what, value, floor in rows[1:]]
        return "\n".join(["| on | figure | measured | floor |", "|---|---|---|---|", *told])
    return "\n".join(f"{on:20}{what:34}{value:>9}{floor:>8}" for on, what, value, floor in rows)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--json", action="store_true")
    options.add_argument("--markdown", action="store_true")
    options.add_argument("--floors", action="store_true", help="fail when a figure is below its floor")
    chosen = options.parse_args()
    figures, least = list(measure()), floors()
    if chosen.json:
        print(json.dumps([asdict(figure) | {"floor": least.get(figure.key)} for figure in figures], ensure_ascii=False, indent=1))
    else:
        print(table(figures, least, markdown=chosen.markdown))
    below = [f for f in figures if f.value < least.get(f.key, 0.0)]
    for figure in below:
        print(f"below its floor: {figure.key} is {figure.value:.4f}, must be {least[figure.key]}", file=sys.stderr)
    unknown = [key for key in least if key.split(".")[0] == "examples" and key not in {f.key for f in figures}]
    if unknown:
        print(f"no such figure: {', '.join(unknown)} in {FLOORS.name}", file=sys.stderr)
    return 1 if chosen.floors and (below or unknown) else 0


if __name__ == "__main__":
    sys.exit(main())
