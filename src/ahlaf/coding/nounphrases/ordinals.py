"""Which of several a text goes on with: "تحالفان: الأول تقوده مصر، والثاني …", "جبهتان، إحداهما … والأخرى …", "أولهما …".

Each is an actor of its own, called by the noun that told of them all ("التحالف الأول"), as the text itself may call it further
on, and of this document alone: another's first alliance is another one. It opens what is told of it, and is joined to nobody
before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from ahlaf.coding.nounphrases.phrases import tells_how_many
from ahlaf.coding.times.calendars import vocabulary
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import opens_topic
from ahlaf.coding.words.kinds import SOMEBODY
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.entries import Generic
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold

_REACH: Final = 3
"""So many sentences back it may have been told how many they are, or which was the one before."""
_OF_THEM: Final = ("هما", "ها", "هم")
_BEFORE_PRONOUN: Final = re.compile("ا$")


class _Several(NamedTuple):
    """The noun that tells of them all."""

    noun: int
    kind: Generic
    actor: Actor
    sentence: int
    """Where they were spoken of last."""
    numbered: bool
    """Whether one of them was told of already."""


def settle(draft: Draft) -> None:
    """Give those of several that stand alone their actors, and note them in ``draft.of_several``."""
    several: list[_Several] = []
    called: dict[str, Actor] = {}
    for index, phrase in enumerate(draft.phrases):
        if (told := _several(draft, index)) is not None:
            several.append(told)
            continue
        if (second := _one_more(draft, index)) is not None:
            _number(draft, second, called)
            several.append(second)
            continue
        word = draft.words[phrase.head]
        which = _which(draft, phrase, word)
        if not which or (phrase.pointing and draft.at[phrase.head] not in (-1, index)):
            continue
        gender = _gender(which)
        back = _last(several, phrase.sentence, gender, other=word.stem in draft.lexicon.groups["the-other"])
        one = _of_two_named(draft, index, which, back)
        if one < 0 and back is None:
            continue
        phrase.kind, phrase.gender, phrase.number, phrase.definite = "nominal", gender, "s", True
        if one >= 0 or back is None:
            phrase.actor, draft.of_several[index] = draft.phrases[one].actor, one
            continue
        name = _name(_numbered(draft, index, which, back), back.kind)
        own = Actor(f"text:{_folded(name)}", name, "", back.actor.kind, back.actor.country, back.actor.sector)
        for actor in (own, back.actor) if _is_one(draft, draft.phrases[back.noun]) else (own,):
            called[actor.id] = replace(actor, id=f"{actor.id}@{draft.mark}") if actor.known_by_text else actor
        phrase.actor = called[own.id]
        draft.of_several[index] = back.noun
        several.append(back._replace(sentence=phrase.sentence, numbered=True))
    for phrase in draft.phrases if called else ():
        if phrase.actor is not None:
            phrase.actor = called.get(phrase.actor.id, phrase.actor)


def goes_on_about(draft: Draft, at: int, gender: str) -> int:
    """The one of several about whom a sentence goes on, where a pronoun or a verb agrees with it; else -1.

    It opened with it and took it up: "الأولى تقودها مصر ومعها كينيا، وتضم"; what describes another tells of him: "مصر التي تدعمها".
    """
    words = draft.words
    one = next((i for i in reversed(draft.of_several) if draft.phrases[i].last < at), -1)
    if one < 0 or draft.phrases[one].sentence != draft.sentence_of[at] or draft.phrases[one].gender != gender:
        return -1
    opens = draft.phrases[one].last + 1
    if opens == at:
        return one
    taken_up = words[opens].finite and bool(words[opens].pronoun)
    return one if taken_up and not any("relative" in word.function for word in words[opens:at]) else -1


def named(draft: Draft, index: int) -> int:
    """Who one of two is where both were named: "هاجمت الحركتان القرية، وتحالفت | الأولى مع"; -1 where they were not."""
    told = draft.of_several[index]
    if draft.phrases[told].kind in SOMEBODY:
        return told
    phrase, both = draft.phrases[index], draft.phrases[told].points
    which = draft.words[phrase.head].fold.removeprefix(draft.words[phrase.head].conj)
    value = _value(draft, which)
    return both[value - 1] if 0 < value <= len(both) else -1


def _several(draft: Draft, index: int) -> _Several | None:
    """Two or a counted number, or one that is told from others like it: "محوران", "ثلاثة تيارات", "التحالف الأول"."""
    phrase = draft.phrases[index]
    kind = draft.words[phrase.head].generic
    if phrase.kind != "nominal" or kind is None or phrase.actor is None:
        return None
    before = draft.word_before(phrase.first)
    counted = phrase.number == "p" and before is not None and tells_how_many(before)
    first = _is_one(draft, phrase)
    return _Several(index, kind, phrase.actor, phrase.sentence, first) if phrase.number == "d" or counted or first else None


def _one_more(draft: Draft, index: int) -> _Several | None:
    """One without article whom an ordinal tells from another of his kind: "شكلت مصر تحالفا وشكلت كينيا | تحالفا ثانيا"."""
    phrase = draft.phrases[index]
    kind, last = draft.words[phrase.head].generic, draft.words[phrase.last]
    if phrase.kind != "nominal" or phrase.definite or kind is None or phrase.actor is None or phrase.last != phrase.head + 1:
        return None
    return _Several(index, kind, phrase.actor, phrase.sentence, numbered=True) if last.fold in draft.lexicon.groups["one-more"] else None


def _number(draft: Draft, one: _Several, called: dict[str, Actor]) -> None:
    """Call him by his number, and the first of two by his, who was told of before by the noun alone: "| تحالفا … وتحالفا ثانيا"."""
    value = _value(draft, draft.words[draft.phrases[one.noun].last].fold.removesuffix("ا"))
    numbered = [(one.noun, value)]
    for back in draft.before(one.noun) if value == _OF_TWO[1] else ():
        other = draft.phrases[back]
        if one.sentence - other.sentence > _REACH:
            break
        alone = other.kind == "nominal" and other.first == other.last == other.head and not other.definite
        if alone and draft.words[other.head].generic == one.kind:
            numbered.append((back, _OF_TWO[0]))
            break
    feminine = one.kind.lemma.endswith("ة")
    for index, number in numbered:
        written = _ORDINALS.get((number, feminine))
        if written is None:
            continue
        name = _name(written, one.kind)
        own = Actor(f"text:{_folded(name)}", name, "", one.actor.kind, one.actor.country, one.actor.sector)
        called[own.id] = replace(own, id=f"{own.id}@{draft.mark}")
        draft.phrases[index].actor = called[own.id]


_ORDINALS: Final = {
    (value, feminine): word
    for value, pair in enumerate((("الأول", "الأولى"), ("الثاني", "الثانية"), ("الثالث", "الثالثة"), ("الرابع", "الرابعة")), 1)
    for feminine, word in zip((False, True), pair, strict=True)
}
"""How those of several are called."""


def _is_one(draft: Draft, phrase: Phrase) -> bool:
    """Whether a noun is told from others like it by an ordinal: "التحالف | الأول"."""
    return any(_is_ordinal(draft, draft.words[at]) for at in range(phrase.head + 1, phrase.last + 1))


def _last(several: list[_Several], sentence: int, gender: str, *, other: bool) -> _Several | None:
    """Those spoken of last that one of a gender may be of; "the other" only where one was told of before."""
    near = (s for s in reversed(several) if sentence - s.sentence <= _REACH)
    return next((s for s in near if _gender(s.kind.lemma) == gender and (s.numbered or not other)), None)


def _of_two_named(draft: Draft, index: int, which: str, back: _Several | None) -> int:
    """Who the first or second is of two whom the text named together last: "تتنافس أنقرة وتل أبيب: | الأولى تدعم الحكومة"; else -1.

    Two who were told of by a noun since are meant before them, and so is the other of those of whom one was told already.
    """
    if back is not None and back.numbered:
        return -1
    value, phrase = _value(draft, fold(which)), draft.phrases[index]
    if phrase.prep or value not in _OF_TWO or not which.startswith("ال"):
        return -1
    for at in range(index - 1, max(back.noun if back is not None else 0, index - _NEAR, 0), -1):
        if phrase.sentence - draft.phrases[at - 1].sentence > 1:
            return -1
        if _named_together(draft, at):
            fits = (at - 1, at)[value - 1]
            return fits if draft.phrases[fits].gender in ("", _gender(which)) else -1
    return -1


_OF_TWO: Final = (1, 2)
_NEAR: Final = 12
"""So many phrases back two may have been named of whom the first or the second is told."""


def _named_together(draft: Draft, at: int) -> bool:
    """Whether a phrase is the second and last of two that "and" joins, each of them named."""
    one, two = draft.phrases[at - 1], draft.phrases[at]
    beside = one.sentence == two.sentence and one.named_to + 1 == two.first and two.conj == "و"
    behind = draft.phrases[at + 1] if at + 1 < len(draft.phrases) else None
    more = behind is not None and behind.conj == "و" and behind.first == two.named_to + 1
    alone = beside and not one.conj and not more
    known = (p.kind in SOMEBODY and p.actor is not None and not p.pointing for p in (one, two))
    return alone and all(known) and one.actor is not two.actor


def _gender(word: str) -> str:
    """The gender of one of them, which the plural's hides: "ثلاثة تيارات: الأول"."""
    return "f" if word.endswith(("ى", "ة")) else "m"


