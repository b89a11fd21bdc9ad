"""Whom a verb of words is said of who stands right behind it, and who says it where its subject hides.

A communiqué goes on in verbs alone: "وأدانت الهجمات"، "كما حثت السودان على الحوار"، "وطالبت جميع الأطراف بضبط النفس". What
stands behind them agrees as a subject would, and yet is what is condemned or who is urged; who does it is named
sentences before, and opened the last of them.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.topics import takes_object
from ahlaf.coding.clauses.verb import Verb
from ahlaf.coding.words.agreement import is_human
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import SOMEBODY
from ahlaf.lexicon.names import bare_article

_IN_WORDS: Final = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
"""Relations of verbs of words that nobody but somebody does."""
_BESIDES: Final = _IN_WORDS | {"CONSULT", "AGREE", "OPPOSE"}
"""What the same verbs may mean besides: "دعا" invites, "حذر" is wary as well."""
_KNOWN: Final = frozenset(("state", "alliance", "organisation"))


def is_addressed(verb: Verb, *, hides: bool) -> bool:
    """Whether what stands right behind a verb of words can't say it, and so is whom or what it is said of.

    ``hides``: whether somebody before may say it.
    """
    draft, at = verb.draft, verb.at
    phrase = draft.phrases[verb.behind]
    if not in_words(draft, at):
        return False
    if phrase.kind == "act":
        return _judges(draft, at)  # "وأدانت | الهجمات"
    masculine = all(gender == "m" for gender, _ in verb.third)
    many = phrase.number == "p" and phrase.gender == "f" and not is_human(phrase)
    if masculine and many and phrase.kind == "name" and phrase.actor is not None and phrase.actor.kind in _KNOWN:
        return True  # "كما طالب | الولايات المتحدة"
    return hides and _opens(draft, at) and (_asks(draft, at) or _lays(draft, at)) and _is_asked(draft, at, phrase)


def in_words(draft: Draft, at: int) -> bool:
    """Whether a verb tells of words of praise, blame, refusal, threat or demand, and of no other deed."""
    senses = draft.words[at].verb_senses
    return _lays(draft, at) or (any(s.relation in _IN_WORDS for s in senses) and all(s.relation in _BESIDES for s in senses))


def _lays(draft: Draft, at: int) -> bool:
    """Whether a verb lays something to somebody's charge: "حملت | واشنطن مسؤولية الحرب"."""
    lays, charge = draft.lexicon.groups["lays"], draft.lexicon.groups["charge-of"]
    if not any(e.lexeme.folded in lays for e in draft.words[at].tensed):
        return False
    behind = draft.words[at + 1 : min(at + _TO_CHARGE, draft.stretches[draft.sentence_of[at]].end)]
    return any(bare_article(word.stem) in charge for word in behind)


_TO_CHARGE: Final = 7
"""So many tokens behind its verb stands what is laid to somebody's charge, at most."""


def hides(draft: Draft, at: int) -> bool:
    """Whether who says what a verb of words tells was named sentences before, and so is nobody behind the verb.

    So is who does one thing more, whatever it is: "كما استدعت السفير".
    """
    subject, direct = draft.subject_of.get(at, -1), draft.object_of.get(at, -1)
    if subject < 0 or draft.words[at].pronoun or not (in_words(draft, at) or _adds(draft, at)):
        return False
    return draft.phrases[subject].sentence < draft.sentence_of[at] and (direct < 0 or draft.phrases[direct].first > at)


def _adds(draft: Draft, at: int) -> bool:
    """Whether a sentence adds one thing more that somebody did: "كما | استدعت"."""
    return at - draft.stretches[draft.sentence_of[at]].first == 1 and draft.words[at - 1].fold == _AS


def _judges(draft: Draft, at: int) -> bool:
    """Whether a verb is one of judging a deed, which a deed does not."""
    judging = draft.lexicon.groups["judges"]
    return all(e.lexeme.folded in judging for e in draft.words[at].tensed)


def _asks(draft: Draft, at: int) -> bool:
    return any(s.relation == "REQUEST" for s in draft.words[at].verb_senses)


def _opens(draft: Draft, at: int) -> bool:
    """Whether a verb opens its sentence, or goes on behind a comma: "وحث", "كما دعا"."""
    before = draft.word_before(at)
    return at - draft.stretches[draft.sentence_of[at]].first <= 1 or (before is not None and (before.bare in "،,؛" or before.fold == _AS))


