"""What the encoder is told of each word: its letters, what the rule book knows of it, and its place in this text.

A fact is a short string, "lem:دَعَمَ" or "ek:perfect". Some hold wherever the word is written (:func:`lasting`)
and are looked up once a word; the others come from what earlier steps wrote on the draft (:func:`placed`).
"""

from __future__ import annotations

from ahlaf.coding.words.draft import Draft, Trigger
from ahlaf.coding.words.word import Word
from ahlaf.lexicon.names import bare_article


def lasting(word: Word) -> list[str]:
    """What holds of a written form wherever it stands."""
    whole = word.fold
    led = word.kind == "func" and bool(word.conj or word.prep)
    stem = bare_article(word.stem) if led else word.stem  # the network learned "والتي" so
    facts = [f"w:{stem}", f"b:{whole}", f"p2:{stem[:2]}", f"s2:{whole[-2:]}", f"s3:{whole[-3:]}", f"k:{word.kind}"]
    for name, clitic in (("cj", word.conj), ("pr", word.prep), ("pn", word.pronoun), ("riv", word.rival)):
        if clitic:
            facts.append(f"{name}:{clitic}")
    definite = word.definite or stem != word.stem
    for name, holds in (("def", definite), ("fin", word.finite), ("neg", word.negated), ("light", bool(word.lights))):
        if holds:
            facts.append(name)
    if word.entries:
        first = word.entries[0]
        facts.append("ek:" + "|".join(sorted({e.kind for e in word.entries})))
        facts.append(f"lem:{first.lexeme.lemma}")
        facts.append(f"pos:{first.lexeme.pos}")
        if word.finite:
            facts.append(f"png:{first.person}{first.gender}{first.number}")
    facts.append(f"gn:{word.gender}{word.number}")
    facts.extend(f"fn:{c}" for c in word.function)
    facts.extend(f"rep:{r}" for r in word.reports)
    facts.extend(f"sayi:{r}" for r in word.sayings)
    return facts


def placed(draft: Draft) -> list[list[str]]:
    """What holds of each word of a draft in its place: cues, phrases, triggers, and whether a verb has its ends."""
    at_trigger: dict[int, Trigger] = {}
    for trigger in draft.triggers:
        for at in range(trigger.first, trigger.last + 1):
            at_trigger.setdefault(at, trigger)
    found: list[list[str]] = []
    for at in range(len(draft.words)):
        facts = [f"cue:{cue[1]}" for cue in draft.cues.get(at, ())]
        index = draft.at[at]
        if index >= 0:
            phrase = draft.phrases[index]
            facts.append(f"ph:{phrase.kind}|{'B' if at == phrase.first else 'I'}")
            if phrase.actor is not None:
                facts.append(f"ak:{phrase.actor.kind}")
                if at == phrase.first:
                    facts.append(f"as:{phrase.actor.sector}")
        here = at_trigger.get(at)
        if here is not None:
            facts.append(f"tf:{here.form}{'L' if here.light >= 0 else ''}")
            facts.append(f"tr:{here.senses[0].relation}")
            facts.append(f"ts:{here.senses[0].sign}")
        if at in draft.subject_of:
            facts.append("hs")
        if at in draft.object_of:
            facts.append("ho")
        found.append(facts)
    return found
