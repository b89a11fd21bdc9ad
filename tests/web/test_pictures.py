"""A tension's number: the page keys its list with it, and what is supposed away is found by it."""

from __future__ import annotations

from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ahlaf.network import Network, Party, Statement
from ahlaf.network.tensions import tensions
from ahlaf.relations import RELATIONS
from ahlaf.web.pictures import tell

PARTIES = [Party(name, name) for name in ("أ", "ب", "ج", "د")]
SAYINGS = st.tuples(st.permutations(PARTIES), st.sampled_from(sorted(RELATIONS)), st.booleans())


def network(said: list[tuple[list[Party], str, bool]]) -> Network:
    return Network.of(
        Statement(str(n), ends[0], ends[1], relation, RELATIONS[relation].sign, denied, document=f"d{n}")
        for n, (ends, relation, denied) in enumerate(said, 1)
    )


def numbers(of: Network) -> list[str]:
    return [t.id for t in tell(None, of, tensions(of), 0)]  # type: ignore[arg-type] - no quotations, no project


@given(st.lists(SAYINGS, min_size=4, max_size=30))
@settings(max_examples=60)
def test_no_two_tensions_have_one_number(said: list[tuple[list[Party], str, bool]]) -> None:
    of = network(said)
    assume((of.gathered_ties.sign < 0).any() or (of.gathered_ties.deniers > 0).any())  # without a minus: a refusal
    found = Counter(numbers(of))
    assert found.total() == len(found)


def test_word_and_deed_can_part_in_both_directions() -> None:
    pair = PARTIES[:2]
    of = network([(pair, r, False) for r in ("ACCUSE", "COOPERATE", "SUPPORT", "ASSAULT") if r in RELATIONS])
    found = [t for t in tell(None, of, tensions(of), 0) if t.kind == "word and deed"]  # type: ignore[arg-type]
    assert len(found) == len({t.id for t in found}) == 2


def test_it_stays_when_more_is_said_on_either_side() -> None:
    said = [(PARTIES[:2], "SUPPORT", False), (PARTIES[:2], "ASSAULT", False)]
    assert set(numbers(network(said))) <= set(numbers(network([*said, (PARTIES[2:], "AID", False)])))