_AS: Final = "كما"


def _is_asked(draft: Draft, at: int, phrase: Phrase) -> bool:
    """Whether a verb of asking has whom it asks right behind it: all the parties, or who stands alone behind a verb that must have him."""
    everybody = phrase.first > at + 1 and draft.words[phrase.first - 1].stem in draft.lexicon.groups["all-of"]
    behind = phrase.named_to + 1
    if behind >= len(draft.words):
        return False
    word = draft.words[behind]
    if bare_article(word.stem) in draft.lexicon.groups["charge-of"]:
        return _lays(draft, at)
    led = bool(word.prep) or "prep" in word.function or word.stem in draft.lexicon.groups["that"]
    return led and (everybody or urges(draft, at))


def urges(draft: Draft, at: int) -> bool:
    """Whether a verb of asking must have whom it asks, and leads with على to what: "حث الوزير | الأطراف على الحوار"."""
    urging = draft.lexicon.groups["urges"]
    return all(e.lexeme.folded in urging for e in draft.words[at].tensed)


def goes_on(verb: Verb) -> int:
    """Who opened the last sentence, and says what a verb of words opens the next with: "قال | الوزير إن مصر تدعم… كما انتقد"; else -1."""
    draft, at = verb.draft, verb.at
    start = draft.stretches[draft.sentence_of[at]].first
    says = "say" in draft.words[at].reports and at not in draft.cues  # "يجب" is "must", and hardly "answers"
    if verb.main < 0 or at - start > 1 or not (says or in_words(draft, at) or _adds(draft, at)):
        return -1
    return verb.main if verb.may_tell_of(verb.main) else -1


def opened_by(draft: Draft, start: int, end: int) -> int:
    """Who does what the first verb of a sentence says, in no clause of its own; else -1."""
    for at in range(start, end):
        word = draft.words[at]
        relative = "relative" in word.function and "prep" not in word.function  # "من جانبه"
        if relative or "subordinator" in word.function or word.stem in draft.lexicon.groups["that"]:
            return -1
        if (subject := draft.subject_of.get(at, -1)) >= 0:
            phrase = draft.phrases[subject]
            return subject if phrase.kind in SOMEBODY or phrase.kind == "nominal" else -1
        if draft.verb_at(at):
            return -1
    return -1


def is_spoken_to(draft: Draft, one: Phrase, two: Phrase) -> bool:
    """Whether a comma stands between who says something, right behind his verb, and whom he says it to or whom he meets.

    "طالبت النقابة، | الحكومة والبرلمان بوقف القمع", "استقبل الرئيس في قصره، أمس، | وزير الدفاع وقائد الجيش"; states are a list, and powers
    behind whoever speaks: "هددت كينيا داعش، | حماس والحوثيين".
    """
    at = _verb_of_one(draft, one)
    if at < 0 or not takes_object(draft, at):
        return False
    who = draft.phrases[draft.at[at + 1]]
    powers = all(p.kind == "name" and p.actor is not None and p.actor.kind in _POWERS for p in (who, one, two))
    senses = [s for e in draft.words[at].entries if e.voice != "passive" for s in e.lexeme.senses]
    alike = powers and (who is not one or all(p.actor is not None and p.actor.kind == "state" for p in (one, two)))
    return not alike and (in_words(draft, at) or any(s.relation == "CONSULT" and "obj" in s.target for s in senses))


def _verb_of_one(draft: Draft, one: Phrase) -> int:
    """The verb right behind which somebody stands whose words, whatever prepositions lead to among them, end with a phrase; else -1."""
    lead = draft.phrases[one.group]
    for at in range(lead.first - 1, max(lead.first - _TO_COMMA, draft.stretches[one.sentence].first) - 1, -1):
        word = draft.words[at]
        if draft.verb_at(at):
            subject = draft.at[at + 1]
            return at if subject >= 0 and not draft.phrases[subject].prep else -1
        if word.kind == "punct" or word.conj or "subordinator" in word.function:
            return -1
    return -1


_POWERS: Final = frozenset(("state", "armed-group", "party"))
_TO_COMMA: Final = 14
"""So many tokens behind its verb may stand before whom a comma sets apart from who speaks."""
