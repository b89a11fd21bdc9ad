"""Rows → the look-up tables of a rule book: actors, what names and describes them, words and expressions that carry relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Final

from ahlaf.lexicon import tables
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.entries import (
    Cue,
    Generic,
    Idiom,
    Lexeme,
    Light,
    Name,
    Nisba,
    Organ,
    Place,
    Sense,
    SenseKind,
)
from ahlaf.lexicon.inflect import Form, InflectionError, nisba_forms, noun_forms, verb_forms
from ahlaf.lexicon.names import bare_article, folded_tokens, gender_of, spellings
from ahlaf.lexicon.tables import Row
from ahlaf.model import Actor
from ahlaf.relations import RELATIONS
from ahlaf.text.views import fold, fold_each


def filled(by_kind: dict[str, list[Row]], own_first: dict[str, list[Row]], digest: str) -> Lexicon:
    """Of rows that say something of one word or name the first counts, but for ids, given names and groups: there the last."""
    lexicon = Lexicon(digest=digest, rows=sum(map(len, by_kind.values())))
    given = by_kind.get("given", ())
    genders = ({"both": "", "": "m"}.get(row["gender"], row["gender"]) for row in given)
    lexicon.given = dict(zip(fold_each(row["name"] for row in given), genders, strict=True))
    for row in by_kind.get("groups", ()):
        lexicon.groups[row["group"]].update((fold(word), row["note"]) for word in row.many("words"))
    lexicon.alike = {written: fold(other) for written, other in lexicon.groups["respelled"].items()}
    for row in own_first.get("function", ()):
        lexicon.function.setdefault(row["word"], {}).setdefault(row["class"], row["note"])
    for kind in ("states", "actors", "people"):
        _add_ids(lexicon, by_kind.get(kind, ()))
    _add_actors(lexicon, own_first)
    _add_builders(lexicon, own_first)
    _add_words(lexicon, own_first)
    _add_expressions(lexicon, own_first)
    for table in (lexicon.names, lexicon.organs, lexicon.titles, lexicon.compounds, lexicon.places):
        for entries in table.values():
            entries.sort(key=lambda e: -len(e[0]))
    return lexicon


# -- actors --------------------------------------------------------------------------------------------


def _add_ids(lexicon: Lexicon, rows_: Sequence[Row]) -> None:
    for row in rows_:
        if not row["id"].startswith("="):
            lexicon.actors[row["id"]] = Actor(
                row["id"], row["name"], row["name_en"], row["kind"], row["country"] or _own_code(row), _main(row["sector"])
            )


_Named = tuple[str, Actor, bool, str]
"""A name as a row has it, whose it is, whether it is a strong one, and the row."""


def _add_actors(lexicon: Lexicon, by_kind: dict[str, list[Row]]) -> None:
    """Add what actors and places are called, who comes from them, and which roles persons had."""
    states, places, persons = (by_kind.get(kind, []) for kind in ("states", "places", "people"))
    names = [name for row in (*states, *by_kind.get("actors", ()), *persons) for name in _names_of(lexicon, row)]
    nisbas: list[tuple[Form, Actor, str]] = []
    for row in states:
        actor, ref = lexicon.actors[row["id"].lstrip("=")], row.ref
        names.extend((text, actor, True, ref) for text in (*row.many("capital"), *row.many("houses")))
        people = row.many("people")
        nisbas.extend((form, actor, ref) for adjective in row.many("adjective") for form in nisba_forms(adjective, people))
    own: list[_Named] = []
    others: list[_Named] = []
    for row in places:
        place, ref = Actor(row["id"], row["name"], row["name_en"], row["kind"], row["country"], ""), row.ref
        own.append((row["name"], place, True, ref))
        others.extend((text, place, True, ref) for text in row.many("strong"))
        nisbas.extend((form, place, ref) for adjective in row.many("adjective") for form in nisba_forms(adjective, ()))
    _add_names(lexicon, names, persons)
    _add_places(lexicon, [*own, *others])  # of two places of one name the one whose own it is stands first
    for key, (form, actor, ref) in zip(lexicon.fold_each(n[0].text for n in nisbas), nisbas, strict=True):
        plural = form.number == "p" and form.gender != "f"
        lexicon.nisbas.setdefault(key, Nisba(actor, form.gender, form.number, plural, ref))
    for row in persons:
        for role in row.many("roles"):
            _add_role(lexicon, row, role)


def _names_of(lexicon: Lexicon, row: Row) -> Iterator[_Named]:
    """What a row calls its actor, the strong names first."""
    actor = lexicon.actors.get(row["id"].lstrip("="))
    if actor is None:
        raise row.error(f"no actor has the id {row['id'].lstrip('=')!r}", "write the actor's own row, or mend the id")
    yield row["name"], actor, True, row.ref
    for text in row.many("strong"):
        yield text, actor, True, row.ref
    for text in row.many("weak"):
        yield text, actor, False, row.ref


def _add_names(lexicon: Lexicon, names: Sequence[_Named], persons: Sequence[Row]) -> None:
    """Add names of actors, each under its first word; a woman's has her gender."""
    named = zip(persons, map(folded_tokens, lexicon.fold_each(row["name"] for row in persons)), strict=True)
    women = {row["id"]: gender for row, tokens in named if tokens and (gender := lexicon.gender_of_person(tokens)) != "m"}
    heads = lexicon.groups["name-head"]
    known: set[tuple[tuple[str, ...], str, bool]] = set()
    for tokens, (text, actor, strong, ref) in zip(map(folded_tokens, lexicon.fold_each(n[0] for n in names)), names, strict=True):
        if not tokens:
            continue
        gender, number = gender_of(tokens, actor.kind, heads)
        gender = women.get(actor.id, gender)
        for written in spellings(tokens) if actor.kind == "person" else (tokens,):
            if (written, actor.id, strong) not in known:
                known.add((written, actor.id, strong))
                lexicon.names.setdefault(written[0], []).append(Name(written, actor, strong, text, ref, gender, number))


