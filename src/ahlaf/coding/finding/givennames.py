"""Names that the text itself gives to a body, in quotation marks: "شكلت كندا تحالفا أسمته «درع الشمال» … وهاجم درع الشمال القرى".

The body and its name are one, and so is whoever is called by these words further on. Names that stand right behind the noun
("حركة «فجر الجبل»") belong to its phrase.
"""

from __future__ import annotations

from typing import Final

from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.names.quotednames import QUOTATION_MARKS, QUOTES, in_marks
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.coding.words.kinds import BODIES
from ahlaf.lexicon.entries import Generic
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor

_NAMED: Final = BODIES | {"force"}
_TO_NAMING: Final = 4
"""So many tokens behind a noun stands the word that gives it a name, at most: its adjectives, "which"."""
_TO_NAME: Final = 6
"""So many tokens behind that word the name begins, at most: "أطلقت عليه حكومة كندا اسم | «درع الشمال»"."""
_LONGEST: Final = 5


def find(draft: Draft) -> list[Phrase]:
    """The phrases of bodies that are given a name, of the names, and of who is called by them further on."""
    found: list[Phrase] = []
    for body in draft.phrases:
        kind = draft.words[body.head].generic
        if body.kind != "nominal" or body.number != "s" or kind is None or kind.kind not in _NAMED:
            continue
        naming = _naming(draft, body)
        opens = _opens(draft, naming) if naming >= 0 else -1
        closes = _closes(draft, opens) if opens >= 0 else -1
        if closes >= 0:
            found.extend(_called(draft, body, kind, naming, range(opens + 1, closes)))
    return found


def _naming(draft: Draft, body: Phrase) -> int:
    """The word that gives a body its name: "تحالفا جديدا | أسمته", "التحالف الذي | أطلقت عليه"; else -1."""
    words, end = draft.words, draft.stretches[body.sentence if body.sentence >= 0 else draft.sentence_of[body.first]].end
    for at in range(body.head + 1, min(body.head + 1 + _TO_NAMING, end)):
        if words[at].fold in draft.lexicon.groups["gives-name"]:
            return at
        if at > body.last and "relative" not in words[at].function:
            return -1
    return -1


def _opens(draft: Draft, naming: int) -> int:
    """The mark that opens the name behind the word that gives it, "name" between where the word needs it; else -1."""
    words, end = draft.words, draft.stretches[draft.sentence_of[naming]].end
    named = draft.lexicon.groups["gives-name"][words[naming].fold] == ""
    for at in range(naming + 1, min(naming + 1 + _TO_NAME, end)):
        if words[at].bare in QUOTATION_MARKS:
            return at if named else -1
        if words[at].kind == "punct" or (words[at].verb and not words[at].nominal):
            return -1
        named = named or words[at].fold in draft.lexicon.groups["name-word"]
    return -1


def _closes(draft: Draft, opens: int) -> int:
    """The mark that closes a name of few words, none of them surely a verb; else -1."""
    words, mark = draft.words, QUOTES.get(draft.words[opens].bare, "")
    for at in range(opens + 1, min(opens + 2 + _LONGEST, len(words))):
        if words[at].bare == mark:
            return at if at > opens + 1 else -1
        if words[at].kind == "punct" or (words[at].verb and not words[at].nominal):
            return -1
    return -1


def _called(draft: Draft, body: Phrase, kind: Generic, naming: int, name: range) -> list[Phrase]:
    """The body, its name and its later mentions, all of one actor; the actor of a table where the name is known."""
    words = draft.words
    tokens = tuple(words[at].fold for at in name)
    inside = draft.phrases[draft.at[name.start]] if draft.at[name.start] >= 0 else None
    known = inside if inside is not None and inside.kind == "name" and (inside.first, inside.last) == (name.start, name.stop - 1) else None
    own = Actor(f"text:{' '.join(map(bare_article, tokens))}", draft.text(name.start, name.stop - 1), "", kind.kind, "", kind.sector)
    actor = known.actor if known is not None and known.actor is not None else own
    noun = Phrase(body.first, min(body.last, naming - 1), body.head, "nominal", actor)
    noun.prep, noun.conj, noun.ref, noun.definite = body.prep, body.conj, body.ref, body.definite
    noun.gender, noun.number = body.gender, body.number
    found = [noun]
    for at in range(name.start, len(words)) if known is None else ():
        begins = bare_article(tokens[0]) in (words[at].stem, bare_article(words[at].fold))
        last = match_tokens(draft, at, tokens, strip=True) if begins else -1
        there = draft.phrases[draft.at[at]] if draft.at[at] >= 0 else None
        within = there is not None and there is not body and (there.first < at or there.last > last)
        if last < 0 or within or (last == at and not in_marks(draft, at, at)):
            continue
        phrase = Phrase(at, last, at, "name", actor)
        phrase.prep, phrase.conj, phrase.ref, phrase.definite = words[at].prep, words[at].conj, body.ref, True
        phrase.gender, phrase.number = words[at].gender or body.gender, "s"
        found.append(phrase)
    return found
