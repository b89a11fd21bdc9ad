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

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final

from ahlaf.lexicon.countries import countries

if TYPE_CHECKING:
    from ahlaf.network import Network, Party, Statement
    from ahlaf.network.table import Table
    from ahlaf.store import Project, State
    from ahlaf.store.address import Place

APART: Final = 30_000
"""So many claims are gathered in a second; what takes longer is not done beside other work."""


def statements(project: Project, *, numbered: bool = False) -> Iterator[Statement]:
    """The claims of a project as they stand after every decision, each with its number for an id.

    Near copies of an article are one story, so that six papers with one agency report are not six voices. Documents
    go by their names, or by their numbers in the project where ``numbered``. Actors bring the names that texts and
    decisions have for them, so that commands find them by what people type.
    """
    from ahlaf.network import Party, Statement  # noqa: PLC0415 - numpy and scipy are read by whoever asks for a network
    from ahlaf.network.statement import family, review_of  # noqa: PLC0415 - as above
    from ahlaf.store import spoken  # noqa: PLC0415 - as above, the database

    called: dict[str, list[str]] = {}
    for name, ids in project.other_names().items():
        for one in ids:
            called.setdefault(one, []).append(name)
    actors = {
        a.id: Party(a.id, a.name, a.name_en, a.kind, a.country, a.sector, tuple(called.get(a.id, ()))) for a in project.actors()
    }

    def party(number: str | None) -> Party | None:
        return None if number is None else actors.get(number) or Party(number, spoken(number))

    for tie in project.ties():
        told, voice, time = tie.told, party(tie.voice), tie.time or ""
        yield Statement(
            str(tie.id),
            party(tie.source),
            party(tie.target),
            tie.relation,
            tie.sign,
            tie.polarity == "negated",
            tie.modality,
            (voice,) if voice else (),
            tie.credence,
            str(told.id) if numbered else told.name,
            told.author or "",
            told.outlet or "",
            time if time[:4].isdigit() else tie.date or "",
            family(told.family),
            review_of(tie.status),
            tie.words,
            tie.start,
            tie.end,
        )


def table_of(project: Project) -> tuple[State, Table]:
    """All claims in columns, documents by their numbers, and the state of the project that they are of.

    A large project is read by a process of its own: in a thread it would hold up whoever is served meanwhile.
    """
    if project.count() <= APART:
        return _table(project)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(_table_at, project.place).result()


def _table(project: Project) -> tuple[State, Table]:
    from ahlaf.network.table import tabulate  # noqa: PLC0415 - as above

    return project.state(), tabulate(statements(project, numbered=True))


def _table_at(place: Place) -> tuple[State, Table]:
    from ahlaf.store import Project  # noqa: PLC0415 - as above

    with Project(place) as project:
        return _table(project)


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
        states = {c.code: (c.name, c.name_en) for c in countries()} if "organs" in lifts else None
        network = network.lift(organs="organs" in lifts, members="members" in lifts, mapping=mapping, states=states)
    return network.where(**filters) if any(filters.values()) else network
