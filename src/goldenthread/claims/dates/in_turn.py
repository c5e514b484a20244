"""A case told from its referral to its end, with a later step dated before an earlier one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from goldenthread.claims.dates.moments import Grain, Moment
from goldenthread.claims.dates.one_astray import astray
from goldenthread.claims.dates.slips import Slip


class Step(IntEnum):
    """How far a case has come. Each step can only follow those below it."""

    BEGUN = 0
    LOOKED_INTO = 1
    REPORTED = 2
    DECIDED = 3


_ON = r"\b[^.;:\d]{0,40}?\bon\s+(?:\w+day,?\s+)?$"
_WAS = r"(?:\s+\w+){0,3}?\s+(?:(?:was|were)\s+(?:\w+ly\s+)?)?"
_START = (
    r"(?:referral|complaint|allegation|notification|concern|disclosure|request|application"
    r"|incident)"
)
_STEPS = {
    Step.BEGUN: re.compile(
        rf"(?:\breceived\s+(?:the|this|a)\s+{_START}|\b{_START}{_WAS}(?:received|made|lodged"
        rf"|logged|raised|reported|notified|submitted|happened|occurred)){_ON}",
        re.IGNORECASE,
    ),
    Step.LOOKED_INTO: re.compile(
        r"(?:\b(?:was|were)\s+(?:first\s+|then\s+)?(?:interviewed|seen|visited|appointed|allocated)"
        r"|\b(?:investigation|enquiry|fieldwork|strategy\s+(?:meeting|discussion))"
        rf"{_WAS}(?:held|begun|opened|began|started|took\s+place)|\backnowledged){_ON}",
        re.IGNORECASE,
    ),
    Step.REPORTED: re.compile(
        rf"\b(?:report|investigation|assessment|enquiry|review){_WAS}(?:completed|finished"
        rf"|submitted|delivered|concluded|signed\s+off){_ON}",
        re.IGNORECASE,
    ),
    Step.DECIDED: re.compile(
        rf"\b(?:(?:hearing|conference|meeting|panel){_WAS}(?:held|took\s+place|met|sat)"
        rf"|(?:decision|outcome|finding|verdict|warning){_WAS}(?:given|issued|made|announced|told)"
        rf"|(?:case|complaint|file)\s+was\s+closed|\breplied){_ON}",
        re.IGNORECASE,
    ),
}
# Of another case, or told as what had gone before.
_OTHERS = re.compile(
    r"\b(?:had|previous\w*|earlier|already|prior|before|another|other|second|third|former|original"
    r"|historic\w*|last|next|interim|draft|planned|due|will|should|since|respectively|both|each"
    r"|cases|complaints|referrals|re-?opened|corrected)\b",
    re.IGNORECASE,
)
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class _Event:
    moment: Moment
    day: date
    step: Step | None


def out_of_turn(text: str, named: list[Moment]) -> Iterator[Slip]:
    """The one step of a case told in a passage that is dated before what it must follow."""
    events = list(_events(text, named))
    if len(events) < _FEWEST or [each.step for each in events].count(Step.BEGUN) != 1:
        return
    begin, end = events[0], events[-1]
    if begin.step is not Step.BEGUN or _OTHERS.search(text[begin.moment.end : end.moment.end]):
        return
    for place in astray([each.day for each in events]):
        mistaken = events[place]
        against = next((each for each in events if _turned(events, mistaken, each)), None)
        if against is not None:
            late, early = sorted((mistaken, against), key=lambda each: each.day, reverse=True)
            yield Slip(
                printed=mistaken.moment.text,
                message="This step of the case is dated out of turn: what must come first is "
                "dated after what follows it. Put one of the dates right.",
                evidence=f"{early.moment.text} is before {late.moment.text}",
            )
            return


def _events(text: str, named: list[Moment]) -> Iterator[_Event]:
    """Every day with its year, and the step that the words ahead of it tell."""
    since = 0
    for moment in named:
        clause = text[since : moment.start]
        since = moment.end
        if moment.grain is not Grain.DAY or not moment.year:
            continue
        try:
            day = moment.as_date()
        except ValueError:
            continue
        steps = [step for step, words in _STEPS.items() if words.search(clause)]
        yield _Event(moment, day, steps[0] if len(steps) == 1 else None)


def _turned(events: list[_Event], one: _Event, other: _Event) -> bool:
    """Whether of two steps the later told is the further on, and dated the earlier."""
    first, last = sorted((one, other), key=events.index)
    if first.step is None or last.step is None:
        return False
    return first.step < last.step and last.day < first.day
