"""Finds the phrases that may be ends of claims: names, organs, persons, general nouns, origins, pronouns.

Names of the lexicon go first and the longest wins; weak names (a family name, a short form) count only
where the document speaks of their actor elsewhere, or where no other actor bears them and the word is
nothing else. Then come heads that build an actor with what follows: an organ with its state, a title
with a person; what has no name of its own is found by :mod:`.nominals`.
"""

from __future__ import annotations

from ahlaf.coding.finding import (
    another,
    givennames,
    heads,
    kindnames,
    knownnames,
    newnames,
    nominals,
    relatives,
    sharedtitles,
    titled,
    weaknames,
)
from ahlaf.coding.names import lastnames
from ahlaf.coding.names.namewords import longest_name, match_tokens
from ahlaf.coding.names.personnames import gender_of_person, ordinal_behind, person_name
from ahlaf.coding.names.quotednames import in_marks, names_somebody
from ahlaf.coding.nounphrases import bodies, noorgans, places, twoadjectives, twonames, whoever
from ahlaf.coding.nounphrases.extent import described, extend
from ahlaf.coding.nounphrases.ofclauses import rules_that
from ahlaf.coding.nounphrases.offices import never_held, of_another_state
from ahlaf.coding.nounphrases.phrases import compound, is_adjective, is_friend_or_foe, tells_how_many
from ahlaf.coding.nounphrases.verbhood import does_to_somebody
from ahlaf.coding.times import datelines
from ahlaf.coding.words import governed, pronouns
from ahlaf.coding.words.agreement import keeps_nun
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.governed import aside
from ahlaf.coding.words.kinds import STRIKES
from ahlaf.coding.words.word import TENSED, Word
from ahlaf.lexicon.entries import Organ
from ahlaf.lexicon.names import bare_article
from ahlaf.text.split import TELLING


def find(draft: Draft) -> None:
    """Fill ``draft.phrases`` and ``draft.at``, in the order of the text."""
    weak: list[weaknames.Weak] = []
    outlets = datelines.outlets(draft)
    at = 0
    count = len(draft.words)
    while at < count:
        stretch = draft.sentence_of[at]
        if stretch < 0 or draft.stretches[stretch].kind not in TELLING:
            at += 1
            continue
        word = draft.words[at]
        if at in outlets.get(stretch, ()) or word.kind == "punct":
            at += 1
            continue
        phrase = _first(draft, at, word, weak)
        if phrase is None:
            at += 1
        else:
            _keep(draft, phrase)
            at = max(at, phrase.last) + 1  # onward, whatever was found
    _merge(draft, newnames.find(draft))
    _merge(draft, weaknames.accepted(draft, weak))
    _merge(draft, titled.speakers(draft))
    _merge(draft, lastnames.find(draft))
    _merge(draft, sharedtitles.find(draft))
    _merge(draft, twoadjectives.find(draft))
    _merge(draft, twonames.find(draft))
    _merge(draft, givennames.find(draft))
    _merge(draft, pronouns.find(draft), cover=False)
    _merge(draft, whoever.find(draft))
    bodies.note_owners(draft)
    governed.note(draft)


def _keep(draft: Draft, phrase: Phrase) -> None:
    draft.phrases.append(phrase)
    index = len(draft.phrases) - 1
    for position in range(phrase.first, phrase.last + 1):
        draft.at[position] = index


# -- heads, in their order ------------------------------------------------------------------------------


def _first(draft: Draft, at: int, word: Word, weak: list[weaknames.Weak]) -> Phrase | None:
    """The phrase that begins at a word: of a number or the words of an expression only a name or an office."""
    if word.kind == "number":
        return knownnames.dated(draft, at)
    if at in draft.cues and any(kind == "joins" for _, kind, _, _ in draft.cues[at]):
        return None  # "بالإضافة إلى" has an article and is no noun
    if at and aside(draft, at - 1) >= at:
        return None
    if word.definite and any(kind == "list" and last >= at for back in (1, 2) for last, kind, _, _ in draft.cues.get(at - back, ())):
        return None  # nor has "على سبيل المثال"
    if at not in draft.fixed or _stands_for_somebody(draft, at, word):
        return _phrase_at(draft, at, word, weak)
    return _set_words(draft, at, word)


def _stands_for_somebody(draft: Draft, at: int, word: Word) -> bool:
    """Whether a word of an expression is somebody all the same: "كندا | وأتباعها", "خصمه اللدود", "في | مؤتمر السلام"."""
    his_men = bool(word.pronoun) and word.generic is not None and any(len(idiom.parts) == 1 for idiom in word.idioms)
    named = is_friend_or_foe(draft, word) or in_marks(draft, at, at)  # "منها «فتح» التي"
    sure = word.definite or his_men or named or _struck(draft, at) or _some_of_his(draft, at)
    return sure or nominals.names_its_field(draft, at)