def _which(draft: Draft, phrase: Phrase, word: Word) -> str:
    """Which of them a phrase of one word says: an ordinal or "other" with its article, "one of the two"; "" for none.

    Who or what has "of" behind it is a date or the first of its kind, "في الأول من يناير"; one point of several is no actor,
    "الثاني: أن"; and "one another" are both.
    """
    if phrase.first != phrase.last or (phrase.kind == "name" and phrase.strong) or not _goes_on_at(draft, phrase):
        return ""
    groups = draft.lexicon.groups
    if (them := next((p for p in _OF_THEM if word.fold.endswith(p)), "")) and not word.definite:
        which, bare = word.fold.removeprefix(word.conj)[: -len(them)], word.bare.removeprefix(word.conj)[: -len(them)]
        ordinal = which in vocabulary(draft.lexicon).ordinals
        one = _BEFORE_PRONOUN.sub("ى", bare) if which in groups["one-of"] else ""  # "إحداهما" is of "إحدى"
        return f"ال{bare}" if ordinal else one
    alone = word.definite and (_is_ordinal(draft, word) or word.stem in groups["the-other"])
    return word.bare.removeprefix(word.conj) if alone and not word.prep else ""


def _goes_on_at(draft: Draft, phrase: Phrase) -> bool:
    """Whether what stands behind one of several may tell of it."""
    words, behind = draft.words, phrase.last + 1
    if behind >= len(words):
        return False
    about = phrase.first > 0 and opens_topic(draft, phrase.first - 1)  # "أما الثاني، فتقوده موسكو"
    says = phrase.first > 0 and bool(words[phrase.first - 1].reports) and not words[phrase.first].conj  # "يزعم | الأول أنه"
    point = words[behind].bare in "،,:" or (words[behind].stem in ("ان", "هو", "هي") and not says)
    another = words[behind].stem in draft.lexicon.groups["the-other"] or words[phrase.first - 1].stem in draft.lexicon.groups["one-of"]
    return not (words[behind].stem == "من" or (point and not about) or another)


