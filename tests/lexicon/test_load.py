"""What the loader makes of the rows: look-up tables, a user's folder over the built-in one, drawers opened late."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import ahlaf
from ahlaf.errors import LexiconError
from ahlaf.lexicon import filling, load, tables
from ahlaf.lexicon.book import Lexicon
from ahlaf.lexicon.entries import Lexeme
from ahlaf.lexicon.inflect import Form, noun_forms
from ahlaf.lexicon.names import folded_tokens, gender_of
from ahlaf.lexicon.stems import Inflect, Stems, skeleton
from ahlaf.text.views import fold

SOURCE = ["id", "title", "note"]
ACTOR = "id name name_en kind country sector strong weak since until source".split()
GROUP = list(tables.SCHEMAS["groups"].columns)
VERB = "lemma root form imperfect masdar relation slots mode gloss source example".split()
IDIOM = "words relation slots mode gloss source example".split()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load.load()


def fresh(*folders: Path) -> Lexicon:
    """A lexicon of its own, which no other test shares."""
    return load.load.__wrapped__(folders)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A built-in rule book of two rows, for what does not hang on its contents."""
    folder = tmp_path / "built-in"
    lay(folder, "actors/few.tsv", ACTOR, FRONT | {"id": "known", "name": "حركة النهار"})
    lay(folder, "verbs/few.tsv", VERB, FLOURISH)
    lay(folder, "sources.tsv", SOURCE, {"id": "usage", "title": "usage", "note": "by hand"})
    monkeypatch.setattr(load, "BUILT_IN", folder)
    return folder


def lay(folder: Path, name: str, columns: list[str], *rows: dict[str, str]) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    body = ["\t".join(columns), *("\t".join(row.get(column, "") for column in columns) for row in rows)]
    path.write_text("\n".join(body) + "\n", encoding="utf-8")


FRONT = {"id": "x-front", "name": "جبهة الفجر الصادق", "kind": "armed-group", "country": "IMG", "sector": "REB", "source": "usage"}
MAN = FRONT | {"kind": "person", "name_en": "X"}
FLOURISH = {
    "lemma": "زَرْكَشَ", "root": "زركش", "form": "q1", "imperfect": "يُزَرْكِشُ", "relation": "SUPPORT", "slots": "subj>obj",
    "source": "usage", "example": "زركش الجار جاره",
}  # fmt: skip


# -- the built-in tables ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "actor"),
    [("تركيا", "TUR"), ("أنقرة", "TUR"), ("البيت الأبيض", "USA"), ("داعش", "daesh"), ("حزب الله", "hezbollah"), ("حلف الناتو", "nato")],
)
def test_names_lead_to_their_actors(text: str, actor: str, lexicon: Lexicon) -> None:
    parts = folded_tokens(fold(text))
    assert actor in {name.actor.id for name in lexicon.names[parts[0]] if name.tokens == parts and name.strong}


def test_longer_names_come_first(lexicon: Lexicon) -> None:
    for table in (lexicon.names, lexicon.organs, lexicon.titles, lexicon.places):
        for entries in table.values():  # type: ignore[attr-defined]
            lengths = [len(entry[0]) for entry in entries]
            assert lengths == sorted(lengths, reverse=True)


def test_a_state_is_its_own_country(lexicon: Lexicon) -> None:
    assert [a.id for a in lexicon.actors.values() if a.kind == "state" and len(a.id) == 3 and a.country != a.id] == ["VDR"]


@pytest.mark.parametrize(
    ("name", "gender", "number"),
    [
        ("الجيش العراقي", "m", "s"),
        pytest.param("القوى الإرهابية", "f", "s", marks=pytest.mark.xfail(strict=True, reason="the network learned social groups as men")),
        ("الفصائل المسلحة", "f", "s"),
        ("الصهاينة", "m", "p"),
        ("الأكراد", "m", "p"),
        ("البيت الأبيض", "m", "s"),
        ("اليابان", "f", "s"),
        ("لبنان", "", "s"),
        ("الشعب اليمني", "m", "s"),
        ("الأمم المتحدة", "f", "s"),
        ("السعوديون", "m", "p"),
        ("حماس", "", "s"),
        ("أوروبا", "f", "s"),
        ("النظام القطري", "m", "s"),
        ("متمردو الشرق", "m", "p"),
        ("أحزاب المعارضة", "f", "s"),
        ("الميادين", "", "s"),
        ("السوربون", "", "s"),
        ("إكسون موبيل", "", "s"),
        ("اليمين المتطرف", "m", "s"),
        ("حوثيو اليمن", "m", "p"),
        ("الناجون من النار", "m", "p"),
        ("سيراليون", "f", "s"),
    ],
)
def test_names_agree_as_arabic_has_them(name: str, gender: str, number: str, lexicon: Lexicon) -> None:
    tokens = folded_tokens(fold(name))
    kind = next((n.actor.kind for n in lexicon.names.get(tokens[0], ()) if n.tokens == tokens), "force")
    assert gender_of(tokens, kind, lexicon.groups["name-head"]) == (gender, number)