def _struck(draft: Draft, at: int) -> bool:
    """Whether a word for one man stands right behind what is done to him: "قتل | قيادي بارز في التنظيم", "اعتقلت | قياديا بارزا".

    So may what several words call somebody, where he is counted as well: "اعتقلت الشرطة أربعة | مشتبه بهم".
    """
    word, before = draft.words[at], draft.word_before(at)
    if before is None or word.conj or word.prep:
        return False
    called = compound(draft, at)[1] is not None
    man = called or (word.generic is not None and word.generic.kind == "person" and word.generic.number == "s")
    deeds = (e for e in before.entries if e.kind == "masdar" or e.kind in TENSED)
    struck = any(s.relation in STRIKES and "obj" in s.target for e in deeds for s in e.lexeme.senses)
    return man and (struck or (called and tells_how_many(before)))


def _some_of_his(draft: Draft, at: int) -> bool:
    """Whether people stand behind "some of", and before whose they are: "بعض | أعضاء التحالف يمول الحزب", "عدد من | أعضاء التحالف"."""
    word, before, behind = draft.words[at], draft.word_before(at), draft.word_behind(at)
    many = word.generic is not None and word.generic.kind == "person" and word.number == "p" and not (word.pronoun or word.prep)
    if not many or before is None or behind is None or not ("quantifier" in before.function or governed.some_of(draft, at)):
        return False
    return behind.definite and not (behind.prep or behind.conj)


def _phrase_at(draft: Draft, at: int, word: Word, weak: list[weaknames.Weak]) -> Phrase | None:
    if (group := nominals.of_a_group(draft, at, word)) is not None:
        return group
    name, listed = knownnames.find(draft, at, word, weak), kindnames.find(draft, at, word)
    if listed is not None and (name is None or name.last <= listed.last):
        return listed
    name = name or kindnames.of_one(draft, at, word)
    organ = _organ(draft, at, word) if word.kind != "func" else None
    field = bodies.with_field(draft, at) if word.kind != "func" else -1
    if field > max((p.last for p in (name, organ) if p), default=at):
        return bodies.phrase(draft, at, field)
    if organ and (name is None or organ.last > name.last):
        holder = _titled(draft, at, word) if organ.kind == "organ" else None
        return holder if holder is not None and holder.last > organ.last else organ  # "اللواء كمال عزيز" is no brigade
    if name:
        return name
    if (other := another.find(draft, at)) is not None:
        return other
    if word.kind == "func" or _after_relative(draft, at):
        return None
    if relatives.is_relative(draft, at):
        kin = relatives.of_known(draft, at) or relatives.of(draft, at, _phrase_at(draft, at + 1, draft.words[at + 1], []))
        if kin is not None:
            return kin
    if (place := places.headed(draft, at)) is not None:
        return place
    title = _titled(draft, at, word)
    if title:
        return title
    person = person_name(draft, at, after_title=False)
    if person > at:
        phrase = Phrase(at, person, at, "person")
        phrase.gender, phrase.number, phrase.definite = gender_of_person(draft, at), "s", True
        return phrase
    return nominals.find(draft, at, word)


def _after_relative(draft: Draft, at: int) -> bool:
    """Whether a word that may be a verb stands right behind a relative pronoun, and so is one: "الذي | سجنه", "التي | أسسها"."""
    word, before = draft.words[at], draft.word_before(at)
    opens = before is not None and before.describes_before
    return opens and word.verb and not word.definite and not word.prep


def _organ(draft: Draft, at: int, word: Word) -> Phrase | None:
    organs = draft.lexicon.organs
    if rules_that(draft, at):
        return None
    for cut in word.cuts:
        candidates = organs.get(bare_article(cut.stem))
        if not candidates or cut.prep == "س" or (cut.stem.endswith("ه") and word.pronoun == "ه" and word.stem in organs):
            continue  # "نظيره" is his counterpart, no نظيرة
        for organ in candidates:
            last = match_tokens(draft, at, organ.tokens, strip=True)
            if last >= 0 and not (organ.person and last > at and heads.begins_a_body(draft, at, last)):
                return _organ_phrase(draft, at, last, organ, cut.prep)
    if word.pronoun and word.kind != "func":
        for stem in (word.stem, word.stem[:-1] + "ه"):
            for organ in organs.get(stem, ()):
                if len(organ.tokens) == 1 and not _another_hamza(word, organ):
                    return _organ_phrase(draft, at, at, organ, word.prep)
    return None


