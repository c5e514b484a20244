"""Superlatives told with the value in a table: "highest at The Quay (117)".

The second pass, for what no other reading understood: where label and value stand together as they
do in one cell of a table, there is no doubt what is meant.
"""

import re
from collections.abc import Callable, Iterator

from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.language.number_words import SMALL
from goldenthread.claims.orders.values.in_tables import is_level, peers, timed
from goldenthread.claims.orders.values.labels import tokens, words_of
from goldenthread.claims.orders.values.view import View
from goldenthread.claims.orders.ways.assertion import Assertion
from goldenthread.claims.orders.words.claimed import Named, led_to
from goldenthread.claims.orders.words.cues import Across, Cue
from goldenthread.claims.orders.words.narrowed import OVER_TIME, left_out
from goldenthread.claims.orders.words.vocabulary import FILL, GENERIC, JOIN, KINDS, VERBS

_FARTHEST = 120
_STEM = 4
# "Lateness of letters was highest": of a part of what the table tells.
_OF_A_PART = re.compile(r"\b[A-Za-z]+\s+(?:of|for|by|from|to|with)\s+(?:the\s+)?(?P<what>[a-z]+)")
_SORTS = (Measure.COUNT, Measure.PERCENT, Measure.MONEY, Measure.RATE, Measure.DURATION)
# From a label to its value: "The Quay (117)", "Damson ward, with nine", "Ash at only £12".
_TO_VALUE = re.compile(
    r"(?:\s+(?:[a-z]+|Ward|Area|School|Team))?(?:\s*\(|\s*[,:–—]?\s*(?:(?:at|with|on|of|had|having|"
    r"where|it|was|were|which|is|stood|reached|recorded|took|there|being)\s+)*)"
    r"(?:(?:just|only|some|a|an|rate|figure|total|score|of|average|level)\s+)*[£$]?$"
)
_TOLD_OF = re.compile(r"\b(?:for|about)\s+(?:the\s+|our\s+)?(?P<what>[a-z]+)")
_TO_LABEL = re.compile(
    r"(?:\s*,?\s*(?:(?:was|were|is|are|came|being)\s+)?(?:for|in|at|by|from|of|on|about)\s+(?:the\s+)?"
    r"|\s*\(\s*)$"
)
# "Parkside had the", "Thornleigh recorded the trust's": what holds the superlative.
_HOLDS = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:had|has|have|saw|recorded|reported|showed|shows|achieved|made|received|ran|"
    r"posted|was|were|is|are|with)\s+(?:by\s+far\s+)?(?:the|our|its)?\s*(?:[a-z]+[’']s\s+)?$"
)
_TOLD_AFTER = re.compile(
    r"(?:\s+[\w’'-]+){0,6}?\s*(?:[(:–—,]|,?\s*\b(?:at|with|of)\b)\s*(?:(?:just|only|at|with)\s+)*[£$]?$"
)
# Words for the value itself; "the largest school" may be so by its pupils.
_OF_VALUES = re.compile(
    r"(?:second|third|fourth|fifth|\W|joint|highest|lowest|fewest|most\b.*|best|worst|weakest|strongest|poorest|no\b.*|more\b.*|"
    r"fewer\b.*|higher\b.*|lower\b.*)+",
    re.IGNORECASE,
)
_BODY = frozenset(
    [
        *("trust", "county", "council", "borough", "city", "force", "service", "partnership"),
        *("federation", "charity", "network", "organisation", "table", "report", "average"),
        *("patient", "people", "resident", "customer", "client", "member", "user", *SMALL),
    ]
)
# What parts a superlative from what it is said of, or narrows what it is held against.
_PARTED = re.compile(
    r"[.;]\s|\b(?:while|whereas|although|but|than|compared|after|before|unlike|except\w*|excluding|"
    r"apart|other|others|followed|ahead|behind|among|amongst|outside|aged|since|until|nor|neither|"
    r"who|whose|without|within|not|per|between|target|expected|previous|ever|if|when)\b",
    re.IGNORECASE,
)
_NARROWED = re.compile(
    r"\b(?:rural|urban|inner|outer|coastal|small|smaller|large|larger|big|bigger|new|newer|old|older"
    r"|young|younger|primary|secondary|special|infant|junior|independent|private|public|voluntary"
    r"|maintained|northern|southern|eastern|western|local|acute|community|mental|boys|girls|men"
    r"|women|male|female|minor|similar|neighbouring|remaining|rest|half|improv\w+|ris\w+|fall\w+"
    r"|alone|only|chang\w+|growth|increase\w*|decrease\w*|reduc\w+|gap|difference|likely|england|national\w*"
    r"|region\w*|country|average|median|mean|non-\w+|first-?time|of\s+(?:the|our|these|those|its)"
    r"\s+(?:[a-z]+\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b",
    re.IGNORECASE,
)

