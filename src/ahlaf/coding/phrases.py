"""How far a noun phrase reaches from its head: adjectives that agree, a genitive, a name in quotation marks.

The grammar is shallow on purpose. After a definite head come definite adjectives; after a head without
article comes either an adjective or, once, the noun that it is annexed to; a preposition, a verb, a
conjunction or a mark of punctuation ends the phrase.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.agreement import PLURALS, accusative, agree, cases_differ, keeps_nun, without_pronoun
from ahlaf.coding.draft import Draft
from ahlaf.coding.namewords import longest_name, match_tokens
from ahlaf.coding.quotednames import quoted_name
from ahlaf.coding.word import ADJECTIVE_KINDS, PARTICIPLES, Word
from ahlaf.lexicon.entries import Generic, Name
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold

LONGEST: Final = 7
"""A phrase of more tokens than this is a run-on, not a name."""


def is_partner(draft: Draft, word: Word) -> bool:
    """True for one whom a word with a pronoun calls somebody's ally or rival: "حليفتها", "ذراعهم"."""
    return bool(word.pronoun) and without_pronoun(draft, word) in draft.lexicon.groups["partner"]


def compound(draft: Draft, at: int) -> tuple[int, Generic | None]:
    """The last token of the general noun of several words that begins at ``at``, "الدول الأعضاء", "عضو البرلمان", and its row."""
    words = draft.words
    for tokens, generic in draft.lexicon.compounds.get(bare_article(words[at].stem), ()):
        last = match_tokens(draft, at, tokens, strip=True)
        apart = last < 0 or (words[at].definite and not words[last].definite)  # "الدولة | عضو في الحلف"
        if not apart and not _has_its_own(draft, last) and draft.sentence_of[last] == draft.sentence_of[at]:
            return last, generic
    return at, None


def is_adjective(word: Word) -> bool:
    """True for a word that may stand as an adjective: known as one, of origin, or unknown with such a shape."""
    if word.kind in ("func", "punct", "number") or word.conj or word.prep or word.pronoun:
        return False
    if word.nisba is not None and not word.nisba.people:
        return True
    if word.generic is not None and word.generic.number == "s" and word.stem.endswith(("ي", "يه")) and word.generic.lemma[-1] != "ة":
        return True  # "سياسية" of سياسي, no قرية
    if any(e.kind in ADJECTIVE_KINDS for e in word.entries):
        return word.generic is None or not (word.generic.kind == "organ" or _broken(word))  # "استقبل الرئيس الوفد", "دعم الصدر الفصائل"
    if word.kind == "unknown" and not word.finite:
        return word.definite or word.stem.endswith(("ي", "يه", "ه", "ين", "ات"))
    return False


def _broken(word: Word) -> bool:
    """Whether a general word for actors stands in a broken plural, a noun as a rule: "الفصائل", "الجنود"; no "أجانب" of أجنبي."""
    if word.generic is None or (word.generic.lemma.endswith("ي") and word.generic.kind == "social-group"):
        return False
    return word.generic.number == "p" and not word.stem.endswith((*PLURALS, "ات"))


def _describes(word: Word) -> bool:
    """Surely an adjective: behind it nothing is annexed any more ("مسؤول روسي كبير", "مصادر متطابقة | مقتل جندي")."""
    kinds = {e.kind for e in word.entries}
    feminine = word.generic is None and word.stem.endswith("ه") and kinds <= ADJECTIVE_KINDS
    return word.nisba is not None or (bool(kinds) and (feminine or kinds == {"adjective"}))


def described(draft: Draft, last: int) -> int:
    """The last of the definite words behind ``last`` that are surely adjectives of it: "رئيس المجلس القروي"."""
    words = draft.words
    while last + 1 < len(words) and words[last].definite:
        word = words[last + 1]
        if not (word.definite and not word.conj and not word.prep and word.gender == words[last].gender and _describes(word)):
            break
        if _has_its_own(draft, last + 1) or (_several(word) and takes_no_men(draft, words[last])):
            break  # "قوات الشرعية | المسنودة بغطاء جوي", "طرد نظام القذافي الفلسطينيين"
        last += 1
    return last


