"""What is written alike, what we did and what another did to us: "طردنا سفير كينيا", but "الوزير الذي | طردنا من كندا".

A word alone tells nothing and is read as ours; its neighbours may tell of the other. Each reason has one function here, which its
docstring tells with an example.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from ahlaf.coding.words.word import THIRD, Word
from ahlaf.lexicon.book import Lexicon

US: Final = "نا"
_STOPS: Final = frozenset("؟?!.؛;\n")


def corrected(words: Sequence[Word], lexicon: Lexicon, meant: Callable[[str, str], Word | None]) -> list[Word]:
    """Words in their order, those that tell what was done to us read so.

    Args:
        words: the words of a text.
        lexicon: knows the particles and the given names by which a man may be recognised.
        meant: reads a form in نا as a third's verb of a tense, with "us" behind it; None where it can't be one.
    """
    found = list(words)
    for at, word in enumerate(found):
        if not _is_ours(word):
            continue
        lasts = _not_past(found, at, lexicon)
        if lasts or any(reason(found, at, lexicon) for reason in REASONS):
            found[at] = meant(word.bare, "imperfect" if lasts else "perfect") or word
    return found


def _is_ours(word: Word) -> bool:
    """Whether a word is read as what "we" did."""
    tensed = word.tensed
    return word.bare.endswith(US) and not word.pronoun and bool(tensed) and all((e.person, e.number) == (1, "p") for e in tensed)


def _not_past(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Behind some particles no past can stand: "تريد كندا أن | تحكمنا كينيا", "لن | تحكمنا"; "بعد أن | طردنا السفير" is one."""
    before = words[at - 1] if at else None
    if before is None:
        return False
    timed = at > 1 and words[at - 2].fold in lexicon.groups["before-that"]
    return before.stem in lexicon.groups["before-imperfect"] or (before.fold == _THAT and not timed)


_THAT: Final = "ان"


def who_is_described(words: Sequence[Word], at: int, _: Lexicon) -> bool:
    """Behind "who" of one man, with nothing else that it is done to, he does it: "الوزير الذي | طردنا من كندا".

    Done to him, a pronoun would take him up: "الذي طردناه", "الذي ندافع عنه".
    """
    if not at or words[at - 1].stem != _WHO or not _needs_an_object(words[at], alone=True):
        return False
    behind = words[at + 1 : at + 1 + _TAKEN_UP]
    return not _has_object(words, at) and not any(w.pronoun in ("ه", "هم") for w in _clause(behind))


_WHO: Final = "الذي"
_TAKEN_UP: Final = 4
"""So many words behind a verb stands a pronoun that takes up whom its clause describes, at most."""


def his_next_deed(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Joined to what another did, with nothing that it is done to: "زار الوزير كندا | ووبخنا"."""
    if not words[at].conj or not _needs_an_object(words[at], alone=True) or _has_object(words, at):
        return False
    back = list(_sentence_before(words, at))
    verb = next((w for w in back if w.verb and not w.nominal and w.tensed), None)
    did = verb is not None and all((e.person, e.gender, e.number) == (THIRD, "m", "s") for e in verb.tensed)
    return did and not any(_tells_of_us(w, lexicon) for w in back)


def nominative_behind(words: Sequence[Word], at: int, _: Lexicon) -> bool:
    """Several stand right behind in the form of whoever acts: "هددنا | الأوروبيون"."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or not behind.definite or behind.prep or behind.conj:
        return False
    return behind.bare.endswith("ون") and behind.number == "p"


def he_wrongs_us(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """A man or a body of men stands right behind a wrong in whose sentence no "we" acts: "وعاقبنا | الرئيس", "فاتهمنا | سالم"."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or behind.prep or behind.conj or not _needs_an_object(words[at]):
        return False
    body = behind.generic is not None and behind.definite and (behind.gender, behind.number) == ("m", "s")
    if not body and (behind.stem not in lexicon.given or behind.finite):
        return False
    wrongs = any(s.relation in _WRONGS for e in words[at].tensed for s in e.lexeme.senses)
    return wrongs and not any(_tells_of_us(w, lexicon) for w in _sentence_before(words, at))


_WRONGS: Final = frozenset(("SANCTION", "COERCE", "ACCUSE", "THREATEN"))
"""What an author tells of as done to us rather than by us: armies that say "we" shell and besiege."""

Reason = Callable[[Sequence[Word], int, Lexicon], bool]
REASONS: Final[tuple[Reason, ...]] = (who_is_described, his_next_deed, nominative_behind, he_wrongs_us)
"""All that tells that something was done to us in the past."""


def _needs_an_object(word: Word, *, alone: bool = False) -> bool:
    """Whether a verb is done to somebody, by no preposition; ``alone`` asks that it has no other way to tell of him."""
    if not all(e.lexeme.senses for e in word.tensed):
        return False  # "مررنا" may be "we passed"
    senses = [s for e in word.tensed for s in e.lexeme.senses]
    return not any(s.relation in _LED for s in senses) and all(s.target == _OBJECT if alone else "obj" in s.target for s in senses)


_OBJECT: Final = ("obj",)
_LED: Final = frozenset(("REQUEST",))
"""What is asked stands behind a preposition as often as whom one asks: "طالبنا بإلغاء النتائج"."""


def _has_object(words: Sequence[Word], at: int) -> bool:
    """Whether a noun without preposition stands right behind a verb, small words stepped over."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or behind.kind == "punct" or "prep" in behind.function:
        return False
    if behind.kind == "func":
        return not _LEADS.isdisjoint(behind.function)
    return not behind.prep and not behind.conj


_LEADS: Final = frozenset(("quantifier", "demonstrative", "numeral", "relative", "subordinator", "pronoun"))


def _clause(words: Sequence[Word]) -> list[Word]:
    """Words as far as the first mark or verb among them."""
    ends = (k for k, w in enumerate(words) if w.kind == "punct" or (w.verb and not w.nominal))
    return list(words[: next(ends, len(words))])


def _sentence_before(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words of a sentence before one of them, the nearest first, as far as they may tell who does what it says."""
    first = max(0, at - _BACK)
    stop = next((k for k in range(at - 1, first - 1, -1) if words[k].bare in _STOPS), first - 1)
    return [words[k] for k in range(at - 1, stop, -1)]


_BACK: Final = 20


def _tells_of_us(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word tells what we do, or are: "نحن", "كنا", "لأننا", "نطالب"."""
    if word.stem == _WE or (word.kind == "func" and word.pronoun == US and "subordinator" in word.function):
        return True
    ours = bool(word.tensed) and all(e.person == 1 for e in word.tensed)
    return ours and (word.of_verb(lexicon.groups["being"]) or (not word.nominal and all(e.kind == "imperfect" for e in word.tensed)))


_WE: Final = "نحن"
