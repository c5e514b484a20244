"""The first of a list, told in the sentence before the rest of it.

"Neglect was the most common, at 37%. The rest was physical abuse 21% and financial abuse 17%": the
second of all is physical abuse.
"""

import re

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.orders.values.model import Point, Series, Way, beyond
from goldenthread.claims.orders.words.cues import cues

_THE_REST = re.compile(
    r"\W*(?:(?:all\s+)?the\s+(?:rest|remainder|remaining|others?|balance)|next|then|(?:this|it|that)"
    r"\s+was\s+followed|(?:it|this|that)\s+is\s+followed|after\s+(?:that|this|it))\b",
    re.IGNORECASE,
)
_LINK = r"(?:was|were|is|are|accounted|made|remained|remains|came|formed|had|led|topped|drew|took)"
_SUBJECT = re.compile(
    rf"(?:The\s+)?(?P<label>[A-Z][^.,;:()\d]{{2,60}}?)\s+(?:(?:again|still)\s+)?{_LINK}\b"
)
_TOLD_AFTER = re.compile(
    r"[^.,;:()\d]{0,48}?\b(?:was|were|is|are)\s+(?:again\s+|still\s+)?(?:the\s+)?"
    r"(?P<label>[^.,;:()\d]{2,60}?)\s*(?:,|\(|\b(?:at|with)\b)"
)
LEFT_OVER = re.compile(
    r"(?:all\s+|the\s+)*(?:others?|unknown|not\s+(?:known|stated|recorded))\b.*", re.IGNORECASE
)
_MOST_WORDS = 6


def leader(before: Sentence, sentence: Sentence, series: Series) -> Point | None:
    """The value told before a list that may come first in it; None where none is.

    Without a label where nothing says that it does: it may be the whole, or of something else.
    """
    if any(point.moment for point in series.points):
        return None
    listed = [q for q in sentence.quantities if q.text == series.points[0].printed]
    if not listed:
        return None
    alike = [q for q in before.quantities if q.measure is listed[0].measure]
    alike = [q for q in alike if not any(beyond(p.interval, q.interval) for p in series.points)]
    whole = sum((p.interval for p in series.points[1:]), series.points[0].interval)
    if not alike or any(each.interval == whole for each in alike):
        return None
    if len(alike) > 1:  # one of them may be the first, and another what it was
        return Point(label="", printed=alike[0].text, interval=alike[0].interval)
    first = [
        cue
        for cue in cues(before.text)
        if cue.way is Way.HIGHEST
        and cue.rank == 1
        and not (cue.of_change or cue.before or cue.among_others or cue.by_size)
    ]
    label = ""
    if len(first) == 1 or _THE_REST.match(sentence.text):
        label = _label(before.text, first[0].end if len(first) == 1 else 0, alike[0])
    known = {point.label.lower() for point in series.points}
    if len(label.split()) > _MOST_WORDS or label.lower() in known:
        label = ""
    return Point(label=label, printed=alike[0].text, interval=alike[0].interval)


def _label(text: str, cue_end: int, quantity: Quantity) -> str:
    """Whose the value is: the subject of its sentence, or what stands after the superlative."""
    if cue_end and (match := _TOLD_AFTER.match(text, cue_end)) and match.end() <= quantity.start:
        return match["label"].strip()
    match = _SUBJECT.match(text)
    named = match is not None and match.end() <= quantity.start
    return match["label"].strip() if match and named else ""