def extend(draft: Draft, head: int, last: int, *, annexed: bool = True, named: bool = False) -> int:
    """The last token of the phrase whose head (one token or several) ends at ``last``.

    A noun takes what is annexed to it unless ``annexed`` is false; what is ``named`` already is definite without an article.
    """
    words = draft.words
    definite = named or words[last].definite or bool(words[last].pronoun) or words[head].definite
    adverb = words[last].bare.endswith("يا") and accusative(draft, words[last])  # "دعمت تركيا عسكريا | العراق"
    may_annex = annexed and not definite and not keeps_nun(words[last]) and not adverb
    at = last + 1
    limit = min(len(words), head + LONGEST)
    while at < limit:
        word = words[at]
        if word.kind == "punct":
            closed = quoted_name(draft, head, at)
            if closed < 0:
                break
            at, last = closed + 1, closed
            may_annex, definite = False, True  # it has a name now: "جماعة «الفجر» المتطرفة"
            continue
        if word.conj == "و" and _and_adjective(draft, head, last, at):
            at, last = at + 1, at
            continue
        if word.conj or word.prep or word.kind in ("func", "number") or at in draft.fixed:
            break
        if draft.sentence_of[at] != draft.sentence_of[head]:
            break
        if not word.definite and (_a_side(draft, at) or (last > head and word.stem in draft.lexicon.groups["arms"])):
            break  # "قضاء تلعفر | غربي الموصل", "مقاتلات تركية | طائرة يونانية"
        if _limits(draft, at) or _limits(draft, at + 1):
            last = at
            may_annex = False
        elif definite and word.definite and _names_another(draft, last, at):
            break
        elif definite == word.definite and _may_describe(words[last], word) and (definite or not word.finite):
            if not _agrees(draft, head, last, word) or _due(draft, at) or _has_its_own(draft, at) or _done_to(draft, head, last, word):
                break
            if last > head and _of_the_deed(draft, head, word):
                break
            if last == head and _belongs_to(draft, head):
                break
            last = at
            may_annex = may_annex and not _describes(word) and not keeps_nun(word)
        elif may_annex and word.definite and _counted(draft, head):
            break  # "اتهم ثلاثة نواب | الوزير"
        elif may_annex and _of_a_body(draft, words[head]) and (owner := _owner(draft, at)) > at:
            at = last = owner
            definite, may_annex = True, False
        elif may_annex and _ties_to(draft, head, at):
            break
        elif may_annex and _may_own(draft, head, word):
            last = at
            definite = word.definite or bool(word.pronoun)
            goes_on = word.generic is not None or (draft.lexicon.groups["field"].get(word.stem) == "annexed" and _is_body(draft, head))
            may_annex = not definite and at - head < 3 and goes_on  # "لجنة حقوق | الإنسان"
        else:
            break
        at += 1
    return last


def _counted(draft: Draft, head: int) -> bool:
    """Whether a numeral stands before a noun, which so is nobody's whom an article tells: there it would be "ثلاثة من نواب"."""
    before = draft.words[head - 1] if head else None
    return before is not None and not before.definite and (before.kind == "number" or "numeral" in before.function)


def _a_side(draft: Draft, at: int) -> bool:
    """Whether a word is the side of the place behind it, and describes nothing: "شمالي | مدينة الموصل", no "موقع شمالي"."""
    words, groups = draft.words, draft.lexicon.groups
    if words[at].stem not in groups["where"] or not words[at].stem.endswith("ي") or at + 1 >= len(words):
        return False
    behind = words[at + 1]
    if behind.conj or behind.prep or behind.kind in ("func", "punct"):
        return False
    return behind.fold in draft.lexicon.places or behind.fold in draft.lexicon.names or behind.stem in groups["place-head"]


