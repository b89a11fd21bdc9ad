"""Where a command writes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from ahlaf.errors import InputError


@contextmanager
def whole(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that appears only when it is whole; a device or a pipe stays one and is written to.

    Raises:
        InputError: it can't be written.
    """
    if path is None:
        yield sys.stdout
        return
    if path.exists() and not path.is_file():  # /dev/null would be a file from then on
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    path = Path(os.path.realpath(path))  # of a link the file that it leads to, and a link that leads round in a circle is written over
    folder = path.parent
    if not folder.is_dir():
        raise InputError(str(path), "its folder does not exist", "make the folder first")
    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.", text=True)
    except OSError as bad:
        raise InputError(str(path), f"can't be written ({bad.strerror})", "choose a folder that you may write in") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            yield out
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
