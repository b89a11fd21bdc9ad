"""Who does what a verb says where it tells of one of several, or of each: "الأول | يتهم الثاني", "اتهم كل | طرف الآخر"."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.topics import takes_object
from ahlaf.coding.clauses.verb import Ends, Verb
from ahlaf.coding.nounphrases import ordinals
from ahlaf.coding.words import governed
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.entries import Entry


def leave_out_two(verb: Verb) -> None:
    """Take from a form that may be of another verb what two do to each other, where nobody does it with another: "تحارب | كندا"."""
    draft, word = verb.draft, verb.draft.words[verb.at]
    mutual = [_mutual(e) for e in word.tensed]
    if any(mutual) and not all(mutual) and not _with_another(draft, verb.behind):
        verb.third = [(e.gender, e.number) for e in word.third if not _mutual(e)]


def _mutual(entry: Entry) -> bool:
    """Whether a form in the perfect tells what two do to each other, or one with another: "تَحارَبَ"."""
    senses = entry.lexeme.senses
    return entry.kind == "perfect" and bool(senses) and all(sense.target == ("مع",) for sense in senses)


def _with_another(draft: Draft, behind: int) -> bool:
    """Whether who stands behind a verb is several or does it "with" another: "تحارب | الجيشان", "تحارب | الجيش مع الحزب"."""
    if behind < 0:
        return True
    phrase, after = draft.phrases[behind], draft.phrases[behind].named_to + 1
    led = after < len(draft.words) and draft.words[after].stem == "مع"
    return led or phrase.number != "s" or draft.lead(behind) in draft.group_size


def one_of_two(verb: Verb) -> Ends | None:
    """One of several does to another of them what stands between the two: "الأول | يتهم الثاني"."""
    draft, at = verb.draft, verb.at
    other = draft.at[at - 1] if at > verb.start else -1
    both = verb.behind in draft.of_several and other in draft.of_several
    return verb.done_by(other) if both and verb.may_tell_of(other) else None


def each_side(verb: Verb) -> Ends | None:
    """Each of two sides does to the other: "اتهم كل | طرف الآخر"."""
    both = verb.behind >= 0 and governed.each_side(verb.draft, verb.draft.phrases[verb.behind].head)
    return (verb.behind, verb.behind + 1) if both else None


def each_of_them(verb: Verb) -> Ends | None:
    """Each of them does, whom a pronoun means behind the verb: "اتهم كل | منهما الآخر"."""
    draft, words, of = verb.draft, verb.draft.words, verb.at + 2
    each = of < verb.end and words[of].stem == "من" and words[of - 1].stem in draft.lexicon.groups["each-of"]
    them = draft.pronoun_at.get(of, -1) if each and words[of].pronoun in _THEM else -1
    if them < 0 or not any(number == "s" for _, number in verb.third):
        return None
    return them, draft.at[of + 1] if of + 1 < verb.end else -1


def some_of_them(verb: Verb) -> Ends | None:
    """Some of those do, whom a pronoun means before the verb: "تحارب الدول الحزب وبعضها | يدعمه"."""
    draft, some = verb.draft, verb.at - 1
    word = draft.words[some] if some >= verb.start else None
    if word is None or word.kind != "func" or "quantifier" not in word.function or word.pronoun not in _THEM or draft.words[verb.at].conj:
        return None
    them = draft.pronoun_at.get(some, -1)
    one = any(number in ("s", "p") for _, number in verb.third)
    return (them, draft.pronoun_at.get(verb.at, -1)) if them >= 0 and one else None


_THEM: Final = frozenset(("هما", "هم", "ها", "هن"))


def one_of_several(verb: Verb) -> Ends | None:
    """One of several stands right behind the verb and does what it says: "دعم | الأول الحكومة"."""
    return (verb.behind, -1) if verb.behind in verb.draft.of_several and verb.may_tell_of(verb.behind) else None


def goes_on_about(verb: Verb) -> Ends | None:
    """One of several with whom the sentence opened goes on behind "and": "الأولى تقودها مصر ومعها كينيا، و|تضم دولا"."""
    draft, at = verb.draft, verb.at
    word = draft.words[at]
    if verb.behind < 0 or not word.conj or word.pronoun or not takes_object(draft, at):
        return None
    about = max((ordinals.goes_on_about(draft, at, gender) for gender, _ in verb.third), default=-1)
    return verb.done_by(about) if about >= 0 else None
