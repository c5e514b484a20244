"""Parts, wholes and percentages told together: "n of N (P%)", "of N, n (P%)", "P% (n of N)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from goldenthread.claims.intervals import share_percent
from goldenthread.claims.language.model import Measure
from goldenthread.claims.language.sizes import sizes_in
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    POINTS,
    QUANTITY,
    RATE,
    TIMES,
    WHEN,
    Skeleton,
)

_N = f"(?P<n>[{COUNT}{MONEY}])"
_WHOLE = f"(?P<whole>[{COUNT}{MONEY}])"
_P = f"(?P<p>[{PERCENT}])"
_THE = (
    r"(?:(?:the|all|a|an|our|its|their|these|those|total|of|first|some|both|only|just|around|about|"
    r"overall|latest|recent|eligible|completed|closed|open) )*"
)
# Words, lengths of time and places in an order; no other number may stand between.
_WORDS = rf"[^{COUNT}{PERCENT}{POINTS}{RATE}{MONEY}{TIMES};.()]"
# From the whole, or the part, to the percentage that is said of both.
_NOT_OF_BOTH = (
    r"(?:rest|remain\w*|others?|compared|than|target|while|but|whereas|against|up|down|from|"
    r"although|and|average|nationally|england|not|neither|previous)"
)
_TO_P = (
    rf"(?:(?!\b{_NOT_OF_BOTH}\b){_WORDS}){{0,90}}?"
    r"(?: ?\((?:or |i\.e\. |= ?|around )?|: |, or |,? – |,? (?:which|that|this) (?:is|was|"
    r"represents|equates to|"
    r"equals|makes) |,? (?:representing|equating to|equates to|equivalent to|equal to|making|"
    r"represents|or|i\.e\.|"
    r"an? (?:[a-z]+ ){0,3}(?:rate|share|proportion) of) | = |, )(?:an? |just |only |the "
    r"equivalent of )*"
)
_OUT_OF = r"(?: [a-z'-]+){0,8}? out of |(?: [a-z'-]+){0,3}? of |/"
# Verbs that follow a part without its noun: "and 540 replied".
_VERBED = (
    r"[a-z]+ed|met|said|were|was|had|led|took|became|went|came|got|felt|thought|found|left|gave|"
    r"sent|saw|read|made|chose|did"
)
_NOUNS = r"(?: [a-z][a-z'-]*){0,4}"

_TRIPLES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_N}(?:{_OUT_OF}){_THE}{_WHOLE}{_TO_P}{_P}",
        rf"{_P}(?: of (?:[a-z'-]+ ?){{1,5}})?(?: ?\(|,? – |, or |, that is |: |, )(?:or |just |"
        rf"only |i\.e\. )?{_N}(?:{_OUT_OF})"
        rf"{_THE}{_WHOLE}",
        rf"{_N}{_NOUNS} ?(?:\(|, or |, )(?:or )?{_P}(?:\)|,)?{_NOUNS} (?:out )?of {_THE}{_WHOLE}",
        rf"{_P}(?: ?\(|, or )(?:or |just )?{_N}{_NOUNS}(?:\)|,)?(?: out)? of {_THE}{_WHOLE}",
        rf"{_P}(?: out)? of {_THE}{_WHOLE}{_NOUNS}(?: ?\(|, or |,? – |, )(?:or |just |only |"
        rf"i\.e\. )?{_N}(?=[),.;]|{_NOUNS}[),.;])",
        rf"(?:\b(?:of|among|amongst|out of|from) {_THE}|^){_WHOLE}(?:{_WORDS}{{0,80}}),"
        rf"(?: (?:just|only|a total of|some|there were|we found|[a-z]+ (?:that|of)|in|for|with)"
        rf")* {_N}{_TO_P}{_P}",
        rf"(?:\b(?:of|among|amongst|out of) {_THE}){_WHOLE}(?:{_WORDS}{{0,80}}),"
        rf"(?: (?:just|only|a total of|some|there were))* {_P} ?(?:\(|, or |– ){_N}",
        rf"{_WHOLE}(?:{_WORDS}{{0,80}}?)(?:,|;| \(| –)? ?(?:of (?:which|whom|these|those|them)|"
        rf"including|with),?"
        rf"(?: (?:just|only|a total of|some|there were|in))* {_N}(?: of (?:these|them|those))"
        rf"?{_TO_P}{_P}",
        rf"{_WHOLE}(?:{_WORDS}{{0,80}}?),? (?:and|but) (?:only |just |in )?{_N}(?= (?:{_VERBED})\b)"
        rf"{_TO_P}{_P}",
        rf"{_WHOLE}(?:[^{QUANTITY}()]{{0,80}}?)(?:[,;.]| and) (?:in )?{_N} of (?:these|them|"
        rf"those){_TO_P}{_P}",
        rf"{_WHOLE}(?:[^{QUANTITY}()]{{0,120}}?)[.;] of (?:these|them|those|this number),?"
        rf"(?: (?:just|only|some|there were))* {_N}{_TO_P}{_P}",
        rf"{_WHOLE}(?:[^{QUANTITY}()]{{0,120}}?)[.;] of (?:these|them|those|this number),? "
        rf"{_P} ?(?:\(|, or ){_N}",
    )
)
_ATTACHED = re.compile(
    rf"{_N}{_NOUNS} ?\([{PERCENT}]\)|[{PERCENT}][^{QUANTITY}();.,]{{0,50}} ?\((?P<n2>[{COUNT}])\)"
)
_PART_OF = re.compile(
    rf"{_N}(?: of (?:the|our|these|those)| out of(?: the| our| these)?) {_WHOLE}(?! (?:to|in) )"
)
_OWN_WHOLE = re.compile(
    r" of (?!(?:them|these|those|whom|which|the (?:total|cases|children|sample)|cases|children|"
    rf"{_THE}[{COUNT}]))"
)
_ALL_BUT = re.compile(r"\b(?:all but|all except|all bar|except|excluding) $")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole told with its percentage: places of the three in the sentence.

    ``rest`` is True where the percentage is of all but the part.
    """

    part: int
    whole: int
    percent: int
    rest: bool = False


