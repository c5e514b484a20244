"""The faults of shares that what stands with them does not bear out."""

from goldenthread.claims.closed.parts.majorities import NoMajority
from goldenthread.claims.closed.parts.ratios import Untrue
from goldenthread.claims.closed.parts.rows_compared import NoMultiple
from goldenthread.claims.closed.shares.pairs import Wrong
from goldenthread.claims.found import ClaimFault
from goldenthread.claims.language.hedges import hedge_before
from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.language.printed import like, number, printed
from goldenthread.nouns.fault import Severity


def share_fault(found: Wrong) -> ClaimFault:
    """The fault of a percentage."""
    value = found.part.value / found.whole.value * 100
    right, stated = like(found.share, value), found.share.text.strip()
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind="share",
        severity=Severity.ERROR,
        printed=stated,
        expected=right,
        message="The percentage is not the part of the whole: "
        f"print {right}, or look at the counts.",
        evidence=f"{printed(found.part)} ÷ {printed(found.whole)} = "
        f"{number(value, max(found.share.decimals, 1))}%, not {stated}",
    )


def words_fault(found: Wrong) -> ClaimFault:
    """The fault of a share in words."""
    start = hedge_before(found.skeleton.source, found.share.start)[1]
    stated = found.skeleton.source[start : found.share.end]
    return _of_words(found.sentence, stated, found.part, found.whole)


def majority_fault(found: NoMajority) -> ClaimFault:
    """The fault of a majority of which the greatest part is none."""
    return _of_words(found.sentence, found.printed, found.most, found.whole)


def untrue_fault(found: Untrue) -> ClaimFault:
    """The fault of a share or multiple of which the numbers told with it make another."""
    value = found.one.value / found.other.value
    told = f"{number(value * 100, 1)}%" if value < 1 else number(value, 2)
    return _fault_of(found.sentence, found.printed, found.one, found.other, told)


def cells_fault(found: NoMultiple) -> ClaimFault:
    """The fault of a multiple of two cells of a table."""
    one, other = found.one, found.other
    return _fault(
        found.sentence,
        found.printed,
        "",
        f"{one.text} ÷ {other.text} = {number(one.value / other.value, 2)}",
    )


def _of_words(sentence: Sentence, stated: str, part: Quantity, whole: Quantity) -> ClaimFault:
    value = number(part.value / whole.value * 100, 1)
    return _fault_of(sentence, stated, part, whole, f"{value}%")


def _fault_of(
    sentence: Sentence, stated: str, part: Quantity, whole: Quantity, value: str
) -> ClaimFault:
    return _fault(sentence, stated, value, f"{printed(part)} ÷ {printed(whole)} = {value}")


def _fault(sentence: Sentence, stated: str, expected: str, evidence: str) -> ClaimFault:
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind="ratio_words",
        severity=Severity.ERROR,
        printed=stated,
        expected=expected,
        message=f"“{stated}” does not fit the numbers beside it: change the word or the numbers.",
        evidence=evidence,
    )
