"""Reading many: the loop behind ``ahlaf read``, from paths to written claims.

Documents are written as soon as they are read, so a batch needs no more memory than its largest
document. A file given with ``--output`` appears only when it is whole.
"""

from __future__ import annotations

import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from ahlaf.coding.coders import Coder, Coding, Failed
from ahlaf.errors import CoderStopped, InputError
from ahlaf.exchange import csvtable, jsonarray, jsonl, refused, summary, terminal
from ahlaf.exchange.said import message
from ahlaf.exchange.vocabulary import counted
from ahlaf.model import Document, Reading
from ahlaf.output import whole
from ahlaf.sources import files
from ahlaf.sources.apart import Apart

if TYPE_CHECKING:
    from ahlaf.exchange.report.content import Language

Tell = Callable[[str], None]
Told = Callable[[Coding | Failed], None]


def _untold(_: Coding | Failed) -> None:
    """Is told nothing."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be read, and how the claims are to be written."""

    paths: tuple[str, ...]
    form: str
    kind: files.Input
    output: Path | None = None
    summary: bool = False
    date: str | None = None
    """The day the texts were written, where they don't say it themselves."""
    columns: Mapping[str, str] = field(default_factory=dict)
    language: Language = "en"
    """Of what is written for people."""


@dataclass(slots=True)
class Done:
    """How many documents were read, how many could not be, and what ended the reading early."""

    read: int = 0
    failed: int = 0
    stopped: CoderStopped | None = None


def run(order: Order, coder: Coder, stdin: BinaryIO, tell: Tell, told: Told = _untold) -> Done:
    """Carry out an order.

    Args:
        order: what is to be read and written.
        coder: who reads.
        stdin: standard input, where a path is that.
        tell: gets a line for each document that can't be read or is doubtful.
        told: gets each coding, and each document that could not be coded.

    Raises:
        InputError: the output would overwrite an input.
        LexiconError: a row of the rule book is wrong.
        CoderStopped: no further document can be coded; what was read has been written, but for a file of ``output``.
    """
    sources, gone = files.find(order.paths)
    _spare_inputs(order, sources)
    done = Done()
    _told_refused(gone, order, tell, done)
    gathered: list[Reading] = []
    with whole(order.output) as out, _progress(order, sources) as advance:
        wheres: deque[str] = deque()
        codings = coder.code_many(_documents(sources, order, stdin, tell, done, advance, wheres))
        readings = _readings(codings, wheres, done, tell, told)
        if order.summary:
            readings = _gather(readings, gathered)
        _write(order, readings, out, tell)
        if order.summary:
            _summarise(order, gathered, out, tell)
        if done.stopped is not None:
            raise done.stopped
    return done


def documents(order: Order, stdin: BinaryIO, tell: Tell, done: Done) -> Iterator[Document]:
    """The documents of an order, as they are asked for; what can't be read is told and counted."""
    sources, gone = files.find(order.paths)
    _told_refused(gone, order, tell, done)
    yield from _documents(sources, order, stdin, tell, done, lambda: None, deque())


def _told_refused(errors: Sequence[InputError], order: Order, tell: Tell, done: Done) -> None:
    done.failed += len(errors)
    for error in errors:
        tell(refused.told(error, order.language))


def _documents(
    sources: Sequence[files.Source],
    order: Order,
    stdin: BinaryIO,
    tell: Tell,
    done: Done,
    advance: Callable[[], None],
    wheres: deque[str],
) -> Iterator[Document]:
    """Documents as they are asked for; ``wheres`` gets where each was found, for codings come in the same order."""
    apart = Apart()
    for source in sources:
        alike: Counter[str] = Counter()
        for found in files.load(source, order.kind, stdin, order.columns):
            if isinstance(found, InputError):
                done.failed += 1
                reason = found.what.partition(":")[0]
                alike[reason] += 1
                if alike[reason] <= _ALIKE:
                    tell(refused.told(found, order.language))
                continue
            loaded = apart.called(found)
            if loaded.doubt:
                tell(refused.noted(loaded.where, loaded.doubt, order.language))
            document = loaded.document
            wheres.append(loaded.where)
            yield replace(document, date=order.date) if order.date is not None and document.date is None else document
        if more := sum(count - _ALIKE for count in alike.values() if count > _ALIKE):
            rest = InputError(source.where, f"{more} more in it can't be read", "their reasons are like those before")
            tell(refused.told(rest, order.language))
        advance()
    if apart.rest():
        tell(refused.noted("", apart.rest(), order.language))


