"""Reads dates that the calendar tells: in digits or words, a day, a month, a year, a decade.

What only the day of writing settles ("نيسان الماضي", a day and month without a year) is told from that day, which
:class:`ahlaf.coding.times.calendars.Now` holds.
"""

from __future__ import annotations

import re
from typing import Final

from ahlaf.coding.times import numbers
from ahlaf.coding.times.calendars import Calendar, Month, Now, iso, vocabulary
from ahlaf.coding.words.draft import Draft
from ahlaf.lexicon.names import bare_article

_ALIKE: Final = frozenset("/-–(")
_FULL: Final = re.compile(r"(\d{1,4})([/.])(\d{1,2})\2(\d{1,4})")
_HIJRI_YEARS: Final = range(1300, 1501)
_YEARS_KNOWN: Final = range(1800, 2100)


class CalendarReader:
    """Reads what the calendar tells at a token; ``end`` is where the sentence ends."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.words = [w.fold for w in draft.words]
        self.known = vocabulary(draft.lexicon)
        self.groups = draft.lexicon.groups
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

    # -- days and months -----------------------------------------------------------------

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

    def _of_year(self, first: int, behind: int, calendar: Calendar, month: int, sure: bool, day: int = 0) -> tuple[int, str | None] | None:
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

    def _governed(self, at: int) -> bool:
        """Whether a day and month without a year stand as a time, and name nothing ("قوى 14 آذار")."""
        if at == 0:
            return False
        own = self.draft.words[at]
        if own.prep in ("ب", "في"):
            return True
        before = self.draft.words[at - 1]
        return before.stem in self.groups["dates-a-day"] or before.fold in self.known.weekdays

    # -- years ---------------------------------------------------------------------------

    def _year_behind(self, at: int, calendar: Calendar) -> tuple[int, int] | None:
        """The year that a month is of, and the place behind it."""
        place = at + 1 if self.word(at) in ("من", "،", ",", "/") and self.word(at) else at
        word = self.word(place)
        year = self.groups["year"]
        named = bare_article(word.removeprefix("ل")) in year or word in year or word.removeprefix("ل") in year
        if word in ("هذا", "هذه") and self.word(place + 1) in year:
            return (self.now.year, place + 2) if self.now.year else None
        if named:
            relative = self._relative(place + 1)
            if relative is not None:
                return (self.now.year + relative[0], relative[1]) if self.now.year else None
            if self.word(place + 1) in self.groups["same"] and self.year:
                return self.year, place + 2
            place += 1
        number = self.number(place)
        if number not in (_HIJRI_YEARS if calendar == "hijri" else _YEARS_KNOWN):
            return None
        return number, self._era(place + 1)

    def _era(self, at: int) -> int:
        return at + 1 if self.word(at) in self.groups["era"] else at

    def _year_word(self, at: int, form: str) -> tuple[int, str | None] | None:
        """عام 2014, عامي 2014 و2016, سنة 1436هـ, عام 67."""
        one, several = form in self.groups["year"], form in self.groups["years"]
        place = at + 1 + (self.word(at + 1) == "(")
        number = self.number(place)
        behind = place + 1
        if number < 0 and one:
            spelled = numbers.read(self.words, place, self.end, self.known.numerals)
            if spelled is None or spelled[0] not in _YEARS_KNOWN:
                return None
            number, behind = spelled
        hijri = self.groups["era"].get(self.word(behind)) == "hijri"
        if hijri or (number in _HIJRI_YEARS and one):
            return self._era(behind), iso("hijri", number)
        if 30 <= number <= 99 and one and len(self.word(place)) == 2:
            number += 1900
        if number not in _YEARS_KNOWN:
            return None
        behind = self._era(behind)
        second = self.number(behind + 1)
        if several and self.word(behind) == "و" and number < second and second in _YEARS_KNOWN:
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
        earlier = [bare_article(self.word(at - step).lstrip("وبل")) for step in (1, 2, 3, 4)]
        if any(word in self.groups["no-year-after"] or word in self.groups["about"] for word in earlier):
            return None
        if after in ("/", ".") and self.number(at + 2) >= 0:
            return None
        if at + 1 < self.end and (after in "%٪$" or self._counted(at + 1)):
            return None
        previous = self.draft.word_before(at)
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
            if self.word(place + 1) in self.groups["last-century"]:
                return place + 2, f"{year}/{year + 9}"
            return None
        return (at + 1, f"{year}/{year + 9}") if self.words[at].find("ال") in (0, 1) else None

    # -- last, this, next ----------------------------------------------------------------

    def _relative(self, at: int) -> tuple[int, int] | None:
        word, past = self.word(at), self.groups["past"]
        if word == "قبل" and self.word(at + 1) in past:
            return -2, at + 2
        offset = -1 if word in past else 0 if word in self.groups["now"] else 1 if word in self.groups["next"] else None
        return None if offset is None else (offset, at + 1)
