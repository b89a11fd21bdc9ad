"""Which claims of a project are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from ahlaf.errors import WrongValue
from ahlaf.model import Modality, Polarity, is_date
from ahlaf.relations import RELATIONS
from ahlaf.store.records import STATUSES


def several(chosen: Any) -> tuple[Any, ...]:  # noqa: ANN401 - texts and numbers alike
    """What may be there by one field of :class:`Wanted`; empty where anything may.

    >>> several("AID"), several(("AID", "ALLY")), several(None)
    (('AID',), ('AID', 'ALLY'), ())
    """
    return chosen if isinstance(chosen, tuple) else () if chosen is None else (chosen,)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims: every field that is set narrows them, and several values of one field are alternatives.

    Actors are ids, names as typed, or country codes.
    """

    source: str | tuple[str, ...] | None = None
    target: str | tuple[str, ...] | None = None
    relation: str | tuple[str, ...] | None = None
    sign: int | tuple[int, ...] | None = None
    voice: str | tuple[str, ...] | None = None
    """An actor, or ``author``."""
    polarity: str | tuple[str, ...] | None = None
    modality: str | tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    """Words of the evidence, as people type them."""
    status: str | tuple[str, ...] | None = None
    document: int | tuple[int, ...] | None = None
    outlet: str | tuple[str, ...] | None = None
    """Who published the document, as typed."""
    agreed: bool | None = None
    """Where several coders read side by side: what they agree on, or what they differ on."""
    reported: bool | None = None
    """Events that are told as news, or all that is not."""
    least: float = 0.0
    """The least credence; what a person confirmed or corrected passes any."""
    standing: bool = False
    """Nothing that was refused."""
    once: bool = False
    """Near copies count once: only the first document of each group."""
    limit: int | None = None
    offset: int = 0
    doubt: bool = False
    """The most doubtful first, not the oldest."""

    def __post_init__(self) -> None:
        """Refuse what no claim can match.

        Raises:
            WrongValue: there is no such relation, polarity, modality or status, or a date is none.
        """
        known: tuple[tuple[str, Sequence[str]], ...] = (
            ("relation", tuple(RELATIONS)),
            ("polarity", get_args(Polarity)),
            ("modality", get_args(Modality)),
            ("status", STATUSES),
        )
        for name, values in known:
            for value in several(getattr(self, name)):
                if value not in values:
                    raise WrongValue(f"there is no {name} {value!r}: there are {', '.join(values)}")
        for date in (self.since, self.until):
            if date is not None and not is_date(date):
                raise WrongValue(f"the date {date!r} can't be read: write 2016, 2016-03 or 2016-03-14")
