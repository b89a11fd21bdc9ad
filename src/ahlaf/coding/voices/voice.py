"""Who says it: the speakers of a document and how far each one's words reach.

A verb of saying has its speaker beside it, and what follows to the end of the sentence is his, on into
the sentences of a quotation that is still open. "وفقا لـ" gives the whole sentence to its speaker, and
what is demanded, alleged or promised belongs to whoever demands, alleges or promises. Speeches nest: the
chain of a claim lists the nearest speaker first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ahlaf.coding.clauses import addressed
from ahlaf.coding.clauses.antecedents import agrees
from ahlaf.coding.clauses.subjects import governor
from ahlaf.coding.modality.disbelief import ACCUSER
from ahlaf.coding.modality.notdone import refuses_to
from ahlaf.coding.nounphrases.offices import is_office
from ahlaf.coding.nounphrases.verbhood import verb_here
from ahlaf.coding.times import datelines
from ahlaf.coding.voices import according, accusing, pretexts, saidbefore, texts, turns
from ahlaf.coding.voices.sayers import HEARD, hearsay, sayer, since
from ahlaf.coding.voices.speech import Speech, answers_that, but_then, closed, reach, speaks
from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.kinds import BY_NAME, SOMEBODY, THINGS
from ahlaf.text.split import TELLING, Stretch


class Speeches:
    """The speeches of a document, to be found by where they may be heard: a long text is full of them."""

    __slots__ = ("_draft", "_near", "all")

    def __init__(self, draft: Draft, found: Sequence[Speech]) -> None:
        self.all = found
        self._draft = draft
        self._near: dict[int, list[Speech]] = {}
        for speech in found:
            begins, last = draft.sentence_of[min(speech.verb, speech.first)], speech.end - 1
            if begins < 0:
                begins = draft.sentence_of[speech.verb]
            while last > speech.verb and draft.sentence_of[last] < 0:
                last -= 1  # a line break is in no sentence
            for sentence in range(begins, max(begins + HEARD, draft.sentence_of[last]) + 1):
                self._near.setdefault(sentence, []).append(speech)

    def whose(self, speaker: int) -> str:
        """Who a speaker is, by whatever words he is called."""
        return self._draft.whose(speaker)

    def named(self, speaker: int) -> bool:
        """Whether a speaker is called by name, and not by his office."""
        return self._draft.phrases[speaker].kind in BY_NAME

    def near(self, at: int) -> Sequence[Speech]:
        """Those that reach into a token's sentence, or began at most ``HEARD`` sentences before it; in the order of all."""
        return self._near.get(self._draft.sentence_of[at], ())


def speeches(draft: Draft) -> Speeches:
    """Every speech of the document, in the order of their verbs."""
    return Speeches(draft, _found(draft))


_NO: Final = frozenset(("لا", "ولا", "فلا"))


def _found(draft: Draft) -> list[Speech]:
    found: list[Speech] = []
    for stretch in draft.stretches:
        if stretch.kind in TELLING:
            for at in range(stretch.first, stretch.end):
                _add(draft, stretch, at, found)
            found.extend(pretexts.find(draft, stretch.first, stretch.end))
    found.extend(_demands(draft, found))
    in_turn = turns.find(draft)
    found.extend(Speech(turn.first, turn.end, turn.speaker, turn.first - 1, "say", in_turn=True) for turn in in_turn)
    return found + [s for s in _headline_speech(draft) if all(s.verb != turn.first - 1 for turn in in_turn)]


def _add(draft: Draft, stretch: Stretch, at: int, found: list[Speech]) -> None:
    """Add the speeches to which a word leads, or which it closes."""
    word, opens = draft.words[at], at == stretch.first
    if not word.entries and at not in draft.cues:
        return  # neither a verb nor a noun, and no "according to": most words
    if not opens and word.fold in draft.lexicon.groups["beyond-doubt"] and draft.words[at - 1].fold in _NO:
        return  # "ولا | شك أن": nobody doubts it
    told_on = not opens and word.fold in draft.lexicon.groups["as-says"]
    for last, kind, span, _ in draft.cues.get(at, ()):
        told = told_on and bool(draft.words[last].reports)  # "…، كما أعلن الحزب رفضه"
        if kind == "voice" and span == "sentence" and not told and (his := according.speech(draft, at, last, found)) is not None:
            found.append(his)
    closes = bool(word.reports) and saidbefore.as_says(draft, at) >= 0
    if closes:
        found.extend(saidbefore.told_before(draft, at))
    elif ended := saidbefore.ends_with(draft, at):
        found.extend(ended)
        return
    text = texts.tells(draft, at)
    found.extend(_told_in(draft, at, text, found) if text >= 0 else _said(draft, stretch, at, found, closes=closes))


