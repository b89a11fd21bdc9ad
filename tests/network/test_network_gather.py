"""Claims into edges: against the definitions, written out plainly."""

from __future__ import annotations

import dataclasses
import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable

import pytest
from story import BAND, EAST, NORTH, PACT, PAPER, SOUTH, STORY, gold_lines, random_story, say

import ahlaf
from ahlaf.errors import NetworkError, NotInstalled
from ahlaf.exchange import records
from ahlaf.model import Reading
from ahlaf.network import Network, Party, Statement, Weights, dump, from_reading, load
from ahlaf.network.filters import last_day
from ahlaf.network.table import day_of, tabulate
from ahlaf.network.weights import MODALITY, RELATION

TEXTS = (
    "قالت بغداد إن الجيش العراقي هاجم تنظيم داعش. وتدعم إيران العراق.",
    "قصف الجيش العراقي مواقع تنظيم داعش. دعمت تركيا تنظيم داعش بالسلاح عام ٢٠١٤.",
)


def plainly(said: list[Statement], repeat: str = "once") -> dict[tuple[str, str, int], dict[str, object]]:
    """The definition, one claim at a time."""
    masses: dict[tuple[str, str, int], dict[tuple[bool, str], list[tuple[float, str, str, str]]]] = defaultdict(lambda: defaultdict(list))
    writers: dict[str, str] = {}
    for s in said:
        if s.author and not s.voices:
            writers.setdefault(s.story or s.document, s.author)
    seen: dict[tuple[str, str, int], list[Statement]] = defaultdict(list)
    for s in said:
        assert s.source
        assert s.target
        credence = {"confirmed": 1.0, "corrected": 1.0, "refused": 0.0, "unsure": s.credence / 2}.get(s.review, s.credence)
        weight = credence * MODALITY[s.modality] * RELATION[s.relation]
        if weight <= 0 or s.source.id == s.target.id:
            continue
        key = (s.source.id, s.target.id, s.sign)
        tale = s.story or s.document
        voice = s.voices[0].id if s.voices else f"author:{writers.get(tale, tale)}"
        masses[key][s.denied, voice].append((weight, tale, s.relation, s.document))
        seen[key].append(s)
    found = {}
    for key, by in masses.items():
        fold = folded[repeat]
        mass_for = sum(fold(ws) for (no, _), ws in by.items() if not no)
        against = sum(fold(ws) for (no, _), ws in by.items() if no)
        dates = sorted((day_of(s.date), s.date) for s in seen[key] if s.date)
        found[key] = {
            "mass_for": mass_for,
            "mass_against": against,
            "weight": max(0.0, mass_for - against),
            "voices": sum(not no for no, _ in by),
            "deniers": sum(no for no, _ in by),
            "documents": len({s.story or s.document for s in seen[key]}),
            "copies": len({s.document for s in seen[key]}),
            "outlets": len({s.outlet for s in seen[key] if s.outlet}),
            "days": (day_of(dates[0][1]), day_of(dates[-1][1])) if dates else (0, 0),
            "claims": sorted(s.id for s in seen[key]),
        }
    return found


def by_copies(ws: list[tuple[float, str, str, str]], add: Callable[[list[float]], float]) -> float:
    """Added up within each copy; of a story the weightiest copy of each relation; these added up."""
    copies: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for weight, tale, relation, document in ws:
        copies[tale, relation][document].append(weight)
    return add([max(add(one) for one in of.values()) for of in copies.values()])


folded: dict[str, Callable[[list[tuple[float, str, str, str]]], float]] = {
    "once": lambda ws: max(w for w, *_ in ws),
    "more": lambda ws: by_copies(ws, lambda some: 1 - math.prod(1 - w for w in some)),
    "sum": lambda ws: by_copies(ws, sum),
}


@pytest.mark.parametrize("repeat", ["once", "more", "sum"])
@pytest.mark.parametrize("seed", range(40))
def test_edges_are_what_their_definition_says(seed: int, repeat: str) -> None:
    said = random_story(seed, claims=60)
    network = Network.of(said, Weights(repeat=repeat))  # type: ignore[arg-type]
    wanted = plainly(said, repeat)
    got = {(network.parties[e.source].id, network.parties[e.target].id, e.sign): e for e in network.edges}
    assert set(got) == set(wanted)
    for key, edge in got.items():
        for name in ("mass_for", "mass_against", "weight"):
            assert getattr(edge, name) == pytest.approx(wanted[key][name])
        for name in ("voices", "deniers", "documents", "copies", "outlets"):
            assert getattr(edge, name) == wanted[key][name], name
        assert (day_of(edge.first), day_of(edge.last)) == wanted[key]["days"]
        assert sorted(network.table.ids[r] for r in edge.rows) == wanted[key]["claims"]


