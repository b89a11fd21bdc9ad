"""Tokens and the ways of cutting them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.text.words import Cut, cuts, tokens

ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
WORDS = st.text(st.sampled_from("ابتجدرسفقكلمنهوي"), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("رغم ذلك،تركيا", "رغم ذلك ، تركيا"),
        ("بمشاركة(٣٤)دولة", "بمشاركة ( ٣٤ ) دولة"),
        ("1,250.5 و٣٫٥", "1,250.5 و ٣٫٥"),
        ("في 12/3/2016.", "في 12/3/2016 ."),
        ("عام2014م", "عام 2014 م"),
        ("«داعش»", "« داعش »"),
        ("قال:لا...", "قال : لا . . ."),
        ("NATO_1", "NATO _ 1"),
        ("سلام 👍🏽", "سلام 👍 🏽"),
        ("", ""),
    ],
)
def test_tokens(text: str, wanted: str) -> None:
    assert [token.text for token in tokens(text)] == wanted.split()


def test_a_run_of_line_breaks_is_one_token() -> None:
    assert [token.text for token in tokens("أ\n\n ب\nج")] == ["أ", "\n\n", "ب", "\n", "ج"]


@given(ANYTHING)
def test_tokens_leave_out_nothing_but_space(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert text[at : token.start].strip() == ""
        assert text[token.start : token.end] == token.text
        assert token.text
        at = token.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("العراق", ("", "", "العراق", "")),
        ("وبالعراق", ("و", "ب", "العراق", "")),
        ("فللدول", ("ف", "ل", "الدول", "")),
        ("سيدعم", ("", "س", "يدعم", "")),
        ("وسيدعمونهم", ("و", "س", "يدعمون", "هم")),
        ("كامريكا", ("", "ك", "امريكا", "")),
        ("دعمها", ("", "", "دعم", "ها")),
        ("بدعمهما", ("", "ب", "دعم", "هما")),
        ("وزير", ("", "", "وزير", "")),
        ("التحاقهم", ("", "", "التحاق", "هم")),
        ("والزامها", ("و", "", "الزام", "ها")),
    ],
)
def test_the_right_cut_is_among_the_cuts(word: str, cut: tuple[str, str, str, str]) -> None:
    assert Cut(*cut) in cuts(word)


@pytest.mark.parametrize("word", ["الدولها", "ال", "و", "له", "وي"])
def test_no_cut_leaves_less_than_a_word(word: str) -> None:
    for cut in cuts(word):
        assert cut.stem
        assert len(cut.stem) >= 2 or not cut.pronoun
        assert not (cut.stem.startswith("ال") and cut.pronoun and len(cut.stem) < 5), "what has the article takes no pronoun"


@given(WORDS)
def test_cuts_lose_no_letter_and_none_comes_twice(word: str) -> None:
    found = cuts(word)
    assert found[0] == Cut("", "", word, "")
    assert len(set(found)) == len(found)
    for conj, prep, stem, pronoun in found:
        rebuilt = conj + prep + stem + pronoun
        with_lam = conj + "لل" + stem[2:] + pronoun
        assert word == rebuilt or (prep == "ل" and stem.startswith("ال") and word == with_lam)