def _add_places(lexicon: Lexicon, names: Sequence[_Named]) -> None:
    """Add names of places, each under its first word."""
    for tokens, (_, place, _, ref) in zip(map(folded_tokens, lexicon.fold_each(n[0] for n in names)), names, strict=True):
        if tokens:
            lexicon.places.setdefault(tokens[0], []).append(Place(tokens, place, place.kind, ref))


def _own_code(row: Row) -> str:
    return row["id"] if row["kind"] == "state" and len(row["id"]) == 3 else ""


def _main(sector: str) -> str:
    return sector.split("|", 1)[0]


def _add_role(lexicon: Lexicon, row: Row, text: str) -> None:
    role, of, since, until = (part or "" for part in tables.ROLE.fullmatch(text).groups())  # type: ignore[union-attr]
    lexicon.roles.setdefault((role, of), []).append((since, until, lexicon.actors[row["id"]]))
    lexicon.served.setdefault(row["id"], []).append(of)


# -- builders of actors --------------------------------------------------------------------------------


def _add_builders(lexicon: Lexicon, by_kind: dict[str, list[Row]]) -> None:
    heads = lexicon.groups["name-head"]
    for row, whole in _with_tokens(lexicon, by_kind.get("organs", ())):
        tokens = tuple(map(bare_article, whole))
        gender, number = gender_of(whole, row["kind"], heads)
        person = row["person"] == "yes"
        if person:
            gender = "f" if tokens[0].endswith("ه") else "m"
        organ = Organ(tokens, _main(row["sector"]), row["kind"], person, row["words"], row.ref, gender, number)
        lexicon.organs.setdefault(tokens[0], []).append(organ)
    for row, whole in _with_tokens(lexicon, by_kind.get("titles", ())):
        tokens = tuple(map(bare_article, whole))
        lexicon.titles.setdefault(tokens[0], []).append((tokens, _main(row["sector"])))
    generics = [(row, form) for row in by_kind.get("generics", ()) for form in noun_forms(row["words"], row.many("plural"))]
    one = {form.text for _, form in generics if form.number == "s"}
    generics.sort(key=lambda made: made[1].number == "d" and made[1].text in one)  # a soldier before two armies: "عسكري"
    for key, (row, form) in zip(lexicon.fold_each(form.text for _, form in generics), generics, strict=True):
        sign = {"+": 1, "-": -1}.get(row["sign"], 0)
        generic = Generic(row["words"], row["kind"], _main(row["sector"]), sign, form.gender, form.number, row.ref)
        tokens = tuple(map(bare_article, key.split()))
        if len(tokens) == 1:
            first = lexicon.generics.setdefault(key + ("+" if form.joined else ""), generic)
            if first.number == "d" and generic.number == "p" and first.lemma == generic.lemma and key.endswith("ان"):
                lexicon.several[key] = generic  # "بلدان" are two or many
        elif not form.joined:
            lexicon.compounds.setdefault(tokens[0], []).append((tokens, generic))


def _with_tokens(lexicon: Lexicon, rows_: Sequence[Row]) -> Iterator[tuple[Row, tuple[str, ...]]]:
    return zip(rows_, map(folded_tokens, lexicon.fold_each(row["words"] for row in rows_)), strict=True)


# -- words that carry relations ------------------------------------------------------------------------


def _sense(row: Row, kind: SenseKind, lemma: str) -> Sense | None:
    relation = RELATIONS.get(row["relation"])
    if relation is None:
        return None
    source, target = _ends(row["slots"] or "subj>obj")
    return Sense(relation.name, relation.sign, source, target, kind, row["mode"], row["gloss"], lemma, row.ref)


