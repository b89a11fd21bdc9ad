"""Tension 3: a member of an alliance is said to help what the alliance fights; a founder to have made it.

**Definition.** For actors x, A, B: x belongs to or leads A; A fights B; x helps B, or is said to have founded
or to lead it. Belonging is MEMBER or LEAD, or, where A is a body, what is said of it by negation: x was not left out of
A, did not withdraw from it (:data:`STAYS`). A body is an alliance or an organisation, or has a member by somebody's
claim. Fighting is :data:`FIGHTS` (a declared, intended fight too); helping is :data:`HELPS`.

**Score.** The weakest of the three, half as much again, for this is the shape of the argument "whom does the
alliance serve?":

    score = 1.5 × min(m(x ∈ A), m(A fights B), m(x helps B))

**Edge cases.** Where x fights B too, that is a pair said both ways, and told there as well. An alliance that
itself helps what it fights is a pair said both ways.

>>> from ahlaf.network import Network, Party, Statement
>>> x, a, b = Party("Saudi Arabia"), Party("the coalition"), Party("Daesh")
>>> found, = members(Network.of([
...     Statement("1", x, a, "MEMBER", 1), Statement("2", a, b, "OPPOSE", -1, modality="intended"),
...     Statement("3", x, b, "AID", 1),
... ]))
>>> found.score
0.75
>>> found.en        # doctest: +NORMALIZE_WHITESPACE
'Saudi Arabia is said to aid Daesh, though Saudi Arabia is said to belong to the coalition
and the coalition is said to mean to fight Daesh'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahlaf.network.tensions.links import Links, Tension
from ahlaf.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahlaf.network.graph import Network
    from ahlaf.network.tensions.links import Link

BELONGS = frozenset({"MEMBER", "LEAD"})
STAYS = frozenset({"RETREAT"})
"""What a member denies by staying; that the body leaves it out (EXCLUDE) may be denied too."""
BODIES = frozenset({"alliance", "organisation"})
FIGHTS = frozenset({"OPPOSE", "ASSAULT", "MOBILIZE", "COERCE", "THREATEN", "SANCTION"})
HELPS = frozenset({"AID", "SUPPORT", "COOPERATE", "ALLY", "MEMBER", "LEAD"})
FACTOR = 1.5


def fought(links: Links, body: int) -> dict[int, list[Link]]:
    """Whom a body fights, and the links that say so."""
    found: dict[int, list[Link]] = {}
    for link in links.out.get(body, ()):
        if link.relation in FIGHTS and link.mass > 0:
            found.setdefault(link.target, []).append(link)
    for link in links.into.get(body, ()):
        if link.relation in FIGHTS and RELATIONS[link.relation].mutual and link.mass > 0:
            found.setdefault(link.source, []).append(link)
    return found


@dataclass(frozen=True, slots=True)
class Belonging:
    """The links by which an actor belongs to a body; ``denied`` where it is their denial that says so."""

    links: list[Link]
    denied: bool = False


def belonging(links: Links, body: int) -> dict[int, Belonging]:
    """Who belongs to a body, and the links that say so: plainly, or else by negation."""
    found: dict[int, Belonging] = {}
    members = False
    for link in links.into.get(body, ()):
        if link.relation in BELONGS and link.mass > 0:
            found.setdefault(link.source, Belonging([])).links.append(link)
            members = members or link.relation == "MEMBER"
    if members or links.network.parties[body].kind in BODIES:
        stays = [(k.source, k) for k in links.into.get(body, ()) if k.relation in STAYS and k.denied > 0]
        stays += [(k.target, k) for k in links.out.get(body, ()) if k.relation == "EXCLUDE" and k.denied > 0]
        plain = set(found)
        for member, link in stays:
            if member not in plain:
                found.setdefault(member, Belonging([], denied=True)).links.append(link)
    return found


def members(network: Network, links: Links | None = None, bodies: Iterable[int] | None = None) -> Iterator[Tension]:
    """Members said to help, and founders said to have made, what their alliance fights; of some bodies, or of all."""
    links = links or Links(network)
    for body in dict.fromkeys((*links.out, *links.into)) if bodies is None else bodies:
        own = belonging(links, body)
        enemies = fought(links, body) if own else {}
        for member, belongs in own.items():
            for enemy, fights in enemies.items():
                if enemy == member:
                    continue
                made = [
                    x
                    for x in links.out.get(member, ())
                    if x.target == enemy and x.relation == "LEAD" and x.mass > 0
                ]
                helps = [
                    x
                    for x in links.out.get(member, ())
                    if x.target == enemy and x.relation in HELPS - {"LEAD"} and x.mass > 0
                ]
                helps += [
                    x
                    for x in links.into.get(member, ())
                    if x.source == enemy and RELATIONS[x.relation].mutual and x.relation in HELPS and x.mass > 0
                ]
                if made and not _told_the_other_way(links, fights, (member, body, enemy)):
                    yield _told(links, (member, body, enemy), belongs, fights, made, "founder")
                joined = not belongs.denied and all(x.relation == "MEMBER" for x in helps)
                if helps and not (joined and _told_the_other_way(links, fights, (member, body, enemy))):
                    yield _told(links, (member, body, enemy), belongs, fights, helps, "member helps")


def _told_the_other_way(links: Links, fights: list[Link], actors: tuple[int, int, int]) -> bool:
    """Who founded both, or belongs to both, is told of once, with the fight in the direction in which the text has it."""
    member, body, enemy = actors
    return member in belonging(links, enemy) and not any(x.source == body and x.target == enemy for x in fights)


def _told(
    links: Links,
    actors: tuple[int, int, int],
    belongs: Belonging,
    fights: list[Link],
    helps: list[Link],
    kind: str,
) -> Tension:
    sides = (links.side(helps), links.side(belongs.links, denied=belongs.denied), links.side(fights))
    en = f"{sides[0].en}, though {sides[1].en} and {sides[2].en}"
    ar = f"{sides[0].ar}، مع أنه {sides[1].ar}، و{sides[2].ar}"
    return Tension(kind, actors, round(FACTOR * min(s.mass for s in sides), 6), en, ar, sides)
