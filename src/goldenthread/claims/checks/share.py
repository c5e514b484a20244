"""Shares told in a sentence: part, whole and percentage, and percentages added together."""

from collections.abc import Sequence
from fractions import Fraction

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.added_up import Unmade, unmade
from goldenthread.claims.language.assertions.divided import wrongly_divided
from goldenthread.claims.language.assertions.rests import Left, wrong_rests
from goldenthread.claims.language.assertions.told import asserted, is_share
from goldenthread.claims.language.everybody import not_everybody
from goldenthread.claims.language.misplaced_points import points_misplaced
from goldenthread.claims.language.model import Quantity
from goldenthread.claims.language.printed import MINUS, exact, like, number, printed
from goldenthread.claims.language.share_model import Share
from goldenthread.claims.language.shares import parts_above, shares_in
from goldenthread.claims.language.sums import Sum, rests_in, sums_in, sums_over
from goldenthread.claims.language.utterances import Utterance, utterances
from goldenthread.claims.language.windows import windows
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity


def _run(reading: Reading, findings: Findings) -> None:
    for (alone, together), window in zip(utterances(reading), windows(reading), strict=True):
        faults = list(_faults_of(alone, findings))
        if not faults and together is not None:
            faults = list(_shares_of(together, findings))
        if not faults:
            faults = _unread(alone, together, window, _in_lists(reading, alone))
        for fault in faults:
            findings.add(fault)
    for found in not_everybody(reading):
        findings.add(_not_hundred(found))


def _not_hundred(found: Unmade) -> ClaimFault:
    """Percentages said to cover everybody that do not; told at the last, for want of a whole."""
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=found.whole.text.strip(),
        expected="",
        message="The percentages are said to cover everybody and do not make 100: "
        "look for the one that is wrong.",
        evidence=found.evidence("100"),
    )


def _in_lists(reading: Reading, alone: Utterance) -> set[str]:
    """Numbers of lists in this passage and of wholes they do not make, which the totals tell."""
    passage = alone.sentence.passage
    return {
        told.text
        for each in unmade(reading)
        if each.sentence.passage is passage
        for told in (each.whole, *each.parts)
    }


def _unread(
    alone: Utterance, together: Utterance | None, window: Utterance, in_lists: set[str]
) -> list[ClaimFault]:
    """What the second pass tells of the percentages that the first could not test."""
    last = len(window.skeleton.quantities)
    settled = {
        last - len(each.skeleton.quantities) + told.share.percent
        for each in (alone, together)
        if each is not None
        for told in shares_in(each.skeleton, each.since)
    }
    shares = [
        Share(part=each.one, whole=each.other, percent=each.stated.place)
        for each in asserted(alone, window)
        if is_share(window.skeleton, each) and each.stated.place not in settled
    ]
    tested = settled | {share.percent for share in shares}
    shares += [
        share
        for share in points_misplaced(window.skeleton, window.since)
        if share.percent not in tested
    ]
    found = [_wrong(window, share) for share in shares]
    if window.since:
        found += [_sum(window, total) for total in sums_over(window.skeleton, window.since)]
    found = found or [
        _left(window, each)
        for each in wrong_rests(window.skeleton, window.since)
        if each.by_name or window.skeleton.quantities[each.rest].text not in in_lists
    ]
    return found or [
        _made(window, each)
        for each in wrongly_divided(window.skeleton, window.since)
        if window.skeleton.quantities[each.rest].text not in in_lists
    ]


def _faults_of(utterance: Utterance, findings: Findings) -> list[ClaimFault]:
    sentence, skeleton = utterance.sentence, utterance.skeleton
    faults = _shares_of(utterance, findings)
    for share in parts_above(skeleton):
        findings.tested(sentence.file, sentence.locator)
        faults.append(_above(utterance, share))
    for total in sums_in(skeleton):
        findings.tested(sentence.file, sentence.locator)
        if not total.holds:
            faults.append(_sum(utterance, total))
    for rest in rests_in(skeleton):
        findings.tested(sentence.file, sentence.locator)
        if not rest.holds:
            faults.append(_rest(utterance, rest))
    return faults


def _shares_of(utterance: Utterance, findings: Findings) -> list[ClaimFault]:
    faults = []
    for told in shares_in(utterance.skeleton, utterance.since):
        findings.tested(utterance.sentence.file, utterance.sentence.locator)
        if not told.holds:
            faults.append(_wrong(utterance, told.share))
    return faults


def _wrong(utterance: Utterance, share: Share) -> ClaimFault:
    part, whole, percent = (
        utterance.skeleton.quantities[each] for each in (share.part, share.whole, share.percent)
    )
    counted = whole.value - part.value if share.rest else part.value
    value = counted / whole.value * 100
    decimals = percent.decimals
    if not decimals and abs(value - percent.value) < 1:
        decimals = 1
    if value < 1:
        decimals = max(decimals, 2)
    right = like(percent, value)
    return ClaimFault(
        file=utterance.sentence.file,
        locator=utterance.sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=percent.text.strip(),
        expected=right,
        message="The percentage is not the part of the whole: "
        f"print {right}, or look at the counts.",
        evidence=(
            f"{printed(whole)} {MINUS} {printed(part)} = {exact(counted)}; " if share.rest else ""
        )
        + f"{exact(counted)} ÷ {printed(whole)} = {number(value, decimals)}%, "
        f"not {percent.text.strip()}",
    )


def _above(utterance: Utterance, share: Share) -> ClaimFault:
    part, whole = (utterance.skeleton.quantities[each] for each in (share.part, share.whole))
    return ClaimFault(
        file=utterance.sentence.file,
        locator=utterance.sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=utterance.skeleton.source[part.start : whole.end],
        expected="",
        message="A part cannot be larger than its whole: look at both numbers, or swap them.",
        evidence=f"{printed(part)} is more than {printed(whole)}",
    )


