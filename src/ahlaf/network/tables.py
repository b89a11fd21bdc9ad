"""Measures as plain rows, for tables, JSON and CSV: names and words in place of numbers.

>>> from ahlaf.network import Network, Party, Statement
>>> net = Network.of([Statement("1", Party("A"), Party("B"), "AID", 1, quote="…", document="d")])
>>> claim(net, 0)
{'id': '1', 'says': 'يُنسب إلى «A» مساعدة «B»', 'quote': '…', 'voice': 'author', 'document': 'd', 'outlet': '', 'date': ''}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ahlaf.network.tensions.links import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ahlaf.network.blocs import Blocs
    from ahlaf.network.change import Change
    from ahlaf.network.graph import Network
    from ahlaf.network.tensions import Doubt, Doubted, Tension
    from ahlaf.network.whatif import Answer

Row = dict[str, Any]


def claim(network: Network, row: int, language: str = "ar") -> Row:
    """A claim with its words and where they stand."""
    table = network.table
    voice = table.voices[table.voice[row]]
    return {
        "id": table.ids[row],
        "says": tell(network, row, language),
        "quote": table.quotes[row],
        "voice": voice.label(language) if voice.kind != "author" else voice.name or "author",
        "document": table.documents[table.document[row]],
        "outlet": table.outlets[table.outlet[row]],
        "date": table.dates[table.date[row]],
    }


def edge_rows(network: Network, language: str = "ar") -> list[Row]:
    """The edges, the heaviest first."""
    return sorted(network.to_rows(language), key=lambda r: -max(r["weight"], r["mass_for"] / 1000))


def voice_rows(network: Network, language: str = "ar") -> list[Row]:
    """Each voice's own edges, the voice that says most first."""
    found = []
    for own in network.by_voice().values():
        row = None if own.rows is None else int(own.rows[0])
        name, id_ = ("", "") if row is None else (network.speaker(row, language), network.table.voices[network.table.voice[row]].id)
        found += [{"voice_of": name, **edge, "voice_of_id": id_} for edge in edge_rows(own, language)]
    return found


def tension_rows(network: Network, found: Sequence[Tension], language: str = "ar", quotes: int = 3) -> list[Row]:
    """Tensions with the quotations of every side; a quotation once a side, the weightiest ``quotes`` of them."""
    return [
        {
            "rank": rank,
            "kind": t.kind,
            "score": t.score,
            "sentence": t.sentence(language),
            "actors": [network.label(a, language) for a in t.actors],
            "sides": [
                {
                    "says": s.en if language == "en" else s.ar,
                    "mass": s.mass,
                    "claims": _quotes(network, s.rows, language, quotes),
                    "more": max(0, len({network.table.quotes[r] for r in s.rows}) - quotes),
                }
                for s in t.sides
            ],
        }
        for rank, t in enumerate(found, 1)
    ]


def _quotes(network: Network, rows: Iterable[int], language: str, most: int) -> list[Row]:
    seen: set[str] = set()
    found: list[Row] = []
    for row in rows:
        told = claim(network, row, language)
        if told["quote"] not in seen and len(found) < most:
            seen.add(told["quote"])
            found.append(told)
    return found


def tie(network: Network, d: Doubted, language: str = "ar") -> Row:
    """A tie to doubt, with its claims."""
    return {
        "source": network.label(d.u, language),
        "target": network.label(d.v, language),
        "sign": "+" if d.sign > 0 else "−",
        "weight": d.weight,
        "claims": [claim(network, r, language) for r in d.rows],
    }


def doubt_row(network: Network, doubt: Doubt, language: str = "ar") -> Row:
    """The smallest doubt, whole: bounds, ties, other sets, contradictions, camps."""
    edges = network.signed[0]

    def named(u: int, v: int, sign: float) -> Row:
        return {"source": network.label(u, language), "target": network.label(v, language), "sign": "+" if sign > 0 else "−"}

    return {
        "value": doubt.value,
        "lower": doubt.lower,
        "upper": doubt.upper,
        "proved": doubt.proved,
        "doubted": [tie(network, d, language) for d in doubt.doubted],
        "others": [[named(d.u, d.v, d.sign) for d in other] for other in doubt.others],
        "sets": doubt.count,
        "proof": doubt.proof,
        "in_every": [named(*edges[e]) for e, where in doubt.member.items() if where == "every"],
        "in_some": [named(*edges[e]) for e, where in doubt.member.items() if where == "some"],
        "contradictions": [[named(d.u, d.v, d.sign) for d in circle] for circle in doubt.contradictions],
        "camps": [[network.label(a, language) for a in sorted(c)] for c in network.ordered(doubt.camps)],
    }


