"""The argument "whom does the alliance serve?" in small stories of our own, in the shapes in which claims come.

Each story is a few claims; each variant says one of them otherwise: membership by negation, exclusion as a denied
membership, aid as alliance, founding as leading, a suspected aid, a declared war.
"""

from __future__ import annotations

import pytest
from story import say

from ahlaf.network import Network, Party, Statement
from ahlaf.network.tensions import Tension, patterns

PACT = Party("pact", "حلف الوادي", "Valley Pact", "alliance", "IGO")
LEAGUE = Party("text:رابطة السواحل", "رابطة السواحل")
GANG = Party("gang", "عصابة الجبل", "Mountain Gang", "armed-group", "IMG")
HILL = Party("HIL", "مملكة التلال", "Hill Kingdom", "state", "HIL")
LAKE = Party("LAK", "جمهورية البحيرة", "Lake Republic", "state", "LAK")
MARSH = Party("MAR", "إمارة الأهوار", "Marsh Emirate", "state", "MAR")

Told = tuple[Party | None, str, Party | None] | tuple[Party | None, str, Party | None, dict[str, object]]
NO: dict[str, object] = {"denied": True}
ALLEGED: dict[str, object] = {"modality": "alleged"}
INTENDED: dict[str, object] = {"modality": "intended"}


def claims(*told: Told) -> list[Statement]:
    return [say(n, t[0], t[1], t[2], **(t[3] if len(t) > 3 else {})) for n, t in enumerate(told, 1)]


def found(kind: str, *told: Told) -> list[Tension]:
    return [t for t in patterns(Network.of(claims(*told))) if t.kind == kind]


BELONGS = [
    (HILL, "MEMBER", PACT),
    (HILL, "LEAD", PACT),
    (HILL, "MEMBER", PACT, ALLEGED),
    (PACT, "EXCLUDE", HILL, NO),
    (HILL, "RETREAT", PACT, NO),
]
FIGHTS = [
    (PACT, "OPPOSE", GANG, INTENDED),
    (PACT, "OPPOSE", GANG),
    (GANG, "OPPOSE", PACT),
    (PACT, "MOBILIZE", GANG),
    (PACT, "ASSAULT", GANG, INTENDED),
    (PACT, "THREATEN", GANG),
]
HELPS = [
    (HILL, "AID", GANG),
    (HILL, "AID", GANG, ALLEGED),
    (HILL, "SUPPORT", GANG),
    (HILL, "COOPERATE", GANG),
    (GANG, "COOPERATE", HILL),
    (HILL, "ALLY", GANG),
    (GANG, "ALLY", HILL),
    (HILL, "MEMBER", GANG),
]


@pytest.mark.parametrize("belongs", BELONGS, ids=lambda t: " ".join(map(str, t[1::2])))
@pytest.mark.parametrize("fights", FIGHTS, ids=lambda t: " ".join(map(str, t[1::2])))
@pytest.mark.parametrize("helps", HELPS, ids=lambda t: f"{t[0].id} {t[1]}")
def test_a_member_that_helps_what_its_alliance_fights(belongs: Told, fights: Told, helps: Told) -> None:
    told = claims(belongs, fights, helps)
    (t,) = (t for t in patterns(Network.of(told)) if t.kind in ("member helps", "founder"))
    assert t.kind == "member helps" or belongs[1] == "LEAD", "who leads the one and is a member of the other founded the one"
    assert {r for side in t.sides for r in side.rows} == {0, 1, 2}
    assert len(t.sides) == 3
    assert "مملكة التلال" in t.ar
    assert "عصابة الجبل" in t.ar


