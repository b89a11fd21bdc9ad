"""Who says what a verb of saying leads to, as far as the words around the verb tell.

It may have its subject behind it, have one in its form alone, or be nobody's. So it is asked for one reason after another:
:data:`SAYERS` names them all, in their order, which matters. Each looks at one verb (:class:`Saying`) for one reason, which its
docstring tells with an example, and answers who says it (:data:`NOBODY` for nobody), or ``None`` where it has nothing to say; the
first that answers is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final

from ahlaf.coding.clauses.antecedents import agrees
from ahlaf.coding.voices import texts
from ahlaf.coding.voices.speech import Speech, speaks
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.word import Word

NOBODY: Final = -1
HEARD: Final = 3
"""How many sentences back a speaker may still be heard."""


class Saying:
    """A verb of saying, its subject, and who has spoken so far."""

    __slots__ = ("at", "draft", "entries", "hidden", "opens", "recent", "subject")

    def __init__(self, draft: Draft, at: int, found: Sequence[Speech]) -> None:
        word = draft.words[at]
        self.draft, self.at = draft, at
        self.entries = [e for e in word.tensed if e.lexeme.report or not word.reports]
        self.subject = draft.subject_of.get(at, -1)
        self.hidden = self.subject < 0 or draft.phrases[self.subject].first < at
        """Whether who says it doesn't stand behind it."""
        begins = at - draft.stretches[draft.sentence_of[at]].first <= 1
        self.opens = begins or (word.conj == "و" and draft.words[at - 1].bare in _TURNS)
        """Whether something new begins with it."""
        self.recent = since(draft, at, found, HEARD)
        """The speeches that may still be heard, the last first."""

    def may_be(self, phrase: Phrase) -> bool:
        """Whether the verb's form agrees with somebody."""
        return any(agrees(phrase, e.gender, e.number, self.draft) for e in self.entries)


_TURNS: Final = frozenset("،؛»”")
"""Behind these "and" goes on with something new."""

Sayer = Callable[[Saying], int | None]
"""Who says what a verb leads to, where one reason tells it."""


def sayer(draft: Draft, at: int, found: Sequence[Speech]) -> int:
    """The phrase that says what a verb of saying leads to; -1 for nobody."""
    saying = Saying(draft, at, found)
    return next((who for reason in SAYERS if (who := reason(saying)) is not None), NOBODY)


def we_or_you(saying: Saying) -> int | None:
    """Of me, us or you it is no third who speaks: "نقول إن كندا"."""
    return NOBODY if all(e.person in (1, 2) for e in saying.entries) else None


def resolved(saying: Saying) -> int | None:
    """A body resolves it, whoever spoke since: "إن مجلس الأمن، إذ يشير إلى أن الرئيس أعلن … وإذ | يؤكد أن"."""
    return saying.subject if saying.at in saying.draft.resolves else None


def said_by_a_fact(saying: Saying) -> int | None:
    """What only shows something is said by nobody but who says it all: "وهذا | يؤكد أن"."""
    draft, at = saying.draft, saying.at
    fact = saying.hidden and at > 0 and "demonstrative" in draft.words[at - 1].function and draft.at[at - 1] < 0
    return NOBODY if fact else None


def issuer_of_its_text(saying: Saying) -> int | None:
    """Whose text stands behind it: "جاء في بيان | للحزب أن"."""
    body = texts.issuer(saying.draft, saying.at) if saying.subject < 0 else -1
    return body if body >= 0 else None


def only_said_to_be(saying: Saying) -> int | None:
    """Of what is only said to be nobody says so: "يشار إلى أن", "ويذكر أن"."""
    passive = all(e.voice == "passive" for e in saying.entries)
    return NOBODY if saying.hidden and (passive or hearsay(saying.draft, saying.at)) else None


