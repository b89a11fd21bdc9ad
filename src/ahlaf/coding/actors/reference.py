"""Who is meant: actors of phrases, coordination and lists, and what pronouns and general words point back to.

Nothing here is sure; each answer is the nearest that agrees. The order matters: actors first, then
coordination, then lists of examples, then definite general words, then pronouns.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors import coordination, homelands, homonyms, identity, knownas, officeholders, saidtobe, shortnames, twosides, unnamed
from ahlaf.coding.actors.homes import origin
from ahlaf.coding.clauses.antecedents import LIKELY, agrees, antecedents, are_persons
from ahlaf.coding.finding import another, apposition, titled
from ahlaf.coding.names import lastnames
from ahlaf.coding.names.namewords import longest_name, match_tokens
from ahlaf.coding.nounphrases import ordinals, places, shared_heads, whoever, whosepeople
from ahlaf.coding.nounphrases.offices import is_office
from ahlaf.coding.words.agreement import agree
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME, SOMEBODY_OR_NOUN, THINGS
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold


def resolve(draft: Draft) -> None:
    """Give every phrase an actor, and its links to other phrases."""
    homonyms.settle(draft)
    shortnames.settle(draft)
    identity.settle(draft)
    lastnames.settle(draft)
    shared_heads.divide(draft)
    another.settle(draft)
    apposition.join(draft)
    officeholders.settle(draft)
    ordinals.settle(draft)
    coordination.join(draft)
    places.settle(draft)
    _point_back(draft)
    homelands.settle(draft)
    whoever.settle(draft)
    knownas.settle(draft)


def _point_back(draft: Draft) -> None:
    _to_what_was_named(draft)
    for phrase in draft.phrases:  # who was named behind a pronoun is known by now
        if phrase.pointing and phrase.antecedent > 0 and draft.phrases[phrase.antecedent].first > phrase.first:
            phrase.actor = draft.phrases[phrase.antecedent].actor


def _to_what_was_named(draft: Draft) -> None:
    for index, phrase in enumerate(draft.phrases):
        if phrase.pointing and (whose := _speaks_for(draft, index)) is not None:
            phrase.actor = whose
            named = (back for back in draft.before(index) if draft.phrases[back].kind == "name" and draft.phrases[back].actor is whose)
            phrase.antecedent = next(named, -1)
            continue
        if phrase.pointing:
            _settle_pronoun(draft, index)
        elif index in draft.of_several:
            if (one := ordinals.named(draft, index)) >= 0:
                _lead(draft, index, one)
        elif phrase.kind in ("nominal", "organ") and (told := saidtobe.whom(draft, index)) >= 0:
            _lead(draft, index, told if draft.phrases[told].antecedent < 0 else draft.phrases[told].antecedent)
        elif not _many(draft, index):
            _settle_noun(draft, index)


def _lead(draft: Draft, index: int, back: int) -> None:
    """Have a phrase mean whoever an earlier one means."""
    draft.phrases[index].antecedent, draft.phrases[index].actor = back, draft.phrases[back].actor


def _settle_pronoun(draft: Draft, index: int) -> None:
    """Whom a pronoun may mean, and whom it does."""
    phrase = draft.phrases[index]
    about = ordinals.goes_on_about(draft, phrase.first, phrase.gender) if phrase.number == "s" else -1
    phrase.antecedents = (about,) if about >= 0 else antecedents(draft, index, phrase.gender, phrase.number)
    if about < 0 and (again := _told_again(draft, index)) >= 0:
        phrase.antecedents = (again, *(one for one in phrase.antecedents if one != again))[:LIKELY]
    if phrase.antecedents:
        _lead(draft, index, phrase.antecedents[0])


def _many(draft: Draft, index: int) -> bool:
    """Whether a general word in the dual or plural points to several who were named: "الدولتان", "هذه الفصائل"."""
    phrase = draft.phrases[index]
    if phrase.kind in ("nominal", "thing") and phrase.number in ("d", "p"):
        phrase.points = twosides.pair(draft, index) if phrase.number == "d" else _kind_of(draft, index)
        return bool(phrase.points)
    return False


def _settle_noun(draft: Draft, index: int) -> None:
    """Whom a general word means, where somebody was named before: "الحزب", "الرئيس", "الحركة"."""
    phrase = draft.phrases[index]
    if (at := unnamed.body_of_ranks(draft, phrase)) >= 0:
        if (back := _same_head(draft, index, at)) >= 0:
            phrase.actor = draft.phrases[back].actor  # "مسلحو الحركة" are whoever "the movement" is
        return
    if not phrase.definite or phrase.kind not in _GENERAL:
        return
    somebody = phrase.kind in ("nominal", "organ")
    if somebody and (back := titled.named_before(draft, index)) >= 0:
        _lead(draft, index, back)
    elif phrase.actor is not None and _points(draft, phrase):
        _lead_alone(draft, index)
    elif somebody and (back := titled.speaks_on(draft, index)) >= 0:
        _lead(draft, index, back)


_GENERAL: Final = THINGS | {"nominal", "organ"}


def _lead_alone(draft: Draft, index: int) -> None:
    """Lead a general word alone with its article to whoever was called so, to whoever was named last or to who spoke last."""
    phrase = draft.phrases[index]
    back = _same_head(draft, index, phrase.head) if phrase.kind in ("nominal", "organ") else -1
    if back < 0 and (back := max(_just_named(draft, index), _called_so(draft, index), _latter(draft, index))) >= 0:
        phrase.kind = "nominal"
    if back < 0:
        back = titled.spoke_last(draft, index)
    if back >= 0 and (whose := _of_people(draft, back, draft.words[phrase.head].stem)) is not None:
        phrase.actor = whose
    elif back >= 0:
        _lead(draft, index, back)
    elif phrase.kind == "nominal" and (group := _of_an_office(draft, index)) is not None:
        phrase.actor = group


def _speaks_for(draft: Draft, index: int) -> Actor | None:
    """The state in whose name a man speaks of "her" right behind his office: "قال وزير خارجية كندا | إنها تدعم كينيا"; else None."""
    pronoun, words = draft.phrases[index], draft.words
    office = draft.phrases[index - 1] if index else pronoun
    beside = pronoun.gender == "f" and pronoun.number == "s" and words[pronoun.first].stem == "ان" and office.named_to + 1 == pronoun.first
    if not beside or office.kind != "organ" or office.gender != "m" or office.first == office.last or not words[office.first - 1].reports:
        return None
    state = origin(draft, office) if words[office.last].nisba is None or _IN_NAME_OF in draft.folded(office.first, office.last) else None
    return state if state is not None and state.kind == "state" else None


_IN_NAME_OF: Final = "باسم"


def _told_again(draft: Draft, index: int) -> int:
    """Whom a pronoun meant that began a clause as this one does: "فهي التي سلحت كينيا، | وهي التي هاجمت أوغندا"; else -1."""
    one = draft.phrases[index]
    if draft.words[one.first].conj != "و" or not _is_who(draft, one):
        return -1
    for back in draft.before(index):
        other = draft.phrases[back]
        if one.sentence - other.sentence > 1:
            break
        alike = other.pointing and (other.gender, other.number) == (one.gender, one.number)
        if alike and other.antecedent >= 0 and _is_who(draft, other):
            return other.antecedent
    return -1


def _is_who(draft: Draft, pronoun: Phrase) -> bool:
    """Whether a pronoun stands alone before a relative one, another word between at most: "هي | التي", "هو كذلك | الذي".

    Of "هو | من" :mod:`~ahlaf.coding.nounphrases.whoever` knows.
    """
    words = draft.words
    if "pronoun" not in words[pronoun.first].function:
        return False
    return any("relative" in word.function and word.stem not in ("من", "ما") for word in words[pronoun.first + 1 : pronoun.first + 3])


_FOUNDED: Final = frozenset(("alliance", "organisation", "party"))


def _points(draft: Draft, phrase: Phrase) -> bool:
    """A word alone with its article, or with no more beside it than "the said", "the same"."""
    said = draft.lexicon.groups["said-before"]
    return all(bare_article(draft.words[at].fold) in said for at in range(phrase.first + 1, phrase.last + 1))


def _just_named(draft: Draft, index: int) -> int:
    """"هذا الكيان", "هذا المؤتمر": the body named last in this sentence or the one before; else -1."""
    phrase = draft.phrases[index]
    before = draft.word_before(phrase.first)
    if before is None or "demonstrative" not in before.function or draft.words[phrase.head].stem not in draft.lexicon.groups["body"]:
        return -1
    for back in range(index - 1, max(-1, index - 12), -1):
        other = draft.phrases[back]
        if phrase.sentence - other.sentence > 1:
            break
        if other.kind == "name" and other.actor is not None and other.actor.kind in _FOUNDED:
            return back
    return -1


def _called_so(draft: Draft, index: int) -> int:
    """"المخلوع" alone: the person last named with that word, "المخلوع صالح", "الرئيس المخلوع علي عبد الله صالح"; else -1."""
    phrase = draft.phrases[index]
    word = draft.words[phrase.first].stem
    if phrase.last > phrase.first or bare_article(word) not in draft.lexicon.groups["former"]:
        return -1
    for back in draft.before(index):
        other = draft.phrases[back]
        somebody = other.actor is not None and other.actor.kind == "person" and other.last > other.first
        if somebody and any(draft.words[at].stem == word for at in range(other.first, other.last)):
            return back
    return -1


def _latter(draft: Draft, index: int) -> int:
    """"الأخير", "الأخيرة" alone: whoever was named last, in its sentence or the one before, and agrees; else -1."""
    phrase = draft.phrases[index]
    stem = bare_article(draft.words[phrase.first].stem)
    before = draft.word_before(phrase.first)
    free = before is None or before.kind in ("func", "punct") or before.verb
    alone = bool(draft.words[phrase.first].conj) or (free and (before is None or draft.at[phrase.first - 1] < 0))
    if phrase.last > phrase.first or stem not in draft.lexicon.groups["latter"] or not alone:
        return -1  # "هجوم القاعدة الأخير"
    where = -1
    for back in range(index - 1, -1, -1):
        other = draft.phrases[back]
        if phrase.sentence - other.sentence > 1:
            break
        if other.kind in SOMEBODY_OR_NOUN and other.actor is not None and agrees(other, "f" if stem.endswith("ه") else "m", "s", draft):
            if not places.is_where(draft, other):
                return back
            where = max(where, back)  # "هاجمت الحركة القوات الأوغندية في | الصومال. وردت الأخيرة"
    return where


def _kind_of(draft: Draft, index: int) -> tuple[int, ...]:
    """"هذه التحالفات": every actor named before whose own name has the same head noun, where there are several.

    "هذه الدول": those of three or more states that were named together last.
    """
    phrase = draft.phrases[index]
    before = draft.word_before(phrase.first)
    generic = draft.words[phrase.head].generic
    if generic is None or before is None or "demonstrative" not in before.function or phrase.last > phrase.first:
        return ()
    head = fold(generic.lemma)
    found: dict[str, int] = {}
    for back in reversed(draft.before(index)):
        other = draft.phrases[back]
        if other.kind == "name" and other.actor is not None and head in map(bare_article, fold(other.actor.name).split()):
            found.setdefault(other.actor.id, back)
    if len(found) > 1:
        return tuple(found.values())
    kinds = draft.lexicon.groups["pair"].get(head, "")
    everybody = twosides.together(draft, index, kinds) if kinds else ()
    return everybody if len(everybody) > 2 else ()


def _same_head(draft: Draft, index: int, at: int) -> int:
    """For "the movement", "the president", the word at ``at``: the last fuller phrase with the same head, or of a fitting kind."""
    phrase = draft.phrases[index]
    head = draft.words[at].stem
    heads, group = draft.lexicon.groups["group-head"], draft.lexicon.groups["open-group"].get(head)
    kinds = heads.get(head, "").split()
    if draft.words[at].number == "p" and head not in heads:
        return _same_people(draft, index)
    fitting = -1
    generic = draft.words[at].generic
    man = generic is not None and generic.kind == "social-group" and phrase.number == "s" and phrase.gender == "m"
    one = man or (generic is not None and generic.kind == "person")  # "كتائب الشهيد عز الدين" are no martyr
    for back in draft.before(index):
        other = draft.phrases[back]
        if other.pointing or other.kind in ("nisba", "thing", "act") or other.actor is None or other.group == phrase.group:
            continue
        heads_it = other.last > other.first and draft.words[other.first].stem == head
        if heads_it and other.actor.known_by_text and head in draft.lexicon.groups["not-the-state"].values():
            continue  # "الدولة القومية" is any such state, "الدولة" the one that is spoken of
        if heads_it and head == _ARMY and other.actor.kind == "armed-group":
            continue  # "جيش الإسلام" is called by its name, and "the army" is the state's
        if heads_it or (other.last > other.first and not one and _is_within(draft, other, head)):
            return other.antecedent if other.antecedent >= 0 else back
        if head == _MAN and fitting < 0 and _is_the_man(other, phrase):
            fitting = back
        if fitting >= 0 or other.actor.kind not in kinds or other.kind != "name":
            continue
        if group == "any" or (group is not None and head in fold(other.actor.name)):
            fitting = back
    return fitting


def _is_the_man(other: Phrase, phrase: Phrase) -> bool:
    """Whether "the man" may mean somebody named shortly before: "زار بري باريس. ولن يقبل | الرجل"."""
    somebody = other.kind in BY_NAME and other.actor is not None and other.actor.kind == "person"
    return somebody and other.gender != "f" and phrase.sentence - other.sentence <= _SHORTLY


_SHORTLY: Final = 3
_MAN: Final = "رجل"
_ARMY: Final = "جيش"


def _is_within(draft: Draft, phrase: Phrase, head: str) -> bool:
    """Whether a noun stands within what names a body: "رئيس حزب العمل" is no party, nor are "مصادر الحزب"."""
    ranks = unnamed.body_of_ranks(draft, phrase) >= 0  # "مسلحو الحركة" named no movement
    said = not ranks and any(draft.words[at].stem == head for at in range(phrase.first + 1, phrase.last + 1))
    generic = draft.words[phrase.first].generic
    somebody = generic is not None and phrase.number == "s" and generic.kind in ("person", "social-group")  # "رجل | شرطة"
    somebody = somebody or draft.words[phrase.first].stem in draft.lexicon.groups["nameless"]
    of_no_more = draft.words[phrase.last].stem == head and whosepeople.for_or_against(draft, phrase)  # "أنصار النظام" are not he
    return said and phrase.kind != "person" and not (somebody or is_office(draft, phrase) or of_no_more)


def _of_an_office(draft: Draft, index: int) -> Actor | None:
    """The group or body that is named only within somebody's office.

    "قائد حركة حماس السنوار … | الحركة", "رئيس مجلس النواب العراقي … | المجلس".
    """
    head = draft.words[draft.phrases[index].head].stem
    body = head in draft.lexicon.groups["body"]
    if head not in draft.lexicon.groups["group-head"] and not body:
        return None
    for other in (draft.phrases[back] for back in draft.before(index)):
        if other.kind != "person" and not is_office(draft, other):
            continue
        for at in range(other.last - 1, other.first, -1):
            if draft.words[at].stem != head or (draft.words[at].definite and not body):
                continue
            names = [name for cut in draft.words[at].cuts for name in draft.lexicon.names.get(cut.stem, ())]
            own = longest_name(draft, at, names) or longest_name(draft, at + 1, draft.lexicon.names.get(draft.words[at + 1].fold, []))
            namesakes = [n for n in names if own is not None and n.tokens == own[0].tokens and n.actor.country == _country(other)]
            if namesakes:
                return namesakes[0].actor
            return own[0].actor if own is not None and own[0].strong else _organ_within(draft, other, at) if body else None
    return None


def _organ_within(draft: Draft, office: Phrase, at: int) -> Actor | None:
    """The state's organ whose words begin at a token of an office: "رئيس | مجلس النواب العراقي"."""
    state = origin(draft, office) or draft.lexicon.actors.get(_country(office))
    if state is None or state.kind != "state":
        return None
    for organ in draft.lexicon.organs.get(bare_article(draft.words[at].stem), ()):
        last = match_tokens(draft, at, organ.tokens, strip=True)
        if at < last <= office.last and not organ.person:
            return shared_heads.actor_of(draft, state, organ, draft.text(at, last))
    return None


