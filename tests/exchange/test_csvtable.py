from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.exchange import csvtable, terminal
from ahlaf.model import Reading


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_one_row_a_claim(reading: Reading) -> None:
    found = rows("".join(csvtable.chunks([reading])))
    assert [(r["document"], r["claim"], r["source"], r["relation"], r["target"]) for r in found] == [
        ("doc", "1", "تركيا", "AID", "تنظيم داعش"),
        ("doc", "2", "قطر", "ALLY", ""),
    ]


def test_the_header_comes_even_where_nothing_was_found(nothing: Reading) -> None:
    assert "".join(csvtable.chunks([nothing])).startswith('"document","date","outlet","title","author","url","claim"')


def test_no_text_cell_can_be_taken_for_a_formula(hostile: Reading) -> None:
    (row,) = rows("".join(csvtable.chunks([hostile])))
    assert row["source"].startswith("'=cmd")
    assert row["evidence"].startswith("'=cmd")
    assert row["sign"] == "-1", "a number is a number"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_every_dangerous_beginning_is_guarded(start: str) -> None:
    assert csvtable.guard(f"{start}1") == f"'{start}1"


@given(st.text())
def test_the_guard_can_be_taken_off_again(text: str) -> None:
    guarded = csvtable.guard(text)
    assert not guarded.startswith(csvtable.FORMULA)
    back = guarded[1:] if guarded.startswith("'") and guarded[1:].startswith(csvtable.FORMULA) else guarded
    if not (text.startswith("'") and text[1:].startswith(csvtable.FORMULA)):
        assert back == text


def test_on_a_terminal_cells_lose_their_controls(hostile: Reading) -> None:
    assert "\x1b" not in "".join(csvtable.chunks([hostile], terminal.harmless))
