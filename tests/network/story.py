"""A story of our own that has every kind of tension in it, and small helpers."""

from __future__ import annotations

import json
import random
from pathlib import Path

from ahlaf.network import Party, Statement
from ahlaf.relations import RELATIONS

NORTH = Party("NOR", "الشمال", "North", "state", "NOR")
SOUTH = Party("SOU", "الجنوب", "South", "state", "SOU")
EAST = Party("EAS", "الشرق", "East", "state", "EAS")
PACT = Party("pact", "حلف النهر", "River Pact", "alliance", "IGO")
BAND = Party("band", "عصبة الليل", "Night Band", "armed-group", "IMG")
PAPER = Party("paper", "صحيفة الضفة", "The Bank", "organisation")


def say(number: int, source: Party | None, relation: str, target: Party | None, **more: object) -> Statement:
    """A statement with its sign and a quotation."""
    more.setdefault("document", "d1")
    more.setdefault("quote", f"القول رقم {number}")
    return Statement(f"d1:{number}", source, target, relation, RELATIONS[relation].sign, **more)  # type: ignore[arg-type]


STORY = (
    say(1, PACT, "OPPOSE", BAND, modality="intended", date="2014-08-01"),
    say(2, NORTH, "MEMBER", PACT, date="2014-08-01"),
    say(3, NORTH, "AID", BAND, date="2014-09-01"),
    say(4, NORTH, "LEAD", BAND, date="2014-09-02"),
    say(5, PACT, "AID", BAND, modality="alleged", date="2014-10-01"),
    say(6, BAND, "ASSAULT", EAST, date="2014-10-05"),
    say(7, PACT, "EXCLUDE", EAST, date="2014-10-06", quote="استبعد الحلف الشرق والجنوب"),
    say(8, PACT, "EXCLUDE", SOUTH, date="2014-10-06", quote="استبعد الحلف الشرق والجنوب"),
    say(9, NORTH, "ALLY", EAST, date="2013-01-01", document="d2"),
    say(10, NORTH, "ASSAULT", EAST, date="2015-01-01", document="d3"),
    say(11, SOUTH, "SUPPORT", EAST, voices=(PAPER,), document="d2"),
    say(12, SOUTH, "SUPPORT", EAST, denied=True, document="d3"),
    say(13, BAND, "ACCUSE", SOUTH, document="d2"),
    say(14, SOUTH, "COOPERATE", NORTH, document="d2"),
)


def random_story(seed: int, actors: int = 8, claims: int = 20) -> list[Statement]:
    """Claims at random, with every field in use."""
    rng = random.Random(seed)  # noqa: S311 - no secret hangs on it
    parties = [Party(f"a{i}", f"فاعل {i}", country=f"C{i % 3}") for i in range(actors)]
    found = []
    for n in range(claims):
        s, t = rng.sample(parties, 2)
        document = f"d{rng.randrange(6)}"
        found.append(
            Statement(
                f"{n}",
                s,
                t,
                relation := rng.choice(list(RELATIONS)),
                RELATIONS[relation].sign,
                rng.random() < 0.2,
                rng.choice(("asserted", "alleged", "intended", "questioned")),
                rng.choice(((), (), (rng.choice(parties),))),
                rng.choice((0.25, 0.5, 0.75, 1.0)),
                document,
                rng.choice(("", "كاتب")),
                rng.choice(("", "o1", "o2")),
                rng.choice(("", "2014", "2014-05", "2015-06-07")),
                rng.choice(("", "same")),
                rng.choice(("", "", "confirmed", "refused", "unsure")),
                f"كلام {n}",
            )
        )
    return found


def gold_lines() -> list[str]:
    """The story of sixty states, in the shape of annotated gold: names only."""
    claims = [
        (["الحكومة الشمالية", "الشمال"], "LEAD", ["حلف النهر", "الحلف"], "affirmed", "asserted"),
        (["حلف النهر", "الحلف"], "OPPOSE", ["عصبة الليل", "العصبة"], "affirmed", "intended"),
        (["الشمال", "الحكومة الشمالية"], "AID", ["عصبة الليل"], "affirmed", "asserted"),
        (["حلف الجبل", "الحلف"], "EXCLUDE", ["الشرق"], "affirmed", "asserted"),
    ]
    record = {
        "id": "g",
        "text": "…",
        "claims": [
            {
                "source": s, "target": t, "relation": r, "sign": RELATIONS[r].sign, "polarity": p, "modality": m,
                "voice": "author", "trigger": "x", "evidence": f"كلام {n}",
            }
            for n, (s, r, t, p, m) in enumerate(claims)
        ],
    }  # fmt: skip
    return [json.dumps(record, ensure_ascii=False)]


def write(path: Path, lines: list[str]) -> str:
    """A file of lines, and its name."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)
