"""What a saying stands under: the heading, the lead-in of its list, names told just before it.

Sentences of one form stand under many headings ("310 burglaries" for each district); whether two
headings may be about one thing is judged here.
"""

import re
from functools import cache, lru_cache
from itertools import islice

from goldenthread.claims.documents.model import Document, Grid
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.model import Saying
from goldenthread.claims.sayings.words import AGENT_STEMS, WORD, content, stem
from goldenthread.indicators import catalogue
from goldenthread.indicators.definition import Theme

_NAME = re.compile(r"(?<![.!?:\"“‘(]\s)(?<!^)\b[A-Z][a-z][\w’'-]*")
# A sentence's first word is a name where it does what only a name does: "Dunmere had ...".
_FIRST_NAME = re.compile(
    r"(?:^|[.!?]\s)(?P<name>[A-Z][a-z]+(?<!s))(?:['’]s\b|\s(?:had|has|saw|recorded|reported|remains|was"
    r"|is)\b)"
)
_NO_NAME = re.compile(
    r"(?:The|This|That|These|Those|It|There|He|She|We|Our|They|What|Who|Each|Every|Nobody|One|Work"
    r"|Demand|Performance|Practice|Progress|Training|Attendance|Data|Improvement|Evidence|Feedback"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter)(?:['’]?s)?"
)
_SHORT = 3  # words
_BACK = 15  # blocks a list may be long, from its lead-in on
_TITLES = 3
_NO_TITLE = re.compile(r"(?:chart|table|figure|section|chapter)\b", re.IGNORECASE)
_LONGEST_TITLE = 150
# What the parts of a report are called, whatever it is about.
_PARTS = (
    "introduction foreword summary headlines headline highlights overview outcomes outcome "
    "conclusion conclusions background context data key facts figures executive chair welcome "
    "activity glance year review report annual yearly quality account statement assurance board "
    "paper progress impact what did worked well next steps how why about results findings our "
    "story numbers message chief constable director priorities priority achievements improvement "
    "learning voice inspection bulletin main points update letter plan plans section part appendix "
    "annex analysis commentary notes note further detail details end beginning first second third "
    "summarised listed include included audit audits survey evidence national local chapter "
    "scorecard dashboard indicators indicator measures statistics tables table chart charts figure "
    "short brief sum recommendation recommendations decision decisions asked "
    "quarterly monthly weekly page cover leader cabinet briefing press release news full whole"
)
# What reports have a chapter on: the measure told in two of them may still be one.
_THEMES = (
    "performance demand money spending income finances practice safeguarding protection safety "
    "incidents workforce staffing people digital innovation equality diversity inclusion response "
    "risk risks governance outlook future challenges sustainability resources income reserves "
    "engagement partnership work neglect exploitation abuse visits reviews complaints"
)
# A measure may be told of each of these in turn: agencies, departments, parts of a place.
_EACH = (
    "police hospital school schools probation council ambulance nursery college education housing "
    "health library libraries transport adult adults planning legal customer environment highways "
    "parks leisure social care maternity surgery medicine emergency community primary secondary "
    "north south east west central boys girls men women children young families fostering adoption "
    "residential justice early help contact referrals court prison fire rescue"
)
_ONE_OF_MANY = frozenset(_EACH.split()) - {"people", "help", "care", "early", "work"}
# Words that end so name no place and nobody: "Prevention", "Timeliness", "Attendance".
_ABSTRACT = re.compile(
    r"\b(?!education|probation|adoption|administration|regeneration|population)\w{3,}"
    r"(?:tion|sion|ment|ance|ence|ness|ship|ism|ology|[^c]ity)s?\b",
    re.IGNORECASE,
)
# Numbers of chapters, and letters of annexes.
_CHAPTER = re.compile(
    r"\b(?:annex|appendix|part|section|chapter|table|figure|page)\s(?:[A-Z]|\d+)\b", re.IGNORECASE
)
_LISTED = re.compile(r"^\W*\d+(?:\.\d+)*[.)]?\s")
_YEARS = re.compile(r"\b20\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?\b")
_NUMBERING = re.compile(rf"{_CHAPTER.pattern}|\b\d+(?:[./-]\d+)*\b", re.IGNORECASE)
# "Treasurer's report", "Press notice"; "The estate".
_PART_NAMED = re.compile(
    r"\b(?:reports?|notice|foreword|bulletin|summary|introduction|statement|section|chapter"
    r"|commentary|message|letter|headlines?|highlights?|update|briefing|paper|review|minutes"
    r"|dashboard|newsletter|website|leaflet|speech|account)\W*$",
    re.IGNORECASE,
)
# "From the treasurer: ...", "The harbour master writes: ...": who says it.
_SPEAKER = re.compile(
    r"\W*(?:(?:From|By)\s(?:the|our)(?:\s[a-z]+){1,3}"
    r"|(?:The|Our)(?:\s[a-z]+){1,4}\s(?:writes|wrote|says|said|adds|added|notes|reports|reported))\W*"
)
# "Report to the Fire Authority": whose report, and not of whom.
_PART_TO = re.compile(
    r"\W*(?:Report|Paper|Briefing|Update|Note|Letter|Statement|Message|Foreword)\s(?:to|for|by|from)\b[^.]*$"
)
# "Our green spaces", "How we listen": words alone, by which no place and nobody is named.
_IN_WORDS = re.compile(
    r"\W*(?:The|Our|An?|How|What|Why|Who|Where|When|In|On|Behind|About|[A-Z][a-z]+ing)\s"
    r"[a-z’', -]+\W*"
)
_SUBJECT = re.compile(r"\W*[A-Z][a-z]+(?:[\s-][a-z’'&,-]+)+\W*")
_TOPIC = re.compile(r"\W*(?:The|On|Our|About)\s[a-z]+(?:\s[a-z]+)?\W*")


def lead_ins(reading: Reading) -> dict[tuple[str, int], frozenset[str]]:
    """The stems of the words that lead in each item of a list, by file and place in the document.

    A lead-in is a passage that ends with a colon; it holds for the passages after it, up to a
    heading, a table, or the end of a long list. One that ends with a comma leads in the next.
    """
    found = {}
    for document in reading.documents:
        words: frozenset[str] = frozenset()
        since = 0
        for block in document.blocks:
            if (
                isinstance(block, Grid)
                or block.heading
                or (since >= 0 and block.order - since > _BACK)
            ):
                words = frozenset()
            if isinstance(block, Grid):
                continue
            if words:
                found[document.file, block.order] = words
            if since < 0:
                words, since = frozenset(), 0
            if block.text.rstrip(" *_").endswith(":"):
                words, since = content(block.text), block.order
            elif block.text.rstrip(" *_").endswith(","):
                words, since = content(block.text), -1
    return found


@lru_cache(maxsize=4096)
def proper_names(text: str) -> frozenset[str]:
    """Names with a capital in a sentence: those within it, and a first word that acts as one."""
    found = {match.group() for match in _NAME.finditer(text)}
    found |= {match["name"] for match in _FIRST_NAME.finditer(text)}
    if len(text.split()) <= _SHORT:  # a name that heads a paragraph: "2. Dunmere."
        found |= set(re.findall(r"\b[A-Z][a-z]+", text))
    return frozenset(
        name
        for name in found
        if not (_NO_NAME.fullmatch(name) or _ABSTRACT.fullmatch(name))
        and content(name) - general_stems()
    )


def title_names(document: Document) -> frozenset[str]:
    """The names in a document's title: whose report it is."""
    for passage in islice(document.passages, _TITLES):
        if passage.heading and len(passage.text) < _LONGEST_TITLE:
            if _NO_TITLE.match(passage.text):
                return frozenset()
            words = re.findall(r"\b[A-Z][a-z][A-Za-z’'-]*", passage.text)
            return frozenset(
                word
                for word in words
                if content(word) and stem(word) not in general_stems() | AGENT_STEMS
            )
    return frozenset()


def may_be_one(one: str, other: str, words: frozenset[str]) -> bool:
    """Whether what stands under two headings may be about one thing.

    It may where each is none, or a part of a report, a theme, or speaks of what is counted; not
    where either names what nobody knows, or one of many: a district, an agency, a department.
    """
    return one == other or (_is_theme(one, words) and _is_theme(other, words))


def may_be_one_part(one: str, other: str) -> bool:
    """Whether two headings name no two of a kind: "Patient safety" names no place and no body.

    One of several words, of which only the first has a capital, tells what is spoken of.
    """
    return one == other or all(
        not each
        or is_general(each)
        or _is_theme(each, frozenset())
        or (
            _SUBJECT.fullmatch(_LISTED.sub("", each))
            and not set(each.lower().split()) & _ONE_OF_MANY
            and not _YEARS.search(each)
        )
        for each in (one, other)
    )


def may_be_led_alike(one: Saying, other: Saying) -> bool:
    """Whether the lead-ins of two lists leave room for one thing: "Key facts:" does."""
    led, led_too = one.under - other.words - general_stems(), other.under - one.words
    return led == led_too - general_stems()


@lru_cache(maxsize=8192)
def is_general(label: str) -> bool:
    """Whether a label says only where in a report one is: "Foreword", "Page 3", "The estate"."""
    if (
        _PART_NAMED.search(label)
        or _SPEAKER.fullmatch(label)
        or _TOPIC.fullmatch(label)
        or _PART_TO.match(label)
    ):
        return True
    words = _YEARS.sub(" ", _LISTED.sub(" ", _CHAPTER.sub(" ", label)))
    return content(words) <= content(_PARTS)


def is_theme(label: str) -> bool:
    """Whether a label names a subject and no place, agency or group: "Training", "Prevention"."""
    words = WORD.findall(_ABSTRACT.sub(" ", label))
    return all(
        word.lower() not in _EACH.split()
        and (word.lower().endswith("ing") or content(word) <= general_stems())
        for word in words
    )


def _is_theme(heading: str, words: frozenset[str]) -> bool:
    stems = content(_ABSTRACT.sub(" ", _NUMBERING.sub(" ", heading)))
    if _IN_WORDS.fullmatch(heading) and not set(heading.lower().split()) & _ONE_OF_MANY:
        return True
    return not stems or bool(stems & words) or stems <= general_stems()


@cache
def general_stems() -> frozenset[str]:
    """Stems of words that headings are made of, whichever place or agency they are about."""
    texts = [_PARTS, _THEMES, *(theme.value for theme in Theme)]
    texts += [each.title for each in catalogue().values()]
    return frozenset().union(*(content(text) for text in texts)) - content(_EACH)
