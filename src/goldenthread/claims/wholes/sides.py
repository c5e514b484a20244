"""What a sentence says of one side of a whole: how many are women, part time, in Wales, 16 to 24.

A statement is one amount, the words of its clause, and for each way in which people or things are
told apart the side that its words name. Two statements that name the two sides of one set, and are
otherwise alike, are the parts of a third that names neither.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.model import Hedge, Quantity, Sentence
from goldenthread.claims.language.skeleton import EARLIER, LAST, TIME, Skeleton, skeleton_of
from goldenthread.claims.wholes.listed import AMOUNT, SHARE


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sides of which nothing is both; ``less`` where the second is taken off the first.

    ``whole`` is what the words of the whole must say, where it has a name of its own;
    ``complete`` where there is no third side.
    """

    one: re.Pattern[str]
    other: re.Pattern[str]
    whole: re.Pattern[str] | None = None
    less: bool = False
    complete: bool = True


def _sides(
    one: str, other: str, whole: str = "", *, less: bool = False, complete: bool = True
) -> Sides:
    return Sides(
        re.compile(rf"\b(?:{one})\b"),
        re.compile(rf"\b(?:{other})\b"),
        re.compile(rf"\b(?:{whole})\b") if whole else None,
        less,
        complete,
    )


SETS = (
    _sides(r"wom[ae]n|girls?|females?", r"m[ae]n|boys?|males?"),
    _sides(r"full[ -]time", r"part[ -]time"),
    _sides("england", "wales", "england and wales"),
    _sides("urban", "rural"),
    _sides(r"public[ -]sector", r"private[ -]sector", complete=False),
    _sides("permanent", "temporary", complete=False),
    _sides(r"in[ -]?patients?", r"out[ -]?patients?", complete=False),
    _sides("employees", r"self[ -]employed", complete=False),
    _sides("goods", "services", complete=False),
    _sides(r"(?<!non-)eu", "non-eu", complete=False),
    _sides("mothers", "fathers", complete=False),
    _sides(r"elective(?<!non-elective)|planned", r"emergency|non-elective", complete=False),
    _sides("houses", r"flats|maisonettes", complete=False),
    _sides(r"(?<!non-)residential", r"non-residential|commercial", complete=False),
    _sides("primary", "secondary", complete=False),
    _sides("voluntary", "compulsory", complete=False),
    _sides(r"online", r"in person|face[ -]to[ -]face|by post|on paper", complete=False),
    _sides(r"(?<!un)successful", "unsuccessful"),
    _sides(r"(?<!non-)uk nationals", "non-uk nationals"),
    _sides(r"(?<!non-)uk[ -]born|born in the uk", r"non-uk[ -]born|born (?:abroad|outside the uk)"),
    _sides(
        r"immigra\w+|inflows?",
        r"emigra\w+|outflows?",
        r"net (?:[a-z-]+ ){0,3}(?:im)?migration",
        less=True,
    ),
    _sides(
        "births?",
        "deaths?",
        r"natural (?:change|increase|growth)|more births than deaths",
        less=True,
    ),
)
# "England and Wales", "men and women": both sides at once are neither.
_BOTH = re.compile(
    r"\b(?:england and wales|wales and england|(?:women|girls|females?) and (?:men|boys|males?)|"
    r"(?:men|boys|males?) and (?:women|girls|females?)|full[ -](?:time )?(?:and|or) part[ -]time|"
    r"urban and rural|rural and urban)\b"
)
_AGED = re.compile(
    r"\bage[ds]? (?:from |between )?(?P<low>\d{1,2})(?: to | and |-|–)(?P<high>\d{1,2})\b(?! over)"
    r"|\b(?P<first>\d{1,2})(?: to |-|–)(?P<last>\d{1,2})[ -]years?[ -](?:olds?|of age)\b"
    r"|\bage[ds]? (?P<from>\d{1,2})(?: years)? (?:and|or) (?:over|above|older)\b"
    r"|\b(?:aged )?under (?:the age of )?(?P<under>\d{1,2})s?\b"
)
_AGED_UNNAMED = re.sub(r"\?P<[a-z]+>", "", _AGED.pattern)
_OLDEST = 200
_PARTS = re.compile(r"[;:,] |\. | – | (?:and|while|whilst|but|with|whereas|compared (?:to|with)) ")
_NO_LEVEL = re.compile(
    r"\b(?:by|from|than|down|up|(?:increase|decrease|rise|fall|drop|reduction|change|difference|"
    r"growth|target|average) of|each|every|per|all|these|the) $"
)
_EARLIER = re.compile(f"[{EARLIER}{LAST}]")
_COMPARES = re.compile(
    r" (?:[a-z]+ ){0,2}(?:more|fewer|less|higher|lower|increase|decrease|rise|fall|reduction)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One amount told: ``at`` the place of its sentence, ``sides`` by the number of their set.

    ``ages`` is the band it is of; ``ends`` the last days of the times told with it.
    """

    sentence: Sentence
    at: int
    quantity: Quantity
    words: frozenset[str]
    sides: frozenset[tuple[int, bool]]
    ages: tuple[int, int] | None
    ends: frozenset[date]

    @property
    def apart(self) -> frozenset[int]:
        """The sets of which it names one side."""
        return frozenset(number for number, _ in self.sides)


_ANY = re.compile(
    "|".join([_AGED_UNNAMED, *(word.pattern for each in SETS for word in (each.one, each.other))])
)


def is_of_a_side(text: str) -> bool:
    """Whether a sentence has a word by which a side may be told."""
    return _ANY.search(text.lower()) is not None


def statements(sentence: Sentence, at: int) -> Iterator[Statement]:
    """The amounts of a sentence that are told plainly, one in each clause."""
    if not sentence.quantities or sentence.passage.heading:
        return
    skeleton = skeleton_of(sentence.text)
    text = _BOTH.sub(_blank, SHARE.sub(_blank, skeleton.text))
    before: frozenset[str] = frozenset()
    for start, end, beyond in _clauses(text):
        clause = text[start:end]
        slots = [each.start() for each in re.finditer(AMOUNT, clause)]
        levels = [at for at in slots if _is_level(text[: start + at], text[start + at + 1 :])]
        if len(levels) != 1 or len(slots) > len(levels) + 1:
            continue
        if _EARLIER.search(clause, levels[0]):
            continue  # "75,000 the year before" is of another time than the rest
        quantity = skeleton.quantity(clause[levels[0]])
        if quantity.hedge is not Hedge.NONE:
            continue
        words = _words(text[start:beyond]) or before
        before = words
        yield _statement(sentence, at, quantity, clause, skeleton, words)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _clauses(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each clause with an amount begins and ends, and where the next amount's begins.

    What stands before it without an amount is of it: "in Wales, there were 317".
    """
    ends = [*(each.end() for each in _PARTS.finditer(text)), len(text)]
    numbered = [end for start, end in pairwise([0, *ends]) if re.search(AMOUNT, text[start:end])]
    for number, end in enumerate(numbered):
        beyond = len(text)
        if number + 1 < len(numbered):
            beyond = max(each for each in (0, *ends) if each < numbered[number + 1])
        yield (numbered[number - 1] if number else 0), end, max(beyond, end)


def _is_level(before: str, after: str) -> bool:
    """Whether an amount is how many there are, and no change and nothing compared with."""
    if _COMPARES.match(after):
        return False
    return not _NO_LEVEL.search(before)


def _statement(
    sentence: Sentence,
    at: int,
    quantity: Quantity,
    clause: str,
    skeleton: Skeleton,
    words: frozenset[str],
) -> Statement:
    sides = frozenset(
        (number, side)
        for number, each in enumerate(SETS)
        for side in (True, False)
        if (each.one if side else each.other).search(clause)
    )
    return Statement(
        sentence=sentence,
        at=at,
        quantity=quantity,
        words=words,
        sides=sides,
        ages=_band(clause),
        ends=_ends(skeleton, clause),
    )


def _words(stretch: str) -> frozenset[str]:
    """What a stretch says besides its sides and ages."""
    bare = _AGED.sub(" ", stretch)
    for each in SETS:
        bare = each.other.sub(" ", each.one.sub(" ", bare))
    return frozenset(content_stems(bare))


def _band(clause: str) -> tuple[int, int] | None:
    """The one band of ages that a clause names."""
    found = [each.groupdict() for each in _AGED.finditer(clause)]
    if len(found) != 1:
        return None
    told = {name: int(value) for name, value in found[0].items() if value}
    low = told.get("low", told.get("first", told.get("from", 0)))
    high = told.get("high", told.get("last", told["under"] - 1 if "under" in told else _OLDEST))
    return (low, high) if low < high else None


def _ends(skeleton: Skeleton, clause: str) -> frozenset[date]:
    """The last days of the times told in a clause."""
    found = re.findall(f"[{TIME}]", clause)
    times = [time for each in found if (time := skeleton.time(each))]
    return frozenset(each.last for each in times)
