"""Names as they are looked up: folded tokens, without an article, with the gender that their first word gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ahlaf.text.words import TOKEN

_GOD: Final = "الله"


def bare_article(word: str) -> str:
    """A folded word without its article.

    >>> bare_article("العراق"), bare_article("الم"), bare_article("الله")
    ('عراق', 'الم', 'الله')
    """
    return word[2:] if word.startswith("ال") and len(word) > 3 and word != _GOD else word


def folded_tokens(folded: str) -> tuple[str, ...]:
    """The tokens of a name that is folded already, punctuation left out.

    >>> folded_tokens("حركه «طالبان»")
    ('حركه', 'طالبان')
    """
    if folded.replace(" ", "").isalpha():
        return tuple(folded.split())
    return tuple(t for t in TOKEN.findall(folded) if t[0].isalnum())


def spellings(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A name with every other spelling of its "servant of" and "father of", which are written apart or together.

    >>> spellings(("عبد", "الله", "صالح"))
    [('عبد', 'الله', 'صالح'), ('عبدالله', 'صالح')]
    """
    if not any(token.startswith(("عبد", "ابو")) for token in tokens):
        return [tokens]
    found: list[tuple[str, ...]] = [()]
    at = 0
    while at < len(tokens):
        word, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
        if (word == "عبد" and behind.startswith("ال")) or (word == "ابو" and behind):
            found = [(*start, *rest) for start in found for rest in ((word, behind), (word + behind,))]
            at += 2
            continue
        apart = (word[:3], word[3:]) if word.startswith("عبدال") and len(word) > 6 else ()
        found = [(*start, *rest) for start in found for rest in ((word,), *((apart,) if apart else ()))]
        at += 1
    return found


def gender_of(tokens: Sequence[str], kind: str, heads: Mapping[str, str]) -> tuple[str, str]:
    """Grammatical gender and number of an actor's name, from its first words and its kind; a person counts as a man here.

    A people or social group counts as several men unless one noun is told of all ("الشعب"): the network was learned so.
    ``heads``: folded words by which names begin whose form does not show it, each with both ("m p"; "s" where it is
    masculine as often as feminine): the group ``name-head``.

    >>> gender_of(["الامم", "المتحده"], "organisation", {}), gender_of(["الجنود", "الصهاينه"], "force", {"صهاينه": "m p"})
    (('f', 's'), ('m', 's'))
    >>> gender_of(["متمردو", "الشرق"], "armed-group", {}), gender_of(["المركزي"], "organisation", {})
    (('m', 'p'), ('', 's'))
    >>> gender_of(["يو", "بي", "اي"], "organisation", {}), gender_of(["اكسون", "موبيل"], "organisation", {})
    (('', 's'), ('', 's'))
    """
    if kind == "person":
        return "m", "s"
    first = bare_article(tokens[0]) if tokens else ""
    gender, _, number = heads.get(first, "").rpartition(" ")
    if kind in _PEOPLES:
        return "m", "s" if (gender, number) == ("m", "s") else "p"
    if number:
        return gender, number
    sound = first.endswith(("يون", "يين") if kind == "state" else ("ون", "ين")) and len(first) > _SOUND
    if sound or (len(tokens) > 1 and _before_owner(first)):
        return "m", "p"
    if kind == "state" or first.endswith(("ه", "ات")) or _described_as_feminine(tokens, heads):
        return "f", "s"
    foreign = kind == "organisation" and not any(token.startswith("ال") for token in tokens)
    return "" if kind in _BODIES and (len(tokens) == 1 or foreign) else "m", "s"


def _before_owner(noun: str) -> bool:
    """Whether a noun is a sound plural of men that has lost its nun before whose they are: "متمردو", "حوثيي"."""
    of_origin = len(noun) > _ORIGIN and noun.endswith(("يو", "يي"))
    return of_origin or (noun.startswith("م") and len(noun) > _PARTICIPLE and noun.endswith(("و", "ي")))


_SOUND: Final = 5
"""A sound plural of men is longer than this: المانحون, but اكسون, عرين."""
_ORIGIN: Final = 4
"""So is an adjective of origin: حوثيي, but يو."""
_PARTICIPLE: Final = 5
"""A participle with the ending of the plural is longer than this: مقاتلو, but مركزي."""


def _described_as_feminine(tokens: Sequence[str], heads: Mapping[str, str]) -> bool:
    """Whether a feminine adjective follows, as it does a plural of things: "الأمم المتحدة", "الفصائل المسلحة"; but "الجنود الصهاينة"."""
    definite = len(tokens) > 1 and tokens[0].startswith("ال") and tokens[1].startswith("ال")
    return definite and tokens[1].endswith("ه") and not heads.get(bare_article(tokens[1]), "").endswith("p")


_PEOPLES: Final = frozenset(("people", "social-group"))
_BODIES: Final = frozenset(("armed-group", "party", "organisation"))
"""Bodies that one word or a foreign name calls are masculine or feminine as the noun that is left out: حماس, الأونروا, سكاي نيوز."""