def _another_hamza(word: Word, organ: Organ) -> bool:
    """Whether a word begins with أ where an organ has إ, and is a verb: "ومولته فنلندا | وأدارته كينيا" names no "إدارته"."""
    written = word.bare.removeprefix(word.conj).removeprefix(word.prep)
    return organ.text.removeprefix("ال").startswith("إ") and written.startswith("أ") and word.finite


def _set_words(draft: Draft, at: int, word: Word) -> Phrase | None:
    """A name or office of several words that begins like an expression: "حكومة الوفاق الوطني", "نائب الرئيس", "ولي العهد"."""
    name, organ = knownnames.find(draft, at, word, []), _organ(draft, at, word)
    if name is not None and name.last > at and (organ is None or organ.last <= name.last):
        return name
    return organ if organ is not None and (organ.kind == "person" or organ.core > at) else None


def _organ_phrase(draft: Draft, at: int, last: int, organ: Organ, prep: str) -> Phrase | None:
    word = draft.words[at]
    core = last
    if noorgans.is_no_body(draft, at, organ.tokens) or (organ.number == "p" and last == at and heads.before_two(draft, at)):
        return None
    if core == at and word.senses and at + 1 < len(draft.words) and "prep" in draft.words[at + 1].function:
        return None
    last = extend(draft, at, last, annexed=False) if _ends_described(draft, last, organ) else _owned(draft, at, last)
    bare_single = last == at and not word.definite and not word.pronoun
    if bare_single and organ.kind != "force":
        return None
    if organ.person:
        named = _named_after(draft, at, last, organ)
        if named is not None:
            phrase = Phrase(at, named[1], at, "person")
            phrase.named_from = named[0]
            phrase.gender, phrase.number, phrase.prep, phrase.definite = organ.gender, "s", prep, True
            phrase.ref = organ.ref
            return phrase
    phrase = Phrase(at, last, at, "organ", None)
    phrase.gender, phrase.number, phrase.ref = organ.gender, organ.number, organ.ref
    phrase.prep, phrase.core = prep, core
    phrase.definite = word.definite or last > at
    return phrase


def _ends_described(draft: Draft, last: int, organ: Organ) -> bool:
    """Whether an organ ends with its adjective, so that nothing is annexed to it: "قصفت طائرات حربية | حلب"."""
    articles = {word.startswith("ال") for word in organ.text.split()}
    behind = draft.word_behind(last)
    known = [n for n in draft.lexicon.names.get(behind.fold, ()) if len(n.tokens) > 1] if behind is not None and organ.person else []
    if known and longest_name(draft, last + 1, known) is not None:
        return False  # "أمين عام | جامعة الدول العربية"
    return len(organ.tokens) > 1 and len(articles) == 1 and not draft.words[last].definite and is_adjective(draft.words[last])


def _owned(draft: Draft, first: int, last: int) -> int:
    """Adjectives and the state (or other actor) that an organ belongs to."""
    words = draft.words
    at = last + 1
    whole = words[last].bare.endswith("ون") and keeps_nun(words[last])  # "اتهم مسؤولون | كندا": hers are "مسؤولو كندا"
    if at < len(words) and not words[last].definite and not words[last].pronoun and not whole:
        word = words[at]
        if (named := heads.head_named(draft, at)) > at:
            return named
        if not word.prep and not word.conj and word.kind != "punct":
            for cut in word.cuts:
                if cut.conj or cut.prep:
                    continue
                found = longest_name(draft, at, draft.lexicon.names.get(cut.stem, []))
                if found and found[0].actor.kind == "alliance":
                    return knownnames.without_what_is_said(draft, at, found[1], found[0].actor.kind)
                if found and found[0].actor.kind == "person" and not words[found[1]].entries:
                    return extend(draft, first, found[1], annexed=False, named=True)  # "حكومة نتنياهو | اليمينية"
                if found:
                    return described(draft, found[1])
    return extend(draft, first, last)


