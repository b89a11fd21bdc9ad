"""Windows over time."""

from __future__ import annotations

import pytest
from story import BAND, EAST, NORTH, STORY, say

from ahlaf.errors import NetworkError
from ahlaf.network import Network, Party, Statement
from ahlaf.network.change import change, inexact
from ahlaf.network.change.kernels import KERNELS, kernel_of
from ahlaf.network.change.spans import later
from ahlaf.network.table import day_of
from ahlaf.network.tables import window_rows


def test_each_claim_is_in_one_window_of_its_own_time() -> None:
    network = Network.of(STORY)
    for unit, size in (("days", 30), ("weeks", 2), ("months", 1), ("months", 5), ("years", 1)):
        found = change(network, unit, size)
        assert sum(w.claims for w in found.windows) == 10
        assert found.undated == 4
        assert all(a.end < b.start for a, b in zip(found.windows, found.windows[1:], strict=False))


def test_a_tie_that_turned() -> None:
    found = change(Network.of(STORY), "years", 1)
    network = Network.of(STORY)
    turned = {frozenset((t.u, t.v)): t for t in found.turned if (t.was, t.now) == (1, -1)}
    assert frozenset((network.find("NOR"), network.find("EAS"))) in turned
    assert all(t.rows_before and t.rows_after for t in turned.values())


@pytest.mark.parametrize(("size", "step", "claims"), [(2, None, 3), (3, 1, 4), (6, 1, 1), (4, 2, 2)])
@pytest.mark.parametrize("days", [["2015-06-01"] * 6, ["2015-06-01"] * 3 + ["2015-06-02"] * 2 + ["2015-07-01"]])
def test_windows_of_events_hold_so_many(days: list[str], size: int, step: int | None, claims: int) -> None:
    network = Network.of([say(n, NORTH, "AID", BAND, document=f"d{n}", date=d) for n, d in reversed(list(enumerate(days)))])
    found = change(network, "events", size, step=step).windows
    assert [w.claims for w in found] == [size] * claims
    assert [w.plus for w in found] == [float(size)] * claims


def test_what_is_denied_is_no_witness_of_a_sign() -> None:
    said = [
        say(1, NORTH, "AID", BAND, document="d1", date="2014", denied=True, modality="alleged"),
        say(2, NORTH, "SUPPORT", BAND, document="d2", date="2014", modality="alleged"),
        say(3, NORTH, "AID", BAND, document="d3", date="2014"),
        say(4, NORTH, "ASSAULT", BAND, document="d4", date="2015"),
    ]
    (turned,) = change(Network.of(said), "years").turned
    assert (turned.rows_before, turned.rows_after) == ((2, 1), (3,))


def test_a_tie_turns_in_one_of_the_windows_that_begin_with_a_day() -> None:
    day = {"date": "2015-06-01"}
    said = [say(n, NORTH, "AID" if n < 2 else "ASSAULT", BAND, document=f"d{n}", **day) for n in range(6)]
    network = Network.of(said)
    found = change(network, "events", 2)
    assert [(t.was, t.now, t.window) for t in found.turned] == [(1, -1, 1)]
    assert [len(row["turned"]) for row in window_rows(network, found)] == [0, 1, 0]


def test_windows_of_events() -> None:
    found = change(Network.of(STORY), "events", 4, step=2)
    assert {w.claims for w in found.windows} == {4}
    with pytest.raises(NetworkError, match="more than"):
        change(Network.of(STORY), "events", 400)


def test_a_window_without_claims_is_there_and_empty() -> None:
    found = change(Network.of(STORY), "months", 1)
    empty = [w for w in found.windows if not w.claims]
    assert empty
    assert all(w.balance is None for w in empty)


@pytest.mark.parametrize("kernel", KERNELS)
def test_a_claim_in_the_middle_counts_in_full(kernel: str) -> None:
    said = [say(1, NORTH, "ALLY", EAST, date="2014-01-02"), say(2, NORTH, "ALLY", BAND, date="2014-01-01")]
    said += [say(3, EAST, "ALLY", BAND, date="2014-01-03")]
    window = change(Network.of(said), "days", 3, kernel=kernel).windows[0]
    shape = kernel_of(kernel)
    side = 1.0 if kernel == "uniform" else shape(1 / 1.5) / shape(0)
    assert window.plus == pytest.approx(1 + 2 * round(side, 3), abs=2e-3)


def test_kernels_add_up_to_one() -> None:
    for name in KERNELS:
        shape = kernel_of(name)
        assert sum(shape(x / 1000) / 1000 for x in range(-6000, 6000)) == pytest.approx(1, abs=2e-3)


