"""Who called for the founding of a body that is there: he has founded it, and asks nobody for anything. "من دعا إلى | تأسيس التحالف"."""

from __future__ import annotations

from ahlaf.coding.words.draft import Draft


def called_for(draft: Draft, at: int) -> bool:
    """Whether a noun of founding stands behind a verb of calling and إلى, and what is founded is there already.

    "دعت كندا إلى | تأسيس التحالف"; no "إلى | تأسيس تحالف", which is yet to come.
    """
    words = draft.words
    if at < 2 or at + 1 >= len(words) or words[at - 1].stem != "الي" or words[at].pronoun or words[at].definite:
        return False
    founds = any(e.kind == "masdar" and any(s.relation == "LEAD" for s in e.lexeme.senses) for e in words[at].entries)
    body = draft.phrases[draft.at[at + 1]] if draft.at[at + 1] >= 0 else None
    return founds and body is not None and body.first == at + 1 and (body.definite or body.kind == "name")