def is_state(name: Name) -> bool:
    """Whether one word alone is surely a state's name, or its capital's for it."""
    return name.strong and len(name.tokens) == 1 and name.actor.kind == "state"


def names_a_state(draft: Draft, at: int) -> bool:
    """Whether a definite word that might describe what stands before it is a state's name, and no adjective of origin: "القاهرة"."""
    return draft.words[at].nisba is None and any(is_state(name) for name in draft.lexicon.names.get(draft.words[at].fold, ()))


def names_a_people(draft: Draft, word: Word) -> bool:
    """Whether a word in the plural is a people's name as well as an adjective: "العرب", "الأكراد"."""
    named = draft.lexicon.names.get(word.fold, ())
    return word.definite and any(n.strong and len(n.tokens) == 1 and n.actor.kind == "people" for n in named)


def _names_another(draft: Draft, last: int, at: int) -> bool:
    """Whether a definite word behind a definite noun that might be its adjective is rather somebody or some place.

    An office ("أزاح الجيش | الرئيس"), a town written like a participle ("حرر الجيش | الموصل"), a singular behind a plural
    that shows its case ("اقتحم المستوطنون | الأقصى").
    """
    word, before = draft.words[at], draft.words[last]
    if word.generic is not None and word.generic.kind == "person" and word.generic.number == "s" and not word.stem.endswith(("ي", "يه")):
        return heads_an_office(draft, at)
    if names_a_state(draft, at) and not before.stem.endswith("ه"):
        return True  # "زار البرهان | القاهرة"
    if names_a_people(draft, word) and before.nisba is not None and before.nisba.people and not before.bare.endswith("ين"):
        return True  # "حارب الأتراك | الأكراد"; but "الوزراء العرب"
    town = any(len(place.tokens) == 1 for place in draft.lexicon.places.get(word.fold, ()))
    if town and word.entries and all(e.kind in PARTICIPLES for e in word.entries):
        return True
    single = bool(word.entries) and all(e.number == "s" for e in word.entries)
    return single and before.number == "p" and before.bare.endswith(PLURALS) and bool(before.entries) and word.nisba is None


def _ties_to(draft: Draft, first: int, at: int) -> bool:
    """Whether one who is something to somebody stands before that name, which is no part of his: "الصدر حليف | المالكي".

    So he does before a body or an office where he is said to be so: "التنظيم صنيعة | المخابرات السورية"; who does something is
    told apart by all his words, "انتقد حليف الرئيس".
    """
    word, head, lexicon = draft.words[at], draft.words[first], draft.lexicon
    named = not word.entries and any(n.strong or n.actor.kind == "person" for n in lexicon.names.get(word.fold, ()))
    said = first > 0 and draft.at[first - 1] >= 0 and not (head.prep or head.conj)
    body = said and word.definite and not word.pronoun and bare_article(word.stem) in lexicon.organs
    if not (named or body) or head.number != "s" or head.pronoun:
        return False
    senses = (s for e in head.entries for s in e.lexeme.senses)
    return any(s.kind == "agent" and s.relation in _PARTNERS and "gen" in s.target for s in senses)


_PARTNERS: Final = frozenset(("ALLY", "OPPOSE", "SUPPORT", "AID"))


def _belongs_to(draft: Draft, head: int) -> bool:
    """Whether a clause says whose tool or friend somebody is, by the adjective behind: "الحزب دمية | إيرانية", "كان عميلا | إسرائيليا"."""
    words = draft.words
    word, origin = words[head], words[head + 1]
    if word.prep or word.conj or word.definite or word.pronoun or word.number != "s" or origin.nisba is None or not head:
        return False
    if not any(s.relation == "ALLY" and "gen" in s.target for e in word.entries for s in e.lexeme.senses):
        return False
    is_ = draft.lexicon.groups["being"]
    for at in range(head - 1, max(head - LONGEST, -1), -1):
        before = words[at]
        if before.kind == "punct" or draft.sentence_of[at] != draft.sentence_of[head] or "subordinator" in before.function:
            return at < head - 1
        if before.of_verb(is_) or "negation-particle" in before.function:
            return True
        if before.finite and not before.nominal:
            return False
        if at == head - 1 and not (before.definite or before.kind == "func" or before.fold in draft.lexicon.names):
            return False
    return True


