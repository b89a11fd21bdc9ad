"""The claims that a command is asked of: JSON lines, projects, or texts, which are read first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahlaf.cli_store.base import complaint, opened, tell
from ahlaf.errors import InputError

if TYPE_CHECKING:
    from ahlaf.network import Network, Statement


def network_of(
    paths: tuple[str, ...], filters: dict[str, Any], lifts: tuple[str, ...], settings: tuple[str, ...], unread: list[InputError]
) -> Network:
    """The network of what the paths hold, filtered, lifted and weighed; what could not be read is told, and put down as ``unread``."""
    from ahlaf.network import Network, Weights  # noqa: PLC0415 - keeps --help fast
    from ahlaf.networks import shaped  # noqa: PLC0415

    network = Network.of(_statements(paths, unread), Weights.of(settings))
    network.need(pair=False)
    return shaped(network, filters, lifts)


def _statements(paths: tuple[str, ...], unread: list[InputError]) -> Iterator[Statement]:
    """Claims from JSON lines and projects as they are; texts, pages and folders are read first."""
    from ahlaf.network.io import holds_claims, load  # noqa: PLC0415 - keeps --help fast

    texts: list[str] = []
    for path in paths:
        if path == "-":
            yield from load(sys.stdin.buffer, "standard input")
        elif is_kept(path):
            yield from _kept(path)
        elif not Path(path).is_dir() and holds_claims(path):
            with Path(path).open("rb") as lines:
                yield from load(lines, path)
        else:
            texts.append(path)
    if texts:
        for done in _read(texts):
            if isinstance(done, InputError):
                tell(complaint(done))
                unread.append(done)
            else:
                yield done


def is_kept(path: str) -> bool:
    """Whether it names a project: a file, or a database."""
    from ahlaf.network.io import is_project  # noqa: PLC0415 - keeps --help fast
    from ahlaf.store.address import is_server  # noqa: PLC0415

    return is_server(path) or is_project(path)


def _kept(address: str) -> Iterator[Statement]:
    """The claims of a project as they stand after every decision."""
    from ahlaf.networks import statements  # noqa: PLC0415 - keeps --help fast

    with opened(address) as project:
        yield from statements(project)


def _read(texts: list[str]) -> Iterator[Statement | InputError]:
    from ahlaf import usecases  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network import from_reading  # noqa: PLC0415
    from ahlaf.sources import files  # noqa: PLC0415
    from ahlaf.sources.apart import Apart  # noqa: PLC0415

    sources, failed = files.find(texts)
    yield from failed
    reader, apart = usecases.Reader(), Apart()
    for source in sources:
        for done in usecases.read_source(reader, source, apart=apart):
            if isinstance(done, InputError):
                yield done
                continue
            if done.doubt:
                tell(f"note: {done.where}: {done.doubt}")
            yield from from_reading(done.reading)
    if apart.rest():
        tell(f"note: {apart.rest()}")
