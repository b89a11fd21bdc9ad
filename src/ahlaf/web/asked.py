"""How a typed question is read: whom it names, and which relation or side its words ask for.

Who stands before whom decides who acts, unless the question's word is passive or asks for the doer of it. A word for saying
makes whoever says it the voice; a word for denying asks for what is denied. "With" and "against", allies and enemies ask for
a side: every relation of one sign. Words that were not understood are told; where one of them may be whom or what is asked
for, no claim answers, for it would answer another question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ahlaf.relations import RELATIONS
from ahlaf.store import KeptActor
from ahlaf.store.folding import forms, stems, words
from ahlaf.store.naming import either
from ahlaf.text import tsv
from ahlaf.web.desk import Desk

_MARKS: Final = '؟?!.,،؛;:"«»“”()'
_LONGEST: Final = 6
"""Words of a name that are looked for."""
TABLE: Final = Path(__file__).parent / "questions.tsv"
"""What the words of questions ask for: asks (a relation; stop: nothing; who: the doer; by: the other way;
says: a voice; about: of whom it speaks; not: what is denied; with, against: a side; tie: any relation), language, words."""


def _table() -> dict[str, frozenset[str]]:
    rows = tsv.rows(TABLE, "asks", "language", "words")
    return {asks: frozenset(words(form) for kind, _, forms in rows if kind == asks for form in forms.split("|")) for asks, _, _ in rows}


_WORDS: Final = _table()
_STOP, _WHO, _BY, _SAYS, _ABOUT, _NOT, _TIE = (_WORDS[kind] for kind in ("stop", "who", "by", "says", "about", "not", "tie"))
PLAIN: Final = _STOP | _WHO | _BY | _SAYS | _ABOUT | _NOT | _TIE
_SIDES: Final = {form: sign for asks, sign in (("with", 1), ("against", -1)) for form in _WORDS[asks]}
_WAYS: Final = {form: asks for asks, forms in _WORDS.items() if asks in RELATIONS for form in forms}


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


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words of a question, folded, and the one of them that asks for a relation or else a side."""

    tokens: Sequence[str]
    relation: str | None
    sign: int | None
    at: int
    """The place of that word; behind all where there is none."""

    @property
    def open_end(self) -> bool:
        """Whether it asks who."""
        return self.tokens[0] in _WHO

    @property
    def asks(self) -> bool:
        """Whether it asks for a relation or a side."""
        return self.relation is not None or self.sign is not None

    def crossed(self, used: Sequence[_Named]) -> set[int]:
        """The places of "with" behind a verb that divides: who fights with somebody may fight beside him."""
        end = min((one.place for one in used if one.place > self.at), default=self.at)
        divides = self.relation is not None and RELATIONS[self.relation].sign < 0
        return {p for p in range(self.at + 1, end) if divides and (side(self.tokens[p]) or 0) > 0}

    def unknown(self, used: Sequence[_Named]) -> set[int]:
        """The places of words that are nobody's whom it names and ask for nothing; of two verbs that behind a side is known."""
        known = {place for one in used for place in range(one.place, one.end)} | {self.at}
        free = (p for p in range(len(self.tokens)) if p not in known)
        return {p for p in free if self.tokens[p] not in PLAIN and not (self.sign and way(self.tokens[p]))}


def understand(desk: Desk, question: str) -> Read | None:
    """Whom and what a question names; ``None`` where it names nobody that this project knows."""
    typed = tokens_of(question)
    tokens = [token for token, _ in typed]
    named = _named(desk, tokens)
    if not named:
        return None
    asked = _asks(tokens, named)
    voice = _voice(asked, named)
    source, target = _ends(asked, [one for one in named if one is not voice and not isinstance(one.who, str)])
    used = [one for one in (source, target, voice) if one is not None]
    crossed = asked.crossed(used)
    aside = sorted(crossed | asked.unknown(used))
    whole = not crossed and _is_whole(asked, aside, used, pair=source is not None and target is not None)
    about = None
    if voice is not None and not asked.asks and target is None:
        source, about = None, source
    return Read(
        _actor(source),
        _actor(target),
        asked.relation,
        voice.who if voice is not None else None,
        _actor(about),
        asked.sign,
        denied=not _NOT.isdisjoint(tokens) and (source or target) is not None,
        left=tuple(dict.fromkeys(typed[place][1] for place in aside)),
        whole=whole,
    )