def _may_own(draft: Draft, head: int, word: Word) -> bool:
    """Whether a noun may be annexed to what stands before it: no verb, no accusative, no deed that is done ("شنت طائرات | غارة")."""
    if not word.nominal or (word.finite and word.entries and not word.definite) or accusative(draft, word):
        return False
    if word.pronoun and (word.sayings or _a_relative(draft, draft.words[head], word)):
        return False  # "عن مسؤول | قوله إن", "قتل شاب | والده"
    if word.pronoun and head and tells_how_many(draft.words[head - 1]):
        return False  # "لقي خمسة أشخاص | حتفهم", "قتل 24 شخصا | أغلبيتهم"
    return not (head and draft.words[head - 1].lights and word.senses and not word.definite)


def _a_relative(draft: Draft, head: Word, word: Word) -> bool:
    """Whether a noun with its pronoun is the kin of somebody told right before it; "صديق والده" is his father's."""
    return head.generic is not None and not head.senses and without_pronoun(draft, word) in draft.lexicon.groups["kin"]


def is_rank(draft: Draft, word: Word) -> bool:
    """True for a general noun for those who belong to a group: "مقاتلو", "عناصر"."""
    return word.generic is not None and fold(word.generic.lemma) in draft.lexicon.groups["ranks"]


def _of_a_body(draft: Draft, word: Word) -> bool:
    """Whether a general noun is for those who belong to a body, or have something to do in it: "أعضاء", "مدير"."""
    return is_rank(draft, word) or (word.generic is not None and word.generic.kind == "person")


def _owner(draft: Draft, at: int) -> int:
    """The last token of a name of several words that may own what stands before it: "مقاتلو | جبهة النصرة"; -1 for none."""
    word, lexicon = draft.words[at], draft.lexicon
    owners = [n for n in lexicon.names.get(word.fold, ()) if (n.strong or len(n.tokens) > 1) and n.actor.kind != "person"]
    names = longest_name(draft, at, owners)
    places = (match_tokens(draft, at, p.tokens, strip=False) for p in lexicon.places.get(word.fold, ()))
    return max(names[1] if names else -1, *places, -1)


def _of_the_deed(draft: Draft, head: int, word: Word) -> bool:
    """Whether an adjective says how much the deed is so that a phrase does, and is none of it: "رفض دول الجوار | القاطع"."""
    deed = draft.words[head - 1] if head else None
    if deed is None or not deed.masdar or deed.definite or deed.pronoun or draft.words[head].prep or draft.words[head].conj:
        return False
    return word.definite and bare_article(word.stem) in draft.lexicon.groups["degree"] and agree(draft, deed, word)


def _limits(draft: Draft, at: int) -> bool:
    """Whether the noun at ``at`` says in what the adjective before it is meant: "رفيعة المستوى", "الواسعة النطاق"."""
    words = draft.words
    limits = draft.lexicon.groups["limit"]
    if not 0 < at < len(words) or not words[at].definite or (only := limits.get(bare_article(words[at].stem))) is None:
        return False
    if only and bare_article(words[at - 1].stem) not in only.split():
        return False  # "المتعددة الأطراف", but "دعا الأمين العام | الأطراف"
    if words[at].conj or words[at].prep or words[at - 1].conj or words[at - 1].prep:
        return False
    return any(e.kind in ADJECTIVE_KINDS for e in words[at - 1].entries) and draft.sentence_of[at] == draft.sentence_of[at - 1]


def _due(draft: Draft, at: int) -> bool:
    """Whether a participle says of the deed behind it, not of the noun before it, that it is to come: "المقرر عقده", "المقرر أن"."""
    words = draft.words
    if at + 1 >= len(words) or bare_article(words[at].stem) not in draft.lexicon.groups["due"]:
        return False
    behind = words[at + 1]
    return (behind.kind == "noun" and bool(behind.pronoun)) or behind.fold in draft.lexicon.groups["that"]


