"""Shares above the whole, falls below nought and counts below none, told without their base."""

import re
from collections.abc import Iterator
from fractions import Fraction

from goldenthread.claims.dates.slips import Slip
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.number_words import SMALL
from goldenthread.claims.language.printed import exact

_FELL = re.compile(
    r"\b(?:fell|fallen|falls|dropped|drops|declined?|decreased?|reduced|shrank|shrunk|(?:was|were"
    r"|is|are|went|gone|come"
    r"|came)\s+down|down|lower|cut)\s+(?:(?!(?:from|to)\b)\w+\s+){0,2}?(?:by\s+)?(?:a\s+)?$",
    re.IGNORECASE,
)
_A_FALL = re.compile(
    r"\s+(?:\w+\s+)?(?:falls?|reductions?|drops?|decreases?|declines?|cuts?|fewer|lower|less|down)\b",
    re.IGNORECASE,
)
_A_FALL_OF = re.compile(
    r"\b(?:falls?|reductions?|drops?|decreases?|declines?|cuts?)\s+of\s+(?:\w+\s+)?$", re.IGNORECASE
)
_NOT_COUNTED = re.compile(
    r"\b(?:profit\w*|loss\w*|balance|surplus\w*|deficit\w*|net|temperature|growth|margin"
    r"|result\w*|return\w*"
    r"|income|earnings|cash|from\s+\d[\d.]*%)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:response\s+rate|coverage|uptake|take-up|attendance(?:\s+rate)?|pass\s+rate"
    r"|completion\s+rate|conviction\s+rate"
    r"|vacancy\s+rate|success\s+rate|satisfaction(?:\s+rate)?|persistent\s+absence"
    r"|detection\s+rate|turnout"
    r"|proportion\b[^.;:]{0,60}|percentage\b[^.;:]{0,60}"
    r"|share\b[^.;:]{0,60})\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:was|is|were|stood\s+at|stands\s+at|reached|of|at|rose\s+to|fell\s+to|came\s+to"
    r"|:)\s+(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\s+(?:of\s+(?:them|these|those)\s+)?(?:were|was|had\s+been|have\s+been|are|felt|said|agreed"
    r"|attended|met|passed|replied)\s+"
    r"(?:seen|answered|visited|reviewed|completed|satisfied|happy|assessed|treated|closed"
    r"|resolved|dealt|recorded|held|in\s+time"
    r"|on\s+time|within|trained|that)\b",
    re.IGNORECASE,
)
_PUPILS = re.compile(
    r"\b(?:children|pupils|students|people|patients|tenants|residents|families|parents|staff"
    r"|young\s+people|women|men)\s+"
    r"(?:achieving|reaching|meeting|passing|seen|who\s+\w+|with|in|attending"
    r"|satisfied)\b[^.;:]{0,60}:\s*$",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:target|budget\w*|capacity|expected|plan(?:ned)?|level|baseline|previous|forecast"
    r"|allocat\w*|estimate\w*|index"
    r"|establishment|entitle\w*|as\s+many|times|benchmark|goal|trajectory|increase\w*|growth|rise"
    r"|more|higher|commissioned"
    r"|double|population|(?:year|years)\s+(?:ago|before|earlier)|of\s+what)\b",
    re.IGNORECASE,
)
_OF_TEN = re.compile(
    r"(?P<n>\b\d+|\b[a-z]+)\s+(?:out\s+of|in)\s+(?:every\s+)?(?P<m>ten|five|four|three|six|eight"
    r"|twenty|100|10|5|4|20)\s+"
    r"(?P<who>[a-z]+(?:\s[a-z]+)?)\b",
    re.IGNORECASE,
)
_WORDS = SMALL | {"twenty": 20}
_COUNTED = re.compile(
    r"\b(?:number|total|count)\s+of\s+(?:[\w’'-]+\s+){1,5}?(?:was|is|were|stood\s+at|stands\s+at"
    r"|:)\s+(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
_DIFFERS = re.compile(r"\b(?:change|difference|net|variance|adjust\w*|correction|gap)\b", re.I)
_WHO = re.compile(
    r"(?:children|pupils|students|people|patients|tenants|residents|families|parents|young|women|men"
    r"|callers|adults|respondents|carers|users|visitors|members)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:children|pupils|students|people|patients|tenants|residents|families|parents|staff|young"
    r"|women|men|callers"
    r"|adults|respondents|households|cases|referrals|schools|carers|users|visitors|members|of"
    r"|calls|visits|homes)\b",
    re.IGNORECASE,
)


def beyond_all(sentence: Sentence) -> Iterator[Slip]:
    """Every number of a sentence that is more than all, or less than none, by its own words."""
    text = sentence.text
    for quantity in sentence.quantities:
        before, after = text[: quantity.start], text[quantity.end :]
        if quantity.measure is Measure.PERCENT and quantity.value > 100:
            if quantity.hedge in (Hedge.NONE, Hedge.ABOUT, Hedge.OVER):
                yield from _percent(sentence, quantity, before, after)
        elif _is_below_none(quantity, before) and not _DIFFERS.search(text):
            yield _slip(
                quantity.text,
                "There cannot be fewer than none: take the minus away, or say what the change is.",
                f"{quantity.text} is less than nought",
            )
    for match in _OF_TEN.finditer(text):
        many, all_ = _number(match["n"]), _number(match["m"])
        if many and all_ and many > all_ and _are_many(match["who"]) and _alone(text, match):
            yield _slip(
                match.group().rstrip(),
                "No more than all can be: look the two numbers up.",
                f"{many} is more than {all_}",
            )


_TELLS = re.compile(
    r"(?:[a-z]+\s)?[a-z]+s\s(?:said|say|told|tell|felt|feel|agreed|agree|thought|think|reported|report"
    r"|rated|wanted|want|knew|know|replied|complained|voted)\b",
    re.IGNORECASE,
)
# "Eleven in ten years", "six in five games" are no parts of a whole.
_SPANS = re.compile(
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|games?|match(?:es)?|attempts?|miles?"
    r"|metres?|points?|seasons?|rounds?|minutes|visits?|sessions?|meetings?|terms?|nights?|places?"
    r"|tests?|steps?|overs|innings|was|is|has|its|this|plus)\b",
    re.IGNORECASE,
)


def _are_many(who: str) -> bool:
    """Whether a word or two may say of whom so many are told: a plural, and no length of time."""
    plural = re.match(r"(?:[a-z]+\s)?[a-z]{2,}[a-rt-z]s\b", who, re.IGNORECASE)
    return bool(_PEOPLE.match(who) or (plural and not _SPANS.search(who)))


def _is_below_none(quantity: Quantity, before: str) -> bool:
    """Whether a number of things is told with a minus."""
    return (
        quantity.measure is Measure.COUNT and quantity.value < 0 and bool(_COUNTED.search(before))
    )


def _passes_all(sentence: Sentence) -> bool:
    """Whether two different percentages are above the whole: one is a slip, two are a ratio."""
    above = {each.value for each in sentence.quantities if each.measure is Measure.PERCENT}
    return sum(value > 100 for value in above) > 1


def _percent(sentence: Sentence, quantity: Quantity, before: str, after: str) -> Iterator[Slip]:
    text = sentence.text
    fell = _FELL.search(before) or _A_FALL.match(after) or _A_FALL_OF.search(before)
    if fell and not _NOT_COUNTED.search(text):
        left = Fraction(100) - quantity.value
        yield _slip(
            quantity.text,
            "What is counted can fall by 100% at most: look at the sum again.",
            f"100% − {quantity.text} = {exact(left)}%, which is less than none",
        )
        return
    if fell or _MAY.search(text) or _passes_all(sentence):
        return
    if (
        _SHARE.search(before)
        or _PUPILS.search(before)
        or (_HELD.match(after) and not re.search(r"[a-z]\s+$", before.rstrip("(")[-2:]))
        or (before.rstrip().endswith("(") and re.match(r"\)\s+of\s+(?:the\s+|our\s+)?", after))
    ):
        yield _slip(
            quantity.text,
            "A share of a whole is at most 100%: look at the count and its base.",
            f"{quantity.text} is more than 100%, the whole",
        )


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether "in ten" counts people, and not places or years: "12 in four schools"."""
    out_of = "out" in match.group().lower()
    told = _WHO.match(match["who"]) or _TELLS.match(text, match.start("who"))
    of_people = bool(told) and match["m"].lower() in ("ten", "10", "100")
    return (out_of or of_people) and not re.search(
        rf"(?:\b(?:and|to|or)|(?:\d|\b(?:{'|'.join(_WORDS)})),)\s*$", text[: match.start()]
    )


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.get(word.lower(), 0)


def _slip(printed: str, message: str, evidence: str) -> Slip:
    return Slip(printed=printed.strip(), message=message, evidence=evidence)
