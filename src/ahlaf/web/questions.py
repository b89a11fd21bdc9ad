"""A typed question → claims that answer it, or passages, or honestly nothing.

The pattern is plain: the actors that the question names, and the relation or side that its words ask for. Who stands
before whom decides who acts, unless the question's word is passive or asks for the doer of it. A word for saying makes
whoever says it the voice; a word for denying asks for what is denied. "With" and "against", allies and enemies ask for a
side: every relation of one sign. Words that were not understood are told; where one of them may be whom or what is asked for,
no claim answers, for it would answer another question. Then, and where the question names no actor or no claim
answers, its words are looked for in the documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ahlaf.relations import RELATIONS
from ahlaf.store import KeptActor, KeptClaim, Shelf, Wanted
from ahlaf.store.folding import forms, stems, words
from ahlaf.store.naming import either
from ahlaf.text import tsv
from ahlaf.web import told
from ahlaf.web.desk import Desk
from ahlaf.web.routes.documents import elsewhere
from ahlaf.web.shapes import Name
from ahlaf.web.shapes_talk import Answer, Understood

MOST: Final = 50
_HITS: Final = 10
_MARKS: Final = '؟?!.,،؛;:"«»“”()'
_LONGEST: Final = 6
"""Words of a name that are looked for."""
TABLE: Final = Path(__file__).parent / "questions.tsv"
"""What the words of questions ask for: asks (a relation; stop: nothing; who: the doer; by: the other way;
says: a voice; about: of whom it speaks; not: what is denied; with, against: a side; tie: any relation), language, words."""
_READ: Final = 5_000
"""So many claims of a question are put in order; nobody reads more of them, and it takes a moment."""


def _table() -> dict[str, frozenset[str]]:
    rows = tsv.rows(TABLE, "asks", "language", "words")
    return {
        asks: frozenset(words(form) for kind, _, forms in rows if kind == asks for form in forms.split("|")) for asks, _, _ in rows
    }


_WORDS: Final = _table()
_STOP, _WHO, _BY, _SAYS, _ABOUT, _NOT, _TIE = (_WORDS[kind] for kind in ("stop", "who", "by", "says", "about", "not", "tie"))
_PLAIN: Final = _STOP | _WHO | _BY | _SAYS | _ABOUT | _NOT | _TIE
_SIDES: Final = {form: sign for asks, sign in (("with", 1), ("against", -1)) for form in _WORDS[asks]}
_WAYS: Final = {form: asks for asks, forms in _WORDS.items() if asks in RELATIONS for form in forms}
_NEAR: Final = {"AID": ("AID", "SUPPORT", "COOPERATE"), "SUPPORT": ("SUPPORT", "AID"), "OPPOSE": ("OPPOSE", "ASSAULT")}
"""Relations that answer a question for another: who aids is told by support, too."""


@dataclass(frozen=True, slots=True)
class Read:
    """How a question was read."""

    source: KeptActor | None
    target: KeptActor | None
    relation: str | None
    voice: KeptActor | str | None = None
    """Who says it: an actor, or an author of documents by name."""
    about: KeptActor | None = None
    """At either end."""
    sign: int | None = None
    """The side that is asked for, where no relation is: with (1) or against (-1)."""
    denied: bool = False
    """Whether what is denied is asked for."""
    left: tuple[str, ...] = ()
    """Words that were left aside, as they were typed."""
    whole: bool = True
    """Whether what was understood is what is asked; else no claim answers."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody whom a question names, and the places of his name in it."""

    who: KeptActor | str
    place: int
    end: int


def answer(desk: Desk, question: str) -> Answer:
    """What answers a question."""
    read = understand(desk, question)
    if read is not None and read.whole:
        total, found = _claims(desk, read)
        if found:
            quoted = told.quotations(desk.project, [c.id for c in found])
            return Answer(found="claims", understood=_told(read), total=total, items=list(quoted.values()), documents=[])
    content = [w for w, _ in _tokens(question) if w not in _PLAIN]
    # All its words first; then without the word for what is done, which the text may say otherwise.
    for asked in dict.fromkeys((" ".join(content), " ".join(w for w in content if _way(w) is None and _side(w) is None))):
        page = desk.project.shelf(Shelf(asked, limit=_HITS, sort="-date")) if asked else None
        if page is not None and page.items:
            documents = [elsewhere(d) for d in page.items]
            return Answer(found="search", understood=_told(read), total=page.total, items=[], documents=documents)
    return Answer(found="nothing", understood=_told(read), total=0, items=[], documents=[])


def _told(read: Read | None) -> Understood | None:
    if read is None:
        return None

    def name(found: KeptActor | str | None) -> Name | None:
        if isinstance(found, str):
            return Name(id=f"author:{found}", name=found, name_en="")
        return None if found is None else Name(id=found.id, name=found.name, name_en=found.name_en)

    return Understood(
        source=name(read.source),
        relation=read.relation,
        sign=read.sign,
        denied=read.denied,
        target=name(read.target),
        voice=name(read.voice),
        about=name(read.about),
        left=list(read.left),
        whole=read.whole,
    )


