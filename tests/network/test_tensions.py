"""Every kind of tension in a story of our own, circles against brute force, and the smallest doubt."""

from __future__ import annotations

import itertools

import pytest
from story import BAND, EAST, NORTH, PACT, PAPER, SOUTH, STORY, random_story, say

from ahlaf.errors import NetworkError
from ahlaf.network import Network, Party
from ahlaf.network.tensions import KINDS, patterns, smallest_doubt, tensions
from ahlaf.network.tensions.circles import circles
from ahlaf.network.tensions.links import side_of
from ahlaf.network.tensions.words import ARABIC, ENGLISH, clause
from ahlaf.relations import RELATIONS


def test_the_story_has_every_kind() -> None:
    network = Network.of(STORY)
    found = tensions(network)
    assert {t.kind for t in found} == set(KINDS)
    assert found[0].kind == "smallest doubt"
    scores = [t.score for t in found[1:]]
    assert scores == sorted(scores, reverse=True)
    for t in found:
        assert t.en
        assert t.ar
        assert len(t.sides) >= 2 or t.kind == "smallest doubt"
        for side in t.sides:
            assert side.rows
            assert all(network.table.quotes[r] for r in side.rows)


def one(kind: str, *actors: str) -> object:
    network = Network.of(STORY)
    numbers = tuple(network.find(a) for a in actors)
    return next(t for t in patterns(network) if t.kind == kind and t.actors[: len(numbers)] == numbers)


def test_member_and_founder() -> None:
    t = one("member helps", "NOR", "pact", "band")
    assert t.score == 0.75  # type: ignore[attr-defined]
    assert t.en == (  # type: ignore[attr-defined]
        "North is said to aid Night Band, though North is said to belong to River Pact "
        "and River Pact is said to mean to fight Night Band"
    )
    assert one("founder", "NOR", "pact", "band")


def test_word_and_deed() -> None:
    t = one("word and deed", "pact", "band")
    assert t.score == pytest.approx(0.6)  # type: ignore[attr-defined]
    assert "in deed River Pact is alleged to aid Night Band" in t.en  # type: ignore[attr-defined]


def test_left_out_names_who_stands_beside() -> None:
    t = one("left out", "EAS", "pact", "band")
    assert t.en == (  # type: ignore[attr-defined]
        "River Pact is said to leave out East, though Night Band is said to attack East and River Pact is said to mean to "
        "fight Night Band; left out in the same words: South; East is said to be allied elsewhere, with North"
    )


@pytest.mark.parametrize(
    ("told", "en", "ar"),
    [
        # The heaviest claim goes one way, most of the weight the other: neither is the doer.
        (
            [(SOUTH, "ASSAULT", NORTH, 1.0), (NORTH, "ASSAULT", SOUTH, 0.9), (NORTH, "SANCTION", SOUTH, 0.9)],
            "South and North are said to stand against each other",
            "يُقال إن بين «الجنوب» و«الشمال» عداءً",
        ),
        ([(SOUTH, "ASSAULT", NORTH, 1.0), (NORTH, "ACCUSE", SOUTH, 0.1)], "South is said to attack North", "مهاجمة «الشمال»"),
        ([(SOUTH, "ALLY", NORTH, 1.0), (NORTH, "ALLY", SOUTH, 0.9)], "South is said to be an ally of North", "التحالف مع"),
        ([(SOUTH, "AID", NORTH, 1.0), (NORTH, "AID", SOUTH, 0.9)], "South and North are said to stand with each other", "تقاربًا"),
    ],
)
def test_a_side_names_a_doer_only_where_claims_go_one_way(told: list[tuple[Party, str, Party, float]], en: str, ar: str) -> None:
    network = Network.of([say(n, s, r, t, credence=c, document=f"d{n}") for n, (s, r, t, c) in enumerate(told, 1)])
    side = side_of(network, tuple(range(len(told))), 1.0)
    assert side.en == en
    assert ar in side.ar


def test_before_and_after_different_voices_one_voice() -> None:
    said = [t.en.split(" ")[0] for t in patterns(Network.of(STORY)) if t.kind == "both ways"]
    assert {"Until", "Voices"} <= set(said)
    same = Network.of([say(1, NORTH, "AID", BAND), say(2, NORTH, "ASSAULT", BAND)])
    assert next(iter(patterns(same))).en.startswith("One voice")