def _sum(utterance: Utterance, total: Sum) -> ClaimFault:
    parts = [utterance.skeleton.quantities[each] for each in total.parts]
    return _not_made(
        utterance,
        utterance.skeleton.quantities[total.total],
        sum((part.value for part in parts), Fraction(0)),
        " + ".join(printed(part) for part in parts),
        "The percentages do not make the one told for them together: print {right}, or "
        "say that some are counted twice.",
    )


def _rest(utterance: Utterance, total: Sum) -> ClaimFault:
    parts = [utterance.skeleton.quantities[each] for each in total.parts]
    return _left_of(
        utterance,
        Fraction(100),
        parts,
        utterance.skeleton.quantities[total.total],
        "The rest and what is told before it do not make a whole: "
        "print {right}, or look at the others.",
    )


def _left(utterance: Utterance, left: Left) -> ClaimFault:
    quantities = utterance.skeleton.quantities
    return _left_of(
        utterance,
        Fraction(100) if left.whole is None else quantities[left.whole].value,
        [quantities[each] for each in left.parts],
        quantities[left.rest],
        "This is not what the other parts leave of the whole: "
        "print {right}, or look at the others.",
    )


def _made(utterance: Utterance, divided: Left) -> ClaimFault:
    quantities = utterance.skeleton.quantities
    parts = [quantities[each] for each in divided.parts]
    return _not_made(
        utterance,
        quantities[divided.rest],
        sum((part.value for part in parts), Fraction(0)),
        " + ".join(printed(part) for part in parts),
        "The parts told do not make the whole: print {right}, or look at the parts.",
    )


def _left_of(
    utterance: Utterance,
    whole: Fraction,
    parts: Sequence[Quantity],
    stated: Quantity,
    message: str,
) -> ClaimFault:
    taken = f" {MINUS} ".join([exact(whole), *(printed(part) for part in parts)])
    value = whole - sum((part.value for part in parts), Fraction(0))
    return _not_made(utterance, stated, value, taken, message)


def _not_made(
    utterance: Utterance, stated: Quantity, value: Fraction, sums: str, message: str
) -> ClaimFault:
    """A number that ``sums`` make another; ``message`` has a place for the ``right`` one."""
    right = like(stated, value)
    return ClaimFault(
        file=utterance.sentence.file,
        locator=utterance.sentence.locator,
        kind=KIND.name,
        severity=Severity.ERROR,
        printed=stated.text.strip(),
        expected=right,
        message=message.format(right=right),
        evidence=f"{sums} = {exact(value)}, not {stated.text.strip()}",
    )


KIND = Kind(
    name="share",
    title="Shares told in a sentence",
    asks="Is the percentage the part of the whole, and do shares told together add up?",
    examples=(
        Example(text="Of the 320 children seen, 48 (15%) were known to early help.", fault=False),
        Example(text="27 of 36 plans (75%) had been reviewed in time.", fault=False),
        Example(text="Schools sent 31% of contacts and police 22%, together 53%.", fault=False),
        Example(
            text="Of the 320 children seen, 80 (25%) were in care, "
            "of whom 20 (25%) lived outside the county.",
            fault=False,
        ),
        Example(text="Of the 320 children seen, 48 (18%) were known to early help.", fault=True),
        Example(text="27 of 36 plans (72%) had been reviewed in time.", fault=True),
        Example(text="In all 45% (19 of 52) had an up-to-date plan.", fault=True),
        Example(text="Schools sent 31% of contacts and police 22%, together 58%.", fault=True),
        Example(
            text="Visitors came by bus (41%), by car (32%), by bicycle (14%) and on foot (13%). "
            "These four groups cover everybody.",
            fault=False,
        ),
        Example(
            text="Visitors came by bus (41%), by car (32%), by bicycle (14%) and on foot (21%). "
            "These four groups cover everybody.",
            fault=True,
        ),
        Example(text="Visits were made to 45 of the 40 families.", fault=True),
        Example(
            text="The line took 900 calls. Of these, 300 (33%) were cut off and the other 600 were "
            "answered. Of the calls answered, 450 (75%) led to advice.",
            fault=False,
        ),
        Example(
            text="The line took 900 calls. Of these, 300 (50%) were cut off, with the other 600 "
            "answered.",
            fault=True,
        ),
        Example(
            text="The line took 2,000 calls, of which 1,200 (60%) were answered. Of the calls "
            "answered, 900 (45%) led to advice.",
            fault=True,
        ),
        Example(
            text="Over the year 1,476 people came. Eight, representing 5.4% of them, went home.",
            fault=True,
        ),
        Example(
            text="Foster care is home to 298 children, 74% of those looked after. Children's "
            "homes account for 46 (11%).",
            fault=False,
        ),
        Example(
            text="Contacts from the police fell by a fifth, from 5,020 to 4,016. Those from "
            "health went the other way, from 1,388 to 1,561.",
            fault=False,
        ),
        Example(
            text="We took on 64 nurses and 41 aides. With vacancies at 9.1%, more are needed.",
            fault=False,
        ),
    ),
    limits=(
        "Part and whole must both stand in the sentence, or the whole in one of the two before it.",
        "Percentages that make more or less than 100 are told where words say that they cover "
        "everybody.",
        "A percentage that is true of another count in the sentence passes.",
        "A whole named by what was done to it (“of those accepted”) is found where one count was "
        "told with that very word, and a share ten times out where two digits of it agree.",
        "A percentage that names its own whole (“20% of all contacts”) is left alone.",
        "Percentages told together are added; where the words allow for overlaps nothing is said.",
    ),
    run=_run,
)
