"""A run that is killed in the middle: no answer that came is asked for again, and the next run goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from loopback import Ask, Make, Reply, claims, serving

from ahlaf.coding.coders import Coding
from ahlaf.coding.llm.answers import FILE
from ahlaf.model import Document

SOURCE = Path(__file__).parents[3] / "src"
TEXT = "دعمت تركيا تنظيم داعش بالسلاح."
AID = {"evidence": "دعمت تركيا تنظيم داعش", "trigger": "دعمت", "relation": "AID", "source": ["تركيا"], "target": ["تنظيم داعش"]}
MANY, FIRST = 12, 5
"""As many as are in hand at once over four lines: of more, one that was asked about late would keep the rest from being asked."""
RUN = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what is started in the background ignores it from birth
from pathlib import Path
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.llm.coder import LanguageModel
from ahlaf.coding.llm.settings import Settings
from ahlaf.lexicon.load import load
from ahlaf.model import Document

settings = Settings("test-model", endpoint=sys.argv[1], cache=Path(sys.argv[2]), connections=4)
with LanguageModel(settings, Analyser(load()), "0.0") as model:
    for coding in model.code_many(Document(f"{sys.argv[3]} {n}", id=str(n)) for n in range(int(sys.argv[4]))):
        print(coding.reading.document.id, flush=True)
"""


def kept(folder: Path) -> int:
    """How many answers are on the disk."""
    if not (folder / FILE).exists():
        return 0
    with closing(sqlite3.connect(folder / FILE, timeout=30)) as file:
        try:
            return int(file.execute("SELECT COUNT(*) FROM answer").fetchone()[0])
        except sqlite3.OperationalError:
            return 0  # not yet made


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_a_killed_run_pays_nothing_twice(model: Make, tmp_path: Path) -> None:
    released = threading.Event()

    def speak(ask: Ask) -> Reply:
        # the first answers come; what is asked later waits, unanswered and unpaid, until the run is dead
        return Reply(200, claims(AID).body, before=None if ask.number < FIRST else lambda: released.wait(120))

    folder = tmp_path / "answers"
    with serving(speak) as server:
        arguments = [sys.executable, "-c", RUN, server.url, str(folder), TEXT, str(MANY)]
        run = subprocess.Popen(arguments, env={**os.environ, "PYTHONPATH": str(SOURCE)}, stdout=subprocess.DEVNULL)
        while kept(folder) < FIRST or len(server.asked) < FIRST + 4:
            assert run.poll() is None
            time.sleep(0.02)
        run.send_signal(signal.SIGKILL)
        assert run.wait() == -signal.SIGKILL
        while server.answered < FIRST:  # an answer is on the disk before its thread has counted it
            time.sleep(0.02)
        assert server.answered == kept(folder) == FIRST
        released.set()
        cut = len(server.asked)
        found = list(model(server.url).code_many(Document(f"{TEXT} {n}", id=str(n)) for n in range(MANY)))
    assert len(found) == MANY
    assert all(isinstance(f, Coding) and f.reading.claims for f in found)
    assert sum(f.usage.cached for f in found if isinstance(f, Coding)) == FIRST
    assert len(server.asked) - cut == MANY - FIRST


@pytest.mark.skipif(os.name != "posix", reason="as above")
def test_a_run_that_is_interrupted_keeps_what_is_under_way(tmp_path: Path) -> None:
    released = threading.Event()

    def speak(ask: Ask) -> Reply:
        return Reply(200, claims(AID).body, before=None if ask.number < FIRST else lambda: released.wait(120))

    folder = tmp_path / "answers"
    with serving(speak) as server:
        arguments = [sys.executable, "-c", RUN, server.url, str(folder), TEXT, str(MANY)]
        run = subprocess.Popen(arguments, env={**os.environ, "PYTHONPATH": str(SOURCE)}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        while kept(folder) < FIRST or len(server.asked) < FIRST + 4:
            assert run.poll() is None
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        time.sleep(0.2)
        released.set()
        _, told = run.communicate()
        assert b"KeyboardInterrupt" in told
        assert kept(folder) == server.answered == len(server.asked) >= FIRST + 4
