"""Finds the places that may carry a relation: verbs, masdars, participles, nouns, adjectives, expressions.

Every word whose lexeme has a sense is a candidate; what its form is here (finite verb, masdar, …) is
settled by what stands before it where spelling leaves it open. Words inside a name of the lexicon or an
organ ("وزارة الدفاع") describe and carry nothing, nor do those that only look like a deed (:mod:`.nodeeds`).
A light verb before a noun ("شنّ هجوما") is noted.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.clauses import accidents, lookalikes, nodeeds, subjects, sufferers
from ahlaf.coding.clauses.antecedents import agrees, takes_up
from ahlaf.coding.words.agreement import keeps_nun, same_gender
from ahlaf.coding.words.draft import VERBS, Draft, Trigger
from ahlaf.coding.words.expressions import NOTHING, forms_near, match_parts
from ahlaf.coding.words.word import FINITE, PARTICIPLES, THIRD, Word
from ahlaf.lexicon.entries import Entry, Idiom, Sense
from ahlaf.lexicon.names import bare_article
from ahlaf.text.split import TELLING

_FORM_OF: Final = {
    "perfect": "perf",
    "imperfect": "impf",
    "imperative": "impf",
    "masdar": "masdar",
    "active": "active",
    "passive_participle": "passive",
}
_LIGHT_REACH: Final = 7


def find(draft: Draft) -> None:
    """Fill ``draft.triggers``, in the order of the text."""
    taken: set[int] = set()
    asked: set[int] = set()
    triggers: list[Trigger] = []
    for stretch in draft.stretches:
        if stretch.kind not in TELLING:
            continue
        for at in range(stretch.first, stretch.end):
            if at in taken:
                continue
            word = draft.words[at]
            last, sense = _idiom(draft, at, word, stretch.end)
            if sense is not None and (not word.finite or word.masdar) and _tells_nothing(draft, at, last, sense):
                continue
            if sense is not None and sense.relation == "ASSAULT" and accidents.tells_of_one(draft, at, last):
                continue
            if sense is not None:
                trigger = Trigger(at, last, at, "idiom", (sense,))
                trigger.entry = next((e for e in word.entries if e.kind in FINITE), None) if word.finite else None
                triggers.append(trigger)
                taken.update((at, last, _noun_of(draft, at, last, sense)))
                if _asks_for_it(draft, at, last, sense):
                    taken.discard(last)
                    asked.add(last)
                if sense.source and sense.target:
                    taken.add(_denied(draft, at, last))  # "لن | يتخلى عن" is one deed; of "لم تقدم أي تقرير" a reader judges
            elif last >= 0:
                taken.update(_said_by(draft, at, last))
            elif word.senses and (at in asked or _free(draft, at, word)) and not _inside_name(draft, at):
                own = _word_trigger(draft, at, word)
                if own is not None:
                    triggers.append(own)
    for index, trigger in enumerate(triggers):
        trigger.index = index
        trigger.sentence = draft.sentence_of[trigger.first]
        if trigger.form not in VERBS and not _describes(draft, trigger):
            trigger.light = _light(draft, trigger)
        _lend_subject(draft, trigger)
    draft.triggers = triggers


def _lend_subject(draft: Draft, trigger: Trigger) -> None:
    """Let an expression that a denial begins have the subject of its verb, for it is known by its first word: "لا | تثق كندا بكينيا"."""
    first, verb = trigger.first, _denied(draft, trigger.first, trigger.last + 1)
    if trigger.form == "idiom" and first not in draft.subject_of and verb in draft.subject_of:
        draft.subject_of[first] = draft.subject_of[verb]


def _denied(draft: Draft, first: int, last: int) -> int:
    """The verb of an expression that a denial begins, which alone says the opposite: "لن | يتخلى عن"; else its first word."""
    if "negation-particle" not in draft.words[first].function:
        return first
    return next((at for at in (first + 1, first + 2) if at <= last and at in draft.subject_of), first)


def _said_by(draft: Draft, at: int, last: int) -> list[int]:
    """The tokens of an expression that tells nothing, without a verb's subject: "لعبت | القوى الصديقة لكندا | دورا"."""
    subject = draft.subject_of.get(at, -1)
    doer = draft.phrases[subject] if subject >= 0 else None
    return [k for k in range(at, last + 1) if doer is None or not at < doer.first <= k <= doer.last]


