"""Who may be saying what a trigger says: the speakers around it and the author, with what speaks for each.

:mod:`.voice` knows the grammar of reported speech: which verb opens a speech, who its speaker is, how far it
reaches. That is most of the truth and not all of it (an op-ed's author takes up where a quotation ends, a report
goes on in its source's words without saying so), so it is told here as facts, which :mod:`ahlaf.coding.weighing.pairs` weighs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import islice, takewhile
from typing import Final, NamedTuple

from ahlaf.coding.ends.toldbars import accused_of
from ahlaf.coding.nounphrases import wording
from ahlaf.coding.times import datelines
from ahlaf.coding.voices.sayers import HEARD
from ahlaf.coding.voices.speech import Speech, speaks
from ahlaf.coding.voices.voice import Speeches, chain
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article

_BESIDE: Final = 5
_BEHIND: Final = 2
"""So many who stand before a token, and behind it, may speak."""
_MOST: Final = 12


class Candidate(NamedTuple):
    """A phrase that may be the voice (-1 for the author), with its facts."""

    phrase: int
    facts: tuple[str, ...]


def candidates(draft: Draft, spoken: Speeches, at: int) -> list[Candidate]:
    """The candidates for what stands at a token, the author last."""
    sentence = draft.sentence_of[at]
    around, near = chain(spoken, at), spoken.near(at)
    ranks = {s.speaker: (rank, s) for rank, s in reversed(list(enumerate(around)))}
    vouched = sentence >= 0 and not draft.quoted[at] and judges(draft, sentence)
    nearest = {} if vouched else _nearest(draft, near, at)
    silent = _silent(draft, around, near, at)
    told = _told_from(draft, at)
    heard = [i for i in dict.fromkeys((*ranks, *nearest)) if i not in silent]
    indexes = [*heard, *_beside(draft, at, told, silent.union(heard))]
    quoted = "q" if draft.quoted[at] else "-"
    subject = draft.subject_of.get(at, -1)
    found = [
        Candidate(i, _facts(draft, i, at, ranks.get(i), nearest.get(i), quoted, i == subject, len(around))) for i in indexes[:_MOST]
    ]
    if any(draft.resolves.get(s.verb, -1) >= 0 and s.verb < told for s in around):
        return found  # "إن مجلس الأمن، وإذ يشير إلى أن…": behind "that" a resolution says nothing that its body does not
    kind = draft.stretches[sentence].kind if sentence >= 0 else "-"
    return [*found, Candidate(-1, _facts_of_the_author(around, quoted, kind, len(spoken.all), len(nearest)))]


def _nearest(draft: Draft, near: Sequence[Speech], at: int) -> dict[int, Speech]:
    """Who has spoken shortly before a token or in its sentence → the last speech of each."""
    gaps = ((draft.sentence_of[at] - draft.sentence_of[speech.verb], speech) for speech in near)
    return {speech.speaker: speech for gap, speech in gaps if 0 <= gap <= HEARD and speech.verb != at}


def _silent(draft: Draft, around: Sequence[Speech], near: Sequence[Speech], at: int) -> set[int]:
    """Who surely doesn't say what stands at a token: whose words are over there, who is asked for it, who is accused.

    So are his words over to which another's answer is there: "تقول | كندا إن كينيا تدعم الحزب، وترد كينيا بأن كندا صنعته". By whom
    only is told who speaks says nothing, "مصدر في | الحكومة", nor does who writes from a town, "الرباط - | سامي حمادي: …".
    """
    sentence = draft.sentence_of[at]
    here = [s for s in near if s.end <= at and draft.sentence_of[s.verb] == sentence]
    begun, speaking = max((s.verb for s in around), default=-1), {s.speaker for s in around}
    over = {s.speaker for s in here if s.commented or (s.end <= begun and s.speaker not in speaking)}
    asked = {draft.object_of.get(s.verb, -1) for s in around if s.kind == "ask"}  # "طالب | واشنطن بالضغط"
    accused = accused_of(draft, at) | {one for verb, one in draft.accused.items() if draft.sentence_of[verb] == sentence}
    described = {one for s in near for one in _described_by(draft, s.speaker)} - {s.speaker for s in near}
    return over | asked | accused | described | _writing_from(draft, sentence)


def _described_by(draft: Draft, speaker: int) -> list[int]:
    """By whom is told, behind a preposition right behind him, who a nameless speaker is: "مصدر في | الحكومة الكندية"."""
    words, found, at = draft.words, [], draft.phrases[speaker].named_to + 1
    while wording.nameless(draft, draft.phrases[speaker]):
        at += at < len(words) and "prep" in words[at].function and not (words[at].conj or words[at].pronoun)
        index = draft.at[at] if at < len(words) else -1
        if index < 0 or draft.phrases[index].first != at or not draft.phrases[index].prep or draft.phrases[index].conj:
            break
        found.append(index)
        at = draft.phrases[index].named_to + 1
    return found


def _writing_from(draft: Draft, sentence: int) -> set[int]:
    """Whoever stands in the dateline of a sentence: "بغداد - | سامي حمادي: قصفت كندا كينيا"."""
    if sentence < 0:
        return set()
    first, end = draft.stretches[sentence].first, draft.stretches[sentence].end
    colon = next((k for k in range(first + 1, min(end - 1, first + _DATELINE)) if draft.words[k].bare == ":"), -1)
    if colon < 0 or draft.at[first] < 0 or not datelines.opens(draft, first, colon):
        return set()
    return {draft.at[k] for k in range(first, colon) if draft.at[k] >= 0}


_DATELINE: Final = 9
"""So many tokens a dateline has, at most."""


def _beside(draft: Draft, at: int, told: int, known: Collection[int]) -> list[int]:
    """Who stands in the sentence of a token and may speak, the nearest first: some before it, fewer behind it.

    None behind the "that" of what is ``told``: of "ذكرت تقارير أن | روسيا قصفت" Russia tells nothing.
    """
    found: list[int] = []
    middle = bisect_right(draft.phrases, at, hi=draft.in_order, key=lambda p: p.first)
    for side, most in ((range(middle - 1, -1, -1), _BESIDE), (range(middle, draft.in_order), _BEHIND)):
        here = takewhile(lambda i: draft.phrases[i].sentence == draft.sentence_of[at], side)
        apart = (i for i in here if not 0 <= told < draft.phrases[i].first and i not in known)
        found.extend(islice((i for i in apart if speaks(draft.phrases[i]) and not _told(draft, i)), most))
    return found


def _facts_of_the_author(around: Sequence[Speech], quoted: str, kind: str, speeches: int, nearest: int) -> tuple[str, ...]:
    return (
        "author",
        f"author|{min(len(around), 3)}|{around[0].kind if around else '-'}",
        f"author|{quoted}|{min(len(around), 2)}",
        f"author|{kind}",
        f"author|said {_amount(speeches)}",
        f"author|near {min(nearest, 3)}|{quoted}",
    )


def judges(draft: Draft, sentence: int) -> bool:
    """Whether a sentence opens with what its author vouches for, and so goes on with nobody's words: "لا شك أن", "والحقيقة أن"."""
    stretch = draft.stretches[sentence]
    opening = draft.words[stretch.first : stretch.first + _TO_JUDGED]
    that = next((k for k, word in enumerate(opening) if word.stem in draft.lexicon.groups["that"]), -1)
    if that < 1:
        return False
    before, sure = opening[:that], draft.lexicon.groups["beyond-doubt"]
    denied = any(word.negated or "negation-particle" in word.function for word in before)
    doubt = denied and any(word.fold in sure or word.stem in sure for word in before)
    return doubt or (before[0].definite and bare_article(before[0].stem) in draft.lexicon.groups["in-truth"])