def _numbered(draft: Draft, index: int, which: str, back: _Several) -> str:
    """What one of two is called: the first, where the other is told of as the second: "تحالفان، | أحدهما تقوده مصر، والثاني …"."""
    if which.startswith("ال") or back.numbered or draft.phrases[back.noun].number != "d":
        return which
    first, second = (_ORDINALS[value, _gender(which) == "f"] for value in _OF_TWO)
    near = (draft.words[draft.phrases[i].head] for i in draft.behind(index) if draft.phrases[i].sentence - back.sentence <= _REACH)
    return first if any(word.bare.removeprefix(word.conj) == second for word in near) else which


def _value(draft: Draft, which: str) -> int:
    """The number of an ordinal of one word, folded; 0 where it is none."""
    known = vocabulary(draft.lexicon).ordinals.get(bare_article(which), ())
    return next((value for tokens, value in known if len(tokens) == 1), 0)


def _is_ordinal(draft: Draft, word: Word) -> bool:
    return bare_article(word.stem) in vocabulary(draft.lexicon).ordinals


def _name(which: str, kind: Generic) -> str:
    """What one is called: "التحالف الأول", "الجبهة الأخرى", "أحد التحالفين"."""
    if which.startswith("ال"):
        return f"ال{kind.lemma} {which}"
    two = kind.lemma[:-1] + "تين" if kind.lemma.endswith("ة") else kind.lemma + "ين"
    return f"{which} ال{two}"


def _folded(name: str) -> str:
    return " ".join(bare_article(fold(word)) for word in name.split())
