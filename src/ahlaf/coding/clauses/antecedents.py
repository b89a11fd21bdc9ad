"""Whom a pronoun may mean: the phrases before it that agree with it, the likeliest first."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses import relatives
from ahlaf.coding.nounphrases import whoever
from ahlaf.coding.nounphrases.openings import main_subject, suffers
from ahlaf.coding.nounphrases.verbhood import goes_on
from ahlaf.coding.words import pronouns
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME, COMMUNITIES, FACTIONS, HELP, SOMEBODY, STRIKES, THINGS
from ahlaf.coding.words.word import TENSED, THIRD, Word
from ahlaf.lexicon.names import bare_article

REACH: Final = 3
"""How many sentences back a pronoun or general word may point."""
LIKELY: Final = 3
"""So many phrases are kept that a pronoun may point back to."""


def antecedents(draft: Draft, index: int, gender: str, number: str) -> tuple[int, ...]:
    """The earlier phrases of different actors that agree with a pronoun's gender and number, the likeliest first.

    The nearest is the likeliest, names before things.
    """
    if gender in (pronouns.FIRST, pronouns.SECOND):
        return ()
    pronoun = _Pronoun(draft, index, gender, number)
    found: list[tuple[float, int]] = []
    for back in range(index - 1, max(-1, index - 30), -1):
        other = draft.phrases[back]
        if other.pointing or other.actor is None:
            continue
        if pronoun.phrase.sentence - other.sentence > REACH:
            break
        if pronoun.may_mean(other):
            found.append((pronoun.cost(back, other), -back))
    best: dict[str, int] = {}
    if (ahead := _named_ahead(draft, index, [-back for _, back in found])) >= 0:
        best[draft.whose(ahead)] = ahead
    for _, back in sorted(found):
        both = number == "d" and draft.group_size.get(draft.lead(-back)) == _TWO and not draft.phrases[-back].points
        one = draft.lead(-back) if both else -back  # "وقعت | كندا وكينيا الهدنة، واتهم كل منهما"
        other = draft.phrases[one]
        best.setdefault(draft.whose(one), other.antecedent if other.antecedent >= 0 else one)
        if len(best) == LIKELY:
            break
    likely = [*best.values()]
    if pronoun.word.senses and not pronoun.word.finite:  # "بعد التوجه إلى المحكمة لمحاكمة الحزب على | جرائمه"
        likely.sort(key=lambda back: _is_nobody(draft, draft.phrases[back]))
    return tuple(likely)


class _Pronoun:
    """A pronoun, and what its place tells of whom it may mean."""

    __slots__ = (
        "belongs", "draft", "gender", "joined", "led_by_two", "number", "otherwise", "parted",
        "phrase", "resumed", "spoke", "struck", "word",
    )  # fmt: skip

    def __init__(self, draft: Draft, index: int, gender: str, number: str) -> None:
        self.draft, self.gender, self.number = draft, gender, number
        self.phrase = draft.phrases[index]
        at = self.phrase.first
        word = self.word = draft.words[at]
        self.belongs = _belongs(word)
        that = "subordinator" in word.function and word.stem in draft.lexicon.groups["topic-particle"]
        free = word.stem in pronouns.FREE and bool(word.conj)  # "حذر الوزير وهو يتهم"
        apart = that or free or self.belongs or _subject_behind(draft, self.phrase)
        self.parted = 1 if (word.kind == "func" or not word.conj) and not apart else 0
        """So many tokens must part it from whom it means.

        "دعم تركيا له" is not Turkey's own; "دعم الحزب وتزويده" is the party's, "قال بوتين إنه" is Putin.
        """
        self.joined = max(whoever.clause_of(draft, at), _of_the_joined(draft, at))  # "داعش ومن | يمولها"
        self.struck = _struck_men(draft, at)
        self.led_by_two = number == "s" and _led_by_two(draft, at)
        self.resumed = _described(draft, at) if self.belongs else _resumed(draft, self.phrase)
        self.otherwise = _called_otherwise(draft, index, gender, number)
        self.spoke = _spoke_before(draft, at)

    def may_mean(self, other: Phrase) -> bool:
        """Whether somebody before it may be meant at all."""
        right_behind = self._right_behind(other)
        if not agrees(other, self.gender, self.number, self.draft) or (_aimed_at(self.draft, other) and not right_behind):
            return False
        if other.last >= self.phrase.first - self.parted and other.first <= self.phrase.first:
            return False
        return not (right_behind and self.belongs and self.word.pronoun == self.draft.words[other.last].pronoun)  # "إعلامه | وأصدقاؤه"

    def _right_behind(self, other: Phrase) -> bool:
        """Whether "and" joins it to whom it may mean: "لدعم اليمن | وشعبه"."""
        return other.last == self.phrase.first - 1 and self.word.conj == "و" and not self.word.finite

    def cost(self, back: int, other: Phrase) -> float:
        """How unlikely it is that somebody before it is meant."""
        draft, at = self.draft, self.phrase.first
        here = self.phrase.sentence == other.sentence
        cost = (at - other.last) / 12 + 2.0 * (self.phrase.sentence - other.sentence) + _KIND_COST.get(other.kind, 1.0)
        if self.belongs and self._right_behind(other):
            cost -= _BESIDE  # "للسعودية | وحلفائها"
        elif back in (self.spoke, self.resumed):
            cost = -_BESIDE
        elif _tells_of(draft, self.phrase, other) or _helped_in(draft, other, at):
            cost -= _BESIDE
        elif other.prep:
            cost += 0.5
        if here and _set_apart(draft, other, at):
            cost += _ASIDE
        if _is_likeness(draft, other) or _before_how(draft, other, at):
            cost += _ASIDE
        if here and self.led_by_two and other.group in draft.group_size:
            cost += _ASIDE
        if here and self.struck and _may_strike(draft, other):
            cost += _OWN_MEN
        if here and draft.whose(back) in self.otherwise:
            cost += _ASIDE
        if self.joined >= 0 and other.group == draft.phrases[self.joined].group:
            cost -= _KIND_COST["thing"]
        return cost


_TWO: Final = 2


def _is_nobody(draft: Draft, other: Phrase) -> bool:
    """Whether a phrase is a deed, or things in the plural that no row takes for somebody: "التوجه", "الشؤون الداخلية", "الأحكام"."""
    word = draft.words[other.head]
    if other.kind != "nominal" or word.generic is not None:
        return other.kind == "act"
    return bool(word.entries) and all(e.kind == "masdar" or (e.kind == "noun" and not e.lexeme.senses) for e in word.entries)


def _spoke_before(draft: Draft, at: int) -> int:
    """Who opens a sentence by saying something, for the pronoun on who says something else: "تقول الحكومة إن، ويقول | خصومها إن"; or -1."""
    start = draft.stretches[draft.sentence_of[at]].first
    verb, first = draft.words[at - 1], draft.at[start + 1] if at > start + 2 else -1
    answers = first >= 0 and verb.conj == "و" and bool(verb.reports) and bool(draft.words[start].reports)
    return first if answers and draft.phrases[first].first == start + 1 else -1


def _of_the_joined(draft: Draft, at: int) -> int:
    """Who is joined to another and described with a pronoun behind: "الحزب والدول الداعمة | له", "والدول التي | تدعمه"; or -1."""
    words = draft.words
    relative = "relative" in words[at - 1].function and not words[at - 1].conj
    told = at > 1 and (words[at].stem == "ل" or relative)
    index = max(draft.at[at - 1], draft.at[at - 2]) if told else -1
    if index < 0 or draft.phrases[index].head == at - 1:
        return -1  # "بين مؤيد للحزب ومعارض | له"
    return index if draft.phrases[index].last >= at - 2 and draft.lead(index) != index else -1


def _described(draft: Draft, at: int) -> int:
    """Whom a relative clause tells of, for the pronoun on what its subject does something to: "كينيا التي قصفت كندا | مدنها"; or -1."""
    words, beside = draft.words, draft.at[at - 1] if at else -1
    if beside < 0 or draft.phrases[beside].kind not in BY_NAME or words[at].conj or words[at].prep:
        return -1
    verb = draft.phrases[beside].first - 1
    told = verb > 1 and words[verb].finite and not words[verb].pronoun and "relative" in words[verb - 1].function
    return draft.at[verb - 2] if told and words[verb - 1].stem not in ("من", "ما") else -1


def _resumed(draft: Draft, pronoun: Phrase) -> int:
    """Whom a relative clause tells of, for the pronoun on its verb, which another does: "مع كينيا التي | تدعمها فنلندا"; or -1."""
    word = draft.words[pronoun.first]
    head = relatives.head_before(draft, pronoun.first) if word.finite and word.pronoun and not word.conj else -1
    if head < 0:
        return -1
    gender = draft.phrases[head].gender if draft.phrases[head].number == "s" else ""
    other = gender and not any(e.kind in TENSED and e.person == THIRD and e.gender in ("", gender) for e in word.entries)
    return head if other or _subject_behind(draft, pronoun) else -1


def _led_by_two(draft: Draft, at: int) -> bool:
    """Whether a preposition with its pronoun stands right behind what two do or suffer, and so means neither: "انسحبتا | منه"."""
    verb, word = draft.word_before(at), draft.words[at]
    led = verb is not None and word.kind == "func" and "prep" in word.function
    return led and verb is not None and any(e.kind in TENSED and e.number == "d" for e in verb.entries)


def _called_otherwise(draft: Draft, index: int, gender: str, number: str) -> set[str]:
    """Whom a pronoun before it in its sentence takes for one body where this one is of many, or as many where it is of one.

    "أعلنت القوات أنها قتلت مسلحين، | وأنهم كانوا يخططون": the forces are "she" there.
    """
    other = _ONE_AND_MANY.get((gender, number))
    if other is None:
        return set()
    found = set()
    for back in draft.before(index):
        phrase = draft.phrases[back]
        if phrase.sentence != draft.phrases[index].sentence:
            break
        if phrase.kind == "pronoun" and (phrase.gender, phrase.number) == other and phrase.antecedent >= 0:
            found.add(draft.whose(phrase.antecedent))
    return found


_ONE_AND_MANY: Final = {("m", "p"): ("f", "s"), ("f", "s"): ("m", "p")}
"""Forms of pronouns that hardly ever mean the same in one sentence."""


def _named_ahead(draft: Draft, index: int, found: list[int]) -> int:
    """Whom only the main clause names, for a pronoun in what the sentence opens with: "خلال لقائه | السفير، شكر الوزير"; else -1.

    Nobody where somebody named in the opening before it agrees: "بعد لقاء | الوزير مع حلفائه".
    """
    phrase = draft.phrases[index]
    if any(draft.phrases[back].sentence == phrase.sentence for back in found) or suffers(draft, phrase.first):
        return -1
    ahead = main_subject(draft, phrase.first)
    return ahead if ahead >= 0 and agrees(draft.phrases[ahead], phrase.gender, phrase.number, draft) else -1


def _belongs(word: Word) -> bool:
    """Whether a pronoun is tied to a noun for no deed, which may well be his who stands before it: "اتهم المالكي | خصومه"."""
    tells = any(e.kind in ("perfect", "imperfect", "masdar") for e in word.entries)
    return (word.kind == "noun" and not tells) or (word.generic is not None and word.generic.kind in _BODIES)


_BODIES: Final = frozenset(("force", "armed-group"))
"""Kinds of general words that are somebody's, though they are written like what he does: "حشدت إثيوبيا | جيشها"."""


