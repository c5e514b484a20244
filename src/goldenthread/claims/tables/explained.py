"""What a note by a table explains of a sum that fails, and a whole that its own name tells."""

import re

from goldenthread.claims.tables.adding import Outcome
from goldenthread.claims.tables.sums import Addition
from goldenthread.claims.tables.table import Table

_FEWEST_TOLD = 2
_EVERYONE = re.compile(r"(?:all )?(?:persons?|people|everyone|both(?: sexes)?|all)")
_SEX = re.compile(r"(?:men|women|boys|girls|males?|females?|m|f)\b")


def is_everyone(table: Table, addition: Addition) -> bool:
    """Whether the line is of all persons, and the others of men and of women."""
    parts = [table.rows[part].key for part in addition.relation.parts]
    whole = table.rows[addition.relation.whole].key
    return bool(_EVERYONE.fullmatch(whole)) and sum(bool(_SEX.match(each)) for each in parts) > 1


_ABOUT_SOME = re.compile(
    r"\b(?:includ\w+|exclud\w+|not|without|unknown|missing|besides|additional\w*|other|further"
    r"|plus|less|never|declined|refused|withheld|omit\w*|adjust\w*|left out|twice)\b",
    re.IGNORECASE,
)


def is_explained(table: Table, outcome: Outcome) -> bool:
    """Whether a note by the table tells of as many more, or fewer, as the sum is out by."""
    gap = abs(outcome.gap)
    if gap.denominator != 1 or gap < _FEWEST_TOLD:
        return False
    told = re.compile(
        rf"(?<![\d.,]){int(gap):,}(?![\d]|[.,]\d)|(?<![\d.,]){int(gap)}(?![\d]|[.,]\d)"
    )
    return any(
        told.search(note) and _ABOUT_SOME.search(note)
        for note in re.split(r"[.;]\s|\n", table.hints.words)
    )
