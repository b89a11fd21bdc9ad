"""Whether two strings call the same actor: more than half of the words that tell actors apart agree.

Articles, clitics, endings, marks and letter variants are forgiven, and words that only say what kind of actor it is
(:data:`GENERAL`) count only where a name has no others.

>>> same_actor("القوات التركية", "بالقوات التركيه"), same_actor("الحكومة التركية", "الحكومة السورية")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ahlaf.text.views import fold

WORD: Final = re.compile(r"[^\W_]+")
_HEADS: Final = ("وبال", "وكال", "فال", "وال", "بال", "كال", "ولل", "لل", "ال")
_ENDINGS: Final = {"يين": "ي", "يون": "ي", "ين": "", "ون": "", "ات": "", "يه": "ي", "ان": "", "ه": ""}
_LEAST: Final = 3
"""Letters that stay of a word at least."""
SMALL: Final = frozenset("من في علي الي عن مع ما كل بعض هذا هذه ذلك تلك التي الذي و او ان هو هي هم".split())
"""Words that are no part of a name, folded."""
GENERAL: Final = """
دولة دول حكومة حكومات جمهورية مملكة ولايات متحدة عربية إسلامية سلطة سلطات نظام
رئيس وزير سيد دكتور قيادة قيادات
قوة قوى قوات جيش طائرات
تنظيم تنظيمات حزب حركة جماعة جماعات مجموعة مجموعات فصائل عصابات
ميليشيا ميليشيات مليشيا مليشيات عناصر مقاتلين مقاتلو
أهل آل أبناء بني
معظم أغلب غير هذين
"""
"""States and their organs, offices, forces, groups, people, and words of number: what kind of actor it is, not which."""


def stem(word: str) -> str:
    """A light stem of a folded word: one run of clitics off the front, one ending off the back.

    >>> stem("بالتركيه"), stem("سوريين")
    ('تركي', 'سوري')
    """
    head = next((h for h in _HEADS if word.startswith(h) and len(word) - len(h) >= _LEAST), "")
    word = word[len(head) :]
    end = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _LEAST), "")
    return word[: len(word) - len(end)] + _ENDINGS[end] if end else word


_GENERAL_STEMS: Final = frozenset(stem(fold(word)) for word in GENERAL.split())


@cache
def telling(name: str) -> tuple[frozenset[str], ...]:
    """The words of a name that tell it from others, each with and without a one-letter clitic."""
    words = [w for w in WORD.findall(fold(name)) if w not in SMALL]
    ways = [frozenset({stem(w), *([stem(w[1:])] if len(w) >= 5 and w[0] in "وفبلك" else [])}) for w in words]
    return tuple(way for way in ways if not way & _GENERAL_STEMS) or tuple(ways)


@cache
def same_actor(one: str, two: str) -> bool:
    """Whether more than half of the telling words of two names agree."""
    left, shared = list(telling(two)), 0
    total = len(telling(one)) + len(left)
    for way in telling(one):
        other = next((o for o in left if o & way), None)
        if other is not None:
            left.remove(other)
            shared += 1
    return total > 0 and 2 * shared / total > 0.5


def any_same(ones: Sequence[str], twos: Sequence[str]) -> bool:
    """Whether one of some names calls the same actor as one of some others; two empty lists name the same nobody."""
    return (not ones and not twos) or any(same_actor(one, two) for one in ones for two in twos)


def stems(names: Sequence[str]) -> set[str]:
    """The stems of all words of some names."""
    return {stem(fold(w)) for w in WORD.findall(" ".join(names))}
