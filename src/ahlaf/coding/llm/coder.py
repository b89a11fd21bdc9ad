"""The language model as a coder: read this first.

A document is read by the rule book as far as its sentences and whom its words name; what it claims is not asked.
It is cut into pieces; each is asked about, or its answer is there from earlier; what the answers offer is held to
the words. Pieces of one document and several documents are asked about side by side, over so many connections as
the settings say; answers are on the disk before they are used, so that a run that ends anyhow goes on where it was.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Final, Self

from ahlaf.coding import pipeline
from ahlaf.coding.coders import Coding, Failed, Refused, Usage
from ahlaf.coding.llm import answers, budget, cutting, dialects, prompt, schema
from ahlaf.coding.llm.answers import Answers, Said
from ahlaf.coding.llm.client import Server, TooLong
from ahlaf.coding.llm.cutting import Piece
from ahlaf.coding.llm.ground import Grounder, alike
from ahlaf.coding.llm.settings import Settings
from ahlaf.coding.words.analysis import Analyser
from ahlaf.coding.words.draft import Draft
from ahlaf.errors import CoderError, CoderSettings, CoderStopped, NoAnswer
from ahlaf.model import Claim, Document

_SHORTEST: Final = 200
"""Letters of the shortest piece that is worth a question."""


class LanguageModel:
    """A language model as a :class:`~ahlaf.coding.coders.Coder`; a context manager, for it holds connections and a file.

    Args:
        settings: which model, where, and how it is asked.
        analyser: of the rule book that links the ends.
        version: Ahlaf's.

    Raises:
        CoderSettings: the settings can't be, or the file of answers can't be used.
    """

    name: Final = "llm"

    def __init__(self, settings: Settings, analyser: Analyser, version: str) -> None:
        self.settings: Final = settings
        self.version: Final = f"{version} {settings.model}"
        self.digest: Final = f"{prompt.digest()}-{analyser.lexicon.digest}"
        self._analyser = analyser
        self._longest = _longest(settings)
        self._answers = Answers(settings.cache)
        self._ledger = budget.Ledger(settings)
        self._stop = threading.Event()
        self._asking = ThreadPoolExecutor(2 * settings.connections, thread_name_prefix="ahlaf-ask")
        self._lines = threading.Semaphore(settings.connections)  # a line is free while what came over it is written down
        self._working = threading.Lock()  # Python computes one thing at a time; more at once only keep the lines waiting
        self._guard = threading.Lock()
        self._server: Server | None = None
        self._under_way: dict[str, threading.Lock] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop asking, wait for what is under way, so that no answer is lost, and let go of everything."""
        self._stop.set()
        self._asking.shutdown(wait=True, cancel_futures=True)
        with self._guard:
            if self._server is not None:
                self._server.close()
        self._answers.close()

    @property
    def spent(self) -> float:
        """What was spent since this coder was made, what broke off included."""
        return self._ledger.spent

    @property
    def mode(self) -> dialects.Mode | None:
        """How the server is held to the shape of an answer; None before it was asked."""
        return None if self._server is None else self._server.mode

    # -- coding --------------------------------------------------------------------------------------------

    def code(self, document: Document) -> Coding:
        """Code one document.

        Raises:
            NoAnswer: there is no usable answer about it.
            CoderStopped: nor will there be about another: the budget is spent, the server is not there.
        """
        with self._working:
            draft = pipeline.prepare(document, self._analyser, pipeline.ACTORS)
            pieces = self._pieces(draft)
        asked = [self._asking.submit(self._read, draft, piece) for piece in pieces]
        try:
            found = [read for future in asked for read in future.result()]
        finally:
            for future in asked:
                future.cancel()
        with self._working:
            return self._grounded(draft, found)

    def _grounded(self, draft: Draft, found: list[tuple[Piece, schema.Answer, Usage]]) -> Coding:
        grounder = Grounder(draft, self.settings.model, prompt.digest())
        claims: list[Claim] = []
        refused: list[Refused] = []
        usage = Usage()
        for piece, answer, cost in found:
            usage += cost
            kept, fell = grounder.claims(answer.offered, piece.span)
            claims += [c for c in kept if not any(alike(c, k) for k in claims)]
            refused += [*answer.refused, *fell]
        claims.sort(key=lambda c: (c.trigger.start, c.evidence.start, c.trigger.end))
        reading = replace(
            pipeline.reading(draft, tuple(claims)),
            digest=self.digest,
            notes=self._notes(usage, refused),
        )
        return Coding(reading, self.name, self.version, self.digest, tuple(refused), usage)

    def code_many(self, documents: Iterable[Document]) -> Iterator[Coding | Failed]:
        """Code many, in their order; at any time a few are in hand for each connection.

        Raises:
            CoderStopped: no further document can be coded; what was coded before and beside has been given.
        """
        self._stop.clear()
        waiting: deque[tuple[Document, Future[Coding]]] = deque()
        stopped: CoderStopped | None = None
        most = 3 * self.settings.connections
        with ThreadPoolExecutor(most, thread_name_prefix="ahlaf-code") as pool:
            try:
                for document in documents:
                    waiting.append((document, pool.submit(self.code, document)))
                    if len(waiting) >= most:
                        found = _done(*waiting.popleft())
                        if isinstance(found, CoderStopped):
                            stopped = found
                            break
                        yield found
                for document, future in waiting:
                    if stopped is not None:
                        future.cancel()
                    found = _done(document, future)
                    if isinstance(found, CoderStopped):
                        stopped = stopped or found
                    else:
                        yield found
            except BaseException:  # Ctrl-C, or who asked wants no more: what is under way is kept, nothing more is begun
                self._stop.set()
                for _, future in waiting:
                    future.cancel()
                raise
        if stopped is not None:
            raise stopped

    def estimate(self, document: Document) -> budget.Estimate:
        """What coding a document would come to; nothing is asked, and no key is needed."""
        draft = pipeline.prepare(document, self._analyser, pipeline.ACTORS)
        rate = self._answers.rate(self.settings.model) or budget.LETTERS_A_TOKEN
        shape = dialects.constraint("schema")
        total = budget.Estimate(documents=1)
        pieces = self._pieces(draft)
        if not pieces:
            return total
        for piece in pieces:
            messages, name = self._question(draft, piece)
            if self._answers.get(name) is not None:
                total += budget.Estimate(cached=1)
                continue
            tokens_in = round(_letters(messages) / rate)
            claims = 1 + (piece.span.end - piece.span.start) * budget.CLAIMS_A_LETTER
            tokens_out = min(self.settings.answer, round(claims * budget.TOKENS_A_CLAIM))
            total += budget.Estimate(
                questions=1,
                tokens_in=tokens_in,
                tokens_out=tokens_out,
                price=budget.price(self.settings, tokens_in, tokens_out),
                most=budget.price(self.settings, budget.size(messages, shape), self.settings.answer),
            )
        return total

    # -- one piece -----------------------------------------------------------------------------------------

    def _pieces(self, draft: Draft) -> list[Piece]:
        return cutting.pieces(draft, self._longest, min(self.settings.overlap, self._longest // 2))

    @staticmethod
    def _halves(draft: Draft, piece: Piece) -> list[Piece]:
        return cutting.halves(draft, piece) if piece.span.end - piece.span.start >= 2 * _SHORTEST else [piece]

    def _question(self, draft: Draft, piece: Piece) -> tuple[list[prompt.Message], str]:
        met = cutting.met(draft, piece) if piece.span.start != piece.fresh or piece.span.start > 0 else []
        messages = prompt.question(piece.span.of(draft.document.text), draft.document, met)
        return messages, answers.key(self.settings.model, messages, self.settings.answer)

    def _read(self, draft: Draft, piece: Piece) -> list[tuple[Piece, schema.Answer, Usage]]:
        """What is offered about a piece; about its halves, where the model can't take or answer the whole."""
        messages, name = self._question(draft, piece)
        try:
            said = self._said(messages, name)
        except TooLong as error:
            halves = self._halves(draft, piece)
            if len(halves) < 2:
                raise NoAnswer(f"the model can't take a question of {_letters(messages)} letters: {error}") from error
            return [read for half in halves for read in self._read(draft, half)]
        if not said.whole and len(halves := self._halves(draft, piece)) > 1:
            first, *rest = [read for half in halves for read in self._read(draft, half)]
            return [(first[0], first[1], first[2] + _usage(said)), *rest]
        try:
            return [(piece, schema.parse(said.content), _usage(said))]
        except schema.Unusable as why:
            return [(piece, *self._mended(messages, name, said, str(why)))]

    def _mended(self, messages: list[prompt.Message], name: str, said: Said, why: str) -> tuple[schema.Answer, Usage]:
        """The answer to the question put once more with what was wrong."""
        usage = _usage(said)
        if said.kept and self.settings.ask_again:
            said = self._said(messages, name, afresh=True)
            usage += _usage(said)
            try:
                return schema.parse(said.content), usage
            except schema.Unusable as again:
                why = str(again)
        more = prompt.mending(messages, said.content, why)
        other = answers.key(self.settings.model, more, self.settings.answer)
        try:
            second = self._said(more, other, afresh=self.settings.ask_again and not said.kept and self._answers.get(other) is not None)
        except TooLong as error:
            raise NoAnswer(f"the model's answer can't be used ({why}), and the question is too long to be put again") from error
        usage += _usage(second)
        try:
            return schema.parse(second.content), usage
        except schema.Unusable as again:
            given = schema.shorten(second.content, 120)
            raise NoAnswer(
                f"the model {self.settings.model} answered twice with what is no list of claims: {again}; it said «{given}». "
                "The answer is kept; with ask_again it is asked anew. Is the model large enough for this?"
            ) from again

    def _said(self, messages: list[prompt.Message], name: str, *, afresh: bool = False) -> Said:
        """The answer that is there from earlier, or the server's; two of the same question ask once."""
        with self._guard:
            lock = self._under_way.setdefault(name, threading.Lock())
        with lock:
            try:
                kept = None if afresh else self._answers.get(name)
                if kept is not None:
                    return kept
                if self.settings.offline:
                    raise NoAnswer("no answer about it is kept from earlier, and nothing is asked now")
                line = self._line()
                with self._lines:
                    said = line.ask(messages, name)
                self._answers.put(name, self.settings.model, _letters(messages), said)
                return said
            finally:
                with self._guard:
                    self._under_way.pop(name, None)

    def _line(self) -> Server:
        with self._guard:
            if self._server is None:
                self._server = Server(self.settings, self._ledger, self._stop)
            return self._server

    def _notes(self, usage: Usage, refused: list[Refused]) -> dict[str, str]:
        notes = {
            "coder": self.name,
            "model": self.settings.model,
            "prompt": prompt.digest(),
            "answers": str(usage.calls + usage.cached),
        }
        whole = sum(r.whole for r in refused)
        if whole:
            notes["refused"] = str(whole)
        if len(refused) > whole:
            notes["mended"] = str(len(refused) - whole)
        return notes


def _longest(settings: Settings) -> int:
    """The most letters of a piece: as the settings say, and what the model takes beside prompt and answer."""
    room = int((settings.context - settings.answer) * budget.LETTERS_A_TOKEN) - len(prompt.system())
    if room < _SHORTEST:
        least = settings.answer + int((len(prompt.system()) + _SHORTEST) / budget.LETTERS_A_TOKEN) + 1
        raise CoderSettings(
            f"a context of {settings.context} tokens has no room for the prompt, a text and an answer of {settings.answer} tokens: "
            f"it takes {least}, or a shorter answer"
        )
    return min(settings.piece, room)


def _letters(messages: list[prompt.Message]) -> int:
    return sum(len(m["content"]) for m in messages)


def _usage(said: Said) -> Usage:
    return Usage(cached=1) if said.kept else Usage(1, 0, said.tokens_in, said.tokens_out, said.price)


def _done(document: Document, future: Future[Coding]) -> Coding | Failed | CoderStopped:
    """How a document ended; an error that nobody foresaw is the document's, not the run's."""
    try:
        return future.result()
    except CoderStopped as error:
        return error
    except CoderError as error:
        return Failed(document, error)
    except Exception as error:  # noqa: BLE001 - one document that breaks the coder must not stop nine thousand
        return Failed(document, CoderError(f"the coder broke on it: {type(error).__name__}: {error}; please report it with the text"))
