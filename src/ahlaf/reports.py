"""A report of a project, where its rooms meet: store → network → exchange."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import numpy as np

from ahlaf import __version__
from ahlaf.exchange.report.content import (
    Alliance,
    Counts,
    Edge,
    Group,
    Language,
    Method,
    OverTime,
    Period,
    Quote,
    Report,
    Sentence,
    Side,
    Strong,
    Tension,
    Turning,
)
from ahlaf.network import Network, Weights
from ahlaf.network import tensions as strains
from ahlaf.network.blocs import Blocs, alliances, blocs
from ahlaf.network.change.periods import over_time
from ahlaf.network.table import tabulate
from ahlaf.network.tables import edge_rows
from ahlaf.network.tensions.words import clause
from ahlaf.networks import shaped, statements
from ahlaf.store import VERDICTS, Project, Wanted
from ahlaf.store.book import TEXT
from ahlaf.text.direction import from_right

if TYPE_CHECKING:
    from ahlaf.network.change import Turned
    from ahlaf.store import Kept, KeptActor, KeptClaim

QUOTES: Final = 3
"""How many quotations a side of a tension shows."""
TURNED: Final = 12
"""How many ties that turned are told, those of which most is said."""
STRONGEST: Final = 8
"""How many ties of either sign stand at the head, the heaviest."""
DRAWN: Final = 36
"""How many actors the map draws, the most tied: as many as can be read on a sheet of paper. The table beside it has all."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: which claims, how they are weighed, and how much is written."""

    wanted: Wanted = field(default_factory=Wanted)
    least: float = 0.0
    lifts: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    language: Language = "ar"
    limit: int = 1000
    """How many claims are quoted; 0 for all."""
    tensions: int = 20
    seconds: float = 20.0
    """For the proof of the smallest doubt; where it does not end in that time, bounds are told, and may differ next time."""
    seed: int = 0
    png: bool = False
    """Whether the map is a PNG, which Word shows; or else an SVG."""
    only: Container[int] | None = None
    """These claims alone, by number."""
    filters: tuple[tuple[str, str], ...] = ()
    """What narrows the claims, for the report to say."""


def gather(project: Project, order: Order) -> Report:
    """Everything that the report says.

    Raises:
        NetworkError: a weight or a lift can't be had.
        WrongValue: there is no such outlet.
    """
    found = _Found(project, order)
    return found.report()


