"""Whom a general word means that somebody was called by before: "the movement", "the president", "this body", "the latter".

It means the last of whom more was said with the same noun, else whoever is of a fitting kind, "الحزب"; or it is whose people or
whose office were told of, "قائد حركة حماس … | الحركة".
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.actors import twosides, unnamed
from ahlaf.coding.actors.homes import origin
from ahlaf.coding.clauses.antecedents import agrees, are_persons
from ahlaf.coding.finding import titled
from ahlaf.coding.names.namewords import longest_name, match_tokens
from ahlaf.coding.nounphrases import places, shared_heads, whosepeople
from ahlaf.coding.nounphrases.offices import is_office
from ahlaf.coding.words.agreement import agree
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BY_NAME, SOMEBODY_OR_NOUN, THINGS
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor
from ahlaf.text.views import fold


def lead(draft: Draft, index: int, back: int) -> None:
    """Have a phrase mean whoever an earlier one means."""
    draft.phrases[index].antecedent, draft.phrases[index].actor = back, draft.phrases[back].actor


def points_to_several(draft: Draft, index: int) -> bool:
    """Whether a general word in the dual or plural means several who were named, whom it then points to: "الدولتان", "هذه الفصائل"."""
    phrase = draft.phrases[index]
    if phrase.kind not in ("nominal", "thing") or phrase.number not in ("d", "p"):
        return False
    phrase.points = twosides.pair(draft, index) if phrase.number == "d" else _kind_of(draft, index)
    return bool(phrase.points)


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


def settle(draft: Draft, index: int) -> None:
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
        lead(draft, index, back)
    elif phrase.actor is not None and _points(draft, phrase):
        _lead_alone(draft, index)
    elif somebody and (back := titled.speaks_on(draft, index)) >= 0:
        lead(draft, index, back)


_GENERAL: Final = THINGS | {"nominal", "organ"}


def _points(draft: Draft, phrase: Phrase) -> bool:
    """A word alone with its article, or with no more beside it than "the said", "the same"."""
    said = draft.lexicon.groups["said-before"]
    return all(bare_article(draft.words[at].fold) in said for at in range(phrase.first + 1, phrase.last + 1))


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
        lead(draft, index, back)
    elif phrase.kind == "nominal" and (group := _of_an_office(draft, index)) is not None:
        phrase.actor = group


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


_FOUNDED: Final = frozenset(("alliance", "organisation", "party"))


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


def _same_head(draft: Draft, index: int, at: int) -> int:
    """For "the movement", "the president", the word at ``at``: the last fuller phrase with the same head, or of a fitting kind."""
    phrase, head = draft.phrases[index], draft.words[at].stem
    if draft.words[at].number == "p" and head not in draft.lexicon.groups["group-head"]:
        return _same_people(draft, index)
    fitting = -1
    for back in draft.before(index):
        other = draft.phrases[back]
        if other.pointing or other.kind in ("nisba", "thing", "act") or other.actor is None or other.group == phrase.group:
            continue
        headed = other.last > other.first and draft.words[other.first].stem == head
        if headed and _goes_by_its_name(draft, other.actor, head):
            continue
        if headed or (other.last > other.first and not _is_one_man(draft, phrase, at) and _is_within(draft, other, head)):
            return other.antecedent if other.antecedent >= 0 else back
        if fitting < 0 and ((head == _MAN and _is_the_man(other, phrase)) or _is_of_the_kind(draft, other, head)):
            fitting = back
    return fitting


def _goes_by_its_name(draft: Draft, actor: Actor, head: str) -> bool:
    """Whether somebody whose name begins with a word isn't meant by the word alone, which means the state or what is its.

    "الدولة القومية" is any such state, "الدولة" the one that is spoken of; "جيش الإسلام" is called so, and "الجيش" is the state's.
    """
    any_such = actor.known_by_text and head in draft.lexicon.groups["not-the-state"].values()
    return any_such or (head == _ARMY and actor.kind == "armed-group")


def _is_one_man(draft: Draft, phrase: Phrase, at: int) -> bool:
    """Whether a word means one man, who is no part of a body's name: "كتائب الشهيد عز الدين" are no martyr."""
    generic = draft.words[at].generic
    if generic is None:
        return False
    return generic.kind == "person" or (generic.kind == "social-group" and phrase.number == "s" and phrase.gender == "m")


def _is_of_the_kind(draft: Draft, other: Phrase, head: str) -> bool:
    """Whether a noun may mean whoever is named: "الحركة" any movement, "الحزب" one with that word in its name."""
    if other.kind != "name" or other.actor is None or other.actor.kind not in draft.lexicon.groups["group-head"].get(head, "").split():
        return False
    group = draft.lexicon.groups["open-group"].get(head)
    return group == "any" or (group is not None and head in fold(other.actor.name))


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
