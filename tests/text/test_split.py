"""Sentences with their kinds, and quotations with their nesting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.text.split import ANY_LENGTH, quotations, sentences
from ahlaf.text.words import tokens

PROSE = "دخل الجيش المدينة صباح اليوم."
PIECES = st.lists(
    st.sampled_from([*'.؟!…،«»"()“”٣د\n', "\n\n", "قال", "بقلم", "مقالات", "أخرى", " "]),
    max_size=40,
)


BYLINES = frozenset(("بقلم", "كتب"))
TAILS = {"مقالات اخري": ANY_LENGTH, "اقرا ايضا": "", "مواضيع ذات صله": "", "قد يهمك": ""}


def kinds(text: str) -> list[str]:
    return [stretch.kind for stretch in sentences(tokens(text), BYLINES, TAILS)]


def texts(text: str) -> list[str]:
    toks = tokens(text)
    return [text[toks[s.first].start : toks[s.end - 1].end] for s in sentences(toks)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("جاء الوفد. ثم غادر.", ["جاء الوفد.", "ثم غادر."]),
        ("من يدعم داعش؟ لا أحد!", ["من يدعم داعش؟", "لا أحد!"]),
        ("قال د. سامي ذلك. ومضى.", ["قال د. سامي ذلك.", "ومضى."]),
        ("بلغت ٣.٥ ملايين. وزادت.", ["بلغت ٣.٥ ملايين.", "وزادت."]),
        ("ماذا بعد؟!! الصمت.", ["ماذا بعد؟!!", "الصمت."]),
        ("انتظر... ثم عاد.", ["انتظر...", "ثم عاد."]),
        ("قال إنه (سيرد.) وخرج.", ["قال إنه (سيرد.) وخرج."]),
        ("تركيا، وقطر؛ ومصر: معا.", ["تركيا، وقطر؛ ومصر: معا."]),
        ("سطر بلا نقطة\nوسطر آخر", ["سطر بلا نقطة", "وسطر آخر"]),
        ("بلا مسافة.والجملة الثانية.", ["بلا مسافة.", "والجملة الثانية."]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_where_sentences_end(text: str, wanted: list[str]) -> None:
    assert texts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"حرب بلا نهاية\n{PROSE}", ["heading", "prose"]),
        (f"حرب بلا نهاية\nبقلم: سامي الراوي\n{PROSE}", ["heading", "byline", "prose"]),
        (f"كتب سامي الراوي\n{PROSE}", ["byline", "prose"]),
        (f"{PROSE}\nعنوان فرعي\n{PROSE}", ["prose", "heading", "prose"]),
        (f"{PROSE}\nمقالات أخرى للكاتب\nتركيا تدعم داعش\n{PROSE}", ["prose", "tail", "tail", "tail"]),
        (f"{PROSE}\nاقرأ أيضا: أزمة الحدود\nخبر آخر", ["prose", "tail", "tail"]),
        (f"{PROSE}\nمواضيع ذات صلة\nخبر", ["prose", "tail", "tail"]),
        (f"{PROSE} {PROSE}", ["prose", "prose"]),
        (f"{PROSE}\nكتب الوزير رسالة", ["prose", "heading"]),
    ],
)
def test_kinds(text: str, wanted: list[str]) -> None:
    assert kinds(text) == wanted


def test_without_words_for_them_there_is_neither_byline_nor_tail() -> None:
    text = f"كتب سامي الراوي\n{PROSE}\nاقرأ أيضا: أزمة الحدود"
    assert [stretch.kind for stretch in sentences(tokens(text))] == ["heading", "prose", "heading"]


def test_a_long_line_without_a_full_stop_is_no_heading() -> None:
    assert kinds(" ".join(["كلمة"] * 19)) == ["prose"]
    assert kinds(" ".join(["كلمة"] * 18)) == ["heading"]


def test_a_long_sentence_that_begins_like_a_tail_is_none() -> None:
    assert kinds("قد يهمك أن تعرف أن الدول التي تقاتل في البلاد كثيرة جدا ولا يحصيها أحد من الناس اليوم.") == ["prose"]


def test_titles_that_a_page_hangs_on_in_one_long_line_are_no_prose() -> None:
    hung = "مقالات أخرى للكاتب" + " قرب تحرير المحافظات" * 9
    assert kinds(f"دخل الجيش المدينة صباح اليوم.\n{hung}") == ["prose", "tail"]


def quoted(text: str) -> list[tuple[int, str]]:
    toks = tokens(text)
    return [(q.depth, " ".join(t.text for t in toks[q.first : q.end])) for q in quotations(toks)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال «نعم» أمس", [(1, "نعم")]),
        ('قال "نعم" ثم "لا"', [(1, "نعم"), (1, "لا")]),
        ("«إن “الحلف” باق»", [(1, "إن “ الحلف ” باق"), (2, "الحلف")]),
        ('قال: «أكد "الناطق" أن ‹الجيش› باق»', [(1, 'أكد " الناطق " أن ‹ الجيش › باق'), (2, "الناطق"), (2, "الجيش")]),
        ("فتح « ولم يغلق", []),
        ("أغلق » بلا فتح", []),
        ("الناتو (الحلف [الأطلسي])", [(1, "الحلف [ الأطلسي ]"), (2, "الأطلسي")]),
        ('سطر "مفتوح\nوسطر "مغلق"', [(1, "مغلق")]),
        ("«سطر أول\nسطر ثان»", [(1, "سطر أول \n سطر ثان")]),
        ("«فتح (ولم يغلق القوس» انتهى", [(1, "فتح ( ولم يغلق القوس")]),
    ],
)
def test_quotations(text: str, wanted: list[tuple[int, str]]) -> None:
    assert quoted(text) == wanted


@given(PIECES)
def test_every_word_lies_in_one_sentence_and_no_line_break_does(pieces: list[str]) -> None:
    toks = tokens(" ".join(pieces))
    covered = [at for s in sentences(toks) for at in range(s.first, s.end)]
    assert covered == [at for at, token in enumerate(toks) if token.text[0] != "\n"]


@given(PIECES)
def test_quotations_lie_in_one_another_or_apart(pieces: list[str]) -> None:
    toks = tokens(" ".join(pieces))
    found = quotations(toks)
    for quote in found:
        assert 0 < quote.first <= quote.end < len(toks)
        assert toks[quote.first - 1].text == quote.mark
        around = [q for q in found if q.first < quote.first and quote.end < q.end]
        assert quote.depth > len(around) or quote.depth == len(around) + 1
        for other in found:
            assert quote.end < other.first or other.end < quote.first or other is quote or (
                (other in around) or (quote.first < other.first and other.end < quote.end)
            )