_TO_JUDGED: Final = 5
"""So many tokens open a sentence before the "that" of what is vouched for, it among them."""


def _told_from(draft: Draft, at: int) -> int:
    """The "that" behind which a token stands and before which somebody or something tells; -1 for none."""
    start = draft.stretches[draft.sentence_of[at]].first
    for position in range(at - 1, start, -1):
        if draft.words[position].kind == "func" and draft.words[position].stem in draft.lexicon.groups["that"]:
            before = range(max(start, position - _TO_THAT), position)
            return position if any(draft.words[k].reports or draft.words[k].sayings for k in before) else -1
    return -1


_TO_THAT: Final = 8
"""So many tokens a verb of telling may stand before what it tells."""


def _told(draft: Draft, index: int) -> bool:
    """Whether somebody speaks to it or accuses it, "مؤكدا للقناة أن", "يتهم الحزب بدعم", or speaks there: "المسؤولون في كندا"."""
    phrase = draft.phrases[index]
    if phrase.prep == "في" and phrase.actor is not None and phrase.actor.kind == "state":
        return True
    before = draft.word_before(phrase.first)
    start = draft.stretches[phrase.sentence].first
    if draft.accused and any(draft.accused.get(verb) == index for verb in range(start, phrase.first)):
        return True
    return phrase.prep == "ل" and before is not None and bool(before.reports or before.sayings)


def _facts(
    draft: Draft, index: int, at: int, ranked: tuple[int, Speech] | None, near: Speech | None, quoted: str, subject: bool, depth: int
) -> tuple[str, ...]:
    phrase = draft.phrases[index]
    gap = draft.sentence_of[at] - phrase.sentence
    side = "b" if phrase.first < at else "a"
    rank = f"{ranked[0]}{ranked[1].kind}" if ranked else "no"
    heard = "no"
    if near is not None:
        away = draft.sentence_of[at] - draft.sentence_of[near.verb]
        heard = f"{away}{near.kind}{'b' if near.verb < at else 'a'}{'+' if near.first <= at < near.end else '-'}"
    akind = phrase.actor.kind if phrase.actor is not None else ""
    name = phrase.actor.id if phrase.actor is not None else ""
    return (
        f"rank:{rank}",
        f"rank:{rank}|{quoted}",
        f"rank:{rank}|{depth}",
        f"heard:{heard}",
        f"heard:{heard}|{quoted}",
        f"side:{side}|{gap}|{ranked is not None}",
        f"far:{side}{_amount(abs(at - phrase.first))}|{ranked is not None}",
        f"kind:{phrase.kind}",
        f"akind:{akind}",
        f"akind:{akind}|{rank}",
        f"prep:{phrase.prep}|{ranked is not None}",
        f"own:{subject}|{rank}",
        f"salient:{draft.rank.get(name, 9)}",
    )


def _amount(number: int) -> str:
    for limit in (0, 1, 2, 4, 8, 16, 32):
        if number <= limit:
            return str(limit)
    return "64"