def _subject_behind(draft: Draft, pronoun: Phrase) -> bool:
    """Whether a name right behind a pronoun's verb does what the verb says, to whom stands before it: "إيران تدعمها | روسيا"."""
    at = pronoun.first
    word, behind = draft.words[at], draft.at[at + 1] if at + 1 < len(draft.words) else -1
    kinds = {e.kind for e in word.entries}
    if behind < 0 or TENSED.isdisjoint(kinds):
        return False
    phrase = draft.phrases[behind]
    if word.nominal and "imperfect" not in kinds and not _rather_a_verb(word, phrase):
        return False
    somebody = phrase.kind in SOMEBODY or (phrase.kind == "nominal" and phrase.definite)
    return phrase.first == at + 1 and not (phrase.prep or phrase.conj) and somebody


def _rather_a_verb(word: Word, behind: Phrase) -> bool:
    """Whether a word is a verb of what stands behind it rather than a participle: "كلما دعمت كندا الحزب | هاجمته كينيا"."""
    if word.generic is not None or not {e.kind for e in word.entries} <= TENSED | {"active"}:
        return False
    return any(e.kind in TENSED and e.person == THIRD and e.gender == behind.gender for e in word.entries)


def takes_up(draft: Draft, index: int) -> bool:
    """Whether a pronoun on a verb means somebody unknown right before it, of whom the verb tells what another does to him."""
    back = draft.phrases[index].antecedent if index >= 0 else -1
    return back >= 0 and _tells_of(draft, draft.phrases[index], draft.phrases[back])


