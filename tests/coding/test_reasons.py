"""The tables of reasons: none is forgotten, none is asked twice, and each tells its reason with an example."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from ahlaf.coding.actors import coordination, newclauses, organs, owners
from ahlaf.coding.clauses import lookalikes, subjects
from ahlaf.coding.ends import bars
from ahlaf.coding.nounphrases import noorgans, verbhood
from ahlaf.coding.voices import sayers
from ahlaf.coding.words import costs, tous

SOURCE = Path(__file__).resolve().parents[2] / "src" / "ahlaf" / "coding"
"""Read as it is written: what is compiled has no docstrings."""

TABLES = {
    "finders": (subjects.FINDERS, "clauses/*.py", "(Verb) -> Ends | None"),
    "exclusions": (lookalikes.EXCLUSIONS, "clauses/*.py", "(Alike) -> list[Entry]"),
    "sayers": (sayers.SAYERS, "voices/*.py", "(Saying) -> int | None"),
    "joiners": (coordination.JOINERS, "actors/*.py", "(Place) -> int"),
    "openers": (newclauses.OPENERS, "actors/*.py", "(Seam) -> bool"),
    "owners": ([*organs.THEMSELVES, *owners.OWNERS, *owners.AT_HOME], "actors/*.py", "(Body) -> Actor | None"),
    "nobodys": (owners.NOBODYS, "actors/*.py", "(Body) -> bool"),
    "costs": (costs.COSTS, "words/*.py", "(Known, Way) -> float"),
    "done to us": (tous.REASONS, "words/*.py", "(Sequence[Word], int, Lexicon) -> bool"),
    "signs": (verbhood.SIGNS, "nounphrases/*.py", "(Spot) -> bool | None"),
    "no organs": ([*noorgans.NO_ORGAN.values()], "nounphrases/noorgans.py", "(Draft, int) -> bool"),
    "judges of words": (
        [judge for row in bars.OF_WORDS for judge in row.judges], "ends/*.py", "(Draft, Trigger, Sequence[Place]) -> set[int]"
    ),
    "judges of senses": (
        [judge for row in bars.OF_SENSES for judge in row.judges], "ends/*.py", "(Draft, Trigger, Sense, Sequence[Place]) -> set[int]"
    ),
}  # fmt: skip
"""What is asked, where it is written, and by which form it is known there."""
TWICE = {
    *("no_subjects", "asked_about", "before_the_thing", "done_directly", "beside_subject", "subject_behind_pronoun"),
    "describes_matters",
}
"""Judges of verbs and of expressions, or of a source and of a target; and of two ministries."""
NO_EXAMPLE = {"look_back"}
"""It finds nobody, and only looks up what those behind it ask for."""


def written(files: str, form: str) -> dict[str, str]:
    """Every public function of a room that has a form, with its docstring."""
    found: dict[str, str] = {}
    for path in sorted(SOURCE.glob(files)):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_") or node.returns is None:
                continue
            given = ", ".join(ast.unparse(argument.annotation) for argument in node.args.args if argument.annotation)
            if f"({given}) -> {ast.unparse(node.returns)}" == form:
                assert node.name not in found, f"two are called {node.name}"
                found[node.name] = ast.get_docstring(node) or ""
    return found


@pytest.mark.parametrize("table", TABLES)
def test_no_reason_is_forgotten_and_none_is_asked_twice(table: str) -> None:
    asked, files, form = TABLES[table]
    times = Counter(one.__name__ for one in asked)
    assert set(times) == set(written(files, form))
    assert {name for name, often in times.items() if often > 1} <= TWICE


@pytest.mark.parametrize("table", TABLES)
def test_each_reason_is_told_with_an_example(table: str) -> None:
    _, files, form = TABLES[table]
    told = written(files, form)
    assert {name for name, why in told.items() if not re.search(r'"[^"]*[\u0621-\u064a][^"]*"', why)} <= NO_EXAMPLE
