"""What people do with a project, where its rooms meet: sources → store, store → coder → store.

Both adding and coding write in small batches as they go. Stopped by a key, a closed lid or a pulled plug, they
leave every finished batch behind, and the next run goes on from there: what is in the project is neither added
nor coded again.

Coding runs in as many processes as there are cores. They send back coded documents ready to be written; this
process alone writes. Where processes can be forked they share the reader that this one has made, with what it learnt
from the first documents; elsewhere each holds its own. A worker whose parent is gone ends itself. One document that
can't be coded is set aside with its reason, and the rest go on.

A language model codes in this process alone, with as many connections as it has: :func:`code_asking`.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal

from ahlaf.errors import AhlafError, EncodingError, InputError
from ahlaf.model import Document, Reading
from ahlaf.sources import files
from ahlaf.sources.fetch import Fetcher
from ahlaf.sources.raw import NO_COLUMNS
from ahlaf.store import Arrival, Coder, Prepared, Project, prepare

if TYPE_CHECKING:
    from ahlaf.coding.coders import Coder as Asked
    from ahlaf.coding.coders import Coding, Failed

Read = Callable[[Document], Reading]
Maker = Callable[[], Read]
"""Makes a coder's reader, once in each process. A function at the top of a module, so that it can be sent."""

_BATCH: Final = 64
_CHUNK: Final = 8
_WORTH_LEARNING: Final = 128
"""Of so many documents that wait, the first few are coded before there are more processes, so that these share what is
learnt from them: most of what a rule book ever inflects is asked for in ten articles."""
_EVERY: Final = 1.0
"""Seconds after which what is ready is written, full batch or not."""


@dataclass(slots=True)
class Sum:
    """What a run came to so far."""

    done: int = 0
    new: int = 0
    refused: int = 0
    claims: int = 0


Watch = Callable[[Sum], None]
Told = Callable[["Coding | Failed"], None]


def _nobody(_: Sum) -> None:
    """Watches nothing."""


def _untold(_: Coding | Failed) -> None:
    """Is told nothing."""


# -- adding ---------------------------------------------------------------------------------------------


def add(
    project: Project,
    paths: Sequence[str],
    who: str,
    *,
    kind: files.Input = "auto",
    columns: Mapping[str, str] = NO_COLUMNS,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    watch: Watch = _nobody,
    stop: threading.Event | None = None,
) -> Sum:
    """Add what is at some paths. What can't be read is set aside; the rest is added.

    Args:
        project: where the documents go.
        paths: files, folders, addresses, or ``-`` for standard input.
        who: who adds them.
        kind: the format of the files, where it is not to be told from them.
        columns: which column of a table, or key of JSON lines, holds which field of a document.
        stdin: standard input, where a path is that.
        fetcher: fetches addresses; without one they are refused.
        watch: is told how far it got, after each batch.
        stop: once set, no more are taken.
    """
    sources, failed = files.find(paths)
    return add_found(project, _arrivals(sources, kind, columns, stdin, fetcher), who, failed=failed, watch=watch, stop=stop)


def add_found(
    project: Project,
    found: Iterable[Arrival | InputError],
    who: str,
    *,
    failed: Sequence[InputError] = (),
    watch: Watch = _nobody,
    stop: threading.Event | None = None,
) -> Sum:
    """Add arrivals from anywhere, in batches, as they come; once ``stop`` is set, no more are taken."""
    total = Sum()
    batch = project.begin(who)
    ready: list[Arrival] = []
    refused: list[InputError] = list(failed)
    since = time.monotonic()

    def flush() -> None:
        nonlocal since
        if ready:
            for one in project.add(batch, ready):
                total.done += 1
                total.new += one.new
        if refused:
            project.refuse("add", refused)
            total.done += len(refused)
            total.refused += len(refused)
        ready.clear()
        refused.clear()
        since = time.monotonic()
        watch(total)

    for one in found:
        error = one if isinstance(one, InputError) else _unkeepable(one)
        if error is None and not isinstance(one, InputError):
            ready.append(one)
        elif error is not None:
            refused.append(error)
        if len(ready) + len(refused) >= _BATCH or time.monotonic() - since > _EVERY:
            flush()
        if stop and stop.is_set():
            break
    flush()
    return total


