"""A share in words with its own part right beside it: "a quarter, 180, were eaten by slugs".

The part stands in commas or brackets before the share or after it, so that nothing else is its
part; what it is of is the one greater number of its sentence that is no such part itself, or what
"them" takes up. Where any number or any two of the window together would bear it out nothing is
said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from goldenthread.claims.closed.shares.pairs import Wrong, are_bounded, bears_out, counts_placed
from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.model import Measure, Quantity
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import (
    COUNT,
    EARLIER,
    LAST,
    MONEY,
    PERCENT,
    TIMES,
    Skeleton,
)
from goldenthread.claims.language.utterances import Utterance

_N, _X = f"[{COUNT}{MONEY}]", f"[{TIMES}]"
_THEM = r"(?P<them> of (?:them|these|those|whom|which|the (?:total|whole)))?"
# No word that says of what else it is follows: "a quarter, 150, of the rest".
_OF = r" (?:of|in|out of|among|amongst) "
_ONLY = r"(?:(?:or|just|only|some|exactly|namely|that is) )*"
_APPOSED = (
    re.compile(
        rf"(?P<x>{_X}){_THEM}(?:, | \(){_ONLY}(?P<n>{_N})(?P<noun>(?: [a-z'-]+){{0,3}})"
        rf"(?:[,)]| –)(?!{_OF})"
    ),
    re.compile(
        rf"(?P<n>{_N})(?P<noun>(?: [a-z'-]+){{0,3}})(?:, | \(){_ONLY}(?P<x>{_X}){_THEM}"
        rf"(?=[,;.)]|$| –)(?![,)]?{_OF})"
    ),
)
_ALONE = re.compile(rf"\(({_N})\)")
# "By a third", "every fifth": by how much, and which.
_NO_SHARE = re.compile(
    r"\b(?:by|than|every|last|per|rose|fell|up|down|another|further|first|second|from|to) "
    r"(?:(?:a|about|some|nearly|almost|over|just) )*$"
)
_HAS_ITS_OWN = re.compile(rf"(?: [a-z'-]+){{0,4}}(?: \(|,? or |, )(?:[a-z]+ )?[{PERCENT}{TIMES}]")
# What stands between a whole and the share that sets something apart.
_SET_APART = re.compile(
    rf"[{EARLIER}{LAST}]|\b(?:than|compared|against|versus|while|whereas|excluding|except|but|rest|"
    r"remain\w*|others?|of (?:whom|which|these|those|them)|among|amongst|including|plus)\b"
)
_PEOPLE = frozenset(stem(each) for each in ("people", "person", "individuals", "children", "cases"))


@dataclass(frozen=True, slots=True)
class _Apposed:
    share: Quantity
    part: Quantity
    noun: str
    start: int
    of_them: bool


def shares_apposed(window: Utterance) -> Iterator[Wrong]:
    """Every such share that its part is not of the one number that it can be of."""
    skeleton, since = window.skeleton, window.since
    found = [each for each in _apposed(skeleton) if each.share.value < 1]
    # A number alone in brackets is a part, too: "a third of the 900 seedlings died (300)".
    parts = {id(each.part) for each in found}
    parts |= {id(skeleton.quantity(each)) for each in _ALONE.findall(skeleton.text)}
    counts = counts_placed(skeleton)
    for each in found:
        if each.start < since or _NO_SHARE.search(skeleton.text[: each.start]):
            continue
        before = [
            (at, whole)
            for at, whole in counts
            if at < each.start
            and id(whole) not in parts
            and whole.measure is each.part.measure
            and whole.value > each.part.value
        ]
        here = before if each.of_them else [one for one in before if one[0] >= since]
        if not here or (len(here) > 1 and not each.of_them):
            continue
        at, whole = here[-1]
        if not are_bounded(each.part, whole) or not _is_counted(skeleton, each, at):
            continue
        between = skeleton.text[at + 1 : each.start]
        if _SET_APART.search(between) or (each.of_them and len(before) > 1):
            continue
        # "Showers 139 (56%); lifts 62, a quarter": what has a share of its own is a part as well.
        if ";" in between or _HAS_ITS_OWN.match(between):
            continue
        if not _is_borne_out(skeleton, each, counts):
            yield Wrong(window.sentence, skeleton, each.share, each.part, whole)


def _apposed(skeleton: Skeleton) -> Iterator[_Apposed]:
    done: set[str] = set()
    for pattern in _APPOSED:
        for match in pattern.finditer(skeleton.text):
            if match["x"] in done:
                continue  # "of 420 growers, a third, 140, came": the part is what follows
            done.add(match["x"])
            share, part = skeleton.quantity(match["x"]), skeleton.quantity(match["n"])
            words = match["noun"].strip()
            yield _Apposed(share, part, words, match.start(), bool(match["them"]))


def _is_counted(skeleton: Skeleton, each: _Apposed, whole: int) -> bool:
    """Whether the part has no noun of its own, or one that was told before it with the whole."""
    nouns = {stem(word) for word in each.noun.split() if word not in ("of", "them", "these")}
    before = re.findall(r"[a-z'-]+", skeleton.text[max(0, whole - 60) : each.start])
    return not nouns or bool(nouns & ({stem(word) for word in before} | _PEOPLE))


def _is_borne_out(skeleton: Skeleton, each: _Apposed, counts: list[tuple[int, Quantity]]) -> bool:
    """Whether any number of the window, two of them together, or what one leaves, makes it so."""
    alike = [one for _, one in counts if one.measure is each.part.measure and one is not each.part]
    if any(bears_out(skeleton, each.share, each.part, one) for one in alike):
        return True
    close = hedge_before(skeleton.source, each.share.start)[2]
    allowed = room(each.share, close).doubtful.scaled(100)
    made = [one.interval + other.interval for one, other in combinations(alike, 2)]
    made += [
        one.interval - other.interval for one in alike for other in alike if one.value > other.value
    ]
    made += [one.interval + each.part.interval for one in alike]
    if any(one.low > 0 and may_be_share(allowed, each.part.interval, one) for one in made):
        return True
    told = [one for one in skeleton.quantities if one.measure is Measure.PERCENT]
    return any(one.interval.meets(allowed) for one in told)  # "two thirds, 690, or 67% of adults"