def _noun_of(draft: Draft, at: int, last: int, sense: Sense) -> int:
    """The noun right before the preposition that ends a verb's expression, which says no more: "قطعتا | علاقاتهما مع"."""
    noun = draft.words[last - 1]
    ties = draft.words[last].kind == "func" and noun.kind == "noun" and bool(noun.pronoun) and last - 1 > at
    known = ties and any(i.sense is sense and not i.parts[-2].isdisjoint(noun.keys) for i in draft.words[at].idioms)
    return last - 1 if known else last


def _free(draft: Draft, at: int, word: Word) -> bool:
    """Whether no set expression has a word, or it has one that says as much alone."""
    return at not in draft.fixed or word.definite or _speaks_too(draft, at, word)


def _asks_for_it(draft: Draft, at: int, last: int, sense: Sense) -> bool:
    """Whether an expression of asking ends in the deed that is asked for, which tells as well: "دعت كينيا إلى | الإفراج عن الناشط"."""
    word, groups = draft.words[last], draft.lexicon.groups
    if sense.relation != "REQUEST" or last == at or not word.masdar or any(word.of_verb(groups[g]) for g in ("ceases", "puts-an-end")):
        return False  # "إلى وقف | هجماتها": he does it as yet
    before, asked, behind = (_deeds(draft, k) for k in (last - 1, last, last + 1))
    ends = any(s.sign < 0 for s in before) or (all(s.sign < 0 for s in asked) and any(s.sign < 0 for s in behind))
    return bool(asked) and not ends and all(s.relation != "REQUEST" for s in asked)  # "بقطع | الدعم", "وقف | حظر الأسلحة", "بطلب"


def _deeds(draft: Draft, at: int) -> list[Sense]:
    """The senses of a masdar at a token."""
    return [s for e in draft.words[at].entries if e.kind == "masdar" for s in e.lexeme.senses] if at < len(draft.words) else []


_SPEAKING: Final = frozenset(("purpose", "help", "lead", "with", "against", "occasion"))


def _speaks_too(draft: Draft, at: int, word: Word) -> bool:
    """True where a set expression still says what its word says: "لمواجهة", "بدعم من", "متهما"; "وفقا" does not."""
    if any(cue[1] in _SPEAKING for cue in draft.cues.get(at, ())):
        return True
    return at in draft.cues and any(e.kind == "active" for e in word.entries)


def _tells_nothing(draft: Draft, first: int, last: int, sense: Sense) -> bool:
    """Whether an expression that is no verb only looks like a deed: an office, a claim in law, the topic of a body."""
    if nodeeds.names_a_topic(draft, first, sense):
        return True
    word = draft.words[first]
    return not word.finite and (_an_office(draft, first, last) or nodeeds.a_claim_in_law(draft, first, word))


def _an_office(draft: Draft, first: int, last: int) -> bool:
    """Whether an expression is an office and no more: "نائب الرئيس" is somebody, not the president's helper."""
    phrase = draft.phrases[draft.at[first]] if draft.at[first] >= 0 else None
    return phrase is not None and phrase.kind == "organ" and phrase.first == first and last <= phrase.core


def _inside_name(draft: Draft, at: int) -> bool:
    index = draft.at[at]
    if index < 0:
        return False
    phrase = draft.phrases[index]
    if phrase.kind in ("name", "organ", "person", "place"):
        return at <= phrase.core or _genitive(draft, at)
    return phrase.kind == "nominal" and at > phrase.first and _genitive(draft, at)


def _genitive(draft: Draft, at: int) -> bool:
    """A noun of action inside a name ("قوات التحالف") belongs to the name."""
    word = draft.words[at]
    return word.definite and not any(e.kind in ("active", "passive_participle", "adjective") for e in word.entries)


