"""What a way to cut a word costs: each cost has one reason and an example of it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from ahlaf.coding.words import costs
from ahlaf.coding.words.analysis import Analyser
from ahlaf.lexicon.load import load

SOURCE = Path(__file__).resolve().parents[3] / "src" / "ahlaf" / "coding" / "words" / "costs.py"
"""Read as it is written: what is compiled has no docstrings."""
ASKED = [cost.__name__ for cost in costs.COSTS]


def written() -> dict[str, str]:
    """Every public function that has a cost's form, with its docstring."""
    return {
        node.name: ast.get_docstring(node) or ""
        for node in ast.parse(SOURCE.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.name != "of"
    }


def test_no_cost_is_forgotten_and_none_is_asked_twice() -> None:
    assert sorted(ASKED) == sorted(written())


@pytest.mark.parametrize("name", ASKED)
def test_each_cost_tells_its_reason_with_an_example(name: str) -> None:
    assert re.search(r'"[^"]*[\u0621-\u064a][^"]*"', written()[name])


@pytest.mark.parametrize(
    ("bare", "cut"),
    [
        ("وجهه", ("", "", "وجه", "ه")),
        ("والدول", ("و", "", "دول", "")),
        ("للجنة", ("", "ل", "لجنه", "")),
        ("سياسيه", ("", "", "سياسيه", "")),
        ("وأنه", ("و", "", "ان", "ه")),
        ("وأدى", ("و", "", "ادي", "")),
        ("ودعت", ("و", "", "دعت", "")),
        ("ولجان", ("و", "", "لجان", "")),
        ("سيتم", ("", "س", "يتم", "")),
        ("وكل", ("و", "", "كل", "")),
        ("فتحت", ("", "", "فتحت", "")),
        ("ولاية", ("", "", "ولايه", "")),
        ("لايساعد", ("", "", "يساعد", "")),
        ("بدأوا", ("", "", "بدووا", "")),
    ],
)
def test_how_a_word_is_cut(bare: str, cut: tuple[str, str, str, str]) -> None:
    word = Analyser(load()).word(bare)
    assert (word.conj, word.prep, word.stem, word.pronoun) == cut
