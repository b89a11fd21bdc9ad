"""Bodies that are called by what they are for, or by whose they are: the name goes on behind "for".

"المجلس الأعلى للقضاء" is one name, its field a part of it, and so is "المكتب السياسي لحزب العمل", though the party keeps
a phrase of its own. The body has an adjective, and neither the adjective nor a noun before it is one that takes "to":
"دعم المجلس البلدي للشركة" gives the council no field.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.namewords import longest_name
from ahlaf.coding.nounphrases import offices
from ahlaf.coding.nounphrases.extent import extend
from ahlaf.coding.nounphrases.phrases import is_adjective
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import LEAGUES
from ahlaf.coding.words.word import TENSED, Word
from ahlaf.lexicon.names import bare_article
from ahlaf.text.views import fold

_FOR: Final = "ل"
_OWNERS: Final = frozenset(("name", "organ", "nominal"))
_BODIES: Final = frozenset(("nominal", "organ", "thing"))


def with_field(draft: Draft, at: int) -> int:
    """The last token of the field that the body at ``at`` is called by, or -1."""
    if not is_body(draft, at):
        return -1
    last = extend(draft, at, at)
    if last == at or not _may_go_on(draft, at, last):
        return -1
    field = _field(draft, last + 1)
    if field < 0:
        return -1
    last = extend(draft, at, field, annexed=False)
    while last + 1 < len(draft.words) and draft.words[last + 1].conj == "و" and _is_field(draft, last + 1):
        last = extend(draft, at, last + 1, annexed=False)
    return last


def note_owners(draft: Draft) -> None:
    """Let the name of a body that belongs to the actor right behind it, and of who has an office there, reach to the end of that one's."""
    for index, (body, owner) in enumerate(zip(draft.phrases, draft.phrases[1:], strict=False)):
        office = body.kind == "organ" and body.reach < 0 and offices.is_office(draft, body)
        if office and _is_league(draft, owner) and offices.whom_it_serves(draft, index) >= 0:
            body.reach = owner.last  # "الأمين العام | لحزب العمل"
            continue
        if body.kind not in _BODIES or body.last == body.first or owner.first != body.last + 1 or owner.kind not in _OWNERS:
            continue
        if draft.words[owner.first].prep == _FOR and is_body(draft, body.first) and _may_go_on(draft, body.first, body.last):
            body.reach = owner.last
            if body.kind == "thing":
                body.kind = "nominal"


def _is_league(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase names a body with men who lead it and speak for it: "حزب العمل", "حماس"; "الحزب" is one that was named before."""
    if phrase.kind == "name":
        return phrase.actor is not None and phrase.actor.kind in LEAGUES
    generic = draft.words[phrase.head].generic
    body = phrase.kind == "nominal" and generic is not None and generic.kind in LEAGUES and generic.number == "s"
    return body and not draft.words[phrase.head].definite


def anothers(draft: Draft, first: int, last: int) -> bool:
    """Whether the body that may have a name of its own is said to be an actor's: "المكتب السياسي لحزب العمل"."""
    if last + 1 >= len(draft.words) or draft.words[last + 1].prep != _FOR or draft.words[last + 1].conj:
        return False
    behind = draft.at[last + 1]
    return behind >= 0 and draft.phrases[behind].kind in _OWNERS and is_body(draft, first) and _may_go_on(draft, first, last)


def is_body(draft: Draft, at: int) -> bool:
    """Whether a word is a noun for bodies that are called by what they are for, its pronoun left off."""
    word, known = draft.words[at], draft.lexicon.groups["body-for"]
    return bare_article(word.stem) in known or (bool(word.pronoun) and word.stem.endswith("ت") and f"{word.stem[:-1]}ه" in known)


def _may_go_on(draft: Draft, first: int, last: int) -> bool:
    """Whether "for" behind a body with its adjective is said of the body: no word before it leads to "for" itself."""
    words = draft.words
    if not is_adjective(words[last]) or _takes_for(words[last]):
        return False
    before = draft.word_before(first)
    return before is None or before.definite or words[first].prep != "" or not _takes_for(before)


def _takes_for(word: Word) -> bool:
    """True for a noun or participle with which "to" leads to an end: دعم له، معارضة لها."""
    return any(s.takes(_FOR) for e in word.entries if e.kind not in TENSED for s in e.lexeme.senses)


def _field(draft: Draft, at: int) -> int:
    """The last token of "for" and a field that begins at ``at``, or -1."""
    words = draft.words
    if at >= len(words) or words[at].prep != _FOR or words[at].conj or draft.sentence_of[at] != draft.sentence_of[at - 1]:
        return -1
    if words[at].definite:
        return _led_on(draft, at) if _is_field(draft, at) else -1
    annexed = draft.lexicon.groups["field"].get(words[at].stem) == "annexed" and at + 1 < len(words)
    behind = words[at + 1] if annexed else None
    return at + 1 if behind is not None and behind.definite and behind.nominal and not (behind.conj or behind.prep) else -1


def _led_on(draft: Draft, at: int) -> int:
    """The last token of a field that goes on with its own preposition: "للدفاع | عن حقوق الإنسان"."""
    words, fields = draft.words, draft.lexicon.groups["field"]
    leads = fields.get(bare_article(words[at].stem), "")
    if not leads or leads == "annexed" or at + 2 >= len(words) or words[at + 1].fold != fold(leads):
        return at
    behind = words[at + 2]
    if behind.definite or draft.sentence_of[at + 2] != draft.sentence_of[at]:
        return at + 2 if behind.definite and behind.nominal else at
    return at + 3 if at + 3 < len(words) and fields.get(behind.stem) == "annexed" and words[at + 3].definite else at


def _is_field(draft: Draft, at: int) -> bool:
    """A definite noun that names no actor and no deed, or one of which the rule book says that it is a field."""
    word, lexicon = draft.words[at], draft.lexicon
    stem = bare_article(word.stem)
    if not word.definite or word.kind not in ("noun", "unknown") or word.prep not in ("", _FOR):
        return False
    if stem in lexicon.groups["field"]:
        return not any(longest_name(draft, at, lexicon.names.get(cut.stem, [])) for cut in word.cuts)
    if word.senses or word.generic or word.nisba or stem in lexicon.organs or stem in lexicon.titles:
        return False
    return not any(cut.stem in lexicon.names or cut.stem in lexicon.places for cut in word.cuts)


def phrase(draft: Draft, first: int, last: int) -> Phrase:
    """The phrase of a body with its field."""
    word = draft.words[first]
    found = Phrase(first, last, first, "nominal")
    found.gender, found.number, found.prep = word.gender, word.number, word.prep
    found.definite = word.definite
    found.ref = word.generic.ref if word.generic else ""
    return found
