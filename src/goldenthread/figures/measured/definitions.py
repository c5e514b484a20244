"""Which version of which definition a figure was measured by, so that two ways are never mixed up.

The version is a digest of what makes the number: the code that an indicator's rows come from (see
``reached``), the stages of the journey it tells apart, how they come into a period, what is made of
them, and the choices made. Words, comments and layout are no part of it, and nor is the machine.
What changed with each version is told in ``changes.toml``.
"""

from functools import cache
from hashlib import sha256

from goldenthread.figures.measured.reached import reached, text_of
from goldenthread.figures.measured.terms import USUAL, Terms
from goldenthread.indicators import Indicator, indicator
from goldenthread.indicators.parameters import choices

_LENGTH = 12


def version(indicator: Indicator, terms: Terms = USUAL) -> str:
    """Twelve hexadecimal digits: the version of the indicator's definition on these terms; with
    localities, of its parts by them."""
    expression = indicator.expression
    how = ""
    if expression:
        once = expression.counted_once
        how = f"{expression.timing.name} {expression.shape.name} {once}".strip()
        if "stage" in expression.breakdowns:
            how += f" {[terms.stages.of(part) for part in indicator.stages]}"
    parts = [*_code(indicator.name), how, _choices(indicator, terms)]
    if terms.localities:
        parts += [_of_homes(), terms.localities.digest]
    return sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]


def definition(indicator: Indicator, terms: Terms = USUAL) -> str:
    """How the book writes it: ``name:records(choice=value)@version``.

    What stands before the ``@`` is the basis; two versions of one basis are restatements.
    """
    named = _choices(indicator, terms)
    basis = f"records({named})" if named else "records"
    return f"{indicator.name}:{basis}@{version(indicator, terms)}"


def _choices(indicator: Indicator, terms: Terms) -> str:
    """The choices that the indicator is counted by, in order of name."""
    every = choices(terms.chosen)
    names = indicator.expression.parameters if indicator.expression else ()
    return ",".join(f"{name}={every[name]}" for name in sorted(names))


@cache
def _of_homes() -> str:
    return text_of("homes")


@cache
def _code(name: str) -> tuple[str, ...]:
    return reached(indicator(name))
