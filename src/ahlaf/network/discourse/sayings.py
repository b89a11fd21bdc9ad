"""Who says what: the rows of discourse network analysis.

**Definition.** A saying is an actor, a concept, whether it agrees with it, a date and a document (Leifeld 2017).
Here the actor is the *voice* of a claim (or its outlet, author or document), and there are two ways to read the
concept:

* ``relation`` (the default): the concept is source, relation and target ("Turkey AID Daesh"); who affirms it agrees,
  who denies it disagrees. Where the relation is mutual, whichever of the two a text names first, it is one concept;
* ``pair``: the concept is the pair ("Turkey → Daesh", that the one stands by the other); who affirms a plus or
  denies a minus agrees, who affirms a minus or denies a plus disagrees. So "aids" and "fights" are two opinions on
  one question, where under ``relation`` they are two questions.

Claims with a missing end are left out, and so are questions (``questioned``): who asks does not say. Several who go by
one name are told apart by their ids ("متظاهرون (GRC)", "متظاهرون (ITA)"): they say, and are, different things.

**Duplicates** (as Discourse Network Analyzer has them): of the sayings that agree in actor, concept and agreement,
all are kept (``include``), or the first per ``document``, ``week`` (ISO), ``month``, ``year``, or in the whole
``range``. Its program compares the number of the week or month alone, so that one January is every January; here a
week or month is one of its year. Sayings without a date are duplicates of each other.

>>> s = [Saying("V", "c", True, "2014-01-05", "d1"), Saying("V", "c", True, "2014-01-20", "d2")]
>>> [len(unique(s, how)) for how in DUPLICATES]
[2, 2, 2, 1, 1, 1]
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ahlaf.errors import NetworkError
from ahlaf.namesakes import told_apart
from ahlaf.network.table import MODALITIES, NAMES, UNKNOWN_DAY, day_of
from ahlaf.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ahlaf.network.graph import Network

ACTORS = ("voice", "outlet", "author", "document")
CONCEPTS = ("relation", "pair")
DUPLICATES = ("include", "document", "week", "month", "year", "range")


@dataclass(frozen=True, slots=True)
class Saying:
    """An actor agrees or disagrees with a concept."""

    actor: str
    concept: str
    agree: bool
    date: str = ""
    document: str = ""


def sayings(
    network: Network, actor: str = "voice", concept: str = "relation", language: str = "ar"
) -> list[Saying]:
    """The claims of a network as sayings, by date and then as they came."""
    if actor not in ACTORS:
        raise NetworkError(f"{actor!r} can't be who says: choose {', '.join(ACTORS)}")
    if concept not in CONCEPTS:
        raise NetworkError(f"{concept!r} can't be what is said: choose {', '.join(CONCEPTS)}")
    network.need(pair=False)
    t = network.table
    rows = np.arange(len(t)) if network.rows is None else network.rows
    asked = MODALITIES.index("questioned")
    keep = (t.source[rows] >= 0) & (t.target[rows] >= 0) & (t.modality[rows] != asked)
    rows = rows[keep & (network.weights.of_rows(t)[rows] > 0)]
    rows = rows[np.argsort(t.day()[rows], kind="stable")]
    labels = told_apart([p.label(language) for p in t.parties], t.parties, language)
    speakers: list[str] = []
    if actor == "voice":
        voices, first = np.unique(t.voice, return_index=True)  # every voice of the table has a row in it
        speakers = told_apart([network.speaker(r, language) for r in first.tolist()], [t.voices[v] for v in voices], language)
    found = []
    for r in rows.tolist():
        name = speakers[t.voice[r]] if speakers else _who(network, r, actor)
        if not name:
            continue
        s, x = labels[t.source[r]], labels[t.target[r]]
        if concept == "relation":
            s, x = sorted((s, x)) if RELATIONS[NAMES[t.relation[r]]].mutual else (s, x)
            what, agree = f"{s} {NAMES[t.relation[r]]} {x}", not t.denied[r]
        else:
            what, agree = f"{s} → {x}", bool((t.sign[r] > 0) != t.denied[r])
        found.append(Saying(name, what, bool(agree), t.dates[t.date[r]], t.documents[t.document[r]]))
    return found


def _who(network: Network, row: int, actor: str) -> str:
    t = network.table
    if actor == "outlet":
        return t.outlets[int(t.outlet[row])]
    if actor == "author":
        return t.authors[int(t.author[row])]
    return t.documents[int(t.document[row])]


def unique(said: Iterable[Saying], duplicates: str = "include") -> list[Saying]:
    """Without duplicates of a kind."""
    if duplicates not in DUPLICATES:
        raise NetworkError(f"{duplicates!r} is no kind of duplicate: they are {', '.join(DUPLICATES)}")
    if duplicates == "include":
        return list(said)
    seen: set[tuple[object, ...]] = set()
    found = []
    for s in said:
        key = (s.actor, s.concept, s.agree, _period(s, duplicates))
        if key not in seen:
            seen.add(key)
            found.append(s)
    return found


def _period(s: Saying, duplicates: str) -> object:
    if duplicates == "document":
        return s.document
    if duplicates == "range":
        return None
    day = day_of(s.date)
    if day == UNKNOWN_DAY:
        return ""
    date = dt.date.fromordinal(day)
    if duplicates == "week":
        return date.isocalendar()[:2]
    return (date.year, date.month) if duplicates == "month" else date.year


def dated(said: Sequence[Saying]) -> list[Saying]:
    """The sayings with a date, by date."""
    found = [s for s in said if day_of(s.date) != UNKNOWN_DAY]
    if not found:
        raise NetworkError("none of these sayings has a date: windows need dates")
    return sorted(found, key=lambda s: day_of(s.date))
