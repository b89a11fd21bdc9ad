"""Projects that the browser tests look at: a hard text, hostile ones, and a network as large as the map must hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from ahlaf import projects
from ahlaf.model import Actor, Claim, Document, End, Mention, Reading, Reason, Sentence, Span
from ahlaf.relations import RELATIONS
from ahlaf.store import Arrival, Coder, Project, prepare

HARD: Final = (
    "🤝 قـالت بَغْدادُ إنّ تُـركيا دَعَمَت تنظيم داعش 🇹🇷 بالسلاح عام ٢٠١٤.\n"
    "وقصفـــت روسيا مواقع John Smith‎ وحلف NATO في ليبيا 👨‍👩‍👧‍👦، وأيّدت قطر السعودية.\r\n"
    "\u202bوهاجم حزب الله إسرائيل\u202c، و\u2067دعمت إيران سوريا\u2069\u200f؛ واتهمت مصرُ إثيوبيا.\n"
    "\n\tوتحالفت فرنسا وبريطانيا ضد العراق (2003) e\u0301té، ﷺ، ﻻ 𐌰𐌱، وعاقبت أمريكا إيران.  \n"
)
"""Vowel marks, tatweel, joiners, letters and faces outside the basic plane, controls of direction, odd line ends."""

HOSTILE: Final = (
    "دعمت تركيا \u202eتنظيم داعش\u202c بالسلاح. <script>alert('script')</script> <img src=http://127.0.0.2:9/x onerror=alert('img')>\n"
    "<a href=\"javascript:alert('a')\">هنا</a> وقصفت إيران <b onmouseover=\"alert('b')\">العراق</b>. {{7*7}} ${alert(1)} {@html x}\n"
    "<style>*{display:none!important}</style> وأيدت قطر <iframe src=//127.0.0.3:9></iframe> السعودية. <svg/onload=alert('svg')>\n"
    "<base href=//127.0.0.4:9/><meta http-equiv=refresh content='0;url=http://127.0.0.5:9/'> وهاجم </script></div></article> "
    "حزب الله إسرائيل.\n"
    "\u2066\u2066\u2066\u202e نص مقلوب بلا نهاية وقصفت روسيا حلب %00 &lt;b&gt; &#x202e;"
)
EVIL_TITLE: Final = "</title><img src=x onerror=alert('title')>\u202e عنوان"
LONG: Final = "قال الكاتب كلاماً كثيراً ولم يسكت، ومضى يقول ويعيد <b>القول</b> في أمر لا يُسمّي فيه أحداً، 🕊️ " * 12_500
"""2 MB in one paragraph, without a full stop."""


def add_texts(path: Path, *documents: Document, who: str = "amal", coded: bool = True) -> list[int]:
    """Add documents to a project, and code them; gives their numbers."""
    with Project.open(path) as project:
        batch = project.begin(who)
        added = project.add(batch, [Arrival(d, d.title or f"text {n}") for n, d in enumerate(documents)])
        if coded:
            projects.code(project, *projects.rule_book(), workers=1)
    return [a.document for a in added]


_SAYS: Final = re.compile(r"(فاعل \d+) (يؤيد|يهاجم) (فاعل \d+)")
_PLAIN: Final = Coder("plain", "1", "plain-1")


def _read(document: Document) -> Reading:
    claims, mentions = [], []
    for found in _SAYS.finditer(document.text):
        relation = {"يؤيد": "SUPPORT", "يهاجم": "ASSAULT"}[found[2]]
        ends = [End(Actor(f"text:{found[g]}", found[g]), (found[g],), Span(*found.span(g))) for g in (1, 3)]
        mentions += [Mention(e.span, e.actor, "name", e.names[0]) for e in ends]
        trigger, whole = Span(*found.span(2)), Span(found.start(1), found.end(3))
        why = (Reason("words", "plain", "the verb says so", trigger, 1.0),)
        sign = RELATIONS[relation].sign
        claims.append(Claim(ends[0], ends[1], relation, sign, "affirmed", "asserted", (), trigger, whole, "plain", 0.8, reasons=why))
    actors = {m.actor.id: m.actor for m in mentions}
    return Reading(document, (Sentence(Span(0, len(document.text))),), tuple(mentions), tuple(actors.values()), tuple(claims), "plain-1")


def large(path: Path, actors: int = 300, edges: int = 3000, again: int = 0) -> Path:
    """A project whose map has so many actors and edges: two camps, friendly inside, hostile across; some are said again."""
    pairs = [(a % actors, (a * 7 + 1 + a // actors * 13) % actors) for a in range(edges * 3)]
    apart = list(dict.fromkeys((a, b) for a, b in pairs if a != b))[:edges]
    assert len(apart) == edges
    says = [f"فاعل {a} {'يؤيد' if a % 2 == b % 2 else 'يهاجم'} فاعل {b}." for a, b in apart]
    texts = ["\n".join(says[at : at + 50]) for at in range(0, edges, 50)] + (["\n".join(says[:again])] if again else [])
    with Project.create(path) as project:
        batch = project.begin("bench")
        days = [f"20{10 + n % 15}-0{1 + n % 9}-1{n % 10}" for n in range(len(texts))]
        articles = [Document(t, title=f"مقال {n}", date=days[n], outlet=f"جريدة {n % 7}") for n, t in enumerate(texts)]
        project.add(batch, [Arrival(d, d.title or "") for d in articles])
        project.code(_PLAIN, [prepare(int(d.id), _read(d)) for d in project.next_waiting(_PLAIN, 0, 10_000)])
    return path
