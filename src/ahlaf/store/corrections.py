"""A correction as people write it → the fields of a claim that it changes.

``relation=AID``, ``polarity=negated``, ``target=العراق``, ``evidence=120:164`` or ``evidence=the very words``;
an empty value takes an end, a time, a place, a number or a mode away. Actors may be new: then only this
project knows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from sqlalchemy import Connection

from ahlaf.model import AUTHOR, Actor, Modality, Polarity
from ahlaf.relations import RELATIONS
from ahlaf.store import actors, codings
from ahlaf.store.book import TEXT
from ahlaf.store.errors import ProjectError

FIELDS: Final = ("source", "target", "relation", "polarity", "modality", "voice", "mode", "time", "place", "number", "evidence", "trigger")


def read(connection: Connection, typed: Mapping[str, str], raw: str, shown: str) -> dict[str, Any]:
    """The changes that a correction means, for a claim in the text ``raw``."""
    changes: dict[str, Any] = {}
    for field, value in typed.items():
        if field in ("source", "target", "voice", "place"):
            changes |= _actor(connection, field, value.strip(), shown)
        elif field == "relation":
            relation = RELATIONS.get(value.upper())
            if relation is None:
                raise ProjectError(shown, f"there is no relation {value}", ", ".join(RELATIONS))
            changes |= {"relation": relation.name, "sign": relation.sign}
        elif field in ("polarity", "modality"):
            allowed = get_args(Polarity if field == "polarity" else Modality)
            if value not in allowed:
                raise ProjectError(shown, f"there is no {field} {value}", ", ".join(allowed))
            changes[field] = value
        elif field in ("evidence", "trigger"):
            start, end = _span(value, raw, shown)
            changes |= {f"{field}_start": start, f"{field}_end": end}
        elif field in FIELDS:
            changes["number_said" if field == "number" else field] = value or ("" if field == "mode" else None)
        else:
            raise ProjectError(shown, f"a claim has no {field}", ", ".join(FIELDS))
    return changes


def _actor(connection: Connection, field: str, typed: str, shown: str) -> dict[str, Any]:
    words = {} if field == "place" else {f"{field}_words": typed or None}
    if not typed or (field == "voice" and typed == AUTHOR):
        return {field: None} | (words and {f"{field}_words": None})
    found = actors.meant(connection, typed)
    if len(found) > 1:
        raise ProjectError(shown, f"{typed} may be any of {', '.join(found[:8])}", "name one of them")
    if found:
        return {field: found[0], **words}
    number = typed if typed.startswith(TEXT) else TEXT + typed
    codings.remember(connection, [Actor(number, number[len(TEXT) :])], codings.book(connection))
    return {field: number, **words}


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
