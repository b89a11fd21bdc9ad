"""What goes out of documents and claims; decisions, networks, actors and talk are in files beside this one (:mod:`.shapes_done`, …).

Offsets are code points of a document's text as it is stored.
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, WithJsonSchema

Pair = Annotated[tuple[int, int], WithJsonSchema({"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2})]
"""Start and end, the end not included."""
T = TypeVar("T")


class Shape(BaseModel):
    """What all of them are; a field whose name Python has for itself is written with an underscore (``for_``)."""

    model_config = ConfigDict(alias_generator=lambda name: name.removesuffix("_"), populate_by_name=True)


class Listed(Shape, Generic[T]):
    """A page of a list, and how long the list is."""

    total: int
    items: list[T]


class Items(Shape, Generic[T]):
    """A whole list."""

    items: list[T]


class RelationInfo(Shape):
    """A relation: +1 binds, -1 divides."""

    name: str
    sign: Literal[1, -1]
    type: Literal["event", "tie"]
    mutual: bool
    label_en: str
    label_ar: str


class Counts(Shape):
    """What a project holds."""

    documents: int
    claims: int
    reviews: int
    actors: int
    waiting: int
    set_aside: int
    statuses: dict[str, int]
    orphans: int


class OutletCount(Shape):
    """An outlet and its documents."""

    name: str
    documents: int


class ProjectInfo(Shape):
    """The project that is open."""

    name: str
    address: Literal["file", "server"]
    counts: Counts
    dates: list[str | None]
    """The first and the last date of its documents."""
    coder: str
    """Who decides where a request doesn't say."""
    version: str
    relations: list[RelationInfo]
    modalities: list[str]
    weights: dict[str, float]
    """What each modality counts, and a denial, where nobody has set them."""
    languages: list[str]
    example: bool
    """Whether its documents are the examples that come with Ahlaf, all of them and no other."""
    outlets: list[OutletCount]
    state: str
    """Changes with every decision and coding."""


class Lit(Shape):
    """A piece of a text with stretches of it that are lit (places in the piece)."""

    text: str
    lit: list[Pair]


class DocumentRow(Shape):
    """A document in the library."""

    number: int
    id: str
    title: str | None
    opening: str
    """The first words of one without a title, which it is called by; else empty."""
    outlet: str | None
    author: str | None
    date: str | None
    language: str | None
    length: int
    claims: int
    reviewed: int
    doubtful: int
    tension: float | None
    """The share of its claims that are in a tension; unknown until tensions were asked for."""
    state: Literal["waiting", "coded", "failed"]
    error: str | None
    stale: bool
    """Coded by another rule book than today's: the next coding takes it up again."""
    copies: int
    hits: list[Lit] | None = None


class CoderInfo(Shape):
    """Who coded a document: ``ahlaf`` (the rule book), ``llm`` or ``both``; its version, and the digest of what it goes by."""

    name: str
    version: str
    digest: str


class DocumentText(Shape):
    """A document, letter for letter."""

    number: int
    id: str
    title: str | None
    opening: str
    outlet: str | None
    author: str | None
    date: str | None
    url: str | None
    text: str
    language: str
    dir: Literal["rtl", "ltr"]
    state: Literal["waiting", "coded", "failed"]
    error: str | None
    coder: CoderInfo | None
    """``None`` where it was not coded yet."""
    sentences: list[Pair]
    seen: list[dict[str, Any]]
    """Where it was found, when."""


class Name(Shape):
    """An actor by its names."""

    id: str
    name: str
    name_en: str


class Party(Name):
    """An actor where a claim has it: ``span`` is where, if anybody knows."""

    kind: str
    country: str
    sector: str
    words: str
    span: Pair | None


class ReviewInfo(Shape):
    """A person's decision on a claim."""

    decision: int
    verdict: Literal["confirm", "correct", "refuse", "unsure"]
    who: str
    at: str
    note: str
    changes: dict[str, Any]
    undone: bool


