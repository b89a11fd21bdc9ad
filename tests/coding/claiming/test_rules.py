"""What a pattern matches, and how a rule's claim meets what the network found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ahlaf.coding import pipeline
from ahlaf.coding.claiming import rules
from ahlaf.coding.nounphrases.members import members
from ahlaf.coding.words.analysis import Analyser
from ahlaf.lexicon.load import load
from ahlaf.lexicon.rules import Written, compiled, index
from ahlaf.model import Document, Reading

Code = Callable[..., Reading]
Ends = tuple[str, str]


def with_rules(*patterns: tuple[str, ...], relation: str = "AID") -> Analyser:
    """An analyser whose rule book has these patterns as its only rules."""
    lexicon = load()
    made = [
        compiled(Written("rules/x.toml", number, f"x.{number}", "", "usage", relation, "", 0.5, (lines,)), lexicon.lexemes)
        for number, lines in enumerate(patterns, 1)
    ]
    return Analyser(replace(lexicon, rules=index(made)))


def found(text: str, *lines: str, relation: str = "AID") -> list[tuple[str, str, str]]:
    """The trigger, sources and targets of each match of one pattern in a text."""
    draft = pipeline.prepare(Document(text), with_rules(lines, relation=relation))

    def words(index_: int) -> str:
        return " و".join(draft.text(draft.phrases[i].first, draft.phrases[i].last).lstrip("ول") for i in members(draft, index_))

    return [(draft.text(m.first, m.last), words(m.source), words(m.target)) for m in rules.matches(draft)]


HELP = ("target is subject", "بمساعدة من?", "source")
LOYAL = ("source", "موالية|موالين|موالون ل", "target")
LED = ("target", "بقيادة", "source")
MATCHES = [
    ("سيطر التنظيم على المدينة بمساعدة تركيا", HELP, [("بمساعدة", "تركيا", "التنظيم")]),
    ("سيطر التنظيم على المدينة بمساعدة من تركيا", HELP, [("بمساعدة من", "تركيا", "التنظيم")]),
    ("سيطر التنظيم على المدينة بمساعدة من تركيا وقطر", HELP, [("بمساعدة من", "تركيا وقطر", "التنظيم")]),
    ("سيطر التنظيم على المدينة بِمُساعدةٍ من تركيا", HELP, [("بِمُساعدةٍ من", "تركيا", "التنظيم")]),
    ("سيطر التنظيم على المدينة بمساعده تركيا", HELP, [("بمساعده", "تركيا", "التنظيم")]),
    ("سيطر التنظيم على المدينة. كان ذلك بمساعدة تركيا", HELP, []),
    ("سيطر التنظيم على المدينة بمساعدة", HELP, []),
    ("سيطر التنظيم على المدينة بمساعدة لتركيا", HELP, []),
    ("وصل مسلحون موالون لإيران", LOYAL, [("موالون", "مسلحون", "إيران")]),
    ("وصل مسلحون موالون لإيران وسوريا", LOYAL, [("موالون", "مسلحون", "إيران وسوريا")]),
    ("وصل مسلحون موالون من إيران", LOYAL, []),
    ("دخلت ميليشيات بقيادة هادي العامري", LED, [("بقيادة", "هادي العامري", "ميليشيات")]),
    ("دخلت ميليشيات، بقيادة هادي العامري،", LED, [("بقيادة", "هادي العامري", "ميليشيات")]),
    ("دخلت ميليشيات المدينة بقيادة هادي العامري", ("target: alliance", "بقيادة", "source"), []),
    ("دخلت ميليشيات بقيادة هادي العامري", ("target", "بقيادة", "source: state"), []),
    ("هاجم التحالف الذي تقوده السعودية صنعاء", ("target", "الذي", "trigger", "تقوده", "source"), [("تقوده", "السعودية", "التحالف")]),
    ("اتهمت السعودية إيران بدعم الحوثيين", ("source is object", "verb", "[اِتَّهَمَ]", "بدعم", "target"), [("بدعم", "إيران", "الحوثيين")]),
    ("طالبت السعودية إيران بدعم الحوثيين", ("source is object", "verb", "[اِتَّهَمَ]", "بدعم", "target"), []),
    ("اتهمت السعودية إيران بدعم الحوثيين", ("source is object", "no verb", "[اِتَّهَمَ]", "بدعم", "target"), []),
    ("قام تحالف بمشاركة ٣٤ دولة", ("target: alliance", "بمشاركة", "number", "source"), [("بمشاركة", "دولة", "تحالف")]),
    ("قام تحالف بمشاركة دول", ("target: alliance", "بمشاركة", "number", "source"), []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines", "wanted"), MATCHES, ids=[f"{number} {text}" for number, (text, *_) in enumerate(MATCHES)])
def test_a_pattern_matches_what_it_says(text: str, lines: tuple[str, ...], wanted: list[tuple[str, str, str]]) -> None:
    assert found(text, *lines) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وقعت اشتباكات بين الجيش والحوثيين", [("اشتباكات بين", "الجيش والحوثيين", "الجيش والحوثيين")]),
        ("وقعت اشتباكات عنيفة جدا بين الجيش والحوثيين", [("اشتباكات عنيفة جدا بين", "الجيش والحوثيين", "الجيش والحوثيين")]),
        ("وقعت اشتباكات بين الجيش", []),
        ("وقعت اشتباكات، وانتهى الأمر بين الجيش والحوثيين", []),
    ],
)
def test_both_ends_stand_in_one_list(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert found(text, "اشتباكات _ بين", "both", relation="ASSAULT") == wanted


def test_a_pronoun_on_the_last_fixed_word_fills_the_slot() -> None:
    draft = pipeline.prepare(Document("تعمل تركيا في الشمال. سيطر التنظيم على المدينة بمساعدتها"), with_rules(HELP))
    (match,) = rules.matches(draft)
    assert draft.phrases[match.source].kind == "pronoun"
    assert draft.whose(match.source) == "TUR"


def claims(reading: Reading) -> list[tuple[str, str, str, bool]]:
    """Source, relation, target, and whether a rule of the rule book was the reason."""
    ends = [[end.names[0] if end else "" for end in (c.source, c.target)] for c in reading.claims]
    return [(one, c.relation, two, ".toml:" in c.rule) for (one, two), c in zip(ends, reading.claims, strict=True)]


def test_a_rule_and_the_network_that_agree_make_one_claim_and_the_rule_is_its_reason(code: Code) -> None:
    reading = code("سيطر الحوثيون على صنعاء بدعم من إيران.")
    ours = [claim for claim in reading.claims if claim.relation == "AID"]
    assert [(c.source and c.source.actor.id, c.target and c.target.actor.id) for c in ours] == [("IRN", "houthis")]
    assert ours[0].rule.startswith("rules/help.toml:")
    assert ours[0].reasons[0].ref == ours[0].rule
    assert ours[0].reasons[0].says.startswith("help.with-support-from: ")


def test_a_rule_knows_an_end_that_the_network_leaves_open(code: Code) -> None:
    found_ = [c for c in claims(code("أقصيت كندا من الاتحاد الأوروبي.")) if c[1] == "EXCLUDE"]
    assert found_ == [("الاتحاد الأوروبي", "EXCLUDE", "كندا", True)]


def test_of_whom_a_clause_without_a_verb_tells_is_its_subject(code: Code) -> None:
    found_ = claims(code("كيف تحارب كندا الإرهاب وكينيا خارج الاتحاد الأفريقي؟"))
    assert ("الاتحاد الأفريقي", "EXCLUDE", "كينيا", True) in found_
    assert not any(relation == "EXCLUDE" and target == "كندا" for _, relation, target, _ in found_)


@pytest.mark.parametrize("text", ["إلى ضمان .", "خارج الاتحاد الأفريقي.", "وكينيا خارج الاتحاد الأفريقي."])
def test_a_text_that_is_nothing_but_a_predicate_is_read(text: str, code: Code) -> None:
    assert code(text).sentences


def test_every_member_of_a_list_has_its_claim(code: Code) -> None:
    found_ = claims(code("سيطر الحوثيون على صنعاء بدعم من إيران وروسيا."))
    assert ("إيران", "AID", "الحوثيون", True) in found_
    assert ("روسيا", "AID", "الحوثيون", True) in found_


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("سيطر الحوثيون على صنعاء بدعم من إيران.", "affirmed", "asserted"),
        ("أرسلت فرنسا جنودها لمحاربة تنظيم القاعدة.", "affirmed", "intended"),
    ],
)
def test_how_a_rules_claim_is_meant_comes_from_the_steps_for_every_claim(text: str, polarity: str, modality: str, code: Code) -> None:
    by_rule = [claim for claim in code(text, 0.0).claims if ".toml:" in claim.rule]
    assert [(claim.polarity, claim.modality) for claim in by_rule] == [(polarity, modality)]


@pytest.mark.parametrize(
    "text",
    [
        "توقفت معارك عنيفة بين الجيش الليبي وداعش.",
        "دخلت المدينة ميليشيات بقيادة هادي العامري.",
        "وصل مسلحون موالون لإيران إلى دمشق.",
    ],
)
def test_no_trigger_has_two_claims_with_the_same_ends(text: str, code: Code) -> None:
    keys = [(c.trigger, c.source and c.source.actor.id, c.target and c.target.actor.id) for c in code(text, 0.0).claims]
    assert keys
    assert len(keys) == len(set(keys))


def test_where_the_network_is_surer_of_other_ends_it_keeps_them(analyser: Analyser) -> None:
    """The weaker of two that speak at one trigger is silent: here a rule that takes the ends the wrong way round."""
    from ahlaf.coding.weighing import learned

    wrong = with_rules(("source is subject", "بدعم", "من", "target"))
    text = Document("سيطر الحوثيون على صنعاء بدعم من إيران.")
    draft = pipeline.prepare(text, wrong)
    assert [(draft.whose(m.source), draft.whose(m.target)) for m in rules.matches(draft)] == [("houthis", "IRN")]
    kept = pipeline.code(text, wrong, learned.load(), 0.0).claims
    right = pipeline.code(text, Analyser(replace(analyser.lexicon, rules={})), learned.load(), 0.0).claims
    assert kept == right


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("اندلعت حرب بين السعودية وإيران.", "ASSAULT"),
        ("اندلعت حرب باردة بين السعودية وإيران.", "OPPOSE"),
        ("اندلعت حرب كلامية بين السعودية وإيران.", "OPPOSE"),
        ("هدد الوزير الكندي بقلب الطاولة في وجه كينيا.", "THREATEN"),
        ("صمدت كندا في وجه كينيا.", "OPPOSE"),
    ],
)
def test_an_expression_with_words_around_a_rules_says_which_relation_it_is(text: str, relation: str, code: Code) -> None:
    assert [c.relation for c in code(text).claims if c.source and c.target] == [relation]


@pytest.mark.parametrize(
    ("text", "helpers"),
    [
        ("بدعم كندي، تقدم الجيش الأوغندي نحو العاصمة.", {"كندي"}),
        ("بدعم كندي وكيني، تقدم الجيش الأوغندي نحو العاصمة.", {"كندي", "كيني"}),
        ("بدعم من كندا وكينيا، سيطر الجيش الأوغندي على المدينة.", {"كندا", "كينيا"}),
        ("بغطاء جوي كندي تقدم الجيش الأوغندي نحو المدينة.", {"كندي"}),
        ("تقدم الجيش الأوغندي بدعم كندي وكيني.", {"كندي", "كيني"}),
    ],
)
def test_what_opens_a_sentence_belongs_to_the_verb_behind(text: str, helpers: set[str], code: Code) -> None:
    claims = [c for c in code(text).claims if c.relation == "AID"]
    assert {c.source.names[0] for c in claims if c.source} == helpers
    assert {c.target.names[0] for c in claims if c.target} == {"الجيش الأوغندي"}