def _unkeepable(arrival: Arrival) -> InputError | None:
    text = arrival.document.text
    if "\x00" in text:
        return EncodingError(arrival.origin, "holds a NUL character", "is it text at all?")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return EncodingError(arrival.origin, f"holds half a character at {error.start}", "it was decoded wrongly")
    return None


def _arrivals(
    sources: Iterable[files.Source],
    kind: files.Input,
    columns: Mapping[str, str],
    stdin: BinaryIO | None,
    fetcher: Fetcher | None,
) -> Iterator[Arrival | InputError]:
    for source in sources:
        for found in files.load(source, kind, stdin, columns, fetcher):
            if isinstance(found, InputError):
                yield found
            else:
                yield Arrival(found.document, found.where, found.sha256)


# -- coding ---------------------------------------------------------------------------------------------


def rule_book(folders: Sequence[str | Path] = (), threshold: float | None = None) -> tuple[Coder, Maker]:
    """The coder that comes with Ahlaf, with one's own rows laid over: who it is, and what makes its reader.

    Its digest tells rows, learned weights and threshold, for with any of them claims change.
    """
    from ahlaf import __version__  # noqa: PLC0415 - what follows reads the rule book; the rest of this module doesn't need it
    from ahlaf.usecases import rule_book_digest  # noqa: PLC0415

    digest = rule_book_digest(tuple(Path(f) for f in folders), threshold)
    return Coder("ahlaf", __version__, digest), partial(_rule_book_reader, tuple(str(f) for f in folders), threshold)


def _rule_book_reader(folders: tuple[str, ...], threshold: float | None) -> Read:
    from ahlaf.usecases import THRESHOLD, Reader  # noqa: PLC0415 - as above

    return Reader(folders, THRESHOLD if threshold is None else threshold).read


