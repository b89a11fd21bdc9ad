"""Dates in a text: Gregorian under all their month names, Hijri, numeric, and those told from the day of writing.

:func:`find` is called once for a document and returns every place that says when. What is only a day and a
month ("14 آذار") is as often the name of a party or an uprising, so it is a date only where a preposition or a
weekday makes it one and the document's own date is known. What is told from the day of writing ("أمس", "الشهر
الماضي") is ``None`` of a date where that day is not known.

A Hijri month covers parts of two Gregorian ones, so it becomes an interval of days:

>>> iso("hijri", 1436, 9, 15), iso("hijri", 1436, 9), iso("gregorian", 2016, 2, 30)
('2015-07-02', '2015-06-18/2015-07-16', None)
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from hijridate import Hijri

from ahlaf.coding import numbers
from ahlaf.coding.draft import Draft
from ahlaf.lexicon.load import Lexicon, bare_article
from ahlaf.model import Span
from ahlaf.text.views import fold

Calendar = Literal["gregorian", "hijri"]


class Dated(NamedTuple):
    """A place in the text that says when: tokens ``first`` to ``last``, both in it."""

    first: int
    last: int
    time: str
    """ISO 8601, as far as known, or an interval of two such."""
    span: Span
    prep: str
    """The preposition before it, folded; empty for none."""
    annexed: bool
    """True where it only tells which one the noun before it is: "انتخابات 2018"."""


class Month(NamedTuple):
    """A name of a month, as folded tokens."""

    tokens: tuple[str, ...]
    calendar: Calendar
    number: int
    sure: bool
    """False for a name that is also a person's or a common word: it needs a day and a year beside it."""


class Vocabulary(NamedTuple):
    """What the lexicon knows of times."""

    months: dict[str, list[Month]]
    """By first token, the longest first."""
    weekdays: dict[str, int]
    """Monday is 0."""
    ordinals: dict[str, list[tuple[tuple[str, ...], int]]]
    values: dict[str, int]
    forms: dict[str, tuple[str, ...]]
    """Folded token → itself, and without its clitics, where that may begin a date; filled while reading."""


_KEPT: Final[dict[str, Vocabulary]] = {}
_PAST: Final = frozenset("الماضي الماضيه الفايت الفايته المنصرم المنصرمه".split())
_NOW: Final = frozenset("الجاري الجاريه الحالي الحاليه".split())
_NEXT: Final = frozenset("المقبل المقبله القادم القادمه".split())
_SAME: Final = frozenset("نفسه نفسها ذاته ذاتها".split())
_YEAR: Final = frozenset("عام العام سنه السنه".split())
_YEARS: Final = frozenset("عامي العامين سنتي اعوام سنوات الاعوام السنوات".split())
_UNITS: Final = {"الاسبوع": "week", "الشهر": "month", "العام": "year", "السنه": "year"}
_SPANS: Final = {
    **dict.fromkeys("يوم ايام يوما".split(), ("day", 1)),
    **dict.fromkeys("اسبوع اسابيع اسبوعا".split(), ("week", 1)),
    **dict.fromkeys("شهر اشهر شهور شهرا".split(), ("month", 1)),
    **dict.fromkeys("عام سنه اعوام سنوات سنين عاما".split(), ("year", 1)),
    "يومين": ("day", 2),
    "اسبوعين": ("week", 2),
    "شهرين": ("month", 2),
    "عامين": ("year", 2),
    "سنتين": ("year", 2),
}
_SINGLE: Final = frozenset("اسبوع شهر عام سنه يومين اسبوعين شهرين عامين سنتين".split())
_ABOUT: Final = frozenset("نحو حوالي قرابه زهاء تقريبا".split())
_PARTS: Final = frozenset("يوم فجر صباح ظهر عصر مساء ليل ليله صبيحه عشيه".split())
_TIME_NOUNS: Final = _PARTS | frozenset(
    "شهر مطلع بدايه اوايل مستهل منتصف اواسط اواخر نهايه ختام اخر خريف شتاء ربيع صيف خلال تاريخ اول غايه".split()
)
_DECADES: Final = {
    f"{stem}{end}": 1900 + 10 * tens
    for tens, stem in enumerate("عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين".split(), start=2)
    for end in ("ات", "يات")
}
_NO_YEAR_AFTER: Final = frozenset("قرار قرارات رقم ماده قانون مرسوم نحو حوالي قرابه زهاء عدد مبلغ بقيمه".split())
_ALIKE: Final = frozenset("/-–(")
_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d])")
_FULL: Final = re.compile(r"(\d{1,4})([/.])(\d{1,2})\2(\d{1,4})")
_HIJRI_YEARS: Final = range(1300, 1501)
_YEARS_KNOWN: Final = range(1800, 2100)


