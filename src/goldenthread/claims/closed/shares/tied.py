"""A percentage whose words say of which numbers it is: "141 of those 174 patients (17%)".

Where words tie part, whole and percentage to one another nothing else can be meant: no number near
by that would bear it out, and no distance between what is told and what is right, makes it less of
a slip. Only what is tied so is told here; the bracket holds the percentage and no more.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.closed.parts.words import OWNERS
from goldenthread.claims.closed.shares.pairs import (
    HELD,
    MORE_THAN,
    Wrong,
    are_bounded,
    bears_out,
    by_somebody,
)
from goldenthread.claims.intervals import may_be_share
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.skeleton import (
    COUNT,
    DURATION,
    MONEY,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.shares.doubts import is_doubtful, of_several_times
from goldenthread.claims.shares.share_model import Share

_N = f"[{COUNT}{MONEY}]"
_THE = rf"(?:(?:the|our|its|their|these|those|all|a total of|this year's|same) )*{OWNERS}"
_THEM = r"(?:them|these|those|whom|which)"
# No word that brings in something else stands between a part and its percentage.
_ON = (
    rf"(?:(?!\b(?:and|but|while|whereas|than|compared|against|with|plus|over|under|below|above)\b)"
    rf"(?:[^{QUANTITY}{WHEN}.;:()–,]|[{DURATION}])){{0,60}}?"
)
_BRACKET = (
    rf" ?\((?:or |just |only |i\.e\. |= ?)?(?P<p>[{PERCENT}])"
    rf"(?=\)| of {_THEM}\)| of (?:the total|all of them)\))"
)
# "Giving an uptake of 45%", "which makes 45%": it is taken up, and no whole is named. What it is
# held to ("against a target of 50%") may follow.
_HELD_TO = r" (?:against|compared|versus|set|well|far|just|above|below|this|that|it|we)\b"
_TAKEN_UP = (
    r"(?:, (?:giving|making|meaning|which (?:is|was|makes|gives|means)|that is|or|an?)"
    r"(?: (?!of (?:the|all|our))[a-z'-]+){0,5}|[;,] (?:and )?at(?: just| only)?)"
    rf" (?P<p>[{PERCENT}])(?=[.,;)]|$|{_HELD_TO})"
)
_END = rf"(?:{_BRACKET}|{_TAKEN_UP.replace('<p>', '<also>')})"
_OF_A_NUMBER = (
    # "141 of those 174 patients (17%)".
    re.compile(
        rf"(?P<n>{_N})(?: [a-z'-]+){{0,3}}? (?:(?:out )?of|among|amongst) {_THE}"
        rf"(?P<whole>{_N}){_ON}{_END}"
    ),
    # "212 of the 254 health, care and school plans were done in time (83%)".
    re.compile(
        rf"(?P<n>{_N}) (?:out )?of {_THE}(?P<whole>{_N})"
        rf"(?:(?!\b(?:but|while|whereas|than|compared|against|with|plus|rest|others?|all|most|almost)\b)"
        rf"(?:[^{QUANTITY}{WHEN}.;:()–]|[{DURATION}])){{0,90}}?{_BRACKET}(?P<also>)"
    ),
    # "Of the 171 who did not, 106 (25%)", "among the 171 patients 106 stayed (25%)".
    re.compile(
        rf"(?:(?:(?:^|(?<=[.;:,–] )|(?<=\())(?:and |but |while )?(?:out )?of)|\b(?:among|amongst)) "
        rf"{_THE}(?P<whole>{_N})(?P<who>(?:[^{QUANTITY};.:()]|[{DURATION}]){{0,80}}?),? "
        rf"(?:only |just |some )?(?P<n>{_N}){_ON}{_END}"
    ),
)
# "Some 29% of arrivals at the two ports (104 of 435)": the bracket holds part and whole, no more.
_IN_BRACKETS = re.compile(
    rf"(?P<p>[{PERCENT}])(?P<also>) of (?:(?!\b(?:but|while|whereas|than|compared|against|with)\b)"
    rf"(?:[^{QUANTITY}.;:()]|[{DURATION}{COUNT}])){{1,90}} "
    rf"\((?P<n>{_N})(?: [a-z'-]+)? (?:out )?of {_THE}(?P<whole>{_N})(?: [a-z'-]+)?\)"
)
# "51 of them (86.4%)", "of whom 51 (86.4%)".
_OF_THEM = (
    re.compile(rf"(?P<n>{_N})(?: [a-z'-]+){{0,2}}? of {_THEM}{_ON}{_END}"),
    re.compile(rf"\b(?:of|among|amongst) {_THEM},? (?:only |just |some )?(?P<n>{_N}){_ON}{_END}"),
)
# "Between 40 and 74", "aged 65": who, and not how many.
_RANGE = re.compile(
    rf"\b(?:between {_N}(?: and {_N})?|aged? {_N}(?: to {_N})?|(?:over|under) {_N})$"
)
_PART_BEFORE = re.compile(rf"{_N}(?: [a-z'-]+){{0,3}} (?:out )?$")


def tied_shares(window: Utterance) -> Iterator[Wrong]:
    """Every percentage told with the words for its part and its whole that is not their share."""
    skeleton = window.skeleton
    seen: set[int] = set()
    for share in (*_of_a_number(skeleton, window.since), *_of_them(skeleton, window.since)):
        percent, part, whole = (
            skeleton.quantities[each] for each in (share.percent, share.part, share.whole)
        )
        if share.percent in seen or part.value > whole.value or part.measure is not whole.measure:
            continue
        seen.add(share.percent)
        if not part.value or not are_bounded(percent, part, whole) or percent.value > 100:
            continue
        lead = skeleton.text[: skeleton.at[share.part]]
        if (HELD.search(lead) and not by_somebody(lead)) or is_doubtful(skeleton, share):
            continue
        rest = may_be_share(percent.interval, whole.interval - part.interval, whole.interval)
        if MORE_THAN.match(skeleton.text, skeleton.at[share.percent] + 2):
            continue
        if not rest and not bears_out(skeleton, percent, part, whole):
            yield Wrong(window.sentence, skeleton, percent, part, whole)


def _of_a_number(skeleton: Skeleton, since: int) -> Iterator[Share]:
    for place, pattern in enumerate(_OF_A_NUMBER):
        for match in pattern.finditer(skeleton.text, since):
            led = place == len(_OF_A_NUMBER) - 1
            if led and _PART_BEFORE.search(skeleton.text[: match.start()]):
                continue
            yield _share(skeleton, match, skeleton.number(match["whole"]))
    for match in _IN_BRACKETS.finditer(skeleton.text, since):
        yield _share(skeleton, match, skeleton.number(match["whole"]))


def _of_them(skeleton: Skeleton, since: int) -> Iterator[Share]:
    """Parts of what "them" takes up: the only count before them in the window."""
    if of_several_times(skeleton):
        return
    for pattern in _OF_THEM:
        for match in pattern.finditer(skeleton.text, since):
            before = [
                place
                for place, (each, at) in enumerate(
                    zip(skeleton.quantities, skeleton.at, strict=True)
                )
                if at < match.start()
                and each.measure is not Measure.DURATION
                and not _RANGE.search(skeleton.text[: at + 1])
            ]
            if len(before) == 1 and skeleton.quantities[before[0]].measure is Measure.COUNT:
                yield _share(skeleton, match, before[0])


def _share(skeleton: Skeleton, match: re.Match[str], whole: int) -> Share:
    percent = match["p"] or match["also"]
    return Share(skeleton.number(match["n"]), whole, skeleton.number(percent))
