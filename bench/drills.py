"""Plain sentences with their claims, made from the rule book's own verbs and names, to learn the simplest things from.

    python bench/drills.py > drills.jsonl

Articles hold few bare sentences, so what every grammar begins with (who stands first, لا and لم, هل, لو, ربما, يجب) is
rare in them. Each drill is a dozen sentences of its own: actors by chance, a sound verb by chance, one pattern of
``drills.tsv`` with the polarity and modality of what it claims of A and B (empty where it claims nothing). In a pattern
A and B are the ends, C somebody beside an end or beside the matter, P whoever says it; I is the verb's imperfect and F
its perfect, M its masdar, FH its perfect with the pronoun of B, N the adjective of origin of A, W who or which. Verbs
agree with A, "تسعى/يسعى" stands for the form that does, W and H agree with what W stands behind. What stands in
brackets is left out of the evidence. One sentence in four runs on into another of its kind.
"""

from __future__ import annotations

import csv
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ahlaf.lexicon import load
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.filling import inflect_verb
from ahlaf.lexicon.load import BUILT_IN, rows
from ahlaf.relations import RELATIONS

PATTERNS = Path(__file__).with_name("drills.tsv")
_CLITICS = ("ب", "ل")
_CAPITALS = (
    "بغداد دمشق أنقرة طهران الرياض القاهرة موسكو واشنطن باريس لندن الدوحة أبوظبي الرباط الخرطوم صنعاء بيروت برلين بكين طرابلس".split()
)
_ON = ("، بينما ", "، في حين ", "، كما ", "، ثم ", "، غير أنه ", " و")
"""Between two sentences that run on."""
_KINDS = frozenset(("state", "armed-group", "party", "alliance", "person"))


class Pattern(NamedTuple):
    """A row of ``drills.tsv``."""

    pattern: str
    polarity: str
    modality: str


def verbs(lexicon_rows: list) -> list[dict]:
    """Sound transitive verbs: relation, preposition before the target, forms by (gender)."""
    found = []
    for row in lexicon_rows:
        cells = row.cells
        source, _, target = cells["slots"].partition(">")
        if source != "subj" or "|" in target or cells["relation"] not in RELATIONS:
            continue
        if target not in {"obj", "ب", "ل", "على", "مع", "من", "إلى", "ضد", "عن"}:
            continue
        forms = inflect_verb(row, [m for m in cells.get("masdar", "").split("|") if m])
        table: dict[tuple[str, str], set[str]] = {}
        for form in forms:
            if form.person == 3 and form.number == "s" and form.voice != "passive" and not form.joined:
                table.setdefault((form.kind, form.gender), set()).add(form.text)
        if all(len(table.get((kind, gender), ())) == 1 for kind in ("perfect", "imperfect") for gender in "mf"):
            spelled = {key: next(iter(texts)) for key, texts in table.items()}
            masdars = [m for m in cells.get("masdar", "").split("|") if m]
            noun = masdars[0] if masdars and target == "obj" and " " not in masdars[0] else ""
            found.append({"relation": cells["relation"], "prep": "" if target == "obj" else target, "forms": spelled, "masdar": noun})
    return found


def actors(lexicon: Lexicon) -> list[tuple[str, str]]:
    """Names that a sentence can be built with, and their gender; of persons only one in ten."""
    found: dict[str, tuple[str, str]] = {}
    persons = 0
    for names in lexicon.names.values():
        for name in names:
            actor = name.actor
            if actor.id in found or not name.strong or not name.gender or name.number == "p" or actor.kind not in _KINDS:
                continue
            persons += actor.kind == "person"
            if actor.kind != "person" or persons % 10 == 0:
                found[actor.id] = (name.text, name.gender)
    return sorted(found.values())


