"""Whose an organ without an owner is: of the state that the document speaks of most, or speaks of there."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.nounphrases import places
from ahlaf.coding.words.agreement import without_pronoun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import ADJECTIVE_KINDS
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor


def strangers(draft: Draft, home: Actor | None) -> set[int]:
    """The organs that are not of the state that is spoken of most.

    Of a row that does something to it none is, "اتهمت الحكومة | إيران"; nor one for which it does something, "الجيش المدعوم من | روسيا".
    """
    rows, found = set(), set()
    for index, (one, two) in enumerate(pairwise(draft.phrases)):
        if one.kind != "organ" or two.actor is None or home is None or two.actor.id != home.id or two.kind != "name":
            continue
        if _described_by(draft, one, two):
            found.add(index)
            continue
        before = draft.word_before(one.first)
        verb = before is not None and before.verb and not before.nominal
        right_behind = two.first == one.last + 1 and not (two.prep or draft.words[two.first].conj)
        if verb and one.definite and right_behind and origin(draft, one) is None:
            rows.add(one.ref)
    found |= {i for i, one in enumerate(draft.phrases) if one.kind == "organ" and home is not None and _is_to_it(draft, i, home)}
    return found | {index for index, phrase in enumerate(draft.phrases) if phrase.kind == "organ" and phrase.ref in rows}


def _is_to_it(draft: Draft, index: int, home: Actor) -> bool:
    """Whether a relative clause of an organ names the state to which it so is something, and is not its own."""
    near = draft.phrases[index + 1 : index + 1 + _NEXT]
    named = (p for p in near if p.kind == "name" and p.actor is not None and p.actor.id == home.id)
    return any(_told_of_beside(draft, draft.phrases[index], two) for two in named)


_NEXT: Final = 3
"""So many phrases on at most stands whom a relative clause names."""


def _described_by(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a participle right behind the first phrase says what the second is to it: "الحكومة المدعومة من | تركيا"."""
    between = range(max(one.first + 1, one.last), two.first)
    if len(between) > _DESCRIBED or two.prep not in _TIED_BY:
        return False
    described = (e for at in between for e in draft.words[at].entries if e.kind in ADJECTIVE_KINDS)
    ties = {s.relation for e in described for s in e.lexeme.senses}
    return bool(ties) and ties.isdisjoint(("MEMBER", "LEAD"))


