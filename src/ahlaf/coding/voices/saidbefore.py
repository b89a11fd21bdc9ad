"""Who says, behind it, what stands before: "تمول قطر الجماعة، كما تقول | القاهرة", "…، على ما أفاد | مصدر", "…، هكذا قال | الوزير"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.nounphrases.offices import is_person
from ahlaf.coding.voices import texts
from ahlaf.coding.voices.speech import Speech, speaks
from ahlaf.coding.words.draft import Draft

_TOLD_ON: Final = 36
"""So many tokens behind the speaker is what he did besides, at most."""

_WHAT: Final = ("ما", "لما")


def as_says(draft: Draft, at: int) -> int:
    """The first token of what makes a verb of saying one of "as he says", right before it: "كما", "على ما"; -1 where nothing does."""
    words, groups = draft.words, draft.lexicon.groups
    start = draft.stretches[draft.sentence_of[at]].first
    if at > start and words[at - 1].fold in groups["as-says"]:
        return at - 1
    what = at - 1 > start and words[at - 1].stem in _WHAT
    return at - 2 if what and words[at - 2].fold in groups["as-what"] else -1


def told_before(draft: Draft, at: int) -> list[Speech]:
    """The speech that "as he says" closes; none where "as" brings one thing more that he did.

    Then what he did follows: "كما أكدت السعودية | دعمها", "كما أعلن الوزير | أن". What "على ما" leads to may be taken up by the
    verb's pronoun: "وفقا لما أعلنه الوزير".
    """
    words, opens = draft.words, as_says(draft, at)
    start = draft.stretches[draft.sentence_of[at]].first
    if opens <= start or (words[at].pronoun and opens == at - 1):
        return []
    who = at + 1
    if who + 1 < len(words) and "prep" in words[who].function and words[who].pronoun:
        who += 1  # "قال لي | ضابط"
    index = draft.at[who] if who < len(words) else -1
    if (body := texts.issuer(draft, at)) >= 0:
        return [Speech(start, opens, body, at, "say")]  # "كما قال بيان لل|جيش"
    if index < 0 or draft.phrases[index].first != who or draft.phrases[index].prep or not speaks(draft.phrases[index]):
        return []
    behind = draft.phrases[index].named_to + 1
    for position in range(behind, min(draft.stretches[draft.sentence_of[at]].end, behind + _TOLD_ON)):
        word, other = words[position], draft.at[position]
        if word.kind == "punct":
            break
        his = other >= 0 and bool(draft.phrases[other].prep)  # "متحدث باسم | حاكم الولاية"
        did = position == behind and word.nominal and not (word.prep or word.function or his)
        if did or word.fold in draft.lexicon.groups["that"] or (other >= 0 and not draft.phrases[other].prep):
            return []
    return [Speech(start, opens, index, at, "say")]


def ends_with(draft: Draft, at: int) -> list[Speech]:
    """The speech that "he says" closes alone, behind a comma at the end of its sentence: "كندا لا تدعم كينيا، يقول | الوزير"."""
    words, stretch = draft.words, draft.stretches[draft.sentence_of[at]]
    index = draft.at[at + 1] if at + 1 < stretch.end else -1
    says = "say" in words[at].reports and words[at].finite and not (words[at].conj or words[at].pronoun)
    if says and index >= 0 and (quoted := _quoted_before(draft, at)) >= 0:
        speaker = draft.phrases[index]
        spoke = speaker.first == at + 1 and not speaker.prep and speaks(speaker)
        return [Speech(quoted, at - 1, index, at, "say")] if spoke else []
    if not says or index < 0 or at - _LEAST < stretch.first or words[at - 1].bare not in "،,":
        return []
    speaker = draft.phrases[index]
    if speaker.first != at + 1 or speaker.prep or not speaks(speaker) or _opens_with_when(draft, stretch.first):
        return []
    rest = range(speaker.named_to + 1, stretch.end)
    if any(draft.at[k] < 0 and not (words[k].kind == "punct" and words[k].bare in ".!؟") for k in rest):
        return []
    told = any(k in draft.subject_of for k in range(stretch.first, at - 1))
    named = next((draft.at[k] for k in rest if draft.at[k] >= 0 and is_person(draft.phrases[draft.at[k]])), index)
    return [Speech(stretch.first, at - 1, named, at, "say")] if told else []  # "الأمين العام للحلف | مارك روته"


def _quoted_before(draft: Draft, at: int) -> int:
    """The first token of what stands in quotation marks right before a verb of saying: '"قصفت كندا القرية"، | قال الوزير'; else -1."""
    end = at - 1 if draft.words[at - 1].bare in "،," else at
    sentence = draft.sentence_of[at]
    near = range(max(0, sentence - _QUOTED), sentence + 1)
    quotes = draft.quotes_from(draft.stretches[near[0]].first, at)
    return next((q.first for q in quotes if q.depth == 1 and q.mark not in "([" and q.end == end - 1), -1)


_QUOTED: Final = 6
"""So many sentences a quotation may have before its speaker is named."""


def _opens_with_when(draft: Draft, first: int) -> bool:
    """Whether a sentence opens with what leads up to its verb: "بعد أن هاجمت كندا كينيا، | قال الوزير", "في بغداد، | قال الوزير"."""
    word = draft.words[first]
    return "prep" in word.function or word.prep not in ("", "س") or any(word.stem in draft.lexicon.groups[g] for g in _LEADS_UP)


_LEADS_UP: Final = ("time-noun", "when")
"""What a sentence opens with that leads up to its verb."""
_LEAST: Final = 3
"""So many tokens at least are what somebody says, and the comma behind it."""
