"""Sets of words of which nobody and nothing is two at once: tenures, grades, answers, weights."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SingleSet:
    """The words by which each of a set is told; ``complete`` where there is no other besides.

    ``nested`` where a text may count one within another, as the obese among the overweight.
    """

    words: tuple[re.Pattern[str], ...]
    complete: bool = False
    nested: bool = False

    def covers(self, items: Sequence[str]) -> bool:
        """Whether every item is another one of the set, and no item is two of them."""
        named = [[n for n, word in enumerate(self.words) if word.search(each)] for each in items]
        return all(len(each) == 1 for each in named) and len({each[0] for each in named}) == len(
            items
        )

    def names(self, text: str) -> bool:
        """Whether a text has a word of the set."""
        return any(word.search(text) for word in self.words)

    def is_all_of(self, items: Sequence[str]) -> bool:
        """Whether the items are the whole of a set that leaves nothing out."""
        return self.complete and len(items) == len(self.words) and self.covers(items)


def _set(*words: str, complete: bool = False, nested: bool = False) -> SingleSet:
    return SingleSet(tuple(re.compile(rf"\b(?:{each})\b") for each in words), complete, nested)


SETS = (
    _set(
        r"own\w*(?: occup\w+| outright)?|mortgage|outright|owner-occup\w+",
        r"(?:rent\w* )?(?:privately|from a private \w+)|private(?:ly)? rent\w*|private sector|"
        r"private landlords?",
        r"social(?:ly)? rent\w*|social (?:sector|housing|landlords?)|from (?:the|a) (?:council|"
        r"local authority|housing association)|council tenants?|housing associations?",
    ),
    _set("outstanding", "good", r"requir\w+ improvement", "inadequate", complete=True),
    _set(
        "underweight",
        r"healthy weight|(?:a |of )normal weight",
        "overweight",
        r"obes\w+",
        complete=True,
        nested=True,
    ),
    _set("green", "amber", "red"),
    _set(
        r"(?<!not )(?<!partly )(?<!partially )(?:fully )?upheld",
        r"part(?:ly|ially) upheld|in part",
        r"not upheld|rejected|dismissed",
    ),
    _set(r"wom[ae]n|girls?|females?", r"(?<!wo)m[ae]n|boys?|males?"),
    _set(
        r"(?<!dis)agree\w*|in favour|yes|supported",
        r"disagree\w*|against(?: it)?|opposed|objected|said no",
        r"neither|undecided|unsure|no view|no opinion|not sure|did not know",
    ),
    _set(r"improved|better", r"worse\w*|deteriorated", r"the same|unchanged|no change"),
)
# What is counted or paid shares its whole out by these too.
OF_COUNTS = (
    *SETS,
    _set(
        r"delivered|achieved|secured|banked|realised",
        r"on track|on course|in progress|under ?way|on target",
        r"at risk|in doubt|unachievable|undeliverable",
    ),
    _set(
        r"primary|primaries|infant|junior",
        r"secondary|secondaries",
        r"special",
        r"nursery|nurseries",
        r"all-through",
        r"referral units?|alternative provision",
    ),
    _set(
        r"granted|approved|allowed",
        r"refused|rejected|turned down|dismissed",
        r"withdrawn",
        r"pending|waiting|awaiting|undecided|outstanding",
    ),
    _set(
        r"completed?|done|finished",
        r"in progress|under ?way|on ?going|on track",
        r"(?:not|yet to|to) (?:yet )?(?:be )?(?:start|started|begin|begun)",
    ),
)
