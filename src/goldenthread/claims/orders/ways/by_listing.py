"""Lists said to be in order: "ranked from most to least common, they were ...", "in order"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.known import Known
from goldenthread.claims.orders.values.model import Truth, Way, beyond
from goldenthread.claims.orders.ways.assertion import Assertion

LISTING = re.compile(
    r"\b(?:(?P<down>(?:in|by)\s+(?:descending|falling|decreasing)\s+(?:order|size|number)"
    r"|from\s+(?:the\s+)?(?:most|highest|largest|biggest|busiest"
    r"|commonest)\s+(?:\w+\s+)?to\s+(?:the\s+)?"
    r"(?:least|lowest|smallest|quietest|fewest)(?:\s+(?:common|frequent|often|used|cited"
    r"|popular))?)"
    r"|(?P<up>(?:in|by)\s+(?:ascending|rising|increasing)\s+(?:order|size|number)"
    r"|from\s+(?:the\s+)?(?:least|lowest|smallest|quietest|fewest)\s+(?:\w+\s+)?to\s+(?:the\s+)?"
    r"(?:most|highest|largest|biggest|busiest|commonest)))\b",
    re.IGNORECASE,
)


def by_listing(sentence: Sentence, known: Sequence[Known]) -> Iterator[Assertion]:
    """Whether the values a sentence lists in order stand in that order."""
    match = LISTING.search(sentence.text)
    if match is None:
        return
    for each in known:
        points = each.series.points
        if not each.tells(sentence) or any(point.moment for point in points):
            continue
        way = Way.HIGHEST if match["down"] else Way.LOWEST
        wrong = [
            (one, other)
            for one, other in pairwise(points)
            if beyond(other.interval, one.interval) == (way is Way.HIGHEST)
            and not other.interval.meets(one.interval)
        ]
        words = match.group()
        yield Assertion(
            sentence=sentence,
            subject=each.series.name,
            claimed=words,
            way=way,
            rank=1,
            truth=Truth.FAILS if wrong else Truth.HOLDS,
            printed=words,
            evidence="; ".join(
                f"{one.printed} ({one.label}) stands before {other.printed} ({other.label})"
                for one, other in wrong[:3]
            ),
        )
        return
