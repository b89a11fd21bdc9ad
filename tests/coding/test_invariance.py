"""How a text was typed changes no claim: vowel marks, tatweel, joiners and bidi marks may stand anywhere in a word.

Two marks are read: a damma on a verb's first letter tells that the verb is in the passive (``words/test_damma.py``), and a
shadda inside a verb which of those written alike it is (``clauses/test_lookalikes.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ahlaf.coding.pipeline import code as read
from ahlaf.coding.weighing import learned
from ahlaf.coding.words.analysis import Analyser
from ahlaf.lexicon.load import load
from ahlaf.model import Claim, Document, Reading
from ahlaf.text.views import strip_marks

Code = Callable[..., Reading]
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
SENTENCES = (
    "دعمت تركيا تنظيم داعش بالسلاح.",
    "لم تدعم قطر جبهة النصرة.",
    "قصفت الطائرات الروسية مواقع المعارضة السورية في إدلب.",
    "تركيا وقطر تدعمان حزب الله.",
    "ربما هددت إسرائيل حزب الله بضربة.",
    "أكدت مصر أن إيران زودت الحوثيين بالصواريخ.",
    "شنت إسرائيل هجوما على سوريا.",
    "الدول الداعمة للإرهاب معروفة.",
    "رغم ذلك،تركيا تدعم داعش.",
    "هل تدعم تركيا داعش؟",
)
MARKS = "\u064b\u064c\u064d\u064e\u0650\u0652\u0670"
TATWEEL = "\u0640"
JOINERS = "\u200b\u200c\u200d\u2060\ufeff"
BIDI = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\u061c"

Gist = tuple[str, str, str, str, str, tuple[str, ...], float]


def gist(claim: Claim) -> Gist:
    """All that a claim says, places aside."""
    ends = (end.actor.id if end else "" for end in (claim.source, claim.target))
    return (*ends, claim.relation, claim.polarity, claim.modality, tuple(end.actor.id for end in claim.voice), claim.credence)  # type: ignore[return-value]


def gists(text: str) -> list[Gist]:
    """Every claim of a text, however doubtful."""
    return [gist(claim) for claim in read(Document(text), Analyser(load()), learned.load(), 0.0).claims]


@st.composite
def typed(draw: st.DrawFn) -> tuple[str, str]:
    """A sentence, and the same with marks, tatweel, joiners and bidi controls behind its letters."""
    text = draw(st.sampled_from(SENTENCES))
    noise = draw(st.sampled_from([MARKS, TATWEEL, JOINERS, BIDI, MARKS + TATWEEL + JOINERS + BIDI]))
    added = draw(st.lists(st.text(st.sampled_from(noise), max_size=2), min_size=len(text), max_size=len(text)))
    dirty = "".join(letter + (more if letter.isalpha() else "") for letter, more in zip(text, added, strict=True))
    return text, dirty


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(typed())
def test_marks_tatweel_joiners_and_bidi_controls_change_no_claim(pair: tuple[str, str]) -> None:
    text, dirty = pair
    assert gists(dirty) == gists(text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(typed())
def test_spans_still_hold_the_very_words(pair: tuple[str, str]) -> None:
    text, dirty = pair
    analyser, table = Analyser(load()), learned.load()
    plain, found = (read(Document(t), analyser, table, 0.0).claims for t in (text, dirty))
    for one, two in zip(plain, found, strict=True):
        for span, other in ((one.trigger, two.trigger), (one.evidence, two.evidence)):
            assert strip_marks(other.of(dirty)) == span.of(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_shadda_where_no_verb_has_one_changes_no_claim(text: str) -> None:
    """Nor do those that grammar asks for behind the article: "الشّمس"."""
    first = " ".join(f"{word[0]}\u0651{word[1:]}" for word in text.split(" "))
    behind_article = re.sub(r"\b(ال[تثدذرزسشصضطظلن])", "\\1\u0651", text)
    assert gists(first) == gists(behind_article) == gists(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_presentation_forms_are_letters(text: str) -> None:
    """Old layout programs wrote letters as they look: لا as one sign, isolated alef."""
    assert gists(text.replace("لا", "ﻻ").replace("ا", "ﺍ").replace("ك", "ﻙ")) == gists(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_space_around_a_sentence_and_its_line_ends_change_no_claim(text: str) -> None:
    assert gists(f"\n\n  {text}\r\n") == gists(text)


@pytest.mark.parametrize("path", EXAMPLES[:3], ids=lambda path: path.stem)
def test_a_whole_article_with_tatweel_and_marks(path: Path, code: Code) -> None:
    text = path.read_text(encoding="utf-8")
    dirty = "\u200f".join(word[:2] + "\u064e\u0640" + word[2:] if len(word) > 3 and word.isalpha() else word for word in text.split(" "))
    dirty = dirty.replace("\u200f", "\u200f ")
    assert [gist(c) for c in code(dirty).claims] == [gist(c) for c in code(text).claims]


def test_a_pair_of_sentences_in_either_spelling(code: Code) -> None:
    careful, careless = "إن أميركا تؤيد إسرائيل، وتركيا ترفض ذلك.", "ان اميركا تؤيد اسرائيل، وتركيا ترفض ذلك."
    assert [gist(c) for c in code(careful, 0.0).claims] == [gist(c) for c in code(careless, 0.0).claims]


def test_what_was_read_before_changes_no_reading() -> None:
    """A word that is a particle in one text and a name in another is remembered as neither."""
    texts = ("قال الوزير: لعلي أعود إلى دمشق، ولعل إيران تدعم الحكومة.", "سلمت إيران السلاح لعلي عبد الله صالح، ودعمت قطر الحكومة.")
    orders = []
    for order in ((0, 1), (1, 0)):
        learned.load.cache_clear()
        judge, analyser = learned.load(), Analyser(load())
        claims = {at: read(Document(texts[at]), analyser, judge).claims for at in order}
        orders.append([[(c.relation, c.credence, c.source, c.target) for c in claims[at]] for at in (0, 1)])
    assert orders[0] == orders[1]
    assert any(orders[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("تقاتل قوات سوريا الديمقراطية داعش.", "تقاتل قوات سوريا الديموقراطية داعش."),
        ("انتقد الاتحاد الأوروبي تركيا.", "انتقد الاتحاد الأوربي تركيا."),
        ("دعم الاتحاد السوفيتي سوريا.", "دعم الاتحاد السوفياتي سوريا."),
        ("طردت مصر دبلوماسيا إيرانيا.", "طردت مصر ديبلوماسيا إيرانيا."),
    ],
)
def test_a_word_of_two_spellings_is_one_word(one: str, other: str) -> None:
    assert gists(one) == gists(other) != []
