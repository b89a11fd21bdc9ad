"""Long documents in pieces: nothing is left out, nothing is cut inside a word, and names go along."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.coding import pipeline
from ahlaf.coding.llm import cutting
from ahlaf.coding.llm.cutting import Piece
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.model import Document, Span

Prepare = Callable[[str], Draft]

SENTENCE = "دعمت تركيا تنظيم داعش بالسلاح والمال في الرقة. "
LONG = SENTENCE * 40


def test_a_short_document_is_one_piece(prepare: Prepare) -> None:
    (piece,) = cutting.pieces(prepare(SENTENCE), 6000, 400)
    assert piece.span.of(SENTENCE) == SENTENCE.strip()


@pytest.mark.parametrize("text", ["", " \n\n", "بقلم: فلان الفلاني", "!!!"])
def test_where_there_is_no_prose_there_is_nothing_to_ask(text: str, prepare: Prepare) -> None:
    assert cutting.pieces(prepare(text), 6000, 400) == []


def test_pieces_end_with_sentences_and_repeat_the_last_of_the_one_before(prepare: Prepare) -> None:
    found = cutting.pieces(prepare(LONG), 500, 100)
    assert len(found) > 3
    for before, piece in pairwise(found):
        assert piece.span.of(LONG).startswith("دعمت")
        assert piece.span.of(LONG).endswith(".")
        assert piece.span.end - piece.span.start <= 500
        assert 0 < before.span.end - piece.span.start <= 100
        assert piece.fresh > before.span.end


def test_a_sentence_without_end_is_cut_at_commas(prepare: Prepare) -> None:
    text = "دعمت تركيا داعش، وأيدت قطر النصرة، " * 40
    found = cutting.pieces(prepare(text), 300, 0)
    assert len(found) > 3
    assert all(p.span.of(text).endswith("،") for p in found)


def test_halves_are_cut_in_the_middle_and_lose_nothing(prepare: Prepare) -> None:
    draft = prepare(LONG)
    (piece,) = cutting.pieces(draft, 100_000, 0)
    one, two = cutting.halves(draft, piece)
    assert abs((one.span.end - one.span.start) - (two.span.end - two.span.start)) <= len(SENTENCE)
    assert not LONG[one.span.end : two.span.start].strip()
    assert (one.span.start, two.span.end) == (piece.span.start, piece.span.end)


def test_one_word_can_not_be_halved(prepare: Prepare) -> None:
    text = "ا" * 3000
    draft = prepare(text)
    piece = Piece(Span(0, len(text)), 0)
    assert cutting.halves(draft, piece) == [piece]


def test_names_met_before_a_piece_go_along_the_most_spoken_of_first(prepare: Prepare) -> None:
    text = "زار وزير الخارجية القطري موسكو. " + "دعمت تركيا داعش. " * 30 + "ثم دعمته إيران."
    draft = prepare(text)
    found = cutting.pieces(draft, 300, 0)
    assert cutting.met(draft, found[0]) == []
    names = cutting.met(draft, found[-1])
    assert {"تركيا", "داعش", "وزير الخارجية القطري"} <= set(names)
    assert names[0] in ("تركيا", "داعش")
    assert "إيران" not in names
    assert all(name in text for name in names)


@given(
    text=st.lists(
        st.sampled_from(["دعمت تركيا داعش", "قال", "وأيدت قطر النصرة", ".", "،", "\n", "!", "«نعم»", "دَعَم", "٣٤"]), max_size=80
    ).map(" ".join),
    longest=st.integers(20, 200),
    overlap=st.integers(0, 60),
)
def test_every_sentence_that_is_read_is_in_some_piece(text: str, longest: int, overlap: int, analyser: Analyser) -> None:
    draft = pipeline.prepare(Document(text), analyser)
    found = cutting.pieces(draft, longest, overlap)
    covered = {at for p in found for at in range(p.span.start, p.span.end)}
    for stretch in draft.stretches:
        for at in range(stretch.first, stretch.end):
            if stretch.kind in ("prose", "heading") and draft.toks[at].text[0].isalnum():
                span = draft.view.raw_span(draft.toks[at].start, draft.toks[at].end)
                assert set(range(span.start, span.end)) <= covered
    assert [p.span.start for p in found] == sorted(p.span.start for p in found)
    assert all(p.span.start <= p.fresh < p.span.end for p in found)
