"""What goes out of what people say: how far coders agree, and the answers to questions."""

from __future__ import annotations

from typing import Literal

from ahlaf.web.shapes import Elsewhere, Name, Shape
from ahlaf.web.shapes_network import Quotation


class AgreementPair(Shape):
    """Two coders."""

    one: str
    other: str
    claims: int
    share: float
    kappa: float | None


class FieldAgreement(Shape):
    """How far coders agree on a field."""

    field: str
    claims: int
    coders: list[str]
    pairs: list[AgreementPair]
    fleiss: float | None
    fleiss_claims: int
    alpha: float | None


class Agreement(Shape):
    """Between coders, and with the machine as one of them."""

    fields: list[FieldAgreement]
    machine: list[FieldAgreement]


class Understood(Shape):
    """How a question was read."""

    source: Name | None
    relation: str | None
    sign: int | None
    """The side that is asked for, where no relation is: with (1) or against (-1)."""
    denied: bool
    """Whether what is denied is asked for."""
    target: Name | None
    voice: Name | None
    """Who says it: an actor, or an author."""
    about: Name | None
    """Who is at either end."""
    left: list[str]
    """Words that were left aside."""
    whole: bool
    """Whether no word that may be asked for was left aside; else no claim answers."""


class Answer(Shape):
    """What answers a question: claims, or else passages, or honestly nothing."""

    found: Literal["claims", "search", "nothing"]
    understood: Understood | None
    total: int
    items: list[Quotation]
    documents: list[Elsewhere]
