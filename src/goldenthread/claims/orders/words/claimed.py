"""Which labels a superlative speaks of: those just before it, those it leads to, or the lead's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.claims.dates.moments import Moment, moments
from goldenthread.claims.orders.values.labels import Token, tokens
from goldenthread.claims.orders.values.model import Point
from goldenthread.claims.orders.words.cues import AHEAD, Cue
from goldenthread.claims.orders.words.vocabulary import FILL, JOIN

_MOST_FILL = 9
_STEM = 6
_LED_TO = re.compile(
    r"(?P<noun>(?:\s+[\w’'&/()-]+){0,9}?(?:,?\s*(?:at\s+)?£?\d[\d,.]*%?)?)\s*(?P<link>,?\s*(?:in"
    r"|during|at|was|were|is|being|came\s+in|occurred\s+in|on|by|from)\b"
    r"|,?\s*(?::|–|—|\()|,)\s*(?:the\s+|only\s+|both\s+)?",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"\b(?:and|but|than|which|while|although|whereas|with|before|after|until|since|so|when"
    r"|compared|from|to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A label named in a text: which line (or point), and where."""

    line: int
    start: int
    end: int


def same_moment(one: Moment, other: Moment) -> bool:
    """Whether two moments may be the same, a missing year fitting any."""
    if one.grain is not other.grain:
        return False
    return (
        one.month == other.month
        and one.quarter == other.quarter
        and one.day == other.day
        and (one.year == other.year or not (one.year and other.year))
    )


def times_named(
    text: str, points: Sequence[Moment | None], found: list[Moment] | None = None
) -> list[Named]:
    """Where the text names the times of the points; a time that fits two of them is left out."""
    named = []
    for moment in moments(text) if found is None else found:
        fits = [place for place, point in enumerate(points) if point and same_moment(moment, point)]
        if len(fits) == 1:
            named.append(Named(fits[0], moment.start, moment.end))
    return named


def names_named(text: str, points: Sequence[Point]) -> list[Named]:
    """Where the text names points that are not times, by their whole label."""
    words = tokens(text)
    named = []
    for place, point in enumerate(points):
        form = tuple(token.word for token in tokens(point.label))
        for first in range(len(words) - len(form) + 1):
            if form and all(words[first + n].word == word for n, word in enumerate(form)):
                named.append(Named(place, words[first].start, words[first + len(form) - 1].end))
    return sorted(named, key=lambda each: each.start)


_PARTED = re.compile(
    r"[;:]|\.\s|\b(?:after|before|until|following|having|than|unlike|whereas|while)\b",
    re.IGNORECASE,
)


# "Highest in Elm (96), where the mean age is 24, and lowest in Ash": what is told of Elm alone.
_ASIDE = re.compile(r",\s(?:where|which|whose|who|when)\b[^,;.]*(?:[.,]\d[^,;.]*)*,(?=\s+and\b)")
_LED_BY = re.compile(
    r"\b(?:most|least|[a-z]{2,}est)\s+(?:at|in|on|for|during)\s+(?:the\s+)?$", re.IGNORECASE
)
_AFTER = re.compile(r"(?:^|[.;,]\s+)(?:After|after|Behind|behind|Besides|besides)\s+(?:the\s+)?$")


def just_before(
    text: str, since: int, cue: Cue, named: Sequence[Named], known: frozenset[str]
) -> list[Named]:
    """The label, or list of labels, whose end leads to the cue by words that add nothing.

    ``known`` are further words that add nothing here: those of the table's own title and headings.
    """
    inside = [each for each in named if each.start >= since and each.end <= cue.start]
    for aside in _ASIDE.finditer(text, since, cue.start):
        inside = [each for each in inside if not aside.start() < each.start < aside.end()]
    if not inside:
        return []
    words = tokens(text)
    last = inside[-1]
    if not _adds_nothing(_between(words, last.end, cue.start), FILL | known, _MOST_FILL):
        return []
    if _PARTED.search(text[last.end : cue.start]):
        return []
    if _LED_BY.search(text, 0, last.start) and text[last.end : cue.start].strip() == ",":
        return []  # "most at Stage 1, fewest at Stage 2": of the superlative before
    found = [last]
    for each in reversed(inside[:-1]):
        between = text[each.end : found[0].start]
        if "," not in between and not re.search(r"\b(?:and|or)\b|[&/]", between):
            if each.line == found[0].line and not between.strip(" ()"):
                found.insert(0, each)
                continue
            break
        if not _adds_nothing(_between(words, each.end, found[0].start), JOIN, 4):
            break
        found.insert(0, each)
    # "After White, the second largest was Mixed" is of Mixed.
    return found[1:] if _AFTER.search(text, 0, found[0].start) else found


# "The highest was in 2021 (29) and the lowest in 2020": what stands between two superlatives
# belongs to the first, where the second leads to a label of its own.
_NEXT_ONE = re.compile(
    r"(?:\s*\([^()]*\)|,?\s+(?:at|with)\s+[^,;.]{1,30}?)?,?\s+(?:and|but|while|whereas|with)\s+(?:(?:it|they|was|were|then)\s+)*"
    r"(?:at\s+)?(?:the|its|their|our)?\s*",
    re.IGNORECASE,
)


