"""Percentages told together, and the one they are said to make: "31% and 22%, together 53%"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from goldenthread.claims.changes.sizes import sizes_in
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import COUNT, PERCENT, QUANTITY, TIMES, WHEN, Skeleton

_TOGETHER = (
    r"(?:combined|together|in total|altogether|taken together|jointly|between them|in all|"
    r"a combined|(?<!of )(?<!in )(?<!for )(?<!by )(?<!with )(?<!to )(?<!on )(?<!from )(?<!under )"
    r"(?:the two|both))"
)
# "Together 53% (31% and 22%)": the total first, and then what it is made of.
_MADE_OF = re.compile(
    r"(?: [a-z'-]+){0,6}? ?(?:[:(–]|, (?:made up|that is|namely|i\.e\.|being|with|consist\w*|"
    r"compris\w*))"
)
_SUM = re.compile(
    rf"\b(?:a |an )?{_TOGETHER}\b(?:[^{QUANTITY};.]{{0,20}}(?P<many>[{COUNT}]) )?"
    rf"(?:(?!\b(?:against|compared|versus|than)\b)[^{QUANTITY};.]){{0,60}}(?P<p>[{PERCENT}])|"
    rf"(?P<p2>[{PERCENT}])(?! (?:[a-z]+ing|met|in|did|passed|had|took|used) both)"
    rf"[^{QUANTITY};.,]{{0,30}} "
    rf"{_TOGETHER}\b(?![^{QUANTITY};.]{{0,60}}[{PERCENT}])"
)
# Parts of a sum stand close together, with "and" or a comma between them.
_LISTED = 70
_OVERLAP = re.compile(
    r"\b(?:overlap\w*|either|at least|more than one|multiple|factors?|both (?:of|domestic)|or both|"
    r"some of|may|each|respectively|out of)\b"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """Percentages said to make another together: places of the parts and of the total."""

    parts: tuple[int, ...]
    total: int
    holds: bool


def sums_in(skeleton: Skeleton) -> Iterator[Sum]:
    """Every "A% and B%, together C%" with whether the parts can make the total."""
    used = {size.number for size in sizes_in(skeleton)}
    percents = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is Measure.PERCENT and place not in used
    ]
    for match in _SUM.finditer(skeleton.text):
        total = skeleton.number(match["p"] or match["p2"])
        before = tuple(each for each in percents if each < total)
        after = tuple(each for each in percents if each > total)
        parts = before or after
        if total not in percents or not 2 <= len(parts) <= 4:
            continue
        if match["many"] and skeleton.quantity(match["many"]).value != len(parts):
            continue
        stretch = skeleton.text[skeleton.at[parts[0]] : skeleton.at[total]]
        if not before and not _MADE_OF.match(skeleton.text, skeleton.at[total] + 1):
            continue
        if before and not re.search(r"\b(?:and|plus)\b|[,;]", stretch[:_LISTED]):
            continue
        if _is_an_average(skeleton, parts, total) or _of_those_in_each(skeleton, match, parts):
            continue
        if re.search(f"[{WHEN}{TIMES}]", stretch) or _OVERLAP.search(skeleton.text):
            continue
        yield Sum(parts, total, _sum_holds(skeleton, parts, total))


def sums_over(skeleton: Skeleton, since: int) -> Iterator[Sum]:
    """The same where the parts stand in the sentence before, and a total of some of them in this.

    Of more than two parts those are meant whose names stand with the total; it holds where any of
    them make it.
    """
    if re.search(f"[{WHEN}{TIMES}]", skeleton.text) or _OVERLAP.search(skeleton.text):
        return
    percents = [n for n, each in enumerate(skeleton.quantities) if each.measure is Measure.PERCENT]
    parts = tuple(each for each in percents if 0 <= skeleton.at[each] < since)
    for match in _SUM.finditer(skeleton.text, since):
        total = skeleton.number(match["p"] or match["p2"])
        if set(percents) - {*parts} != {total} or not _A_PAIR <= len(parts) <= _MOST_TOLD:
            continue
        if not _all_told(skeleton, since, total):
            continue
        sizes = range(_A_PAIR, len(parts) + 1)
        if any(
            _sum_holds(skeleton, some, total)
            for size in sizes
            for some in combinations(parts, size)
        ):
            continue
        named = _named(skeleton, parts, skeleton.text[since:])
        many = skeleton.quantity(match["many"]).value if match["many"] else len(named)
        largest = max((skeleton.quantities[each].value for each in named), default=0)
        if len(named) == many > 1 and skeleton.quantities[total].value > largest:
            yield Sum(named, total, holds=False)


_A_PAIR, _MOST_TOLD = 2, 5


def _named(skeleton: Skeleton, parts: tuple[int, ...], words: str) -> tuple[int, ...]:
    """The parts meant: both of two, and of more those with a word of the total's sentence."""
    if len(parts) == _A_PAIR:
        return parts
    said = {stem(word) for word in _WORD.findall(words)}
    found, start = [], 0
    for part in parts:
        clause = skeleton.text[start : skeleton.at[part]]
        start = skeleton.at[part]
        if said & {stem(word) for word in _WORD.findall(clause)}:
            found.append(part)
    return tuple(found)