def _told_of_beside(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a relative clause tells what the second phrase is to the first, whose it is not: "الأحزاب التي تمولها | إيران".

    "القيادات التي اصطفت مع | إيران", "الحكومة التي تعادي | تركيا"; but "الحكومة التي تحكم | تركيا", "في | تركيا".
    """
    words, opens = draft.words, one.last + 1
    if two.first - opens > _CLAUSE or two.prep == "في" or "relative" not in words[opens].function:
        return False
    verb = words[opens + 1]
    senses = [s for e in verb.entries for s in e.lexeme.senses]
    return verb.finite and not any(s.relation == "LEAD" for s in senses) and draft.at[opens + 1] < 0 and not two.conj


_CLAUSE: Final = 5
"""So many tokens lead from an organ to whom its relative clause names."""
_TIED_BY: Final = frozenset(("من", "ل"))
_DESCRIBED: Final = 3
"""So many tokens lead from an organ to whom a participle ties it to."""


def of_most(draft: Draft, but: Actor | None = None) -> Actor | None:
    """The state that the document speaks of most, one left out: whose government "the government" is.

    Whom a title stands before speaks for his state as whom a last name alone means. Of several the one where something
    happens or to which somebody comes: "أرسلت السعودية قوات إلى البحرين لدعم الحكومة". Where an author speaks of "our country" a
    state is none of whose people alone is told: "هاجم الإرهابيون الأمريكان في | بلادنا".
    """
    count: Counter[str] = Counter()
    scene: Counter[str] = Counter()
    lands = draft.lexicon.groups["homeland"]
    ours = any(word.pronoun == _OUR and without_pronoun(draft, word) in lands for word in draft.words)
    told = {p.actor.country for p in draft.phrases if p.actor is not None and p.kind in _TOLD_OF} if ours else set()
    states = draft.lexicon.actors
    for phrase in draft.phrases:
        known = phrase.kind == "person" and phrase.actor is not None and phrase.actor.id in states
        actor = phrase.actor if known or phrase.kind in ("name", "nisba", "people", "place") else origin(draft, phrase)
        if actor is None or (ours and actor.country not in told):
            continue
        if actor.country in states and (but is None or actor.country != but.country):
            count[actor.country] += 1
            scene[actor.country] += phrase.kind == "place" or places.is_scene(draft, phrase)
    return states[max(count, key=lambda state: (count[state], scene[state]))] if count else None


_OUR: Final = "نا"
_TOLD_OF: Final = frozenset(("name", "place"))


class Spoken:
    """Where a document speaks of which state."""

    __slots__ = ("_draft", "_in_sentence")

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._in_sentence: dict[int, Counter[str]] = {}
        for phrase in draft.phrases:
            actor = phrase.actor if phrase.kind != "organ" else origin(draft, phrase)
            if actor is not None and actor.country in draft.lexicon.actors:
                self._in_sentence.setdefault(phrase.sentence, Counter())[actor.country] += 1

    def here(self, index: int, home: Actor | None) -> Actor | None:
        """The one state spoken of around an organ, where the one spoken of most is not: of several none.

        "… أيدت الكويت القرار. وفي مصر قال وزير مصري إن مصر تدعمه وإن | الحكومة ناقشته".
        """
        sentence = self._draft.phrases[index].sentence
        around = sum((self._in_sentence.get(at, Counter()) for at in range(sentence - _NEAR, sentence + 1)), Counter[str]())
        if home is None or around[home.country] or len(around) != 1:
            return home
        (state,) = around
        return self._draft.lexicon.actors[state] if around[state] >= _SURELY else home


_NEAR: Final = 1
"""So many sentences before an organ tell whose it may be."""
_SURELY: Final = 2
"""So often a state is named in them whose an organ is rather than of the state that the document speaks of most."""


def there(draft: Draft, index: int) -> Actor | None:
    """The state in which an organ is said to be: "مصدر مسؤول | في المملكة", or of which its sentence begins to tell: "في مصر رفض القضاء".

    Whom a state sends to another is that other's no more than an embassy there.
    """
    phrase = draft.phrases[index]
    if not {phrase.ref and draft.words[phrase.first].stem, draft.words[phrase.core].stem}.isdisjoint(draft.lexicon.groups["posted-abroad"]):
        return None
    behind = draft.phrases[index + 1] if index + 1 < len(draft.phrases) else None
    if behind is not None and phrase.definite and behind.first == phrase.last + 2 and behind.prep == "في" and not behind.conj:
        return _land(draft, behind)
    if (ruled := _opposed(draft, index)) is not None:
        return ruled
    stretch = draft.stretches[phrase.sentence]
    first = next((i for i in draft.before(index) if draft.phrases[i - 1 if i else 0].sentence != phrase.sentence or not i), -1)
    opener = draft.phrases[first] if first >= 0 else phrase
    if opener.sentence != phrase.sentence or opener.prep != "في" or opener.first - stretch.first > _OPENS:
        return None
    return _land(draft, opener)


def _opposed(draft: Draft, index: int) -> Actor | None:
    """The state whose rulers stand before an opposition in its sentence: "كان النظام السوري يقصف | المعارضة"."""
    phrase = draft.phrases[index]
    if bare_article(draft.words[phrase.first].stem) != _OPPOSITION or not phrase.definite:
        return None
    for other in map(draft.phrases.__getitem__, draft.before(index)):
        if other.sentence != phrase.sentence:
            return None
        if bare_article(draft.words[other.first].stem) in draft.lexicon.groups["rulers"] and other.kind in ("organ", "name"):
            known = other.actor if other.kind == "name" else origin(draft, other)
            return draft.lexicon.actors.get(known.country) if known is not None else None
    return None


_OPPOSITION: Final = "معارضه"


def _land(draft: Draft, phrase: Phrase) -> Actor | None:
    """The state that a phrase names, or whose town it is."""
    named = phrase.actor is not None and phrase.kind in ("name", "place") and phrase.group in (-1, draft.at[phrase.first])
    return draft.lexicon.actors.get(phrase.actor.country) if named and phrase.actor is not None else None


_OPENS: Final = 3
"""So many tokens on stands where a sentence begins to tell: "أما في | مصر", "وفي العاصمة | تونس"."""


def origin(draft: Draft, phrase: Phrase) -> Actor | None:
    """The state whose adjective or name stands inside a phrase."""
    for at in range(phrase.first, phrase.last + 1):
        word = draft.words[at]
        if phrase.kind == "person" and phrase.named_from <= at <= phrase.named_to and word.nisba is not None:
            continue  # a family name: "النائب محمد المصري"
        if word.nisba is not None and (at > phrase.first or word.nisba.people or phrase.kind == "nominal"):
            return _whole_name(draft, at, phrase.last) or word.nisba.actor
        if at > phrase.first:
            names = draft.lexicon.names.get(word.fold, ())
            if phrase.kind == "organ" and at <= phrase.core:  # "مجلس الأمن الوطني" has nobody in its name, "بابا الفاتيكان" a state
                houses = [n.actor.country for n in names if n.strong and len(n.tokens) == 1 and n.actor.kind == "organ"]
                if houses and houses[0] in draft.lexicon.actors:
                    return draft.lexicon.actors[houses[0]]  # "أعضاء الكونغرس"
                names = [name for name in names if name.actor.kind == "state"]
            rest = draft.folded(at, phrase.last) if names else ""
            for name in names:
                led = name.actor.kind == "alliance" and match_tokens(draft, at, name.tokens, strip=False) > phrase.last
                if not (led or (name.strong if len(name.tokens) == 1 else " ".join(name.tokens) in rest)):
                    continue
                if not name.strong and any(other.tokens == name.tokens and other.actor.id != name.actor.id for other in names):
                    continue  # "أنصار الشريعة" of Yemen, of Libya
                if name.actor.kind == "person" and phrase.kind == "person":
                    continue  # of his own name: "علي نصر الله" is another
                if _goes_on(draft, at, len(name.tokens), phrase.last):
                    continue  # "رئيس مجلس الأمن القومي" is not of the Security Council
                return name.actor
    return None


def _goes_on(draft: Draft, at: int, length: int, last: int) -> bool:
    """Whether a name of so many words at a token is only the beginning of an organ's: "مجلس الأمن | القومي"."""
    if length < 2:
        return False  # a state's name may begin what its organs are called
    folded = tuple(bare_article(draft.words[k].stem) for k in range(at, last + 1))
    organs = (organ.tokens for organ in draft.lexicon.organs.get(folded[0], ()) if len(organ.tokens) > length)
    return any(folded[: len(tokens)] == tokens for tokens in organs)


def _whole_name(draft: Draft, first: int, last: int) -> Actor | None:
    """The state whose name of several words begins with what may be an adjective: "كوريا الشمالية" is not "كوريا", a Korean."""
    for name in draft.lexicon.names.get(draft.words[first].fold, ()):
        if name.actor.kind == "state" and len(name.tokens) > 1 and 0 <= match_tokens(draft, first, name.tokens, strip=False) <= last:
            return name.actor
    return None


def of_state(power: Actor, state: Actor | None) -> Actor:
    """A government, known by its noun alone, as the organ of the state that is spoken of; any other power as it is."""
    if state is None or power.kind != "state":
        return power
    return Actor(f"{state.id}.{power.id.removeprefix('text:')}", power.name, "", "organ", state.country, power.sector)