def test_a_statement_comes_back_as_it_went_in() -> None:
    said = [dataclasses.replace(s, id=s.id or "0") for s in random_story(3, claims=300)]
    table = tabulate(said)
    for n, s in enumerate(said):
        back = table[n]
        assert back.source
        assert s.source
        assert back.source.id == s.source.id
        assert [v.id for v in back.voices] == [v.id for v in s.voices]
        plain = {"source": None, "target": None, "voices": (), "story": ""}
        assert dataclasses.replace(back, **plain) == dataclasses.replace(s, **plain)


def test_one_voice_ten_times_is_one_voice() -> None:
    ten = [say(n, NORTH, "AID", BAND) for n in range(10)]
    edge, = Network.of(ten).edges
    assert (edge.mass_for, edge.voices, len(edge.rows)) == (1.0, 1, 10)
    edge, = Network.of(ten, Weights(repeat="sum")).edges
    assert edge.mass_for == 10.0


@pytest.mark.parametrize("repeat", ["once", "more", "sum"])
def test_six_papers_with_one_story_count_once(repeat: str) -> None:
    six = [say(n, NORTH, "AID", BAND, document=f"d{n}", outlet=f"o{n}", story="agency", credence=0.5) for n in range(6)]
    edge, = Network.of(six, Weights(repeat=repeat)).edges  # type: ignore[arg-type]
    assert edge.mass_for == pytest.approx(0.5)
    assert (edge.voices, edge.documents, edge.copies, edge.outlets) == (1, 1, 6, 6)


@pytest.mark.parametrize("repeat", ["once", "more", "sum"])
@pytest.mark.parametrize("authors", [("Agency", "", "Paper"), ("", "Agency", ""), ("", "Paper", "Agency")])
def test_copies_of_one_story_have_one_author_whoever_signs_them(repeat: str, authors: tuple[str, ...]) -> None:
    copies = [say(n, NORTH, "AID", BAND, document=f"d{n}", story="agency", credence=0.5, author=a) for n, a in enumerate(authors)]
    own = say(9, NORTH, "AID", BAND, document="d9", credence=0.5, author="Somebody")
    edge, = Network.of([*copies, own], Weights(repeat=repeat)).edges  # type: ignore[arg-type]
    assert (edge.mass_for, edge.voices, edge.documents, edge.copies) == (1.0, 2, 2, 4)
    named = next(a for a in authors if a)
    more = [*copies, say(8, NORTH, "AID", BAND, document="d8", author=named)]
    edge, = Network.of(more).edges
    assert edge.voices == 1, "whoever signs the story first, of those who do, is heard in it"
    denied = [*copies[:2], say(7, NORTH, "AID", BAND, document="d7", story="agency", denied=True, author="Else")]
    edge, = Network.of(denied).edges
    assert (edge.voices, edge.deniers) == (1, 1)


def test_filters_in_a_row_are_filters_together() -> None:
    """Near copies count once among what has passed, whether it passed in this call or in one before."""
    copies = [say(n, NORTH, "AID", BAND, document=f"d{n}", outlet=f"o{n}", story="agency", date=f"201{n}") for n in range(3)]
    network = Network.of(copies)
    for first in ({"outlets": ["o1"]}, {"since": "2011"}, {"documents": ["d2"]}, {}):
        assert network.where(**first).where(once=True).claims == network.where(**first, once=True).claims == 1


