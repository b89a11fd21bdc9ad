"""A verb's written forms: stems from `stems`, endings from `tables`, nominal endings from `nouns`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from ahlaf.lexicon.inflect.form import Form, InflectionError, Kind, Voice
from ahlaf.lexicon.inflect.nouns import decline, decline_masdar
from ahlaf.lexicon.inflect.script import radicals, settle, sounds, spell
from ahlaf.lexicon.inflect.stems import Stem, masdar_of, stems_of
from ahlaf.lexicon.inflect.tables import (
    DOUBLED_IMPERATIVE,
    FINAL_I,
    FINAL_YA,
    FINAL_YA_AFTER_YA,
    HAMZA_BEFORE_PRONOUN,
    IMPERATIVE,
    IMPERFECT,
    PERFECT,
    PREFIXES,
    SHORT_JUSSIVE,
    SOUND,
    A,
    PrefixedRow,
    Row,
    Slot,
)

_Written: TypeAlias = tuple[str, Slot]
_TOUCHY: Final = frozenset("ءتن")
"""Last letters that the ending changes: a hamza's seat, and ت and ن that melt into an ending's own."""


def verb_forms(lemma: str, root: str, form: str, imperfect: str, masdars: Sequence[str]) -> tuple[Form, ...]:
    """Return every written form of a verb, attached pronouns left off.

    `lemma` is the perfect, third masculine singular, fully vowelled; `imperfect` too, and needed for form 1 only.
    `masdars`, unvowelled, take the place of the one that the form gives; for form 1 there is none but those.
    A lemma that is passive (أُعْجِبَ, عُنِيَ) is taken as it is: what it says of its subject counts as active.
    Raise `InflectionError` where lemma, root, form and imperfect do not belong together.

    >>> forms = verb_forms("دَعَمَ", "دعم", "1", "يَدْعَمُ", ["دعم"])
    >>> [f.text for f in forms if f.kind == "perfect" and f.person == 3]
    ['دعم', 'دعمت', 'دعما', 'دعمتا', 'دعموا', 'دعمو', 'دعمن']
    """
    letters = radicals(root)
    try:
        stems = stems_of(sounds(lemma), letters, form, sounds(imperfect))
    except InflectionError as error:
        raise InflectionError(f"{lemma}: {error}") from None

    forms: list[Form] = []
    _add(forms, "perfect", _perfect(stems.perfect), _perfect(stems.perfect_passive))
    _add(forms, "imperfect", _imperfect(stems.imperfect), _imperfect(stems.imperfect_passive))
    _add(forms, "imperative", _imperative(stems.imperative), [])
    forms += _participle(stems.active, "active", "active")
    forms += _participle(stems.passive_participle, "passive_participle", "passive")
    if stems.imperfect is None:  # ليس، عسى
        return tuple(forms)
    if form == "1":
        for masdar in masdars:
            forms += decline_masdar(masdar, plural=len(masdar) > 3)
    else:
        pattern, defective = masdar_of(stems.frame, letters, form)
        regular = spell(pattern)
        for masdar in masdars or (regular,):
            if defective and masdar in (regular, regular + "ي"):
                forms += decline_masdar(regular, defective=True)
            else:
                forms += decline_masdar(masdar)
    return tuple(dict.fromkeys(forms)) if len(masdars) > 1 else tuple(forms)


def _participle(stem: Stem | None, kind: Kind, voice: Voice) -> list[Form]:
    if stem is None:
        return []
    text = spell(stem.long)
    if stem.ending in (FINAL_YA, FINAL_YA_AFTER_YA):
        text += "ى" if stem.ending == FINAL_YA else "ا"
    return decline(text, kind, voice, defective=stem.ending == FINAL_I)


def _add(forms: list[Form], kind: Kind, active: list[_Written], passive: list[_Written]) -> None:
    """Add two paradigms, "both" where they are spelled alike. One-letter imperatives (قِ) are left out."""
    new = tuple.__new__  # what Form(...) does, in half the time
    if active == passive or not passive:
        voice: Voice = "both" if passive else "active"
        forms += [
            new(Form, (text, kind, slot[0], slot[1], slot[2], voice, slot[3])) for text, slot in active if len(text) > 1
        ]
        return
    voices: dict[_Written, Voice] = dict.fromkeys(active, "active")
    for written in passive:
        voices[written] = "both" if written in voices else "passive"
    forms += [
        new(Form, (text, kind, slot[0], slot[1], slot[2], voice, slot[3])) for (text, slot), voice in voices.items()
    ]


def _glue(stem: str, vowel: str, letters: str) -> str:
    """Add an ending to a stem whose last letter minds: قرؤوا, ثبتُّ, أعلنّا."""
    if not vowel and letters and stem[-1] == letters[0]:
        letters = letters[1:]
    return spell(stem + vowel + letters)


def _minds(stem: Stem) -> bool:
    return stem.short[-1] in _TOUCHY or "ء" in stem.long[-2:]


def _suffixed(stem: Stem, rows: Iterable[Row]) -> list[_Written]:
    long, short, _ = stem
    if _minds(stem):
        return [(_glue(short if row.short else long, row.vowel, row.letters), row.slot) for row in rows]
    bases = (spell(long), spell(short))
    return [(bases[at] + letters, slot) for at, _, letters, slot in rows]


def _perfect(stem: Stem | None) -> list[_Written]:
    return [] if stem is None else _suffixed(stem, PERFECT[stem.ending])


def _imperative(stem: Stem | None) -> list[_Written]:
    if stem is None:
        return []
    written = _suffixed(stem, IMPERATIVE[stem.ending])
    if stem.long[-1] == "~" and stem.ending == SOUND:
        written += _suffixed(stem, (DOUBLED_IMPERATIVE,))
    return written


def _imperfect(stem: Stem | None) -> list[_Written]:
    if stem is None:
        return []
    long, short, ending = stem
    rows: Sequence[PrefixedRow] = IMPERFECT[ending]
    if long != short:
        rows = (*rows, *SHORT_JUSSIVE)
    if "ء" not in long and not _minds(stem):
        bare = (spell(long), spell(short))
        prefixes = ("ي", "ت", "أ", "ن")
        return [(prefixes[prefix] + bare[at] + letters, slot) for prefix, at, _, letters, slot in rows]
    stems = [(prefix + long, prefix + short) for prefix in PREFIXES]
    if long[0] == "a":  # آكل, but أؤمن as everybody writes it
        stems[A] = (settle(stems[A][0]), settle(stems[A][1]))
    if not _minds(stem):
        bases = [(spell(one), spell(other)) for one, other in stems]
        return [(bases[prefix][at] + letters, slot) for prefix, at, _, letters, slot in rows]
    written = [(_glue(stems[prefix][at], vowel, letters), slot) for prefix, at, vowel, letters, slot in rows]
    if long[-1] == "ء" and ending == SOUND:
        plain = {text for text, _ in written}
        for prefix, at, vowel, letters, slot in HAMZA_BEFORE_PRONOUN:
            text = _glue(stems[prefix][at], vowel, letters)
            if text not in plain:
                written.append((text, slot))
    return written
