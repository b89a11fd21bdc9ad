"""Texts that nobody would write cost no more a word than others: the lines of code that run are counted, no time is taken."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from ahlaf.coding import pipeline
from ahlaf.coding.weighing import learned
from ahlaf.coding.words import draft
from ahlaf.coding.words.analysis import Analyser
from ahlaf.model import Document
from ahlaf.text import split
from ahlaf.text.words import tokens

REPEATED = (
    "رئيس وزير ", "قال إن ", "دعمت تركيا ", "حركتا فتح و", "وتركيا ", "و", "، ", "«", "(«", "الذي ", "1 ", "التركي ",
    "قال الرئيس ", "أعلن الجيش ", "الوزير. ", "وقال الوزير إن تركيا دعمت داعش. ", "«قال الوزير إن تركيا دعمت داعش. ",
    "إدارة بوش. ", "الملك عبد الله. ", "اتهمت تركيا إيران بدعم داعش، ", "قال الوزير سالم إنه باق. ", "هاجمت إيران حلفاءها وجيرانها. ",
)  # fmt: skip


def lines_run(text: str, analyser: Analyser, judge: learned.Learned) -> int:
    """How many lines of code run while a text is read."""
    count = 0

    def inside(_frame: FrameType, _event: str, _arg: object) -> Any:
        nonlocal count
        count += 1
        return inside

    before = sys.gettrace()
    sys.settrace(inside)
    try:
        pipeline.code(Document(text), analyser, judge)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("words", REPEATED)
def test_four_times_the_text_is_four_times_the_work(words: str, analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked through has an end, which is drawn near here, that small texts show whether everybody heeds it."""
    monkeypatch.setattr(split, "LONGEST", 20)
    monkeypatch.setattr(draft, "REMEMBERED", 10)
    judge = learned.load()
    many = max(1, 80 // len(words.split()))
    lines_run(words * many, analyser, judge)  # the words are known from here on
    one, four = (lines_run(words * (many * times), analyser, judge) for times in (1, 4))
    assert four < 4.6 * one


def test_a_word_without_end_is_one_word(analyser: Analyser) -> None:
    judge = learned.load()
    one, four = (lines_run("وبال" * times, analyser, judge) for times in (25_000, 100_000))
    assert four < 1.5 * one


def test_no_sentence_is_longer_than_people_write() -> None:
    toks = tokens("كتب الناس، " * 10_000)
    parts = split.sentences(toks)
    assert [p.first for p in parts[1:]] == [p.end for p in parts[:-1]]
    assert (parts[0].first, parts[-1].end) == (0, len(toks))
    assert max(p.end - p.first for p in parts) <= split.LONGEST
    assert all(toks[p.end - 1].text == "،" for p in parts), "a part ends where the text takes breath"
