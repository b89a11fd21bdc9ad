"""Words that are nobody by themselves: they describe what stands before them, or are done to whom stands behind."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.nounphrases.origins import may_mean_a_group
from ahlaf.coding.nounphrases.phrases import heads_an_office, is_adjective
from ahlaf.coding.nounphrases.verbhood import does_to_somebody
from ahlaf.coding.times.calendars import vocabulary
from ahlaf.coding.words.agreement import accusative, agree
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.governed import is_although
from ahlaf.coding.words.kinds import THINGS
from ahlaf.coding.words.word import ADJECTIVE_KINDS, PARTICIPLES, Word
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold


def only_describes(draft: Draft, at: int) -> bool:
    """An adjective that is nothing else, right behind the definite noun it describes: "البيعة المقدسة", "التطرف الديني".

    So does an ordinal in the name of a month, "كانون الثاني", and what says how much a deed is so: "رفض مصر القاطع".
    """
    word = draft.words[at]
    before = draft.word_before(at)
    if before is None or word.conj or word.prep:
        return False
    if any(month.tokens == (before.stem, word.fold) for month in vocabulary(draft.lexicon).months.get(before.stem, ())):
        return True
    if bare_article(word.stem) in draft.lexicon.groups["degree"]:
        return draft.at[at - 1] >= 0
    described = (before.definite and before.nominal and not before.finite) or _of_whose(draft, at) or _of_his(draft, at)
    return described and not word.senses and bool(word.entries) and all(e.kind == "adjective" for e in word.entries)


def _of_his(draft: Draft, at: int) -> bool:
    """Whether a definite word agrees with somebody's own before it, which is no verb behind another word: "هاجموا بيته | القديم"."""
    word, before, ahead = draft.words[at], draft.words[at - 1], draft.words[at - 2] if at > 1 else None
    own = word.definite and bool(before.pronoun) and before.nominal and not before.conj
    if ahead is None or not own or draft.sentence_of[at - 2] != draft.sentence_of[at]:
        return False
    free = ahead.kind not in ("punct", "func") or "prep" in ahead.function
    return free and agree(draft, before, word)


def _of_whose(draft: Draft, at: int) -> bool:
    """Whether a definite word stands behind a state whose organ stands before it and agrees: "حكومة إثيوبيا | الاتحادية"."""
    index = draft.at[at - 1]
    phrase = draft.phrases[index] if index >= 0 else None
    if phrase is None or phrase.kind != "organ" or phrase.first == phrase.last or not draft.words[at].definite:
        return False
    return draft.words[at - 1].fold in draft.lexicon.names and agree(draft, draft.words[phrase.first], draft.words[at])


def tells_of_it(draft: Draft, at: int) -> bool:
    """A noun or adjective with its article that opens a clause about what was said: "والأهم من ذلك أن", "والسبب هو", "والغريب أن"."""
    words, word = draft.words, draft.words[at]
    if word.conj != "و" or word.prep or not word.definite or word.stem not in draft.lexicon.groups["tells-of-it"] or at + 2 >= len(words):
        return False
    behind, next_ = words[at + 1], words[at + 2]
    this = "prep" in behind.function and not behind.pronoun and "demonstrative" in next_.function
    return this or behind.bare == ":" or "subordinator" in behind.function or behind.fold in ("هو", "هي")


def describes_too(draft: Draft, at: int) -> bool:
    """A participle or adjective in ة that goes on about what stands before: "الدول الشقيقة والصديقة", "المحادثات … والمخصصة لبحث".

    One that might be a woman or a body must lead to what follows, "الأحزاب الممثلة في البرلمان".
    """
    words, word = draft.words, draft.words[at]
    if not at or not word.definite or word.prep or word.pronoun or not word.entries:
        return False
    if not word.stem.endswith("ه"):
        return _describes_him_too(draft, at)
    if any(e.kind not in ADJECTIVE_KINDS for e in word.entries):
        return False
    before = words[at - 1]
    leads = at + 1 < len(words) and (words[at + 1].prep in ("ل", "ب") or "prep" in words[at + 1].function)
    if word.conj:
        alike = before.definite and before.stem.endswith("ه") and before.adjective
        return word.conj == "و" and word.generic is None and (alike or leads)
    noun = before.definite and before.nominal and not before.finite and agree(draft, before, word)
    described = before.conj == "و" and before.stem.endswith("ه") and any(e.kind == "adjective" for e in before.entries)
    return noun and (leads if word.generic is not None or described else at in draft.fixed)  # "الإقليمية والدولية | المعنية ب"


