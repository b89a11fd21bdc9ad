"""Columns on a narrow terminal: what must go goes, and nothing stands one letter a line."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from ahlaf.exchange.fitting import GAP, LEAST_LAST, NARROW, fit
from ahlaf.exchange.terminal import FSI, PDI, rows

CLAIMS = {"id": 4, "date": 0, "status": 3, "source": 40, "relation": 13, "target": 22, "voice": 30, "modality": 12, "words": 300}
SPARE = ("modality", "status", "date", "voice")


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_the_words_have_room_at_every_width(width: int) -> None:
    widths, out = fit(CLAIMS, width, last="words", spare=SPARE)
    assert sum(size + GAP for size in widths.values()) <= width
    assert widths["words"] >= LEAST_LAST
    assert widths["id"] == 4
    assert all(size >= min(NARROW, CLAIMS[name]) for name, size in widths.items())
    assert {"id", "source", "relation", "target", "words"} <= set(widths)
    assert out == ["date", "modality", "status", "voice"][: len(out)], "what is empty in every row goes first"


@pytest.mark.parametrize("width", [60, 80])
def test_a_narrow_terminal_says_what_it_leaves_out(width: int) -> None:
    out = io.StringIO()
    paper = Console(file=out, width=width, force_terminal=True, color_system=None)
    cells = {name: "قوات المعارضة السورية " * (size // 20) or "x" * size for name, size in CLAIMS.items()}
    left = rows(paper, {name: name for name in CLAIMS}, [cells], last="words", spare=SPARE)
    lines = out.getvalue().splitlines()
    assert "modality" in left
    assert "date" not in left, "nothing stood there"
    assert all(len(line.replace(FSI, "").replace(PDI, "").rstrip()) <= width for line in lines)
    assert len(lines) < 20, "the words are not one letter a line"


def test_columns_that_are_called_alike_keep_their_own_width() -> None:
    out = io.StringIO()
    paper = Console(file=out, width=80, force_terminal=True, color_system=None)
    rows(paper, {"one": "claims", "two": "claims", "three": "why"}, [{"one": "1", "two": "a longer cell", "three": "so"}], last="three")
    assert out.getvalue().splitlines()[0].split() == ["claims", "claims", "why"]
    assert out.getvalue().splitlines()[0].index("claims", 2) == len("claims") + GAP


def test_a_pipe_gets_every_column() -> None:
    out = io.StringIO()
    assert rows(Console(file=out, width=100_000), {name: name for name in CLAIMS}, [dict.fromkeys(CLAIMS, "x")], last="words") == []
    assert out.getvalue().split()[: len(CLAIMS)] == list(CLAIMS)