class Claim(Shape):
    """A claim as it stands after every decision."""

    number: int
    document: int
    source: Party | None
    target: Party | None
    voice: list[Party] | Literal["author"]
    """The chain of speakers, the nearest first."""
    relation: str
    sign: Literal[1, -1]
    polarity: Literal["affirmed", "negated"]
    modality: str
    trigger_span: Pair
    span: Pair
    """The words that say it."""
    words: str
    time: str | None
    place: str | None
    number_said: str | None
    purpose: Pair | None
    mode: str
    credence: float
    rule: str
    status: Literal["new", "confirmed", "corrected", "refused", "unsure", "disputed"]
    by: Literal["machine", "person"]
    model: str | None
    """The language model that made it; ``None`` where the rules or a person did."""
    coders: list[Literal["rules", "llm"]]
    """Where rules and a language model read side by side: who found it."""
    differs: list[Literal["claim", "relation", "polarity", "modality", "voice"]]
    """What they differ on; empty where they agree."""
    reported: bool
    """Whether its event is told as news that it happened."""
    added: int | None
    """The decision by which a person added it."""
    title: str | None
    opening: str
    outlet: str | None
    author: str | None
    """Who wrote its document."""
    date: str | None
    reviews: list[ReviewInfo]


Side = Literal["source", "target"]


class RowInfo(Shape):
    """A row of the rule book that led to a claim."""

    table: str | None
    """The kind of table that it stands in."""
    word: str
    gloss: str
    """In English, as in the rule book; empty for a row that names an actor."""
    relation: str | None
    cells: dict[str, str]
    """Its filled cells by column; none where today's rule book no longer gives the claim."""


class Stands(Shape):
    """Where an end stands to the words that carry the relation."""

    end: Side
    place: str
    prep: str
    """The preposition before it, if any."""
    far: bool
    """Several words lie between."""


class Piece(Shape):
    """A piece of a language model's claim, and how it was found in the text."""

    role: Literal["evidence", "trigger", "source", "target", "voice"]
    how: Literal["exact", "folded", "words"]
    """Letter for letter; but for marks and letter variants; word for word but for clitics, spacing and punctuation."""


class Otherwise(Shape):
    """What another coder read otherwise."""

    coder: Literal["rules", "llm"]
    field: Literal["relation", "polarity", "modality", "voice"]
    value: str


class ReasonInfo(Shape):
    """One thing that led to a claim."""

    kind: Literal["row", "rule", "words", "score"]
    ref: str
    says: str
    """As it was recorded: English, or an actor's name; the last fields are the same taken apart, to be told in any language."""
    span: Pair | None
    weight: float | None
    row: RowInfo | None
    stands: Stands | None
    piece: Piece | None
    otherwise: Otherwise | None
    prompt: str | None
    """The digest of what a language model was asked."""


class AddedBy(Shape):
    """The person who added a claim."""

    who: str
    at: str
    note: str


class Replay(Shape):
    """The document read afresh, or a language model's kept answers held to the words afresh: does the same claim come out?"""

    same: bool
    example: str
    """The example that the deciding row brings, or nothing."""
    found: bool | None
    """Whether a claim by that row is found in it."""
    instead: str
    """Which other row gives the claim of this relation in it, where that one does not."""


class Sought(Shape):
    """Where a language model's answers were looked for, and for questions of what length."""

    cache: str
    context: int


class Why(Shape):
    """Why a claim was made."""

    added: AddedBy | None
    reasons: list[ReasonInfo]
    replay: Replay | None
    """``None`` for a person's claim, and for a model's whose answers are not kept on this machine."""
    model: str | None
    """The language model that made the claim, if one did."""
    sought: Sought | None
    """Where that model's answers were looked for and are not."""


class Elsewhere(Shape):
    """A document that has the words, too."""

    number: int
    title: str | None
    opening: str
    outlet: str | None
    date: str | None
    text: str
    lit: list[Pair]


class Occurrences(Shape):
    """Where words are: in this document, and in others."""

    here: list[Pair]
    elsewhere: Listed[Elsewhere]
