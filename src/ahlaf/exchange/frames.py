"""Readings → pandas and polars tables, in one call.

Every table has its columns and types even where it has no rows, so that what is written for a thousand
readings also runs on none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from ahlaf.errors import WrongValue
from ahlaf.exchange.records import COLUMNS, ROWS
from ahlaf.model import Reading
from ahlaf.optional import library

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Table = Literal["claims", "actors", "mentions", "sentences"]


def to_pandas(readings: Reading | Iterable[Reading], table: Table = "claims") -> pd.DataFrame:
    """A pandas table of one or many readings.

    Args:
        readings: a reading, or any number of them.
        table: what a row is: ``claims``, ``actors``, ``mentions`` or ``sentences``.

    Raises:
        NotInstalled: pandas is not there; an ``ImportError``.
        TypeError: something is no reading.
        WrongValue: there is no such table.
    """
    columns = _columns(readings, table)
    pandas = library("pandas", "a pandas table")
    kinds = {str: "string", int: "int64", float: "float64"}
    frame: pd.DataFrame = pandas.DataFrame({n: pandas.Series(columns[n], dtype=kinds[k]) for n, k in COLUMNS[table].items()})
    return frame


def to_polars(readings: Reading | Iterable[Reading], table: Table = "claims") -> pl.DataFrame:
    """A polars table of one or many readings; see :func:`to_pandas`.

    Raises:
        NotInstalled: polars is not there; an ``ImportError``.
        WrongValue: there is no such table.
    """
    columns = _columns(readings, table)
    polars = library("polars", "a polars table")
    kinds = {str: polars.String, int: polars.Int64, float: polars.Float64}
    frame: pl.DataFrame = polars.DataFrame(columns, schema={name: kinds[kind] for name, kind in COLUMNS[table].items()})
    return frame


def _columns(readings: Reading | Iterable[Reading], table: str) -> dict[str, list[Any]]:
    if table not in COLUMNS:
        raise WrongValue(f"there is no table {table!r}: take one of {', '.join(COLUMNS)}")
    several = [readings] if isinstance(readings, Reading) else map(_reading, readings)
    rows = [row for reading in several for row in ROWS[table](reading)]
    return {name: [row[name] for row in rows] for name in COLUMNS[table]}


def _reading(one: object) -> Reading:
    if not isinstance(one, Reading):
        raise TypeError(f"a Reading or several are needed, not {type(one).__name__}: ahlaf.read(text) gives one")
    return one