def _readings(codings: Iterable[Coding | Failed], wheres: deque[str], done: Done, tell: Tell, told: Told) -> Iterator[Reading]:
    try:
        for one in codings:
            where = wheres.popleft()
            told(one)
            if isinstance(one, Failed):
                done.failed += 1
                tell(f"error: {where}: {one.error}")
            else:
                done.read += 1
                yield one.reading
    except CoderStopped as error:  # what was read is written to its end first: half an array is no JSON
        done.stopped = error


def _gather(readings: Iterable[Reading], gathered: list[Reading]) -> Iterator[Reading]:
    for reading in readings:
        gathered.append(reading)
        yield reading


# -- writing ---------------------------------------------------------------------------------------------


def _write(order: Order, readings: Iterator[Reading], out: TextIO, tell: Tell) -> None:
    if order.form == "table":
        console = terminal.console(out)
        left: dict[str, None] = {}
        for reading in readings:
            terminal.show(console, terminal.heading(reading, order.language, terminal=console.is_terminal))
            if reading.claims:
                left |= dict.fromkeys(terminal.claims(console, reading, order.language))
            console.print()
        _tell_narrow(left, order.language, tell)
        return
    if order.form == "csv":
        clean = terminal.harmless if out.isatty() else str
        chunks = csvtable.chunks(readings, clean)
    else:
        chunks = {"json": jsonarray.chunks, "jsonl": jsonl.chunks}[order.form](readings)
    for chunk in chunks:
        out.write(chunk)
        out.flush()


def _tell_narrow(left: Iterable[str], language: Language, tell: Tell) -> None:
    if names := message("comma", language).join(left):
        tell(message("narrow", language, names=names))


def _summarise(order: Order, gathered: list[Reading], out: TextIO, tell: Tell) -> None:
    """After a table on the same paper; beside data on standard error."""
    console = terminal.console(out if order.form == "table" else sys.stderr)
    found = summary.pairs(gathered)
    claims, documents = sum(len(r.claims) for r in gathered), len(gathered)
    pairs = counted(len(found), "pair", order.language)
    claims_, documents_ = (counted(n, thing, order.language, led=True) for n, thing in ((claims, "claim"), (documents, "document")))
    told = message("summary", order.language, pairs=pairs, claims=claims_, documents=documents_)
    terminal.show(console, Text(terminal.lined(told, terminal=console.is_terminal), "bold"))
    if found:
        _tell_narrow(summary.show(console, found, order.language), order.language, tell)


def _spare_inputs(order: Order, sources: list[files.Source]) -> None:
    if order.output is None or not order.output.exists():
        return
    for source in sources:
        if source.path is not None and source.path.exists() and source.path.samefile(order.output):
            raise InputError(str(order.output), "is an input as well", "write to another file")


_FEWEST_FOR_A_BAR: Final = 2
_ALIKE: Final = 10
"""So many things of one file that are refused for the same reason are told one by one; the rest are counted."""


@contextmanager
def _progress(order: Order, sources: list[files.Source]) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where that is a terminal and the claims don't go to the same one."""
    shared = order.output is None and sys.stdout.isatty()
    if not sys.stderr.isatty() or shared or len(sources) < _FEWEST_FOR_A_BAR:
        yield lambda: None
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=len(sources))
        yield lambda: bar.advance(task)
