"""Words that may be somebody and are a deed, done to whom stands behind them: "مهاجمة | إيران", "القضاء على | الفساد", "متهمة | طهران"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.nounphrases.verbhood import does_to_somebody
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.governed import is_although
from ahlaf.coding.words.word import Word
from ahlaf.text.views import fold


def deed_done(draft: Draft, at: int) -> bool:
    """Whether a noun that may be somebody is the deed done to whom stands behind it: "مهاجمة | إيران", "احتلال | العراق".

    Who is taken is one, or nobody told before, "أسر الجندي", "أسر جنود"; "أسر الجنود" are their families. A prison is of several
    or of a place, "سجن النساء", "سجن طرة"; of one man it is his being sent there, "بسجن | الوزير".
    """
    word, lexicon = draft.words[at], draft.lexicon
    if word.generic is None or word.generic.kind == "person" or word.definite or word.pronoun or at + 1 >= len(draft.words):
        return False  # "مراسلة القناة" is a woman
    behind = draft.words[at + 1]
    masdar = any(e.kind == "masdar" and e.lexeme.senses for e in word.entries)
    if masdar and word.stem == "اسر" and not behind.conj and not behind.prep:
        return _taken(behind) and not _with_families(draft, at)
    if masdar and word.stem == "سجن" and not behind.conj and not behind.prep:
        return behind.definite and behind.number == "s" and (behind.generic is not None or behind.stem in lexicon.titles)
    if not masdar or not (word.stem == "احتلال" or (word.stem.startswith("م") and word.stem.endswith("ه"))):
        return False
    if behind.conj or behind.prep or behind.kind in ("func", "punct", "number"):
        return False
    if word.stem in lexicon.groups["place-head"] and behind.fold in lexicon.places and behind.fold not in lexicon.names:
        return False  # "محافظة ديالى"
    return behind.definite or behind.fold in lexicon.names or behind.fold in lexicon.places


def _taken(word: Word) -> bool:
    """Whether a word tells whom somebody takes captive, and whose families there are not: a number, one man, men without article."""
    if word.kind == "number":
        return True
    return word.generic is not None and not word.pronoun and (word.number == "s" or not word.definite) and word.generic.sector == "MIL"


def _with_families(draft: Draft, at: int) -> bool:
    """Whether "أسر" stands where families do: behind على or ل, right behind a verb that reports nothing, or before whose men they are.

    "وزعت الحكومة مساعدات على | أسر جنود", "تظاهرت | أسر جنود", "زار الوزير | أسر ضباط الشرطة".
    """
    words, word = draft.words, draft.words[at]
    before, after = draft.word_before(at), words[at + 2] if at + 2 < len(words) else None
    owned = after is not None and after.definite and not after.conj and not after.prep and after.kind != "punct"
    led = word.prep == "ل" or (before is not None and before.stem == "علي")
    verbs = [k for k in range(max(at - _TO_OBJECT, 0), at) if words[k].finite]
    told = bool(verbs) and (verbs[-1] == at - 1 or draft.at[at - 1] >= 0) and not words[verbs[-1]].reports
    return owned or led or told


_TO_OBJECT: Final = 3
"""So many tokens before its object stands a verb, at most."""


def deed_on(draft: Draft, at: int) -> bool:
    """Whether a noun that may be a body is the deed that the preposition behind it goes with: "القضاء على | الفساد" is no court.

    An alliance against somebody is a body: "قصف التحالف ضد | التنظيم", and one before "although": "خارج | التحالف مع أنها".
    """
    word, behind = draft.words[at], draft.word_behind(at)
    if word.generic is None or word.pronoun or behind is None or behind.pronoun or "prep" not in behind.function:
        return False
    if word.generic.kind == "alliance" and (behind.stem == "ضد" or is_although(draft, at + 1)):
        return False
    senses = (s for e in word.entries if e.kind == "masdar" for s in e.lexeme.senses)
    return any(behind.stem == fold(end) for s in senses for end in s.target)


def does_so(draft: Draft, at: int) -> bool:
    """Whether a participle without its article says what somebody does to whom stands behind it.

    "متهمة | طهران بتسليح", "مهاجما | السعودية"; behind a comma, or of an accusation, "متهمة | الحرس الثوري بدعم".
    """
    word = draft.words[at]
    if word.definite or word.prep or word.pronoun or at + 2 >= len(draft.words) or draft.sentence_of[at + 1] != draft.sentence_of[at]:
        return False
    active = any(e.kind == "active" and e.number == "s" and any("obj" in s.target for s in e.lexeme.senses) for e in word.entries)
    free = word.bare.endswith(("ا", "ة")) and (not at or draft.words[at - 1].kind != "func" or not draft.words[at - 1].function.get("prep"))
    behind = draft.words[at + 1]
    if _a_man_of_there(draft, at):
        return False
    names = draft.lexicon.names.get(behind.fold, ())
    named = behind.kind != "func" and longest_name(draft, at + 1, [n for n in names if n.strong]) is not None
    accused = any(w.prep == "ب" and w.masdar for w in draft.words[at + 2 : at + _TO_DEED])
    if not (active and free) or not named:
        accuses = any(e.kind == "active" and any(s.relation == "ACCUSE" for s in e.lexeme.senses) for e in word.entries)
        aside = bool(at) and (accuses or draft.words[at - 1].bare == "،" or word.conj == "و")
        return active and free and behind.definite and not behind.prep and aside and accused
    led = draft.words[at + 2]
    return accused or word.bare.endswith("ا") or led.prep == "ب" or "prep" in led.function


def _a_man_of_there(draft: Draft, at: int) -> bool:
    """Whether a verb's object is somebody with an adjective that is written like his state: "اعتقلت السلطات | معارضا كينيا"."""
    word, behind = draft.words[at], draft.words[at + 1]
    dressed = word.bare.endswith("ا") and behind.bare.endswith("ا")
    if word.generic is None or behind.nisba is None or behind.nisba.number != "s" or not dressed:
        return False
    subject = draft.at[at - 1] if at else -1
    verb = draft.phrases[subject].first - 1 if subject >= 0 else at - 1
    if verb < 0 or (subject >= 0 and (draft.phrases[subject].prep or draft.phrases[subject].pointing)):
        return False
    told = draft.words[verb]
    return told.verb and not told.pronoun and does_to_somebody(draft, verb)


_TO_DEED: Final = 6
"""So many tokens on stands the deed that somebody is accused of, at most."""
