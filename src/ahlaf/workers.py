"""Coding in several processes: documents go out by the handful, and come back coded, ready to be written.

Where processes can be forked they share the reader that this one has made, with what it learnt from the first
documents; elsewhere each holds its own. A worker whose parent is gone ends itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Literal

from ahlaf.errors import AhlafError
from ahlaf.model import Document, Reading
from ahlaf.store import Prepared, prepare

Read = Callable[[Document], Reading]
Maker = Callable[[], Read]
"""Makes a coder's reader, once in each process. A function at the top of a module, so that it can be sent."""
Spread = Callable[[Iterator[Sequence[Document]]], Iterator[list[Prepared]]]

_reader: Read | None = None
"""One reader a process: made before a fork, or by the pool's initialiser."""


@contextmanager
def crew(maker: Maker, count: int, first: Callable[[], Sequence[Document]]) -> Iterator[tuple[list[Prepared], Spread]]:
    """So many processes that code; gives what was coded before they began, and what spreads documents over them.

    Args:
        maker: makes the reader of each.
        count: how many processes.
        first: gives the documents to code before they begin, where they can share what is learnt from these.

    Raises:
        AhlafError: a process was killed.
    """
    way = _way()
    learnt = coded(_shared(maker), first()) if way == "fork" else []
    with _frozen(way), _pool(way, count, maker) as pool:
        try:
            yield learnt, partial(_spread, pool, count)
        except BaseException as error:
            pool.shutdown(wait=False, cancel_futures=True)
            if isinstance(error, BrokenProcessPool):
                raise AhlafError("a process was killed while coding, perhaps for want of memory: try fewer --workers") from error
            raise


def _spread(pool: Executor, count: int, chunks: Iterator[Sequence[Document]]) -> Iterator[list[Prepared]]:
    """Keep every process busy with a little in hand; give what comes back, in whatever order."""
    running: set[Future[list[Prepared]]] = set()
    more = True
    while running or more:
        while more and len(running) < 2 * count:
            documents = next(chunks, None)
            if documents is None:
                more = False
            else:
                running.add(pool.submit(_work, documents))
        if running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()


def _way() -> Literal["fork", "spawn"]:
    """How processes are begun: beside other threads, and outside Linux, a fork may find a lock that nobody opens again."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _shared(maker: Maker) -> Read:
    """This process's reader, which those forked from it have from the beginning."""
    global _reader  # noqa: PLW0603 - see below
    _reader = maker()
    return _reader


@contextmanager
def _frozen(way: str) -> Iterator[None]:
    """Leave what is there to nobody's garbage collector: looking through it, each process would make its own copy."""
    global _reader  # noqa: PLW0603 - see below
    if way == "fork":
        gc.collect()
        gc.freeze()
    try:
        yield
    finally:
        if way == "fork":
            gc.unfreeze()
            _reader = None


def _pool(way: str, count: int, maker: Maker) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context(way), initializer=_ready, initargs=(maker, os.getpid()))


def _ready(maker: Maker, parent: int) -> None:
    """Make a worker ready: it leaves stopping to its parent, and ends when that is gone."""
    global _reader  # noqa: PLW0603 - one reader a process
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    if _reader is None:
        _reader = maker()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _work(documents: Sequence[Document]) -> list[Prepared]:
    assert _reader is not None
    return coded(_reader, documents)


def coded(reader: Read, documents: Sequence[Document]) -> list[Prepared]:
    """Documents coded in this process, each or the error that kept it from being coded."""
    return [_coded(reader, d) for d in documents]


def _coded(reader: Read, document: Document) -> Prepared:
    """A document coded; an error of the coder's is the document's, not the run's."""
    number = int(document.id)
    try:
        return prepare(number, reader(document))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is kept with its document
        return Prepared(number, b"", (), (), "", _told(error))


def _told(error: Exception) -> str:
    where: Any = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    at = f" in {Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else ""
    return f"{type(error).__name__}: {error}{at}"[:500]
