"""Parts, wholes and percentages told together: "n of N (P%)", "of N, n (P%)", "P% (n of N)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from goldenthread.claims.changes.sizes import sizes_in
from goldenthread.claims.language.model import Hedge, Measure
from goldenthread.claims.language.share_patterns import NOUNS, OWN_SUBJECT, VERBED, N, patterns
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    QUANTITY,
    WHEN,
    Skeleton,
)
from goldenthread.claims.language.standing import tells_another
from goldenthread.claims.shares.named_wholes import of_a_named_whole
from goldenthread.claims.shares.other_readings import (
    OWN_WHOLE,
    a_rate_of_the_rest,
    of_a_whole_not_told,
    of_another_part,
    of_another_whole,
    own_whole_named,
)
from goldenthread.claims.shares.share_model import Share, fits, in_their_order, left_over

_ATTACHED = re.compile(
    rf"{N}{NOUNS} ?\([{PERCENT}]\)|[{PERCENT}][^{QUANTITY}();.,]{{0,50}} "
    rf"?\((?P<n2>[{COUNT}{MONEY}])\)"
)
# "Of 520 families, 64 (12%) ..., 201 (39%) ...": with no part of a part in between.
_LIST_OF = re.compile(
    rf"^(?:of|among) (?:the |our |all |these |those )?(?P<whole>[{COUNT}{MONEY}])"
    rf"(?!.*\b(?:of|among|amongst) (?:(?:whom|which|these|those|them)\b|(?:the |our )?[{COUNT}]))"
)
# "Of 1,250 asked 430 answered, and 43% of these were happy" tells of a part of the 430.
_OF_ITS_WHOLE = re.compile(rf" of (?:the |all |our |its |all the )?(?=[{COUNT}{MONEY}])")
_AND = re.compile(r"\band (?:only |just |some )?$")
_OF_THESE = re.compile(r" of (?:these|them|those|whom)\b")
_ALL_BUT = re.compile(r"\b(?:all but|all except|all bar|except|excluding) $")


@dataclass(frozen=True, slots=True)
class SharedOut:
    """A share put to the test."""

    share: Share
    holds: bool


def shares_in(skeleton: Skeleton, since: int = 0) -> Iterator[SharedOut]:
    """Every share told with part and whole, and whether values that round to the three agree."""
    yield from (
        out
        for out in _shares_in(skeleton, since)
        if out.holds or not part_is_its_whole(skeleton, out.share)
    )


def part_is_its_whole(skeleton: Skeleton, share: Share) -> bool:
    """Whether the percentage is told of what is taken for its part: "it was 93.1% of 7,902"."""
    whole = _OF_ITS_WHOLE.match(skeleton.text, skeleton.at[share.percent] + 1)
    return whole is not None and whole.end() == skeleton.at[share.part]


def _shares_in(skeleton: Skeleton, since: int) -> Iterator[SharedOut]:
    sizes = {size.number for size in sizes_in(skeleton)}
    seen: set[int] = set()
    for share in of_a_named_whole(skeleton):
        if skeleton.at[share.percent] >= since and share.percent not in sizes:
            seen.add(share.percent)
            yield SharedOut(share, fits(skeleton, share))
    for share in in_their_order(skeleton):
        at = skeleton.at[share.percent]
        if at >= since and share.percent not in sizes | seen:
            seen.add(share.percent)
            yield SharedOut(share, fits(skeleton, share))
    for share, end in _triples(skeleton):
        if share.percent in seen or share.percent in sizes:
            continue
        at = skeleton.at[share.percent]
        if at < since or of_a_change(skeleton, share.percent):
            continue
        if at > skeleton.at[share.part] and tells_another(skeleton, at):
            continue
        if _AND.search(skeleton.text[:at]) and _OF_THESE.match(skeleton.text, at + 1):
            continue
        part, whole = skeleton.quantities[share.part], skeleton.quantities[share.whole]
        if part.value > whole.value or part.measure is not whole.measure:
            continue
        if part.decimals and not whole.decimals and whole.interval.low == whole.interval.high:
            continue  # "136,300 of its 11.25 dollar shares" counts one thing and prices another
        if _ALL_BUT.search(skeleton.text[: skeleton.at[share.part]]):
            share = replace(share, rest=True)
        if share.left_over:
            seen.add(share.percent)
            yield SharedOut(share, fits(skeleton, share))
            continue
        if (
            fits(skeleton, share)
            or of_another_whole(skeleton, share) is not None
            or of_another_part(skeleton, share)
            or a_rate_of_the_rest(skeleton, share)
        ):
            seen.add(share.percent)
            yield SharedOut(share, True)
        elif (
            not own_whole_named(skeleton, share, end)
            and _one_kind(skeleton, share)
            and (share.tied or not of_a_whole_not_told(skeleton, share))
        ):
            seen.add(share.percent)
            yield SharedOut(share, False)
    if not seen and not sizes:
        yield from (out for out in _only_share(skeleton) if skeleton.at[out.share.percent] >= since)
    for out in _odd_ones(skeleton, sizes | seen):
        if skeleton.at[out.share.percent] >= since:
            yield out


_FROM_TO_THEN = re.compile(
    rf"\bfrom [{COUNT}{MONEY}][^{QUANTITY};.()]{{0,40}} to [{COUNT}{MONEY}](?: [a-z]+){{0,2}} \($"
)


_OF_A_TIME = re.compile(rf"\b(?:as in|than in|from|against|compared with) [{WHEN}] \($")


def of_a_change(skeleton: Skeleton, percent: int) -> bool:
    """Whether a percentage is of a change, "from 92 to 129 (40%)", or of a time, "2022 (66%)"."""
    before = skeleton.text[: skeleton.at[percent]]
    return bool(_FROM_TO_THEN.search(before) or _OF_A_TIME.search(before))


# No share is told without a percentage, a part and a whole.
_A_PERCENTAGE, _COUNTS = re.compile(f"[{PERCENT}]"), re.compile(f"[{COUNT}{MONEY}]")


def _triples(skeleton: Skeleton) -> Iterator[tuple[Share, int]]:
    """Shares as the patterns find them, and where each percentage ends."""
    for tied in (True, False):
        for slots, end in _matched(skeleton.text, tied):
            part, whole, percent = map(skeleton.number, slots)
            yield Share(part, whole, percent, tied=tied), end
        if tied:
            yield from left_over(skeleton)


@lru_cache(maxsize=256)
def _matched(text: str, tied: bool) -> tuple[tuple[tuple[str, str, str], int], ...]:
    """The slots of part, whole and percentage, and where the last ends; asked twice of a text."""
    if not _A_PERCENTAGE.search(text) or len(_COUNTS.findall(text)) < 2:
        return ()
    return tuple(
        ((match["n"], match["whole"], match["p"]), match.end("p"))
        for pattern in patterns(tied)
        for match in pattern.finditer(text)
    )


def _one_kind(skeleton: Skeleton, share: Share) -> bool:
    """Whether part and whole count one thing, so far as the words after them tell."""
    part, whole = skeleton.quantities[share.part], skeleton.quantities[share.whole]
    one, other = (
        {word.lower().rstrip("s") for word in each.noun.split()[:3] if len(word) > 2}
        for each in (part, whole)
    )
    verb = re.match(rf"(?:{VERBED})\b", part.noun)
    return share.tied or bool(verb) or not one or not other or bool(one & other)


def _odd_ones(skeleton: Skeleton, without: set[int]) -> Iterator[SharedOut]:
    """Several parts of one stated whole, all but one of which agree with it."""
    triples = [share for share, _ in _triples(skeleton) if not share.rest]
    wholes = {share.whole for share in triples}
    found = {share.percent: share.part for share in triples if fits(skeleton, share)}
    for match in _ATTACHED.finditer(skeleton.text):
        part = skeleton.number(match["n"] or match["n2"])
        percent = re.search(f"[{PERCENT}]", match.group())
        named = percent is not None and OWN_WHOLE.match(match.group(), percent.end())
        changed = percent is not None and of_a_change(skeleton, skeleton.number(percent.group()))
        aged = skeleton.quantities[part].hedge is not Hedge.NONE  # "someone under 18 (63%)"
        named = named or _OF_A_PART.match(skeleton.text, match.start() + 1)
        if percent is not None and part not in wholes and not named and not changed and not aged:
            found.setdefault(skeleton.number(percent.group()), part)
    pairs = [(part, percent) for percent, part in found.items()]
    listed = _LIST_OF.search(skeleton.text)
    total = sum((skeleton.quantities[part].value for part, _ in pairs), Fraction(0))
    for place, each in enumerate(skeleton.quantities):
        if place in found.values() or len(pairs) < 2:
            continue
        if any(skeleton.quantities[part].measure is not each.measure for part, _ in pairs):
            continue
        shares = [Share(part, place, percent) for part, percent in pairs]
        wrong = [share for share in shares if not fits(skeleton, share)]
        told = [
            share
            for share in wrong
            if share.percent not in without
            and skeleton.quantities[share.part].value <= each.value  # else of another whole
        ]
        # All of a sentence's parts are of its whole where it begins "Of the N", where they make it
        # up, where the words tie one of them to it, and where all the others are of it.
        of_it = listed is not None and skeleton.number(listed["whole"]) == place
        further = of_it and any(
            ". " in skeleton.text[skeleton.at[place] : skeleton.at[share.part]] for share in told
        )
        if (not of_it or further) and any(of_another_whole(skeleton, share) for share in told):
            continue
        of_it = of_it or each.value == total or _first_of_all(skeleton, place, found)
        if told and len(wrong) == 1 and (of_it or len(pairs) > 2):
            yield from (SharedOut(share, share not in told) for share in shares)
        elif not wrong:
            yield from (SharedOut(share, True) for share in shares[:1])


# "288 of the starters (69%)" is of those who started, and not of all who were referred.
_OF_A_PART = re.compile(r" (?:out )?of (?:the|our|its|their|those|these) (?!total\b|whole\b)[a-z]")


def _first_of_all(skeleton: Skeleton, whole: int, parts: dict[int, int]) -> bool:
    """Whether the whole is the only other count, told before its parts or with their first."""
    counts = [
        place
        for place, each in enumerate(skeleton.quantities)
        if each.measure is skeleton.quantities[whole].measure
    ]
    known = set(parts.values()) | {whole}
    if set(counts) != known or counts.index(whole) > 1 or _PART_OF_PART.search(skeleton.text):
        return False
    nouns = [skeleton.quantities[place].noun.split()[:1] for place in counts[1:]]
    return all(not noun or re.fullmatch(VERBED, noun[0]) for noun in nouns if noun) or not any(
        nouns[1:]
    )


_PART_OF_PART = re.compile(
    r"\b(?:of|among|amongst) (?:whom|which|these|those|them)\b|\bcompared\b|\bagainst\b"
)
_ALL_OF_THEM = re.compile(
    r" of (?:them|these|those(?! (?:who|[a-z]+ed)\b)|the whole|the total)\b| of all(?=[),.;]|$)"
    r"| of (?:the |all |these )?(?P<noun>[a-z]+)(?=[),.;]|$| (?:were|was|are|is|had|have|did|"
    r"[a-z]+ed)\b)"
)
_CONCLUDES = re.compile(
    r"(?:\b(?:so that|hence|thus|therefore|that is(?: to say)?|rate (?:was|is|of)|this is an?|"
    r"i\.e\.|just)|"
    r"[–=(]|, or) ?"
    r"(?:just |only )?$"
)


def _only_share(skeleton: Skeleton) -> Iterator[SharedOut]:
    """Two counts and one percentage, told as the one's share of the other: the last resort."""
    counts = [p for p, q in enumerate(skeleton.quantities) if q.measure is Measure.COUNT]
    percents = [p for p, q in enumerate(skeleton.quantities) if q.measure is Measure.PERCENT]
    if len(counts) != 2 or len(percents) != 1 or len(skeleton.text) > _LONGEST:
        return
    whole, part = counts
    share = Share(part, whole, percents[0])
    if skeleton.quantities[part].value >= skeleton.quantities[whole].value:
        return
    at = skeleton.at[percents[0]]
    if not skeleton.at[whole] < skeleton.at[part] < at or re.search(f"[{WHEN}]", skeleton.text):
        return
    after = _ALL_OF_THEM.match(skeleton.text, at + 1)
    noun = skeleton.quantities[whole].noun.lower()
    if after is None and skeleton.text.startswith(" of ", at + 1):
        return
    if _AND.search(skeleton.text[:at]) and _OF_THESE.match(skeleton.text, at + 1):
        return
    if after and after["noun"] and after["noun"].rstrip("s") not in noun:
        return
    if _NOT_OF_IT.search(skeleton.text[skeleton.at[part] : at]):
        return
    if OWN_SUBJECT.search(skeleton.text[skeleton.at[whole] : skeleton.at[part]]):
        return
    if fits(skeleton, share):
        yield SharedOut(share, True)
    elif after or _CONCLUDES.search(skeleton.text[:at]):
        these = re.search(r"\bof (?:these|those|them)\b", skeleton.text)
        if after or these or "rate" in skeleton.text or "hence" in skeleton.text:
            yield SharedOut(share, False)


_NOT_OF_IT = re.compile(
    r"\b(?:rest|remain\w*|others?|compared|than|target|while|but|not|"
    r"average)\b"
)
_LONGEST = 200