@pytest.mark.parametrize(
    ("states", "organ", "state"),
    [
        ((("TUR", "TUR"), ("ottoman-empire", "TUR")), "TUR.army", "TUR"),
        ((("ottoman-empire", "TUR"), ("TUR", "TUR")), "TUR.army", "TUR"),
        ((("TUR", "TUR"), ("ottoman-empire", "TUR")), "the-general", "TUR"),
        ((("ottoman-empire", "TUR"),), "TUR.army", "TUR"),
        ((("IRQ", "IRQ"), ("kurdistan-iraq", "IRQ"), ("arab-federation", "IRQ")), "IRQ.army", "IRQ"),
        ((("my-turkey", "TUR"),), "the-army", "my-turkey"),
        ((("my-turkey", "TUR"), ("my-ottomans", "TUR")), "the-army", "TUR"),
    ],
)
def test_an_organ_is_lifted_to_the_state_that_its_country_is(states: tuple[tuple[str, str], ...], organ: str, state: str) -> None:
    """Not to another that was, or calls itself, a state there: Turkey's army is not the Ottomans'."""
    parties = [Party(i, i, kind="state", country=c) for i, c in states]
    army = Party(organ, organ, kind="force", country=states[0][1])
    said = [say(n, p, "AID", BAND) for n, p in enumerate(parties)]
    up = Network.of([*said, say(9, army, "ASSAULT", BAND)]).lift(organs=True)
    sources = [up.statement(n).source for n in range(len(said) + 1)]
    assert [s.id for s in sources if s] == [*(i for i, _ in states), state]


@pytest.mark.parametrize(
    ("text", "last"),
    [("2015", "2015-12-31"), ("2016-02", "2016-02-29"), ("2015-12", "2015-12-31"), ("9999", "9999-12-31"), ("9999-12", "9999-12-31")],
)
def test_the_last_day_of_a_date(text: str, last: str) -> None:
    assert last_day(text) == day_of(last)


def test_a_denied_support_is_no_attack() -> None:
    network = Network.of([say(1, NORTH, "SUPPORT", SOUTH, denied=True)])
    edge, = network.edges
    assert (edge.sign, edge.weight, edge.mass_against) == (1, 0.0, 1.0)
    assert network.signed[0] == []


def test_ties_drop_the_direction_and_keep_one_voice_one() -> None:
    network = Network.of([say(1, NORTH, "ASSAULT", EAST), say(2, EAST, "ASSAULT", NORTH), say(3, EAST, "ALLY", NORTH, modality="alleged")])
    tie, = network.ties
    assert (tie.plus, tie.minus, tie.weight) == (0.6, 1.0, -0.4)


def test_filters() -> None:
    network = Network.of(STORY)
    assert network.where(relations=["AID"]).claims == 2
    assert network.where(since="2014-10", until="2014-10").claims == 4
    assert network.where(voices=["The Bank"]).claims == 1
    assert network.where(actors=["عصبه الليل"], sign=1).claims == 3
    assert network.where(documents=["d2"]).where(relations=["ALLY"]).claims == 1
    assert network.where(reviews=["none"]).claims == len(STORY)
    sure = Network.of([say(1, NORTH, "AID", BAND, credence=0.2), say(2, NORTH, "AID", BAND, credence=0.2, review="confirmed")])
    assert sure.where(credence=0.5).claims == 1, "what a person confirmed passes any credence"
    for bad in ({"voices": ["nobody"]}, {"relations": ["LOVES"]}, {"since": "yesterday"}, {"outlets": ["x"]}):
        with pytest.raises(NetworkError):
            network.where(**bad)


def test_several_of_one_name_are_told_apart_and_found_by_it() -> None:
    """Two governments on one map would be taken for one, here and in every sentence that names them."""
    ours, theirs = (Party(f"{c}.حكومه", "الحكومة", kind="organ", country=c) for c in ("GRC", "ITA"))
    nobody, we, us = Party("text:الحكومه", "الحكومة"), *(Party(f"text:نحن@{n}", "نحن") for n in (3, 4))
    said = [say(1, ours, "ASSAULT", theirs), say(2, we, "AID", us), say(3, NORTH, "AID", nobody)]
    network = Network.of(said)
    names = {network.label(a) for a in network.actors}
    assert names == {"الحكومة (GRC)", "الحكومة (ITA)", "الحكومة", "نحن (الوثيقة 3)", "نحن (الوثيقة 4)", NORTH.name}
    english = {name.replace("الوثيقة", "document") for name in names}
    assert {network.label(a, "en") for a in network.actors} == english - {NORTH.name} | {NORTH.name_en}
    assert [(r["source"], r["target"]) for r in network.to_rows() if r["sign"] == "−"] == [("الحكومة (GRC)", "الحكومة (ITA)")]
    called = ("الحكومة (ITA)", "نحن (الوثيقة 3)", "نحن (document 3)", "نحن (3)", "الحكومة (ITA.حكومه)")
    assert [network.where(actors=[name]).claims for name in called] == [1] * len(called)
    with pytest.raises(NetworkError, match="no actor 'الحكومة \\(FRA\\)' here"):
        network.where(actors=["الحكومة (FRA)"])
    assert {n["label"] for _, n in network.to_networkx().nodes(data=True)} == names