def _tells_of(draft: Draft, pronoun: Phrase, other: Phrase) -> bool:
    """Whether a pronoun's verb, whose subject stands behind it, tells of somebody unknown right before it.

    "حكومة | تعاديها كينيا", "حكومة | تعترف بها كينيا".
    """
    at = pronoun.first
    led = draft.words[at].kind == "func" and "prep" in draft.words[at].function and at > 0
    verb = at - led
    beside = other.last == verb - 1 and other.kind == "nominal" and not (other.definite or draft.words[verb].conj)
    if not beside or not led:
        return beside and _subject_behind(draft, pronoun)
    behind = draft.phrases[draft.at[at + 1]] if at + 1 < len(draft.words) and draft.at[at + 1] >= 0 else None
    does = behind is not None and behind.first == at + 1 and not (behind.prep or behind.conj)
    return does and draft.words[verb].finite and any(e.kind in TENSED for e in draft.words[verb].entries)


def _helped_in(draft: Draft, other: Phrase, at: int) -> bool:
    """Whether somebody is helped, by a noun for help before him, in what is told to be his: "دعم كندا | لكينيا في حربها"."""
    words = draft.words
    if other.prep != "ل" or other.last != at - 2 or words[at - 1].stem not in ("في", "علي") or not words[at].masdar:
        return False
    help_ = (e.lexeme.senses for k in range(max(0, other.first - _SOON), other.first) for e in words[k].entries if e.kind == "masdar")
    return any(s.relation in HELP for senses in help_ for s in senses)