def _claims(desk: Desk, read: Read) -> tuple[int, list[KeptClaim]]:
    """The claims that a reading asks for and nobody has refused, in the order of :func:`_ranked`."""
    voice = read.voice if isinstance(read.voice, str) or read.voice is None else read.voice.id
    source, target = (a.id if a else None for a in (read.source, read.target))
    ends = [(source, target)] if read.about is None else [(read.about.id, None), (None, read.about.id)]
    asked = [(relation, *pair) for relation in _NEAR.get(read.relation or "", (read.relation,)) for pair in ends]
    if (read.sign or 0) > 0 and read.about is None:
        # Who is with whom is said in either order by what is mutual, "Iran and Russia are allies"; but that Iran is said
        # to fight Iraq doesn't say that Iraq is against it.
        asked += [(r.name, target, source) for r in RELATIONS.values() if r.mutual and r.sign == read.sign]
    polarity = "negated" if read.denied else None
    found: dict[int, KeptClaim] = {}
    total = 0
    for relation, one, other in asked:
        wanted = Wanted(one, other, relation, read.sign, voice, polarity, standing=True, limit=_READ)
        total += desk.project.count(wanted)
        found |= {c.id: c for c in desk.project.claims(wanted)}
    return total, _ranked(found.values())[:MOST]


def _ranked(found: Iterable[KeptClaim]) -> list[KeptClaim]:
    """What most voices say most surely first; behind it what names one end only, and what is denied.

    What a claim weighs is what it weighs in the network, and a voice is counted once, an author by his document.
    """
    from ahlaf.network.weights import MODALITY, RELATION  # noqa: PLC0415 - read with the first network

    def weight(claim: KeptClaim) -> float:
        sure = {"confirmed": 1.0, "corrected": 1.0, "unsure": 0.5}.get(claim.status, claim.credence)
        return sure * MODALITY[claim.modality] * RELATION.get(claim.relation, 1.0)

    def says(claim: KeptClaim) -> tuple[str, str, int, str]:
        ends = [end.id if end else "" for end in (claim.source, claim.target)]
        return ends[0], ends[1], claim.sign, claim.polarity

    every = list(found)
    heard: dict[tuple[str, str, int, str], dict[str | int, float]] = {}
    for claim in every:
        voices = heard.setdefault(says(claim), {})
        voice = claim.voice.id if claim.voice else claim.document
        voices[voice] = max(voices.get(voice, 0.0), weight(claim))
    mass = {what: sum(voices.values()) for what, voices in heard.items()}

    def place(claim: KeptClaim) -> tuple[bool, bool, float, tuple[str, str, int, str], float, int]:
        unnamed, what = claim.source is None or claim.target is None, says(claim)
        return claim.polarity == "negated", unnamed, -mass[what], what, -weight(claim), claim.id

    return sorted(every, key=place)


def _tokens(question: str) -> list[tuple[str, str]]:
    """The words of a question, folded, each with how it was typed."""
    plain = re.sub(r"[\u2066-\u2069]", "", question)
    return [(token, typed.strip(_MARKS)) for typed in plain.split() for token in words(typed).split()]


def _way(token: str) -> str | None:
    """The relation that a word asks for: as it stands, without clitics, or without a verb's ending (دعمت، دعموا)."""
    for form in (token, *stems(token)):
        for ending in ("", "ت", "وا", "ون"):
            bare = form.removesuffix(ending) if ending else form
            if bare in _WAYS:
                return _WAYS[bare]
    return None


def _side(token: str) -> int | None:
    """The side that a word asks for: 1 with, -1 against."""
    return next((_SIDES[form] for form in (token, *stems(token)) if form in _SIDES), None)


def _asks(tokens: Sequence[str], named: Sequence[_Named]) -> tuple[str | None, int | None, int]:
    """The relation or else the side that a question asks for, and the place of the word that asks for it.

    "With" goes along with many a verb (who agrees with X), so it asks by itself only where no verb does; "against"
    behind a verb says more than one that binds (who works against X).
    """
    free = set(range(len(tokens))) - {place for one in named for place in range(one.place, one.end)}
    sides = {} if _TIE & set(tokens) else {p: sign for p in sorted(free) if (sign := _side(tokens[p])) is not None}
    at = next((p for p in sorted(free) if _way(tokens[p]) is not None), len(tokens))
    relation = _way(tokens[at]) if at < len(tokens) else None
    if relation is not None:
        against = sides.get(at + 1, 1) < 0 < RELATIONS[relation].sign
        return (None, -1, at + 1) if against else (relation, None, at)
    side = next(iter(sides), len(tokens))
    return None, sides.get(side), side


