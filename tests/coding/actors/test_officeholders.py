"""Who is meant by an office alone, where the document names a holder of it."""

from __future__ import annotations

import pytest
from seen import ids

from ahlaf.coding import pipeline
from ahlaf.coding.words.analysis import Analyser
from ahlaf.model import Document


def office(analyser: Analyser, text: str, words: str, date: str | None = None) -> str:
    """Whose the office is that is written so, in a document of some day."""
    (ident,) = ids(pipeline.prepare(Document(text, date=date), analyser), words)
    return ident


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        ("استقبل الرئيس المصري وفدا من حماس. وقال السيسي إنه متفائل.", "الرئيس المصري", "abdel-fattah-el-sisi"),
        ("زار العاهل المغربي فرنسا، وانتقد محمد السادس الجزائر.", "العاهل المغربي", "mohammed-vi-of-morocco"),
        ("اتهم أردوغان الرئيس الروسي بالكذب، ورد بوتين.", "الرئيس الروسي", "vladimir-putin"),
        ("زار وزير الخارجية الإيراني بغداد. والتقى ظريف العبادي.", "وزير الخارجية الإيراني", "mohammad-javad-zarif"),
        # nobody is put in whom the text does not name, nor one of two
        ("استقبل الرئيس المصري وفدا من حماس.", "الرئيس المصري", "EGY.رييس"),
        ("انتقد أوباما الرئيس الأمريكي. وقال ترامب إنه خسر.", "الرئيس الأمريكي", "USA.رييس"),
        # who is no longer, or is something else, is not it
        ("انتقد الرئيس السابق أوباما الرئيس الأمريكي.", "الرئيس الأمريكي", "USA.رييس"),
        ("زار الرئيس الأمريكي السابق دونالد ترامب الرياض. وانتقد الرئيس الأمريكي إيران.", "الرئيس الأمريكي", "USA.رييس"),
        ("غادر نائب الرئيس جو بايدن بغداد. وهنأ الرئيس الأمريكي العراق.", "الرئيس الأمريكي", "USA.رييس"),
        ("انتقد السيسي الرئيس المصري السابق.", "الرئيس المصري السابق", "EGY.رييس"),
        # nor is every chairman a president
        ("رحب أردوغان بالاتفاق في تركيا. وقال رئيس لجنة الصياغة إنه متفائل.", "رئيس لجنة الصياغة", "TUR.رييس لجنه صياغه"),
        ("لا ينسى الأميركيون أوباما، ولن يخرج رئيس أمريكي مقبل من العراق.", "رئيس أمريكي مقبل", "USA.رييس"),
        ("رحب أردوغان بالاتفاق. وقال رئيس تركيا إنه متفائل.", "رئيس تركيا", "recep-tayyip-erdogan"),
        # whose house it is that he lives in
        ("هنأ ترامب مصر. وقال ساكن البيت الأبيض إنه متفائل.", "ساكن البيت الأبيض", "donald-trump"),
        ("هاجمت سارة مراد سيد البيت الأبيض.", "سيد البيت الأبيض", "USA.رييس"),
    ],
)
def test_an_office_is_whom_the_document_names(analyser: Analyser, text: str, words: str, holder: str) -> None:
    assert office(analyser, text, words) == holder


@pytest.mark.parametrize(
    ("date", "holder"),
    [("2015-06-01", "barack-obama"), ("2018", "donald-trump"), ("2005-03", "USA.رييس"), (None, "USA.رييس")],
)
def test_of_two_it_is_who_held_it_on_the_day_of_the_document(analyser: Analyser, date: str | None, holder: str) -> None:
    text = "دان الرئيس الأمريكي الهجوم. وكان أوباما التقى ترامب في نيويورك."
    assert office(analyser, text, "الرئيس الأمريكي", date) == holder