def _said(draft: Draft, stretch: Stretch, at: int, found: list[Speech], *, closes: bool) -> list[Speech]:
    """What a verb, a masdar or a participle of saying leads to: a speech, and the speech of whose words somebody passes on."""
    words, word = draft.words, draft.words[at]
    answered = answers_that(draft, at)
    verbal = (bool(word.reports) or answered) and (at in draft.subject_of or verb_here(draft, at))
    kind = _kind(draft, at, stretch.end, verbal=verbal, answered=answered)
    if not kind or refuses_to(draft, at):
        return []
    begin = _content(draft, at, stretch.end)
    if (begin < 0 and (kind != "say" or not verbal)) or (not verbal and begin - at > _NEAR):
        return []
    as_well = 0 <= begin < stretch.end and words[begin].fold in draft.lexicon.groups["that"]
    if at > stretch.first and not as_well and ("relative" in words[at - 1].function or closes):
        return []  # "كما يقول الوزير" is told before; but "كما أكد أن"
    speaker = sayer(draft, at, found) if verbal else _owner(draft, at, found)
    if speaker < 0:
        return []
    phrase = draft.phrases[speaker]
    by_text = kind == "say" and verbal and begin > phrase.first > at and phrase.kind in THINGS  # "أوضح البيان أن"
    if not (speaks(phrase) or by_text):
        return []
    if by_text and (body := texts.issued_before(draft, phrase.first, found)) >= 0:
        speaker = body
    if begin < 0:
        begin = max(at, phrase.last if phrase.first > at else at) + 1
    end = reach(draft, at, stretch.end if kind != "deny" else but_then(draft, at, stretch.end), speaker)
    commented = end == closed(draft, at, stretch.end)
    quoted = _quoted(draft, at, begin) if verbal else -1
    passed_on = [Speech(begin, end, quoted, draft.phrases[quoted].first - 1, kind, commented)] if quoted >= 0 else []
    return [Speech(begin, end, speaker, at, kind, commented), *passed_on]


_NEAR: Final = 6
"""So many tokens behind a noun of saying begins what is said, at most."""


def _kind(draft: Draft, at: int, end: int, *, verbal: bool, answered: bool) -> str:
    """What kind of saying a verb, a masdar or a participle tells; empty for none, and for one without a voice of its own."""
    word = draft.words[at]
    if not (verbal or word.sayings):
        return ""
    if not verbal and word.definite and not _masdar(draft, at):
        return ""  # "المحتجون" are somebody, and no "protesting that"
    if not verbal and (at in draft.accused or (at + 1 < end and draft.words[at + 1].stem in ACCUSER)):
        return ""  # "متهمة عند كينيا": accused, and not accusing
    if verbal and word.pronoun and word.of_verb(draft.lexicon.groups["passes-on"]):
        return ""  # "في خطاب نقله التلفزيون": what is passed on is told before
    kind = "say" if answered else (word.reports if verbal else word.sayings)[0]
    return kind if kind != "think" else ""


def _told_in(draft: Draft, at: int, text: int, found: list[Speech]) -> list[Speech]:
    """The speech of whoever issued the text in which something stands, else of the text: "جاء في بيان لل|حزب أن"."""
    end = draft.stretches[draft.sentence_of[at]].end
    begin = _content(draft, at, end)
    speaker = texts.issuer(draft, text - 1)
    if speaker < 0:
        speaker = texts.issued_before(draft, text, found)
    if speaker < 0:
        speaker = draft.at[text]
    return [Speech(begin, reach(draft, at, end, speaker), speaker, at, "say")] if begin > 0 <= speaker else []


_DEMANDING: Final = frozenset(("REQUEST", "ACCUSE"))