@pytest.mark.parametrize(
    ("word", "state", "gender", "number"),
    [("عراقي", "IRQ", "m", "s"), ("عراقيه", "IRQ", "f", "s"), ("عراقيون", "IRQ", "m", "p"), ("اتراك", "TUR", "", "p")],
)
def test_adjectives_of_origin(word: str, state: str, gender: str, number: str, lexicon: Lexicon) -> None:
    nisba = lexicon.nisbas[word]
    assert (nisba.actor.id, nisba.gender, nisba.number) == (state, gender, number)


@pytest.mark.parametrize(
    ("stem", "lemma", "kind"),
    [
        ("دعم", "دَعَمَ", "perfect"),
        ("يدعمون", "دَعَمَ", "imperfect"),
        ("داعمين", "دَعَمَ", "active"),
        ("مدعومه", "دَعَمَ", "passive_participle"),
        ("دعم", "دَعَمَ", "masdar"),
        ("غارات", "غارة", "noun"),
        ("حلفاء", "حليف", "adjective"),
    ],
)
def test_stems(stem: str, lemma: str, kind: str, lexicon: Lexicon) -> None:
    assert (lemma, kind) in {(entry.lexeme.lemma, entry.kind) for entry in lexicon.stems.get(stem)}


def test_an_unknown_stem_has_no_reading(lexicon: Lexicon) -> None:
    assert not lexicon.stems.get("ضغضغضغ")


# -- lazy drawers -----------------------------------------------------------------------------------------


def lexemes() -> list[tuple[Lexeme, str, tuple[str, ...], Inflect]]:
    """A sample of the book's verbs and nouns as the loader puts them: lexeme, lemma, plurals or masdars, inflection."""
    book = load.rows(load.BUILT_IN, check=False)[0]
    pick = random.Random(7)  # noqa: S311 - the same sample in every run
    found: list[tuple[Lexeme, str, tuple[str, ...], Inflect]] = []
    for row in pick.sample(book["verbs"], 150):
        masdars = row.many("masdar")
        found.append((Lexeme(row["lemma"], "verb"), row["lemma"], masdars, partial(filling.inflect_verb, row, masdars)))
    for row in pick.sample(book["nouns"], 250):
        plurals = row.many("plural")
        adjective = row["kind"] in ("adjective", "agent")
        found.append((Lexeme(row["noun"], "noun"), row["noun"], plurals, partial(noun_forms, row["noun"], plurals, adjective=adjective)))
    return found


def test_drawers_give_what_inflecting_everything_gives() -> None:
    sample = lexemes()
    eager: dict[str, set[tuple[int, str]]] = {}
    lazy = Stems()
    for lexeme, lemma, plurals, inflect in sample:
        lazy.put(lexeme, lemma, plurals, inflect)
        for form in inflect():
            eager.setdefault(fold(form.text), set()).add((id(lexeme), form.kind))
    stems = list(eager)
    random.Random(7).shuffle(stems)  # noqa: S311 - drawers are opened in any order
    for stem in stems:
        assert {(id(entry.lexeme), entry.kind) for entry in lazy.get(stem)} == eager[stem], stem
    assert set(lazy.everything()) == set(eager)


def test_readings_stand_in_one_order_whatever_was_asked_before() -> None:
    words = ("مدينة", "المدينة", "قتلى", "أدان", "دان", "حروب", "قادة", "دولة", "رؤوس", "حلفاء")
    one, two = load.load.__wrapped__().stems, load.load.__wrapped__().stems
    said = {stem: list(one.get(stem)) for stem in map(fold, words)}
    two.everything()
    for stem, readings in said.items():
        told = [[(e.kind, e.lexeme.lemma, e.person, e.gender, e.number) for e in found] for found in (readings, two.get(stem))]
        assert told[0] == told[1], stem
    assert sum(map(len, said.values())) > 10


def test_a_drawer_is_inflected_once_and_only_when_asked_for() -> None:
    asked = []

    def inflect() -> Iterator[Form]:
        asked.append("دعم")
        return iter(noun_forms("دعم", ()))

    stems = Stems()
    stems.put(Lexeme("دعم", "noun"), "دعم", (), inflect)
    assert not stems.get("قصف")
    assert asked == []
    assert stems.get("دعم")
    assert stems.get("دعما")
    assert asked == ["دعم"]


