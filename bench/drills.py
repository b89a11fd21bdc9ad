"""Plain sentences with their claims, made from the rule book's own verbs and names, to learn the simplest things from.

    python bench/drills.py > drills.jsonl

Articles hold few bare sentences, so what every grammar begins with (who stands first, لا and لم, هل, لو, ربما, يجب) is
rare in them. Each drill is a dozen sentences of its own: actors by chance, a sound verb by chance, one pattern of
:data:`PATTERNS`. In a pattern A and B are the ends, C somebody beside an end or beside the matter, P whoever says it;
I is the verb's imperfect and F its perfect, both agreeing with A, M its masdar, W who or which. What stands in
brackets is left out of the evidence.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator

from ahlaf.lexicon import load
from ahlaf.lexicon.load import BUILT_IN, Lexicon, inflect_verb, rows
from ahlaf.relations import RELATIONS

PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("F A B.", "affirmed", "asserted"),
    ("I A B.", "affirmed", "asserted"),
    ("A I B.", "affirmed", "asserted"),
    ("A F B أمس.", "affirmed", "asserted"),
    ("إن A I B.", "affirmed", "asserted"),
    ("لم I A B.", "negated", "asserted"),
    ("لا I A B.", "negated", "asserted"),
    ("لن I A B.", "negated", "asserted"),
    ("A لا I B.", "negated", "asserted"),
    ("A لم I B.", "negated", "asserted"),
    ("لاI A B.", "negated", "asserted"),
    ("ربما I A B.", "affirmed", "alleged"),
    ("قيل إن A F B.", "affirmed", "alleged"),
    ("يقال إن A I B.", "affirmed", "alleged"),
    ("يزعم كثيرون أن A I B.", "affirmed", "alleged"),
    ("هل I A B؟", "affirmed", "questioned"),
    ("هل F A B؟", "affirmed", "questioned"),
    ("لو F A B لتغير كل شيء.", "affirmed", "hypothetical"),
    ("إذا F A B فسيتغير كل شيء.", "affirmed", "hypothetical"),
    ("يجب على A أن I B.", "affirmed", "normative"),
    ("ينبغي على A أن I B.", "affirmed", "normative"),
    ("لا بد أن I A B.", "affirmed", "normative"),
    ("من المقرر أن I A B.", "affirmed", "intended"),
    ("يتوقع أن I A B.", "affirmed", "intended"),
    ("(قالت P) إن A I B.", "affirmed", "asserted"),
    ("(وفقا لP) I A B.", "affirmed", "asserted"),
    ("(أعلنت P أن) A F B.", "affirmed", "asserted"),
    ("(نفت P أن) I A B.", "negated", "asserted"),
    ("A W F B في أزمة.", "affirmed", "asserted"),
    ("(قالت P) إن A I B.", "affirmed", "asserted"),
    ("(قالت P) إن A F B.", "affirmed", "asserted"),
    ("(ذكرت P أن) A F B.", "affirmed", "asserted"),
    ("(P:) A I B.", "affirmed", "asserted"),
    ("(بحسب P فإن) A I B.", "affirmed", "asserted"),
    ("(وفقا لP،) I A B.", "affirmed", "asserted"),
    ("F A B (كما قالت P).", "affirmed", "asserted"),
    ("(قالت P:) «A لا I B».", "negated", "asserted"),
    ("(تعتقد P أن) A I B.", "affirmed", "asserted"),
    ("F A وC B.", "affirmed", "asserted"),
    ("F A B وC.", "affirmed", "asserted"),
    ("A وC I B.", "affirmed", "asserted"),
    ("A، W F B، في أزمة.", "affirmed", "asserted"),
    ("(وصل وفد من C إلى العاصمة) حيث F A B.", "affirmed", "asserted"),
    ("(بعد زيارة C) F A B.", "affirmed", "asserted"),
    ("(تعاني C من أزمة خانقة، بينما) I A B.", "affirmed", "asserted"),
    ("M A B مستمر منذ أعوام.", "affirmed", "asserted"),
    ("يتواصل M A B.", "affirmed", "asserted"),
    ("(رفضت C) M A B.", "affirmed", "asserted"),
    ("(اتهمت P A) بM B.", "affirmed", "alleged"),
    ("لم يتوقف M A B يوما.", "affirmed", "asserted"),
    ("دخل الحرب كل من A وB.", "", ""),
    ("زار الوزير A ثم B.", "", ""),
    ("تقع A قرب B.", "", ""),
)
"""Sentence, polarity, modality; empty where it claims nothing of the two."""
_CLITICS = ("ب", "ل")
_CAPITALS = (
    "بغداد دمشق أنقرة طهران الرياض القاهرة موسكو واشنطن باريس لندن الدوحة أبوظبي الرباط الخرطوم صنعاء بيروت برلين بكين طرابلس".split()
)
_KINDS = frozenset(("state", "armed-group", "party", "alliance", "person"))


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


def drills(count: int, seed: int = 7) -> Iterator[dict]:
    """So many documents of a dozen sentences."""
    by_kind, _ = rows(BUILT_IN, check=False)
    lexicon = load.load()
    chance = random.Random(seed)  # noqa: S311 - no secret
    words, who = verbs(by_kind["verbs"]), actors(lexicon)
    nouned = [w for w in words if w["masdar"]]
    speakers = [name for name, gender in who if gender == "f"]
    for number in range(count):
        text, claims = "", []
        for pattern, polarity, modality in chance.choices(PATTERNS, k=12):
            one, two, third = chance.sample(who, 3)
            said = chance.choice(_CAPITALS) if chance.random() < 0.3 else chance.choice(speakers)
            verb = chance.choice(nouned if "M" in pattern else words)
            ends = {"A": one, "B": two, "C": third, "P": (said, "f")}
            sentence, trigger = _sentence(pattern, ends, verb if polarity else None)
            start = sentence.index(")") + 1 if pattern.startswith("(") else 0
            stop = sentence.index("(") if "(" in pattern[1:] and start == 0 else len(sentence)
            sources = [one[0], third[0]] if "A وC" in pattern else [one[0]]
            targets = [two[0], third[0]] if "B وC" in pattern else [two[0]]
            for source in sources if polarity else ():
                for target in targets:
                    claims.append(
                        {
                            "source": source,
                            "target": target,
                            "relation": verb["relation"],
                            "sign": RELATIONS[verb["relation"]].sign,
                            "polarity": polarity,
                            "modality": modality,
                            "voice": said if "P" in pattern else "author",
                            "evidence": sentence[start:stop].strip(" .؟()«»،"),
                            "trigger": trigger,
                        }
                    )
            if "اتهمت" in pattern:
                claims.append(claims[-1] | {"source": said, "target": one[0], "relation": "ACCUSE", "sign": -1, "modality": "asserted"})
                claims[-1] |= {"voice": "author", "evidence": sentence[1 : sentence.index(")")], "trigger": "اتهمت"}
            text += sentence.replace("(", "").replace(")", "") + "\n"
        yield {"id": f"drill-{number}", "text": text, "claims": claims}


def _sentence(pattern: str, ends: dict[str, tuple[str, str]], verb: dict | None) -> tuple[str, str]:
    """A pattern filled in, and the words that carry the claim."""
    trigger = ""
    gender = "m" if "A وC I" in pattern else ends["A"][1]
    out = []
    for piece in pattern.split(" "):
        bare = piece.strip("(.)؟،:«»")
        if verb is not None and bare in ("I", "F", "لاI"):
            trigger = verb["forms"]["imperfect" if "I" in bare else "perfect", gender]
            made = bare.replace("I", trigger).replace("F", trigger)
        elif verb is not None and bare in ("M", "بM"):
            trigger = verb["masdar"]
            made = bare.replace("M", trigger)
        elif bare == "W":
            made = "التي" if gender == "f" else "الذي"
        elif bare == "لP":
            made = _joined("ل", ends["P"][0])
        elif bare == "B" and verb is not None:
            made = _target("ل" if "M A B" in pattern else verb["prep"], ends["B"][0])
        elif bare in ("A", "B", "C", "P", "وB", "وC"):
            made = ("و" if bare[0] == "و" else "") + ends[bare[-1]][0]
        else:
            made = bare
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
