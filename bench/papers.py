"""Annotated articles, prepared for learning: each trigger with its candidates and what the annotation says of it."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ahlaf.check.actors import any_same
from ahlaf.check.claims import Record, names, place
from ahlaf.coding.claiming.namer import Namer
from ahlaf.coding.ends import frames
from ahlaf.coding.ends.frames import Key
from ahlaf.coding.modality import scope
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.pipeline import prepare
from ahlaf.coding.voices import speakers, voice
from ahlaf.coding.weighing import decide, wordfacts
from ahlaf.coding.weighing.encoder import runs
from ahlaf.coding.weighing.manner import MODALITIES
from ahlaf.coding.weighing.pairs import Option
from ahlaf.coding.weighing.symbols import spell
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.model import Document, Span


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated claim."""

    source: list[str]
    target: list[str]
    relation: str
    sign: int
    span: Span | None
    polarity: str
    modality: str
    voice: str
    trigger: str

    @classmethod
    def of(cls, claim: Record, text: str) -> Gold:
        return cls(
            names(claim, "source"),
            names(claim, "target"),
            claim["relation"],
            int(claim["sign"]),
            place(claim, text),
            claim["polarity"],
            claim["modality"],
            claim["voice"],
            claim["trigger"],
        )


def read(paths: Sequence[Path]) -> list[dict]:
    """The lines of JSON files, packed by gzip or not."""
    found = []
    for path in paths:
        with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")) as lines:
            found.extend(json.loads(line) for line in lines if line.strip())
    return found


def bound(draft: Draft, trigger: Trigger, gold: Gold) -> bool:
    """Whether a trigger stands on one of the words that carry an annotated claim, inside its evidence."""
    if gold.span is None or all(s.sign != gold.sign for s in trigger.senses):
        return False
    start, end = gold.span.start, gold.span.end
    span = draft.view.raw_span(draft.toks[trigger.first].start, draft.toks[trigger.last].end)
    if not span.overlaps(gold.span):
        return False
    text = draft.document.text
    whole = text.find(gold.trigger, start)
    if start <= whole < end:
        return whole < span.end and span.start < whole + len(gold.trigger)
    for word in gold.trigger.split():
        at = text.find(word, start)
        if 0 <= at < end and at < span.end and span.start < at + len(word):
            return True
    return False


@dataclass(slots=True)
class Choice:
    """One sense of one trigger: its candidates' phrases and facts, and which of them the annotation means."""

    trigger: tuple[int, int, int]
    """First, last and head token."""
    relation: str
    phrases: list[tuple[int, int, int]]
    """First, last and head token of each candidate; -1 for nobody, the last."""
    owners: list[str]
    among: list[bool]
    facts: tuple[list[list[str]], list[list[str]]]
    """Of each candidate as source, and as target."""
    annotated: bool
    """The trigger carries an annotated claim."""
    right: bool
    """Of this sense's sign."""
    meant: bool
    """This is the sense that the annotation means."""
    ends: tuple[list[int], list[int]] = ((), ())  # type: ignore[assignment]
    """Candidates that are right as source, as target."""
    pairs: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Telling:
    """How an annotated claim is meant and who says it, with what the coder sees of that."""

    trigger: tuple[int, int, int]
    relation: str
    cues: tuple[str, ...]
    negated: bool
    modality: int
    speakers: list[tuple[int, int, int]]
    owners: list[str]
    facts: list[tuple[str, ...]]
    right: list[int]
    """Which of the speakers it is; empty where it is none of them."""


@dataclass(slots=True)
class Paper:
    """One article."""

    id: str
    words: list[list[str]]
    sentences: list[tuple[int, int]]
    choices: list[Choice]
    tellings: list[Telling]
    claims: int
    reached: int
    weight: float


