"""Tension 5: a stakeholder left out.

**Definition.** An alliance A fights B; x is at war with B too (x is attacked by it, or opposes it), and yet x is
left out of A: A excludes x, or x is said not to be a member. Those who are left out in the very same words as x,
of whose war nothing else is said, stand beside it ("Syria and Iraq, who were kept out").

**Score.** The weaker of being left out and being at war, the less the more allies x has elsewhere:

    score = min(m(left out), m(at war)) / (1 + m(x ALLY anybody))

so that a stakeholder left alone weighs most, and finding an ally elsewhere changes the picture.

**Edge cases.** Being a member by one claim and left out by another is a pair said both ways; it is told here too.

>>> from ahlaf.network import Network, Party, Statement
>>> a, b, x = Party("the alliance"), Party("terrorism"), Party("Iraq")
>>> said = [
...     Statement("1", a, b, "OPPOSE", -1), Statement("2", b, x, "ASSAULT", -1), Statement("3", a, x, "EXCLUDE", -1),
... ]
>>> found, = left_out(Network.of(said))
>>> found.score, found.en
(1.0, 'the alliance is said to leave out Iraq, though terrorism is said to attack Iraq and the alliance is said to fight terrorism')
>>> found, = left_out(Network.of([*said, Statement("4", x, Party("Russia"), "ALLY", 1)]))
>>> found.score
0.5
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahlaf.network.table import MODALITIES
from ahlaf.network.tensions.links import Links, Side, Tension, side_of
from ahlaf.network.tensions.members import FIGHTS, fought
from ahlaf.network.tensions.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahlaf.network.graph import Network
    from ahlaf.network.tensions.links import Link


def left_out(network: Network, links: Links | None = None, bodies: Iterable[int] | None = None) -> Iterator[Tension]:
    """Every stakeholder that an alliance leaves out; of some alliances, or of all."""
    links = links or Links(network)
    for body in dict.fromkeys((*links.out, *links.into)) if bodies is None else bodies:
        kept_out = _kept_out(links, body)
        if not kept_out:
            continue
        for enemy, fights in fought(links, body).items():
            if enemy in kept_out:
                continue
            at_war = {x: war for x in kept_out if (war := _war(links, x, enemy))}
            if not at_war:
                continue
            away = {x: _away(links, kept_out[x]) for x in kept_out}
            words = {x: {_words(network, r) for r in away[x].rows} for x in kept_out}
            for x, war in at_war.items():
                beside = [y for y in kept_out if y not in at_war and words[y] & words[x]]
                allies = [k for k in links.out.get(x, []) + links.into.get(x, []) if _allied(links, k)]
                yield _told(network, links, (body, enemy, x), beside, fights, war, away, allies)


def _kept_out(links: Links, body: int) -> dict[int, list[tuple[Link, bool]]]:
    """Who is left out of a body, and the links that say so; True for those of which the denial says it."""
    found: dict[int, list[tuple[Link, bool]]] = {}
    for link in links.out.get(body, ()):
        if link.relation == "EXCLUDE" and link.mass > 0:
            found.setdefault(link.target, []).append((link, False))
    for link in links.into.get(body, ()):
        if link.relation == "MEMBER" and link.denied > 0:
            found.setdefault(link.source, []).append((link, True))
    return found


def _allied(links: Links, link: Link) -> bool:
    """Said to be so: not only wished, supposed or asked."""
    if link.relation != "ALLY" or link.mass <= 0:
        return False
    modality = links.network.table.modality
    return any(MODALITIES[modality[r]] in ("asserted", "alleged") for r in links.rows([link]))


def _words(network: Network, row: int) -> tuple[int, str]:
    return int(network.table.document[row]), network.table.quotes[row]


def _war(links: Links, x: int, enemy: int) -> list[Link]:
    """The links that say that the two are at war, either beginning it."""
    found = [k for k in links.out.get(x, ()) if k.target == enemy and k.relation in FIGHTS and k.mass > 0]
    return found + [k for k in links.into.get(x, ()) if k.source == enemy and k.relation in FIGHTS and k.mass > 0]


def _away(links: Links, ways: list[tuple[Link, bool]]) -> Side:
    rows: list[int] = []
    mass = 0.0
    for link, denied in ways:
        rows += links.rows([link], denied=denied)
        mass = max(mass, link.denied if denied else link.mass)
    return side_of(links.network, tuple(rows), mass)


def _told(
    network: Network,
    links: Links,
    actors: tuple[int, int, int],
    beside: list[int],
    fights: list[Link],
    war: list[Link],
    away: dict[int, Side],
    allies: list[Link],
) -> Tension:
    body, enemy, x = actors
    sides = [away[x], links.side(war), links.side(fights), *(away[y] for y in beside)]
    allied = sum(k.mass for k in allies)
    score = round(min(sides[0].mass, sides[1].mass) / (1 + allied), 6)
    with_whom = list(dict.fromkeys(k.target if k.source == x else k.source for k in allies))
    told = {}
    for language in ("en", "ar"):
        others = [network.label(y, language) for y in beside]
        friends = [network.label(y, language) for y in with_whom]
        if language == "en":
            told["en"] = (
                f"{sides[0].en}, though {sides[1].en} and {sides[2].en}"
                + (f"; left out in the same words: {listed(others, 'en')}" if others else "")
                + (f"; {network.label(x, 'en')} is said to be allied elsewhere, with {listed(friends, 'en')}" if friends else "")
            )
        else:
            told["ar"] = (
                f"{sides[0].ar}، مع أنه {sides[1].ar}، و{sides[2].ar}"
                + (f"؛ ويُستبعد في الكلام نفسه {listed(others)}" if others else "")
                + (f"؛ ويُذكر تحالف {quoted(network.label(x))} مع {listed(friends)}" if friends else "")
            )
    return Tension("left out", (x, body, enemy, *beside), score, told["en"], told["ar"], tuple(sides))
