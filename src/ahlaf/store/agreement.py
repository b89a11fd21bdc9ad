"""How far coders agree, with one another and with the machine.

On a *field* (relation, polarity, source…) a coder's label of a claim is what the claim says after his own
review alone: as it stood where he confirms, his where he corrects, "no claim" where he refuses; *unsure* is
no label. On ``verdict`` the label is right, wrong or refused: who confirms a correction says, too, that the machine
was wrong. The machine, where asked for, always says its own.

Cohen's κ is given for each pair, Fleiss' κ over the claims that every coder decided, Krippendorff's nominal α
over all that two or more did, from NLTK. Where chance alone would agree fully (one label only), κ and α are not
defined and are ``None``.

A caution that no number shows: coders who see the machine's claim first are drawn towards it, so these numbers
bound agreement from above.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import Final

from sqlalchemy import Connection

from ahlaf.optional import library
from ahlaf.store import persons, reviews
from ahlaf.store.records import Agreement, Review

MACHINE: Final = "machine"
NO_CLAIM: Final = "no claim"
FIELDS: Final = ("verdict", "relation", "sign", "polarity", "modality", "source", "target", "voice")
_VERDICTS: Final = {"confirm": "right", "correct": "wrong", "refuse": NO_CLAIM}

Labels = dict[str, dict[str, str]]
"""Item → coder → label."""


def measure(connection: Connection, field: str = "relation", machine: bool = False) -> Agreement:
    """Agreement on one field of the claims that were reviewed."""
    last: dict[tuple[str, str], Review] = {}
    for review in (*persons.as_reviews(connection), *reviews.every(connection)):
        if review.active and review.claim is not None:
            last[str(review.claim), review.who] = review
    labels: Labels = defaultdict(dict)
    for (item, who), review in last.items():
        label = _label(review, field)
        if label is not None:
            labels[item][who] = label
            if machine:
                labels[item][MACHINE] = _machine(review, field)
    return of_labels(labels, field)


def _machine(review: Review, field: str) -> str:
    """What the machine said: nothing, where a person added the claim."""
    if review.seen["number"] < 0:
        return NO_CLAIM
    return "right" if field == "verdict" else str(review.seen[field])


def _label(review: Review, field: str) -> str | None:
    if review.verdict == "unsure":
        return None
    if field == "verdict":
        return _VERDICTS["correct" if review.changes else review.verdict]
    if review.verdict == "refuse":
        return NO_CLAIM
    return str(review.changes.get(field, review.seen[field]))


def of_labels(labels: Labels, field: str) -> Agreement:
    """Agreement of labels: item → coder → label."""
    coders = tuple(sorted({c for by in labels.values() for c in by}))
    pairs = []
    for one, other in combinations(coders, 2):
        both = [(i, by[one], by[other]) for i, by in sorted(labels.items()) if one in by and other in by]
        if both:
            share = sum(a == b for _, a, b in both) / len(both)
            data = [(c, i, x) for i, a, b in both for c, x in ((one, a), (other, b))]
            pairs.append((one, other, len(both), share, _asked(data, "cohen")))
    complete = [(c, i, x) for i, by in sorted(labels.items()) if len(by) == len(coders) for c, x in sorted(by.items())]
    enough = [(c, i, x) for i, by in sorted(labels.items()) if len(by) > 1 for c, x in sorted(by.items())]
    return Agreement(
        field,
        coders,
        sum(len(by) > 1 for by in labels.values()),
        tuple(pairs),
        _asked(complete, "fleiss"),
        len(complete) // len(coders) if coders else 0,
        _asked(enough, "alpha"),
    )


def _asked(data: list[tuple[str, str, str]], which: str) -> float | None:
    """What NLTK says; ``None`` where it is not defined."""
    if len({c for c, _, _ in data}) < 2 or len({x for _, _, x in data}) < 2:
        return None
    task = library("nltk.metrics.agreement", "agreement").AnnotationTask(data=data)
    if which == "alpha":
        return float(task.alpha())
    if which == "fleiss":
        return float(task.pi())
    one, other = sorted(task.C)
    return float(task.kappa_pairwise(one, other))
