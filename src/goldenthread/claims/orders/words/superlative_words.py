"""Words that put one thing at an end of an order, and which end: by themselves or by the measure.

"Driest" is the least rain and "quickest" the fewest minutes, where rain or minutes are told; where
the text does not tell, either end will do.
"""

import re
from functools import lru_cache

from goldenthread.claims.language.any_of import any_of
from goldenthread.claims.orders.values.model import Way

_UP = (
    any_of(
        "highest largest biggest greatest longest dearest costliest priciest heaviest busiest "
        "fullest commonest wettest hottest warmest sunniest windiest loudest deepest widest oldest "
        "eldest tallest thickest farthest furthest deadliest rainiest snowiest noisiest thirstiest "
        "hungriest leakiest densest winner"
    )
    + r"|hardest hit|worst[- ]hit|record(?! (?:of|keep|that|number of))|"
    r"top of (?:the|our) (?:list|table|league|chart|poll|ranking)s?|"
    r"thus leading|therefore leading|peaked(?= (?:in|on) )|"
    r"(?:heads?|headed|tops?|topped|leads?|led) (?:the|our) (?:list|table|league|chart|field|poll|"
    r"way|pack|rankings?|order|count)|first place"
    r"|(?<!the )(?<!our )tops?(?= (?:the|our|their|its)\b|\s[a-z]+\s?:)|topped(?! up)"
    r"|(?:came|comes|comes? out|came out|is|was|ranked|finished) (?:on )?top(?= of\b|\s*[.,;)]|$)"
    r"|number one|out in front|ahead of (?:all|everyone|everything|the rest|the others)\b"
    r"|at the top(?= of\b|\s*[.,;)]|$)"
)
_DOWN = (
    any_of(
        "lowest smallest fewest quietest shortest cheapest lightest youngest slackest emptiest "
        "narrowest shallowest coldest coolest scarcest rarest sparsest slimmest"
    )
    + r"|bottom of the \w+|(?:came|comes|ranked|finished|is|was) bottom"
    r"|at the bottom(?= of\b|\s*[.,;)]|$)"
    r"|(?:trail(?:s|ed)|lag(?:s|ged)(?: behind)?) (?:all|everyone|the rest|the others)"
    r"|br(?:ings|ought|inging) up the rear"
)
_MORE = any_of("more higher larger greater bigger longer busier heavier dearer oftener")
_LESS = any_of("fewer less lower smaller shorter quieter lighter cheaper")
_NO_OTHER = (
    r"(?:no(?! more\b| fewer\b| less\b)|none|nowhere|neither|not one|nobody|never|not since)\b"
    r"[^.;:()]{0,60}?\b"
)
_THAN = r"\b[^.;:(),\d]{0,40}?\bthan\b"
# Whose end of the order the measure tells, with the superlative that means the same.
_LEANING = {
    "slower": "slowest",
    "faster": "fastest",
    "quicker": "quickest",
    "worse": "worst",
    "better": "best",
    "safer": "safest",
    "cleaner": "cleanest",
    "greener": "greenest",
    "dirtier": "dirtiest",
    "drier": "driest",
    "stronger": "strongest",
    "weaker": "weakest",
}
_LEAN = any_of(" ".join(_LEANING))
_ANY_OTHER = (
    r"\b[^.;:(),\d]{0,40}?\bthan (?:any(?:one|where|thing)?|all|every|each|either|the)"
    r"(?: of)?(?: the)?(?: other \w+| others?| rest| else)\b"
)
_EITHER = any_of(
    "best worst driest greenest cleanest dirtiest quickest slowest fastest swiftest promptest "
    "thriftiest leanest safest strongest weakest poorest richest steepest sharpest fittest "
    "healthiest hardest easiest toughest keenest happiest most least"
)
_RANK = r"(?:(?P<rank>second|third|fourth|fifth|2nd|3rd|4th|5th)[\s-]+)?"
_PLACED = (
    r"(?:came|comes|coming|finished|finishes|ranked|ranks|placed|stands|stood|lies|in)\s+"
    r"(?P<place>first|second|third|fourth|fifth|last)(?=\s*(?:[.,;)]|place\b|of\b|with\b|$))"
    r"|(?P<gained>first|second|third|fourth|fifth)\s+place\b"
)
CLAIM = re.compile(
    rf"\b(?:{_NO_OTHER}(?:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<lean>{_LEAN}))"
    rf"{_THAN}"
    rf"|(?:(?P<above>{_MORE})|(?P<below>{_LESS})|(?P<past>{_LEAN})){_ANY_OTHER}"
    rf"|{_RANK}(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<either>{_EITHER}))|{_PLACED})\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def claims_an_order(text: str) -> bool:
    """Whether a text has any superlative at all: few have."""
    return CLAIM.search(text) is not None


_RANKS = {
    **{word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth"), start=1)},
    **{f"{n}{end}": n for n, end in ((2, "nd"), (3, "rd"), (4, "th"), (5, "th"))},
}
# "Most often used", "most money", "the most": no adjective that means another measure.
_COUNTED = re.compile(
    r"\s+(?:often|frequent\w*|common\w*|popular|numerous|prevalent|visited|attended|used|borrowed|"
    r"chosen|cited|reported|recorded|expensive|costly|heavily|crowded|populous|widely|requested|"
    r"complained|mentioned|read|viewed|booked|hired|let|asked|called|affected)\b"
)
_COSTLY = re.compile(r"\s+(?:expensive|costly)\b")
_MONEY = re.compile(r"[£€$]|\bcosts?\b|\bprices?\b|\bpence\b", re.I)
_BEST_DONE = re.compile(r"[\s-](?:attended|used|supported|selling|read|known|stocked)\b")
# "The most dangerous", "the most urgent": of a measure of its own, at which end none can tell.
_ADJECTIVE = re.compile(
    r"\s+[a-z]+(?:ous|ful|ive|ent|ant|able|ible|ic|al|less|ate|some|ly|ish|cult|plex|fair|safe|"
    r"verse|prived|antaged|mote)\b"
)
_NEVER = re.compile(
    r"\s+(?:of|recent\w*|likely|were|are|had|was|have|people|important|serious|vulnerable|severe|"
    r"significant|complex|urgent|part|at|in|need\w*)\b"
)
_TIMED = re.compile(r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|times?|waits?)\b", re.I)
_SPEED = re.compile(r"\b(?:mph|km/h|miles an hour|speeds?|knots|mbps|per (?:hour|minute))\b", re.I)
_RAIN = re.compile(r"\b(?:rain\w*|millimetres|mm|wet\w*|flood\w*)\b", re.I)
_FOOTPRINT = re.compile(
    r"\b(?:kwh|mwh|carbon|co2|emissions?|energy|electricity|gas|litres|waste|pollut\w*|particul\w*|"
    r"nitrogen|g/km|costs?|spen[dt]\w*|micrograms?)\b|£",
    re.I,
)
_HARM = re.compile(
    r"\b(?:injur\w+|collisions?|accidents?|crimes?|deaths?|casualt\w+|offences|assaults?|hurt|"
    r"killed|robber\w+|burglar\w+|falls|attacks|thefts?|incidents)\b",
    re.I,
)
_GOOD = re.compile(
    r"\b(?:satisf\w+|attendance|scores?|pass(?:ed|es)?|points|medals|success\w*|on time|in time|"
    r"met|recycl\w+|attainment|legac(?:y|ies)|donat\w+|gifts|rais(?:ed|ing)|income|sales|visit\w*|"
    r"takings|wins|won|goals|turnout|profit|collected|raised|grants|uptake|coverage|recovered)\b",
    re.I,
)
_IN_TIME = re.compile(r"\b(?:met|on time|in time|within)\b[^.;]{0,40}?\d%", re.I)
_BAD = re.compile(
    r"\b(?:waits?|waiting|absen\w+|sick\w*|vacan\w+|errors?|complain\w*|overdue|late\w*|delays?|"
    r"arrears|breaches|missed|lost|leaks?|fail\w+|infections?|unemploy\w+|cancel\w+|exclu\w+|"
    r"suspen\w+|eviction\w*|littl?er|fly-?tip\w*)\b",
    re.I,
)


def way_of(match: re.Match[str], text: str, at: int = 0) -> Way:
    """Which end a superlative names in a text, EITHER where neither it nor the measure tells.

    ``at`` is where the text that was matched begins in ``text``.
    """
    if match["up"] or match["more"] or match["above"]:
        return Way.HIGHEST
    if match["down"] or match["less"] or match["below"]:
        return Way.LOWEST
    if match["place"] or match["gained"]:
        if (match["place"] or "").lower() == "last" or _TIMED.search(text) or _is_bad(text):
            return Way.EITHER
        return Way.HIGHEST
    leaning = (match["lean"] or match["past"] or "").lower()
    word = _LEANING[leaning] if leaning else match["either"].lower()
    return _by_measure(word, text, at + match.end())


# "Held its gains best": how it was done, and of which of several numbers nothing tells.
HOW_DONE = re.compile(
    r"\b(?:[a-z]+ed|held|kept|met|took|did) (?:its|their|our|the) [a-z]+ (?:best|worst)\b", re.I
)


def words_of_order(text: str, at: int, end: int) -> list[re.Match[str]]:
    """Every superlative of a stretch that says something of an order, in order."""
    done = {match.end() for match in HOW_DONE.finditer(text, at, end)}
    return [each for each in CLAIM.finditer(text, at, end) if each.end() not in done]


def of_itself(match: re.Match[str], text: str) -> str:
    """The adjective that "most" or "least" raises, where it only counts: "most often used"."""
    word = (match["either"] or "").lower()
    if word == "best" and (done := _BEST_DONE.match(text, match.end())):
        return done.group()
    if word not in ("most", "least"):
        return ""
    found = _COUNTED.match(text, match.end())
    if found is None and _HARM.search(text):
        found = re.compile(r"\s+dangerous\b").match(text, match.end())
    return found.group() if found else ""


def rank_of(match: re.Match[str]) -> int:
    """The place told: 1 without a word for it."""
    return _RANKS.get((match["rank"] or match["place"] or match["gained"] or "").lower(), 1)


# What is told by some of these words alone is no other measure.
_NEEDS = tuple(
    (re.compile(rf"(?:{words})", re.I), re.compile(rf"(?:{measure})", re.I))
    for words, measure in (
        ("coldest|coolest|warmest|hottest", r"degrees|°|temperature|celsius"),
        ("wettest|driest", r"\b(?:rain\w*|mm|millimetres|moisture|damp)\b"),
        ("oldest|eldest|youngest", r"\bage[ds]?\b|\byears\b|\bold\b"),
        ("dearest|cheapest|costliest|priciest", r"[£€$]|\bcosts?\b|\bpri(?:ce|cing)|\bpence|\bp\b"),
        ("tallest|deepest|thickest|narrowest|shallowest", r"\b(?:m|cm|mm|metres|feet|points)\b"),
        ("sunniest|loudest|windiest", r"\b(?:hours|decibels|db|mph|knots)\b"),
        ("quickest|slowest|fastest|swiftest|promptest", _TIMED.pattern + "|" + _SPEED.pattern),
    )
)
_DONE = re.compile(r"\b(?:[a-z]+ed|hit|sought|read|seen)\s+$")
# "Most referrals came from Faith": no other sent as many.
_COMES = re.compile(
    r"\s+[a-z]+(?:\s[a-z]+)?\s+(?:came|come|comes|were from|went to|fell (?:in|on)|were made by|"
    r"happened|were (?:in|at|on)|took place|were recorded)\b"
)
_OPENS = re.compile(r"(?:^|[.;:]\s+)$")
_SEVERAL = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+$", re.I)


def is_measure(match: re.Match[str], text: str) -> bool:
    """Whether "most" or "least" sets one thing above another, and is not "most people"."""
    word = (match["either"] or "").lower()
    before = text[: match.start()]
    if _SEVERAL.search(before):
        return False
    needs = next((what for told, what in _NEEDS if told.match(match.group())), None)
    if needs and not needs.search(text):
        return False
    if word not in ("most", "least"):
        return True
    if _COSTLY.match(text, match.end()) and not _MONEY.search(text):
        return False
    if re.match(r"\s+(?:in|at|by|for)\b", text[match.end() :]) and _DONE.search(before):
        return True
    if _COMES.match(text, match.end()) and _OPENS.search(before):
        return word == "most"
    if _NEVER.match(text, match.end()) or re.search(r"\bat\s+$", before):
        return False
    return bool(
        _COUNTED.match(text, match.end())
        or re.search(r"\b(?:the|its|our|their|[a-z]+)\s+$", before)
    )


def _by_measure(word: str, text: str, end: int) -> Way:
    sense: bool | None = None  # whether a high number is meant
    if word in ("most", "least"):
        if (
            _COUNTED.match(text, end)
            or not _ADJECTIVE.match(text, end)
            or (re.match(r"\s+dangerous\b", text[end:]) and _HARM.search(text))
        ):
            sense = True
        sense = sense if word == "most" or sense is None else not sense
    elif word == "driest" and _RAIN.search(text):
        sense = False
    elif word in ("quickest", "fastest", "swiftest", "promptest", "slowest"):
        if _SPEED.search(text) is None and _TIMED.search(text):
            sense = word == "slowest"
    elif word in ("greenest", "cleanest", "thriftiest", "leanest", "dirtiest"):
        if _FOOTPRINT.search(text) and not re.search(r"recycl|sav(?:ed|ings?)", text, re.I):
            sense = word == "dirtiest"
    elif word == "safest" and _HARM.search(text):
        sense = False
    elif word == "best" and _BEST_DONE.match(text, end):
        sense = True
    elif word in ("best", "worst") and _IN_TIME.search(text):
        sense = word == "best"
    elif word in ("best", "worst"):
        good, bad = bool(_GOOD.search(text)), _is_bad(text)
        if good is not bad:
            sense = good if word == "best" else bad
    return Way.EITHER if sense is None else Way.HIGHEST if sense else Way.LOWEST


def _is_bad(text: str) -> bool:
    return bool(_BAD.search(text) or _HARM.search(text))


# "Most lie in the tenth of wards with the lowest rents": so are the wards, not what is told.
IN_A_GROUP = re.compile(
    r"\bin\s+(?:the|a)\s+(?:\w+\s+){0,2}?(?:fifth|tenth|quarter|third|half|quintile|decile|"
    r"quartile|group)s?\s+of\b[^;.(]{0,60}\b(?:with|having)\s+the\s+$",
    re.IGNORECASE,
)
