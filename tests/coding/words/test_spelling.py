"""What a written hamza tells of a word, and what its absence does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.words import spelling
from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("word", "conj", "lemmas"),
    [
        ("وأيد", "و", {"أَيَّدَ"}),  # no وائد
        ("وهنأ", "و", {"هَنَّأَ"}),  # not "and here"
        ("وأدان", "و", {"أَدَانَ"}),
        ("وأدى", "و", {"أَدَّى"}),  # no valley
        ("وآليات", "و", {"آليات"}),
        ("وأد", "", {"وَأَدَ"}),  # the root that does begin so
        ("شأن", "", {"شأن"}),  # no شانّ
        ("تأمين", "", {"أَمَّنَ"}),
        ("يؤدي", "", {"أَدَّى"}),  # no يودي
        ("لأزمة", "", {"أزمة"}),
        ("كرة", "", {"كرة"}),  # no hatred
    ],
)
def test_a_hamza_that_is_written_is_in_the_reading(word: str, conj: str, lemmas: set[str], prepare: Prepare) -> None:
    (found,) = prepare(word).words
    assert found.conj == conj
    assert lemmas <= {e.lexeme.lemma for e in found.entries}
    assert all(spelling.agrees(e, word, found.pronoun) for e in found.entries)


@pytest.mark.parametrize(
    ("careful", "careless"),
    [("أعلن", "اعلن"), ("انتقد", "أنتقد"), ("مسؤول", "مسوول"), ("وأكد", "واكد"), ("الاجتماع", "الإجتماع"), ("رئيس", "رييس")],
)
def test_a_careless_hand_is_understood(careful: str, careless: str, prepare: Prepare) -> None:
    one, two = prepare(careful).words[0], prepare(careless).words[0]
    assert {e.lexeme.lemma for e in one.entries} & {e.lexeme.lemma for e in two.entries}
    assert (one.conj, one.stem) == (two.conj, two.stem)


@pytest.mark.parametrize("word", ["لأنه", "وكأن", "ولأن", "بأن", "وأنها", "فإنه"])
def test_a_particle_stays_one(word: str, prepare: Prepare) -> None:
    assert prepare(word).words[0].kind == "func"


def test_committees_are_no_two_who_take_refuge(prepare: Prepare) -> None:
    assert prepare("لجان").words[0].prep == ""


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("انظمت", "اِنْضَمَّ"),
        ("ظغطت", "ضَغَطَ"),
        ("والتظامن", "تَضَامَنَ"),
        ("غزى", "غَزَا"),
        ("وعفى", "عَفَا"),
    ],
)
def test_a_slip_of_the_pen_means_the_deed_that_it_sounds_like(word: str, lemma: str, prepare: Prepare) -> None:
    (found,) = prepare(word).words
    assert lemma in {e.lexeme.lemma for e in found.entries}
    assert found.bare == word


@pytest.mark.parametrize("word", ["أظافره", "كاضم", "رضوان", "الضمياد"])
def test_what_sounds_like_no_deed_stays_unknown(word: str, prepare: Prepare) -> None:
    (found,) = prepare(word).words
    assert not found.senses