FIGHT = ("OPPOSE", NORTH, SOUTH, False), ("OPPOSE", SOUTH, NORTH, True)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ([], 1),
        ([("ASSAULT", NORTH, SOUTH, False)], 1),
        ([("ASSAULT", SOUTH, NORTH, False)], 1),
        ([("ASSAULT", SOUTH, NORTH, True)], 1),
        ([("ASSAULT", NORTH, SOUTH, False), ("ASSAULT", SOUTH, NORTH, False)], 2),
    ],
)
def test_what_is_mutual_is_said_and_denied_once(more: list[tuple[str, Party, Party, bool]], told: int) -> None:
    """It goes both ways; beside a deed in one of them it was told twice, in the same words."""
    said = [say(n, s, r, t, denied=no, document=f"d{n}") for n, (r, s, t, no) in enumerate((*FIGHT, *more))]
    found = [t for t in patterns(Network.of(said)) if t.kind == "both ways"]
    assert len(found) == told
    assert {r for t in found for r in t.rows} == set(range(len(said)))


@pytest.mark.parametrize(
    ("binds", "divides", "told"),
    [
        (["2014-05-01"], ["2015-06-01"], "Until 2014-05-01 North is said to aid Night Band; from 2015-06-01"),
        (["2014"], ["2015"], "Until 2014 North is said to aid Night Band; from 2015 "),
        (["2016-02"], ["2015", "2016-01-31"], "Until 2016-01-31 North is said to attack Night Band; from 2016-02 "),
        (["2015", "2015-03-01"], ["2016"], "Until 2015 North"),
        (["2015"], ["2015-06-01"], "Voices disagree"),
        (["2015-06"], ["2015-06-30"], "Voices disagree"),
        (["2015-06"], ["2015"], "Voices disagree"),
        (["2014-05-01", ""], ["2015-06-01"], "Voices disagree"),
    ],
)
def test_what_is_before_is_surely_before(binds: list[str], divides: list[str], told: str) -> None:
    """A year or a month alone may mean any day of it."""
    said = [(relation, date) for relation, dates in (("AID", binds), ("ASSAULT", divides)) for date in dates]
    network = Network.of([say(n, NORTH, r, BAND, date=d, document=f"d{n}") for n, (r, d) in enumerate(said)])
    (found,) = (t for t in patterns(network) if t.kind == "both ways")
    assert found.en.startswith(told)


def test_one_voice_is_quoted_first_and_told_by_what_it_says() -> None:
    paper: dict[str, object] = {"voices": (PAPER,)}
    said = [
        say(1, NORTH, "AID", BAND, document="d1"),
        say(2, NORTH, "SUPPORT", BAND, credence=0.5, document="d2", **paper),
        say(3, NORTH, "ASSAULT", BAND, document="d3"),
        say(4, NORTH, "ACCUSE", BAND, credence=0.4, document="d2", **paper),
    ]
    (t,) = (t for t in patterns(Network.of(said)) if t.kind == "both ways")
    assert [side.rows for side in t.sides] == [(1, 0), (3, 2)]
    assert t.en == (
        "One voice (The Bank) has it both ways: North is said to stand with Night Band, and North is said to stand against Night Band"
    )
    assert t.ar.startswith("صوت واحد («صحيفة الضفة») يقول الأمرين: يُنسب إلى «الشمال» الوقوف مع «عصبة الليل»، ")
    assert t.ar.endswith("ويُنسب إلى «الشمال» الوقوف ضد «عصبة الليل»")


@pytest.mark.parametrize(
    ("about", "en", "ar"),
    [
        ({"author": "سعود كابلي", "outlet": "النهار"}, "سعود كابلي", "سعود كابلي"),
        ({"outlet": "النهار"}, "an author of النهار", "كاتب في «النهار»"),
        ({}, "the author of d1", "كاتب «d1»"),
    ],
)
def test_one_voice_has_a_name(about: dict[str, object], en: str, ar: str) -> None:
    network = Network.of([say(1, NORTH, "AID", BAND, **about), say(2, NORTH, "ASSAULT", BAND, **about)])
    (t,) = (t for t in patterns(network) if t.kind == "both ways")
    assert t.en.startswith(f"One voice ({en}) has it both ways: North is said to aid")
    assert t.ar.startswith(f"صوت واحد ({ar}) ")


@pytest.mark.parametrize("seed", range(30))
def test_all_odd_triangles_are_found_and_nothing_else(seed: int) -> None:
    network = Network.of(random_story(seed, actors=7, claims=25))
    sign = {(t.u, t.v): t.weight for t in network.ties if t.weight}
    sign |= {(v, u): w for (u, v), w in sign.items()}
    nodes = sorted({a for pair in sign for a in pair})
    odd = {
        frozenset(three)
        for three in itertools.combinations(nodes, 3)
        if all(p in sign for p in itertools.combinations(three, 2))
        and sum(sign[p] < 0 for p in itertools.combinations(three, 2)) % 2
    }
    found = list(circles(network))
    assert {frozenset(t.actors) for t in found if len(t.actors) == 3} == odd
    for t in found:
        pairs = list(zip(t.actors, t.actors[1:] + t.actors[:1], strict=True))
        assert sum(sign[p] < 0 for p in pairs) % 2 == 1
        assert len(set(t.actors)) == len(t.actors)


