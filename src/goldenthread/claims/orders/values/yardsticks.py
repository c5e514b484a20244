"""Numbers that values are held against: a ceiling, a target, what it was, what they all make.

None of them is a value among the others.
"""

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
# "Three points better than its 51% in the year before", "opened 2,260 times between them".
_THAN = re.compile(
    r"\b(?:than|against|from|compared (?:with|to)) (?:its|their|the|an?)?\s?[£$€]?$", re.IGNORECASE
)
_THEN = re.compile(
    r"\s(?:[a-z]+ )?(?:(?:in|of|at|for) )?(?:(?:a|the|one) (?:year|quarter|month|term) (?:before|"
    r"earlier|ago)|(?:last|the last|the previous|the preceding) (?:year|quarter|month|term)|"
    r"previously)\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\s(?:[a-z]+ ){0,2}(?:between them|in all|in total|altogether|all told|together)\b",
    re.IGNORECASE,
)


def is_yardstick_value(text: str, quantity: Quantity) -> bool:
    """Whether a number is what others are held against, or come to: "the 22% ceiling"."""
    if _AFTER.match(text, quantity.end) or _OF_ALL.match(text, quantity.end):
        return True
    lead = text[max(0, quantity.start - 48) : quantity.start]
    if _THAN.search(lead) and _THEN.match(text, quantity.end):
        return True
    return bool(_BEFORE.search(lead))
