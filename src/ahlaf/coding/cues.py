"""Finds the cues: words that negate, hedge, introduce a speaker, a list, a help, a purpose."""

from __future__ import annotations

from ahlaf.coding.draft import Draft


def find(draft: Draft) -> None:
    """Fill ``draft.cues``; at one place the longest cue of each class stands."""
    words = draft.words
    for stretch in draft.stretches:
        for at in range(stretch.first, stretch.end):
            starts = words[at].cue_starts
            if not starts:
                continue
            here: dict[str, tuple[int, str, str, str]] = {}
            for cue in starts:
                if cue.kind in here:
                    continue
                last = _match(draft, at, cue.parts, stretch.end)
                if last >= 0:
                    here[cue.kind] = (last, cue.kind, cue.reach, cue.ref)
            if here:
                draft.cues[at] = list(here.values())


def _match(draft: Draft, at: int, parts: tuple[frozenset[str], ...], end: int) -> int:
    position = at
    for part in parts[1:]:
        position += 1
        if position >= end:
            return -1
        if "_" in part:
            continue
        if part.isdisjoint(draft.words[position].keys):
            return -1
    return position
