"""Which end best and worst mean: high for satisfaction, low for waits, either where none tells."""

import re

from goldenthread.claims.orders.values.model import Way
from goldenthread.claims.orders.words.cues import Cue

_GOOD = re.compile(
    r"\b(?:satisf\w+|attendance|compliance|scores?|pass(?:\s+rate|es)?|success\w*|timeliness"
    r"|on\s+time|in\s+time"
    r"|uptake|take-up|completion|coverage|recycling|attainment|punctuality|recovery|detection"
    r"|engagement"
    r"|within\s+(?:target|timescale|four\s+hours|\d+)|four-hour|18-week|income|profit|retention)\b",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"\b(?:waits?|waiting|absences?|sickness|vacanc\w+|errors?|complaints?|deaths?|crimes?"
    r"|thefts?|fires?|overdue"
    r"|late|delays?|slow\w*|turnover|costs?|evictions?|arrears|handovers?|discharges?|offences?"
    r"|harm|injur\w+|falls|infections?|missed|exclusions?"
    r"|suspensions?|unemployment|re-?offending|accidents?|casualt\w+|breaches|gap)\b",
    re.IGNORECASE,
)
# A time is better short; the share of what is done within it is better high.
_DONE_WITHIN = re.compile(
    r"\b(?:answered|seen|completed|resolved|treated|visited|reviewed|held|done|decided|processed"
    r"|dealt\s+with"
    r"|assessed|started|met)\b[^.;:]{0,30}\b(?:in|within|on|under)\b",
    re.IGNORECASE,
)
_LONG = re.compile(r"\b(?:days|weeks|minutes|seconds|hours)\b", re.IGNORECASE)
_FAST = re.compile(r"(?:fastest|quickest|(?P<slow>slowest))", re.IGNORECASE)
_TIME = re.compile(r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|times?|waits?)\b", re.I)


def way_meant(cue: Cue, sentence: str, words: str) -> Way:
    """The way of a superlative; of best and worst that of the one measure the words tell of."""
    if cue.way is not Way.EITHER:
        return cue.way
    told = f"{words} {sentence}"
    if fast := _FAST.match(cue.words):
        if not _TIME.search(told):
            return Way.EITHER
        return Way.HIGHEST if fast["slow"] else Way.LOWEST
    if not re.match(r"best|worst", cue.words, re.IGNORECASE):
        return cue.way
    share = "%" in words or "per cent" in words
    within = share and bool(_DONE_WITHIN.search(told))
    good = within or bool(_GOOD.search(told))
    bad = bool(_BAD.search(told)) or (not share and bool(_LONG.search(told)))
    if good is bad:
        return Way.EITHER
    best = cue.words.lower().startswith("best")
    return Way.HIGHEST if best is good else Way.LOWEST
