"""Scoring: hand-made cases, and the same figures as the reading room's own scripts where that is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ahlaf.check import gold
from ahlaf.check.actors import any_same, same_actor
from ahlaf.check.claims import Score, distinct, place
from ahlaf.check.figures import Figure, table
from ahlaf.check.sentences import detection, quad, spans
from ahlaf.errors import InputError
from ahlaf.exchange import records
from ahlaf.model import Span
from ahlaf.usecases import Reader

EVAL = Path(__file__).parents[3] / "shared" / "eval"
TEXT = "دعمت تركيا داعش. قصفت روسيا حلب. التقى العراق بإيران. دعمت تركيا داعش."


def claim(source: Any, target: Any, relation: str, sign: int, evidence: str, **more: Any) -> dict[str, Any]:
    said = {"polarity": "affirmed", "modality": "asserted", "voice": "author", "trigger": evidence.split(maxsplit=1)[0]}
    return {"source": source, "target": target, "relation": relation, "sign": sign, "evidence": evidence, **said, **more}


AID = claim(["تركيا"], ["داعش", "تنظيم داعش"], "AID", 1, "دعمت تركيا داعش")
BOMB = claim(["روسيا"], ["حلب"], "ASSAULT", -1, "قصفت روسيا حلب")
MET = claim(["العراق"], ["إيران"], "CONSULT", 1, "التقى العراق بإيران")
HALF = claim(["روسيا"], [], "ASSAULT", -1, "قصفت روسيا حلب")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("تركيا", "التركية", False),
        ("القوات التركية", "بالقوات التركيه", True),
        ("الحكومة التركية", "الحكومة السورية", False),
        ("تَنظيم داعش", "داعش", True),
        ("التنظيم", "تنظيم", True),
        ("مليشيا الحشد", "ميليشيا بدر", False),
        ("", "تركيا", False),
        ("من", "في", False),
        ("حسن نصر الله", "نصر الله", True),
        ("رئيس الوزراء العراقي حيدر العبادي", "العبادي", False),
    ],
)
def test_names_of_one_actor(one: str, two: str, same: bool) -> None:
    assert same_actor(one, two) is same_actor(two, one) is same


def test_nobody_is_nobody() -> None:
    assert any_same([], [])
    assert not any_same([], ["تركيا"])


@pytest.mark.parametrize(
    ("found", "hit", "typed"),
    [
        ([AID, BOMB, MET], 3, 3),
        ([], 0, 0),
        ([AID | {"relation": "SUPPORT"}], 1, 0),
        ([AID | {"sign": -1}], 0, 0),
        ([AID | {"source": "تركيا", "target": ["عصابات داعش"]}], 1, 1),
        ([AID | {"source": ["داعش"], "target": ["تركيا"]}], 0, 0),
        ([MET | {"source": ["إيران"], "target": ["العراق"]}], 1, 1),
        ([AID | {"start": 17, "end": 31}], 0, 0),
        ([AID | {"start": 10, "end": 20}], 1, 1),
        ([AID, AID], 1, 1),
        ([AID | {"evidence": "ليس في النص", "trigger": ""}], 1, 1),
        ([HALF, claim([], ["حلب"], "ASSAULT", -1, "قصفت روسيا حلب")], 0, 0),
        ([AID | {"relation": "SUPPORT"}, AID], 1, 1),
    ],
)
def test_what_matches(found: list[dict[str, Any]], hit: int, typed: int) -> None:
    score = Score()
    score.add(TEXT, [AID, BOMB, MET, HALF], found)
    assert (score.signed.hit, score.typed.hit, score.signed.wanted) == (hit, typed, 3)
    assert score.signed.found == sum(bool(c["source"] and c["target"]) for c in found)


def test_each_is_matched_once_and_as_many_as_can_be() -> None:
    wide = AID | {"start": 0, "end": len(TEXT)}
    first, last = AID | {"start": 0, "end": 15}, AID | {"start": TEXT.rindex("دعمت"), "end": len(TEXT)}
    score = Score()
    score.add(TEXT, [first, last], [wide, first])
    assert score.signed.hit == 2, "the wide one must give way to the first"


def test_figures_of_fields_and_of_the_map() -> None:
    score = Score()
    found = [AID | {"polarity": "negated", "voice": "الصحيفة"}, BOMB | {"modality": "alleged"}]
    score.add(TEXT, [AID | {"voice": "صحيفة"}, BOMB, AID | {"start": TEXT.rindex("دعمت"), "end": len(TEXT)}], found)
    figures = {f.key: round(f.value, 3) for f in score.figures("x")}
    assert figures == {
        "x.signed_edge": 0.8, "x.precision": 1.0, "x.recall": 0.667, "x.typed_edge": 0.8, "x.map": 1.0,
        "x.relation": 1.0, "x.polarity": 0.5, "x.modality": 0.5, "x.voice": 1.0,
    }  # fmt: skip
    assert [c["relation"] for c in distinct([AID, AID, BOMB])] == ["AID", "ASSAULT"]
    assert place(AID | {"evidence": "لا"}, TEXT) is None
    assert place({"trigger": "قصفت"}, TEXT) == Span(17, 21)


def test_nothing_measured_is_nought() -> None:
    assert {f.value for f in Score().figures("x")} == {0.0}
    assert {f.value for f in spans([], [], "x")} == {0.0}


def test_sentences() -> None:
    marked = {
        "type": "ASSAULT",
        "annotators": [
            {"source": ["روسيا"], "target": [], "source_role": {"main": "RUS"}, "target_role": {"main": "SYR"}},
            {"source": None, "target": ["المدينة"], "source_role": {}, "target_role": None},
        ],
    }
    right = BOMB | {"source_actor": {"country": "RUS"}, "target_actor": {"country": "SYR"}}
    assert [f.value for f in spans([marked, marked], [[right], [AID]], "x")] == [0.5, 0.5, 0.0, 0.5]
    asked = [{"type": "ASSAULT", "label": label} for label in ("yes", "yes", "difficult no", "ambiguous")]
    assert [f.value for f in detection(asked, [[BOMB], [], [BOMB], [BOMB]], "x")] == [0.5, 0.0, 0.0, 0.0]
    news = BOMB | {"event": {"type": "ASSAULT", "reported": True}}
    assert [f.value for f in detection(asked, [[news], [], [BOMB], [BOMB]], "x")] == [0.5, 0.0, 2 / 3, 0.0]
    labels = [{"label": name} for name in ("none", "material conflict", "verbal cooperation", "none")]
    found = [[], [BOMB | {"credence": 0.9}, AID | {"credence": 0.2}], [AID], []]
    (macro,) = quad(labels, found, "x")
    assert macro.value == pytest.approx((1 + 0 + 0 + 0 + 1) / 5)


def test_the_table_shows_floors_only_where_there_are_any() -> None:
    figures = [Figure("a.f1", "a", "F1", 0.5)]
    assert table(figures).splitlines()[0].split() == ["on", "figure", "measured"]
    assert table(figures, {"a.f1": 0.4}, markdown=True).splitlines()[-1] == "| `a` | F1 | 0.500 | 0.40 |"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "has no lines"),
        ("no json", "is no JSON"),
        ("[1]", "is no gold line"),
        ('{"text": "x"}', "is no gold line"),
        ('{"id": "a", "text": 3, "claims": []}', "no sound 'text'"),
        ('{"id": "a", "text": "x", "claims": [3]}', "claim 1: is no JSON object"),
        ('{"id": "a", "text": "x", "claims": [{"relation": "LOVE"}]}', "no relation 'LOVE'"),
        ('{"id": "a", "text": "x", "claims": [{"relation": "AID", "sign": 0}]}', "the sign is 1 or -1"),
        ('{"id": "a", "text": "x", "claims": [{"relation": "AID", "sign": 1, "source": [3]}]}', "source is a list of names"),
        ('{"text": "x", "type": "ASSAULT", "annotators": [1]}', "annotator 1: is no JSON object"),
        ('{"id": "a", "text": "x", "claims": [{"relation": ["AID"], "sign": 1}]}', "claim 1: relation is a text"),
        ('{"id": "a", "text": "x", "claims": [{"relation": "AID", "sign": 1, "evidence": 5}]}', "claim 1: evidence is a text"),
        ('{"text": "x", "type": "ASSAULT", "annotators": [{"source": [3]}]}', "annotator 1: source is a list of names"),
        ('{"text": "x", "type": "ASSAULT", "annotators": [{}, {"source_role": "TUR"}]}', "annotator 2: source_role is an object"),
        ('{"text": "x", "type": "ASSAULT", "annotators": [{"target_role": {"main": ["TUR"]}}]}', "target_role is an object"),
        ('{"text": "x", "label": "none"}\n{"text": "x"}', "no sound 'label'"),
    ],
    ids=str,
)
def test_a_gold_file_that_is_none(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(says)):
        gold.read(path)


@pytest.mark.parametrize(
    ("name", "script", "patterns"),
    [
        ("claims_dev", "score_claims.py", None),
        ("article_gold", "score_claims.py", None),
        ("gsr_spans_dev", "score_sentences.py", r"(?:family|word|countries) \S+ = ([\d.]+)"),
        ("gsr_detection_dev", "score_sentences.py", r"F1 ([\d.]+)"),
        ("un_quad_dev", "score_sentences.py", r"macro-F1 ([\d.]+)"),
    ],
)
def test_the_same_figures_as_the_reading_rooms_scripts(name: str, script: str, patterns: str | None, tmp_path: Path) -> None:
    """A tenth of each file: what is compared is the scorers, and they are given the same claims."""
    if not (EVAL / script).exists():
        pytest.skip("the reading room is not there")
    whole = gold.read(EVAL / f"{name}.jsonl")
    some = gold.Gold(whole.name, whole.kind, whole.lines[:: 3 if whole.kind == "claims" else 40])
    reader = Reader()
    found = [records.document(reader.read(d)) for d in some.documents()]
    paths = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    for path, lines in zip(paths, (some.lines, found), strict=True):
        path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    kind = [] if some.kind == "claims" else [some.kind]
    more = [] if kind else ["--json"]
    told = subprocess.run([sys.executable, EVAL / script, *kind, *paths, *more], capture_output=True, text=True, check=True).stdout
    figures = some.figures([f["claims"] for f in found])
    ours = [round(f.value, 3) for f in figures if not f.key.endswith("_reported")]
    if patterns is not None:
        assert ours == [float(x) for x in re.findall(patterns, told)]
        return
    theirs = json.loads(told)
    edge, right = theirs["signed_edge"], theirs["accuracy_on_matched"]
    wanted = [edge["f1"], edge["precision"], edge["recall"], theirs["typed_edge"]["f1"], theirs["map"]["f1"]]
    assert ours == [round(x, 3) for x in (*wanted, *(right[f] for f in ("relation", "polarity", "modality", "voice")))]