@pytest.mark.parametrize("length", [3, 4, 5, 8])
def test_a_single_circle_of_any_length_is_found(length: int) -> None:
    from ahlaf.network import Party

    ring = [Party(f"r{i}") for i in range(length)]
    said = [say(i, ring[i], "ALLY" if i else "ASSAULT", ring[(i + 1) % length]) for i in range(length)]
    found = list(circles(Network.of(said)))
    assert [len(t.actors) for t in found] == [length]
    assert found[0].score == pytest.approx(2 / length)


def brute(network: Network) -> tuple[float, list[frozenset[int]]]:
    """The index and all smallest sets, by all camps."""
    edges = network.signed[0]
    nodes = sorted({a for u, v, _ in edges for a in (u, v)})
    best, sets = float("inf"), set()
    for bits in itertools.product((0, 1), repeat=len(nodes)):
        side = dict(zip(nodes, bits, strict=True))
        broken = frozenset(i for i, (u, v, w) in enumerate(edges) if (w > 0) != (side[u] == side[v]))
        cost = round(sum(abs(edges[i][2]) for i in broken), 6)
        if cost < best - 1e-9:
            best, sets = cost, {broken}
        elif abs(cost - best) < 1e-9:
            sets.add(broken)
    return best, list(sets)


@pytest.mark.parametrize("seed", range(25))
def test_the_smallest_doubt_and_all_its_sets(seed: int) -> None:
    network = Network.of(random_story(seed, actors=7, claims=16))
    value, sets = brute(network)
    found = smallest_doubt(network, limit=1000)
    assert found.proved
    assert found.value == pytest.approx(value)
    assert found.count == len(sets)
    got = [frozenset(d.place for d in chosen) for chosen in (found.doubted, *found.others)]
    assert sorted(map(sorted, got)) == sorted(map(sorted, sets))
    for edge in range(len(network.signed[0])):
        where = sum(edge in s for s in sets)
        assert found.member.get(edge, "no") == ("every" if where == len(sets) else "some" if where else "no")


def test_the_doubt_counts_claims_and_ties_in_both_languages() -> None:
    told = tensions(Network.of(STORY), ["smallest doubt"])[0]
    assert "3 claims on 3 ties" in told.en
    assert "ينبغي الشك في 3 ادعاءات على 3 علاقات (وزنها" in told.ar


def test_the_limit_leaves_where_each_tie_stands() -> None:
    network = Network.of(STORY)
    whole, cut = smallest_doubt(network, limit=1000), smallest_doubt(network, limit=1)
    assert cut.member == whole.member


def test_nothing_to_doubt() -> None:
    network = Network.of([say(1, NORTH, "ASSAULT", EAST), say(2, NORTH, "ALLY", SOUTH)])
    found = smallest_doubt(network)
    assert (found.value, found.proved, found.doubted, found.only) == (0, True, (), True)
    assert tensions(network) == []


def test_every_relation_has_its_words_in_both_languages() -> None:
    assert set(ENGLISH) == set(ARABIC) == set(RELATIONS)
    for relation in RELATIONS:
        for modality in ("asserted", "alleged", "intended", "normative", "hypothetical", "questioned"):
            for denied in (False, True):
                for language in ("en", "ar"):
                    assert "{" not in clause("س", relation, "ص", denied=denied, modality=modality, language=language)


def test_what_cannot_be_asked_is_refused_with_a_sentence() -> None:
    with pytest.raises(NetworkError, match="no kind of tension"):
        tensions(Network.of(STORY), ["gossip"])
    with pytest.raises(NetworkError, match="minus"):
        tensions(Network.of([say(1, NORTH, "MEMBER", PACT)]))
    with pytest.raises(NetworkError, match="no claims"):
        tensions(Network.of([]))
    with pytest.raises(NetworkError, match="no claim passes"):
        tensions(Network.of(STORY).where(since="2030"))


def test_a_wish_is_no_ally() -> None:
    base = [s for s in STORY if s.relation != "ALLY"]
    wish = [*base, say(20, EAST, "ALLY", NORTH, modality="normative")]
    scores = [next(t.score for t in patterns(Network.of(s)) if t.kind == "left out") for s in (base, wish, STORY)]
    assert scores == [1.0, 1.0, 0.5]
    assert BAND.name
