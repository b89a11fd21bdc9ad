"""What people do with a project, where its rooms meet: sources → store, store → coder → store.

Both adding and coding write in small batches as they go. Stopped by a key, a closed lid or a pulled plug, they
leave every finished batch behind, and the next run goes on from there: what is in the project is neither added
nor coded again.

Coding runs in as many processes as there are cores (:mod:`.workers`). They send back coded documents ready to be
written; this process alone writes. One document that can't be coded is set aside with its reason, and the rest go on.

A language model codes in this process alone, with as many connections as it has: :func:`code_asking`.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from ahlaf.errors import InputError, InputGone, WrongValue
from ahlaf.model import Document
from ahlaf.sources import dating, files
from ahlaf.sources.fetch import Fetcher
from ahlaf.sources.raw import NO_COLUMNS
from ahlaf.store import Arrival, Coder, Prepared, Project, keepable, prepare
from ahlaf.workers import Maker, Read, coded, crew

if TYPE_CHECKING:
    from ahlaf.coding.coders import Coder as Asked
    from ahlaf.coding.coders import Coding, Failed

_BATCH: Final = 64
_CHUNK: Final = 8
_WORTH_LEARNING: Final = 128
"""Of so many documents that wait, the first few are coded before there are more processes, so that these share what is
learnt from them: most of what a rule book ever inflects is asked for in ten articles."""
_TOLD: Final = 5
"""Of so many inputs that are refused it is told at once why."""
_OWN: Final = "own rules"
"""Under which a project remembers with what of one's own it was coded."""
_EVERY: Final = 1.0
"""Seconds after which what is ready is written, full batch or not."""


@dataclass(slots=True)
class Sum:
    """What a run came to so far."""

    done: int = 0
    new: int = 0
    refused: int = 0
    removed: int = 0
    """How many are known, but were removed before."""
    claims: int = 0
    why: list[InputError] = field(default_factory=list)
    """What the first few were refused for."""


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
    outlet: str | None = None,
    date: str | None = None,
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
        outlet: who published them, where they don't say it themselves.
        date: when they were published, in ISO 8601, where they don't say it themselves.
        watch: is told how far it got, after each batch.
        stop: once set, no more are taken.

    Raises:
        WrongValue: the date is none on which anything can have been published.
    """
    if date is not None and dating.of_field(date) != date:
        raise WrongValue(f"the date {date!r} is none on which this can have been published: write 2016, 2016-03 or 2016-03-14")
    sources, failed = files.find(paths)
    found = _arrivals(sources, kind, columns, stdin, fetcher)
    told = (one if isinstance(one, InputError) else _told(one, outlet, date) for one in found)
    return add_found(project, told, who, failed=failed, watch=watch, stop=stop)


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
                total.removed += one.removed is not None
        if refused:
            project.refuse("add", refused)
            total.done += len(refused)
            total.refused += len(refused)
            total.why += refused[: _TOLD - len(total.why)]
        ready.clear()
        refused.clear()
        since = time.monotonic()
        watch(total)

    for one in found:
        error = one if isinstance(one, InputError) else keepable.refusal(one)
        if error is None and not isinstance(one, InputError):
            ready.append(one)
        elif error is not None:
            refused.append(error)
        if _due(len(ready) + len(refused), since):
            flush()
        if stop and stop.is_set():
            break
    flush()
    return total


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


def _told(arrival: Arrival, outlet: str | None, date: str | None) -> Arrival:
    """A document with what whoever adds it knows of it, where it says nothing itself."""
    document = arrival.document
    return replace(arrival, document=replace(document, outlet=document.outlet or outlet, date=document.date or date))


# -- coding ---------------------------------------------------------------------------------------------


def rule_book(folders: Sequence[str | Path] = (), threshold: float | None = None) -> tuple[Coder, Maker]:
    """The coder that comes with Ahlaf, with one's own rows laid over: who it is, and what makes its reader.

    Its digest tells rows, learned weights and threshold, for with any of them claims change.
    """
    from ahlaf import __version__  # noqa: PLC0415 - what follows reads the rule book; the rest of this module doesn't need it
    from ahlaf.usecases import rule_book_digest  # noqa: PLC0415

    digest = rule_book_digest(tuple(Path(f) for f in folders), threshold)
    return Coder("ahlaf", __version__, digest), partial(_rule_book_reader, tuple(str(f) for f in folders), threshold)


@dataclass(frozen=True, slots=True)
class Own:
    """What a project is coded with besides the rows that come with Ahlaf: one's own rows, a threshold of one's own."""

    folders: tuple[str, ...] = ()
    threshold: float | None = None


def own(project: Project, folders: Sequence[str | Path] | None = None, threshold: float | None = None) -> Own:
    """What is given, else what the project was coded with last.

    Raises:
        InputGone: a folder of one's own rows is not where it was.
    """
    kept = _remembered(project)
    given = kept.folders if folders is None else tuple(str(Path(f).resolve()) for f in folders)
    for folder in given:
        if not Path(folder).is_dir():
            remedy = "say where they are now with --lexicon FOLDER, or --lexicon none for the built-in rule book alone"
            raise InputGone(folder, "the rows of your own that this project was coded with are not here", remedy)
    return Own(given, kept.threshold if threshold is None else threshold)


def own_rule_book(project: Project, chosen: Own | None = None) -> tuple[Coder, Maker]:
    """The rule book with what was chosen, which the project remembers; or with what it remembers."""
    found = chosen or own(project)
    made = rule_book(found.folders, found.threshold)
    remember(project, found)
    return made


def remember(project: Project, chosen: Own) -> None:
    """Let a project remember with what of one's own it is coded."""
    if chosen != _remembered(project):
        project.remember(_OWN, {"folders": chosen.folders, "threshold": chosen.threshold})


