"""A sentence cut into pieces of one number each, with the words and time that go with it.

The cuts are at punctuation, at "and" and "but" between two numbers, and at "from", "to" and
"compared with". What holds for all pieces (a label before a colon, "among girls," in front) is
told apart from what holds for one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence, Time
from goldenthread.claims.sayings.patterns import OF_ALL
from goldenthread.claims.sayings.words import WORD, content

VALUES = (Measure.COUNT, Measure.PERCENT, Measure.RATE, Measure.MONEY)

# Where a sentence is cut. A dash within a word or a range of years is no cut, nor a point or comma
# within a number, since numbers and times are left whole.
_CUT = re.compile(
    r"(?P<stop>[;:]|\s[-–—−]+\s|—|,|[.](?=\s*$)|[!?](?=\s|$)|\b(?:indicat|show|suggest|reflect|mean|mak"
    r"|demonstrat|lead|result|represent|equat)ing\b)"
    r"|(?P<than>\b(?:compared\s(?:with|to)|in\scomparison\s(?:with|to)|as\sagainst|against|versus"
    r"|vs\.?|than|(?:an?\s)?(?:\w+\s)?(?:improvement|increase|reduction|rise|fall|drop|decrease|up"
    r"|down)\s(?:on|from)|(?:under|below|above|over|within|against)\s(?:its|the|our|a|their)\s"
    r"(?:own\s)?(?:limit|target|ceiling|trajectory|threshold|plan)|in\s(?:a\s)?(?:space|cells|places?"
    r"|accommodation|wards?)\s(?:meant|designed|built|certified)\sfor|from)\b)"
    r"|(?P<to>\bto\b)"
    r"|(?P<and>\b(?:and|but|while|whilst|whereas|although)\b)",
    re.IGNORECASE,
)
_DASHED = re.compile(r"[-–—−,(]$")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PREPOSITION = re.compile(
    r"\s*(?:and\s|but\s)?(?:in|at|among|amongst|for|of|within|across|on|during|over|by|with|from"
    r"|including|excluding|except|to|between|under|outside)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|we|it|they|i|you"
    r"|shows?|showed|means?|meant|tells?|told|grew|rose|fell|said|says|found|learned|learnt)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 8  # words
_LABELS = 2  # commas that part the labels of an entry
# A word that is likely a verb: "became", "started a"; a list of entries has none.
_VERB = re.compile(
    r"\b(?:became|become|went|made|took|came|left|gave|held|met|began|remains?|stays?"
    r"|[a-z]{3,}ed\s(?:an?|the|our|their))\b"
)
_RANGE = re.compile(r"\d+\s?[-–]\s?\d+")
# Small numbers that are part of a definition: "three or more moves", "20 miles", "2 years".
_PARAMETER = re.compile(
    r"\s*(?:\+|or\s(?:more|fewer|less|longer|over|above|under|older|younger)\b|(?:plus|miles?"
    r"|kilometres?|km|metres?|stars?|points?|times|years?|months?|weeks?|days?|hours?|minutes?"
    r"|year[- ]olds?)\b|[- ](?:year|month|week|day|hour|point|mile|bed|star))",
    re.IGNORECASE,
)
# A number that is a name: "measure 304", "standard 4", "day 3".
_NUMBERED = re.compile(
    r"\b(?:measure|indicator|item|question|recommendation|standard|objective|priority|room|row"
    r"|column|line|step|stage|phase|tier|band|grade|group|ward|cohort|site|unit|version|edition"
    r"|volume|issue|rule|clause|article|schedule|action|outcome|domain|theme|strand|age|route|level|class"
    r"|pillar|principle|zone|block|floor|lot|batch|case)\.?\s$",
    re.IGNORECASE,
)
_YEAR_GROUP = re.compile(r"\b(?:Year|Day|Week|Month|No\.?|Number)\s$")
_MUCH = re.compile(r"\s*(?:miles|kilometres|km|metres|hours|days|points)\sof\b", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:was|were|is|are|took|averaged|lasted|waited)\s(?:just\s)?$", re.IGNORECASE
)
_MANY = 20
_OUT_OF = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))(?:\s\w+)?\s(?:out\s)?of\s"
    r"(?:the\s|all\s|our\s|these\s|those\s)?$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Piece:
    """A stretch of a sentence. ``opens`` is what stood before it: ``;:,(`` a word, or nothing."""

    text: str
    start: int
    opens: str
    quantities: list[Quantity] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)

    @property
    def words(self) -> frozenset[str]:
        """The stems that say what is counted, without the numbers told and the times."""
        return content(self.bare)

    @property
    def bare(self) -> str:
        """The text with the numbers told and the times blanked out."""
        return self.without([*self.quantities, *self.times])

    def without(self, spans: Sequence[Quantity | Time]) -> str:
        """The text with some of its numbers and times blanked out."""
        text = self.text
        for span in spans:
            begin, end = span.start - self.start, span.end - self.start
            text = text[:begin] + " " * (end - begin) + text[end:]
        return text

    @property
    def is_restrictive(self) -> bool:
        """Whether it narrows what is said: "among girls", "from schools"."""
        return _PREPOSITION.match(self.text) is not None

    @property
    def is_label(self) -> bool:
        """Whether it is short and no clause: "Unemployment in Larkshire", "Age 17-18"."""
        return len(WORD.findall(self.bare)) <= _LONGEST_LABEL and not _FINITE.search(self.text)


def pieces_of(sentence: Sentence) -> list[Piece]:
    """The pieces of a sentence in order, each with its values and times.

    What stands in brackets is a piece of its own, opened by "(", unless it is only a number or a
    time: then it is read on.
    """
    values = _values(sentence)
    spans = [(each.start, each.end) for each in sentence.quantities]
    spans += [(each.start, each.end) for each in sentence.times]
    text, aside = _brackets(sentence, spans)
    found: list[Piece] = []
    begin, opens = 0, ""
    for match in _CUT.finditer(text):
        if any(start <= match.start() < end for start, end in spans):
            continue
        if _cuts(text, match, values, sentence.times, begin):
            found.append(Piece(text[begin : match.start()], begin, opens))
            begin, opens = match.end(), " ".join(match.group().lower().split())
    found.append(Piece(text[begin:], begin, opens))
    found = sorted((*found, *aside), key=lambda each: each.start)
    for piece in found:
        end = piece.start + len(piece.text)
        inside = [] if piece.opens == "(" else [each for each in aside if each.start >= piece.start]
        piece.quantities = [each for each in values if _is_in(each, piece.start, end, inside)]
        piece.times = [each for each in sentence.times if _is_in(each, piece.start, end, inside)]
    return _with_their_times([each for each in found if each.text.strip()])


def is_entry(sentence: Sentence) -> bool:
    """Whether a sentence is an entry of a list of figures: its number first, then labels.

    "1,651: Children in need, Luton, 31 March 2024" and "1,651 Children in need, Luton, 2023-24"
    are entries; what tells two of them apart is in the labels, so nothing is said to be the same.
    """
    first = sentence.quantities[0]
    if re.search(r"\w", sentence.text[: first.start]):
        return False
    rest = sentence.text[first.end :]
    if rest.startswith(":"):
        return True
    if _FINITE.search(rest) or _VERB.search(rest):
        return False
    commas = (match.start() + first.end for match in re.finditer(r",\s", rest))
    spans = [(each.start, each.end) for each in sentence.quantities]
    spans += [(each.start, each.end) for each in sentence.times]
    return sum(not any(start < at < end for start, end in spans) for at in commas) >= _LABELS


def _with_their_times(pieces: list[Piece]) -> list[Piece]:
    """Times set off from the number before them given to it: "7.4% - 2022/23 and now 6.5%"."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        first = piece.times[0] if piece.times else None
        if first and last and last.quantities and not last.times and _DASHED.match(piece.opens):
            before = piece.text[: first.start - piece.start]
            if not content(before) and len(piece.times) == 1:
                last.times = [first]
                rest = piece.text[first.end - piece.start :]
                piece = Piece(rest, first.end, "and", piece.quantities)
        if piece.text.strip():
            found.append(piece)
    return found


def _without_points(sentence: Sentence) -> str:
    """The text with sizes of change blanked out: "(5.4 percentage points)" is told of nothing."""
    text = sentence.text
    for each in sentence.quantities:
        if each.measure is Measure.POINTS:
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _is_in(one: Quantity | Time, start: int, end: int, aside: Sequence[Piece]) -> bool:
    return start <= one.start < end and not any(
        each.start <= one.start < each.start + len(each.text) for each in aside
    )


def _brackets(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> tuple[str, list[Piece]]:
    """The text with what stands in brackets blanked out, and those pieces."""
    text = whole = _without_points(sentence)
    aside: list[Piece] = []
    for match in _BRACKETS.finditer(whole):
        start, end = match.span()
        inner = match.group()[1:-1]
        bare = Piece(inner, start + 1, "(")
        bare.quantities = [each for each in sentence.quantities if start < each.start < end]
        bare.times = [each for each in sentence.times if start < each.start < end]
        if any(begin < start < stop for begin, stop in spans):
            continue
        if re.search(r"[A-Za-z]{2}|:", bare.bare) or (bare.quantities and bare.times):
            aside.append(Piece(inner, start + 1, "("))
            text = text[:start] + " " * (end - start) + text[end:]
        else:
            text = f"{text[:start]} {text[start + 1 : end - 1]} {text[end:]}"
    return text, aside


def _values(sentence: Sentence) -> list[Quantity]:
    """The values told; a small number in words beside one in digits is part of what is counted."""
    among = [given(each) for each in sentence.quantities]
    told = [each for each in among if is_value(sentence.text, each, among)]
    digits = [each for each in told if any(character.isdigit() for character in each.text)]
    return digits or told


_GIVEN_HOURS = 1000
# "Failed 4,873 times": so often is counted, and no multiple.
_OFTEN = 100
_TIMES = re.compile(r"\stimes\b(?!\s(?:as|more|the|higher|larger|greater)\b)", re.IGNORECASE)


def given(one: Quantity) -> Quantity:
    """So many hours as a count, where nobody waits so long: "volunteers gave 18,640 hours"."""
    if one.measure is not Measure.DURATION or one.noun != "hour" or one.value < _GIVEN_HOURS:
        return one
    number = re.match(r"[\d,.]+", one.text)
    if number is None:
        return one
    end = one.start + number.end()
    return replace(one, measure=Measure.COUNT, text=number.group(), end=end, noun="hours")


def is_value(text: str, one: Quantity, among: Sequence[Quantity]) -> bool:
    """Whether a number is a value told, and no part of a definition: "three or more moves"."""
    if one.hedge is Hedge.UP_TO or _RANGE.fullmatch(one.text.strip()):
        return False  # a range is a group of ages, and no value
    if one.measure is Measure.DURATION:
        # "12.4 days", "took 12 days": told; "within 12 days": a part of what is counted.
        return one.decimals > 0 or bool(_LASTED.search(text[: one.start]))
    if one.measure not in VALUES:
        return False
    if one.measure is not Measure.COUNT:
        return True
    if _NUMBERED.search(text[: one.start]) or _YEAR_GROUP.search(text[: one.start]):
        return False
    much = _MUCH.match(text, one.end) or (one.noun == "hours" and one.value >= _GIVEN_HOURS)
    often = one.value >= _OFTEN and _TIMES.match(text, one.end)
    if _PARAMETER.match(text, one.end) and not (much or often):
        return False
    # "2,207 of the 9,142 crimes": both are told, the second of all crimes.
    if OF_ALL.search(text[: one.start]) and one.value >= _MANY:
        return True
    # "12 of 15 cases": two numbers of one thing, and only the percentage beside them is a saying.
    return not _OUT_OF.search(text[: one.start]) or one is among[0]


def _cuts(
    text: str,
    match: re.Match[str],
    values: Sequence[Quantity],
    times: Sequence[Time],
    begin: int,
) -> bool:
    """Whether a mark or word that may part two pieces does so here."""
    if match["stop"]:
        return True
    first = 0 if match["than"] else begin
    before = any(first <= each.start < match.start() for each in values)
    after = next((each.start for each in values if each.start >= match.end()), None)
    if after is None:
        return False
    between = Piece(text[match.end() : after], match.end(), "")
    between.times = [each for each in times if match.end() <= each.start < after]
    bare = not content(between.bare)
    if match["to"]:
        return before and bare
    if match.group().lower() == "from":
        return bare
    return before