def bloc_rows(network: Network, found: Blocs, language: str = "ar") -> list[Row]:
    """The actors by camp; ``declared`` are the bodies that the text has them belong to."""
    side = {a: i for i, camp in enumerate(found.camps) for a in camp}
    between = dict(found.between)
    declared: dict[int, list[int]] = {}
    for body, members in found.alliances.items():
        for member in members:
            declared.setdefault(member, []).append(body)
    wrong: dict[int, list[int]] = {}
    for m in found.misplaced:
        wrong.setdefault(m.member, []).append(m.body)
    return [
        {
            "camp": number + 1,
            "actor": network.label(a, language),
            "hold": found.holds.get(a),
            "between": a in between,
            "stability": found.stability.get(a),
            "declared": [network.label(b, language) for b in declared.get(a, ())],
            "apart_from": [network.label(b, language) for b in wrong.get(a, ())],
        }
        for number, camp in enumerate(found.camps)
        for a in sorted(camp, key=lambda a: (-(found.holds.get(a) or 0.0), a))
        if side[a] == number
    ]


def answer_rows(answer: Answer, language: str = "ar") -> list[Row]:
    """What a supposition changes, one change a row. Only the smallest doubt has bounds, which are one where it is proved."""
    net = answer.network

    def row(change: str, what: str, before: float | None = None, after: float | None = None, beside: Iterable[int] = ()) -> Row:
        told: Row = {"change": change, "what": what, "before": before, "after": after, "before_lower": None, "after_lower": None}
        return told | {"beside": [net.label(b, language) for b in beside]}

    rows = [row("new actor", name) for name in answer.new_actors]
    doubt = row("smallest doubt", "", answer.before.upper, answer.after.upper)
    rows.append(doubt | {"before_lower": _lower(answer.before), "after_lower": _lower(answer.after)})
    rows += [row("tension gone", t.sentence(language), before=t.score) for t in answer.gone]
    rows += [row("tension new", t.sentence(language), after=t.score) for t in answer.come]
    rows += [row("tension changed", new.sentence(language), old.score, new.score) for old, new in answer.changed]
    rows += [row("changed camp", net.label(a, language)) for a in answer.moved]
    rows += [row("joins camp", net.label(a, language), beside=beside) for a, beside in answer.joined]
    return rows


def _lower(doubt: Doubt) -> float:
    return doubt.upper if doubt.proved else doubt.lower


def answer_told(rows: Iterable[Row]) -> list[Row]:
    """The same rows as a table for people has them: the smallest doubt in words, and whom an actor joins in the place of a number."""
    return [
        {
            "change": row["change"],
            "what": row["what"],
            "before": row["before"] if row["before_lower"] is None else bounds(row["before_lower"], row["before"]),
            "after": " · ".join(row["beside"])
            or (row["after"] if row["after_lower"] is None else bounds(row["after_lower"], row["after"])),
        }
        for row in rows
    ]


def bounds(lower: float, upper: float) -> str:
    """An index in words: never a bare number.

    >>> bounds(1.0, 2.5), bounds(1.0, 1.0)
    ('between 1 and 2.5', '1 (proved)')
    """
    return f"{upper:g} (proved)" if lower == upper else f"between {lower:g} and {upper:g}"


def window_rows(network: Network, found: Change, language: str = "ar") -> list[Row]:
    """Windows, one a row."""
    turned: dict[int, list[str]] = {}
    for t in found.turned:
        sign = "+ → −" if t.was > 0 else "− → +"
        turned.setdefault(t.window, []).append(f"{network.label(t.u, language)} · {network.label(t.v, language)} ({sign})")
    return [
        {
            "start": w.start,
            "end": w.end,
            "claims": w.claims,
            "actors": w.actors,
            "plus": w.plus,
            "minus": w.minus,
            "doubt": w.upper if w.claims else None,
            "doubt_lower": (w.upper if w.proved else w.lower) if w.claims else None,
            "proved": w.proved,
            "balance": w.balance,
            "turned": turned.get(at, []),
            "moved": [network.label(a, language) for a in w.moved],
        }
        for at, w in enumerate(found.windows)
    ]


def window_told(rows: Iterable[Row]) -> list[Row]:
    """The windows that hold claims, as a table for people has them: bounds that don't meet stand in one cell."""
    return [row | ({} if row["proved"] else {"doubt": f"{row['doubt_lower']:g}–{row['doubt']:g}"}) for row in rows if row["claims"]]