def _done_to(draft: Draft, head: int, last: int, word: Word) -> bool:
    """Whether people in ين behind a subject and what it is annexed to are its verb's object: "هاجم سكان القرية | المستوطنين"."""
    before = draft.words[head - 1] if head else None
    if before is None or not (before.finite and before.entries) or before.definite or draft.words[head].prep or draft.words[head].conj:
        return False
    people = word.generic is not None and word.nisba is None and word.bare.endswith("ين") and word.number in ("d", "p")
    return people and last > head and not is_adjective(draft.words[last]) and draft.words[head].number == "p"


def _is_body(draft: Draft, at: int) -> bool:
    return bare_article(draft.words[at].stem) in draft.lexicon.groups["body-for"]


def _has_its_own(draft: Draft, at: int) -> bool:
    """Whether a participle's relation goes on with the preposition behind it: "الحزب | الموالي لإيران", "الحكومة | المدعومة من".

    So does what is done to somebody with that with which it is done: "القوات | المسنودة بغطاء جوي".
    """
    behind = draft.words[at + 1] if at + 1 < len(draft.words) else None
    if behind is None or not draft.words[at].senses:
        return False
    led = behind.prep or (behind.stem if "prep" in behind.function else "")
    entries = [e for e in draft.words[at].entries if e.kind in PARTICIPLES]
    only_done = bool(entries) and all(e.kind == "passive_participle" for e in entries)
    with_what = led == "ب" and not behind.pronoun and only_done and any(e.lexeme.senses for e in entries)
    return bool(led) and (with_what or any(led in (*sense.source, *sense.target) for e in entries for sense in e.lexeme.senses))


def _agrees(draft: Draft, first: int, last: int, word: Word) -> bool:
    """Whether some noun of the phrase may have the adjective, or two that و joins: "السلم والأمن الدوليين"."""
    words = draft.words
    if words[first].conj == "و" and word.bare.endswith("ين"):
        return True
    if cases_differ(draft, words[last], word) or _of_another(draft, first, last, word) or _crosses(draft, first, last, word):
        return False
    if _several(word) and all(takes_no_men(draft, w) for w in words[first : last + 1]):
        return False
    if _several(word) and words[first].definite and last > first and _describes(words[last]) and words[last].number == "s":
        return False  # "هاجم الحرس الثوري | المحتجين"
    return any(agree(draft, words[at], word) for at in range(first, last + 1))


def _several(word: Word) -> bool:
    """A definite adjective in the sound plural, or in a dual that is written like it."""
    return word.definite and word.bare.endswith(PLURALS) and word.number in ("d", "p")


def takes_no_men(draft: Draft, word: Word) -> bool:
    """Whether no plural of men describes a noun, for it is one, or women, or things: "قمع الأمن | الفلسطينيين", "الغارات | اليمنيين"."""
    if word.bare.endswith("ات") and word.number == "p":
        return True
    known = word.generic or word.nisba
    if known is not None:
        return known.number == "s"
    nouns = [e for e in word.entries if e.kind in ("noun", "masdar")]
    if nouns:
        return all(e.number == "s" for e in nouns)
    return any(n.actor.kind == "person" and len(n.tokens) == 1 for n in draft.lexicon.names.get(word.fold, ()))


def _of_another(draft: Draft, first: int, last: int, word: Word) -> bool:
    """Whether one noun has an adjective in the singular already, and this one is a plural or dual: "قوات تركية | مدنيين"."""
    noun, behind = draft.words[first], draft.words[first + 1 : last + 1]
    single = any(w.nisba is not None and w.nisba.number == "s" and (w.nisba.gender == "f" or noun.number != "p") for w in behind)
    return single and all(map(is_adjective, behind)) and word.bare.endswith(PLURALS) and word.number in ("d", "p")


