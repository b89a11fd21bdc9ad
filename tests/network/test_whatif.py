"""What would change: against the network gathered anew."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from story import EAST, NORTH, SOUTH, STORY, random_story

from ahlaf.errors import NetworkError
from ahlaf.network import Network
from ahlaf.network.tensions import Tension, patterns, smallest_doubt
from ahlaf.network.whatif import WhatIf, _key, parse
from ahlaf.relations import RELATIONS


@pytest.mark.parametrize("seed", range(20))
def test_bounds_at_once_hold_the_index_and_time_proves_it(seed: int) -> None:
    said = random_story(seed, actors=9, claims=30)
    session = WhatIf(Network.of(said))
    for asked in (
        {"doubt": [str(seed), "3"]},
        {"add": ["فاعل 1 ALLY فاعل 5", "فاعل 2 ASSAULT فاعل 5"]},
        {"add": ["فاعل 0 AID فاعل 3"], "doubt": ["7"]},
    ):
        quick, slow = session.suppose(**asked), session.suppose(**asked, seconds=10)
        assert slow.after.proved
        assert quick.after.lower - 1e-6 <= slow.after.upper <= quick.after.upper + 1e-6
        assert slow.after.value == pytest.approx(smallest_doubt(slow.network, limit=0).value)
        if quick.after.proved:
            assert quick.after.value == pytest.approx(slow.after.value)
        assert sum(d.weight for d in quick.after.doubted) == pytest.approx(quick.after.upper)


def said_by(network: Network, found: Iterable[Tension]) -> dict[object, Tension]:
    return {_key(network, t): t for t in found if t.kind != "circle"}


@pytest.mark.parametrize("seed", range(40))
def test_what_comes_and_goes_is_what_all_tensions_found_anew_say(seed: int) -> None:
    """Only what a change can touch is looked at again: the rest has to be as it was."""
    network = Network.of([*STORY, *random_story(seed, actors=6, claims=60)])
    session = WhatIf(network, seconds=1)
    relation = list(RELATIONS)[seed % len(RELATIONS)]
    for asked in (
        {"doubt": [str(seed), "3", f"d1:{1 + seed % 8}"]},
        {"add": ["فاعل 1 ALLY فاعل 5", f"الشمال {relation} عصبة الليل"]},
        {"add": [f"فاعل {seed % 6} MEMBER حلف النهر", "فاعل 3 EXCLUDE جديد"], "doubt": ["d1:2"]},
        {"remove": ["الشمال * عصبة الليل"], "add": ["الشرق MEMBER حلف النهر", f"فاعل 2 {relation} فاعل 4"]},
    ):
        answer = session.suppose(**asked)
        before, after = said_by(network, patterns(network)), said_by(answer.network, patterns(answer.network))
        assert said_by(network, answer.gone) == {k: t for k, t in before.items() if k not in after}
        assert said_by(answer.network, answer.come) == {k: t for k, t in after.items() if k not in before}
        changed = {k: (before[k].score, after[k].score) for k in before.keys() & after.keys() if before[k].score != after[k].score}
        assert {_key(network, old): (old.score, new.score) for old, new in answer.changed} == changed


def test_doubting_a_claim_is_leaving_it_out() -> None:
    session = WhatIf(Network.of(STORY))
    answer = session.suppose(doubt=["d1:3"])
    left = Network.of([s for s in STORY if s.id != "d1:3"])
    assert answer.network.claims == left.claims
    assert "member helps" in {t.kind for t in answer.gone}
    assert answer.anything


def test_an_ally_elsewhere_changes_who_is_left_out() -> None:
    base = [s for s in STORY if s.relation != "ALLY"]
    answer = WhatIf(Network.of(base)).suppose(add=["الشرق ALLY الصحراء"])
    old, new = next((o, n) for o, n in answer.changed if o.kind == "left out")
    assert (old.score, new.score) == (1.0, 0.5)
    assert answer.new_actors == ("الصحراء",)
    (joined, beside), = answer.joined
    assert answer.network.label(joined) == "الصحراء"
    assert [answer.network.label(b) for b in beside] == ["الشرق"]


def test_removing() -> None:
    session = WhatIf(Network.of(STORY))
    assert session.suppose(remove=["North * Night Band"]).network.claims == session.network.claims - 2
    assert session.suppose(remove=["الشرق ALLY الشمال"]).network.claims == session.network.claims - 1, "allies either way round"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"add": ["x likes y"]}, "can't be read"),
        ({"add": ["لا أحد ALLY لا شيء"]}, "neither"),
        ({"add": ["North * East"]}, "no relation"),
        ({"remove": ["الشمل AID عصبة الليل"]}, "did you mean|no actor"),
        ({"remove": ["East AID North"]}, "nothing here says"),
        ({"doubt": ["d1:99"]}, "no claim"),
    ],
)
def test_what_can_not_be_supposed(asked: dict[str, list[str]], says: str) -> None:
    with pytest.raises(NetworkError, match=says):
        WhatIf(Network.of(STORY)).suppose(**asked)


def test_the_network_asked_of_is_not_touched() -> None:
    network = Network.of(STORY)
    before = [network.table[i] for i in range(len(network.table))]
    WhatIf(network).suppose(add=["North ALLY South"], doubt=["d1:1"])
    assert [network.table[i] for i in range(len(network.table))] == before


def test_parse() -> None:
    assert parse("A b ally C d") == ("A b", "ALLY", "C d")
    assert NORTH.name
    assert EAST.name
    assert SOUTH.name
