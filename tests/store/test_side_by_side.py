"""Claims of coders that read side by side: kept as they are, narrowed, first in the queue where they differ."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Final

from fakes import ONE, code, fill, read

from ahlaf.model import Claim, Document, Reading
from ahlaf.store import MODELS, Coder, Project, Shelf, Wanted, prepare
from ahlaf.store.reviews import DOUBT

BOTH: Final = Coder("both", "1 m", "book-1+prompt")
FOUND: Final = {
    "SUPPORT": {"coders": ("rules", "llm"), "credence": 0.5},
    "ASSAULT": {"coders": ("rules", "llm"), "differs": ("relation", "voice"), "credence": 0.9},
    "ALLY": {"coders": ("llm",), "differs": ("claim",), "credence": 0.8},
}
TEXT: Final = "تركيا دعمت العراق ثم روسيا هاجمت تركيا ثم العراق حالفت روسيا"


def side_by_side(document: Document) -> Reading:
    whole = read(document)

    def marked(claim: Claim) -> Claim:
        return replace(claim, **FOUND[claim.relation])  # type: ignore[arg-type]

    return replace(whole, claims=tuple(map(marked, whole.claims)))


def coded(project: Project, *texts: str) -> None:
    fill(project, *texts)
    waiting = project.next_waiting(BOTH, 0, 100)
    project.code(BOTH, [prepare(int(d.id), side_by_side(d)) for d in waiting])


def test_who_found_a_claim_is_kept(project: Project) -> None:
    coded(project, TEXT)
    kept = {c.relation: (c.coders, c.differs) for c in project.claims()}
    assert kept == {k: (v["coders"], v.get("differs", ())) for k, v in FOUND.items()}
    whole = project.reading(1)
    assert whole is not None
    assert {c.relation: (c.coders, c.differs) for c in whole.claims} == kept
    assert [c.coders for c in next(iter(project.readings())).claims] == [c.coders for c in whole.claims]
    fill(project, "العراق هاجمت تركيا")
    code(project)
    assert {(c.coders, c.differs) for c in project.claims(Wanted(document=1))} == {((), ())}, "one coder alone leaves no marks"


def test_what_they_differ_on_comes_first(project: Project) -> None:
    coded(project, TEXT)
    assert [c.relation for c in project.queue("anna")] == ["ALLY", "ASSAULT", "SUPPORT"]
    assert [c.relation for c in project.claims(Wanted(doubt=True))] == ["ALLY", "ASSAULT", "SUPPORT"]
    assert [c.relation for c in project.claims(Wanted(agreed=True))] == ["SUPPORT"]
    assert {c.relation for c in project.claims(Wanted(agreed=False))} == {"ALLY", "ASSAULT"}
    assert project.count(Wanted(agreed=False, text="تركيا", limit=1)) == 1
    assert [c.relation for c in project.claims(Wanted(agreed=False, text="تركيا", limit=5))] == ["ASSAULT"]
    assert project.shelf(Shelf()).items[0].doubtful == 3
    first = project.queue("anna")[0]
    project.review(first.id, "confirm", "anna")
    assert [c.relation for c in project.queue("anna")] == ["ASSAULT", "SUPPORT"]
    assert project.claim(first.id).coders == ("llm",), "a decision leaves who found it"
    assert not list(project.doctor())


def test_what_a_model_coded_may_be_spared(project: Project) -> None:
    coded(project, TEXT)
    fill(project, "العراق هاجمت تركيا")
    assert (project.waiting(ONE), project.waiting(ONE, spare=True)) == (2, 1)
    assert [d.id for d in project.next_waiting(ONE, 0, 9, spare=True)] == ["2"]
    assert BOTH.name in MODELS


def test_the_queue_goes_by_its_index(project: Project) -> None:
    coded(project, TEXT)
    if project.place.path is None:
        return
    with sqlite3.connect(project.place.path) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN SELECT c.id FROM claim c WHERE NOT c.hidden ORDER BY {DOUBT} LIMIT 9").fetchall()  # noqa: S608 - ours
    connection.close()
    assert "claim_doubtful" in str(plan)
    assert "TEMP B-TREE" not in str(plan)
