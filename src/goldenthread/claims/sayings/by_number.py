"""Groups known by their number, told again with a slip: "the 98 incidents were looked into"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldenthread.claims.language.model import Measure
from goldenthread.claims.sayings.model import Saying
from goldenthread.claims.sayings.patterns import DOUBT
from goldenthread.claims.sayings.sameness import Compared, Comparer, Sameness, is_slip
from goldenthread.claims.sayings.words import GENERIC_STEMS, content

_DEFINITE = re.compile(r"(?:^|[^a-z])(?:all (?:of )?)?(?:the|our|these|its|all)\s$", re.IGNORECASE)
# Up to here a group is named; what follows is told of it.
_VERB = re.compile(
    r"[,;:.()]|\b(?:is|are|was|were|has|have|had|will|who|whose|which|that|can|may|might|told|gave|"
    r"came|went|took|said|brought|cost|made|led|meant)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\d\s(?:out\s)?of\s(?:the\s|all\s)*$", re.IGNORECASE)
_FEWEST = 2  # words that say what is counted


def told_by_number(sayings: Sequence[Saying], comparer: Comparer) -> Iterator[Compared]:
    """Each group known by its number that another sentence tells with a slip in a digit."""
    groups: dict[object, list[Saying]] = defaultdict(list)
    named = [each for one in sayings if (each := _named(one))]
    if not named:
        return
    for each in sayings:
        groups[comparer.key(each)].append(each)
    for each in named:
        for other in groups[comparer.key(each)]:
            if not is_slip(each.quantity.text, other.quantity.text):
                continue
            if comparer.sameness(other, each, _FEWEST) is Sameness.SURE:
                yield Compared(other, each, Sameness.SURE)


def _named(saying: Saying) -> Saying | None:
    """The saying with the words of its group alone; None where its number names no group."""
    one, text = saying.quantity, saying.sentence.text
    before = text[: one.start]
    if one.measure is not Measure.COUNT or not _DEFINITE.search(before) or _PART.search(before):
        return None
    if DOUBT.search(before[-40:]):
        return None
    bare = text
    for time in saying.sentence.times:
        bare = bare[: time.start] + " " * (time.end - time.start) + bare[time.end :]
    stop = _VERB.search(bare, one.end)
    words = content(bare[one.end : stop.start() if stop else len(bare)])
    if not words or words <= GENERIC_STEMS or not words < saying.words:
        return None
    return replace(saying, words=words)
