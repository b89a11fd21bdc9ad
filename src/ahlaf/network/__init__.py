"""Claims gathered into a signed network, and what can be asked of it: one measure a file.

::

    statement  what a network is made of       table      statements in columns
    weights    how much a claim counts         gather     claims into edges
    packed     many texts in little memory
    filters    which claims                    lift       the same claims between larger actors
    graph      the network itself              io         claims from elsewhere
    balance/   how far from balance, proved    tensions/  what cannot hold together
    blocs/     camps against alliances         whatif     what would change
    change/    windows over time               discourse/ who says the same things
    plot/      pictures
"""

from ahlaf.network.graph import Edge, Network, Tie
from ahlaf.network.io import dump, from_claim, from_reading, load
from ahlaf.network.statement import Party, Statement
from ahlaf.network.weights import Weights

__all__ = [
    "Edge",
    "Network",
    "Party",
    "Statement",
    "Tie",
    "Weights",
    "dump",
    "from_claim",
    "from_reading",
    "load",
]
