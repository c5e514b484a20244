"""Units that cannot be: "12.4% per 10,000", 118% of children, minus five children."""

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.impossible.beyond_all import beyond_all
from goldenthread.claims.impossible.numbers import impossible_in
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.reading import Reading


def _run(reading: Reading, findings: Findings) -> None:
    for sentence in reading.sentences:
        if not sentence.quantities:
            continue
        told: list[str] = []
        for found in impossible_in(sentence.text):
            findings.tested(sentence.file, sentence.locator)
            told.append(found.printed)
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
            if not any(slip.printed in printed or printed in slip.printed for printed in told):
                findings.tested(sentence.file, sentence.locator)
                findings.add(slip.of(sentence, KIND.name))


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
    ),
    limits=(
        "A percentage above 100 is an error only of people, things and visits, and never beside "
        "words such as target, budget, capacity, expected or an earlier year.",
        "A fall of more than 100% passes where profits, balances or other things that go below "
        "nought are told.",
        "A share of a sum of money may be above 100%; parts of a person pass in a range, beside a "
        "rate, and of the children that women or families had.",
        "Parts of a person pass beside words such as average, mean, median, rate or per.",
    ),
    run=_run,
)
