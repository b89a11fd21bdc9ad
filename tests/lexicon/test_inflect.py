"""Inflection: every form and type of root, from `cases/inflection*.jsonl`.

A case names spellings that must be there and some that must not. A spelling may be followed by what it must mean:
kind, person-gender-number ("3ms", "1p", "fp"), voice, and "joined".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from ahlaf.lexicon.inflect import Form, InflectionError, nisba_forms, noun_forms, verb_forms
from ahlaf.lexicon.inflect.script import sounds, spell

CASES = Path(__file__).parents[1] / "cases"
ARABIC = re.compile("[ء-غف-ي]+")


def read(name: str) -> list[dict[str, Any]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


VERBS = read("inflection.jsonl")
NOUNS = read("inflection_nouns.jsonl")


def verb(case: dict[str, Any]) -> tuple[Form, ...]:
    return verb_forms(case["lemma"], case["root"], case["form"], case["imperfect"], case["masdars"])


def noun(case: dict[str, Any]) -> tuple[Form, ...]:
    if case["kind"] == "nisba":
        return nisba_forms(case["word"], case["plurals"])
    return noun_forms(case["word"], case["plurals"], adjective=case["kind"] == "adjective")


def features(form: Form) -> set[str]:
    cell = f"{form.person or ''}{form.gender}{form.number}"
    return {form.kind, form.voice, cell, "joined" if form.joined else "free"}


def found(wanted: str, forms: Iterable[Form]) -> bool:
    text, *tags = wanted.split()
    return any(form.text == text and set(tags) <= features(form) for form in forms)


def check(case: dict[str, Any], forms: tuple[Form, ...]) -> None:
    assert [w for w in case["has"] if not found(w, forms)] == []
    assert [w for w in case["not"] if found(w, forms)] == []


def check_sane(forms: tuple[Form, ...]) -> None:
    assert forms
    assert [f.text for f in forms if not ARABIC.fullmatch(f.text)] == []
    assert len(set(forms)) == len(forms)
    free = {(f.text, *f[1:5]) for f in forms if not f.joined}
    assert [f for f in forms if f.joined and (f.text, *f[1:5]) in free] == []


@pytest.mark.parametrize("case", VERBS, ids=lambda case: f"{case['form']}-{case['lemma']}")
def test_verb(case: dict[str, Any]) -> None:
    forms = verb(case)
    check(case, forms)
    check_sane(forms)


@pytest.mark.parametrize("case", VERBS, ids=lambda case: f"{case['form']}-{case['lemma']}")
def test_lemma_and_imperfect_are_among_the_forms(case: dict[str, Any]) -> None:
    """Spelling out what was given must agree with what was made of it."""
    third = [f for f in verb(case) if (f.person, f.gender, f.number, f.joined) == (3, "m", "s", False)]
    assert spell(sounds(case["lemma"])) in {f.text for f in third if f.kind == "perfect"}
    given = {spell(sounds(case["imperfect"]))} if case["imperfect"] else set()
    assert given <= {f.text for f in third if f.kind == "imperfect"}


@pytest.mark.parametrize("case", NOUNS, ids=lambda case: f"{case['kind']}-{case['word']}")
def test_noun(case: dict[str, Any]) -> None:
    forms = noun(case)
    check(case, forms)
    check_sane(forms)


def test_every_form_has_a_case() -> None:
    assert {case["form"] for case in VERBS} == {*map(str, range(1, 11)), "q1", "q2", "q4"}


def test_marks_may_come_in_any_order_and_be_left_off() -> None:
    plain = verb_forms("اِنْضَمَّ", "ضمم", "7", "", [])
    assert verb_forms("انْضَم" + "\u064e\u0651", "ضمم", "7", "", []) == plain
    assert verb_forms("اِنضَم" + "\u0651\u064e", "ضمم", "7", "يَنْضَمُّ", []) == plain


def test_masdars_given_replace_the_pattern() -> None:
    texts = {f.text for f in verb_forms("قَاتَلَ", "قتل", "3", "يُقَاتِلُ", ["قتال"]) if f.kind == "masdar"}
    assert "قتال" in texts
    assert "مقاتلة" not in texts


@pytest.mark.parametrize(
    ("lemma", "root", "form", "imperfect", "why"),
    [
        ("دَعَمَ", "دعم", "11", "يَدْعَمُ", "no form '11'"),
        ("تَخَلَّى", "تخلي", "5", "يَتَخَلَّى", "4 letters, form 5 needs 3"),
        ("دَعَا", "دعا", "1", "يَدْعُو", "a weak letter of a root is و or ي"),
        ("دعم", "دعم", "1", "يَدْعَمُ", "not fully vowelled"),
        ("", "دعم", "1", "يَدْعَمُ", "not fully vowelled"),
        ("دَعَمَ", "دعم", "1", "", "needs its imperfect"),
        ("دَعَمَ", "دعو", "1", "يَدْعَمُ", "not in the lemma"),
        ("اِنْضَوَى", "نضو", "7", "يَنْضَوِي", "not in the lemma"),
        ("دَعَمَ", "دعم", "10", "يَدْعَمُ", "does not begin as form 10"),
    ],
)
def test_what_does_not_fit_is_refused(lemma: str, root: str, form: str, imperfect: str, why: str) -> None:
    with pytest.raises(InflectionError, match=re.escape(why)):
        verb_forms(lemma, root, form, imperfect, [])
