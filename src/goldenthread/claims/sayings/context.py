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
from goldenthread.claims.sayings.words import AGENT_STEMS, content, stem
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
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter)(?:['’]s)?"
)
_BACK = 15  # blocks a list may be long, from its lead-in on
_TITLES = 3
_NO_TITLE = re.compile(r"(?:chart|table|figure|section|chapter)\b", re.IGNORECASE)
_LONGEST_TITLE = 150
_GENERAL = (
    "introduction foreword summary headlines headline highlights overview performance demand "
    "outcomes outcome conclusion conclusions background context data finance finances money "
    "spending income work workforce practice key facts figures executive chair welcome activity "
    "glance year review report annual yearly quality account statement assurance board paper "
    "progress impact what did worked well next steps how why about results findings our story "
    "numbers message chief director priorities priority achievements improvement learning voice "
    "children young people families family care health education housing fire safety incidents "
    "services service safeguarding protection people homes repairs customers tenants members "
    "inspection inspectors bulletin main points update letter plan plans section part appendix "
    "annex analysis commentary notes note further detail details end beginning first second third "
    "summarised summary listed include included audit audits survey evidence national local "
    "chapter constable constables quarterly monthly weekly page cover leader cabinet briefing "
    "press release news"
)

# Words that end so name no place and nobody: "Prevention", "Timeliness", "Attendance".
_ABSTRACT = re.compile(
    r"\b\w{3,}(?:tion|sion|ment|ance|ence|ness|ship|ism|ology|[^c]ity)s?\b", re.IGNORECASE
)
_AGENCIES = content("police hospital school schools probation council ambulance nursery college")


def lead_ins(reading: Reading) -> dict[tuple[str, int], frozenset[str]]:
    """The stems of the words that lead in each item of a list, by file and place in the document.

    A lead-in is a passage that ends with a colon; it holds for the passages after it, up to a
    heading, a table, or the end of a long list.
    """
    found = {}
    for document in reading.documents:
        words: frozenset[str] = frozenset()
        since = 0
        for block in document.blocks:
            if isinstance(block, Grid) or block.heading or block.order - since > _BACK:
                words = frozenset()
            if isinstance(block, Grid):
                continue
            if words:
                found[document.file, block.order] = words
            if block.text.rstrip(" *_").endswith(":"):
                words, since = content(block.text), block.order
    return found


@lru_cache(maxsize=4096)
def proper_names(text: str) -> frozenset[str]:
    """Names with a capital in a sentence: those within it, and a first word that acts as one."""
    found = {match.group() for match in _NAME.finditer(text)}
    found |= {match["name"] for match in _FIRST_NAME.finditer(text)}
    return frozenset(
        name for name in found if not (_NO_NAME.fullmatch(name) or _ABSTRACT.fullmatch(name))
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

    It may where a heading is none, or speaks of a theme or of what is counted; not where both name
    what nobody knows: two districts, two agencies.
    """
    return one == other or (_is_theme(one, words) and _is_theme(other, words))


def may_be_led_alike(one: Saying, other: Saying) -> bool:
    """Whether the lead-ins of two lists leave room for one thing: "Key facts:" does."""
    led, led_too = one.under - other.words - general_stems(), other.under - one.words
    return led == led_too - general_stems()


def is_general(label: str) -> bool:
    """Whether a label says only where in a report one is: "Foreword", "Chapter 3"."""
    stems = content(re.sub(r"\b\d+(?:[./-]\d+)*\b", " ", label))
    return bool(stems) and stems <= general_stems()


def _is_theme(heading: str, words: frozenset[str]) -> bool:
    stems = content(_ABSTRACT.sub(" ", re.sub(r"\b\d+(?:[./-]\d+)*\b", " ", heading)))
    return not stems or bool(stems & words) or stems <= general_stems()


@cache
def general_stems() -> frozenset[str]:
    """Stems of words that headings are made of, whichever place or agency they are about."""
    texts = [_GENERAL, *(theme.value for theme in Theme)]
    texts += [each.title for each in catalogue().values()]
    return frozenset().union(*(content(text) for text in texts)) - _AGENCIES
