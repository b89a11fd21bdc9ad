from __future__ import annotations

import sys
from typing import Any

import pandas as pd
import polars as pl
import pytest

import ahlaf
from ahlaf.errors import NotInstalled, WrongValue
from ahlaf.exchange.records import COLUMNS
from ahlaf.model import Reading


@pytest.mark.parametrize("table", list(COLUMNS))
def test_both_tables_have_the_same_columns_and_rows(reading: Reading, nothing: Reading, table: Any) -> None:
    one, two = ahlaf.to_pandas([reading, nothing], table), ahlaf.to_polars([reading, nothing], table)
    assert list(one.columns) == two.columns == list(COLUMNS[table])
    assert len(one) == len(two) > 0


def test_one_reading_needs_no_list(reading: Reading) -> None:
    assert ahlaf.to_pandas(reading)["source"].tolist() == ["تركيا", "قطر"]
    assert ahlaf.to_polars(reading)["sign"].to_list() == [1, 1]


def test_types_hold_without_rows() -> None:
    full = ahlaf.to_polars([])
    assert full.schema["sign"] == pl.Int64
    assert full.schema["credence"] == pl.Float64
    assert full.schema["target"] == pl.String
    assert ahlaf.to_pandas([]).dtypes["start"] == "int64"


def test_what_is_not_said_is_missing(reading: Reading) -> None:
    assert pd.isna(ahlaf.to_pandas(reading)["target"][1])
    assert ahlaf.to_polars(reading)["target"][1] is None


def test_an_unknown_table_is_refused_with_the_names_of_the_known(reading: Reading) -> None:
    with pytest.raises(WrongValue, match="claims, actors, mentions, sentences"):
        ahlaf.to_pandas(reading, "edges")  # type: ignore[arg-type]


@pytest.mark.parametrize(("call", "name"), [(ahlaf.to_pandas, "pandas"), (ahlaf.to_polars, "polars")])
def test_a_missing_library_is_named_with_the_way_to_get_it(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, call: Any, name: str
) -> None:
    monkeypatch.setitem(sys.modules, name, None)  # as Python itself remembers what can't be imported
    with pytest.raises(NotInstalled, match=rf"a {name} table needs {name}, which is not installed: pip install {name}") as told:
        call(reading)
    assert isinstance(told.value, ImportError)
