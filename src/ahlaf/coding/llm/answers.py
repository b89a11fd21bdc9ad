"""Answers kept on disk: what was paid for once is never asked again, even by a run that was killed.

One SQLite file, a row an answer, by a digest of the model and the whole question. A row is on the disk before the
answer is used. Several runs may share the file.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ahlaf.errors import CoderSettings

FILE: Final = "answers.sqlite"
_VERSION: Final = 1
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS answer (
    key TEXT PRIMARY KEY, at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, model TEXT NOT NULL, letters INTEGER NOT NULL,
    content TEXT NOT NULL, whole INTEGER NOT NULL, tokens_in INTEGER NOT NULL, tokens_out INTEGER NOT NULL, price REAL NOT NULL
) WITHOUT ROWID
"""
_WAIT: Final = 60.0
"""Seconds that one run waits for another that writes."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a server said."""

    content: str
    whole: bool
    """False where it was cut because it grew too long."""
    tokens_in: int
    tokens_out: int
    price: float = 0.0
    kept: bool = False
    """True where it was there from earlier."""


def key(model: str, messages: Sequence[dict[str, str]], limit: int) -> str:
    """The name of a question: the same for the same words, prompt, model and length of answer, wherever it is asked."""
    asked = json.dumps([model, limit, list(messages)], ensure_ascii=False)
    return hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()


class Answers:
    """The file of answers; closed by :meth:`close`.

    Raises:
        CoderSettings: the file can't be opened, or is not one of ours.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._lock = threading.Lock()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # answers quote what may be private
            self._file = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = FULL")
            version = self._file.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, _VERSION):
                self._file.close()
                raise CoderSettings(f"{self._path} was written by a newer Ahlaf: name another folder for the answers")
            self._file.execute(_TABLE)
            self._file.execute(f"PRAGMA user_version = {_VERSION}")
        except (OSError, sqlite3.Error) as error:
            raise self._wrong(error) from error

    def get(self, name: str) -> Said | None:
        """The answer to a question, if there is one."""
        query = "SELECT content, whole, tokens_in, tokens_out, price FROM answer WHERE key = ?"
        try:
            with self._lock, closing(self._file.execute(query, (name,))) as rows:
                row = rows.fetchone()
        except sqlite3.Error as error:
            raise self._wrong(error) from error
        return None if row is None else Said(str(row[0]), bool(row[1]), int(row[2]), int(row[3]), float(row[4]), kept=True)

    def put(self, name: str, model: str, letters: int, said: Said) -> None:
        """Keep an answer; when this is done it is on the disk."""
        row = (name, model, letters, said.content, said.whole, said.tokens_in, said.tokens_out, said.price)
        query = (
            "INSERT OR REPLACE INTO answer (key, model, letters, content, whole, tokens_in, tokens_out, price) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        try:
            with self._lock:
                self._file.execute(query, row)
        except sqlite3.Error as error:
            raise self._wrong(error) from error

    def rate(self, model: str) -> float | None:
        """Letters of a question for each of its tokens, as a model's server counted some; None before it counted any.

        Where a server did not count, a bound is kept in the place of tokens, more than there are letters: it is left out.
        """
        query = (
            "SELECT SUM(letters), SUM(tokens_in) FROM "
            "(SELECT letters, tokens_in FROM answer WHERE model = ? AND tokens_in < letters LIMIT 1000)"
        )
        try:
            with self._lock, closing(self._file.execute(query, (model,))) as rows:
                letters, tokens = rows.fetchone()
        except sqlite3.Error as error:
            raise self._wrong(error) from error
        return letters / tokens if letters and tokens else None

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._file.close()

    def _wrong(self, error: Exception) -> CoderSettings:
        return CoderSettings(f"the answers in {self._path} can't be used: {error}; free it, or name another folder for them")
