"""A typed question → claims that answer it, or passages, or honestly nothing.

The pattern is plain: the actors that the question names, and the relation or side that its words ask for; :mod:`.asked`
tells both. Where the question names no actor, no claim answers, or another question would be answered, its words are looked
for in the documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ahlaf.relations import RELATIONS
from ahlaf.store import KeptActor, KeptClaim, Shelf, Wanted
from ahlaf.web import told
from ahlaf.web.asked import PLAIN, Read, side, tokens_of, understand, way
from ahlaf.web.desk import Desk
from ahlaf.web.routes.documents import elsewhere
from ahlaf.web.shapes import Name
from ahlaf.web.shapes_talk import Answer, Understood

MOST: Final = 50
_HITS: Final = 10
_READ: Final = 5_000
"""So many claims of a question are put in order; nobody reads more of them, and it takes a moment."""
_NEAR: Final = {"AID": ("AID", "SUPPORT", "COOPERATE"), "SUPPORT": ("SUPPORT", "AID"), "OPPOSE": ("OPPOSE", "ASSAULT")}
"""Relations that answer a question for another: who aids is told by support, too."""


def answer(desk: Desk, question: str) -> Answer:
    """What answers a question."""
    read = understand(desk, question)
    if read is not None and read.whole:
        total, found = _claims(desk, read)
        if found:
            quoted = told.quotations(desk.project, [c.id for c in found])
            return Answer(found="claims", understood=_told(read), total=total, items=list(quoted.values()), documents=[])
    content = [w for w, _ in tokens_of(question) if w not in PLAIN]
    # All its words first; then without the word for what is done, which the text may say otherwise.
    for asked in dict.fromkeys((" ".join(content), " ".join(w for w in content if way(w) is None and side(w) is None))):
        page = desk.project.shelf(Shelf(asked, limit=_HITS, sort="-date")) if asked else None
        if page is not None and page.items:
            documents = [elsewhere(d) for d in page.items]
            return Answer(found="search", understood=_told(read), total=page.total, items=[], documents=documents)
    return Answer(found="nothing", understood=_told(read), total=0, items=[], documents=[])


def _told(read: Read | None) -> Understood | None:
    if read is None:
        return None

    def name(found: KeptActor | str | None) -> Name | None:
        if isinstance(found, str):
            return Name(id=f"author:{found}", name=found, name_en="")
        return None if found is None else Name(id=found.id, name=found.name, name_en=found.name_en)

    return Understood(
        source=name(read.source),
        relation=read.relation,
        sign=read.sign,
        denied=read.denied,
        target=name(read.target),
        voice=name(read.voice),
        about=name(read.about),
        left=list(read.left),
        whole=read.whole,
    )


def _claims(desk: Desk, read: Read) -> tuple[int, list[KeptClaim]]:
    """The claims that a reading asks for and nobody has refused, in the order of :func:`_ranked`."""
    voice = read.voice if isinstance(read.voice, str) or read.voice is None else read.voice.id
    source, target = (a.id if a else None for a in (read.source, read.target))
    ends = [(source, target)] if read.about is None else [(read.about.id, None), (None, read.about.id)]
    asked = [(relation, *pair) for relation in _NEAR.get(read.relation or "", (read.relation,)) for pair in ends]
    if (read.sign or 0) > 0 and read.about is None:
        # Who is with whom is said in either order by what is mutual, "Iran and Russia are allies"; but that Iran is said
        # to fight Iraq doesn't say that Iraq is against it.
        asked += [(r.name, target, source) for r in RELATIONS.values() if r.mutual and r.sign == read.sign]
    polarity = "negated" if read.denied else None
    found: dict[int, KeptClaim] = {}
    total = 0
    for relation, one, other in asked:
        wanted = Wanted(one, other, relation, read.sign, voice, polarity, standing=True, limit=_READ)
        total += desk.project.count(wanted)
        found |= {c.id: c for c in desk.project.claims(wanted)}
    return total, _ranked(found.values())[:MOST]


def _ranked(found: Iterable[KeptClaim]) -> list[KeptClaim]:
    """What most voices say most surely first; behind it what names one end only, and what is denied.

    What a claim weighs is what it weighs in the network, and a voice is counted once, an author by his document.
    """
    from ahlaf.network.weights import MODALITY, RELATION  # noqa: PLC0415 - read with the first network

    def weight(claim: KeptClaim) -> float:
        sure = {"confirmed": 1.0, "corrected": 1.0, "unsure": 0.5}.get(claim.status, claim.credence)
        return sure * MODALITY[claim.modality] * RELATION.get(claim.relation, 1.0)

    def says(claim: KeptClaim) -> tuple[str, str, int, str]:
        ends = [end.id if end else "" for end in (claim.source, claim.target)]
        return ends[0], ends[1], claim.sign, claim.polarity

    every = list(found)
    heard: dict[tuple[str, str, int, str], dict[str | int, float]] = {}
    for claim in every:
        voices = heard.setdefault(says(claim), {})
        voice = claim.voice.id if claim.voice else claim.document
        voices[voice] = max(voices.get(voice, 0.0), weight(claim))
    mass = {what: sum(voices.values()) for what, voices in heard.items()}

    def place(claim: KeptClaim) -> tuple[bool, bool, float, tuple[str, str, int, str], float, int]:
        unnamed, what = claim.source is None or claim.target is None, says(claim)
        return claim.polarity == "negated", unnamed, -mass[what], what, -weight(claim), claim.id

    return sorted(every, key=place)