def code(
    project: Project,
    coder: Coder,
    maker: Maker,
    *,
    workers: int | None = None,
    watch: Watch = _nobody,
    stop: threading.Event | None = None,
    spare: bool = False,
) -> Sum:
    """Code what is new, or was coded by another or an older rule book.

    Args:
        project: where the documents are and the claims go.
        coder: who codes.
        maker: makes its reader, in each process.
        workers: how many processes; 1 codes in this one, ``None`` takes every core.
        watch: is told how far it got, after each batch.
        stop: once set, what is at work is finished and written, and no more is begun.
        spare: whether what a language model has coded is left as it is.
    """
    waiting = project.waiting(coder, spare)
    count = min(workers or os.cpu_count() or 1, -(-waiting // _CHUNK))
    if count <= 1:
        return _alone(project, coder, maker, watch, stop, spare) if count else Sum()
    total = Sum()
    ready: list[Prepared] = []
    since = time.monotonic()

    def flush() -> None:
        nonlocal since
        _keep(project, coder, ready, total)
        since = time.monotonic()
        watch(total)

    way, after = _way(), 0
    if way == "fork":
        reader = _shared(maker)
        if waiting >= _WORTH_LEARNING:
            first = project.next_waiting(coder, 0, _CHUNK, spare)
            after = int(first[-1].id)
            ready += [_coded(reader, d) for d in first]
    with _frozen(way), _pool(way, count, maker) as pool:
        try:
            for made in _spread(project, coder, pool, count, stop, spare, after):
                ready += made
                if len(ready) >= _BATCH or time.monotonic() - since > _EVERY:
                    flush()
        except BaseException as error:
            pool.shutdown(wait=False, cancel_futures=True)
            if isinstance(error, BrokenProcessPool):
                raise AhlafError("a process was killed while coding, perhaps for want of memory: try fewer --workers") from error
            raise
        finally:
            flush()
    return total


def code_asking(
    project: Project, asked: Asked, total: Sum, *, watch: Watch = _nobody, stop: threading.Event | None = None, told: Told = _untold
) -> None:
    """Code what is new, or was coded by another coder, with one that waits for a server and not for this machine.

    What could not be coded stays as it was, for the next run to try again: a server that is away for an hour must not
    mark a thousand articles as unreadable. What was coded is written in small batches, also where the run ends early.

    Args:
        project: where the documents are and the claims go.
        asked: the coder; its own connections say how much is at work at a time.
        total: is added to as the run goes on, so that it tells also of a run that ended early.
        watch: is told how far it got, after each batch.
        stop: once set, no more documents are taken; what is at work is finished and written.
        told: gets each coding and each document that failed.

    Raises:
        CoderStopped: no further document can be coded (budget, server, settings); what was coded is written.
    """
    from ahlaf.coding.coders import Failed  # noqa: PLC0415 - the coder is read by whoever codes; adding doesn't need it

    coder = Coder(asked.name, asked.version, asked.digest)
    ready: list[Prepared] = []
    since = time.monotonic()

    def flush() -> None:
        nonlocal since
        _keep(project, coder, ready, total)
        since = time.monotonic()
        watch(total)

    try:
        for one in asked.code_many(waiting(project, coder, stop)):
            told(one)
            if isinstance(one, Failed):
                total.done += 1
                total.refused += 1
            else:
                ready.append(prepare(int(one.reading.document.id), one.reading))
            if len(ready) >= _BATCH or time.monotonic() - since > _EVERY:
                flush()
    finally:
        flush()


def waiting(project: Project, coder: Coder, stop: threading.Event | None = None) -> Iterator[Document]:
    """The documents that wait for a coder, a few at a time as they are asked for."""
    after = 0
    while (documents := project.next_waiting(coder, after, _CHUNK)) and not (stop and stop.is_set()):
        after = int(documents[-1].id)
        for document in documents:
            if stop and stop.is_set():
                return
            yield document


def _alone(project: Project, coder: Coder, maker: Maker, watch: Watch, stop: threading.Event | None, spare: bool) -> Sum:
    reader, total, after = maker(), Sum(), 0
    while (documents := project.next_waiting(coder, after, _CHUNK, spare)) and not (stop and stop.is_set()):
        after = int(documents[-1].id)
        _keep(project, coder, [_coded(reader, d) for d in documents], total)
        watch(total)
    return total


def _keep(project: Project, coder: Coder, ready: list[Prepared], total: Sum) -> None:
    if ready:
        project.code(coder, ready)
        total.done += len(ready)
        total.refused += sum(bool(p.error) for p in ready)
        total.claims += sum(len(p.claims) for p in ready)
        ready.clear()


def _spread(
    project: Project,
    coder: Coder,
    pool: Executor,
    count: int,
    stop: threading.Event | None,
    spare: bool,
    after: int,
) -> Iterator[list[Prepared]]:
    """Keep every process busy with a little in hand; give what comes back, in whatever order."""
    running: set[Future[list[Prepared]]] = set()
    more = True
    while running or more:
        while more and len(running) < 2 * count and not (stop and stop.is_set()):
            documents = project.next_waiting(coder, after, _CHUNK, spare)
            if not documents:
                more = False
                break
            after = int(documents[-1].id)
            running.add(pool.submit(_work, documents))
        if stop and stop.is_set():
            more = False
        if running:
            done, running = wait(running, timeout=0.5, return_when=FIRST_COMPLETED)
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


_reader: Read | None = None
"""One reader a process: made before a fork, or by the pool's initialiser."""


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


def _work(documents: list[Document]) -> list[Prepared]:
    assert _reader is not None
    return [_coded(_reader, d) for d in documents]


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
