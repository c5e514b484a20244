"""The faults that the check of shares tells, each with the sum a reader can do again."""

import re
from collections.abc import Sequence
from fractions import Fraction

from goldenthread.claims.found import ClaimFault
from goldenthread.claims.language.distance import is_far_count, is_far_share, is_turned
from goldenthread.claims.language.model import Quantity
from goldenthread.claims.language.printed import MINUS, exact, like, number, printed
from goldenthread.claims.language.skeleton import COUNT, MONEY, PERCENT
from goldenthread.claims.language.utterances import Utterance
from goldenthread.claims.shares.beyond_doubt import is_only_whole
from goldenthread.claims.shares.share_model import Share
from goldenthread.claims.wholes.added_up import Unmade
from goldenthread.claims.wholes.of_this_number import NoShare
from goldenthread.claims.wholes.rests import Left
from goldenthread.claims.wholes.sums import Sum
from goldenthread.nouns.fault import Severity

_KIND = "share"


def not_hundred(found: Unmade) -> ClaimFault:
    """Percentages said to cover everybody that do not; told at the last, for want of a whole."""
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind=_KIND,
        severity=Severity.ERROR,
        printed=found.whole.text.strip(),
        expected="",
        message="The percentages are said to cover everybody and do not make 100: "
        "look for the one that is wrong.",
        evidence=found.evidence("100"),
    )


def of_this_number(found: NoShare) -> ClaimFault:
    """A percentage in a list below "of this number" that is not its part of that number."""
    value = found.part.value / found.whole.value * 100
    right = like(found.share, value)
    return ClaimFault(
        file=found.sentence.file,
        locator=found.sentence.locator,
        kind=_KIND,
        severity=Severity.ERROR,
        printed=found.share.text.strip(),
        expected=right,
        message="The percentage is not the part of the whole: "
        f"print {right}, or look at the counts.",
        evidence=f"{printed(found.part)} ÷ {printed(found.whole)} = "
        f"{number(value, max(found.share.decimals, 1))}%, not {found.share.text.strip()}",
    )


