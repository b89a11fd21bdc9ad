"""One project, open, and what is worked out from it, kept until the project changes.

The network is gathered once for each state of the project (:meth:`ahlaf.store.Project.state`), pictures once for each
state and question. Where gathering takes long, the last network is shown while the next is made, and every page is told
when it is there.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from ahlaf import networks
from ahlaf.errors import NetworkError
from ahlaf.namesakes import labels
from ahlaf.store import Coder, KeptActor, Project, State, Tally
from ahlaf.web.behind import Behind

if TYPE_CHECKING:
    from ahlaf.network import Network, Weights
    from ahlaf.network.table import Table
    from ahlaf.network.tensions import Doubt, Tension
    from ahlaf.network.whatif import WhatIf
    from ahlaf.workers import Maker

T = TypeVar("T")
FILTERS: Final = ("since", "until", "voices", "outlets", "relations", "reviews", "actors", "modalities", "credence")
"""What narrows the claims, as :func:`ahlaf.network.filters.pick` calls it."""
OPTIONS: Final = {
    "voices": "voice",
    "outlets": "outlet",
    "relations": "relation",
    "reviews": "review",
    "actors": "actor",
    "modalities": "modality",
    "credence": "least",
}
"""How `ahlaf map` calls it."""
KEPT: Final = 48
"""How many worked-out things are kept."""
PATIENCE: Final = 1.5
"""Seconds of gathering beyond which the last network is shown meanwhile."""
SECONDS: Final = 5.0
"""For the smallest doubt of tensions and suppositions."""
_REST: Final = 4
"""So many times as long as tensions took to be found they are not looked for again."""
MAP_SECONDS: Final = 0.35
"""For the camps of a map: a picture is wanted at once, and says where it is not proved."""


class Memory:
    """Things worked out once, however many ask at a time; the least asked for go first."""

    def __init__(self, most: int = KEPT) -> None:
        self._kept: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = threading.Lock()
        self._most = most

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under a key, made now if it isn't; errors are not kept."""
        with self._lock:
            found = self._kept.get(key)
            ours = found is None
            if found is None:
                found = self._kept[key] = Future()
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
            else:
                self._kept.move_to_end(key)
        if ours:
            try:
                found.set_result(make())
            except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised in whoever waits for it
                with self._lock:
                    self._kept.pop(key, None)
                found.set_exception(error)
        return cast("T", found.result())

    def peek(self, key: Hashable) -> Any:  # noqa: ANN401 - whatever was made
        """What is kept under a key and ready, or ``None``."""
        found = self._kept.get(key)
        return found.result() if found is not None and found.done() and found.exception() is None else None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a map is drawn from: the filters of the network, and what weighs how much."""

    since: str = ""
    until: str = ""
    voices: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    credence: float = 0.0
    lifts: tuple[str, ...] = ()
    weights: tuple[str, ...] = ()

    def filters(self) -> dict[str, Any]:
        """As the network takes them."""
        return {k: getattr(self, k) for k in FILTERS}

    def told(self) -> tuple[tuple[str, str], ...]:
        """What narrows the claims, as options of `ahlaf map`."""
        every = {OPTIONS.get(k, k): getattr(self, k) for k in FILTERS}
        return tuple((name, f"{v}") for name, vs in every.items() for v in (vs if isinstance(vs, tuple) else (vs,)) if v)


def _refused(table: Table) -> Sequence[bool]:
    from ahlaf.network.table import REVIEWS  # noqa: PLC0415 - numpy is read with the first network

    return cast("Sequence[bool]", (table.review == REVIEWS.index("refused")).tolist())


@dataclass(slots=True)
class Desk:
    """A project and what is known of it."""

    project: Project
    who: str
    coder: Coder | None = None
    """The rule book of today; ``None`` until it has been read."""
    changed: Callable[[str], None] = lambda _: None
    """Told when something was worked out that pages wait for."""
    book: Callable[[], tuple[Coder, Maker]] | None = None
    """Where the rule book is had that the project is coded with; the one that it remembers where this is not given."""
    memory: Memory = field(default_factory=Memory)
    behind: Behind = field(default_factory=Behind)
    """What is worked out while pages go on; whoever leaves the desk closes it before the project."""
    patience: float = PATIENCE
    _table: tuple[State, Table, float] | None = None
    _gathering: threading.Lock = field(default_factory=threading.Lock)
    _rest_until: float = 0.0
    _shares: dict[Asked, dict[int, float]] = field(default_factory=dict)

    def state(self) -> State:
        """The state that the project is in."""
        return self.project.state()

    # -- the network ------------------------------------------------------------------------------------

    def table(self) -> tuple[State, Table]:
        """The claims as a network takes them, and of which state they are: the present one, or the last meanwhile."""
        now, last = self.state(), self._table
        if last is not None and last[0] == now:
            return last[0], last[1]
        if last is not None and last[2] > self.patience:
            self.behind.begin("gather", self._gather_next)
            return last[0], last[1]
        return self._gathered()

    def fresh(self) -> None:
        """Wait for the network of the present state: what goes out as a file is of no earlier one."""
        self._gathered()

    def _gathered(self) -> tuple[State, Table]:
        import ahlaf.network  # noqa: F401, PLC0415 - read before it is timed: the next gathering doesn't read it again

        with self._gathering:
            now = self.state()
            if self._table is not None and self._table[0] == now:
                return now, self._table[1]
            began = time.monotonic()
            now, made = networks.table_of(self.project)
            self._table = (now, made, time.monotonic() - began)
            return now, made

    def _gather_next(self) -> None:
        self._gathered()
        self.changed("picture")

    def stale(self) -> bool:
        """Whether the network is of an earlier state than the project."""
        return self._table is not None and self._table[0] != self.state()

    def network(self, asked: Asked) -> tuple[State, Network]:
        """The network, lifted and narrowed.

        Raises:
            NetworkError: a filter names what isn't there.
        """
        from ahlaf.network import Network, Weights  # noqa: PLC0415 - as above

        state, table = self.table()

        def make() -> Network:
            weights: Weights = Weights.of(asked.weights)
            return networks.shaped(Network(table, weights), asked.filters(), asked.lifts)

        return state, self.memory.get((state, "network", asked), make)

    def chosen(self, asked: Asked, *, refused: bool = False) -> frozenset[int] | None:
        """The numbers of the claims that pass, those that were refused left out or not; ``None`` where no filter is set.

        Raises:
            NetworkError: a filter names what isn't there.
        """
        if not any(asked.filters().values()):
            return None

        def make(network: Network) -> frozenset[int]:
            table, rows = network.table, network.rows
            every = range(len(table)) if rows is None else rows.tolist()
            out = _refused(table)
            return frozenset(int(table.ids[r]) for r in every if refused or not out[r])

        self.fresh()
        return self.kept(asked, ("chosen", refused), make)

    def kept(self, asked: Asked, what: Hashable, make: Callable[[Network], T]) -> T:
        """Something worked out from a network, kept with it."""
        state, network = self.network(asked)
        return self.memory.get((state, what, asked), lambda: make(network))

    def tensions(self, asked: Asked) -> tuple[Network, list[Tension]]:
        """The tensions of a network, ranked; none where nothing is set against anything."""
        from ahlaf.network.tensions import smallest_doubt, tensions  # noqa: PLC0415 - as above

        def make(network: Network) -> tuple[Network, list[Tension]]:
            try:
                network.need(minus=True)
            except NetworkError:
                return network, []
            doubt = self.kept(asked, "doubt", lambda network: smallest_doubt(network, limit=0, seconds=SECONDS))
            return network, tensions(network, doubt=doubt)

        return self.kept(asked, "tensions", make)

    def doubt(self, asked: Asked) -> Doubt | None:
        """The smallest doubt as it was found for the tensions of a network; ``None`` where they were not asked for yet."""
        found: Doubt | None = self.memory.peek((self.network(asked)[0], "doubt", asked))
        return found

    def shares(self, asked: Asked) -> dict[int, float]:
        """Of each document, the share of its claims that are in a tension.

        Nobody waits for tensions: until those of this state are found, beside what else is done, the last ones are told.
        """
        last = self._table
        found = None if last is None else self.memory.peek((last[0], "tensions", asked))
        if last is None or found is None or last[0] != self.state():
            self._find_tensions(asked)
        if last is None or found is None:
            return self._shares.get(asked, {})
        state, table = last[0], last[1]

        def make() -> dict[int, float]:
            every: dict[int, int] = {}
            for at in table.document.tolist():
                every[at] = every.get(at, 0) + 1
            rows = {r for t in found[1] if t.kind != "smallest doubt" for r in t.rows}
            within: dict[int, int] = {}
            for row in rows:
                at = int(table.document[row])
                within[at] = within.get(at, 0) + 1
            return {int(table.documents[at]): within.get(at, 0) / count for at, count in every.items() if table.documents[at]}

        self._shares[asked] = self.memory.get((state, "shares", asked), make)
        return self._shares[asked]

    def _find_tensions(self, asked: Asked) -> None:
        """Look for tensions behind the page, and tell it when they are there; seldom, where that takes long."""

        def work() -> None:
            began = time.monotonic()
            try:
                self.tensions(asked)
                self.changed("picture")
            finally:
                ended = time.monotonic()
                self._rest_until = ended + _REST * (ended - began)

        if time.monotonic() >= self._rest_until:
            self.behind.begin("tensions", work)

    def whatif(self, asked: Asked) -> WhatIf:
        """The network, ready to be asked what would change."""
        from ahlaf.network.whatif import WhatIf  # noqa: PLC0415 - as above

        return self.kept(asked, "whatif", lambda network: WhatIf(network, seconds=SECONDS))

    # -- what there is ----------------------------------------------------------------------------------

    def held(self) -> tuple[dict[str, Any], list[tuple[str, int]]]:
        """How much of everything the project holds, and its outlets, the busiest first."""
        return self.memory.get((self.state(), "held"), lambda: (self.project.counts(), self.project.outlets()))

    # -- actors -----------------------------------------------------------------------------------------

    def everyone(self) -> list[tuple[KeptActor, Tally]]:
        """Every actor with its tally, the busiest first."""
        return self.memory.get((self.state(), "everyone"), self.project.everyone)

    def labels(self) -> tuple[dict[str, str], dict[str, str]]:
        """The names of all actors in Arabic and in English, those of one name told apart, as the map tells them."""

        def make() -> tuple[dict[str, str], dict[str, str]]:
            every = [one for one, _ in self.everyone()]
            return labels([one.name for one in every], every), labels([one.name_en for one in every], every, "en")

        return self.memory.get((self.state(), "labels"), make)

    def other_names(self) -> dict[str, list[str]]:
        """Whom folded names that are nobody's own mean, by decisions or in the texts."""
        return self.memory.get((self.state(), "other names"), self.project.other_names)

    def warm(self) -> None:
        """Read what is slow to read, before anybody asks: how busy every actor is, and the rule book."""
        from ahlaf import projects  # noqa: PLC0415 - the rule book is read when the server stands

        self.everyone()
        self.coder = (self.book or partial(projects.own_rule_book, self.project))()[0]
