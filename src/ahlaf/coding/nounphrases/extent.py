"""How far a noun phrase reaches from its head: adjectives that agree, a genitive, a name in quotation marks.

The grammar is shallow on purpose. After a definite head come definite adjectives; after a head without
article comes either an adjective or, once, the noun that it is annexed to; a preposition, a verb, a
conjunction or a mark of punctuation ends the phrase.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.namewords import longest_name, match_tokens
from ahlaf.coding.names.quotednames import quoted_name
from ahlaf.coding.nounphrases.adjectives import (
    agrees,
    and_adjective,
    describes,
    due,
    may_describe,
    of_the_deed,
    of_the_man,
    several,
    takes_no_men,
)
from ahlaf.coding.nounphrases.phrases import (
    compound,
    has_its_own,
    heads_an_office,
    is_adjective,
    is_friend_or_foe,
    is_rank,
    names_a_people,
    names_a_state,
    tells_how_many,
)
from ahlaf.coding.words.agreement import PLURALS, accusative, keeps_nun, without_pronoun
from ahlaf.coding.words.draft import Draft
from ahlaf.coding.words.kinds import LEAGUES
from ahlaf.coding.words.word import ADJECTIVE_KINDS, PARTICIPLES, Word
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold

_OR: Final = "او"
LONGEST: Final = 7
"""A phrase of more tokens than this is a run-on, not a name."""


def described(draft: Draft, last: int) -> int:
    """The last of the definite words behind ``last`` that are surely adjectives of it: "رئيس المجلس القروي", "زعيم الحزب الحاكم"."""
    words, last = draft.words, compound(draft, last)[0]
    while last + 1 < len(words) and words[last].definite:
        word = words[last + 1]
        if not (word.definite and not word.conj and not word.prep and word.gender == words[last].gender and describes(word)):
            break
        if has_its_own(draft, last + 1) or (several(word) and takes_no_men(draft, words[last])):
            break  # "قوات الشرعية | المسنودة بغطاء جوي", "طرد نظام القذافي الفلسطينيين"
        last += 1
    return last


def extend(draft: Draft, head: int, last: int, *, annexed: bool = True, named: bool = False) -> int:
    """The last token of the phrase whose head (one token or several) ends at ``last``.

    A noun takes what is annexed to it unless ``annexed`` is false; what is ``named`` already is definite without an article.
    """
    words = draft.words
    definite = named or words[last].definite or bool(words[last].pronoun) or (words[head].definite and words[last].kind != "func")
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
            last, may_annex, definite = closed, False, True  # it has a name now: "جماعة «الفجر» المتطرفة"
        elif (joined := _one_more(draft, head, last, at, limit, definite=definite)) >= 0:
            last = joined
        elif not definite and _another_body(draft, head, at):
            last, may_annex = at, False
        elif _ends(draft, head, last, at):
            break
        elif _limits(draft, at) or _limits(draft, at + 1):
            last, may_annex = at, False
        elif definite and word.definite and (_names_another(draft, head, last, at) or _given(draft, head, last, at)):
            break
        elif definite == word.definite and _may_describe(draft, last, at) and (definite or not word.finite):
            if not _goes_with(draft, head, last, at, definite=definite):
                break
            last = at
            may_annex = may_annex and not describes(word) and not keeps_nun(word) and not _before_somebody(draft, at)
        else:
            owner = _annexed_to(draft, head, at) if may_annex else -1
            if owner < 0:
                break
            last = owner
            definite = owner > at or word.definite or bool(word.pronoun)
            goes_on = word.generic is not None or (draft.lexicon.groups["field"].get(word.stem) == "annexed" and _is_body(draft, head))
            may_annex = not definite and at - head < 3 and goes_on  # "لجنة حقوق | الإنسان"
        at = last + 1
    return last


def _one_more(draft: Draft, head: int, last: int, at: int, limit: int, *, definite: bool) -> int:
    """The token of one more adjective behind "and" or "or": "القوى السياسية | والدينية", "معارضة سياسية | أو إعلامية"; else -1."""
    word = draft.words[at]
    if word.conj == "و" and and_adjective(draft, head, last, at):
        return at
    either = word.fold == _OR and not definite and at + 1 < limit
    return at + 1 if either and and_adjective(draft, head, last, at + 1) else -1


def _another_body(draft: Draft, head: int, at: int) -> bool:
    """Whether a word says that a body without article is another than the one told of before: "تحالفا | آخر", "حزب | ثان"."""
    word, noun = draft.words[at], draft.words[head]
    known = noun.generic is not None and fold(noun.generic.lemma) in draft.lexicon.groups["group-head"]
    body = known and noun.generic is not None and noun.generic.kind in LEAGUES and noun.number == "s"
    if not body or word.conj or word.prep or word.definite or draft.sentence_of[at] != draft.sentence_of[head]:
        return False
    return bare_article(word.fold) in draft.lexicon.groups["the-other"] or word.fold in draft.lexicon.groups["one-more"]


def _ends(draft: Draft, head: int, last: int, at: int) -> bool:
    """Whether a word surely is none of the phrase: "قضاء تلعفر | غربي الموصل", "مقاتلات تركية | طائرة يونانية".

    A deed that somebody tells of is no adjective of his: "أكد مصدر أمني | مقتل جنديين".
    """
    word = draft.words[at]
    if word.conj or word.prep or word.kind in ("func", "number") or (at in draft.fixed and not _of_a_partner(draft, head, at)):
        return True
    if draft.sentence_of[at] != draft.sentence_of[head]:
        return True
    if word.definite or word.pronoun:
        return False
    another = word.stem in draft.lexicon.groups["arms"] or word.stem in draft.lexicon.groups["deed-noun"]
    return _a_side(draft, at) or (last > head and another)


def _goes_with(draft: Draft, head: int, last: int, at: int, *, definite: bool) -> bool:
    """Whether a word that may be an adjective describes the phrase before it, and is neither somebody nor what is told next."""
    word = draft.words[at]
    if not agrees(draft, head, last, word) or due(draft, at) or has_its_own(draft, at) or _done_to(draft, head, last, word):
        return False
    if last == head:
        return not (_belongs_to(draft, head) or of_the_man(draft, head, word))
    return not (of_the_deed(draft, head, word) or (not definite and _an_office(draft, at)))


def _annexed_to(draft: Draft, head: int, at: int) -> int:
    """The last token of the noun or name at a token to which a head is annexed: "قائد | الجيش", "مقاتلو | جبهة النصرة"; else -1."""
    word = draft.words[at]
    if word.definite and _counted(draft, head):
        return -1  # "اتهم ثلاثة نواب | الوزير"
    if _of_a_body(draft, draft.words[head]) and (owner := _owner(draft, at)) > at:
        return owner
    return at if not _ties_to(draft, head, at) and _may_own(draft, head, word) else -1


def _of_a_partner(draft: Draft, head: int, at: int) -> bool:
    """Whether a word of an expression says what kind of friend or foe that begins with is: "خصمه | اللدود", "حليفها | الاستراتيجي"."""
    return at == head + 1 and head in draft.fixed and is_friend_or_foe(draft, draft.words[head]) and is_adjective(draft.words[at])


def _may_describe(draft: Draft, last: int, at: int) -> bool:
    """Whether a word may be an adjective of what stands before it.

    A state that is written like one of its men in the accusative owns that, "حلفاء | روسيا", or is somebody else behind an adjective
    that is in no accusative, "اتهم مسؤول أمريكي | سوريا"; but "صحفيا روسيا".
    """
    word, before = draft.words[at], draft.words[last]
    dressed = word.nisba is not None and word.nisba.number == "s" and word.bare.endswith("ا") and not word.definite
    apart = before.number != "s" or (describes(before) and not before.bare.endswith("ا"))
    owns = dressed and apart and any(n.actor.kind == "state" for n in draft.lexicon.names.get(word.fold, ()))
    return may_describe(before, word) and not owns


def _before_somebody(draft: Draft, at: int) -> bool:
    """Whether a participle describes who stands before it, and somebody else stands behind: "خطف مسلح مجهول | الوزير", "مجهول الهوية"."""
    word, behind = draft.words[at], draft.word_behind(at)
    if behind is None or not behind.definite or behind.conj or behind.prep or behind.generic is None:
        return False
    if word.generic is not None:  # "معارض", "مسلح"; what a person is has others behind it: "نائب قائد الجيش"
        return word.generic.number == "s" and word.generic.kind != "person"
    return {e.kind for e in word.entries} <= ADJECTIVE_KINDS


def _an_office(draft: Draft, at: int) -> bool:
    """Whether an office that is another's begins at a word that might be an adjective as well: "اغتال متطرف يهودي | رئيس الوزراء"."""
    return at + 1 < len(draft.words) and draft.words[at + 1].definite and heads_an_office(draft, at)


