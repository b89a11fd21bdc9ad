"""Answers on disk: kept before they are used, shared between runs, refused where the file is not ours."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from ahlaf.coding.llm import answers
from ahlaf.coding.llm.answers import FILE, Answers, Said
from ahlaf.errors import CoderSettings

SAID = Said('{"claims": []}', whole=True, tokens_in=1000, tokens_out=20, price=0.25)
MESSAGES = [{"role": "user", "content": "نص"}]


def test_an_answer_is_there_for_the_next_run(tmp_path: Path) -> None:
    one = Answers(tmp_path / "a" / "b")
    one.put("k", "m", 2500, SAID)
    two = Answers(tmp_path / "a" / "b")  # the first is still open, as another run's would be
    kept = two.get("k")
    assert kept is not None
    assert (kept.content, kept.whole, kept.tokens_in, kept.tokens_out, kept.price, kept.kept) == (
        '{"claims": []}',
        True,
        1000,
        20,
        0.25,
        True,
    )
    assert two.get("other") is None
    one.close()
    two.close()


def test_a_question_has_one_name_wherever_it_is_asked() -> None:
    name = answers.key("m", MESSAGES, 100)
    assert name == answers.key("m", [dict(m) for m in MESSAGES], 100)
    assert len({name, answers.key("n", MESSAGES, 100), answers.key("m", MESSAGES, 200), answers.key("m", [*MESSAGES, *MESSAGES], 100)}) == 4


def test_many_threads_and_two_files_at_once(tmp_path: Path) -> None:
    files = [Answers(tmp_path), Answers(tmp_path)]

    def write(file: Answers, first: int) -> None:
        for n in range(first, first + 20):
            file.put(str(n), "m", 10, SAID)

    threads = [threading.Thread(target=write, args=(files[k % 2], 20 * k)) for k in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(files[0].get(str(n)) for n in range(120))
    for file in files:
        file.close()


def test_the_rate_of_letters_is_learned_from_what_servers_counted(tmp_path: Path) -> None:
    file = Answers(tmp_path)
    assert file.rate("m") is None
    file.put("a", "m", 3000, SAID)
    file.put("b", "m", 5000, SAID)
    file.put("c", "other", 1, SAID)
    assert file.rate("m") == 4.0
    file.close()


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be looked at" * 40, b"\0" * 5000])
def test_a_file_that_is_none_of_ours_is_said_to_be_so(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(CoderSettings, match=r"answers\.sqlite can't be used.*another folder"):
        Answers(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_a_file_of_a_newer_ahlaf_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute("PRAGMA user_version = 99")
    file.close()
    with pytest.raises(CoderSettings, match="newer Ahlaf"):
        Answers(tmp_path)


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CoderSettings, match="another folder"):
        Answers(tmp_path / "file" / "below")