def _demands(draft: Draft, spoken: list[Speech]) -> list[Speech]:
    """What somebody demands or accuses of is his to say: "تتهم أنقرة الحزب بدعم…", "طالب الوفد بحماية…"."""
    found = []
    for trigger in draft.triggers:
        found.extend(accusing.before_whom(draft, trigger))
        found.extend(accusing.speech(draft, trigger, lambda at=trigger.first: _goes_on(draft, at, spoken)))  # type: ignore[misc]
        subject = draft.subject_of.get(trigger.first, -1)
        noun = trigger.form == "amb" and not _may_ask(draft, trigger)
        if subject < 0 or noun or trigger.form not in _VERBS or not any(s.relation in _DEMANDING for s in trigger.senses):
            continue
        phrase = draft.phrases[subject]
        if trigger.first in draft.accused or _ordered(draft, trigger.first):
            continue  # "يُتهم الحزب بدعم الإرهاب": nobody is told to say so
        if not speaks(phrase) or phrase.prep or (phrase.first < trigger.first and hearsay(draft, trigger.first)):
            continue
        whole = reach(draft, trigger.last, draft.stretches[trigger.sentence].end, subject)
        end = but_then(draft, trigger.last, whole)
        for at in range(trigger.last + 1, min(end, trigger.last + 12)):
            word = draft.words[at]
            urged = word.stem == "علي" and addressed.urges(draft, trigger.first)
            led = word.kind == "func" and not word.conj and (urged or word.stem in ("ان", "الي", "بان", "ب"))
            if word.prep == "ب" or led:  # "قال إن بشار هدد الحريري، وإنه": the second is of who says the first
                found.append(Speech(at, min(end, at + 14), subject, trigger.last, "ask", commented=end < whole))
                break
            if word.kind == "punct" and word.bare in "،؛" and not _opens_or_closes(draft, at, min(end, trigger.last + 12)):
                break
    return found


def _ordered(draft: Draft, at: int) -> bool:
    """Whether a verb tells that an order was given, which is a deed and no speech: "أمر | الوالي باعتقاله"."""
    word = draft.words[at]
    told = {e.kind for e in word.third}
    return told == {"perfect"} and word.of_verb(draft.lexicon.groups["orders"])


def _opens_or_closes(draft: Draft, at: int, end: int) -> bool:
    """Whether a comma opens or closes what is set apart before what is asked: "طالب الوزير كينيا، ومعها أوغندا، | بالانسحاب"."""
    words = draft.words
    if at + 1 < end and words[at + 1].prep == "ب":
        return True
    close = next((k for k in range(at + 1, end) if words[k].kind == "punct"), -1)
    told = any(draft.verb_at(k) for k in range(at + 1, max(close, at + 1)))
    aside = words[at].bare == "،" and close > at + 1 and words[at + 1].conj == "و" and not told
    return aside and close + 1 < end and words[close + 1].prep == "ب"


_VERBS: Final = frozenset(("perf", "impf", "amb"))


def _may_ask(draft: Draft, trigger: Trigger) -> bool:
    """Whether what may be a noun too is a verb of asking, and none of saying: "وطالب | الوفد بمحاسبة"; but "وصف"."""
    return any(s.relation == "REQUEST" for s in trigger.senses) and not draft.words[trigger.first].reports


_ASIDE: Final = 36
"""So many tokens may stand between a verb of saying and what is said, where an aside comes between."""
_MARKS: Final = frozenset("،-–—)")


def _content(draft: Draft, at: int, end: int) -> int:
    """The token after which what is said begins: أنّ or إنّ, a colon, an opening quotation mark; or -1.

    An aside may come before: "أكد الوزير، في ختام زيارته، أن"; then a mark must close it.
    """
    that = draft.lexicon.groups["that"]
    aside = relative = False
    for position in range(at + 1, min(end, at + _ASIDE)):
        word = draft.words[position]
        if not aside and position - at >= 16:
            return -1
        closed = not aside or draft.words[position - 1].bare in _MARKS
        if closed and (word.bare in ":«“" or (word.bare == '"' and position + 1 < end)):
            return position + 1
        if closed and (word.fold in that or (word.stem == "ان" and word.kind == "func")):
            return position
        if word.bare == "؛":
            return -1
        if word.kind == "punct" and word.bare == "،":
            aside = True
            relative = position + 1 < end and "relative" in draft.words[position + 1].function
        if position in draft.subject_of and not relative:
            return -1
    return -1


