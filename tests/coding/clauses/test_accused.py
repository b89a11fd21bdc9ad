"""Who is accused where nobody says by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.model import Reading

Code = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "accused", "deed"),
    [
        ("اتهم الإخوان بقتل الجنود.", "الإخوان", "ASSAULT"),
        ("النائب اتهم بدعم الإرهاب.", "النائب", "AID"),
        ("الإخوان اتهموا عام 1980 بمحاولة اغتيال حافظ الأسد.", "الإخوان", "ASSAULT"),
        ("قال الإخوان إنهم اتهموا ظلما بقتل الجنود.", "الإخوان", "ASSAULT"),
        ("اتهمت كينيا أمس بقصف كسلا.", "كينيا", "ASSAULT"),
    ],
)
def test_whoever_stands_before_what_is_laid_to_his_charge_is_accused(text: str, accused: str, deed: str, code: Code) -> None:
    claims = code(text).claims
    charge = next(c for c in claims if c.relation == "ACCUSE")
    assert (charge.source, charge.target and charge.target.names[0]) == (None, accused)
    done = next(c for c in claims if c.relation == deed)
    assert (done.source and done.source.names[0], done.modality, done.voice) == (accused, "alleged", ())


@pytest.mark.parametrize("text", ["كان الوزير الكندي واضحا، واتهم بالفساد مرارا.", "الوزير الكندي اتهم كثيرا بالضعف والتردد."])
def test_of_a_fault_he_is_accused_as_of_a_deed(text: str, code: Code) -> None:
    charge = next(c for c in code(text).claims if c.relation == "ACCUSE")
    assert (charge.source, charge.target and charge.target.names[0]) == (None, "الوزير الكندي")


def test_who_accuses_somebody_is_not_accused(code: Code) -> None:
    charge = next(c for c in code("النائب اتهم كينيا بدعم الإرهاب.").claims if c.relation == "ACCUSE")
    assert (charge.source and charge.source.names[0], charge.target and charge.target.names[0]) == ("النائب", "كينيا")


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("عادت الخرطوم فاتهمت جوبا بإيواء المتمردين.", "الخرطوم", "جوبا"),
        ("وقف أردوغان في الساحة يتهم خصمه بدعم الإرهاب.", "أردوغان", "خصمه"),
        ("وقتل شرطيان في نيروبي، فاتهمت كندا حزب الله.", "كندا", "حزب الله"),
    ],
)
def test_whoever_was_told_of_accuses_whom_his_verb_has(text: str, accuser: str, accused: str, code: Code) -> None:
    (charge,) = [claim for claim in code(text).claims if claim.relation == "ACCUSE"]
    assert (charge.source and charge.source.names[0], charge.target and charge.target.names[0]) == (accuser, accused)
