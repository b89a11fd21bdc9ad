"""One word for one thing: the report and the commands say what the workbench says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ahlaf.cli_network.words import arabic
from ahlaf.exchange.report.words import WORDS
from ahlaf.exchange.vocabulary import CODES, TERMS, named
from ahlaf.network.table import MODALITIES
from ahlaf.network.tensions import KINDS
from ahlaf.network.tensions.words import counted
from ahlaf.store import VERDICTS

PAGE = Path(__file__).parents[2] / "web" / "src" / "messages" / "ar"
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


def test_no_word_means_two_states() -> None:
    """What a text asserts was called in the report what a person had confirmed."""
    words = [named(code, "ar") for code in (*MODALITIES, *STATUSES)]
    assert len(set(words)) == len(words)


def test_words_that_were_given_up_are_gone() -> None:
    given_up = re.compile("مستند|الناشرة|منابر|صحيفة|صحف|أقوال|أقل الشك|مقصود|مطلوب|نقيضه|توتر")
    said = [ar for _, ar in (*WORDS.values(), *TERMS.values(), *CODES.values())] + [counted(n) for n in (1, 2, 3, 11, 100)]
    said += [on_the_page(room, key) for room, key in (("map", "outlet"), ("map", "every_outlet"), ("network", "outlets"))]
    assert not [words for words in said if given_up.search(words)]
