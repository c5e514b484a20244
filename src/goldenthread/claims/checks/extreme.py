"""Highest, lowest, peak, second, best ever: held against the table or the values they speak of."""

from goldenthread.claims.found import Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.reading import Reading
from goldenthread.claims.series.judged import judged


def _run(reading: Reading, findings: Findings) -> None:
    for assertion in judged(reading):
        findings.tested(assertion.sentence.file, assertion.sentence.locator)
        if fault := assertion.fault(KIND.name):
            findings.add(fault)


_TABLE = """| Reason | Oct-23 | Nov-23 | Dec-23 |
| --- | --- | --- | --- |
| Neglect | 52 | 59 | 37 |
| Physical harm | 96 | 118 | 78 |

"""
_LIST = "Calls were 310 in April, 342 in May, 298 in June and 330 in July. "

KIND = Kind(
    name="extreme",
    title="Highest and lowest",
    asks="Is what is called the highest, lowest, peak, second or best so in the values given?",
    examples=(
        Example(text=_TABLE + "Neglect was at its peak in November 2023.", fault=False),
        Example(
            text=_TABLE + "**December 2023:** Neglect and Physical harm at their lowest.",
            fault=False,
        ),
        Example(text=_LIST + "May was the busiest month.", fault=False),
        Example(text=_TABLE + "Physical harm was the most common reason.", fault=False),
        Example(text=_TABLE + "Neglect was at its peak in October 2023.", fault=True),
        Example(
            text=_TABLE + "**November 2023:** Neglect and Physical harm at their lowest.",
            fault=True,
        ),
        Example(text=_LIST + "July was the busiest month.", fault=True),
        Example(text=_TABLE + "Neglect was the most common reason.", fault=True),
    ),
    limits=(
        "Only values that stand in the text or in a table of the same file are known: “the "
        "highest in "
        "the country” is left alone.",
        "A row must be named by its own label, whole, in the singular or plural, or by an "
        "abbreviation the text defines.",
        "Where a cell holds a number and a percentage and the words do not say which is "
        "meant, either "
        "will do.",
        "Best and worst may mean high or low, and are wrong only where the value is neither.",
        "Rows such as Other and Not known are left out of the order.",
    ),
    run=_run,
)