def _word_trigger(draft: Draft, at: int, word: Word) -> Trigger | None:
    """What a word that may carry a relation carries where it stands; None for nothing."""
    if nodeeds.is_one(draft, at, word):
        return None
    finite, nominal = _verb_or_noun(draft, at, word)
    if nodeeds.ruled_out(draft, at, word) if finite else nodeeds.admitted(draft, at, word):
        return None
    entries = _readings(draft, at, finite=finite, nominal=nominal)
    senses = _senses(draft, at, entries, finite=finite)
    if not senses:
        return None
    form, entry = _form(entries, finite, nominal), entries[0]
    if form in ("perf", "amb") and sufferers.left_out(draft, at, entries):
        form = "pass"
    elif form in ("perf", "impf", "amb") and sufferers.is_founded(draft, at):
        form = "pass"
        draft.object_of.pop(at, None)  # "لم يؤسس لمحاربة | الحزب": it founded nobody
    if not finite and (suffered := sufferers.of_whom(draft, at, entries)) is not None:
        form, entry, senses = "passive", suffered, {sense.ref: sense for sense in suffered.lexeme.senses}
    trigger = Trigger(at, at, at, form, tuple(senses.values()))
    trigger.entry = entry
    return trigger


def _verb_or_noun(draft: Draft, at: int, word: Word) -> tuple[bool, bool]:
    """Whether a word that carries a relation may be a verb here, and whether it may be a noun."""
    kinds = {e.kind for e in word.entries if e.lexeme.senses}
    finite, nominal = bool(kinds & FINITE), bool(kinds - FINITE)
    if finite and word.fold in draft.lexicon.groups["greatest"] and at not in draft.subject_of:
        return False, nominal  # "وهي | أكبر دول المنطقة" admires nobody
    if not (finite and nominal):
        return finite and (nominal or not _governed(draft, at)), nominal
    if word.generic is not None and all(e.person != THIRD for e in word.entries if e.kind in FINITE):
        return False, True  # "تبادلا مئة | أسير" is no "I march"
    if word.definite or (word.prep and word.prep != "س"):
        return False, True
    before = draft.word_before(at)
    if before is not None and before.kind == "func":
        if before.stem in draft.lexicon.groups["before-verb"]:
            return True, False
        if "prep" in before.function:
            return False, True
    elif word.prep == "س":
        return True, False
    return True, not takes_up(draft, draft.pronoun_at.get(at, -1))  # "دولة | تعاديها كندا"


def _governed(draft: Draft, at: int) -> bool:
    """Whether a preposition shows that what may be a noun without a relation is no verb: "عند | نشأته" brings nobody up."""
    word, before = draft.words[at], draft.word_before(at)
    noun = any(e.kind not in FINITE for e in word.entries) and at not in draft.subject_of and not (word.conj or word.prep)
    return noun and before is not None and set(before.function) == {"prep"} and not before.pronoun


def _readings(draft: Draft, at: int, *, finite: bool, nominal: bool) -> list[Entry]:
    """What carries a relation of all that a word may be, as far as it may stand here."""
    word = draft.words[at]
    entries = [e for e in word.entries if e.lexeme.senses and (finite if e.kind in FINITE else nominal)]
    if bare_article(word.stem) in draft.lexicon.groups["things-rather"]:
        entries = [e for e in entries if e.kind not in PARTICIPLES]  # "مصالح كندا" reconciles nobody
    if finite:
        entries = lookalikes.can_stand(draft, at, entries)
    if any(e.kind in FINITE and _fits_here(draft, at, e) for e in word.entries):
        entries = [e for e in entries if e.kind not in FINITE or _fits_here(draft, at, e)]
    if finite and nominal and at in draft.subject_of:  # "قابل الوزير السفير" is no قَبِلَ, "تمنع كندا السلاح" no تَمَنُّع
        entries = [e for e in entries if e.kind in FINITE or any(v.lexeme is e.lexeme for v in entries if v.kind in FINITE)]
    entries = lookalikes.with_what_they_need(draft, at, entries) if finite else entries
    return ([e for e in entries if e.kind == "active"] if _does_for(draft, at) else []) or entries


def _senses(draft: Draft, at: int, entries: list[Entry], *, finite: bool) -> dict[str, Sense]:
    """What they may mean, by row: nothing that somebody does to himself, or does by saying that something is so."""
    word = draft.words[at]
    says = _says_that(draft, at) if finite and word.reports else ""
    himself = (finite or word.masdar) and _to_himself(draft, at)
    senses: dict[str, Sense] = {}
    objects = draft.lexicon.groups["objects"]
    for lexeme, sense in ((entry.lexeme, sense) for entry in entries for sense in entry.lexeme.senses):
        if himself and "obj" in sense.target and sense.relation != "ASSAULT":  # "فجر نفسه" strikes others
            continue
        answers = says == "ب" and sense.relation == "ACCUSE" and _OF_THE_CLAUSE.isdisjoint(sense.target)
        later = sense.relation == "ACCUSE" and lexeme.folded in objects  # by states: claiming.objecting
        if not (answers or later or (says and sense.relation in _DEEDS)):
            senses.setdefault(sense.ref, sense)
    return senses