def _crosses(draft: Draft, first: int, last: int, word: Word) -> bool:
    """Whether an adjective would be the inner noun's behind one of the outer: "قوات الأمن المصرية | الناشط"."""
    words = draft.words
    for at in range(first + 1, last + 1):
        nisba = words[at].nisba
        if nisba is not None and (nisba.gender, nisba.number) == ("f", "s") and agree(draft, words[first], words[at]):
            inner, outer = words[first + 1 : at], agree(draft, words[first], word)
            return bool(inner) and not outer and not any(w.bare.endswith("ة") or w.number == "p" for w in inner)
    return False


def _of_people(before: Word, word: Word) -> bool:
    """The plural of an adjective of origin, which names a people where it stands alone: "المسؤولون البريطانيون".

    A broken one describes people in the plural: "دبلوماسيين | روسا", "القادة | الأتراك". Who is called bad names is
    named by it: "المجرمين | الصهاينة".
    """
    if word.nisba is None or not word.nisba.people or word.conj or word.prep:
        return False
    if word.bare.endswith(PLURALS):
        return True
    somebody = before.generic is not None and before.generic.sign >= 0 and before.nisba is None and not before.pronoun
    return somebody and before.number in ("d", "p") and before.definite == word.definite


def _may_describe(before: Word, word: Word) -> bool:
    return is_adjective(word) or _of_people(before, word) or _young(before, word)


def _young(people: Word, word: Word) -> bool:
    """Whether "the young" behind people in ين describes them: "دعت الحكومة السعوديين | الشباب"; behind ون they may be who is called."""
    young = any(e.kind == "adjective" and e.number == "p" for e in word.entries) and word.generic is not None
    return young and word.definite and people.number in ("d", "p") and people.bare.endswith("ين")


def _and_adjective(draft: Draft, head: int, last: int, at: int) -> bool:
    """Whether و joins to the adjective before it another of the same noun: "القوات العسكرية والأمنية".

    Adjectives of origin are owners of their own ("السورية والروسية") and stay outside; of a dual each means one.
    """
    if draft.words[head].number == "d":
        return False
    word, before = draft.words[at], draft.words[last]
    if last == head or word.nisba is not None or before.nisba is not None or word.definite != before.definite or word.prep:
        return False
    if draft.sentence_of[at] != draft.sentence_of[head] or word.stem in draft.lexicon.names:
        return False
    return _surely_adjective(word) and _surely_adjective(before) and agree(draft, before, word)


def _surely_adjective(word: Word) -> bool:
    """True for an adjective in ـي or ـية, whatever rare noun is written like it."""
    return any(e.kind == "adjective" for e in word.entries) and word.stem.endswith(("ي", "يه"))


def heads_an_office(draft: Draft, at: int) -> bool:
    """True for a word that begins an office or title of one person: "القيادي", "المفوض السامي", "زعيم الحزب"."""
    word, lexicon = draft.words[at], draft.lexicon
    if word.prep or word.pronoun or word.kind == "func" or word.fold.endswith("ا"):
        return False
    if word.generic is not None and word.generic.kind == "person" and word.generic.number == "s":
        return True
    if any(o.person and match_tokens(draft, at, o.tokens, strip=True) >= 0 for o in lexicon.organs.get(word.stem, ())):
        return True
    return any(match_tokens(draft, at, tokens, strip=True) >= 0 for tokens, _ in lexicon.titles.get(word.stem, ()))


def closed(draft: Draft, at: int) -> bool:
    """True for a word to which the next one is not annexed: a definite one, an adjective of origin, a name's last."""
    word = draft.words[at]
    index = draft.at[at]
    name = index >= 0 and draft.phrases[index].last == at and draft.phrases[index].kind in ("name", "place", "nisba", "organ")
    return word.definite or word.bare == "،" or name


def tells_how_many(word: Word) -> bool:
    """True for a figure, a numeral, "some", "all"."""
    return word.kind == "number" or not _MANY.isdisjoint(word.function)


_MANY: Final = frozenset(("numeral", "quantifier"))
