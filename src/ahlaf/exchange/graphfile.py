"""The network for other programs: GraphML and GEXF, which Gephi, Cytoscape, yEd, NetworkX, igraph and R read.

networkx writes both. An actor is a node, under its id, with its names and codes; an edge has a number of its own, for
there may be two from one actor to another, one that binds and one that divides. Neither format knows lists: what is
one stands with spaces between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from ahlaf.exchange.report.markup import clean

if TYPE_CHECKING:
    from ahlaf.network import Network

FORMS: Final = ("graphml", "gexf")
_TODAY: Final = re.compile(r' lastmodifieddate="[\d-]+"')
"""The day of writing, which networkx puts into GEXF: without it the same network gives the same bytes."""


def graph_file(network: Network, form: str, language: str = "ar") -> str:
    """The network as the text of a file, in one of ``FORMS``."""
    import networkx as nx  # noqa: PLC0415 - slow to import

    told = network.to_networkx(language)
    graph = nx.MultiDiGraph()
    for actor, facts in told.nodes(data=True):
        graph.add_node(clean(actor), **_plain(facts))
    for number, (source, target, facts) in enumerate(told.edges(data=True), 1):
        graph.add_edge(clean(source), clean(target), f"e{number}", **_plain(facts))
    write = nx.generate_graphml if form == "graphml" else nx.generate_gexf
    return _TODAY.sub("", "\n".join(write(graph)))


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    """Texts and numbers alone, without the characters that XML forbids."""
    return {k: v if isinstance(v, (int, float)) else clean(" ".join(v) if isinstance(v, list) else v) for k, v in facts.items()}
