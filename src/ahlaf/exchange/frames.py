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
        ImportError: pandas is not installed.
        WrongValue: there is no such table.
    """
    columns = _columns(readings, table)
    try:
        import pandas as pd  # noqa: PLC0415 - optional, and slow to import
    except ImportError as error:
        raise ImportError("pandas is not installed: pip install 'ahlaf[pandas]'") from error
    kinds = {str: "string", int: "int64", float: "float64"}
    return pd.DataFrame({n: pd.Series(columns[n], dtype=kinds[k]) for n, k in COLUMNS[table].items()})


def to_polars(readings: Reading | Iterable[Reading], table: Table = "claims") -> pl.DataFrame:
    """A polars table of one or many readings; see :func:`to_pandas`.

    Raises:
        ImportError: polars is not installed.
        WrongValue: there is no such table.
    """
    columns = _columns(readings, table)
    try:
        import polars as pl  # noqa: PLC0415 - optional, and slow to import
    except ImportError as error:
        raise ImportError("polars is not installed: pip install 'ahlaf[polars]'") from error
    kinds = {str: pl.String, int: pl.Int64, float: pl.Float64}
    return pl.DataFrame(columns, schema={name: kinds[kind] for name, kind in COLUMNS[table].items()})


def _columns(readings: Reading | Iterable[Reading], table: str) -> dict[str, list[Any]]:
    if table not in COLUMNS:
        raise WrongValue(f"there is no table {table!r}: take one of {', '.join(COLUMNS)}")
    several = [readings] if isinstance(readings, Reading) else readings
    rows = [row for reading in several for row in ROWS[table](reading)]
    return {name: [row[name] for row in rows] for name in COLUMNS[table]}