@pytest.mark.parametrize(
    "told",
    [
        [(HILL, "MEMBER", PACT, NO), (PACT, "OPPOSE", GANG), (HILL, "AID", GANG)],
        [(HILL, "MEMBER", PACT), (PACT, "OPPOSE", GANG, NO), (HILL, "AID", GANG)],
        [(HILL, "MEMBER", PACT), (PACT, "OPPOSE", GANG), (HILL, "AID", GANG, NO)],
        [(HILL, "MEMBER", PACT), (PACT, "ACCUSE", GANG), (HILL, "AID", GANG)],
        [(PACT, "EXCLUDE", HILL), (PACT, "OPPOSE", GANG), (HILL, "AID", GANG)],
        [(HILL, "RETREAT", PACT), (PACT, "OPPOSE", GANG), (HILL, "AID", GANG)],
        # an army that does not fall back before a state has not joined it
        [(GANG, "RETREAT", HILL, NO), (HILL, "OPPOSE", LAKE), (GANG, "AID", LAKE)],
        [(HILL, "MEMBER", PACT), (PACT, "OPPOSE", GANG), (LAKE, "AID", GANG)],
    ],
)
def test_no_member_or_no_fight_or_no_help_is_no_such_tension(told: list[Told]) -> None:
    assert not found("member helps", *told)
    assert not found("founder", *told)


def test_a_body_without_a_kind_is_one_where_it_has_a_member() -> None:
    told: list[Told] = [(LEAGUE, "EXCLUDE", HILL, NO), (LEAGUE, "OPPOSE", GANG), (HILL, "AID", GANG)]
    assert not found("member helps", *told)
    (t,) = found("member helps", *told, (LAKE, "MEMBER", LEAGUE))
    assert "is said not to leave out" in t.en


@pytest.mark.parametrize("belongs", BELONGS[:3], ids=lambda t: " ".join(map(str, t[1::2])))
@pytest.mark.parametrize("made", [(HILL, "LEAD", GANG), (HILL, "LEAD", GANG, ALLEGED)], ids=["said", "alleged"])
def test_a_founder_of_what_its_alliance_fights(belongs: Told, made: Told) -> None:
    (t,) = found("founder", belongs, (PACT, "OPPOSE", GANG, INTENDED), made)
    assert t.score == 0.75, "as sure as the declared war, half as much again"
    assert "تأسيس أو قيادة «عصابة الجبل»" in t.ar
    both = patterns(Network.of(claims(belongs, (PACT, "OPPOSE", GANG), made, (HILL, "AID", GANG))))
    assert {t.kind for t in both} >= {"founder", "member helps"}


@pytest.mark.parametrize(
    ("word", "deed", "score"),
    [
        ((PACT, "OPPOSE", GANG, INTENDED), (PACT, "AID", GANG, ALLEGED), 0.6),
        ((PACT, "OPPOSE", GANG, INTENDED), (PACT, "COOPERATE", GANG), 0.6),
        ((PACT, "OPPOSE", GANG, INTENDED), (PACT, "OPPOSE", GANG, NO), 0.6),
        ((PACT, "ASSAULT", GANG, INTENDED), (PACT, "OPPOSE", GANG, NO), 0.6),
        ((PACT, "THREATEN", GANG), (PACT, "AID", GANG, ALLEGED), 0.72),
        ((HILL, "SUPPORT", LAKE), (HILL, "ASSAULT", LAKE), 1.2),
        ((HILL, "AGREE", LAKE), (HILL, "SANCTION", LAKE), 1.2),
        ((HILL, "AID", LAKE, INTENDED), (HILL, "AID", LAKE, NO), 0.6),
    ],
)
def test_a_word_against_a_deed(word: Told, deed: Told, score: float) -> None:
    (t,) = found("word and deed", word, deed)
    assert t.score == pytest.approx(score)
    assert [side.rows for side in t.sides] == [(0,), (1,)]
    assert t.ar.startswith("في القول ")


@pytest.mark.parametrize(
    "told",
    [
        [(PACT, "OPPOSE", GANG, INTENDED), (GANG, "AID", PACT)],
        [(PACT, "OPPOSE", GANG, INTENDED), (PACT, "ASSAULT", GANG)],
        [(PACT, "AID", GANG), (PACT, "ASSAULT", GANG)],
        [(HILL, "REQUEST", LAKE), (HILL, "AID", LAKE)],
        [(HILL, "REQUEST", LAKE), (HILL, "SUPPORT", LAKE)],
    ],
)
def test_what_is_no_word_against_a_deed(told: list[Told]) -> None:
    assert not found("word and deed", *told)


