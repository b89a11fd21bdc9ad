"""The table of signs by which a word is told for a verb: each has one reason and an example of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ahlaf.coding.nounphrases import verbhood
from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]

SOURCE = Path(__file__).resolve().parents[3] / "src" / "ahlaf" / "coding" / "nounphrases" / "verbhood.py"
"""Read as it is written: what is compiled has no docstrings."""
ASKED = [sign.__name__ for sign in verbhood.SIGNS]


def written() -> dict[str, str]:
    """Every public function that has a sign's form, with its docstring."""
    return {
        node.name: ast.get_docstring(node) or ""
        for node in ast.parse(SOURCE.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        and node.returns is not None and ast.unparse(node.returns) == "bool | None"
    }


def test_no_sign_is_forgotten_and_none_is_asked_twice() -> None:
    assert sorted(ASKED) == sorted(written())


@pytest.mark.parametrize("name", ASKED)
def test_each_sign_tells_its_reason_with_an_example(name: str) -> None:
    assert re.search(r'"[^"]*[\u0621-\u064a][^"]*"', written()[name])


@pytest.mark.parametrize(
    ("text", "word", "sign", "verb"),
    [
        ("رحب الوزير بالحزب الذي دعم كينيا.", "دعم", "behind_a_particle", True),
        ("تبادل الطرفان التهم في دعم كينيا.", "دعم", "behind_a_particle", False),
        ("وأوضح أن كندا تدعم كينيا.", "وأوضح", "says_that", True),
        ("قال بيان للحزب إن كندا تدعم كينيا.", "قال", "says_that", True),
        ("وطالب باستقالة الحكومة.", "وطالب", "asks_for_it", True),
        ("هاجم مئات المحتجين السفارة.", "هاجم", "done_by_so_many", True),
        ("هاجم الجيش القرية.", "هاجم", "done_by_them", True),
    ],
)
def test_which_sign_speaks(text: str, word: str, sign: str, verb: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(i for i, w in enumerate(draft.words) if w.bare == word)
    spot = verbhood.Spot(draft, at)
    speaks = next(one for one in verbhood.SIGNS if one(spot) is not None)
    assert (speaks.__name__, speaks(spot)) == (sign, verb)
