"""Rules and a language model side by side: one reading, each claim with who found it and what they differ on.

**When two claims are the same.** :func:`same` asks what the annotation guide asks of a found claim: the same two actors
(after linking, so by their ids; either way round for a relation that has no direction), the same sign, and pieces of
evidence that share at least one character. Each claim is matched once; of several, one with the same relation first,
then the one whose evidence overlaps most.

**What comes out.** Of two that match, the model's claim, with the reasons of both; what it leaves open (when, where, how
many, what for) is filled from the rules' claim; that the event is reported only the rules tell, and it holds where both read
relation, polarity and modality alike. Where they read the speaker alike too, they agree: the credence is then
``1 - (1 - a)(1 - b)``, as of two witnesses. Where they don't, ``differs`` names the fields, a reason says what the rules read,
and the credence is the lower of the two. A claim that one of them alone makes differs in ``claim``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Final

from ahlaf.coding.coders import Coder, Coding, Failed
from ahlaf.model import AUTHOR, Actor, Claim, Document, End, Mention, Reading, Reason
from ahlaf.relations import RELATIONS

FIELDS: Final = ("relation", "polarity", "modality", "voice")
"""What two matching claims may differ in."""
ALONE: Final = "claim"
"""What they differ on where one coder makes a claim and the other doesn't."""
_FILLED: Final = ("mode", "time", "place", "number", "purpose")


class Both:
    """Two coders as one.

    Args:
        rules: the rule book.
        model: the language model; it is asked first, so that what it can't read costs no work.
    """

    name: Final = "both"

    def __init__(self, rules: Coder, model: Coder) -> None:
        self._rules = rules
        self._model = model
        self.version: Final = model.version
        self.digest: Final = sha256(f"{rules.digest}\n{model.digest}".encode()).hexdigest()[:16]

    def code(self, document: Document) -> Coding:
        """Code one document with both.

        Raises:
            CoderError: the model can't be asked.
        """
        return self._joined(self._model.code(document))

    def code_many(self, documents: Iterable[Document]) -> Iterator[Coding | Failed]:
        """Code many, in their order; the rules work while the model's next answers come."""
        for one in self._model.code_many(documents):
            yield one if isinstance(one, Failed) else self._joined(one)

    def _joined(self, coding: Coding) -> Coding:
        rules = self._rules.code(coding.reading.document)
        joined = join(rules.reading, coding.reading, (self._rules.name, self._model.name))
        notes = {**joined.notes, "coder": self.name}
        reading = replace(joined, digest=self.digest, notes=notes)
        return replace(coding, reading=reading, name=self.name, version=self.version, digest=self.digest)


def join(rules: Reading, model: Reading, names: tuple[str, str] = ("rules", "llm")) -> Reading:
    """Two readings of a document as one; claims in the order of their words.

    Args:
        rules: the rule book's.
        model: the language model's.
        names: what the two are called.
    """
    pairs = matched(rules.claims, model.claims)
    taken = {i for i, _ in pairs}
    of_model = {j: rules.claims[i] for i, j in pairs}
    claims = [
        _merged(of_model[j], one, names) if j in of_model else replace(one, coders=(names[1],), differs=(ALONE,))
        for j, one in enumerate(model.claims)
    ]
    claims += [replace(one, coders=(names[0],), differs=(ALONE,)) for i, one in enumerate(rules.claims) if i not in taken]
    claims.sort(key=lambda c: (c.evidence, c.trigger))
    actors: dict[str, Actor] = {a.id: a for a in (*rules.actors, *model.actors)}
    return Reading(
        document=model.document,
        sentences=rules.sentences or model.sentences,
        mentions=_mentions(rules.mentions, model.mentions),
        actors=tuple(actors.values()),
        claims=tuple(claims),
        digest=model.digest,
        notes=model.notes,
    )


def same(one: Claim, other: Claim) -> bool:
    """Whether two claims say of the same two actors that they are for, or against, each other, in the same words."""
    if one.sign != other.sign or not one.evidence.overlaps(other.evidence):
        return False
    ends = (_who(one.source), _who(one.target))
    others = (_who(other.source), _who(other.target))
    return ends == others or (RELATIONS[one.relation].mutual and RELATIONS[other.relation].mutual and ends == others[::-1])


def differing(one: Claim, other: Claim) -> tuple[str, ...]:
    """The fields that two matching claims read otherwise."""
    return tuple(field for field in FIELDS if _told(one, field) != _told(other, field))


def matched(ones: tuple[Claim, ...], others: tuple[Claim, ...]) -> list[tuple[int, int]]:
    """Which claims of two readings are the same, each once: the likest pairs first."""
    likely = sorted(
        ((_likeness(a, b), i, j) for i, a in enumerate(ones) for j, b in enumerate(others) if same(a, b)),
        key=lambda found: (-found[0][0], -found[0][1], found[1], found[2]),
    )
    found: list[tuple[int, int]] = []
    left, right = set[int](), set[int]()
    for _, i, j in likely:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((i, j))
    return found


def _likeness(one: Claim, other: Claim) -> tuple[bool, int]:
    shared = min(one.evidence.end, other.evidence.end) - max(one.evidence.start, other.evidence.start)
    return one.relation == other.relation, shared


def _merged(rules: Claim, model: Claim, names: tuple[str, str]) -> Claim:
    differs = differing(rules, model)
    read = tuple(Reason("rule", f"{names[0]}:{field}", _told(rules, field), rules.trigger) for field in differs)
    credence = min(rules.credence, model.credence) if differs else 1 - (1 - rules.credence) * (1 - model.credence)
    cited = {r.ref for r in model.reasons if r.kind == "row"}
    more = tuple(r for r in rules.reasons if r.kind != "row" or r.ref not in cited)
    filled = {field: getattr(model, field) or getattr(rules, field) for field in _FILLED}
    if "relation" in differs:
        filled["mode"] = model.mode  # a mode is of its relation
    reported = rules.reported and not {"relation", "polarity", "modality"} & set(differs)
    reasons = (*model.reasons, *read, *more)
    return replace(model, **filled, reported=reported, credence=round(credence, 4), reasons=reasons, coders=names, differs=differs)


def _told(claim: Claim, field: str) -> str:
    """A field as it is compared and told; a speaker by who he is."""
    if field == "voice":
        return claim.voice[0].actor.id if claim.voice else AUTHOR
    return str(getattr(claim, field))


def _who(end: End | None) -> str | None:
    return end.actor.id if end else None


def _mentions(ones: tuple[Mention, ...], others: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The rules' mentions, and the model's where the rules saw none."""
    known = {(m.span, m.actor.id) for m in ones}
    new = [m for m in others if (m.span, m.actor.id) not in known]
    return tuple(sorted((*ones, *new), key=lambda m: m.span)) if new else ones
