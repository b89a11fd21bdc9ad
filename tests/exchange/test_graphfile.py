"""The network for other programs: read again it is the same network."""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from ahlaf.exchange.graphfile import FORMS, graph_file
from ahlaf.network import Network, Party, Statement

IRAQ = Party("IRQ", "العراق", "Iraq", "state", "IRQ", "GOV")
BAND = Party("text:عصبة<\x00\u0085&>", 'عصبة \x1b"الليل"', "", "armed-group")
SAID = (
    Statement("a:1", IRAQ, BAND, "OPPOSE", -1, document="a", date="2014-06-10", outlet="النهار"),
    Statement("a:2", IRAQ, BAND, "ASSAULT", -1, document="a", modality="alleged"),
    Statement("b:1", IRAQ, BAND, "ASSAULT", -1, document="b", voices=(Party("v", "ناطق"),)),
    Statement("b:2", IRAQ, BAND, "OPPOSE", -1, document="b", credence=0.5, denied=True, voices=(Party("w", "آخر"),)),
    Statement("c:1", IRAQ, BAND, "AID", 1, document="c", modality="alleged"),
    Statement("c:2", BAND, IRAQ, "AID", 1, document="c"),
)
READ = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


@pytest.fixture(params=FORMS)
def graph(request: pytest.FixtureRequest) -> Any:
    made = graph_file(Network.of(SAID), request.param, "en")
    return READ[request.param](io.BytesIO(made.encode()))


def test_actors_have_their_names_and_codes(graph: Any) -> None:
    names = {"label": "Iraq", "name": "العراق", "name_en": "Iraq", "kind": "state", "country": "IRQ", "sector": "GOV"}
    assert graph.nodes["IRQ"].items() >= names.items()
    other = next(facts for node, facts in graph.nodes(data=True) if node != "IRQ")
    assert (other["name"], other["kind"], other["country"]) == ('عصبة ␛"الليل"', "armed-group", "")


def test_ties_have_their_signs_and_what_counts_for_and_against_them(graph: Any) -> None:
    edges = {(source == "IRQ", facts["sign"]): facts for source, _, facts in graph.edges(data=True)}
    assert set(edges) == {(True, -1), (True, 1), (False, 1)}, "two ties from one to another stay two"
    assert len({facts["id"] for facts in edges.values() if "id" in facts}) in (0, 3)
    minus = edges[True, -1]
    assert [minus[k] for k in ("mass_for", "mass_against", "weight", "signed")] == [2.0, 0.5, 1.5, -1.5]
    assert [minus[k] for k in ("voices", "deniers", "documents")] == [2, 1, 2]
    assert (minus["relations"], minus["claims"]) == ("OPPOSE ASSAULT", "a:1 a:2 b:1 b:2")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_network_is_the_same_file(form: str) -> None:
    made = graph_file(Network.of(SAID), form)
    assert made == graph_file(Network.of(SAID), form)
    assert "lastmodified" not in made
    edges = [e.get("id") for e in ET.fromstring(made).iter() if e.tag.endswith("}edge")]  # noqa: S314 - our own
    assert len(set(edges)) == 3
