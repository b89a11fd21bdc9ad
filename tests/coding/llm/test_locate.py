"""Where words are found, and in which way; and where they are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.coding import pipeline
from ahlaf.coding.llm.locate import Finder
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Document, Span
from ahlaf.text.views import strip_marks
from ahlaf.text.words import TOKEN

Prepare = Callable[[str], Draft]


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "wanted", "found", "how"),
    [
        ("دعمت تركيا داعش", "تركيا", "تركيا", "exact"),
        ("دعمت قطر وتركيا داعش", "تركيا", "تركيا", "exact"),
        ("طالبت بالعراق", "العراق", "العراق", "exact"),
        ("دَعَمَت تُركيا داعش", "دعمت تركيا", "دَعَمَت تُركيا", "folded"),
        ("دعمت أنقرة داعش", "انقره", "أنقرة", "folded"),
        ("دعمت انقرة داعش", "أنقرة", "انقرة", "folded"),
        ("قال NATO ذلك", "nato", "NATO", "folded"),
        ("تنظيم «داعش» هناك", "تنظيم داعش", "تنظيم «داعش", "words"),
        ("تنظيم   داعش", "تنظيم داعش", "تنظيم   داعش", "words"),
        ("تنظيم\nداعش", "تنظيم داعش", "تنظيم\nداعش", "words"),
        ("انتمى للدول العربية", "الدول العربية", "للدول العربية", "words"),
        ("بقيادته للقوات", "قيادة", "بقيادته", "words"),
        ("سقط في قطرات", "قطر", None, None),
        ("المقطرون", "قطر", None, None),
        ("دعمت تركيا داعش", "إيران", None, None),
        ("دعمت تركيا داعش", "دعمت إيران داعش", None, None),
        ("دعمت تركيا داعش", "", None, None),
        ("دعمت تركيا داعش", "ـ", None, None),
        ("دعمت تركيا داعش", "Turkey", None, None),
    ],
)
def test_names(text: str, wanted: str, found: str | None, how: str | None, prepare: Prepare) -> None:
    places = Finder(prepare(text)).name(wanted, whole(text))
    if found is None:
        assert not places
    else:
        assert (places[0].span.of(text), places[0].how) == (found, how)


@pytest.mark.parametrize(
    ("text", "quoted", "found"),
    [
        ("بعد أن دعمت تركيا، كما يقال، تنظيم داعش", "دعمت تركيا … داعش", "دعمت تركيا، كما يقال، تنظيم داعش"),
        ("بعد أن دعمت تركيا، كما يقال، تنظيم داعش", "دعمت تركيا ... داعش", "دعمت تركيا، كما يقال، تنظيم داعش"),
        ("دعمت تركيا، تنظيم داعش", "داعش … تركيا", None),
        ("دعمت تركيا" + " ثم" * 400 + " داعش", "دعمت تركيا … داعش", None),
        ("عنوان الخبردعمت تركيا داعش", "دعمت تركيا داعش", "دعمت تركيا داعش"),
        ("دعمت تركيا داعش", "دعمت تركيا داعش بالسلاح", None),
        ("دعمت تركيا داعش", "…", None),
    ],
)
def test_quotations(text: str, quoted: str, found: str | None, prepare: Prepare) -> None:
    places = Finder(prepare(text)).quotation(quoted, whole(text))
    assert [p.span.of(text) for p in places[:1]] == ([] if found is None else [found])


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("شنت تركيا هجوما", "شنت هجوما", "هجوما"),
        ("للقتال ضد النظام", "القتال", "للقتال"),
        ("وأن تكونشريكة كاملة", "شريكة", "شريكة"),
        ("شنت تركيا هجوما", "شنت غارة", None),
        ("شنت تركيا هجوما", "bombed", None),
    ],
)
def test_words_that_carry_a_relation(text: str, wanted: str, found: str | None, prepare: Prepare) -> None:
    place = Finder(prepare(text)).word(wanted, whole(text))
    assert (None if place is None else place.span.of(text)) == found


def test_only_what_lies_inside_counts(prepare: Prepare) -> None:
    text = "دعمت تركيا داعش. دعمت قطر النصرة."
    finder = Finder(prepare(text))
    first = Span(0, text.index(".") + 1)
    assert not finder.name("قطر", first)
    assert [p.span.start for p in finder.name("دعمت", whole(text))] == [0, text.index("دعمت قطر")]


def test_a_text_of_one_letter_costs_no_time(prepare: Prepare) -> None:
    text = "ا" * 200_000
    assert not Finder(prepare(text)).name("ااا", whole(text))


@given(text=st.text(alphabet="دعمتركياشلون أإىة،.ًـ", min_size=1, max_size=60))
def test_every_word_is_found_as_it_stands(text: str, analyser: Analyser) -> None:
    finder = Finder(pipeline.prepare(Document(text), analyser))
    for word in TOKEN.findall(strip_marks(text)):
        if word[0].isalpha():
            found = finder.name(word, whole(text))
            assert found
            assert found[0].how in ("exact", "folded")
            assert strip_marks(found[0].span.of(text)) == word
