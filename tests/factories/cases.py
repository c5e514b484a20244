"""How many cases Hypothesis makes where a test is dearer than most, or must have more of them."""

from hypothesis import settings

QUICK, SOAK = 30, 1000  # of tests that say nothing: in make test, and in make soak


def cases(*, quick: int = QUICK, soak: int = SOAK) -> int:
    """The number for the run that is going on: ``make test`` or ``make soak``."""
    return soak if settings().max_examples == SOAK else quick
