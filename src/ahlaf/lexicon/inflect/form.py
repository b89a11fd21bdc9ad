"""What inflection hands back: one written form and what it can mean."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal[
    "perfect",
    "imperfect",
    "imperative",
    "active",
    "passive_participle",
    "masdar",
    "noun",
    "adjective",
    "nisba",
]
Person: TypeAlias = Literal[0, 1, 2, 3]
Gender: TypeAlias = Literal["m", "f", ""]
Number: TypeAlias = Literal["s", "d", "p"]
Voice: TypeAlias = Literal["active", "passive", "both"]


class Form(NamedTuple):
    """A spelling without vowel marks, with one reading of it.

    A spelling with several readings comes as several forms: دعمت is she, you and I.
    `gender` is empty where the spelling serves both, or where it says nothing (broken plurals);
    on nouns it is the gender that the ending shows, which for حرب or نار is not that of the word.
    `joined` marks a spelling that stands only before an attached pronoun: دعمو in دعموه.
    """

    text: str
    kind: Kind
    person: Person
    gender: Gender
    number: Number
    voice: Voice
    joined: bool


class InflectionError(ValueError):
    """A lemma, root, form and imperfect that do not belong together."""