@dataclass(frozen=True, slots=True)
class SharedOut:
    """A share put to the test."""

    share: Share
    holds: bool


def shares_in(skeleton: Skeleton, since: int = 0) -> Iterator[SharedOut]:
    """Every share told with part and whole, and whether values that round to the three agree."""
    sizes = {size.number for size in sizes_in(skeleton)}
    seen: set[int] = set()
    for share, end in _triples(skeleton):
        if share.percent in seen or share.percent in sizes:
            continue
        if skeleton.at[share.percent] < since:
            continue
        part, whole = skeleton.quantities[share.part], skeleton.quantities[share.whole]
        if part.value > whole.value or part.measure is not whole.measure:
            continue
        if _ALL_BUT.search(skeleton.text[: skeleton.at[share.part]]):
            share = replace(share, rest=True)
        if fits(skeleton, share) or _of_another_whole(skeleton, share) is not None:
            seen.add(share.percent)
            yield SharedOut(share, True)
        elif not _own_whole_named(skeleton, share, end) and _one_kind(skeleton, share):
            seen.add(share.percent)
            yield SharedOut(share, False)
    for out in _odd_ones(skeleton, sizes | seen):
        if skeleton.at[out.share.percent] >= since:
            yield out


def _triples(skeleton: Skeleton) -> Iterator[tuple[Share, int]]:
    for pattern in _TRIPLES:
        for match in pattern.finditer(skeleton.text):
            part, whole, percent = (skeleton.number(match[name]) for name in ("n", "whole", "p"))
            yield Share(part, whole, percent), match.end("p")


def fits(skeleton: Skeleton, share: Share) -> bool:
    """Whether the percentage may be the part of the whole."""
    part, whole, percent = (
        skeleton.quantities[each].interval for each in (share.part, share.whole, share.percent)
    )
    if whole.low <= 0:
        return False
    if share.rest:
        part = whole - part
    return share_percent(part, whole).meets(percent)


