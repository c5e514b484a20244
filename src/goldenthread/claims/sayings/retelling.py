"""What two tellings of one thing need, however they are worded: their places and their words."""

import re
from dataclasses import dataclass
from datetime import date

from goldenthread.claims.language.model import Quantity, Sentence
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.context import (
    is_general,
    may_be_one_part,
    proper_names,
    title_names,
)
from goldenthread.claims.sayings.words import content

# With one of these a number is of another group or standing, and may differ.
OTHERWISE = re.compile(
    r"\b(?:provisional\w*|revised?|final|draft|estimat\w*|targets?|expect\w*|forecast\w*"
    r"|plan(?:s|ned)? to|budget\w*|after|before|net|gross|besides|further|another|others?"
    r"|additional|more|fewer|new"
    r"|national\w*|regional\w*|england|wales|scotland|neighbours?|peers?|elsewhere|previous\w*"
    r"|last|corrected|correct|not|wrongly|error|excluding|including|instead|rather|each|per|of whom"
    r"|would|could|should|might|if|unless|aim\w*|ambition|project(?:ed|ion)s?|trajectory|initially"
    r"|originally|remaining|rest|only|between|rose|fell|increased|decreased|by then|had been|record"
    r"|highest|lowest|peak\w*|cumulative|since|so far|to date|example|sample\w*|was|comparable"
    r"|similar|neighbouring|earlier|later)\b",
    re.IGNORECASE,
)
# "Among girls, ...", "In the north team the rate was ...": of whom, before what is told.
_AMONG = re.compile(
    r"(?:^|[.;:,]\s|\band\s|\bbut\s)(?:Among|Amongst|At|Within|Across|For|By|Under|In|Of|From|On)\s"
    r"(?:the |our |its )?((?:(?!the\b|we\b|there\b)[\w'’-]+\s?){1,5}?)\s*"
    r"(?=,|\b(?:the|we|there|an?)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W*([^:.]{2,60}):\s")
_LEAST_LABEL = 6  # words


@dataclass(frozen=True, slots=True)
class Retold:
    """A number in its sentence, told once of what another sentence tells again."""

    sentence: Sentence
    quantity: Quantity

    @property
    def digits(self) -> str:
        """The number as its digits alone."""
        return re.sub(r"\D", "", self.quantity.text)


def blanked_times(sentence: Sentence) -> str:
    """A sentence's text with a space for each character of its times."""
    text = sentence.text
    for each in sentence.times:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def days_of(sentence: Sentence, start: int, end: int) -> set[tuple[date, date, bool]]:
    """The times named between two places of a sentence."""
    return {
        (each.first, each.last, each.year_given)
        for each in sentence.times
        if start <= each.start < end
    }


def narrowed(text: str) -> frozenset[str]:
    """The words of what leads a number in and says of whom it is told: "Among girls, ..."."""
    label = _LABEL.match(text)
    told = [*_AMONG.findall(text), *([label[1]] if label and not is_general(label[1]) else [])]
    return frozenset().union(*(content(each) for each in told))


def labels_of(reading: Reading) -> dict[tuple[str, str], frozenset[str]]:
    """The words of the short line that stands straight before a sentence: "North team"."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    before: Sentence | None = None
    for sentence in reading.sentences:
        if before is not None and before.file == sentence.file:
            line = before.text.rstrip(" *_")
            label = not line.endswith((".", "!", "?")) and len(line.split()) <= _LEAST_LABEL
            if label and not is_general(line.rstrip(":")) and not before.passage.heading:
                found[sentence.file, sentence.locator] = content(line)
        before = sentence
    return found


class Places:
    """Whether two sentences may speak of one thing, by their files, headings and names."""

    def __init__(self, reading: Reading) -> None:
        """``reading`` with the documents they stand in."""
        self._titles = {each.file: title_names(each) for each in reading.documents}

    def may_be_one(self, one: Sentence, other: Sentence) -> bool:
        """Whether neither their titles nor their headings nor their names tell them apart."""
        if one.file != other.file:
            titles = self._titles[one.file], self._titles[other.file]
            if titles[0] and titles[1] and not titles[0] & titles[1]:
                return False
        sections = one.passage.section, other.passage.section
        if not may_be_one_part(*sections):
            return False
        beside = f"{one.text} {other.text} {one.passage.text} {other.passage.text}"
        if one.file != other.file:
            return not any(
                name not in beside for name in proper_names(one.text) ^ proper_names(other.text)
            )
        return True


def is_slip(one: str, other: str, fewest: int = 3) -> bool:
    """Whether two numbers have the same digits, of which two have changed places."""
    first, second = (re.sub(r"\D", "", text) for text in (one, other))
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    return (
        len(first) == len(second) >= fewest
        and len(apart) == 2
        and first[apart[0]] == second[apart[1]]
        and first[apart[1]] == second[apart[0]]
    )