def iso(calendar: Calendar, year: int, month: int = 0, day: int = 0) -> str | None:
    """A date as ISO 8601 writes it; an impossible one is none.

    >>> iso("gregorian", 2016), iso("gregorian", 2016, 3), iso("gregorian", 2016, 3, 14)
    ('2016', '2016-03', '2016-03-14')
    """
    try:
        if calendar == "gregorian":
            date(year, month or 1, day or 1)
            return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
        first = Hijri(year, month or 1, day or 1).to_gregorian()
        if day:
            return first.isoformat()
        last_month = month or 12
        last = Hijri(year, last_month, Hijri(year, last_month, 1).month_length()).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return f"{first.isoformat()}/{last.isoformat()}"


def find(draft: Draft) -> list[Dated]:
    """Every date of a document, in the order of the text."""
    reader = _Reader(draft)
    found: list[tuple[int, int, str]] = []
    for stretch in draft.stretches:
        if stretch.kind not in ("prose", "heading"):
            continue
        reader.end = stretch.end
        at = stretch.first
        inside: list[tuple[int, int, str]] = []
        while at < stretch.end:
            hit = reader.at(at)
            if hit is None:
                at += 1
                continue
            behind, time = hit
            if time is not None:
                inside.append((at, behind - 1, time))
                reader.year = int(time[:4])
            at = max(behind, at + 1)
        found.extend(_joined(reader.words, inside))
    return [_dated(draft, reader.words, *hit) for hit in found]


def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """What a lexicon knows of times; kept by the lexicon's digest."""
    kept = _KEPT.get(lexicon.digest)
    if kept is not None:
        return kept
    made = Vocabulary({}, {}, {}, numbers.values(lexicon), {})
    for word, classes in lexicon.function.items():
        tokens = tuple(fold(word).split())
        if "month" in classes:
            _add_month(made, tokens, classes["month"])
        if "weekday" in classes and classes["weekday"].isdecimal():
            made.weekdays[tokens[0]] = (int(classes["weekday"]) + 5) % 7
        value = re.match(r"value (\d+)", classes.get("ordinal", ""))
        if value:
            made.ordinals.setdefault(tokens[0], []).append((tokens, int(value.group(1))))
    for entries in (*made.months.values(), *made.ordinals.values()):
        entries.sort(key=lambda e: -len(e[0]))  # type: ignore[arg-type, attr-defined]
    if lexicon.digest:
        if len(_KEPT) >= 8:
            _KEPT.clear()
        _KEPT[lexicon.digest] = made
    return made


def _add_month(made: Vocabulary, tokens: tuple[str, ...], note: str) -> None:
    number = re.match(r"(\d+) (\w+)", note)
    if number is None or number.group(2) == "iranian":
        return
    calendar: Calendar = "hijri" if number.group(2) == "hijri" else "gregorian"
    made.months.setdefault(tokens[0], []).append(Month(tokens, calendar, int(number.group(1)), True))
    if tokens[0] == "شهر" and calendar == "hijri":
        made.months.setdefault(tokens[1], []).append(Month(tokens[1:], calendar, int(number.group(1)), False))


