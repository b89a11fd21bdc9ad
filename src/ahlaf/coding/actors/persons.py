"""Who a person is: the rule book's where its name stands in the words, else the document's own, told by given name and last name."""

from __future__ import annotations

from collections import Counter

from ahlaf.coding.names import lastnames
from ahlaf.coding.names.namewords import match_tokens
from ahlaf.coding.names.personnames import in_case, only_given
from ahlaf.coding.nounphrases.wording import called, own_name
from ahlaf.coding.words.draft import Draft, Phrase
from ahlaf.lexicon.entries import Name
from ahlaf.lexicon.names import bare_article
from ahlaf.model import Actor


def of(draft: Draft, phrase: Phrase, country: str, spoken_of: Counter[str]) -> Actor:
    """The person of a phrase with a title, a name, or both.

    Args:
        draft: the document.
        phrase: one of kind ``person``.
        country: the state whose adjective or name stands in it; empty for none.
        spoken_of: how often the document names each actor.
    """
    known = _named(draft, phrase, country) or lastnames.known(draft, phrase, country, spoken_of)
    if known is not None:
        return known
    written = own_name(draft, phrase) if _apart(phrase) else called(draft, phrase)
    return Actor(f"text:{_own(draft, phrase)}", written, "", "person", country, _title_sector(draft, phrase))


def _apart(phrase: Phrase) -> bool:
    """Whether the name stands behind more than its title: "المبعوث الخاص للأمين العام إلى اليمن هانس غروندبرغ" is not who sent him."""
    return phrase.named_from > phrase.last + 1


def _named(draft: Draft, phrase: Phrase, country: str) -> Actor | None:
    """The person of the rule book whose name stands in a phrase."""
    for at in range(phrase.named_from if _apart(phrase) else phrase.first, phrase.named_to + 1):
        word = draft.words[at]
        if at > phrase.first and draft.words[at - 1].fold in draft.lexicon.groups["name-link"]:
            continue  # "حاتم بن سعد الحريري" is not his father
        inside = tuple(w.fold for w in draft.words[at + 1 : phrase.named_to + 1] if w.kind != "punct")
        for cut in word.cuts:
            for name in draft.lexicon.names.get(cut.stem, ()):
                if inside[: len(name.tokens) - 1] != name.tokens[1:] or name.actor.kind != "person" or not name.strong:
                    continue
                if len(inside) >= len(name.tokens) and only_given(draft, name):
                    continue
                if in_case(draft, word, name) and name.actor.country != country and not _speaks_of(draft, name.actor.country):
                    continue
                if not _in_the_title(draft, phrase, at, name) and not _another_given(draft, phrase, at, name.actor):
                    return name.actor
    return None


def _in_the_title(draft: Draft, phrase: Phrase, at: int, name: Name) -> bool:
    """Whether a known name ends before the person's own begins, as whom he serves: "مبعوث الأمين العام للأمم المتحدة | غروندبرغ"."""
    return at < phrase.named_from <= phrase.named_to and match_tokens(draft, at, name.tokens, strip=False) < phrase.named_from


def _another_given(draft: Draft, phrase: Phrase, at: int, person: Actor) -> bool:
    """Whether the given name before a known last name is none of its bearer's: "بلال أردوغان" is the president's son.

    A word that is no given name may be a way of writing his own, "ناتنياهو"; one of several may be one that he seldom bears.
    """
    before = [draft.words[k] for k in range(max(phrase.named_from, phrase.first), at) if draft.words[k].kind != "punct"]
    told = [word.stem if word.stem in draft.lexicon.given else word.fold for word in before]
    his = any(name.actor.id == person.id for word in told for name in draft.lexicon.names.get(word, ()))
    return bool(told) and told[0] in draft.lexicon.given and not his


def _speaks_of(draft: Draft, country: str) -> bool:
    return any(p.actor is not None and p.actor.country == country and p.kind != "person" for p in draft.phrases)


def _own(draft: Draft, phrase: Phrase) -> str:
    """A name as the document has it, without titles: of two who bear one last name, "سمير حسن" and "داليا حسن", each is somebody."""
    start = lastnames.last_name(draft, phrase)
    one = start == phrase.named_to
    last = _surname(draft, phrase, start) if one else draft.folded(start, phrase.named_to)
    return " ".join((*lastnames.given_names(draft, phrase), last))


def _surname(draft: Draft, phrase: Phrase, at: int) -> str:
    """A last name of one word without its article; behind another name its first letters are its own: "برنارد فاليرو"."""
    word = draft.words[at]
    whole = at > phrase.first and (word.conj == "ف" or word.prep)
    return bare_article(word.fold) if whole else word.stem


def _title_sector(draft: Draft, phrase: Phrase) -> str:
    head = draft.words[phrase.first].stem
    known = [(o.tokens, o.sector) for o in draft.lexicon.organs.get(head, ()) if o.person] + draft.lexicon.titles.get(head, [])
    said = [(len(tokens), sector) for tokens, sector in known if match_tokens(draft, phrase.first, tokens, strip=True) >= 0]
    return max(said, default=(0, "ELI"))[1]
