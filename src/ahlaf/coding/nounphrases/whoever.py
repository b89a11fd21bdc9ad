"""People named by what they do: "من أحرق القرية", "انقلبت على من سلحوها", "وهو من يحرض عليها", "عوقب الذين هاجموها".

A من that a finite verb follows is no preposition, and الذين without a noun before it are people of their own; so is الذي
where the sentence says who it is, "الذي قتل الوزير هو الحزب". Each becomes a phrase of kind ``whoever``: one token long,
so that what stands in its clause keeps its own phrases, but named by the whole clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.nounphrases.phrases import tells_how_many
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import set_against
from ahlaf.coding.words.kinds import SOMEBODY_OR_MANY
from ahlaf.coding.words.pronouns import THEMSELVES
from ahlaf.coding.words.questions import asks_who, wonders
from ahlaf.coding.words.word import TENSED, THIRD, WALLS, Word
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.split import TELLING

KIND: Final = "whoever"
"""The free pronouns that may join a noun to "who"."""
_OF_WHOM: Final = MappingProxyType({"ممن": "من", "عمن": "عن"})
"""Who, in one word with its preposition."""
_LONGEST: Final = 5
_TOLD: Final = 12
"""So many tokens behind "who" at most stands the pronoun that says who it is."""


def find(draft: Draft) -> list[Phrase]:
    """The phrases of this kind, in the order of the text; questions ("من يدعم داعش؟") have a hole there and no phrase."""
    found = []
    for at in range(len(draft.words) - 1):
        word = draft.words[at]
        stretch = draft.sentence_of[at]
        if word.kind != "func" or word.pronoun or stretch < 0 or draft.stretches[stretch].kind not in TELLING:
            continue
        they = (word.stem == "من" and _does(draft, at) and not asks_who(draft, at)) or _of_those(draft, at)
        if draft.sentence_of[at + 1] != stretch or not (they or _nameless(draft, at)):
            continue
        phrase = Phrase(at, at, at, KIND)
        phrase.reach = _clause(draft, at)
        phrase.gender, phrase.number = _shape(draft.words[at + 1])
        phrase.prep, phrase.definite = _OF_WHOM.get(word.stem, word.prep), True
        if at and word.stem in _OF_WHOM and _some(draft, draft.words[at - 1]):
            phrase.prep = ""  # "اعتقلت الشرطة عددا | ممن هاجموها"
        found.append(phrase)
    return found


def _some(draft: Draft, word: Word) -> bool:
    """Whether a word tells how many of those who follow are meant: "عددا | ممن", "عشرة | ممن"."""
    return tells_how_many(word) or word.stem in draft.lexicon.groups["some-of"]


def _of_those(draft: Draft, at: int) -> bool:
    """Whether "of those who", "from those who" stands before a verb: "مئات | ممن يدعمونه", "أفرج | عمن اعتقلهم"."""
    verb = draft.words[at + 1]
    some = draft.words[at].stem in _OF_WHOM and verb.verb and not (verb.conj or verb.prep or verb.definite)
    return some and not wonders(draft, at)  # "سأل الصحفي الوزير | عمن يمول الحزب"


def _nameless(draft: Draft, at: int) -> bool:
    """Whether "الذين" stands without a noun: behind a verb, a preposition, "those", "all", or at the head of a sentence."""
    word = draft.words[at]
    relative = word.function.get("relative", "")
    if word.conj or word.prep or not draft.words[at + 1].finite or not draft.words[at + 1].entries:
        return False
    told = relative and word.stem.startswith("ال") and not draft.words[at + 1].pronoun and _is_told(draft, at) >= 0
    if not told and not relative.endswith("p"):
        return _anyone(draft, at)
    if at == 0 or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return True
    before = draft.words[at - 1]
    if before.kind == "func":
        return not before.pronoun and (at < 2 or "demonstrative" not in before.function or draft.at[at - 2] < 0)
    return before.kind == "verb" and not before.pronoun and not before.nominal


def _anyone(draft: Draft, at: int) -> bool:
    """Whether "الذي" alone is whoever does so: at the head of a sentence, behind a verb or a preposition: "لا يحكم | الذي يقتل شعبه"."""
    word, verb = draft.words[at], draft.words[at + 1]
    does = verb.kind == "verb" and not verb.pronoun and any(e.kind == "imperfect" for e in verb.entries)
    if word.stem != _HE_WHO or not does:
        return False
    if at == 0 or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return True
    before = draft.words[at - 1]
    if before.kind == "func":
        return "prep" in before.function and before.stem != "من" and not before.pronoun
    return before.kind == "verb" and not before.pronoun and not before.nominal


_HE_WHO: Final = "الذي"


def _is_told(draft: Draft, at: int) -> int:
    """The pronoun that says who it is, "من قتل الوزير | هو الحزب", no other clause between; -1 where none does."""
    for position in range(at + 2, min(at + _TOLD, len(draft.words) - 1)):
        word = draft.words[position]
        if word.kind == "punct" or draft.sentence_of[position + 1] != draft.sentence_of[at] or "relative" in word.function:
            return -1
        if word.stem in THEMSELVES and not (word.conj or word.prep or word.pronoun):
            return position
        if word.verb and not word.nominal:
            return -1
    return -1


def _does(draft: Draft, at: int) -> bool:
    """Whether a finite verb follows: surely, or likely behind what no preposition "from" stands behind."""
    verb = draft.words[at + 1]
    if not verb.finite or not verb.entries or verb.conj or verb.prep or verb.definite:
        return False
    if verb.fold in draft.lexicon.given and at + 2 < len(draft.words) and draft.words[at + 2].fold in draft.lexicon.given:
        return False  # "من | يوسف أحمد"
    if verb.fold in draft.lexicon.names and all((e.gender, e.number) == ("f", "p") for e in verb.entries):
        return False  # "ثم من بكين": hardly women who wept
    if not verb.nominal or _opens_told(draft, at):
        return True
    before = draft.lexicon.groups["before-whoever"]
    at = _over_himself(draft, at)
    return at > 0 and (draft.words[at - 1].fold in before or draft.words[at - 1].stem in before)


def _over_himself(draft: Draft, at: int) -> int:
    """The token of "himself" right before "who", which says no more than the pronoun before it: "هم | أنفسهم من يمولونها"; else "who"."""
    return at - 1 if at > 1 and draft.words[at - 1].fold in draft.lexicon.groups["himself"] else at


def _opens_told(draft: Draft, at: int) -> bool:
    """Whether "who" opens a sentence that goes on to say who he is: "| من أسس التحالف هو من أنشأ الجبهة" tells of no foundations.

    No noun stands before "this" and "those" and is annexed to them: "| من قتل هذا الوزير هم من".
    """
    behind = draft.words[at + 2] if at + 2 < len(draft.words) else None
    opens = at == draft.stretches[draft.sentence_of[at]].first and behind is not None
    return opens and behind is not None and (behind.definite or "demonstrative" in behind.function) and _is_told(draft, at) >= 0


def _clause(draft: Draft, at: int) -> int:
    """The last token of the words that name them: the verb and what it governs."""
    last = at + 1
    for position in range(at + 2, min(at + 2 + _LONGEST, len(draft.words))):
        word = draft.words[position]
        if word.kind == "punct" or draft.sentence_of[position] != draft.sentence_of[at] or word.conj or word.fold in THEMSELVES:
            break
        if (word.verb and not word.nominal) or not WALLS.isdisjoint(word.function):
            break
        last = position
    while last > at + 1 and draft.words[last].kind == "func" and not draft.words[last].pronoun:
        last -= 1
    return last


def _shape(verb: Word) -> tuple[str, str]:
    for entry in verb.entries:
        if entry.kind in TENSED and entry.person == 3:
            return entry.gender or "m", entry.number or "s"
    return "m", "s"


def clause_of(draft: Draft, verb: int) -> int:
    """Whose clause a verb opens where they are joined to others, "الجيش ومن | يسانده"; else -1."""
    index = draft.at[verb - 1] if verb else -1
    return index if index >= 0 and draft.phrases[index].kind == KIND and draft.lead(index) != index else -1


def are_not(draft: Draft, verb: int, subject: int, among: Sequence[int]) -> set[int]:
    """Of some phrases those that don't do what "who" right before its verb does: "| الجميع يعرف من يمول الإرهاب"."""
    if subject < 0:
        return set()
    phrase, word = draft.phrases[subject], draft.words[verb]
    does = (e for e in word.entries if e.kind == "imperfect" and e.person == THIRD)  # "من أحترمهم", "من دنس"
    he = not (word.pronoun or word.nominal) and any(does)
    if not he or phrase.kind != KIND or phrase.first != verb - 1 or phrase.antecedent >= 0:
        return set()
    return {index for index in among if draft.whose(index) != draft.whose(subject)}


