"""Names in quotation marks, behind the noun for what bears them."""

from __future__ import annotations

from typing import Final

from ahlaf.coding.words.agreement import without_pronoun
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article

QUOTES: Final = {"«": "»", '"': '"', "“": "”", "'": "'", "(": ")"}
"""What opens a quotation or a bracket → what closes it."""
QUOTATION_MARKS: Final = frozenset('«»"“”')
"""What stands about words that are said or named."""
_LINKING: Final = frozenset(("prep", "conj"))
_NAMED: Final = frozenset(("party", "armed-group", "organisation", "force", "alliance"))
"""Kinds of what general nouns mean that has a name of its own, as a rule."""


def quoted_name(draft: Draft, head: int, at: int) -> int:
    """The closing mark of a short quotation or bracket that opens at ``at`` and names something, or -1.

    What stands behind a noun for bodies that have names is the name even where a word of it may be a verb: "حركة «فجر الجبل»".
    """
    words = draft.words
    noun = words[head].generic
    named = noun is not None and noun.kind in _NAMED
    mark = words[at].bare
    close = QUOTES.get(mark)
    if close is None or mark == "(":
        return -1
    if names_somebody(draft, head, at):
        return -1  # "الملك «سلمان»", "ذراعها «حزب الله»": a name of its own
    if words[head].definite and any(organ.person for organ in draft.lexicon.organs.get(bare_article(words[head].stem), ())):
        return -1  # "اتهم الوزير «عناصر رسمية» بدعم": no officer is called so
    if at + 1 < len(words) and (words[at + 1].conj or words[at + 1].kind == "punct" or not _LINKING.isdisjoint(words[at + 1].function)):
        return -1  # it closes what was said, and the text goes on: " وأن ", "، و
    for position in range(at + 1, min(at + 7, len(words))):
        if words[position].bare == close:
            return position if position > at + 1 else -1
        verb = words[position].verb and not (named and words[position].nominal)
        if verb or "pronoun" in words[position].function:
            return -1  # it says something: «هو استهتار بالناس»
    return -1


def in_marks(draft: Draft, first: int, last: int) -> bool:
    """Whether quotation marks stand right about a name: "قيادي في «القاعدة»" is in no base."""
    words = draft.words
    opens = QUOTES.get(words[first - 1].bare, "") if first else ""
    return opens not in ("", ")") and last + 1 < len(words) and words[last + 1].bare == opens


def names_somebody(draft: Draft, head: int, at: int) -> bool:
    """Whether the quotation that opens at ``at`` is whole a known name of whom the noun at ``head`` means.

    A person's, behind an office, a title or one man ("الرئيس «بوتين»", "البطل «بشار الأسد»"); anybody's, behind what
    somebody is to another ("ذراعها «حزب الله»"). "جامعة «الملك سعود»" is a name of its own, and no king.
    """
    words, lexicon, noun = draft.words, draft.lexicon, draft.words[head]
    close = QUOTES.get(words[at].bare)
    if close is None or at + 2 >= len(words):
        return False
    plain = bare_article(noun.stem)
    partner = bool(noun.pronoun) and without_pronoun(draft, noun) in lexicon.groups["partner"]
    general = noun.generic if noun.definite else None
    one = general is not None and general.number == "s" and (general.kind in _SOMEBODY or general.sign != 0)
    office = any(organ.person for organ in lexicon.organs.get(plain, ()))
    if not (partner or one or office or plain in lexicon.titles):
        return False
    for name in lexicon.names.get(words[at + 1].fold, ()):
        end = at + len(name.tokens)
        if end + 1 >= len(words) or words[end + 1].bare != close or not (partner or name.actor.kind == "person"):
            continue
        if all(words[at + 1 + i].fold == token for i, token in enumerate(name.tokens)):
            return partner or not (office and name.strong)  # who holds an office is found with it
    inner = next((end for end in range(at + 1, min(at + 5, len(words))) if words[end].bare == close), -1)
    return not partner and words[at + 1].fold in lexicon.given and inner > at + 1  # "الملك «سلمان»"


_SOMEBODY: Final = frozenset(("person", "social-group"))