def _owner(draft: Draft, at: int, found: list[Speech]) -> int:
    """Who says what a masdar or participle of saying tells: its genitive or pronoun, else who spoke just before."""
    pronoun = draft.pronoun_at.get(at, -1)
    if pronoun >= 0:
        return draft.phrases[pronoun].antecedent
    after = draft.at[at + 1] if at + 1 < len(draft.words) else -1
    beside = after >= 0 and draft.phrases[after].first == at + 1 and not draft.phrases[after].prep
    if beside and not draft.words[at].definite and _masdar(draft, at):
        return after
    return _goes_on(draft, at, found)


def _goes_on(draft: Draft, at: int, found: list[Speech]) -> int:
    """Who says what a participle goes on with, "…، مضيفا أن": who spoke last in the sentence, else whom it is about.

    That is the subject of its first verb, or of the last before the participle; each must agree with it. A verb of saying
    right before it without what is said is a speech as well: "ونفى الوزير ذلك، مؤكدا أن".
    """
    start = draft.stretches[draft.sentence_of[at]].first
    first = next((draft.subject_of[k] for k in range(start, at) if k in draft.subject_of), -1)
    verb = governor(draft, at, start)
    own = draft.subject_of.get(verb, -1)
    speeches = since(draft, at, found, 0)
    said = [s.speaker for s in speeches]
    if verb in draft.subject_of and draft.words[verb].reports and all(s.verb < verb for s in speeches):
        said.insert(0, own)
    likely = [i for i in (*said, first, own) if i >= 0]
    forms = [e for e in draft.words[at].entries if e.lexeme.report and e.kind == "active"]
    agreeing = [i for i in likely if any(agrees(draft.phrases[i], e.gender, e.number, draft) for e in forms)]
    return next(iter(agreeing or likely), -1)


def _quoted(draft: Draft, at: int, begin: int) -> int:
    """Whose words somebody passes on: "نقلت الصحيفة عن الوزير أن" is said by the minister; -1 where nobody is named."""
    if not draft.words[at].of_verb(draft.lexicon.groups["passes-on"]):
        return -1
    for position in range(at + 1, begin):
        index = draft.at[position]
        if index >= 0 and draft.phrases[index].first == position and position > at + 1 and draft.words[position - 1].fold == "عن":
            return index if speaks(draft.phrases[index]) else -1
    return -1


def _masdar(draft: Draft, at: int) -> bool:
    return any(e.kind == "masdar" and e.lexeme.report for e in draft.words[at].entries)


def _headline_speech(draft: Draft) -> list[Speech]:
    """"فلان: كذا" in a heading or at a sentence's start: the name before a colon speaks."""
    found = []
    for stretch in draft.stretches:
        if stretch.kind not in TELLING:
            continue
        for at in range(stretch.first + 1, min(stretch.end - 1, stretch.first + 9)):
            if draft.words[at].bare == ":" and draft.at[stretch.first] >= 0:
                index = draft.at[stretch.first]
                phrase = draft.phrases[index]
                names = phrase.kind in SOMEBODY or is_office(draft, phrase)  # "باحث: …"
                dateline = datelines.opens(draft, stretch.first, at)
                if names and not dateline and not any(draft.words[k].verb for k in range(phrase.last + 1, at)):
                    found.append(Speech(at + 1, stretch.end, index, at, "say"))
                break
    return found


_NESTED: Final = 4
"""So many speak within one another."""


def chain(found: Speeches, at: int) -> list[Speech]:
    """The speeches that a token stands in, the nearest first, one per speaker, by whatever words he is called."""
    inside = [s for s in found.near(at) if s.first <= at < s.end and s.verb != at]
    inside.sort(key=lambda s: -s.verb if s.verb <= at else 10_000 + s.verb)
    kept: list[Speech] = []
    for speech in inside:
        twin = next((i for i, k in enumerate(kept) if found.whose(k.speaker) == found.whose(speech.speaker)), -1)
        if twin < 0:
            kept.append(speech)
        elif found.named(speech.speaker) and not found.named(kept[twin].speaker):
            kept[twin] = speech  # "قال سامي عبد الله مدير المركز إن": he, by his name
    return kept[:_NESTED]