def test_a_state_keeps_its_name_beside_whoever_is_called_like_it() -> None:
    """Where two governments came to be called by their states, a country stood as "إيران (IRN)" everywhere."""
    state, rule = Party("IRN", "إيران", kind="state", country="IRN"), Party("IRN.حكومه", "إيران", kind="organ", country="IRN")
    network = Network.of([say(1, state, "ALLY", NORTH), say(2, rule, "AID", NORTH)])
    assert {network.label(a) for a in network.actors} == {"إيران", "إيران (IRN.حكومه)", NORTH.name}
    assert [network.where(actors=[name]).claims for name in ("إيران", "إيران (IRN.حكومه)")] == [1, 1]


def test_each_voice_has_its_own_map() -> None:
    maps = Network.of(STORY).by_voice()
    assert set(maps) == {"author:d1", "author:d2", "author:d3", "paper"}
    assert [repr(m) for k, m in maps.items() if k == "paper"] == ["<Network of 2 actors, 1 edges (1 plus, 0 minus), 1 claims>"]


def test_of_near_copies_only_the_first_that_passes_is_counted_once() -> None:
    copies = [
        say(n, NORTH, "AID", BAND, document=f"d{n}", story="report" if n < 4 else "", outlet=f"o{n % 2}", voices=(Party(f"v{n}"),))
        for n in range(1, 6)
    ]
    network = Network.of(copies)
    once = network.where(once=True)
    assert (network.claims, once.claims) == (5, 3)
    assert [s.document for s in once.statements(once.rows if once.rows is not None else [])] == ["d1", "d4", "d5"]
    assert network.edges[0].weight == 5
    assert once.edges[0].weight == 3
    assert [s.document for s in network.statements(network.where(outlets=["o0"], once=True).rows)] == ["d2", "d4"]
    assert Network.of([]).where(once=True).claims == 0


def test_lifts() -> None:
    army = Party("NOR.army", "جيش الشمال", kind="", country="NOR")
    general = Party("general", "اللواء", kind="person", country="NOR", sector="MIL|GOV")
    singer = Party("singer", "المغني", kind="person", country="NOR", sector="SOC")
    said = [say(n, p, "ASSAULT", BAND) for n, p in enumerate((army, general, singer, NORTH))]
    up = Network.of(said).lift(organs=True)
    assert {up.label(e.source) for e in up.edges} == {"الشمال", "المغني"}
    alone = Network.of([say(1, army, "ASSAULT", BAND)])
    assert [p.label(lang) for p in alone.lift(organs=True).parties if p.id == "NOR" for lang in ("ar", "en")] == ["NOR", "NOR"]
    named = alone.lift(organs=True, states={"NOR": ("الشمال", "North")}).parties
    assert [p.label(lang) for p in named if p.id == "NOR" for lang in ("ar", "en")] == ["الشمال", "North"]
    up = Network.of(STORY).lift(members=True)
    assert up.find("North") not in up.actors, "a state that is said to have founded a band belongs to none"
    up = Network.of([*STORY, say(15, NORTH, "MEMBER", PAPER)]).lift(members=True)
    assert up.find("North") in up.actors, "a member of two bodies alike is in neither for certain"
    up = Network.of(STORY).lift(mapping={"North": "حلف النهر", "الشرق": "جديد"})
    assert up.label(up.find("جديد")) == "جديد"
    with pytest.raises(NetworkError, match="nobody"):
        Network.of(STORY).lift(mapping={"nobody": "x"})


