"""Who is no end of what a noun for somebody says of him and of whose he is: "كان الحزب بوق | طهران", "بين | الجيش وأنصار الزعيم"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.antecedents import agrees
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.nounphrases.offices import whom_it_serves
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import BY_NAME
from ahlaf.lexicon.entries import Sense
from ahlaf.lexicon.names import bare_article


def whose(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whose somebody is, who stands right behind the noun for him, and is not called so himself: "كان الحزب بوق | طهران"."""
    word, first = draft.words[trigger.last], trigger.last + 1
    if trigger.form != "agent" or word.pronoun or word.definite or "host" not in sense.source or "gen" not in sense.target:
        return set()
    phrases = ((p.phrase, draft.phrases[p.phrase]) for p in stood)
    return {index for index, phrase in phrases if phrase.first == first and not phrase.prep and phrase.kind in ("name", "organ")}


def before_the_owner(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom nobody is tied, before a noun for somebody whose own phrase says whose he is: "بين | الجيش وأنصار الزعيم القبلي"."""
    return _before_the_owner(draft, trigger, stood) if trigger.form == "agent" and "gen" in sense.target else set()


def apart_from_them(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who is not he, moreover, where something happens between the two: "هاجم | المتظاهرون أنصاره"."""
    return before_the_owner(draft, trigger, sense, stood) if _in_what_happens(draft, trigger) else set()


def own_men(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Somebody's own men themselves, who are his and not the other way round: "كندا | وأتباعها"."""
    own = _own_men(draft, trigger, sense)
    return {p.phrase for p in stood if p.phrase == own}


def beside_own_men(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Who stands near somebody's own men, and is none of them: "ما تقوله كندا وأتباعها في | كينيا"."""
    own = _own_men(draft, trigger, sense)
    return {p.phrase for p in stood if own >= 0 and p.phrase != own}


def of_once(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom nobody is tied who only was somebody's friend or foe: "التعاون مع عدو الأمس | كندا", "بين حلفاء الأمس | وكينيا"."""
    at = trigger.last + 1
    if "gen" not in sense.target or "host" not in sense.source or at >= len(draft.words):
        return set()
    word = draft.words[trigger.last]
    once = not (word.definite or word.pronoun) and bare_article(draft.words[at].stem) in draft.lexicon.groups["near-day"]
    return {p.phrase for p in stood if once and not (draft.phrases[p.phrase].prep == "ل" and draft.phrases[p.phrase].first == at + 1)}


def behind_the_owner(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom nobody is tied, behind a noun for somebody's men whose phrase says whose they are: "عملاء حكومة كندا | لدول الخليج"."""
    index, at = draft.at[trigger.first], trigger.last + 1
    if index < 0 or sense.relation != "ALLY" or "gen" not in sense.target or draft.words[trigger.last].pronoun:
        return set()  # "عضو المكتب السياسي لحزب الفجر"
    last = draft.phrases[index].last
    if draft.phrases[index].first != trigger.first or last < at or draft.words[trigger.last].definite:
        return set()
    owner = draft.words[at]
    owned = owner.definite or owner.generic is not None or owner.fold in draft.lexicon.names or owner.fold in draft.lexicon.organs
    if not owned or is_adjective(owner) or owner.prep or owner.conj:
        return set()
    return {p.phrase for p in stood if draft.phrases[p.phrase].prep == "ل" and draft.phrases[p.phrase].first > last}


def _own_men(draft: Draft, trigger: Trigger, sense: Sense) -> int:
    """The phrase that one word for somebody's men is with its pronoun, where others do what is told: "كندا | وأتباعها"; else -1.

    Not "الحوثيون | أتباعها", who are they.
    """
    index = draft.at[trigger.first]
    if trigger.form != "idiom" or "host" not in sense.source or trigger.first < trigger.last or index < 0:
        return -1
    if draft.phrases[index].first != trigger.first or not draft.words[trigger.first].pronoun:
        return -1
    return index if draft.phrases[index].kind == "nominal" and _in_what_happens(draft, trigger) else -1


def _before_the_owner(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands before a noun for somebody whose own phrase says whose he is: "بين | الجيش وأنصار الزعيم القبلي".

    Not whom that owner names: "هاجم | الحوثيون خصوم الحوثي".
    """
    index, at = draft.at[trigger.first], trigger.first + 1
    phrase = draft.phrases[index] if index >= 0 else None
    if phrase is None or phrase.first != trigger.first or phrase.last < at:
        return set()
    if draft.words[trigger.last].definite or not draft.words[at].definite:
        return set()
    named = {n.actor.id for word in draft.words[at : phrase.last + 1] for n in draft.lexicon.names.get(word.fold, ())}
    return {p.phrase for p in stood if draft.phrases[p.phrase].last < at - 1 and draft.whose(p.phrase) not in named}


def _in_what_happens(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb or "and" before somebody's men says that others are not they: "هاجم المتظاهرون | أنصاره", but "كانوا أنصاره"."""
    words, being = draft.words, draft.lexicon.groups["being"]
    before = (words[k] for k in range(draft.stretches[trigger.sentence].first, trigger.first) if words[k].finite and draft.at[k] < 0)
    happens = any(w.entries and not any(e.lexeme.folded in being for e in w.entries) for w in before)
    return happens or words[trigger.first].conj == "و"


def owns_the_joined(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whose men the one of two are, who alone do something: "هاجم أنصار الرئيس | محمد مرسي والمتظاهرون الجيش"."""
    return {p.phrase for p in stood if _owns_the_joined(draft, trigger, p.phrase)}


def _owns_the_joined(draft: Draft, trigger: Trigger, index: int) -> bool:
    if not 0 < index < len(draft.phrases) - 1 or draft.phrases[index + 1].conj != "و" or draft.lead(index) != index:
        return False
    head, two = draft.phrases[index - 1], draft.phrases[index + 1]
    beside = head.last + 1 == draft.phrases[index].first and two.first == draft.phrases[index].named_to + 1
    beside = beside and not head.first <= trigger.first <= head.last
    return beside and head.kind == "nominal" and draft.lead(index + 1) == index - 1


def not_meant(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whom the pronoun on "ally", "enemy" can't mean before it: "أعداء أميركا … | أصدقائها" are no friends of enemies."""
    pronoun = draft.pronoun_at.get(trigger.last, -1) if trigger.form == "agent" else -1
    if pronoun < 0 or draft.phrases[pronoun].gender not in ("m", "f"):
        return set()
    own = draft.phrases[pronoun]
    before = (p.phrase for p in stood if not draft.phrases[p.phrase].pointing and draft.phrases[p.phrase].last < trigger.first)
    return {index for index in before if not agrees(draft.phrases[index], own.gender, own.number, draft)}


def served(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """Whose office somebody holds who does or suffers what is told: "هدد الأمين العام | لحزب الفجر كندا".

    Words that lead on with ل themselves may mean him, as a deed whose doer is annexed to it does: "انحاز الرئيس السابق | لكندا",
    "تعيين الأمين العام | لسفير".
    """
    if sense.takes("ل"):
        return set()
    return {p.phrase for p in stood if p.phrase >= 0 and _is_served(draft, trigger, draft.lead(p.phrase))}


def _is_served(draft: Draft, trigger: Trigger, index: int) -> bool:
    if index < 1 or whom_it_serves(draft, index - 1) != index:
        return False
    office = draft.phrases[index - 1]
    done_by_him = draft.words[trigger.last].masdar and trigger.last + 1 == office.first
    return not done_by_him and not office.first <= trigger.last <= office.last


def of_another(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Whose people they are not who were called by another's name: "عملائهم" are "the officials' agents"."""
    own, pronoun = draft.at[trigger.first], draft.pronoun_at.get(trigger.last, -1)
    if trigger.form not in _PEOPLE or own < 0 or pronoun < 0 or draft.phrases[own].first != trigger.first or trigger.first != trigger.last:
        return set()
    back = draft.phrases[pronoun].antecedent
    if back < 0 or draft.phrases[back].sentence != trigger.sentence:
        return set()  # of whoever was told of before nobody is sure
    called, owner = draft.phrases[own].actor, draft.phrases[back].actor
    if called is None or owner is None or not called.known_by_text or not called.name.endswith(f" {owner.name}"):
        return set()
    others = (p.phrase for p in stood if p.phrase != pronoun)
    return {index for index in others if draft.whose(index) != owner.id or _opens_a_list(draft, index)}


_PEOPLE: Final = frozenset(("agent", "active"))


def _opens_a_list(draft: Draft, index: int) -> bool:
    return any(phrase.group == index for phrase in draft.phrases[index + 1 : index + 2])


def outside_its_phrase(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who does nothing of what a participle says of whose phrase it stands in: "الجيش | والميليشيات الداعمة له"."""
    led_back = trigger.form == "active" and taken_up(draft, trigger) >= 0
    return {p.phrase for p in stood if led_back and p.phrase != _described(draft, trigger)}


def not_taken_up(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """To whom nothing is done, for a participle's own pronoun says to whom: "الجيش | والميليشيات الداعمة له"."""
    pronoun = taken_up(draft, trigger) if trigger.form == "active" else -1
    return {p.phrase for p in stood if pronoun >= 0 and p.phrase != pronoun}


def _described(draft: Draft, trigger: Trigger) -> int:
    """Whom a participle describes in whose phrase it stands, or right behind a name: "الدول الإقليمية | الداعمة"; else -1."""
    first, index = trigger.first, draft.at[trigger.first]
    if index >= 0:
        return index if draft.phrases[index].first < first else -1
    before, word = draft.at[first - 1] if first else -1, draft.words[first]
    if before < 0 or not word.definite or word.conj or word.prep:
        return -1
    phrase = draft.phrases[before]
    known = phrase.definite or phrase.kind in BY_NAME
    return before if known and phrase.named_to == first - 1 and agrees(phrase, word.gender, "s", draft) else -1


def taken_up(draft: Draft, trigger: Trigger) -> int:
    """The pronoun behind ل that a participle in its phrase has for its object: "الجيش والميليشيات الداعمة | له"; else -1.

    It does so to nobody else, and nobody but whom it describes.
    """
    at = trigger.last + 1
    takes = any({"obj", "ل"} & set(sense.target) for sense in trigger.senses)
    if _described(draft, trigger) < 0 or not takes or at >= len(draft.words):
        return -1
    word = draft.words[at]
    pronoun = draft.pronoun_at.get(at, -1) if word.kind == "func" and word.stem == "ل" else -1
    return pronoun if pronoun >= 0 and draft.phrases[pronoun].antecedent >= 0 else -1