_SOON: Final = 4


def _aimed_at(draft: Draft, phrase: Phrase) -> bool:
    """Whether a purpose is about it: in "تشكيل تحالف لمحاربة داعش وقد اشتركت به الدول" they joined the alliance."""
    before = draft.word_before(phrase.first)
    return before is not None and before.prep == "ل" and before.masdar


def _struck_men(draft: Draft, at: int) -> bool:
    """Whether a noun with its pronoun tells whose men or posts a verb that goes on strikes: "حاصروا الجماعة واغتالوا | قادتها"."""
    words = draft.words
    if at < 1 or words[at].stem not in draft.lexicon.groups["men-and-posts"] or words[at].prep or words[at].conj:
        return False
    verb = words[at - 1]
    senses = verb.verb_senses
    return verb.finite and goes_on(draft, at - 1) and any(s.relation in STRIKES and "obj" in s.target for s in senses)


def _may_strike(draft: Draft, other: Phrase) -> bool:
    """Whether somebody stands right behind a verb or opens the sentence, and so does what is told, to others rather than his own."""
    first = draft.stretches[other.sentence].first
    before = draft.word_before(other.first)
    behind_verb = before is not None and draft.verb_at(other.first - 1)
    return not other.prep and (other.first <= first + 1 or behind_verb)


_OWN_MEN: Final = 1.0
"""What it costs to strike one's own men."""


def _is_likeness(draft: Draft, other: Phrase) -> bool:
    """Whether a phrase only says what somebody is like, whom a pronoun behind it means: "الأكراد مثل | الأيتام، خذلتهم أمريكا"."""
    like = other.prep == "ك" or (other.first > 0 and draft.words[other.first - 1].stem in draft.lexicon.groups["likens"])
    return like and other.listed < 0 and other.kind in ("nominal", "thing", "act")


def tells_how(word: Word) -> bool:
    """Whether a word is a participle without article, conjunction and preposition."""
    return not (word.definite or word.conj or word.prep) and any(e.kind == "active" for e in word.entries)


def is_led_to(draft: Draft, phrase: Phrase) -> bool:
    """Whether a preposition leads to somebody, or a deed that is done to him: "إلى مصالحة | اليابان"."""
    return bool(phrase.prep) or (phrase.first > 0 and draft.words[phrase.first - 1].masdar)


def _before_how(draft: Draft, other: Phrase, at: int) -> bool:
    """Whether somebody stands before how another acts, to his own: "مالت كندا إلى | اليابان تاركة حلفاءها".

    Behind a comma he may be whom it is done to: "زارت كندا | كينيا، متجاهلة حلفاءها".
    """
    words = draft.words
    led = words[at - 1].kind == "func" and "prep" in words[at - 1].function and not words[at - 1].pronoun
    how = at - 1 - led
    if how < 1 or not tells_how(words[how]) or words[how].moods:
        return False
    if other.named_to == how - 1 and is_led_to(draft, other):
        return True
    apart = words[how - 1].bare in "،," and not other.pointing
    return apart and other.sentence == draft.sentence_of[at] and other.definite and not _may_strike(draft, other)


