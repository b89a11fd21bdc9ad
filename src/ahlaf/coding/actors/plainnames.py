"""How an actor that only the text knows is called: by its letters, without what stretches, joins or shapes them.

"الحكـــومة" in a headline is the government, and so is what a PDF has as "ﺍﻟﺤﻜﻮﻣﺔ". What claims quote stays as it stands in
the text; the name is what tables, maps and reports show of all documents that speak of this actor.
"""

from __future__ import annotations

from dataclasses import replace

from ahlaf.coding.words.draft import Draft
from ahlaf.model import Actor
from ahlaf.text.views import is_shaped, unshaped


def settle(draft: Draft) -> None:
    """Give actors the plain spelling of their names; who was one actor stays one."""
    if not is_shaped(draft.document.text):
        return
    plain: dict[Actor, Actor] = {}
    for phrase in draft.phrases:
        actor = phrase.actor
        if actor is not None and is_shaped(actor.name):
            if actor not in plain:
                plain[actor] = replace(actor, name=unshaped(actor.name))
            phrase.actor = plain[actor]