def _named_after(draft: Draft, first: int, last: int, organ: Organ | None = None) -> tuple[int, int] | None:
    """The first and last token of the person's name that follows an office or title, whose state he is of."""
    at = last + 1
    words = draft.words
    while at < len(words) and words[at].definite and not words[at].conj and not words[at].prep and words[at].kind != "punct":
        titles = draft.lexicon.titles.get(words[at].stem)
        if not titles:
            break
        at += 1
    at += _tells_whose(draft, at) or _tells_where(draft, last, at)
    quoted = at < len(words) and names_somebody(draft, first, at)  # "الملك «سلمان»"
    at += quoted
    if at >= len(words) or draft.sentence_of[at] != draft.sentence_of[last]:
        return None
    if (words[at].conj or words[at].prep not in ("", "س")) and not _known_whole(draft, at):
        return None
    for cut in words[at].cuts:
        if cut.conj or cut.prep:
            continue
        found = longest_name(draft, at, [n for n in draft.lexicon.names.get(cut.stem, ()) if n.actor.kind == "person"])
        another = found is not None and of_another_state(draft, first, last, found[0].actor)
        if another and found is not None and found[0].strong:
            return None
        done = organ is not None and does_to_somebody(draft, first - 1)
        if found is not None and organ is not None and done and never_held(draft, organ, first, last, found[0].actor):
            return None
        if found and not another and (found[1] > at or ordinal_behind(draft, at) == at):
            return at, knownnames.with_more_names(draft, found[1])
    end = ordinal_behind(draft, max(person_name(draft, at, after_title=True), titled.name_before_saying(draft, at)))
    return (at, end) if end >= 0 else None


def _tells_whose(draft: Draft, at: int) -> bool:
    """Whether a word behind a title is the adjective of his group, for his name stands behind it: "القيادي | الحوثي محمد البخيتي"."""
    words = draft.words
    if at + 2 >= len(words) or not words[at].definite or words[at].conj or words[at].prep:
        return False
    if bare_article(words[at].stem) not in draft.lexicon.groups["group-adjective"]:
        return False
    begins = words[at + 1].fold in draft.lexicon.given or _known_whole(draft, at + 1)
    return begins and not words[at + 1].definite


def _tells_where(draft: Draft, title: int, at: int) -> bool:
    """Whether a title is annexed to a town, for a name stands behind that: "مفتي | طرابلس مالك الشعار"."""
    words = draft.words
    if at + 2 >= len(words) or words[title].definite or words[at].conj or words[at].prep or at != title + 1:
        return False
    town = any(len(place.tokens) == 1 for place in draft.lexicon.places.get(words[at].fold, ()))
    given = words[at + 1].fold in draft.lexicon.given and words[at].fold not in draft.lexicon.given
    return town and given and not words[at + 1].definite


def _known_whole(draft: Draft, at: int) -> bool:
    """Whether the name of somebody known begins with what may be a particle and its word: "بان كي مون"."""
    names = [n for n in draft.lexicon.names.get(draft.words[at].fold, ()) if n.actor.kind == "person" and len(n.tokens) > 1]
    return bool(names) and longest_name(draft, at, names) is not None


def _titled(draft: Draft, at: int, word: Word) -> Phrase | None:
    if word.pronoun and nominals.opens_with_a_verb(draft, at):
        return None
    for cut in word.cuts:
        for tokens, _ in draft.lexicon.titles.get(bare_article(cut.stem), ()):
            last = match_tokens(draft, at, tokens, strip=True)
            if last < 0:
                continue
            office = next((organ for organ in draft.lexicon.organs.get(tokens[0], ()) if organ.tokens == tokens), None)
            whole = extend(draft, at, last, annexed=False)
            of_a_state = whole > last and draft.words[last + 1].nisba is not None  # and no name: "أقال الرئيس التونسي | المشيشي"
            named = _named_after(draft, at, whole, office) or (None if of_a_state else _named_after(draft, at, last, office))
            if named is not None:
                phrase = Phrase(at, named[1], at, "person")
                phrase.named_from = named[0]
                phrase.gender = "f" if tokens[0].endswith("ه") else "m"
                phrase.number, phrase.prep, phrase.definite = "s", cut.prep, True
                return phrase
    return None


def _merge(draft: Draft, added: list[Phrase], *, cover: bool = True) -> None:
    """Put new phrases in their places, in the order of the text; where they cover old ones, those go."""
    if not added:
        return
    kept = draft.phrases
    if cover:
        taken = {at for p in added for at in range(p.first, p.last + 1)}
        kept = [p for p in kept if taken.isdisjoint(range(p.first, p.last + 1))]
    draft.phrases = sorted([*kept, *added], key=lambda p: (p.first, p.pointing, p.kind == "pronoun", p.last))
    draft.at = [-1] * len(draft.words)
    for index, phrase in enumerate(draft.phrases):
        if not phrase.pointing:
            for at in range(phrase.first, phrase.last + 1):
                draft.at[at] = index
        elif phrase.kind == "pronoun":
            draft.pronoun_at[phrase.first] = index
