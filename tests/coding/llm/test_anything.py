"""Whatever a server answers, what comes out is claims in the text's own words, or nothing; never an error of ours."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ahlaf.coding import pipeline
from ahlaf.coding.coders import KINDS
from ahlaf.coding.llm import dialects, schema
from ahlaf.coding.llm.ground import Grounder
from ahlaf.coding.words.analysis import Analyser
from ahlaf.model import Document, Span
from ahlaf.relations import RELATIONS

TEXT = (
    "قال وزير الخارجية القطري إن «تركيا» دَعَمَت تنظيم داعش بالسلاح عام 2014 في الرقة، ولم يدعمه العراق.\n"
    "وللدول العربية موقف:لا تحالف مع NATO!ثم قتل ١٢ جنديا 😀 قرب الموصل"
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["claims", "source", "relation", "evidence", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def pieces(draw: st.DrawFn) -> str:
    """Mostly a stretch of the text, cut anywhere; now and then something else."""
    start = draw(st.integers(0, len(TEXT) - 1))
    stretch = TEXT[start : draw(st.integers(start + 1, min(len(TEXT), start + 60)))]
    return draw(st.sampled_from([stretch, stretch, stretch, stretch.strip() + "…" + TEXT[-20:]]) | st.text(min_size=1, max_size=10))


claim = st.fixed_dictionaries(
    {
        "evidence": pieces(),
        "trigger": pieces(),
        "relation": st.sampled_from([*RELATIONS, "LOVES"]),
        "source": st.lists(pieces(), max_size=2),
        "target": st.lists(pieces(), max_size=2),
        "voice": st.lists(pieces(), max_size=1),
        "polarity": st.sampled_from(["affirmed", "negated", "perhaps"]),
        "time": st.none() | pieces(),
        "place": st.none() | pieces(),
        "number": st.none() | pieces(),
        "purpose": st.none() | pieces(),
        "confidence": st.none() | st.floats(),
    }
)


@given(answer=st.text(max_size=200) | anything.map(json.dumps))
def test_any_answer_is_claims_or_unusable(answer: str) -> None:
    try:
        found = schema.parse(answer)
    except schema.Unusable:
        return
    assert all(r.kind in KINDS and r.says for r in found.refused)


@given(found=anything)
def test_any_json_is_a_completion_or_none(found: Any) -> None:
    done = dialects.completion(found)
    assert done is None or isinstance(done.content, str)
    for wrapped in ({"choices": [{"message": found}]}, {"choices": [found], "usage": found}, {"choices": found}):
        done = dialects.completion(wrapped)
        assert done is None or isinstance(done.content, str)


@given(claims=st.lists(claim, max_size=4))
def test_what_is_kept_are_the_texts_own_words(claims: list[dict[str, Any]], analyser: Analyser) -> None:
    document = Document(TEXT, date="2016-01-01")
    draft = pipeline.prepare(document, analyser)
    offered = schema.parse(json.dumps({"claims": claims})).offered
    kept, refused = Grounder(draft, "m", "p").claims(offered, Span(0, len(TEXT)))
    assert len(kept) + sum(r.whole for r in refused) == len(offered)
    for one in kept:
        for span in (one.trigger, one.evidence, *([one.purpose] if one.purpose else [])):
            assert 0 <= span.start < span.end <= len(TEXT)
        assert one.evidence.start <= one.trigger.start
        assert one.trigger.end <= one.evidence.end
        for end in (one.source, one.target, *one.voice):
            assert end is None or all(name and name in TEXT for name in end.names)
            assert end is None or 0 <= end.span.start < end.span.end <= len(TEXT)
        assert one.source or one.target
        assert 0 <= one.credence <= 1
    pipeline.reading(draft, tuple(kept))