def test_a_stem_inflects_only_the_words_that_have_its_letters() -> None:
    asked = []

    def inflect(word: str) -> Iterator[Form]:
        asked.append(word)
        return iter(noun_forms(word, ()))

    stems = Stems()
    for word in ("مقبل", "قبل", "تقبل", "قابل"):
        stems.put(Lexeme(word, "noun"), word, (), partial(inflect, word))
    assert [entry.lexeme.lemma for entry in stems.get("قبل")] == ["قبل"]
    assert asked == ["قبل", "قابل"]
    assert stems.get("تقبلا")
    assert asked == ["قبل", "قابل", "تقبل"]


def test_a_word_whose_plural_lacks_a_letter_of_its_singular_is_found_by_both() -> None:
    stems = Stems()
    stems.put(Lexeme("إنسان", "noun"), "إنسان", ("ناس",), partial(noun_forms, "إنسان", ("ناس",)))
    assert stems.get("ناس")
    assert stems.get("انسان")


@pytest.mark.parametrize("forms", ["دعم يدعمون مدعومه", "رد رددت يردون مردود", "اصطدم يصطدم مصطدمين", "قال يقول قلت اقوال"])
def test_forms_of_a_word_lie_in_one_drawer(forms: str) -> None:
    assert len({skeleton(form) for form in forms.split()}) == 1


# -- a user's own folder ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The built-in book under a folder with a new actor, a known one written anew, an alias and a verb."""
    folder = tmp_path_factory.mktemp("mine")
    anew = FRONT | {"id": "hezbollah", "name": "حزب الفجر الصادق", "country": "SYR"}
    lay(folder, "actors/mine.tsv", ACTOR, FRONT, anew, {"id": "=TUR", "strong": "بلاد الفجر الصادق", "source": "usage"})
    lay(folder, "verbs/mine.tsv", VERB, FLOURISH)
    lay(folder, "groups.tsv", GROUP, {"words": "صاغه|رواه", "group": "byline", "source": "usage", "note": "mine"})
    return fresh(folder)


def named(lexicon: Lexicon, text: str) -> list[str]:
    parts = folded_tokens(fold(text))
    return [name.actor.id for name in lexicon.names.get(parts[0], ()) if name.tokens == parts]


def test_a_users_rows_are_added(mine: Lexicon, lexicon: Lexicon) -> None:
    assert mine.rows == lexicon.rows + 5
    assert named(mine, "جبهة الفجر الصادق") == ["x-front"]
    assert "زَرْكَشَ" in {entry.lexeme.lemma for entry in mine.stems.get("يزركشون")}
    assert set(mine.actors) == {*lexicon.actors, "x-front"}
    assert mine.groups["byline"] == lexicon.groups["byline"] | {"صاغه": "mine", "رواه": "mine"}


def test_the_built_in_book_is_not_touched(mine: Lexicon, lexicon: Lexicon) -> None:
    assert mine is not lexicon
    assert not lexicon.stems.get("يزركشون")
    assert named(lexicon, "جبهة الفجر الصادق") == []
    assert lexicon.actors["hezbollah"].country == "LBN"


def test_a_users_row_with_a_known_id_replaces_it(mine: Lexicon) -> None:
    actor = mine.actors["hezbollah"]
    assert (actor.name, actor.country) == ("حزب الفجر الصادق", "SYR")


def test_a_users_alias_adds_a_name_to_a_known_actor(mine: Lexicon, lexicon: Lexicon) -> None:
    assert mine.actors["TUR"] == lexicon.actors["TUR"]
    assert named(mine, "بلاد الفجر الصادق") == ["TUR"]
    assert named(mine, "تركيا") == named(lexicon, "تركيا")