class _Reader:
    """Reads what stands at a token as a date; ``end`` is where the sentence ends."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.words = [w.fold for w in draft.words]
        self.known = vocabulary(draft.lexicon)
        self.end = 0
        self.year = 0
        """Of the last date that was read."""
        self.today = self.now_month = self.now_year = 0
        self.now: date | None = None
        match = _ISO.match(draft.document.date or "")
        if match and (written := iso("gregorian", *(int(part or 0) for part in match.groups()))):
            self.now_year, self.now_month, self.today = (int(part or 0) for part in match.groups())
            self.now = date.fromisoformat(written) if self.today else None

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < self.end else ""

    def number(self, at: int) -> int:
        """The plain number at a token, or -1."""
        text = self.word(at)
        return int(text) if text.isdecimal() and len(text) <= 4 else -1

    def at(self, at: int) -> tuple[int, str | None] | None:
        """Where the date that begins here ends, and what it is; ``None`` where none begins."""
        text = self.words[at]
        if text[0].isdecimal():
            return self._numeric(at) or self._day(at) or self._bare_year(at) or self._no_day(at)
        forms = self.known.forms.get(text)
        if forms is None:
            if len(self.known.forms) > 50_000:
                self.known.forms.clear()
            forms = self.known.forms[text] = tuple(f for f in _cut(text) if self._begins(f))
        for form in forms:
            hit = self._word(at, form)
            if hit is not None:
                return hit
        return None

    def _begins(self, form: str) -> bool:
        known = self.known
        return (
            form in _STARTS or form in known.months or form in known.weekdays
            or bare_article(form) in known.ordinals or bare_article(form) in _DECADES
        )  # fmt: skip

    def _word(self, at: int, form: str) -> tuple[int, str | None] | None:
        if form in _YEAR or form in _YEARS:
            return self._year_word(at, form) or self._unit(at, form, at)
        if form in _UNITS:
            return self._unit(at, form, at)
        if form in ("هذا", "هذه") and self.word(at + 1) in _UNITS:
            return at + 2, self._moved(_UNITS[self.word(at + 1)], 0)
        if form in ("قبل", "منذ"):
            return self._ago(at + 1)
        if form in self.known.weekdays:
            return self._weekday(at, form)
        near = self._near(at, form)
        if near is not None:
            return near
        if bare_article(form) in _DECADES:
            return self._decade(at, _DECADES[bare_article(form)])
        month = self._month(at, form)
        if month is not None:
            return self._of_year(at, *month)
        return self._day(at, form)

    # -- numbers ----------------------------------------------------------------------------------------

    def _numeric(self, at: int) -> tuple[int, str | None] | None:
        """14/3/2016, 2016-03-14, 27/ 9/ 1436."""
        whole = _FULL.fullmatch(self.words[at])
        if whole:
            parts, behind = [int(whole.group(g)) for g in (1, 3, 4)], at + 1
        else:
            mark = self.word(at + 1)
            if mark not in ("/", "-", "–") or self.word(at + 3) != mark:
                return None
            parts, behind = [self.number(at + step) for step in (0, 2, 4)], at + 5
            if min(parts) < 0 or self.word(behind) == mark:
                return None
        one, two, three = parts
        year, month, day = (one, two, three) if one > 31 else (three, two, one)
        calendar: Calendar = "hijri" if year in _HIJRI_YEARS else "gregorian"
        if calendar == "gregorian" and year not in _YEARS_KNOWN:
            return None
        if month > 12 >= day:
            month, day = day, month
        time = iso(calendar, year, month, day)
        return None if time is None or not (month and day) else (self._era(behind), time)

    def _day(self, at: int, form: str = "") -> tuple[int, str | None] | None:
        """A day, in digits or as an ordinal, with its month; or two days of one month."""
        read = self._day_number(at, form)
        if read is None:
            return None
        day, place = read
        until = 0
        if self.word(place) in ("الي", "حتي", "-", "–", "و"):
            second = self._day_number(place + 1, "")
            until, place = second or (0, place)
        month = self._month(place + (self.word(place) == "من"), "", day=True)
        if month is None or (until and until <= day):
            return None
        behind, calendar, number, sure = month
        hit = self._of_year(at, behind, calendar, number, sure, day)
        if hit is None or not until or hit[1] is None:
            return hit
        last = self._of_year(at, behind, calendar, number, sure, until)
        return hit[0], f"{hit[1]}/{last[1]}" if last and last[1] else None

    def _no_day(self, at: int) -> tuple[int, str | None] | None:
        """ "32 مارس 2016" is no date, nor is what is left of it."""
        month = self._month(at + 1, "") if 32 <= self.number(at) <= 99 else None
        return (month[0], None) if month else None

    def _day_number(self, at: int, form: str) -> tuple[int, int] | None:
        number = self.number(at)
        if 1 <= number <= 31:
            return number, at + 1
        first = bare_article(form or self.word(at))
        for tokens, value in self.known.ordinals.get(first, ()):
            rest = tuple(self.word(at + step) for step in range(1, len(tokens)))
            if rest == tokens[1:] and value <= 31:
                return value, at + len(tokens)
        return None

    def _month(self, at: int, form: str, *, day: bool = False) -> tuple[int, Calendar, int, bool] | None:
        """A month's name, and the second one beside it ("أبريل/نيسان", "تموز (يوليو)")."""
        for start in (at, at + 1) if (form or self.word(at)) == "شهر" else (at,):
            first = form if form and start == at else self.word(start)
            for month in self.known.months.get(first, ()):
                rest = tuple(self.word(start + step) for step in range(1, len(month.tokens)))
                if rest != month.tokens[1:] or not (month.sure or day):
                    continue
                behind = start + len(month.tokens)
                if self.word(behind) in _ALIKE:
                    second = self._alike(behind + 1, month)
                    behind = second + (self.word(behind) == "(" and self.word(second) == ")") if second else behind
                return behind, month.calendar, month.number, month.sure
        return None

    def _alike(self, at: int, month: Month) -> int:
        for other in self.known.months.get(self.word(at), ()):
            rest = tuple(self.word(at + step) for step in range(1, len(other.tokens)))
            if rest == other.tokens[1:] and other.number == month.number and other.calendar == month.calendar:
                return at + len(other.tokens)
        return 0

    def _of_year(
        self, first: int, behind: int, calendar: Calendar, month: int, sure: bool, day: int = 0
    ) -> tuple[int, str | None] | None:
        """A month, or a day of it, with the year that follows or that the day of writing tells."""
        read = self._year_behind(behind, calendar)
        if read is not None:
            return read[1], iso(calendar, read[0], month, day)
        if calendar == "hijri" or not sure:
            return None
        relative = self._relative(behind)
        if relative is not None:
            return relative[1], self._month_moved(month, day, relative[0])
        if day and self.now is not None and self._governed(first):
            years = (self.now.year - 1, self.now.year, self.now.year + 1)
            near = [date(y, month, day) for y in years if iso("gregorian", y, month, day)]
            return behind, min(near, key=lambda d: abs(d - self.now)).isoformat() if near else None  # type: ignore[operator]
        return None

    def _year_behind(self, at: int, calendar: Calendar) -> tuple[int, int] | None:
        """The year that a month is of, and the place behind it."""
        place = at + 1 if self.word(at) in ("من", "،", ",", "/") and self.word(at) else at
        word = self.word(place)
        named = bare_article(word.removeprefix("ل")) in _YEAR or word in _YEAR or word.removeprefix("ل") in _YEAR
        if word in ("هذا", "هذه") and self.word(place + 1) in _YEAR:
            return (self.now_year, place + 2) if self.now_year else None
        if named:
            relative = self._relative(place + 1)
            if relative is not None:
                return (self.now_year + relative[0], relative[1]) if self.now_year else None
            if self.word(place + 1) in _SAME and self.year:
                return self.year, place + 2
            place += 1
        number = self.number(place)
        if number not in (_HIJRI_YEARS if calendar == "hijri" else _YEARS_KNOWN):
            return None
        return number, self._era(place + 1)

    def _era(self, at: int) -> int:
        return at + 1 if self.word(at) in ("ه", "م", "هجريه", "هجري", "ميلاديه", "ميلادي", "للهجره", "للميلاد") else at

    # -- years --------------------------------------------------------------------------------------------

    def _year_word(self, at: int, form: str) -> tuple[int, str | None] | None:
        """عام 2014, عامي 2014 و2016, سنة 1436هـ, عام 67."""
        place = at + 1 + (self.word(at + 1) == "(")
        number = self.number(place)
        behind = place + 1
        if number < 0 and form in _YEAR:
            spelled = numbers.read(self.words, place, self.end, self.known.values)
            if spelled is None or spelled[0] not in _YEARS_KNOWN:
                return None
            number, behind = spelled
        hijri = self.word(behind) in ("ه", "هجريه", "للهجره", "هجري")
        if hijri or (number in _HIJRI_YEARS and form in _YEAR):
            return self._era(behind), iso("hijri", number)
        if 30 <= number <= 99 and form in _YEAR and len(self.word(place)) == 2:
            number += 1900
        if number not in _YEARS_KNOWN:
            return None
        behind = self._era(behind)
        second = self.number(behind + 1)
        if form in _YEARS and self.word(behind) == "و" and number < second and second in _YEARS_KNOWN:
            return behind + 2, f"{number}/{second}"
        return behind + (self.word(place - 1) == "(" and self.word(behind) == ")"), f"{number}"

    def _bare_year(self, at: int) -> tuple[int, str | None] | None:
        """A number that can only be a year: in brackets, behind a preposition or a noun, counting nothing."""
        text = self.words[at]
        pair = re.fullmatch(r"(\d{4})/(\d{4})", text)
        year = int(pair.group(1)) if pair else self.number(at)
        if year not in range(1900, 2100) or len(text) not in (4, 9):
            return None
        before, after = self.word(at - 1), self.word(at + 1)
        if any(bare_article(self.word(at - step).lstrip("وبل")) in _NO_YEAR_AFTER for step in (1, 2, 3, 4)) or after in ("%", "٪", "$", "/", ".") and self.number(at + 2) >= 0:
            return None
        if at + 1 < self.end and (after in "%٪$" or self._counted(at + 1)):
            return None
        previous = self.draft.words[at - 1] if at else None
        if previous is None or not (
            before in "(-–،" or before == "و" or "prep" in previous.function or (previous.nominal and previous.kind != "number")
        ):
            return None
        if before in "-–،" and not re.fullmatch(r"\d{4}", self.word(at - 2)) or (before == "و" and self.number(at - 2) not in _YEARS_KNOWN):
            return None
        behind = self._era(at + 1)
        if self.words[at + 1 : behind] == ["ه"]:
            return None
        if pair:
            second = int(pair.group(2))
            return behind, f"{year}/{second}" if year < second < 2100 else None
        return behind, f"{year}"

    def _counted(self, at: int) -> bool:
        """Whether the word is an indefinite noun that a number before it would count."""
        word = self.draft.words[at]
        if word.kind == "func":
            return not {"numeral"}.isdisjoint(word.function)
        nominal = word.nominal and word.kind in ("noun", "unknown") and not (word.definite or word.conj or word.prep or word.pronoun)
        return nominal and not word.finite and self.draft.at[at] < 0 or (nominal and word.generic is not None)

    def _decade(self, at: int, year: int) -> tuple[int, str | None] | None:
        """التسعينيات, ثمانينيات القرن الماضي; nobody's age ("في الثلاثينيات من عمره")."""
        place = at + 1 + (self.word(at + 1) == "من")
        if self.word(place).startswith("عمر"):
            return None
        if self.word(place) == "القرن":
            if self.word(place + 1) in ("الماضي", "العشرين", "المنصرم"):
                return place + 2, f"{year}/{year + 9}"
            return None
        return (at + 1, f"{year}/{year + 9}") if self.words[at].find("ال") in (0, 1) else None

    # -- told from the day of writing -------------------------------------------------------------------------

    def _relative(self, at: int) -> tuple[int, int] | None:
        word = self.word(at)
        if word == "قبل" and self.word(at + 1) in _PAST:
            return -2, at + 2
        offset = -1 if word in _PAST else 0 if word in _NOW else 1 if word in _NEXT else None
        return None if offset is None else (offset, at + 1)

    def _unit(self, at: int, form: str, first: int) -> tuple[int, str | None] | None:
        unit = _UNITS.get(form)
        relative = self._relative(at + 1)
        if unit is None or relative is None:
            return None
        return max(relative[1], first + 1), self._moved(unit, relative[0])

    def _moved(self, unit: str, by: int) -> str | None:
        """The day, week, month or year that lies so many before or after the day of writing."""
        try:
            if unit == "year" and self.now_year:
                return iso("gregorian", self.now_year + by)
            if unit == "month" and self.now_month:
                months = self.now_year * 12 + self.now_month - 1 + by
                return iso("gregorian", months // 12, months % 12 + 1)
            if unit == "day" and self.now:
                return (self.now + timedelta(days=by)).isoformat()
            if unit == "week" and self.now:
                monday = self.now + timedelta(days=7 * by - self.now.weekday())
                return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        except (ValueError, OverflowError):
            pass
        return None

    def _month_moved(self, month: int, day: int, by: int) -> str | None:
        """ "نيسان الماضي": the last April before the month of writing."""
        if not self.now_month:
            return None
        year = self.now_year
        if by < 0:
            year += (0 if month < self.now_month else -1) + by + 1
        elif by > 0 and month <= self.now_month:
            year += 1
        elif by == 0 and month != self.now_month:
            return None
        return iso("gregorian", year, month, day)

    def _ago(self, at: int) -> tuple[int, str | None] | None:
        """قبل ثلاثة أيام, منذ نحو عامين; not what is reckoned from something else ("قبل يومين من الانتخابات")."""
        if self.word(at) in _ABOUT:
            at += 1
        count, place = 1, at
        if self.word(at) not in _SINGLE:
            read = numbers.read(self.words, at, self.end, self.known.values)
            if read is None:
                return None
            count, place = read
        span = _SPANS.get(self.word(place))
        if span is None or self.number(place + 1) >= 0 or self._relative(place + 1) is not None:
            return None
        behind = place + 1
        if self.word(behind) == "من":
            if self.word(behind + 1) not in ("الان", "اليوم"):
                return None
            behind += 2
        if not 0 < count < 400:
            return None
        unit, each = span
        return behind, self._moved(unit, -count * each)

    def _near(self, at: int, form: str) -> tuple[int, str | None] | None:
        """اليوم, أمس, أمس الأول, أول من أمس, غدا, الليلة الماضية, with the weekday that may follow."""
        by, behind = 9, at + 1
        nxt = self.word(at + 1)
        if form in ("امس", "البارحه"):
            if nxt == "الحاجه":
                return None
            by, behind = (-2, at + 2) if nxt == "الاول" else (-1, at + 1)
        elif form == "اول" and nxt == "امس":
            by, behind = -2, at + 2
        elif form == "اول" and nxt == "من" and self.word(at + 2) == "امس":
            by, behind = -2, at + 3
        elif form == "الليله" and nxt in _PAST:
            by, behind = -1, at + 2
        elif form == "اليوم" and self._means_today(at):
            by = 0
        elif form in ("غدا", "غد"):
            by = 1
        if by == 9:
            return None
        weekday = self.known.weekdays.get(self.word(behind))
        if weekday is None:
            return behind, self._moved("day", by)
        dated = self._weekday(behind, self.word(behind))
        if dated is not None and dated[0] > behind + 1:
            return dated
        if self.now and by <= 0:
            back = (self.now.weekday() - weekday) % 7
            return behind + 1, self._moved("day", -back)
        return behind + 1, self._moved("day", by)

    def _means_today(self, at: int) -> bool:
        covering = self.draft.at[at]
        if covering >= 0 and self.draft.phrases[covering].kind in ("name", "organ", "person"):
            return False
        before, nxt = self.word(at - 1), self.draft.words[at + 1] if at + 1 < self.end else None
        if self.words[at] != "اليوم" or before in ("ذلك", "نفس", "حتي", "الي", "منذ", "في", "هذا", "بعد", "قبل", "عالم"):
            return False
        follows = nxt is not None and nxt.fold in ("نفسه", "ذاته", "التالي", "السابق", "الاول", "الاخير", "الذي", "الواحد", "العالمي", "الوطني")
        ordinal = nxt is not None and bare_article(nxt.fold) in self.known.ordinals
        return not (follows or ordinal)

    def _weekday(self, at: int, form: str) -> tuple[int, str | None] | None:
        """A weekday with what makes it a day: a date, الماضي, or يوم and the like before it."""
        place = at + 1
        if self.word(place) in self._slashes and self.word(place + 1) in self.known.weekdays:
            place += 2
        while self.word(place) in ("،", "(", "الموافق", "في"):
            place += 1
        dated = (self._numeric(place) or self._day(place)) if place < self.end else None
        if dated is not None:
            return dated
        relative = self._relative(at + 1)
        weekday = self.known.weekdays[form]
        if relative is not None and relative[0] in (-1, 1):
            if self.now is None:
                return relative[1], None
            gap = (self.now.weekday() - weekday) % 7 or 7
            return relative[1], self._moved("day", -gap if relative[0] < 0 else 7 - gap % 7)
        before = self.word(at - 1).lstrip("وف")
        if before in _PARTS or before.removeprefix("ل") in _PARTS:
            behind = relative[1] if relative else at + 1
            return behind, self._moved("day", -((self.now.weekday() - weekday) % 7)) if self.now else None
        return None

    _slashes: Final = frozenset("/-")

    def _governed(self, at: int) -> bool:
        """Whether a day and month without a year stand as a time, and name nothing ("قوى 14 آذار")."""
        if at == 0:
            return False
        own = self.draft.words[at]
        if own.prep in ("ب", "في"):
            return True
        before = self.draft.words[at - 1]
        return before.stem in ("في", "يوم", "تاريخ", "فجر", "مساء", "صباح") or before.fold in self.known.weekdays


_STARTS: Final = _YEAR | _YEARS | frozenset(_UNITS) | frozenset("هذا هذه قبل منذ امس البارحه اول الليله اليوم غدا غد شهر".split())


def _cut(text: str) -> list[str]:
    """A folded token, and without the clitics that may stand before a time.

    >>> _cut("للعام"), _cut("وبايار")
    (['للعام', 'العام', 'لعام'], ['وبايار', 'بايار', 'ايار'])
    """
    forms = [text]
    rest = text
    if len(rest) > 3 and rest[0] in "وف":
        rest = rest[1:]
        forms.append(rest)
    if len(rest) > 4 and rest.startswith("لل"):
        forms.append("ال" + rest[2:])
    if len(rest) > 3 and rest[0] in "بلك":
        forms.append(rest[1:])
    return forms


def _joined(words: list[str], found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Two dates with إلى, حتى or a dash between them, or with و after بين, are one interval."""
    kept: list[tuple[int, int, str]] = []
    for first, last, time in found:
        if kept and "/" not in time and "/" not in kept[-1][2] and kept[-1][2] < time:
            start, until, earlier = kept[-1]
            between = [w for w in words[until + 1 : first] if w not in ("غايه", "نهايه")]
            opened = words[start - 1] if start else ""
            both = between == ["و"] or (not between and words[first][0] == "و")
            if between in (["الي"], ["حتي"], ["-"], ["–"]) or (both and opened in ("بين", "وبين", "عامي", "سنتي")):
                kept[-1] = (start, last, f"{earlier}/{time}")
                continue
        kept.append((first, last, time))
    return kept


def _dated(draft: Draft, words: list[str], first: int, last: int, time: str) -> Dated:
    prep, annexed = "", False
    own = draft.words[first]
    at = first - 1
    while at >= 0 and not own.prep and not prep and not _TIME_NOUNS.isdisjoint((draft.words[at].stem, words[at])):
        prep = draft.words[at].prep
        at -= 1
    if own.prep or words[first] in ("قبل", "منذ", "ومنذ", "وقبل"):
        prep = own.prep
    elif at >= 0 and not prep:
        before = draft.words[at]
        prep = before.stem if "prep" in before.function and not before.pronoun else ""
        covering = draft.at[at]
        named = covering >= 0 and draft.phrases[covering].kind in ("name", "place", "person", "organ", "people")
        bare = words[first][0].isdecimal() and at == first - 1
        annexed = bare and before.nominal and before.kind not in ("func", "punct") and not (before.definite or before.pronoun or named)
    glued = len(own.conj) if len(own.bare) > len(own.conj) else 0
    span = draft.view.raw_span(draft.toks[first].start + glued, draft.toks[last].end)
    return Dated(first, last, time, span, prep, annexed)

