"""Lengths of time told beside their ends: "the last five months (October to March)"."""

from fractions import Fraction
from itertools import groupby

from goldenthread.claims.dates.across_sentences import lengths_apart
from goldenthread.claims.dates.between_dates import between_dates
from goldenthread.claims.dates.counted_over import counted_over
from goldenthread.claims.dates.halves import odd_halves
from goldenthread.claims.dates.lengths import Told, told_lengths
from goldenthread.claims.dates.measured import Length, length
from goldenthread.claims.dates.moments import Grain, Span, moments
from goldenthread.claims.dates.quarters import odd_quarters
from goldenthread.claims.dates.years_told import (
    known_period,
    longer_than_period,
    over_years,
    years_ago,
)
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.number_words import SMALL
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

# "Over 12 months" may be 14, and nobody calls 24 so.
_RATHER_MORE = Fraction(5, 4)
_LONGEST = 400
_SMALL = ["no", *SMALL]


def _run(reading: Reading, findings: Findings) -> None:
    for sentence in reading.sentences:
        for told in told_lengths(sentence.text):
            fault = _listed(sentence, told) if told.listed else _ends(sentence, told)
            findings.tested(sentence.file, sentence.locator)
            if fault:
                findings.add(fault)
    told_of: set[int] = set()
    for sentence in reading.sentences:
        passage = sentence.passage
        if id(passage) in told_of or len(passage.text) > _LONGEST:
            continue
        told_of.add(id(passage))
        for told in between_dates(passage.text):
            findings.tested(sentence.file, sentence.locator)
            if fault := _ends(sentence, told):
                findings.add(fault)
    for earlier, sentence in zip((None, *reading.sentences), reading.sentences, strict=False):
        follows = earlier is not None and earlier.passage is sentence.passage
        before = earlier.text if earlier is not None and follows else ""
        for slip in lengths_apart(before, sentence.text):
            findings.tested(sentence.file, sentence.locator)
            findings.add(slip.of(sentence, KIND.name))
    _years_told(reading, findings)
    for sentence, odd in (*odd_quarters(reading.sentences), *odd_halves(reading.sentences)):
        findings.tested(sentence.file, sentence.locator)
        if odd is None:
            continue
        findings.add(
            ClaimFault(
                file=sentence.file,
                locator=sentence.locator,
                kind=KIND.name,
                severity=odd.severity,
                printed=odd.printed,
                expected=odd.expected,
                message=f"The months named are not {odd.quarter}: put the one or the other right.",
                evidence=odd.evidence,
            )
        )


def _years_told(reading: Reading, findings: Findings) -> None:
    """Lengths in years held against the years of their sentence, their section or their text."""
    every: dict[str, list[int]] = {}
    for sentence in reading.sentences:
        every.setdefault(sentence.file, []).extend(
            each.year for each in moments(sentence.text) if each.year
        )
    sections = groupby(reading.sentences, key=lambda each: (each.file, each.passage.section))
    for (file, _), group in sections:
        section = list(group)
        period = known_period(section)
        for sentence in section:
            text = sentence.text
            slips = [*over_years(text, moments(text)), *years_ago(text, every[file])]
            slips += longer_than_period(text, period) if period else ()
            for slip in slips:
                findings.tested(sentence.file, sentence.locator)
                findings.add(slip.of(sentence, KIND.name))


def _listed(sentence: Sentence, told: Told) -> ClaimFault | None:
    """A fault where as many are not listed as are said."""
    if len(told.listed) == told.number:
        return None
    if told.unit == "year" and len(told.listed) == 2 and told.number > 2:
        return None  # "the five years (2019 and 2024)" names its ends
    unit = told.unit or "name"
    return _fault(
        sentence,
        told,
        Severity.ERROR,
        Fraction(len(told.listed)),
        f"{', '.join(told.listed)}: {_many(len(told.listed), unit)}, "
        f"not {_many(told.number, unit)}",
    )


def _ends(sentence: Sentence, told: Told) -> ClaimFault | None:
    """A fault where the ends named are further apart, or less far, than is said."""
    span = told.span
    found = length(span, told.unit) if span else None
    if span is None or found is None or found.is_plain(told.number):
        return None
    if told.over and told.number < found.counted <= told.number * _RATHER_MORE:
        return None
    severity = _severity(sentence.text, told, span, found)
    if severity is None:
        return None
    how = "counted with both ends" if span.first.grain is not Grain.DAY else "from day to day"
    return _fault(
        sentence,
        told,
        severity,
        found.counted,
        f"{span.first.text} to {span.last.text} is {_many(found.counted, told.unit)}, {how}, "
        f"not {_many(told.number, told.unit)}",
    )


