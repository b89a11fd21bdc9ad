"""Making and opening: nothing is overwritten, nothing foreign or newer is touched, older ones are copied first."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from fakes import code, fill
from sqlalchemy import text

from ahlaf.store import NewerProject, NotAProject, Project, ProjectExists, ProjectMissing, Wanted, engine, migrate
from ahlaf.store.address import locate
from ahlaf.store.copies import signature
from ahlaf.store.errors import ProjectError
from ahlaf.store.migrations import HERE
from ahlaf.store.schema import metadata
from ahlaf.store.search import INDEX

REVISIONS = [s.revision for s in ScriptDirectory(str(HERE)).walk_revisions()][::-1]


def run(address: str, statement: str) -> None:
    place = locate(address)
    made = engine.connect(place)
    engine.writing(made, place.shown, lambda c: c.execute(text(statement)))
    made.dispose()


def test_a_new_project_is_one_healthy_file(tmp_path: Path) -> None:
    path = tmp_path / "study.ahlaf"
    Project.create(path).close()
    assert [p.name for p in tmp_path.iterdir()] == ["study.ahlaf"]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_project_that_is_closed_lets_nobody_in(address: str) -> None:
    with Project.create(address) as project:
        batch = project.begin("anna")
    for ask in (project.state, lambda: list(project.documents()), lambda: project.add(batch, [])):
        with pytest.raises(ProjectError, match="is closed"):
            ask()
    project.close()


def test_nothing_is_overwritten(address: str) -> None:
    Project.create(address).close()
    with pytest.raises(ProjectExists):
        Project.create(address)


def test_what_is_not_there_or_not_ours(tmp_path: Path) -> None:
    with pytest.raises(ProjectMissing, match="ahlaf new"):
        Project.open(tmp_path / "none.ahlaf")
    with pytest.raises(ProjectMissing, match="no such folder"):
        Project.create(tmp_path / "none" / "study.ahlaf")
    other = tmp_path / "notes.txt"
    other.write_text("نص")
    with pytest.raises(NotAProject):
        Project.open(other)
    assert other.read_text() == "نص"
    base = tmp_path / "other.db"
    with sqlite3.connect(base) as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()
    before = base.read_bytes()
    with pytest.raises(NotAProject, match="no project"):
        Project.open(base)
    assert base.read_bytes() == before
    with pytest.raises(NotAProject, match="PostgreSQL"):
        Project.open("mysql://user:secret@host/name")


def test_where_no_project_can_be_made_the_one_that_was_asked_for_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "touch", refused)
    address = tmp_path / "study.ahlaf"
    with pytest.raises(ProjectError, match=rf"^{re.escape(str(address))}: can't be made: Permission denied") as caught:
        Project.create(address)
    assert "check the folder's permissions" in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_passwords_are_not_shown() -> None:
    assert "secret" not in locate("postgresql://anna:secret@localhost/study").shown


def test_without_the_driver_of_postgresql_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pg8000", None)
    monkeypatch.delitem(sys.modules, "sqlalchemy.dialects.postgresql.pg8000", raising=False)
    with pytest.raises(ProjectError, match=r"localhost/study: .*needs pg8000.*\(pip install pg8000\)") as told:
        Project.create("postgresql://anna:secret@localhost/study")
    assert "secret" not in str(told.value)


def test_a_newer_project_is_refused_and_left_alone(address: str, tmp_path: Path) -> None:
    Project.create(address).close()
    run(address, "UPDATE alembic_version SET version_num = '9999'")
    before = sorted(p.name for p in tmp_path.iterdir())
    with pytest.raises(NewerProject, match=r"newer Ahlaf.*upgrade Ahlaf"):
        Project.open(address)
    assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_the_head_is_the_last_revision() -> None:
    assert REVISIONS[-1] == migrate.HEAD


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_older_project_is_copied_and_brought_up(address: str, revision: str, tmp_path: Path) -> None:
    place = locate(address)
    made = engine.connect(place)
    engine.writing(made, place.shown, lambda c: migrate.upgrade(c, revision))
    made.dispose()
    now = {
        "decision": "INSERT INTO decision (kind, who, at, note, content, active) VALUES ('add', 'anna', '2026', '', '{}', TRUE)",
        "document": "INSERT INTO document (name, text_sha256, length, family, batch, hidden) VALUES ('a', '{sha}', 17, 1, 1, FALSE)",
        "text": "INSERT INTO document_text (document, text) VALUES (1, 'دعمت تركيا العراق')",
        "sighting": "INSERT INTO sighting (document, origin, raw_sha256, about, at) VALUES (1, 'a.txt', '', '\\{\\}', '2026')",
        "coding": "INSERT INTO coding (document, coder, version, digest, at, claims) VALUES (1, 'fake', '0', 'old', '2026', 1)",
        "claim": "INSERT INTO claim (document, number, source_words, relation, sign, polarity, modality, mode, trigger_start, trigger_end,"
        " evidence_start, evidence_end, words, credence, rule, status, hidden) VALUES (1, 1, 'x', 'SUPPORT', 1, 'affirmed', 'asserted',"
        " '', 0, 4, 0, 17, 'دعمت تركيا العراق', 0.5, 'r', 'new', FALSE)",
    }
    from ahlaf.store.documents import sha256

    for statement in now.values():
        run(address, statement.replace("{sha}", sha256("دعمت تركيا العراق")).replace("\\{\\}", "{}"))
    if revision >= "0002":  # from then on, whoever adds a document tells the index
        index = INDEX["sqlite" if place.path else "postgresql"]
        run(address, index.replace(":document", "1").replace(":words", "'دعمت تركيا العراق'"))
    with Project.open(address) as project:
        assert project.copied
        assert [h.document.name for h in project.search("لتركيا")] == ["a"]
        assert [c.words for c in project.claims(Wanted(text="العراق"))] == ["دعمت تركيا العراق"]
        assert not list(project.doctor())
        fill(project, "روسيا هاجمت تركيا")
        assert code(project) == 2
        if place.path is not None:
            (copy,) = [p for p in tmp_path.iterdir() if "before" in p.name]
            connection = sqlite3.connect(copy)
            assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (revision,)
            assert connection.execute("SELECT text FROM document_text").fetchone() == ("دعمت تركيا العراق",)
            connection.close()
    with Project.open(address) as project:
        assert project.copied is None


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_the_steps_lead_to_the_tables_as_they_are_described(address: str) -> None:
    Project.create(address).close()
    made = engine.connect(locate(address))
    ours = re.compile("alembic_version|document_words|claim_words|document_vocabulary|claim_vocabulary|document_newest|claim_doubtful")
    with made.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, *_: not ours.match(name or ""), "compare_type": address.startswith("postgres")}
        )
        assert compare_metadata(context, metadata) == []
    made.dispose()


def test_a_signature_means_the_same_for_ever() -> None:
    from hashlib import sha256

    text_ = " ".join(f"كلمة{n}" for n in range(40))
    assert sha256(signature(text_)).hexdigest()[:16] == "2defb95e54f445f9"


def test_doctor_finds_and_repair_mends(address: str) -> None:
    with Project.create(address) as project:
        fill(project, "تركيا دعمت العراق ثم روسيا هاجمت تركيا")
        code(project)
        project.review(1, "refuse", "anna")
        assert not list(project.doctor())
    run(address, "UPDATE claim SET status = 'new', source = 'iraq' WHERE id = 1")
    run(address, "UPDATE claim SET source = 'iraq' WHERE id = 2")
    run(address, "UPDATE actor SET as_name = 'x' WHERE id = 'turkey'")
    if address.startswith("postgres"):
        run(address, "DELETE FROM document_words")
    else:
        run(address, "INSERT INTO document_words(document_words) VALUES ('delete-all')")
    with Project.open(address) as project:
        assert {f.check for f in project.doctor()} >= {"who", "index", "decided"}
        project.repair()
        assert not list(project.doctor())
        assert project.claim(1).status == "refused"
        assert len(project.search("تركيا")) == 1


def test_doctor_finds_a_text_that_was_altered(address: str) -> None:
    with Project.create(address) as project:
        fill(project, "تركيا دعمت العراق")
    run(address, "UPDATE document_text SET text = 'x'")
    run(address, "DELETE FROM sighting")
    with Project.open(address) as project:
        assert {f.check for f in project.doctor()} == {"texts", "sightings"}


def test_what_a_document_was_coded_to_is_found_by_the_document(tmp_path: Path) -> None:
    """Were it found among all that the machine has said, coding would cost more with every article."""
    Project.create(tmp_path / "study.ahlaf").close()
    connection = sqlite3.connect(tmp_path / "study.ahlaf")
    plan = connection.execute("EXPLAIN QUERY PLAN SELECT id FROM claim WHERE document IN (1, 2) AND added IS NULL ORDER BY id").fetchall()
    connection.close()
    assert any("document=?" in step[-1] for step in plan), plan


SEALED = ("تركيا دعمت العراق", "روسيا هاجمت تركيا")


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two documents in a folder that may only be read, as one on a colleague's share or a CD is."""
    path = tmp_path / "study.ahlaf"
    with Project.create(path) as project:
        fill(project, *SEALED)
    may = os.access
    monkeypatch.setattr(os, "access", lambda found, mode: mode != os.W_OK and may(found, mode))
    return path


