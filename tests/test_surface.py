"""What users import: the list is the promise, and importing costs nothing."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
import subprocess
import sys
import tomllib
from dataclasses import FrozenInstanceError, asdict
from importlib.resources import files
from pathlib import Path

import pytest

import ahlaf

PUBLIC = [
    "RELATIONS",
    "Actor",
    "Claim",
    "Document",
    "End",
    "Mention",
    "Network",
    "Reading",
    "Reason",
    "Sentence",
    "Span",
    "__version__",
    "errors",
    "read",
    "to_pandas",
    "to_polars",
]


def test_the_public_names_are_exactly_these() -> None:
    assert ahlaf.__all__ == PUBLIC
    assert dir(ahlaf) == sorted(PUBLIC)
    for name in PUBLIC:
        assert getattr(ahlaf, name) is not None


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        ahlaf.reed  # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    heavy = ("rich", "click", "trafilatura", "pandas")
    code = f"import sys, ahlaf; print([m for m in sys.modules if m.split('.')[0] in {heavy} or 'ahlaf.' in m])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_package_is_typed_and_its_version_is_a_version() -> None:
    assert files("ahlaf").joinpath("py.typed").is_file()
    assert all(part.isdigit() for part in ahlaf.__version__.split("."))


def test_the_command_is_installed_under_its_name() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"] == {"ahlaf": "ahlaf.cli:main"}


def test_reading_gives_spans_that_lead_back_to_the_text() -> None:
    text = "دعمت تركيا تنظيم داعش، وقصفت روسيا حلب."
    reading = ahlaf.read(text)
    assert reading.document.text == text
    assert reading.claims
    for claim in reading.claims:
        assert claim.evidence.of(text)
        assert claim.trigger.of(text) in claim.evidence.of(text)
    for mention in reading.mentions:
        assert mention.span.of(text)


def test_records_can_not_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ahlaf.Document("نص").text = "غيره"  # type: ignore[misc]


def test_a_document_keeps_what_it_knows() -> None:
    reading = ahlaf.read(ahlaf.Document("دعمت تركيا قطر.", id="x", date="2011"), date="2016-03-14")
    assert (reading.document.id, reading.document.date) == ("x", "2011")
    assert ahlaf.read("دعمت تركيا قطر.", date="2016-03-14").document.date == "2016-03-14"


@pytest.mark.parametrize("text", ["", " \n", "English only.", "،،،", "\x00\ud800\u202e", "ـ" * 50])
def test_a_text_with_nothing_in_it_gives_a_reading_with_nothing_in_it(text: str) -> None:
    assert ahlaf.read(text).claims == ()


def test_wrong_arguments_are_refused_with_the_remedy() -> None:
    with pytest.raises(TypeError, match="decode bytes first"):
        ahlaf.read("دعم".encode())  # type: ignore[arg-type]
    for wrong in (ahlaf.errors.WrongValue, ahlaf.errors.AhlafError, ValueError):
        with pytest.raises(wrong, match="not like 2016"):
            ahlaf.read("دعم", date="14/03/2016")
        with pytest.raises(wrong, match="not like 2016"):
            ahlaf.read("دعم", date="2015-02-31")
        with pytest.raises(wrong, match="not like 2016"):
            ahlaf.read(ahlaf.Document("دعم", date="yesterday"))
        with pytest.raises(wrong, match="between 0 and 1"):
            ahlaf.read("دعم", threshold=3)
    reading = ahlaf.read("دعمت تركيا داعش.")
    for refused, says in (
        (lambda: ahlaf.to_pandas("دعم"), "ahlaf.read"),  # type: ignore[arg-type]
        (lambda: ahlaf.Network.of(reading), "from_reading"),  # type: ignore[arg-type]
        (lambda: ahlaf.Network.of([1]), "from_reading"),  # type: ignore[list-item]
    ):
        with pytest.raises(TypeError, match=says):
            refused()
    with pytest.raises(ahlaf.errors.LexiconError, match="is no folder"):
        ahlaf.read("دعم", lexicon=["/no/such/folder"])


@pytest.mark.parametrize("text", [None, ["دعم"], float("nan")])
def test_what_is_no_text_at_all_is_not_said_to_be_bytes(text: object) -> None:
    with pytest.raises(TypeError, match=f"not {type(text).__name__}$"):
        ahlaf.read(text)  # type: ignore[arg-type]


def test_a_day_that_is_no_text_is_refused_like_a_wrong_one() -> None:
    with pytest.raises(ahlaf.errors.WrongValue, match="not like 2016"):
        ahlaf.read("دعم", date=dt.date(2016, 3, 14))  # type: ignore[arg-type]


def test_one_folder_of_rows_need_not_stand_in_a_list(tmp_path: Path) -> None:
    (tmp_path / "sources.tsv").write_text("id\ttitle\tnote\nmine\tMine\t\n", encoding="utf-8")
    (tmp_path / "idioms-mine.tsv").write_text(
        "words\trelation\tslots\tmode\tgloss\tsource\texample\n[أَعْطَى] الضوء البنفسجي ل\tSUPPORT\tsubj>ل\t\tlet\tmine\t\n", encoding="utf-8"
    )
    text = "أعطت كندا الضوء البنفسجي لكينيا."
    alone, listed = ahlaf.read(text, lexicon=str(tmp_path)), ahlaf.read(text, lexicon=[tmp_path])
    assert [c.relation for c in alone.claims] == ["SUPPORT"]
    assert alone == listed
    with pytest.raises(ahlaf.errors.LexiconError, match="nowhere: is no folder"):
        ahlaf.read(text, lexicon="nowhere")


def test_a_reading_goes_from_process_to_process_and_into_plain_data() -> None:
    reading = ahlaf.read("دعمت تركيا تنظيم داعش، وقصفت روسيا حلب.")
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301 - our own
    assert {reading, copy.deepcopy(reading)} == {reading}
    assert json.loads(json.dumps(asdict(reading)))["claims"][0]["relation"] == "AID"


def test_a_higher_threshold_never_gives_more() -> None:
    text = "دعمت تركيا تنظيم داعش، وقصفت روسيا حلب. ويبدو أن قطر حليفة للسعودية."
    counts = [len(ahlaf.read(text, threshold=t).claims) for t in (0.0, 0.5, 0.9, 1.0)]
    assert counts == sorted(counts, reverse=True)