Judge = Callable[[View, int, list[int], tuple[int, ...]], Assertion | None]


def by_value(
    sentence: Sentence, cue: Cue, since: int, until: int, view: View, judge: Judge
) -> Iterator[Assertion]:
    """The assertion of the one column that is named with the value of one of its cells.

    ``judge`` sets one row's cell in order with its fellows.
    """
    if cue.among_others or cue.of_change or cue.by_size or cue.before or cue.many > 1:
        return
    table, text = view.table, sentence.text
    if not _OF_VALUES.fullmatch(cue.words) or OVER_TIME.search(text):
        return
    holder = _holder(sentence, cue, since, until, view)
    if holder is None:
        return
    named, quantity = holder
    told = _TOLD_OF.search(text, cue.end, max(cue.end, quantity.start))
    if told and told["what"] not in _PLAIN and told["what"][:_STEM] not in _stems(view):
        return  # "the second weakest street for parking, with 24 calls"
    after = led_to(text, cue, until, view.columns)
    if after and all(each.line != named.line for each in after):
        return  # "lowest in May at 37 and highest in June": May is the first one's
    line = table.columns[named.line]
    time = timed(line)
    if (time and cue.across is Across.FELLOWS) or (not time and cue.across is Across.OWN):
        return
    if is_level(line) or left_out(text, cue, view.columns, [named.line]) != set():
        return
    rows = [
        row
        for row, cells in enumerate(table.cells)
        if any(part.interval.meets(quantity.interval) for part in cells[named.line].parts)
    ]
    if len(rows) != 1 or is_level(table.rows[rows[0]]):
        return
    along = peers(table.columns, (named.line,), with_rest=cue.rank > 1)
    if len(along) > 1 and named.line in along and not brings_in(sentence, cue, named, since, view):
        made = judge(view, rows[0], [named.line], along)
        if made:
            yield made


def _stems(view: View) -> set[str]:
    return {word[:_STEM] for word in view.known}


def _holder(
    sentence: Sentence, cue: Cue, since: int, until: int, view: View
) -> tuple[Named, Quantity] | None:
    """The one label with its value that the superlative is said of."""
    text = sentence.text
    found = []
    for quantity in sentence.quantities:
        if quantity.measure not in _SORTS:
            continue
        for each in view.columns:
            beside = _TO_VALUE.fullmatch(text, each.end, quantity.start)
            led_to = (
                quantity.end <= each.start
                and each.start >= cue.end
                and _TO_LABEL.fullmatch(text, quantity.end, each.start)
            )
            around = (
                since <= each.start
                and _HOLDS.fullmatch(text, each.end, cue.start)
                and cue.end <= quantity.start < until
                and _TOLD_AFTER.fullmatch(text, cue.end, quantity.start)
            )
            if beside or led_to or around:
                found.append((each, quantity))
    near = [
        pair
        for pair in found
        if (cue.end <= pair[0].start < until or since <= pair[0].end <= cue.start)
        and max(pair[0].start - cue.end, cue.start - pair[0].end) <= _FARTHEST
    ]
    if len(near) != 1:
        return None
    first, last = sorted((near[0][0].start, cue.start))
    others = [each for each in view.columns if first < each.start < last]
    return near[0] if not others else None


def brings_in(
    sentence: Sentence,
    cue: Cue,
    named: Named,
    since: int,
    view: View,
    plainly: Callable[[str], str] = str,
) -> bool:
    """Whether the words about the superlative narrow down what it is held against.

    ``plainly`` takes from the words what does not count.

    Words that the table does not have may all stand for its heading in other words; beside a word
    of the heading they tell of a part of it: "the highest commercial arrears".
    """
    text = sentence.text
    start, end = min(since, named.start), max(cue.end, named.start)
    words = plainly(f"{text[start : cue.start]} | {text[cue.end : end]}")
    if _PARTED.search(words) or _NARROWED.search(words):
        return True
    if (part := _OF_A_PART.search(text, start, cue.start)) and part["what"] not in _PLAIN:
        return True
    mine = set(words_of(text[named.start : named.end]))
    lines = {word for line in view.table.columns for word in words_of(line.label)} - mine
    rows = {word for row in view.table.rows for word in words_of(row.label)} | view.known - lines
    said = [
        token.word
        for token in tokens(words)
        if token.word not in _PLAIN and token.word not in mine and not token.word[0].isdigit()
    ]
    stems = {word[:_STEM] for word in rows}
    strange = [word for word in said if word[:_STEM] not in stems]
    return any(word in lines for word in strange) or (bool(strange) and len(strange) < len(said))


_PLAIN = FILL | GENERIC | JOIN | KINDS | VERBS | _BODY
