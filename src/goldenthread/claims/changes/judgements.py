"""Which way "improved" and "worsened" point, by what they are said of: attendance or absence."""

import re

_BETTER = re.compile(r"improved|improves|improving|improve|bettered|improvement|better")
_WORSE = re.compile(
    r"worsened|worsens|worsening|deteriorated|deteriorates|deteriorating|deterioration|worse"
)
JUDGED = rf"{_BETTER.pattern}|{_WORSE.pattern}"
# What is better the more there is of it, and what is worse.
_GOOD = re.compile(
    r"\b(?:attendance|compliance|satisfaction|attainment|completion rates?|coverage|uptake|"
    r"take-up|timeliness|timely|punctuality|(?:in|on) time|pass rates?|success rates?|achievement|"
    r"retention|vaccinations?|immunisations?|recycling|recycled|recovery rates?|response rates?|"
    r"satisfied|happy|rated(?! inadequate| poor| weak| requires| red)|trained|"
    r"employment|accuracy|readiness|breastfeeding)\b"
)
_BAD = re.compile(
    r"\b(?:inadequate|absences?|absent|absenteeism|late|lateness|delay\w*|complain\w*|wait\w*|vacanc\w+|"
    r"turnover|sickness|missed|missing|exclu\w+|suspen\w+|re-?offend\w*|unemploy\w*|errors?|debts?|"
    r"arrears|crimes?|overdue|default\w*|drop-?outs?|mortality|deaths?|injur\w+|accidents?|fail\w*|"
    r"re-?referr\w+|relaps\w+)\b"
)
# With these a word may mean its opposite, or something else is judged.
_TURNED = re.compile(
    r"\b(?:non|not|no|without|below|under|less|lack|poor|short|outstanding|gap|"
    r"un(?!it|iv|til|ion)\w+|in\w*ccura\w+|"
    r"dis(?:satisf|agree|like|appoint|engag|content)\w*|out of|costs?|never|a&e|emergency|hospital|"
    r"casualty|"
    r"response to|handl\w+|answer\w*|"
    r"deal\w*|dealt|resol\w+|closed|cleared|repl(?:y|ies)|prevent\w*|tackl\w*|detect\w*|solved|"
    r"investigat\w*|respond\w*|upheld|learn\w*|report\w* of|recover\w*)\b"
)


def judgement_sign(word: str, said_of: str) -> int:
    """1 where the word says that the number went up, -1 down, 0 where it may be either.

    ``said_of`` are the words before it that say what is measured.
    """
    good, bad = bool(_GOOD.search(said_of)), bool(_BAD.search(said_of))
    if good is bad or _TURNED.search(said_of):
        return 0
    better = 1 if _BETTER.fullmatch(word) else -1 if _WORSE.fullmatch(word) else 0
    return better if good else -better


def is_bad(said_of: str) -> bool:
    """Whether what is measured is worse the more there is of it."""
    return bool(_BAD.search(said_of))
