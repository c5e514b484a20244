"""Numbers that values are held against: a ceiling, a target, a limit. None of them is a value."""

import re

from goldenthread.claims.language.model import Quantity

_WORDS = (
    r"(?:ceilings?|targets?|thresholds?|limits?|caps?|floors?|benchmarks?|ambitions?|trajector(?:y|ies)"
    r"|triggers?|tolerances?|goals?|aims?|standards?|minimum|maximum|requirements?|expectations?)"
)
_AFTER = re.compile(rf"[\s-]+(?:[a-z]+\s+)?{_WORDS}\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b{_WORDS}\s+(?:(?:of|is|was|at|set|remains?|stands?|stood)\s+)+[£$€]?$", re.IGNORECASE
)


def is_yardstick_value(text: str, quantity: Quantity) -> bool:
    """Whether a number is said to be what others are held against: "the 22% ceiling"."""
    if _AFTER.match(text, quantity.end):
        return True
    return bool(_BEFORE.search(text, max(0, quantity.start - 48), quantity.start))
