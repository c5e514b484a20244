"""What is said of a whole list: that it stands in order, that it rose or fell at every step."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.model import Point, Truth, Way, beyond
from goldenthread.claims.orders.values.rosters import KNOWN_STEMS, Roster, rosters, stems
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.ways.trends import broken, of_steps
from goldenthread.claims.orders.words.steadily import Trend, trends

LONGEST = 700
IN_ORDER = re.compile(
    r"\b(?:(?P<down>(?:biggest|largest|highest|most|busiest|longest|dearest|greatest|commonest)"
    r"(?:\s(?!(?:the|in|was|were|our|its)\b)\w+)?\sfirst|(?:descending|falling|decreasing)\sorder|(?:highest|largest|biggest|most)"
    r"(?:\s\w+)?\sto\s(?:the\s)?(?:lowest|smallest|least|fewest))"
    r"|(?P<up>(?:smallest|lowest|fewest|quietest|shortest|cheapest|least)"
    r"(?:\s(?!(?:the|in|was|were|our|its)\b)\w+)?\sfirst(?!-)"
    r"|(?:ascending|rising|increasing)\sorder|(?:lowest|smallest|least|fewest)(?:\s\w+)?\sto\s"
    r"(?:the\s)?(?:highest|largest|biggest|most)))\b",
    re.IGNORECASE,
)


def points_in(
    text: str, roster: Roster, labels: Sequence[frozenset[str]], along: Sequence[int]
) -> list[Point]:
    return [
        Point(
            label=" ".join(sorted(labels[n], key=lambda word: text.lower().find(word))),
            printed=roster.values[n].text.strip(),
            interval=roster.values[n].interval,
            exact=True,
        )
        for n in along
    ]


def in_order(sentence: Sentence, match: re.Match[str], lists: Sequence[Roster]) -> Assertion | None:
    """Whether a list said to be in order, "biggest first: ...", is so."""
    after = [each for each in lists if each.start >= match.start()]
    roster = after[0] if after else lists[-1]
    points = points_in("", roster, roster.labellings[0], range(len(roster.values)))
    if not all(point.label for point in points):
        return None  # what has no name is in no order
    way = Way.HIGHEST if match["down"] else Way.LOWEST
    wrong = [
        (one, other)
        for one, other in pairwise(points)
        if (
            beyond(other.interval, one.interval)
            if way is Way.HIGHEST
            else beyond(one.interval, other.interval)
        )
    ]
    return Assertion(
        sentence=sentence,
        subject="",
        claimed=match.group(),
        way=way,
        rank=1,
        truth=Truth.FAILS if wrong else Truth.HOLDS,
        printed=match.group(),
        evidence="; ".join(
            f"{one.printed} ({one.label}) stands before {other.printed} ({other.label})"
            for one, other in wrong[:3]
        ),
    )


def trend_in_roster(sentence: Sentence, text: str, at: int = 0) -> Iterator[Assertion]:
    """What is said of every step of the one list of a text, in the order it is told in."""
    if len(text) > LONGEST:
        return
    told: list[Trend] = list(trends(sentence.text))
    lists = rosters(text) if told else []
    if len(told) != 1 or len(lists) != 1:
        return
    trend, roster = told[0], lists[0]
    clause = sentence.text
    if at <= roster.start < at + len(clause):
        return
    words = set(stems(f"x {clause}")) - KNOWN_STEMS - set(stems(f"x {trend.words}"))
    if words - set(stems(f"x {text[:at]}")) - {"number", "figure"}:
        return
    points = points_in(text, roster, roster.labellings[0], range(len(roster.values)))
    ways = [broken(points, trend), broken(points[::-1], trend)]
    yield of_steps(sentence, "", points, trend, ways[0] if all(ways) else None)
