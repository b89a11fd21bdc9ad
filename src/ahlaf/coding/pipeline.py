"""The order of work: read this first.

::

    text ─ views, tokens, sentences, quotations          draft.Draft
         ─ cues that negate, hedge, list, introduce      cues.find
         ─ names, organs, persons, nouns, pronouns       mentions.find
         ─ who they are, and what points back to what    reference.resolve
         ─ subjects and objects of finite verbs          subjects.find
         ─ who "I" and "we" are                          firstperson.settle
         ─ how who only the text knows is called         plainnames.settle
         ─ what stands in relative clauses               relatives.find
         ─ who is set against another                    contrasts.find
         ─ words that may carry a relation               triggers.find
         ─ what puts others under a demand or a doubt    scope.find_governors
         ─ words in their sentences                      encoder.Encoder
         ─ candidates for both ends, weighed in pairs    frames, pairs, decide
         ─ rules that match, beside what was weighed     rules.join
         ─ what phrases say of themselves                nested.join
         ─ over what somebody is angry                   angered.settle
         ─ for whom people march                         marches.settle
         ─ who attacks in words                          inwords.settle
         ─ who strikes at an idea                        ideas.settle
         ─ who protests in words                         objecting.settle
         ─ what those with arms do with them             byarms.settle
         ─ who did as another had done                   didso.join
         ─ who does it too, with no verb                 gapped.join
         ─ which of all this is put out                  kept.choose
         ─ how it is meant, and who says it              scope, voice, speakers, manner
         ─ claims                                        claims.make

Every step writes on the draft what it finds and looks only at what earlier steps wrote: :data:`STEPS`, up to the words that
may carry a relation. What is decided of these words are frames, a word with its two ends; :data:`CORRECTIONS` go over them
one after another, each a function from a draft and its frames to frames.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from threadpoolctl import ThreadpoolController

from ahlaf.coding.actors import plainnames, reference
from ahlaf.coding.claiming import angered, byarms, claims, didso, gapped, ideas, inwords, kept, marches, nested, objecting, rules
from ahlaf.coding.clauses import relatives, subjects, triggers
from ahlaf.coding.finding import mentions
from ahlaf.coding.modality import scope
from ahlaf.coding.nounphrases import contrasts, places, wording
from ahlaf.coding.voices import firstperson
from ahlaf.coding.weighing import decide
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.weighing.learned import Learned
from ahlaf.coding.words import cues
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon import garbage
from ahlaf.model import Actor, Claim, Document, Mention, MentionKind, Reading, Sentence

STEPS: Final[tuple[Callable[[Draft], None], ...]] = (
    cues.find,
    mentions.find,
    reference.resolve,
    Draft.count_boundaries,
    subjects.find,
    firstperson.settle,
    plainnames.settle,
    relatives.find,
    contrasts.find,
    triggers.find,
    scope.find_governors,
)

CORRECTIONS: Final[tuple[Callable[[Draft, list[Frame]], list[Frame]], ...]] = (
    rules.join,
    nested.join,
    angered.settle,
    marches.settle,
    inwords.settle,
    ideas.settle,
    objecting.settle,
    byarms.settle,
    didso.join,
    gapped.join,
)
"""What grammar and the rule book add to the frames that were decided, or put straight in them."""

THRESHOLD: Final = 0.21
"""A frame of less credence than this is not put out."""


ACTORS: Final = STEPS[: STEPS.index(plainnames.settle) + 1]
"""The steps after which every phrase has its actor."""


_KINDS: Final[Mapping[str, MentionKind]] = {
    "nisba": "adjective",
    "pronoun": "pronoun",
    "hidden": "hidden",
    "nominal": "nominal",
    "whoever": "relative",
}
"""What phrases are as mentions; the rest are names."""


def prepare(document: Document, analyser: Analyser, steps: tuple[Callable[[Draft], None], ...] = STEPS) -> Draft:
    """A draft with everything on it that needs no weighing, or with what some of the steps write on it."""
    draft = Draft(document, analyser)
    for step in steps:
        step(draft)
    return draft


@cache
def _threads() -> ThreadpoolController:
    """Who says how many threads multiply: the matrices here are so small that several only wait for one another."""
    return ThreadpoolController()


def code(document: Document, analyser: Analyser, judge: Learned, threshold: float = THRESHOLD) -> Reading:
    """Read one document.

    Args:
        document: the text as it came.
        analyser: belongs to the lexicon to be used; keep it between documents, for it learns the words.
        judge: from :func:`ahlaf.coding.weighing.learned.load`.
        threshold: the least credence of a claim that is put out.
    """
    # A reading makes a hundred thousand small objects, and none that it throws away refers to itself. The draft is gone
    # before garbage is looked for again: else all of it would be searched at once.
    with garbage.not_searched(), _threads().limit(limits=1, user_api="blas"):
        return _read(document, analyser, judge, threshold)


def _read(document: Document, analyser: Analyser, judge: Learned, threshold: float) -> Reading:
    """The order of work, from a text to what is put out of it."""
    draft = prepare(document, analyser)
    seen = judge.encoder.read(draft)
    frames = decide.decide(draft, seen, judge)
    for correct in CORRECTIONS:
        frames = correct(draft, frames)
    found = claims.make(draft, kept.choose(draft, frames, threshold), seen, judge.manner)
    return reading(draft, tuple(found))


def reading(draft: Draft, found: tuple[Claim, ...]) -> Reading:
    """What is put out of a draft: the claims that were found, whoever found them, and everything around them."""
    sentences = tuple(Sentence(draft.span(s.first, s.end - 1), s.kind) for s in draft.stretches)
    mentions_ = []
    actors: dict[str, Actor] = {}
    for phrase in sorted(draft.phrases, key=lambda p: p.first):
        if phrase.actor is None or phrase.kind == "thing":
            continue
        span = draft.span(phrase.first, phrase.named_to)
        actor = places.meant(draft, phrase) or phrase.actor
        mentions_.append(Mention(span, actor, _KINDS.get(phrase.kind, "name"), wording.plain(draft, phrase)))
        actors.setdefault(actor.id, actor)
    for claim in found:
        for end in (claim.source, claim.target):
            if end is not None:
                actors.setdefault(end.actor.id, end.actor)
    return Reading(draft.document, sentences, tuple(mentions_), tuple(actors.values()), found, draft.lexicon.digest)