def nearer(text: str, since: int, cue: Cue, before: list[Named], after: list[Named]) -> list[Named]:
    """Of the labels before and after a superlative those that it is said of."""
    if cue.across in AHEAD:
        return after or before
    if since and before and after and _NEXT_ONE.fullmatch(text, before[-1].end, cue.start):
        return after
    return before or after


def _between(words: tuple[Token, ...], start: int, end: int) -> list[str]:
    return [token.word for token in words if token.start >= start and token.end <= end]


def _adds_nothing(words: list[str], known: frozenset[str], most: int) -> bool:
    if len(words) > most:
        return False
    strange = [word for word in words if word not in known and not word[0].isdigit()]
    if not strange:
        return True
    stems = {word[:_STEM] for word in known if len(word) >= _STEM}
    return all(word[:_STEM] in stems for word in strange)


def led_to(text: str, cue: Cue, until: int, named: Sequence[Named]) -> list[Named]:
    """The label a cue leads to: "highest in January", "the busiest station was Station 14"."""
    starts = {each.start: each for each in named if cue.end <= each.start < until}
    if re.search(r"\bthan$", cue.words, re.IGNORECASE):
        lead = re.match(r"\s+(?:(?:in|at|for|on|the|those|that|of)\s+)*", text[cue.end :])
        direct = starts.get(cue.end + lead.end()) if lead else None
        return [direct] if direct else []
    for match in _links(text, cue.end, until):
        each = starts.get(match.end())
        if each is None:
            continue
        if match["link"] == "," and until < len(text) and _ADDS.fullmatch(text[each.end : until]):
            continue  # "May saw the most, July the fewest": July is the next one's
        if _NO_NOUN.search(match["noun"]) or (match["link"] == "," and match["noun"]):
            return []
        found = [each]
        for other in sorted(starts.values(), key=lambda one: one.start):
            between = text[found[-1].end : other.start]
            if other.start > found[-1].end and re.fullmatch(
                r"\s*(?:\([^()]*\))?\s*(?:,|and|&|,\s*and)\s*(?:in\s+)?", between
            ):
                found.append(other)
        return found
    return []


def _links(text: str, start: int, until: int) -> list[re.Match[str]]:
    """Every way the words after a cue can lead to something, the nearest first."""
    found = []
    place = start
    for match in re.finditer(
        r"(?:,?\s*\b(?:in|during|at|was|were|is|being|on|by|from)\b|,?\s*[:–—(]|,)\s*(?:the\s+"
        r"|only\s+|both\s+)?",
        text[start:until],
        re.IGNORECASE,
    ):
        whole = _LED_TO.fullmatch(text, place, start + match.end())
        if whole:
            found.append(whole)
    return found


_ADDS = re.compile(r"\s+(?:(?:had|saw|was|were|the|its|their|at|and|with)\s+)*")


def leads(text: str, named: Sequence[Named]) -> list[Named]:
    """The label a statement opens with: "November 2023: ...", "In November 2023, ..."."""
    for each in named:
        before, after = text[: each.start], text[each.end :]
        if re.fullmatch(r"\W*", before) and re.match(r"\W{0,3}:|\s+[–—-]\s|\W*$", after):
            return [each]
        if re.fullmatch(
            r"\W*(?:in|during|for)\s+(?:the\s+month\s+of\s+)?", before, re.IGNORECASE
        ) and re.match(r"\s*,|\s+[a-z]", after):
            return [each]
    return []


_OF = re.compile(r"\b(?:of|for|in)\s+(?:(?:the|all|its|our)\s+)?", re.IGNORECASE)
_MOST_WORDS = 6


def of_what(
    text: str, cue: Cue, until: int, named: Sequence[Named], known: frozenset[str]
) -> list[Named]:
    """The subject after a cue: "the lowest number of contacts", "the peak for neglect"."""
    plain = [each for each in named if cue.end < each.start < until]
    if plain:
        between = _between(tokens(text), cue.end, plain[0].start)
        if (
            len(between) <= 5
            and all(word in FILL | known for word in between)
            and "," not in text[cue.end : plain[0].start]
        ):
            return _and_more(text, plain)
    starts = {each.start: each for each in plain}
    for match in _OF.finditer(text, cue.end, until):
        words = text[cue.end : match.start()]
        if len(words.split()) > _MOST_WORDS or not re.fullmatch(r"[\w\s’'-]*", words):
            break
        if match.end() in starts:
            first = starts[match.end()]
            return _and_more(text, [first, *(e for e in plain if e.start > first.end)])
    return []


def _and_more(text: str, named: Sequence[Named]) -> list[Named]:
    """The first label, with those joined to it: "for burglary and fraud"."""
    found = [named[0]]
    for each in named[1:]:
        if not re.fullmatch(
            r"\s*(?:,|and|&|,\s*and)\s*(?:the\s+)?", text[found[-1].end : each.start]
        ):
            break
        found.append(each)
    return found
