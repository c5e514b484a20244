"""Which way "improved" and "worsened" point, by what they are said of: attendance or absence."""

import re

_BETTER = re.compile(r"improved|improves|improving|improve|bettered")
_WORSE = re.compile(r"worsened|worsens|worsening|deteriorated|deteriorates|deteriorating")
JUDGED = rf"{_BETTER.pattern}|{_WORSE.pattern}"
# What is better the more there is of it, and what is worse.
_GOOD = re.compile(
    r"\b(?:attendance|compliance|satisfaction|attainment|completion rates?|coverage|uptake|"
    r"take-up|timeliness|timely|punctuality|(?:in|on) time|pass rates?|success rates?|achievement|"
    r"retention|vaccinations?|immunisations?|recycling|recycled|recovery rates?|response rates?|"
    r"satisfied|happy|trained|employment|accuracy|readiness|breastfeeding)\b"
)
_BAD = re.compile(
    r"\b(?:absences?|absent|absenteeism|late|lateness|delay\w*|complain\w*|wait\w*|vacanc\w+|"
    r"turnover|sickness|missed|missing|exclu\w+|suspen\w+|re-?offend\w*|unemploy\w*|errors?|debts?|"
    r"arrears|crimes?|overdue|default\w*|drop-?outs?|mortality|deaths?|injur\w+|accidents?|fail\w*|"
    r"re-?referr\w+|relaps\w+)\b"
)
# With these a word may mean its opposite, or something else is judged.
_TURNED = re.compile(
    r"\b(?:non|not|no|without|below|under|less|lack|poor|short|outstanding|gap|un\w+|in\w*ccura\w+|"
    r"dis\w+|out of|costs?|never)\b"
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
