"""Sizes that lean on the verb of "from A to B": "fell from 120 to 100, or 17%"."""

import re

from goldenthread.claims.changes.governing import direction_of
from goldenthread.claims.changes.pair_model import How, Pair
from goldenthread.claims.changes.sizes import Size
from goldenthread.claims.language.skeleton import (
    COUNT,
    MONEY,
    PERCENT,
    POINTS,
    QUANTITY,
    RATE,
    TIMES,
    WHEN,
    Skeleton,
)

# "Or by", ", i.e. by", " – in other words": what follows says the same in another way.
THAT_IS = (
    r"(?:(?:,| –| \()? ?(?:or|i\.?e\.?,?|that is(?: to say)?,?|which is|in other words,?|so|"
    r"equivalent to|equal to|equating to|amounting to|meaning|a change of)(?: by)? |,? \(?by | – )"
)
_UNNAMED = re.compile(
    rf"[^,;.({QUANTITY}–]{{0,60}}(?P<how>{THAT_IS}| \(|: )"
    rf"(?:(?P<n>[{COUNT}{MONEY}{RATE}]),? (?:or|which is) (?:by )?)?"
    rf"(?P<v>[{PERCENT}{POINTS}{TIMES}])(?=[),.;]|$| (?:by|over|in|on|since|[{WHEN}]))"
)


def unnamed_sizes(skeleton: Skeleton, links: list[Pair], used: set[int]) -> list[Size]:
    """Sizes that lean on the verb of "from A to B": "fell from 120 to 100, or 17%"."""
    found = []
    for pair in links:
        if before := _right_before(skeleton, pair, used):
            found.append(before)
        direction = direction_of(skeleton, pair) if pair.how in (How.FROM_TO, How.FROM) else None
        if direction is None and pair.how is not How.FROM_TO:
            continue
        end = skeleton.at[pair.both[1]] + 1
        match = _UNNAMED.match(skeleton.text, end)
        if not match or skeleton.number(match["v"]) in used:
            continue
        start = skeleton.at[pair.both[0]] + 1
        in_brackets = match["how"] == " (" and not match["n"]
        if pair.how is How.FROM and not in_brackets:
            continue
        if direction is None and not match["how"].strip(" ,").startswith("or"):
            continue  # "fell too, though by less: from 3,870 to 3,715, or 4%" says it again
        if in_brackets and re.match(
            rf"[^({QUANTITY}]{{0,30}}\([{PERCENT}]\)", skeleton.text[start:]
        ):
            continue  # "from 120 (30%) to 150 (35%)": shares beside counts
        found += [
            Size(
                number=skeleton.number(match[group]),
                sign=direction.sign if direction else 0,
                start=match.start(group),
                end=match.end(group),
                word="" if in_brackets else (direction.word if direction else "or"),
            )
            for group in ("n", "v")
            if match[group]
        ]
    return found


_BEFORE = re.compile(
    rf"(?P<v>[{PERCENT}{POINTS}]),? \(?from $|by (?P<w>[{PERCENT}{POINTS}]),? to $"
)


def _right_before(skeleton: Skeleton, pair: Pair, used: set[int]) -> Size | None:
    """As in "those with a weapon by less: 19%, from 54 to 48"."""
    if pair.how not in (How.FROM_TO, How.FROM):
        return None
    match = _BEFORE.search(skeleton.text[: skeleton.at[pair.both[0]]])
    group = "v" if pair.how is How.FROM_TO else "w"
    if match is None or not match[group] or skeleton.number(match[group]) in used:
        return None
    return Size(
        number=skeleton.number(match[group]),
        sign=0,
        start=match.start(group),
        end=match.end(group),
        word="",
    )
