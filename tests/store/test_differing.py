"""On whom outlets differ about an actor: told by what each prints more often, and only where both sides are printed."""

from __future__ import annotations

import pytest
from fakes import code

from ahlaf.model import Document
from ahlaf.store import Arrival, Project

Told = list[tuple[str, list[str], list[str]]]


def filled(project: Project, *printed: tuple[str | None, str]) -> None:
    batch = project.begin("anna")
    found = [Document(text, f"d{n}", None, None, outlet, "2016") for n, (outlet, text) in enumerate(printed)]
    project.add(batch, [Arrival(d, d.id) for d in found])
    code(project)


def told(project: Project, actor: str) -> Told:
    return [(d.other, [p.outlet for p in d.binds], [p.outlet for p in d.divides]) for d in project.profile(actor, "month").differing]


BINDS, DIVIDES, BACK = "تركيا دعمت العراق", "تركيا هاجمت العراق", "العراق هاجمت تركيا ثم شيء"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ([("أ", BINDS), ("ب", DIVIDES)], [("iraq", ["أ"], ["ب"])]),
        ([("أ", BINDS), ("ب", BACK)], [("iraq", ["أ"], ["ب"])]),
        ([("أ", BINDS), ("ب", f"{BINDS} مرة")], []),
        ([("أ", BINDS), ("أ", DIVIDES)], []),
        ([("أ", BINDS), ("أ", DIVIDES), ("ب", BACK)], []),
        ([("أ", BINDS), (None, DIVIDES)], []),
        ([("أ", BINDS), ("أ", f"{BINDS} مرة"), ("ج", f"{BINDS} ثانية"), ("ب", DIVIDES)], [("iraq", ["أ", "ج"], ["ب"])]),
    ],
)
def test_outlets_differ(project: Project, printed: list[tuple[str | None, str]], expected: Told) -> None:
    filled(project, *printed)
    assert told(project, "turkey") == expected
    assert told(project, "iraq") == [("turkey", binds, divides) for _, binds, divides in expected]


def test_what_was_refused_or_removed_makes_no_difference(project: Project) -> None:
    filled(project, ("أ", BINDS), ("ب", DIVIDES))
    refused = project.review(2, "refuse", "anna")
    assert told(project, "turkey") == []
    project.undo("anna", refused)
    assert len(told(project, "turkey")) == 1
    project.remove(1, "anna")
    assert told(project, "turkey") == []
