"""Shares told in words without a number: "hardly any", "the bulk of", "all but a handful"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.changes.blockers import ELSEWHERE, WISHED
from goldenthread.claims.changes.change_cues import CHANGE, NO_CHANGE
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.printed import number, printed
from goldenthread.claims.language.skeleton import COUNT, MONEY, PERCENT, Skeleton


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """The words, whether they are fair of the share beside them, and whether they only just are."""

    printed: str
    fair: bool
    possible: bool
    evidence: str


# From what share to what share each is fair, and within what range it is only just so. No two
# readers agree on the ends, so they are wide: only what no reader would let pass is wrong.
_WORDS = tuple(
    (
        re.compile(rf"\b(?P<word>{words})\b"),
        Interval(Fraction(ends[0], 100), Fraction(ends[1], 100)),
        Interval(Fraction(ends[2], 100), Fraction(ends[3], 100)),
    )
    for words, ends in (
        (
            r"the (?:great )?bulk|the better part|the lion's share|more often than not|"
            r"(?<!the )most of",
            (50, 100, 45, 100),
        ),
        (
            r"(?:hardly|scarcely|barely) (?:any|anyone|anybody)|next to none|very few|"
            r"(?:almost|nearly) (?:none|no one)",
            (0, 20, 0, 30),
        ),
        (
            r"all but (?:a handful|a few|a couple)|"
            r"(?:almost|nearly|virtually) (?:all|everyone|every)",
            (87, 100, 80, 100),
        ),
        (r"(?:the|a) (?:vast|overwhelming) majority", (66, 100, 55, 100)),
        (r"(?:the|a) (?:large|great|clear) majority", (50, 100, 50, 100)),
        (r"(?:the|a) (?:small|tiny) minority", (0, 33, 0, 42)),
        (r"(?:an )?even chance|evenly (?:split|divided)|fifty-fifty", (44, 56, 40, 60)),
    )
)
_PART_OF = re.compile(
    rf"(?P<part>[{COUNT}{MONEY}])(?: [a-z'-]+){{0,3}} (?:(?:out )?of|in|from) "
    rf"(?:(?:the|all|our|its|their|these|those|a|total|of|[a-z]+'s) )*"
    rf"(?P<whole>[{COUNT}{MONEY}])"
)
# The number stands beside the words, and is not of another thing: "the bulk was done by 6 of 40".
_LINKED = re.compile(
    rf"[,:(–] ?(?:just |only |some |or )?[{PERCENT}{COUNT}{MONEY}]|: [a-z ]{{0,40}}[{COUNT}]"
)
_A_PAIR = 2
_FARTHEST = 70
_SENTENCE = re.compile(r"\. |; ")


def vague_in(skeleton: Skeleton, since: int) -> Iterator[Vague]:
    """Every such word from ``since`` on whose clause holds one share and no other."""
    for words, fair, possible in _WORDS:
        for match in words.finditer(skeleton.text, since):
            starts = [each.end() for each in _SENTENCE.finditer(skeleton.text, 0, match.start())]
            stop = _SENTENCE.search(skeleton.text, match.end())
            clause = skeleton.text[max(starts, default=0) : stop.start() if stop else None]
            found = _share(skeleton, clause)
            if found is None or WISHED.search(clause) or ELSEWHERE.search(clause):
                continue
            share, evidence = found
            if not _near(skeleton, clause, match["word"]):
                continue
            other_way = evidence.endswith("%") and "÷" not in evidence
            if other_way and (Interval.exactly(1) - share).meets(fair):
                continue  # "hardly any were late: 97% ran to time"
            yield Vague(
                printed=match["word"],
                fair=share.meets(fair),
                possible=share.meets(possible),
                evidence=f"{evidence}, which is not “{match['word']}”",
            )


def _near(skeleton: Skeleton, clause: str, words: str) -> bool:
    """Whether the nearest number stands close to the words, and not at the far end of a clause."""
    at = clause.index(words)
    found = re.finditer(f"[{PERCENT}{COUNT}{MONEY}]", clause)
    told = [each.start() for each in found if skeleton.quantity(each.group()).text[0].isdigit()]
    return not told or min(abs(each - at) for each in told) <= _FARTHEST


def _share(skeleton: Skeleton, clause: str) -> tuple[Interval, str] | None:
    """The only share of a clause: a percentage, or a part out of its whole."""
    if CHANGE.search(NO_CHANGE.sub(" ", clause)) or re.search(r"\b(?:not|than|other\w*)\b", clause):
        return None
    if not _LINKED.search(clause):
        return None
    percents = re.findall(f"[{PERCENT}]", clause)
    counts = re.findall(f"[{COUNT}{MONEY}]", clause)
    if len(counts) > _A_PAIR:  # "five firms drew 390 of the 1,204 complaints"
        counts = [each for each in counts if skeleton.quantity(each).text[:1].isdigit()]
    parts = list(_PART_OF.finditer(clause))
    if len(percents) == 1 and not counts:
        percent = skeleton.quantity(percents[0])
        return percent.interval.scaled(Fraction(1, 100)), percent.text.strip()
    if len(parts) != 1 or len(counts) != _A_PAIR or percents:
        return None
    part, whole = (skeleton.quantity(parts[0][each]) for each in ("part", "whole"))
    if part.measure is not whole.measure or not 0 < part.value <= whole.value:
        return None
    value = part.value / whole.value * 100
    return (
        part.interval / whole.interval,
        f"{printed(part)} ÷ {printed(whole)} = {number(value, 1)}%",
    )
