"""Tells what stands alone together where no other reading has told of it."""

from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.nouns.fault import Severity


def tell(findings: Findings, fault: ClaimFault) -> None:
    """Add a fault where its sentence has no error yet, in the place of a warning of that number."""
    here = [each for each in findings if (each.file, each.locator) == (fault.file, fault.locator)]
    if any(each.severity is Severity.ERROR for each in here):
        return
    findings.withdraw(
        each
        for each in here
        if each.severity is Severity.WARNING and _is_one(each.printed, fault.printed)
    )
    findings.add(fault)


def _is_one(printed_there: str, printed_here: str) -> bool:
    return printed_there in printed_here or printed_here in printed_there
