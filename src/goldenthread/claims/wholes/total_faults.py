"""The faults of totals told in the text, each with the sum a reader can do again."""

from collections.abc import Sequence
from fractions import Fraction

from goldenthread.claims.found import ClaimFault
from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.language.printed import exact, like, printed
from goldenthread.claims.tables.told_together import Unlike
from goldenthread.claims.wholes.contraries import TooMany
from goldenthread.claims.wholes.unmade import Unmade
from goldenthread.nouns.fault import Severity

_KIND = "total"


def _error(
    sentence: Sentence, *, printed: str, expected: str, message: str, evidence: str
) -> ClaimFault:
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind=_KIND,
        severity=Severity.ERROR,
        printed=printed,
        expected=expected,
        message=message,
        evidence=evidence,
    )


def rest_fault(
    sentence: Sentence, made: Quantity, parts: Sequence[Quantity], value: Fraction
) -> ClaimFault:
    """A number said to be left, or made, of those before it, that they do not leave or make."""
    stated, right = made.text.strip(), like(made, value)
    numbers = ", ".join(printed(part) for part in parts[:-1])
    return _error(
        sentence,
        printed=stated,
        expected=right,
        message=f"What the sentence says comes to {right} and not to {stated}: correct one of "
        "the numbers.",
        evidence=f"{numbers} and {printed(parts[-1])} leave or make {right}, not {stated}",
    )


def together_fault(sentence: Sentence, found: Unlike) -> ClaimFault:
    """What all rows of a table are said to have, which its column does not make."""
    stated, right = found.stated.text.strip(), like(found.stated, found.made)
    terms = " + ".join(each.text for each in found.parts)
    return _error(
        sentence,
        printed=stated,
        expected=right,
        message=f"The column “{found.column}” of the table comes to {right}: correct the sum or "
        "the cell that is wrong.",
        evidence=f"{terms} = {right}, not {stated}",
    )


def contrary_fault(sentence: Sentence, found: TooMany) -> ClaimFault:
    """Two parts of which nothing is both, that are more than their whole."""
    whole, one, other = (printed(each) for each in (found.whole, found.one, found.other))
    both = found.one.value + found.other.value
    return _error(
        sentence,
        printed=found.other.text.strip(),
        expected="",
        message="The two parts are more than the whole they are told of: correct the number that "
        "is wrong.",
        evidence=f"{one} + {other} = {exact(both)}, more than {whole}",
    )


def list_fault(told_of: Unmade) -> ClaimFault:
    """A whole told in the text that the list of its parts does not make."""
    stated, right = told_of.whole.text.strip(), like(told_of.whole, told_of.made)
    return _error(
        told_of.sentence,
        printed=stated,
        expected=right,
        message=f"The numbers listed come to {right} and not to {stated}: "
        "correct the total or the part that is wrong.",
        evidence=told_of.evidence(stated),
    )
