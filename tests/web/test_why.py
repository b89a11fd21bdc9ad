"""The page has words, in both languages, for whatever a claim's reasons may be made of."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from pathlib import Path

import pytest

from ahlaf import projects
from ahlaf.coding.ends import frames
from ahlaf.lexicon import load, rules
from ahlaf.lexicon.tables import SCHEMAS
from ahlaf.model import Document, Reason, Span
from ahlaf.store import Arrival, Project
from ahlaf.web import why

MESSAGES = Path(__file__).parents[2] / "web" / "src" / "messages"


@pytest.fixture(scope="module", params=["ar", "en"])
def words(request: pytest.FixtureRequest) -> dict[str, str]:
    found: dict[str, str] = json.loads((MESSAGES / request.param / "why.json").read_text(encoding="utf-8"))
    network = json.loads((MESSAGES / request.param / "network.json").read_text(encoding="utf-8"))
    return found | {f"network.{key}": said for key, said in network.items()}


def places() -> set[str]:
    """Every symbol that the coder has for where an end stands; a colon where a preposition follows."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(frames.place_of)))
    said = {c.value for r in ast.walk(tree) if isinstance(r, ast.Return) for c in ast.walk(r) if isinstance(c, ast.Constant)}
    return {s for s in said if isinstance(s, str) and s not in {"", "+"}} | {"nobody", "doubtful", "rule"}


def test_where_an_end_stands_has_words(words: dict[str, str]) -> None:
    assert len(places()) > 12
    for place in places():
        for code in [place] if not place.endswith(":") else [f"{place}علي"] if place == "light:" else [f"{place}علي", f"{place}علي+"]:
            stands = why.stands(f"source {code}")
            assert stands is not None, code
            said = words[f"place_{stands.place.replace('-', '_')}{'_far' if stands.far else ''}"]
            assert ("{prep}" in said) == bool(stands.prep), code


def test_tables_columns_and_kinds_have_words(words: dict[str, str]) -> None:
    assert {f"table_{name}" for name in SCHEMAS} <= words.keys()
    assert {f"column_{column}" for schema in SCHEMAS.values() for column in schema.columns} <= words.keys()
    tables, _ = load.rows(load.BUILT_IN)
    for name in ("states", "people", "actors", "organs", "generics", "places"):
        assert {f"network.kind_{row['kind'].replace('-', '_')}" for row in tables[name] if row["kind"]} <= words.keys(), name
    assert {f"nouns_kind_{row['kind']}" for row in tables["nouns"]} <= words.keys()


@pytest.mark.parametrize(
    ("says", "word", "gloss", "relation"),
    [
        ("دَعَمَ: back: help → AID", "دَعَمَ", "back: help", "AID"),
        ("[فَتَحَ] نار على: open fire on → ASSAULT", "[فَتَحَ] نار على", "open fire on", "ASSAULT"),
        ("حليف:  → ALLY", "حليف", "", "ALLY"),
        ("تركيا", "تركيا", "", None),
    ],
)
def test_a_row_is_taken_apart(says: str, word: str, gloss: str, relation: str | None) -> None:
    row = why._row(Reason("row", "verbs/cooperation-aid.tsv:2", says, Span(0, 1)), {})
    assert (row.table, row.word, row.gloss, row.relation) == ("verbs", word, gloss, relation)


def test_a_rule_is_called_a_rule_and_its_cells_have_words(words: dict[str, str]) -> None:
    written, _ = rules.read(load.BUILT_IN)
    row = why._row(Reason("row", written[0].ref, f"{written[0].id}: {written[0].says} → AID", Span(0, 1)), {})
    assert row.table == "rules"
    assert {"table_rules", *(f"column_{name.split()[0]}" for name in written[0].row.cells)} <= words.keys()


@pytest.mark.parametrize("ref", ["plain", "source", "source a:", "nobody next"])
def test_what_is_no_place_is_left_as_it_is(ref: str) -> None:
    assert why.stands(ref) is None


OWN_ROWS = """id name name_en kind country sector strong weak since until source
zumurrud عصبة\u00a0الزمرد Emerald\u00a0League armed-group YEM UAF     usage
""".replace(" ", "\t").replace("\u00a0", " ")


@pytest.mark.parametrize("gone", [False, True])
def test_a_claim_is_replayed_with_the_rows_that_its_project_is_coded_with(tmp_path: Path, *, gone: bool) -> None:
    rows = tmp_path / "mine"
    (rows / "actors").mkdir(parents=True)
    (rows / "actors" / "own.tsv").write_text(OWN_ROWS, encoding="utf-8")
    with Project.create(tmp_path / "study.ahlaf") as project:
        project.add(project.begin("anna"), [Arrival(Document("دعمت إيران عصبة الزمرد بالسلاح.", id="a"), "a.txt")])
        coder, maker = projects.own_rule_book(project, projects.Own((str(rows),), 0.1))
        projects.code(project, coder, maker)
        (claim,) = (c for c in project.placed(1) if c.claim.target and c.claim.target.id == "zumurrud")
        own = None if gone else projects.own(project)
        told = why.of_machine(project.reading(1), claim, why.Answers(), own)
    assert told.reasons
    if gone:
        assert told.replay is None
    else:
        assert told.replay is not None
        assert told.replay.same
