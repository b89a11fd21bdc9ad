"""Before whom somebody complains is not accused: "رفعت ليبيا شكوى لدى | المجلس", "دعوى على كندا أمام | المحكمة"."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.lexicon.names import bare_article


def heard_by(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands behind a complaint as those who are to hear it: "شكوى لدى | المجلس"."""
    words, groups = draft.words, draft.lexicon.groups
    if bare_article(words[trigger.head].stem) not in groups["complaints"]:
        return set()
    behind = {p.phrase for p in stood if draft.phrases[p.phrase].first > trigger.last}
    return {i for i in behind if words[draft.phrases[draft.lead(i)].first - 1].fold in groups["before-whom"]}