OUT: list[Told] = [(PACT, "EXCLUDE", LAKE), (LAKE, "MEMBER", PACT, NO), (PACT, "EXCLUDE", LAKE, ALLEGED)]
WAR: list[Told] = [
    (GANG, "ASSAULT", LAKE),
    (LAKE, "ASSAULT", GANG),
    (LAKE, "OPPOSE", GANG),
    (GANG, "THREATEN", LAKE),
    (LAKE, "OPPOSE", GANG, INTENDED),
]


@pytest.mark.parametrize("out", OUT, ids=lambda t: " ".join(map(str, t[1::2])))
@pytest.mark.parametrize("war", WAR, ids=lambda t: f"{t[0].id} {t[1]}")
@pytest.mark.parametrize("fights", FIGHTS, ids=lambda t: " ".join(map(str, t[1::2])))
def test_a_stakeholder_left_out(out: Told, war: Told, fights: Told) -> None:
    (t,) = found("left out", out, war, fights)
    assert {r for side in t.sides for r in side.rows} == {0, 1, 2}


def test_who_is_left_out_in_the_same_words_stands_beside() -> None:
    words = {"quote": "ولم تُدعَ إلى الحلف جمهورية البحيرة ولا إمارة الأهوار"}
    told: list[Told] = [
        (LAKE, "MEMBER", PACT, NO | words),
        (MARSH, "MEMBER", PACT, NO | words),
        (GANG, "ASSAULT", LAKE),
        (PACT, "OPPOSE", GANG, INTENDED),
    ]
    (t,) = found("left out", *told)
    assert "«إمارة الأهوار»" in t.ar.partition("الكلام نفسه")[2]
    assert len(found("left out", *told, (GANG, "ASSAULT", MARSH))) == 2


@pytest.mark.parametrize(
    "told",
    [
        [(PACT, "EXCLUDE", LAKE), (PACT, "OPPOSE", GANG)],
        [(PACT, "EXCLUDE", LAKE, NO), (GANG, "ASSAULT", LAKE), (PACT, "OPPOSE", GANG)],
        [(PACT, "EXCLUDE", GANG), (PACT, "OPPOSE", GANG), (LAKE, "OPPOSE", GANG)],
        [(LAKE, "MEMBER", PACT), (GANG, "ASSAULT", LAKE), (PACT, "OPPOSE", GANG)],
    ],
)
def test_who_is_not_left_out(told: list[Told]) -> None:
    assert not found("left out", *told)


@pytest.mark.parametrize(
    ("told", "many"),
    [
        ([(GANG, "ASSAULT", LAKE), (LAKE, "ASSAULT", GANG, NO)], 0),
        ([(GANG, "ASSAULT", LAKE), (GANG, "ASSAULT", LAKE, NO)], 1),
        ([(GANG, "ASSAULT", LAKE), (GANG, "OPPOSE", LAKE, NO)], 1),
        ([(GANG, "OPPOSE", LAKE), (LAKE, "OPPOSE", GANG, NO)], 1),
        ([(GANG, "ALLY", LAKE), (LAKE, "AID", GANG, NO)], 1),
        ([(HILL, "AID", LAKE), (HILL, "AID", LAKE, NO), (LAKE, "AID", HILL), (LAKE, "AID", HILL, NO)], 2),
        ([(HILL, "CONSULT", LAKE), (HILL, "COOPERATE", LAKE, NO)], 0),
        ([(HILL, "ALLY", LAKE), (LAKE, "ALLY", HILL, NO)], 1),
        ([(HILL, "AID", LAKE), (LAKE, "ASSAULT", HILL)], 1),
    ],
)
def test_what_is_said_and_denied_has_one_direction(told: list[Told], many: int) -> None:
    assert len(found("both ways", *told)) == many
