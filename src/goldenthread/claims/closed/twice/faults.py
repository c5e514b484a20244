"""Tells of one thing told twice where no error is told of either sentence yet."""

from goldenthread.claims.closed.twice.apart import are_two_things
from goldenthread.claims.closed.twice.astray import told_astray
from goldenthread.claims.closed.twice.told import told_twice
from goldenthread.claims.found import Findings
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.faults import InSentence, retold_fault
from goldenthread.nouns.fault import Severity


def tell_again(kind: str, reading: Reading, findings: Findings) -> None:
    """Two clauses of the same words and time, and numbers told again on a page with a slip."""
    for one, other in told_twice(reading):
        _tell(kind, findings, one, other)
    for told, astray in told_astray(reading):
        if not are_two_things(told, astray):
            _tell(kind, findings, told, astray)


def _tell(kind: str, findings: Findings, one: InSentence, other: InSentence) -> None:
    """Tell of two numbers, in the place of a doubt about them, if no error is told of them yet."""
    findings.tested(other.sentence.file, other.sentence.locator)
    places = {(each.sentence.file, each.sentence.locator) for each in (one, other)}
    own = [each for each in findings if each.kind == kind]
    beside = [each for each in own if (each.file, each.locator) in places]
    if all(each.severity is not Severity.ERROR for each in beside):
        fault = retold_fault(kind, one, other)
        same = (fault.locator, fault.printed)
        findings.withdraw(each for each in beside if (each.locator, each.printed) == same)
        findings.add(fault)
