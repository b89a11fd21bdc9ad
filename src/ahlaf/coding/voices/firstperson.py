"""Who "I" and "we" are: whoever speaks, his state or body for "we"; the author's "we" is an actor of the document's own.

"قال وزير الدفاع العراقي: نحارب الإرهاب" is said of Iraq, for an officer speaks for whose he is; what a party, an opposition
or a people says of "us" is its own. Outside any speech "we" is the author's: once the text says who that is ("نحن العرب") it
is so throughout, and of a letter it is for whom its sender writes; else it stays "نحن", of this document alone. "I" outside
a speech is the author, who is nobody's actor.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.quotednames import QUOTATION_MARKS
from ahlaf.coding.voices import turns
from ahlaf.coding.voices.speech import Speech
from ahlaf.coding.voices.voice import chain, speeches
from ahlaf.coding.words import pronouns
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import COMMUNITIES
from ahlaf.model import Actor
from ahlaf.text.split import TELLING

WE: Final = "نحن"
"""What the author's "we" is called."""
_OFFICERS: Final = frozenset(("person", "organ", "force"))
_OF_STATE: Final = frozenset(("GOV", "MIL", "LEG", "JUD", "SPY", "COP"))
"""PLOVER's sectors of those who speak for a state."""


def settle(draft: Draft) -> None:
    """Give phrases of the first person their actors, and verbs of that person their subjects.

    It stands before triggers are looked for, so what is only demanded or accused of makes no speaker here.
    """
    mine = [(index, phrase) for index, phrase in enumerate(draft.phrases) if phrase.pointing and phrase.gender == pronouns.FIRST]
    if not mine:
        return
    spoken = speeches(draft)
    around = [next(iter(chain(spoken, phrase.first)), None) for _, phrase in mine]
    named = [_named_beside(draft, phrase) for _, phrase in mine]
    we = next((actor for actor, speech in zip(named, around, strict=True) if actor is not None and speech is None), None)
    we = we or _sender(draft) or _author(draft)
    for (index, phrase), speech, actor in zip(mine, around, named, strict=True):
        phrase.actor = actor or _who(draft, phrase, speech, we)
        if phrase.kind == "hidden" and phrase.actor is not None:
            draft.subject_of[phrase.first] = index
        elif phrase.kind == "pronoun":
            _homeland(draft, phrase)


def _homeland(draft: Draft, ours: Phrase) -> None:
    """"قال الوزير المصري إن | بلادنا تدعم القرار": the country of whoever says "our country"; the author's is not known."""
    index = draft.at[ours.first]
    land = draft.phrases[index] if index >= 0 else ours
    if land is ours or land.last > land.first or draft.words[land.first].stem not in draft.lexicon.groups["homeland"] or ours.actor is None:
        return
    land.actor = draft.lexicon.actors.get(ours.actor.country, land.actor)


def _sender(draft: Draft) -> Actor | None:
    """For whom a letter is written whose first sentence says from whom: "رسالة موجهة من الممثل الدائم | للنرويج إلى الرئيس"."""
    words, sent = draft.words, draft.lexicon.groups["addressed"]
    first = next((s for s in draft.stretches if s.kind in TELLING), None)
    if first is None or words[first.first].stem not in draft.lexicon.groups["texts"]:
        return None  # news of a letter is no letter
    for at in range(first.first, first.end - 2):
        index = draft.at[at + 2]
        if words[at].fold in sent and words[at + 1].fold == "من" and index >= 0:
            who = draft.phrases[index].actor
            signs = draft.phrases[index].kind in ("organ", "person")  # a message "from Iran" is no letter
            return _spoken_for(draft, who) if signs and who is not None and who.country else None
    return None


def _author(draft: Draft) -> Actor:
    """The author's "we", of this document alone: by its id, or by its text where it has none."""
    return Actor(f"text:{WE}@{draft.mark}", WE, "we", "social-group")


def _named_beside(draft: Draft, phrase: Phrase) -> Actor | None:
    """Who is named right behind "we", "نحن العرب ندعم": not "نحن الضحايا", which says what we are, nor "نحن في العراق"."""
    first, words = phrase.last + 1, draft.words
    behind = draft.at[first] if first < len(words) else -1
    if words[phrase.first].kind != "func" or words[phrase.first].pronoun or behind < 0:
        return None
    named = draft.phrases[behind]
    several = words[named.head].number in ("p", "d") or (named.actor is not None and named.actor.kind in COMMUNITIES)
    if named.first != first or named.prep or not words[named.head].definite or not several:
        return None
    end = draft.stretches[phrase.sentence].end
    closes = named.last + 1 >= end or words[named.last + 1].kind == "punct"
    return None if closes else named.actor


def _who(draft: Draft, phrase: Phrase, speech: Speech | None, we: Actor) -> Actor | None:
    by = speech.speaker if speech is not None else _said_behind(draft, phrase)
    speaker = draft.phrases[by].actor if by >= 0 else None
    if phrase.number == "s":
        return speaker
    if by < 0 or speaker is None:
        return we
    return turns.in_brackets(draft, draft.phrases[by]) or _spoken_for(draft, speaker)


def _said_behind(draft: Draft, phrase: Phrase) -> int:
    """Who is told to speak right behind the quotation marks that a phrase stands in: '"سندعم غزة"، | قال الوزير'; -1 for nobody."""
    words, end = draft.words, draft.stretches[phrase.sentence].end
    closed = next((at for at in range(phrase.last + 1, end) if words[at].bare in QUOTATION_MARKS), -1)
    if closed < 0 or words[closed].bare in _OPENS:
        return -1
    opened = sum(words[at].bare in QUOTATION_MARKS for at in range(draft.stretches[phrase.sentence].first, phrase.first))
    says = closed + 1 + (closed + 1 < end and words[closed + 1].bare in "،,")
    if not opened % 2 or says >= end or words[says].conj or "say" not in words[says].reports:
        return -1
    return draft.subject_of.get(says, -1)


_OPENS: Final = frozenset("«“")


def _spoken_for(draft: Draft, speaker: Actor) -> Actor:
    """For whom somebody says "we": whose office he holds ("TUR.وزير", "hamas.متحدث"), his state, else himself."""
    owner = draft.lexicon.actors.get(speaker.id.rpartition(".")[0])
    if owner is None and speaker.kind in _OFFICERS:
        owner = draft.lexicon.actors.get(speaker.country)
    if owner is None or (owner.kind == "state" and speaker.sector not in _OF_STATE):
        return speaker
    return owner