def of_a_deed(draft: Draft, at: int) -> bool:
    """Whether an adjective in the accusative says of what kind the deed before it is, and is nobody: "دعما | عسكريا"."""
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.generic is None or word.conj or word.prep or not word.bare.endswith("يا") or not accusative(draft, word):
        return False
    deed = before.masdar and before.generic is None and accusative(draft, before)
    return deed and draft.sentence_of[at - 1] == draft.sentence_of[at]


def of_his_deed(draft: Draft, at: int) -> bool:
    """Whether what may be somebody describes the deed right before it that a pronoun owns: "هجومه | الخاطف", "هزيمتهم | المدوية".

    Behind a deed may stand to whom it is done, who so is none: "مساندتها | المعارضة".
    """
    word, before = draft.words[at], draft.word_before(at)
    if before is None or not word.definite or not (before.pronoun and before.senses and before.kind == "noun") or draft.at[at - 1] >= 0:
        return False
    if not is_adjective(word) or not (word.senses or word.kind == "unknown") or (before.verb and not before.masdar):
        return False
    takes = before.masdar and any("obj" in sense.target for e in before.entries for sense in e.lexeme.senses)
    done_to = takes and (word.generic is not None or not all(e.number == "s" for e in word.entries))
    return not done_to and draft.sentence_of[at - 1] == draft.sentence_of[at] and agree(draft, before, word)


def one_adjective_more(draft: Draft, at: int) -> bool:
    """Whether و joins an adjective in ـية to another of a thing, and so it is no woman and no body: "القضايا العربية | والإسلامية".

    Of bodies it tells another: "الشعوب العربية | والإسلامية".
    """
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.conj != "و" or word.prep or word.pronoun or word.generic is None or not word.stem.endswith("يه"):
        return False
    if not word.generic.lemma.endswith("ي") or not before.stem.endswith("ه") or before.definite != word.definite or at < _NOUN_BEFORE:
        return False
    described = before.nisba is not None or (bool(before.entries) and all(e.kind in ADJECTIVE_KINDS for e in before.entries))
    noun = draft.words[at - _NOUN_BEFORE]
    thing = noun.nominal and noun.generic is None and noun.stem not in draft.lexicon.organs
    covering = draft.phrases[draft.at[at - 1]] if draft.at[at - 1] >= 0 else None
    body = covering is not None and covering.kind == "name" and covering.first < at - 1
    return described and thing and not body and draft.sentence_of[at - _NOUN_BEFORE] == draft.sentence_of[at]


def of_which_kind(draft: Draft, at: int) -> bool:
    """Whether an adjective in ـية behind a comma or another such one tells of which kind they are who stand before it, and is nobody.

    "جميع القوى السياسية، | يسارية | وليبرالية".
    """
    words, word = draft.words, draft.words[at]
    woman = word.definite or word.prep or word.pronoun or word.generic is None or not word.generic.lemma.endswith("ي")
    if at < _NOUN_BEFORE or woman or not word.stem.endswith("يه") or word.number != "s":
        return False
    before, opens = words[at - 1], draft.stretches[draft.sentence_of[at]].first
    if word.conj == "و":
        return before.stem.endswith("يه") and not before.definite and of_which_kind(draft, at - 1)
    behind = draft.word_behind(at)
    goes_on = behind is not None and behind.conj == "و" and behind.stem.endswith("يه") and not behind.definite
    told = words[at - _NOUN_BEFORE]
    return before.bare in "،," and at - _NOUN_BEFORE > opens and goes_on and told.definite


_NOUN_BEFORE: Final = 2
"""So many tokens before an adjective that و joins to another stands their noun, at least."""


def _describes_him_too(draft: Draft, at: int) -> bool:
    """A participle in the masculine singular that goes on about one man or body: "القيادي في الحزب والمتهم باغتيال الوزير".

    It leads to what follows, and is no office: "الوزير والمسؤول عن الملف" are two. Right behind the word for a man it may be another man,
    "القاضي والمتهم بالقتل".
    """
    words, word = draft.words, draft.words[at]
    if word.conj != "و" or word.number != "s" or at + 1 >= len(words) or draft.sentence_of[at - 1] != draft.sentence_of[at]:
        return False
    if not any(e.kind in PARTICIPLES for e in word.entries) or (word.generic is not None and word.generic.kind == "person"):
        return False
    behind, before = words[at + 1], draft.phrases[draft.at[at - 1]] if draft.at[at - 1] >= 0 else None
    own = {end for e in word.entries if e.kind in PARTICIPLES for s in e.lexeme.senses for end in (*s.source, *s.target)} | {"من"}
    leads = behind.prep == "ب" or ("prep" in behind.function and not behind.pronoun and behind.stem in {fold(end) for end in own})
    if bare_article(word.stem) in draft.lexicon.groups["at-scene"]:
        return False  # "الحوثي والمخلوع": he is somebody
    man = before is not None and (before.number != "s" or not heads_an_office(draft, before.first))
    return leads and words[at - 1].kind != "func" and man


