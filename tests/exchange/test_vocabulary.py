"""One word for one thing: the report and the commands say what the workbench says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ahlaf.exchange.report.words import WORDS
from ahlaf.exchange.said import arabic, said
from ahlaf.exchange.vocabulary import CODES, TERMS, named, relation_name
from ahlaf.exchange.vocabulary import counted as counted_in_words
from ahlaf.network.table import MODALITIES
from ahlaf.network.tensions import KINDS
from ahlaf.network.tensions.words import counted
from ahlaf.relations import RELATIONS
from ahlaf.store import VERDICTS
from ahlaf.store.journal import ON_ACTORS
from ahlaf.web.routes.project import relations

PAGE = Path(__file__).parents[2] / "web" / "src" / "messages" / "ar"
ACTORS = (
    *("state", "organ", "force", "armed-group", "party", "person", "organisation", "alliance", "people", "social-group"),
    *("city", "province", "region", "place", "base", "border", "camp", "country"),
)
STATUSES = ("new", "confirmed", "corrected", "refused", "unsure", "disputed")


def on_the_page(room: str, key: str) -> str:
    found = json.loads((PAGE / f"{room}.json").read_text(encoding="utf-8"))[key]
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize(
    ("code", "room", "key"),
    [
        *((m, "words", f"modality_{m}") for m in MODALITIES),
        *((s, "words", f"status_{s}") for s in STATUSES),
        *((v, "words", f"verdict_{v}") for v in VERDICTS if v in CODES and v not in STATUSES),
        *((k, "tensions", f"kind_{k.replace(' ', '_')}") for k in KINDS),
    ],
)
def test_a_code_is_called_what_the_workbench_calls_it(code: str, room: str, key: str) -> None:
    assert named(code, "ar") == arabic(code) == on_the_page(room, key)


@pytest.mark.parametrize(
    ("term", "room", "key"),
    [
        ("source", "map", "source"),
        ("target", "map", "target"),
        ("sign", "actors", "sign"),
        ("mass_for", "network", "said_for"),
        ("mass_against", "network", "said_against"),
        ("claims", "network", "claims"),
        ("documents", "network", "documents"),
        ("outlet", "map", "outlet"),
        ("outlet", "library", "col_outlet"),
        ("outlets", "network", "outlets"),
        ("voice", "actors", "voice"),
        ("voices", "network", "voices"),
        ("author", "shell", "author_voice"),
        ("camp", "map", "camp"),
    ],
)
def test_a_heading_is_the_workbenchs(term: str, room: str, key: str) -> None:
    assert TERMS[term][1] == arabic(term) == on_the_page(room, key)


@pytest.mark.parametrize(
    ("key", "room", "called"),
    [
        ("relation", "words", "field_relation"),
        ("modality", "words", "field_modality"),
        ("polarity", "words", "field_polarity"),
        ("affirmed", "words", "polarity_affirmed"),
        ("negated", "words", "polarity_negated"),
        ("rules", "words", "by_rules"),
        ("llm", "words", "by_llm"),
        *((f"{state}|state", "words", f"state_{state}") for state in ("waiting", "coded", "failed")),
        ("date", "library", "col_date"),
        ("title", "library", "col_title"),
        ("status", "library", "status"),
        ("words", "journal", "field_evidence"),
        ("note", "journal", "note"),
        *((f"{kind}|decision", "journal", f"did_{kind}") for kind in (*sorted(ON_ACTORS), *VERDICTS, "add", "remove", "undo", "claim")),
        *((key, "actors", key) for key in ("kind", "country", "sector")),
        *((f"{kind}|kind", "network", f"kind_{kind.replace('-', '_')}") for kind in ACTORS),
        ("the same words", "actors", "reason_the_same_words"),
        ("one name holds the other", "actors", "reason_one_name_holds_the_other"),
        ("one letter differs", "actors", "reason_one_letter_differs"),
        ("the same Latin name", "actors", "reason_the_same_Latin_name"),
        ("for", "shell", "sign_for"),
        ("against", "shell", "sign_against"),
        ("agree", "agreement", "share"),
        ("verdict", "agreement", "field_verdict"),
        ("Cohen's κ", "agreement", "kappa"),
        ("Fleiss' κ", "agreement", "fleiss"),
        ("Krippendorff's α", "agreement", "alpha"),
    ],
)
def test_what_tables_say_is_the_workbenchs(key: str, room: str, called: str) -> None:
    assert said(key, "ar") == on_the_page(room, called)


@pytest.mark.parametrize(("thing", "key"), [("claim", "claims"), ("document", "documents")])
@pytest.mark.parametrize(("number", "form"), [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (100, "other")])
def test_things_are_counted_as_on_the_page(thing: str, key: str, number: int, form: str) -> None:
    forms = json.loads((PAGE / "shell.json").read_text(encoding="utf-8"))[key]
    assert counted_in_words(number, thing, "ar") == forms[form].replace("{n}", str(number))


def test_relations_are_called_what_the_workbench_calls_them() -> None:
    assert {r: relation_name(r, "ar") for r in RELATIONS} == {r.name: r.label_ar for r in relations()}


def test_no_word_means_two_states() -> None:
    """What a text asserts was called in the report what a person had confirmed."""
    words = [named(code, "ar") for code in (*MODALITIES, *STATUSES)]
    assert len(set(words)) == len(words)


def test_words_that_were_given_up_are_gone() -> None:
    given_up = re.compile("مستند|الناشرة|منابر|صحيفة|صحف|أقوال|أقل الشك|مقصود|مطلوب|نقيضه|توتر")
    told = [ar for _, ar in (*WORDS.values(), *TERMS.values(), *CODES.values())] + [counted(n) for n in (1, 2, 3, 11, 100)]
    told += [on_the_page(room, key) for room, key in (("map", "outlet"), ("map", "every_outlet"), ("network", "outlets"))]
    assert not [words for words in told if given_up.search(words)]