def _does_for(draft: Draft, at: int) -> bool:
    """Whether a word describes the noun of its phrase by what that does for whom ل leads to: "الفصائل | المساندة له" is no support."""
    index, behind = draft.at[at], draft.word_behind(at)
    if index < 0 or behind is None or not (behind.prep == "ل" or (behind.kind == "func" and behind.stem == "ل" and behind.pronoun)):
        return False
    phrase = draft.phrases[index]
    return phrase.first < at == phrase.last and phrase.kind in ("nominal", "organ") and draft.words[at].definite


def _to_himself(draft: Draft, at: int) -> bool:
    """Whether somebody does to himself what a word says, and so to nobody else: "فضح | نفسه أمام الشعب", "عزلت | كينيا نفسها عن العرب"."""
    words, himself = draft.words, draft.lexicon.groups["himself"]
    behind, subject = at + 1, draft.subject_of.get(at, -1)
    if behind >= len(words) or words[at].pronoun:
        return False
    if words[behind].fold in himself:
        return True
    if subject < 0 or draft.phrases[subject].first != behind:
        return False
    mark = draft.phrases[subject].named_to + 1
    if mark >= len(words) or words[mark].fold not in himself:
        return False
    after = draft.word_behind(mark)  # "هاجم | الوزير نفسه كندا"
    return after is None or bool(after.prep or after.conj) or after.kind in ("func", "punct")


_DEEDS: Final = frozenset(("REJECT", "AID", "RETREAT", "COOPERATE", "MEMBER", "SANCTION", "COERCE", "MOBILIZE", "ASSAULT"))
"""What nobody does by saying that something is so."""
_OF_THE_CLAUSE: Final = frozenset(("obj", "subj", "ب"))
"""Where the end of an accusation may be that is told with a clause; "رد بأن" answers nobody, who would stand behind على."""


def _says_that(draft: Draft, at: int) -> str:
    """With what a verb has right behind it and its subject what is said: "رد الوزير | بأن", "قضت المحكمة | بأن", "علق الحزب: …".

    It is ب, or "that" for the rest; empty where nothing is said. What is denied stands behind أن, "أنكر الحزب | أن", and what
    one answers with behind بأن.
    """
    position, end = at + 1, draft.stretches[draft.sentence_of[at]].end
    subject = draft.subject_of.get(at, -1)
    if subject >= 0 and draft.phrases[subject].first == position:
        position = draft.phrases[subject].named_to + 1
    behind = draft.words[position] if position < end else None
    if behind is None:
        return ""
    that = behind.fold in draft.lexicon.groups["that"] or (behind.kind == "func" and behind.stem == "ان")
    if that and behind.prep == "ب":
        return "ب"
    return "that" if (that or behind.bare == ":") and "deny" not in draft.words[at].reports else ""


def _fits_here(draft: Draft, at: int, entry: Entry) -> bool:
    """Whether a reading of a verb agrees with its subject, and with the particle before it.

    "الحكومة تقدم" gives, "تقدم الجيش" advances; "أضرب المعلمون" is no "I strike"; "لن تواصل" is to come.
    """
    if entry.kind == "perfect" and at and draft.words[at - 1].stem in draft.lexicon.groups["before-imperfect"]:
        return False
    subject = draft.subject_of.get(at, -1)
    if subject < 0:
        return True
    phrase = draft.phrases[subject]
    if phrase.first > at:
        return entry.person == THIRD and same_gender(phrase, entry.gender)
    if entry.person == THIRD:
        return agrees(phrase, entry.gender, entry.number, draft)
    return phrase.pointing or not subjects.is_done(draft, at)  # "القوى | أقصيت"


def _form(entries: list[Entry], finite: bool, nominal: bool) -> str:
    if finite and nominal:
        return "amb"
    if finite:
        if all(e.voice == "passive" for e in entries):
            return "pass"
        return _FORM_OF[entries[0].kind]
    first = entries[0]
    if first.kind in _FORM_OF:
        if any(e.kind == "masdar" for e in entries):
            return "masdar"  # محاربة is the deed far more often than a woman who does it
        return _FORM_OF[first.kind]
    kind = first.lexeme.senses[0].kind
    return {"agent": "agent", "adjective": "adj", "state": "state"}.get(kind, "noun")