def its_subject(saying: Saying) -> int | None:
    """Who does it stands behind it, or before it where it begins nothing new: "قال | الوزير إن", "الوزير قال إن"."""
    if saying.subject < 0:
        return None if saying.opens else NOBODY
    phrase = saying.draft.phrases[saying.subject]
    if phrase.first > saying.at or (phrase.sentence == saying.draft.sentence_of[saying.at] and not saying.opens):
        return phrase.antecedent if phrase.kind == "pronoun" and phrase.antecedent >= 0 else saying.subject
    return None


def told_of_here(saying: Saying) -> int | None:
    """Of whom its sentence tells, where nobody has spoken since: "اتهم | الحزب الحكومة…، وقال إن"."""
    if saying.subject < 0:
        return None
    phrase = saying.draft.phrases[saying.subject]
    here = phrase.sentence == saying.draft.sentence_of[saying.at]
    return saying.subject if here and not any(s.first <= phrase.first < s.end for s in saying.recent) else None


def who_answered_since(saying: Saying) -> int | None:
    """Who has said something since the last speech though not what: "قالت كندا إن… وأدان | الوزير الهجوم. وأضاف أن"."""
    draft, subject = saying.draft, saying.subject
    if subject < 0 or not saying.opens or not saying.recent or not saying.may_be(draft.phrases[subject]):
        return None
    phrase, last = draft.phrases[subject], saying.recent[0]
    if not (last.end <= phrase.first < saying.at) or phrase.sentence < draft.sentence_of[saying.at] - 1 or not speaks(phrase):
        return None
    start = draft.stretches[phrase.sentence].first
    told = any(draft.subject_of.get(k) == subject and _in_words(draft.words[k]) for k in range(max(start, last.end), saying.at))
    return subject if told else None


def _in_words(word: Word) -> bool:
    """Whether a verb tells that something is said, though perhaps not what."""
    return bool(word.reports) or any(s.relation in _WORDS for e in word.tensed for s in e.lexeme.senses)


_WORDS: Final = frozenset(("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONCEDE"))


def who_spoke_last(saying: Saying) -> int | None:
    """Who spoke last of those whom the verb agrees with: "قال الوزير إن كندا ستنسحب. | وأضاف أن"."""
    return next((s.speaker for s in saying.recent if saying.may_be(saying.draft.phrases[s.speaker])), None)


def its_subject_before(saying: Saying) -> int | None:
    """Whom else it has as its subject, from whatever sentence: "زار الوزير كندا. | وقال إن"."""
    return saying.subject if saying.subject >= 0 else None


def person_told_of_before(saying: Saying) -> int | None:
    """The person of whom the sentence before tells first, where nobody has spoken yet: "التقى الوزير نظيره. | وقال إن"."""
    draft = saying.draft
    before = draft.sentence_of[saying.at] - 1
    if before < 0:
        return None
    stretch = draft.stretches[before]
    first = next((draft.subject_of[k] for k in range(stretch.first, stretch.end) if k in draft.subject_of), -1)
    if first < 0:
        return None
    phrase = draft.phrases[first]
    person = phrase.actor is not None and phrase.actor.kind == "person"
    return first if person and saying.may_be(phrase) else None


SAYERS: Final[tuple[Sayer, ...]] = (
    we_or_you,
    resolved,
    said_by_a_fact,
    issuer_of_its_text,
    only_said_to_be,
    its_subject,
    told_of_here,
    who_answered_since,
    who_spoke_last,
    its_subject_before,
    person_told_of_before,
)
"""All that tells who says what a verb leads to, the surest first."""


def since(draft: Draft, at: int, found: Sequence[Speech], back: int) -> list[Speech]:
    """The speeches so far that began at most so many sentences before a token, the last first."""
    return [*takewhile(lambda s: draft.sentence_of[at] - draft.sentence_of[s.verb] <= back, reversed(found))]


def hearsay(draft: Draft, at: int) -> bool:
    """Whether nobody is told to say so: "يقال إن", "ويذكر أن"."""
    return any(kind in ("hearsay", "affirmation") for _, kind, _, _ in draft.cues.get(at, ()))
