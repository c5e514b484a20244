"""Times named in a sentence: days, months, quarters and years, and the spans they make."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from goldenthread.claims.language.model import Time
from goldenthread.claims.language.time_names import financial_quarter, named_times

_RANGE = re.compile(r"\s*(?:-|–|—|to|until|till|through to|up to)\s*(?:the end of\s+)?", re.I)
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


@lru_cache(maxsize=8192)
def times_in(text: str) -> tuple[Time, ...]:
    """Every time named in a text, in order, none overlapping; ranges are one time each."""
    atoms = list(named_times(text))
    return tuple(_looked_back(text, time) for time in _merged(text, atoms))


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
    """The days of "Q4 2023/24" and "2023/24 Q4".

    A quarter of a calendar year is left without a year, since public bodies mean either by it.
    """
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
        first, last = financial_quarter(year.first.year, place)
        return replace(quarter, first=first, last=last, year_given=True)
    if days > 360:
        return quarter
    return replace(year)


def _looked_back(text: str, time: Time) -> Time:
    """The time begins before its date in "year ending March 2024" and "six months to June 2023"."""
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
