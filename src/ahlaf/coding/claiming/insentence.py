"""Which claims of a document a sentence makes."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Claim


def of(draft: Draft, sentence: int, claims: Sequence[Claim]) -> list[Claim]:
    """The claims whose words stand in a sentence, in their order."""
    stretch = draft.stretches[sentence]
    whole = draft.span(stretch.first, stretch.end - 1)
    return [claim for claim in claims if whole.start <= claim.trigger.start and claim.trigger.end <= whole.end]
