"""Reading many: the loop behind ``ahlaf read``, from paths to written claims.

Documents are written as soon as they are read, so a batch needs no more memory than its largest
document. A file given with ``--output`` appears only when it is whole.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from ahlaf.errors import InputError
from ahlaf.exchange import csvtable, jsonarray, jsonl, summary, terminal
from ahlaf.model import Reading
from ahlaf.sources import files
from ahlaf.usecases import Reader, read_source

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be read, and how the claims are to be written."""

    paths: tuple[str, ...]
    form: str
    kind: files.Input
    reader: Reader
    output: Path | None = None
    summary: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Done:
    """How many documents were read, and how many could not be."""

    read: int = 0
    failed: int = 0


def run(order: Order, stdin: BinaryIO, tell: Tell) -> Done:
    """Carry out an order; ``tell`` gets a line for each document that can't be read or is doubtful.

    Raises:
        InputError: the output would overwrite an input.
        LexiconError: a row of the rule book is wrong.
    """
    sources, refused = files.find(order.paths)
    _spare_inputs(order, sources)
    done = Done(failed=len(refused))
    for error in refused:
        tell(f"error: {error}")
    gathered: list[Reading] = []
    with whole(order.output) as out, _progress(order, sources) as advance:
        readings = _readings(order, sources, done, stdin, tell, advance)
        if order.summary:
            readings = _gather(readings, gathered)
        _write(order, readings, out)
        if order.summary:
            _summarise(order, gathered, out)
    return done


def _readings(
    order: Order, sources: list[files.Source], done: Done, stdin: BinaryIO, tell: Tell, advance: Callable[[], None]
) -> Iterator[Reading]:
    for source in sources:
        for found in read_source(order.reader, source, order.kind, stdin, order.columns):
            if isinstance(found, InputError):
                done.failed += 1
                tell(f"error: {found}")
                continue
            if found.doubt:
                tell(f"note: {found.where}: {found.doubt}")
            done.read += 1
            yield found.reading
        advance()


def _gather(readings: Iterable[Reading], gathered: list[Reading]) -> Iterator[Reading]:
    for reading in readings:
        gathered.append(reading)
        yield reading


# -- writing ---------------------------------------------------------------------------------------------


def _write(order: Order, readings: Iterator[Reading], out: TextIO) -> None:
    if order.form == "table":
        console = terminal.console(out)
        for reading in readings:
            terminal.show(console, terminal.heading(reading, terminal=console.is_terminal))
            if reading.claims:
                terminal.show(console, terminal.claims(reading, terminal=console.is_terminal, width=console.width))
            console.print()
        return
    if order.form == "csv":
        clean = terminal.harmless if out.isatty() else str
        chunks = csvtable.chunks(readings, clean)
    else:
        chunks = {"json": jsonarray.chunks, "jsonl": jsonl.chunks}[order.form](readings)
    for chunk in chunks:
        out.write(chunk)
        out.flush()


def _summarise(order: Order, gathered: list[Reading], out: TextIO) -> None:
    """After a table on the same paper; beside data on standard error."""
    console = terminal.console(out if order.form == "table" else sys.stderr)
    found = summary.pairs(gathered)
    claims = terminal.counted(sum(len(r.claims) for r in gathered), "claim")
    told = f"{terminal.counted(len(found), 'pair')} from {claims} in {terminal.counted(len(gathered), 'document')}"
    terminal.show(console, Text(f"Who is for and against whom: {told}", "bold"))
    if found:
        terminal.show(console, summary.table(found, terminal=console.is_terminal))


@contextmanager
def whole(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears only when it is whole."""
    if path is None:
        yield sys.stdout
        return
    folder = path.parent
    if not folder.is_dir():
        raise InputError(str(path), "its folder does not exist", "make the folder first")
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.", text=True)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            yield out
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _spare_inputs(order: Order, sources: list[files.Source]) -> None:
    if order.output is None or not order.output.exists():
        return
    for source in sources:
        if source.path is not None and source.path.exists() and source.path.samefile(order.output):
            raise InputError(str(order.output), "is an input as well", "write to another file")


_FEWEST_FOR_A_BAR: Final = 2


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