def _of_another_whole(skeleton: Skeleton, share: Share) -> Share | None:
    """The same part of another count of the sentence, where the percentage is true of that one."""
    for place, each in enumerate(skeleton.quantities):
        if each.measure is Measure.COUNT and place not in (share.part, share.whole):
            other = Share(share.part, place, share.percent)
            if fits(skeleton, other):
                return other
    return None


def _own_whole_named(skeleton: Skeleton, share: Share, end: int) -> bool:
    """ "30 (20% of all contacts)": the percentage names its own whole."""
    if skeleton.at[share.whole] > skeleton.at[share.percent]:
        return False
    return bool(_OWN_WHOLE.match(skeleton.text, end))


def _one_kind(skeleton: Skeleton, share: Share) -> bool:
    """Whether part and whole count one thing, so far as the words after them tell."""
    part, whole = skeleton.quantities[share.part], skeleton.quantities[share.whole]
    one, other = (
        {word.lower().rstrip("s") for word in each.noun.split()[:3] if len(word) > 2}
        for each in (part, whole)
    )
    start, stop = sorted((skeleton.at[share.part], skeleton.at[share.whole]))
    between = skeleton.text[start + 1 : stop]
    tied = re.search(r"\bof\b|/", between) or re.match(r"of ", skeleton.text)
    verb = re.match(rf"(?:{_VERBED})\b", part.noun)
    return bool(tied or verb) or not one or not other or bool(one & other)


def _odd_ones(skeleton: Skeleton, without: set[int]) -> Iterator[SharedOut]:
    """Several parts of one stated whole, all but one of which agree with it."""
    pairs = []
    for match in _ATTACHED.finditer(skeleton.text):
        slot = match["n"] or match["n2"]
        percent = re.search(f"[{PERCENT}]", match.group())
        if percent is not None:
            pairs.append((skeleton.number(slot), skeleton.number(percent.group())))
    if len(pairs) < 3:
        return
    parts = {part for part, _ in pairs}
    for place, each in enumerate(skeleton.quantities):
        if each.measure is not Measure.COUNT or place in parts:
            continue
        shares = [Share(part, place, percent) for part, percent in pairs]
        wrong = [share for share in shares if not fits(skeleton, share)]
        if len(wrong) == 1 and wrong[0].percent not in without:
            yield from (SharedOut(share, share is not wrong[0]) for share in shares)
        elif not wrong:
            yield from (SharedOut(share, True) for share in shares[:1])


def parts_above(skeleton: Skeleton, since: int = 0) -> Iterator[Share]:
    """ "45 of the 40": a part that is larger than its whole."""
    for match in _PART_OF.finditer(skeleton.text):
        part, whole = (skeleton.number(match[name]) for name in ("n", "whole"))
        one, other = skeleton.quantities[part], skeleton.quantities[whole]
        if match.start() >= since and one.interval.low > other.interval.high:
            yield Share(part, whole, whole)


_TOGETHER = (
    r"(?:combined|together|in total|altogether|taken together|jointly|between them|in all|"
    r"a combined|the two|both)"
)
_SUM = re.compile(
    rf"\b(?:a |an )?{_TOGETHER}\b[^{QUANTITY};.]{{0,60}}(?P<p>[{PERCENT}])|"
    rf"(?P<p2>[{PERCENT}])[^{QUANTITY};.,]{{0,30}} "
    rf"{_TOGETHER}\b(?![^{QUANTITY};.]{{0,60}}[{PERCENT}])"
)
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
        stretch = skeleton.text[skeleton.at[parts[0]] : skeleton.at[total]]
        if re.search(f"[{WHEN}{TIMES}]", stretch) or _OVERLAP.search(skeleton.text):
            continue
        yield Sum(parts, total, _sum_holds(skeleton, parts, total))


def _sum_holds(skeleton: Skeleton, parts: tuple[int, ...], total: int) -> bool:
    """Whether all the parts, or the last of them from the second on, can make the total."""
    for start in range(len(parts) - 1):
        interval = skeleton.quantities[parts[start]].interval
        for place in parts[start + 1 :]:
            interval = interval + skeleton.quantities[place].interval
        if interval.meets(skeleton.quantities[total].interval):
            return True
    return False
