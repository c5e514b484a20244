"""Words that say a value stands at an end of an order: highest, at their lowest, second."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.claims.series.model import Way

_RANK = (
    r"(?:(?P<rank>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[2-9](?:nd|rd"
    r"|th)|10th)[\s-]+)?"
    r"(?P<joint>(?:joint|equal|jointly)[\s-]+)?"
)
_KIND = (
    r"(?:common(?:ly)?|frequent(?:ly)?|often|prevalent|popular|numerous|cited|reported|recorded"
    r"|used)"
)
_HIGH = (
    r"highest|largest|greatest|biggest|commonest|busiest|longest|tallest"
    rf"|most\s+{_KIND}(?:\s+(?:occurring|recorded|reported|cited|used|identified|seen|named"
    rf"|given))?"
    r"|record\s+high|all[- ]time\s+high|high\s+point"
)
_LOW = (
    rf"lowest|smallest|fewest|quietest|shortest|least\s+{_KIND}(?:\s+\w+ed)?|record\s+low"
    rf"|all[- ]time\s+low|low\s+point"
)
_PEAK = (
    r"peaked|peaking|(?:hit|hits|reach(?:ed|es|ing)?|hitting|at|saw|had|with)\s+(?:(?:its"
    r"|their|a|the)\s+)?(?:\w+\s)?peaks?\b"
    r"|at\s+(?:its|their|a)\s+(?:[\w-]+\s)?high\b"
    r"|(?:its|their|the)\s+peaks?\b|(?:to|was)\s+(?:a|its|their)\s+peak\b"
)
_TROUGH = r"troughed|bottomed\s+out|at\s+(?:its|their|a)\s+(?:[\w-]+\s)?low\b"
_BEST = (
    r"best(?:[- ]ever)?(?=\s+(?:ever|result|performance|figure|year|rate|score|month|quarter"
    r"|on record)|$|[.,])|worst(?:[- ]ever)?(?=\s+(?:ever|result|performance|figure|year|rate"
    r"|score|month|quarter|on record))"
)
_MOST = (
    r"(?<=\bthe\s)most(?=\s+(?!{_KIND}|recent|recently|vulnerable|important|significant|serious"
    r"|complex|deprived|effective|likely|severe|part|at\b|up\b|appropriate|of\b)[a-z]+)"
)
_TOP = (
    r"top(?=\s+(?:[a-z]+\s+){0,2}(?:reasons?|categor(?:y|ies)|issues?|sources?|outcomes?|causes?"
    r"|types?|concerns?|themes?|needs?)\b)"
)
# "To a high of 62", "a record 57", "its highest".
_HEIGHT = (
    r"(?:to|at|hit|reached|reaching|with)\s+(?:a|its|their)\s+(?:new\s+)?high"
    r"(?=\s+(?:of|in|point)\b)"
    r"|a\s+record(?=\s+(?:number|figure|total|month|year|level|[\d,]+\b))"
)
_DEPTH = (
    r"(?:to|at|hit|reached|reaching|with)\s+(?:a|its|their)\s+(?:new\s+)?low"
    r"(?=\s+(?:of|in|point)\b)"
)
_ANY_OTHER = (
    r"\s+(?:[\w-]+\s+){0,5}?than\s+(?:(?:in|for|on|at|from)\s+)?any\s+other\b(?:\s+[a-z]+)?"
)
_MORE = rf"(?:more|higher|larger|greater|busier){_ANY_OTHER}"
_FEWER = rf"(?:fewer|lower|smaller|less|quieter){_ANY_OTHER}"
_RANKED = (
    r"(?:came|ranked|placed|finished)\s+(?P<place>first|top|second|third|fourth|last|bottom)\b"
)
_CUE = re.compile(
    rf"\b{_RANK}(?:(?P<high>{_HIGH})|(?P<low>{_LOW})|(?P<peak>{_PEAK})|(?P<trough>{_TROUGH})"
    rf"|(?P<height>{_HEIGHT})|(?P<depth>{_DEPTH})|(?P<more>{_MORE})|(?P<fewer>{_FEWER})"
    rf"|(?P<ranked>{_RANKED})|(?P<best>{_BEST})"
    rf"|(?P<most>{_MOST.replace('{_KIND}', _KIND)})|(?P<top>{_TOP}))",
    re.IGNORECASE,
)
_HAS_MOST = re.compile(
    r"(?:\b(?:had|has|have|saw|recorded|received|reported|made|with|generated|by|sent|and|took"
    r"|answered|handled|gave|held|drew|brought|attracted|for|[A-Z][a-z]+)\s+(?:by far\s+)?"
    r"|^\W*|[.;]\s+)the\s+$",
    re.IGNORECASE,
)
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
    r"\b(?:(?:in|across|of|for)\s+(?:the\s+|any\s+|all\s+)?(?:[A-Za-z]+\s+){0,2}(?:region"
    r"|country|county|nation|England|Wales|UK|United\s+Kingdom|Europe"
    r"|world|authorit(?:y|ies)|councils?|forces?|sector|trusts?|neighbours|peers|family"
    r"|London)\b|nationally|regionally|globally)",
)
_PLACES = {
    w: n
    for n, w in enumerate(
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        start=2,
    )
}
_OWN = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)


class Across(StrEnum):
    """Which way the order runs: over the subject's own times, or over its fellows."""

    OWN = "its own"  # at its peak, highest in January
    FELLOWS = "its fellows"  # the most common reason
    ANY = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One superlative: ``text[start:end]``. ``among_others`` says that others not
    shown are meant; ``of_change`` that it is a rise or a fall that is the highest."""

    start: int
    end: int
    words: str
    way: Way
    rank: int = 1
    joint: bool = False
    across: Across = Across.ANY
    among_others: bool = False
    of_change: bool = False


_CHANGE = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:increases?|rises?|growth|falls?|decreases?|reductions?|drops?"
    r"|changes?"
    r"|improvements?|declines?|jumps?|gaps?|differences?)\b",
    re.IGNORECASE,
)


def cues(text: str) -> Iterator[Cue]:
    """Every superlative of a text that says something of an order, in order."""
    for match in _CUE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _LESS_BEFORE.search(before[-40:]) or _LESS_AFTER.match(after):
            continue
        if match["most"] and not _HAS_MOST.search(before[-40:]):
            continue
        clause = re.split(r"[.;:]|,\s+(?:and|but|with|while)\b|\bsince\b", after, maxsplit=1)[0]
        yield Cue(
            start=match.start(),
            end=match.end(),
            words=match.group(),
            way=_way(match),
            rank=_rank(match["rank"] or match["place"]),
            joint=bool(match["joint"]),
            across=_across(match, before, after),
            among_others=bool(_AMONG_OTHERS.search(clause)),
            of_change=bool(_CHANGE.match(clause)),
        )


def _way(match: re.Match[str]) -> Way:
    if match["low"] or match["trough"] or match["depth"] or match["fewer"]:
        return Way.LOWEST
    return Way.EITHER if match["best"] or match["ranked"] else Way.HIGHEST


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
        or "point" in after[:8]
    ):
        return Across.OWN
    if match["more"] or match["fewer"]:
        time = re.search(r"(?:day|week|month|quarter|term|year)$", match.group(), re.IGNORECASE)
        return Across.OWN if time else Across.FELLOWS
    article = re.search(r"\b(?:the|our|a)\s+(?:\w+\s+)?$", before, re.IGNORECASE)
    if match["top"] or re.match(r"(?:most|least)\s", match.group(), re.IGNORECASE):
        return Across.FELLOWS
    if not article and re.match(r"\s+(?:in|during)\b", after):
        return Across.OWN
    return Across.ANY
