"""One day, month, quarter or year named in a sentence, with its first and last day."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from goldenthread.claims.language.any_of import any_of
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

_LONG_NAMES = any_of(" ".join([*MONTHS, *(name.upper() for name in MONTHS)]))
_SHORT_NAMES = any_of(" ".join(_SHORT))
_MONTH = rf"(?:(?:{_LONG_NAMES})\b|(?:{_SHORT_NAMES})\b\.?)"
_YEAR = r"(?:19|20)\d\d"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_NOT_BEFORE = r"(?:(?<![\w£$€.,/:-])|(?<=\bmid-)|(?<=\bearly-)|(?<=\blate-)|(?<=\bend-))"
_NOT_AFTER = r"(?![\w%/]|[.,-]\d)"

# Years that stand alone and may be taken for years; before them a bare number is a count.
_FIRST_BARE_YEAR = 1980
_LAST_BARE_YEAR = 2049

# "2019 – 20" is a year; "2019 – 66" is a year and a count.
_NEXT = "(?:" + "|".join(rf"20{y:02d}\s?[–-]\s?{y + 1:02d}" for y in range(60)) + ")"
# What begins with a digit, with a word, or with either is tried only where these stand.
_ATOM = re.compile(
    rf"(?=\d)(?:(?P<iso>{_NOT_BEFORE}{_YEAR}-[01]\d-[0-3]\d{_NOT_AFTER})"
    rf"|(?P<numeric>{_NOT_BEFORE}[0-3]?\d(?P<sep>[/.])[01]?\d(?P=sep)(?:{_YEAR}|\d\d){_NOT_AFTER})"
    rf"|(?P<day>{_NOT_BEFORE}[0-3]?\d(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}"
    rf"(?:,?\s+{_YEAR}{_NOT_AFTER})?))"
    rf"|\b(?=[A-Zfqst])(?:(?P<us>{_MONTH}\s+[0-3]?\d(?:st|nd|rd|th)?,?\s+{_YEAR}{_NOT_AFTER})"
    rf"|(?P<month>{_MONTH}(?:(?:\s?[-–/,]\s?|\s+)(?:{_YEAR}|['’]\d\d)"
    rf"|(?:\s?[-–/]\s?\d\d|\s+[0-3]\d)){_NOT_AFTER})"
    rf"|(?P<bare>{_MONTH}(?!\s+[0-3]?\d\b))"
    rf"|(?P<quarter>(?:Q|[Qq]uarter\s+|[Qq]tr\s+)[1-4](?![\w%]|[.,]\d)"
    rf"|(?:first|second|third|fourth|final)\s+quarter\b(?=\s+of\s+(?:the\s+)?(?:FY|20))))"
    rf"|(?=[\dF])(?:(?P<pair>(?<![\w£$€.,:])(?:FY\s?)?(?:{_YEAR}(?:\s?[/–-]\s?{_YEAR}|(?:\s?/\s?|[–-])\d\d)|{_NEXT}){_NOT_AFTER})"
    rf"|(?P<fy>\bFY\s?(?:{_YEAR}|\d\d)(?:\s?[/–-]\s?\d\d)?{_NOT_AFTER})"
    rf"|(?P<year>{_NOT_BEFORE}{_YEAR}(?![\w%]|[,.]\d|/\d|-\d)))"
)
_NAMED_AFTER = re.compile(
    r"(?:\b(?:Acts?|Together|Regulations|Order|Census|Children|Education|Bill|Code|KCSIE|WT)"
    r"(?:\s+\()?|©)\s*$"
)
_COUNTED_BEFORE = re.compile(r"\b(?:total of|there (?:were|was)|received|recorded)\s+$", re.I)
_OLD_YEAR_BEFORE = re.compile(r"\b(?:in|since|of|by|until|from|before|after|Act|year)\s+$|\($")
_COUNTED_AFTER = re.compile(r"\s(?:[a-z]+\s)?[a-z]{3,}s\b")
_MAY_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|from|to|until|by|and|between|last|during|early|late|mid|this|next|for|"
    r"on|at|before|after)|[-–,(/]|\d(?:st|nd|rd|th)?)\s*$|^$",
    re.I,
)
_MAY_AFTER = re.compile(r"\s*(?:$|[-–,.;:)/]|(?:and|to|or|was|had|saw)\b)")


def named_times(text: str) -> Iterator[Time]:
    """Each day, month, quarter and year of a text by itself, in order."""
    for match in _ATOM.finditer(text):
        if time := _atom(text, match):
            yield time


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
        return not _OLD_YEAR_BEFORE.search(before) and bool(_COUNTED_AFTER.match(after))
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
    return (*financial_quarter(1, place), False)


def financial_quarter(year: int, place: int) -> tuple[date, date]:
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
