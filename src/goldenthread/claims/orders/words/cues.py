"""Words that say a value stands at an end of an order: highest, at their lowest, second."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.claims.language.number_words import SMALL
from goldenthread.claims.orders.values.model import Way
from goldenthread.claims.orders.words.cue_words import CUE, HAS_MOST
from goldenthread.claims.orders.words.superlative_words import HOW_DONE, IN_A_GROUP

# What makes the words mean something else, or less.
_LESS_BEFORE = re.compile(
    r"(?:\b(?:one|some|two|three|many|several|part)\s+of\s+(?:the|our|its|their)|\b(?:among"
    r"|amongst|near|nearly|almost|close\s+to"
    r"|approaching|below|above|than|since|exceed\w*|beyond|under|unless|if|whichever"
    r"|virtually|not|never|no\s+longer|nor"
    r"|could|would|should|may|might|will|expected\s+to\s+be|previous|former|past|historic\w*"
    r"|by|within)"
    r"(?:\s+(?:be|been|being|at|yet|necessarily|quite))?(?:\s+(?:the|its|their|our|a|an))?)\s+$",
    re.IGNORECASE,
)
_LESS_AFTER = re.compile(
    r"\s*(?:[- ](?:risk|need|needs|priority|quality|standards?|possible|court|tier|rated"
    r"|performing|achiev\w*|paid|earning|attaining"
    r"|attainment|skilled|scoring|level\s+of\s+(?:need|risk|support|care)|income|cost|value"
    r"|academic|ten|five|twenty|\d+)\b"
    r"|\s+(?:standards?|degree)\b)",
    re.IGNORECASE,
)
_AMONG_OTHERS = re.compile(
    r"\b(?:(?:in|across|of|for)\s+(?!(?:(?:the|all|our|these)\s+)?(?:two|three|four|five|six"
    r"|seven|eight"
    r"|nine|ten|our|these|\d+)\b)(?:the\s+|any\s+|all\s+)?"
    r"(?:[A-Za-z]+\s+){0,2}(?:region"
    r"|country|county|nation|England|Wales|UK|United\s+Kingdom|Europe"
    r"|world|authorit(?:y|ies)|councils?|forces?|sector|trusts?|neighbours|peers|family"
    r"|London)\b|nationally|regionally|globally)",
)
# "The team kept a record." tells of no number.
# "After the highest number in the series the year before", "a new high in each month".
_THE_ONE_BEFORE = re.compile(
    r"\b(?:the\s+(?:year|month|quarter|term|week)\s+(?:before|earlier)"
    r"|(?:in|for)\s+the\s+(?:previous|preceding|prior)\s+(?:year|month|quarter|term|week))\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s+(?:in|at|for)\s+(?:each|every)\b", re.IGNORECASE)
_NEW = re.compile(r"\bnew\b", re.IGNORECASE)
# "The gap between the highest and the lowest" names neither.
_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+|our\s+)?(?:\w+\s+(?:\w+\s+)?and\s+(?:the\s+)?)?$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\b(?:the|our|these|its|their)\s+(two|three|four|five|six|[2-6])\s+(?:\w+\s+with\s+the\s+)?$",
    re.I,
)
_COUNTED_AFTER = re.compile(r"\s+(two|three|four|five|[2-5])\s+(?!times|years?\b)[a-z]+", re.I)
# "The largest ward" is so by its people, whatever else is counted there.
_SIZE = re.compile(r"(?:largest|smallest|biggest|greatest)", re.IGNORECASE)
_PLACE = re.compile(
    r"\s+(?:of\s+(?:the|our)\s+)?(?:\w+\s+)?(?:ward|district|borough|town|city|village|school"
    r"|hospital|college|trust|council"
    r"|team|area|branch|county|region|station|authority|site|estate|parish|force|charity"
    r"|provider)s?\b"
    r"(?!\s+(?:total|number|figure|rate|share|count))",
    re.IGNORECASE,
)
# "Travel rose the most" tells of its rise.
_CHANGED = re.compile(
    r"\b(?:rose|risen|fell|fallen|grew|grown|increased|decreased|improved|dropped|changed"
    r"|declined|climbed"
    r"|reduced|went\s+(?:up|down)|gone\s+(?:up|down))\s+(?:by\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_SET = re.compile(r"(?:[,–—(:-]|\b(?:was|is|were|set|to|reached|hit|with))\s*$", re.IGNORECASE)
_PLACES = {
    w: n
    for n, w in enumerate(
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        start=2,
    )
}
_OPENS = re.compile(r"(?:[,;]|\band)\s+the\s+$")
_OWN = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)


class Across(StrEnum):
    """Which way the order runs: over the subject's own times, or over its fellows."""

    OWN = "its own"  # at its peak, highest in January
    FELLOWS = "its fellows"  # the most common reason
    LED = "what it leads to"  # highest in the South, lowest during May
    ANY = "either"


