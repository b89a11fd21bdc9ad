"""What a file's name tells: whether it is one to read, and what it is called without the endings of its format."""

from __future__ import annotations

from typing import NamedTuple


class Names(NamedTuple):
    """The endings that tell a format."""

    endings: tuple[str, ...]

    def takes(self, name: str) -> bool:
        """Whether a file of this name, in a folder or an archive, is one to read."""
        return name.lower().endswith(self.endings) and not name.startswith(".")

    def stem(self, path: str) -> str:
        """A path without the endings that tell its format; without its last ending where that tells none.

        >>> names = Names((".txt", ".warc", ".gz"))
        >>> names.stem("2016/news.warc.gz"), names.stem("a.b.txt"), names.stem("v1.2/notes"), names.stem("list.dat")
        ('2016/news', 'a.b', 'v1.2/notes', 'list')
        """
        head, slash, name = path.rpartition("/")
        short = name
        while ending := next((e for e in self.endings if short.lower().endswith(e) and len(short) > len(e)), ""):
            short = short[: -len(ending)]
        if short == name:
            short = name.rpartition(".")[0] or name
        return head + slash + short
