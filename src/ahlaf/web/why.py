"""Why a claim was made, in data.

The page says it in words, in either language (``web/src/messages/*/why.json``); ``ahlaf explain`` prints the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from ahlaf.errors import CoderError
from ahlaf.exchange import places
from ahlaf.lexicon import rules, tables
from ahlaf.model import Claim, Reading, Reason
from ahlaf.store import Decision, Placed
from ahlaf.web import told
from ahlaf.web.shapes import AddedBy, Otherwise, Piece, ReasonInfo, Replay, RowInfo, Side, Sought, Stands, Why

if TYPE_CHECKING:
    from ahlaf.coding.llm.settings import Settings
    from ahlaf.projects import Own
    from ahlaf.usecases import Explanation, Reader

_SAYS: Final = re.compile(r"(?P<word>.+?): (?P<gloss>.*) → (?P<relation>[A-Z]+)")
"""What the reason of a relation says; that of an end says its name alone."""
_PROMPT: Final = "prompt:"
_ROLES: Final = ("evidence", "trigger", "source", "target", "voice")
_OTHERWISE: Final = re.compile("(rules|llm):(relation|polarity|modality|voice)")


@dataclass(frozen=True, slots=True)
class Answers:
    """Where a language model's answers are looked for, and how it was asked; as `ahlaf code` has it without options."""

    cache: Path | None = None
    context: int | None = None

    def settings(self, model: str) -> Settings:
        """To take answers from there alone; no server is asked."""
        from ahlaf.coding.llm.settings import Settings  # noqa: PLC0415 - read by who asks why a model's claim was made

        given: dict[str, Any] = {"cache": self.cache, "context": self.context}
        return Settings(model, offline=True, **{name: value for name, value in given.items() if value is not None})


@lru_cache(maxsize=4)
def _reader(own: Own) -> Reader:
    """The rule book of today with what a project is coded with besides, read once."""
    from ahlaf.usecases import THRESHOLD, Reader  # noqa: PLC0415 - the rule book is read by who asks why

    return Reader(own.folders, THRESHOLD if own.threshold is None else own.threshold)


def of_person(made: Decision) -> Why:
    """A person's claim rests on the person."""
    return Why(added=AddedBy(who=made.who, at=made.at, note=made.note), reasons=[], replay=None, model=None, sought=None)


def of_machine(whole: Reading | None, placed: Placed, answers: Answers, own: Own | None) -> Why:
    """The reasons that are kept with a claim, the rows that they cite, and the document read afresh.

    It is read with the rows and the threshold that the project is coded with; where these rows are gone, ``own`` is
    ``None`` and nothing is replayed. Of a language model's claim the answers are taken from the cache, and held to the
    words afresh; no server is asked.
    """
    model = told.model(placed.claim.rule)
    if own is None or whole is None or not 0 < placed.claim.number <= len(whole.claims):
        return _why(placed, {}, None, model)
    kept = whole.claims[placed.claim.number - 1]
    if model is not None:
        return _of_model(whole, kept, placed, model, answers, own)
    kept = replace(kept, coders=(), differs=())  # as the rules alone put it, where a model read beside them
    from ahlaf.usecases import again, explain  # noqa: PLC0415 - as above

    number = again(kept, _reader(own).read(whole.document))
    if number is None:
        return _why(placed, {}, Replay(same=False, example="", found=None, instead=""), None)
    return _told(explain(_reader(own), whole.document, number, afresh=False), placed, None)


def _of_model(whole: Reading, kept: Claim, placed: Placed, model: str, answers: Answers, own: Own) -> Why:
    from ahlaf import choice  # noqa: PLC0415 - read by who asks why a model's claim was made
    from ahlaf.usecases import again, explain_coded  # noqa: PLC0415

    name: choice.Name = "both" if kept.coders else "llm"
    settings = answers.settings(model)
    try:
        with choice.coder(choice.Choice(name, _reader(own), settings)) as coder:
            number = again(kept, coder.code(whole.document).reading)
            if number is None:
                return _why(placed, {}, Replay(same=False, example="", found=None, instead=""), model)
            return _told(explain_coded(_reader(own), coder, whole.document, number), placed, model)
    except CoderError:  # the answers are on another machine, elsewhere on this one, or to other questions
        return _why(placed, {}, None, model, Sought(cache=str(settings.cache), context=settings.context))


def _told(found: Explanation, placed: Placed, model: str | None) -> Why:
    rows = {(c.ref, c.says): {k: v for k, v in c.row.cells.items() if v} for c in found.rows if c.row is not None}
    replay = Replay(same=found.same, example=found.example, found=found.example_found, instead=found.example_instead)
    return _why(placed, rows, replay, model)


def _why(
    placed: Placed, rows: Mapping[tuple[str, str], dict[str, str]], replay: Replay | None, model: str | None, sought: Sought | None = None
) -> Why:
    reasons = [_reason(r, rows.get((r.ref, r.says), {})) for r in placed.reasons]
    return Why(added=None, reasons=reasons, replay=replay, model=model, sought=sought)


def _reason(reason: Reason, cells: dict[str, str]) -> ReasonInfo:
    return ReasonInfo(
        kind=reason.kind,
        ref=reason.ref,
        says=reason.says,
        span=None if reason.span is None else (reason.span.start, reason.span.end),
        weight=reason.weight,
        row=_row(reason, cells) if reason.kind == "row" else None,
        stands=stands(reason.ref) if reason.kind == "score" else None,
        piece=piece(reason) if reason.kind == "words" else None,
        otherwise=otherwise(reason) if reason.kind == "rule" else None,
        prompt=reason.ref.removeprefix(_PROMPT) if reason.kind == "rule" and reason.ref.startswith(_PROMPT) else None,
    )


def piece(reason: Reason) -> Piece | None:
    """How a piece of a model's claim was found, taken apart; None for other words."""
    from ahlaf.coding.llm.ground import SAYS  # noqa: PLC0415 - as above

    how = next((how for how, says in SAYS.items() if reason.says == f"the {reason.ref} {says}"), None)
    return None if how is None or reason.ref not in _ROLES else Piece(role=cast("Any", reason.ref), how=cast("Any", how))


def otherwise(reason: Reason) -> Otherwise | None:
    """What another coder read otherwise, taken apart; None for what is no such thing.

    >>> otherwise(Reason("rule", "rules:relation", "AID"))
    Otherwise(coder='rules', field='relation', value='AID')
    """
    found = _OTHERWISE.fullmatch(reason.ref)
    return None if found is None else Otherwise(coder=cast("Any", found[1]), field=cast("Any", found[2]), value=reason.says)


def _row(reason: Reason, cells: dict[str, str]) -> RowInfo:
    file, _, _ = reason.ref.rpartition(":")
    said = _SAYS.fullmatch(reason.says)
    return RowInfo(
        table=rules.FOLDER if file.startswith(f"{rules.FOLDER}/") else tables.kind_of(Path(file), Path()),
        word=said["word"] if said else reason.says,
        gloss=said["gloss"] if said else "",
        relation=said["relation"] if said else None,
        cells=cells,
    )


def stands(ref: str) -> Stands | None:
    """Where an end stands, taken apart; None for what is no such thing.

    >>> stands("source a:علي+")
    Stands(end='source', place='a', prep='على', far=True)
    """
    found = places.taken(ref)
    return None if found is None else Stands(end=cast("Side", found.end), place=found.place, prep=found.prep, far=found.far)
