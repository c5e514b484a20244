"""Words that say a thing rose, or fell, at every step: each year, for the third year running."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.claims.orders.values.model import Way

UP = (
    r"ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|grow(?:s|n|ing)?|grew|climb(?:s|ed|ing)?"
    r"|gone\s+up|went\s+up|going\s+up|improv(?:e|es|ed|ing)"
)
DOWN = (
    r"fall(?:s|en|ing)?|fell|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?"
    r"|reduc(?:e|es|ed|ing)|gone\s+down|went\s+down|going\s+down|come\s+down|came\s+down"
    r"|eas(?:es|ed|ing)|shr(?:inks?|ank|unk|inking)|dwindl(?:es|ed|ing)|slid|sank|dip(?:s|ped)"
)
_UP_NOUN = r"growth|rises?|increases?|improvement|gains?"
_DOWN_NOUN = r"falls?|decreases?|declines?|reductions?|drops?"
_STEP = r"(?:year|month|quarter|term|week|point|time|survey|session|round|count|season)"
_NTH = r"(?P<{}>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_ROW = r"(?:consecutive|successive|straight)"
_EVERY = (
    rf"(?:in|at|with)?\s*(?:each|every)\s+(?:one\s+)?of\s+(?:the|these|those"
    rf"|our)\s+(?:[\w-]+\s+){{0,3}}{_STEP}s"
    rf"|(?:in|at|with|on|between)?\s*(?:each|every)\s+(?:single\s+|successive\s+"
    rf"|passing\s+)?{_STEP}"
    r"|year[- ]on[- ]year|month[- ]on[- ]month|term[- ]on[- ]term"
    r"|quarter[- ]on[- ]quarter|year\s+after\s+year|month\s+after\s+month|quarter\s+after\s+quarter"
    r"|consistently|continuously|continually|without\s+(?:a\s+)?(?:break|exception|interruption)"
    r"|throughout"
    r"|uninterrupted(?:ly)?|year\s+by\s+year|month\s+by\s+month|quarter\s+by\s+quarter"
    r"|week\s+by\s+week|term\s+by\s+term"
)
_STEADY = (
    rf"consistently|continuously|continually|(?:in\s+)?(?:each|every)\s+(?:successive\s+)?{_STEP}"
)
_RUNNING = (
    rf"(?:for\s+)?(?:the|a|its|their|our)\s+{_NTH.format('nth')}\s+(?:{_ROW}\s+{_STEP}"
    rf"|{_STEP}\s+(?:running|in\s+a\s+row|in\s+succession))"
    rf"|(?:for|over|in)\s+(?:the\s+(?:last|past)\s+)?(?P<many>two|three|four|five|six|seven|eight"
    rf"|nine|ten|\d)\s+"
    rf"(?:{_ROW}\s+{_STEP}s|{_STEP}s\s+(?:running|in\s+a\s+row|in\s+succession))"
)
_FEW = r"(?:[\w’'-]+\s+){0,4}?"
_EACH_STEP = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\s*,?\s+{_FEW}(?:{_EVERY}|{_RUNNING})\b"
    rf"|\b(?P<every2>{_STEADY})\s+(?:(?P<up2>{UP})|(?P<down2>{DOWN}))\b"
    rf"|\b(?:{_EVERY}|{_RUNNING.replace('nth', 'nth3').replace('many', 'many3')})\s*,?\s+"
    rf"(?:(?:has|have|had|that|in|which|when|where|was|were|is|it|they|the|there|seen|saw|of|a|an"
    rf"|been|number"
    rf"|rate|figure|total|numbers|rates|income|proportion|percentage)\s+){{0,6}}?"
    rf"(?:(?P<up3>{UP}|{_UP_NOUN})|(?P<down3>{DOWN}|{_DOWN_NOUN}))\b"
    rf"|\b(?:{_RUNNING.replace('nth', 'nth8').replace('many', 'many8')})\s*,?\s+"
    rf"(?:[\w’'-]+\s+){{0,8}}?(?:(?P<up8>{UP})|(?P<down8>{DOWN}))\b"
    rf"|\b(?:unbroken|uninterrupted|continuous|consistent|year[- ]on[- ]year"
    rf"|constant)\s+(?:\w+\s+)?"
    rf"(?:(?P<up4>{_UP_NOUN})|(?P<down4>{_DOWN_NOUN}))\b"
    rf"|\b(?:an?\s+)?(?:(?P<up5>{_UP_NOUN})|(?P<down5>{_DOWN_NOUN}))\s+{_FEW}(?:(?:in|at|with)\s+)?"
    rf"(?:{_EVERY}|{_RUNNING.replace('nth', 'nth5').replace('many', 'many5')})\b"
    rf"|\b(?:a|the|its|their"
    rf"|our)\s+{_NTH.format('nth6')}\s+(?:{_ROW}\s+)?{_STEP}\s+of\s+(?:\w+\s+)?"
    rf"(?:(?P<up6>{_UP_NOUN}|rising|growing|increasing)|(?P<down6>{_DOWN_NOUN}|falling"
    rf"|declining))\b"
    rf"|\b(?:a|the|its|their|our)\s+{_NTH.format('nth7')}\s+(?:{_ROW}\s+)?(?:annual\s+|yearly\s+"
    rf"|monthly\s+|quarterly\s+)?"
    rf"(?:(?P<up7>{_UP_NOUN})|(?P<down7>{_DOWN_NOUN}))(?:\s+(?:in\s+a\s+row|running"
    rf"|in\s+succession))?\b",
    re.IGNORECASE,
)
_EACH_THAN = re.compile(
    r"\b(?:each|every)\s+(?:of\s+(?:the|these)\s+)?(?:[\w-]+\s+){0,4}?(?:(?:since|after)\s+\w+\s+)?"
    r"(?:was|is|were|has\s+been|brought|saw|had)\s+(?:(?P<up>higher|larger|more|greater|better)"
    r"|(?P<down>lower|smaller|fewer|less))\s+(?:[\w-]+\s+){0,3}?than\s+(?:in\s+)?the\s+"
    r"(?:last|one\s+before|previous|year\s+before|month\s+before|quarter\s+before|preceding"
    r"|before)\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    rf"\b(?:(?P<up>{UP})\s+(?:\w+\s+)?steadily|steadily\s+(?P<up2>{UP})"
    rf"|steady\s+(?P<up3>{_UP_NOUN})"
    rf"|(?P<down>{DOWN})\s+(?:\w+\s+)?steadily|steadily\s+(?P<down2>{DOWN})"
    rf"|steady\s+(?P<down3>{_DOWN_NOUN}))\b",
    re.IGNORECASE,
)
LOOSER = re.compile(
    r"\b(?:except|apart\s+from|aside|other\s+than|bar|almost|nearly|broadly|generally"
    r"|largely|mostly|until|before(?!\s*[.,;]|$)|overall"
    r"|not|never|should|will|would|may|if|target|expected|most\s+years|nearly\s+every"
    r"|first\s+and\s+last|but\s+one)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    word: n
    for n, words in enumerate(
        (
            "two second",
            "three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
        ),
        start=2,
    )
    for word in words.split()
}
_LAST = re.compile(
    r"\b(?:each|every)\s+of\s+(?:the|these|our)\s+(?:last|past|latest|previous|most\s+recent)\s+"
    r"(two|three|four|five|six|seven|eight|nine|ten|[2-9])\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"first\s+time|\b(?:each|every|consistently|continuously|continually|consecutive|successive"
    r"|straight|running|row"
    r"|succession|throughout|unbroken|uninterrupted|continuous|constant|steadily|steady)\b"
    r"|on[- ](?:year|month|quarter|term)\b|after\s+(?:year|month|quarter)|by\s+(?:year|month)\b"
    r"|without\s+(?:a\s+)?(?:break|exception|interruption)"
    r"|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:year|month|quarter"
    r"|term|annual|yearly"
    r"|fall|rise|increase|decrease|drop|reduction)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A rise or fall said of every step, or of the last ``steps``; where it stands in the text.

    ``soft`` says that the words leave room: "steadily".
    """

    way: Way
    steps: int
    start: int
    end: int
    words: str
    soft: bool = False


