"""Small pieces of English that every sentence needs: lists, possessives, number words, periods."""

from collections.abc import Sequence

from goldenthread.nouns import Period, PeriodKind
from goldenthread.wording.text import Bound, Words, join

_SMALL = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]


def listed(items: Sequence[str | Bound | Words]) -> Words:
    """``a``, ``a and b``, ``a, b and c``."""
    run: Words = ()
    for place, item in enumerate(items):
        if place:
            run = join(run, " and " if place == len(items) - 1 else ", ")
        run = join(run, item)
    return run


def possessive(name: str) -> str:
    """England’s; statistical neighbours’."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def with_article(region: str) -> str:
    """``the East of England``, ``the North West``; ``England`` and ``London`` as they are."""
    takes_one = region.startswith(("East", "West", "North", "South"))
    return f"the {region}" if takes_one else region


def number_word(count: int) -> str:
    """A small number of things that are not figures, in a word: years shown, neighbours.

    Numbers of children are never written so; beyond twenty it is "many", so that no digit without
    a thread can get into a sentence.
    """
    return _SMALL[count] if 0 <= count < len(_SMALL) else "many"


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    if place % 100 in (11, 12, 13):
        return f"{place}th"
    return f"{place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th') }"


def sentence_case(text: str) -> str:
    """The first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def as_sentence(note: str) -> str:
    """A note as a sentence: a capital first, a full stop last."""
    return sentence_case(note) if note.endswith((".", "?", "!")) else f"{sentence_case(note)}."


def in_period(period: Period) -> str:
    """A period as it follows a number: ``in 2023-24``, ``on 31 March 2024``, ``in May 2023``."""
    if period.kind in (PeriodKind.YEAR_END, PeriodKind.DAY):
        return f"on {period.words}"
    if period.kind in (PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR):
        return f"in {period_name(period)}"
    if period.kind in (PeriodKind.MID_YEAR,):
        return f"at {period.words}"
    if period.kind is PeriodKind.ROLLING:
        return f"in the {period.words}"
    return f"in {period.words}"


def period_name(period: Period) -> str:
    """A period as a heading names it: ``2023-24``, ``31 March 2024``."""
    if period.kind is PeriodKind.FINANCIAL_YEAR:
        return period.code
    if period.kind is PeriodKind.CALENDAR_YEAR:
        return str(period.ending)
    return period.words
