"""The small tables that are packed with the code are read by one reader, which says where a row is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ahlaf.text import tsv

SOURCE = Path(__file__).parents[2] / "src" / "ahlaf"


def test_rows_are_cells_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("id\tnames\nسوريا\tالشام|سورية\nx\t\n", encoding="utf-8")
    assert tsv.rows(path, "id", "names") == [("سوريا", "الشام|سورية"), ("x", "")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "a.tsv:1: has the columns '', not id, names"),
        ("id\tname\nx\ty\n", "a.tsv:1: has the columns 'id\\tname', not id, names"),
        ("id\tnames\nx\ty\nz\n", "a.tsv:3: has 1 cells, not 2 (id, names)"),
        ("id\tnames\nx\ty\tz\n", "a.tsv:2: has 3 cells, not 2 (id, names)"),
        ("id\tnames\nx\ty\n\n", "a.tsv:3: has 1 cells, not 2 (id, names)"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=f"^{re.escape(says)}$"):
        tsv.rows(path, "id", "names")


def test_no_module_splits_a_table_by_itself() -> None:
    """The rule book has a reader of its own, whose columns have checks; what is read from outside is no table of ours."""
    by_hand = {
        path.relative_to(SOURCE).as_posix()
        for room in ("store", "web")
        for path in (SOURCE / room).rglob("*.py")
        if 'split("\\t")' in path.read_text(encoding="utf-8")
    }
    assert not by_hand