def says_which(draft: Draft, at: int) -> bool:
    """A word in ـي that may be somebody, behind a thing whose kind it says: "سيارة | مدنية", "تصريح | صحفي".

    So may a woman who is written like an adjective: "رسالة | مؤرخة".
    """
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.generic is None or word.generic.number != "s" or word.nisba is not None:
        return False
    if word.conj or word.prep or word.pronoun:
        return False
    woman = word.stem.endswith("ه")
    things = before.number == "p" and not word.definite and agree(draft, before, word)  # "بنود | سرية" are no company
    written_so = woman and (things or not word.generic.lemma.endswith("ة")) and any(e.kind == "adjective" for e in word.entries)
    kind = word.generic.lemma.endswith("ي") or written_so
    if not kind or word.definite != before.definite or (before.prep == "ل" and not woman) or accusative(draft, word):
        return False
    noun = before.nominal and before.kind == "noun" and not (before.verb and not before.definite)
    if word.stem.endswith("ي") and not word.definite:  # "مقتل جندي", "قال لي دبلوماسي", but "في تصريح صحفي", "عملية عسكرية"
        led = before.prep or (at > 1 and "prep" in draft.words[at - 2].function)
        chained = draft.at[at - 1] < 0 and any(e.kind == "adjective" and e.number == "s" for e in before.entries)
        text = bare_article(before.stem) in draft.lexicon.groups["texts"]  # "كشف بيان | عسكري"
        noun = noun and (chained or text or (bool(led) and not before.senses))  # "عراق اتحادي | ديمقراطي"
    index = draft.at[at - 1]
    nobody = index < 0 or draft.phrases[index].kind in THINGS
    return noun and nobody and bool(before.entries) and agree(draft, before, word)


def says_how(draft: Draft, at: int) -> bool:
    """Whether a noun behind ب says how somebody does a thing to whom stands behind it: "تدعم واشنطن بقوة | إسرائيل".

    "اصطدم بقوة الجيش" is with a force.
    """
    word, start = draft.words[at], draft.stretches[draft.sentence_of[at]].first if draft.sentence_of[at] >= 0 else at
    if word.prep != "ب" or word.definite or word.pronoun or word.stem not in draft.lexicon.groups["how"]:
        return False
    behind = draft.words[at + 1] if at + 1 < len(draft.words) else word
    somebody = behind.definite or behind.fold in draft.lexicon.names
    return somebody and any(does_to_somebody(draft, verb) for verb in range(max(start, at - _TO_VERB), at))


_TO_VERB: Final = 4
"""So many tokens before what says how stands its verb, at most."""


def deed_done(draft: Draft, at: int) -> bool:
    """Whether a noun that may be somebody is the deed done to whom stands behind it: "مهاجمة | إيران", "احتلال | العراق".

    Who is taken is one, or nobody told before, "أسر الجندي", "أسر جنود"; "أسر الجنود" are their families. A prison is of several
    or of a place, "سجن النساء", "سجن طرة"; of one man it is his being sent there, "بسجن | الوزير".
    """
    word, lexicon = draft.words[at], draft.lexicon
    if word.generic is None or word.generic.kind == "person" or word.definite or word.pronoun or at + 1 >= len(draft.words):
        return False  # "مراسلة القناة" is a woman
    behind = draft.words[at + 1]
    masdar = any(e.kind == "masdar" and e.lexeme.senses for e in word.entries)
    if masdar and word.stem == "اسر" and not behind.conj and not behind.prep:
        return _taken(behind) and not _with_families(draft, at)
    if masdar and word.stem == "سجن" and not behind.conj and not behind.prep:
        return behind.definite and behind.number == "s" and (behind.generic is not None or behind.stem in lexicon.titles)
    if not masdar or not (word.stem == "احتلال" or (word.stem.startswith("م") and word.stem.endswith("ه"))):
        return False
    if behind.conj or behind.prep or behind.kind in ("func", "punct", "number"):
        return False
    if word.stem in lexicon.groups["place-head"] and behind.fold in lexicon.places and behind.fold not in lexicon.names:
        return False  # "محافظة ديالى"
    return behind.definite or behind.fold in lexicon.names or behind.fold in lexicon.places


