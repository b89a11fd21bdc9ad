from __future__ import annotations

from dataclasses import replace

from ahlaf.exchange import records
from ahlaf.model import Reading

SHAPE = ["source", "target", "relation", "sign", "polarity", "modality", "voice", "trigger", "evidence"]


def test_a_claim_has_the_shape_of_the_annotation_guide_first(reading: Reading) -> None:
    document = records.document(reading)
    assert [k for k in document if k in ("id", "text", "claims")] == ["id", "text", "claims"]
    claim = document["claims"][0]
    assert list(claim)[:9] == SHAPE
    assert claim["source"] == ["تركيا"]
    assert claim["target"] == ["تنظيم داعش", "داعش"]
    assert claim["voice"] == "بغداد"


def test_offsets_lead_to_the_very_words(reading: Reading) -> None:
    document = records.document(reading)
    for claim in document["claims"]:
        assert document["text"][claim["start"] : claim["end"]] == claim["evidence"]
        start, end = claim["trigger_span"]
        assert document["text"][start:end] == claim["trigger"]


def test_all_that_a_text_says_is_written_out(reading: Reading) -> None:
    claim = records.document(reading)["claims"][0]
    turkey = {"id": "TUR", "name": "تركيا", "name_en": "Turkey", "kind": "state", "country": "TUR", "sector": "GOV"}
    assert claim["source_actor"] == turkey
    assert claim["event"] == {"type": "AID", "mode": "military"}
    assert claim["voices"] == ["بغداد", "قطر"]
    assert claim["voice_actor"]["id"] == "IRQ"
    assert [v["id"] for v in claim["voice_actors"]] == ["IRQ", "QAT"]
    assert (claim["time"], claim["number"], claim["purpose"]) == ("2014", "34", "لإسقاط النظام")
    assert claim["place"]["country"] == "SYR"
    assert (claim["credence"], claim["rule"]) == (0.83, "verbs/cooperation-aid.tsv:2")


def test_what_a_text_does_not_say_is_left_out(reading: Reading) -> None:
    claim = records.document(reading)["claims"][1]
    assert claim["target"] == []
    assert claim["target_actor"] is None
    assert claim["voice"] == "author"
    assert not {"time", "place", "number", "purpose", "voices", "voice_actor"} & set(claim)
    assert "event" not in claim, "a standing tie is no event"


def test_rows_have_exactly_the_columns_that_are_promised(reading: Reading) -> None:
    for table, make in records.ROWS.items():
        rows = list(make(reading))
        assert rows, table
        for row in rows:
            assert list(row) == list(records.COLUMNS[table])
            for name, kind in records.COLUMNS[table].items():
                assert row[name] is None or isinstance(row[name], kind), (table, name)


def test_claims_are_numbered_as_explain_counts(reading: Reading) -> None:
    assert [r["claim"] for r in records.claim_rows(reading)] == [1, 2]


def test_a_projects_claim_has_its_columns_and_the_names_in_both_languages(reading: Reading) -> None:
    kept = {"id": 71, "status": "confirmed", "story": 4, "coder": "ahlaf", "version": "0.1.0", "rule_book": "abc"}
    document = replace(reading.document, outlet="الحياة", url="https://a.example/1")
    row = records.kept_row(1, reading.claims[0], document, kept)
    assert list(row) == list(records.KEPT_COLUMNS)
    assert (row["id"], row["status"], row["claim"], row["outlet"], row["url"]) == (71, "confirmed", 1, "الحياة", "https://a.example/1")
    assert (row["source"], row["source_name"], row["source_name_en"]) == ("تركيا", "تركيا", "Turkey")
    assert (row["target"], row["target_name"], row["target_name_en"]) == ("تنظيم داعش", "تنظيم الدولة الإسلامية", "Islamic State")
    assert (row["voice"], row["voice_name"], row["voice_name_en"]) == ("بغداد", "العراق", "Iraq")
    assert (row["story"], row["rule_book"], row["voice_kind"], row["voice_country"]) == (4, "abc", "state", "IRQ")
    bare = records.kept_row(2, reading.claims[1], reading.document, kept | {"id": 72, "status": "new"})
    assert (bare["voice"], bare["voice_name"], bare["voice_name_en"]) == ("author", None, None)