def test_names_alone_are_joined_where_only_one_actor_lists_them() -> None:
    network = Network.of(load(gold_lines()))
    assert network.find("الشمال") == network.find("الحكومة الشمالية")
    assert network.find("حلف النهر") != network.find("حلف الجبل")
    assert network.find("العصبه") == network.find("عصبة الليل")
    with pytest.raises(NetworkError, match="2 actors"):
        network.find("الحلف")


def test_dump_and_load() -> None:
    assert list(load(dump(STORY))) == list(STORY)


def test_a_reading_becomes_statements(reading: Reading) -> None:
    said = list(from_reading(reading))
    assert said[0].source
    assert (said[0].source.id, said[0].modality, [v.id for v in said[0].voices]) == ("TUR", "alleged", ["IRQ", "QAT"])
    assert said[0].quote


def written(reading: Reading) -> list[Statement]:
    """A reading written as JSON lines and read again."""
    return list(load([json.dumps(records.document(reading), ensure_ascii=False)]))


def bare(said: list[Statement]) -> list[Statement]:
    """Statements without the other names of their voices, of which a claim is written with the first only."""
    return [dataclasses.replace(s, voices=tuple(dataclasses.replace(v, names=()) for v in s.voices)) for s in said]


def test_json_lines_give_the_same_statements_as_the_reading(reading: Reading, hostile: Reading) -> None:
    for one in (reading, hostile, *(ahlaf.read(ahlaf.Document(text, id=f"t{n}", date="2016-03")) for n, text in enumerate(TEXTS))):
        assert bare(written(one)) == bare(list(from_reading(one)))


def test_lifts_work_from_json_lines() -> None:
    said = [s for text in TEXTS for s in written(ahlaf.read(text))]
    assert {s.source.kind for s in said if s.source} >= {"force", "state"}
    network = Network.of(said)
    assert network.find("الجيش العراقي") in network.actors
    up = network.lift(organs=True)
    assert up.find("الجيش العراقي") not in up.actors
    assert up.find("العراق") in up.actors
    assert {v.id for s in said for v in s.voices} == {"IRQ"}


def test_what_one_record_of_an_actor_lacks_another_gives() -> None:
    said = [say(1, Party("NOR", "الشمال"), "AID", BAND), say(2, NORTH, "AID", BAND)]
    assert Network.of(said).parties[0] == NORTH


