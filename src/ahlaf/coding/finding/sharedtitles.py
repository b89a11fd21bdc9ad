"""One title in the dual or plural before several names: each name is somebody of his own, by the title's singular.

"الرئيسين التونسي قيس سعيد | والجزائري عبد المجيد تبون" are two presidents, "وزيري الخارجية أيمن الصفدي | والعدل فؤاد الحلبي"
two ministers, and "الوزيرين سليم حداد | وفادي حرب" as well: neither name meets, or does anything to, the other one's title.
"""

from __future__ import annotations

from ahlaf.coding.names.personnames import gender_of_person, person_name
from ahlaf.coding.nounphrases.offices import own_organ
from ahlaf.coding.nounphrases.shared_heads import organ_of
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold


def find(draft: Draft) -> list[Phrase]:
    """The persons who share a title, the first with the title's words; instead of all phrases that cover their words now."""
    added: list[Phrase] = []
    for phrase in draft.phrases:
        persons = _persons(draft, phrase) if _titles_several(draft, phrase) else []
        if len(persons) > 1:
            added.extend(persons)
    return added


def _titles_several(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is an office or title that several persons have."""
    word = draft.words[phrase.head]
    organ = own_organ(draft, phrase) if phrase.kind == "organ" else None
    person = (organ is not None and organ.person) or (word.generic is not None and word.generic.kind == "person")
    if phrase.kind not in ("nominal", "organ") or not person:
        return False
    two = word.generic is not None and word.stem == f"{fold(word.generic.lemma)}ا" and phrase.last > phrase.first  # "رئيسا البرلمان"
    return phrase.number in ("d", "p") or two


def _persons(draft: Draft, title: Phrase) -> list[Phrase]:
    """Whoever is named behind a title, each with his own adjective or field before the name, where the first has one."""
    words = draft.words
    start, fields = title.last + 1, _fields(draft, title)
    described = title.last > title.first and _origin(draft, title.last)
    if not described and start < len(words) and _origin(draft, start) and not words[start].conj:
        described, start = True, start + 1
    if not (described or fields or (title.number == "d" and words[title.first].definite)):
        return []  # "استقبل الوزراء عباس وهنية"
    last = _name(draft, start)
    found = [_person(draft, title.first, start, last, title.prep)] if last >= 0 else []
    while found:
        at = last + 1
        if at >= len(words) or words[at].conj != "و" or words[at].prep or draft.sentence_of[at] != draft.sentence_of[title.first]:
            break
        own = _origin(draft, at) if described else bare_article(words[at].stem) in fields if fields else False
        name = at + 1 if described or fields else at
        last = _name(draft, name) if own or name == at else -1
        if last < 0:
            break
        found.append(_person(draft, at, name, last, ""))
    return found


def _origin(draft: Draft, at: int) -> bool:
    """Whether a word is one man's adjective of origin: "الفلسطيني"."""
    word = draft.words[at]
    return word.nisba is not None and word.definite and not word.prep and (word.nisba.gender, word.nisba.number) == ("m", "s")


def _fields(draft: Draft, title: Phrase) -> frozenset[str]:
    """What else one may be a minister of, where the title ends with such a field: "وزيري الخارجية"."""
    organ = organ_of(draft, title, annexed=True) if title.kind == "nominal" else own_organ(draft, title)
    if organ is None or len(organ.tokens) != 2 or title.last != title.first + 1:
        return frozenset()
    return frozenset(bare_article(o.tokens[1]) for o in draft.lexicon.organs.get(organ.tokens[0], ()) if len(o.tokens) == 2)


def _name(draft: Draft, at: int) -> int:
    """The last token of the person's name that begins at a token; -1 for none."""
    if at >= len(draft.words):
        return -1
    phrase = draft.phrases[draft.at[at]] if draft.at[at] >= 0 else None
    if phrase is not None and phrase.first == at:
        known = phrase.kind == "name" and phrase.actor is not None and phrase.actor.kind == "person"
        if known or (phrase.kind == "person" and phrase.named_from < 0):
            return phrase.last
        if phrase.kind in ("name", "place", "organ", "nisba", "people"):
            return -1
    word = draft.words[at]
    return -1 if word.prep or word.kind in ("func", "punct") or word.definite or word.conj else person_name(draft, at, after_title=True)


def _person(draft: Draft, first: int, name: int, last: int, prep: str) -> Phrase:
    phrase = Phrase(first, last, first, "person")
    phrase.named_from = name
    phrase.gender, phrase.number, phrase.prep, phrase.definite = gender_of_person(draft, name), "s", prep, True
    return phrase
