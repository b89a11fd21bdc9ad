"""One sentence, and a server that reads it well, sooner or later."""

from __future__ import annotations

from collections.abc import Callable

from loopback import Ask, Reply, claims

from ahlaf.coding.coders import Coding

TEXT = "دعمت تركيا تنظيم داعش بالسلاح."
AID = {"evidence": "دعمت تركيا تنظيم داعش", "trigger": "دعمت", "relation": "AID", "source": ["تركيا"], "target": ["تنظيم داعش"]}
GOOD = claims(AID)


def then(*replies: Reply) -> Callable[[Ask], Reply]:
    """These answers, one after the other, the last for ever."""
    return lambda ask: replies[min(ask.number, len(replies) - 1)]


def stands(coding: Coding) -> None:
    """Every piece of every claim is the document's own words."""
    text = coding.reading.document.text
    for claim in coding.reading.claims:
        assert claim.trigger.of(text)
        assert claim.evidence.of(text)
        for end in (claim.source, claim.target, *claim.voice):
            assert end is None or all(name in text for name in end.names)