def _taken(word: Word) -> bool:
    """Whether a word tells whom somebody takes captive, and whose families there are not: a number, one man, men without article."""
    if word.kind == "number":
        return True
    return word.generic is not None and not word.pronoun and (word.number == "s" or not word.definite) and word.generic.sector == "MIL"


def _with_families(draft: Draft, at: int) -> bool:
    """Whether "أسر" stands where families do: behind على or ل, right behind a verb that reports nothing, or before whose men they are.

    "وزعت الحكومة مساعدات على | أسر جنود", "تظاهرت | أسر جنود", "زار الوزير | أسر ضباط الشرطة".
    """
    words, word = draft.words, draft.words[at]
    before, after = draft.word_before(at), words[at + 2] if at + 2 < len(words) else None
    owned = after is not None and after.definite and not after.conj and not after.prep and after.kind != "punct"
    led = word.prep == "ل" or (before is not None and before.stem == "علي")
    verbs = [k for k in range(max(at - _TO_OBJECT, 0), at) if words[k].finite]
    told = bool(verbs) and (verbs[-1] == at - 1 or draft.at[at - 1] >= 0) and not words[verbs[-1]].reports
    return owned or led or told


_TO_OBJECT: Final = 3
"""So many tokens before its object stands a verb, at most."""


def deed_on(draft: Draft, at: int) -> bool:
    """Whether a noun that may be a body is the deed that the preposition behind it goes with: "القضاء على | الفساد" is no court.

    An alliance against somebody is a body: "قصف التحالف ضد | التنظيم", and one before "although": "خارج | التحالف مع أنها".
    """
    word, behind = draft.words[at], draft.word_behind(at)
    if word.generic is None or word.pronoun or behind is None or behind.pronoun or "prep" not in behind.function:
        return False
    if word.generic.kind == "alliance" and (behind.stem == "ضد" or is_although(draft, at + 1)):
        return False
    senses = (s for e in word.entries if e.kind == "masdar" for s in e.lexeme.senses)
    return any(behind.stem == fold(end) for s in senses for end in s.target)


def does_so(draft: Draft, at: int) -> bool:
    """Whether a participle without its article says what somebody does to whom stands behind it.

    "متهمة | طهران بتسليح", "مهاجما | السعودية"; behind a comma, or of an accusation, "متهمة | الحرس الثوري بدعم".
    """
    word = draft.words[at]
    if word.definite or word.prep or word.pronoun or at + 2 >= len(draft.words) or draft.sentence_of[at + 1] != draft.sentence_of[at]:
        return False
    active = any(e.kind == "active" and e.number == "s" and any("obj" in s.target for s in e.lexeme.senses) for e in word.entries)
    free = word.bare.endswith(("ا", "ة")) and (not at or draft.words[at - 1].kind != "func" or not draft.words[at - 1].function.get("prep"))
    behind = draft.words[at + 1]
    if _a_man_of_there(draft, at):
        return False
    names = draft.lexicon.names.get(behind.fold, ())
    named = behind.kind != "func" and longest_name(draft, at + 1, [n for n in names if n.strong]) is not None
    accused = any(w.prep == "ب" and w.masdar for w in draft.words[at + 2 : at + _TO_DEED])
    if not (active and free) or not named:
        accuses = any(e.kind == "active" and any(s.relation == "ACCUSE" for s in e.lexeme.senses) for e in word.entries)
        aside = bool(at) and (accuses or draft.words[at - 1].bare == "،" or word.conj == "و")
        return active and free and behind.definite and not behind.prep and aside and accused
    led = draft.words[at + 2]
    return accused or word.bare.endswith("ا") or led.prep == "ب" or "prep" in led.function


def _a_man_of_there(draft: Draft, at: int) -> bool:
    """Whether a verb's object is somebody with an adjective that is written like his state: "اعتقلت السلطات | معارضا كينيا"."""
    word, behind = draft.words[at], draft.words[at + 1]
    dressed = word.bare.endswith("ا") and behind.bare.endswith("ا")
    if word.generic is None or behind.nisba is None or behind.nisba.number != "s" or not dressed:
        return False
    subject = draft.at[at - 1] if at else -1
    verb = draft.phrases[subject].first - 1 if subject >= 0 else at - 1
    if verb < 0 or (subject >= 0 and (draft.phrases[subject].prep or draft.phrases[subject].pointing)):
        return False
    told = draft.words[verb]
    return told.verb and not told.pronoun and does_to_somebody(draft, verb)


_TO_DEED: Final = 6
"""So many tokens on stands the deed that somebody is accused of, at most."""