def understand(desk: Desk, question: str) -> Read | None:
    """Whom and what a question names; ``None`` where it names nobody that this project knows."""
    typed = _tokens(question)
    tokens = [token for token, _ in typed]
    named = _named(desk, tokens)
    if not named:
        return None
    relation, sign, at = _asks(tokens, named)
    open_end = tokens[0] in _WHO
    says = next((p for p, token in enumerate(tokens) if token in _SAYS), None)
    about = next((p for p, token in enumerate(tokens) if token in _ABOUT), len(tokens))
    voice = None
    if says is not None and not open_end and named[0].place < about:
        voice, *named = named
    actors = [one for one in named if not isinstance(one.who, str)]
    read, used = _ends(actors, Read(None, None, relation, sign=sign), at, tokens, open_end=open_end)
    used = [*used, *([voice] if voice else [])]
    known = {place for one in used for place in range(one.place, one.end)} | {at}
    end = min((one.place for one in used if one.place > at), default=at)
    # Who fights with somebody may fight beside him: a verb that divides and "with" are not understood together.
    crossed = {p for p in range(at + 1, end) if relation and RELATIONS[relation].sign < 0 and (_side(tokens[p]) or 0) > 0}
    # Of two verbs the one that asks is known; the other is no name.
    aside = [p for p, token in enumerate(tokens) if p in crossed or (p not in known and token not in _PLAIN and not (sign and _way(token)))]
    left = [typed[place][1] for place in aside]
    if voice is not None and relation is None and sign is None and read.source is not None and read.target is None:
        read = replace(read, source=None, about=read.source)
    pair = read.source is not None and read.target is not None
    # One end and a word that nobody knows: it may be the other end, or what is asked for; so may one between verb and end,
    # or one before "with", which then only goes along with it (who is at war with X).
    between = any(at < place < one.place or (sign and place < at) for place in aside for one in used)
    asks = relation is not None or sign is not None
    whole = not crossed and (not left or (pair and not (sign and between)) or (open_end and asks and not between))
    read = replace(read, denied=bool(_NOT & set(tokens)) and (read.source or read.target) is not None)
    return replace(read, voice=voice.who if voice else None, left=tuple(dict.fromkeys(left)), whole=whole)


def _ends(actors: Sequence[_Named], asked: Read, at: int, tokens: Sequence[str], *, open_end: bool) -> tuple[Read, list[_Named]]:
    """Who is the source and who the target, and which of the named these are; the others are left aside."""

    def read(source: _Named | None, target: _Named | None) -> tuple[Read, list[_Named]]:
        one, other = (a.who if a and not isinstance(a.who, str) else None for a in (source, target))
        return replace(asked, source=one, target=other), [a for a in (source, target) if a]

    passive = bool(_BY & set(tokens[at:]))
    before = [a for a in actors if a.place < at]
    after = [a for a in actors if a.place > at]
    if not actors:
        return read(None, None)
    if asked.relation is None and asked.sign is None:
        return read(actors[0], actors[1] if len(actors) > 1 else None)
    if asked.sign is not None and before and not after and tokens[before[-1].end] == "s":  # X's enemies are those of X
        return read(None, before[-1])
    if open_end:
        # "who aids X" asks for the doer, "whom does X aid" for the other end.
        if before or passive:
            return read((before or after)[0], None)
        return read(None, after[0])
    source: _Named | None
    if before and after:
        source, target = before[0], after[0]
    elif asked.sign is not None and after:  # allies of X; against X
        source, target = None, after[0]
    elif len(after) > 1:  # an Arabic verb goes first: دعمت تركيا التنظيم
        source, target = after[0], after[1]
    elif len(before) > 1:
        source, target = before[0], before[1]
    else:
        return read((before or after)[0], None)
    return read(target, source) if passive else read(source, target)


def _named(desk: Desk, tokens: Sequence[str]) -> list[_Named]:
    """The actors and authors that a question names, in its order; the longest names first."""
    by_name = _names(desk)
    found: list[_Named] = []
    place = 0
    while place < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
            first, *rest = tokens[place : place + length]
            if length == 1 and (first in _PLAIN or first in _SIDES):
                continue
            # "حلفاء إيران" asks for whom Iran has, though a text may have called somebody so.
            if rest and (_way(first) or _side(first)) and " ".join(rest) in by_name:
                continue
            ways = (" ".join([w, *rest]) for w in forms(first))
            one = next((by_name[w] for w in ways if w in by_name), None)
            if one is not None:
                found.append(_Named(one, place, place + length))
                place += length - 1
                break
        place += 1
    return found


def _names(desk: Desk) -> dict[str, KeptActor | str]:
    """Every name of an actor, folded: its own, of two with one name the busier; then those that mean one actor besides; then authors'."""

    def make() -> dict[str, KeptActor | str]:
        own = {name: one for one, _ in reversed(desk.everyone()) for called in (one.name, one.name_en) for name in either(words(called))}
        by_id = {one.id: one for one, _ in desk.everyone()}
        others = {name: by_id[ids[0]] for name, ids in desk.other_names().items() if len(ids) == 1 and ids[0] in by_id}
        for asks in (*_WAYS, *_SIDES):
            others.pop(asks, None)
        authors = {words(name): name for name in desk.project.authors()}
        return {name: one for name, one in (authors | others | own).items() if name and name not in _PLAIN}

    return desk.memory.get((desk.state(), "names"), make)
