"""Readings made by hand, so that formats are tested without the coder."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))
sys.path.append(str(Path(__file__).parents[1]))  # hatch_build.py lies beside the package

from ahlaf.model import Actor, Claim, Document, End, Mention, Reading, Reason, Sentence, Span
from warm_command import warm

# Machines are shared: no test is timed. The gate tries the same cases for everyone, so that a red one is the change's
# own doing; `pytest --hypothesis-profile explore` goes looking for others.
settings.register_profile("ahlaf", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile("ahlaf")


@pytest.fixture(scope="session")
def warm_command() -> Iterator[Path]:
    """A folder to stand first in a PATH: an `ahlaf` that has its rule book ready (see warm_command.py).

    Where forking what has begun threads is not safe, it is the one that is installed.
    """
    if sys.platform != "linux":
        yield Path(sys.executable).parent
        return
    with tempfile.TemporaryDirectory(prefix="ahlaf-") as folder, warm(Path(folder)) as found:
        yield found


@pytest.fixture(autouse=True)
def no_language_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the commands say doesn't hang on whose computer tries them."""
    for name in ("AHLAF_LANGUAGE", "LANGUAGE", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


TEXT = "قالت بغداد إن تركيا دعمت داعش بالسلاح عام ٢٠١٤ في الرقة لإسقاط النظام.\nلم تحالف قطر أحدا."

TURKEY = Actor("TUR", "تركيا", "Turkey", "state", "TUR", "GOV")
IRAQ = Actor("IRQ", "العراق", "Iraq", "state", "IRQ", "GOV")
ISIS = Actor("isis", "تنظيم الدولة الإسلامية", "Islamic State", "armed-group", "IMG", "UAF")
QATAR = Actor("QAT", "قطر", "Qatar", "state", "QAT", "GOV")
RAQQA = Actor("raqqa", "الرقة", "Raqqa", "city", "SYR", "")
STRANGER = Actor("text:لواء الفجر", "لواء الفجر", "", "armed-group", "", "")


def span(words: str, text: str = TEXT) -> Span:
    """Where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def end(actor: Actor, *names: str, text: str = TEXT) -> End:
    """An end named by these words, standing where the last of them stands."""
    return End(actor, names, span(names[-1], text))


@pytest.fixture
def reading() -> Reading:
    """Two claims: one with everything that a text can say, one with as little as possible."""
    full = Claim(
        source=end(TURKEY, "تركيا"),
        target=end(ISIS, "تنظيم داعش", "داعش"),
        relation="AID",
        sign=1,
        polarity="affirmed",
        modality="alleged",
        voice=(end(IRAQ, "بغداد"), end(QATAR, "قطر")),
        trigger=span("دعمت"),
        evidence=span("تركيا دعمت داعش بالسلاح"),
        rule="verbs/cooperation-aid.tsv:2",
        credence=0.83,
        mode="military",
        time="2014",
        place=RAQQA,
        number="34",
        purpose=span("لإسقاط النظام"),
        reasons=(
            Reason("row", "verbs/cooperation-aid.tsv:2", "دَعَمَ: back → AID", span("دعمت")),
            Reason("score", "source before", "where the source stands to the words", None, 0.9),
        ),
    )
    bare = Claim(
        source=end(QATAR, "قطر"),
        target=None,
        relation="ALLY",
        sign=1,
        polarity="negated",
        modality="asserted",
        voice=(),
        trigger=span("تحالف"),
        evidence=span("لم تحالف قطر"),
        rule="rule.x",
        credence=0.5,
    )
    return Reading(
        Document(TEXT, id="doc", title="عنوان", date="2016-03-14"),
        (*(Sentence(span(line)) for line in TEXT.split("\n")),),
        (Mention(span("تركيا"), TURKEY, "name", "تركيا"), Mention(span("داعش"), ISIS, "name", "داعش")),
        (TURKEY, ISIS, QATAR),
        (full, bare),
        "0123456789abcdef",
    )


HOSTILE = "=cmd|'/c calc'!A1 \x1b[2J\x1b]0;owned\x07 تركيا \u202eدعمت\u202c \x9b31m\r\nداعش\u2066 [red]قطر[/red]"


@pytest.fixture
def hostile() -> Reading:
    """A text that tries to clear the screen, to turn lines around and to run a formula."""
    odd = Actor("text:x", "=cmd|'/c calc'!A1", "", "party", "", "")
    claim = Claim(
        source=End(odd, (HOSTILE[:36],), Span(0, 36)),
        target=end(ISIS, "داعش", text=HOSTILE),
        relation="OPPOSE",
        sign=-1,
        polarity="affirmed",
        modality="asserted",
        voice=(),
        trigger=span("دعمت", HOSTILE),
        evidence=Span(0, len(HOSTILE)),
        rule="r",
        credence=0.5,
    )
    return Reading(Document(HOSTILE, id="\x1b[31mbad"), (), (), (odd, ISIS), (claim,))


@pytest.fixture
def nothing() -> Reading:
    """A reading in which nothing was found."""
    return Reading(Document("لا شيء هنا", id="none"), (), (), (), ())
