"""Changes told in a sentence: size and direction, against the two numbers beside them."""

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.change_words import evidence, expected
from goldenthread.claims.language.changes import Judged, Verdict
from goldenthread.claims.language.hardly_meant import hardly_meant
from goldenthread.claims.language.told import changes_told
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

_WRONG = (Verdict.WRONG, Verdict.DIRECTION, Verdict.CHANGED, Verdict.UNSURE)


def _run(reading: Reading, findings: Findings) -> None:
    for utterance, judged in changes_told(reading):
        sentence = utterance.sentence
        findings.tested(sentence.file, sentence.locator)
        if judged.verdict in _WRONG:
            findings.add(_fault(utterance, judged))


def _fault(utterance: Utterance, judged: Judged) -> ClaimFault:
    skeleton = utterance.skeleton
    size = judged.size
    stated = skeleton.quantities[size.number] if size else None
    word = judged.direction.word if judged.direction else (size.word if size else "")
    if judged.verdict in (Verdict.DIRECTION, Verdict.CHANGED) or stated is None:
        printed = f"{word} {stated.text}".strip() if stated and word else word or "from"
        message = (
            f"The numbers go the other way from “{word}”: put the word right, or the numbers if "
            "they have changed places."
        )
        right = ""
        if judged.verdict is Verdict.CHANGED:
            message = f"The two numbers are not one, as “{word}” says: put the word right, or one."
    else:
        printed = stated.text.strip()
        right = expected(skeleton, judged)
        message = (
            "The change told is not the change between the two numbers: "
            f"print {right}, or look again at the numbers."
        )
    if judged.verdict is Verdict.UNSURE:
        message = "The change told is true only backwards: say which of the two numbers came first."
    doubtful = judged.verdict is Verdict.UNSURE or judged.inferred
    doubtful = doubtful or hardly_meant(skeleton, judged)
    return ClaimFault(
        file=utterance.sentence.file,
        locator=utterance.sentence.locator,
        kind=KIND.name,
        severity=Severity.WARNING if doubtful else Severity.ERROR,
        printed=printed,
        expected=right,
        message=message,
        evidence=evidence(skeleton, judged),
    )


KIND = Kind(
    name="change",
    title="Changes told in a sentence",
    asks="Is the change told the change between the two numbers, in size and in direction?",
    examples=(
        Example(
            text="Referrals fell from 1,240 in 2021/22 to 1,116 in 2022/23, a drop of 10%.",
            fault=False,
        ),
        Example(
            text="The team saw 62 more families (331) than last year (269), an increase of 23%.",
            fault=False,
        ),
        Example(
            text="Attendance was 91.2%, up 3.1 percentage points on 88.1% in the autumn.",
            fault=False,
        ),
        Example(
            text="Referrals fell from 1,240 in 2021/22 to 1,116 in 2022/23, a drop of 14%.",
            fault=True,
        ),
        Example(
            text="Assaults recorded: 386, compared with 311 in the previous year (24.2% increase).",
            fault=True,
        ),
        Example(text="The waiting list rose from 412 to 377 children.", fault=True),
        Example(text="Exclusions are down by 9 this year, from 31 to 24.", fault=True),
        Example(text="Contacts rose by 168 in quarter three, from 1,045 to 1,231.", fault=True),
        Example(text="Contacts rose by 186 in quarter three, from 1,045 to 1,231.", fault=False),
        Example(
            text="The overspend stands at £6.8m at month 9. At month 6 it was £5.1m, so the "
            "position has worsened by £2.7m.",
            fault=True,
        ),
        Example(
            text="The overspend stands at £6.8m at month 9. At month 6 it was £5.1m, so the "
            "position has worsened by £1.7m.",
            fault=False,
        ),
        Example(
            text="We managed 257 allegations. This was 59 fewer than the 198 of the year before, "
            "with 103 (40%) from schools.",
            fault=True,
        ),
        Example(
            text="We managed 257 allegations. This was 59 more than the 198 of the year before, "
            "with 103 (40%) from schools.",
            fault=False,
        ),
    ),
    limits=(
        "Only numbers printed in the sentence, or in the two right before it, are compared.",
        "Numbers more than twenty-five times apart are taken for different things.",
        "Where a sentence has several pairs of numbers, a size that fits any of them passes.",
        "A count of a thousand or more that ends in noughts is taken as rounded when the other "
        "large counts beside it are; so is one alone that ends in two noughts.",
        "Changes a year, after inflation, expected or of another area are left alone; so are "
        "places in an order, currencies and frequencies, which improve as they fall.",
        "Seasons, terms and “our first year” are no dates to it: where only they tell which number "
        "came first, a size is held against both orders.",
        "A share told in words (“by almost a third”) fails only well beyond what the words allow.",
    ),
    run=_run,
)
