"""The words of a stretch of text that say what is counted: all but grammar, each as its root.

An open class: whatever word is no grammar counts. Words that turn a meaning about (not, other,
under, mean) are no grammar, so that two stretches that differ in one of them tell of two things.
"""

import re
from functools import lru_cache

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.sayings.words import AGENT_STEMS, WORD, stem

_GRAMMAR = frozenset(
    re.findall(
        r"\S+",
        "a an the this that these those of to in on at by for with within into onto upon across "
        "during throughout from among amongst and or nor so as then there here where when which "
        "who whom whose it its itself he she his her hers we us our ours you your they them their "
        "i me my is are was were be been being am has have had having do does did done just also "
        "too very still already yet now both all any some every own whole entire overall "
        "altogether together total totals totalling totalled number numbers numbered figure "
        "figures count counted percent percentage proportion share rate rates cent per-cent "
        "amount amounted sum value while whilst again up than time year years same day date",
    )
)
# Verbs that say no more than that there was something: one of two tellings may do without them.
_LIGHT = frozenset(
    map(
        stem,
        re.findall(
            r"\w+",
            "record report receive make made take taken took see seen saw give given gave find "
            "found note reach stand stood remain carry undertake undertaken undertook show shown "
            "log get got come came say said put puts",
        ),
    )
)
_VERBS = (
    "average averages mean,take took taken takes taking,give gave given gives giving,"
    "see saw seen sees seeing,make made makes making,find found finds,speak spoke spoken,tell told,"
    "say said,think thought,leave left,hold held,lead led,eat ate eaten,know knew known,show shown,"
    "begin began begun,come came,become became,stand stood,understand understood,"
    "undertake undertook undertaken,rise rose risen,fall fell fallen,set sets setting,shut shuts,"
    "let lets letting,sit sat sitting,meet met meets,wear wore worn,sleep slept,put puts,cut cuts,"
    "get got,forget forgot forgotten,bear bore born,throw threw thrown,drink drank drunk,"
    "strike struck,wake woke woken,ring rang rung,sink sank sunk,bite bit bitten,shake shook "
    "shaken,freeze froze frozen,hide hid hidden,hang hung,dig dug,stick stuck,shoot shot,feel felt,"
    "bind bound,deal dealt,spend spent,day daily,week weekly,month monthly"
)
_FORMS = {form: forms.split()[0] for forms in _VERBS.split(",") for form in forms.split()}
_ENDINGS = (("ion", 5), ("ment", 3), ("al", 5))
_LONG = 6
_YEAR_OR_NUMBER = re.compile(r"\d")


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """What a word shares with the noun of its deed: "completed" and "completion"."""
    found = stem(_FORMS.get(word, word))
    for ending, least in _ENDINGS:
        if found.endswith(ending) and len(found) - len(ending) >= least:
            found = found.removesuffix(ending)
            if found[-1] == found[-2] and found[-1] not in "lsz":
                found = found[:-1]
            break
    return found.removesuffix("at").removesuffix("e") if len(found) >= _LONG else found


_LIGHT_ROOTS = frozenset(map(root, _LIGHT)) | frozenset(map(root, AGENT_STEMS))


def is_light(word: str) -> bool:
    """Whether a root may stand in one of two tellings alone: a light verb, or who tells of it."""
    return word in _LIGHT_ROOTS


# Of each of these lists one word is the contrary of the others.
_OPPOSED = (
    "mean median mode,over under above below,before after,earlier later,high low medium,"
    "higher lower,highest lowest,more less fewer,most least,first second third fourth last next,"
    "male female,new old,net gross,with without,inside outside,including excluding,upper lower"
)
_CONTRARIES = tuple(frozenset(map(root, words.split())) for words in _OPPOSED.split(","))
_ALONE = frozenset(map(root, ("alone", "excluding", "except", "apart")))
_TURNING = frozenset().union(
    _ALONE,
    *_CONTRARIES,
    map(
        root,
        re.findall(
            r"\w+",
            "not no never none nor beyond only other another further previous since until ago "
            "between half each per",
        ),
    ),
)


def turns(word: str) -> bool:
    """Whether a word makes another thing of what it stands with: "not", "later", "#6"."""
    return word in _TURNING or any(map(str.isdigit, word))


def are_contrary(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one has a word of which the other has the contrary, or makes a part of it."""
    return any(each & one and each & other for each in _CONTRARIES) or bool(_ALONE & (one | other))


@lru_cache(maxsize=32768)
def roots(text: str) -> frozenset[str]:
    """The roots of the words of a stretch that are no grammar; other numbers are words too."""
    found = set()
    for match in WORD.finditer(text):
        low = match.group().lower().replace("’", "'")
        if low in _GRAMMAR or (len(low) == 1 and match.group().islower() and low.isalpha()):
            continue
        parts = low.split("-") if "-" in low and not _YEAR_OR_NUMBER.search(low) else [low]
        found |= {root(part) for part in parts if part and part not in _GRAMMAR}
    return frozenset(found)


_BEFORE_A_TIME = re.compile(
    r"(?:\b(?:as|in|on|at|over|during|by|for|of|to|through|throughout|the|between)\s+)+$",
    re.IGNORECASE,
)
_THIS_TIME = re.compile(
    r"\b(?:(?:on|in|at|during|over|for|by|as of)\s(?:the\s|that\s)?(?:(?:that|same|very|this)\s)?"
    r"(?:day|date|year|month|quarter|period)|(?:that|this)\s(?:same\s)?(?:day|date|year))\b"
    r"(?!\s(?:before|after|earlier|later|ago|\d))",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def without_times(sentence: Sentence) -> str:
    """A sentence with spaces for its times and the prepositions that lead them in."""
    text = sentence.text
    for each in sentence.times:
        led = _BEFORE_A_TIME.search(text[: each.start])
        start = led.start() if led else each.start
        text = text[:start] + " " * (each.end - start) + text[each.end :]
    return _THIS_TIME.sub(lambda match: " " * len(match.group()), text)
