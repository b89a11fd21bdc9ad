"""Every test of the store runs on a file and on a PostgreSQL server of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ahlaf.store import Project

sys.path.insert(0, str(Path(__file__).parent))


def _binaries() -> Path | None:
    """Where PostgreSQL's programs are; Debian keeps them off the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    there = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return there[-1].parent if there else None


def _as_user(command: list[str], folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: its own user runs it then."""
    if os.getuid() != 0:
        return command
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return ["runuser", "-u", "postgres", "--", *command]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server that is started for the tests and stopped after them."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql): the store is tested on files only")
    folder = Path(tempfile.mkdtemp(prefix="ahlaf-pg-"))
    data = folder / "data"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def call(*command: str) -> None:
        subprocess.run(_as_user([str(binaries / command[0]), *command[1:]], folder), check=True, capture_output=True, cwd=folder)

    call("initdb", "-D", str(data), "-U", "ahlaf", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-h 127.0.0.1 -p {port} -k {folder} -F -c max_connections=60"
    call("pg_ctl", "-D", str(data), "-w", "-t", "60", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://ahlaf@127.0.0.1:{port}/postgres"
    finally:
        call("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database(server: str) -> str:
    """The address of an empty database: the server's own, swept."""
    import pg8000.native

    host, port = server.rpartition("@")[2].partition("/")[0].split(":")
    connection = pg8000.native.Connection("ahlaf", host=host, port=int(port), database="postgres")
    try:
        connection.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres' AND pid <> pg_backend_pid()")
        for (name,) in connection.run("SELECT nspname FROM pg_namespace WHERE nspname = 'public' OR nspname LIKE 'ahlaf%'"):
            connection.run(f'DROP SCHEMA "{name}" CASCADE')
        connection.run("CREATE SCHEMA public")
    finally:
        connection.close()
    return server


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a project that is not made yet."""
    if request.param == "file":
        return str(tmp_path / "study.ahlaf")
    return str(request.getfixturevalue("database"))


@pytest.fixture
def project(address: str) -> Iterator[Project]:
    """A new project."""
    with Project.create(address) as made:
        yield made
