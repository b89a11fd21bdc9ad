"""Questions, agreement between coders, and what goes out: exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Final

from fastapi import Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from ahlaf import tables
from ahlaf.exchange import jsonarray, jsonl
from ahlaf.store import Agreement, Project, Wanted
from ahlaf.store.agreement import FIELDS
from ahlaf.web import questions
from ahlaf.web import shapes_network as shapes
from ahlaf.web.desk import Desk
from ahlaf.web.fields import Words
from ahlaf.web.routes.common import AtDesk, room
from ahlaf.web.shapes import Items

router = room("talk")
Write = Callable[[Project], Iterator[str]]
FORMATS: Final[dict[str, tuple[str, str, Write]]] = {
    "jsonl": ("jsonl", "application/x-ndjson; charset=utf-8", lambda project: jsonl.chunks(project.readings())),
    "json": ("json", "application/json; charset=utf-8", lambda project: jsonarray.chunks(project.readings())),
    "csv": ("csv", "text/csv; charset=utf-8", lambda project: tables.claims_csv(project, Wanted(standing=True))),
}
"""What claims are written as: the file's ending, its type, and what writes it."""


class Question(BaseModel):
    """A question as it is typed, in Arabic or English."""

    model_config = ConfigDict(extra="forbid")
    text: Words = Field(min_length=1)


@router.post("/questions")
def ask(desk: AtDesk, asked: Question) -> shapes.Answer:
    """Answer a question with quotations; where no claim answers, with passages; else say so."""
    return questions.answer(desk, asked.text)


@router.get("/agreement")
def get_agreement(desk: AtDesk) -> shapes.Agreement:
    """How far coders agree on each field, and with the machine.

    Only the library for it, NLTK, knows the measures: without it there is a sentence that says how to install it.
    """
    return desk.memory.get((desk.state(), "agreement"), lambda: _agreement(desk))


def _agreement(desk: Desk) -> shapes.Agreement:
    def all_fields(*, machine: bool) -> list[shapes.FieldAgreement]:
        return [_field(desk.project.agreement(f, machine)) for f in FIELDS]

    return shapes.Agreement(fields=all_fields(machine=False), machine=all_fields(machine=True))


def _field(found: Agreement) -> shapes.FieldAgreement:
    return shapes.FieldAgreement(
        field=found.field,
        claims=found.claims,
        coders=list(found.coders),
        pairs=[shapes.AgreementPair(one=a, other=b, claims=n, share=s, kappa=k) for a, b, n, s, k in found.pairs],
        fleiss=found.fleiss,
        fleiss_claims=found.complete,
        alpha=found.alpha,
    )


@router.get("/export/formats")
def get_formats() -> Items[shapes.Format]:
    """What claims can be written as."""
    return Items(items=[shapes.Format(format=name, extension=ending, network=False) for name, (ending, _, _) in FORMATS.items()])


@router.get("/export", response_class=StreamingResponse)
def export(desk: AtDesk, format_: Annotated[str, Query(alias="format", pattern="^(jsonl|json|csv)$")] = "jsonl") -> StreamingResponse:
    """Every claim as it stands after all decisions, as a file."""
    ending, kind, write = FORMATS[format_]

    def written() -> Iterator[bytes]:
        for chunk in write(desk.project):
            yield chunk.encode("utf-8", "replace")

    return StreamingResponse(written(), media_type=kind, headers={"Content-Disposition": f'attachment; filename="claims.{ending}"'})