def _counted(draft: Draft, head: int) -> bool:
    """Whether a numeral stands before a noun, which so is nobody's whom an article tells: there it would be "ثلاثة من نواب"."""
    before = draft.word_before(head)
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


def _names_another(draft: Draft, head: int, last: int, at: int) -> bool:
    """Whether a definite word behind a definite noun that might be its adjective is rather somebody or some place.

    An office ("أزاح الجيش | الرئيس"), a town written like a participle ("حرر الجيش | الموصل"), a singular behind a plural
    that shows its case ("اقتحم المستوطنون | الأقصى"). "أنصار الحزب | الحاكم" are those of the party.
    """
    word, before = draft.words[at], draft.words[last]
    if last > head and compound(draft, last)[0] == at:
        return False
    if word.generic is not None and word.generic.kind == "person" and word.generic.number == "s" and not word.stem.endswith(("ي", "يه")):
        return heads_an_office(draft, at)
    if names_a_state(draft, at) and (last > head or not before.stem.endswith("ه")):
        return True  # "زار البرهان | القاهرة", "غادر وزير الخارجية | القاهرة", but "القوة القاهرة"
    if names_a_people(draft, word) and before.nisba is not None and before.nisba.people and not before.bare.endswith("ين"):
        return True  # "حارب الأتراك | الأكراد"; but "الوزراء العرب"
    town = any(len(place.tokens) == 1 for place in draft.lexicon.places.get(word.fold, ()))
    if town and word.entries and all(e.kind in PARTICIPLES for e in word.entries):
        return True
    single = bool(word.entries) and all(e.number == "s" for e in word.entries)
    return single and before.number == "p" and before.bare.endswith(PLURALS) and bool(before.entries) and word.nisba is None


