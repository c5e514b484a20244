"""Units that cannot be: "12.4% per 10,000", 118% of children, minus five children."""

from fractions import Fraction

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.impossible.beyond_all import beyond_all
from goldenthread.claims.impossible.numbers import impossible_in
from goldenthread.claims.impossible.out_of_range import off_the_scale, out_of_interval, scale_of
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.reading import Reading

_Scale = tuple[Fraction, Fraction]
_NEAR = 6  # passages that a scale may still be meant in


def _run(reading: Reading, findings: Findings) -> None:
    told: tuple[Sentence, _Scale] | None = None
    for sentence in reading.sentences:
        if scale := scale_of(sentence.text):
            told = (sentence, scale)
        _tell_of_range(sentence, told, findings)
        if not sentence.quantities:
            continue
        named: list[str] = []
        for found in impossible_in(sentence.text):
            findings.tested(sentence.file, sentence.locator)
            named.append(found.printed)
            findings.add(
                ClaimFault(
                    file=sentence.file,
                    locator=sentence.locator,
                    kind=KIND.name,
                    severity=found.severity,
                    printed=found.printed,
                    expected=found.expected,
                    message=found.message,
                    evidence=found.evidence,
                )
            )
        for slip in beyond_all(sentence):
            if not any(slip.printed in printed or printed in slip.printed for printed in named):
                findings.tested(sentence.file, sentence.locator)
                findings.add(slip.of(sentence, KIND.name))


def _tell_of_range(
    sentence: Sentence, scale: tuple[Sentence, _Scale] | None, findings: Findings
) -> None:
    """Tell what lies outside its own interval, or off the scale told a little before."""
    slips = list(out_of_interval(sentence)) if sentence.quantities else []
    if scale is not None and _is_near(scale[0], sentence):
        slips += off_the_scale(sentence, scale[1])
    for slip in slips:
        findings.tested(sentence.file, sentence.locator)
        findings.add(slip.of(sentence, KIND.name))


def _is_near(one: Sentence, other: Sentence) -> bool:
    """Whether the second stands under the first one's heading and soon after it."""
    return (
        one.file == other.file
        and one.passage.section == other.passage.section
        and other.passage.order - one.passage.order <= _NEAR
    )


KIND = Kind(
    name="impossible_unit",
    title="Units that cannot be",
    asks="Can there be such a number: a percentage per 10,000, more than all, fewer than none?",
    examples=(
        Example(
            text="The rate of admissions was 41.7 per 10,000 children, 6% lower than in 2021.",
            fault=False,
        ),
        Example(text="Spending stood at 112% of the budget.", fault=False),
        Example(text="On average each team held 17.5 cases.", fault=False),
        Example(text="Nine out of 10 callers were satisfied.", fault=False),
        Example(text="11 out of 10 callers were satisfied.", fault=True),
        Example(text="Complaints fell by 130% after the change.", fault=True),
        Example(text="The rate of admissions was 41.7% per 10,000 children.", fault=True),
        Example(text="In the year 104% of children had a health check in time.", fault=True),
        Example(text="Average attendance for 2022/23 was 90.4%, a little lower.", fault=False),
        Example(text="Average attendance for 2022/23 was 904%, a little lower.", fault=True),
        Example(text="On 31 March there were 3.5 children on orders.", fault=True),
        Example(text="In Elm it was 12.4% (95% CI: 10.9% to 13.8%).", fault=False),
        Example(text="In Elm it was 12.4% (95% CI: 10.1% to 11.8%).", fault=True),
        Example(
            text="On a scale of 0 to 10, trust went up from 5.4 to 5.9 on average.", fault=False
        ),
        Example(text="On a scale of 0 to 10, trust went up from 5.4 to 59 on average.", fault=True),
    ),
    limits=(
        "A percentage above 100 is an error only of people, things and visits, and never beside "
        "words such as target, budget, capacity, expected or an earlier year.",
        "A fall of more than 100% passes where profits, balances or other things that go below "
        "nought are told.",
        "A share of a sum of money may be above 100%; parts of a person pass in a range, beside a "
        "rate, and of the children that women or families had.",
        "Parts of a person pass beside words such as average, mean, median, rate or per.",
        "An interval is held against the number just before it, printed to as many places, and a "
        "scale against what is said to have gone from one number to another.",
    ),
    run=_run,
)
