"""Kinds of values in requests: what no database could keep or no list should be is refused at the door."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Final, Literal

from fastapi import Path, Query
from pydantic import AfterValidator, Field, WithJsonSchema

from ahlaf import dates
from ahlaf.model import DATE
from ahlaf.network.table import MODALITIES, REVIEWS
from ahlaf.network.tensions.links import KINDS
from ahlaf.relations import RELATIONS
from ahlaf.store.keepable import fault

LARGEST: Final = 2**31 - 1
"""The largest number of a document, claim or decision on either database."""
MOST: Final = 500
"""The most items of a page of a list."""


def keepable(text: str) -> str:
    """A text that any database can keep.

    Raises:
        ValueError: a NUL character, or half a character.
    """
    if wrong := fault(text):
        raise ValueError(wrong)
    return text


def _one_of(known: Iterable[str]) -> Callable[[str], str]:
    """What lets through only what is known."""
    names = tuple(known)

    def check(text: str) -> str:
        if text not in names:
            raise ValueError(f"must be one of {', '.join(n for n in names if n)}")
        return text

    return check


def _schema(known: Iterable[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(known)})


Relation = Annotated[str, AfterValidator(_one_of(RELATIONS)), _schema(RELATIONS)]
AnyRelation = Annotated[str, AfterValidator(_one_of(("*", *RELATIONS))), _schema(("*", *RELATIONS))]
MaybeRelation = Annotated[str, AfterValidator(_one_of(("", *RELATIONS))), _schema(("", *RELATIONS))]
Modality = Annotated[str, AfterValidator(_one_of(MODALITIES)), _schema(MODALITIES)]
MaybeModality = Annotated[str, AfterValidator(_one_of(("", *MODALITIES))), _schema(("", *MODALITIES))]
Kind = Annotated[str, AfterValidator(_one_of(("", *KINDS))), _schema(("", *KINDS))]
Decided = Annotated[str, AfterValidator(_one_of(("", "none", *REVIEWS[1:]))), _schema(("", "none", *REVIEWS[1:]))]
"""How claims that a map is drawn from were reviewed; ``none``: not yet."""
Line = Annotated[str, Field(max_length=500), AfterValidator(keepable)]
"""A name, a title, a note's line."""
Note = Annotated[str, Field(max_length=4000), AfterValidator(keepable)]
Words = Annotated[str, Field(max_length=1000), AfterValidator(keepable)]
"""What somebody looks for or asks."""
Text = Annotated[str, Field(max_length=20_000_000), AfterValidator(keepable)]
"""A whole article."""
Place = Annotated[int, Field(ge=0, le=LARGEST)]
Span = Annotated[
    tuple[Place, Place],
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": "integer", "minimum": 0, "maximum": LARGEST},
            "minItems": 2,
            "maxItems": 2,
            "description": "Start and end in code points of the document's text, the end not included.",
        }
    ),
]
Number = Annotated[int, Path(ge=1, le=LARGEST)]
Limit = Annotated[int, Query(ge=1, le=MOST)]
Offset = Annotated[int, Query(ge=0, le=LARGEST)]
Asked = Annotated[Words, Query()]
_DATE: Final = WithJsonSchema({"type": "string", "pattern": f"^({DATE})?$"})
Date = Annotated[str, Field(max_length=50), AfterValidator(dates.known), _DATE, Query(description="2016, 2016-03 or 2016-03-14.")]
Published = Annotated[str, Field(max_length=50), AfterValidator(dates.known), _DATE]
"""When an article was published, in a body."""
Told = Annotated[str, Field(max_length=50), AfterValidator(dates.told), _DATE]
"""When something was of which a text tells, in a body: of any year."""
Many = Annotated[list[Line], Query(max_length=50)]
Sign = Literal[1, -1]
