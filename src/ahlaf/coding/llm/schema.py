"""The shape of an answer: what a server is asked to keep to, and what is made of an answer that came.

A server that can is held to :func:`answer`; every answer is checked all the same, claim by claim, so that one
claim in the wrong shape costs no other. An answer that broke off gives the claims that were whole.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final, TypeVar, get_args

from ahlaf.coding.coders import Refused
from ahlaf.model import AUTHOR, Modality, Polarity
from ahlaf.relations import RELATIONS

MODALITIES: Final[tuple[Modality, ...]] = get_args(Modality)
POLARITIES: Final[tuple[Polarity, ...]] = get_args(Polarity)
_Word = TypeVar("_Word", bound=str)
MOST: Final = 400
"""Claims of one answer that are looked at."""
_LONGEST: Final = 4_000
"""Letters of one string; nobody quotes more to carry one claim."""
_NAMES: Final = 8
_AUTHORS: Final = frozenset((AUTHOR, "the author", "الكاتب", "كاتب المقال"))
_FENCE: Final = re.compile(r"```[a-zA-Z]*\s*\n(.*?)```", re.DOTALL)
_THOUGHT: Final = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_DETAILS: Final = ("time", "place", "number", "purpose")


@dataclass(frozen=True, slots=True)
class Offered:
    """A claim as an answer offers it: strings, none of them believed yet."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    relation: str
    polarity: Polarity
    modality: Modality
    voice: tuple[str, ...]
    """The chain of speakers, the nearest first; empty for the author."""
    trigger: str
    evidence: str
    time: str = ""
    place: str = ""
    number: str = ""
    purpose: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer offers, and what in it is no claim."""

    offered: tuple[Offered, ...]
    refused: tuple[Refused, ...] = ()


class Unusable(ValueError):
    """Nothing in an answer can be used; its message says why, in words that the model can mend it by."""


# -- what is asked for ----------------------------------------------------------------------------------


def answer() -> dict[str, Any]:
    """The JSON schema of an answer, within what servers that constrain their models understand.

    Every property is required and may be empty or null, as such servers ask; no bounds, which some of them refuse.
    """
    names = {"type": "array", "items": {"type": "string"}}
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    fields: dict[str, Any] = {
        "evidence": text,
        "trigger": text,
        "relation": {"type": "string", "enum": list(RELATIONS)},
        "source": names,
        "target": names,
        "polarity": {"type": "string", "enum": list(POLARITIES)},
        "modality": {"type": "string", "enum": list(MODALITIES)},
        "voice": names,
        **dict.fromkeys(_DETAILS, maybe),
        "confidence": {"type": ["number", "null"]},
    }
    claim = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    return {
        "type": "object",
        "properties": {"claims": {"type": "array", "items": claim}},
        "required": ["claims"],
        "additionalProperties": False,
    }


# -- what came -------------------------------------------------------------------------------------------


def parse(content: str) -> Answer:
    """The claims of an answer.

    Raises:
        Unusable: it is not JSON, or JSON of another shape, and no whole claim stands in it.
    """
    text = clean(_THOUGHT.sub("", content)).strip()
    found, whole = _json(text)
    if not isinstance(found, list):
        raise Unusable('the answer must be one JSON object {"claims": [...]}')
    refused = [] if whole else [Refused("shape", "the answer broke off; the claims before the break were taken", _short(text[-80:]), False)]
    if len(found) > MOST:
        refused.append(Refused("shape", f"the answer holds {len(found)} claims; the first {MOST} were looked at", "", False))
    offered = []
    for item in found[:MOST]:
        one = _claim(item)
        if isinstance(one, Refused):
            refused.append(one)
        else:
            offered.append(one)
    return Answer(tuple(offered), tuple(refused))


def clean(text: str) -> str:
    """A text without halves of characters, which JSON can spell and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _json(text: str) -> tuple[Any, bool]:
    """The list of claims in an answer, and whether the answer is whole: as it is, from a fenced block, or from inside prose."""
    fenced = _FENCE.search(text)
    for candidate in (text, fenced[1] if fenced else ""):
        try:
            return _listed(json.loads(candidate)), True
        except (ValueError, RecursionError):
            continue
    start = text.find('"claims"')
    bracket = text.find("[", start) if start >= 0 else -1
    if bracket < 0:
        what = "it is not JSON" if text else "it is empty"
        raise Unusable(f'{what}: the answer must be one JSON object {{"claims": [...]}} and nothing else')
    return _salvaged(text, bracket + 1)


