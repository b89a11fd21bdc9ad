"""Discourse: who says the same things.

Discourse network analysis (Leifeld) ties actors by the concepts that they agree or disagree on. The definitions are
those of Discourse Network Analyzer; where its program and its papers differ, the file says so and which is taken.
:mod:`.sayings` are the rows, :mod:`.matrices` the two-mode and one-mode networks, :mod:`.windows` the same over time,
:mod:`.backbone` the concepts that carry a debate, :mod:`.polarization` how far it falls into camps.
"""

from ahlaf.network.discourse.backbone import Backbone, Step, fixed, nested, penalised
from ahlaf.network.discourse.matrices import ONE_MODE, ONE_NORMS, TWO_MODE, TWO_NORMS, Matrix, one_mode, two_mode
from ahlaf.network.discourse.polarization import Polarization, absdiff, polarization, separation
from ahlaf.network.discourse.sayings import ACTORS, CONCEPTS, DUPLICATES, Saying, sayings, unique
from ahlaf.network.discourse.windows import Slice, windows

__all__ = [
    "ACTORS",
    "CONCEPTS",
    "DUPLICATES",
    "ONE_MODE",
    "ONE_NORMS",
    "TWO_MODE",
    "TWO_NORMS",
    "Backbone",
    "Matrix",
    "Polarization",
    "Saying",
    "Slice",
    "Step",
    "absdiff",
    "fixed",
    "nested",
    "one_mode",
    "penalised",
    "polarization",
    "sayings",
    "separation",
    "two_mode",
    "unique",
    "windows",
]
