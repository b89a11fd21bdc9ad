"""A correction as people write it → the fields of a claim that it changes.

``relation=AID``, ``polarity=negated``, ``target=العراق``, ``evidence=120:164`` or ``evidence=the very words``;
an empty value takes an end, a time, a place, a number or a mode away. Actors may be new: then only this
project knows them. ``target_span=120:126`` points at an end's words: they are the actor that the coder found
there, or one that is called just so, or a new one; with ``target=`` beside it only the place is taken from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args

from sqlalchemy import Connection

from ahlaf.model import AUTHOR, Actor, Mention, Modality, Polarity, Span, is_date
from ahlaf.relations import RELATIONS
from ahlaf.store import actors, codings
from ahlaf.store.book import TEXT
from ahlaf.store.errors import ProjectError
from ahlaf.store.folding import stems, words
from ahlaf.store.records import SIDES

_SPANS: Final = {f"{side}_span": side for side in SIDES}
"""The fields that point at an end's words → which end."""
_ACTORS: Final = (*SIDES, "place")
"""The fields that name somebody."""
_CLASSES: Final[Mapping[str, tuple[str, ...]]] = {"polarity": get_args(Polarity), "modality": get_args(Modality)}
"""The fields that are one of a few words → which."""
FIELDS: Final = (
    *("source", "target", "relation", "polarity", "modality", "voice", "mode", "time", "place", "number", "evidence", "trigger"),
    *_SPANS,
)
_CLITICS: Final = 3
"""No more letters than these stand before a name as clitics (و، ف، ب، ل، ك)."""


def read(
    connection: Connection, typed: Mapping[str, str], raw: str, shown: str, mentions: Sequence[Mention] = ()
) -> dict[str, Any]:
    """The changes that a correction means, for a claim in the text ``raw`` whose ``mentions`` the coder found."""
    changes: dict[str, Any] = {}
    for field, side in _SPANS.items():
        if field not in typed:
            continue
        start, end = _span(typed[field], raw, shown)
        changes |= {field: [start, end], f"{side}_words": raw[start:end]}
        if side not in typed:
            changes[side] = _pointed(connection, Span(start, end), raw, mentions, shown)
    for field, value in typed.items():
        if field in _SPANS:
            continue
        if field in _ACTORS:
            pointed = changes.get(f"{field}_words")
            changes |= _actor(connection, field, value.strip(), shown)
            if pointed is not None and changes[field] is not None:
                changes[f"{field}_words"] = pointed
        else:
            changes |= _told(field, value, raw, shown)
    return changes


def _told(field: str, value: str, raw: str, shown: str) -> dict[str, Any]:
    """The changes that a field means which names nobody."""
    if field not in FIELDS:
        raise ProjectError(shown, f"a claim has no {field}", ", ".join(FIELDS))
    if field == "relation":
        relation = RELATIONS.get(value.upper())
        if relation is None:
            raise ProjectError(shown, f"there is no relation {value}", ", ".join(RELATIONS))
        return {"relation": relation.name, "sign": relation.sign}
    if field in _CLASSES and value not in _CLASSES[field]:
        raise ProjectError(shown, f"there is no {field} {value}", ", ".join(_CLASSES[field]))
    if field in ("evidence", "trigger"):
        start, end = _span(value, raw, shown)
        return {f"{field}_start": start, f"{field}_end": end}
    if field == "time" and value and not is_date(value):
        raise ProjectError(shown, f"{value!r} is no date", "write 2016, 2016-03 or 2016-03-14; nothing for no time")
    return {"number_said" if field == "number" else field: value or ("" if field == "mode" else None)}


def _actor(connection: Connection, field: str, typed: str, shown: str) -> dict[str, Any]:
    said = {} if field == "place" else {f"{field}_words": typed or None}
    if not typed or (field == "voice" and typed == AUTHOR):
        return {field: None} | (said and {f"{field}_words": None})
    found = actors.meant(connection, typed)
    if len(found) > 1:
        raise ProjectError(shown, f"{typed} may be any of {', '.join(found[:8])}", "name one of them")
    if found:
        return {field: found[0], **said}
    return {field: _new(connection, typed, shown), **said}


def _new(connection: Connection, typed: str, shown: str) -> str:
    actors.check_name(typed, shown)
    number = typed if typed.startswith(TEXT) else TEXT + typed
    codings.remember(connection, [Actor(number, number[len(TEXT) :])], codings.book(connection))
    return number


def _pointed(connection: Connection, span: Span, raw: str, mentions: Sequence[Mention], shown: str) -> str:
    """Who stands at a place: whom the coder found there, one called just so, or somebody new."""
    near = [m for m in mentions if m.span == span] or [
        m for m in mentions if m.span.end == span.end and 0 <= m.span.start - span.start <= _CLITICS
    ]
    if near:
        return near[0].actor.id
    said = " ".join(raw[span.start : span.end].split())
    first, space, rest = said.partition(" ")
    for start in stems(words(first)) if words(first) else ():
        found = actors.called(connection, start + space + rest)
        if len(found) == 1:
            return found[0]
    return _new(connection, said, shown)


def _span(value: str, raw: str, shown: str) -> tuple[int, int]:
    first, colon, last = value.partition(":")
    if colon and first.isdecimal() and last.isdecimal():
        start, end = int(first), int(last)
    else:
        start = raw.find(value)
        end = start + len(value)
    if not 0 <= start < end <= len(raw):
        raise ProjectError(shown, f"{value[:40]!r} is not in the document", "give the very words, or start:end")
    return start, end
