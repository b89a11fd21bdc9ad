"""The network as the page draws it: the map, its quotations, tensions, suppositions."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from ahlaf.relations import RELATIONS
from ahlaf.store import NoSuch
from ahlaf.web import shapes_network as shapes
from ahlaf.web import told
from ahlaf.web.desk import MAP_SECONDS, Asked, Desk
from ahlaf.web.onmap import Chosen, choose
from ahlaf.web.shapes import Listed, Name

if TYPE_CHECKING:
    from ahlaf.network import Edge, Network, Party
    from ahlaf.network.tensions import Doubt, Tension
    from ahlaf.network.tensions.links import Side
    from ahlaf.network.whatif import Answer

CLAIMS: Final = 50
"""So many claims of an edge are named; the rest is asked for."""
FIRST: Final = 80
"""So many actors at most has the map that the page opens with (``web/src/lib/map/filters.ts`` says the same)."""
VOICES: Final = 200
QUOTES: Final = 5
"""So many quotations of a side are told with a tension."""


def label(network: Network, actor: int) -> Name:
    """An actor by its names, told apart from others of that name."""
    found = network.parties[actor]
    return Name(id=found.id, name=network.label(actor), name_en=network.label(actor, "en") if found.name_en else "")


def _speaker(found: Party) -> Name:
    """A voice: the author of a document by name, where the text says it."""
    if found.kind == "author":
        return Name(id=found.id, name=found.name or "author", name_en="")
    return Name(id=found.id, name=found.name or found.name_en or found.id, name_en=found.name_en)


# -- the map --------------------------------------------------------------------------------------------


def draw(desk: Desk, asked: Asked, evidence: int, limit: int, around: str = "") -> shapes.Map:
    """The map: the actors that are tied most, up to a limit, and every edge between them.

    ``evidence`` is the least number of documents that an edge rests on; 0 leaves it to the size of the map. ``around``
    is drawn with its ties whether or not it is among those.
    """
    doubt = desk.doubt(asked)  # where tensions have proved it, the map says the same
    key = ("map", evidence, limit, around, doubt is not None)
    found = desk.kept(asked, key, lambda network: _drawn(desk, network, evidence, limit, around, doubt))
    return found.model_copy(update={"stale": True}) if desk.stale() else found


def _empty(desk: Desk, chosen: Chosen) -> shapes.Map:
    periods, voices, outlets = _facets(desk)
    return shapes.Map(
        actors=[],
        edges=[],
        camps=[],
        alliances=[],
        frustration=None,
        periods=periods,
        voices=voices,
        outlets=outlets,
        total=shapes.Total(actors=0, edges=0),
        evidence=chosen.evidence,
        begins=chosen.begins,
        around=None,
        stale=False,
    )


def _drawn(desk: Desk, network: Network, evidence: int, limit: int, around: str, doubt: Doubt | None) -> shapes.Map:
    from ahlaf.network.blocs import alliances  # noqa: PLC0415 - read with the first network
    from ahlaf.network.tensions import smallest_doubt  # noqa: PLC0415 - as above

    found = choose(network, evidence, limit, around)
    if not found.edges:
        return _empty(desk, found)
    chosen = found.actors
    edges = [network.gathered.edge(e) for e in found.edges]
    doubt = doubt or smallest_doubt(network, limit=0, seconds=MAP_SECONDS)
    camp = _camps(network, doubt, chosen)
    where = _places(edges, sorted(chosen), camp)
    bodies = alliances(network)
    party = network.parties
    periods, voices, outlets = _facets(desk)
    return shapes.Map(
        actors=[
            shapes.MapActor(
                **label(network, a).model_dump(),
                kind=party[a].kind,
                country=party[a].country,
                camp=camp.get(a),
                claims=found.claims[a],
                ties=found.ties[a],
                x=where[a][0],
                y=where[a][1],
            )
            for a in sorted(chosen, key=lambda a: (-found.claims[a], party[a].id))
        ],
        edges=[_edge(network, e) for e in edges],
        camps=[shapes.Camp(number=n, size=size) for n, size in sorted(Counter(camp.values()).items())],
        alliances=[
            shapes.Alliance(**label(network, body).model_dump(), members=[party[m].id for m in sorted(members) if m in chosen])
            for body, members in bodies.items()
            if sum(m in chosen for m in members) > 1
        ],
        frustration=_frustration(doubt),
        periods=periods,
        voices=voices,
        outlets=outlets,
        total=found.total,
        evidence=found.evidence,
        begins=found.begins,
        around=found.around,
        stale=False,
    )


def _edge(network: Network, found: Edge) -> shapes.MapEdge:
    from ahlaf.network.table import NAMES  # noqa: PLC0415 - as above

    rows = found.rows
    relations = Counter(NAMES[network.table.relation[r]] for r in rows)
    return shapes.MapEdge(
        source=network.parties[found.source].id,
        target=network.parties[found.target].id,
        sign=1 if found.sign > 0 else -1,
        for_=found.mass_for,
        against=found.mass_against,
        weight=found.weight,
        voices=found.voices,
        deniers=found.deniers,
        documents=found.documents,
        outlets=found.outlets,
        first=found.first or None,
        last=found.last or None,
        relations=[name for name, _ in relations.most_common()],
        claims=[int(network.table.ids[r]) for r in rows[:CLAIMS]],
        total=len(rows),
    )


def _camps(network: Network, doubt: Doubt, chosen: set[int]) -> dict[int, int]:
    """The camps, in the order that they have everywhere; who stands alone has none."""
    return {a: number for number, camp in enumerate(network.ordered(doubt.camps)) for a in camp if a in chosen}


def _places(edges: Sequence[Edge], chosen: list[int], camp: dict[int, int]) -> dict[int, tuple[float, float]]:
    """Where actors stand: friends near, enemies far; the same for the same network."""
    from ahlaf.network.plot.layout import spread  # noqa: PLC0415 - as above

    at = {a: n for n, a in enumerate(chosen)}
    ties = [(at[e.source], at[e.target], e.sign * max(e.weight, 1e-3)) for e in edges]
    where = spread(len(chosen), ties, [camp.get(a, 0) for a in chosen], steps=40 if len(chosen) > 150 else 120)
    return {a: (round(float(where[n][0]), 4), round(float(where[n][1]), 4)) for a, n in at.items()}


def _facets(desk: Desk) -> tuple[list[shapes.Period], list[shapes.VoiceCount], list[shapes.OutletClaims]]:
    """What the whole project may be narrowed by: its months, its voices, its outlets."""
    import numpy as np  # noqa: PLC0415 - as above

    state, table = desk.table()

    def make() -> tuple[list[shapes.Period], list[shapes.VoiceCount], list[shapes.OutletClaims]]:
        def counted(column: Any, known: int) -> list[int]:  # noqa: ANN401 - a column
            return [int(n) for n in np.bincount(column, minlength=known)] if len(column) else []

        from ahlaf.web.times import spanned  # noqa: PLC0415 - it looks in here for names

        months: Counter[str] = Counter()
        for date, count in zip(table.dates, counted(table.date, len(table.dates)), strict=False):
            if date:
                months[date[:7]] += count
        voices = sorted(zip(counted(table.voice, len(table.voices)), table.voices, strict=False), key=lambda p: (-p[0], p[1].id))
        outlets = sorted(zip(counted(table.outlet, len(table.outlets)), table.outlets, strict=False), key=lambda p: (-p[0], p[1]))
        return (
            [shapes.Period(period=m, claims=months[m]) for m in spanned(months, *desk.held()[0]["dates"])],
            [shapes.VoiceCount(**_speaker(v).model_dump(), claims=n) for n, v in voices if v.kind != "author" or v.name][:VOICES],
            [shapes.OutletClaims(name=o, claims=n) for n, o in outlets if o],
        )

    return desk.memory.get((state, "facets"), make)


def edge(desk: Desk, asked: Asked, source: str, target: str, sign: int, limit: int, offset: int) -> Listed[shapes.Quotation]:
    """The quotations of an edge, the weightiest first.

    Raises:
        NoSuch: one of the two is not there.
    """
    _, network = desk.network(asked)
    ends = [next((n for n, p in enumerate(network.parties) if p.id == which), None) for which in (source, target)]
    if None in ends:
        missing = source if ends[0] is None else target
        raise NoSuch("map", f"there is no actor {missing} here", "ask for the map")
    gathered, weights = network.gathered, network.weights.of_rows(network.table)
    here = (gathered.source == ends[0]) & (gathered.target == ends[1])
    rows = [int(r) for at in here.nonzero()[0].tolist() if not sign or int(gathered.sign[at]) == sign for r in gathered.rows(at)]
    rows.sort(key=lambda r: (-weights[r], r))
    numbers = [int(network.table.ids[r]) for r in rows]
    found = told.quotations(desk.project, numbers[offset : offset + limit])
    return Listed(total=len(numbers), items=list(found.values()))


def _frustration(doubt: Doubt) -> shapes.Frustration:
    return shapes.Frustration(value=doubt.value, lower=doubt.lower, upper=doubt.upper, proved=doubt.proved)


# -- tensions -------------------------------------------------------------------------------------------


def tensions(desk: Desk, asked: Asked, kinds: Sequence[str], limit: int, offset: int) -> shapes.Tensions:
    """A page of the tensions, ranked, with the quotations of every side."""
    network, found = desk.tensions(asked)
    counts = Counter(t.kind for t in found)
    wanted = [t for t in found if not kinds or t.kind in kinds]
    return shapes.Tensions(
        total=len(wanted),
        kinds=[shapes.KindCount(kind=k, count=n) for k, n in counts.items()],
        items=tell(desk, network, wanted[offset : offset + limit]),
        stale=desk.stale(),
    )


def tell(desk: Desk, network: Network, found: Sequence[Tension], quotes: int = QUOTES) -> list[shapes.Tension]:
    """Tensions as they are told; quotations are asked for all at once."""
    ids = network.table.ids
    wanted = [n for t in found for s in t.sides for n in numbers(ids, s.rows)[:quotes]]
    quoted = told.quotations(desk.project, wanted) if quotes else {}

    def side(one: Side) -> shapes.Side:
        behind = numbers(ids, one.rows)
        some = [quoted[n] for n in behind[:quotes] if n in quoted]
        return shapes.Side(ar=one.ar, en=one.en, mass=one.mass, total=len(behind), quotations=some)

    return [
        shapes.Tension(
            id=_id(network, t),
            kind=t.kind,
            score=t.score,
            sentence_ar=t.ar,
            sentence_en=t.en,
            actors=[label(network, a) for a in t.actors],
            sides=[side(s) for s in t.sides],
            claims=numbers(ids, t.rows),
        )
        for t in found
    ]


def numbers(ids: Any, rows: Iterable[int]) -> list[int]:  # noqa: ANN401 - packed texts
    """The claims of rows; what is only supposed has no claim."""
    return [int(i) for i in (ids[r] for r in rows) if i.isdecimal()]


def _id(network: Network, found: Tension) -> str:
    """The same for the same tension, whatever else changes: its kind, whom it is about, what its sides say."""
    from ahlaf.network.table import NAMES  # noqa: PLC0415 - as above

    table = network.table
    whom = [network.parties[a].id for a in (found.actors if found.kind == "circle" else found.actors[:3])]
    if found.kind == "smallest doubt":
        whom = []
    first = [s.rows[0] for s in found.sides if s.rows]
    says = [(int(table.sign[r]), bool(table.denied[r])) for r in first]
    # Said and denied is told for words and for deeds apart; and of word and deed, which is the word matters.
    quad = [RELATIONS[NAMES[table.relation[r]]].quad.value for r in first[:1] if any(no for _, no in says)]
    if found.kind != "word and deed":
        says.sort()
    if found.kind in ("circle", "smallest doubt"):
        whom.sort()
        says, quad = [], []
    return hashlib.sha256(repr((found.kind, whom, says, quad)).encode()).hexdigest()[:16]


# -- suppositions ---------------------------------------------------------------------------------------


def supposed(desk: Desk, asked: Asked, add: list[str], remove: list[str], doubt: list[str]) -> shapes.Supposition:
    """What would change."""
    question = desk.whatif(asked)
    answer: Answer = question.suppose(add, remove, doubt, seconds=0.5)
    before, after = question.network, answer.network

    def standing(network: Network, found: Doubt) -> shapes.Standing:
        camps = [[network.parties[a].id for a in sorted(c)] for c in network.ordered(found.camps)]
        return shapes.Standing(frustration=_frustration(found), camps=camps)

    return shapes.Supposition(
        before=standing(before, answer.before),
        after=standing(after, answer.after),
        gone=tell(desk, before, answer.gone[:100], 0),
        come=tell(desk, after, answer.come[:100], QUOTES),
        changed=[
            shapes.ChangedTension(before=old.score, after=new.score, tension=tell(desk, after, [new], 0)[0])
            for old, new in answer.changed[:100]
        ],
        moved=[label(after, a) for a in answer.moved],
        joined=[shapes.Joined(actor=label(after, a), beside=[label(after, b) for b in near]) for a, near in answer.joined],
        new_actors=list(answer.new_actors),
    )
