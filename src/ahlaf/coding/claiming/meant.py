"""What grammar settles of how a claim is meant where the weights see something else: it is done, and neither intended nor asked.

What somebody is thanked or blamed for is done, and so is what he carries out, goes on with, or is to end: "يشكر المجلس كندا على |
تدريبها الجيش", "اتهمت كندا كينيا ب| تقديم السلاح", "تتولى فرنسا | تدريب الجيش", "طالبت كندا كينيا بوقف | قصف القرى". A question asks
neither what its relative clauses tell nor what somebody may have forgotten: "كيف نثق بحكومة | تعتقل أنصارها؟", "هل نسيتم أن كندا |
دعمت الانقلاب؟".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses.founding import called_for
from ahlaf.coding.clauses.topics import asks_who
from ahlaf.coding.ends.deeds import one_clause
from ahlaf.coding.times.timewords import is_today
from ahlaf.coding.weighing.decide import Frame
from ahlaf.coding.weighing.manner import Meaning
from ahlaf.coding.words import pronouns
from ahlaf.coding.words.cues import denied
from ahlaf.coding.words.draft import DEEDS, Draft, Trigger
from ahlaf.coding.words.governed import each_of
from ahlaf.coding.words.kinds import ANYBODY
from ahlaf.coding.words.word import FINITE
from ahlaf.lexicon.names import bare_article

_OPEN: Final = ("intended", "normative")
"""How the weights take what is done, where they are wrong."""
_BACK: Final = 12
"""So many tokens before a deed stands, at most, the verb that praises or blames somebody for it."""
_NEAR: Final = 8
"""So many tokens before a deed stands the verb of carrying it out, and its subject; and "that" before a verb."""
_BREAKS: Final = frozenset("،؛:.؟!")


def settle(draft: Draft, frame: Frame, meant: Meaning) -> Meaning:
    """A meaning as grammar corrects it, for a frame whose sense is settled."""
    trigger, start = frame.trigger, draft.stretches[frame.trigger.sentence].first
    if _dreaded(draft, trigger, start):
        return meant._replace(modality="hypothetical", polarity="negated" if _denies(draft, trigger.start - 1) else "affirmed")
    if (meant.modality in _OPEN or meant.modality == "questioned") and frame.sense.sign < 0 and _to_be_ended(draft, trigger, start):
        return meant._replace(modality="asserted", polarity="affirmed")
    if meant.modality in ("asserted", "questioned") and (_is_asked(draft, trigger) or _asks_who_it_is(draft, trigger, start)):
        return meant._replace(modality="questioned")
    if meant.modality in ("asserted", "intended") and _is_due(draft, trigger, start):
        return meant._replace(modality="normative")
    return meant._replace(modality="asserted") if _done(draft, trigger, start, meant.modality) else meant


def _dreaded(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether somebody fears that it will be: "تخشى كندا أن | تدعم كينيا الحزب", "خشية أن | تهاجمها"; "لا تخشى أن" leaves it open."""
    words, that = draft.words, trigger.start - 1
    led = that > start and "subordinator" in words[that].function and (words[that].stem == _THAT or _denies(draft, that))
    if not led or words[trigger.start].conj:
        return False
    before = that - 1 - (words[that - 1].stem == _FROM and not words[that - 1].pronoun)
    if before < start:
        return False
    if words[before].fold in draft.lexicon.groups["fears"] or bare_article(words[before].stem) in draft.lexicon.groups["fears"]:
        return not denied(draft, before, start)
    fears = words[before].finite
    who = draft.at[before] if not fears else -1
    verb = before if fears else draft.phrases[draft.lead(who)].first - 1 if who >= 0 else -1
    return verb >= start and words[verb].of_verb(draft.lexicon.groups["dreads"]) and not denied(draft, verb, start)


def _denies(draft: Draft, that: int) -> bool:
    """Whether "that" is "that not" in one word: "ألا"."""
    return "negation-particle" in draft.words[that].function


_THAT: Final = "ان"
_FROM: Final = "من"


def _is_asked(draft: Draft, trigger: Trigger) -> bool:
    """Whether a question asks where from, how or why right before a verb: "والسؤال القديم: من أين | تستمد الجماعة قوتها؟".

    Or who does it, or where a deed is: "يتساءل المراقبون من | يدعم الحزب", "والكثير يسأل أين | دعم كندا".
    """
    words, verb = draft.words, trigger.start
    if verb == 0 or words[verb].conj:
        return False
    if asks_who(draft, verb, draft.stretches[trigger.sentence].first):
        return True
    before = words[verb - 1]
    if before.stem == _WHERE and words[verb].masdar:
        return True
    return before.stem in draft.lexicon.groups["asks-how"] and _ends_in_question(draft, trigger) and words[verb].finite


_WHERE: Final = "اين"


def _ends_in_question(draft: Draft, trigger: Trigger) -> bool:
    return draft.words[draft.stretches[trigger.sentence].end - 1].bare in ("؟", "?")


