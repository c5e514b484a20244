"""What is dated before the latest day it tells of: "dated 3 April 2024, with data to March 2025".

A statement, letter or report can give no figures of a time after it was written.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from goldenthread.claims.dates.moments import Grain, Moment, days_of
from goldenthread.claims.dates.slips import Slip

_WRITTEN = re.compile(
    r"\b(?:statement|report|letter|return|note|briefing|submission|update|bulletin|paper|review|"
    r"summary|account|memo\w*|release)s?\b[^.;:\d]{0,40}\b(?:dated|published\s(?:on|in)|"
    r"issued\s(?:on|in)|signed\son|made\son|written\s(?:on|in)|of)\s(?:\w+day,?\s)?$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"[,)]?\s(?:which|that|and|with|it|giv\w+|provid\w+|contain\w+|us\w+|includ\w+|cover\w+|show\w+)\b"
    r"[^.;:\d]{0,60}?\b(?:data|figures|information|evidence|numbers|statistics|position|results|"
    r"returns|records|progress)\b[^.;:\d]{0,30}?\b(?:up\sto(?:\sthe\send\sof)?|to(?:\sthe\send\sof)?"
    r"|as\s(?:at|of|on)|until|for\sthe\s\w+\s(?:to|ending|ended))\s(?:\w+day,?\s)?",
    re.IGNORECASE,
)
# What is looked forward to is no figure yet.
_TO_COME = re.compile(r"\b(?:will|forecast\w*|project\w*|expect\w*|plan\w*|estimat\w*|due)\b", re.I)


def told_ahead(text: str, named: list[Moment]) -> Iterator[Slip]:
    """Every writing dated before the end of what it gives figures of."""
    for written, until in pairwise(named):
        if written.grain is not Grain.DAY or until.grain not in (Grain.DAY, Grain.MONTH):
            continue
        if not (written.year and until.year) or _TO_COME.search(text, written.end, until.start):
            continue
        if not _WRITTEN.search(text, max(0, written.start - 120), written.start):
            continue
        if not _TELLS.fullmatch(text, written.end, until.start):
            continue
        one, other = days_of(written), days_of(until)
        if one and other and one[1] < other[0]:
            yield Slip(
                printed=written.text,
                message="Dated before the end of what it tells of: put one of the dates right.",
                evidence=f"{written.text} is before {until.text}",
            )
