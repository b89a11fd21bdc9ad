"""Questions, and agreement between coders."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from ahlaf.store import Agreement
from ahlaf.store.agreement import FIELDS
from ahlaf.web import questions
from ahlaf.web import shapes_talk as shapes
from ahlaf.web.desk import Desk
from ahlaf.web.fields import Words
from ahlaf.web.routes.common import AtDesk, room

router = room("talk")


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