def actor(draft: Draft, phrase: Phrase) -> Actor:
    """One that only this text knows, by what it does."""
    words = [bare_article(draft.words[k].fold) for k in range(phrase.first + 1, phrase.reach + 1)]
    name = draft.text(phrase.first, phrase.reach).removeprefix(draft.words[phrase.first].conj)
    return Actor("text:من " + " ".join(words), name)


def settle(draft: Draft) -> None:
    """Whom "هو من" speaks of: the one so named before in the sentence, or what stands before the pronoun."""
    last = -1
    for index, phrase in enumerate(draft.phrases):
        if phrase.kind != KIND:
            if _said_which(draft, phrase) and (told := _is_told(draft, phrase.last + 1)) >= 0 and (who := _behind(draft, told)) >= 0:
                phrase.antecedent, phrase.actor = who, draft.phrases[who].actor
                phrase.points = _several(draft, phrase, who)
            continue
        at = _over_himself(draft, phrase.first) - 1
        if (first := max(_is_first(draft, phrase), _is_he(draft, phrase))) >= 0:
            phrase.antecedent = first
        elif at >= 0 and draft.words[at].stem in THEMSELVES:
            phrase.antecedent = _before(draft, phrase, at, last)
        elif (told := _is_told(draft, phrase.first)) >= 0:
            phrase.antecedent = _behind(draft, told)
            if phrase.antecedent >= 0:
                phrase.points = _several(draft, phrase, phrase.antecedent)
        if phrase.antecedent >= 0:
            phrase.actor, phrase.listed = draft.phrases[phrase.antecedent].actor, -1
        else:
            last = index