def wrong(utterance: Utterance, share: Share) -> ClaimFault:
    """A percentage that is not the part of its whole."""
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
    far = is_far_share(percent.value, value, whole=not percent.decimals)
    near = _is_told(utterance, share) and is_only_whole(utterance.skeleton, share)
    sure = near and (not far or _is_plain(utterance, share) or is_turned(percent.value, value))
    return ClaimFault(
        file=utterance.sentence.file,
        locator=utterance.sentence.locator,
        kind=_KIND,
        severity=Severity.ERROR if sure else Severity.WARNING,
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


def _is_told(utterance: Utterance, share: Share) -> bool:
    """Whether the words tell of what the percentage is, or it was inferred from what is near.

    A whole may stand further up, since "of these" says so; but then the part stands right before
    its percentage, with no number between them and in one sentence.
    """
    if not utterance.leans_back(share.part, share.whole) or _is_taken_up(utterance, share):
        return True
    return not utterance.leans_back(share.part) and share.percent - share.part == 1


# "Of the 271 staff, 54 left. This equates to 16.6%": part and whole are told together before it.
_THIS_IS = re.compile(
    r"(?:this|that|which|it) (?:is|was|equates to|equated to|represents|represented|amounts to|"
    rf"amounted to|equals|means|makes|gives) (?:just |only |about )?[{PERCENT}]"
)


def _is_taken_up(utterance: Utterance, share: Share) -> bool:
    """Whether a sentence begins with its percentage, and the one before tells part and whole."""
    skeleton, since = utterance.skeleton, utterance.since
    part, whole = skeleton.at[share.part], skeleton.at[share.whole]
    found = _THIS_IS.match(skeleton.text, since)
    if found is None or found.end() != skeleton.at[share.percent] + 1 or max(part, whole) >= since:
        return False
    start, end = sorted((part, whole))
    last = share.percent - max(share.part, share.whole) == 1
    return last and ". " not in skeleton.text[start:end]


# "12 of 40 (70%)" says what it is of, however far from it the percentage is.
_PLAIN = re.compile(
    rf"[{COUNT}{MONEY}](?: [a-z-]+){{0,2}} (?:out )?of (?:the |our |its |all )?[{COUNT}{MONEY}]"
    rf"(?: [a-z-]+){{0,3}} ?(?:\(|, or )[{PERCENT}]"
)


def _is_plain(utterance: Utterance, share: Share) -> bool:
    at = utterance.skeleton.at
    text = utterance.skeleton.text[at[share.part] : at[share.percent] + 1]
    return share.part < share.whole < share.percent and bool(_PLAIN.fullmatch(text))


def added(utterance: Utterance, total: Sum) -> ClaimFault:
    """Percentages that do not make the one told for them together."""
    parts = [utterance.skeleton.quantities[each] for each in total.parts]
    return _not_made(
        utterance,
        utterance.skeleton.quantities[total.total],
        sum((part.value for part in parts), Fraction(0)),
        " + ".join(printed(part) for part in parts),
        "The percentages do not make the one told for them together: print {right}, or "
        "say that some are counted twice.",
        doubtful=utterance.leans_back(*total.parts),
    )


def rest(utterance: Utterance, total: Sum) -> ClaimFault:
    """A percentage for the others that does not make a hundred with those before it."""
    parts = [utterance.skeleton.quantities[each] for each in total.parts]
    return _left_of(
        utterance,
        Fraction(100),
        parts,
        utterance.skeleton.quantities[total.total],
        "The rest and what is told before it do not make a whole: "
        "print {right}, or look at the others.",
    )


def left(utterance: Utterance, told: Left) -> ClaimFault:
    """What is left of a whole, told wrong; inferred where a part of it stands further up."""
    quantities = utterance.skeleton.quantities
    return _left_of(
        utterance,
        Fraction(100) if told.whole is None else quantities[told.whole].value,
        [quantities[each] for each in told.parts],
        quantities[told.rest],
        "This is not what the other parts leave of the whole: "
        "print {right}, or look at the others.",
        doubtful=utterance.leans_back(*told.parts) and not _is_told_of_it(utterance, told),
    )


def _is_told_of_it(utterance: Utterance, told: Left) -> bool:
    """Whether one part stands with its whole: "of 233 of the 412 homes", and then what remains."""
    if told.whole is None or len(told.parts) != 1 or not told.by_name:
        return False
    skeleton = utterance.skeleton
    part, whole = (skeleton.at[each] for each in (told.parts[0], told.whole))
    between = skeleton.text[part + 1 : whole]
    return part < whole and re.fullmatch(r" (?:out )?of (?:(?:the|our|all) )*", between) is not None


def made(utterance: Utterance, divided: Left) -> ClaimFault:
    """A whole that the parts it is divided into do not make."""
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
    *,
    doubtful: bool = False,
) -> ClaimFault:
    taken = f" {MINUS} ".join([exact(whole), *(printed(part) for part in parts)])
    value = whole - sum((part.value for part in parts), Fraction(0))
    doubtful = doubtful or is_far_count(stated.value, value)
    return _not_made(utterance, stated, value, taken, message, doubtful=doubtful)


def _not_made(
    utterance: Utterance,
    stated: Quantity,
    value: Fraction,
    sums: str,
    message: str,
    *,
    doubtful: bool = False,
) -> ClaimFault:
    """A number that ``sums`` make another; ``message`` has a place for the ``right`` one."""
    right = like(stated, value)
    return ClaimFault(
        file=utterance.sentence.file,
        locator=utterance.sentence.locator,
        kind=_KIND,
        severity=Severity.WARNING if doubtful else Severity.ERROR,
        printed=stated.text.strip(),
        expected=right,
        message=message.format(right=right),
        evidence=f"{sums} = {exact(value)}, not {stated.text.strip()}",
    )