def _of_people(draft: Draft, index: int, head: str) -> Actor | None:
    """Whose the people are who were told of: "خبراء القوة الدولية … | القوة", "عملاء النظام السوري … | النظام".

    Nobody where nothing more is said of it than of them, who then stand for it: "سكان القرية … | القرية".
    So is whose organ was told of, where the rule book knows him: "رئاسة مجلس الأمن … | المجلس".
    """
    people = draft.phrases[index]
    several = people.kind == "nominal" and whosepeople.several(draft, people)
    leads = people.kind == "organ" and draft.words[people.first].stem in draft.lexicon.groups["presides"]
    if not (several or leads) or draft.words[people.first].stem == head:
        return None
    at = next((k for k in range(people.first + 1, people.last + 1) if draft.words[k].stem == head), people.last)
    named = longest_name(draft, at, draft.lexicon.names.get(draft.words[at].fold, []))
    if named is not None and named[0].strong and named[1] <= people.last:
        return named[0].actor
    if not several:
        return None
    last = at
    while last < people.last and agree(draft, draft.words[at], draft.words[last + 1]):
        last += 1
    if last == at or people.actor is None:
        return None
    if (organ := _organ_within(draft, people, at)) is not None:
        return organ
    words = (bare_article(draft.words[k].fold) for k in range(at, last + 1) if draft.words[k].kind != "punct")
    return Actor(f"text:{' '.join(words)}", draft.text(at, last), "", "organisation", people.actor.country)