class _Found:
    """The chosen claims of a project, and the network that they make."""

    def __init__(self, project: Project, order: Order) -> None:
        self.project, self.order, self.language = project, order, order.language
        self.actors: dict[str, KeptActor] = {a.id: a for a in project.actors()}
        self.documents: dict[int, Kept] = {d.id: d for d in project.documents()}
        claims = [c for c in project.claims(replace(order.wanted, least=order.least)) if order.only is None or c.id in order.only]
        self.claims: dict[int, KeptClaim] = {c.id: c for c in claims}
        self.reviewers = self._reviews()
        self.openings = project.openings({c.document for c in claims if not c.title})
        # The whole project is in the table, so that camps are numbered as on the map; only the chosen claims count.
        table = tabulate(statements(project))
        rows = np.flatnonzero([int(i) in self.claims for i in table.ids])
        whole = Network(table, Weights.of(order.settings), rows)
        self.network = shaped(whole, {}, order.lifts) if claims else whole
        self.quotes = {c.id: self._quote(c) for c in claims}

    def _reviews(self) -> dict[int, dict[str, str]]:
        """For each chosen claim who decided on it, and how: everybody's last word. Who added a claim confirmed it."""
        made: defaultdict[int, dict[str, str]] = defaultdict(dict)
        for number, claim in self.claims.items():
            if claim.added is not None:
                made[number][self.project.decision(claim.added).who] = "confirm"
        for review in self.project.reviews():
            if review.active and review.claim in self.claims:
                made[review.claim][review.who] = review.verdict
        return made

    def _name(self, id_: str, otherwise: str) -> str:
        actor = self.actors.get(id_)
        if actor is None:
            return otherwise
        first, second = (actor.name_en, actor.name) if self.language == "en" else (actor.name, actor.name_en)
        return first or second or otherwise

    def _quote(self, claim: KeptClaim) -> Quote:
        document = self.documents.get(claim.document)
        ends = [self._name(p.id, p.name) if p else _NOBODY[self.language] for p in (claim.source, claim.target)]
        denied = claim.polarity == "negated"
        says = clause(ends[0], claim.relation, ends[1], denied=denied, modality=claim.modality, language=self.language)
        return Quote(
            claim.id,
            Sentence(says, tuple(ends)),
            claim.words,
            from_right((document.language if document else None) or "ar"),
            claim.document,
            claim.title or self.openings.get(claim.document) or (document.name if document else ""),
            claim.outlet or "",
            (document.author if document else None) or "",
            claim.date or "",
            self._name(claim.voice.id, claim.voice.name) if claim.voice else "",
            claim.relation,
            claim.sign,
            denied,
            claim.modality,
            claim.status,
            tuple(self.reviewers.get(claim.id, {}).items()),
        )

    # -- sections ---------------------------------------------------------------------------------------

    def report(self) -> Report:
        """All of it."""
        bodies = self._alliances()
        groups, places = self._groups(n for body in bodies for _, _, numbers in body.members for n in numbers)
        drawn = self._blocs()
        shown, total = self._tensions()
        edges = self._edges(places)
        return Report(
            PurePath(self.project.shown).name,
            self.language,
            self.order.filters,
            self._counts(),
            self._picture(drawn),
            tuple(edge for edge, _ in edges),
            tuple(self._camp(camp) for camp in drawn.camps) if drawn else (),
            _bounds(drawn) if drawn else "",
            bodies,
            shown,
            total,
            groups,
            sum(len(g.quotes) for g in groups),
            self._method(),
            tuple(tie for sign in (1, -1) for tie in self._strongest([e for e in edges if e[0].sign == sign])),
            self._time(),
        )

    def _time(self) -> OverTime | None:
        """What is claimed when, and of the ties that turned those of which most is said, in the order of time."""
        papers = {c.document: c.date for c in self.claims.values() if c.date}
        found = over_time(self.network, papers.values()) if self.claims else None
        if found is None:
            return None
        label = {w.start: name for name, w in found.windows}
        turned = Counter(t.window for t in found.turned)
        periods = [
            Period(name, w.claims, w.plus, w.minus, turned[at]) for at, (name, w) in enumerate(found.windows) if w.claims
        ]
        told = sorted(found.turned, key=lambda t: -len(t.rows_before) - len(t.rows_after))[:TURNED]
        turnings = tuple(self._turning(t, label) for t in sorted(told, key=lambda t: t.window))
        return OverTime(found.unit, tuple(periods), turnings, len(found.turned), found.undated, found.elsewhere)

    def _turning(self, turned: Turned, label: dict[str, str]) -> Turning:
        ends = (self.network.label(turned.u, self.language), self.network.label(turned.v, self.language))
        said = [next((self.quotes[n] for n in self._numbers(rows)), None) for rows in (turned.rows_before, turned.rows_after)]
        return Turning(ends, turned.was, turned.now, label[turned.before], label[turned.start], said[0], said[1])

    def _strongest(self, edges: list[tuple[Edge, list[int]]]) -> Iterable[Strong]:
        """The heaviest of some edges, each with its outlets and the surest words that say it: what a person confirmed before all.

        That somebody's allies are his allies is no news: of two one of whom is called by the other a standing tie is not told here.
        """
        told = [e for e in edges if not all(_no_news(self.claims[n]) for n in e[1])]
        for edge, numbers in told[:STRONGEST]:
            claims = [self.claims[n] for n in numbers if self.claims[n].polarity != "negated"]
            if claims:
                best = max(claims, key=_sure)
                printed = {(c.outlet, c.document) for c in claims if c.outlet}
                yield Strong(edge, _ranked(outlet for outlet, _ in printed), self.quotes[best.id])

    def _counts(self) -> Counts:
        claims = self.claims.values()
        done: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for verdicts in self.reviewers.values():
            for who, verdict in verdicts.items():
                done[who][verdict] += 1
        last = self.project.journal(last=1)
        dates = sorted(c.date for c in claims if c.date)
        return Counts(
            len(self.documents),
            len({c.document for c in claims}),
            len(claims),
            len(self.network.actors) if claims else 0,
            len(self.network.gathered) if claims else 0,
            dates[0] if dates else "",
            dates[-1] if dates else "",
            _ranked(c.status for c in claims),
            _ranked(self.quotes[c.id].voice for c in claims),
            _ranked(outlet for outlet, _ in {(c.outlet, c.document) for c in claims if c.outlet}),
            tuple((who, tuple((v, found[v]) for v in VERDICTS if found[v])) for who, found in sorted(done.items())),
            last[0].id if last else 0,
            last[0].at if last else "",
        )

    def _numbers(self, rows: Iterable[int]) -> tuple[int, ...]:
        """The claims that rows of the network's table stand for."""
        return tuple(int(self.network.table.ids[r]) for r in rows)

    def _groups(self, wanted: Iterable[int]) -> tuple[tuple[Group, ...], dict[int, int]]:
        """The claims by the two actors that they are between, and for each quoted claim the place of its group.

        Where not all are quoted, the wanted ones are, and then those between whom most is said.
        """
        between: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        table = self.network.table
        rows = range(len(table)) if self.network.rows is None else self.network.rows.tolist()
        for row, number in zip(rows, self._numbers(rows), strict=True):
            ends = {int(e) for e in (table.source[row], table.target[row]) if e >= 0}
            between[tuple(sorted(ends))].append(number)
        ordered = sorted(between.items(), key=lambda g: (-len(g[0]), -len(g[1]), g[1][0]))
        limit = self.order.limit or len(self.claims)
        quoted = set(list(dict.fromkeys((*wanted, *(n for _, numbers in ordered for n in numbers))))[:limit])
        groups: list[Group] = []
        places: dict[int, int] = {}
        for ends_, numbers in ordered:
            kept = [n for n in numbers if n in quoted]
            if not kept:
                continue
            places |= dict.fromkeys(kept, len(groups))
            groups.append(Group(tuple(self.network.label(e, self.language) for e in ends_), tuple(self.quotes[n] for n in kept)))
        return tuple(groups), places

    def _edges(self, places: dict[int, int]) -> list[tuple[Edge, list[int]]]:
        """The edges, each with the numbers of its claims."""
        if not self.claims:
            return []
        made: list[tuple[Edge, list[int]]] = []
        for r in edge_rows(self.network, self.language):
            numbers = [int(n) for n in r["claims"]]
            edge = Edge(
                r["source"],
                r["target"],
                1 if r["sign"] == "+" else -1,
                r["weight"],
                r["mass_for"],
                r["mass_against"],
                r["voices"],
                r["documents"],
                r["first"],
                r["last"],
                min((places[n] for n in numbers if n in places), default=-1),
            )
            made.append((edge, numbers))
        return made

    def _blocs(self) -> Blocs | None:
        if not self.claims or not self.network.signed[0]:
            return None
        return blocs(self.network, 2, repeats=0, seconds=self.order.seconds, seed=self.order.seed)

    def _camp(self, camp: Iterable[int]) -> tuple[str, ...]:
        """Names, the most spoken of first: a large camp is not told in full."""
        told = sorted((-self.network.said_of[a], self.network.label(a, self.language)) for a in camp)
        return tuple(name for _, name in told)

    def _picture(self, drawn: Blocs | None) -> bytes:
        from ahlaf.network.plot import draw_network, png, svg  # noqa: PLC0415 - matplotlib is slow to load

        if drawn is None:
            return b""
        written = png if self.order.png else svg
        return written(draw_network(self.network, drawn.camps, language=self.language, most=DRAWN))

    def _alliances(self) -> tuple[Alliance, ...]:
        if not self.claims:
            return ()
        named = [
            Alliance(
                self.network.label(body, self.language),
                tuple(
                    (self.network.label(m, self.language), round(weight, 3), self._numbers(rows))
                    for m, (weight, rows) in sorted(members.items(), key=lambda one: (-one[1][0], one[0]))
                ),
            )
            for body, members in alliances(self.network).items()
        ]
        return tuple(sorted(named, key=lambda a: (-len(a.members), a.name)))

    def _tensions(self) -> tuple[tuple[Tension, ...], int]:
        ties = self.network.gathered_ties if self.claims else None
        if ties is None or not ((ties.sign < 0) | (ties.deniers > 0)).any():
            return (), 0
        found = strains.tensions(self.network, seconds=self.order.seconds, seed=self.order.seed)
        return tuple(self._tension(t) for t in found[: self.order.tensions]), len(found)

    def _tension(self, tension: strains.Tension) -> Tension:
        said = Sentence(tension.sentence(self.language), self._names(tension.actors, tension.rows))
        return Tension(tension.kind, said, tension.score, tuple(self._side(s) for s in tension.sides))

    def _names(self, actors: Iterable[int], rows: Iterable[int]) -> tuple[str, ...]:
        """The names that a sentence may hold: of these actors, and of whoever rows of the network's table are about or by."""
        table, found = self.network.table, dict.fromkeys(actors)
        speakers: dict[str, None] = {}
        for row in rows:
            found |= dict.fromkeys(int(end) for end in (table.source[row], table.target[row]) if end >= 0)
            speakers[self.network.speaker(row, self.language)] = None
        return (*(self.network.label(actor, self.language) for actor in found), *speakers)

    def _side(self, side: strains.Side) -> Side:
        words: dict[str, int] = {}
        for number in self._numbers(side.rows):
            words.setdefault(self.quotes[number].words, number)
        says = Sentence(side.en if self.language == "en" else side.ar, self._names((), side.rows))
        quotes = tuple(self.quotes[n] for n in list(words.values())[:QUOTES])
        return Side(says, side.mass, quotes, max(0, len(words) - QUOTES))

    def _method(self) -> Method:
        coders = sorted({(c.coder.name, c.coder.version, c.coder.digest) for c in self.claims.values()})
        return Method(__version__, tuple(coders), (*self.order.settings, *(f"lift={PurePath(x).name}" for x in self.order.lifts)))


_NOBODY: Final = {"ar": "طرف غير مسمّى", "en": "somebody not named"}


def _sure(claim: KeptClaim) -> tuple[bool, bool, bool, float, int]:
    """How well a claim stands for its tie: confirmed, asserted, told in more than a word or two, likely, first."""
    return claim.status in ("confirmed", "corrected"), claim.modality == "asserted", claim.words.count(" ") > 2, claim.credence, -claim.id


_STANDING: Final = frozenset(("ALLY", "MEMBER", "OPPOSE"))


def _no_news(claim: KeptClaim) -> bool:
    """Whether a claim is a standing tie of somebody who is known by the text alone and called so: "حلفاء إيران" and "إيران"."""
    one, other = claim.source, claim.target
    if one is None or other is None or claim.relation not in _STANDING:
        return False
    return any(a.id.startswith(TEXT) and f" {a.name} ".find(f" {b.name} ") > 0 for a, b in ((one, other), (other, one)))


def _ranked(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda one: (-one[1], one[0])))


def _bounds(found: Blocs) -> str:
    """What the camps cost, never a bare number."""
    return f"{found.cost:g}" if found.proved else f"{found.lower:g} – {found.cost:g}"
