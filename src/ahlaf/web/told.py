"""Records of the store as shapes of the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from ahlaf.model import Span
from ahlaf.store import MODELS, Decision, KeptActor, KeptClaim, Passage, Placed, Project, Review, Shelved
from ahlaf.store import Kept as KeptDocument
from ahlaf.store import Party as Kept
from ahlaf.store.documents import first_words
from ahlaf.text.direction import from_right
from ahlaf.web import shapes, shapes_done
from ahlaf.web.shapes_network import Quotation

_MODEL: Final = "llm:"
_VERDICTS: Final = ("confirm", "correct", "refuse", "unsure")
Who = Mapping[str, KeptActor]


def pair(span: Span) -> tuple[int, int]:
    """A span as two numbers."""
    return span.start, span.end


def opening(title: str | None, text: str) -> str:
    """What a document without a title is called by: its first words."""
    return "" if title else first_words(text[:400])


def name(found: Kept, who: Who) -> shapes.Name:
    """An actor by its names."""
    known = who.get(found.id)
    return shapes.Name(id=found.id, name=found.name, name_en=known.name_en if known else "")


def party(found: Kept, span: Span | None, who: Who) -> shapes.Party:
    """An end of a claim."""
    known = who.get(found.id)
    return shapes.Party(
        id=found.id,
        name=found.name,
        name_en=known.name_en if known else "",
        kind=known.kind if known else "",
        country=known.country if known else "",
        sector=known.sector if known else "",
        words=found.words,
        span=None if span is None else pair(span),
    )


def ids(found: Iterable[Placed]) -> set[str]:
    """The actors of some claims."""
    every: set[str] = set()
    for one in found:
        every |= {p.id for p in (one.claim.source, one.claim.target, *(v for v, _ in one.voices)) if p is not None}
    return every


def review(found: Review) -> shapes.ReviewInfo:
    """A review."""
    return shapes.ReviewInfo(
        decision=found.id,
        verdict=found.verdict,
        who=found.who,
        at=found.at,
        note=found.note,
        changes=dict(found.changes),
        undone=not found.active,
    )


def model(rule: str) -> str | None:
    """The language model that a claim's rule names.

    >>> model("llm:qwen2.5:14b"), model("verbs/aid.tsv:3")
    ('qwen2.5:14b', None)
    """
    return rule.removeprefix(_MODEL) if rule.startswith(_MODEL) else None


def coder(found: tuple[str, str, str] | None) -> shapes.CoderInfo | None:
    """Who coded a document."""
    return None if found is None else shapes.CoderInfo(name=found[0], version=found[1], digest=found[2])


def openings(project: Project, found: Iterable[tuple[int, str | None]]) -> dict[int, str]:
    """The first words of those documents that have no title."""
    bare = {number for number, title in found if not title}
    return project.openings(bare) if bare else {}


def claim(found: Placed, who: Who, reviews: Sequence[Review], opening: str, author: str | None) -> shapes.Claim:
    """A claim; ``opening`` is what its document is called by where it has no title, ``author`` who wrote it."""
    one = found.claim
    chain = [party(p, s, who) for p, s in found.voices]
    voice: list[shapes.Party] | Literal["author"] = chain or "author"
    return shapes.Claim(
        number=one.id,
        document=one.document,
        source=party(one.source, found.source, who) if one.source else None,
        target=party(one.target, found.target, who) if one.target else None,
        voice=voice,
        relation=one.relation,
        sign=1 if one.sign > 0 else -1,
        polarity="negated" if one.polarity == "negated" else "affirmed",
        modality=one.modality,
        trigger_span=pair(one.trigger),
        span=pair(one.evidence),
        words=one.words,
        time=one.time,
        place=one.place,
        number_said=one.number_said,
        purpose=None if found.purpose is None else pair(found.purpose),
        mode=one.mode,
        credence=one.credence,
        rule=one.rule,
        status=one.status,  # type: ignore[arg-type]
        by="machine" if one.added is None else "person",
        model=model(one.rule),
        coders=list(one.coders),  # type: ignore[arg-type]
        differs=list(one.differs),  # type: ignore[arg-type]
        reported=one.reported,
        added=one.added,
        title=one.title,
        opening=opening,
        outlet=one.outlet,
        author=author,
        date=one.date,
        reviews=[review(r) for r in reviews],
    )


def claims(project: Project, found: Sequence[Placed]) -> list[shapes.Claim]:
    """Claims with their actors and reviews, which are asked for at once."""
    who = project.who(ids(found))
    reviews = project.reviews_of([p.claim.id for p in found])
    called = openings(project, ((p.claim.document, p.claim.title) for p in found))
    wrote = project.wrote({p.claim.document for p in found})
    return [
        claim(p, who, reviews.get(p.claim.id, ()), called.get(p.claim.document, ""), wrote.get(p.claim.document)) for p in found
    ]


def quotations(project: Project, numbers: Sequence[int]) -> dict[int, Quotation]:
    """Claims by their words, by number; with their ends lit."""
    placed = project.placed_claims(project.some_claims(list(dict.fromkeys(numbers))))
    who = project.who(ids(placed))
    called = openings(project, ((p.claim.document, p.claim.title) for p in placed))
    wrote = project.wrote({p.claim.document for p in placed})
    return {p.claim.id: _quotation(p, who, called.get(p.claim.document, ""), wrote.get(p.claim.document)) for p in placed}


def _quotation(found: Placed, who: Who, opening: str, author: str | None) -> Quotation:
    one: KeptClaim = found.claim
    start, end = pair(one.evidence)
    spans = sorted(s for s in (found.source, found.target, one.trigger) if s is not None and start <= s.start and s.end <= end)
    lit: list[tuple[int, int]] = []
    for span in spans:
        at = (span.start - start, span.end - start)
        if at == (0, end - start):
            continue
        if lit and at[0] <= lit[-1][1]:
            lit[-1] = (lit[-1][0], max(lit[-1][1], at[1]))
        else:
            lit.append(at)
    speakers = [name(p, who) for p, _ in found.voices]
    voice: list[shapes.Name] | Literal["author"] = speakers or "author"
    return Quotation(
        claim=one.id,
        document=one.document,
        title=one.title,
        opening=opening,
        outlet=one.outlet,
        author=author,
        date=one.date,
        words=one.words,
        lit=lit,
        denied=one.polarity == "negated",
        modality=one.modality,
        relation=one.relation,
        voice=voice,
        source=name(one.source, who) if one.source else None,
        target=name(one.target, who) if one.target else None,
        status=one.status,
    )


def passage(found: Passage, text: str) -> shapes.Lit:
    """A piece of a text, lit."""
    start = found.span.start
    return shapes.Lit(text=found.span.of(text), lit=[(s.start - start, s.end - start) for s in found.lit])


def document(found: Shelved, digest: str | None, share: float | None, opening: str, *, searched: bool) -> shapes.DocumentRow:
    """A document in the library; ``opening`` is what it is called by where it has no title."""
    one = found.document
    return shapes.DocumentRow(
        number=one.id,
        id=one.name,
        title=one.title,
        opening=opening,
        outlet=one.outlet,
        author=one.author,
        date=one.date,
        language=one.language,
        length=one.length,
        claims=found.claims,
        reviewed=found.reviewed,
        doubtful=found.doubtful,
        tension=share,
        state=found.state,
        error=found.error,
        stale=found.coder is not None and found.coder[0] not in MODELS and digest is not None and one.digest != digest,
        copies=found.copies,
        hits=[passage(p, found.text) for p in found.passages] if searched else None,
    )


def removed(made: Decision, found: KeptDocument, opening: str) -> shapes_done.RemovedDocument:
    """A document that a decision removed."""
    return shapes_done.RemovedDocument(
        decision=made.id,
        number=found.id,
        title=found.title,
        opening=opening,
        outlet=found.outlet,
        date=found.date,
        who=made.who,
        at=made.at,
        note=made.note,
    )


def decision(found: Decision) -> shapes_done.DecisionInfo:
    """A decision of the journal."""
    return shapes_done.DecisionInfo(
        number=found.id,
        kind=found.kind,
        verdict=found.kind if found.kind in _VERDICTS else "add" if found.kind == "claim" else None,
        who=found.who,
        at=found.at,
        note=found.note,
        document=found.document,
        claim=found.claim,
        actor=found.actor,
        content=dict(found.content),
        undoes=found.undoes,
        undone=not found.active,
    )


def direction(language: str | None, text: str) -> Literal["rtl", "ltr"]:
    """Which way a text runs: as its language does, or as most of the letters at its beginning."""
    if language:
        return "rtl" if from_right(language) else "ltr"
    head = text[:2000]
    right = sum("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in head)
    return "rtl" if 2 * right >= sum(c.isalpha() for c in head) else "ltr"