def test_a_project_that_may_not_be_written_to_is_read_and_nothing_is_put_beside_it(sealed: Path) -> None:
    before = sealed.read_bytes()
    with Project.open(sealed) as project:
        assert project.place.sealed
        assert [kept.length for kept in project.documents()] == [len(text) for text in SEALED]
        assert [hit.document.id for hit in project.search("روسيا")] == [2]
        with pytest.raises(ProjectError, match=r"may not be written to \(check its permissions"):
            project.begin("anna")
        assert [p.name for p in sealed.parent.iterdir()] == ["study.ahlaf"]
    assert sealed.read_bytes() == before


def test_who_reads_what_another_changes_meanwhile_is_told_so(sealed: Path) -> None:
    """SQLite takes it on trust that such a file stays as it is: what it read of another state would be nonsense."""
    with Project.open(sealed) as project, Project(locate(sealed)) as other:
        other.begin("omar")
        with pytest.raises(ProjectError, match=r"changed by somebody else .* \(do it again\)"):
            list(project.documents())


def test_where_somebody_is_at_work_in_it_his_log_is_read_too(sealed: Path) -> None:
    with Project(locate(sealed)) as other:
        number = other.begin("omar")
        with Project.open(sealed) as project:
            assert not project.place.sealed
            assert [decision.id for decision in project.journal(1)] == [number]


def test_an_older_project_that_may_not_be_written_to_says_why_it_is_not_read(sealed: Path) -> None:
    run(str(sealed), "UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(ProjectError, match=r"older Ahlaf.*copy it to where you may write"):
        Project.open(sealed)
    assert [p.name for p in sealed.parent.iterdir()] == ["study.ahlaf"]
