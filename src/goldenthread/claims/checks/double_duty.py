"""One unusual number that does duty for two unlike things, or a count and a share changed round."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.finding import every_saying
from goldenthread.claims.sayings.model import Saying
from goldenthread.claims.sayings.pieces import is_entry
from goldenthread.claims.sayings.words import AGENT_STEMS
from goldenthread.nouns.fault import Severity

# Digits that make a number unusual. With fewer than this many the same one comes up by chance
# within a chapter, and is told only where the two stand close together.
_UNUSUAL = 3
_FAR_APART = 4
_NEAR = 2  # blocks between two numbers that stand close together
_OFTEN = 3  # a number printed so often is known to its writer, and no slip
_MOST = 4  # of one text: beyond, sameness is the way of the text and the list of no use
_SHORT = 5  # words of an item of a list: "Sandwell 20.9%"
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|took|came|made|rose|fell|cost|brought|[a-z]{3,}ed)\b", re.I
)
# What says that the sameness is meant.
_MEANT = re.compile(
    r"\b(?:same(?! (?:\w+ )?(?:year|period|time|month|quarter|week|day)s?\b)|also|as well|too"
    r"|likewise|equally|again|both|each|all|these|those|this|such|matched|equal\w*|identical\w*|unchanged)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|our|all|its|their)\s(?:same\s|full\s)?$", re.IGNORECASE
)


def _run(reading: Reading, findings: Findings) -> None:
    known: dict[object, list[Saying]] = defaultdict(list)
    pairs: dict[str, list[tuple[Saying, Saying]]] = defaultdict(list)
    often = Counter(_printed(each, one) for each in reading.sentences for one in each.quantities)
    for saying in every_saying(reading):
        digits = _digits(saying.quantity)
        if (
            digits < _UNUSUAL
            or saying.quantity.hedge is not Hedge.NONE
            or is_entry(saying.sentence)
        ):
            continue
        if often[_printed(saying.sentence, saying.quantity)] > _OFTEN:
            continue
        before = known[saying.unit, _printed(saying.sentence, saying.quantity)]
        for other in before[-1:]:
            if _are_unlike(other, saying) and (digits >= _FAR_APART or _are_near(other, saying)):
                pairs[saying.sentence.file].append((other, saying))
        before.append(saying)
    for found in pairs.values():
        for one, other in sorted(found, key=_striking)[:_MOST]:
            findings.add(_fault(one, other))
    for first, second in _changed_round(reading.sentences):
        findings.add(_round_fault(first, second))


def _printed(sentence: Sentence, quantity: Quantity) -> tuple[str, str]:
    return sentence.file, quantity.text.strip()


def _striking(pair: tuple[Saying, Saying]) -> tuple[int, int]:
    """The most digits first, then those that stand closest together."""
    one, other = pair
    apart = other.sentence.passage.order - one.sentence.passage.order
    return -_digits(other.quantity), apart


def _digits(quantity: Quantity) -> int:
    """How many digits of a number say something: 2,310 has three, 2,000 one, 5.00% one."""
    if quantity.measure is Measure.TIMES or quantity.value <= 0:
        return 0
    scaled = quantity.value * 10 ** max(quantity.decimals, 0)
    if scaled.denominator != 1:
        return 0
    digits = str(scaled.numerator).rstrip("0")
    text = str(scaled.numerator)
    if text.endswith("00"):
        return len(digits) - 1  # it is likely rounded
    # 2,310 is as likely as 2,311.
    return len(text) if quantity.measure is Measure.COUNT else len(digits)


def _are_unlike(one: Saying, other: Saying) -> bool:
    """Whether two sayings have no word in common, and nothing says that they should agree."""
    first, second = one.words - AGENT_STEMS, other.words - AGENT_STEMS
    if first & second or not (first and second):
        return False
    if one.sentence is other.sentence or one.inferred or other.inferred:
        return False
    if _is_item(one.sentence) and _is_item(other.sentence):
        return False  # two of a list: each has its own, and some agree
    text = other.sentence.text
    if _MEANT.search(text) or _DEFINITE.search(text[: other.quantity.start]):
        return False
    # What the first is of may stand in the words of its sentence that its own clause lacks.
    return not (_stems_about(one) & second or _stems_about(other) & first)


def _is_item(sentence: Sentence) -> bool:
    return len(sentence.text.split()) <= _SHORT and not _VERB.search(sentence.text)


def _stems_about(saying: Saying) -> frozenset[str]:
    return saying.under | saying.words


def _are_near(one: Saying, other: Saying) -> bool:
    return other.sentence.passage.order - one.sentence.passage.order <= _NEAR


def _fault(one: Saying, other: Saying) -> ClaimFault:
    return ClaimFault(
        file=other.sentence.file,
        locator=other.sentence.locator,
        kind=KIND.name,
        severity=Severity.WARNING,
        printed=other.quantity.text.strip(),
        expected="",
        message=f"The same number is told of something else at {one.sentence.locator}: look "
        "whether one of the two was copied to the wrong place.",
        evidence=f"{other.quantity.text.strip()} in “{_about(other)}” and in “{_about(one)}”",
    )


def _about(saying: Saying) -> str:
    text, quantity = saying.sentence.text, saying.quantity
    begin = max(0, quantity.start - 40)
    begin = text.find(" ", begin) + 1 if begin else 0
    end = text.find(" ", quantity.end + 40)
    return text[begin:] if end < 0 else text[begin:end]


def _changed_round(
    sentences: Sequence[Sentence],
) -> Iterator[tuple[tuple[Sentence, str], tuple[Sentence, str]]]:
    """Each count with its share, "43 (12%)", that stands elsewhere as "12 (43%)"."""
    known: dict[tuple[str, Fraction, Fraction], tuple[Sentence, str]] = {}
    for sentence in sentences:
        for one, other in zip(sentence.quantities, sentence.quantities[1:], strict=False):
            between = sentence.text[one.end : other.start]
            if {one.measure, other.measure} != {Measure.COUNT, Measure.PERCENT}:
                continue
            if not re.fullmatch(r"\s?[(/–-]\s?", between) or one.value == other.value:
                continue
            count, share = (one, other) if one.measure is Measure.COUNT else (other, one)
            words = sentence.text[one.start : other.end]
            words += ")" * (words.count("(") - words.count(")"))
            swapped = known.get((sentence.file, share.value, count.value))
            if swapped and swapped[0] is not sentence:
                yield swapped, (sentence, words)
            known.setdefault((sentence.file, count.value, share.value), (sentence, words))


def _round_fault(one: tuple[Sentence, str], other: tuple[Sentence, str]) -> ClaimFault:
    sentence, words = other
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind=KIND.name,
        severity=Severity.WARNING,
        printed=words,
        expected="",
        message=f"The count and the percentage stand the other way round at {one[0].locator}: look "
        "which of the two is right.",
        evidence=f"“{words}” here, “{one[1]}” there",
    )


KIND = Kind(
    name="double_duty",
    title="One number for two things",
    asks="Does one unusual number stand for two things that have nothing in common?",
    examples=(
        Example(text="The hub took 2,317 calls. Each of the 2,317 calls was logged.", fault=False),
        Example(text="There were 12 meetings in the year.\n\nTwelve nurses left: 12.", fault=False),
        Example(
            text="Half of the money (50.0%) is spent on staff.\n\nAttendance was 50.0%.",
            fault=False,
        ),
        Example(text="The hub took 2,317 calls.\n\nLost library books: 2,317", fault=True),
        Example(text="Absence was 14.7% in May.\n\nTurnover of nurses: 14.7%", fault=True),
        Example(
            text="Of plans begun 43 (12%) were second plans.\n\nSecond plans were 12 (43%).",
            fault=True,
        ),
    ),
    limits=(
        "Numbers agree by chance: it is a warning at most, and only of numbers with three digits "
        "or more that are not round; with three, only where the two stand close together.",
        "Of one text the four most striking are told; a number printed more than three times is "
        "let go by.",
        "Two things that share a word are taken for one told twice.",
    ),
    run=_run,
)
