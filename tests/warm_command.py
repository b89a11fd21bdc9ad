"""`ahlaf` for tests of many commands: a process that holds the rule book ready forks for each command that is called.

What a command costs is then its own work, and not the seconds of Python, rows and inflections that every other has cost
before it: the articles of examples/ have been read once.
It is as alone as a process can be: arguments, folder, environment and the three streams are its caller's, and nothing
that it does to itself is seen by the next. Started cold, as everybody starts it, `ahlaf` is what
tests/test_quickstart.py and tests/cli/test_command.py call.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIBRARIES = ("alembic.command", "matplotlib.figure", "rich.table", "scipy.sparse", "sqlalchemy.orm", "trafilatura")
"""Of others, and slow to import. Our own modules are left to each command, so that one that forgets an import is found."""
CALL = """#!{python} -IS
import json, os, socket, sys
line = socket.socket(socket.AF_UNIX)
line.connect({address!r})
socket.send_fds(line, [b"."], [0, 1, 2])
line.sendall(json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode())
line.shutdown(socket.SHUT_WR)
sys.exit(int(line.recv(16) or 70))
"""


@contextmanager
def warm(folder: Path) -> Iterator[Path]:
    """A folder with an `ahlaf` in it, to stand first in a PATH, until the end of the block.

    Args:
        folder: where it and its socket are put: an empty one, with a short path.
    """
    address = folder / "socket"
    call = folder / "bin" / "ahlaf"
    call.parent.mkdir()
    call.write_text(CALL.format(python=sys.executable, address=str(address)), encoding="utf-8")
    call.chmod(0o755)
    path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(
        [sys.executable, __file__, str(address)],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,  # closed with the block, or with the tests however they end: then the process ends too
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield call.parent


def serve(address: str) -> None:
    """Fork for each call, until standard input is closed."""
    from ahlaf import usecases
    from ahlaf.cli import main

    for library in LIBRARIES:
        importlib.import_module(library)
    for article in sorted((ROOT / "examples").glob("*.txt")):
        usecases.read(article.read_text(encoding="utf-8"))
    gc.freeze()  # what all share is not copied by each for the sake of counting
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the children: what they end with goes to their callers
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(address)
        bound.listen(16)
        print("ready", flush=True)  # noqa: T201 - its starter waits for it
        while sys.stdin not in select.select([bound, sys.stdin], [], [])[0]:
            line, _ = bound.accept()
            if os.fork() == 0:
                bound.close()
                _answer(line, main)
            line.close()


def _answer(line: socket.socket, main: object) -> None:
    """Be the command that was called, and end with what it ends with."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    code = 1
    try:
        _, streams, _, _ = socket.recv_fds(line, 1, 3)
        told = b"".join(iter(lambda: line.recv(65536), b""))
        words, folder, environment = json.loads(told)
        for ours, theirs in enumerate(streams):
            os.dup2(theirs, ours)
            os.close(theirs)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - streams of a process
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", buffering=1, errors="backslashreplace", closefd=False)  # noqa: SIM115
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["ahlaf", *words]
        main(words, prog_name="ahlaf")  # type: ignore[operator]
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as Python itself would end
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        line.sendall(str(code).encode())
        os._exit(0)


if __name__ == "__main__":
    serve(sys.argv[1])
