"""The rule book as the coder looks it up: every table, folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ahlaf.lexicon import rules, tables
from ahlaf.lexicon.entries import (
    Cue,
    Generic,
    Idiom,
    Lexeme,
    Name,
    Nisba,
    Organ,
    Place,
)
from ahlaf.lexicon.stems import Stems
from ahlaf.model import Actor
from ahlaf.text.views import fold, fold_each, respelled


@dataclass(slots=True)
class Lexicon:
    """Every table, folded and ready for look-up. Filled by :mod:`.filling`, read by everyone else."""

    digest: str = ""
    stems: Stems = field(default_factory=Stems)
    """Folded written form, clitics and article off → its readings."""
    lexemes: dict[str, Lexeme] = field(default_factory=dict)
    """By vowelled lemma (verbs) or plain form (nouns)."""
    function: dict[str, dict[str, str]] = field(default_factory=dict)
    """Closed-class words as written, marks off → class → note."""
    groups: dict[str, dict[str, str]] = field(default_factory=lambda: {group: {} for group in tables.GROUPS})
    """Group → its words, folded → note; every group is there."""
    alike: dict[str, str] = field(default_factory=dict)
    """Folded group of letters → the one spelling in which it is looked up, here and in texts."""
    names: dict[str, list[Name]] = field(default_factory=dict)
    """By first folded token, the longest first."""
    nisbas: dict[str, Nisba] = field(default_factory=dict)
    organs: dict[str, list[Organ]] = field(default_factory=dict)
    titles: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    generics: dict[str, Generic] = field(default_factory=dict)
    """By folded form; a form that stands only before a pronoun (حكومت) has a + behind it."""
    several: dict[str, Generic] = field(default_factory=dict)
    """General nouns whose broken plural is written like their dual, which without an article it is."""
    compounds: dict[str, list[tuple[tuple[str, ...], Generic]]] = field(default_factory=dict)
    """General nouns of several words ("عضو برلمان", "الدول الأعضاء"), by the first without its article, the longest first."""
    places: dict[str, list[Place]] = field(default_factory=dict)
    idioms: dict[str, list[Idiom]] = field(default_factory=dict)
    """By one key of their first part."""
    cues: dict[str, list[Cue]] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    """Folded given names of persons, by which an unknown person is recognised → the gender of who bears it, empty for both."""
    actors: dict[str, Actor] = field(default_factory=dict)
    roles: dict[tuple[str, str], list[tuple[str, str, Actor]]] = field(default_factory=dict)
    """(role, of) → (from, until, person)."""
    served: dict[str, list[str]] = field(default_factory=dict)
    """Person → the states and bodies in which he has or had a role."""
    rules: dict[str, list[tuple[rules.Rule, rules.Pattern]]] = field(default_factory=dict)
    """By one key of their trigger's first word."""
    rows: int = 0

    def fold(self, text: str) -> str:
        """A text as it is looked up: folded, in the one spelling of words that have several."""
        return respelled(fold(text), self.alike)

    def fold_each(self, texts: Iterable[str]) -> list[str]:
        """What :meth:`fold` makes of each of many."""
        return fold_each(texts, self.alike)

    def gender_of_person(self, name: Sequence[str]) -> str:
        """The gender of who bears a name, given as folded tokens: empty where men and women do; a man where no table says."""
        if len(name) > 1 and name[1] in self.groups["mans-name"]:
            return "m"  # "نور الدين"
        return "f" if name[0] in self.groups["womans-name"] else self.given.get(name[0], "m")