def _country(phrase: Phrase) -> str:
    return phrase.actor.country if phrase.actor is not None else ""


def _same_people(draft: Draft, index: int) -> int:
    """Several of whom a fuller phrase said who they are: "المتمردون الحوثيون … وقتل | المتمردون"; else -1."""
    phrase = draft.phrases[index]
    generic = draft.words[phrase.head].generic
    if phrase.kind == "organ" and phrase.last == phrase.first and (same := _same_organ(draft, index)) >= 0:
        return same
    if generic is None or phrase.last > phrase.first or not are_persons(draft, phrase):
        return -1
    for back in draft.before(index):
        other = draft.phrases[back]
        own = draft.words[other.head].generic
        if other.pointing or own is None or own.lemma != generic.lemma or own.number != "p" or other.actor is None:
            continue
        return back if other.last > other.first and not other.actor.known_by_text else -1
    return -1


def _same_organ(draft: Draft, index: int) -> int:
    """"مصادر أمنية … وأضافت | المصادر", "قوات سوريا الديمقراطية … هذه | القوات": the last such of which more was said; else -1."""
    phrase = draft.phrases[index]
    for back in draft.before(index):
        other = draft.phrases[back]
        like = other.kind in ("organ", "nominal", "name") and draft.words[other.first].stem == draft.words[phrase.head].stem
        if like and other.last > other.first and other.actor is not None:
            return other.antecedent if other.antecedent >= 0 else back
    return -1