def patterns() -> list[Pattern]:
    with PATTERNS.open(encoding="utf-8") as lines:
        return [Pattern(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


class Maker:
    """Builds sentences by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - no secret
        by_kind, _ = rows(BUILT_IN, check=False)
        lexicon = load.load()
        self.verbs, self.who = verbs(by_kind["verbs"]), actors(lexicon)
        self.nouned = [v for v in self.verbs if v["masdar"]]
        self.held = [v for v in self.verbs if not v["prep"] and all(v["forms"]["perfect", g][-1] not in "ىا" for g in "mf")]
        self.origins = [adjective for row in by_kind["states"] for adjective in row.many("adjective")[:1]]
        self.speakers = [name for name, gender in self.who if gender == "f"]

    def sentence(self, pattern: Pattern) -> tuple[str, list[dict]]:
        """A pattern filled in, without its brackets, and the claims of it."""
        form = pattern.pattern
        pieces = [p.strip("(.)؟،:«»") for p in form.split(" ")]
        one, two, third = self.chance.sample(self.who, 3)
        said = self.chance.choice(_CAPITALS) if self.chance.random() < 0.3 else self.chance.choice(self.speakers)
        nouned = any(p.endswith("M") for p in pieces)
        verb = self.chance.choice(self.nouned if nouned else self.held if "FH" in pieces else self.verbs)
        if "N" in pieces:
            one = ("ال" + self.chance.choice(self.origins) + ("ة" if verb["masdar"].endswith("ة") else ""), "m")
        sentence, trigger = _sentence(form, {"A": one, "B": two, "C": third, "P": (said, "f")}, verb if pattern.polarity else None)
        start = sentence.index(")") + 1 if form.startswith("(") else 0
        stop = sentence.index("(") if "(" in form[1:] and start == 0 else len(sentence)
        both = {"A": "A وC" in form or "A وكذلك C" in form, "B": "B وC" in form}
        ends = {side: [name, *([third[0]] if both[side] else [])] for side, name in (("A", one[0]), ("B", two[0]))}
        claims = [
            {
                "source": source,
                "target": target,
                "relation": verb["relation"],
                "sign": RELATIONS[verb["relation"]].sign,
                "polarity": pattern.polarity,
                "modality": pattern.modality,
                "voice": said if any(p.endswith("P") for p in pieces) else "author",
                "evidence": sentence[start:stop].strip(" .؟()«»،"),
                "trigger": trigger,
            }
            for source in (ends["A"] if pattern.polarity else ())
            for target in ends["B"]
        ]
        if "اتهمت" in form:
            accused = {"source": said, "target": one[0], "relation": "ACCUSE", "sign": -1, "modality": "asserted", "voice": "author"}
            claims.append(claims[-1] | accused | {"evidence": sentence[1 : sentence.index(")")], "trigger": "اتهمت"})
        return sentence.replace("(", "").replace(")", ""), claims


def drills(count: int, seed: int = 7) -> Iterator[dict]:
    """So many documents of a dozen sentences."""
    maker, known = Maker(seed), patterns()
    plain = [p for p in known if not set("()؟:«»").intersection(p.pattern)]
    for number in range(count):
        text, claims = "", []
        for pattern in maker.chance.choices(known, k=12):
            sentence, found = maker.sentence(pattern)
            if pattern in plain and maker.chance.random() < 0.25:
                more, others = maker.sentence(maker.chance.choice(plain))
                sentence = sentence.rstrip(".") + maker.chance.choice(_ON) + more
                found += others
            text += sentence + "\n"
            claims += found
        yield {"id": f"drill-{number}", "text": text, "claims": claims}


def _sentence(pattern: str, ends: dict[str, tuple[str, str]], verb: dict | None) -> tuple[str, str]:
    """A pattern filled in, and the words that carry the claim."""
    trigger = ""
    gender = "m" if "A وC I" in pattern else ends["A"][1]
    whose = ends["B" if pattern.removeprefix("(").startswith("B") or " B فقد" in pattern else "A"][1]  # W, H
    out = []
    for piece in pattern.split(" "):
        bare = piece.strip("(.)؟،:«»")
        made = bare
        if "/" in bare:
            made = bare.split("/")[ends["A"][1] == "m"]
        elif verb is not None and bare == "FH":
            trigger = made = verb["forms"]["perfect", gender] + ("ها" if ends["B"][1] == "f" else "ه")
        elif verb is not None and re.fullmatch("(لا|س)?[IF]", bare):
            trigger = verb["forms"]["imperfect" if "I" in bare else "perfect", gender]
            made = bare.replace("I", trigger).replace("F", trigger)
        elif verb is not None and bare.endswith("M"):
            trigger = verb["masdar"]
            made = bare.replace("M", trigger)
        elif bare == "W":
            made = "التي" if whose == "f" else "الذي"
        elif bare == "N":
            made = ends["A"][0]
        elif bare in ("لP", "لB"):
            made = _joined("ل", ends[bare[-1]][0])
        elif bare == "B" and verb is not None:
            made = _target("ل" if "M A B" in pattern else "" if "FH" in pattern else verb["prep"], ends["B"][0])
        elif bare and bare[-1] in "ABCP" and bare[:-1] in ("", "و"):
            made = bare[:-1] + ends[bare[-1]][0]
        out.append(piece.replace(bare, made, 1) if bare else piece)
    return " ".join(out), trigger


def _target(prep: str, name: str) -> str:
    if not prep:
        return name
    return _joined(prep, name) if prep in _CLITICS else f"{prep} {name}"


def _joined(prep: str, name: str) -> str:
    return f"لل{name[2:]}" if prep == "ل" and name.startswith("ال") else f"{prep}{name}"


def main() -> int:
    for document in drills(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
        print(json.dumps(document, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