# Superlatives that name what they speak of after them.
AHEAD = (Across.OWN, Across.LED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One superlative: ``text[start:end]``. ``among_others`` says that others not
    shown are meant; ``of_change`` that it is a rise or a fall that is the highest; ``before`` that
    only what came earlier is spoken of ("than in any previous year"); ``many`` how many share the
    first places ("the three busiest"); ``by_size`` that it tells how large a place or body is."""

    start: int
    end: int
    words: str
    way: Way
    rank: int = 1
    joint: bool = False
    across: Across = Across.ANY
    among_others: bool = False
    of_change: bool = False
    before: bool = False
    many: int = 1
    by_size: bool = False


_CHANGE = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:increases?|rises?|growth|falls?|decreases?|reductions?|drops?"
    r"|changes?"
    r"|improvements?|declines?|jumps?|gaps?|differences?)\b",
    re.IGNORECASE,
)


# "The fall was largest in Elm", "changes in pay were smallest there".
_OF_A_CHANGE = re.compile(
    r"\b(?:increases?|rises?|growth|falls?|decreases?|reductions?|drops?|changes?|improvements?"
    r"|declines?|jumps?|gaps?|differences?|variations?)\s+(?:(?:in|of)\s+(?:[\w-]+\s+){1,6})?"
    r"(?:was|were|is|are|has\s+been|have\s+been)\s+(?:again\s+|also\s+|by\s+far\s+)?(?:the\s+)?$",
)


# "In that order, highest first" says how a list is sorted.
_SORTED = re.compile(r"\s+first\b(?!\s+[a-z])")


def cues(text: str) -> Iterator[Cue]:
    """Every superlative of a text that says something of an order, in order."""
    for match in CUE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _LESS_BEFORE.search(before[-40:]) or (not match["height"] and _LESS_AFTER.match(after)):
            continue
        if _BETWEEN.search(before) or _SORTED.match(after) or IN_A_GROUP.search(before):
            continue
        if match["most"] and not HAS_MOST.search(before[-40:]):
            continue
        if match["best"] and any(m.end() == match.end() for m in HOW_DONE.finditer(text)):
            continue
        if match["height"] and match.group().lower().endswith("record") and not _SET.search(before):
            continue
        clause = re.split(r"[.;:]|,\s+(?:and|but|with|while)\b|\bsince\b", after, maxsplit=1)[0]
        if _THE_ONE_BEFORE.search(clause) or (_EACH.match(after) and _NEW.search(match.group())):
            continue
        yield Cue(
            start=match.start(),
            end=match.end(),
            words=match.group(),
            way=_way(match),
            rank=_rank(match["rank"] or match["place"]),
            joint=bool(match["joint"]),
            across=_across(match, before, after),
            among_others=bool(_AMONG_OTHERS.search(clause)),
            of_change=bool(
                _CHANGE.match(clause)
                or _OF_A_CHANGE.search(before)
                or ((match["most"] or match["best"]) and _CHANGED.search(before))
            ),
            before=bool(match["before"] or match["before2"]),
            many=_many(before, after),
            by_size=bool(_SIZE.fullmatch(match.group()) and _PLACE.match(after)),
        )


def _many(before: str, after: str) -> int:
    match = _COUNTED.search(before) or _COUNTED_AFTER.match(after)
    return SMALL.get(match[1].lower()) or int(match[1]) if match else 1


def _way(match: re.Match[str]) -> Way:
    if match["best"]:
        return Way.EITHER
    lowest = ("low", "trough", "depth", "fewer", "nonefewer")
    if any(match[name] for name in lowest):
        return Way.LOWEST
    return Way.EITHER if match["ranked"] else Way.HIGHEST


def _rank(word: str | None) -> int:
    if not word or word.lower() in ("first", "top", "last", "bottom"):
        return 1
    return _PLACES.get(word.lower()) or int(re.sub(r"\D", "", word))


def _across(match: re.Match[str], before: str, after: str) -> Across:
    own = _OWN.search(match.group()) or re.search(
        r"\b(?:its|their|at\s+(?:a|an))\s+$", before, re.IGNORECASE
    )
    if (
        own
        or re.search(r"[a-z]['’]s?\s+$", before)
        or match["peak"]
        or match["trough"]
        or match["height"]
        or match["depth"]
        or re.match(r"never", match.group(), re.IGNORECASE)
        or "point" in after[:8]
    ):
        return Across.OWN
    if match["before"] or match["before2"]:
        return Across.OWN
    if match["more"] or match["fewer"]:
        time = re.search(
            r"(?:days?|weeks?|months?|quarters?|terms?|years?|sessions?|seasons?|periods?|points?"
            r"|times?|surveys?|rounds?|counts?)$",
            match.group(),
            re.IGNORECASE,
        )
        return Across.OWN if time else Across.FELLOWS
    article = re.search(r"\b(?:the|our|a)\s+(?:\w+\s+)?$", before, re.IGNORECASE)
    if match["top"] or re.match(r"(?:most|least)\s", match.group(), re.IGNORECASE):
        return Across.FELLOWS
    if not article and re.match(r"\s+(?:in|during)\b", after):
        return Across.LED
    # "The lowest was in Elm, the highest in Oak": what opens a part of its own looks ahead.
    if _OPENS.search(before) and re.match(r"\s+(?:in|at)\s+(?:the\s+)?[A-Z]", after):
        return Across.LED
    return Across.ANY