def _set_apart(draft: Draft, other: Phrase, at: int) -> bool:
    """Whether somebody is named in what commas set apart of the sentence before a token: "نسيت واشنطن، وهي تفاوض | طهران، حلفاءها"."""
    words, start = draft.words, draft.stretches[other.sentence].first
    if not any(word.bare in "،," for word in words[other.last + 1 : at]):
        return False
    opens = next((k for k in range(other.first - 1, start, -1) if words[k].kind == "punct"), -1)
    if opens < 0 or words[opens].bare not in "،,":
        return False
    word = words[opens + 1]
    said = "relative" in word.function and not word.conj
    return said or (word.conj == "و" and word.stem in pronouns.FREE) or (not word.conj and word.stem in draft.lexicon.groups["opening"])


_ASIDE: Final = 1.5
"""What it costs to be named in what is set apart."""
_BESIDE: Final = 1.2
"""What it is worth to stand right before somebody who is joined by "and" and told by whose he is."""
_KIND_COST: Final = {
    "name": 0.0,
    "person": 0.0,
    "organ": 0.2,
    "people": 0.4,
    "nominal": 0.6,
    "place": 1.0,
    "nisba": 1.2,
    "thing": 2.5,
    "act": 3.0,
}


def are_persons(draft: Draft, phrase: Phrase) -> bool:
    """Whether a plural is one of persons by its form, "المفاوضون", or by what it is, "أعداء"."""
    stem = bare_article(draft.words[phrase.head].stem)
    return stem.endswith(("ون", "ين")) or stem in draft.lexicon.groups["persons"]


_OF_MEMBERS: Final = FACTIONS
"""Kinds whose names, where they show no gender, verbs also take for their members: "الإخوان خانوا"."""


_OF_PEOPLE: Final = COMMUNITIES
"""Kinds of whose names "they" is said, whatever the word is: "أهل السنة … قصفهم"."""


def _written_as_many(draft: Draft, phrase: Phrase) -> bool:
    """Whether two, as an object, are written as many are: "المسلحين"."""
    return phrase.number == "d" and draft.words[phrase.head].bare.endswith("ين")


def agrees(phrase: Phrase, gender: str, number: str, draft: Draft) -> bool:
    """Whether a phrase may be meant by a form of that gender and number (things in the plural are feminine singular)."""
    own_number = phrase.number or "s"
    own_gender = phrase.gender
    human = is_human(phrase)
    human = human or (phrase.kind == "nominal" and own_number == "p" and are_persons(draft, phrase))
    if phrase.kind in THINGS and (number != "s" or own_number == "p"):
        return number == "s" and gender == "f"
    if number == "p":
        if gender != "f" and phrase.actor is not None and phrase.actor.kind == "state":
            return phrase.group in draft.group_size
        kind = phrase.actor.kind if phrase.actor is not None and gender != "f" else ""
        members = (not own_gender and kind in _OF_MEMBERS) or (phrase.kind == "name" and kind in _OF_PEOPLE)
        dwell = phrase.kind == "nominal" and bare_article(draft.words[phrase.head].stem) in draft.lexicon.groups["dwellers"]  # "أهل القرية"
        return own_number == "p" or members or dwell or _written_as_many(draft, phrase) or phrase.group in draft.group_size
    if number == "d":
        return own_number == "d" or draft.group_size.get(phrase.group) == 2
    if own_number == "p" and not human:
        return gender in ("f", "")
    if own_number == "p":  # "الجميع يدعم", "الجميع يدعمون"
        return gender != "f" and number == "s" and bare_article(draft.words[phrase.head].stem) in draft.lexicon.groups["one-or-many"]
    return not own_gender or not gender or own_gender == gender


def may_do(phrase: Phrase, gender: str, number: str, draft: Draft) -> bool:
    """Whether a verb of that gender and number may tell of a phrase before it: as :func:`agrees`, and two people are not one."""
    two = phrase.number == "d" and (is_human(phrase) or (phrase.kind == "nominal" and are_persons(draft, phrase)))
    return agrees(phrase, gender, number, draft) and not (two and number == "s")