@pytest.mark.parametrize("unit", ["days", "weeks", "months", "years"])
def test_the_calendar_has_two_ends(unit: str) -> None:
    day = day_of("2014-01-31")
    assert [later(day, count, unit) for count in (10**20, -(10**20))] == [day_of("9999-12-31"), 1]


def test_refused() -> None:
    network = Network.of(STORY)
    for more, says in (
        ({"unit": "moons"}, "no unit"),
        ({"size": 0}, "at least 1"),
        ({"kernel": "box"}, "no kernel"),
        ({"since": "x"}, "can't be read"),
    ):
        with pytest.raises(NetworkError, match=says):
            change(network, **more)  # type: ignore[arg-type]
    with pytest.raises(NetworkError, match="has a date"):
        change(Network.of([say(1, NORTH, "AID", EAST)]))
    with pytest.raises(NetworkError, match="windows"):
        change(Network.of([say(1, NORTH, "AID", EAST, date="0900"), say(2, NORTH, "AID", EAST, date="2014")]), "days")


@pytest.mark.parametrize(("unit", "size"), [("days", 2), ("weeks", 1), ("months", 1), ("years", 1), ("years", 4)])
def test_windows_end_with_the_calendar(unit: str, size: int) -> None:
    found = change(dated("9998-12-30", "9999-12-31"), unit, size)
    assert [w.claims for w in found.windows if w.claims] == [1, 1] if size < 4 else [2]
    assert found.windows[-1].end == "9999-12-31"
    assert len({w.start for w in found.windows}) == len(found.windows)


def dated(*days: str) -> Network:
    """A network with one claim of each of these days."""
    return Network.of([say(n, NORTH, "ALLY", EAST, date=day) for n, day in enumerate(days, 1)])


BUSY = tuple(f"2015-{month:02}-{day:02}" for month in (3, 4, 5) for day in range(2, 16))
"""Forty-two days of one spring."""


@pytest.mark.parametrize(
    ("days", "first", "apart"),
    [
        (BUSY, "2015-03-02", []),
        (("1915-03-01", *BUSY), "2015-03-01", [("1915-03-01", "1915-03-01", 1)]),
        (("1915-03-01", "1948-05", *BUSY), "2015-03-01", [("1915-03-01", "1948-05-01", 2)]),
        ((*BUSY, "2105-01-01"), "2015-03-02", [("2105-01-01", "2105-01-01", 1)]),
        (("1915-03-01", *BUSY, "2105-01-01"), "2015-03-01", [("1915-03-01", "1915-03-01", 1), ("2105-01-01", "2105-01-01", 1)]),
        # As near as the others are to each other, or more than a twentieth, or too few to tell: it stays.
        (("2015-01-01", *BUSY), "2015-01-01", []),
        (("1915-03-01", "1915-03-02", "1915-03-03", *BUSY), "1915-03-01", []),
        (("1915-03-01", *BUSY[:18]), "1915-03-01", []),
    ],
)
def test_a_few_stray_dates_do_not_stretch_everything(days: tuple[str, ...], first: str, apart: list[tuple[str, str, int]]) -> None:
    network = dated(*days)
    found = change(network, "months", whole=False)
    assert found.windows[0].start == first
    assert [(a.start, a.end, a.claims) for a in found.apart] == apart
    if apart and apart[0][0] < first:
        assert change(network, "years", whole=False).windows[0].start == "2015-01-01", "no date sets it but the calendar"
    assert sum(w.claims for w in found.windows) + sum(a.claims for a in found.apart) == len(days)
    every = change(network, "years", 10)
    assert sum(w.claims for w in every.windows) == len(days)
    assert every.apart == ()


def test_windows_that_count_claims_leave_none_out() -> None:
    found = change(dated("1915-03-01", *BUSY), "events", 10, whole=False)
    assert (found.windows[0].start, found.apart) == ("1915-03-01", ())


def test_all_claims_of_one_day_are_no_stretch_of_nothing() -> None:
    found = change(dated("2015-03-01", *["2015-03-14"] * 30), "months", whole=False)
    assert found.apart == (), "within a window of the others it is near"


def test_what_is_dated_by_its_year_alone_is_counted_for_it_seems_to_be_of_january() -> None:
    ones = (Party("كندا"), Party("كينيا"))
    dates = ("2015", "2015-03", "2015-03-14", "2016", "")
    network = Network.of([Statement(str(n), *ones, "AID", 1, date=date) for n, date in enumerate(dates)])
    assert [inexact(network, unit) for unit in ("days", "weeks", "months", "years", "events")] == [3, 3, 2, 0, 0]
    assert inexact(network.where(since="2016"), "months") == 1
