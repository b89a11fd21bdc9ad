"""The interface behind which coders stand, kept by the rule book as by a language model."""

from __future__ import annotations

from pathlib import Path

import pytest

from ahlaf.coding import pipeline
from ahlaf.coding.coders import Coder, Coding, Failed, Rules, Usage
from ahlaf.coding.llm.coder import LanguageModel
from ahlaf.coding.llm.settings import Settings
from ahlaf.coding.weighing import learned
from ahlaf.coding.words.analysis import Analyser
from ahlaf.model import Document

TEXT = "دعمت تركيا تنظيم داعش بالسلاح."


def rules(analyser: Analyser) -> Coder:
    return Rules(analyser, learned.load(), "1.2")


def test_the_rule_book_reads_as_it_always_did(analyser: Analyser) -> None:
    coder = rules(analyser)
    coding = coder.code(Document(TEXT))
    assert coding.reading == pipeline.code(Document(TEXT), analyser, learned.load())
    assert (coding.name, coding.version, coding.digest) == ("rules", "1.2", analyser.lexicon.digest)
    assert (coding.refused, coding.usage) == ((), Usage())


def test_many_come_in_their_order(analyser: Analyser) -> None:
    found = list(rules(analyser).code_many(Document(TEXT, id=str(n)) for n in range(3)))
    assert [f.reading.document.id for f in found if isinstance(f, Coding)] == ["0", "1", "2"]


def test_one_document_that_breaks_the_rule_book_does_not_stop_the_others(analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.code

    def code(document: Document, *rest: object, **named: object) -> object:
        if document.id == "1":
            raise RuntimeError("bug")
        return real(document, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "code", code)
    found = list(rules(analyser).code_many(Document(TEXT, id=str(n)) for n in range(3)))
    assert [type(f) for f in found] == [Coding, Failed, Coding]


def test_a_language_model_says_which_it_is_and_what_it_was_asked(analyser: Analyser, tmp_path: Path) -> None:
    with LanguageModel(Settings("some-model:7b", endpoint="http://127.0.0.1:1/v1", cache=tmp_path), analyser, "1.2") as model:
        coder: Coder = model
        assert (coder.name, coder.version) == ("llm", "1.2 some-model:7b")
        assert analyser.lexicon.digest in coder.digest
        assert coder.digest != analyser.lexicon.digest


def test_costs_add_up() -> None:
    assert Usage(1, 2, 3, 4, 0.5) + Usage(10, 20, 30, 40, 0.25) == Usage(11, 22, 33, 44, 0.75)
