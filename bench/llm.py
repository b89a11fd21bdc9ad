"""How fast a language model's answers are had, and in how much memory: a thousand articles over sixteen connections.

    python bench/llm.py                   articles a second and memory, for people
    python bench/llm.py --json            the same for programs
    python bench/llm.py --floors          fails below 14 articles a second, or where memory grows
    python bench/llm.py --through GOLD    what is lost of a gold file that a server answers with word for word

The server is a process of its own on loopback that takes a second for each answer and offers fifteen claims made of the
article's own words, so that every one of them has to be found, linked and kept. The articles are those of
``articles.jsonl.gz``, once more with a number before them where there are not enough. Nothing is asked of any other
server, and nothing is in the cache before.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from ahlaf import quality  # noqa: E402 - the project need not be installed
from ahlaf.check import gold  # noqa: E402
from ahlaf.coding.coders import Coding, Failed  # noqa: E402
from ahlaf.coding.llm.coder import LanguageModel  # noqa: E402
from ahlaf.coding.llm.settings import Settings  # noqa: E402
from ahlaf.coding.words.analysis import Analyser  # noqa: E402
from ahlaf.lexicon.load import load  # noqa: E402
from ahlaf.model import Document  # noqa: E402

ARTICLES = HERE / "articles.jsonl.gz"
PIECE = re.compile(r"<<<text ([0-9a-f]{16})>>>\n(.*)\n<<<end \1>>>", re.DOTALL)
LEAST, MOST_GROWTH = 14.0, 1.15
"""Articles a second; how much more memory the last quarter may take than the second."""
CLAIMS = 15


@dataclass
class Measured:
    """One run."""

    articles: int
    questions: int
    claims: int
    refused: int
    failed: int
    seconds: float
    rate: float
    """Articles a second."""
    memory: list[float]
    """Megabytes in use after each quarter."""
    peak: float
    processor: float
    """Milliseconds of this process's own work for an article, which bounds the rate however many wait for answers."""


# -- the server, in its own process -----------------------------------------------------------------------


def made_up(text: str) -> list[dict[str, Any]]:
    """Claims out of an article's own words."""
    words = re.findall(r"[^\W\d_]{3,}", text)
    step = max(8, len(words) // CLAIMS)
    found = []
    for at in range(0, max(0, len(words) - 8), step):
        first, last = words[at], words[at + 6]
        start = text.find(first)
        end = text.find(last, start)
        if start >= 0 and start < end < start + 300:
            evidence = text[start : end + len(last)]
            found.append({"evidence": evidence, "trigger": first, "relation": "SUPPORT", "source": [words[at + 2]], "target": [last]})
    return found[:CLAIMS]


def noted(record: dict[str, Any]) -> list[dict[str, Any]]:
    """An annotated document's claims as an answer gives them."""
    return [c | {"voice": [] if c["voice"] == "author" else [c["voice"]]} for c in record["claims"]]


def serve(ready: Connection, seconds: float, records: list[dict[str, Any]]) -> None:
    """Answer until the process is ended."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = int(re.search(r"(?i)content-length: (\d+)", head)[1])  # type: ignore[index]
                body = json.loads(await reader.readexactly(length))
                piece = PIECE.search(body["messages"][1]["content"])[2]  # type: ignore[index]
                record = next((r for r in records if piece in r["text"]), None)
                claims = made_up(piece) if record is None else [c for c in noted(record) if c["evidence"] in piece]
                await asyncio.sleep(seconds)
                message = {"role": "assistant", "content": json.dumps({"claims": claims}, ensure_ascii=False)}
                usage = {"prompt_tokens": length // 4, "completion_tokens": 1000}
                told = json.dumps({"choices": [{"message": message, "finish_reason": "stop"}], "usage": usage}).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(told) + told)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=256, limit=10_000_000)
        ready.send(server.sockets[0].getsockname()[1])
        async with server:
            await server.serve_forever()

    asyncio.run(run())


# -- measuring ----------------------------------------------------------------------------------------------


def documents(count: int) -> Iterator[Document]:
    """Articles, one after the other, none twice."""
    number = 0
    while True:
        with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
            for line in lines:
                if number == count:
                    return
                record = json.loads(line)
                yield Document(record["text"] if number < 520 else f"{number}. {record['text']}", id=str(number))
                number += 1


def in_use() -> float:
    """Megabytes that this process holds now, where the system tells; else the most it held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1_000_000
    return pages * resource.getpagesize() / 1_000_000


def measure(count: int, model: LanguageModel) -> Measured:
    memory: list[float] = []
    questions = claims = refused = failed = 0
    since, worked = time.perf_counter(), time.process_time()
    for number, one in enumerate(model.code_many(documents(count)), start=1):
        if isinstance(one, Failed):
            failed += 1
            print(one.error, file=sys.stderr)
        elif isinstance(one, Coding):
            questions += one.usage.calls
            claims += len(one.reading.claims)
            refused += len(one.refused)
        if number % (count // 4) == 0:
            memory.append(round(in_use(), 1))
    seconds = time.perf_counter() - since
    work = round(1000 * (time.process_time() - worked) / count, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1_000_000
    return Measured(count, questions, claims, refused, failed, round(seconds, 1), round(count / seconds, 2), memory, round(peak, 1), work)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--connections", type=int, default=16)
    options.add_argument("--seconds", type=float, default=1.0, help="what the server takes for an answer")
    options.add_argument("--json", action="store_true")
    options.add_argument("--floors", action="store_true")
    options.add_argument("--through", type=Path, metavar="GOLD", help="a gold file in the shape of the annotation guide")
    chosen = options.parse_args()
    records = [] if chosen.through is None else [json.loads(x) for x in chosen.through.read_text(encoding="utf-8").splitlines() if x]
    here, there = get_context("spawn").Pipe()
    server = get_context("spawn").Process(target=serve, args=(there, 0.0 if records else chosen.seconds, records), daemon=True)
    server.start()
    try:
        with tempfile.TemporaryDirectory(prefix="ahlaf-llm-") as made:
            settings = Settings("bench", endpoint=f"http://127.0.0.1:{here.recv()}/v1", connections=chosen.connections, cache=Path(made))
            with LanguageModel(settings, Analyser(load()), "bench") as model:
                if chosen.through is not None:
                    for figure in quality.measure(gold.read(chosen.through), model):
                        print(f"{figure.on:20}{figure.what:34}{figure.value:9.4f}")
                    return 0
                found = measure(chosen.articles, model)
    finally:
        server.terminate()
        server.join()
    if chosen.json:
        print(json.dumps(asdict(found)))
    else:
        print(f"{found.articles} articles, {found.failed} of them failed; {found.questions} questions")
        print(f"{found.claims} claims kept, {found.refused} refused")
        print(f"{found.rate} articles a second over {chosen.connections} connections, {chosen.seconds:g} s an answer")
        print(f"{found.processor:g} ms of the processor for an article, rule book cold at first")
        print(f"memory after each quarter: {', '.join(f'{m:.0f}' for m in found.memory)} MB; at most {found.peak:.0f} MB")
    grows = found.memory[-1] > MOST_GROWTH * found.memory[1]
    if chosen.floors and (found.failed or found.rate < LEAST or grows):
        print(f"below the floor: {LEAST:g} articles a second, memory flat, none failed", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