def _given(draft: Draft, head: int, last: int, at: int) -> bool:
    """Whether a deed behind the subject of a verb that carries deeds is what is given, though written as an adjective of it.

    "قدمت المنظمة | المساعدة إلى اللاجئين"; "قدمت القوات المساعدة | المشورة".
    """
    words, word = draft.words, draft.words[at]
    verb = draft.word_before(head)
    if verb is None or last != head or not (verb.finite and verb.lights and word.masdar and word.senses):
        return False
    if verb.definite or words[head].prep:
        return False
    behind = at + 1
    while behind < len(words) and words[behind].definite and not words[behind].conj and is_adjective(words[behind]):
        behind += 1
    return behind >= len(words) or bool(words[behind].prep) or words[behind].kind in ("func", "punct") or bool(words[behind].conj)


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
    senses = [s for e in head.entries for s in e.lexeme.senses]
    suffers = said and any(s.kind == "state" and "gen" in s.source for s in senses)  # "كينيا ضحية | كندا"
    return suffers or any(s.kind == "agent" and s.relation in _PARTNERS and "gen" in s.target for s in senses)


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
    if not word.nominal or (word.verb and not word.definite) or accusative(draft, word):
        return False
    if word.pronoun and (word.sayings or _a_relative(draft, draft.words[head], word)):
        return False  # "عن مسؤول | قوله إن", "قتل شاب | والده"
    if word.pronoun and head and tells_how_many(draft.words[head - 1]):
        return False  # "لقي خمسة أشخاص | حتفهم", "قتل 24 شخصا | أغلبيتهم"
    return not (head and draft.words[head - 1].lights and word.senses and not word.definite)


def _a_relative(draft: Draft, head: Word, word: Word) -> bool:
    """Whether a noun with its pronoun is the kin of somebody told right before it; "صديق والده" is his father's."""
    return head.generic is not None and not head.senses and without_pronoun(draft, word) in draft.lexicon.groups["kin"]


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
    return words[at - 1].adjective and draft.sentence_of[at] == draft.sentence_of[at - 1]


def _done_to(draft: Draft, head: int, last: int, word: Word) -> bool:
    """Whether people in ين behind a subject and what it is annexed to are its verb's object: "هاجم سكان القرية | المستوطنين"."""
    before = draft.word_before(head)
    if before is None or not before.verb or before.definite or draft.words[head].prep or draft.words[head].conj:
        return False
    people = word.generic is not None and word.nisba is None and word.bare.endswith("ين") and word.number in ("d", "p")
    return people and last > head and not is_adjective(draft.words[last]) and draft.words[head].number == "p"


def _is_body(draft: Draft, at: int) -> bool:
    return bare_article(draft.words[at].stem) in draft.lexicon.groups["body-for"]
