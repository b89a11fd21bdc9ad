"""The claims that a command is asked of: JSON lines, projects, or texts, which are read first."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahlaf.cli_network.show import tell
from ahlaf.errors import InputError

if TYPE_CHECKING:
    from ahlaf.network import Network, Party, Statement
    from ahlaf.store import KeptClaim


def network_of(paths: tuple[str, ...], filters: dict[str, Any], lifts: tuple[str, ...], settings: tuple[str, ...]) -> Network:
    """The network of what the paths hold, filtered, lifted and weighed."""
    from ahlaf.network import Network, Weights  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network.lift import read_mapping  # noqa: PLC0415

    network = Network.of(_statements(paths), Weights.of(settings))
    network.need(pair=False)
    mapping: dict[str, str] = {}
    for lift in lifts:
        if lift not in ("organs", "members"):
            mapping |= read_mapping(lift)
    if lifts:
        network = network.lift(organs="organs" in lifts, members="members" in lifts, mapping=mapping)
    return network.where(**filters) if any(filters.values()) else network


def _statements(paths: tuple[str, ...]) -> Iterator[Statement]:
    """Claims from JSON lines and projects as they are; texts, pages and folders are read first."""
    from ahlaf.network.io import holds_claims, is_project, load  # noqa: PLC0415 - keeps --help fast
    from ahlaf.store.address import is_server  # noqa: PLC0415

    texts: list[str] = []
    for path in paths:
        if path == "-":
            yield from load(io.TextIOWrapper(sys.stdin.buffer, "utf-8"), "standard input")
        elif is_server(path) or is_project(path):
            yield from _kept(path)
        elif not Path(path).is_dir() and holds_claims(path):
            with Path(path).open(encoding="utf-8-sig") as lines:
                yield from load(lines, path)
        else:
            texts.append(path)
    if texts:
        yield from _read(texts)


def _kept(address: str) -> Iterator[Statement]:
    """The claims of a project as they stand after every decision; near copies are one story."""
    from ahlaf.network import Party  # noqa: PLC0415 - keeps --help fast
    from ahlaf.store import Project  # noqa: PLC0415

    with Project.open(address) as project:
        actors = {a.id: Party(a.id, a.name, a.name_en, a.kind, a.country, a.sector) for a in project.actors()}
        documents = {d.id: d for d in project.documents()}
        for claim in project.claims():
            document = documents.get(claim.document)
            yield _statement(
                claim,
                actors,
                document.name if document else str(claim.document),
                (document.author if document else None) or "",
                f"family:{document.family}" if document else "",
            )


def _statement(claim: KeptClaim, actors: dict[str, Party], document: str, author: str, story: str) -> Statement:
    from ahlaf.network import Party, Statement  # noqa: PLC0415 - keeps --help fast

    ends = [None if p is None else actors.get(p.id) or Party(p.id, p.name) for p in (claim.source, claim.target, claim.voice)]
    time = claim.time or ""
    return Statement(
        str(claim.id),
        ends[0],
        ends[1],
        claim.relation,
        claim.sign,
        claim.polarity == "negated",
        claim.modality,
        (ends[2],) if ends[2] else (),
        claim.credence,
        document,
        author,
        claim.outlet or "",
        time if time[:4].isdigit() else claim.date or "",
        story,
        {"new": "", "disputed": "unsure"}.get(claim.status, claim.status),
        claim.words,
        claim.evidence.start,
        claim.evidence.end,
    )


def _read(texts: list[str]) -> Iterator[Statement]:
    from ahlaf import usecases  # noqa: PLC0415 - keeps --help fast
    from ahlaf.network import from_reading  # noqa: PLC0415
    from ahlaf.sources import files  # noqa: PLC0415

    sources, failed = files.find(texts)
    for error in failed:
        tell(str(error))
    reader = usecases.Reader()
    for source in sources:
        for done in usecases.read_source(reader, source):
            if isinstance(done, InputError):
                tell(str(done))
            else:
                yield from from_reading(done.reading)
