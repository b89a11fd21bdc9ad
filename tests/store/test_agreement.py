"""Agreement, against examples that the literature works out by hand."""

from __future__ import annotations

import sys

import pytest
from fakes import code, fill

from ahlaf.errors import AhlafError
from ahlaf.store import Project
from ahlaf.store.agreement import of_labels


def test_a_missing_library_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nltk.metrics.agreement", None)
    with pytest.raises(AhlafError, match="pip install nltk"):
        of_labels({str(n): {"a": x, "b": y} for n, (x, y) in enumerate(("yy", "yn", "ny", "nn"))}, "verdict")


def test_cohen() -> None:
    """Two coders, fifty items, 20 times yes and 15 times no together: κ = 0.4."""
    rows = ["yy"] * 20 + ["yn"] * 5 + ["ny"] * 10 + ["nn"] * 15
    found = of_labels({str(n): {"a": r[0], "b": r[1]} for n, r in enumerate(rows)}, "verdict")
    ((one, other, count, share, kappa),) = found.pairs
    assert (one, other, count, share) == ("a", "b", 50, 0.7)
    assert kappa == pytest.approx(0.4)


def test_fleiss() -> None:
    """Fourteen coders, ten items, five labels (Fleiss' example as it is commonly printed): κ = 0.210."""
    table = ["00 00 00 00 14", "00 02 06 04 02", "00 00 03 05 06", "00 03 09 02 00", "02 02 08 01 01"]
    table += ["07 07 00 00 00", "03 02 06 03 00", "02 05 03 02 02", "06 05 02 01 00", "00 02 02 03 07"]
    labels = {}
    for item, row in enumerate(table):
        given = [str(label) for label, times in enumerate(row.split()) for _ in range(int(times))]
        labels[str(item)] = {f"coder{n:02}": x for n, x in enumerate(given)}
    found = of_labels(labels, "relation")
    assert found.fleiss == pytest.approx(0.210, abs=0.0005)
    assert found.complete == 10


def test_krippendorff() -> None:
    """Four coders, twelve units, gaps (Krippendorff, Computing alpha-reliability, 2011): nominal α = 0.743."""
    rows = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."]
    labels: dict[str, dict[str, str]] = {}
    for who, row in zip("abcd", rows, strict=True):
        for item, label in enumerate(row.split()):
            if label != ".":
                labels.setdefault(str(item), {})[who] = label
    assert of_labels(labels, "relation").alpha == pytest.approx(0.743, abs=0.0005)


def test_what_is_not_defined_is_none() -> None:
    assert of_labels({}, "relation").alpha is None
    same = of_labels({"1": {"a": "x", "b": "x"}, "2": {"a": "x", "b": "x"}}, "relation")
    assert (same.pairs[0][3], same.pairs[0][4], same.fleiss, same.alpha) == (1.0, None, None, None)


def test_coders_of_a_project_and_the_machine(project: Project) -> None:
    fill(project, "تركيا دعمت العراق ثم روسيا هاجمت تركيا ثم روسيا حالفت الجيش")
    code(project)
    one, two, three = (c.id for c in project.claims())
    for who in ("anna", "omar"):
        project.review(one, "confirm", who)
        project.review(two, "refuse", who)
    project.review(three, "confirm", "omar")
    project.review(three, "correct", "anna", changes={"relation": "MEMBER"})
    found = project.agreement("relation", machine=True)
    assert found.coders == ("anna", "machine", "omar")
    assert {(a, b): (n, round(s, 2)) for a, b, n, s, _ in found.pairs} == {
        ("anna", "machine"): (3, 0.33),
        ("anna", "omar"): (3, 0.67),
        ("machine", "omar"): (3, 0.67),
    }
    assert project.agreement("sign").pairs[0][3] == 1.0
    assert project.agreement("relation").claims == 3
    project.review(three, "unsure", "omar")
    found = project.agreement("relation")
    assert (found.pairs[0][2], found.claims) == (2, 2)  # what one alone decided says nothing of agreement
