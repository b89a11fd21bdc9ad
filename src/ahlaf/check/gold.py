"""Gold files: JSON lines of annotated documents or sentences, of four kinds that are told apart by their fields.

=============  ==================================================  ===========================
kind           fields of a line                                    measured by
=============  ==================================================  ===========================
``claims``     ``id``, ``text``, ``claims``                        :mod:`.claims`
``spans``      ``text``, ``type``, ``annotators``                  :func:`.sentences.spans`
``detection``  ``text``, ``type``, ``label``                       :func:`.sentences.detection`
``quad``       ``text``, ``label``                                 :func:`.sentences.quad`
=============  ==================================================  ===========================

Other fields are left aside. A file is of one kind throughout.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

from ahlaf.check import sentences
from ahlaf.check.claims import Score
from ahlaf.check.figures import Figure
from ahlaf.errors import InputError
from ahlaf.model import Document
from ahlaf.relations import RELATIONS

Kind = Literal["claims", "spans", "detection", "quad"]
Record = Mapping[str, Any]
_TEXT: Final[tuple[type, ...]] = (str,)
_FIELDS: Final[Mapping[Kind, Mapping[str, tuple[type, ...]]]] = MappingProxyType(
    {
        "claims": {"text": _TEXT, "id": (str, int), "claims": (list,)},
        "spans": {"text": _TEXT, "type": _TEXT, "annotators": (list,)},
        "detection": {"text": _TEXT, "type": _TEXT, "label": _TEXT},
        "quad": {"text": _TEXT, "label": _TEXT},
    }
)
"""What a line of each kind must have; the first kind that a line fits is meant."""
_WORDS: Final = ("relation", "evidence", "trigger", "polarity", "modality", "voice")
"""What is a text wherever a claim has it."""
_REMEDY: Final = "one JSON object a line: id, text and claims as in docs/llm.md; or a sentence with type and annotators, or label"


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: its name, its kind, and its lines."""

    name: str
    kind: Kind
    lines: tuple[Record, ...]

    def documents(self) -> list[Document]:
        """What is to be read, in order; a sentence is called by its number."""
        if self.kind == "claims":
            return [Document(line["text"], id=str(line["id"]), date=_text(line, "date")) for line in self.lines]
        return [Document(line["text"], id=str(n)) for n, line in enumerate(self.lines)]

    def figures(self, found: Sequence[Sequence[Record]]) -> list[Figure]:
        """What was measured.

        Args:
            found: for each line, the claims that were found, in the shape of :mod:`ahlaf.exchange.records`.
        """
        if self.kind != "claims":
            return sentences.KINDS[self.kind](self.lines, found, self.name)
        score = Score()
        for line, claims in zip(self.lines, found, strict=True):
            score.add(line["text"], line["claims"], claims)
        return score.figures(self.name)


def read(path: Path) -> Gold:
    """Read a gold file.

    Raises:
        InputError: it can't be read, or a line is not what its kind has; the message says which and why.
    """
    try:
        raw = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not UTF-8", "save it as UTF-8") from error
    lines: list[Record] = []
    kind: Kind | None = None
    for number, line in enumerate(raw.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(where, "is no JSON", _REMEDY) from error
        kind = kind or _kind(record)
        wrong = "is no gold line" if kind is None else _wrong(record, kind)
        if wrong:
            raise InputError(where, wrong, _REMEDY)
        lines.append(record)
    if kind is None:
        raise InputError(str(path), "has no lines", _REMEDY)
    return Gold(path.stem, kind, tuple(lines))


def _kind(record: Any) -> Kind | None:  # noqa: ANN401 - whatever JSON gave
    if isinstance(record, dict):
        for kind, fields in _FIELDS.items():
            if fields.keys() <= record.keys():
                return kind
    return None


def _wrong(record: Any, kind: Kind) -> str:  # noqa: ANN401 - whatever JSON gave
    """What is wrong with a line, or nothing."""
    if not isinstance(record, dict):
        return "is no JSON object"
    for name, types in _FIELDS[kind].items():
        if not isinstance(record.get(name), types):
            return f"has no sound {name!r}, as {kind} files have"
    if kind == "claims":
        return next((f"claim {n}: {wrong}" for n, c in enumerate(record["claims"], start=1) if (wrong := _wrong_claim(c))), "")
    if kind == "spans":
        return next((f"annotator {n}: {wrong}" for n, a in enumerate(record["annotators"], start=1) if (wrong := _wrong_mark(a))), "")
    return ""


def _wrong_mark(mark: Any) -> str:  # noqa: ANN401 - whatever JSON gave
    """What is wrong with what one annotator marked."""
    if not isinstance(mark, dict):
        return "is no JSON object"
    for side in ("source", "target"):
        if not _names(mark.get(side)):
            return f"{side} is a list of names"
        role = mark.get(f"{side}_role")
        if not (role is None or (isinstance(role, dict) and isinstance(role.get("main"), str | None))):
            return f"{side}_role is an object with a country in main"
    return ""


def _names(ends: Any) -> bool:  # noqa: ANN401 - whatever JSON gave
    """Whether an end is nobody, a name or a list of names."""
    return ends is None or isinstance(ends, str) or (isinstance(ends, list) and all(isinstance(e, str) for e in ends))


def _wrong_claim(claim: Any) -> str:  # noqa: ANN401 - whatever JSON gave
    if not isinstance(claim, dict):
        return "is no JSON object"
    for name in _WORDS:
        if not isinstance(claim.get(name), str | None):
            return f"{name} is a text"
    if claim.get("relation") not in RELATIONS:
        return f"there is no relation {claim.get('relation')!r}"
    if claim.get("sign") not in (1, -1):
        return "the sign is 1 or -1"
    for side in ("source", "target"):
        if not _names(claim.get(side)):
            return f"{side} is a list of names"
    return ""


def _text(line: Record, name: str) -> str | None:
    value = line.get(name)
    return value if isinstance(value, str) and value else None
