"""The table of those who find a verb's subject: each has one reason and an example of it, and who found whom is kept."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ahlaf.coding.clauses import subjects
from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]

SOURCES = Path(__file__).resolve().parents[3] / "src" / "ahlaf" / "coding" / "clauses"
"""Read as they are written: what is compiled has no docstrings."""
ASKED = [finder.__name__ for finder in subjects.FINDERS]


def written() -> dict[str, str]:
    """Every public function of the room that has a finder's form, with its docstring."""
    functions = (node for path in sorted(SOURCES.glob("*.py")) for node in ast.parse(path.read_text(encoding="utf-8")).body)
    return {
        node.name: ast.get_docstring(node) or ""
        for node in functions
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.returns is not None
        and ast.unparse(node.returns) == "Ends | None"
    }


def test_no_finder_is_forgotten_and_none_is_asked_twice() -> None:
    assert sorted(ASKED) == sorted(written())


@pytest.mark.parametrize("name", sorted({*ASKED} - {"look_back"}))
def test_each_finder_tells_its_reason_with_an_example(name: str) -> None:
    assert re.search(r'"[^"]*[\u0621-\u064a][^"]*"', written()[name])


@pytest.mark.parametrize(
    ("text", "verb", "finder"),
    [
        ("هاجم الجيش القرية.", "هاجم", "right_behind"),
        ("كندا تدعم كينيا.", "تدعم", "right_before"),
        ("رحبت بالقرار كينيا.", "رحبت", "behind_led_to"),
        ("الفصائل التي تدافع عنها كينيا كثيرة.", "تدافع", "in_relative"),
        ("ذكر الملك أن كندا تهدد كينيا وشكر مصر.", "وشكر", "who_said_so"),
        ("اتهم كل طرف الآخر بالتجسس.", "اتهم", "each_side"),
        ("لا أحد يدعم الحزب سوى كندا.", "يدعم", "nobody_but"),
        ("من يحمي لبنان؟", "يحمي", "done_to_it"),
        ("هاجم الفلسطينيين مستوطنون.", "هاجم", "behind_object"),
        ("هاجم الجيش القرية ثم انسحب.", "انسحب", "topic"),
        ("هاجم الجيش القرية. ثم انسحب.", "انسحب", "who_did_the_last"),
    ],
)
def test_who_found_a_subject_is_kept(text: str, verb: str, finder: str, prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(i for i, word in enumerate(draft.words) if word.bare == verb)
    assert draft.found_by[at] == finder
