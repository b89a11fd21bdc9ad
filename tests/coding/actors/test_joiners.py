"""The table of those who join a phrase to one before it: each has one reason and an example of it, and who joined whom is kept."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ahlaf.coding.actors import coordination
from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]

SOURCE = Path(__file__).resolve().parents[3] / "src" / "ahlaf" / "coding" / "actors" / "coordination.py"
"""Read as it is written: what is compiled has no docstrings."""
ASKED = [joiner.__name__ for joiner in coordination.JOINERS]


def written() -> dict[str, str]:
    """Every public function that has a joiner's form, with its docstring."""
    return {
        node.name: ast.get_docstring(node) or ""
        for node in ast.parse(SOURCE.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        and [ast.unparse(argument.annotation) for argument in node.args.args if argument.annotation] == ["Place"]
    }


def test_no_joiner_is_forgotten_and_none_is_asked_twice() -> None:
    assert sorted(ASKED) == sorted(written())


@pytest.mark.parametrize("name", ASKED)
def test_each_joiner_tells_its_reason_with_an_example(name: str) -> None:
    assert re.search(r'"[^"]*[\u0621-\u064a][^"]*"', written()[name])


@pytest.mark.parametrize(
    ("text", "two", "joiner"),
    [
        ("هاجمت كندا كينيا وأوغندا.", "وأوغندا", "side_by_side"),
        ("هددت كندا كينيا، أوغندا والصومال.", "أوغندا", "side_by_side"),
        ("هددت كندا كينيا، أوغندا والصومال.", "والصومال", "side_by_side"),
        ("المعارك بين كندا وكينيا مستمرة.", "وكينيا", "second_of_two"),
        ("المعارك بين الجيش بقيادة ماكرون وداعش مستمرة.", "وداعش", "second_of_two"),
        ("المعارك بين كندا وكينيا وأوغندا مستمرة.", "وأوغندا", "side_by_side"),
        ("انتقدت كندا القصف الأمريكي البريطاني.", "البريطاني", "two_origins"),
        ("تدعم كندا الحوثيين في أوغندا وحماس في كينيا.", "وحماس", "over_what_is_between"),
        ("هدد ماكرون وعدد من وزرائه كينيا.", "وزرائه", "some_of_them"),
        ("رفضت كندا وكينيا، ومعهما أوغندا، القرار.", "أوغندا", "and_with_him"),
        ("هاجمت كندا كينيا. هددت أوغندا الصومال.", "أوغندا", ""),
    ],
)
def test_who_joined_a_phrase_is_kept(text: str, two: str, joiner: str, prepare: Prepare) -> None:
    draft = prepare(text)
    index = next(i for i, phrase in enumerate(draft.phrases) if draft.words[phrase.first].bare == two)
    assert draft.joined_by.get(index, "") == joiner
