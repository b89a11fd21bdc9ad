"""Who "I" and "we" are, read off whole texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding import pipeline
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Document

Prepare = Callable[[str], Draft]


def subject(draft: Draft, verb: str) -> str:
    """The id of whoever does what a verb says; empty for nobody."""
    at = next(at for at, token in enumerate(draft.toks) if token.text == verb)
    return draft.whose(draft.subject_of.get(at, -1))


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("قال رئيس الوزراء العراقي إننا نحارب الإرهاب.", "نحارب", "IRQ"),
        ("قال المتحدث باسم حركة الشباب: سنهاجم القوات الكينية.", "سنهاجم", "al-shabaab"),
        ("أكدت حركة حماس: لن نهاجم مصر.", "نهاجم", "hamas"),
        ("لقد ساندنا الثورة السورية فخاننا الأمريكيون.", "ساندنا", "text:نحن"),
        ("نحن العرب لا نحارب إيران.", "نحارب", "arabs"),
        ("نحن العراقيين نريد السلام. وقد ساندنا الحشد الشعبي.", "ساندنا", "IRQ.people"),
        ("سأحارب الفساد.", "سأحارب", ""),
        # who is told behind the quotation marks
        ("«سنساند الجيش الليبي»، قال وزير الدفاع المصري.", "سنساند", "EGY"),
        ('"سنساند الجيش الليبي" أكدت حركة الشباب.', "سنساند", "al-shabaab"),
        ("«قوي» ذاك الجيش. لقد ساندنا الثورة.", "ساندنا", "text:نحن"),
        ("قال الرئيس التركي: سأهاجم الأكراد.", "سأهاجم", "TUR.رييس"),
        ("ساندت روسيا دمشق.", "ساندت", "RUS"),
        ("قال الرئيس التركي: أشكر كندا.", "أشكر", "TUR.رييس"),  # with its hamza no demand: "اشكر"
        ("الرئيس (تكلم بالفرنسية): بموجب المادة ٣٧، أدعو الوفد إلى الجلوس.", "أدعو", "text:رييس"),
        ("قالت المعارضة الأردنية: نرفض الحكومة.", "نرفض", "JOR.معارضه"),
        ("يقول السوريون: نريد الحرية.", "نريد", "SYR.people"),
        ("قال الرئيس التركي: «نحن الأتراك لا نخاف». لقد ساندنا الثورة.", "ساندنا", "text:نحن"),
        ("نحن الضحايا. لقد ساندنا الثورة.", "ساندنا", "text:نحن"),
        # in a turn of minutes, for whom the speaker speaks; in a letter, for whom it is sent
        ("السيد أونيل (أيرلندا) (تكلم بالإنكليزية): هذا مشروع مهم. لقد ساندنا الثورة.", "ساندنا", "IRL"),
        ("رسالة مؤرخة 5 آذار موجهة من الممثل الدائم للنرويج إلى رئيس المجلس. لقد ساندنا الثورة.", "ساندنا", "NOR"),
        ("تلقى المجلس رسالة موجهة من الممثل الدائم للنرويج إلى رئيسه. لقد ساندنا الثورة.", "ساندنا", "text:نحن"),  # news of a letter
        ("ضربت الساحل موجة من البرد. لقد ساندنا الثورة.", "ساندنا", "text:نحن"),
    ],
)
def test_who_is_meant(text: str, verb: str, who: str, prepare: Prepare) -> None:
    assert subject(prepare(text), verb).partition("@")[0] == who


def test_we_of_two_documents_are_two(analyser: Analyser) -> None:
    """Two authors' "we" must not become one actor of a network."""
    found = {
        phrase.actor.id
        for ident in ("a", "b")
        for phrase in pipeline.prepare(Document("لقد ساندنا الثورة.", id=ident), analyser).phrases
        if phrase.kind == "hidden" and phrase.actor is not None
    }
    assert found == {"text:نحن@a", "text:نحن@b"}


@pytest.mark.parametrize(
    "text", ["ندد الحزب بالهجوم.", "هاجم نزار إيران.", "هاجم جيشنا إسرائيل.", "قال الرئيس إن الجنود أعيدوا وأحيل ضابط."]
)
def test_what_may_be_another_word_has_no_we(text: str, prepare: Prepare) -> None:
    """ "He denounced", a name, "our army", "was sent": only what can hardly be anything else is the first person's."""
    assert not [p for p in prepare(text).phrases if p.kind == "hidden"]


def test_without_an_id_a_document_is_told_by_its_text(analyser: Analyser) -> None:
    drafts = [pipeline.prepare(Document(text), analyser) for text in ("ساندنا الثورة.", "ساندنا مصر.")]
    found = {p.actor.id for draft in drafts for p in draft.phrases if p.kind == "hidden" and p.actor is not None}
    assert len(found) == 2