def _severity(text: str, told: Told, span: Span, found: Length) -> Severity | None:
    """Beyond doubt where no way of counting fits, or where the months stand in brackets.

    From October to March five months go by, so "in the five months from October to March" is only
    a warning where it tells how a number moved; what is counted over them is counted in all six,
    and "the last five months (October to March)" lists six. Years are told both ways everywhere,
    and "12 months (March 2023 to March 2024)" goes by without remark.
    """
    if not found.may_be(told.number):
        return Severity.ERROR
    by_month = told.unit in ("month", "quarter") and span.first.grain is Grain.MONTH
    if not by_month or told.number % 12 == 0 or found.others[0] != told.number:
        return None
    counted = told.within and counted_over(text, told)
    return Severity.ERROR if told.bracket or counted else Severity.WARNING


def _many(number: Fraction | int, unit: str) -> str:
    """A number of months: "six months", "5.4 weeks"."""
    value = Fraction(number)
    if value.denominator != 1:
        return f"about {float(value):.1f} {unit}s"
    whole = int(value)
    return f"{_SMALL[whole] if whole < len(_SMALL) else whole} {unit}{'' if whole == 1 else 's'}"


def _printed(sentence: Sentence, told: Told) -> str:
    """The words of a length with its ends, and the bracket that closes them."""
    words = sentence.text[told.start : told.end].rstrip(" (,")
    if told.words not in words:  # of a passage, and not of its first sentence
        return told.words
    return words + (")" if "(" in words else "")


def _fault(
    sentence: Sentence, told: Told, severity: Severity, right: Fraction, evidence: str
) -> ClaimFault:
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind=KIND.name,
        severity=severity,
        printed=_printed(sentence, told),
        expected=_many(right, told.unit or "name"),
        message="The length told and the ends named do not agree: say "
        f"{_many(right, told.unit or 'name')}, or name the ends that are meant.",
        evidence=evidence,
    )


KIND = Kind(
    name="span",
    title="Lengths of time",
    asks="Is a stretch of time as long as it is said to be, and is a quarter made of its months?",
    examples=(
        Example(text="Visits rose over the last six months (October to March).", fault=False),
        Example(
            text="Over the past three years (2021/22 to 2023/24) plans fell by a tenth.",
            fault=False,
        ),
        Example(text="In Q4 (January to March 2024) there were 210 conferences.", fault=False),
        Example(text="The five-year period 2019-2024 saw steady growth.", fault=False),
        Example(text="Over a fortnight, 3 to 16 June 2024, we ran 31 patrols.", fault=False),
        Example(text="Over a fortnight, 3 to 30 June 2024, we ran 31 patrols.", fault=True),
        Example(text="Visits rose over the last five months (October to March).", fault=True),
        Example(text="In Q3 2023/24 (January to March) there were 210 conferences.", fault=True),
        Example(
            text="Over the past four years (2021/22 to 2023/24) plans fell by a tenth.", fault=True
        ),
        Example(
            text="The first case was told on 6 February 2024. The outbreak was declared over on 19 "
            "April, a little over ten weeks later.",
            fault=False,
        ),
        Example(
            text="The first case was told on 6 February 2024. The outbreak was declared over on 19 "
            "April, a little over six weeks later.",
            fault=True,
        ),
        Example(
            text="The home was placed in measures on 14 September 2021. It remained there for 30 "
            "months and was released on 14 March 2023.",
            fault=True,
        ),
        Example(
            text="The home was placed in measures on 14 September 2021. It remained there for 18 "
            "months and was released on 14 March 2023.",
            fault=False,
        ),
        Example(
            text="In the last two months (January, February and March) nobody waited.", fault=True
        ),
        Example(
            text="Over the four months from June to September 2024 we visited 96 homes.",
            fault=False,
        ),
        Example(
            text="Over the three months from June to September 2024 we visited 96 homes.",
            fault=True,
        ),
    ),
    limits=(
        "Only a length whose ends stand beside it is tested, or are the years between which the "
        "same sentence has something change, or the only period of its section; “since 2019” "
        "depends on the day of writing and is left alone.",
        "“Forty years ago, in 1982” is told only where the text speaks of no year so much later.",
        "Years may be counted with both ends or as the steps between them; both pass.",
        "Days or years chosen from a longer time (“eight years between 1990 and 2013 in which”) "
        "are left alone, and so is a part of a time (“the middle of this three-year period”).",
        "Working days and school weeks are not counted, since holidays are not known.",
        "Terms, winters and cohorts are counted only where they are named one by one.",
        "How a number moved in “the five months from October to March” may be told of the months "
        "that went by between the two, and is a warning; what was counted over them is an error.",
        "A quarter without its year may be a calendar quarter, and passes as one.",
    ),
    run=_run,
)
