"""Who did a deed and who underwent it, where a clause that tells of the deed says so.

"الغارات التي تشنها | كندا", "محاولة اغتيال دبرتها | كندا", "القصف الذي تعرضت له | كينيا من كندا": a verb that only carries deeds takes
this one up in a pronoun, and has its own subject behind it. Nobody else did it then, and it was done to nobody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.ends.deedclauses import told
from ahlaf.coding.ends.deeds import is_deed, one_clause, same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import ANYBODY
from ahlaf.lexicon.entries import Sense

_BY_WHOM: Final = frozenset(("من", "من قبل", "من جانب", "من طرف", "علي يد", "علي ايدي", "بيد"))
_TO_WHOM: Final = 4
"""So near behind who undergoes a deed stands at whose hands: "تعرضت له | كينيا أمس من كندا"."""


def done_by_another(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who has not done a deed, since its clause says who has: "نددت أوغندا بالمجازر التي ارتكبتها | كندا".

    Where it says who underwent the deed alone, nobody before the deed has done it: "أدانت | أوغندا القصف الذي تعرضت له كينيا".
    """
    if not _is_done(draft, trigger, sense, stood):
        return set()
    if (doer := _doer(draft, trigger)) >= 0:
        return _all_but(draft, doer, stood)
    clause = told(draft, trigger)
    undergone = clause is not None and not clause.done and _subject(draft, clause.verb) >= 0
    return {p.phrase for p in stood if undergone and p.phrase >= 0 and draft.phrases[p.phrase].last < trigger.first}


def undergone_by_another(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom a deed was not done, since its clause says to whom it was: "ردت على القصف الذي تعرضت له | كينيا من كندا"."""
    clause = told(draft, trigger) if _is_done(draft, trigger, sense, stood) else None
    if clause is None or clause.done or _STRUCK.isdisjoint(sense.target):
        return set()
    return _all_but(draft, _subject(draft, clause.verb), stood)


_STRUCK: Final = frozenset(("obj", "gen", "على", "ل", "ضد", "إلى", "في", "بحق"))
"""Where to whom a deed is done stands: "قصف | كينيا", "مجزرة بحق | المدنيين"."""


def _is_done(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> bool:
    """Whether a sense is of a deed that one does to another, and not of what is between two."""
    if not is_deed(draft, trigger) or trigger.form == "idiom" or {"subj", "gen"}.isdisjoint(sense.source):
        return False
    return not (sense.takes("بين") and any(draft.phrases[p.phrase].prep == "بين" for p in stood if p.phrase >= 0))


def _subject(draft: Draft, verb: int) -> int:
    """The subject of a verb in a clause on a deed, where that is known and no land that only sees it; else -1."""
    return -1 if draft.words[verb].of_verb(draft.lexicon.groups["sees"]) else draft.subject_of.get(verb, -1)


def _doer(draft: Draft, trigger: Trigger) -> int:
    """Who did a deed by its clause: the verb's subject, or at whose hands another underwent it; -1 where it does not say."""
    clause = told(draft, trigger)
    subject = _subject(draft, clause.verb) if clause is not None else -1
    if clause is None or subject < 0:
        return -1
    if clause.done:
        return subject if draft.phrases[subject].first > clause.verb else -1
    behind = max(clause.verb, draft.phrases[subject].named_to)
    for at in range(behind + 1, min(behind + 1 + _TO_WHOM + 1, len(draft.words))):
        index = draft.at[at]
        if index >= 0 and draft.phrases[index].prep in _BY_WHOM and draft.phrases[index].kind in ANYBODY:
            near = draft.sentence_of[at] == trigger.sentence and one_clause(draft, behind, at)
            return index if near and not same(draft, index, subject) else -1
    return -1


def _all_but(draft: Draft, whom: int, stood: Sequence[Place]) -> set[int]:
    """All candidates but one, "nobody" among them; none where he is no candidate."""
    if whom < 0 or not any(p.phrase >= 0 and same(draft, p.phrase, whom) for p in stood):
        return set()
    return {_NOBODY, *(p.phrase for p in stood if p.phrase >= 0 and not same(draft, p.phrase, whom))}


_NOBODY: Final = -1
"""The candidate for an end that is left open."""
