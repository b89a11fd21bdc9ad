"""Words that may be somebody and lead to what follows: they judge a clause, open it, or tell what a decision rules."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.draft import Draft


def tells_of_it(draft: Draft, at: int) -> bool:
    """A noun or adjective with its article that opens a clause about what was said: "والأهم من ذلك أن", "والسبب هو", "والغريب أن"."""
    words, word = draft.words, draft.words[at]
    if word.conj != "و" or word.prep or not word.definite or word.stem not in draft.lexicon.groups["tells-of-it"] or at + 2 >= len(words):
        return False
    behind, next_ = words[at + 1], words[at + 2]
    this = "prep" in behind.function and not behind.pronoun and "demonstrative" in next_.function
    return this or behind.bare == ":" or "subordinator" in behind.function or behind.fold in ("هو", "هي")


def of_what_follows(draft: Draft, at: int) -> bool:
    """Whether a word behind من only judges the clause that follows: "من المتوقع أن يلتقي بوتين أردوغان", "من الصعب على قطر أن"."""
    word, before = draft.words[at], draft.word_before(at)
    if before is None or before.fold not in ("من", "غير") or not word.definite or word.stem not in draft.lexicon.groups["impersonal"]:
        return False
    asking = (e for k in range(max(at - _TO_CLAUSE, 0), at) if draft.words[k].finite for e in draft.words[k].entries)
    if any(s.relation == "REQUEST" for e in asking for s in e.lexeme.senses):
        return False  # "طلبت إسرائيل من المقرر الأممي أن"
    behind = draft.words[at + 1 : min(at + _TO_CLAUSE, draft.stretches[draft.sentence_of[at]].end)]
    return any(w.stem == "ان" and "subordinator" in w.function for w in behind)


_TO_CLAUSE: Final = 6
"""So many tokens on begins the clause that is judged, at most."""


def rules_that(draft: Draft, at: int) -> bool:
    """Whether a word is no judge but what a decision before it rules: "القرار | القاضي بوقف القتال", "القرار 1701 القاضي بـ"."""
    word, before = draft.words[at], draft.word_before(at)
    behind = draft.word_behind(at)
    groups = draft.lexicon.groups
    ruling = word.stem in groups["rules-that"] and word.definite
    if not ruling or before is None or behind is None or word.conj or word.prep or (behind.prep or behind.stem) != "ب":
        return False
    first = max(at - _TO_DECISION, draft.stretches[draft.sentence_of[at]].first)
    decided = next((k for k in range(at - 1, first - 1, -1) if draft.words[k].stem in groups["decision"]), -1)
    of_it = range(decided + 1, at)
    if decided < 0 or any(draft.words[k].finite or draft.words[k].prep or draft.words[k].kind in ("func", "punct") for k in of_it):
        return False
    return decided < at - 1 or before.definite or bool(before.pronoun)  # "قرار | القاضي" is a judge's


_TO_DECISION: Final = 4
"""So many tokens before what a decision rules stands its noun, at most: "قرار مجلس الأمن 2231 القاضي بـ"."""
