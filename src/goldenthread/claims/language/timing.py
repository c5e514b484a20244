"""Which time of a sentence belongs to which of its numbers, and which of two came first."""

import re
from datetime import date

from goldenthread.claims.language.model import Time
from goldenthread.claims.language.skeleton import (
    EARLIER,
    LAST,
    LATER,
    NEXT,
    QUANTITY,
    WHEN,
    Skeleton,
)

_NO_TIME_ACROSS = re.compile(
    r"\b(?:and|while|but|then|to|than|compared|against|from|with|versus|up|down)\b|[;.(]"
)
_NO_TIME_SINCE = re.compile(
    r"\b(?:to|from|than|compare[sd]?|since|but|though|although|while|whilst|whereas)\b"
)
# "Since March 2023, when there were 395", "than in 2022/23 (when 1,950 did)".
_WHEN_IT_WAS = re.compile(
    rf"(?P<when>[{WHEN}])(?:,| \(|,? –)? (?:when|where) (?:(?:it|they|there|this|we|the|figure|"
    r"number|rate|total|was|were|had|stood|been|at|only|just) )*(?:(?!to\b|from\b)[a-z]+ ){0,3}$"
)
_DIRECTLY = re.compile(rf"([{WHEN}])(?P<of>'s)?(?: ?: ?| )$")
_IN_BRACKETS = re.compile(rf" ?\((?:in |at |for |as at )?([{WHEN}])\)")
# The next time, unless another number or thought comes before it.
_NEXT_TIME = re.compile(rf"[^{WHEN}{QUANTITY};,]*([{WHEN}])")
_BASE_TIME = re.compile(r"\b(?:on|against|from|since|than|with|over)(?: the| in)? $")
# "On 31 March there were 455".
_OPENS_ON = re.compile(r"(?:^|[.;:,] )on $")


def when(skeleton: Skeleton, place: int) -> str:
    """The slot of the time that belongs to a number, "" where none does."""
    text, at = skeleton.text, skeleton.at[place]
    stretch = text[max(0, at - 80) : at]
    directly = _DIRECTLY.search(stretch)
    if directly and directly["of"]:
        return directly[1]
    if directly and not _told_as_base(skeleton, directly[1], stretch[: directly.start()]):
        return directly[1]
    when_it_was = _WHEN_IT_WAS.search(stretch)
    if when_it_was:
        return when_it_was["when"]
    in_brackets = _IN_BRACKETS.match(text, at + 1)
    if in_brackets:
        return in_brackets[1]
    following = _NEXT_TIME.match(text, at + 1, at + 70)
    if following and not _NO_TIME_ACROSS.search(text[at + 1 : following.start(1)]):
        return following[1]
    return _when_before(skeleton, at, stretch)


def _told_as_base(skeleton: Skeleton, slot: str, lead: str) -> bool:
    """Whether a time is what a number is set against: "on 2019", but not "on 31 March"."""
    match = _BASE_TIME.search(lead)
    if match is None:
        return False
    time = skeleton.time(slot)
    a_day = time is not None and time.first == time.last
    return not (a_day and _OPENS_ON.search(lead))


def _when_before(skeleton: Skeleton, at: int, stretch: str) -> str:
    text = skeleton.text
    match = re.search(rf"([{WHEN}])(?P<gap>[^{WHEN}{QUANTITY};.]*)$", stretch)
    if match is None or _NO_TIME_SINCE.search(match["gap"]):
        return ""
    if match["gap"] == " (" and text.startswith(")", at + 1):
        return match[1]
    # A little further back than the stretch, or "than" might be cut off before "the year before".
    lead = text[max(0, at - len(stretch) - 20) : at - len(stretch) + match.start()]
    if _told_as_base(skeleton, match[1], lead):
        # "On last year (150)", and not "on last year (412 compared with 460)".
        alone = re.match(r"\)", text[at + 1 :]) or not match["gap"].endswith("(")
        close = re.fullmatch(r" ?\(?(?:of|figure of|total of)? ?", match["gap"])
        return match[1] if alone and close else ""
    if re.search(rf"[{QUANTITY}][^,;.:(]{{0,40}}$", lead) and not re.search(
        rf"\b(?:and|while|but|to)\b[^{QUANTITY}]*$", lead
    ):
        return ""  # the time of the number before
    return match[1]


def order_of(skeleton: Skeleton, one: int, other: int) -> int:
    """1 where the first number is dated before the other, -1 where after, 0 where unsaid."""
    first, second = when(skeleton, one), when(skeleton, other)
    if not first and not second:
        return 0
    rank = {EARLIER: -2, LAST: -1, "": 0, LATER: 1, NEXT: 2}
    if first in rank and second in rank:
        return (rank[second] > rank[first]) - (rank[second] < rank[first])
    if {EARLIER, LATER, NEXT} & {first, second}:
        difference = rank.get(second, 0) - rank.get(first, 0)
        return (difference > 0) - (difference < 0)
    if LAST in (first, second):
        return 0  # "last year" beside a date may be before or after it
    if not first or not second or first == second:
        return 0
    days = first_day(skeleton, first), first_day(skeleton, second)
    if days[0] is None or days[1] is None:
        return 0
    return (days[1] > days[0]) - (days[1] < days[0])


def first_day(skeleton: Skeleton, slot: str) -> date | None:
    """The day a time begins, None for "last year" and for a time without its year."""
    time = skeleton.time(slot)
    if time is None or not (time.year_given or time.text[:1] in "Qq"):
        return None
    return _of_its_year(time) or time.first


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _of_its_year(time: Time) -> date | None:
    """A day to order quarters by that have a year, whether it is the calendar's or another."""
    year, place = _YEAR.search(time.text), re.search(r"[1-4]", time.text)
    if time.year_given or year is None or place is None:
        return None
    return date(int(year.group()), int(place.group()) * 3 - 2, 1)