@pytest.mark.usefixtures("small")
def test_the_later_folder_lies_above(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    lay(one, "actors/mine.tsv", ACTOR, FRONT)
    lay(two, "actors/mine.tsv", ACTOR, FRONT | {"name": "جبهة الفجر الكاذب"})
    assert fresh(one, two).actors["x-front"].name == "جبهة الفجر الكاذب"
    assert fresh(two, one).actors["x-front"].name == "جبهة الفجر الصادق"
    assert set(fresh(one, two).actors) == {"known", "x-front"}


@pytest.mark.usefixtures("small")
def test_the_digest_tells_contents_apart(tmp_path: Path) -> None:
    one, two, three, four = (tmp_path / name for name in ("one", "two", "three", "four"))
    for folder in (one, two):
        lay(folder, "actors/mine.tsv", ACTOR, FRONT)
    lay(three, "actors/mine.tsv", ACTOR, FRONT | {"since": "2013"})
    lay(four, "actors/other.tsv", ACTOR, FRONT)
    digests = [fresh(*folders).digest for folders in ((), (), (one,), (two,), (three,), (four,))]
    assert digests[0] == digests[1]
    assert digests[2] == digests[3], "where a folder lies does not matter"
    assert len(set(digests)) == 4


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("name", "columns", "row", "why"),
    [
        ("actors/mine.tsv", ACTOR, {"id": "=nobody-at-all", "source": "usage"}, "no actor has the id 'nobody-at-all'"),
        ("actors/mine.tsv", ACTOR, FRONT | {"kind": "gang"}, "kind: 'gang'"),
        ("actors/people-x.tsv", [*ACTOR, "roles"], FRONT | {"kind": "person", "name_en": "X", "roles": "leader"}, "roles: 'leader' is not"),
        ("actors/people-x.tsv", [*ACTOR, "roles"], MAN | {"roles": "leader@nowhere"}, "roles: no actor or place has the id 'nowhere'"),
        ("actors/mine.tsv", ACTOR, FRONT | {"country": "QQQ"}, "country: no state has the code 'QQQ'"),
        ("actors/mine.tsv", ACTOR, FRONT | {"source": "my-notes"}, "source: 'my-notes' is no id of sources.tsv"),
        ("idioms-mine.tsv", IDIOM, {"words": "[ضَغْضَغَ] النار", "relation": "AID", "slots": "subj>", "source": "usage"}, "no verb has the"),
    ],
)
def test_a_users_wrong_row_is_refused_with_its_place(name: str, columns: list[str], row: dict[str, str], why: str, tmp_path: Path) -> None:
    own = tmp_path / "own"
    lay(own, name, columns, row)
    with pytest.raises(LexiconError) as refused:
        fresh(own)
    assert (refused.value.file, refused.value.line) == (name, 2)
    assert refused.value.what.startswith(why)
    assert refused.value.remedy


@pytest.mark.usefixtures("small")
def test_a_user_brings_sources_and_bodies_of_his_own(tmp_path: Path) -> None:
    own = tmp_path / "own"
    lay(own, "sources.tsv", SOURCE, {"id": "my-notes", "title": "Field notes"})
    lay(own, "actors/mine.tsv", ACTOR, FRONT | {"source": "my-notes"})
    lay(own, "actors/people-x.tsv", [*ACTOR, "roles"], MAN | {"id": "x-man", "roles": "leader@x-front:2014-06-29-2019"})
    assert fresh(own).roles["leader", "x-front"][0][0] == "2014-06-29"


@pytest.mark.usefixtures("small")
def test_a_users_verb_that_does_not_fit_its_root_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "own"
    lay(own, "verbs/mine.tsv", VERB, FLOURISH | {"lemma": "زَرْكَمَ"})
    with pytest.raises(LexiconError) as refused:
        fresh(own).stems.everything()
    assert (refused.value.file, refused.value.line) == ("verbs/mine.tsv", 2)


@pytest.mark.usefixtures("small")
def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="is no folder"):
        fresh(tmp_path / "nowhere")


def test_a_book_is_loaded_once() -> None:
    assert load.load() is load.load()


def test_a_row_of_ones_own_goes_before_a_built_in_one_of_the_same_words(tmp_path: Path) -> None:
    """Whoever gave a name or a word another meaning was read by the built-in row, without a word."""
    own = {"source": "mine", "sector": "REB"}
    blue = {"id": "blue", "name": "التيار الأزرق", "name_en": "Blue", "kind": "party", "country": "KEN"}
    ministry = {"words": "وزارة الخارجية", "kind": "organ", "person": "no"}
    lay(tmp_path, "sources.tsv", SOURCE, {"id": "mine", "title": "my notes"})
    lay(tmp_path, "actors/few.tsv", ACTOR, own | blue)
    lay(tmp_path, "generics.tsv", "words plural kind sector sign source".split(), own | {"words": "مزارع", "kind": "armed-group"})
    lay(tmp_path, "organs.tsv", "words sector kind person source".split(), own | ministry)
    lay(tmp_path, "idioms.tsv", IDIOM, own | {"words": "[فَتَحَ] النار على", "relation": "ACCUSE", "slots": "subj>على"})
    text = "فتح التيار الأزرق النار على وزارة الخارجية الكندية. وهاجم مزارع القرية."
    without, over = (ahlaf.read(text, lexicon=folders) for folders in ([], [tmp_path]))
    assert [c.relation for c in without.claims] == ["ASSAULT", "ASSAULT"]
    assert [c.relation for c in over.claims] == ["ACCUSE", "ASSAULT"]

    def called(reading: ahlaf.Reading) -> tuple[ahlaf.Actor, ...]:
        by_name = {a.name.removeprefix("ال").split()[0]: a for a in reading.actors}
        return by_name["تيار"], by_name["وزارة"], by_name["مزارع"]

    (blue_, organ, farmer), (other, their_organ, their_farmer) = called(over), called(without)
    assert (blue_.id, other.id) == ("blue", "future-movement")
    assert (organ.sector, their_organ.sector) == ("REB", "GOV")
    assert (farmer.kind, their_farmer.kind) == ("armed-group", "social-group")
