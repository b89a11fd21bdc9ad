"""How a project's claims become a network, where store and network meet: for the command line, the workbench and reports.

>>> from ahlaf.store import Project
>>> import tempfile, pathlib
>>> folder = tempfile.TemporaryDirectory()
>>> with Project.create(pathlib.Path(folder.name) / "study.ahlaf") as project:
...     list(statements(project))
[]
>>> folder.cleanup()
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ahlaf.network import Network, Party, Statement
    from ahlaf.store import KeptClaim, Project


def statements(project: Project, claims: Iterable[KeptClaim] | None = None, *, numbered: bool = False) -> Iterator[Statement]:
    """The claims of a project as they stand after every decision, each with its number for an id; or only those given.

    Near copies of an article are one story, so that six papers with one agency report are not six voices. Documents
    go by their names, or by their numbers in the project where ``numbered``.
    """
    from ahlaf.network import Party  # noqa: PLC0415 - numpy and scipy are read by whoever asks for a network

    actors = {a.id: Party(a.id, a.name, a.name_en, a.kind, a.country, a.sector) for a in project.actors()}
    documents = {d.id: d for d in project.documents()}
    for claim in project.claims() if claims is None else claims:
        document = documents.get(claim.document)
        yield _statement(
            claim,
            actors,
            document.name if document and not numbered else str(claim.document),
            (document.author if document else None) or "",
            f"family:{document.family}" if document else "",
        )


def _statement(claim: KeptClaim, actors: Mapping[str, Party], document: str, author: str, story: str) -> Statement:
    from ahlaf.network import Party, Statement  # noqa: PLC0415 - as above

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


def shaped(network: Network, filters: Mapping[str, Any], lifts: Sequence[str] = ()) -> Network:
    """A network lifted, then narrowed.

    Args:
        network: the whole.
        filters: what :meth:`ahlaf.network.Network.where` takes; empty ones are left out.
        lifts: ``organs``, ``members``, or files of lines NAME tab NAME.

    Raises:
        NetworkError: a filter names what isn't there, or a file can't be read.
    """
    from ahlaf.network.lift import read_mapping  # noqa: PLC0415 - as above

    mapping: dict[str, str] = {}
    for lift in lifts:
        if lift not in ("organs", "members"):
            mapping |= read_mapping(lift)
    if lifts:
        network = network.lift(organs="organs" in lifts, members="members" in lifts, mapping=mapping)
    return network.where(**filters) if any(filters.values()) else network
