"""The claims of a report with their words: grouped by the two actors that they are between, each with its own anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ahlaf.exchange.report.markup import E, Node, day, fold, sentence, value
from ahlaf.exchange.report.words import word
from ahlaf.exchange.vocabulary import named
from ahlaf.network.tensions.words import ARABIC

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from ahlaf.exchange.report.content import Group, Language, Quote, Report


def shown_numbers(report: Report) -> frozenset[int]:
    """The numbers of the claims that have an anchor."""
    return frozenset(quote.number for group in report.groups for quote in group.quotes)


def claims(report: Report) -> list[Node]:
    """The section's content."""
    language = report.language
    if not report.groups:
        return [E("p", word("no_claims", language))]
    made: list[Node] = []
    if report.shown < report.counts.claims:
        made.append(E("p", word("some_claims", language, shown=report.shown, all=report.counts.claims)))
    pairs: list[Node] = [_pair(number, group, language) for number, group in enumerate(report.groups, 1)]
    made += pairs[:_PAIRS]
    if rest := pairs[_PAIRS:]:
        made.append(fold(word("next_pairs", language, pairs=len(rest)), rest))
    return made


_PAIRS: Final = 30
"""So many pairs stand in sight, those of most claims; the rest are folded once more."""


def _pair(number: int, group: Group, language: Language) -> Element:
    plus = sum(q.sign > 0 for q in group.quotes)
    count = word("pair_claims", language, count=len(group.quotes), plus=plus, minus=len(group.quotes) - plus)
    title = E("h3", _between(group, language), " ", E("span", {"class": "about"}, "(", value(len(group.quotes)), ")"))
    first = E("p", {"class": "about", "id": f"between-{number}"}, count)
    return fold(title, first, [_claim(quote, language) for quote in group.quotes], **{"class": "pair"})


def _between(group: Group, language: Language) -> list[Node]:
    if not group.ends:
        return [word("no_end", language)]
    if len(group.ends) == 1:
        before, _, after = word("one_end", language, name="\n").partition("\n")
        return [before, value(group.ends[0]), after]
    return [value(group.ends[0]), " — ", value(group.ends[1])]


def _claim(quote: Quote, language: Language) -> Element:
    kind = "plus" if quote.sign > 0 else "minus"
    facts: list[Node] = [
        _relation(quote, kind, language),
        word("denied", language) if quote.denied else None,
        named(quote.modality, language),
        E("strong", named(quote.status, language)),
        E("span", [_decided(who, verdict, language) for who, verdict in quote.reviewers]) if quote.reviewers else None,
    ]
    return E(
        "article",
        {"class": f"claim {kind}{' denied' if quote.denied else ''}", "id": f"claim-{quote.number}"},
        E("p", f"{word('claim', language)} ", _link(quote), ": ", sentence(quote.says, language)),
        _words(quote),
        E("p", {"class": "about"}, _row(_source(quote, language))),
        E("p", {"class": "about"}, _row(facts)),
    )


def quoted(quote: Quote, language: Language, *, link: bool) -> Element:
    """A claim's words with where they stand; ``link`` where the claim itself is in the report."""
    facts = [E("span", f"{word('claim', language)} ", _link(quote) if link else value(quote.number)), *_source(quote, language)]
    facts += [named(quote.modality, language), named(quote.status, language)]
    return E("div", _words(quote), E("p", {"class": "about"}, _row(facts)))


def _relation(quote: Quote, kind: str, language: Language) -> Element:
    """A relation with its sign; in Arabic by its name, with the code beside it that data and options have."""
    name = f"{ARABIC[quote.relation]} " if language == "ar" else None
    code = E("code", {"dir": "ltr"}, f"{quote.relation} {'+' if quote.sign > 0 else '−'}")
    return E("span", {"class": f"sign {kind}"}, name, code)


def _link(quote: Quote) -> Element:
    return E("a", {"href": f"#claim-{quote.number}"}, value(quote.number))


def _words(quote: Quote) -> Element:
    """The words in the direction of their own document, whatever the report's is."""
    return E("blockquote", {"lang": "ar", "dir": "rtl"} if quote.rtl else {"dir": "ltr"}, quote.words)


def _source(quote: Quote, language: Language) -> list[Node]:
    voice: Node = value(quote.voice) if quote.voice else word("author", language)
    return [
        E("span", f"{word('voice', language)}: ", voice),
        E("span", f"{word('document', language)} ", value(quote.document), ": ", value(quote.title)),
        E("span", f"{word('written', language)}: ", value(quote.author)) if quote.author else None,
        E("span", f"{word('outlet', language)}: ", value(quote.outlet)) if quote.outlet else None,
        E("span", f"{word('date', language)}: ", day(quote.date)) if quote.date else None,
    ]


def _decided(who: str, verdict: str, language: Language) -> Element:
    return E("span", value(who), f" {named(verdict, language)} ")


def _row(facts: list[Node]) -> list[Node]:
    made: list[Node] = []
    for fact in facts:
        if fact is not None:
            made += [" · " if made else None, fact]
    return made
