"""How answers are written: tables for people, JSON and CSV for programs, pictures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ahlaf.cli_store.base import lines, narrowed
from ahlaf.exchange.said import arabic

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language
    from ahlaf.network import Network

_SIGNS: Final = {"+": 1, "−": -1}


def write(rows: list[dict[str, Any]], form: str, language: Language, *, hide: Iterable[str] = (), last: str = "") -> None:
    """Rows in a format; a table for people is in their language, leaves ``hide`` out and puts ``last`` last.

    For programs a sign is 1 or -1, as in files for programs that draw networks: a spreadsheet takes "+" for a formula.
    """
    if form != "table":
        rows = [_signed(row) for row in rows]
    if form == "json":
        from ahlaf.exchange.jsonl import dumps  # noqa: PLC0415 - keeps --help fast

        click.echo(dumps(rows, indent=1))
    elif form == "jsonl":
        lines(rows)
    elif form == "csv":
        from ahlaf.exchange import csvtable  # noqa: PLC0415 - keeps --help fast

        columns = list(dict.fromkeys(k for row in rows for k in row))
        for chunk in csvtable.table(columns, ({c: _cell(row.get(c)) for c in columns} for row in rows)):
            click.echo(chunk, nl=False)
    elif rows:
        from ahlaf.exchange import terminal  # noqa: PLC0415 - keeps --help fast

        paper = terminal.console(sys.stdout)
        columns = [k for k in dict.fromkeys(k for row in rows for k in row) if k not in set(hide)]
        columns.sort(key=lambda c: c == last)
        say = arabic if language == "ar" else str
        told = [{c: _flat(row.get(c)) if c in _NAMES else say(_flat(row.get(c))) for c in columns} for row in rows]
        narrowed(terminal.rows(paper, {c: say(c) for c in columns}, told, last=last), language)


_NAMES: Final = frozenset(("source", "target", "voice", "voice_of", "actor", "actors", "declared", "apart_from", "concept", "outlet"))
"""Columns that hold names and words of texts: whoever is called "new" is not translated."""


def _signed(value: Any) -> Any:  # noqa: ANN401 - whatever rows hold
    if isinstance(value, dict):
        return {k: _SIGNS.get(v, v) if k == "sign" else _signed(v) for k, v in value.items()}
    return [_signed(v) for v in value] if isinstance(value, list) else value


def _cell(value: Any) -> Any:  # noqa: ANN401 - a cell may be anything
    """A cell for programs: a number stays one, unrounded, for a text that begins with a minus is guarded as a formula.

    What is or is not so is told either way: an empty cell would say that nobody knows.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int | float) else _flat(value)


def _flat(value: Any) -> str:  # noqa: ANN401 - a cell may be anything
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:g}" if abs(value) >= 1000 else f"{round(value, 4):g}"
    if isinstance(value, list):
        return " | ".join(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def line(text: str = "") -> None:
    """A line for a person; on a terminal it stands isolated."""
    from ahlaf.exchange.terminal import lined  # noqa: PLC0415 - keeps --help fast

    indent = " " * (len(text) - len(text.lstrip(" ")))
    click.echo(indent + lined(text.lstrip(" "), terminal=sys.stdout.isatty()))


def draw(network: Network, camps: Iterable[frozenset[int]], plots: tuple[str, ...], language: Language) -> None:
    """The network, or its matrix where the file's name says so."""
    if plots:
        from ahlaf.network import plot  # noqa: PLC0415 - matplotlib is slow to load

        for path in plots:
            make = plot.draw_matrix if "matrix" in Path(path).stem else plot.draw_network
            plot.save(make(network, list(camps), language=language), path)
