"""The faults of shares that what stands with them does not bear out."""

from goldenthread.claims.closed.parts.majorities import NoMajority
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


def _of_words(sentence: Sentence, stated: str, part: Quantity, whole: Quantity) -> ClaimFault:
    value = number(part.value / whole.value * 100, 1)
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind="ratio_words",
        severity=Severity.ERROR,
        printed=stated,
        expected=f"{value}%",
        message=f"“{stated}” does not fit the numbers beside it: change the word or the numbers.",
        evidence=f"{printed(part)} ÷ {printed(whole)} = {value}%",
    )