_WORD = re.compile(
    r"\b(?!(?:and|the|for|was|were|are|had|has|have|with|per|cent|other|they|them|these|those|two|"
    r"both|all|from|made|took|sent|account|together)\b)[a-z]{3,}"
)
_AND = re.compile(r"(?P<one>[a-z'-]+) and (?:the )?(?P<other>[a-z'-]+)")


def _all_told(skeleton: Skeleton, since: int, total: int) -> bool:
    """Whether the sentence names no other thing: "rent and heating" after rent and food."""
    known = {stem(word) for word in re.findall(r"[a-z'-]+", skeleton.text[:since])}
    own = skeleton.text[since : skeleton.at[total]]
    return all(
        stem(each[name]) in known for each in _AND.finditer(own) for name in ("one", "other")
    )


def _is_an_average(skeleton: Skeleton, parts: tuple[int, ...], total: int) -> bool:
    """Whether it may be of all groups together what the parts are of each: it lies between."""
    values = [skeleton.quantities[each].value for each in parts]
    return min(values) <= skeleton.quantities[total].value <= max(values)


_IN_EACH = re.compile(r"\b(?:combined|both|the two)\b")


def _of_those_in_each(skeleton: Skeleton, told: re.Match[str], parts: tuple[int, ...]) -> bool:
    """Whether it may be of what is in every group: "74% in reading, 72% in maths, 59% in both"."""
    total = skeleton.quantity(told["p"] or told["p2"]).value
    return bool(_IN_EACH.search(told.group())) and any(
        skeleton.quantities[each].value >= total for each in parts
    )


_REST = re.compile(
    rf"\b(?:the (?:other|remaining)|(?:for |up )(?:all )?the (?:rest|remainder),?(?: at)?|"
    rf"the (?:rest|remainder),?(?: at| being)?|the (?:rest|remainder) \() ?(?P<p>[{PERCENT}])"
)


def rests_in(skeleton: Skeleton) -> Iterator[Sum]:
    """Every "A% and the other B%": with all that are told before it makes a hundred.

    ``holds`` is True also where only the last of them, or they with the rest of a part told before,
    make what they are of.
    """
    percents = [
        place for place, each in enumerate(skeleton.quantities) if each.measure is Measure.PERCENT
    ]
    for match in _REST.finditer(skeleton.text):
        total = skeleton.number(match["p"])
        parts = tuple(each for each in percents if each < total)
        stretch = skeleton.text[: skeleton.at[total]]
        whose = {
            found[1]
            for place in (*parts, total)
            if (found := _WHOSE.match(skeleton.text, skeleton.at[place] + 1))
        }
        if len(whose) > 1 or re.search(f"[{TIMES}]", stretch):
            continue
        if not parts or len(parts) > 4 or total != percents[-1] or _NO_REST.search(stretch):
            continue
        yield Sum(parts, total, _rest_holds(skeleton, parts, total))


_WHOSE = re.compile(r" of (?:the |all |our |its |their )?([a-z]+)")
_NO_REST = re.compile(
    r"^(?:a further|another)\b|[.] |"
    r"\b(?:compared|than|against|from|more than one|either|overlap\w*|average|last year|"
    r"of (?:whom|which|these|those|them)|counts?|excluding|apart from|and \S+ declined)\b"
)


def _rest_holds(skeleton: Skeleton, parts: tuple[int, ...], total: int) -> bool:
    each = [skeleton.quantities[place].interval for place in (*parts, total)]
    values = [skeleton.quantities[place].value for place in (*parts, total)]
    for start in range(len(parts)):
        together = each[start]
        for one in each[start + 1 :]:
            together = together + one
        if together.holds(100) or sum(values[start:]) in values[:-1]:
            return True
    return False


def _sum_holds(skeleton: Skeleton, parts: tuple[int, ...], total: int) -> bool:
    """Whether all the parts, or the last of them from the second on, can make the total."""
    for start in range(len(parts) - 1):
        interval = skeleton.quantities[parts[start]].interval
        for place in parts[start + 1 :]:
            interval = interval + skeleton.quantities[place].interval
        if interval.meets(skeleton.quantities[total].interval):
            return True
    return False
