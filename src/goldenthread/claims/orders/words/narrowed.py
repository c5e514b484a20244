"""What a superlative leaves out: "after Ash, Elm was ...", "apart from 2022", "since 2021"."""

import re
from collections.abc import Sequence

from goldenthread.claims.dates.moments import Moment, moments
from goldenthread.claims.language.number_words import SMALL
from goldenthread.claims.orders.values.model import when
from goldenthread.claims.orders.words.claimed import Named
from goldenthread.claims.orders.words.cues import Cue

_BUT = re.compile(
    r"\b(?:(?P<after>after|behind|next\s+to|below)|apart\s+from|besides|except(?:ing|\s+for)?"
    r"|excluding|leaving\s+aside"
    r"|leaving\s+out|setting\s+aside|other\s+than|aside\s+from|with\s+the\s+exception\s+of|bar)\s+"
    r"(?:(?:in|at|for|the|those|that)\s+)*",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:\s+\w+){0,3}?\s+since\b(?P<began>[^.;,]{0,40}?\b(?:began|begun|started|opened)\b"
    r"|\s+(?:we|records)\b[^.;,]{0,30})?[^.;,]{0,12}",
    re.IGNORECASE,
)
_WINDOW = re.compile(r"\b([a-z]+|\d+)-(?:year|month|quarter|week)\b", re.IGNORECASE)
# Over what time, where the lines are none: "the best for years".
OVER_TIME = re.compile(
    r"\b(?:for|in|over)\s+(?:(?!the\b|all\b|both\b|each\b|every\b|recent\b)[a-z]+\s+)?(?:years|decades)\b"
    r"|\bin\s+living\s+memory\b|\bon\s+record\b|\bever\b|\bso\s+far\b",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    r"\b(?:of|among|out\s+of)\s+(?:the|our|these|its)\s+(two|three|four|five|six|seven|eight|nine|ten"
    r"|[2-9]|1\d)\s+(?!years?|months?|quarters?|terms?|weeks?|days?)[a-z]+\b",
    re.IGNORECASE,
)
# "89 is the lowest of the five years": of the years, and not of what else is counted in one.
OF_TIMES = re.compile(
    r"\b(?:of|in|among|across|over)\s+(?:all\s+)?(?:the|these|those|our|its|any)\s+(?:\w+\s+){0,2}"
    r"(?:years|months|quarters|terms|weeks|surveys|rounds)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?")


def left_out(
    text: str, cue: Cue, named: Sequence[Named], claimed: Sequence[int]
) -> set[int] | None:
    """The lines that a sentence sets aside by name; None where it sets aside what cannot be told.

    "After" sets aside only what is said to come first in rank: a name, and no time.
    """
    found: set[int] = set()
    for match in _BUT.finditer(text):
        places = [each for each in named if each.start == match.end()]
        if not places:
            if match["after"]:
                continue
            return None
        if match["after"] and cue.rank > 1:
            continue  # "the second most common after Ash" counts Ash too
        place = places[0]
        if place.line in claimed:
            continue
        found.add(place.line)
        for each in sorted(named, key=lambda one: one.start):
            if each.start > place.end and _AND.fullmatch(text[place.end : each.start]):
                if each.line in claimed:
                    break
                found.add(each.line)
                place = each
    return found


def since_then(
    text: str, cue: Cue, times: Sequence[Moment | None], claimed: Sequence[int]
) -> list[int] | None:
    """The places that "since 2021" leaves, all where it is not said; None where none can tell."""
    every = list(range(len(times)))
    if cue.before and len(claimed) == 1:
        return every[: claimed[0] + 1] if claimed[0] else None
    match = _SINCE.match(text, cue.end)
    if match is None:
        return every
    after = [each for each in moments(text) if match.start() <= each.start <= match.end() + 12]
    if not after:
        return every if "record" in match.group() or match["began"] else None
    if not all(times):
        return None
    start = when(after[0])
    began = bool(match["began"])
    kept = [
        place
        for place, time in enumerate(times)
        if time and (when(time) > start or began or place in claimed)
    ]
    return kept if len(kept) > 1 else None


def window(words: str) -> int:
    """How many values "a four-year low" speaks of; nought where it is not said."""
    match = _WINDOW.search(words)
    if match is None:
        return 0
    return int(match[1]) if match[1].isdigit() else SMALL.get(match[1].lower(), 0)


def another_many(text: str, since: int, many: int) -> bool:
    """Whether the clause counts what it speaks of, and not as many as are shown."""
    match = _OF_SO_MANY.search(text, since)
    return match is not None and (SMALL.get(match[1].lower()) or int(match[1])) != many