def _remembered(project: Project) -> Own:
    kept = project.remembered(_OWN)
    return Own(tuple(kept.get("folders", ())), kept.get("threshold"))


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
    there = project.waiting(coder, spare)
    count = min(workers or os.cpu_count() or 1, -(-there // _CHUNK))
    total = Sum()
    writer, chunks = _Writer(project, coder, total, watch), _chunks(project, coder, stop, spare)
    if count == 1:
        reader = maker()
        for documents in chunks:
            writer.take(coded(reader, documents))
            writer.flush()
    elif count > 1:
        first = partial(next, chunks, ()) if there >= _WORTH_LEARNING else tuple
        with crew(maker, count, first) as (learnt, spread), writer:
            writer.take(learnt)
            for made in spread(chunks):
                writer.take(made)
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
    with _Writer(project, coder, total, watch) as writer:
        for one in asked.code_many(waiting(project, coder, stop)):
            told(one)
            if isinstance(one, Failed):
                total.done += 1
                total.refused += 1
                writer.take(())
            else:
                writer.take([prepare(int(one.reading.document.id), one.reading)])


def waiting(project: Project, coder: Coder, stop: threading.Event | None = None) -> Iterator[Document]:
    """The documents that wait for a coder, a few at a time as they are asked for."""
    for documents in _chunks(project, coder, stop):
        for document in documents:
            if stop and stop.is_set():
                return
            yield document


def _chunks(project: Project, coder: Coder, stop: threading.Event | None, spare: bool = False) -> Iterator[list[Document]]:
    """The documents that wait for a coder, by the handful, until there are none or no more are wanted."""
    after = 0
    while not (stop and stop.is_set()) and (documents := project.next_waiting(coder, after, _CHUNK, spare)):
        after = int(documents[-1].id)
        yield documents


class _Writer:
    """Writes what was coded in small batches: one that is full, or what there is after a while; the rest however a run ends."""

    def __init__(self, project: Project, coder: Coder, total: Sum, watch: Watch) -> None:
        self._project, self._coder, self._total, self._watch = project, coder, total, watch
        self._ready: list[Prepared] = []
        self._since = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.flush()

    def take(self, made: Sequence[Prepared]) -> None:
        """Write these when their batch is due."""
        self._ready += made
        if _due(len(self._ready), self._since):
            self.flush()

    def flush(self) -> None:
        """Write what is ready, and tell how far the run is."""
        if self._ready:
            self._project.code(self._coder, self._ready)
            self._total.done += len(self._ready)
            self._total.refused += sum(bool(p.error) for p in self._ready)
            self._total.claims += sum(len(p.claims) for p in self._ready)
            self._ready.clear()
        self._since = time.monotonic()
        self._watch(self._total)


def _due(ready: int, since: float) -> bool:
    return ready >= _BATCH or time.monotonic() - since > _EVERY
