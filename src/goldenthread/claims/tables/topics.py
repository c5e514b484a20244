"""What the rows of a table of shares are: parts of one whole, or answers that may go together."""

import re
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.claims.tables.labels import Whole, key_of
from goldenthread.claims.tables.table import Table

_LEFT_OVER = re.compile(
    r"^(?:(?:some |any |all )?others?\b|unknown|not (?:known|stated|recorded|specified|given|"
    r"sure|yet "
    r"known|disclosed|obtained)|don'?t know|unsure|missing|none|no answer|prefer not to say|"
    r"undisclosed|declined|we (?:don'?t|do not) know|[^,]*,? (?:and|or) (?:any |all )?others?$|"
    r"everything else|the rest|rest\b|elsewhere|neither|no view|no reply)"
)
_PAIRS = (
    {"male", "female"},
    {"males", "females"},
    {"boys", "girls"},
    {"men", "women"},
    {"yes", "no"},
    {"in time", "late"},
    {"on time", "late"},
    {"met", "not met"},
    {"urban", "rural"},
    {"staff", "other costs"},
)
_SETS = (
    {"outstanding", "good", "requires improvement", "inadequate"},
    {"white", "asian", "black", "mixed"},
    {"agree", "neither", "disagree"},
    {"better", "same", "worse"},
    {"better", "worse", "the same"},
    {"strongly agree", "agree", "disagree", "strongly disagree"},
    {"very good", "good", "fair", "poor"},
    {"low", "medium", "high"},
    {"walk", "car", "bus", "cycle"},
)
_MAIN = re.compile(r"\b(?:main|primary|principal|most important|single|first|usual)\b")
_PARTS = re.compile(
    r"\b(?:ethnic\w*|age(?: (?:groups?|bands?))?|sex|gender|tenure|ratings?|grades?|judgements?|"
    r"religions?|marital|household type|legal status|placement(?: type)?|year groups?|phase|"
    r"income|spending|spent|expenditure|budget|money|costs?|breakdown|distribution|composition|"
    r"split|make-?up|mode of travel|working pattern|size)\b"
)
_SEVERAL = re.compile(
    r"\b(?:reasons?|needs?|factors?|barriers?|heard|help\w*|support|services|concerns?|issues?|"
    r"methods?|"
    r"channels?|languages?|themes?|worr\w+|measures?|indicators?|questions?|statements?|standards?|"
    r"kpis?|targets?|courses?|risks?|benefits|activities|hobbies|used|disabilit\w+|conditions?)\b"
)
_SHARES = re.compile(r"\bshares?\b|%|\bper ?cent|\bpercentage|\bproportion")
_PLAIN = re.compile(
    r"|heading|item|category|type|kind|group|service|source|what|who|where|name|department|"
    r"area of \w+|"
    r"purpose|use|activity"
)
_TIMED = re.compile(
    r"\b(?:used|so far|to date|over time|trends?|changes?|rates?|attainment|take-?up|coverage|"
    r"uptake|"
    r"likelihood|vacanc\w+|turnover|sickness|absence|satisf\w+|complian\w+|reach\w*|achiev\w+)\b"
)
_UNDER = re.compile(r"^(?:aged )?(?:under|over|up to)\b")


@dataclass(frozen=True, slots=True)
class Topic:
    """What is known of the rows: ``several`` may hold for one person, ``parts`` share a whole out.

    ``pair`` says that they are two that leave nothing out, ``left_over`` that one takes in all the
    rest, ``shares`` that the words of the table call the numbers shares; ``ordered`` that they
    come by size, as the most frequent of more do, ``known`` that such a set is always whole.
    """

    several: bool
    parts: bool
    pair: bool
    left_over: bool
    shares: bool
    ordered: bool
    known: bool

    def complete(self, share: Fraction) -> bool:
        """Whether the rows are all there are, though nothing but "All" is said of the whole."""
        return share >= 90 and (self.parts or self.left_over or not self.ordered)


def topic_of(table: Table) -> Topic:
    """What the words of a table say of its rows."""
    rows = [row for row in table.rows if row.label and row.whole is Whole.NO and not row.of_which]
    names = {row.key.split(" (")[0] for row in rows}
    title = key_of(f"{table.grid.caption or table.grid.section}")
    head = "" if table.is_turned else key_of(table.grid.header[0])
    words = f"{title} {head}"
    main = bool(_MAIN.search(words))
    several = bool(_SEVERAL.search(head or title)) and not main
    overlapping = sum(bool(_UNDER.match(name)) for name in names) > 1
    known = any(each <= names for each in _SETS)
    asked = words if _PLAIN.fullmatch(head) else head
    parts = known or (
        (main or bool(_PARTS.search(asked)))
        and not (several or overlapping or table.is_turned or _TIMED.search(asked))
    )
    return Topic(
        several=(table.hints.likely_more_than_once and not main) or (several and not known),
        parts=parts,
        pair=any(pair <= names for pair in _PAIRS) and len(names) <= 4,
        left_over=any(_LEFT_OVER.match(name) for name in names),
        shares=bool(_SHARES.search(f"{words} {' '.join(line.key for line in table.columns)}")),
        ordered=_by_size(table),
        known=known,
    )


def _by_size(table: Table) -> bool:
    values = [
        percent.value
        for row in table.rows
        if row.whole is Whole.NO and (percent := table.cells[row.index][-1].percent)
    ]
    return values == sorted(values, reverse=True)
