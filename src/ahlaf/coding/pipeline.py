"""The order of work: read this first.

::

    text ─ views, tokens, sentences, quotations          draft.Draft
         ─ cues that negate, hedge, list, introduce      cues.find
         ─ names, organs, persons, nouns, pronouns       mentions.find
         ─ who they are, and what points back to what    reference.resolve
         ─ subjects and objects of finite verbs          subjects.find
         ─ words that may carry a relation               triggers.find
         ─ candidates for both ends, weighed             frames, decide
         ─ how it is meant, and who says it              scope, voice
         ─ claims                                        claims.make

Every step writes on the draft what it finds and looks only at what earlier steps wrote.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ahlaf.coding import claims, credence, cues, decide, mentions, reference, scope, subjects, triggers
from ahlaf.coding.analysis import Analyser
from ahlaf.coding.draft import Draft
from ahlaf.model import Actor, Claim, Document, Mention, Reading, Sentence

STEPS: Final[tuple[Callable[[Draft], None], ...]] = (
    cues.find,
    mentions.find,
    reference.resolve,
    Draft.count_boundaries,
    subjects.find,
    triggers.find,
    scope.find_governors,
)

THRESHOLD: Final = 0.28
"""A frame of less credence than this is not put out."""


def prepare(document: Document, analyser: Analyser) -> Draft:
    """A draft with everything on it that needs no weighing."""
    draft = Draft(document, analyser)
    for step in STEPS:
        step(draft)
    return draft


_JUDGES: Final[dict[int, decide.Judge]] = {}


def _judge(weights: credence.Weights) -> decide.Judge:
    """The judge of some weights, made once: it gets faster the more it has weighed."""
    judge = _JUDGES.get(id(weights))
    if judge is None or judge.weights is not weights:
        _JUDGES.clear()
        judge = _JUDGES[id(weights)] = decide.Judge(weights)
    return judge


def code(document: Document, analyser: Analyser, weights: credence.Weights, threshold: float = THRESHOLD) -> Reading:
    """Read one document.

    Args:
        document: the text as it came.
        analyser: belongs to the lexicon to be used; keep it between documents, for it learns the words.
        weights: from :func:`ahlaf.coding.credence.weights`.
        threshold: the least credence of a claim that is put out.
    """
    draft = prepare(document, analyser)
    around = decide.surroundings(draft)
    judge = _judge(weights)
    frames = [f for t in draft.triggers if (f := decide.decide(draft, t, around, judge)) is not None]
    frames = decide.reconsider(draft, frames, weights)
    found = tuple(claims.make(draft, frames, weights, threshold))
    return _reading(draft, found)


def _reading(draft: Draft, found: tuple[Claim, ...]) -> Reading:
    toks, view = draft.toks, draft.view
    sentences = tuple(Sentence(view.raw_span(toks[s.first].start, toks[s.end - 1].end), s.kind) for s in draft.stretches)
    mentions_ = []
    actors: dict[str, Actor] = {}
    for phrase in draft.phrases:
        if phrase.actor is None or phrase.kind == "thing":
            continue
        span = view.raw_span(toks[phrase.first].start, toks[phrase.last].end)
        kind = {"nisba": "adjective", "pronoun": "pronoun", "nominal": "nominal"}.get(phrase.kind, "name")
        mentions_.append(Mention(span, phrase.actor, kind, reference.plain(draft, phrase)))  # type: ignore[arg-type]
        actors.setdefault(phrase.actor.id, phrase.actor)
    for claim in found:
        for end in (claim.source, claim.target):
            if end is not None:
                actors.setdefault(end.actor.id, end.actor)
    return Reading(draft.document, sentences, tuple(mentions_), tuple(actors.values()), found, draft.lexicon.digest)