@pytest.mark.parametrize(
    ("claim", "voices"),
    [
        ({"voice": "author"}, []),
        ({"voice": "المتحدث"}, ["المتحدث"]),
        ({"voice": "المتحدث", "voice_actor": {"id": "spokesman", "name": "الناطق"}}, ["spokesman"]),
        ({"voice": "ب", "voices": ["ب", "ج"]}, ["ب", "ج"]),
        ({"voice": "ب", "voices": ["ب", "ج"], "voice_actors": [{"id": "b", "name": "ب"}, {"id": "j", "name": "ج"}]}, ["b", "j"]),
        ({"voice": "ب", "voices": ["ب", "ج"], "voice_actor": {"id": "b", "name": "ب"}}, ["b", "ج"]),
        ({"voice_actor": {"id": "b", "name": "ب"}}, ["b"]),
        ({"voice": "author", "voice_actor": None}, []),
        ({"voice": "تركيا"}, ["TUR"]),
    ],
)
def test_who_speaks(claim: dict[str, object], voices: list[str]) -> None:
    turkey = {"source": ["تركيا"], "source_actor": {"id": "TUR", "name": "تركيا"}, "target": ["ص"], "relation": "AID"}
    (said,) = load([json.dumps({"id": "d", "claims": [turkey | claim]})])
    assert [v.id for v in said.voices] == voices


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "no JSON"),
        ("[1]", "no JSON object"),
        ("{}", "neither a document"),
        ('{"relation": "LOVES", "source": null, "target": null}', "must be one of AGREE"),
        ('{"id": "d", "claims": [{"source": ["x"], "target": [], "relation": "LOVES"}]}', "claim 1"),
        ('{"id": "d", "claims": [{"source": [1], "target": ["x"], "relation": "AID"}]}', 'f.jsonl:2, claim 1: "source" must be a name'),
        ('{"id": "d", "claims": [{"source": [["x"]], "target": ["x"], "relation": "AID"}]}', '"source" must be a name or a list of names'),
        ('{"id": "d", "claims": [{"source": ["x"], "target": [], "relation": "AID", "credence": "high"}]}', "number from 0 to 1"),
        ('{"id": "d", "claims": [{"source": ["x"], "target": [], "relation": "AID", "credence": 5}]}', "number from 0 to 1, not 5"),
        ('{"id": "d", "claims": [{"source": ["x"], "target": [], "relation": "AID", "credence": NaN}]}', "number from 0 to 1"),
        ('{"id": "d", "claims": [{"source": ["x"], "target": [], "relation": "AID", "sign": 7}]}', "must be 1 or -1, not 7"),
        ('{"id": "d", "claims": [{"source": ["x"], "target": [], "relation": "AID", "modality": "said"}]}', "one of asserted, alleged"),
        ('{"id": "d", "claims": [{"source": ["x"], "target": [], "relation": "AID", "voice": [{}]}]}', '"voice" must be'),
        ('{"id": "d", "claims": [{"source": ["x"], "target": []}]}', '"relation" is missing'),
        ('{"id": "d", "claims": [7]}', "a claim must be an object"),
        ('{"id": "d", "claims": [{"source_actor": "x", "source": [], "target": [], "relation": "AID"}]}', '"source_actor" must be'),
        ('{"id": "d", "claims": [{"source_actor": {"id": ["x"]}, "relation": "AID"}]}', '"source_actor" must be'),
        ('{"relation": "AID", "source": 3, "target": null}', 'f.jsonl:2: "source" must be a name, or an object'),
        ('{"relation": "AID", "target": null}', '"source" is missing'),
        ('{"relation": ["AID"], "source": null, "target": null}', '"relation" must be one of AGREE'),
        ('{"relation": "AID", "source": null, "target": null, "voices": 3}', '"voices" must be a list'),
        ('{"relation": "AID", "source": null, "target": null, "sign": Infinity}', "must be 1 or -1"),
        ('{"relation": "AID", "source": "تركيا"}'.encode("cp1256"), "not in UTF-8"),
        ('{"claims":' + "[" * 100_000, "too much within one another"),
    ],
    ids=lambda given: given[:40],
)
def test_a_bad_line_is_named(line: str | bytes, says: str) -> None:
    with pytest.raises(NetworkError, match=says) as error:
        list(load(["", line], "f.jsonl"))
    assert str(error.value).startswith("f.jsonl")


def test_bad_weights_are_refused() -> None:
    for bad in (["asserted=2"], ["denial=-1"], ["repeat=often"], ["x=1"], ["alleged"]):
        with pytest.raises(NetworkError):
            Weights.of(bad)
    assert Weights.of(["aid=0.5"]).relation["AID"] == 0.5


def test_an_unknown_modality_is_refused() -> None:
    with pytest.raises(NetworkError, match="maybe"):
        tabulate([say(1, NORTH, "AID", BAND, modality="maybe")])


def test_elsewhere() -> None:
    network = Network.of(STORY)
    frame = network.to_pandas("en")
    assert len(frame) == len(network.edges)
    assert set(frame["sign"]) == {"+", "−"}
    graph = network.to_networkx()
    assert graph.number_of_edges() == len(network.edges)
    assert graph["NOR"]["band"]["+"]["signed"] == 1.0
    heavy = say(1, NORTH, "AID", BAND, quote="the surest", credence=0.9)
    light = say(2, NORTH, "AID", BAND, quote="another", credence=0.4)
    no = say(3, NORTH, "AID", BAND, quote="not so", credence=1.0, denied=True)
    assert [row["words"] for row in Network.of([light, no, heavy]).to_rows()] == ["the surest"]
    assert [row["words"] for row in Network.of([no]).to_rows()] == ["not so"]


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "igraph", None)
    with pytest.raises(NotInstalled, match="an igraph graph needs igraph, which is not installed: pip install igraph"):
        Network.of(STORY).to_igraph()


def test_empty_networks_say_so() -> None:
    cases = (([], "no claims"), ([say(1, NORTH, "AID", None)], "ties two actors"), ([say(1, NORTH, "AID", NORTH)], "two actors"))
    for said, words in cases:
        with pytest.raises(NetworkError, match=words):
            Network.of(said).need()
    with pytest.raises(NetworkError, match="minus"):
        Network.of([say(1, NORTH, "AID", PACT)]).need(minus=True)
    assert PAPER.label("en") == "The Bank"
