"""A typed question → claims that answer it, or passages, or honestly nothing.

The pattern is plain: the actors that the question names, and the relation or side that its words ask for. Who stands
before whom decides who acts, unless the question's word is passive or asks for the doer of it. Where the question
names no actor, or no claim answers, its words are looked for in the documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ahlaf.relations import RELATIONS
from ahlaf.store import KeptActor, KeptClaim, Shelf, Wanted
from ahlaf.store.folding import forms, stems, words
from ahlaf.store.naming import either
from ahlaf.web import told
from ahlaf.web.desk import Desk
from ahlaf.web.routes.documents import elsewhere
from ahlaf.web.shapes import Name
from ahlaf.web.shapes_network import Answer, Understood

MOST: Final = 50
_HITS: Final = 10
_LONGEST: Final = 6
"""Words of a name that are looked for."""
TABLE: Final = Path(__file__).parent / "questions.tsv"
"""What the words of questions ask for: asks (a relation; stop: nothing; who: the doer; by: the other way), language, words."""


def _table() -> dict[str, frozenset[str]]:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    return {
        asks: frozenset(words(form) for kind, _, forms in rows if kind == asks for form in forms.split("|")) for asks, _, _ in rows
    }


_WORDS: Final = _table()
_STOP, _WHO, _BY = _WORDS["stop"], _WORDS["who"], _WORDS["by"]
_WAYS: Final = {form: asks for asks, forms in _WORDS.items() if asks in RELATIONS for form in forms}
_NEAR: Final = {"AID": ("AID", "SUPPORT", "COOPERATE"), "SUPPORT": ("SUPPORT", "AID"), "OPPOSE": ("OPPOSE", "ASSAULT")}
"""Relations that answer a question for another: who aids is told by support, too."""


@dataclass(frozen=True, slots=True)
class Read:
    """How a question was read."""

    source: KeptActor | None
    target: KeptActor | None
    relation: str | None


def answer(desk: Desk, question: str) -> Answer:
    """What answers a question."""
    read = understand(desk, question)
    if read is not None:
        total, found = _claims(desk, read)
        if found:
            quoted = told.quotations(desk.project, [c.id for c in found])
            return Answer(found="claims", understood=_told(read), total=total, items=list(quoted.values()), documents=[])
    content = [w for w in _tokens(question) if w not in _STOP]
    # All its words first; then without the word for what is done, which the text may say otherwise.
    for asked in dict.fromkeys((" ".join(content), " ".join(w for w in content if _way(w) is None))):
        page = desk.project.shelf(Shelf(asked, limit=_HITS, sort="-date")) if asked else None
        if page is not None and page.items:
            documents = [elsewhere(d) for d in page.items]
            return Answer(found="search", understood=_told(read), total=page.total, items=[], documents=documents)
    return Answer(found="nothing", understood=_told(read), total=0, items=[], documents=[])


def _told(read: Read | None) -> Understood | None:
    if read is None:
        return None

    def name(found: KeptActor | None) -> Name | None:
        return None if found is None else Name(id=found.id, name=found.name, name_en=found.name_en)

    return Understood(source=name(read.source), relation=read.relation, target=name(read.target))


def _claims(desk: Desk, read: Read) -> tuple[int, list[KeptClaim]]:
    """The claims that a reading asks for and nobody has refused."""
    relations: Sequence[str | None] = _NEAR.get(read.relation or "", (read.relation,))
    found: list[KeptClaim] = []
    total = 0
    for relation in relations:
        wanted = Wanted(
            source=read.source.id if read.source else None,
            target=read.target.id if read.target else None,
            relation=relation,
            standing=True,
            limit=MOST,
        )
        total += desk.project.count(wanted)
        found += desk.project.claims(wanted)
    return total, found[:MOST]


def _tokens(question: str) -> list[str]:
    return words(re.sub(r"[\u2066-\u2069]", "", question)).split()


def _way(token: str) -> str | None:
    """The relation that a word asks for: as it stands, without clitics, or without a verb's ending (دعمت، دعموا)."""
    for form in (token, *stems(token)):
        for ending in ("", "ت", "وا", "ون"):
            bare = form.removesuffix(ending) if ending else form
            if bare in _WAYS:
                return _WAYS[bare]
    return None


def understand(desk: Desk, question: str) -> Read | None:
    """Whom and what a question names; ``None`` where it names nobody that this project knows."""
    tokens = _tokens(question)
    relation: str | None = None
    at = len(tokens)
    for place, token in enumerate(tokens):
        relation = _way(token)
        if relation is not None:
            at = place
            break
    actors = _named(desk, tokens)
    if not actors:
        return None
    passive = bool(_BY & set(tokens[at:]))
    before = [a for place, a in actors if place < at]
    after = [a for place, a in actors if place > at]
    if relation is None:
        if len(actors) > 1:
            return Read(actors[0][1], actors[1][1], None)
        return Read(actors[0][1], None, None)
    if tokens and tokens[0] in _WHO and len(actors) == 1:
        one = actors[0][1]
        # "who aids X" asks for the doer, "whom does X aid" for the other end.
        return Read(None, one, relation) if after and not passive else Read(one, None, relation)
    if before and after:
        source, target = before[0], after[0]
    elif len(after) > 1:  # an Arabic verb goes first: دعمت تركيا التنظيم
        source, target = after[0], after[1]
    elif len(before) > 1:
        source, target = before[0], before[1]
    else:
        return Read((before or after)[0], None, relation)
    return Read(target, source, relation) if passive else Read(source, target, relation)


def _named(desk: Desk, tokens: Sequence[str]) -> list[tuple[int, KeptActor]]:
    """The actors that a question names, with their places; the longest names first."""
    by_name = _names(desk)
    found: list[tuple[int, KeptActor]] = []
    place = 0
    while place < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
            first, *rest = tokens[place : place + length]
            if length == 1 and first in _STOP:
                continue
            ways = (" ".join([w, *rest]) for w in forms(first))
            one = next((by_name[w] for w in ways if w in by_name), None)
            if one is not None:
                found.append((place, one))
                place += length - 1
                break
        place += 1
    return found


def _names(desk: Desk) -> dict[str, KeptActor]:
    """Every name of an actor, folded: its own, of two with one name the busier; then those that mean one actor besides."""

    def make() -> dict[str, KeptActor]:
        own = {name: one for one, _ in reversed(desk.everyone()) for called in (one.name, one.name_en) for name in either(words(called))}
        by_id = {one.id: one for one, _ in desk.everyone()}
        others = {name: by_id[ids[0]] for name, ids in desk.other_names().items() if len(ids) == 1 and ids[0] in by_id}
        for asks in _WAYS:
            others.pop(asks, None)
        return {name: one for name, one in (others | own).items() if name and name not in _STOP}

    return desk.memory.get((desk.state(), "names"), make)
