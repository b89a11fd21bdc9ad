"""What a claim from elsewhere must look like, field by field: whatever is otherwise is named with its file, line and field.

People write such files with programs of their own, and a wrong kind in one field would else come up somewhere behind, in
Python's words, or not at all: a credence of 5 weighed five claims.

>>> refuse_wrong_claims({"claims": [{"source": [["a"]], "relation": "AID"}]}, "f.jsonl:3")
Traceback (most recent call last):
ahlaf.errors.NetworkError: f.jsonl:3, claim 1: "source" must be a name or a list of names, not [["a"]]
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ahlaf.errors import NetworkError
from ahlaf.network.table import MODALITIES
from ahlaf.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Test = tuple["Callable[[Any], bool]", str]
_SHOWN: Final = 60
"""So many characters of a wrong value are shown."""


def _name(value: object) -> bool:
    return value is None or isinstance(value, str)


def _names(value: object) -> bool:
    return _name(value) or (isinstance(value, list) and all(_name(v) for v in value))


def _plain(value: object) -> bool:
    """What can stand for an id or a date: a text, or a whole number."""
    return value is None or (isinstance(value, str | int) and not isinstance(value, bool))


def _actor(value: object) -> bool:
    if not isinstance(value, dict):
        return value is None
    return all(_plain(v) if k == "id" else _names(v) if k == "names" else _name(v) for k, v in value.items() if k in _OF_ACTOR)


def _end(value: object) -> bool:
    return isinstance(value, str) or _actor(value)


def _listed(one: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or (isinstance(value, list) and all(one(v) for v in value))


def _share(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1)


def _whole(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and -1 <= value < 2**31)


def _day(value: object) -> bool:
    year = isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 9999
    return _name(value) or year


_OF_ACTOR: Final = frozenset(("id", "name", "name_en", "kind", "country", "sector", "names"))
_SOMEBODY: Final = "an object with id and name, all of them texts, or null"
_COMMON: Final[dict[str, Test]] = {
    "relation": (lambda v: isinstance(v, str) and v in RELATIONS, f"one of {', '.join(RELATIONS)}"),
    "sign": (lambda v: v is None or (not isinstance(v, bool) and v in (1, -1)), "1 or -1"),
    "polarity": (lambda v: v in (None, "", "affirmed", "negated"), "affirmed or negated"),
    "modality": (lambda v: v is None or v == "" or v in MODALITIES, f"one of {', '.join(MODALITIES)}"),
    "credence": (_share, "a number from 0 to 1"),
    "id": (_plain, "a text or a number"),
    "start": (_whole, "a whole number"),
    "end": (_whole, "a whole number"),
    "time": (_plain, "a text"),
    "date": (_day, "a text like 2016-03-14, or a year"),
    "denied": (lambda v: v is None or isinstance(v, bool), "true or false"),
    **dict.fromkeys(("review", "outlet", "author", "title", "quote"), (_name, "a text")),
    **dict.fromkeys(("story", "document"), (_plain, "a text or a number")),
}
_CLAIM: Final[dict[str, Test]] = _COMMON | {
    "source": (_names, "a name or a list of names"),
    "target": (_names, "a name or a list of names"),
    "source_actor": (_actor, _SOMEBODY),
    "target_actor": (_actor, _SOMEBODY),
    "voice": (_names, "a name or a list of names"),
    "voices": (_names, "a list of names"),
    "voice_actor": (_actor, _SOMEBODY),
    "voice_actors": (_listed(_actor), "a list of objects with id and name"),
    "evidence": (_name, "a text"),
}
_STATEMENT: Final[dict[str, Test]] = _COMMON | {
    "source": (_end, f"a name, or {_SOMEBODY}"),
    "target": (_end, f"a name, or {_SOMEBODY}"),
    "voices": (_listed(_end), "a list of names or of objects with id and name"),
}
_ROW: Final[dict[str, Test]] = _COMMON | {
    f"{side}{field}": (_name, "a text") for side in ("source", "target", "voice") for field in ("", "_id", "_name", "_name_en")
}


def refuse_wrong_claims(document: dict[str, Any], where: str) -> None:
    """Make sure that each claim of a document is one.

    Raises:
        NetworkError: one is not; it says which, in which field, and what must stand there.
    """
    _refuse(document, {field: _COMMON[field] for field in ("id", "date", "outlet", "author", "title")}, where)
    for number, claim in enumerate(document["claims"], 1):
        at = f"{where}, claim {number}"
        if not isinstance(claim, dict):
            raise NetworkError(f"{at}: a claim must be an object with source, relation and target, not {_shown(claim)}")
        if "relation" not in claim:
            raise NetworkError(f'{at}: "relation" is missing: it must be {_COMMON["relation"][1]}')
        _refuse(claim, _CLAIM, at)


def refuse_wrong_statement(record: dict[str, Any], where: str) -> None:
    """Make sure that a claim which has a line of its own is one.

    Raises:
        NetworkError: it is not; it says in which field, and what must stand there.
    """
    row = "source_id" in record
    for side in ("source", "target"):
        if not row and side not in record:
            raise NetworkError(f'{where}: "{side}" is missing: it must be {_STATEMENT[side][1]}')
    _refuse(record, _ROW if row else _STATEMENT, where)


def _refuse(record: dict[str, Any], tests: Mapping[str, Test], where: str) -> None:
    for field, value in record.items():
        test = tests.get(field)
        if test is not None and not test[0](value):
            raise NetworkError(f'{where}: "{field}" must be {test[1]}, not {_shown(value)}')


def _shown(value: object) -> str:
    told = json.dumps(value, ensure_ascii=False)
    return told if len(told) <= _SHOWN else told[:_SHOWN] + "…"