@lru_cache(maxsize=1024)
def _ends(slots: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where source and target stand; thousands of rows say the same of them."""
    source, _, target = slots.partition(">")
    return tuple(s.strip() for s in source.split("|") if s.strip()), tuple(t.strip() for t in target.split("|") if t.strip())


def _add_words(lexicon: Lexicon, by_kind: dict[str, list[Row]]) -> None:
    shapes: dict[str, tuple[Row, list[str]]] = {}
    for row in (*by_kind.get("verbs", ()), *by_kind.get("light", ())):
        lemma = row["lemma"]
        lexeme = lexicon.lexemes.setdefault(lemma, Lexeme(lemma, "verb", ref=row.ref))
        masdars = row.many("masdar") if "masdar" in row.cells else ()
        known = shapes.setdefault(lemma, (row, []))[1]
        known.extend(m for m in masdars if m not in known)
        if "voice" in row.cells:
            lexeme.lights.append(Light(row["voice"] == "active", row["link"], row.ref))
        elif row["relation"] in ("REPORT", "DENY"):
            lexeme.report = "deny" if row["relation"] == "DENY" else (row["mode"] or "say")
        elif sense := _sense(row, "verb", lemma):
            lexeme.senses.append(sense)
    for lemma, (row, masdar_list) in shapes.items():
        lexicon.stems.put(lexicon.lexemes[lemma], lemma, masdar_list, partial(inflect_verb, row, tuple(masdar_list)))
    for row in by_kind.get("nouns", ()):
        adjective = row["kind"] == "adjective"
        key = row["noun"]
        lexeme = lexicon.lexemes.setdefault(key, Lexeme(key, "adjective" if adjective else "noun", ref=row.ref))
        if not lexeme.senses:
            plurals = row.many("plural")
            inflect = partial(noun_forms, key, plurals, adjective=adjective or row["kind"] == "agent")
            lexicon.stems.put(lexeme, key, plurals, inflect)
        if sense := _sense(row, row["kind"], key):  # type: ignore[arg-type]
            lexeme.senses.append(sense)


def inflect_verb(row: Row, masdars: Sequence[str]) -> tuple[Form, ...]:
    """Every form of a verb row.

    Raises:
        LexiconError: lemma, root, form and imperfect do not belong together.
    """
    try:
        return verb_forms(row["lemma"], row["root"], row["form"], row["imperfect"], masdars)
    except InflectionError as error:
        raise row.error(str(error), "mend lemma, root, form or imperfect") from None


# -- expressions ---------------------------------------------------------------------------------------

_ONE_LETTER: Final = frozenset("بلك")


def _parts(row: Row, lexicon: Lexicon, folded: dict[str, str], known: dict[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    """An expression's positions; a trailing one-letter preposition is left to the slots.

    ``known`` keeps the position that each word makes: expressions share many.
    """
    parts: list[frozenset[str]] = []
    for word in row["words"].split():
        if word not in known:
            choices = word.split("|")
            for choice in choices:
                if choice.startswith("[") and (lemma := choice.strip("[]")) not in lexicon.lexemes:
                    raise row.error(f"no verb has the lemma {lemma!r}", "write it in verbs/ or light.tsv, vowelled alike")
            known[word] = frozenset(f"[{c.strip('[]')}]" if c.startswith("[") else folded[c] for c in choices)
        parts.append(known[word])
    while len(parts) > 1 and (parts[-1] <= _ONE_LETTER or parts[-1] == {"_"}):
        parts.pop()
    return tuple(parts)


def _second(parts: Sequence[frozenset[str]]) -> frozenset[str]:
    """What the second of an expression's positions may be, by which most of those that begin alike fall at once."""
    return parts[1] if len(parts) > 1 and "_" not in parts[1] else frozenset()


def _add_expressions(lexicon: Lexicon, by_kind: dict[str, list[Row]]) -> None:
    idioms, cues = by_kind.get("idioms", ()), by_kind.get("cues", ())
    choices = {choice for row in (*idioms, *cues) for word in row["words"].split() for choice in word.split("|")}
    folded = dict(zip(choices, lexicon.fold_each(choices), strict=True))
    known: dict[str, frozenset[str]] = {}
    for row in idioms:
        sense = _sense(row, "idiom", row["words"])
        if sense is not None and not row["slots"]:
            raise row.error("an expression with a relation has no slots", "say where its ends stand: subj>obj, gen>على")
        parts = _parts(row, lexicon, folded, known)
        idiom = Idiom(parts, _second(parts), sense, any(key.startswith("[") for key in parts[0]), row.ref)
        for key in idiom.parts[0]:
            lexicon.idioms.setdefault(key, []).append(idiom)
    for row in cues:
        parts = _parts(row, lexicon, folded, known)
        cue = Cue(parts, _second(parts), row["class"], row["reach"] or "clause", row.ref, row["words"])
        for key in cue.parts[0]:
            lexicon.cues.setdefault(key, []).append(cue)
    for table in (lexicon.idioms, lexicon.cues):
        for entries in table.values():
            entries.sort(key=lambda e: -len(e.parts))
