"""Numbers in words: "one hundred and twenty", "two thirds", "nine out of ten", "doubled"."""

import re
from fractions import Fraction

from goldenthread.claims.language.any_of import any_of

# "From minus 0.3% to 0.9%", and not "12 minus 3".
MINUS = re.compile(r"(?<![\d%)] )\bminus\s$", re.I)


def _words(text: str) -> list[str]:
    return text.split(" ")


_UNITS = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL = {word: place for place, word in enumerate(_UNITS, 1)}
_TEN_VALUES = {word: place * 10 for place, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "dozen": 12}

_UNIT = any_of(" ".join(_UNITS))
_TEN = any_of(" ".join(_TENS))
_BELOW_100 = rf"(?:(?:{_TEN})(?:[-\s](?:{_UNIT}))?|{_UNIT})"
_BELOW_1000 = rf"(?:(?:(?:{_UNIT}|a)\s(?:hundred|dozen)(?:\s(?:and\s)?{_BELOW_100})?)|{_BELOW_100})"
WORDED = re.compile(
    rf"\b(?:(?:{_BELOW_1000})\s(?:thousand|million)(?:(?:,?\s(?:and\s)?){_BELOW_1000})?"
    rf"|{_BELOW_1000}|zero)\b",
    re.I,
)
# "One" is a number only where something beside it says so.
ONE_COUNTS = re.compile(r"\s(?:out\sof|of\s(?:the|its|our|all)\s\d|to\s\w|\()")

_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6}
_PARTS |= {"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20}
_PARTS |= {f"{name}s": part for name, part in list(_PARTS.items()) if name != "halves"}
_TOP = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_PART_NAMES = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth"
# Not a fraction: "a third party", "a quarter" of a year, "half term", "first half of 2023".
_NO_FRACTION_AFTER = (
    r"(?!\s(?:part(?:y|ies)|sector|person|year|time|place|highest|lowest|largest|most|child|case|"
    r"of\san?\s(?:hour|minute|second|day|mile|point|per|percentage|degree|penny|million|night|year)\b|"
    r"stage|phase|meeting|review|national|annual|successive|consecutive|\(?Q\d|later|earlier|"
    r"on\squarter|country|reading|ahead|running|in\sa\srow|of\sgrowth|of\s(?:this|last)\syear)|"
    r"-part|[-\s]?(?:term|day|yearly|hourly|hour|way|time|brother|"
    r"sister|sibling)|\w)"
)
FRACTION = re.compile(
    # "The middle three fifths" is a group by its place in an order.
    r"\b(?<!middle )(?!(?:two|four|five|seven|nine)[-\s]quarters)"
    r"(?P<top>a|one|two|three|four|five|seven|nine)[-\s]"
    rf"(?P<part>(?:{_PART_NAMES})s?)"
    rf"{_NO_FRACTION_AFTER}"
    r"|(?<!first )(?<!second )(?<!latter )(?<!other )(?<!and a )(?<!a year and )"
    r"\b(?P<half>(?:(?:one|(?<!and )a)[-\s])?half)(?!-|\s(?:a\s|an\s)?(?:year|term|day|hour|way|"
    r"minute|second|week|month|"
    r"time|past|dozen|brother|sister|million|terms|days|as|again|percentage|per|percent|point|points)\b)\b",
    re.I,
)
_IN_WORDS = rf"(?:\d{{1,2}}|{_UNIT})"
IN_RATIO = re.compile(
    # "5.8 out of 10" is a score, and no eight out of ten
    rf"(?<!\d[.,])\b(?P<n>{_IN_WORDS})\s(?P<link>in\severy|in|out\sof(?:\severy)?)\s(?P<d>{_IN_WORDS}|100|"
    rf"twenty|fifty|a\shundred)\b(?!\s?%|[,.]\d|\s(?:months|years|weeks|days|quarters)|"
    rf"\sper\s?cent)",
    re.I,
)
# Denominators people choose when they say a share in words; "7 out of 12" is a count of twelve.
ONE_IN = re.compile(
    r"\b(?P<n>one)\s(?!in\b|out\b)[a-z]+(?:\s[a-z]+)?\s(?P<link>in(?:\severy)?|out\sof(?:\severy)?)"
    r"\s(?P<d>three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b"
    r"(?=\s?[(,–—]|\s(?!months|years|weeks|days|hours|quarters)[a-z])",
    re.I,
)
# "Every second passenger", and no length of time: "every third year".
EVERY = re.compile(
    rf"\bevery\s(?P<part>second|{_PART_NAMES})\s(?!(?:year|month|week|day|quarter|hour|minute|"
    r"time|term|sunday|monday|tuesday|wednesday|thursday|friday|saturday|meeting|edition|issue|of|"
    r"and|or)\w*)(?=[a-z])",
    re.I,
)
ROUND_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 20, 50, 100})

