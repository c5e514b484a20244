"""What a sentence calls highest, fewest or second, and the clause in which it does so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.any_of import any_of
from goldenthread.claims.language.directions import NOUN, VERB
from goldenthread.claims.orders.values.model import Way
from goldenthread.claims.orders.words.cues import cues
from goldenthread.claims.sayings.words import LIGHT, STOP, stem

_RANKS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
# "With physical harm second", "noise came next": at the end the sentence began with.
_NEXT = re.compile(
    r"\b(?P<rank>second|third|fourth|fifth|next)(?=\s*(?:[.,;)]|$|\s(?:on|at|with) £?\d))",
    re.IGNORECASE,
)
# "It was in May that we sent most": where nothing follows, it is of what is counted.
_LAST_WORD = re.compile(
    r"\b(?:(?P<rank>second|third|fourth|fifth)\s)?(?P<way>most|least)(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)
# Any other superlative: at one end or the other.
_OPEN = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s+(?P<word>[a-z]{3,}est)\b")
_NO_SUPERLATIVE = frozenset(
    re.findall(
        r"\w+",
        "rest west forest interest request test latest earliest newest oldest harvest protest "
        "arrest guest quest contest digest manifest modest honest northwest southwest best nearest "
        "furthest farthest invest suggest tempest conquest crest chest nest",
    )
)
# Whoever is first of all of its own body is first of those of them that are shown.
_OF_OURS = re.compile(
    r"\b(?:in|across|of|for)\s+(?:the|our)\s+(?:county|borough|district|city|council|authority|"
    r"trust|force|partnership|service|family)\b(?!\s+[a-z]+s\b)"
)
_CUT = re.compile(
    r"[;:()\n]|\.(?=\s|$)|\s[–—-]\s|,(?!\d)|\s(?=(?:while|whereas|but|although|though|because|"
    r"followed by|ahead of|after|behind)\b)|\sand\s(?=(?:it|they|we|this|that|the|its|our|had|has|"
    r"was|were|in|at)\b)"
)
# "The poorest, 71%, was at Elm": its own number parts no clause.
_APPOSED = re.compile(r",\s£?\d[\d,.]*%?,(?=\s(?:was|were|is|are|came|being)\b)")
_FULL_STOP = re.compile(r"[;:]|\.(?=\s)")
# What narrows a claim, or takes it back: of some only, of a rate, but for one, if, not, hardly.
NARROWED = re.compile(
    r"\b(?:per|rates?|ratio|average|mean|median|proportion\w*|share|percentage|"
    r"of (?:these|those|them)|among|"
    r"amongst|excluding|except|besides|apart from|aside|other than|but for|bar|leaving|outside|"
    r"next to|not|never|nor|no longer|if|would|could|should|"
    r"(?-i:may)|might|expected|target\w*|forecast|"
    r"nearly|almost|joint\w*|equal\w*|one of|some of|two|both|remaining|others?|rest|so far|until|"
    r"own|nationally|national|england|previous|earlier|before|single most|growth|gap|difference|"
    r"number of (?:days|weeks|months|times)|half(?!-year)|only|alone|since (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
BUT_FOR = re.compile(r"\b(?:after|behind|following|below|beneath)\b", re.IGNORECASE)
_CHANGE = re.compile(rf"\b(?:{NOUN})\b")
_CHANGED = re.compile(rf"\b(?:{VERB})\s+(?:by\s+)?(?:the\s+)?$")
_OF_NUMBERS = re.compile(
    r"(?:(?:second|third|fourth|fifth|\d\w\w)[\s-]+)?(?:highest|lowest|largest|smallest|biggest|"
    r"greatest|fewest|(?:most|least)(?: (?:common|often|frequent)(?:ly)?)?$|commonest|busiest|"
    r"quietest|longest|shortest|second|third|fourth|fifth|next|.*\b(?:peak|high|low|trough|record)|peaked|no\b|more|fewer)",
    re.IGNORECASE,
)
# What any value may be called, and the times that labels are.
_GENERIC = any_of(
    "half-year number numbers figure figures total totals level levels count value point result "
    "year years quarter quarters month months week weeks term terms season seasons day days period "
    "group groups category categories source sources reason reasons type types kind single "
    "common commonly often frequent frequently second third fourth first fifth next most least "
    "shown series list any other four five six three seven eight nine ten "
    "demand use usage activity volume volumes therefore thus hence accordingly consequently"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A place in an order, claimed at ``start`` to ``end``, in the clause ``within``.

    ``led`` is where what leads up to the clause begins: "per pupil, Moor raised the most".
    ``follows`` says that it is told as the next after the one before: "with Elm second".
    """

    words: str
    start: int
    end: int
    way: Way
    rank: int
    within: tuple[int, int]
    led: int
    follows: bool = False

    @property
    def is_of_numbers(self) -> bool:
        """Whether it says no more than that a number is high or low: "highest", not "coldest"."""
        return _OF_NUMBERS.match(self.words) is not None


def claims_in(text: str) -> Iterator[Claim]:
    """Every place in an order that a sentence claims, but of changes and of others."""
    found: list[tuple[int, int, Way, int, bool]] = []
    for cue in cues(text):
        others = cue.among_others and not _OF_OURS.search(text, cue.end)
        if not (others or cue.of_change or cue.before or cue.joint) and cue.many == 1:
            found.append((cue.start, cue.end, cue.way, cue.rank, False))
    known = [*found]
    for match in _LAST_WORD.finditer(text):
        if not _CHANGED.search(text[: match.start()].lower()):
            rank = _RANKS.get((match["rank"] or "").lower(), 1)
            found.append((*match.span(), _way(match["way"]), rank, False))
    for match in _OPEN.finditer(text):
        if match["word"] not in _NO_SUPERLATIVE:
            found.append((*match.span("word"), Way.EITHER, 1, False))
    for match in _NEXT.finditer(text):
        before = [each for each in known if each[1] <= match.start()]
        if before and before[-1][2] is not Way.EITHER:
            rank = _RANKS.get(match["rank"].lower(), before[-1][3] + 1)
            found.append((*match.span("rank"), before[-1][2], rank, True))
    done = 0
    for start, end, way, rank, follows in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= done:
            since, until = clause_of(text, start, end)
            stops = (each.end() for each in _FULL_STOP.finditer(text, 0, since))
            within = (max(since, done), until)
            led = max(done, *stops, 0)
            yield Claim(text[start:end], start, end, way, rank, within, led, follows)
            done = end


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause in which a stretch of a sentence stands."""
    if own := _APPOSED.match(text, end):
        end = own.end()
    cuts = [each.span() for each in _CUT.finditer(text)]
    first = max((until for _, until in cuts if until <= start), default=0)
    last = min((since for since, _ in cuts if since >= end), default=len(text))
    return first, last


def is_of_a_change(clause: str, claim: str) -> bool:
    """Whether a clause tells of a rise or a fall, which is another thing than what rose."""
    return bool(_CHANGE.search(clause.replace(claim, " ").lower()))


def strange(clause: str, claim: str, known: frozenset[str]) -> frozenset[str]:
    """The stems of a clause that are neither known, nor grammar, nor what any value is called."""
    rest = re.sub(rf"\b(?:{_GENERIC})\b", " ", clause.replace(claim, " "), flags=re.IGNORECASE)
    words = {
        stem(word)
        for word in re.findall(r"[A-Za-z][A-Za-z’'-]+", rest)
        if word.lower() not in STOP | LIGHT
    }
    return frozenset(words - known)


def _way(word: str) -> Way:
    return Way.HIGHEST if word.lower() == "most" else Way.LOWEST
