"""Reads the rule book once and makes the look-up tables that the coder works with.

:func:`load` takes the built-in folder and, over it, the user's own: a row with the same id (actors,
places, rules) replaces the built-in one, any other row is added. The result is kept in memory for the
process; nothing is written.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Final

from ahlaf.errors import LexiconError
from ahlaf.lexicon import across, garbage, rules, tables
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.filling import filled
from ahlaf.lexicon.tables import Row

BUILT_IN: Final = Path(__file__).parent / "ar"


def files(folder: Path) -> list[Path]:
    """The tables of a rule-book folder, in a fixed order."""
    return sorted(folder.rglob("*.tsv"))


def rows(folder: Path, *, check: bool = True) -> tuple[dict[str, list[Row]], list[LexiconError]]:
    """Every row of a folder by kind of table, and every error found.

    Without ``check`` only the number of cells is looked at: the built-in tables are checked by their tests.
    """
    found: dict[str, list[Row]] = {}
    errors: list[LexiconError] = []
    for path in files(folder):
        table = found.setdefault(tables.kind_of(path, folder) or "", [])
        try:
            for row in tables.read(path, folder, check=check):
                if isinstance(row, LexiconError):
                    errors.append(row)
                else:
                    table.append(row)
        except LexiconError as error:
            errors.append(error)
    return {kind: table for kind, table in found.items() if table}, errors


@lru_cache(maxsize=4)
def load(extra: tuple[Path, ...] = ()) -> Lexicon:
    """The rule book, the user's own folders laid over the built-in one.

    Raises:
        LexiconError: the first wrong row, with file, line and remedy.
    """
    with garbage.not_searched():  # a tenth of the time: some hundred thousand objects are made and none is thrown away
        return _load(extra)


def _load(extra: tuple[Path, ...]) -> Lexicon:
    merged: dict[str, list[Row]] = {}
    own_first: dict[str, list[Row]] = {}
    written: dict[str, rules.Written] = {}
    digest = hashlib.sha256()
    for folder in (BUILT_IN, *extra):
        if not folder.is_dir():
            raise LexiconError(str(folder), 0, "is no folder", "give the folder that holds the tables")
        for path in (*files(folder), *rules.files(folder)):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
        found, errors = rows(folder, check=folder != BUILT_IN)
        own, wrong = rules.read(folder, examples=folder != BUILT_IN)
        if not (found or own or errors or wrong):  # a typing error, most often: all would be read as without it
            raise LexiconError(str(folder), 0, "holds no table or rule", "docs/lexicon.md says how they are called")
        if errors or wrong:
            raise (errors or wrong)[0]
        written.update((rule.id, rule) for rule in own)
        for kind, new in found.items():
            merged.setdefault(kind, []).extend(new)
            own_first[kind] = [*new, *own_first.get(kind, ())]
    if extra:  # the built-in rows are checked by their tests
        for error in across.wrong(merged):
            raise error
    lexicon = filled(merged, own_first, digest.hexdigest()[:16])
    lexicon.rules = rules.index(rules.compiled(rule, lexicon.lexemes.keys()) for rule in written.values())
    return lexicon