def _asks_who_it_is(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether a question asks who they are that do it: "ومن هي الدول التي | تساعد الحزب؟", "ما هي الجهة التي | قتلته؟"."""
    words, verb = draft.words, trigger.start
    if not _ends_in_question(draft, trigger) or words[verb].conj:
        return False
    relative = next((k for k in range(verb - 1, max(start, verb - 1 - _SMALL), -1) if "relative" in words[k].function), -1)
    head = draft.at[relative - 1] if relative > start + 1 else -1
    is_ = (draft.phrases[head].first if head >= 0 and draft.phrases[head].kind != "pronoun" else relative) - 1
    who = words[is_ - 1] if is_ > start else None
    return who is not None and who.stem in _WHO and not who.prep and words[is_].stem in pronouns.FREE


def _is_due(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether a clause without a verb says of somebody that it is upon him: "على كينيا | محاربة الحزب", "وعليها | مواجهته"."""
    words, first = draft.words, trigger.first
    deed = trigger.form in ("masdar", "amb") or (trigger.form == "idiom" and words[first].masdar)  # "التوصل إلى اتفاق"
    if not deed or first in draft.subject_of or words[first].prep or first == start:
        return False
    if words[first].conj:  # "على كينيا محاربة الحزب | والتحالف مع كندا"
        before = draft.triggers[trigger.index - 1] if trigger.index else trigger
        return first > before.first >= start and one_clause(draft, before.last, first) and _is_due(draft, before, start)
    on = first - 1 - is_today(draft, first - 1)  # "على كندا اليوم | محاربته"
    index = draft.at[on]
    if not (words[on].kind == "func" and words[on].pronoun):  # "عليها"
        if index < 0 or draft.phrases[index].kind not in ANYBODY:
            return False
        on = draft.phrases[draft.lead(index)].first - 1
        on -= 2 * each_of(draft, on, on + 1)  # "على كل من كندا وكينيا"
    if on < start or words[on].stem != _UPON:
        return False
    return on == start or words[on].conj == "و" or words[on - 1].kind == "punct"


_UPON: Final = "علي"


def _done(draft: Draft, trigger: Trigger, start: int, weighed: str) -> bool:
    """Whether what the weights take for intended, due, asked or supposed is told as done."""
    if weighed == "questioned":
        return _described(draft, trigger, start) or _not_asked(draft, trigger, start)
    if weighed in _OPEN:
        if called_for(draft, trigger.first):
            return True  # "من دعا إلى | تأسيس التحالف": it is there
        carried = weighed == "intended" and _is_deed(draft, trigger) and _carried_out(draft, trigger, start)
        if carried or _over(draft, trigger) or (_is_deed(draft, trigger) and _for_which(draft, trigger, start)):
            return True
    return weighed in ("normative", "hypothetical", "alleged") and _acknowledged(draft, trigger, start)


def _over(draft: Draft, trigger: Trigger) -> bool:
    """Whether a verb tells what is over: "تعهدت كندا بالانسحاب، و|اتهمت كينيا بالكذب"; no "let him" or "if" makes it so."""
    verb = draft.words[trigger.start]
    return trigger.form == "perf" and verb.moods == {"perfect"} and not verb.nominal and not verb.prep


def _is_deed(draft: Draft, trigger: Trigger) -> bool:
    return trigger.form in DEEDS or (trigger.form == "idiom" and draft.words[trigger.first].masdar)


def _for_which(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether somebody is thanked, praised or blamed for it: "يثني على كندا ل|قيامها بتدريب", "تتهم كينيا ب|قصف القرى"."""
    words, first = draft.words, trigger.first
    if first > start and words[first].prep == "ب" and words[first - 1].stem == _UNDERTAKING:
        first -= 1
    led = words[first].prep or (words[first - 1].stem if first > start and "prep" in words[first - 1].function else "")
    if led not in _FOR or not words[first].masdar or words[first].stem in draft.lexicon.groups["plans"]:
        return False
    if led == "ل" and not words[first].pronoun and words[first].stem != _UNDERTAKING:
        return False  # "يشيد بجهود كندا | للقضاء على الفقر"
    for at in range(first - 1, max(start - 1, first - 1 - _BACK), -1):
        word = words[at]
        if word.bare in _BREAKS or "subordinator" in word.function:
            return False
        if draft.at[at] < 0 and word.of_verb(draft.lexicon.groups["accuses-of" if led == "ب" else "judged-for"]):
            return at not in draft.accused
        if draft.at[at] < 0 and (word.verb or word.masdar):
            return False
    return False


_UNDERTAKING: Final = "قيام"
"""What may stand between: "لقيامها | بتدريب"."""
_FOR: Final = ("ب", "ل", "علي")
"""What leads to the deed for which somebody is praised or blamed."""


def _carried_out(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether somebody carries it out or goes on with it: "تتولى فرنسا | تدريب الجيش", "يواصل | قصف القرى"; not yet "ستواصل".

    Or makes known what is over by then: "أعلنت كندا | إبرام صفقة".
    """
    words, first = draft.words, trigger.first
    if words[first].prep or words[first].conj:
        return False
    for at in range(first - 1, max(start - 1, first - 1 - _NEAR), -1):
        word = words[at]
        if draft.verb_at(at):
            before = words[at - 1] if at > start else None
            to_come = word.prep or (before is not None and before.kind == "func" and before.stem in draft.lexicon.groups["not-yet"])
            goes_on = word.of_verb(draft.lexicon.groups["carries-out"])
            return (goes_on or (_completed(draft, trigger) and word.of_verb(draft.lexicon.groups["announces"]))) and not to_come
        if word.kind == "punct" or word.fold == _UNDER_WHICH or "subordinator" in word.function:
            return False
    return False


def _completed(draft: Draft, trigger: Trigger) -> bool:
    """Whether a deed is over when it is made known: "إبرام", "إسقاط", no "إرسال"."""
    completed = draft.lexicon.groups["completed"]
    return draft.words[trigger.first].masdar_of(completed)


_UNDER_WHICH: Final = "بموجبه"
"""Of a treaty that tells what is to be done."""


def _to_be_ended(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether somebody is to end it, who so does it: "طالبت كندا كينيا بوقف | قصف القرى", "متى تكف عن | قصفها؟", "أن توقف | حربها"."""
    words, first = draft.words, trigger.first
    if not _is_deed(draft, trigger) or first - 2 < start or words[first].prep or words[first].conj:
        return False
    before, ending = words[first - 1], draft.lexicon.groups["ends-it"]
    if before.stem == "عن" and not before.pronoun:
        ceases = draft.lexicon.groups["ceases"]
        verb = next((k for k in range(first - 2, max(start - 1, first - _TO_CEASE), -1) if draft.at[k] < 0), first - 2)
        return words[first - 2].of_verb(ceases) or (words[verb].finite and words[verb].of_verb(ceases))
    if not before.definite and before.masdar_of(ending):
        return True
    verb = next((k for k in range(first - 1, max(start, first - _TO_CEASE), -1) if draft.at[k] < 0), -1)
    own = words[first].pronoun in ("ه", "ها", "هم")
    return own and verb > start and words[verb].finite and words[verb].of_verb(draft.lexicon.groups["puts-an-end"])


_TO_CEASE: Final = 6
"""So many tokens before a deed stands the verb of ending it, and whoever is to."""


def _described(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether a question only describes somebody by it: "كيف نثق بحكومة | تعتقل أنصارها؟"; "من الذي | دعم" asks for it."""
    words, verb = draft.words, trigger.start
    if not any(e.kind in FINITE for e in words[verb].entries) or words[verb].conj:
        return False
    for at in range(verb - 1, max(start, verb - 1 - _SMALL), -1):
        if "relative" in words[at].function and words[at].stem not in _WHO:
            return words[at - 1].stem not in _WHO + _THIS
        if words[at].kind != "func" or draft.at[at] >= 0:
            break
    index = draft.at[verb - 1] if verb > start else -1
    if index < 0:
        return False
    phrase = draft.phrases[index]
    return phrase.kind == "nominal" and not phrase.definite and phrase.prep not in ("", "من")


_SMALL: Final = 3
_WHO: Final = ("من", "ما")
_THIS: Final = ("هذا", "هذه", "هو", "هي")


def _not_asked(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether a question takes it for granted: "هل نسيتم أن كندا | دعمت الانقلاب؟", "أليس غريبا أن كندا | تدعم"."""
    words, granted = draft.words, draft.lexicon.groups["granted"]
    for at in range(trigger.start - 1, max(start, trigger.start - 1 - _NEAR), -1):
        word = words[at]
        if word.kind == "func" and word.stem in draft.lexicon.groups["that"]:
            near = [words[k] for k in range(max(start, at - _SMALL), at)]
            return any(w.of_verb(granted) or bare_article(w.stem).removesuffix("ا") in granted for w in near)
        if word.kind == "punct" or draft.verb_at(at):
            return False
    return False


def _acknowledged(draft: Draft, trigger: Trigger, start: int) -> bool:
    """Whether it was done, and somebody is only to say or know so: "علينا أن نعترف بأن كندا | دعمت كينيا"; but "لو قال إن كندا | دعمت"."""
    words, verb = draft.words, trigger.start
    if words[verb].moods != {"perfect"} or words[verb].nominal:
        return False
    for at in range(verb - 1, max(start, verb - 1 - _NEAR), -1):
        word = words[at]
        if word.kind == "func" and word.stem in draft.lexicon.groups["that"]:
            says = any({"say", "think"} & set(words[k].reports) for k in range(max(start, at - _SMALL), at))
            cues = (kind for k in range(start, verb) for _, kind, _, _ in draft.cues.get(k, ()))
            return says and _SUPPOSES.isdisjoint(cues)
        if word.kind == "punct" or draft.verb_at(at):
            return False
    return False


_SUPPOSES: Final = frozenset(("conditional", "hedge", "hearsay"))