def of_what_follows(draft: Draft, at: int) -> bool:
    """Whether a word behind من only judges the clause that follows: "من المتوقع أن يلتقي بوتين أردوغان", "من الصعب على قطر أن"."""
    word, before = draft.words[at], draft.word_before(at)
    if before is None or before.fold not in ("من", "غير") or not word.definite or word.stem not in draft.lexicon.groups["impersonal"]:
        return False
    asking = (e for k in range(max(at - _TO_CLAUSE, 0), at) if draft.words[k].finite for e in draft.words[k].entries)
    if any(s.relation == "REQUEST" for e in asking for s in e.lexeme.senses):
        return False  # "طلبت إسرائيل من المقرر الأممي أن"
    behind = draft.words[at + 1 : min(at + _TO_CLAUSE, draft.stretches[draft.sentence_of[at]].end)]
    return any(w.stem == "ان" and "subordinator" in w.function for w in behind)


_TO_CLAUSE: Final = 6
"""So many tokens on begins the clause that is judged, at most."""


def rules_that(draft: Draft, at: int) -> bool:
    """Whether a word is no judge but what a decision before it rules: "القرار | القاضي بوقف القتال", "القرار 1701 القاضي بـ"."""
    word, before = draft.words[at], draft.word_before(at)
    behind = draft.word_behind(at)
    groups = draft.lexicon.groups
    ruling = word.stem in groups["rules-that"] and word.definite
    if not ruling or before is None or behind is None or word.conj or word.prep or (behind.prep or behind.stem) != "ب":
        return False
    first = max(at - _TO_DECISION, draft.stretches[draft.sentence_of[at]].first)
    decided = next((k for k in range(at - 1, first - 1, -1) if draft.words[k].stem in groups["decision"]), -1)
    of_it = range(decided + 1, at)
    if decided < 0 or any(draft.words[k].finite or draft.words[k].prep or draft.words[k].kind in ("func", "punct") for k in of_it):
        return False
    return decided < at - 1 or before.definite or bool(before.pronoun)  # "قرار | القاضي" is a judge's


_TO_DECISION: Final = 4
"""So many tokens before what a decision rules stands its noun, at most: "قرار مجلس الأمن 2231 القاضي بـ"."""


def says_where(draft: Draft, at: int) -> bool:
    """Whether a word without article is the side of what stands behind it, and no man of there: "قتل جنود غربي | الموصل"."""
    word, behind = draft.words[at], draft.word_behind(at)
    if word.stem not in draft.lexicon.groups["where"] or word.definite or word.pronoun or behind is None or behind.conj or behind.prep:
        return False
    return behind.definite or behind.fold in draft.lexicon.places or behind.fold in draft.lexicon.names


def goes_on(draft: Draft, at: int) -> bool:
    """Whether a participle with its preposition describes the phrase right before it: "حركة إم 23 المدعومة من", "الحزب الموالي ل"."""
    word = draft.words[at]
    if word.conj or word.prep or not at or draft.at[at - 1] < 0 or at + 1 >= len(draft.words):
        return False
    noun, behind = draft.phrases[draft.at[at - 1]], draft.words[at + 1]
    if any(e.kind not in PARTICIPLES for e in word.entries):
        return False
    known = noun.definite or (draft.words[noun.last].definite and noun.last > noun.first)  # "حركة النور"
    if not (behind.prep or "prep" in behind.function) or known != word.definite:
        return False
    several = word.number in ("d", "p")  # written alike
    return bool(word.entries) and (several == (noun.number in ("d", "p"))) and (several or noun.gender in ("", word.gender))


def things_of_a_state(draft: Draft, at: int) -> bool:
    """Whether a noun that may be a plural names things and nobody, and an adjective of origin behind it whose they are.

    "الأنشطة | الإيرانية", "الضغوط | الغربية"; "الدور | الروسي", which no plural goes with. A man's participle does not agree:
    "المطالب | الأمريكية" are demands.
    """
    word = draft.words[at]
    people = word.stem in draft.lexicon.groups["circles"]  # "الأوساط الإسرائيلية"
    ground = people or word.stem in draft.lexicon.groups["place-head"]  # "الأراضي السورية"
    if ground or at + 1 >= len(draft.words):
        return False
    behind = draft.words[at + 1]
    if any(e.kind != "noun" and (behind.gender != "f" or (e.gender, e.number) != ("m", "s")) for e in word.entries):
        return False
    origin = behind.nisba is not None or may_mean_a_group(draft, at + 1)
    if not origin or behind.number != "s" or behind.definite != word.definite or behind.conj:
        return False
    return behind.gender == "f" or any(e.number == "s" for e in word.entries)
