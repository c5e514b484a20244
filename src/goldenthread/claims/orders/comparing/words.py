"""Words that hold one value against another: "higher than", "more likely than", "above the"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.claims.language.any_of import any_of

_UP = any_of("higher greater larger bigger more longer above exceeding exceeds exceeded")
_DOWN = any_of("lower smaller fewer less shorter below beneath")
_WORD = re.compile(rf"(?<!and )(?<!or )(?<!than )\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_AND_WORD = re.compile(rf"\band (?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?= than\b| the\b)")
# Said of what is told, and no part of a name: "less favoured areas", "those on lower incomes".
_OF_A_VALUE = (
    r"(?: (?:likely|common|prevalent|frequent|frequently|often|number|numbers|percentage|"
    r"proportion|rate|rates|share|level|levels|prevalence|risk|average|incidence|mean|median|"
    r"figure|count|score|total)\b|,? (?:when |as )?compared\b| in comparison\b)"
)
_SAID = re.compile(_OF_A_VALUE)
_BARE = ("above", "below", "beneath", "exceeding", "exceeds", "exceeded")
_STANDS = re.compile(
    r"(?:\b(?:is|was|are|were|remains?|remained|stands?|stood|performs?|well|far|just|still|also|and|"
    r"slightly|significantly|considerably|substantially)|[,–(]) $"
)
_WHAT_IS_TOLD = re.compile(r"(?: both)? (?:the|its|their|that|those|our)\b")
_THAN = re.compile(r"\bthan\b|\b(?:when |as )?compared (?:with|to)\b|\bin comparison (?:with|to)\b")
_STOP = re.compile(r"[;:]|[.?!] ")
_BEFORE_ADJECTIVE = ("more", "less")
_COPULA = re.compile(
    r"(?<!\bthere )\b(?:is|are|was|were|been|remains?|remained|became|become)"
    r"(?: [a-z]+ly| much| far| also| still| even| no| a lot)* $"
)
_HOW_OFTEN = re.compile(
    r" (?:than|likely|common|prevalent|often|frequent|frequently|commonly|numerous|compared)\b"
)
_LONGEST = 130
_NEGATED = re.compile(
    r"\b(?:not|n't|no|never|neither|nor|without|whether|if|less|any|or|should|would|could|may|"
    r"might|expect\w*|aim\w*|predict\w*|remain|target\w*|\w+ing up)"
    r"(?: (?:been|be|have|has|to|statistically|significantly|much|any|necessarily|a))* $"
)


@dataclass(frozen=True, slots=True)
class Word:
    """The word from ``start``; ``sign`` 1 for more; what it is held against is told at ``than``."""

    text: str
    sign: int
    start: int
    end: int
    than: int


def words_in(text: str) -> Iterator[Word]:
    """Every word of a skeleton that holds one value against another, with where the other is."""
    found = sorted(
        (*_WORD.finditer(text), *_AND_WORD.finditer(text)),
        key=lambda each: each.end(),
    )
    for place, match in enumerate(found):
        sign, start = 1 if match["up"] else -1, match.start("up" if match["up"] else "down")
        word = match["up"] or match["down"]
        if _NEGATED.search(text[:start]):
            continue
        if word in _BARE:
            if not (_STANDS.search(text[:start]) or _WHAT_IS_TOLD.match(text, match.end())):
                continue  # "12 of the schools (15%) above 97%", "12 (15%) exceeded 97%"
            yield Word(word, sign, start, match.end(), match.end())
            continue
        if word in _BEFORE_ADJECTIVE and _is_of_an_adjective(text, start, match.end()):
            continue
        than = _than(text, match.end())
        if than is None:
            continue
        said = _SAID.match(text, match.end()) or _COPULA.search(text[:start])
        if than.group() != "than" and not said:
            continue
        between = [each for each in found[place + 1 :] if each.end() < than.start()]
        if between:
            continue  # "a lower share of more deprived homes than of others"
        if (
            any(
                _STOP.search(text, each.end(), start) is None
                and not re.search("[\ue000-\uefff]", text[each.end() : start])
                for each in found[:place]
            )
            and than.start() != match.end() + 1
        ):
            continue  # "higher on less favoured land than"
        yield Word(word, sign, start, match.end(), than.end())


def _is_of_an_adjective(text: str, start: int, end: int) -> bool:
    """Whether what is more is no value that is told: "Elm (84% one faith) is less diverse than"."""
    copula = _COPULA.search(text[:start])
    return bool(copula) and not _HOW_OFTEN.match(text, end)


def _than(text: str, start: int) -> re.Match[str] | None:
    """What a word is held against with, outside brackets and in its own clause."""
    for match in _THAN.finditer(text, start, start + _LONGEST):
        between = text[start : match.start()]
        if _STOP.search(between):
            return None
        if between.count("(") == between.count(")"):
            return match
    return None
