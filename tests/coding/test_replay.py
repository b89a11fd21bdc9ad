"""The same text gives the same reading, whatever was read before, and every reason can be followed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ahlaf import usecases
from ahlaf.coding import pipeline
from ahlaf.coding.weighing import learned
from ahlaf.coding.words.analysis import Analyser
from ahlaf.errors import ClaimNotFound, LexiconError
from ahlaf.exchange import explanation
from ahlaf.lexicon import load
from ahlaf.lexicon.tables import Row
from ahlaf.model import Document, Reading

Code = Callable[..., Reading]
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
TEXT = "دعمت تركيا تنظيم داعش بالسلاح. وقالت بغداد إن إيران زودت الحوثيين بالصواريخ. ولم تدعم قطر جبهة النصرة."


@pytest.fixture(scope="module")
def rows() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for table in usecases.tables_of(load.BUILT_IN).values():
        for row in table:
            found.setdefault(row.ref, []).append(row)
    return found


@pytest.mark.parametrize("path", EXAMPLES[:4], ids=lambda path: path.stem)
def test_reading_twice_gives_the_same(path: Path, code: Code) -> None:
    text = path.read_text(encoding="utf-8")
    assert code(text) == code(text)


def test_what_was_read_before_changes_nothing(code: Code) -> None:
    """A fresh rule book, and one that ten articles have opened, read alike."""
    document = Document(EXAMPLES[-1].read_text(encoding="utf-8"))
    for path in EXAMPLES[:-1]:
        code(path.read_text(encoding="utf-8"))
    fresh = pipeline.code(document, Analyser(load.load.__wrapped__()), learned.load())
    assert code(document.text).claims == fresh.claims


def test_a_forgetful_analyser_reads_alike(code: Code) -> None:
    text = EXAMPLES[0].read_text(encoding="utf-8")
    forgetful = Analyser(load.load(), limit=20)
    assert pipeline.code(Document(text), forgetful, learned.load()).claims == code(text).claims


def test_another_process_reads_alike() -> None:
    """Each process orders its sets of strings by a seed of its own; with these two, the article was once read in two ways."""
    told = {
        subprocess.run(
            [sys.executable, "-m", "ahlaf", "read", str(EXAMPLES[1]), "--format", "jsonl"],
            env={**os.environ, "PYTHONPATH": str(Path(usecases.__file__).parents[1]), "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "2")
    }
    assert len(told) == 1


def test_forgetting_changes_nothing(code: Code) -> None:
    """Vectors of words and facts are remembered up to a number; here, one text holds more than that, and each begins anew."""
    arrays = np.load(learned.ARRAYS, allow_pickle=False)
    with arrays:
        forgetful = learned.of(dict(arrays))
    for rows in (forgetful.encoder._rows, forgetful.pairs._facts, forgetful.manner._speakers):
        rows._kept = 5
        rows._empty()
    analyser = Analyser(load.load())
    for path in EXAMPLES[:3]:
        text = path.read_text(encoding="utf-8")
        assert pipeline.code(Document(text), analyser, forgetful).claims == code(text).claims
        assert len(forgetful.encoder._rows.known) > 5
    forgetful.encoder._rows.make_room()
    assert len(forgetful.encoder._rows._rows) == 5, "the room that one text took is given back"


def test_documents_do_not_lean_on_one_another(code: Code) -> None:
    one = code(TEXT)
    code("زار الرئيس الروسي مصر. ودعمت مصر روسيا.")
    assert code(TEXT) == one


def test_a_reading_names_the_rule_book_it_was_made_with(code: Code) -> None:
    assert code(TEXT).digest == load.load().digest != ""


def test_every_reason_leads_to_a_row_or_a_weight(code: Code, rows: dict[str, list[Row]]) -> None:
    text = EXAMPLES[0].read_text(encoding="utf-8")
    claims = code(text).claims
    assert claims
    for claim in claims:
        assert claim.reasons[0].ref == claim.rule
        assert claim.reasons[0].span == claim.trigger
        for reason in claim.reasons:
            assert reason.says
            if reason.kind == "row":
                assert reason.ref in rows, reason.ref
            elif reason.kind == "score":
                assert reason.weight is not None
                assert 0 <= reason.weight <= 1
            assert reason.span is None or reason.span.of(text)


def test_the_deciding_row_gives_the_relation(code: Code, rows: dict[str, list[Row]]) -> None:
    for path in EXAMPLES[:3]:
        for claim in code(path.read_text(encoding="utf-8")).claims:
            assert claim.relation in {row["relation"] for row in rows[claim.rule]}


def test_explaining_replays_the_claim() -> None:
    reader = usecases.Reader()
    document = Document(TEXT)
    for number, claim in enumerate(reader.read(document).claims, start=1):
        told = usecases.explain(reader, document, number)
        assert told.claim == claim
        assert told.same
        assert told.rows[0].ref == claim.rule
        assert told.rows[0].row is not None
        assert told.rows[0].row["relation"] == claim.relation


def test_explaining_shows_the_rows_own_example() -> None:
    told = usecases.explain(usecases.Reader(), Document("دعمت تركيا تنظيم داعش بالسلاح."), 1)
    assert told.example
    assert told.rows[0].row is not None
    assert told.example == told.rows[0].row["example"]
    assert told.example_found in (True, False)


def test_an_example_that_a_longer_row_reads_is_no_fault() -> None:
    told = usecases.explain(usecases.Reader(), Document("سقطت الموصل."), 1)
    assert told.claim.rule.startswith("verbs/conflict-assault.tsv:")
    assert (told.example_found, told.example_instead.partition(":")[0]) == (False, "idioms-force.tsv")
    assert "by another row, idioms-force.tsv:" in "\n".join(line.plain for line in explanation.lines(told, terminal=False))


@pytest.mark.parametrize("number", [0, -1, 99])
def test_a_claim_that_is_not_there_is_told(number: int) -> None:
    with pytest.raises(ClaimNotFound, match="claims go from 1 to"):
        usecases.explain(usecases.Reader(), Document(TEXT), number)


def test_a_text_without_claims_has_none_to_explain() -> None:
    with pytest.raises(ClaimNotFound, match="has no claims"):
        usecases.explain(usecases.Reader(), Document("شرب الرجل الماء."), 1)


@pytest.mark.parametrize(
    "text",
    ["", " \n", "Hello world.", "12 / 3", "«", "دعم", "من من من من.", "😀", "\u200f\u0640", "قال:", "و", "بـ", "لا" * 50, "،" * 200],
)
def test_odd_texts_are_read_without_harm(text: str, code: Code) -> None:
    reading = code(text, 0.0)
    for claim in reading.claims:
        assert claim.evidence.of(text)


def test_steps_stand_in_their_order() -> None:
    # a method knows its class where it is compiled, and its module where it is not
    steps = (*pipeline.STEPS, *pipeline.CORRECTIONS)
    names = [f"{getattr(step, '__objclass__', step).__module__.rpartition('.')[2]}.{step.__name__}" for step in steps]
    source = Path(pipeline.__file__).with_name("pipeline.py")  # what is compiled has no docstring
    told = re.findall(r"(\w+\.\w+)$", source.read_text(encoding="utf-8").split('"""')[1], re.MULTILINE)
    kept = [name for name in names if name in told]
    assert kept == [name for name in told if name in names]
    assert len(kept) >= 10


def test_what_was_learned_names_no_sentence() -> None:
    """A fact is a form, a place, a word: short, and never words in a row that an article wrote."""
    with np.load(learned.ARRAYS, allow_pickle=False) as arrays:
        names = arrays["word_facts"].tobytes().decode().split("\0")
    words = [n for n in names if n.startswith(("w:", "b:"))]
    assert len(words) > 1000
    assert not [w for w in words if " " in w.strip()]


@pytest.mark.parametrize("content", [b"", b"not an archive", None], ids=["empty", "other", "missing"])
def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "learned.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LexiconError, match=r"learned\.npz") as refused:
        learned.load(path)
    assert refused.value.remedy