_MULTIPLES = {
    **dict.fromkeys(("double", "doubles", "doubled", "doubling"), Fraction(2)),
    **dict.fromkeys(
        ("treble", "trebled", "trebling", "triple", "tripled", "tripling"), Fraction(3)
    ),
    **dict.fromkeys(("thrice",), Fraction(3)),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling"), Fraction(4)),
    **dict.fromkeys(("quintupled",), Fraction(5)),
    **dict.fromkeys(("halved", "halving"), Fraction(1, 2)),
    **{
        f"half as {each} again": Fraction(3, 2)
        for each in ("many", "much", "high", "large", "big", "long", "often", "likely")
    },
}
# "Twice a year" and "met three times" count occasions; a multiple has its comparison beside it.
MULTIPLE = re.compile(
    r"\b(?P<verb>"
    + "|".join(sorted(_MULTIPLES, key=len, reverse=True))
    + r")\b(?![-\s](?:check|count|glaz|duty|bed|book|fund|act|yellow|blind|amber|lock)\w*)"
    rf"|\b(?P<fold>{_IN_WORDS})-?fold\b"
    r"|\b(?P<halfas>half)(?=\sas\s(?:many|much|often|high|large|big|long|likely)\b(?!\sagain))"
    r"|\b(?P<twice>twice)(?=\s(?:as|the|that|what|its|last|those|more|higher)\b)"
    rf"|\b(?P<times>{_IN_WORDS}(?:\sand\sa\s(?:half|quarter))?|\d{{1,2}}\.\d)[-\s]times"
    r"(?=\s(?:as|the|that|what|its|last|more|higher|greater|larger|lower|fewer|those)\b)",
    re.I,
)


def worded_value(words: str) -> Fraction:
    """The number that words such as "one hundred and twenty" stand for."""
    total = current = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in SMALL:
            current += SMALL[word]
        elif word in _TEN_VALUES:
            current += _TEN_VALUES[word]
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * _SCALES[word]
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
    return Fraction(total + current)


def fraction_value(match: re.Match[str]) -> Fraction:
    """The share that a match of ``FRACTION`` tells: two thirds, half."""
    if match["half"]:
        return Fraction(1, 2)
    return Fraction(_TOP[match["top"].lower()], _PARTS[match["part"].lower()])


def every_value(match: re.Match[str]) -> Fraction:
    """The share that a match of ``EVERY`` tells: every fifth is one in five."""
    return Fraction(1, {"second": 2, **_PARTS}[match["part"].lower()])


def multiple_value(match: re.Match[str]) -> Fraction:
    """The ratio that a match of ``MULTIPLE`` tells: doubled, three times, halved."""
    if match["verb"]:
        return _MULTIPLES[match["verb"].lower()]
    if match["fold"]:
        return small_value(match["fold"])
    if match["twice"]:
        return Fraction(2)
    if match["halfas"]:
        return Fraction(1, 2)
    return small_value(match["times"])


def small_value(words: str) -> Fraction:
    """A small number in digits or in words, with its half or quarter."""
    whole, _, part = words.partition(" and a ")
    if part:
        return small_value(whole) + Fraction(1, _PARTS[part.lower()])
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        return Fraction(words)
    return worded_value(words)
