"""Reports of a project: what they refuse."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "store"))
from fakes import code, fill

from ahlaf import reports
from ahlaf.errors import WrongValue
from ahlaf.store import Project, Wanted


def test_an_outlet_that_printed_nothing_here_is_no_empty_report(tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, "تركيا دعمت العراق ثم روسيا هاجمت العراق", outlet="صحيفة الوطن")
        code(project)
        assert reports.gather(project, reports.Order(Wanted(outlet="صحيفه الوطن"))).counts.claims == 2
        with pytest.raises(WrongValue, match="no document here is from the outlet 'الوطنn': there are صحيفة الوطن"):
            reports.gather(project, reports.Order(Wanted(outlet="الوطنn")))


def test_a_report_of_some_claims_holds_these_and_turns_no_camps(tmp_path: Path) -> None:
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, "روسيا دعمت مصر", "روسيا دعمت لبنان", "روسيا دعمت ليبيا")
        fill(project, "تركيا دعمت العراق ثم تركيا دعمت قطر ثم تركيا هاجمت روسيا", outlet="النهار")
        code(project)
        for outlet, claims in ((None, 6), ("النهار", 3)):
            found = reports.gather(project, reports.Order(Wanted(outlet=outlet)))
            assert sum(len(g.quotes) for g in found.groups) == claims
            assert "روسيا" in found.camps[0]


def test_who_adds_a_claim_has_decided_on_it(tmp_path: Path) -> None:
    """A report of what persons added alone said that nobody had decided, and that all was as the program found it."""
    with Project.create(tmp_path / "study.ahlaf") as project:
        fill(project, "تركيا والعراق")
        _, number = project.say(1, {"source_span": "0:5", "target_span": "7:13", "relation": "ALLY"}, "anna")
        found = reports.gather(project, reports.Order())
        assert found.counts.coders == (("anna", (("confirm", 1),)),)
        assert found.groups[0].quotes[0].reviewers == (("anna", "confirm"),)
        project.review(number, "refuse", "anna")
        assert reports.gather(project, reports.Order()).counts.coders == (("anna", (("refuse", 1),)),)
