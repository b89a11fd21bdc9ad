"""Verbs that are written alike, and what tells which of them stands where one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ahlaf.coding.clauses import lookalikes
from ahlaf.coding.words.draft import Draft

Prepare = Callable[[str], Draft]


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "may"),
    [
        # a shadda that is written
        ("حمّل الوزير الحركة المسؤولية.", "حمل", "حَمَلَ", False),
        ("حمّل الوزير الحركة المسؤولية", "حمل", "حَمَّلَ", True),
        ("حمل الوزير الحركة المسؤولية.", "حمل", "حَمَلَ", True),  # none is written
        ("وقدّم الوزير لوفد كندا عرضا.", "وقدم", "قَدِمَ", False),
        ("قدّم الوزير لوفد كندا عرضا", "قدم", "قَدَّمَ", True),
        ("الدول التي تعدّها كندا معادية.", "تعدها", "وَعَدَ", False),
        # what is promised
        ("قال إن الدول تعدها كندا بالدعم", "تعدها", "وَعَدَ", True),
        ("تعدها كندا بالدعم.", "تعدها", "وَعَدَ", True),
        ("تعد كندا من الدول الكبرى.", "تعد", "وَعَدَ", False),
    ],
)
def test_which_verb_may_stand_there(text: str, verb: str, lemma: str, may: bool, prepare: Prepare) -> None:
    draft = prepare(text)
    at = next(k for k, word in enumerate(draft.words) if word.bare == verb)
    left = lookalikes.can_stand(draft, at, list(draft.words[at].entries))
    assert (lemma in {entry.lexeme.lemma for entry in left}) is may
