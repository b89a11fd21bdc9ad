"""CSV: UTF-8, every text in quotation marks, safe to open in a spreadsheet; of claims, one a row.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break for a
formula, and an article may hold anything. Such a text gets an apostrophe in front, which spreadsheets
do not show; whoever reads the file with a program takes off one apostrophe where it stands before one of
these characters. Numbers (a sign of -1) stand as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from ahlaf.exchange.records import COLUMNS, claim_rows
from ahlaf.model import Reading

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell must not begin with, in half and full width."""


def guard(cell: Any) -> Any:  # noqa: ANN401 - cells are texts, numbers or nothing
    """A cell that no spreadsheet takes for a formula.

    >>> guard("=1+1"), guard("دعم"), guard(-1)
    ("'=1+1", 'دعم', -1)
    """
    if isinstance(cell, str):
        cell = cell.encode("utf-8", "replace").decode("utf-8")
        return "'" + cell if cell.startswith(FORMULA) else cell
    return "" if cell is None else cell


def table(columns: Iterable[str], rows: Iterable[Mapping[str, Any]], clean: Callable[[str], str] = str) -> Iterator[str]:
    """The header, then each row as soon as it is there.

    Args:
        columns: what the columns are called, in order.
        rows: what stands in them.
        clean: what is done to texts before they are guarded; a terminal has its controls taken off.
    """
    columns = tuple(columns)
    yield _line(columns)
    for row in rows:
        values = [row[c] for c in columns]
        yield _line([guard(clean(v) if isinstance(v, str) else v) for v in values])


def chunks(readings: Iterable[Reading], clean: Callable[[str], str] = str) -> Iterator[str]:
    """The claims of readings; the rows of each document as soon as it is read."""
    return table(COLUMNS["claims"], (row for reading in readings for row in claim_rows(reading)), clean)


def _line(cells: Iterable[Any]) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerow(cells)
    return out.getvalue()
