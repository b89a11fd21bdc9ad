"""Who codes: one small interface, behind which stand the rule book and language models.

A coder takes a document and gives a :class:`Coding`: the reading, who made it, what it refused and what it cost.
:class:`Rules` is the rule book of :mod:`.pipeline`; the language model's lives in :mod:`.llm`. Whoever joins coders
to files, projects or the page asks for no more than :class:`Coder` has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from ahlaf.coding import pipeline
from ahlaf.coding.claiming.reported import only_reported
from ahlaf.coding.weighing.learned import Learned
from ahlaf.coding.words.analysis import Analyser
from ahlaf.errors import AhlafError
from ahlaf.model import Document, Reading


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that a coder was offered and did not keep."""

    kind: str
    """What was wrong, in one of :data:`KINDS`."""
    says: str
    """The same in words for a person: what was not found or not allowed."""
    given: str = ""
    """What had been offered, cut short; it was written by a machine and is to be shown as data only."""
    whole: bool = True
    """True where a whole claim fell; False where a claim stayed without this detail."""


KINDS: Final = (
    "evidence",  # the quotation does not stand in the text
    "trigger",  # nor does the word that carries the relation, in the evidence
    "source",
    "target",  # an end is called by words that are not in the text
    "ends",  # no end is left, or both are one actor
    "voice",  # the speaker is not in the text
    "relation",
    "polarity",
    "modality",  # a value that does not exist
    "detail",  # time, place, number or purpose are not in the text: the claim stays without
    "duplicate",  # the same predication once more
    "shape",  # not a claim at all, or an answer that broke off
)
"""The kinds of refusal: ``Refused.kind`` is one of these."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What coding cost; for the rule book, nothing."""

    calls: int = 0
    """Answers that a server gave and that count as paid."""
    cached: int = 0
    """Answers that were there from earlier."""
    tokens_in: int = 0
    tokens_out: int = 0
    price: float = 0.0
    """In the currency of the prices that were given; 0 where none were."""

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.calls + other.calls,
            self.cached + other.cached,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.price + other.price,
        )


@dataclass(frozen=True, slots=True)
class Coding:
    """A document coded: what was found, by whom, what was refused, what it cost."""

    reading: Reading
    name: str
    version: str
    digest: str
    refused: tuple[Refused, ...] = ()
    usage: Usage = Usage()


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be coded, and why; the others are coded all the same."""

    document: Document
    error: AhlafError


class Coder(Protocol):
    """Codes documents. A project keeps ``name``, ``version`` and ``digest``: with any of them other, claims may change."""

    @property
    def name(self) -> str:
        """``rules`` or ``llm``."""

    @property
    def version(self) -> str:
        """Ahlaf's own, and the model where one is asked."""

    @property
    def digest(self) -> str:
        """Of everything that decides and is data: the rule book, the learned weights, the prompt."""

    def code(self, document: Document) -> Coding:
        """Code one document.

        Raises:
            CoderError: it can't be coded, or no document can.
        """

    def code_many(self, documents: Iterable[Document]) -> Iterator[Coding | Failed]:
        """Code many, in their order, holding no more than a few in memory.

        Raises:
            CoderStopped: no further document can be coded; what was done before has been given.
        """


class Rules:
    """The rule book as a coder.

    Args:
        analyser: of the rule book that is used.
        judge: what was learned, from :func:`ahlaf.coding.weighing.learned.load`.
        version: Ahlaf's.
        digest: of rule book and learned weights; the rule book's own where none is given.
        threshold: the least credence of a claim that is put out.
        events: put out only claims of events that are reported.
    """

    name: Final = "rules"

    def __init__(
        self,
        analyser: Analyser,
        judge: Learned,
        version: str,
        digest: str = "",
        threshold: float = pipeline.THRESHOLD,
        *,
        events: bool = False,
    ) -> None:
        self.version: Final = version
        self.digest: Final = digest or analyser.lexicon.digest
        self._analyser = analyser
        self._judge = judge
        self._threshold = threshold
        self._events = events

    def code(self, document: Document) -> Coding:
        """Code one document."""
        reading = pipeline.code(document, self._analyser, self._judge, self._threshold)
        return Coding(only_reported(reading) if self._events else reading, self.name, self.version, self.digest)

    def code_many(self, documents: Iterable[Document]) -> Iterator[Coding | Failed]:
        """Code many, one after the other. One document that breaks the coder must not stop nine thousand."""
        for document in documents:
            try:
                yield self.code(document)
            except AhlafError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told with its document
                what = f"the reader broke on it: {type(error).__name__}: {error} (please report it with the text)"
                yield Failed(document, AhlafError(what))