def may_tell_a_trend(text: str) -> bool:
    """Whether it is worth looking for a trend in the text at all."""
    return bool(_MAY.search(text))


@lru_cache(maxsize=8192)
def trends(text: str) -> tuple[Trend, ...]:
    """Every statement that something rose, or fell, at each step."""
    may = may_tell_a_trend(text) and not LOOSER.search(text)
    return tuple(_trends(text)) if may else ()


def _trends(text: str) -> Iterator[Trend]:
    taken: list[tuple[int, int]] = []
    for pattern in (_EACH_THAN, _EACH_STEP, _SOFT):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if _of_times(match):
                continue
            taken.append(match.span())
            parts = {name: part for name, part in match.groupdict().items() if part}
            up = any(name.startswith("up") for name in parts)
            yield Trend(
                way=Way.HIGHEST if up else Way.LOWEST,
                steps=_steps(parts) or _last_few(match.group()),
                start=match.start(),
                end=match.end(),
                words=match.group().strip(),
                soft=pattern is _SOFT,
            )


def _of_times(match: re.Match[str]) -> bool:
    """Whether "a second rise" or "the first fall" is one among others and no run of them."""
    parts = match.groupdict()
    alone = parts.get("nth7") and not re.search(
        r"consecutive|successive|straight|row|running|succession", match.group(), re.IGNORECASE
    )
    return bool(alone)


def _last_few(words: str) -> int:
    """How many steps "each of the last three months" speaks of; nought where all are meant."""
    match = _LAST.search(words)
    return (_NUMBERS.get(match[1].lower()) or int(match[1])) if match else 0


def _steps(parts: dict[str, str]) -> int:
    for name, part in parts.items():
        if name.startswith("nth"):
            return _NUMBERS[part.lower()]
        if name.startswith("many"):
            # "Over three consecutive years" may be three values with two steps between them.
            return max((_NUMBERS.get(part.lower()) or int(part)) - 1, 1)
    return 0