def _idiom(draft: Draft, at: int, word: Word, end: int) -> tuple[int, Sense | None]:
    """The last token of the longest expression that begins here, -1 for none, and its sense where it has one."""
    if not word.idioms:
        return -1, None
    beside = draft.words[at + 1].keys if at + 1 < end else NOTHING
    if word.fold == "علي" and at + 1 < end and draft.words[at + 1].fold == "ان" and _agreed(draft, at):
        return -1, None  # "اتفق الطرفان | على أن تنسحب": no "it is for them to"
    near = forms_near(draft, at, end) if any(idiom.verbal for idiom in word.idioms) else NOTHING
    for idiom in word.idioms:
        if idiom.second and idiom.second.isdisjoint(near if idiom.verbal else beside):
            continue  # most fall here
        matched = match_parts(draft, at, idiom, end) if _begins(draft, at, idiom) else None
        if matched is None or _a_body(draft, at, matched) or (_inside_name(draft, at) and _inside_name(draft, matched)):
            continue
        if idiom.sense is None or not nodeeds.stands_behind(draft, matched, idiom.sense):
            return matched, idiom.sense
    return -1, None


def _begins(draft: Draft, at: int, idiom: Idiom) -> bool:
    """Whether a word may be the verb of an expression: "نهب | مسلحون مستودعات الأغذية" is no "we give", for they do it."""
    word, behind = draft.words[at], draft.word_behind(at)
    if not idiom.verbal or behind is None or not (keeps_nun(behind) and behind.bare.endswith("ون")):
        return True
    readings = [e for e in word.entries if f"[{e.lexeme.lemma}]" in idiom.parts[0]]
    return not readings or any(e.kind not in FINITE or e.person == THIRD for e in readings)


def _a_body(draft: Draft, first: int, last: int) -> bool:
    """Whether what would end an expression has an article, by which it is somebody: "واجه النظام | المعارضة" met with none."""
    word = draft.words[last]
    return last > first and word.definite and draft.at[last] >= 0 and bare_article(word.stem) in draft.lexicon.groups["body-by-article"]


def _agreed(draft: Draft, at: int) -> bool:
    """Whether a verb of agreeing stands before an "on", its subject between."""
    near = range(max(draft.stretches[draft.sentence_of[at]].first, at - _TO_ON), at)
    return any(s.relation == "AGREE" for k in near if draft.words[k].finite for e in draft.words[k].entries for s in e.lexeme.senses)


_TO_ON: Final = 7
"""So many tokens stand between a verb of agreeing and what is agreed on, at most."""


def _describes(draft: Draft, trigger: Trigger) -> bool:
    """Whether a participle describes the noun of its phrase, and no verb carries it: "شن الحزب والقوى | الداعمة له هجوما"."""
    index = draft.at[trigger.first]
    return trigger.form == "active" and index >= 0 and draft.phrases[index].first < trigger.first


def _light(draft: Draft, trigger: Trigger) -> int:
    """The light verb that carries a noun, looked for backwards within its clause; -1 where there is none.

    A preposition on the noun itself leads back to its verb over another one: "قام متظاهرون في ضواحي بغداد بالاحتجاج".
    """
    prep = linked = draft.words[trigger.first].prep
    given = False
    stretch = draft.stretches[trigger.sentence if trigger.sentence >= 0 else draft.sentence_of[trigger.first]]
    for at in range(trigger.first - 1, max(stretch.first - 1, trigger.first - 1 - _LIGHT_REACH), -1):
        word = draft.words[at]
        if word.kind == "punct" and word.bare in "،؛:,":
            return -1
        if word.kind == "func" and "prep" in word.function and not word.pronoun:
            if at < trigger.first - 1 and not linked and (prep or word.stem != "من"):
                return -1
            given |= at < trigger.first - 1 and not linked
            prep = linked or (prep if given else word.stem)
        for lexeme_light in word.lights:
            if given and lexeme_light.active:
                continue  # "تلقى الحزب | من إيران دعما" has who gave it
            if lexeme_light.link in ("obj", "") and not prep:
                return at
            if lexeme_light.link == prep:
                return at
        if word.verb and not word.nominal:
            return -1
    return -1
