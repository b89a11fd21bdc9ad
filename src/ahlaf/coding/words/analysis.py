"""What the lexicon knows of one written word, clitics cut off with its help.

A word is cut in the few ways that spelling allows (:func:`ahlaf.text.words.cuts`) and the cut that
leaves a known stem at the least cost is kept. An unknown word still gets a shape (definite, gender,
number, adjective-like or verb-like) that lets a phrase be built around it. Results are kept by written
form, for a text repeats its words: this, not enumeration of clitics, is what makes reading fast.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ahlaf.coding.words import costs, damma, spelling
from ahlaf.coding.words.likely import is_deed_alike, is_no_dual, is_written_as_deed, likely, may_be_done_to_another, of_one
from ahlaf.coding.words.tous import US
from ahlaf.coding.words.word import ADJECTIVE_KINDS, FINITE, NOTHING, THIRD, Word, guessed_gender
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.entries import Entry, Generic
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold
from ahlaf.text.words import ARABIC_LETTER, PRONOUNS, Cut, cuts

_LED: Final = re.compile("([وف]?)(ل|ب|الي|من(?=ا)|عن(?=ا))((?<=ن)ا|هما|هم|هن|ها|نا|كم|ه|ك(?<=لك|بك|يك))")
"""Prepositions that become one letter, or another shape, before a pronoun: له، بها، إليهم، منا."""
_PREPOSITION: Final[Mapping[str, str]] = MappingProxyType({"prep": "to, with, from"})
_TO_BE: Final = "كَانَ"
"""Its forms (تكن، كن) are written like rarer verbs and nearly always mean it."""
_JOINING: Final = frozenset(("conj",))
"""What no preposition leads to."""
_NATURAL: Final = re.compile("[وف]?[بلكس]?[أإآ]ل")
"""The letters of an article that are none, for their hamza is written: ألقاها, ألمانية."""
_HOUSE: Final = re.compile("[وف]?[بلك]?آل")
"""The house of somebody; without its madda it is an article that stands alone, or a part of بال."""

Reading = tuple[Cut, tuple[Entry, ...]]
"""A way to cut a word, and what its stem may be."""

_KEPT: Final = 9_000
"""So many written forms are kept, a kilobyte each, and at most as many of those before them: the commoner ones stay."""


class Analyser:
    """Words by written form; one analyser belongs to one lexicon."""

    def __init__(self, lexicon: Lexicon, limit: int = _KEPT) -> None:
        self.lexicon = lexicon
        self._limit = limit
        self._words: dict[str, Word] = {}
        self._before: dict[str, Word] = {}
        """What was kept before there was room no more: what a text asks of it again stays."""
        self._named: set[str] = set()
        """Every word of every name, gathered when it is first asked for."""
        self._known = costs.Known(lexicon)
        self._nouns = lexicon.groups["rather-noun"]
        longest_first = sorted((p for p in self._known.bearing if len(p) > 1), key=lambda p: (-len(p), p))
        self._with_pronoun = re.compile(f"([وف]?)({'|'.join(longest_first)})({'|'.join(PRONOUNS)})")

    def word(self, bare: str, with_damma: int = -1) -> Word:
        """The analysis of a written form (marks off); ``with_damma`` is the letter that bears one."""
        key = f"{bare}/{with_damma}" if with_damma >= 0 else bare
        known = self._words.get(key)
        if known is None:
            known = self._before.get(key)
            if known is None:
                word = self._analyse(bare, with_damma)
                known = self._as_meant(word) if spelling.doubtful(word) else word
            self._keep(key, known)
        return known

    def feminine(self, bare: str) -> Word:
        """The analysis of a form in ه as what is written with ة."""
        form = f"{bare[:-1]}ة"
        key = f"{form}/{bare}"
        word = self._words.get(key)
        if word is None:
            word = self._analyse(form)
            word.bare = bare
            self._keep(key, word)
        return word

    def done_to_us(self, bare: str, tense: str) -> Word | None:
        """The analysis of a form in نا as a third's verb with "us" behind it, "he expelled us"; None where it is no such verb."""
        key = f"{bare}/{US} {tense}"
        word = self._words.get(key)
        if word is not None:
            return word
        word = Word(bare, self.lexicon.fold(bare))
        for cut in cuts(word.fold):
            if cut.pronoun != US or cut.prep:
                continue
            word.entries = tuple(e for e in self._known_stem(cut, bare)[0] if e.kind == tense and e.person == THIRD)
            if word.entries:
                word.conj, word.stem, word.pronoun, word.kind = cut.conj, cut.stem, cut.pronoun, "noun"
                word.keys = self._keys(word, [cut])
                word.cuts = (cut._replace(pronoun=""),)
                self._shape(word)
                self._expressions(word)
                self._keep(key, word)
                return word
        return None

    def _keep(self, key: str, word: Word) -> None:
        if len(self._words) >= self._limit:
            self._before, self._words = self._words, {}
        self._words[key] = word

    def whole(self, bare: str) -> Word:
        """The analysis of a written form from which no letter is cut: "فقد" is "lost", and no "so already"."""
        word = Word(bare, self.lexicon.fold(bare))
        cut = Cut("", "", word.fold, "")
        word.entries, word.cuts, word.kind = self._known_stem(cut, bare)[0], (cut,), "noun"
        word.keys = self._keys(word, [cut])
        self._shape(word)
        self._expressions(word)
        return word

    def _as_meant(self, word: Word) -> Word:
        """The analysis of what a slip of the pen has made of a word for a deed, else the word as it is written, which may be a name."""
        if word.stem in self.lexicon.given:
            return word
        for bare in spelling.meant(word.bare):
            if self._is_of_name(word):
                return word
            other = self._analyse(bare)
            told = any(e.lexeme.senses and e.person in (0, THIRD) for e in other.entries)  # "أظافر" is no "I braid"
            if told and not spelling.doubtful(other):
                other.bare = word.bare
                return other
        return word

    def _is_of_name(self, word: Word) -> bool:
        """Whether a word is one of the words of a name or place: "خالد | ضاهر", "مدينة | الحضر"."""
        if not self._named:
            for names in self.lexicon.names.values():
                self._named.update(*(name.tokens for name in names))
            for places in self.lexicon.places.values():
                self._named.update(*(place.tokens for place in places))
        return word.fold in self._named or word.stem in self._named

    # -- the work ---------------------------------------------------------------------------------------

    def _analyse(self, bare: str, with_damma: int = -1) -> Word:
        word = Word(bare, self.lexicon.fold(bare))
        word.damma = with_damma
        first = bare[0]
        if first.isdigit():
            word.kind = "number"
            return word
        if not first.isalpha():
            word.kind = "punct"
            return word
        if not ARABIC_LETTER.match(first):
            word.kind = "latin"
            word.nominal = True
            return word
        function = self._function(bare, word.fold)
        led = _LED.fullmatch(word.fold) if not function else None
        if function or led:
            word.kind, word.function = "func", function or _PREPOSITION
            word.keys = frozenset((word.fold,))
            word.cuts = (Cut("", "", word.fold, ""),)
            if led:
                word.conj, word.stem, word.pronoun = led[1], led[2], "نا" if led[3] == "ا" else led[3]
            else:
                self._particle(word)
            self._expressions(word)
            return word
        ways = [c for c in cuts(word.fold, article=not _NATURAL.match(bare)) if not (c.pronoun == "ه" and bare[-1] == "ة")]
        if _HOUSE.fullmatch(bare):
            ways = [c for c in ways if c.stem == "ال"]
        elif len(ways) > 1:
            ways = [c for c in ways if c.stem != "ال"]
        self._choose(word, ways)
        word.keys = self._keys(word, ways)
        word.cuts = tuple(c for c in ways if not c.pronoun)
        self._shape(word)
        self._expressions(word)
        return word

    def _expressions(self, word: Word) -> None:
        """Note what may begin with this word, and what its lexemes carry."""
        lexicon = self.lexicon
        keys = sorted(word.keys)  # of two expressions alike in length the same one comes first in every process
        if not lexicon.idioms.keys().isdisjoint(word.keys):
            idioms = [i for key in keys for i in lexicon.idioms.get(key, ())]
            word.idioms = tuple(sorted(dict.fromkeys(idioms), key=lambda i: -len(i.parts)))
        if not lexicon.cues.keys().isdisjoint(word.keys):
            cues = [c for key in keys for c in lexicon.cues.get(key, ())]
            word.cue_starts = tuple(sorted(dict.fromkeys(cues), key=lambda c: -len(c.parts)))
        own = [*keys, word.stem] if word.kind == "func" and word.stem not in word.keys else keys
        if not lexicon.rules.keys().isdisjoint(own):
            word.rules = tuple(dict.fromkeys(r for key in own for r in lexicon.rules.get(key, ())))
        told = [e for e in word.entries if e.kind in FINITE and e.voice != "passive"]
        done = any(e.person == THIRD for e in told) or (bool(told) and not may_be_done_to_another(word))
        if done:  # what is done to somebody is written as what he does, but where only "I" would: "ألغيت الزيارة", "أنشئ الحلف"
            word.entries = tuple(e for e in word.entries if e.voice != "passive" or e.kind not in FINITE)
        lexemes = {id(e.lexeme): e.lexeme for e in word.entries}.values()
        word.lights = tuple(light for x in lexemes for light in x.lights)
        word.senses = any(x.senses for x in lexemes)
        plain: set[str] = {e.lexeme.pos for e in word.entries if not e.lexeme.senses and not e.lexeme.lights}
        if word.generic is not None:
            plain.add("generic")
        word.rival = "both" if len(plain) > 1 else next(iter(plain), "")
        word.sayings = tuple({e.lexeme.report: 0 for e in word.entries if e.lexeme.report and e.kind in ("masdar", "active")})
        word.reports = tuple({e.lexeme.report: 0 for e in word.entries if e.lexeme.report and e.kind in FINITE})
        word.sum_up()

    def _function(self, bare: str, folded: str) -> Mapping[str, str]:
        function: Mapping[str, str] | None = self.lexicon.function.get(bare)
        if function is None and folded not in self._known.own and not spelling.no_particle(bare, ""):
            function = self._known.particles.get(folded)
        return function or NOTHING

    def _particle(self, word: Word) -> None:
        """A particle that the table lists with its clitics (عليه، بها، ولم) is cut all the same."""
        found = self._with_pronoun.fullmatch(word.fold)
        if found:
            word.conj, word.stem, word.pronoun = found.group(1) or "", found.group(2), found.group(3)
        elif len(word.fold) > 2 and word.fold[0] in "وف" and word.fold[1:] in self._known.bearing:
            word.conj, word.stem = word.fold[0], word.fold[1:]

    def _choose(self, word: Word, ways: list[Cut]) -> None:
        """Fill in what a word is by the ways to cut it that cost least; one that no way makes known gets its likeliest cut."""
        best = self._cheapest(word, ways) or self._negated(word) or self._answer(word) or self._seated(word)
        word.kind = "noun" if best else "unknown"
        cut = best[0][0] if best else self._guess(word, ways)
        word.conj, word.prep, word.pronoun = cut.conj, cut.prep, cut.pronoun
        article = cut.stem.startswith("ال") and len(cut.stem) > 3 and not cut.pronoun and not spelling.natural(cut, word.bare)
        finite = [e.kind in FINITE for _, entries in best for e in entries]
        word.definite = article and not (finite and all(finite))  # التقى is a verb
        word.stem = bare_article(cut.stem) if word.definite else cut.stem
        word.entries = tuple(e for _, entries in best for e in entries) if cut.stem != "ال" else ()
        function = self._particle_of(cut, word.bare) if cut.prep != "س" and (cut.conj or cut.prep or cut.pronoun) else None
        if function and cut.stem in (self._known.bearing if cut.pronoun else self._known.particles):
            word.function, word.kind = function, "func"
            word.stem, word.definite = cut.stem, False  # "والتي" is "التي"
            word.entries = ()
        elif any(e.lexeme.lemma == _TO_BE for e in word.entries):
            word.entries = tuple(e for e in word.entries if e.lexeme.lemma == _TO_BE)
        elif word.definite and word.stem in self._nouns:
            word.entries = tuple(e for e in word.entries if e.kind not in ADJECTIVE_KINDS)  # "طالب الحزب المجتمع الدولي"
        word.nisba = self.lexicon.nisbas.get(word.stem) if not cut.pronoun else None
        word.entries = spelling.masdars(word.bare, word.stem, word.pronoun, word.entries)
        word.generic = self._generic(word)

    def _cheapest(self, word: Word, ways: list[Cut]) -> list[Reading]:
        """The ways that leave a known stem and cost least (:mod:`.costs`), with what their stems may be."""
        best: list[Reading] = []
        best_cost = 9.0
        for cut in ways:
            entries, known = self._known_stem(cut, word.bare)
            if not known or damma.is_on_and(cut, word.damma):
                continue
            entries, spelled = spelling.fitting(likely(entries), word.bare, cut.pronoun)
            entries = of_one(entries)
            particle = self._particle_of(cut, word.bare) if cut.conj or cut.prep or cut.pronoun else None
            cost = self._known.cost(costs.Way(word, cut, entries, particle or NOTHING, spelled=spelled))
            if cost < best_cost - 1e-9:
                best, best_cost = [(cut, entries)], cost
            elif cost < best_cost + 1e-9:
                best.append((cut, entries))
        return best

    def _negated(self, word: Word) -> list[Reading]:
        """No space behind لا: "لايساعد"."""
        if not word.fold.startswith("لا") or len(word.fold) <= 5:
            return []
        cut = Cut("", "", word.fold[2:], "")
        entries, _ = self._known_stem(cut, word.bare)
        word.negated = any(e.kind == "imperfect" for e in entries)
        return [(cut, entries)] if word.negated else []

    def _answer(self, word: Word) -> list[Reading]:
        """What would have come: "لولا دعم إيران لسقط"."""
        if not word.fold.startswith("ل") or len(word.fold) <= 3:
            return []
        cut = Cut("", "", word.fold[1:], "")
        entries = tuple(e for e in self._known_stem(cut, word.bare)[0] if e.kind == "perfect" and e.person == THIRD)
        return [(cut, entries)] if entries else []

    def _seated(self, word: Word) -> list[Reading]:
        """A hamza on an alif that belongs on a و: "بدأوا" is "بدؤوا"."""
        if "أو" not in word.bare[1:]:
            return []
        ways = (c for c in cuts(fold(word.bare.replace("أو", "ؤو"))) if not c.prep and not c.pronoun)
        return next(([(c, entries)] for c in ways if (entries := self._known_stem(c, word.bare)[0])), [])

    def _generic(self, word: Word) -> Generic | None:
        """The general word for actors that a word is, unless its form or another reading shows that it is none."""
        generics = self.lexicon.generics
        joined = generics.get(word.stem + "+") if word.pronoun else None
        found = joined or (generics.get(word.stem) if word.stem != "ال" or _HOUSE.fullmatch(word.bare) else None)
        if found is not None and found.number == "d" and not (word.definite or word.pronoun):
            found = self.lexicon.several.get(word.stem, found)
        if found is None or is_deed_alike(word, found) or is_no_dual(word, found) or is_written_as_deed(word, found):
            return None
        return None if self._are_deeds(word, found) else found

    def _are_deeds(self, word: Word, known: Generic) -> bool:
        """Whether women who do something are written like what they do: "المفاوضات", "المقاطعة الخليجية".

        Without its article one of them may be meant, and is: "مقاتلة كردية".
        """
        several = known.number == "p"
        if known.gender != "f" or known.lemma.endswith("ة") or not (several or (known.number == "s" and word.definite)):
            return False
        men = word.stem.removesuffix("ات" if several else "ه") + "ون"
        return men in self.lexicon.generics and any(e.kind == "masdar" for e in word.entries)

    def _known_stem(self, cut: Cut, bare: str) -> tuple[tuple[Entry, ...], bool]:
        lexicon = self.lexicon
        stem = cut.stem
        plain = bare_article(stem) if not cut.pronoun and not spelling.natural(cut, bare) else stem
        article = plain is not stem and plain != stem
        found = [e for e in lexicon.stems.get(plain) if self._fits(e, cut, article)]
        if not article:
            found_whole = found
        else:
            native = cut.prep != "ل" or "لال" in fold(bare)  # "للقاء" is لـ with لقاء: إلقاء would be لإلقاء
            found_whole = [e for e in lexicon.stems.get(stem) if self._fits(e, cut, False)] if native else []
            found = found + found_whole
        if found:
            return tuple(found), True
        if cut.prep == "س":
            return (), False
        if cut.pronoun:
            bearing = stem in self._known.particles and stem in self._known.bearing
            return (), bearing or plain in lexicon.generics or plain + "+" in lexicon.generics
        known = (
            stem in lexicon.names
            or plain in lexicon.nisbas
            or plain in lexicon.generics
            or plain in lexicon.organs
            or plain in lexicon.titles
            or stem in lexicon.places
            or (bool(cut.conj or cut.prep) and len(stem) > 1 and self._particle_of(cut, bare) is not None)
        )
        return (), known

    def _particle_of(self, cut: Cut, bare: str) -> Mapping[str, str] | None:
        """The particle that a cut leaves, unless a hamza shows that it is none."""
        if spelling.no_particle(bare, cut.conj) and bare[len(cut.conj) + len(cut.prep) :] not in self.lexicon.function:
            return None
        particle = self._known.particles.get(cut.stem)
        return None if particle and cut.prep and particle.keys() <= _JOINING else particle  # "لام" is no "for or"

    @staticmethod
    def _fits(entry: Entry, cut: Cut, article: bool) -> bool:
        finite = entry.kind in FINITE
        if article:
            annexed = cut.stem[-1] in "يو" and entry.gender == "m" and entry.number in ("d", "p")  # الديني is nobody's "two debts"
            return not finite and not entry.joined and not annexed
        if cut.prep == "س":
            return entry.kind == "imperfect"
        if cut.prep in ("ب", "ك") and finite:
            return False
        if cut.prep == "ل" and finite and entry.kind != "imperfect":
            return False
        return not (entry.joined and not cut.pronoun)

    @staticmethod
    def _guess(word: Word, ways: list[Cut]) -> Cut:
        """The likeliest cut of an unknown word: an article shows its clitics, else only و comes off."""
        for cut in ways:
            if cut.stem.startswith("ال") and len(cut.stem) > 4 and (cut.conj or cut.prep):
                return cut
        folded = word.fold
        if folded.startswith("ال"):
            return ways[0]
        if folded[0] == "و" and len(folded) >= 5:
            return Cut("و", "", folded[1:], "")
        for cut in ways:
            if not cut.conj and not cut.prep and cut.pronoun in ("ها", "هم", "هما", "نا") and len(cut.stem) >= 3:
                return cut
        return ways[0]

    @staticmethod
    def _keys(word: Word, ways: list[Cut]) -> frozenset[str]:
        keys = {word.fold, word.stem}
        for cut in ways:
            if cut.pronoun and cut != Cut(word.conj, word.prep, word.stem, word.pronoun):
                continue
            if cut.prep and cut.prep != "س":
                keys.add(cut.prep + cut.stem)
            keys.add(cut.stem)
            keys.add(bare_article(cut.stem))
        keys.update(f"[{e.lexeme.lemma}]" for e in word.entries if e.lexeme.pos == "verb")
        return frozenset(keys)

    @staticmethod
    def _shape(word: Word) -> None:
        finite = any(e.kind in FINITE for e in word.entries)
        nominal = any(e.kind not in FINITE for e in word.entries)
        if word.kind == "func":
            return
        if word.kind == "unknown":
            verb_like = not word.definite and not word.prep and word.stem[0] == "ي" and len(word.stem) >= 4
            verb_like = verb_like or word.stem.endswith("وا")
            word.finite, word.nominal = verb_like, not verb_like
        elif word.entries:
            word.finite, word.nominal = finite, nominal
            if word.nisba or word.generic:
                word.nominal = True
            word.kind = "verb" if finite and not nominal else "noun"
        else:
            word.nominal = True
        if word.generic:
            if word.generic.number == "d" and word.pronoun and word.stem.endswith("ن"):
                word.generic = word.generic._replace(gender="", number="p")  # "بلداننا" are many: two would be "بلدانا"
            word.gender, word.number = word.generic.gender, word.generic.number
        elif word.nisba:
            word.gender, word.number = word.nisba.gender, word.nisba.number
        elif word.entries:
            word.gender, word.number = word.entries[0].gender, word.entries[0].number
        else:
            word.gender, word.number = guessed_gender(word)
