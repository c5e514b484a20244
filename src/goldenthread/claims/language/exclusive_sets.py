"""Sets of words of which nothing and nobody is two at once: tenures, grades, outcomes, colours."""

import re

Set = tuple[re.Pattern[str], ...]


def _sets(*sets: tuple[str, ...]) -> tuple[Set, ...]:
    return tuple(tuple(re.compile(rf"\b(?:{each})\b") for each in words) for words in sets)


# Each of a set by the words it is told in. Percentages of them share 100 out between them.
OF_PERCENTAGES = _sets(
    (
        r"own\w*(?: occup\w+| outright)?|mortgage|outright|owner-occup\w+",
        r"(?:rent\w* )?(?:privately|from a private \w+)|private(?:ly)? rent\w*|private sector|"
        r"private landlords?",
        r"social(?:ly)? rent\w*|social (?:sector|housing|landlords?)|from (?:the|a) (?:council|"
        r"local authority|housing association)|council tenants?|housing associations?",
    ),
    ("outstanding", "good", r"requir\w+ improvement", "inadequate"),
    ("green", "amber", "red"),
    (
        r"(?<!not )(?<!partly )(?<!partially )(?:fully )?upheld",
        r"part(?:ly|ially) upheld|in part",
        r"not upheld|rejected|dismissed",
    ),
    (r"wom[ae]n|girls?|females?", r"(?<!wo)m[ae]n|boys?|males?"),
    (
        r"(?<!dis)agree\w*|in favour|yes|supported",
        r"disagree\w*|against(?: it)?|opposed|objected|said no",
        r"neither|undecided|unsure|no view|no opinion|not sure|did not know",
    ),
    (r"improved|better", r"worse\w*|deteriorated", r"the same|unchanged|no change"),
)
# Counts and sums of money of them share their whole out.
OF_COUNTS = (
    *OF_PERCENTAGES,
    *_sets(
        (
            r"delivered|achieved|secured|banked|realised",
            r"on track|on course|in progress|under ?way|on target",
            r"at risk|in doubt|unachievable|undeliverable",
        ),
        (
            r"primary|primaries|infant|junior",
            r"secondary|secondaries",
            r"special",
            r"nursery|nurseries",
            r"all-through",
            r"referral units?|alternative provision",
        ),
        (
            r"granted|approved|allowed",
            r"refused|rejected|turned down|dismissed",
            r"withdrawn",
            r"pending|waiting|awaiting|undecided|outstanding",
        ),
        (
            r"completed?|done|finished",
            r"in progress|under ?way|on ?going|on track",
            r"(?:not|yet to|to) (?:yet )?(?:be )?(?:start|started|begin|begun)",
        ),
    ),
)


def all_of_one_set(items: list[str], whole: str = "") -> bool:
    """Whether each item is named by another word of one set, none of which its whole has."""
    for words in OF_COUNTS:
        named = [[n for n, word in enumerate(words) if word.search(each)] for each in items]
        if all(len(each) == 1 for each in named) and len({each[0] for each in named}) == len(items):
            return not any(word.search(whole) for word in words)
    return False