def _listed(found: object) -> Any:  # noqa: ANN401 - JSON of any shape
    return found.get("claims") if isinstance(found, dict) else found


def _salvaged(text: str, at: int) -> tuple[list[Any], bool]:
    """The objects of a list, one after the other, as far as they are whole; and whether the list was closed."""
    decoder = json.JSONDecoder()
    found: list[Any] = []
    while len(found) <= MOST:
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        if at >= len(text) or text[at] != "{":
            break
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        found.append(item)
    closed = at < len(text) and text[at] == "]"
    if not found and not closed:
        raise Unusable("its JSON is broken before the first claim is whole")
    return found, closed


def _claim(item: object) -> Offered | Refused:
    if not isinstance(item, dict):
        return Refused("shape", "a claim must be an object with its fields", _short(item))
    for field in ("evidence", "trigger", "relation"):
        value = item.get(field)
        if not isinstance(value, str) or not value.strip():
            return Refused("shape", f"the claim has no {field}", _short(item))
    lists = {field: _strings(item.get(field)) for field in ("source", "target", "voice")}
    wrong = next((field for field, value in lists.items() if value is None), "")
    if wrong:
        return Refused("shape", f"{wrong} must be a list of strings", _short(item))
    details = {field: item.get(field) for field in _DETAILS}
    told = [item["evidence"], item["trigger"], *(s for v in lists.values() for s in v or ()), *details.values()]
    if any(isinstance(s, str) and len(s) > _LONGEST for s in told):
        return Refused("shape", f"a string of more than {_LONGEST} letters carries no claim", _short(item))
    relation = item["relation"].strip().upper()
    if relation not in RELATIONS:
        return Refused("relation", f"there is no relation {_short(item['relation'])}", _short(item["evidence"]))
    polarity = _value(item.get("polarity", "affirmed"), POLARITIES)
    modality = _value(item.get("modality", "asserted"), MODALITIES)
    for field, allowed, value in (("polarity", POLARITIES, polarity), ("modality", MODALITIES, modality)):
        if value is None:
            return Refused(field, f"{field} must be one of {', '.join(allowed)}, not {_short(item.get(field))}", _short(item["evidence"]))
    assert polarity is not None
    assert modality is not None
    return Offered(
        source=lists["source"] or (),
        target=lists["target"] or (),
        relation=relation,
        polarity=polarity,
        modality=modality,
        voice=tuple(v for v in lists["voice"] or () if v.strip().lower() not in _AUTHORS),
        trigger=item["trigger"].strip(),
        evidence=item["evidence"].strip(),
        **{field: value.strip() if isinstance(value, str) else "" for field, value in details.items()},
        confidence=_confidence(item.get("confidence")),
    )


def _value(value: object, allowed: tuple[_Word, ...]) -> _Word | None:
    told = value.strip().lower() if isinstance(value, str) else ""
    return next((a for a in allowed if a == told), None)


def _strings(value: object) -> tuple[str, ...] | None:
    """A list of strings; one string alone is taken as such a list, nothing as an empty one."""
    if value is None:
        return ()
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(s, str) for s in items):
        return None
    return tuple(dict.fromkeys(s.strip() for s in items if s.strip()))[:_NAMES]


def _confidence(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if 0 <= value <= 1 else None


def _short(value: object) -> str:
    """A machine's words for a message: one line, cut short, without what moves a terminal's letters about."""
    try:
        return shorten(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    except RecursionError:
        return "…"


def shorten(text: str, limit: int = 160) -> str:
    r"""One line of printable letters, cut short.

    >>> shorten("one\n two", 5)
    'one …'
    """
    line = "".join(c if c.isprintable() else " " for c in clean(text[: 4 * limit]))
    line = " ".join(line.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + " …"