def paper(document: dict, analyser: Analyser, weight: float) -> Paper:
    """Prepare a document and bind its annotated claims to triggers."""
    draft = prepare(Document(document["text"], id=document["id"]), analyser)
    around = frames.surroundings(draft)
    gold = [Gold.of(c, document["text"]) for c in document["claims"]]
    of = {t.index: [g for g in gold if bound(draft, t, g)] for t in draft.triggers}
    namer = Namer(draft)
    spoken = voice.speeches(draft)
    made = Paper(
        id=document["id"],
        words=[[*wordfacts.lasting(w), *p] for w, p in zip(draft.words, wordfacts.placed(draft), strict=True)],
        sentences=runs(draft),
        choices=[],
        tellings=[],
        claims=len(gold),
        reached=len({id(g) for found in of.values() for g in found}),
        weight=weight,
    )
    for trigger in draft.triggers:
        mine = of[trigger.index]
        options = decide.options(draft, trigger, trigger.senses[: decide.SENSES], around)
        meant = _meant(mine, options)
        made.choices.extend(_choice(draft, o, mine, o is meant, namer) for o in options)
        if mine:
            if meant is not None:
                trigger.sense = meant.sense
            made.tellings.append(_telling(draft, trigger, mine, namer, spoken))
    return made


def _meant(gold: list[Gold], options: list[Option]) -> Option | None:
    """The option that the annotation means: its relation's, else one of its sign."""
    for claim in gold:
        for option in options:
            if option.sense.relation == claim.relation:
                return option
    return next((o for claim in gold for o in options if o.sense.sign == claim.sign), None)


def _choice(draft: Draft, option: Option, gold: list[Gold], meant: bool, namer: Namer) -> Choice:
    trigger = option.trigger
    right = [g for g in gold if g.sign == option.sense.sign]
    made = Choice(
        trigger=(trigger.first, trigger.last, trigger.head),
        relation=option.sense.relation,
        phrases=[_place(draft, t.phrase) for t in option.ties],
        owners=[draft.whose(t.phrase) for t in option.ties],
        among=[t.among for t in option.ties],
        facts=(
            [_spelled(*t.base, *t.shared, *t.source) for t in option.ties],
            [_spelled(*t.base, *t.shared, *t.target) for t in option.ties],
        ),
        annotated=bool(gold),
        right=bool(right),
        meant=meant,
    )
    sources: set[int] = set()
    targets: set[int] = set()
    pairs: set[tuple[int, int]] = set()
    for claim in right:
        one, two = (
            [at for at, t in enumerate(option.ties) if _is(draft, t.phrase, wanted, namer)] for wanted in (claim.source, claim.target)
        )
        sources.update(one)
        targets.update(two)
        pairs.update((s, t) for s in one for t in two if s != t or made.among[s])
    made.ends = (sorted(sources), sorted(targets))
    made.pairs = sorted(pairs)
    return made


def _is(draft: Draft, phrase: int, wanted: list[str], namer: Namer) -> bool:
    if phrase < 0:
        return not wanted
    return bool(wanted) and any(any_same(wanted, namer.end(i).names) for i in members(draft, phrase))


def _telling(draft: Draft, trigger: Trigger, gold: list[Gold], namer: Namer, spoken: voice.Speeches) -> Telling:
    found = speakers.candidates(draft, spoken, trigger.first)
    said = Counter(g.voice for g in gold).most_common(1)[0][0]
    right = [
        at
        for at, c in enumerate(found)
        if (said == "author" if c.phrase < 0 else said != "author" and any_same([said], namer.end(c.phrase).names))
    ]
    return Telling(
        trigger=(trigger.first, trigger.last, trigger.head),
        relation=trigger.sense.relation,
        cues=scope.symbols(draft, trigger),
        negated=Counter(g.polarity for g in gold).most_common(1)[0][0] == "negated",
        modality=MODALITIES.index(Counter(g.modality for g in gold).most_common(1)[0][0]),  # type: ignore[arg-type]
        speakers=[_place(draft, c.phrase) for c in found],
        owners=[draft.whose(c.phrase) for c in found],
        facts=[c.facts for c in found],
        right=right,
    )


def _place(draft: Draft, index: int) -> tuple[int, int, int]:
    if index < 0:
        return (-1, -1, -1)
    phrase = draft.phrases[index]
    return (phrase.first, phrase.last, phrase.head)


@cache
def _symbols(key: Key) -> tuple[str, ...]:
    return spell(key)


def _spelled(*keys: Key) -> list[str]:
    return [s for key in keys for s in _symbols(key)]
