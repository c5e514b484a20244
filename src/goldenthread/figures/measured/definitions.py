"""Which version of which definition a figure was measured by, so that two ways are never mixed up.

The version is a digest of what makes the number: the code that an indicator's rows come from (see
``reached``), the stages of the journey it tells apart, how they come into a period, what is made of
them, and the choices made. Words, comments and layout are no part of it, and nor is the machine.
What changed with each version is told in ``changes.toml``.
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from goldenthread.figures.measured.reached import reached, text_of
from goldenthread.indicators import Indicator, indicator
from goldenthread.indicators.parameters import choices
from goldenthread.nouns.localities import Localities
from goldenthread.nouns.stages import Stages
from goldenthread.nouns.stages import stages as shipped

_LENGTH = 12


def version(
    indicator: Indicator,
    chosen: Mapping[str, str] | None = None,
    stages: Stages | None = None,
    localities: Localities | None = None,
) -> str:
    """Twelve hexadecimal digits: the version of the indicator's definition under these choices
    and stages (those shipped, where none are given); with ``localities``, of its parts by them."""
    expression = indicator.expression
    how = ""
    if expression:
        once = expression.counted_once
        how = f"{expression.timing.name} {expression.shape.name} {once}".strip()
        if "stage" in expression.breakdowns:
            known = stages or shipped()
            how += f" {[known.of(part) for part in indicator.stages]}"
    parts = [*_code(indicator.name), how, _choices(indicator, chosen)]
    if localities:
        parts += [_of_homes(), localities.digest]
    return sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]


def definition(
    indicator: Indicator,
    chosen: Mapping[str, str] | None = None,
    stages: Stages | None = None,
    localities: Localities | None = None,
) -> str:
    """How the book writes it: ``name:records(choice=value)@version``.

    What stands before the ``@`` is the basis; two versions of one basis are restatements.
    """
    named = _choices(indicator, chosen)
    basis = f"records({named})" if named else "records"
    return f"{indicator.name}:{basis}@{version(indicator, chosen, stages, localities)}"


def _choices(indicator: Indicator, chosen: Mapping[str, str] | None) -> str:
    """The choices that the indicator is counted by, in order of name."""
    every = choices(chosen)
    names = indicator.expression.parameters if indicator.expression else ()
    return ",".join(f"{name}={every[name]}" for name in sorted(names))


@cache
def _of_homes() -> str:
    return text_of("homes")


@cache
def _code(name: str) -> tuple[str, ...]:
    return reached(indicator(name))
