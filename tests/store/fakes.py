"""A coder that reads three verbs, so that the store's tests are about the store."""

from __future__ import annotations

import re

from ahlaf.model import Actor, Claim, Document, End, Mention, Reading, Reason, Sentence, Span
from ahlaf.relations import RELATIONS
from ahlaf.store import Arrival, Coder, Project, prepare

ONE = Coder("fake", "1", "book-1")
TWO = Coder("fake", "1", "book-2")
VERBS = {"دعمت": "SUPPORT", "هاجمت": "ASSAULT", "حالفت": "ALLY"}
KNOWN = {"تركيا": ("turkey", "TUR"), "روسيا": ("russia", "RUS"), "العراق": ("iraq", "IRQ")}
GROUPS = {"داعش": "تنظيم الدولة الإسلامية", "الحوثيين": "جماعة أنصار الله"}
SAYS = re.compile(r"((?:تنظيم )?\w+) (دعمت|هاجمت|حالفت) ((?:تنظيم )?\w+)")


def actor(name: str) -> Actor:
    if name in KNOWN:
        number, country = KNOWN[name]
        return Actor(number, name, number.title(), "state", country, "GOV")
    if name.removeprefix("تنظيم ") in GROUPS:
        group = GROUPS[name.removeprefix("تنظيم ")]
        return Actor(group.split()[-1], group, "", "armed-group")
    return Actor(f"text:{name}", name)


def read(document: Document, digest: str = "book-1") -> Reading:
    """``book-2`` reads support as aid and overlooks alliances."""
    claims, mentions = [], []
    for found in SAYS.finditer(document.text):
        relation = VERBS[found[2]]
        if digest == "book-2":
            if relation == "ALLY":
                continue
            relation = {"SUPPORT": "AID"}.get(relation, relation)
        ends = [End(actor(found[g]), (found[g],), Span(*found.span(g))) for g in (1, 3)]
        mentions += [Mention(e.span, e.actor, "name", e.names[0]) for e in ends]
        says = document.text.rfind("قالت الصحيفة", 0, found.start()) >= 0
        voice = (End(actor("الصحيفة"), ("الصحيفة",), Span(0, 1)),) if says else ()
        trigger, whole = Span(*found.span(2)), Span(found.start(1), found.end(3))
        claims.append(
            Claim(
                ends[0],
                ends[1],
                relation,
                RELATIONS[relation].sign,
                "affirmed",
                "asserted",
                voice,
                trigger,
                whole,
                "fake.verb",
                0.4 + (len(found[3]) % 6) / 10,
                reported=RELATIONS[relation].event,
                reasons=(Reason("words", "fake", "the verb says so", trigger, 1.0),),
            )
        )
    actors = {m.actor.id: m.actor for m in mentions}
    whole = (Sentence(Span(0, len(document.text))),)
    return Reading(document, whole, tuple(mentions), tuple(actors.values()), tuple(claims), digest)


def fill(project: Project, *texts: str, who: str = "anna", **about: str) -> list[int]:
    """Add texts in one batch."""
    batch = project.begin(who)
    arrivals = [Arrival(Document(t, f"doc{n}", **about), f"{n}-{hash(t)}.txt", "ab") for n, t in enumerate(texts)]
    return [a.document for a in project.add(batch, arrivals)]


def code(project: Project, coder: Coder = ONE) -> int:
    """Code all that waits."""
    waiting = project.next_waiting(coder, 0, 10_000)
    return project.code(coder, [prepare(int(d.id), read(d, coder.digest)) for d in waiting])
