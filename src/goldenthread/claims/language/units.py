"""What follows a number and says what sort it is: %, points, per 10,000, k, million, months."""

import re
from dataclasses import dataclass

from goldenthread.claims.language.model import Measure

_PER = r"per|in\severy|for\severy|out\sof\severy"
UNIT = re.compile(
    r"(?:\s?(?P<scale>k|K|m|M|bn|million|thousand|billion)\b(?!\s?%))?[*_]*"
    r"(?:\s?(?P<points>(?:%|per\s?cent|percent)[\s-]?(?:age\s)?points?\b|-?percentage[\s-]points?\b"
    r"|p\.?p\.?(?:t?s?)\b(?!\s?\d)|%[\s-]?pts?\b|%pt\b|-?points?\b)"
    r"|(?P<percent>\s?%|[\s-]?per[\s-]?cent\b(?!age)|\s?percent\b|\spc\b))?[*_]*"
    rf"(?P<rate>\s(?:\w+\s){{0,2}}?(?:{_PER})\s(?P<per>1,000|10,000|100,000|1000|10000|100000|thousand|"
    r"million)\b)?"
    r"(?P<duration>[\s-]?(?:working[\s-]|calendar[\s-]|school[\s-]|full[\s-])?"
    r"(?P<time>year|month|week|day|hour|minute|second(?=s)|hr|min|sec|fortnight|quarter|term)s?\b(?!\sgroup))?"
)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_BASES = {"thousand": 1000, "million": 10**6}
_POINTS_OF_WHAT = re.compile(r"\s?-?points?\b")


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit after a number: ``length`` characters of the text, ``places`` powers of ten."""

    measure: Measure
    length: int = 0
    places: int = 0
    per: int = 0
    noun: str = ""

    @property
    def scale(self) -> int:
        """What the number is multiplied by: "1.2 million"."""
        return 10**self.places


def unit_after(text: str, end: int, money: bool) -> Unit:
    """The unit that follows the number ending at ``end``; a plain count where none does."""
    match = UNIT.match(text, end)
    if match is None:
        return Unit(Measure.MONEY if money else Measure.COUNT)
    places = _SCALES[match["scale"].lower()] if match["scale"] else 0
    length = match.end("scale") - end if match["scale"] else 0
    if money:
        return Unit(Measure.MONEY, length, places)
    if match["points"]:
        bare = _POINTS_OF_WHAT.fullmatch(match["points"])
        if bare and not re.search(r"per\s?cent|%", text):
            return Unit(Measure.COUNT, length, places)
        return Unit(Measure.POINTS, match.end("points") - end)
    if match["percent"]:
        # "12.4% per 10,000" stays a percentage: another check says what is the matter with it.
        return Unit(Measure.PERCENT, match.end("percent") - end)
    if match["rate"]:
        per = _BASES.get(match["per"]) or int(match["per"].replace(",", ""))
        return Unit(Measure.RATE, match.end("rate") - end, places, per)
    if match["duration"]:
        return Unit(Measure.DURATION, match.end("duration") - end, places, noun=match["time"])
    return Unit(Measure.COUNT, length, places)
