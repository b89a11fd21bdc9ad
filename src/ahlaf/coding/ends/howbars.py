"""Who does not do what a participle tells of another: "انحازت كندا | لليابان تاركة حلفاءها", "ضد حركة النور | المرتبطة بالقاعدة"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses.antecedents import is_led_to, takes_up, tells_how
from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.ends.deeds import same
from ahlaf.coding.ends.frames import Place
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import BY_NAME
from ahlaf.lexicon.entries import Sense
from ahlaf.text.views import fold


def led_to(draft: Draft, trigger: Trigger, stood: Sequence[Place]) -> set[int]:
    """Who stands right before a participle that something else leads to, where its verb's subject is who acts so.

    An adjective of his would have its article, as he has: "لليابان | التاركة".
    """
    if (whom := _describes(draft, trigger)) >= 0:
        return {p.phrase for p in stood if not same(draft, p.phrase, whom)}
    at, word = draft.at[trigger.first], draft.words[trigger.first]
    alone = at < 0 or draft.phrases[at].first == trigger.first
    if trigger.form not in ("active", "idiom") or not alone or not tells_how(word):
        return set()
    verb = governor(draft, trigger.first, draft.stretches[trigger.sentence].first)
    subject = draft.subject_of.get(verb, -1)
    if subject < 0 or (word.gender and draft.phrases[subject].gender not in ("", word.gender)):
        return set()
    right_before = (p.phrase for p in stood if draft.phrases[p.phrase].named_to + 1 == trigger.first)
    beside = (i for i in right_before if not same(draft, i, subject))
    return {i for i in beside if is_led_to(draft, draft.phrases[draft.lead(i)]) and _is_known(draft, i)}


def not_told_of(draft: Draft, trigger: Trigger, sense: Sense, stood: Sequence[Place]) -> set[int]:
    """To whom a verb's subject does nothing where the verb tells of somebody unknown right before it: "دولة | تعاديها اليابان".

    Nor is a deed done to whom the preposition that leads to it leads as well: "يستند إلى دعم كندا | وإلى ميليشيات".
    """
    if trigger.form == "masdar" and (leads := _led_by(draft, trigger.start)):
        return {p.phrase for p in stood if _leads_on(draft, p.phrase, trigger.last, leads)}
    on_it, behind = draft.pronoun_at.get(trigger.first, -1), draft.pronoun_at.get(trigger.last + 1, -1)
    led = on_it < 0 <= behind and draft.phrases[behind].prep in map(fold, sense.target)  # "حكومة | تعترف بها كندا"
    pronoun = behind if led else on_it if "obj" in sense.target else -1
    if trigger.first not in draft.subject_of or not takes_up(draft, pronoun):
        return set()
    return {p.phrase for p in stood if not same(draft, p.phrase, draft.phrases[pronoun].antecedent)}


def _led_by(draft: Draft, at: int) -> str:
    """The preposition that leads to a word; empty for none."""
    before = draft.word_before(at)
    return draft.words[at].prep or (before.stem if before is not None and "prep" in before.function and not before.pronoun else "")


def _leads_on(draft: Draft, index: int, last: int, leads: str) -> bool:
    """Whether "and" with a preposition again leads to somebody behind a token."""
    phrase = draft.phrases[draft.lead(index)]
    opens = phrase.first if draft.words[phrase.first].prep else phrase.first - 1
    return opens > last and phrase.prep == leads and draft.words[opens].conj == "و"


def _describes(draft: Draft, trigger: Trigger) -> int:
    """Whom a participle with its article tells of: who stands right before it and agrees with it; else -1.

    Of two with one gender it may be the first: "أمين الحركة | المرتبط بالقاعدة".
    """
    word, index = draft.words[trigger.first], draft.at[trigger.first - 1] if trigger.first else -1
    if index < 0 or trigger.form != "active" or not word.definite or word.conj or word.prep or draft.at[trigger.first] >= 0:
        return -1
    phrase = draft.phrases[index]
    single = phrase.named_to + 1 == trigger.first and phrase.number == "s" and phrase.kind in ("name", "nominal")
    body = single and phrase.actor is not None and phrase.actor.kind in _BODIES
    return index if body and word.gender and word.gender == phrase.gender else -1


_BODIES: Final = frozenset(("armed-group", "party", "organisation", "alliance", "force"))


def _is_known(draft: Draft, index: int) -> bool:
    phrase = draft.phrases[index]
    return phrase.definite or phrase.kind in BY_NAME
