"""Reads what stands at a token as a date: its day, month and year, or what is told from the day of writing.

Every method looks at one place and says where the date ends and what it is; a date that the text gives but
that cannot be reckoned (an impossible day, no day of writing) is read over and is ``None``.
"""

from __future__ import annotations

import re
from typing import Final

from ahlaf.coding import numbers
from ahlaf.coding.calendars import Calendar, Month, Now, iso, vocabulary
from ahlaf.coding.draft import Draft
from ahlaf.lexicon.load import bare_article

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
PARTS: Final = frozenset("يوم فجر صباح ظهر عصر مساء ليل ليله صبيحه عشيه".split())
"""Words for a day or a part of it, before the day's own name."""
_DECADES: Final = {
    f"{stem}{end}": 1900 + 10 * tens
    for tens, stem in enumerate("عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين".split(), start=2)
    for end in ("ات", "يات")
}
_NO_YEAR_AFTER: Final = frozenset("قرار قرارات رقم ماده قانون مرسوم نحو حوالي قرابه زهاء عدد مبلغ بقيمه".split())
_NOT_TODAY: Final = frozenset("نفسه ذاته التالي السابق الاول الاخير الذي الواحد العالمي الوطني".split())
_ALIKE: Final = frozenset("/-–(")
_FULL: Final = re.compile(r"(\d{1,4})([/.])(\d{1,2})\2(\d{1,4})")
_HIJRI_YEARS: Final = range(1300, 1501)
_YEARS_KNOWN: Final = range(1800, 2100)


class Reader:
    """Reads what stands at a token as a date; ``end`` is where the sentence ends."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.words = [w.fold for w in draft.words]
        self.known = vocabulary(draft.lexicon)
        self.end = 0
        self.year = 0
        """Of the last date that was read."""
        self.now = Now(draft.document.date)

    def word(self, at: int) -> str:
        """The folded token, empty beyond the sentence."""
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
            return at + 2, self.now.moved(_UNITS[self.word(at + 1)], 0)
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
        """Nothing: "32 مارس 2016" is no date, nor is what is left of it."""
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
            return relative[1], self.now.month_moved(month, day, relative[0])
        if day and self.now.day is not None and self._governed(first):
            return behind, self.now.nearest(month, day)
        return None

    def _year_behind(self, at: int, calendar: Calendar) -> tuple[int, int] | None:
        """The year that a month is of, and the place behind it."""
        place = at + 1 if self.word(at) in ("من", "،", ",", "/") and self.word(at) else at
        word = self.word(place)
        named = bare_article(word.removeprefix("ل")) in _YEAR or word in _YEAR or word.removeprefix("ل") in _YEAR
        if word in ("هذا", "هذه") and self.word(place + 1) in _YEAR:
            return (self.now.year, place + 2) if self.now.year else None
        if named:
            relative = self._relative(place + 1)
            if relative is not None:
                return (self.now.year + relative[0], relative[1]) if self.now.year else None
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
        if any(bare_article(self.word(at - step).lstrip("وبل")) in _NO_YEAR_AFTER for step in (1, 2, 3, 4)):
            return None
        if after in ("/", ".") and self.number(at + 2) >= 0:
            return None
        if at + 1 < self.end and (after in "%٪$" or self._counted(at + 1)):
            return None
        previous = self.draft.words[at - 1] if at else None
        if previous is None or not (
            before in "(-–،" or before == "و" or "prep" in previous.function or (previous.nominal and previous.kind != "number")
        ):
            return None
        if (before == "و" or before in "-–،") and self.number(at - 2) not in _YEARS_KNOWN:
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
        return nominal and ((not word.finite and self.draft.at[at] < 0) or word.generic is not None)

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
        return max(relative[1], first + 1), self.now.moved(unit, relative[0])

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
        return behind, self.now.moved(unit, -count * each)

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
            return behind, self.now.moved("day", by)
        dated = self._weekday(behind, self.word(behind))
        if dated is not None and dated[0] > behind + 1:
            return dated
        return behind + 1, self.now.moved("day", by) if by > 0 else self.now.weekday(weekday, 0)

    def _means_today(self, at: int) -> bool:
        covering = self.draft.at[at]
        if covering >= 0 and self.draft.phrases[covering].kind in ("name", "organ", "person"):
            return False
        before, nxt = self.word(at - 1), self.draft.words[at + 1] if at + 1 < self.end else None
        if self.words[at] != "اليوم" or before in ("ذلك", "نفس", "حتي", "الي", "منذ", "في", "هذا", "بعد", "قبل", "عالم"):
            return False
        follows = nxt is not None and nxt.fold in _NOT_TODAY
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
            return relative[1], self.now.weekday(weekday, relative[0])
        before = self.word(at - 1).lstrip("وف")
        if before in PARTS or before.removeprefix("ل") in PARTS:
            behind = relative[1] if relative else at + 1
            return behind, self.now.weekday(weekday, 0)
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
