"""Shares told in words with their part beside them, and the whole further up in the passage.

"There were 640 interviews. ... Just over half of those interviews, 392, took place in time": the
whole is a number before of what the share is of; the words are wrong only where no number of the
passage bears them out.
"""

import re
from collections.abc import Iterator

from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.ratios import room
from goldenthread.claims.language.skeleton import COUNT, QUANTITY, TIMES, Skeleton
from goldenthread.claims.ratios.pairs_in_words import PairInWords

_X, _N = f"(?P<x>[{TIMES}])", f"(?P<n>[{COUNT}])"
_W = rf"[^{QUANTITY};.():,]"
_THEM = r"(?:these|them|those|whom|which)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # "half of all the offences (3,450)", "three quarters of that group (126)"
        rf"{_X} of (?P<of>{_W}{{2,70}}?) \({_N}\)",
        # "half of those interviews, 392, took place", "half of the year 11 group, 27, have"
        rf"{_X} of (?P<of>{_W}{{2,60}}?), {_N}(?: in all| altogether| in total)?(?=,)",
        # "in 57 of those, just over a third, the record", "212 of them (a third) involved"
        rf"{_N} of (?P<of>{_THEM})(?:,| \() ?{_X}(?=[,.;)])",
    )
)
_NOT_SO = re.compile(r"\b(?:target|expected|would|will|could|should|not|never|nearly all|other)\b")
_ANAPHOR = re.compile(rf"(?:(?:all|both) )?(?:of )?(?:{_THEM}|that group|this group)")
_NAMED = re.compile(r"(?:all )?(?:those|these|the) [a-z]")
_STOP = re.compile(r"[.;:(]")


def shares_up_in_words(
    skeleton: Skeleton, since: int, section: str | None = None
) -> Iterator[PairInWords]:
    """Every share told in words from ``since`` on that no number before its part bears out.

    With ``section`` the whole stands in a passage above, under that heading: what the share is of
    must then be told by name, there or in the heading.
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(skeleton.text, since):
            if section is not None and not _NAMED.match(match["of"]):
                continue
            pair = _pair(skeleton, match, since, section or "")
            if pair is not None:
                yield pair


def _pair(skeleton: Skeleton, match: re.Match[str], since: int, section: str) -> PairInWords | None:
    words, part = skeleton.number(match["x"]), skeleton.number(match["n"])
    share, told = skeleton.quantities[words], skeleton.quantities[part]
    if share.value >= 1 or share.text.lower().startswith("halv") or told.value <= 0:
        return None
    if told.hedge is not Hedge.NONE or _NOT_SO.search(match.group()):
        return None
    counts = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is Measure.COUNT
        and place != part
        and skeleton.at[place] >= 0
        and each.value >= told.value
        and each.interval.low > 0
    ]
    allowed = room(share, hedge_before(skeleton.source, share.start)[2]).doubtful
    if any((told.interval / skeleton.quantities[n].interval).meets(allowed) for n in counts):
        return None
    whole = _whole(skeleton, match, counts, since, section)
    return None if whole is None else PairInWords(words, part, whole, share=True)


def _whole(
    skeleton: Skeleton, match: re.Match[str], counts: list[int], since: int, section: str
) -> int | None:
    """The number the share is of: the last before it, or the one of the same name."""
    first = min(match.start("x"), match.start("n"))
    before = [each for each in counts if skeleton.at[each] < first]
    every = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is Measure.COUNT and 0 <= skeleton.at[place] < first
    ]
    if not before:
        return None
    if _ANAPHOR.fullmatch(match["of"]):
        # "Of them" takes up the last number told, and no part of it told since.
        start = skeleton.text.rfind(". ", 0, max(since - 2, 0)) + 1
        near = before[-1] == every[-1] and skeleton.at[before[-1]] >= start
        return before[-1] if near else None
    about = content_stems(match["of"])
    alike = [each for each in before if about and about <= _sentence_stems(skeleton, each)]
    if not alike and about and about <= content_stems(section) and len(every) == len(before) == 1:
        return before[0]  # the only number told so far of what the heading names
    return alike[0] if len(alike) == 1 else None


def _sentence_stems(skeleton: Skeleton, place: int) -> set[str]:
    """The words that say what a number counts, up to the end of its clause."""
    at = skeleton.at[place]
    stop = _STOP.search(skeleton.text, at + 1)
    found = skeleton.text[at + 1 : stop.start() if stop else None]
    return content_stems(re.split(f"[{QUANTITY}]", found)[0])
