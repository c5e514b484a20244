"""Days, months, quarters, years and spans of them, found in a sentence with their dates."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from goldenthread.claims.language.model import Time

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9}
_SHORT |= {"Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}
_BY_NAME = {name.lower(): place for place, name in enumerate(MONTHS, 1)}
_BY_NAME |= {name.lower(): place for name, place in _SHORT.items()}

_LONG_NAMES = "|".join([*MONTHS, *(name.upper() for name in MONTHS)])
_SHORT_NAMES = "|".join(sorted(_SHORT, key=len, reverse=True))
_MONTH = rf"(?:(?:{_LONG_NAMES})\b|(?:{_SHORT_NAMES})\b\.?)"
_YEAR = r"(?:19|20)\d\d"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_NOT_BEFORE = r"(?:(?<![\w£$€.,/:-])|(?<=\bmid-)|(?<=\bearly-)|(?<=\blate-)|(?<=\bend-))"
_NOT_AFTER = r"(?![\w%/]|[.,-]\d)"

# Years that stand alone and may be taken for years; before them a bare number is a count.
_FIRST_BARE_YEAR = 1980
_LAST_BARE_YEAR = 2049

_ATOM = re.compile(
    rf"(?P<iso>{_NOT_BEFORE}{_YEAR}-[01]\d-[0-3]\d{_NOT_AFTER})"
    rf"|(?P<numeric>{_NOT_BEFORE}[0-3]?\d(?P<sep>[/.])[01]?\d(?P=sep)(?:{_YEAR}|\d\d){_NOT_AFTER})"
    rf"|(?P<day>{_NOT_BEFORE}[0-3]?\d(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}"
    rf"(?:,?\s+{_YEAR}{_NOT_AFTER})?)"
    rf"|(?P<us>\b{_MONTH}\s+[0-3]?\d(?:st|nd|rd|th)?,?\s+{_YEAR}{_NOT_AFTER})"
    rf"|(?P<month>\b{_MONTH}(?:\s?[-–/,]\s?|\s+)(?:{_YEAR}|['’]?\d\d){_NOT_AFTER})"
    rf"|(?P<bare>\b{_MONTH}(?!\s+[0-3]?\d\b))"
    rf"|(?P<quarter>\b(?:Q|[Qq]uarter\s+|[Qq]tr\s+)[1-4](?![\w%]|\.\d)"
    rf"|\b(?:first|second|third|fourth|final)\s+quarter\b(?=\s+of\s+(?:the\s+)?(?:FY|20)))"
    rf"|(?P<pair>(?<![\w£$€.,:])(?:FY\s?)?{_YEAR}\s?[/–-]\s?(?:{_YEAR}|\d\d){_NOT_AFTER})"
    rf"|(?P<fy>\bFY\s?(?:{_YEAR}|\d\d)(?:\s?[/–-]\s?\d\d)?{_NOT_AFTER})"
    rf"|(?P<year>{_NOT_BEFORE}{_YEAR}(?![\w%]|[,.]\d|/\d|-\d))"
)
_RANGE = re.compile(r"\s*(?:-|–|—|to|until|till|through to|up to)\s*(?:the end of\s+)?")
_BETWEEN = re.compile(r"\s+and\s+")
_PAIR_OF_MONTHS = re.compile(r"\s*(?:/)\s*")
_QUARTER_OF = re.compile(r"(?:\s*[,(]?\s*|\s+(?:of|in)\s+)(?:the\s+)?")
_BACK = re.compile(
    r"\b(?:(?P<many>\d{1,2}|one|two|three|four|five|six|nine|ten|twelve|eighteen)[\s-]+months?"
    r"|(?:financial |academic |calendar |full )?(?P<year>years?)|(?P<q>quarter))\s+"
    r"(?:to|up to|ending|ended)(?:\s+(?:on|in))?(?:\s+the)?(?:\s+end\s+of)?\s*$",
    re.I,
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10}
_WORDS |= {"twelve": 12, "eighteen": 18}
_NAMED_AFTER = re.compile(
    r"(?:\b(?:Acts?|Together|Regulations|Order|Census|Children|Education|Bill|Code|KCSIE|WT)"
    r"(?:\s+\()?|©)\s*$"
)
_COUNTED_BEFORE = re.compile(r"\b(?:total of|there (?:were|was)|received|recorded)\s+$", re.I)
_OLD_YEAR_BEFORE = re.compile(r"\b(?:in|since|of|by|until|from|before|after|Act|year)\s+$|\($")
_MAY_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|from|to|until|by|and|between|last|during|early|late|mid|this|next|for|"
    r"on|at|before|after)|[-–,(/]|\d(?:st|nd|rd|th)?)\s*$|^$",
    re.I,
)
_MAY_AFTER = re.compile(r"\s*(?:$|[-–,.;:)/]|(?:and|to|or|was|had|saw)\b)")


@lru_cache(maxsize=8192)
def times_in(text: str) -> tuple[Time, ...]:
    """Every time named in a text, in order, none overlapping; ranges are one time each."""
    atoms = [time for match in _ATOM.finditer(text) if (time := _atom(text, match))]
    return tuple(_looked_back(text, time) for time in _merged(text, atoms))


def _atom(text: str, match: re.Match[str]) -> Time | None:
    kind = match.lastgroup if match.lastgroup != "sep" else "numeric"
    words = match.group()
    before = text[max(0, match.start() - 24) : match.start()]
    try:
        found = _MAKERS[kind or ""](words)
    except ValueError:
        return None  # the 31st of June and the like: dates are checked by another kind
    if found is None or _is_a_name(kind or "", words, before, text[match.end() :]):
        return None
    first, last, year_given = found
    return Time(
        text=words,
        start=match.start(),
        end=match.end(),
        first=first,
        last=last,
        year_given=year_given,
    )


def _is_a_name(kind: str, words: str, before: str, after: str) -> bool:
    """A year within the name of an Act, a count that looks like a year, the verb "may"."""
    if kind == "bare" and words in ("May", "MAY"):
        return not ((_MAY_BEFORE.search(before) and before.strip()) or _MAY_AFTER.match(after))
    if kind != "year":
        return False
    if _NAMED_AFTER.search(before):
        return True
    if _COUNTED_BEFORE.search(before) and re.match(r"\s+[a-z]", after):
        return True
    if not _FIRST_BARE_YEAR <= int(words) <= _LAST_BARE_YEAR:
        return not _OLD_YEAR_BEFORE.search(before)
    return False


def _month_of(words: str) -> int:
    return next(_BY_NAME[w] for w in re.findall(r"[a-z]+", words.lower()) if w in _BY_NAME)


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _iso(words: str) -> tuple[date, date, bool]:
    day = date.fromisoformat(words)
    return day, day, True


def _numeric(words: str) -> tuple[date, date, bool]:
    day, month, year = re.split(r"[/.]", words)
    found = date(_full_year(year), int(month), int(day))
    return found, found, True


def _day(words: str) -> tuple[date, date, bool]:
    digits = re.findall(r"\d+", words)
    year = next((int(d) for d in digits if len(d) == 4), None)
    day = next(int(d) for d in digits if len(d) < 3)
    found = date(year or 1, _month_of(words), day)
    return found, found, year is not None


def _month(words: str) -> tuple[date, date, bool]:
    digits = re.findall(r"\d+", words)
    if not digits:
        return (*_whole_month(1, _month_of(words)), False)
    return (*_whole_month(_full_year(digits[0]), _month_of(words)), True)


def _quarter(words: str) -> tuple[date, date, bool]:
    digit = re.search(r"[1-4]", words)
    place = int(digit.group()) if digit else _ORDINALS[words.split()[0].lower()]
    return (*_financial_quarter(1, place), False)


def _financial_quarter(year: int, place: int) -> tuple[date, date]:
    """The quarter of the financial year that begins in April of ``year``."""
    first_month = (1, 4, 7, 10)[place % 4]
    calendar_year = year + 1 if place == 4 else year
    return date(calendar_year, first_month, 1), _whole_month(calendar_year, first_month + 2)[1]


def _pair(words: str) -> tuple[date, date, bool] | None:
    first, second = [*re.findall(r"\d+", words), ""][:2]
    begin = int(first)
    end = int(second) if len(second) == 4 else begin // 100 * 100 + int(second)
    if len(second) == 2 and end < begin:
        end += 100
    if end == begin + 1:
        return date(begin, 4, 1), date(end, 3, 31), True
    if begin < end <= begin + 30:
        return date(begin, 1, 1), date(end, 12, 31), True
    return None


def _fy(words: str) -> tuple[date, date, bool] | None:
    digits = re.findall(r"\d+", words)
    if len(digits) == 2:
        return _pair(f"{_full_year(digits[0])}/{digits[1]}")
    end = _full_year(digits[0])
    return date(end - 1, 4, 1), date(end, 3, 31), True


def _year(words: str) -> tuple[date, date, bool]:
    return date(int(words), 1, 1), date(int(words), 12, 31), True


_MAKERS = {
    "iso": _iso,
    "numeric": _numeric,
    "day": _day,
    "us": _day,
    "month": _month,
    "bare": _month,
    "quarter": _quarter,
    "pair": _pair,
    "fy": _fy,
    "year": _year,
}


def _merged(text: str, atoms: list[Time]) -> list[Time]:
    """Neighbouring atoms joined: a quarter with its year, the two ends of a span."""
    merged: list[Time] = []
    for time in atoms:
        joined = _joined(text, merged[-1], time) if merged else None
        if joined is None:
            merged.append(time)
        else:
            merged[-1] = joined
    return merged


def _joined(text: str, one: Time, other: Time) -> Time | None:
    between = text[one.end : other.start]
    if (named := _quarter_of_a_year(one, other, between)) is not None:
        return replace(named, text=text[one.start : other.end], start=one.start, end=other.end)
    is_range = (
        _RANGE.fullmatch(between)
        or (_BETWEEN.fullmatch(between) and re.search(r"\b[Bb]etween\s+$", text[: one.start]))
        or (_PAIR_OF_MONTHS.fullmatch(between) and (other.last - other.first).days < 31)
    )
    if not is_range:
        return None
    first, year_given = one.first, one.year_given and other.year_given
    if not one.year_given and other.year_given:
        if one.first.year > 1 or _is_quarter(one):
            return None
        year = other.first.year - (one.first.month > other.first.month)
        try:
            first, year_given = one.first.replace(year=year), True
        except ValueError:
            return None
    if not other.year_given and one.year_given:
        return None
    last = other.last
    if not year_given and last < first:
        last = last.replace(year=last.year + 1)
    if last < first:
        return None  # out of order: said of the dates themselves by another kind
    return Time(
        text=text[one.start : other.end],
        start=one.start,
        end=other.end,
        first=first,
        last=last,
        year_given=year_given,
    )


def _is_quarter(time: Time) -> bool:
    return time.text[:1] in "Qq" or time.text.endswith("quarter")


def _quarter_of_a_year(one: Time, other: Time, between: str) -> Time | None:
    """ "Q4 2023/24" and "2023/24 Q4"; a quarter of a calendar year is left without a year, since
    public bodies mean either year by it."""
    if _is_quarter(one) and _QUARTER_OF.fullmatch(between):
        quarter, year = one, other
    elif _is_quarter(other) and re.fullmatch(r"[\s,]*", between):
        quarter, year = other, one
    else:
        return None
    days = (year.last - year.first).days
    if not year.year_given or year.first.day != 1 or days < 80:
        return None
    place = quarter.first.month // 3 or 4
    if year.first.month == 4 and days > 360:
        first, last = _financial_quarter(year.first.year, place)
        return replace(quarter, first=first, last=last, year_given=True)
    if days > 360:
        return quarter
    return replace(year)


def _looked_back(text: str, time: Time) -> Time:
    """ "Year ending March 2024" and "six months to June 2023" begin before the date they name."""
    back = _BACK.search(text[max(0, time.start - 40) : time.start])
    if back is None or not time.year_given or (time.last - time.first).days > 31:
        return time
    if back["many"]:
        months = _WORDS.get(back["many"].lower()) or int(back["many"])
    else:
        months = 12 if back["year"] else 3
    start = time.start - len(back.group())
    after = time.last + timedelta(days=1)
    place = after.year * 12 + after.month - 1 - months
    first = after.replace(year=place // 12, month=place % 12 + 1, day=min(after.day, 28))
    return replace(time, text=text[start : time.end], start=start, first=first)