def _is_first(draft: Draft, phrase: Phrase) -> int:
    """Of whom is said that he is the first or most of those who do something: "إيران أكثر | من يدعم الإرهاب"; else -1."""
    at = phrase.first - 1
    if at < 1 or draft.words[at].stem not in draft.lexicon.groups["most"] or phrase.prep or draft.words[at].prep or draft.words[at].conj:
        return -1
    index = draft.lead(draft.at[at - 1]) if draft.at[at - 1] >= 0 else -1
    there = draft.phrases[index]
    named = index >= 0 and there.kind in SOMEBODY_OR_MANY and not there.prep and there.sentence == phrase.sentence
    return index if named else -1


def _is_he(draft: Draft, phrase: Phrase) -> int:
    """Of whom it is said or denied that he does it: "ليست كندا | من يدعم الإرهاب", "إن كندا | من تدعمه"; else -1."""
    words, index = draft.words, draft.at[phrase.first - 1] if phrase.first else -1
    there = draft.phrases[index]
    if index < 0 or phrase.prep or there.prep or there.kind not in SOMEBODY_OR_MANY or there.sentence != phrase.sentence or not there.first:
        return -1
    before, groups = words[there.first - 1], draft.lexicon.groups
    said = before.bare in _INDEED or before.stem in groups["is-not"] or (before.finite and before.of_verb(groups["being"]))
    return draft.lead(index) if said and there.last + 1 == phrase.first else -1


_INDEED: Final = ("إن", "فإن")


def _several(draft: Draft, phrase: Phrase, who: int) -> tuple[int, ...]:
    """All whom a plural is told to be: "الدول التي قاطعت قطر هي | السعودية ومصر"; none where it is one."""
    told = tuple(members(draft, who)) if phrase.number in ("p", "d") else ()
    return told if len(told) > 1 else ()


def _said_which(draft: Draft, phrase: Phrase) -> bool:
    """Whether a general word is said more of before it is told who it is: "الدولة التي تمول الحوثيين هي | إيران"."""
    at = phrase.last + 1
    alone = phrase.kind in ("nominal", "organ") and phrase.definite and phrase.first == phrase.last and not phrase.prep
    return alone and at + 1 < len(draft.words) and "relative" in draft.words[at].function and draft.words[at + 1].finite


def _behind(draft: Draft, pronoun: int) -> int:
    """Who stands right behind the pronoun, with no preposition; else -1."""
    index = draft.at[pronoun + 1]
    there = draft.phrases[index]
    named = index >= 0 and there.first == pronoun + 1 and not there.prep and there.kind in SOMEBODY_OR_MANY and there.actor is not None
    return draft.lead(index) if named else -1


def _set_aside(draft: Draft, pronoun: int) -> int:
    """Who stands before another that is set against him: "| كندا، وليس كينيا، هي من", "| كندا لا كينيا هي من"; else -1."""
    at = pronoun - 1 - (pronoun > 0 and draft.words[pronoun - 1].bare in "،,")
    index = draft.at[at] if at > 0 else -1
    if index < 0 or not set_against(draft, draft.phrases[index]):
        return -1
    at = draft.phrases[index].first - 2
    at -= draft.words[at].bare in "،,"
    return draft.at[at] if at >= 0 else -1


def _told_of_him(draft: Draft, index: int) -> int:
    """Of whom a clause tells that ends with somebody, "| كندا التي تحارب الحركة هي من سلحها": she, and not whom it is done to; else -1."""
    there = draft.phrases[index]
    relative = there.first - 2
    if index < 0 or there.prep or relative < 1 or "relative" not in draft.words[relative].function or not draft.words[relative + 1].finite:
        return -1
    who = draft.at[relative - 1]
    return who if who >= 0 and draft.phrases[who].sentence == there.sentence else -1


def _before(draft: Draft, phrase: Phrase, pronoun: int, last: int) -> int:
    """What stands right before the pronoun and outside the words of the last such phrase; else that; else the pronoun's own."""
    known = last if last >= 0 and draft.phrases[last].sentence == phrase.sentence else -1
    beside = draft.at[pronoun - 1] if pronoun and not draft.words[pronoun].conj else -1
    if (other := max(_set_aside(draft, pronoun), _told_of_him(draft, beside))) >= 0:
        beside = other
    there = draft.phrases[beside]
    outside = known < 0 or there.first > draft.phrases[known].reach
    if beside >= 0 and outside and there.sentence == phrase.sentence and there.kind != "nisba":
        return draft.lead(beside)
    if known >= 0 or pronoun not in draft.pronoun_at:
        return known
    return draft.phrases[draft.pronoun_at[pronoun]].antecedent