def _actor(named: _Named | None) -> KeptActor | None:
    return named.who if named is not None and not isinstance(named.who, str) else None


def _is_whole(asked: _Asked, aside: Sequence[int], used: Sequence[_Named], *, pair: bool) -> bool:
    """Whether words that were left aside may be neither an end nor what is asked for.

    One between the verb and an end may, as may one before "with", which then only goes along with it (who is at war with X).
    """
    between = any(asked.at < place < one.place or (asked.sign and place < asked.at) for place in aside for one in used)
    return not aside or (pair and not (asked.sign and between)) or (asked.open_end and asked.asks and not between)


def tokens_of(question: str) -> list[tuple[str, str]]:
    """The words of a question, folded, each with how it was typed."""
    plain = re.sub(r"[\u2066-\u2069]", "", question)
    return [(token, typed.strip(_MARKS)) for typed in plain.split() for token in words(typed).split()]


def way(token: str) -> str | None:
    """The relation that a word asks for: as it stands, without clitics, or without a verb's ending (دعمت، دعموا)."""
    for form in (token, *stems(token)):
        for ending in ("", "ت", "وا", "ون"):
            bare = form.removesuffix(ending) if ending else form
            if bare in _WAYS:
                return _WAYS[bare]
    return None


def side(token: str) -> int | None:
    """The side that a word asks for: 1 with, -1 against."""
    return next((_SIDES[form] for form in (token, *stems(token)) if form in _SIDES), None)


def _asks(tokens: Sequence[str], named: Sequence[_Named]) -> _Asked:
    """The relation or else the side that a question asks for, and the place of the word that asks for it.

    "With" goes along with many a verb (who agrees with X), so it asks by itself only where no verb does; "against"
    behind a verb says more than one that binds (who works against X).
    """
    free = set(range(len(tokens))) - {place for one in named for place in range(one.place, one.end)}
    sides = {} if _TIE & set(tokens) else {p: sign for p in sorted(free) if (sign := side(tokens[p])) is not None}
    at = next((p for p in sorted(free) if way(tokens[p]) is not None), len(tokens))
    relation = way(tokens[at]) if at < len(tokens) else None
    if relation is not None:
        against = sides.get(at + 1, 1) < 0 < RELATIONS[relation].sign
        return _Asked(tokens, None, -1, at + 1) if against else _Asked(tokens, relation, None, at)
    at = next(iter(sides), len(tokens))
    return _Asked(tokens, None, sides.get(at), at)


def _voice(asked: _Asked, named: Sequence[_Named]) -> _Named | None:
    """Who is named first where it is asked what somebody says, not who says it: "ماذا يقول سالم عن كندا"."""
    about = next((p for p, token in enumerate(asked.tokens) if token in _ABOUT), len(asked.tokens))
    says = not _SAYS.isdisjoint(asked.tokens) and not asked.open_end
    return named[0] if says and named[0].place < about else None


def _ends(asked: _Asked, actors: Sequence[_Named]) -> tuple[_Named | None, _Named | None]:
    """Who of the named is the source and who the target; the others are left aside."""
    if not actors:
        return None, None
    if not asked.asks:
        return actors[0], actors[1] if len(actors) > 1 else None
    passive = not _BY.isdisjoint(asked.tokens[asked.at :])
    before = [a for a in actors if a.place < asked.at]
    after = [a for a in actors if a.place > asked.at]
    if asked.sign is not None and before and not after and asked.tokens[before[-1].end] == "s":  # X's enemies are those of X
        return None, before[-1]
    if asked.open_end:  # "who aids X" asks for the doer, "whom does X aid" for the other end
        return ((before or after)[0], None) if before or passive else (None, after[0])
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
        return (before or after)[0], None
    return (target, source) if passive else (source, target)


def _named(desk: Desk, tokens: Sequence[str]) -> list[_Named]:
    """The actors and authors that a question names, in its order; the longest names first."""
    by_name = _names(desk)
    found: list[_Named] = []
    place = 0
    while place < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
            first, *rest = tokens[place : place + length]
            if length == 1 and (first in PLAIN or first in _SIDES):
                continue
            # "حلفاء إيران" asks for whom Iran has, though a text may have called somebody so.
            if rest and (way(first) or side(first)) and " ".join(rest) in by_name:
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
        return {name: one for name, one in (authors | others | own).items() if name and name not in PLAIN}

    return desk.memory.get((desk.state(), "names"), make)
